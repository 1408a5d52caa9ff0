"""Pictures for the user guide: one day with a real project, the real window and the real engine.

    python benchmarks/screenshots_day.py DATA PROJECT OUT [--theme dark] [--only train,runs]

DATA in DAGM's layout, PROJECT with finished runs on it, among them one of the setting `small` and
one of another setting on the same fold. Both are copied: nothing in them changes. Three files of a
further copy are spoiled, so that Check has something to find.
"""

from __future__ import annotations

import argparse
import csv
import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QSettings

from benchmarks.screenshots import close, until, wait
from engine.core.recipe import default_recipe
from engine.core.values import Shape
from gui.shell.app import Parts, application, build
from gui.style.look import LOOK
from gui.style.theme import Mode
from gui.toolkit.settings import Memory


class Day:
    """Goes from page to page; every method leaves its pictures in `out`."""

    def __init__(self, parts: Parts, place: Path, out: Path) -> None:
        self.parts, self.place, self.out = parts, place, out
        self.stores, self.state = parts.stores, parts.stores.world
        self.window = parts.window

    # ------------------------------------------------------------------ helpers

    def page(self, key: str):  # type: ignore[no-untyped-def]  # each page is a class of its own
        """Go to a page."""
        self.window.show_page(key)
        wait(300)
        return self.window.pages[key]

    def shoot(self, name: str, settle: int = 1200) -> None:
        """Save the window, once thumbnails and throttled labels have come."""
        wait(settle)
        file = self.out / f"day-{name}.png"
        self.window.grab().save(str(file))
        _shrink(file)
        print(f"{file} {file.stat().st_size // 1024} kB", flush=True)

    def idle(self) -> None:
        """Wait until both lanes have nothing to do."""
        wait(200)
        until(lambda: not self.stores.client.jobs)

    def open(self, folder: str) -> None:
        """Open images, with the project open already."""
        self.stores.data.open(str(self.place / folder))
        until(lambda: self.state.data and not self.state.opening)
        until(lambda: self.state.data.path.endswith(folder))  # type: ignore[union-attr]
        self.idle()

    def run(self, setting: str) -> str:
        """Path of a finished run of a setting, never of one made from another."""
        for run in reversed(self.state.runs):
            made = run.summary is not None and run.summary.kind
            if run.recipe.setting == setting and run.test is not None and not made:
                return run.path
        raise ValueError(f"no finished run of the setting {setting}")

    # ------------------------------------------------------------------ the day

    def data(self) -> None:
        """A defect whose mask is missing gets a region; every file is checked; folds; views."""
        self.open("delivery")
        page = self.page("data")
        page.show_tab("images")
        bare = next(s for s in self.state.samples if s.defective and not s.has_region)
        page._mark(bare.index)
        self.stores.regions.show_sample(bare.index)
        until(lambda: (shown := self.stores.regions.sample) and shown.index == bare.index)
        box = tuple(int(v) for v in (self.place / "box.txt").read_text().split())
        self.stores.regions.draw(bare.index, (Shape("ellipse", *box),))
        self.shoot("data")
        page.show_tab("check")
        self.stores.check.check_files()
        self.idle()
        until(lambda: self.stores.check.state.known and self.stores.check.state.items)
        items = self.stores.check.state.items
        alike = next((n for n, item in enumerate(items) if item.kind == "near"), len(items) - 1)
        self.stores.check.look_at(alike)
        self.shoot("check")
        page.show_tab("folds")
        page.folds.keep_alike_together()
        until(lambda: (plan := self.stores.check.folds.state.plan) and plan.rule.alike)
        self.shoot("folds")
        self.open("parts")
        page.show_tab("views")
        until(lambda: self.stores.check.state.views)
        self.shoot("views", 2000)

    def train(self) -> None:
        """A short run at work, then finished."""
        self.page("train")
        self.stores.train.train([default_recipe("small", iterations=400, fold=1)])
        until(lambda: self.state.runs[0].iteration >= 250)
        self.shoot("train")
        self.idle()

    def runs(self) -> None:
        """Notes and tags, and how two runs differ."""
        page = self.page("runs")
        until(lambda: self.stores.runs.notes is not None)
        names = {Path(run.path).name: run for run in self.state.runs if run.path}
        long, first = names[Path(self.run("small")).name], names[Path(self.run("transfer")).name]
        self.stores.runs.note_run(long.name, "Candidate for line 3.", ["line-3", "candidate"])
        self.stores.runs.note_run(first.name, "Reference. Too slow for the line.", ["reference"])
        self.idle()
        page._choose([long.key])
        self.shoot("runs-note")
        page._choose([long.key, first.key])
        self.shoot("runs")

    def inspect(self) -> None:
        """Where a verdict comes from."""
        run = self.run("small")
        self.page("inspect")
        self.stores.inspect.choose_run(run)
        self.stores.inspect.judge(run)
        self.idle()
        shown = self.state.predictions[run].values()
        bad = {s.index for s in self.state.samples if s.defective}
        worst = max((p for p in shown if p.index in bad), key=lambda p: p.score)
        self.stores.inspect.inspect(worst.index)
        until(lambda: self.stores.inspect.state.inspected is not None)
        self.shoot("inspect", 2000)

    def evaluate(self) -> None:
        """All tabs, with a threshold that was moved."""
        run = self.run("small")
        page = self.page("evaluate")
        self.stores.evaluate.choose(run)
        until(lambda: self.stores.evaluate.state.found is not None)
        self.stores.evaluate.propose(20.0, None)
        until(lambda: self.stores.evaluate.state.proposal is not None)
        self.stores.evaluate.locate()
        self.idle()
        page.explored.move(0.05)
        for key in page.tabs:
            page.show_tab(key)
            self.shoot(f"evaluate-{key}")

    def review(self) -> None:
        """One verdict agreed with, one image marked for relabel."""
        run = self.run("small")
        page = self.page("review")
        self.stores.review.use_reviewer("M. Keller")
        self.stores.review.choose(run)
        if self.stores.review.state.found is None:
            until(lambda: self.stores.review.state.found is not None)
        wait(300)
        found = self.stores.review.state.found
        assert found is not None
        label = {s.index: s.class_name for s in self.state.samples}
        shown = [page.list.after(-1)]
        while label[shown[-1]] != found.predictions[shown[-1]].class_name:
            shown.append(page.list.after(shown[-1]))
        for index in shown[:-1]:
            self.stores.review.say(index, "overrule")
        self.stores.review.say(shown[-1], "agree")  # the first whose label says the same
        verdict = found.predictions[shown[1]].class_name
        self.stores.review.say(shown[1], "relabel", verdict, "Scratch found on the part")
        self.stores.review.look_at(shown[1])
        page.setFocus()
        self.idle()
        self.shoot("review")

    def compare(self) -> None:
        """Two runs on the same test images."""
        page = self.page("compare")
        self.stores.compare.compare_runs(self.run("transfer"), self.run("small"))
        until(lambda: self.stores.compare.state.pairing is not None)
        if not len(self.stores.compare.state.pairing):  # type: ignore[arg-type]
            self.stores.compare.judge()
            self.idle()
        page.cells.choose("one")
        self.stores.compare.look_at(page.gallery.rows.sample(0).index)
        until(lambda: len(self.stores.compare.state.looks) == 2)
        self.shoot("compare", 2000)

    def compress(self) -> None:
        """The order form, then the students of a run."""
        page = self.page("compress")
        page.show_tab("few")
        self.shoot("few")
        made = (run.summary for run in self.state.runs if run.summary)
        parent = next((one.parent for one in made if one.kind == "student"), "")
        paths = {run.name: run.path for run in self.state.runs}
        if parent in paths:
            self.stores.compress.choose(paths[parent])
            page.show_tab("student")
            self.shoot("student")

    def folder(self) -> None:
        """A folder without labels, some of its images unlike all seen in training."""
        page, run = self.page("folder"), self.run("small")
        _deliver(self.place, run)
        page.setup.run.choose(run)
        page.use_folder(str(self.place / "from-line-3"))
        page.start()
        wait(300)
        self.idle()
        page.images.limit("unlike")
        page.images.table.selectRow(page.images.model.rowCount() - 1)
        self.shoot("folder", 2500)
        page.images.limit("all")
        page.bar.setCurrentIndex(1)
        self.shoot("folder-summary", 2000)
        page.bar.setCurrentIndex(2)
        until(lambda: self.stores.folder.others.drift is not None)
        self.shoot("drift", 1500)

    def signoff(self) -> None:
        """A signed record."""
        page = self.page("signoff")
        self.stores.signoff.choose(self.run("small"))
        until(lambda: self.stores.signoff.state.proof is not None)
        page.form.name.setText("M. Keller")
        page.form.remark.setPlainText("Line 3, cover plates, first release")
        page.form.sign.click()
        until(lambda: self.stores.signoff.state.signed)
        self.shoot("signoff")

    def palette(self) -> None:
        """Everything by its name."""
        self.page("evaluate")
        self.window.palette_.toggle()
        self.window.palette_.field.setText("sma")
        self.shoot("palette")
        self.window.palette_.lift()


