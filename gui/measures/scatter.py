"""Points that can be read at the mouse and picked with a lasso."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QVBoxLayout, QWidget

from gui.style.geometry import inside
from gui.style.guard import guarded
from gui.style.look import LOOK
from gui.style.pens import screen_pen
from gui.toolkit.plots import dress, plain_axes, vector

REACH = 14
"""Pixels from the mouse at which a point is still meant."""
SYMBOLS = {"circle": "o", "cross": "x", "square": "s"}


@dataclass(frozen=True, slots=True)
class Dot:
    """How a point looks."""

    colour: QColor
    shape: str = "circle"


class LassoBox(pg.ViewBox):  # type: ignore[misc]
    """A left drag draws a line around points; wheel zooms, the middle button moves.

    Signals
    -------
    lassoed(object)
        The polygon, (n, 2) float64 in the plot's units; fewer than three points for a click.
    """

    lassoed = Signal(object)

    def __init__(self, **options: Any) -> None:
        super().__init__(enableMenu=False, **options)
        self._line: list[tuple[float, float]] = []
        self._path = QGraphicsPathItem()
        self._path.setZValue(50)
        self.addItem(self._path, ignoreBounds=True)

    def dress(self) -> None:
        """Take the colours of the look in use."""
        pen = screen_pen(LOOK.colours.accent, 1.5)
        soft = QColor(LOOK.colours.accent)
        soft.setAlpha(40)
        self._path.setPen(pen)
        self._path.setBrush(QBrush(soft))

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        """Draw the lasso with the left button."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseDragEvent(event, axis)
            return
        event.accept()
        if event.isStart():
            start = self.mapToView(event.buttonDownPos())
            self._line = [(start.x(), start.y())]
        point = self.mapToView(event.pos())
        self._line.append((point.x(), point.y()))
        if event.isFinish():
            self._path.setPath(QPainterPath())
            self.lassoed.emit(np.asarray(self._line, dtype=np.float64))
            return
        path = QPainterPath(QPointF(*self._line[0]))
        for x, y in self._line[1:]:
            path.lineTo(x, y)
        path.closeSubpath()
        self._path.setPath(path)

    def mouseClickEvent(self, event: Any) -> None:
        """A click picks nothing, a double click shows all points."""
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            if event.double():
                self.autoRange(padding=0.06)
            else:
                self.lassoed.emit(np.empty((0, 2)))


class Scatter(QWidget):
    """A cloud of points.

    Signals
    -------
    hovered(object)
        Number of the point under the mouse, None if there is none.
    picked(object)
        Numbers of the points inside the lasso, int64; empty when the choice is dropped.
    """

    hovered = Signal(object)
    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = np.empty((0, 2))
        self._dots: tuple[Dot, ...] = ()
        self._chosen: NDArray[np.bool_] = np.empty(0, dtype=np.bool_)
        self.box = LassoBox()
        self.plot = pg.PlotWidget(viewBox=self.box)
        vector(self.plot)
        self.plot.hideButtons()
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no key does anything in it
        self.plot.setAccessibleName(name)
        self.plot.setMinimumSize(160, 120)
        self.box.setAspectLocked(True)
        for side in ("left", "bottom"):
            self.plot.getAxis(side).setStyle(showValues=False, tickLength=0)
        plain_axes(self.plot)
        self._item = pg.ScatterPlotItem(pxMode=True)
        self.plot.addItem(self._item)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        self.box.lassoed.connect(self._lassoed)
        self.plot.scene().sigMouseMoved.connect(self._mouse_at)
        self._dress()
        LOOK.changed.connect(self._dress)

    def show_points(
        self,
        points: NDArray[np.float32],
        dots: Sequence[Dot],
        bottom: str,
        left: str,
        extent: NDArray[np.float32] | None = None,
    ) -> None:
        """Show other points; `extent` are the points whose range is shown, if not these."""
        self._points, self._dots = np.asarray(points, dtype=np.float64), tuple(dots)
        self._chosen = np.zeros(len(points), dtype=np.bool_)
        self.plot.setLabel("bottom", bottom)
        self.plot.setLabel("left", left)
        self._draw()
        frame = np.asarray(points if extent is None else extent, dtype=np.float64)
        frame = frame[np.isfinite(frame).all(axis=1)]
        if len(frame):
            low, high = frame.min(axis=0), frame.max(axis=0)
            self.box.setRange(
                xRange=(low[0], high[0] + 1e-9), yRange=(low[1], high[1] + 1e-9), padding=0.06
            )

    def choose(self, numbers: NDArray[np.int64]) -> None:
        """Mark points as chosen without saying so."""
        self._chosen = np.zeros(len(self._points), dtype=np.bool_)
        self._chosen[numbers] = True
        self._draw()

    @property
    def chosen(self) -> NDArray[np.int64]:
        """Numbers of the points that are marked."""
        return np.flatnonzero(self._chosen).astype(np.int64)

    def lasso(self, polygon: NDArray[np.float64]) -> NDArray[np.int64]:
        """Return the numbers of the points inside a polygon."""
        return np.flatnonzero(inside(polygon, self._points)).astype(np.int64)

    def near(self, x: float, y: float, reach: tuple[float, float]) -> int | None:
        """Return the point nearest to a place, None if all are out of reach."""
        if not len(self._points):
            return None
        away = np.hypot((self._points[:, 0] - x) / reach[0], (self._points[:, 1] - y) / reach[1])
        best = int(np.nanargmin(away))
        return best if away[best] <= 1 else None

    def _draw(self) -> None:
        some = bool(self._chosen.any())
        brushes, pens = [], []
        # Else the width would count in sizes of the symbol.
        edge = screen_pen(LOOK.colours.text, 1.2)
        thin = screen_pen(LOOK.colours.panel, 0.8)
        for dot, chosen in zip(self._dots, self._chosen, strict=True):
            colour = QColor(dot.colour)
            colour.setAlpha(60 if some and not chosen else 215)
            brushes.append(QBrush(colour))
            pens.append(edge if chosen else thin)
        self._item.setData(
            x=self._points[:, 0],
            y=self._points[:, 1],
            symbol=[SYMBOLS[dot.shape] for dot in self._dots],
            brush=brushes,
            pen=pens,
            size=10,
        )

    def _lassoed(self, polygon: NDArray[np.float64]) -> None:
        numbers = self.lasso(polygon)
        self.choose(numbers)
        self.picked.emit(numbers)

    def _mouse_at(self, place: QPointF) -> None:
        if not self.box.sceneBoundingRect().contains(place):
            self.hovered.emit(None)
            return
        point = self.box.mapSceneToView(place)
        width, height = self.box.viewPixelSize()
        self.hovered.emit(self.near(point.x(), point.y(), (REACH * width, REACH * height)))

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is elsewhere."""
        super().leaveEvent(event)
        self.hovered.emit(None)

    def _dress(self) -> None:
        dress(self.plot)
        self.box.dress()
        self.box.setBorder(QPen(QColor(LOOK.colours.line), 1))
        if self._dots:
            self._draw()
