"""Two runs side by side, only where they differ; one run alone as its facts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidgetItem,
)

from gui.runs.differences import differences
from gui.store.run_names import run_tip, shown_name
from gui.store.run_record import RunRecord
from gui.style.guard import guarded_to
from gui.style.look import LOOK
from gui.toolkit.parts import Card, label
from gui.toolkit.table import CopiedTable
from gui.words.recipe_words import recipe_words


class _Roomy(QStyledItemDelegate):
    """Two lines take the room of two lines: the style's padding is not in Qt's own hint."""

    @guarded_to(lambda: QSize())
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return what a cell needs with air above and below."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + 10)


class DifferenceCard(Card):
    """What two runs were given differently, and what came of it."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "caption")
        self.words = label("", "muted", wrap=True)
        self.table = CopiedTable()
        self.table.setAccessibleName(self.tr("Differences between two runs"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        self.table.setItemDelegate(_Roomy(self.table))
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.verticalHeader().setMinimumSectionSize(25)
        for part in (self.title, self.words, self.table):
            self.body.addWidget(part)
        self.body.setStretchFactor(self.table, 1)
        self.body.addStretch(0)

    def show_runs(self, runs: list[RunRecord], among: Sequence[RunRecord]) -> None:
        """Show two runs, one, or what to do for more; `among` are all runs of the project."""
        self.table.setVisible(len(runs) == 2)
        if len(runs) == 2:
            self._show_pair(runs[0], runs[1], among)
            return
        if not runs:
            self.title.setText(self.tr("Nothing chosen"))
            self.words.setText(
                self.tr("Choose a run; with Ctrl a second one, to see how they differ.")
            )
        elif len(runs) == 1:
            self.title.setText(shown_name(runs[0], among))
            self.title.setToolTip(run_tip(runs[0]))
            hint = self.tr("Choose a second run with Ctrl to see how they differ.")
            self.words.setText(f"{recipe_words(runs[0].recipe)}\n\n{hint}")
        else:
            self.title.setText(self.tr("{n} runs chosen").format(n=len(runs)))
            self.words.setText(self.tr("Choose two to see how they differ."))

    def _show_pair(self, one: RunRecord, other: RunRecord, among: Sequence[RunRecord]) -> None:
        rows = differences(one, other)
        given = sum(not each.outcome for each in rows)
        self.title.setText(self.tr("How they differ"))
        self.words.setText(
            self.tr("{n} entries differ; below them what came out.", "", given).format(n=given)
            if given
            else self.tr("Nothing was put in differently; below is what came out.")
        )
        self.table.setColumnCount(3)
        self.table.setRowCount(len(rows))
        heads = ["", *(shown_name(run, among) for run in (one, other))]
        self.table.setHorizontalHeaderLabels(heads)
        for column, run in ((1, one), (2, other)):
            head = self.table.horizontalHeaderItem(column)
            if head is not None:
                head.setToolTip(f"{shown_name(run, among)}\n{run_tip(run)}")
        for place, each in enumerate(rows):
            for column, text in enumerate((each.name, each.one, each.other)):
                # A figure stays with its unit.
                item = QTableWidgetItem(text.replace(" %", "\N{NO-BREAK SPACE}%"))
                item.setToolTip(text)
                if each.outcome:
                    item.setForeground(QColor(LOOK.colours.muted))
                elif column:
                    font = QFont(self.table.font())
                    font.setWeight(QFont.Weight.DemiBold)
                    item.setFont(font)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(place, column, item)
        header = self.table.horizontalHeader()
        header.setTextElideMode(Qt.TextElideMode.ElideNone)
        header.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setMinimumHeight(2 * header.fontMetrics().lineSpacing() + 12)
        # Names, heads and values go on in the next line: none of them is cut.
        self.table.resizeRowsToContents()
