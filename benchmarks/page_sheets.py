"""Every page in both themes and both languages at three sizes, as contact sheets.

    python -m benchmarks.page_sheets DATA PROJECT OUT [--only light-en-1366] [--single]
    python -m benchmarks.page_sheets DATA PROJECT OUT --before ../another-checkout

PROJECT holds finished runs on DATA, so that no page is empty; both are copied first. Each sheet is
drawn by a program of its own, for the scale of the screen is fixed when Qt starts. `--single` keeps
the pages as files of their own as well, to be looked at. `--before` puts ten pages of another checkout
beside those of this one instead.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
TREE = "TRANSFERLENS_TREE"
"""Names the checkout whose window is drawn; this one where it is not set."""
sys.path.insert(0, os.environ.get(TREE) or str(Path(__file__).parent.parent))

COLUMNS, WIDTH, GAP, CAPTION = 3, 660, 12, 22
"""Of a sheet: pages beside each other, pixels of one, between two, and of the line above it."""

QUIET = 0.8
"""Seconds without a question to the engine after which a page has all that it shows."""


@dataclass(frozen=True, slots=True)
class Size:
    """A window: its name, its sides in points, and the screen's pixels a point."""

    name: str
    width: int
    height: int
    scale: float


SIZES = (
    Size("1366", 1366, 768, 1.0),
    Size("1000", 1000, 620, 1.0),
    Size("200", 1366, 768, 2.0),
)

BESIDE = (
    ("00 welcome", "1366"), ("01 data", "1366"), ("02 train", "1000"), ("03 runs", "1366"),
    ("04 inspect", "1366"), ("05 evaluate 1 scores", "1366"), ("06 review", "1366"),
    ("08 measures 1 weight-change", "1000"), ("10 study", "1366"), ("12 folder", "1366"),
)  # fmt: skip
"""Pages and sizes that are put beside those of another checkout."""


def draw(data: str, project: str, theme: str, language: str, size: Size, out: Path) -> None:
    """Draw all pages of one theme, language and size, a file each, in this program."""
    from PySide6.QtCore import QSettings

    from benchmarks.screenshots import until, wait
    from gui.shell import app as start
    from gui.shell.registry import PAGES
    from gui.style.look import LOOK
    from gui.style.theme import Mode
    from gui.toolkit.settings import Memory

    app = start.application()
    kept = QSettings(str(out / "window.ini"), QSettings.Format.IniFormat)
    memory = Memory(kept)
    memory.language = language
    memory.mode = Mode(theme)
    LOOK.apply(Mode(theme))
    # The window is made in its language; a checkout of before loads it in another way.
    tongue = start.Tongue(app) if hasattr(start, "Tongue") else None
    if tongue is not None:
        tongue.speak(language)
    parts = start.build(memory, tongue=tongue) if tongue is not None else start.build(memory)
    stores, state, window = parts.stores, parts.stores.world, parts.window
    window.resize(size.width, size.height)
    window.show()

    def idle() -> None:
        """Wait until nobody has asked the engine for anything for a while."""
        end, since = time.monotonic() + 120, time.monotonic()
        while time.monotonic() - since < QUIET and time.monotonic() < end:
            wait(50)
            waiting = getattr(stores.client, "_waiting", None)
            if stores.client.jobs or waiting:
                since = time.monotonic()

    def shoot(name: str) -> None:
        idle()
        window.grab().save(str(out / f"{name}.png"))

    shoot("00 welcome")
    stores.world.open_project(project)
    stores.data.open(data)
    until(lambda: state.data is not None and state.runs)
    finished = [run for run in state.runs if run.test is not None]
    trained = [run for run in finished if run.recipe.setting == "transfer" and not _made(run)]
    run = (trained or finished)[0]
    window.show_page("inspect")
    stores.inspect.choose_run(run.path)
    stores.inspect.judge(run.path)
    idle()
    bad = {sample.index for sample in state.data.samples if sample.has_region}  # type: ignore[union-attr]
    shown = [each for each in state.predictions.get(run.path, {}).values() if each.index in bad]
    if shown:
        stores.inspect.inspect(max(shown, key=lambda each: each.score).index)
    for number, entry in enumerate(PAGES, start=1):
        window.show_page(entry.key)
        page = window.pages[entry.key]
        if entry.key == "evaluate":
            stores.evaluate.choose(run.path)
        tabs = _tabs(page)
        if not tabs:
            shoot(f"{number:02} {entry.key}")
        for place, key in enumerate(tabs, start=1):
            page.show_tab(key)  # type: ignore[attr-defined]
            shoot(f"{number:02} {entry.key} {place} {key}")
    stores.client.shut_down()
    app.processEvents()
    os._exit(0)  # what Python clears away at the end is of no use here


