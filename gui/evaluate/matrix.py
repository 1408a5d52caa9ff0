"""The confusion matrix as a table: counts, shares, and a colour for what kind of mistake it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from gui.evaluate.grid import Grid
from gui.style.guard import guarded
from gui.style.look import LOOK
from gui.toolkit.table import leave_by_tab
from gui.words.text import count, percent

CELL = QSize(96, 46)


class CellDelegate(QStyledItemDelegate):
    """Paints a cell as its item says; the stylesheet's rows would hide the ground."""

    @guarded
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground, figures, and a frame around the chosen cell."""
        box = QRectF(option.rect)  # type: ignore[attr-defined]
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        font = index.data(Qt.ItemDataRole.FontRole)
        painter.save()
        if isinstance(ground, QBrush):
            painter.fillRect(box, ground)
        if isinstance(ink, QBrush):
            painter.setPen(ink.color())
        if isinstance(font, QFont):
            painter.setFont(font)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(LOOK.colours.accent), 2))
            painter.drawRect(box.adjusted(1, 1, -1.5, -1.5))
        painter.restore()


class Matrix(QTableWidget):
    """Rows are labels, columns verdicts. Arrows move, Enter or a click opens a cell.

    Signals
    -------
    opened(int, int)
        The images behind that row and column are wanted.
    """

    opened = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._grid: Grid | None = None
        self.setProperty("role", "matrix")
        self.setAccessibleName(self.tr("Confusion matrix"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(True)
        leave_by_tab(self)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setItemDelegate(CellDelegate(self))
        for header, side in (
            (self.horizontalHeader(), CELL.width()),
            (self.verticalHeader(), CELL.height()),
        ):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(side)
            header.setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignCenter | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap)
        )
        self.horizontalHeader().setMinimumHeight(40)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.cellClicked.connect(self.opened)

    def show_grid(self, grid: Grid) -> None:
        """Show other counts; the chosen cell stays."""
        old, self._grid = self._grid, grid
        if old is None or (old.rows, old.columns) != (grid.rows, grid.columns):
            self.clear()
            self.setRowCount(len(grid.rows))
            self.setColumnCount(len(grid.columns))
            self.setHorizontalHeaderLabels(list(grid.columns))
        self.setVerticalHeaderLabels(
            [f"{name}  ({count(grid.total(i))})" for i, name in enumerate(grid.rows)]
        )
        for row in range(len(grid.rows)):
            for column in range(len(grid.columns)):
                self._show_cell(grid, row, column)

    def _show_cell(self, grid: Grid, row: int, column: int) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self.setItem(row, column, item)
        images, total = grid.count(row, column), grid.total(row)
        share = images / total if total else 0.0
        colours, tone = LOOK.colours, grid.tones[row][column]
        inks = {
            "right": colours.accent,
            "escape": colours.escape,
            "overkill": colours.overkill,
            "texture": colours.warn,
        }
        item.setText(f"{count(images)}\n{percent(share, 1)}" if images else "0")
        # A single mistake among many must still be seen.
        strength = (0.14 + 0.34 * share) if images else 0.0
        item.setBackground(QBrush(mixed(QColor(colours.panel), QColor(inks[tone]), strength)))
        item.setForeground(QBrush(QColor(colours.text if images else colours.muted)))
        font = item.font()
        font.setBold(bool(images) and tone != "right")
        item.setFont(font)
        template = self.tr("Label {row}, verdict {column}: {n} of {total} images", "", total)
        said = template.format(
            row=grid.rows[row], column=grid.columns[column], n=count(images), total=count(total)
        )
        item.setToolTip(said)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the cell the arrows went to."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(index.row(), index.column())
            return
        super().keyPressEvent(event)


def mixed(ground: QColor, ink: QColor, share: float) -> QColor:
    """Return a colour between two."""
    pairs = zip(ground.getRgb()[:3], ink.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))
