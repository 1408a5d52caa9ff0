"""The verdict on the image looked at, and what a person says of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit

from engine.core.values import Prediction, SampleRow
from engine.review.messages import Review, suggested_class
from gui.review.words import reason_sentence, review_text, signature
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.log_odds import score_text
from gui.toolkit.numbers import QuietCombo
from gui.toolkit.parts import Card, ElidedLabel, IconButton, ThemedButton, label, row, rule
from gui.words.text import signed

CLASS_KEYS = 9
"""Classes that have a number key."""


class SayCard(Card):
    """Label, verdict, score, threshold and reason; agree, overrule, relabel, clear; comment.

    Attributes
    ----------
    agree, overrule, relabel, clear, undo, redo
        The buttons.
    becomes
        The classes an image can be marked to become.
    comment, reviewer
        What goes with a review.

    Signals
    -------
    said(str, str)
        The user says something of the image: one of `SAID` and the class it is to become.
    cleared(), undo_asked(), redo_asked()
        That button was pressed.
    """

    said = Signal(str, str)
    cleared = Signal()
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, stores: Stores) -> None:
        super().__init__()
        self.stores = stores
        self._index = -1
        self._drafts: dict[int, str] = {}
        self.reason = label("", wrap=True)
        self.reason.setMinimumHeight(3 * self.reason.fontMetrics().lineSpacing() + 2)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.reason)
        self.body.addLayout(self._facts())
        self.body.addWidget(rule())
        self._buttons()
        self.body.addWidget(rule())
        self.state = label("", "h2", wrap=True)
        self.signed = label("", "small", wrap=True)
        self.body.addWidget(self.state)
        self.body.addWidget(self.signed)
        self.comment = QLineEdit()
        self.comment.setPlaceholderText(self.tr("Comment (optional)"))
        self.comment.setAccessibleName(self.tr("Comment"))
        self.comment.setMaxLength(500)
        self.comment.editingFinished.connect(self._commented)
        self.comment.textEdited.connect(self._drafted)
        self.body.addWidget(self.comment)
        self.reviewer = QLineEdit()
        self.reviewer.setMaxLength(80)
        self.reviewer.setPlaceholderText(self.tr("Your name"))
        self.reviewer.setAccessibleName(self.tr("Reviewer"))
        self.reviewer.editingFinished.connect(
            lambda: stores.review.use_reviewer(self.reviewer.text())
        )
        line = row(label(self.tr("Reviewer"), "muted"), self.reviewer)
        line.setStretch(1, 1)
        self.body.addLayout(line)

    # ------------------------------------------------------------------ building

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(2)
        self.values: dict[str, ElidedLabel] = {}
        for place, (key, name) in enumerate(
            (
                ("label", self.tr("Label")),
                ("verdict", self.tr("Verdict")),
                ("score", self.tr("Score")),
                ("threshold", self.tr("Threshold")),
                ("distance", self.tr("Distance")),
            )
        ):
            text = ElidedLabel("")
            self.values[key] = text
            grid.addWidget(label(name, "muted"), place, 0)
            grid.addWidget(text, place, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _buttons(self) -> None:
        self.agree = IconButton(self.tr("Verdict right (A)"), "check", primary=True)
        self.agree.setToolTip(self.tr("What the network says of the part is true"))
        self.overrule = IconButton(self.tr("Verdict wrong (O)"), "cancel")
        self.overrule.setToolTip(self.tr("The verdict is wrong, and the label is right: it stays"))
        self.relabel = IconButton(self.tr("Label wrong (R)"), "swap")
        self.relabel.setToolTip(
            self.tr("The label is wrong: mark it to become the class below (R, or its number)")
        )
        self.becomes = QuietCombo()
        self.becomes.setAccessibleName(self.tr("Class it is to become"))
        self.becomes.setSizeAdjustPolicy(
            QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.clear = ThemedButton("erase", self.tr("Clear the review (Delete)"))
        self.undo = ThemedButton("undo", self.tr("Undo (Ctrl+Z)"))
        self.redo = ThemedButton("redo", self.tr("Redo (Ctrl+Shift+Z)"))
        for button in (self.agree, self.overrule, self.relabel, self.clear, self.undo, self.redo):
            # A click leaves the keys to the images.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.agree.clicked.connect(lambda: self.said.emit("agree", ""))
        self.overrule.clicked.connect(lambda: self.said.emit("overrule", ""))
        self.relabel.clicked.connect(self.mark)
        self.clear.clicked.connect(self.cleared)
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.body.addWidget(self.agree)
        self.body.addWidget(self.overrule)
        line = row(self.relabel, self.clear, self.undo, self.redo, spacing=2)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.body.addWidget(self.becomes)

    # ------------------------------------------------------------------ rendering

    def show_image(self) -> None:
        """Show the verdict on the image looked at."""
        state, samples = self.stores.review.state, self.stores.world.samples
        result, index = state.found, state.index
        verdict = result.predictions.get(index) if result else None
        if verdict is None or result is None or not 0 <= index < len(samples):
            self._index = -1
            self._show_nothing()
            return
        sample = samples[index]
        place = int((result.indices == index).argmax())
        reason, distance = int(result.reasons[place]), float(result.distances[place])
        self.reason.setText(reason_sentence(sample, verdict, reason, distance))
        known = sample.defective is not None
        for key, text in (
            ("label", sample.class_name),
            ("verdict", verdict.class_name),
            ("score", score_text(verdict.score) if known else "\N{EN DASH}"),
            ("threshold", score_text(result.threshold) if known else "\N{EN DASH}"),
            (
                "distance",
                self.tr("{n} in log-odds").format(n=signed(distance)) if known else "\N{EN DASH}",
            ),
        ):
            self.values[key].set_whole(text)
        if index != self._index:
            self._index = index
            self._offer(sample, verdict)
        self.show_said()

    def _show_nothing(self) -> None:
        self.reason.setText(self.tr("No image is chosen."))
        for value in self.values.values():
            value.set_whole("\N{EN DASH}")
        self.becomes.clear()
        self.show_said()

    def _offer(self, sample: SampleRow, verdict: Prediction) -> None:
        result = self.stores.review.state.found
        assert result is not None
        self.becomes.clear()
        others = [each.name for each in result.classes if each.name != sample.class_name]
        for number, name in enumerate(others, start=1):
            key = f"{number}  " if number <= CLASS_KEYS and len(others) > 1 else ""
            self.becomes.addItem(f"{key}{name}", name)
        review = self._review()
        wanted = review.becomes if review else ""
        wanted = wanted or suggested_class(result.classes, sample.class_name, verdict.class_name)
        self.becomes.setCurrentIndex(max(0, self.becomes.findData(wanted)))
        self.becomes.setToolTip(self.becomes.currentText())

    def show_said(self) -> None:
        """Show what is said of the image, and what can be done."""
        review, there = self._review(), self._index >= 0
        self.state.setText(review_text(review) if there else "")
        self.signed.setText(signature(review))
        if not self.comment.hasFocus() or not there:
            draft = self._drafts.get(self._index, "")
            self.comment.setText(review.comment if review else draft)
        if not self.reviewer.hasFocus():
            self.reviewer.setText(self.stores.review.state.reviewer)
        for widget in (self.agree, self.overrule, self.comment):
            widget.setEnabled(there)
        self.relabel.setEnabled(there and self.becomes.count() > 0)
        self.becomes.setEnabled(there and self.becomes.count() > 0)
        self.clear.setEnabled(review is not None)
        self.undo.setEnabled(self.stores.review.undo_order > 0)
        self.redo.setEnabled(self.stores.review.redo_order > 0)

    def _review(self) -> Review | None:
        return self.stores.review.state.said.get(self._index)

    # ------------------------------------------------------------------ intents

    def mark(self) -> None:
        """Mark the image to become the class that is chosen."""
        name = self.becomes.currentData()
        if name and self._index >= 0:
            self.said.emit("relabel", name)

    def mark_number(self, number: int) -> None:
        """Mark the image to become the class of a number key, counted from 1."""
        if 1 <= number <= self.becomes.count():
            self.becomes.setCurrentIndex(number - 1)
            self.mark()

    def take_comment(self) -> str:
        """Return the comment that goes with what is said now."""
        self._drafts.pop(self._index, None)
        return self.comment.text()

    def _drafted(self, text: str) -> None:
        if self._review() is None:
            self._drafts[self._index] = text

    def _commented(self) -> None:
        if self._index >= 0:
            self.stores.review.comment(self._index, self.comment.text())
