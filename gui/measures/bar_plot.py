"""Grouped bars layer by layer, with whiskers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QWidget

from gui.style.guard import guarded
from gui.style.look import LOOK
from gui.style.pens import screen_pen
from gui.toolkit.plots import dress, quiet_plot
from gui.toolkit.run_groups import BarSet, layers_of

ROOM = 0.82
"""Share of a layer's place that its bars take."""


@dataclass(frozen=True, slots=True)
class Paint:
    """How a set of bars looks."""

    colour: QColor
    hatched: bool = False


class BarPlot(QWidget):
    """Bars of several sets side by side for each layer.

    Attributes
    ----------
    places
        (layer, set number, left, right, mean) of every bar drawn, for reading it at the mouse.

    Signals
    -------
    hovered(object)
        (set number, layer) under the mouse, None outside the bars' places.
    """

    hovered = Signal(object)

    def __init__(self, left: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places: list[tuple[str, int, float, float, float]] = []
        self._layers: tuple[str, ...] = ()
        self._items: list[object] = []
        self.plot = quiet_plot(self, left)
        self.plot.showGrid(x=False, y=True, alpha=0.14)
        self._band = pg.LinearRegionItem(movable=False, pen=pg.mkPen(None))
        self._band.setZValue(-20)
        self._band.hide()
        self.plot.addItem(self._band, ignoreBounds=True)
        self.plot.scene().sigMouseMoved.connect(self._mouse_at)
        self.plot.getViewBox().sigResized.connect(lambda _: self._name_layers())
        self._dress()
        LOOK.changed.connect(self._dress)

    def show_sets(
        self, sets: Sequence[BarSet], paints: Sequence[Paint], *, log: bool, scale: float = 1.0
    ) -> None:
        """Draw these sets; values are multiplied by `scale`."""
        for item in self._items:
            self.plot.removeItem(item)
        self._items.clear()
        self.places.clear()
        self._layers = layers_of(sets)
        self.plot.setLogMode(y=log)
        values = [bar.low * scale for one in sets for bar in one.bars.values() if bar.low > 0]
        floor = math.log10(min(values)) - 0.25 if log and values else 0.0
        top = 0.0
        for number, (one, paint) in enumerate(zip(sets, paints, strict=True)):
            top = max(top, self._draw(one, paint, number, len(sets), log, scale, floor))
        self._name_layers()
        self.plot.setXRange(-0.55, max(0.55, len(self._layers) - 0.45), padding=0)
        if log:
            ceiling = math.log10(top) + 0.1 if top > 0 else 0.0
            self.plot.setYRange(floor, max(ceiling, floor + 0.1), padding=0)
        else:
            # A little below 0, else the axis has no room for its 0.
            top = top or 1.0
            self.plot.setYRange(-0.022 * top, 1.06 * top, padding=0)

    def _name_layers(self) -> None:
        """Name as many layers on the axis as find room, evenly."""
        widest = max(
            (self.fontMetrics().horizontalAdvance(name) for name in self._layers), default=1
        )
        room = max(1.0, self.plot.getViewBox().width())
        step = max(1, math.ceil(len(self._layers) * (widest + 6) / room))
        names = [(i, name) for i, name in enumerate(self._layers) if i % step == 0]
        self.plot.getAxis("bottom").setTicks([names, []])

    def _draw(
        self,
        one: BarSet,
        paint: Paint,
        number: int,
        sets: int,
        log: bool,
        scale: float,
        floor: float,
    ) -> float:
        """Draw one set and return its highest value."""
        width = ROOM / sets
        xs, heights, whiskers, top = [], [], [], 0.0
        nulls: list[tuple[float, float]] = []
        for place, layer in enumerate(self._layers):
            bar = one.bars.get(layer)
            if bar is None:
                continue
            x = place - ROOM / 2 + width * (number + 0.5)
            mean, low, high = scale * bar.mean, scale * bar.low, scale * bar.high
            self.places.append((layer, number, x - width / 2, x + width / 2, mean))
            top = max(top, high)
            if log and mean <= 0:
                continue
            level = math.log10(mean) if log else mean
            xs.append(x)
            heights.append(level - floor)
            if bar.null is not None and (bar.null > 0 or not log):
                null = scale * bar.null
                top = max(top, null)
                nulls += [(x - width / 2, null), (x + width / 2, null)]
            if bar.whisker:
                bottom = (math.log10(low) if low > 0 else floor) if log else low
                upper = math.log10(high) if log else high
                whiskers.append((x, level, upper - level, level - bottom))
        brush = QBrush(paint.colour)
        if paint.hatched:
            brush.setStyle(Qt.BrushStyle.BDiagPattern)
        pen = screen_pen(paint.colour, 1)
        self._add(
            pg.BarGraphItem(
                x=xs, height=heights, width=width * 0.86, y0=floor, brush=brush, pen=pen
            )
        )
        if whiskers:
            columns = list(zip(*whiskers, strict=True))
            ink = screen_pen(LOOK.colours.text, 1)
            at, level_at, up, down = (np.asarray(column, dtype=float) for column in columns)
            self._add(
                pg.ErrorBarItem(x=at, y=level_at, top=up, bottom=down, beam=width * 0.4, pen=ink)
            )
        if nulls:
            ends = np.asarray(nulls)
            ink = screen_pen(LOOK.colours.text, 2)
            # Its item takes logarithms by itself, as the plot is told to.
            self._add(pg.PlotDataItem(ends[:, 0], ends[:, 1], connect="pairs", pen=ink))
        return top

    def _add(self, item: object) -> None:
        self._items.append(item)
        self.plot.addItem(item)

    # ------------------------------------------------------------------ mouse, looks

    def at(self, x: float) -> tuple[int, str] | None:
        """Return (set number, layer) of the bar at a place on the axis, the nearest in a layer."""
        place = round(x)
        if not 0 <= place < len(self._layers):
            return None
        layer = self._layers[place]
        bars = [bar for bar in self.places if bar[0] == layer]
        if not bars:
            return None
        best = min(bars, key=lambda bar: abs((bar[2] + bar[3]) / 2 - x))
        return best[1], layer

    def _mouse_at(self, point: QPointF) -> None:
        view = self.plot.getViewBox()
        if not view.sceneBoundingRect().contains(point):
            self._leave()
            return
        result = self.at(view.mapSceneToView(point).x())
        if result is None:
            self._leave()
            return
        place = self._layers.index(result[1])
        self._band.setRegion((place - 0.5, place + 0.5))
        self._band.show()
        self.hovered.emit(result)

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is elsewhere."""
        super().leaveEvent(event)
        self._leave()

    def _leave(self) -> None:
        self._band.hide()
        self.hovered.emit(None)

    def _dress(self) -> None:
        dress(self.plot)
        self._band.setBrush(QColor(LOOK.colours.hover))
