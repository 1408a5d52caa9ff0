"""A project over 100,000 images: opening, scrolling, memory, through the real window and engine.

    python -m benchmarks.hundred_thousand [--images 100000] [--keep FOLDER]

Makes a folder per class of small pictures (500 different ones, linked under many names), opens it
twice in programs of their own - the first scan, then from what is kept of it - and scrolls the
gallery from top to bottom in steps of a page while thumbnails load. A stall is a gap between two
beats of a 4 ms timer in the window's thread. Memory is the largest resident set of the whole
program, torch and Qt included.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SHARES = {"good": 0.9, "scratch": 0.07, "hole": 0.03}
DIFFERENT = 500


def make(root: Path, images: int) -> None:
    """Write the set, unless it is there."""
    import numpy as np

    from engine.data.image import write_image

    if root.is_dir():
        return
    rng = np.random.default_rng(0)
    base = root.with_name(f"{root.name}-base")
    base.mkdir(parents=True)
    for number in range(DIFFERENT):
        write_image(base / f"{number}.png", rng.integers(0, 255, (64, 64), dtype=np.uint8))
    for name, share in SHARES.items():
        (root / name).mkdir(parents=True)
        for number in range(round(images * share)):
            os.link(base / f"{number % DIFFERENT}.png", root / name / f"part_{number:06d}.png")


def look(data: Path, small: Path, project: Path) -> dict[str, object]:
    """Open the set in a real window and scroll through its gallery."""
    from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer

    from gui.shell.app import application, build
    from gui.toolkit.settings import Memory

    application()
    store = QSettings(str(project.parent / "window.ini"), QSettings.Format.IniFormat)
    store.clear()
    parts = build(Memory(store))
    window, state = parts.window, parts.stores.world
    window.resize(1366, 768)
    window.show()

    def wait(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until(ready: Callable[[], object], limit: float = 300) -> None:
        end = time.monotonic() + limit
        while not ready():
            if time.monotonic() > end:
                raise TimeoutError
            wait(5)

    parts.stores.world.open_project(str(project))
    # The engine loads torch at its first command; a small set makes it ready.
    parts.stores.data.open(str(small))
    until(lambda: state.data is not None and not state.opening)
    start = time.monotonic()
    parts.stores.data.open(str(data))
    until(lambda: state.data is not None and state.data.path == str(data))
    opened = time.monotonic() - start
    page = window.pages["data"]
    gallery = page._gallery  # type: ignore[attr-defined]
    until(lambda: gallery.rows.rowCount() == state.data.images)
    shown = time.monotonic() - start
    beats: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(4)
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    timer.start()
    bar = gallery.verticalScrollBar()
    end = time.monotonic() + 12
    steps, place = 400, 0
    while time.monotonic() < end and place <= steps:
        bar.setValue(round(bar.maximum() * place / steps))
        place += 1
        wait(25)
    timer.stop()
    gaps = [1000 * (b - a) for a, b in itertools.pairwise(beats)]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    parts.stores.client.shut_down()
    window.close()
    return {
        "images": state.data.images,
        "opened_s": round(opened, 2),
        "shown_s": round(shown, 2),
        "scrolled_steps": place,
        "median_gap_ms": round(statistics.median(gaps), 1),
        "longest_gap_ms": round(max(gaps), 1),
        "gaps_over_50_ms": sum(gap > 50 for gap in gaps),
        "memory_mib": round(memory),
    }


def main() -> None:
    """Make the set, then look at it twice in programs of their own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--images", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="where the set is made and stays")
    parser.add_argument("--look", type=Path, nargs=3, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.look:
        print(json.dumps(look(*arguments.look)))
        return
    with tempfile.TemporaryDirectory() as folder:
        home = arguments.keep or Path(folder)
        data, project = home / "set", home / "project"
        make(data, arguments.images)
        make(home / "small", 60)
        time.sleep(2.5)  # a scan is kept of files that have settled
        cache = {"TRANSFERLENS_CACHE": str(Path(folder) / "cache")}
        for name in ("first scan", "again"):
            command = [sys.executable, "-m", "benchmarks.hundred_thousand"]
            command += ["--look", str(data), str(home / "small"), str(project)]
            done = subprocess.run(
                command, env=os.environ | cache, capture_output=True, text=True, check=True
            )
            print(name, done.stdout.strip().splitlines()[-1], flush=True)


if __name__ == "__main__":
    main()
