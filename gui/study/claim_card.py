"""One claim of the article and what the board says of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from engine.study.rules import RULES
from engine.study.values import CLAIMS, Finding
from gui.study.words import TONES, effect_text, outcome_text, sentence_text
from gui.style.theme import SPACE
from gui.toolkit.parts import IconButton, label, row, set_property
from gui.words.text import engine_text

PAGES = ("measures", "train", "inspect", "compress")
"""Pages a finding can lead to."""


class ClaimCard(QFrame):
    """Number, claim, outcome, what decided, the parts with their figures, the rule.

    Signals
    -------
    asked(str)
        The user wants the page behind the finding.
    """

    asked = Signal(str)

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._page = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE + 6, SPACE + 2, SPACE + 6, SPACE + 2)
        layout.setSpacing(SPACE // 2 + 1)
        self._title = label(f"{number}  {engine_text(CLAIMS[number])}", "h3", wrap=True)
        self.outcome = label("", "finding")
        self._go = IconButton(self.tr("Show"), "measures")
        self._go.setToolTip(self.tr("Go to the page with the pictures behind this finding"))
        self._go.clicked.connect(lambda: self.asked.emit(self._page))
        head = row(self._title, self.outcome, self._go)
        head.setStretch(0, 1)
        head.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        self.reason = label("", wrap=True, select=True)
        layout.addWidget(self.reason)
        self._parts = QWidget()
        self._grid = QGridLayout(self._parts)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        layout.addWidget(self._parts)
        rule = self.tr("Rule: {rule}").format(rule=engine_text(RULES[number]))
        self._rule = label(rule, "small", wrap=True, select=True)
        layout.addWidget(self._rule)
        self._rule_text = rule
        self._page = ""

    def show_finding(self, finding: Finding) -> None:
        """Show what the board says."""
        self.outcome.setText(outcome_text(finding.outcome))
        set_property(self.outcome, "tone", TONES[finding.outcome])
        self.reason.setText(sentence_text(finding.reason))
        while self._grid.count():
            item = self._grid.takeAt(0).widget()
            if item is not None:
                item.hide()
                item.deleteLater()
        for number, part in enumerate(finding.effects):
            mark = label(outcome_text(part.outcome), "finding")
            mark.setProperty("tone", TONES[part.outcome])
            effect = self.tr("effect {effect}, margin {margin}").format(
                effect=effect_text(part), margin=f"{part.margin:.2g}"
            )
            shown = label(sentence_text(part.shown), select=True)
            name = label(sentence_text(part.name), "muted", wrap=True)
            size = label(effect, "small", select=True)
            for column, widget in enumerate((name, shown, size, mark)):
                self._grid.addWidget(widget, number, column, Qt.AlignmentFlag.AlignTop)
        self._parts.setVisible(bool(finding.effects))
        caveats = " ".join(sentence_text(caveat) for caveat in finding.caveats)
        self._rule.setText(f"{self._rule_text} {caveats}".strip())
        self._page = finding.page if finding.page in PAGES else ""
        self._go.setVisible(bool(self._page))
