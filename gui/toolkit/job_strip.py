"""How far a task is, with the ways to end it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from gui.store.engine_client import Job
from gui.style.theme import SPACE
from gui.toolkit.parts import ElidedLabel, IconButton
from gui.words.terms import state_name
from gui.words.text import count, stage_text


class JobStrip(QFrame):
    """Words, a bar, Stop where something can be kept, and Cancel; gone while nothing is under way.

    Signals
    -------
    stopped(int), cancelled(int)
        End the job of that number and keep what there is; drop it.
    """

    stopped = Signal(int)
    cancelled = Signal(int)

    def __init__(self, name: str, stop: str = "") -> None:
        super().__init__()
        self._number = 0
        self._stops = bool(stop)
        self.setProperty("role", "strip")
        self.words = ElidedLabel("", "")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(220)
        self.bar.setAccessibleName(name)
        self.stop = IconButton(self.tr("Stop and keep"), "stop")
        self.stop.setToolTip(stop)
        self.cancel = IconButton(self.tr("Cancel"), "cancel")
        self.stop.clicked.connect(lambda: self.stopped.emit(self._number))
        self.cancel.clicked.connect(lambda: self.cancelled.emit(self._number))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE + 4, SPACE - 2, SPACE - 2, SPACE - 2)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.stop)
        layout.addWidget(self.cancel)
        self.hide()

    def show_job(self, job: Job | None, first: str, more: str = "") -> None:
        """Show how a job stands; `first` is its stage until it has told one."""
        self.setVisible(job is not None)
        if job is None:
            return
        self._number = job.number
        ending = job.state in ("stopping", "cancelling")
        words = stage_text(job.stage or first)
        if job.state != "running":
            words = f"{words}: {state_name(job.state)}"
        elif job.total > 1:
            words = f"{words} {count(job.done)}/{count(job.total)}"
        self.words.set_whole(f"{words}   {more}" if more else words)
        # 0 of 0 is a bar that only says that something goes on.
        self.bar.setRange(0, max(0, job.total))
        self.bar.setValue(job.done)
        self.stop.setVisible(self._stops)
        self.stop.setEnabled(job.state == "running" and not ending)
        self.cancel.setEnabled(job.state != "cancelling")
