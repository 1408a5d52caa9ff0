"""Which networks are timed: the chosen run and those made from it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

from gui.compress.found import cost_of
from gui.compress.store import CompressStore
from gui.compress.words import run_words
from gui.store.run_names import shown_name
from gui.store.run_record import RunRecord
from gui.toolkit.table import read_only
from gui.words.text import count

PATH = Qt.ItemDataRole.UserRole
LINE = 25
LINES = 4
"""Runs in view; of more the list scrolls."""


class RunTicks(QTableWidget):
    """A run and its smaller ones to tick; all are ticked until the user unticks some.

    Signals
    -------
    ticked()
        Other runs are ticked.
    """

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__(0, 2)
        self._ticks: dict[str, bool] = {}
        read_only(self, self.tr("Runs to time"), LINE, single=True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.setFixedHeight(LINE * LINES + 4)
        self.itemChanged.connect(self._changed)

    @property
    def paths(self) -> list[str]:
        """Folders of the ticked runs, in the order of the list."""
        items = [item for row in range(self.rowCount()) if (item := self.item(row, 0))]
        return [item.data(PATH) for item in items if item.checkState() is Qt.CheckState.Checked]

    def show_family(self, runs: Sequence[RunRecord], store: CompressStore) -> None:
        """Offer other runs."""
        self.blockSignals(True)
        kept = self.currentRow()
        self.setRowCount(len(runs))
        for row, run in enumerate(runs):
            cost = cost_of(store, run.path)
            name = run_words(run)
            item = QTableWidgetItem(f"{name}, {count(cost.filters)}" if row and cost else name)
            item.setData(PATH, run.path)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = self._ticks.get(run.path, True)
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            item.setToolTip(run.path)
            self.setItem(row, 0, item)
            folder = QTableWidgetItem(shown_name(run, store.world.runs))
            folder.setToolTip(run.name)
            self.setItem(row, 1, folder)
        if 0 <= kept < len(runs):
            self.setCurrentCell(kept, 0)
        self.blockSignals(False)
        # The hint does not count the distance between box and text.
        self.setColumnWidth(0, self.sizeHintForColumn(0) + 24)

    def _changed(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            self._ticks[item.data(PATH)] = item.checkState() is Qt.CheckState.Checked
            self.ticked.emit()
