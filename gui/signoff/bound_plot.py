"""How far the escape rate can be bounded with so many defective parts."""

from __future__ import annotations

import math

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from engine.signoff.messages import Proof
from gui.style.look import LOOK
from gui.style.pens import screen_pen
from gui.toolkit.plots import dress, quiet_plot
from gui.words.text import count, percent


def _ticks(first: int, last: int) -> list[tuple[float, str]]:
    """Places of 1, 2, 5, 10, ... on a logarithmic axis, written out."""
    result = []
    for power in range(8):
        for digit in (1, 2, 5):
            number = digit * 10**power
            if first <= number <= last:
                result.append((math.log10(number), count(number)))
    return result


ROOM = 0.42
"""Share of the axis that the words beside a point take."""


class BoundPlot(QWidget):
    """The bound against the number of parts, the limit, where one is, and where it would pass."""

    def __init__(self) -> None:
        super().__init__()
        self.plot = quiet_plot(
            self,
            self.tr("Escape at most, %"),
            bottom=self.tr("Defective parts (log)"),
        )
        self.plot.showGrid(x=True, y=True, alpha=0.12)
        self.plot.setLogMode(x=True, y=False)
        self.plot.setMinimumHeight(190)
        self.setMaximumHeight(270)
        self.curve = pg.PlotDataItem(antialias=True)
        self.limit = pg.InfiniteLine(angle=0)
        self.here = pg.ScatterPlotItem(size=11)
        self.there = pg.ScatterPlotItem(size=11, symbol="d")
        self.words = pg.TextItem(anchor=(0, 1))
        # The curve falls: right of the point and above the line is the corner it stays out of.
        self.needed = pg.TextItem(anchor=(-0.06, 1.0))
        for item in (self.curve, self.limit, self.here, self.there):
            self.plot.addItem(item)
        for text in (self.words, self.needed):
            self.plot.addItem(text, ignoreBounds=True)
        self._proof: Proof | None = None
        LOOK.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        dress(self.plot)
        colours = LOOK.colours
        pen = screen_pen(colours.accent, 2.2)
        line = screen_pen(colours.muted, 1.4, Qt.PenStyle.DashLine)
        self.curve.setPen(pen)
        self.limit.setPen(line)
        good = self._proof is not None and self._proof.passed
        self.here.setBrush(pg.mkBrush(colours.good if good else colours.bad))
        self.here.setPen(pg.mkPen(colours.panel))
        self.there.setBrush(pg.mkBrush(None))
        self.there.setPen(screen_pen(colours.text, width=1.6))
        self.words.setColor(QColor(colours.muted))
        self.needed.setColor(QColor(colours.text))

    def show_proof(self, proof: Proof, curve: tuple[tuple[int, float], ...]) -> None:
        """Draw a proof."""
        self._proof = proof
        self._dress()
        xs, ys = [n for n, _ in curve], [100 * bound for _, bound in curve]
        self.curve.setData(xs, ys)
        self.limit.setValue(100 * proof.limit)
        self.here.setData([math.log10(max(1, proof.defective))], [100 * proof.upper])
        target = proof.defective + proof.more
        shown = bool(proof.more) and bool(xs) and target <= xs[-1]
        self.there.setData([math.log10(target)] if shown else [], [100 * proof.limit] * shown)
        self.needed.setVisible(shown)
        if shown:
            self.needed.setText(self.tr("{n} parts", "", target).format(n=count(target)))
            self.needed.setPos(math.log10(target), 100 * proof.limit)
        top = min(100.0, 100 * max(2.5 * proof.limit, 1.25 * proof.upper))
        self.plot.setYRange(0, top, padding=0.02)
        if xs:
            self.plot.getAxis("bottom").setTicks([_ticks(xs[0], xs[-1])])
            left = math.log10(max(1, min(xs[0], proof.defective)))
            right = math.log10(xs[-1])
            if shown:
                right = max(right, math.log10(target) + ROOM * (right - left))
            self.plot.setXRange(left, right, padding=0.02)
            self.words.setText(self.tr("limit {value}").format(value=percent(proof.limit, 1)))
            self.words.setPos(left, 100 * proof.limit)
        self.setAccessibleName(
            self.tr("{n} parts: at most {value} escape", "", proof.defective).format(
                n=count(proof.defective), value=percent(proof.upper)
            )
        )
