"""From the slider of the page Interpolate to painted pixels, through the real window.

    python benchmarks/slider_to_pixels.py DATA PROJECT LEFT RIGHT [--train] [--moves 300]

LEFT and RIGHT are names of two runs. Each move sets the slider as a mouse would and waits until
both runs' pictures of that place are painted (the end of the later one's paint event); then the
next move. Printed for each way to see the features: median, p95 and largest time in ms. A second
series moves every 8 ms without waiting, as a dragging hand does, and takes the time from a move to
the first painting that is as new. (At most one request is in flight: `gui.store.question`.)

With --train a run of VGG-16 trains meanwhile in the training lane (in a throwaway project).
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy as np
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.screenshots import until, wait
from engine.core.recipe import default_recipe
from gui.interpolate.painted import PictureView
from gui.interpolate.state import SIDES
from gui.interpolate.store import InterpolateStore
from gui.shell.app import application, build
from gui.toolkit.settings import Memory

PICTURES = ("sum", "second", "channel", "decoded")


class Painted:
    """When each run's picture was painted last, and of which place."""

    def __init__(self, store: InterpolateStore) -> None:
        self.log: list[tuple[float, float]] = []
        self._views: dict[int, str] = {}
        original = PictureView.paintEvent

        def paint(view: PictureView, event: object) -> None:
            original(view, event)  # type: ignore[arg-type]
            name = self._views.get(id(view))
            if name is not None:
                point = store.state.sides[name].point
                self.places[name] = point.t if point is not None else -1.0
                self.log.append((time.perf_counter(), min(self.places.values())))

        PictureView.paintEvent = paint  # type: ignore[method-assign]
        self.places = dict.fromkeys(SIDES, -1.0)

    def watch(self, view: PictureView, name: str) -> None:
        """Note this view's paintings."""
        self._views[id(view)] = name


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data")
    parser.add_argument("project")
    parser.add_argument("left")
    parser.add_argument("right")
    parser.add_argument("--train", action="store_true")
    parser.add_argument("--moves", type=int, default=300)
    arguments = parser.parse_args()
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        parts = build(Memory(store))
        stores, state, window = parts.stores, parts.stores.world, parts.window
        window.resize(1366, 768)
        window.show()
        stores.world.open_project(arguments.project)
        stores.data.open(arguments.data)
        until(lambda: state.data is not None and state.runs)
        runs = {run.name: run.path for run in state.runs}
        window.show_page("interpolate")
        page = window.pages["interpolate"]
        stores.interpolate.choose_runs(runs[arguments.left], runs[arguments.right])
        look = stores.interpolate.state
        until(
            lambda: all(
                side.followed is not None and side.followed.done == side.followed.total
                for side in look.sides.values()
            )
        )
        until(lambda: all(side.point is not None for side in look.sides.values()))
        if arguments.train:
            stores.world.project = str(Path(folder) / "project")
            stores.train.train([default_recipe("transfer", iterations=2000, validation=0.1)])
            until(lambda: state.current_run is not None and state.current_run.iteration >= 2)
        painted = Painted(stores.interpolate)
        for name in SIDES:
            painted.watch(page.slider.rows[name].picture, name)  # type: ignore[attr-defined]
        shape = stores.interpolate.state.ends[0].image.shape
        print(
            f"{arguments.left} | {arguments.right}, images {shape[1]}x{shape[0]}, window 1366x768"
        )
        print(f"{platform.machine()}, {os.cpu_count()} cores, training: {arguments.train}")
        print(
            f"{'picture':<10}{'median':>8}{'p95':>8}{'largest':>9}   {'dragged: median':>16}{'p95':>8}"
        )
        for picture in PICTURES:
            if picture == "decoded" and not all(
                stores.interpolate.runs.get(side.run) and stores.interpolate.runs[side.run].quality
                for side in look.sides.values()
            ):
                print("decoded: a run has no decoder; train them first")
                continue
            stores.interpolate.choose_picture(picture)
            until(lambda: all(side.point is not None for side in look.sides.values()))
            wait(200)
            one = stepped(app, page, painted, arguments.moves)
            drag = dragged(page, painted, arguments.moves)
            print(
                f"{picture:<10}{np.median(one):>8.1f}{np.quantile(one, 0.95):>8.1f}{max(one):>9.1f}"
                f"   {np.median(drag):>16.1f}{np.quantile(drag, 0.95):>8.1f}",
                flush=True,
            )
        stores.client.wind_down()
        for job in list(stores.client.jobs.values()):
            stores.client.cancel(job.number)
        stores.client.shut_down()


def stepped(app: QApplication, page: object, painted: Painted, moves: int) -> list[float]:
    """Milliseconds from a move to both pictures painted, one move at a time."""
    rng = np.random.default_rng(0)
    place, found = 500, []
    for _ in range(moves):
        place = int(np.clip(place + rng.integers(-30, 31), 0, 1000))
        if place == page.transport.slider.value():  # type: ignore[attr-defined]
            place = (place + 7) % 1000
        began = time.perf_counter()
        page.transport.slider.setValue(place)  # type: ignore[attr-defined]
        t = page.stores.interpolate.state.t  # type: ignore[attr-defined]
        while any(abs(shown - t) > 1e-9 for shown in painted.places.values()):
            # Asleep between events, as the window's own loop: a busy one would take a core.
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() - began > 10:
                raise TimeoutError("nothing was painted")
        found.append((painted.log[-1][0] - began) * 1000)
    return found


def dragged(page: object, painted: Painted, moves: int) -> list[float]:
    """Milliseconds from a move to the first painting that is as new, moves every 8 ms."""
    asked: list[tuple[float, float]] = []
    painted.log.clear()
    for number in range(moves):
        place = 1 + number * 998 // moves
        asked.append((time.perf_counter(), place / 1000))
        page.transport.slider.setValue(place)  # type: ignore[attr-defined]
        loop = QEventLoop()
        QTimer.singleShot(8, loop.quit)
        loop.exec()
    until(lambda: min(painted.places.values()) >= asked[-1][1] - 1e-9)
    found = []
    for when, t in asked:
        shown = [at for at, place in painted.log if at >= when and place >= t - 1e-9]
        found.append((shown[0] - when) * 1000)
    return found


if __name__ == "__main__":
    main()
