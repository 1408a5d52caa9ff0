"""What the window saves: pages built when shown, icons drawn once, rows that Qt counts itself.

    python -m benchmarks.window_start [--rows 100000]

In one run, CPU seconds of the window's thread: the first window, a second one (its icons are drawn
by then), a third with all of its pages; and laying rows out where Python counts them and where Qt
does.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QSettings, QStringListModel
from PySide6.QtWidgets import QListView

from gui.shell.app import application, build
from gui.toolkit.settings import Memory


class Counted(QAbstractListModel):
    """Python says how many rows there are."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, _parent: object = None) -> int:
        """Return how many rows there are."""
        return self.rows


def seconds(work: Callable[[], object]) -> float:
    """Return what it took of this thread's time."""
    before = time.thread_time()
    work()
    return time.thread_time() - before


def laid_out(model: QAbstractItemModel) -> float:
    """Return how long a wrapping list takes to lay a model out, the least of three."""
    view = QListView()
    view.setModel(model)
    view.setFlow(QListView.Flow.LeftToRight)
    view.setWrapping(True)
    view.setUniformItemSizes(True)
    view.resize(600, 600)
    view.show()
    application().processEvents()
    return min(seconds(view.doItemsLayout) for _ in range(3))


def main() -> None:
    """Print both comparisons."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=100_000)
    rows = parser.parse_args().rows
    application()
    with tempfile.TemporaryDirectory() as folder:
        memory = Memory(QSettings(f"{folder}/window.ini", QSettings.Format.IniFormat))
        windows: list[object] = []

        def window(everything: bool = False) -> None:
            parts = build(memory)
            windows.append(parts)
            if everything:
                list(parts.window.pages.values())

        for name, everything in (("first window", False), ("second", False), ("all pages", True)):
            took = seconds(lambda everything=everything: window(everything))
            print(f"{name}: {took:.2f} s")
        for parts in windows:
            parts.stores.client.shut_down()  # type: ignore[attr-defined]
    strings = QStringListModel([""] * rows)
    slow, quick = laid_out(Counted(rows)), laid_out(strings)
    print(f"{rows} rows: counted by Python {1000 * slow:.0f} ms, by Qt {1000 * quick:.0f} ms")


if __name__ == "__main__":
    main()
