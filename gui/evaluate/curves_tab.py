"""ROC and precision-recall curves of every texture, with the threshold's place on them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.core.table import Table
from engine.evaluate.values import Evaluation, ScoreCurve, Standing, Subset, standing
from gui.evaluate.explored import RUN, Explored
from gui.evaluate.grid import texture_name
from gui.evaluate.sentences import curves_sentence
from gui.evaluate.tab import EvaluateTab
from gui.evaluate.tables import curves_table
from gui.evaluate.words import of_text, standing_text
from gui.stores import Stores
from gui.style.look import LOOK
from gui.style.pens import screen_pen
from gui.toolkit.explained import explanation
from gui.toolkit.legend import Key, Legend
from gui.toolkit.plots import dress, quiet_plot
from gui.words.text import fixed

EDGE = 5.0
"""Room around 0 and 100 %: a curve along the edge is seen, and 100 has its place on the axis."""


class CurvesTab(EvaluateTab):
    """Both plots side by side."""

    key = "curves"

    def __init__(self, stores: Stores, explored: Explored, parent: QWidget | None = None) -> None:
        super().__init__(stores, explored, parent)
        self.legend = Legend()
        self.body.addWidget(self.legend)
        both = QHBoxLayout()
        self.roc = self._plot(
            both, self.tr("Defects found, %"), self.tr("Normal parts rejected (overkill), %")
        )
        self.precision = self._plot(
            both, self.tr("Precision: defects among rejected, %"), self.tr("Defects found, %")
        )
        self.body.addLayout(both, 1)
        self._items: list[tuple[pg.PlotWidget, object]] = []
        self.spots = {
            (plot, kind): self._spot(plot, kind)
            for plot in (self.roc, self.precision)
            for kind in ("own", "now")
        }
        LOOK.changed.connect(self._dress)
        self._dress()

    def _plot(self, row: QHBoxLayout, left: str, bottom: str) -> pg.PlotWidget:
        holder = QWidget()
        plot = quiet_plot(holder, left, bottom=bottom)
        plot.showGrid(x=True, y=True, alpha=0.12)
        plot.setXRange(-EDGE, 100 + EDGE, padding=0)
        plot.setYRange(-EDGE, 100 + EDGE, padding=0)
        row.addWidget(holder, 1)
        return plot

    def _spot(self, plot: pg.PlotWidget, kind: str) -> pg.ScatterPlotItem:
        spot = pg.ScatterPlotItem(size=15 if kind == "own" else 10)
        spot.setSymbol("d" if kind == "own" else "o")
        spot.setZValue(40 if kind == "own" else 50)
        plot.addItem(spot)
        return spot

    def _dress(self) -> None:
        for plot in (self.roc, self.precision):
            dress(plot)
        for (_, kind), spot in self.spots.items():
            ink = QColor(LOOK.colours.text if kind == "own" else LOOK.colours.accent)
            pen = screen_pen(ink if kind == "own" else QColor(LOOK.colours.panel), 1.6)
            spot.setPen(pen)
            spot.setBrush(pg.mkBrush(None) if kind == "own" else pg.mkBrush(ink))

    # ------------------------------------------------------------------ rendering

    def table(self) -> Table[Any] | None:
        """Return every point of every curve."""
        return curves_table(self.found) if self.found is not None else None

    def refresh(self) -> None:
        """Draw anew."""
        for plot, item in self._items:
            plot.removeItem(item)
        self._items.clear()
        result, subset = self.found, self.explored.subset
        if self.lacks_kinds() or result is None or subset is None:
            return
        keys = []
        self._draw_chance(subset)
        for number, each in enumerate(result.subsets):
            if each.roc is None or each.precision is None:
                continue
            ink = QColor(LOOK.colours.text) if number == 0 else LOOK.run_colour(number)
            front = each is subset
            self._draw(self.roc, each.roc, ink, front=front)
            self._draw(self.precision, each.precision, ink, front=front, steps=True)
            template = self.tr("{name}: AUC {auc}, AP {ap}")
            words = template.format(
                name=texture_name(each.texture),
                auc=fixed(each.roc.area, 4),
                ap=fixed(each.precision.area, 4),
            )
            keys.append(Key(ink, words, "line"))
        self.legend.show_keys(keys)
        self.show_threshold()
        words = explanation(
            self.tr(
                "Drawn: what every possible threshold gives on test images; thick: {name}, with "
                "its threshold (dot) and the run's own (diamond), dotted: scores drawn by lot."
            ),
            self.tr(
                "On the left nearer to the upper left corner, on the right nearer to the upper "
                "right one is better; AUC and AP (average precision) are the areas below."
            ),
            self.tr(
                "It does not say what the line will see: precision depends on the share of "
                "defective parts, here {share} of the images; overkill and defects found do not."
            ),
            "Fawcett 2006, Davis & Goadrich 2006",
        )
        self.show_picture(
            words.format(
                name=texture_name(subset.texture),
                share=of_text(subset.defective, subset.normal + subset.defective),
            ),
            curves_sentence(subset),
        )

    def _draw_chance(self, subset: Subset) -> None:
        """Draw what scores drawn by lot would give."""
        pen = screen_pen(LOOK.colours.muted, 1.2, Qt.PenStyle.DotLine)
        share = 100 * subset.defective / max(1, subset.defective + subset.normal)
        for plot, levels in ((self.roc, [0, 100]), (self.precision, [share, share])):
            item = pg.PlotDataItem([0, 100], levels, pen=pen, antialias=True)
            plot.addItem(item)
            self._items.append((plot, item))

    def _draw(
        self,
        plot: pg.PlotWidget,
        curve: ScoreCurve,
        ink: QColor,
        *,
        front: bool,
        steps: bool = False,
    ) -> None:
        pen = screen_pen(ink, 2.6 if front else 1.2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        x, y = curve.x, curve.y
        if steps:
            # Between two shares of defects found the precision is that of the greater one: a
            # slanted line would promise what no threshold gives (Davis & Goadrich 2006).
            x, y = np.repeat(x, 2)[1:-1], np.repeat(y, 2)[2:]
        item = pg.PlotDataItem(100 * x, 100 * y, pen=pen, antialias=True)
        item.setZValue(20 if front else 5)
        plot.addItem(item)
        self._items.append((plot, item))

    def show_threshold(self) -> None:
        """Put the dot where the threshold is."""
        result, subset = self.found, self.explored.subset
        if result is None or subset is None or subset.roc is None:
            return
        at = standing(result, subset, self.explored.threshold)
        self._place("now", at)
        self._place("own", self._own(result, subset))
        self.readout.set_whole("" if self.explored.origin == RUN else standing_text(at))

    @staticmethod
    def _own(found: Evaluation, subset: Subset) -> Standing:
        return standing(found, subset, found.threshold)

    def _place(self, kind: str, at: Standing) -> None:
        result = None if at.escape is None else 100 * (1 - at.escape)
        overkill, precision = at.overkill, at.precision
        self.spots[self.roc, kind].setData(
            [(100 * overkill)] if overkill is not None and result is not None else [],
            [result] if overkill is not None and result is not None else [],
        )
        known = result is not None and precision is not None
        self.spots[self.precision, kind].setData(
            [result] if known else [], [100 * precision] if known and precision is not None else []
        )
