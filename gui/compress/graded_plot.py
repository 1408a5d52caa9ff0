"""A figure against the share of filters kept, straight after removal and recovered."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from engine.compress.values import PruningCurve, PruningPoint
from engine.core.values import Rates
from gui.compress.found import FIGURES
from gui.compress.words import figure_name
from gui.style.look import LOOK
from gui.style.pens import screen_pen
from gui.toolkit.parts import row
from gui.toolkit.plots import dress, quiet_plot


class PruningPlot(QWidget):
    """One figure's curve, exact on the left, and where the slider stands.

    Attributes
    ----------
    choice
        Which figure is drawn.
    drawn
        (share in percent, figure in percent) of each series, "before" and "after".
    """

    def __init__(self, figure: str) -> None:
        super().__init__()
        self._found: PruningCurve | None = None
        self._place = 0
        self.drawn: dict[str, list[tuple[float, float]]] = {}
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Figure drawn"))
        for name in FIGURES:
            self.choice.addItem(figure_name(name), name)
        self.choice.setCurrentIndex(FIGURES.index(figure))
        self.choice.currentIndexChanged.connect(self._again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row(self.choice, None))
        self.plot = quiet_plot(self, "", bottom=self.tr("Filters kept, %"))
        self.plot.showGrid(x=False, y=True, alpha=0.14)
        # As the slider goes: from the whole network on the left to the smallest on the right.
        self.plot.invertX(True)
        self._cursor = pg.InfiniteLine(angle=90, movable=False)
        LOOK.changed.connect(self._again)
        self._again()

    def show_points(self, found: PruningCurve | None, place: int) -> None:
        """Draw another curve, or another place on it."""
        self._found, self._place = found, place
        self._again()

    def _again(self) -> None:
        colours = LOOK.colours
        dress(self.plot)
        self.plot.clear()
        figure = self.choice.currentData()
        self.plot.setLabel("left", f"{figure_name(figure)}, %")
        self.plot.setAccessibleName(figure_name(figure))
        points = self._found.points if self._found else ()
        self.drawn = {
            name: [
                (100 * p.share, level)
                for p in points
                if (level := figure_of(p, figure)) is not None
            ]
            for name, figure_of in (("before", _removed), ("after", _recovered))
        }
        if not points:
            return
        # Where filters were lost for good and where a few steps bring verdicts back.
        for name, colour, style, symbol in (
            ("before", QColor(colours.faint), Qt.PenStyle.DashLine, "t"),
            ("after", QColor(colours.accent), Qt.PenStyle.SolidLine, "o"),
        ):
            x, y = [at for at, _ in self.drawn[name]], [share for _, share in self.drawn[name]]
            pen = screen_pen(colour, width=2, style=style)
            self.plot.plot(
                x, y, pen=pen, symbol=symbol, symbolSize=8, symbolBrush=colour, symbolPen=None
            )
        chosen = points[min(self._place, len(points) - 1)]
        self._cursor.setPen(screen_pen(colours.text, width=1, style=Qt.PenStyle.DotLine))
        self._cursor.setValue(100 * chosen.share)
        self.plot.addItem(self._cursor, ignoreBounds=True)
        self._ranges()

    def _ranges(self) -> None:
        values = [y for line in self.drawn.values() for _, y in line] or [0.0, 100.0]
        low, high = min(values), max(values)
        spare = max(1.0, 0.08 * (high - low))
        self.plot.setYRange(max(-2.0, low - spare), min(102.0, high + spare), padding=0)
        self.plot.setXRange(0, 103, padding=0)


def _removed(point: PruningPoint, figure: str) -> float | None:
    return _of(point.before, figure)


def _recovered(point: PruningPoint, figure: str) -> float | None:
    # The whole network has nothing to recover from: its figures begin both lines.
    if point.after is None:
        return _of(point.before, figure) if point.share >= 1 else None
    return _of(point.after, figure)


def _of(rates: Rates, figure: str) -> float | None:
    value = getattr(rates, figure)
    return None if value is None else 100 * float(value)
