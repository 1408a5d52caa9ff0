"""Files of an inspection as rows: sorted, filtered, and added to while it runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    Qt,
)
from PySide6.QtGui import QColor

from engine.core.table import Column, Columns, of
from engine.core.values import Prediction
from engine.folder.messages import FolderHead, FolderRow
from gui.folder.words import limits, short_name, verdict_word
from gui.style.look import LOOK
from gui.toolkit.log_odds import score_text
from gui.toolkit.table import ColumnModel
from gui.words.text import count, fixed, problem_text

NUMBER, FILE, VERDICT, SCORE, CLASS, UNLIKE, TIME = range(7)

ALL, DEFECTIVE, UNREADABLE, STRANGE = "", "defective", "unreadable", "unlike"
"""What the table can be limited to."""


class FolderModel(ColumnModel):
    """Rows of an inspection. The list it is given is only ever added to; see `grow`.

    Ordering and filtering are our own: a proxy model would ask a Python function for each of some
    million comparisons of 100,000 files.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[FolderRow] = ()
        self._taken = 0
        self._shown: list[int] = []
        self._places: dict[int, int] | None = None
        self._head: FolderHead | None = None
        self._kind, self._text = ALL, ""
        self._column, self._down = NUMBER, False
        judged: Columns[Prediction] = (
            Column(self.tr("Score"), lambda found: score_text(found.score)),
            Column(self.tr("Class"), lambda found: found.class_name, text=True),
        )
        time: Column[Prediction] = Column(
            self.tr("ms"),
            lambda found: fixed(found.ms, 1),
            tip=self.tr("Time of the network's pass in milliseconds"),
        )
        unlike = self.tr(
            "Distance to the nearest training images as a multiple of the limit; above 1 the "
            "image is unlike them"
        )
        columns: Columns[FolderRow] = (
            Column(self.tr("No."), lambda row: count(row.number + 1)),
            Column(self.tr("File"), self._file, text=True),
            Column(self.tr("Verdict"), verdict_word, text=True),
            *of(lambda row: row.prediction, judged),
            Column(self.tr("Distance / limit"), self._distance, tip=unlike),
            *of(lambda row: row.prediction, (time,)),
        )
        self.columns = columns
        LOOK.changed.connect(self.refresh)

    # ------------------------------------------------------------------ content

    def show_rows(self, rows: Sequence[FolderRow], head: FolderHead | None) -> None:
        """Show another inspection."""
        self.beginResetModel()
        self._rows, self._head, self._taken = rows, head, len(rows)
        self._order(range(len(rows)))
        self.endResetModel()

    def show_head(self, head: FolderHead | None) -> None:
        """Know more of the same inspection."""
        if head is not self._head:
            self._head = head
            self.refresh()

    @property
    def in_order(self) -> bool:
        """Whether files stand in the order of inspection, so that new ones come last."""
        return self._column == NUMBER and not self._down

    def grow(self) -> None:
        """Take in what was added to the list."""
        new = range(self._taken, len(self._rows))
        if not new:
            return
        self._taken = len(self._rows)
        fitting = [number for number in new if self._fits(self._rows[number])]
        if not fitting:
            return
        if self.in_order:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(fitting) - 1)
            self._shown += fitting
            self._places = None
            self.endInsertRows()
        else:
            self._relay([*self._shown, *fitting])

    def limit(self, kind: str, text: str = "") -> None:
        """Show only files of a kind whose name holds a text."""
        wanted = (kind, text.casefold())
        if wanted == (self._kind, self._text):
            return
        self.beginResetModel()
        self._kind, self._text = wanted
        self._order(range(self._taken))
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column."""
        wanted = (column, order == Qt.SortOrder.DescendingOrder)
        if column >= 0 and wanted != (self._column, self._down):
            self._column, self._down = wanted
            self._relay(self._shown)

    def row(self, place: int) -> FolderRow | None:
        """Return the file at a place of the table."""
        return self._rows[self._shown[place]] if 0 <= place < len(self._shown) else None

    def place_of(self, number: int) -> int:
        """Return where the file of a number stands, -1 if it is not shown."""
        if self._places is None:
            self._places = {shown: place for place, shown in enumerate(self._shown)}
        return self._places.get(number, -1)

    # ------------------------------------------------------------------ order

    def _fits(self, row: FolderRow) -> bool:
        result = row.prediction
        if self._text and self._text not in row.file.casefold():
            return False
        if self._kind == DEFECTIVE:
            return result is not None and result.defective
        if self._kind == UNREADABLE:
            return result is None
        return row.unlike if self._kind == STRANGE else True

    def _order(self, numbers: Sequence[int]) -> None:
        self._shown = [number for number in numbers if self._fits(self._rows[number])]
        self._shown = self._sorted(self._shown)
        self._places = None

    def _sorted(self, numbers: list[int]) -> list[int]:
        rows, column = self._rows, self._column
        if column == NUMBER:
            return sorted(numbers, reverse=self._down)
        keys = [_key(rows[number], column) for number in numbers]
        order = sorted(range(len(numbers)), key=keys.__getitem__, reverse=self._down)
        return [numbers[place] for place in order]

    def _relay(self, numbers: list[int]) -> None:
        """Order anew; what is chosen stays chosen."""
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        held = [self._shown[index.row()] for index in old]
        self._shown = self._sorted(numbers)
        self._places = None
        new = [
            self.index(self.place_of(number), index.column())
            for number, index in zip(held, old, strict=True)
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    # ------------------------------------------------------------------ Qt

    def count(self) -> int:
        """Return how many files are shown."""
        return len(self._shown)

    def record(self, row: int) -> FolderRow | None:
        """Return the file of a row."""
        return self.row(row)

    def more(self, record: FolderRow, column: int, role: int) -> Any:
        """Return colour or tooltip of a cell."""
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(record, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            if column == FILE:
                return record.file
            if column == VERDICT and record.problem is not None:
                return problem_text(record.problem)
        return None

    def _file(self, row: FolderRow) -> str:
        return short_name(row.file, self._head.folder if self._head else "")

    def _distance(self, row: FolderRow) -> str:
        if row.prediction is None:
            return ""
        share = limits(row, self._head.familiarity if self._head else None)
        # Colour alone would say nothing to some.
        return self.tr("{share}, unlike").format(share=share) if row.unlike and share else share

    def _ink(self, row: FolderRow, column: int) -> QColor | None:
        colours, result = LOOK.colours, row.prediction
        if result is None:
            return QColor(colours.bad if column == VERDICT else colours.muted)
        if column == VERDICT and result.defective:
            return QColor(colours.defect)
        if column == UNLIKE and row.unlike:
            return QColor(colours.warn)
        return QColor(colours.muted) if column in (NUMBER, TIME, UNLIKE) else None


def _key(row: FolderRow, column: int) -> Any:
    result = row.prediction
    if column == FILE:
        return row.file.casefold()
    if column == UNLIKE:
        return -1.0 if row.distance is None else row.distance
    if column == CLASS:
        return result.class_name if result is not None else ""
    if result is None:
        return -1.0
    if column == VERDICT:
        return float(result.defective)
    return result.score if column == SCORE else result.ms
