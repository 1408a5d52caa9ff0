"""The colours of an overlay with the values they stand for."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.style.guard import guarded, guarded_to
from gui.style.images import as_indexed
from gui.style.look import LOOK
from gui.style.theme import DIVERGING, colour_table
from gui.words.text import fixed, signed


class ColourBar(QWidget):
    """A strip of colours from the lowest to the highest value, 0 marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._map = "blue-orange"
        self._limit = 0.0
        self._signed = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        LOOK.changed.connect(self.update)

    def show_scale(self, colour_map: str, limit: float, *, is_signed: bool) -> None:
        """Show another scale: values from -limit (or 0) to limit."""
        self._map, self._limit, self._signed = colour_map, limit, is_signed
        self.update()

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        """One strip and one line of numbers."""
        return QSize(160, 30)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the strip."""
        painter = QPainter(self)
        colours = LOOK.colours
        strip = QRectF(0, 2, self.width(), 8)
        table = colour_table(self._map)
        diverging = self._map in DIVERGING
        first = 1 if diverging and self._signed else 128 if diverging else 0
        painter.fillRect(strip, QColor("#808080"))
        levels = np.arange(first, 256, dtype=np.uint8)[None]
        painter.drawImage(strip, as_indexed(levels, table))
        font = self.font()
        font.setPointSizeF(LOOK.points(-1))
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        line = QRectF(0, 12, self.width(), 17)
        low_is_zero = not (diverging and self._signed)
        low = fixed(0.0, 1) if low_is_zero else signed(-self._limit)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, low)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, signed(self._limit))
        if not low_is_zero:
            painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, "0")
        painter.end()
