"""Live curves of several runs: the loss above, a figure of the verdicts below."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from gui.store.curves import Curve
from gui.store.throttle import Throttle
from gui.style.guard import guarded
from gui.style.look import LOOK
from gui.style.pens import screen_pen
from gui.toolkit.plots import plain_axes
from gui.words.text import percent

SYMBOLS = ("o", "s", "t", "d", "p", "t1", "h")
"""Shapes go with the colours, so that runs differ without colour too."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One run to draw: `key` fixes its shape, `front` draws it thicker and on top.

    `length` is how many iterations it is to have; 0: not known.
    """

    key: int
    name: str
    colour: QColor
    curve: Curve
    front: bool = False
    length: int = 0


class IterationAxis(pg.AxisItem):  # type: ignore[misc]
    """Iterations as plain numbers; on the logarithmic axis at 1, 2 and 5 of each decade."""

    def logTickValues(
        self, low: float, high: float, _size: float, _std: object
    ) -> list[tuple[float | None, list[float]]]:
        """Return tick places (as powers of ten), the important ones first."""
        decades = range(math.floor(low), math.ceil(high) + 1)
        major = [float(d) for d in decades if low <= d <= high]
        minor = [
            place
            for d in decades
            for place in (d + math.log10(2), d + math.log10(5))
            if low <= place <= high
        ]
        return [(1.0, major), (None, minor)]

    def logTickStrings(
        self, values: Sequence[float], _scale: float, _spacing: float | None
    ) -> list[str]:
        """Return 10, 20, 50, 100 ... instead of powers."""
        return [f"{round(10**value):,}" if value >= 0 else "" for value in values]


class _RunItems:
    """What is on the plots for one run, and which version of its curve that shows."""

    def __init__(self) -> None:
        self.loss = pg.PlotDataItem(antialias=False)
        self.loss.setDownsampling(auto=True, method="peak")
        self.loss.setClipToView(True)
        self.figure = pg.PlotDataItem(antialias=False)
        self.drawn: tuple[object, ...] = ()


class CurvePlot(QWidget):
    """Draws traces on request, at most five times a second, and only those that changed.

    Attributes
    ----------
    redraws
        How many times curves were handed to the plots so far.

    Signals
    -------
    hovered(object)
        Iteration under the mouse as a float, None outside the plots.
    """

    hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.redraws = 0
        self._traces: tuple[Trace, ...] = ()
        self._items: dict[int, _RunItems] = {}
        self._figure = "accuracy"
        self._log = False
        self._ends: tuple[int, bool, bool] | None = None
        self._loss_plot = self._plot(self.tr("Loss"))
        self._figure_plot = self._plot("")
        self._figure_plot.setAccessibleName(self.tr("Figure"))
        self._figure_plot.setXLink(self._loss_plot)
        # Both plots share the axis of iterations; the lower one carries its numbers.
        self._loss_plot.getAxis("bottom").setStyle(showValues=False)
        self._figure_plot.setLabel("bottom", self.tr("Iteration"))
        self._figure_plot.setLimits(yMin=-4, yMax=104)
        self._baseline = pg.InfiniteLine(
            angle=0,
            movable=False,
            label="",
            labelOpts={"position": 0.99, "anchors": [(1, 0), (1, 1)], "movable": False},
        )
        self._baseline.hide()
        self._figure_plot.addItem(self._baseline, ignoreBounds=False)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self._loss_plot)
        split.addWidget(self._figure_plot)
        split.setStretchFactor(0, 4)
        split.setStretchFactor(1, 6)
        self.splitter = split
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self._cursors = [self._cursor(self._loss_plot), self._cursor(self._figure_plot)]
        self._later = Throttle(200, self)
        self._later.fired.connect(self.redraw)
        self._dress()
        LOOK.changed.connect(self._dress)
        self.set_figure("accuracy", "")

    # ------------------------------------------------------------------ what to draw

    def show_traces(self, traces: Sequence[Trace]) -> None:
        """Draw these runs from now on."""
        self._traces = tuple(traces)
        self._later.request()

    def refresh(self) -> None:
        """Some curve may have grown; cheap to call at any rate."""
        self._later.request()

    def set_figure(self, figure: str, title: str) -> None:
        """Choose what the lower plot shows."""
        self._figure = figure
        self._figure_plot.setLabel("left", title)
        self._later.request()

    def set_baseline(self, share: float | None) -> None:
        """Draw the accuracy of "never a defect" as a labelled line; None removes it."""
        self._baseline.setVisible(share is not None)
        if share is not None:
            self._baseline.setValue(100 * share)
            template = self.tr("trivial baseline {value}")
            self._baseline.label.setFormat(template.format(value=percent(share)))

    def set_log(self, log: bool) -> None:
        """Draw iterations on a logarithmic axis, or a linear one."""
        self._log = log
        for plot in (self._loss_plot, self._figure_plot):
            plot.setLogMode(x=log)
        self._later.request()

    # ------------------------------------------------------------------ drawing

    def redraw(self) -> None:
        """Bring the plots up to date."""
        wanted = {trace.key for trace in self._traces}
        for key, items in self._items.items():
            # Hidden, not removed: a run that is unticked is often ticked again.
            items.loss.setVisible(key in wanted)
            items.figure.setVisible(key in wanted)
        for trace in self._traces:
            self._draw(trace)
        self._set_ends()

    def _set_ends(self) -> None:
        """Keep axes that do not grow with the data: to the last iteration, and all shares."""
        longest = max((trace.length for trace in self._traces), default=0)
        empty = not any(len(trace.curve.figures[self._figure].x) for trace in self._traces)
        ends = (longest, empty, self._log)
        if ends == self._ends:
            return
        self._ends = ends
        if longest:
            last = math.log10(longest) if self._log else longest
            self._loss_plot.setXRange(0, max(last, 1e-3), padding=0.02)
        else:
            self._loss_plot.enableAutoRange("x")
        if empty:
            self._figure_plot.setYRange(0, 100, padding=0)
        else:
            self._figure_plot.enableAutoRange("y")

    def _draw(self, trace: Trace) -> None:
        items = self._items.get(trace.key)
        if items is None:
            items = self._items[trace.key] = _RunItems()
            self._loss_plot.addItem(items.loss)
            self._figure_plot.addItem(items.figure)
        state = (
            id(trace.curve),
            trace.curve.version,
            self._figure,
            self._log,
            trace.front,
            trace.colour.rgb(),
        )
        if state == items.drawn:
            return
        items.drawn = state
        self.redraws += 1
        loss, points = trace.curve.loss, trace.curve.figures[self._figure]
        faint = QColor(trace.colour)
        faint.setAlpha(255 if trace.front else 150)
        items.loss.setData(_x(loss.x), loss.y, pen=QPen(faint, 0))
        items.figure.setData(
            _x(points.x),
            100 * points.y,
            pen=screen_pen(trace.colour, 2.0 if trace.front else 1.2),
            symbol=SYMBOLS[(trace.key - 1) % len(SYMBOLS)],
            symbolSize=8 if trace.front else 6,
            symbolBrush=trace.colour,
            symbolPen=None,
        )
        for item in (items.loss, items.figure):
            item.setZValue(10 if trace.front else 1)

    # ------------------------------------------------------------------ mouse

    def _cursor(self, plot: pg.PlotWidget) -> pg.InfiniteLine:
        line = pg.InfiniteLine(angle=90, movable=False)
        line.hide()
        plot.addItem(line, ignoreBounds=True)
        plot.scene().sigMouseMoved.connect(lambda place: self._mouse_at(plot, place))
        return line

    def _mouse_at(self, plot: pg.PlotWidget, place: QPointF) -> None:
        inside = plot.getViewBox().sceneBoundingRect().contains(place)
        x = plot.getViewBox().mapSceneToView(place).x() if inside else 0.0
        for line in self._cursors:
            line.setVisible(inside)
            if inside:
                line.setValue(x)
        iteration = 10 ** min(x, 12) if self._log else x
        self.hovered.emit(iteration if inside else None)

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is elsewhere."""
        super().leaveEvent(event)
        for line in self._cursors:
            line.hide()
        self.hovered.emit(None)

    # ------------------------------------------------------------------ looks

    def _plot(self, left: str) -> pg.PlotWidget:
        plot = pg.PlotWidget(axisItems={"bottom": IterationAxis("bottom")}, enableMenu=False)
        plot.hideButtons()
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no key does anything in it
        plot.setLabel("left", left)
        plot.getAxis("left").setWidth(62)
        plain_axes(plot)
        plot.showGrid(x=True, y=True, alpha=0.12)
        plot.setMinimumHeight(90)
        plot.setAccessibleName(left)
        return plot

    def _dress(self) -> None:
        colours = LOOK.colours
        for plot in (self._loss_plot, self._figure_plot):
            plot.setBackground(QColor(colours.panel))
            for side in ("left", "bottom"):
                axis = plot.getAxis(side)
                axis.setPen(QPen(QColor(colours.line_strong), 0))
                axis.setTextPen(QColor(colours.muted))
        self._baseline.setPen(QPen(QColor(colours.muted), 0, Qt.PenStyle.DashLine))
        for line in self._cursors:
            line.setPen(QPen(QColor(colours.faint), 0, Qt.PenStyle.DotLine))
        self._baseline.label.setColor(QColor(colours.muted))
        self._baseline.label.fill = pg.mkBrush(QColor(colours.panel))
        self._later.request()


def _x(values: NDArray[np.float64]) -> NDArray[np.float64]:
    # Iteration 0 has no place on a logarithmic axis; it is drawn at 1 on both.
    return np.maximum(values, 1)
