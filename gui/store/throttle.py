"""A signal that fires at most so often, and only after something asked for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal


class Throttle(QObject):
    """Gathers many requests into one `fired` per interval; sleeps while nothing asks.

    Signals
    -------
    fired()
        At most once per `interval` milliseconds, and always after the last request.
    """

    fired = Signal()

    def __init__(self, interval: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(interval)
        self._timer.timeout.connect(self.fired)

    def request(self) -> None:
        """Ask for `fired`; cheap enough for thousands of calls a second."""
        if not self._timer.isActive():
            self._timer.start()
