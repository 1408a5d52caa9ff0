"""Pens whose lines are as wide on every screen, at any zoom of a plot or picture."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPen

from gui.style.look import LOOK


def screen_pen(
    colour: QColor | str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine
) -> QPen:
    """Return a pen of a width in logical pixels of the screen, whatever it is zoomed by.

    Qt counts the width of such a (cosmetic) pen in the screen's own pixels, so at 200 % a line
    would be half as thick as all else.
    """
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    result = QPen(QColor(colour), width * ratio, style)
    result.setCosmetic(True)
    return result


def paint_focus(painter: QPainter, place: QRect) -> None:
    """Paint the frame that says where the keys go, just inside a place."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(LOOK.colours.accent), 2))
    painter.drawRect(place.adjusted(1, 1, -1, -1))
