"""Pictures of three unclear folders, before and after a person says what they are.

    python -m benchmarks.screenshots_reading OUT [--language en]

Small sets are made in a temporary folder; roles are given by keys, as a person would.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEventLoop, QSettings, QTimer, QTranslator
from PySide6.QtTest import QTest

from engine.data.image import write_image

SETS = {
    "lines": ((), "alpha"),
    "presses": ((("press1", "p"), ("press2", "p")), "type A"),
    "flat": ((("shots", "c"),), "shots"),
}
"""Keys that are pressed on folders, and the class that is named as normal."""


def make(root: Path) -> None:
    """Write the three sets."""
    rng = np.random.default_rng(0)

    def put(name: str, *, bad: bool = False, mask: bool = False) -> None:
        image: NDArray[np.float64] = np.zeros((64, 80)) if mask else rng.normal(120, 8, (64, 80))
        if bad:
            image[16:24, 20:32] = 230
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_image(path, image.clip(0, 255).astype(np.uint8))

    for number in range(4):
        for day in ("mon", "tue"):
            put(f"lines/alpha/{day}/alpha_{day}_{number}.png")
            put(f"lines/beta/{day}/beta_{day}_{number}.png", bad=True)
            put(f"lines/drawn/beta_{day}_{number}.png", bad=True, mask=True)
        for maker in ("press1", "press2"):
            put(f"presses/{maker}/type A/{number}.png")
            put(f"presses/{maker}/type B/{number}.png", bad=True)
        put(f"flat/shots/{number}.png")
    (root / "presses" / "notes.csv").write_text("Nr,Wer\n1,Kim\n2,Lee\n")


def main() -> None:
    """Draw all six pictures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--below", help="where the sets are made: its path is in the pictures")
    arguments = parser.parse_args()
    from gui.shell.app import application, build
    from gui.style.look import LOOK
    from gui.style.theme import Mode
    from gui.toolkit.settings import Memory

    with tempfile.TemporaryDirectory(dir=arguments.below) as folder:
        base = Path(folder)
        make(base)
        app = application()
        LOOK.apply(Mode.LIGHT)
        words = QTranslator(app)
        there = Path(__file__).parent.parent / "resources/translations"
        if arguments.language != "en" and words.load(
            str(there / f"transferlens_{arguments.language}.qm")
        ):
            app.installTranslator(words)
        memory = Memory(QSettings(str(base / "window.ini"), QSettings.Format.IniFormat))
        parts = build(memory)
        parts.window.resize(1180, 660)
        parts.window.show()
        parts.window.show_page("data")
        reading = parts.stores.reading

        def wait(milliseconds: int) -> None:
            loop = QEventLoop()
            QTimer.singleShot(milliseconds, loop.quit)
            loop.exec()

        def until(ready: Callable[[], object]) -> None:
            end = time.monotonic() + 60
            while not ready():
                if time.monotonic() > end:
                    raise TimeoutError
                wait(10)

        def grab(name: str) -> None:
            wait(500)
            ending = "" if arguments.language == "en" else f"-{arguments.language}"
            parts.window.grab().save(str(arguments.out / f"reading-{name}{ending}.png"))

        for name, (keys, normal) in SETS.items():
            parts.stores.data.open(str(base / name))
            until(lambda: reading.look is not None and not reading.busy)
            wait(600)
            grab(f"{name}-before")
            table = parts.window.pages["data"].reading.table  # type: ignore[attr-defined]
            for path, key in keys:
                table.clearSelection()
                table.selectRow([each.path for each in table.rows.rows].index(path))
                QTest.keyClicks(table, key)
                until(lambda: not reading.busy)
            reading.set_normal(normal)
            until(lambda: not reading.busy)
            grab(f"{name}-after")
            reading.leave()
        parts.stores.client.shut_down()
        parts.window.close()


if __name__ == "__main__":
    main()
