"""The first answer in one line, above whatever is looked at of the data set."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.answer.words import headline
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.parts import ElidedLabel, IconButton
from gui.words.text import count, stage_text


class AnswerLine(QWidget):
    """How far the first answer is, then the answer; hidden while there is neither.

    Signals
    -------
    asked()
        The user wants to see it.
    """

    asked = Signal()

    def __init__(self, stores: Stores) -> None:
        super().__init__()
        self._stores = stores
        self.words = ElidedLabel("", "strong")
        self.look = IconButton(self.tr("First answer"), "next")
        self.look.clicked.connect(self.asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.look)
        stores.answer.changed.connect(self.refresh)
        stores.client.pulse.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what there is to say."""
        store = self._stores.answer
        answer, job = store.state.answer, store.job
        self.setVisible(answer is not None or job is not None)
        if answer is not None:
            self.words.set_whole(headline(answer))
        elif job is not None:
            template = self.tr("First answer: {stage}, {done} of {total}")
            words = template.format(
                stage=stage_text(job.stage), done=count(job.done), total=count(job.total)
            )
            self.words.set_whole(words if job.total else self.tr("First answer: waiting"))
