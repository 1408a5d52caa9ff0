"""One claim of the article and what the board says of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from engine.study.rules import RULES
from engine.study.values import CLAIMS, Finding
from gui.study.words import TONES, effect_text, outcome_text, sentence_text
from gui.style.guard import guarded
from gui.style.theme import SPACE
from gui.toolkit.parts import ElidedLabel, IconButton, ThemedButton, label, row, set_property
from gui.words.text import engine_text

LINE = 40
"""Pixels from the top in which a click unfolds a claim."""

PAGES = ("measures", "train", "inspect", "compress")
"""Pages a finding can lead to."""


class ClaimCard(QFrame):
    """One line: traffic light, claim, effect. Unfolded: what decided, the parts, the rule.

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
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SPACE + 2, 3, SPACE + 2, 3)
        outer.setSpacing(SPACE // 2)
        self._title = ElidedLabel(f"{number}  {engine_text(CLAIMS[number])}", "h3")
        self.outcome = label("", "finding")
        self.outcome.setMinimumWidth(76)
        self.effect = label("", "muted")
        self.fold = ThemedButton("chevron-right", self.tr("Details"), checkable=True)
        self.fold.toggled.connect(self._unfold)
        self._go = IconButton(self.tr("Show"), "measures")
        self._go.setToolTip(self.tr("Go to the page with the pictures behind this finding"))
        self._go.clicked.connect(lambda: self.asked.emit(self._page))
        head = row(self.fold, self.outcome, self._title, self.effect, self._go, spacing=SPACE)
        head.setStretch(2, 1)
        outer.addLayout(head)
        self.details = QWidget()
        layout = QVBoxLayout(self.details)
        layout.setContentsMargins(36, 0, SPACE, SPACE)
        layout.setSpacing(SPACE // 2 + 1)
        self.details.hide()
        outer.addWidget(self.details)
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

    def _unfold(self, on: bool) -> None:
        self.details.setVisible(on)
        self.fold.set_icon_name("chevron-down" if on else "chevron-right")

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the line unfolds it, as the arrow does."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and event.position().y() < LINE:
            self.fold.toggle()

    def show_finding(self, finding: Finding) -> None:
        """Show what the board says."""
        self.outcome.setText(outcome_text(finding.outcome))
        set_property(self.outcome, "tone", TONES[finding.outcome])
        self.reason.setText(sentence_text(finding.reason))
        first = finding.deciding
        template = self.tr("effect {effect}")
        self.effect.setText(template.format(effect=effect_text(first)) if first else "")
        self.effect.setToolTip(sentence_text(first.name) if first else "")
        said = f"{self._title.whole}, {self.outcome.text()}, {self.effect.text()}"
        self.fold.setAccessibleName(said)
        self._title.setToolTip(f"{self._title.whole}\n{self.reason.text()}")
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
