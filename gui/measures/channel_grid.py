"""All channels of a layer as small maps, drawn from one picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from engine.measures.values import ChannelPictures
from gui.measures.channel_order import mosaic, order_channels, shrink
from gui.style.guard import guarded, guarded_to
from gui.style.images import as_indexed
from gui.style.look import LOOK
from gui.style.theme import colour_table
from gui.words.text import fixed, percent, signed

GAP = 4
SHEET = 32
"""Channels in a row of the picture all tiles are cut from."""


class ChannelGrid(QAbstractScrollArea):
    """Tiles in rows that fill the width; only visible ones are painted.

    Signals
    -------
    picked(int)
        Number of the channel that was clicked, or entered with the keyboard.
    """

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: ChannelPictures | None = None
        self._rows: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        self._levels: NDArray[np.uint8] | None = None
        self._image = QImage()
        self._tile = QSize(1, 1)
        self._order = "contribution"
        self._side = 40
        self._current = 0
        self._over = -1
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setMinimumSize(160, 120)
        self.setAccessibleName(self.tr("Channels"))
        LOOK.changed.connect(self.viewport().update)

    # ------------------------------------------------------------------ content

    @property
    def order(self) -> list[int]:
        """Channel numbers as they are shown."""
        return [int(number) for number in self._rows]

    def show_channels(self, found: ChannelPictures | None) -> None:
        """Show other channels."""
        if found is self._found:
            return
        self._found, self._over = found, -1
        if found is None:
            self._levels, self._image = None, QImage()
        else:
            small = shrink(found.maps)
            self._tile = QSize(small.shape[2], small.shape[1])
            # The image points into the array, so both are kept.
            self._levels = mosaic(small, SHEET)
            self._image = as_indexed(self._levels, [value | 0xFF000000 for value in _TABLE])
        self._sort()

    def set_order(self, order: str) -> None:
        """Sort by one of `channel_order.ORDERS`."""
        self._order = order
        self._sort()

    def set_side(self, side: int) -> None:
        """Draw tiles of about so many pixels."""
        self._side = side
        self._lay_out()

    def _sort(self) -> None:
        result = self._found
        self._rows = order_channels(result, self._order) if result else np.empty(0, dtype=np.int64)
        self._current = 0
        self.verticalScrollBar().setValue(0)
        self._lay_out()

    # ------------------------------------------------------------------ geometry

    @property
    def _columns(self) -> int:
        return max(1, (self.viewport().width() - GAP) // (self._side + GAP))

    @property
    def _pitch(self) -> float:
        return (self.viewport().width() - GAP) / self._columns

    def _box(self, row: int) -> QRectF:
        """The tile of a position in the order, in the viewport."""
        down, across = divmod(row, self._columns)
        pitch = self._pitch
        y = GAP + down * pitch - self.verticalScrollBar().value()
        return QRectF(GAP + across * pitch, y, pitch - GAP, pitch - GAP)

    def _row_at(self, place: QPointF) -> int:
        across = int((place.x() - GAP / 2) // self._pitch)
        down = int((place.y() + self.verticalScrollBar().value() - GAP / 2) // self._pitch)
        row = down * self._columns + across
        inside = 0 <= across < self._columns and 0 <= row < len(self._rows)
        return row if inside else -1

    def _lay_out(self) -> None:
        rows = -(-len(self._rows) // self._columns)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(rows * self._pitch + GAP) - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(round(self._pitch))
        self.viewport().update()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the tiles out anew."""
        super().resizeEvent(event)
        self._lay_out()

    # ------------------------------------------------------------------ painting

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the visible tiles."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(LOOK.colours.panel))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(11)
        font.setBold(True)
        painter.setFont(font)
        first = int(self.verticalScrollBar().value() // self._pitch) * self._columns
        for row in range(first, len(self._rows)):
            box = self._box(row)
            if box.top() > self.viewport().height():
                break
            self._paint_tile(painter, box, row)
        painter.end()

    def _paint_tile(self, painter: QPainter, box: QRectF, row: int) -> None:
        assert self._found is not None
        colours, number = LOOK.colours, int(self._rows[row])
        if self._found.dead[number]:
            painter.fillRect(box, QColor(colours.sunken))
            painter.setPen(QPen(QColor(colours.line_strong), 1))
            painter.drawLine(box.bottomLeft(), box.topRight())
        else:
            down, across = divmod(number, SHEET)
            width, height = self._tile.width(), self._tile.height()
            source = QRectF(across * width, down * height, width, height)
            painter.drawImage(box, self._image, source)
        mark = self._mark(number)
        ink = {"S": colours.escape, "B": colours.overkill}.get(mark, colours.line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(ink), 2.0 if mark else 1.0))
        painter.drawRect(box)
        if mark:
            badge = QRectF(box.left(), box.top(), 13, 13)
            painter.fillRect(badge, QColor(ink))
            painter.setPen(QColor(colours.panel))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, mark)
        if row == self._over or (row == self._current and self.hasFocus()):
            painter.setPen(QPen(QColor(colours.accent), 2.5))
            painter.drawRect(box.adjusted(-1, -1, 1, 1))

    def _mark(self, number: int) -> str:
        """S: switched off since iteration 0, B: born since."""
        result = self._found
        if result is None or result.dead[number] == result.dead_before[number]:
            return ""
        return "S" if result.dead[number] else "B"

    # ------------------------------------------------------------------ mouse, keys

    def text_of(self, number: int) -> str:
        """Say what is known of a channel."""
        result = self._found
        if result is None:
            return ""
        lines = [self.tr("Channel {n}").format(n=number)]
        if result.dead[number]:
            lines.append(
                self.tr("Switched off: alive at iteration 0, 0 everywhere on this image now")
                if self._mark(number)
                else self.tr("Dead on this image, now and at iteration 0")
            )
            return "\n".join(lines)
        if self._mark(number):
            lines.append(self.tr("Born: 0 everywhere on this image at iteration 0"))
        share = float(result.region_share[number])
        lines.append(
            self.tr("Contribution {value}").format(
                value=signed(float(result.contribution[number]), 4)
            )
        )
        if np.isnan(share):
            lines.append(self.tr("No region is known on this image"))
        else:
            template = self.tr("Energy inside the region {share}; the region covers {area}")
            lines.append(
                template.format(share=percent(share, 1), area=percent(result.region_area, 1))
            )
        peak = self.tr("Largest activation {value}")
        lines.append(peak.format(value=fixed(float(result.peak[number]))))
        return "\n".join(lines)

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the tile under the mouse."""
        row = self._row_at(event.position())
        if row != self._over:
            self._over = row
            self.viewport().update()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Enlarge a channel."""
        row = self._row_at(event.position())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._current = row
            self.picked.emit(int(self._rows[row]))

    @guarded_to(bool)
    def viewportEvent(self, event: QEvent) -> bool:
        """Show what is known of the tile under the mouse; forget it when the mouse leaves."""
        if event.type() == QEvent.Type.Leave:
            self._over = -1
            self.viewport().update()
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self._row_at(QPointF(event.pos()))
            text = self.text_of(int(self._rows[row])) if row >= 0 else ""
            QToolTip.showText(event.globalPos() + QPoint(8, 8), text, self.viewport())
            return True
        return super().viewportEvent(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from tile to tile, Return enlarges."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None and len(self._rows):
            self._current = min(len(self._rows) - 1, max(0, self._current + step))
            box, bar = self._box(self._current), self.verticalScrollBar()
            if box.top() < 0:
                bar.setValue(bar.value() + round(box.top()) - GAP)
            elif box.bottom() > self.viewport().height():
                bar.setValue(bar.value() + round(box.bottom()) - self.viewport().height() + GAP)
            self.viewport().update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(self._rows):
            self.picked.emit(int(self._rows[self._current]))
        else:
            super().keyPressEvent(event)


_TABLE = colour_table("inferno")