PARTS = (
    "data", "train", "runs", "inspect", "evaluate", "review", "compare", "compress", "folder",
    "signoff", "palette",
)  # fmt: skip


LEVELS = (
    (72, 64, 96), (48, 64, 96), (32, 64, 96), (24, 80, 72), (16, 32, 48), (12, 24, 32),
)  # fmt: skip
"""Of a palette: greys of images, colours of heat maps, the window's own that stay as they are."""


def _shrink(file: Path) -> None:
    """Save a picture in 256 colours, its images in as many greys as 190 kB allow.

    The commonest colours are the window's own and stay as they are; heat maps and marks have a part
    of the palette to themselves, which the greys of the images would else take.
    """
    pixels = np.asarray(Image.open(file).convert("RGB"))
    flat = pixels.reshape(-1, 3).astype(np.int32) @ (65536, 256, 1)
    codes, places, counts = np.unique(flat, return_inverse=True, return_counts=True)
    colours = np.stack([codes >> 16, codes >> 8 & 255, codes & 255], axis=1).astype(np.uint8)
    spread = np.ptp(colours.astype(int), axis=1)
    neutral = (spread == 0) & (colours[:, 0] < 255)
    common = colours[~neutral][np.argsort(-counts[~neutral])]
    tinted, vivid = ~neutral & (spread <= 24), spread > 24
    for greys, others, same in LEVELS:
        own = _palette(colours[neutral], greys)
        palette = np.concatenate(
            [own, common[:same], _palette(colours[tinted], 24), _palette(colours[vivid], others)]
        )
        nearest = _nearest(colours, palette)
        nearest[neutral] = _nearest(colours[neutral], own)
        small = Image.fromarray(nearest[places].reshape(pixels.shape[:2]).astype(np.uint8), "P")
        small.putpalette(palette.tobytes())
        small.save(file, optimize=True)
        if file.stat().st_size < 190_000:
            return