def _made(run: object) -> bool:
    summary = getattr(run, "summary", None)
    return bool(summary is not None and summary.kind)


def _tabs(page: object) -> list[str]:
    """Keys of a page's tabs that can be shown; none of a page without."""
    tabs = getattr(page, "tabs", None)
    return [str(key) for key in tabs] if hasattr(page, "show_tab") and tabs else []


def compose(files: list[Path], out: Path, title: str, columns: int = COLUMNS) -> int:
    """Put pages onto one sheet; returns how many they are."""
    from PIL import Image, ImageDraw, ImageFont

    first = Image.open(files[0])
    height = round(WIDTH * first.height / first.width)
    rows = -(-len(files) // columns)
    size = (columns * (WIDTH + GAP) + GAP, rows * (height + CAPTION + GAP) + GAP + CAPTION)
    sheet = Image.new("RGB", size, "#808080")
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(14)
    pen.text((GAP, GAP // 2), title, fill="white", font=font)
    for place, file in enumerate(files):
        x = GAP + place % columns * (WIDTH + GAP)
        y = CAPTION + GAP + place // columns * (height + CAPTION + GAP)
        pen.text((x, y), file.stem.split(" ", 1)[1], fill="white", font=font)
        page = Image.open(file).convert("RGB")  # other sizes have nearly the same shape
        sheet.paste(page.resize((WIDTH, height), Image.Resampling.LANCZOS), (x, y + CAPTION))
    sheet.save(out, quality=72, method=6)
    return len(files)


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data")
    parser.add_argument("project", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="", help="light-en-1366: that sheet alone")
    parser.add_argument("--single", action="store_true", help="keep the pages too")
    parser.add_argument("--before", type=Path, metavar="TREE", help="ten pages beside those there")
    parser.add_argument("--draw", default="", help=argparse.SUPPRESS)  # in a program of its own
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    if arguments.draw:
        theme, language, name = arguments.draw.split("-")
        size = next(size for size in SIZES if size.name == name)
        draw(arguments.data, str(arguments.project), theme, language, size, arguments.out)
    with tempfile.TemporaryDirectory() as scratch:
        if arguments.before is not None:
            beside(arguments.data, arguments.project, arguments.out, arguments.before)
            return
        for size, theme, language in product(SIZES, ("light", "dark"), ("en", "ko")):
            name = f"{theme}-{language}-{size.name}"
            if arguments.only not in ("", name):
                continue
            pages = arguments.out / name if arguments.single else Path(scratch) / name
            began = time.monotonic()
            drawn(arguments.data, arguments.project, name, pages)
            sheet = arguments.out / f"pages-{name}.webp"
            title = f"{theme}, {language}, {size.width}x{size.height} at {size.scale:.0%}"
            count = compose(sorted(pages.glob("*.png")), sheet, title)
            print(
                f"{sheet}: {count} pictures, {sheet.stat().st_size // 1024} kB, "
                f"{time.monotonic() - began:.0f} s",
                flush=True,
            )


def drawn(data: str, project: Path, name: str, pages: Path, tree: Path | None = None) -> None:
    """Let a program of its own draw a copy of the project into a folder."""
    pages.mkdir(parents=True, exist_ok=True)
    size = next(size for size in SIZES if size.name == name.split("-")[2])
    environment = os.environ | {"QT_SCALE_FACTOR": str(size.scale)}
    if tree is not None:
        environment |= {TREE: str(tree.resolve()), "PYTHONPATH": str(tree.resolve())}
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(project, Path(scratch) / "project")
        order = [sys.executable, str(Path(__file__)), data, f"{scratch}/project", str(pages)]
        subprocess.run([*order, "--draw", name], check=True, env=environment, timeout=900)
    (pages / "window.ini").unlink(missing_ok=True)


def beside(data: str, project: Path, out: Path, tree: Path) -> None:
    """Put ten pages of another checkout beside those of this one, as one sheet."""
    with tempfile.TemporaryDirectory() as scratch:
        files = []
        for size in ("1366", "1000"):
            for when, place in (("before", tree), ("after", None)):
                drawn(data, project, f"light-en-{size}", Path(scratch) / when / size, place)
        for page, size in BESIDE:
            key = page.split(" ")[1]
            for when in ("before", "after"):
                folder = Path(scratch) / when / size
                found = folder / f"{page}.png"
                if not found.is_file():  # its tabs may have had other names
                    found = sorted(folder.glob(f"{page[:2]} {key}*.png"))[0]
                files.append(found.rename(Path(scratch) / f"{page[:2]} {key}, {when}.png"))
        compose(files, out / "before-after.webp", "before and after", columns=2)


if __name__ == "__main__":
    main()
