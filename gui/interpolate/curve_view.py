"""The probabilities of all classes along a line, with a marker at the place looked at.

Curves are painted once into a pixmap; when the slider moves only the marker is painted anew.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.core.table import Table, listed
from engine.interpolate.messages import LineFollowed
from engine.interpolate.values import Flip
from gui.interpolate.looks import class_colour, end_colours, place_text
from gui.interpolate.reading import SHOWN_LEVELS, Reading, at, stretches
from gui.style.guard import guarded, guarded_to
from gui.style.look import LOOK
from gui.words.text import fixed

tr = QCoreApplication.translate

SHADES = {0.3: 22, 0.5: 52}
"""How strongly the stretch is shaded where both defects are above a level, of 255."""
HOVERED = 6
"""Classes that are named under the mouse."""


class CurveView(QWidget):
    """Curves over t; a click or a drag goes there.

    Attributes
    ----------
    painted
        How often the curves were painted: moving the slider does not count.

    Signals
    -------
    moved(float)
        The user wants that place.
    """

    moved = Signal(float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("chart", True)
        self.painted = 0
        self._followed: LineFollowed | None = None
        self._flips: tuple[Flip, ...] = ()
        self._said: Reading | None = None
        self._t = 0.0
        self._margins = (30.0, 12.0)
        self._cache = QPixmap()
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 56)
        LOOK.changed.connect(self._again)

    # ------------------------------------------------------------------ content

    def show_line(self, followed: LineFollowed | None, flips: tuple[Flip, ...]) -> None:
        """Show other curves, or more of the same ones."""
        if followed is not self._followed or flips != self._flips:
            self._followed, self._flips = followed, flips
            self._again()

    def show_place(self, t: float, said: Reading | None) -> None:
        """Put the marker elsewhere, on what is said there."""
        self._t, self._said = said.t if said else t, said
        self.update()

    def set_margins(self, left: float, right: float) -> None:
        """Let t go from `left` to `right` pixels before the edge."""
        if (left, right) != self._margins:
            self._margins = (left, right)
            self._again()

    def table(self) -> Table[Any] | None:
        """Return the probability of every class at every place worked out so far."""
        followed = self._followed
        if followed is None:
            return None
        curve = followed.curve
        return listed(
            ("t", *followed.classes, tr("copies", "score")),
            [
                (float(t), *map(float, row), float(score))
                for t, row, score in zip(curve.t, curve.probabilities, curve.scores, strict=True)
            ],
        )

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(420, 110)

    def _again(self) -> None:
        self._cache = QPixmap()
        self.update()

    # ------------------------------------------------------------------ geometry

    @property
    def _field(self) -> QRectF:
        left, right = self._margins
        return QRectF(left, 7, max(1.0, self.width() - left - right), max(1.0, self.height() - 27))

    def x_of(self, t: float) -> float:
        """Return where a place lies across the widget."""
        return self._field.left() + t * self._field.width()

    def t_of(self, x: float) -> float:
        """Return the place at a pixel, in [0, 1]."""
        return min(1.0, max(0.0, (x - self._field.left()) / self._field.width()))

    def _y_of(self, probability: float) -> float:
        return self._field.bottom() - probability * self._field.height()

    # ------------------------------------------------------------------ painting

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the curves from the cache and the marker over them."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if self._cache.isNull() or self._cache.size() != (self.size() * ratio):
            self._cache = QPixmap(self.size() * ratio)
            self._cache.setDevicePixelRatio(ratio)
            self._cache.fill(Qt.GlobalColor.transparent)
            self._paint_curves()
        painter.drawPixmap(0, 0, self._cache)
        if self._followed is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_marker(painter, self._followed)
        painter.end()

    def _paint_curves(self) -> None:
        self.painted += 1
        painter = QPainter(self._cache)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(LOOK.points(-1.5))
        painter.setFont(font)
        field, followed = self._field, self._followed
        if followed is not None:
            for level in SHOWN_LEVELS:
                shade = QColor(LOOK.colours.text)
                shade.setAlpha(SHADES[level])
                for start, stop in stretches(followed.curve, followed.ends, level):
                    box = QRectF(self.x_of(start), field.top(), 0, field.height())
                    box.setRight(max(self.x_of(stop), box.left() + 1.0))
                    painter.fillRect(box, shade)
        self._paint_axes(painter, field)
        if followed is not None:
            rest = [k for k in range(len(followed.classes)) if k not in followed.ends]
            for number in [*rest, *dict.fromkeys(reversed(followed.ends))]:
                self._paint_class(painter, followed, number)
            self._paint_flips(painter, field)
        painter.end()

    def _paint_axes(self, painter: QPainter, field: QRectF) -> None:
        colours = LOOK.colours
        for level in (0.0, 0.5, 1.0):
            y = self._y_of(level)
            line = QColor(colours.line_strong if level == 0.0 else colours.line)
            painter.setPen(QPen(line, 1.0))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
            painter.setPen(QColor(colours.muted))
            box = QRectF(field.left() - 30, y - 8, 25, 16)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, right, f"{level:g}")
        for t in (0.0, 0.25, 0.5, 0.75, 1.0):
            x = self.x_of(t)
            painter.setPen(QPen(QColor(colours.line_strong), 1.0))
            painter.drawLine(QPointF(x, field.bottom()), QPointF(x, field.bottom() + 3))
            painter.setPen(QColor(colours.muted))
            words = {0.0: "A", 1.0: "B"}.get(t, f"{t:g}")
            box = QRectF(x - 20, field.bottom() + 3, 40, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, words)

    def _paint_class(self, painter: QPainter, followed: LineFollowed, number: int) -> None:
        curve, ours = followed.curve, number in followed.ends
        ink = class_colour(number, followed) if ours else QColor(LOOK.colours.faint)
        if not ours:
            ink.setAlpha(150)
        points = [
            QPointF(self.x_of(float(t)), self._y_of(float(p)))
            for t, p in zip(curve.t, curve.probabilities[:, number], strict=True)
        ]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 2.2 if ours else 1.0))
        painter.drawPolyline(QPolygonF(points))
        if ours and not followed.smooth:
            # Only these places were worked out; between them the lines are drawn, not known.
            painter.setBrush(ink)
            painter.setPen(Qt.PenStyle.NoPen)
            for point in points:
                painter.drawEllipse(point, 2.6, 2.6)

    def _paint_flips(self, painter: QPainter, field: QRectF) -> None:
        ink = QColor(LOOK.colours.text)
        for flip in self._flips:
            x = self.x_of(flip.t)
            painter.setPen(QPen(ink, 1.0, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, field.top()), QPointF(x, field.bottom()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            y = field.top()
            painter.drawPolygon(
                QPolygonF([QPointF(x, y + 1), QPointF(x - 4.5, y - 6), QPointF(x + 4.5, y - 6)])
            )

    def _paint_marker(self, painter: QPainter, followed: LineFollowed) -> None:
        field, x = self._field, self.x_of(self._t)
        painter.setPen(QPen(QColor(LOOK.colours.accent), 1.4))
        painter.drawLine(QPointF(x, field.top() - 5), QPointF(x, field.bottom() + 3))
        if self._said is None:
            return
        for ink, number in zip(end_colours()[::-1], followed.ends[::-1], strict=True):
            painter.setPen(QPen(QColor(LOOK.colours.panel), 1.5))
            painter.setBrush(ink)
            y = self._y_of(float(self._said.probabilities[number]))
            painter.drawEllipse(QPointF(x, y), 4.5, 4.5)

    # ------------------------------------------------------------------ mouse

    def hover_text(self, x: float) -> str:
        """Name the classes that count at a pixel, the most probable first."""
        if self._followed is None:
            return ""
        said = at(self._followed.curve, self.t_of(x))
        order = np.argsort(-said.probabilities, kind="stable")[:HOVERED]
        lines = [
            f"{fixed(float(said.probabilities[k]))}  {self._followed.classes[k]}" for k in order
        ]
        return "\n".join([place_text(said.t), *lines])

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place under the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.moved.emit(self.t_of(event.position().x()))

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the place along, or name the classes under the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.moved.emit(self.t_of(event.position().x()))
        elif text := self.hover_text(event.position().x()):
            QToolTip.showText(event.globalPosition().toPoint(), text, self)
