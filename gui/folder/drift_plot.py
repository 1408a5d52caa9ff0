"""Scores in the order of inspection beside the run's own, and shares block by block."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QWidget

from engine.folder.messages import Drift, DriftBlock
from gui.style.look import LOOK
from gui.style.pens import screen_pen
from gui.toolkit.log_odds import odds_of, span, ticks
from gui.toolkit.plots import dress, quiet_plot

BINS = 40
AXIS = 62
"""Least width of the axes on the left, in pixels."""
BESIDE = 22
"""Pixels between figures and axis, and between them and its name."""


class DriftPlot(QWidget):
    """Above: scores, rolling quartiles, threshold; right: held-out images. Below: shares.

    Signals
    -------
    hovered(object)
        The `DriftBlock` under the mouse, None outside all.
    """

    hovered = Signal(object)

    def __init__(self, score: str, share: str, order: str, held_out: str) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        holders = [QWidget() for _ in range(3)]
        self.scores = quiet_plot(holders[0], score)
        self.reference = quiet_plot(holders[1], held_out)
        self.shares = quiet_plot(holders[2], share, bottom=order)
        grid.addWidget(holders[0], 0, 0)
        grid.addWidget(holders[1], 0, 1)
        grid.addWidget(holders[2], 1, 0)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 3)
        grid.setRowStretch(1, 2)
        # Its name is in the legend: the axis is that of the scores beside it.
        self.reference.hideAxis("left")
        self.reference.getAxis("bottom").setTicks([[], []])
        self.reference.getAxis("bottom").setHeight(self.scores.getAxis("bottom").height())
        self.reference.setAccessibleName(held_out)
        self._blocks: tuple[DriftBlock, ...] = ()
        for plot in (self.scores, self.shares):
            plot.scene().sigMouseMoved.connect(
                lambda place, of=plot: self._hover(of.plotItem.vb.mapSceneToView(place).x())
            )

    def show_drift(self, found: Drift) -> None:
        """Show another run's scores, or newer ones."""
        self._blocks = found.blocks
        for plot in (self.scores, self.reference, self.shares):
            plot.clear()
            dress(plot)
        threshold = odds_of(found.threshold)
        low, high = span((found.odds, found.reference), (threshold,))
        self._show_scores(found)
        self._show_reference(found, low, high)
        self._show_shares(found)
        pen = screen_pen(LOOK.colours.text, 1.5, Qt.PenStyle.DashLine)
        for plot in (self.scores, self.reference):
            plot.addItem(pg.InfiniteLine(threshold, angle=0, pen=pen))
            plot.setYRange(low, high, padding=0)
        if found.chart is not None:
            since = screen_pen(LOOK.colours.warn, 1.5)
            for number in (*found.chart.earlier, found.chart.alarm):
                if number is not None and number >= found.first:
                    self.scores.addItem(pg.InfiniteLine(number + 1, angle=90, pen=since))
        marks = ticks(low, high, 7)
        self.scores.getAxis("left").setTicks([marks, []])
        self._widen(text for _, text in marks)
        first, last = found.first + 1, found.first + max(2, len(found.odds))
        for plot in (self.scores, self.shares):
            plot.setXRange(first - 0.5, last + 0.5, padding=0.01)

    def _show_scores(self, found: Drift) -> None:
        colours, order = LOOK.colours, found.first + 1 + np.arange(len(found.odds))
        size = 6 if len(order) < 2000 else 3
        if len(found.at):
            x = found.first + 1 + found.at
            band = [pg.PlotDataItem(x, found.rolling[:, side], pen=None) for side in (0, 2)]
            soft = QColor(colours.accent)
            soft.setAlpha(60)
            for item in (*band, pg.FillBetweenItem(*band, brush=pg.mkBrush(soft))):
                self.scores.addItem(item)
        for chosen, tone, mark in (
            (~found.defective & ~found.unlike, colours.against, "o"),
            (found.defective & ~found.unlike, colours.defect, "o"),
            (found.unlike, colours.warn, "s"),
        ):
            ink = QColor(tone)
            ink.setAlpha(190 if mark == "s" else 130)
            self.scores.addItem(
                pg.ScatterPlotItem(
                    order[chosen],
                    found.odds[chosen],
                    size=size + (mark == "s"),
                    symbol=mark,
                    brush=pg.mkBrush(ink),
                    pen=pg.mkPen(None),
                )
            )
        if len(found.at):
            line = pg.PlotDataItem(x, found.rolling[:, 1], pen=screen_pen(colours.accent, 2.5))
            line.setZValue(20)
            self.scores.addItem(line)

    def _show_reference(self, found: Drift, low: float, high: float) -> None:
        if not len(found.reference):
            return
        edges = np.linspace(low, high, BINS + 1)
        counts, _ = np.histogram(found.reference, edges)
        self.reference.addItem(
            pg.BarGraphItem(
                x0=0,
                y=(edges[:-1] + edges[1:]) / 2,
                height=0.92 * (edges[1] - edges[0]),
                width=counts,
                brush=pg.mkBrush(QColor(LOOK.colours.faint)),
                pen=pg.mkPen(None),
            )
        )
        self.reference.setXRange(0, 1.05 * max(1, int(counts.max())), padding=0)

    def _show_shares(self, found: Drift) -> None:
        colours = LOOK.colours
        top = 0.05
        for shift, tone, mark in ((-0.12, colours.defect, "o"), (0.12, colours.warn, "s")):
            rows = [
                (block, *values)
                for block in found.blocks
                if (values := _share(block, unlike=mark == "s")) is not None
            ]
            if not rows:
                continue
            x = np.asarray(
                [(b.first + b.last) / 2 + 1 + shift * b.images for b, *_ in rows], dtype=float
            )
            y, low, high = (np.asarray([row[i] for row in rows]) for i in (1, 2, 3))
            top = max(top, float(high.max()))
            self.shares.addItem(
                pg.ErrorBarItem(x=x, y=y, top=high - y, bottom=y - low, pen=screen_pen(tone, 1.2))
            )
            self.shares.addItem(
                pg.ScatterPlotItem(
                    x, y, size=8, symbol=mark, brush=pg.mkBrush(QColor(tone)), pen=pg.mkPen(None)
                )
            )
        self.shares.setYRange(-0.03 * top, min(1.03, 1.05 * top), padding=0)
        step = next((s for s in (0.01, 0.02, 0.05, 0.1, 0.2) if top / s <= 6), 0.25)
        marks = [(v, f"{100 * v:.0f} %") for v in np.arange(0, 1.001, step)]
        self.shares.getAxis("left").setTicks([marks, []])

    def _widen(self, texts: Iterable[str]) -> None:
        """Leave both axes the room that the longest of these takes beside the axis' name."""
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        for plot in (self.scores, self.shares):
            plot.getAxis("left").setWidth(max(AXIS, longest + metrics.height() + BESIDE))

    def _hover(self, x: float) -> None:
        place = round(x) - 1
        result = next((b for b in self._blocks if b.first <= place <= b.last), None)
        self.hovered.emit(result)


def _share(block: DriftBlock, *, unlike: bool) -> tuple[float, float, float] | None:
    """Return a share with its exact interval, None where it is not known."""
    if not unlike:
        return (block.defective / block.images, *block.defective_interval)
    if block.unlike is None or block.unlike_interval is None:
        return None
    return (block.unlike / block.compared, *block.unlike_interval)
