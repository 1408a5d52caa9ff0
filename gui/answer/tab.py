"""First answer: what plain filters and the probe make of the data set, with no training."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from engine.answer.values import Example
from engine.core.recipe import NO_DEFECTS
from engine.core.table import Table
from gui.answer.example_card import ExampleCard
from gui.answer.mistakes import MistakesButton, better
from gui.answer.words import (
    baseline_words,
    cost_words,
    headline,
    held_out,
    remarks,
    rung_table,
    so_far,
)
from gui.stores import Stores
from gui.style.guard import guarded
from gui.style.theme import SPACE
from gui.toolkit.job_strip import JobStrip
from gui.toolkit.parts import IconButton, label, row
from gui.toolkit.picture_tab import PictureTab
from gui.toolkit.table import WideTable
from gui.words.text import count

COUNTS = (1, 2, 5, 10, 20)
"""Labelled defects to choose from, besides none and all."""

CARDS = 4


class AnswerTab(PictureTab):
    """One sentence, the figures behind it, the worst misses, and what the next rung costs.

    Signals
    -------
    go(str)
        The user wants another page.
    show_image(int)
        An image is to be looked at.
    """

    key = "answer"
    icon = "inspect"
    go = Signal(str)
    show_image = Signal(int)

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self.begin = IconButton(self.tr("Find out"), "play", primary=True)
        self.begin.clicked.connect(self._find)
        self.defects = QComboBox()
        self.defects.setAccessibleName(self.tr("Labelled defects to learn from"))
        self.defects.setToolTip(
            self.tr("How many labelled defects both may learn from; the others test them")
        )
        self.tools.addWidget(self.begin)
        self.tools.addWidget(label(self.tr("Learn from"), "small"))
        self.tools.addWidget(self.defects)
        self.strip = JobStrip(
            stores.client,
            self.tr("Finding out"),
            self.tr("Keep what is known so far"),
        )
        self.headline = label("", "h2", wrap=True, select=True)
        self.rows = WideTable(self.tr("What filters and probe come to"))
        self.said = label("", "muted", wrap=True, select=True)
        self.cost = label("", "muted", wrap=True)
        self.mistakes = MistakesButton(stores)
        self.mistakes.go.connect(self.go)
        self.train = IconButton(self.tr("Train on this set"), "next")
        self.train.clicked.connect(lambda: self.go.emit("train"))
        self.seen = label(self.tr("Misses first; the colour is where a defect is seen"), "small")
        self.cards = [ExampleCard(stores.data.thumbnails) for _ in range(CARDS)]
        for card in self.cards:
            card.chosen.connect(self.show_image)
        outer = self.layout()
        assert outer is not None
        outer.insertWidget(1, self.strip)  # type: ignore[attr-defined]
        top = row(self.headline, self.mistakes)
        top.setStretch(0, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.said)
        self.body.addWidget(self.seen)
        pictures = row(*self.cards, spacing=2 * SPACE)
        self.body.addLayout(pictures, 1)
        self.body.addLayout(row(self.cost, None, self.train))
        stores.answer.changed.connect(self.refresh)
        stores.client.pulse.connect(self.pulse)
        stores.data.thumbnails.arrived.connect(self._arrived)
        self.refresh()

    # ------------------------------------------------------------------ rendering

    def refresh(self) -> None:
        """Bring the tab up to date with the state."""
        state, data = self.stores.answer.state, self.stores.world.data
        self._show_choices()
        self.pulse()
        busy = self.stores.answer.job is not None
        self.begin.setEnabled(not busy and data is not None and data.defective is not None)
        self.begin.set_primary(not state.rungs)
        self.begin.setText(self.tr("Find out again") if state.rungs else self.tr("Find out"))
        if data is None or not (state.rungs or state.answer):
            self._show_nothing(busy)
            return
        answer = state.answer
        shown = answer.rungs if answer is not None else state.rungs
        self.headline.setText(headline(answer) if answer is not None else so_far(state.rungs))
        self.mistakes.refresh()
        self.rows.show_table(rung_table(shown))
        self.said.setText(remarks(answer) if answer is not None else "")
        self.said.setVisible(bool(self.said.text()))
        self.cost.setText(cost_words(answer) if answer is not None else "")
        # The best rung's pictures: whoever decides is to be looked at.
        best = better(shown)
        assert best is not None
        self._show_examples(best.examples)
        words = [held_out(best)]
        if answer is not None:
            words.append(baseline_words(answer))
        self.show_picture(" ".join(words))

    def _show_nothing(self, busy: bool) -> None:
        data, failed = self.stores.world.data, self.stores.answer.state.failed
        if failed:
            self.show_empty(self.tr("No answer"), failed)
        elif busy:
            self.show_empty(
                self.tr("Finding out"), self.tr("The first figures come within seconds.")
            )
        elif data is not None and data.defective is None:
            self.show_empty(
                self.tr("Which class is normal?"),
                self.tr("Choose it on the left: without it nothing can be called defective."),
            )
        else:
            self.show_empty(
                self.tr("A first answer in seconds"),
                self.tr(
                    "Plain filters, then a probe on frozen features: what they reach without any "
                    "training, on images they did not see."
                ),
            )

    def _show_choices(self) -> None:
        data = self.stores.world.data
        there = (data.defective or 0) if data is not None else 0
        counts = [number for number in COUNTS if number < there]
        wanted = [NO_DEFECTS, *counts, 0]
        held = [self.defects.itemData(place) for place in range(self.defects.count())]
        if held == wanted and self.defects.property("there") == there:
            return
        self.defects.setProperty("there", there)
        self.defects.clear()
        self.defects.addItem(self.tr("normal images only"), NO_DEFECTS)
        for number in counts:
            self.defects.addItem(self.tr("{n} defects", "", number).format(n=count(number)), number)
        self.defects.addItem(self.tr("all {n} defects", "", there).format(n=count(there)), 0)
        self.defects.setCurrentIndex(self.defects.count() - 1)

    def _show_examples(self, examples: tuple[Example, ...]) -> None:
        for place, card in enumerate(self.cards):
            card.show_example(examples[place] if place < len(examples) else None)
        self.seen.setVisible(bool(examples))
        self.stores.data.thumbnails.want(self, [each.index for each in examples])

    def _arrived(self, index: int) -> None:
        for card in self.cards:
            if card.picture.example is not None and card.picture.example.index == index:
                card.picture.update()

    def pulse(self) -> None:
        """Show how far it is."""
        self.strip.show_job(self.stores.answer.job)

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        """What was worked out meanwhile is shown."""
        super().showEvent(event)
        self.refresh()

    def table(self) -> Table[Any] | None:
        """The rungs side by side."""
        rungs = self.stores.answer.state.rungs
        return rung_table(rungs) if rungs else None

    # ------------------------------------------------------------------ intents

    def _find(self) -> None:
        wanted = int(self.defects.currentData() or 0)
        cost = self.stores.answer.cost_words
        self.stores.world.with_project(lambda: self.stores.answer.find_out(wanted), cost)
