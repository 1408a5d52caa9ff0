"""Bars in lines, each with its name before it and its words behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.style.guard import guarded, guarded_to
from gui.style.look import LOOK

NAMES, GAP, THICK = 300, 10, 18
"""Largest width of a name, its distance from the bar, and the greatest thickness of a bar."""
PALE = 60
"""How much of its colour what is gone keeps, of 255."""


@dataclass(frozen=True, slots=True)
class Line:
    """A bar: `value` in colour, up to `rest` as its pale rest, a whisker up to `whisker`.

    `said` is the line for those who cannot see it; `quiet` words are muted.
    """

    name: str
    value: float
    words: str
    said: str
    rest: float = 0.0
    whisker: float = 0.0
    quiet: bool = False

    @property
    def end(self) -> float:
        """How far it reaches."""
        return max(self.value, self.rest, self.whisker)


class BarLines(QWidget):
    """Lines as high as there is room for, between `low` and `high` pixels."""

    def __init__(self, name: str, low: int, high: int) -> None:
        super().__init__()
        self.setProperty("chart", True)
        self._low, self._high = low, high
        self._lines: tuple[Line, ...] = ()
        self.setAccessibleName(name)
        growing = QSizePolicy.Policy.Expanding if low < high else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, growing)
        self.setMinimumWidth(260)
        LOOK.changed.connect(self.update)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self._lines = tuple(lines)
        self.setMinimumHeight(self._low * len(lines) + 4)
        self.setAccessibleDescription("; ".join(line.said for line in lines))
        self.updateGeometry()
        self.update()

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        """As high as the lines want to be."""
        return QSize(420, self._high * len(self._lines) + 4)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all lines."""
        if not self._lines:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(LOOK.points(-1))
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance
        names = min(NAMES, max(width(line.name) for line in self._lines)) + GAP + 2
        words = max(width(line.words) for line in self._lines) + GAP + 2
        scale = max(20.0, self.width() - names - words) / (max(x.end for x in self._lines) or 1.0)
        height = min(self._high, (self.height() - 2) / len(self._lines))
        for number, line in enumerate(self._lines):
            self._paint(painter, line, QRectF(names, number * height, words, height), scale)
        painter.end()

    def _paint(self, painter: QPainter, line: Line, box: QRectF, scale: float) -> None:
        """Paint a line; its bar begins at the left of the box and its words are as wide."""
        colours, middle = LOOK.colours, Qt.AlignmentFlag.AlignVCenter
        x, y, height = box.x(), box.y(), box.height()
        painter.setPen(QColor(colours.text))
        name = painter.fontMetrics().elidedText(
            line.name, Qt.TextElideMode.ElideMiddle, int(x) - GAP
        )
        painter.drawText(QRectF(0, y, x - GAP, height), middle | Qt.AlignmentFlag.AlignRight, name)
        thick = min(THICK, 0.62 * height)
        pale = QColor(colours.accent)
        pale.setAlpha(PALE)
        painter.setPen(Qt.PenStyle.NoPen)
        for value, colour in ((line.rest, pale), (line.value, QColor(colours.accent))):
            painter.setBrush(colour)
            bar = QRectF(x, y + (height - thick) / 2, max(0.0, scale * value), thick)
            painter.drawRoundedRect(bar, 2, 2)
        if line.whisker > line.value:
            start, end, at = x + scale * line.value, x + scale * line.whisker, y + height / 2
            painter.setPen(QPen(QColor(colours.muted), 1))
            painter.drawLine(QPointF(start, at), QPointF(end, at))
            painter.drawLine(QPointF(end, at - 4), QPointF(end, at + 4))
        painter.setPen(QColor(colours.muted if line.quiet else colours.text))
        box.moveLeft(x + scale * line.end + 8)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, line.words)
