"""The palette's list: its rows and how they are drawn."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from gui.shell.palette.entries import Ranked
from gui.shell.palette.matcher import plain
from gui.style.guard import guarded, guarded_to
from gui.style.look import LOOK
from gui.style.theme import SPACE

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole


class PaletteRows(QAbstractListModel):
    """What is listed now."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Ranked] = []

    def show_rows(self, rows: list[Ranked]) -> None:
        """List other entries."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @guarded_to(int)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many are listed."""
        return 0 if parent.isValid() else len(self._rows)

    @guarded_to(lambda: None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row, or its words for those who hear them."""
        item = self._rows[index.row()]
        entry = item.entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(x for x in (entry.title, entry.group, entry.keys, entry.why) if x)
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.why or entry.detail
        return item if role == ITEM else None


class RowPainter(QStyledItemDelegate):
    """Title with the letters that were meant, second line, kind and shortcut."""

    @guarded_to(QSize)
    def sizeHint(self, option: Any, index: Index) -> QSize:
        """One line, or two where there is more to say. Stubs lack fields of `option`."""
        entry = index.data(ITEM).entry
        lines = 2 if entry.detail or entry.why else 1
        return QSize(200, SPACE + 4 + lines * (QFontMetrics(option.font).height() + 1))

    @guarded
    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """Draw a row in the theme's colours."""
        item: Ranked = index.data(ITEM)
        entry, colours = item.entry, LOOK.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(option.rect.adjusted(2, 0, -2, 0), 5, 5)
        small = QFont(option.font)
        small.setPointSizeF(LOOK.points(-1))
        room = option.rect.adjusted(SPACE + 4, SPACE // 2 + 2, -SPACE - 4, -SPACE // 2)
        height = QFontMetrics(option.font).height()
        line = QRect(room.left(), room.top(), room.width(), height)
        line.setRight(self._keys(painter, line, entry.keys, small) - SPACE)
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        painter.drawText(line, _RIGHT, entry.group)
        width = QFontMetrics(small).horizontalAdvance(entry.group)
        line.setRight(line.right() - width - 2 * SPACE)
        ink = colours.faint if entry.why else colours.text
        _title(painter, line, plain(entry.title), item.places, option.font, ink)
        if entry.why or entry.detail:
            below = QRect(room.left(), line.bottom() + 2, room.width(), height)
            painter.setFont(small)
            painter.setPen(QColor(colours.warn if entry.why else colours.muted))
            mode = Qt.TextElideMode.ElideMiddle
            words = entry.why or entry.detail
            words = QFontMetrics(small).elidedText(words, mode, below.width())
            painter.drawText(below, _LEFT, words)
        painter.restore()

    def _keys(self, painter: QPainter, line: QRect, keys: str, font: QFont) -> int:
        """Draw a shortcut at the right end; returns where it begins."""
        if not keys:
            return line.right()
        painter.setFont(font)
        width = QFontMetrics(font).horizontalAdvance(keys) + 2 * SPACE
        box = QRect(line.right() - width, line.top(), width, line.height())
        painter.setPen(QPen(QColor(LOOK.colours.line_strong)))
        painter.setBrush(QColor(LOOK.colours.sunken))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 4, 4)
        painter.setPen(QColor(LOOK.colours.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)
        return box.left()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _title(
    painter: QPainter, line: QRect, title: str, places: tuple[int, ...], font: QFont, ink: str
) -> None:
    """Draw a title piece by piece: letters that were meant are bold."""
    bold = QFont(font)
    bold.setBold(True)
    meant, x = set(places), line.left()
    shown = QFontMetrics(bold).elidedText(title, Qt.TextElideMode.ElideRight, line.width())
    start = 0
    for end in range(1, len(shown) + 1):
        strong = start in meant
        if end < len(shown) and (end in meant) == strong:
            continue
        piece = shown[start:end]
        face = bold if strong else font
        painter.setFont(face)
        painter.setPen(QColor(LOOK.colours.accent if strong else ink))
        painter.drawText(QRect(x, line.top(), line.right() - x + 20, line.height()), _LEFT, piece)
        x += QFontMetrics(face).horizontalAdvance(piece)
        start = end
