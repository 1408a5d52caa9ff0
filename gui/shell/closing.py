"""How the window closes: at once when idle, else as the user says, and never before the engine."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox

from gui.store.engine_client import EngineClient

PATIENCE_MS = 2000
"""How long a window that is being closed is shown while the engine ends."""


class Closing(QObject):
    """The steps between the wish to close a window and its end.

    Parameters
    ----------
    window
        It is closed again, this time for good, as soon as the engine has ended.
    save
        Keeps what the window wants to find again.

    Attributes
    ----------
    begun : bool
        Whether the window has begun to close.
    """

    def __init__(self, window: QMainWindow, client: EngineClient, save: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._client, self._save = window, client, save
        self._choice = ""
        self._ending = QElapsedTimer()
        self._ended = QTimer(self)
        self._ended.setInterval(40)
        self._ended.timeout.connect(self._close_if_ended)
        client.jobs_changed.connect(self._jobs_changed)

    @property
    def begun(self) -> bool:
        return bool(self._choice)

    def take(self, event: QCloseEvent) -> None:
        """Answer the wish to close: at once when idle; else ask, let the engine end, then close."""
        if self._client.lanes_ended:
            self._save()
            event.accept()
            return
        event.ignore()
        if self._choice == "now":
            return
        choice = self.ask() if self._client.busy else "now"
        if choice == "stay":
            return
        self._choice = choice
        if choice == "keep":
            self._say(self.tr("Stopping; closes when the run is kept"))
            self._client.wind_down()
            self._jobs_changed()
        else:
            self._end_lanes()

    def ask(self) -> str:
        """Ask what to do with work under way: "keep", "now" (drop it) or "stay"."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Work is under way"))
        box.setText(self.tr("The engine is still at work. Close all the same?"))
        box.setInformativeText(
            self.tr("A cancelled run keeps its last checkpoint and can be resumed.")
        )
        keep = box.addButton(
            self.tr("Stop and keep, then close"), QMessageBox.ButtonRole.AcceptRole
        )
        drop = box.addButton(
            self.tr("Cancel work and close"), QMessageBox.ButtonRole.DestructiveRole
        )
        stay = box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.exec()
        clicked = box.clickedButton()
        return "keep" if clicked is keep else "now" if clicked is drop else "stay"

    def _say(self, words: str) -> None:
        self._window.statusBar().showMessage(words)

    def _jobs_changed(self) -> None:
        if self._choice == "keep" and not self._client.busy:
            self._end_lanes()

    def _end_lanes(self) -> None:
        self._choice = "now"
        self._say(self.tr("Saving and closing..."))
        self._client.request_shut_down()
        self._ending.start()
        self._ended.start()

    def _close_if_ended(self) -> None:
        window = self._window
        if self._client.lanes_ended:
            self._ended.stop()
            gone = window.isHidden()
            window.close()
            if gone:
                QApplication.quit()  # a window that is hidden already is no last one
        elif window.isVisible() and self._ending.hasExpired(PATIENCE_MS):
            # What cannot be interrupted ends by itself, and then the program does; nobody need
            # look at it.
            self._save()
            window.hide()
