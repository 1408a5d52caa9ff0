"""What the colours of a picture stand for, wrapped to the width there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.style.guard import guarded, guarded_to
from gui.style.look import LOOK

ROW = 20
MARK = "mark:"


@dataclass(frozen=True, slots=True)
class Key:
    """A colour and its name.

    `shape`: square, hatched, circle, cross, line, dash, dots, or ``mark:`` and a mark of plots
    such as ``mark:t1``, on a line.
    """

    colour: QColor
    text: str
    shape: str = "square"


class Legend(QWidget):
    """Keys in rows; as high as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[Key, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        LOOK.changed.connect(self.update)

    def show_keys(self, keys: Sequence[Key]) -> None:
        """Show other keys."""
        self._keys = tuple(keys)
        self.setAccessibleDescription(", ".join(key.text for key in keys))
        self._fit()
        self.update()

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        """As high as the rows at this width."""
        return QSize(200, self._rows(self.width()) * ROW)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(1, self._rows(self.width())) * ROW)

    def _rows(self, width: int) -> int:
        places = self._places(width)
        return int(places[-1].y() // ROW) + 1 if places else 1

    def _places(self, width: int) -> list[QPointF]:
        x, y, result = 0.0, 0.0, []
        for key in self._keys:
            advance = 18 + self.fontMetrics().horizontalAdvance(key.text) + 18
            if x and x + advance - 18 > width:
                x, y = 0.0, y + ROW
            result.append(QPointF(x, y))
            x += advance
        return result

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for key, place in zip(self._keys, self._places(self.width()), strict=True):
            paint_key(painter, QRectF(place.x() + 1, place.y() + 4, 12, 12), key)
            painter.setPen(QColor(LOOK.colours.text))
            line = QRectF(place.x() + 18, place.y(), self.width() - place.x() - 18, ROW)
            painter.drawText(
                line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, key.text
            )
        painter.end()


_LINES = {
    "line": Qt.PenStyle.SolidLine,
    "dash": Qt.PenStyle.DashLine,
    "dots": Qt.PenStyle.DotLine,
}


def paint_key(painter: QPainter, box: QRectF, key: Key) -> None:
    """Paint the sign of one key."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(key.colour)
    if key.shape == "circle":
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    elif key.shape in _LINES:
        painter.setPen(QPen(key.colour, 2, _LINES[key.shape]))
        painter.drawLine(
            QPointF(box.left() - 1, box.center().y()), QPointF(box.right() + 1, box.center().y())
        )
    elif key.shape == "cross":
        painter.setPen(QPen(key.colour, 2.4))
        inner = box.adjusted(2, 2, -2, -2)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    elif key.shape.startswith(MARK):
        painter.setPen(QPen(key.colour, 2))
        middle = box.center().y()
        painter.drawLine(QPointF(box.left() - 1, middle), QPointF(box.right() + 1, middle))
        painter.setPen(Qt.PenStyle.NoPen)
        place = QTransform.fromTranslate(box.center().x(), middle).scale(8, 8)
        painter.drawPath(place.map(Symbols[key.shape.removeprefix(MARK)]))
    else:
        if key.shape == "hatched":
            painter.setPen(QPen(key.colour, 1))
            painter.setBrush(QBrush(key.colour, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(box, 2, 2)
