"""How often each score came up, on a log-odds axis, with the threshold."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from gui.style.look import LOOK
from gui.style.pens import screen_pen
from gui.toolkit.log_odds import bins, odds_of, span, ticks
from gui.toolkit.plots import dress, quiet_plot

BINS = 48


class ScorePlot(QWidget):
    """Bars of normal and defective verdicts, and the threshold as a dashed line."""

    def __init__(self, name: str, bottom: str) -> None:
        super().__init__()
        self.plot = quiet_plot(self, name, bottom=bottom)
        self.plot.getAxis("left").setWidth(46)
        self._under, self._over = (
            pg.BarGraphItem(x=[], height=[], width=1),
            pg.BarGraphItem(x=[], height=[], width=1),
        )
        self._line = pg.InfiniteLine(angle=90, movable=False)
        for item in (self._under, self._over, self._line):
            self.plot.addItem(item)

    def show_scores(self, scores: Sequence[float], threshold: float) -> None:
        """Show other scores."""
        dress(self.plot)
        colours = LOOK.colours
        values = np.asarray(scores, dtype=np.float64)
        places = np.asarray([odds_of(score) for score in scores], dtype=np.float64)
        at = odds_of(threshold)
        low, high = span((places,), (at,))
        # An edge on the threshold: no bar holds verdicts of both kinds.
        width = (high - low) / BINS
        first = at - np.ceil((at - low) / width) * width
        edges = first + width * np.arange(BINS + 2)
        under, over = bins(places, edges, values, threshold)
        for item, heights, tone in (
            (self._under, under, colours.against),
            (self._over, over, colours.defect),
        ):
            item.setOpts(
                x=edges[:-1] + width / 2,
                height=heights,
                width=0.92 * width,
                brush=pg.mkBrush(QColor(tone)),
                pen=pg.mkPen(None),
            )
        pen = screen_pen(colours.text, 1.5, Qt.PenStyle.DashLine)
        self._line.setPen(pen)
        self._line.setValue(at)
        most = max(1, int((under + over).max(initial=0)))
        self.plot.setXRange(edges[0], edges[-1], padding=0)
        self.plot.setYRange(0, 1.06 * most, padding=0)
        step = next(s for k in range(9) for s in (10**k, 2 * 10**k, 5 * 10**k) if most / s <= 8)
        self.plot.getAxis("left").setTicks([[(n, f"{n:,}") for n in range(0, most + 1, step)], []])
        self.plot.getAxis("bottom").setTicks([ticks(float(edges[0]), float(edges[-1]), 9), []])
