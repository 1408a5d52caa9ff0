"""The strip above the open images: what to beat, then how far the answer is, then the answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from gui.answer.opening import can_ask, opening_words
from gui.answer.words import headline, so_far
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.parts import ElidedLabel, IconButton, label, row
from gui.words.text import count, stage_text


class AnswerLine(QFrame):
    """One sentence and the one step that is meant.

    Attributes
    ----------
    begin, look
        Find out; show what was found.

    Signals
    -------
    begun()
        The user wants to find out.
    asked()
        The user wants to see the answer.
    """

    begun = Signal()
    asked = Signal()

    def __init__(self, stores: Stores) -> None:
        super().__init__()
        self._stores = stores
        self.setProperty("role", "strip")
        self.words = ElidedLabel("", "h3")
        self.cost = label("", "small")
        self.begin = IconButton(self.tr("Find out"), "play", primary=True)
        self.begin.setToolTip(
            self.tr("What plain filters and a probe make of these images (Ctrl+Shift+F)")
        )
        self.begin.clicked.connect(self.begun)
        self.look = IconButton(self.tr("First answer"), "next")
        self.look.clicked.connect(self.asked)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(self.words)
        said.addWidget(self.cost)
        layout = row()
        layout.addLayout(said, 1)
        layout.addWidget(self.look)
        layout.addWidget(self.begin)
        layout.setContentsMargins(SPACE + 4, SPACE, SPACE, SPACE)
        self.setLayout(layout)
        stores.answer.changed.connect(self.refresh)
        stores.world.data_changed.connect(self.refresh)
        stores.client.pulse.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what there is to say."""
        store, data = self._stores.answer, self._stores.world.data
        self.setVisible(data is not None)
        if data is None:
            return
        state, job = store.state, store.job
        under_way = job is not None or state.answer is not None
        self.begin.setVisible(not under_way)
        self.begin.setEnabled(can_ask(data))
        self.look.setVisible(under_way)
        more = ""
        if state.answer is not None:
            self.words.set_whole(headline(state.answer))
            more = opening_words(data)
        elif job is not None:
            template = self.tr("{stage}: {done} of {total}")
            words = template.format(
                stage=stage_text(job.stage), done=count(job.done), total=count(job.total)
            )
            self.words.set_whole(so_far(state.rungs) if state.rungs else self.tr("Finding out..."))
            more = words if job.total else ""
        else:
            self.words.set_whole(opening_words(data))
            more = store.cost_words() if can_ask(data) else ""
        self.cost.setText(more)
        self.cost.setVisible(bool(more))
