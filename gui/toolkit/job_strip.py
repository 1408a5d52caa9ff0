"""How far a task is, with the ways to hold and to end it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from gui.store.engine_client import EngineClient, Job
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.parts import ElidedLabel, IconButton
from gui.words.terms import state_name
from gui.words.text import count, stage_text


class JobButtons(QWidget):
    """Pause or Resume, Stop and Cancel: they steer the job that is shown.

    Attributes
    ----------
    pause, stop, cancel
        The buttons; what the engine cannot do with a job that waits is not offered.

    Parameters
    ----------
    pauses, stops
        Whether such a job can be held, and whether something is kept when it is ended.
    """

    def __init__(self, client: EngineClient, *, pauses: bool = False, stops: bool = True) -> None:
        super().__init__()
        self._client = client
        self._pauses, self._stops = pauses, stops
        self._number, self._held = 0, False
        self.pause = IconButton(self.tr("Pause"), "pause")
        self.stop = IconButton(self.tr("Stop and keep"), "stop")
        self.cancel = IconButton(self.tr("Cancel"), "cancel")
        self.pause.clicked.connect(
            lambda: (client.resume if self._held else client.pause)(self._number)
        )
        self.stop.clicked.connect(lambda: client.stop(self._number))
        self.cancel.clicked.connect(lambda: client.cancel(self._number))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        for button in (self.pause, self.stop, self.cancel):
            layout.addWidget(button)

    @property
    def held(self) -> bool:
        """Whether Pause reads Resume."""
        return self._held

    def show_job(self, job: Job | None, *, pauses: bool = True) -> None:
        """Steer another job, or show how the same one stands.

        `pauses`: False where this very job cannot be held.
        """
        self.setVisible(job is not None)
        if job is None:
            return
        self._number = job.number
        self._held = job.state in ("paused", "pausing")
        begun = job.state != "queued"
        ending = job.state in ("stopping", "cancelling")
        self.pause.setVisible(self._pauses and pauses and begun)
        self.pause.setText(self.tr("Resume") if self._held else self.tr("Pause"))
        self.pause.set_icon_name("play" if self._held else "pause")
        self.pause.setEnabled(not ending)
        self.stop.setVisible(self._stops and begun)
        self.stop.setEnabled(not ending)
        self.cancel.setEnabled(job.state != "cancelling")


class JobStrip(QFrame):
    """Words, a bar and the buttons; gone while nothing is under way.

    Parameters
    ----------
    name
        Names the bar for those who cannot see it.
    stop
        Says what is kept when it is ended; "": it can only be cancelled.
    """

    def __init__(
        self, client: EngineClient, name: str, stop: str = "", *, pauses: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self.words = ElidedLabel("", "")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(220)
        self.bar.setAccessibleName(name)
        self.buttons = JobButtons(client, pauses=pauses, stops=bool(stop))
        self.stop, self.cancel = self.buttons.stop, self.buttons.cancel
        self.stop.setToolTip(stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE + 4, SPACE - 2, SPACE - 2, SPACE - 2)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.buttons)
        self.hide()

    def show_job(self, job: Job | None, more: str = "") -> None:
        """Show how a job stands, and say `more` of it."""
        self.setVisible(job is not None)
        self.buttons.show_job(job)
        if job is None:
            return
        words = self.job_words(job)
        self.words.set_whole(f"{words}   {more}" if more else words)
        # 0 of 0 is a bar that only says that something goes on, and moves.
        self.bar.setVisible(job.total > 0 or not LOOK.calm)
        self.bar.setRange(0, max(0, job.total))
        self.bar.setValue(job.done)

    def job_words(self, job: Job) -> str:
        """Say at what it is, and how far."""
        words = stage_text(job.stage)
        if job.state != "running":
            return f"{words}: {state_name(job.state)}"
        return f"{words} {count(job.done)}/{count(job.total)}" if job.total > 1 else words