def _palette(colours: NDArray[np.uint8], number: int) -> NDArray[np.uint8]:
    """At most so many colours that stand for all of these, each counted once."""
    found = Image.fromarray(colours[None]).quantize(number, kmeans=3, dither=Image.Dither.NONE)
    return np.asarray(found.getpalette() or [], dtype=np.uint8).reshape(-1, 3)[:number]


def _nearest(colours: NDArray[np.uint8], palette: NDArray[np.uint8]) -> NDArray[np.int64]:
    one, other = colours.astype(np.float32), palette.astype(np.float32)
    found: NDArray[np.int64] = np.argmin((other**2).sum(axis=1) - 2 * one @ other.T, axis=1)
    return found


def _spoil(data: Path, place: Path) -> None:
    """Copy a set and spoil a few files of the copy; say where the defect without a mask lies."""
    shutil.copytree(data, place / "delivery")
    first = sorted(each for each in (place / "delivery").iterdir() if each.is_dir())[0]
    train, test = first / "Train", first / "Test"
    masks = {each.stem.removesuffix("_label") for each in first.glob("*/Label/*.PNG")}
    normal = sorted(each for each in first.glob("*/*.PNG") if each.stem not in masks)
    early = [each for each in normal if each.parent == test]
    late = [each for each in normal if each.parent == train]
    shutil.copy(early[3], late[5])
    coarse = np.asarray(Image.open(early[8])) // 8 * 8
    Image.fromarray(coarse).save(late[11])
    whole = late[20].read_bytes()
    late[20].write_bytes(whole[: len(whole) // 3])
    mask = sorted(first.glob("Train/Label/*.PNG"))[0]
    rows, columns = np.nonzero(np.asarray(Image.open(mask).convert("L")))
    box = (columns.min(), rows.min(), np.ptp(columns) + 1, np.ptp(rows) + 1)
    (place / "box.txt").write_text(" ".join(str(value) for value in box))
    mask.unlink()


def _deliver(place: Path, run: str) -> None:
    """Images a run never trained on, in a flat folder, and six that show something else."""
    folder = place / "from-line-3"
    if folder.exists():
        return
    folder.mkdir()
    with open(Path(run) / "split.csv", encoding="utf-8", newline="") as stream:
        held_out = [row["file"] for row in csv.DictReader(stream) if row["part"] == "test"]
    for number, file in enumerate(held_out, start=1):
        shutil.copy(place / "parts" / file, folder / f"part-{number:04d}.png")
    rng = np.random.default_rng(0)
    for number in range(1, 7):
        noise = rng.integers(0, 256, (512, 512), dtype=np.uint8)
        Image.fromarray(noise).save(folder / f"part-{len(held_out) + number:04d}.png")


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("project", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--theme", choices=["light", "dark"], default="light")
    parser.add_argument("--only", default=",".join(PARTS))
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.gettempdir()) / "quality-day"  # its name is seen in the pictures
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    os.environ["TRANSFERLENS_KEYS"] = str(place / "keys")
    shutil.copytree(arguments.data, place / "parts")
    shutil.copytree(arguments.project, place / "line-3")
    _spoil(arguments.data, place)
    application()
    LOOK.apply(Mode(arguments.theme))
    store = QSettings(str(place / "settings.ini"), QSettings.Format.IniFormat)
    parts = build(Memory(store))
    parts.window.resize(1366, 768)
    parts.window.show()
    day = Day(parts, place, arguments.out)
    parts.stores.world.open_project(str(place / "line-3"))
    until(lambda: parts.stores.world.runs)
    day.open("parts")
    try:
        for name in arguments.only.split(","):
            getattr(day, name)()
    finally:
        close(parts, arguments.out)
        shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    main()
