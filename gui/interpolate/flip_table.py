"""What each channel adds to the question of a flip, on both sides of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from engine.interpolate.values import Flip
from gui.interpolate.looks import end_colours
from gui.style.guard import guarded
from gui.style.look import LOOK
from gui.toolkit.table import read_only
from gui.words.text import signed

BARS = 4
"""Column of the bars."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
VALUES = Qt.ItemDataRole.UserRole + 1


class _Bars(QStyledItemDelegate):
    """Paints before and after as two bars from a common zero."""

    limit = 1.0

    @guarded
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row's bars."""
        super().paint(painter, option, index)
        values = index.data(VALUES)
        if values is None:
            return
        room = QRectF(option.rect).adjusted(8, 0, -8, 0)  # type: ignore[attr-defined]
        zero, scale = room.center().x(), room.width() / 2 / (self.limit or 1.0)
        painter.save()
        painter.setPen(QColor(LOOK.colours.line_strong))
        painter.drawLine(int(zero), int(room.top()), int(zero), int(room.bottom()))
        for number, (value, ink) in enumerate(zip(values, end_colours(), strict=True)):
            width = value * scale
            bar = QRectF(zero, room.center().y() - 7 + 8 * number, width, 6).normalized()
            painter.fillRect(bar, ink)
        painter.restore()


class FlipTable(QTableWidget):
    """Channels with the largest change first; then the others and the bias, then their sum.

    Signals
    -------
    picked(int)
        The user went to a channel.
    """

    picked = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(0, 5)
        self.setProperty("role", "plain")
        read_only(self, name, 24, single=True)
        self.setHorizontalHeaderLabels(
            [
                self.tr("Channel"),
                self.tr("Before"),
                self.tr("After"),
                self.tr("Change"),
                self.tr("In logits"),
            ]
        )
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column in range(BARS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(BARS, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(1, BARS):
            head = self.horizontalHeaderItem(column)
            if head is not None:
                head.setTextAlignment(RIGHT)
        self._bars = _Bars(self)
        self.setItemDelegateForColumn(BARS, self._bars)
        self._flip: Flip | None = None
        self.itemSelectionChanged.connect(self._pick)
        LOOK.changed.connect(self.viewport().update)

    def show_flip(self, flip: Flip | None) -> None:
        """Show another flip."""
        if flip is self._flip:
            return
        self._flip = flip
        rows: list[tuple[str, float, float, int]] = []
        if flip is not None:
            rows = [
                (self.tr("Channel {n}").format(n=c.channel), c.before, c.after, c.channel)
                for c in flip.channels
            ]
            rows += [
                (self.tr("All others"), *flip.others, -1),
                (self.tr("Bias"), flip.bias, flip.bias, -1),
                (self.tr("Sum"), *flip.logits, -1),
            ]
        self._bars.limit = max((abs(v) for row in rows for v in row[1:3]), default=1.0)
        self.blockSignals(True)
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            self._fill(place, *row, last=place == len(rows) - 1)
        self.clearSelection()
        self.blockSignals(False)

    def _fill(
        self, place: int, name: str, before: float, after: float, channel: int, *, last: bool
    ) -> None:
        texts = (name, signed(before, 3), signed(after, 3), signed(after - before, 3), "")
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if last:
                font = self.font()
                font.setBold(True)
                item.setFont(font)
            if column == BARS:
                item.setData(VALUES, (before, after))
            elif column:
                item.setTextAlignment(RIGHT)
            if channel < 0:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setData(Qt.ItemDataRole.UserRole, channel)
            self.setItem(place, column, item)

    def _pick(self) -> None:
        result = self.selectedItems()
        channel = result[0].data(Qt.ItemDataRole.UserRole) if result else -1
        if channel >= 0:
            self.picked.emit(channel)
