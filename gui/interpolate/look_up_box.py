"""Where something would be that has to be looked up first: why, a button, how far it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from gui.store.engine_client import Job
from gui.toolkit.parts import IconButton, label


class LookUpBox(QWidget):
    """Offers to look something up, and to leave it.

    Attributes
    ----------
    button
        Asks for it, or cancels it while it is under way.

    Signals
    -------
    wanted()
        The user wants it.
    cancelled()
        ... or rather not.
    """

    wanted = Signal()
    cancelled = Signal()

    def __init__(self, why: str, button: str, tip: str) -> None:
        super().__init__()
        self._job: Job | None = None
        self._text = button
        self.button = IconButton(button, "search")
        self.button.setToolTip(tip)
        self.button.clicked.connect(
            lambda: (self.cancelled if self._job is not None else self.wanted).emit()
        )
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Images looked up"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label(why, "small", wrap=True))
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._bar)
        layout.addStretch(1)
        self.show_job(None)

    def show_job(self, job: Job | None) -> None:
        """Show how far the look-up is."""
        self._job = job
        self._bar.setVisible(job is not None)
        self.button.setText(self._text if job is None else self.tr("Cancel"))
        self.button.set_icon_name("search" if job is None else "cancel")
        self.button.setEnabled(job is None or job.state != "cancelling")
        if job is not None:
            self._bar.setRange(0, job.total)
            self._bar.setValue(job.done)
