"""What the window does while nobody needs it: it builds pages before they are visited."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from gui.shell.main_window import MainWindow

FIRST_MS, NEXT_MS = 1500, 250
"""The first paint and the first click go before; then one page, or one tab, at a time."""


class Idle(QObject):
    """Builds what was not visited yet, in slices.

    A page that is visited before its turn is built then, as without this.

    Parameters
    ----------
    window
        The window there is now: another language brings another one.
    """

    def __init__(self, window: Callable[[], MainWindow], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._done: MainWindow | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin a while after the window is shown."""
        self._timer.start(FIRST_MS)

    def _step(self) -> None:
        self._timer.setInterval(NEXT_MS)
        window = self._window()
        if window is self._done or self._busy(window):
            return
        if not window.make_next():
            self._done = window

    def _busy(self, window: MainWindow) -> bool:
        """Whether somebody or something needs the window's thread more."""
        held = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        over = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        return bool(held or over or window.closing.begun or window.stores.world.opening)
