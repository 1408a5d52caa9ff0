"""Where a decoded picture would be: the way to a decoder, and one in training."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from engine.interpolate.messages import DecoderStep
from gui.interpolate.painted import PaintedText, PictureView
from gui.store.engine_client import Job
from gui.style.images import as_qimage
from gui.toolkit.parts import IconButton, ThemedButton, label, row
from gui.words.terms import state_name
from gui.words.text import count, fixed, stage_text


class DecoderBox(QWidget):
    """Train a run's decoder, or both runs' with the same budget; watch it, stop it, drop it.

    Signals
    -------
    wanted(bool)
        The user wants a decoder; True: one for each run.
    stopped(), cancelled()
        Keep it as it is; drop it.
    """

    wanted = Signal(bool)
    stopped = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = label(self.tr("This run has no decoder yet."), "small", wrap=True)
        self.train = IconButton(self.tr("Train decoder"), "play")
        self.both = IconButton(self.tr("Train both"))
        self.both.setToolTip(self.tr("One for each run, with the same images and steps"))
        self.train.clicked.connect(lambda: self.wanted.emit(False))
        self.both.clicked.connect(lambda: self.wanted.emit(True))
        self.image = PictureView(self.tr("A test image"), smooth=True)
        self.decoded = PictureView(self.tr("What the decoder makes of it"), smooth=True)
        for view in (self.image, self.decoded):
            view.setMinimumSize(40, 40)
        self.progress = PaintedText(small=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Decoder training"))
        self.stop = ThemedButton("stop", self.tr("Stop now and keep the decoder"))
        self.cancel = ThemedButton("cancel", self.tr("Drop this decoder"))
        self.stop.clicked.connect(self.stopped)
        self.cancel.clicked.connect(self.cancelled)
        self._idle, self._busy = QWidget(), QWidget()
        idle = QVBoxLayout(self._idle)
        idle.setContentsMargins(0, 0, 0, 0)
        for part in (self._words, self.train, self.both):
            idle.addWidget(part)
        idle.addStretch(1)
        busy = QVBoxLayout(self._busy)
        busy.setContentsMargins(0, 0, 0, 0)
        busy.setSpacing(3)
        busy.addLayout(row(self.image, self.decoded, spacing=4), 1)
        busy.addWidget(self.progress)
        steer = row(self._bar, self.stop, self.cancel, spacing=4)
        steer.setStretch(0, 1)
        steer.setAlignment(self._bar, Qt.AlignmentFlag.AlignVCenter)
        busy.addLayout(steer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._idle)
        layout.addWidget(self._busy)

    def show_training(self, job: Job | None, step: DecoderStep | None, *, several: bool) -> None:
        """Show how a decoder's training stands; `several`: another run lacks one too."""
        self._idle.setVisible(job is None)
        self._busy.setVisible(job is not None)
        self.both.setVisible(several)
        if job is None:
            return
        ending = job.state in ("stopping", "cancelling")
        self.stop.setEnabled(not ending and step is not None)
        self.cancel.setEnabled(job.state != "cancelling")
        self._bar.setRange(0, job.total)
        self._bar.setValue(job.done)
        if step is None:
            for view in (self.image, self.decoded):
                view.show_words("")
            waiting = job.state != "running"
            self.progress.show_text(state_name(job.state) if waiting else stage_text(job.stage))
            return
        self.image.show_image(_copy(step.image))
        self.decoded.show_image(_copy(step.decoded))
        template = self.tr("Step {step} of {steps}, {psnr} dB")
        self.progress.show_text(
            state_name(job.state)
            if ending
            else template.format(
                step=count(step.step), steps=count(step.steps), psnr=fixed(step.psnr, 1)
            )
        )


def _copy(array: object) -> QImage:
    # The event's array goes with the next step.
    return as_qimage(array).copy()  # type: ignore[arg-type]
