"""How many channels each layer has left: what is gone as a pale rest of its bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.messages import Narrowed
from gui.look import LOOK
from gui.text import count

LOW, HIGH = 15, 34
"""Least and largest height of a line."""
PALE = 60
"""How much of its colour what is gone keeps, of 255."""


class NarrowedBars(QWidget):
    """One line a layer: its name, its bar, before and after."""

    def __init__(self) -> None:
        super().__init__()
        self._layers: tuple[Narrowed, ...] = ()
        self.setAccessibleName(self.tr("Channels by layer, before and after"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(260)
        LOOK.changed.connect(self.update)

    def show_layers(self, layers: Sequence[Narrowed]) -> None:
        """Show other layers."""
        self._layers = tuple(layers)
        self.setMinimumHeight(LOW * len(layers) + 4)
        self.setAccessibleDescription(
            "; ".join(f"{x.name}: {count(x.before)}, {count(x.after)}" for x in layers)
        )
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the lines want to be."""
        return QSize(420, HIGH * len(self._layers) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all lines."""
        if not self._layers:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(LOOK.points(-1))
        painter.setFont(font)
        metrics = painter.fontMetrics()
        names = max(metrics.horizontalAdvance(x.name) for x in self._layers) + 10
        figures = max(metrics.horizontalAdvance(_words(x)) for x in self._layers) + 12
        room = max(20.0, self.width() - names - figures)
        most = max(x.before for x in self._layers)
        height = min(HIGH, (self.height() - 2) / len(self._layers))
        colours = LOOK.colours
        pale = QColor(colours.accent)
        pale.setAlpha(PALE)
        middle = Qt.AlignmentFlag.AlignVCenter
        for number, layer in enumerate(self._layers):
            y = number * height
            painter.setPen(QColor(colours.text))
            box = QRectF(0, y, names - 10, height)
            painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, layer.name)
            painter.setPen(Qt.PenStyle.NoPen)
            thick = min(18.0, height * 0.62)
            for width, colour in ((layer.before, pale), (layer.after, QColor(colours.accent))):
                bar = QRectF(names, y + (height - thick) / 2, room * width / most, thick)
                painter.setBrush(colour)
                painter.drawRoundedRect(bar, 2, 2)
            gone = layer.after < layer.before
            painter.setPen(QColor(colours.text if gone else colours.muted))
            box = QRectF(names + room * layer.before / most + 8, y, figures, height)
            painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, _words(layer))
        painter.end()


def _words(layer: Narrowed) -> str:
    if layer.after == layer.before:
        return count(layer.before)
    return f"{count(layer.before)} \N{RIGHTWARDS ARROW} {count(layer.after)}"
