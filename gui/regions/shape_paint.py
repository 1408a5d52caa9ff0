"""How drawn shapes are painted over an image: in pixels of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.style.look import LOOK
from gui.style.theme import ON_IMAGE

HANDLE = 9
"""Side of a corner's handle in pixels of the screen."""


def paint_shapes(painter: QPainter, boxes: Sequence[tuple[str, QRectF]], chosen: int) -> None:
    """Paint shapes, by kind and box on the screen; the chosen one carries handles."""
    for number, (kind, box) in enumerate(boxes):
        # Whole pixels and a half: a line of two pixels is then two pixels, not three grey ones.
        place = QRectF(box.toAlignedRect() if box.width() < 3 else _snapped(box))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, kind == "ellipse")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in (("edge", 4.0), ("drawn", 2.0)):
            ink = QColor(ON_IMAGE[colour])
            ink.setAlpha(170 if colour == "edge" else 255)
            pen = QPen(ink, width)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            if kind == "ellipse":
                painter.drawEllipse(place)
            else:
                painter.drawRect(place)
        if number == chosen:
            _paint_handles(painter, place, frame=kind == "ellipse")


def paint_focus(painter: QPainter, view: QRect) -> None:
    """Frame the view that keys act on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(LOOK.colours.accent), 2.0))
    painter.drawRect(view.adjusted(1, 1, -1, -1))


def _paint_handles(painter: QPainter, box: QRectF, *, frame: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if frame:
        pen = QPen(QColor(ON_IMAGE["handle"]), 1.0, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawRect(box)
    painter.setPen(QPen(QColor(ON_IMAGE["edge"]), 1.0))
    painter.setBrush(QColor(ON_IMAGE["handle"]))
    for point in (box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()):
        square = QRectF(0, 0, HANDLE, HANDLE)
        square.moveCenter(point)
        painter.drawRect(_snapped(square))


def _snapped(box: QRectF) -> QRectF:
    return QRectF(round(box.x()), round(box.y()), round(box.width()), round(box.height()))
