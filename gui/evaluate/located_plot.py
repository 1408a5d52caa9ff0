"""One figure of every image as dots, texture by texture, with median and quartiles."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from engine.evaluate.values import LocatedImage, quartiles
from gui.style.look import LOOK
from gui.style.pens import screen_pen
from gui.toolkit.plots import dress, quiet_plot

WIDE = 0.3
"""Half the width that a texture's dots are spread over."""


class LocatedPlot(QWidget):
    """Values from 0 to 1.

    Signals
    -------
    hovered(object)
        `LocatedImage` under the mouse, None outside all dots.
    chosen(int)
        Index of the image that was clicked.
    """

    hovered = Signal(object)
    chosen = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.plot = quiet_plot(self, name)
        self.plot.showGrid(x=False, y=True, alpha=0.14)
        self.plot.setYRange(-0.03, 1.03, padding=0)
        self.dots = pg.ScatterPlotItem(size=8, hoverable=True, hoverSize=11, tip=None)
        self.dots.setZValue(10)
        self.dots.sigHovered.connect(self._hovered)
        self.dots.sigClicked.connect(self._clicked)
        self.plot.addItem(self.dots)
        self._lines: list[object] = []
        LOOK.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        dress(self.plot)

    def show_images(self, sets: Sequence[tuple[str, Sequence[tuple[LocatedImage, float]]]]) -> None:
        """Show sets by name, each an image and its value."""
        for line in self._lines:
            self.plot.removeItem(line)
        self._lines.clear()
        spots = []
        for place, (_, values) in enumerate(sets):
            # Side by side in the order of their values, so that none hides another.
            order = sorted(values, key=lambda pair: pair[1])
            for rank, (image, value) in enumerate(order):
                x = place + WIDE * (2 * ((rank * 0.618034) % 1) - 1)
                spots.append({"pos": (x, value), "data": image})
            result = quartiles([value for _, value in values])
            if result is not None:
                self._mark(place, *result)
        soft = QColor(LOOK.colours.accent)
        soft.setAlpha(130)
        self.dots.setData(spots=spots, brush=pg.mkBrush(soft), pen=pg.mkPen(None))
        self.dots.setAcceptHoverEvents(True)
        names = [(place, name) for place, (name, _) in enumerate(sets)]
        self.plot.getAxis("bottom").setTicks([names, []])
        self.plot.setXRange(-0.6, max(0.6, len(sets) - 0.4), padding=0)

    def _mark(self, place: int, low: float, middle: float, high: float) -> None:
        for level, width, share in ((low, 1.2, 0.7), (middle, 3.0, 1.0), (high, 1.2, 0.7)):
            pen = screen_pen(LOOK.colours.text, width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            half = (WIDE + 0.08) * share
            line = pg.PlotDataItem(
                np.array([place - half, place + half]), np.array([level, level]), pen=pen
            )
            line.setZValue(20)
            self._lines.append(line)
            self.plot.addItem(line)

    def _hovered(self, _item: object, points: Sequence[pg.SpotItem], _event: object) -> None:
        self.hovered.emit(points[0].data() if len(points) else None)

    def _clicked(self, _item: object, points: Sequence[pg.SpotItem], _event: object) -> None:
        if len(points):
            self.chosen.emit(points[0].data().index)
