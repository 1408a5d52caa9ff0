"""Tabs with one plot and its table: arrivals at an AUC, and labelled defects."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from engine.core.table import Column, Columns, Table
from engine.study.values import Board, Reach
from gui.study.plots import ArrivalPlot, DefectsPlot
from gui.study.tables import defects_table
from gui.study.words import arrivals_sentence, sentence_text
from gui.toolkit.empty import EmptyState
from gui.toolkit.explained import Explained, explanation
from gui.toolkit.parts import label, row
from gui.toolkit.scrolled import Scrolled
from gui.toolkit.table import PlainTable
from gui.words.terms import setting_name
from gui.words.text import count


class ArrivalsTab(Scrolled):
    """Iterations to reach an AUC, as a survival curve: runs that never did are cut off."""

    def __init__(self) -> None:
        super().__init__()
        self._board: Board | None = None
        self._auc = QComboBox()
        self._auc.setAccessibleName(self.tr("AUC to reach"))
        self._auc.currentIndexChanged.connect(self._show)
        self.body.addLayout(row(label(self.tr("AUC to reach"), "muted"), self._auc, None))
        self.explained = Explained("arrivals")
        self.body.addWidget(self.explained)
        self.plot = ArrivalPlot()
        self.plot.setMinimumHeight(260)
        self.body.addWidget(self.plot, 1)
        self.body.addWidget(self.explained.text)
        self.table = PlainTable(self.tr("Iterations to the AUC"))
        self.body.addWidget(self.table)

    def show_board(self, board: Board) -> None:
        """Show another board."""
        chosen = self._auc.currentData() or board.target
        self._board = board
        self._auc.blockSignals(True)
        self._auc.clear()
        levels = sorted({item.auc for item in board.reach})
        for auc in levels:
            self._auc.addItem(f"{auc:.2f}", auc)
        if levels:
            self._auc.setCurrentIndex(levels.index(chosen if chosen in levels else levels[-1]))
        self._auc.blockSignals(False)
        self._show()

    def _show(self) -> None:
        auc = self._auc.currentData()
        if self._board is None or auc is None:
            return
        self.plot.show_auc(self._board, auc)
        columns: Columns[Reach] = (
            Column(self.tr("Setting"), lambda item: item.setting, setting_name, text=True),
            Column(self.tr("Fold"), lambda item: item.fold, count),
            Column(self.tr("Iterations"), self._iterations),
            Column(self.tr("Validated every"), lambda item: item.step, count),
            Column(self.tr("Live images"), lambda item: item.images, count),
        )
        rows = [item for item in self._board.reach if item.auc == auc]
        self.table.show_table(Table(columns, rows))
        self.explained.explain(
            explanation(
                self.tr(
                    "Drawn: the share of folds whose live validation has reached the AUC, against "
                    "iterations; a bar marks a run that ended before it arrived, so its count is a "
                    "lower bound."
                ),
                self.tr("Further left is sooner; iterations are logarithmic."),
                self.tr(
                    "It does not certify a setting: the live validation images are few, and a run "
                    "arrived somewhere between two validations."
                ),
                "Kaplan & Meier 1958",
            ),
            arrivals_sentence(rows),
        )

    def _iterations(self, item: Reach) -> str:
        number = count(item.iteration)
        return number if item.reached else self.tr("more than {n}").format(n=number)


class DefectsTab(Scrolled):
    """How many labelled defects are needed: the answer, the curve, the table."""

    def __init__(self) -> None:
        super().__init__()
        self._empty = EmptyState(
            "study",
            self.tr("No curve yet"),
            self.tr('Tick "How many do I need?" on the left and run the study.'),
        )
        self.explained = Explained("defects")
        self.plot = DefectsPlot()
        self.plot.setMinimumHeight(260)
        self.table = PlainTable(self.tr("Figures by labelled defects"))
        self._shown = (self.explained, self.plot, self.explained.text, self.table)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self.explained)
        self.body.addWidget(self.plot, 1)
        self.body.addWidget(self.explained.text)
        self.body.addWidget(self.table)

    def show_board(self, board: Board) -> None:
        """Show another board."""
        self._empty.setVisible(not board.curve)
        for widget in self._shown:
            widget.setVisible(bool(board.curve))
        if board.curve:
            said = (board.answer, *(budget.words for budget in board.budgets))
            self.explained.explain(
                explanation(
                    self.tr(
                        "Drawn: test AUC against the number of labelled defects that trained; dots "
                        "are single draws, each on its own fold's test images, whiskers 95 % "
                        "intervals over draws."
                    ),
                    self.tr(
                        "Where a curve is flat more labels bring nothing; where it rises they do."
                    ),
                    self.tr(
                        "It does not say overkill and escape for fewer than 10 defects: the "
                        "threshold is a quantile of normal images there, so read AUC first."
                    ),
                    self.tr("Student's t over draws"),
                ),
                "\n".join(sentence_text(each) for each in said if each),
            )
            self.plot.show_board(board)
            self.table.show_table(defects_table(board.curve))
