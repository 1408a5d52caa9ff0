"""The board: the rival first, the settings, then the ten claims."""

from __future__ import annotations

from PySide6.QtCore import Signal

from engine.study.values import CLAIMS, Board
from gui.study.claim_card import ClaimCard
from gui.study.tables import settings_table
from gui.study.words import outcome_text, sentence_text
from gui.toolkit.parts import label
from gui.toolkit.scrolled import Scrolled
from gui.toolkit.table import PlainTable
from gui.words.text import count, percent


class BoardTab(Scrolled):
    """Shows a board.

    Signals
    -------
    asked(str)
        The user wants the page behind a finding.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        layout = self.body
        self.tally = label("", "muted", wrap=True)
        self.rival = label("", "lead", wrap=True, select=True)
        self.answer = label("", "lead", wrap=True, select=True)
        for widget in (self.rival, self.answer, self.tally):
            layout.addWidget(widget)
        self.table = PlainTable(self.tr("Settings and their test figures"))
        layout.addWidget(self.table)
        self._baseline = label("", "small", wrap=True)
        layout.addWidget(self._baseline)
        self.cards = {number: ClaimCard(number) for number in CLAIMS}
        for card in self.cards.values():
            card.asked.connect(self.asked)
            layout.addWidget(card)
        self._failed = label("", "warn", wrap=True, select=True)
        layout.addWidget(self._failed)
        layout.addStretch(1)

    def show_board(self, board: Board) -> None:
        """Show another board."""
        result = [finding.outcome for finding in board.findings]
        parts = [
            f"{outcome_text(outcome)} {result.count(outcome)}"
            for outcome in ("holds", "fails", "open")
        ]
        template = self.tr("Ten claims: {parts}. {done} of {total} runs are done.", "", board.total)
        self.tally.setText(
            template.format(
                parts=",  ".join(parts), done=count(board.done), total=count(board.total)
            )
        )
        rivals = board.rivals or ((board.rival,) if board.rival else ())
        answers = (board.answer,) if board.answer else ()
        for widget, sentences in ((self.rival, rivals), (self.answer, answers)):
            widget.setText("\n".join(sentence_text(each) for each in sentences))
            widget.setVisible(bool(sentences))
        self.table.show_table(settings_table(board.rows))
        threshold = (
            self.tr("at a threshold of 0.5, since these runs keep no validation images")
            if board.on_test
            else self.tr("at a threshold from validation images")
        )
        self._baseline.setText(
            self.tr(
                "Never a defect: {baseline} accuracy. Every test image was judged once, "
                "{threshold}. AUC: mean of the folds and Student's t over them; rates: exact 95 %."
            ).format(baseline=percent(board.baseline), threshold=threshold)
        )
        for finding in board.findings:
            self.cards[finding.claim].show_finding(finding)
        lines = [f"{name}: {why}" for name, why in board.failed]
        self._failed.setText("\n".join([self.tr("These failed:"), *lines]) if lines else "")
        self._failed.setVisible(bool(lines))
