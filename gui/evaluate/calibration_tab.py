"""Whether a score says how often such an image is defective."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.core.table import Table
from engine.evaluate.values import Calibration
from gui.evaluate.explored import Explored
from gui.evaluate.grid import texture_name
from gui.evaluate.sentences import calibration_sentence
from gui.evaluate.tab import EvaluateTab
from gui.evaluate.tables import calibration_table
from gui.stores import Stores
from gui.style.look import LOOK
from gui.style.pens import screen_pen
from gui.toolkit.explained import explanation
from gui.toolkit.legend import Key, Legend
from gui.toolkit.plots import dress, quiet_plot
from gui.words.text import count, fixed


class CalibrationTab(EvaluateTab):
    """Reliability above, how many images each bin holds below."""

    key = "calibration"

    def __init__(self, stores: Stores, explored: Explored, parent: QWidget | None = None) -> None:
        super().__init__(stores, explored, parent)
        self.legend = Legend()
        self.body.addWidget(self.legend)
        both = QVBoxLayout()
        upper, lower = QWidget(), QWidget()
        self.plot = quiet_plot(upper, self.tr("Defective in the bin, %"))
        self.counts = quiet_plot(lower, self.tr("Images"), bottom=self.tr("Score"))
        both.addWidget(upper, 3)
        both.addWidget(lower, 1)
        self.body.addLayout(both, 1)
        for plot in (self.plot, self.counts):
            plot.showGrid(x=True, y=True, alpha=0.12)
            plot.setXRange(-0.02, 1.02, padding=0)
        self.plot.setYRange(-4, 104, padding=0)
        self._items: list[tuple[pg.PlotWidget, object]] = []
        LOOK.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        for plot in (self.plot, self.counts):
            dress(plot)

    def table(self) -> Table[Any] | None:
        """Return the bins of every texture."""
        return calibration_table(self.found) if self.found is not None else None

    def show_threshold(self) -> None:
        """The threshold has no say here."""

    def refresh(self) -> None:
        """Draw anew."""
        for plot, item in self._items:
            plot.removeItem(item)
        self._items.clear()
        subset = self.explored.subset
        if self.lacks_kinds() or subset is None or subset.calibration is None:
            return
        held, colours = subset.calibration, LOOK.colours
        self._draw(held)
        self._draw_counts(held)
        self.legend.show_keys(
            [
                Key(QColor(colours.accent), self.tr("share, with exact 95 % interval"), "circle"),
                Key(QColor(colours.muted), self.tr("where score and share agree"), "dash"),
                Key(QColor(colours.against), self.tr("normal"), "square"),
                Key(QColor(colours.defect), self.tr("defective"), "square"),
            ]
        )
        words = explanation(
            self.tr(
                "Drawn: the share of defects among test images of about equal score ({name}, {n} "
                "images), and below how many there are.",
                "",
                int(held.counts.sum()),
            ),
            self.tr(
                "On the dashed line score and share agree; Brier score {brier}, smaller is better, "
                "always saying the share of defects gives {base}."
            ),
            self.tr(
                "A score is the largest over an image's windows, not the probability that the "
                "image is defective: the curve says how far it may be taken for one, at this share "
                "of defects."
            ),
            "Brier 1950, DeGroot & Fienberg 1983",
        )
        self.show_picture(
            words.format(
                name=texture_name(subset.texture),
                n=count(int(held.counts.sum())),
                brier=fixed(held.brier, 4),
                base=fixed(held.base, 4),
            ),
            calibration_sentence(held),
        )

    def _draw(self, held: Calibration) -> None:
        colours = LOOK.colours
        pen = screen_pen(colours.muted, 1.2, Qt.PenStyle.DashLine)
        self._add(self.plot, pg.PlotDataItem([0, 1], [0, 100], pen=pen))
        known = held.counts > 0
        x = held.mean[known]
        y = 100 * held.defective[known] / held.counts[known]
        ink = screen_pen(colours.accent, 1.6)
        self._add(
            self.plot,
            pg.ErrorBarItem(
                x=x,
                y=y,
                top=100 * held.high[known] - y,
                bottom=y - 100 * held.low[known],
                beam=0.012,
                pen=ink,
            ),
        )
        self._add(
            self.plot,
            pg.ScatterPlotItem(
                x, y, size=9, brush=pg.mkBrush(QColor(colours.accent)), pen=pg.mkPen(None)
            ),
        )

    def _draw_counts(self, held: Calibration) -> None:
        colours = LOOK.colours
        middle = (held.edges[:-1] + held.edges[1:]) / 2
        width = float(held.edges[1] - held.edges[0]) * 0.86
        normal = held.counts - held.defective
        for y0, height, tone in (
            (np.zeros(len(middle)), normal, colours.against),
            (normal.astype(float), held.defective, colours.defect),
        ):
            self._add(
                self.counts,
                pg.BarGraphItem(
                    x=middle,
                    y0=y0,
                    height=height,
                    width=width,
                    brush=QColor(tone),
                    pen=pg.mkPen(None),
                ),
            )
        top = float(held.counts.max())
        for x, images in zip(middle, held.counts, strict=True):
            words = pg.TextItem(count(int(images)), color=QColor(colours.muted), anchor=(0.5, 1))
            words.setPos(float(x), float(images))
            self._add(self.counts, words)
        self.counts.setYRange(0, 1.35 * top, padding=0)

    def _add(self, plot: pg.PlotWidget, item: object) -> None:
        self._items.append((plot, item))
        plot.addItem(item)
