"""Python's cycle collector, kept on the window's thread.

The collector runs in whichever thread happens to allocate. If that is the engine's thread, it
may destroy Qt objects (a closed dialog, a removed curve) there, and Qt crashes. So automatic
collection is off while a window lives, and a timer of the window's thread does it instead.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer


class Collector(QObject):
    """Collects in the thread it lives in; `stop` gives collection back to Python.

    Attributes
    ----------
    full_every
        After so many looks a full collection is made, if there was anything new at all.
    """

    def __init__(self, interval: int = 500, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.full_every = 120
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(interval)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Take over from Python."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Hand back to Python."""
        self._timer.stop()
        gc.enable()

    def look(self) -> None:
        """Collect as much as Python itself would."""
        young, middle, _ = gc.get_count()
        first, second, _ = gc.get_threshold()
        if young < first:
            return
        self._looks += 1
        if self._looks >= self.full_every:
            self._looks = 0
            gc.collect(2)
        else:
            gc.collect(1 if middle >= second else 0)
