"""Tables of the window: columns declared once (engine/core/table.py), and how they are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from engine.core.table import Column, Columns, Table
from gui.store.run_record import RunRecord
from gui.style.guard import guarded, guarded_to

tr = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def yes_no(value: bool | None) -> str | None:
    """Return a truth as files of the window's language have it."""
    return None if value is None else tr("tables", "yes") if value else tr("tables", "no")


def dashed(show: Callable[[Any], str]) -> Callable[[Any], str]:
    """Return how something is shown that not every record has: a dash where it lacks."""
    return lambda value: "\N{EN DASH}" if value is None else show(value)


def run_columns() -> Columns[RunRecord]:
    """Return which run a row is of, as files name it."""
    return (
        Column(tr("tables", "run"), lambda run: run.name),
        Column(tr("tables", "setting"), lambda run: str(run.recipe.setting)),
        Column(tr("tables", "preset"), lambda run: str(run.recipe.preset)),
        Column(tr("tables", "network"), lambda run: run.recipe.network),
        Column(tr("tables", "fold"), lambda run: f"{run.recipe.fold}/{run.recipe.folds}"),
    )


def side(column: Column[Any]) -> Qt.AlignmentFlag:
    """Return where a column's cells stand."""
    return LEFT if column.text else RIGHT


class ColumnModel(QAbstractTableModel):
    """Records under columns; a cell's text is worked out when it is painted.

    Attributes
    ----------
    columns
        Heads, texts, sides and tips.
    """

    columns: tuple[Column[Any], ...] = ()

    def count(self) -> int:
        """Return how many rows are shown."""
        raise NotImplementedError

    def record(self, row: int) -> Any:
        """Return what a row shows, None if there is no such row."""
        raise NotImplementedError

    def more(self, _record: Any, _column: int, _role: int) -> Any:
        """Return what a cell has besides its text: colours, tips, marks."""
        return None

    def refresh(self) -> None:
        """Paint all rows anew."""
        if self.count():
            last = self.index(self.count() - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @guarded_to(int)
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are shown; no row has others below it."""
        return 0 if parent is not None and parent.isValid() else self.count()

    @guarded_to(int)
    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    @guarded_to(lambda: None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's head, its side or its tip."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.name
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(column)
        return (column.tip or None) if role == Qt.ItemDataRole.ToolTipRole else None

    @guarded_to(lambda: None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text, side, or whatever more there is to a cell."""
        record = self.record(index.row())
        if record is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[column].shown(record)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(self.columns[column])
        return self.more(record, column, role)


def leave_by_tab(view: QTableView) -> None:
    """Let Tab go on to what follows a table; arrows move in it. Qt's own way is a trap."""
    view.setTabKeyNavigation(False)


def read_only(view: QTableView, name: str, height: int = 0, *, single: bool = False) -> None:
    """Make a table one of whole rows to look at, `single`: of which one is chosen.

    `name` is what a screen reader calls it, `height` that of a row in pixels; 0: the style's.
    """
    view.setAccessibleName(name)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    if single:
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setShowGrid(False)
    leave_by_tab(view)
    view.verticalHeader().hide()
    if height:
        view.verticalHeader().setDefaultSectionSize(height)


class CopiedTable(QTableWidget):
    """Ctrl+C copies all of it for a spreadsheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        leave_by_tab(self)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.text())
            return
        super().keyPressEvent(event)

    def text(self) -> str:
        """Return heads and rows, tabs between."""
        heads = [self.horizontalHeaderItem(c) for c in range(self.columnCount())]
        lines = ["\t".join(head.text() for head in heads if head is not None)]
        for place in range(self.rowCount()):
            cells = [self.item(place, column) for column in range(self.columnCount())]
            lines.append("\t".join(cell.text() for cell in cells if cell is not None))
        return "\n".join(lines)


def show_heads(widget: QTableWidget, columns: Columns[Any]) -> None:
    """Give a table its heads, with their tips, each over its cells."""
    widget.setColumnCount(len(columns))
    for place, column in enumerate(columns):
        head = QTableWidgetItem(column.name)
        head.setToolTip(column.tip)
        head.setTextAlignment(side(column))
        widget.setHorizontalHeaderItem(place, head)


def show_cells(widget: QTableWidget, table: Table[Any], *, tips: bool = False) -> None:
    """Fill a table that has its heads; `tips`: texts may be cut short, so they are tips too."""
    widget.setRowCount(len(table))
    for number, row in enumerate(table.shown):
        for place, (column, text) in enumerate(zip(table.columns, row, strict=True)):
            item = QTableWidgetItem(text)
            item.setTextAlignment(side(column))
            if tips:
                item.setToolTip(text)
            widget.setItem(number, place, item)


class PlainTable(CopiedTable):
    """A small read-only table that is as high as its rows."""

    def __init__(self, name: str) -> None:
        super().__init__()
        read_only(self, name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)

    def show_table(self, table: Table[Any]) -> None:
        """Show another table; its first column takes the room that is left."""
        self.clear()
        show_heads(self, table.columns)
        show_cells(self, table)
        self.resizeColumnsToContents()
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(table.columns)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.setFixedHeight(self.sizeHint().height())

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        """As high as the rows."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(400, self.horizontalHeader().sizeHint().height() + rows + bar // 2 + 4)


class WideTable(PlainTable):
    """A plain table that scrolls sideways where it is narrower than its first column's text."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._lines: tuple[tuple[str, ...], ...] = ()
        self.horizontalHeader().sectionResized.connect(self._section_resized)

    def show_table(self, table: Table[Any]) -> None:
        """Show another table, unless it reads as the one shown."""
        lines = (table.heads, *table.shown)
        if lines == self._lines:
            return
        self._lines = lines
        super().show_table(table)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self._fit()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self._fit()

    def _section_resized(self, section: int) -> None:
        if section:
            self._fit()

    def _fit(self) -> None:
        """Give the first column what the others leave, but at least its text's width."""
        header = self.horizontalHeader()
        if not header.count():
            return
        others = sum(header.sectionSize(column) for column in range(1, header.count()))
        text = max(self.sizeHintForColumn(0), header.sectionSizeHint(0))
        header.resizeSection(0, max(text + 6, self.viewport().width() - others))
