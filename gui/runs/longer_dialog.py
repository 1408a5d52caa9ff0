"""How long a finished run is to be trained on."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from gui.store.run_record import RunRecord
from gui.style.theme import SPACE
from gui.toolkit.numbers import QuietSpin
from gui.toolkit.parts import label
from gui.words.pace import about
from gui.words.text import count

MOST = 10_000_000
"""Iterations; the article's own longest run had 320,000."""


class LongerDialog(QDialog):
    """Iterations in all, and what the rest takes at the run's own pace.

    Attributes
    ----------
    iterations
        The field: in all, those of the run included.
    time
        What the rest takes.
    """

    def __init__(self, run: RunRecord, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._seconds = run.iteration, run.seconds
        self.setWindowTitle(self.tr("Train longer"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        template = self.tr("{name} has {n} iterations.", "", self._done)
        layout.addWidget(label(template.format(name=name, n=count(self._done)), "h2", wrap=True))
        words = self.tr(
            "The new run begins with them and comes to what it would have been, trained as long "
            "from the start. This one stays as it is."
        )
        layout.addWidget(label(words, "small", wrap=True))
        caption = self.tr("Iterations in all")
        layout.addWidget(label(caption, "caption"))
        self.iterations = QuietSpin(self._done + 1, max(MOST, self._done + 1))
        self.iterations.setAccessibleName(caption)
        self.iterations.setValue(2 * self._done)
        self.iterations.valueChanged.connect(self._show_time)
        layout.addWidget(self.iterations)
        self.time = label("", "muted", wrap=True)
        layout.addWidget(self.time)
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Train"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(420)
        self.iterations.selectAll()
        self._show_time()

    def _show_time(self) -> None:
        rest = (self.iterations.value() - self._done) * self._seconds / max(1, self._done)
        template = self.tr("{n} more: {time} at this run's pace")
        more = count(self.iterations.value() - self._done)
        self.time.setText(template.format(n=more, time=about(rest)))
