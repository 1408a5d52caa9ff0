"""How far an inspection is, with the ways to hold and to end it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from gui.folder.state import FolderState
from gui.folder.words import outcome_words, progress_words
from gui.store.engine_client import Job
from gui.style.theme import SPACE
from gui.toolkit.parts import ElidedLabel, IconButton
from gui.words.terms import state_name
from gui.words.text import count, stage_text


class FolderStrip(QFrame):
    """Words, a bar, Pause, Stop and Cancel; after the end only words.

    Signals
    -------
    paused(int), resumed(int), stopped(int), cancelled(int)
        The job of that number is to be held, gone on with, or ended.
    """

    paused = Signal(int)
    resumed = Signal(int)
    stopped = Signal(int)
    cancelled = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._number, self._held = 0, False
        self.setProperty("role", "strip")
        self.words = ElidedLabel("", "")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(180)
        self.bar.setAccessibleName(self.tr("Images judged"))
        self.pause = IconButton(self.tr("Pause"), "pause")
        self.stop = IconButton(self.tr("Stop"), "stop")
        self.stop.setToolTip(self.tr("End after this image; what was judged is kept"))
        self.cancel = IconButton(self.tr("Cancel"), "cancel")
        self.cancel.setToolTip(self.tr("End at once; what was judged is kept"))
        self.pause.clicked.connect(
            lambda: (self.resumed if self._held else self.paused).emit(self._number)
        )
        self.stop.clicked.connect(lambda: self.stopped.emit(self._number))
        self.cancel.clicked.connect(lambda: self.cancelled.emit(self._number))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE + 4, SPACE - 3, SPACE - 2, SPACE - 3)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.pause, self.stop, self.cancel):
            layout.addWidget(button)
        self.hide()

    def show_batch(self, look: FolderState, job: Job | None) -> None:
        """Show how an inspection stands."""
        for part in (self.bar, self.pause, self.stop, self.cancel):
            part.setVisible(job is not None)
        if job is None:
            words = outcome_words(look)
            self.setVisible(bool(words))
            self.words.set_whole(words)
            return
        self.show()
        self._number = job.number
        self._held = job.state in ("paused", "pausing")
        self.pause.setText(self.tr("Resume") if self._held else self.tr("Pause"))
        self.pause.set_icon_name("play" if self._held else "pause")
        ending = job.state in ("stopping", "cancelling")
        self.pause.setEnabled(job.state in ("running", "paused"))
        self.stop.setEnabled(not ending)
        self.cancel.setEnabled(job.state != "cancelling")
        self.words.set_whole(self._words(look, job))
        # 0 of 0 is a bar that only says that something goes on.
        self.bar.setRange(0, 1 if look.waiting else max(0, job.total))
        self.bar.setValue(1 if look.waiting else job.done)

    def _words(self, look: FolderState, job: Job) -> str:
        if look.head is None:
            words = stage_text(job.stage or "loading")
            if job.total > 1:
                words = f"{words} {count(job.done)}/{count(job.total)}"
        else:
            words = progress_words(look)
        return words if job.state == "running" else f"{words}   {state_name(job.state)}"
