"""How long both defects show, by layer: a dot and its interval for each run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.measures.values import LayerOverlap
from gui.interpolate.looks import layer_name
from gui.style.guard import guarded, guarded_to
from gui.style.look import LOOK
from gui.words.text import percent

STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5)


@dataclass(frozen=True, slots=True)
class Dots:
    """One run's layers in one colour."""

    name: str
    colour: QColor
    layers: tuple[LayerOverlap, ...]


class OverlapPlot(QWidget):
    """Dots and whiskers, runs beside each other at every layer."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("chart", True)
        self._sets: tuple[Dots, ...] = ()
        self.setAccessibleName(self.tr("Overlap by layer"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 160)
        LOOK.changed.connect(self.update)

    def show_sets(self, sets: Sequence[Dots]) -> None:
        """Show other runs."""
        self._sets = tuple(sets)
        self.setAccessibleDescription(
            "; ".join(
                f"{one.name}: "
                + ", ".join(f"{layer_name(x.layer)} {percent(x.mean, 1)}" for x in one.layers)
                for one in sets
            )
        )
        self.update()

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        """A little wider than high."""
        return QSize(420, 300)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint axes, whiskers and dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(LOOK.points(-1))
        painter.setFont(font)
        layers = list(dict.fromkeys(x.layer for one in self._sets for x in one.layers))
        top = max((x.high for one in self._sets for x in one.layers), default=0.0)
        step = next((s for s in STEPS if s * 5 >= top), 0.5)
        high = step * max(1, -(-top // step))
        field = QRectF(48, 26, self.width() - 60, self.height() - 52)
        self._paint_axes(painter, field, step, high)
        for place, layer in enumerate(layers):
            middle = field.left() + (place + 0.5) * field.width() / len(layers)
            painter.setPen(QColor(LOOK.colours.text))
            box = QRectF(middle - 70, field.bottom() + 5, 140, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, layer_name(layer))
            for number, one in enumerate(self._sets):
                result = next((x for x in one.layers if x.layer == layer), None)
                if result is not None:
                    shift = (number - (len(self._sets) - 1) / 2) * 22
                    self._paint_dot(painter, field, middle + shift, result, high, one.colour)
        painter.end()

    def _paint_axes(self, painter: QPainter, field: QRectF, step: float, high: float) -> None:
        colours = LOOK.colours
        painter.setPen(QColor(colours.muted))
        painter.drawText(QPointF(4, 14), self.tr("Share of the line with both defects"))
        for number in range(round(high / step) + 1):
            y = field.bottom() - number * step / high * field.height()
            painter.setPen(QPen(QColor(colours.line_strong if number == 0 else colours.line), 1))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
            painter.setPen(QColor(colours.muted))
            box = QRectF(0, y - 9, field.left() - 6, 18)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, right, percent(number * step, 0))

    def _paint_dot(
        self,
        painter: QPainter,
        field: QRectF,
        x: float,
        found: LayerOverlap,
        high: float,
        colour: QColor,
    ) -> None:
        def y(value: float) -> float:
            return field.bottom() - value / high * field.height()

        painter.setPen(QPen(colour, 2.0))
        painter.drawLine(QPointF(x, y(found.low)), QPointF(x, y(found.high)))
        for end in (found.low, found.high):
            painter.drawLine(QPointF(x - 4, y(end)), QPointF(x + 4, y(end)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(x, y(found.mean)), 5, 5)
