"""The channels of a layer, largest contribution first, each with a small bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from engine.core.values import Channel
from gui.style.guard import guarded, guarded_to
from gui.style.look import LOOK
from gui.words.text import signed

Index = QModelIndex | QPersistentModelIndex
CHANNEL = Qt.ItemDataRole.UserRole + 1
SHARE = Qt.ItemDataRole.UserRole + 2


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.channels: tuple[Channel, ...] = ()
        self._largest = 1.0

    def show_channels(self, channels: Sequence[Channel]) -> None:
        self.beginResetModel()
        self.channels = tuple(channels)
        self._largest = max((abs(channel.contribution) for channel in channels), default=0) or 1.0
        self.endResetModel()

    @guarded_to(int)
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.channels)

    @guarded_to(lambda: None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        channel = self.channels[index.row()]
        if role == CHANNEL:
            return channel
        if role == SHARE:
            return channel.contribution / self._largest
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.tr("Channel {n}").format(n=channel.number)
        if role == Qt.ItemDataRole.ToolTipRole:
            if channel.dead:
                return self.tr("Dead: zero everywhere on this image")
            template = self.tr("Contribution {part}, mean square activation {energy}")
            return template.format(
                part=signed(channel.contribution, 4), energy=f"{channel.energy:.4g}"
            )
        return None


class _Delegate(QStyledItemDelegate):
    """Paints number, bar from the middle (left lowers, right raises the score) and value."""

    @guarded_to(QSize)
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, 22)

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = LOOK.colours
        channel: Channel = index.data(CHANNEL)
        share: float = index.data(SHARE)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.hover))
        font = QFont(painter.font())
        font.setPointSizeF(LOOK.points(-1))
        painter.setFont(font)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colours.muted if channel.dead else colours.text))
        number = QRect(rect.x() + 8, rect.y(), 40, rect.height())
        painter.drawText(number, middle | Qt.AlignmentFlag.AlignRight, str(channel.number))
        value = QRect(rect.right() - 64, rect.y(), 56, rect.height())
        text = self.tr("dead") if channel.dead else signed(channel.contribution, 3)
        painter.setPen(QColor(colours.muted))
        painter.drawText(value, middle | Qt.AlignmentFlag.AlignRight, text)
        track = QRectF(
            number.right() + 10, rect.center().y() - 2, value.left() - number.right() - 20, 5
        )
        centre = track.center().x()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(
            QRectF(centre - 0.5, rect.y() + 4, 1, rect.height() - 8), QColor(colours.line)
        )
        length = abs(share) * track.width() / 2
        if not channel.dead and length >= 0.5:
            left = centre if share > 0 else centre - length
            tone = colours.defect if share > 0 else colours.against
            painter.fillRect(QRectF(left, track.y(), length, track.height()), QColor(tone))
        painter.restore()


class ChannelList(QListView):
    """Any number of channels; only visible ones are painted.

    Signals
    -------
    chosen(int)
        Number of the channel the user went to.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Channels, largest contribution first"))
        self.selectionModel().currentChanged.connect(self._changed)
        LOOK.changed.connect(self.viewport().update)

    def show_channels(self, channels: Sequence[Channel], keep: int = -1) -> int:
        """Show other channels; select `keep` or the first, and return its number, -1 if none."""
        self._quiet = True
        self._model.show_channels(channels)
        rows = [row for row, channel in enumerate(channels) if channel.number == keep]
        row = rows[0] if rows else 0
        if channels:
            self.setCurrentIndex(self._model.index(row))
        self._quiet = False
        return channels[row].number if channels else -1

    def _changed(self, current: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            self.chosen.emit(self._model.channels[current.row()].number)
