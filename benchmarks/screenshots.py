"""Pictures of every page with a real project: the real window and the real engine.

    python benchmarks/screenshots.py DATA PROJECT OUT [--theme dark] [--size 1366x768] [--train]

`--train` starts a short run first, so that the Train page is seen at work.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from engine.core.recipe import default_recipe
from gui.shell.app import Parts, application, build
from gui.style.look import LOOK
from gui.style.theme import Mode
from gui.toolkit.settings import Memory


def wait(milliseconds: int) -> None:
    """Let the window and the lanes work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(true: Callable[[], object], seconds: float = 600) -> None:
    """Wait for something; a picture of nothing would be worse than none."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError("the window never got there")
        wait(50)


def shoot(parts: Parts, out: Path, name: str, suffix: str) -> None:
    """Save the window as it is."""
    wait(700)
    parts.window.grab().save(str(out / f"{name}{suffix}.png"))


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data")
    parser.add_argument("project")
    parser.add_argument("out", type=Path)
    parser.add_argument("--theme", choices=["light", "dark"], default="light")
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--suffix", default="")
    parser.add_argument("--train", action="store_true")
    parser.add_argument(
        "--only", default="", help="interpolate, compress, evaluate: that page alone"
    )
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    application()
    LOOK.apply(Mode(arguments.theme))
    store = QSettings(str(arguments.out / ".settings.ini"), QSettings.Format.IniFormat)
    parts = build(Memory(store))
    stores, state = parts.stores, parts.stores.world
    parts.window.resize(*(int(side) for side in arguments.size.split("x")))
    parts.window.show()
    stores.world.open_project(arguments.project)
    stores.data.open(arguments.data)
    until(lambda: state.data is not None and state.runs)
    if arguments.only:
        pages = {"interpolate": _interpolate, "compress": _compress, "evaluate": _evaluate}
        pages[arguments.only](parts, arguments.out, arguments.suffix)
        close(parts, arguments.out)
        return
    bad = [s.index for s in state.data.samples if s.has_region]  # type: ignore[union-attr]
    parts.window.show_page("data")
    stores.regions.show_sample(bad[0])
    shoot(parts, arguments.out, "data", arguments.suffix)
    parts.window.show_page("train")
    if arguments.train:
        stores.train.train([default_recipe("transfer", iterations=40, fold=2)])
        until(lambda: state.runs[0].iteration >= 12)
    shoot(parts, arguments.out, "train", arguments.suffix)
    if arguments.train:
        stores.client.cancel(state.runs[0].job)
        until(lambda: not stores.client.jobs)
    run = next(r for r in state.runs if r.recipe.setting == "transfer" and r.test is not None)
    parts.window.show_page("inspect")
    stores.inspect.choose_run(run.path)
    stores.inspect.judge(run.path)
    until(lambda: not stores.client.jobs)
    shown = state.predictions[run.path]
    worst = max((p for p in shown.values() if p.index in bad), key=lambda p: p.score)
    stores.inspect.inspect(worst.index)
    until(lambda: stores.inspect.state.inspected is not None)
    shoot(parts, arguments.out, "inspect", arguments.suffix)
    _channels(parts, arguments.out, arguments.suffix)
    _evaluate(parts, arguments.out, arguments.suffix)
    _measures(parts, arguments.out, arguments.suffix)
    _study(parts, arguments.out, arguments.suffix)
    _interpolate(parts, arguments.out, arguments.suffix)
    _compress(parts, arguments.out, arguments.suffix)
    close(parts, arguments.out)


def close(parts: Parts, out: Path) -> None:
    """End the lanes and the window."""
    parts.stores.client.shut_down()
    parts.window.close()
    (out / ".settings.ini").unlink(missing_ok=True)
    application().processEvents()


def _channels(parts: Parts, out: Path, suffix: str) -> None:
    overlay = parts.window.pages["inspect"].overlay  # type: ignore[attr-defined]
    overlay.choose_source("layer:" + parts.stores.inspect.state.inspected.layers[-1])  # type: ignore[union-attr]
    until(lambda: parts.stores.inspect.state.channel is not None)
    shoot(parts, out, "inspect-channels", suffix)


def _evaluate(parts: Parts, out: Path, suffix: str) -> None:
    """Every tab of the evaluate page, of the newest finished run on the open data."""
    parts.window.show_page("evaluate")
    page = parts.window.pages["evaluate"]
    wait(1000)
    if not parts.stores.evaluate.state.run:
        return
    until(lambda: parts.stores.evaluate.state.found is not None)
    for key in page.tabs:  # type: ignore[attr-defined]
        page.show_tab(key)  # type: ignore[attr-defined]
        wait(1200)  # the thumbnails come last
        shoot(parts, out, f"evaluate-{key}", suffix)


def _measures(parts: Parts, out: Path, suffix: str) -> None:
    """Every tab of the measures page, if the project holds measured runs."""
    parts.window.show_page("measures")
    page, stores = parts.window.pages["measures"], parts.stores
    wait(3000)
    if not stores.measures.runs:
        return
    for key in page.tabs:  # type: ignore[attr-defined]
        page.show_tab(key)  # type: ignore[attr-defined]
        wait(800)
        if key == "channels":
            sides = stores.measures.comparison.sides.values()
            until(lambda sides=sides: all(side.pictured for side in sides if side.run))
            wait(2000)  # the thumbnails come last
        shoot(parts, out, f"measures-{key}", suffix)


def _study(parts: Parts, out: Path, suffix: str) -> None:
    """The three tabs of the study page, if the project holds a study."""
    parts.window.show_page("study")
    wait(1000)
    page = parts.window.pages["study"]
    if not parts.stores.study.studies:
        return
    for place, name in enumerate(("claims", "iterations", "defects")):
        page.bar.setCurrentIndex(place)  # type: ignore[attr-defined]
        shoot(parts, out, f"study-{name}", suffix)


def _interpolate(parts: Parts, out: Path, suffix: str) -> None:
    """The four tabs of the interpolate page, if two runs were trained on the open data."""
    parts.window.show_page("interpolate")
    page, stores = parts.window.pages["interpolate"], parts.stores
    look = stores.interpolate.state
    wait(1500)
    if not all(side.run for side in look.sides.values()):
        return
    until(lambda: all(side.followed and side.point for side in look.sides.values()))
    until(lambda: all(side.followed.done == side.followed.total for side in look.sides.values()))
    stores.interpolate.move(0.45)
    wait(2000)
    for place, name in enumerate(("slider", "film", "boundary", "overlap")):
        page.show_tab(place)  # type: ignore[attr-defined]
        wait(1500)
        shoot(parts, out, f"interpolate-{name}", suffix)
    if not all(
        stores.interpolate.runs.get(side.run) and stores.interpolate.runs[side.run].quality
        for side in look.sides.values()
    ):
        return
    page.show_tab(0)  # type: ignore[attr-defined]
    stores.interpolate.choose_picture("decoded")
    until(lambda: all(side.point for side in look.sides.values()))
    shoot(parts, out, "interpolate-decoded", suffix)


def _compress(parts: Parts, out: Path, suffix: str) -> None:
    """The students of the run that has some, if one has."""
    parts.window.show_page("compress")
    page, stores = parts.window.pages["compress"], parts.stores
    wait(1000)
    names = {run.name: run.path for run in stores.world.runs}
    made = [run.summary for run in stores.world.runs if run.summary and run.summary.parent]
    parent = next((one.parent for one in made if one.kind == "student"), "")
    if parent not in names:
        return
    stores.compress.choose(names[parent])
    page.show_tab(2)  # type: ignore[attr-defined]
    wait(1000)
    shoot(parts, out, "compress-student", suffix)


if __name__ == "__main__":
    main()
