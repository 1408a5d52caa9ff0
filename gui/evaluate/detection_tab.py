"""How small and how faint a defect may be: probability of detection against size and contrast."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.core.table import Column, Columns, Table
from engine.evaluate.values import Pod
from gui.evaluate.explored import Explored
from gui.evaluate.sentences import detection_sentence
from gui.evaluate.tab import EvaluateTab
from gui.stores import Stores
from gui.style.look import LOOK
from gui.style.pens import screen_pen
from gui.toolkit.explained import explanation
from gui.toolkit.job_strip import JobStrip
from gui.toolkit.legend import Key, Legend
from gui.toolkit.parts import Figure, IconButton
from gui.toolkit.plots import dress, quiet_plot
from gui.words.text import count, fixed, not_available

MADE = 100
"""Made defects that are judged beside the images' own."""


class DetectionTab(EvaluateTab):
    """The 90/95 points above, both curves below.

    Attributes
    ----------
    measure
        Judge the regions' defects and made ones.
    points
        The 90/95 point of each axis.
    plots
        A curve of each axis.
    """

    key = "detection"

    def __init__(self, stores: Stores, explored: Explored, parent: QWidget | None = None) -> None:
        super().__init__(stores, explored, parent)
        self.measure = IconButton(self.tr("Measure with made defects"), "play", primary=True)
        self.measure.setToolTip(
            self.tr("Defects of the test images at other sizes and contrasts are judged as well")
        )
        self.measure.clicked.connect(lambda: stores.evaluate.locate(MADE))
        self.tools.addWidget(self.measure)
        self.strip = JobStrip(stores.client, self.tr("Localisation"))
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.insertWidget(1, self.strip)
        self.points = {
            "size": Figure(self.tr("90/95 point, size"), remark=True),
            "contrast": Figure(self.tr("90/95 point, contrast"), remark=True),
        }
        figures = QHBoxLayout()
        for figure in self.points.values():
            figures.addWidget(figure, 1)
        self.body.addLayout(figures)
        self.legend = Legend()
        self.body.addWidget(self.legend)
        holders = {axis: QWidget() for axis in self.points}
        self.plots = {
            "size": quiet_plot(
                holders["size"], self.tr("Found, %"), bottom=self.tr("Size, pixels (log)")
            ),
            "contrast": quiet_plot(
                holders["contrast"],
                self.tr("Found, %"),
                bottom=self.tr("Contrast, standard deviations (log)"),
            ),
        }
        plots = QHBoxLayout()
        for holder in holders.values():
            plots.addWidget(holder, 1)
        self.body.addLayout(plots, 1)
        for plot in self.plots.values():
            plot.showGrid(x=True, y=True, alpha=0.12)
            plot.setLogMode(x=True, y=False)
            plot.setYRange(-2, 102, padding=0)

    def table(self) -> Table[Any] | None:
        """Return the points of every curve."""
        located = self.stores.evaluate.state.located
        if located is None:
            return None
        columns: Columns[tuple[Pod, int]] = (
            Column(self.tr("axis"), lambda row: row[0].axis, text=True),
            Column(self.tr("defects from"), lambda row: row[0].source, text=True),
            Column(self.tr("value"), lambda row: row[0].at[row[1]]),
            Column(self.tr("found"), lambda row: row[0].curve[row[1]]),
            Column(self.tr("found at least"), lambda row: row[0].low[row[1]]),
        )
        return Table(columns, [(pod, n) for pod in located.pods for n in range(len(pod.at))])

    def show_threshold(self) -> None:
        """Defects are found at the run's own threshold."""

    def pulse(self) -> None:
        """Show how far it is."""
        self.refresh()

    def refresh(self) -> None:
        """Bring the tab up to date."""
        state = self.stores.evaluate.state
        job = self.stores.evaluate.locating(state.run)
        self.strip.show_job(job)
        located = state.located
        self.measure.setVisible(
            self.found is not None and job is None and (located is None or not located.made)
        )
        if located is not None and located.pods:
            self._show(1)
            self._show_pods(located.pods)
        elif located is not None:
            self.show_empty(
                self.tr("Too few defects for a curve"),
                self.tr("Eight with a region are needed; made defects count as well."),
            )
        elif self.found is None or not self.found.has_normal:
            self.lacks_kinds()
        elif job is not None:
            self.show_empty(self.tr("Measuring..."), "")
        else:
            self.show_empty(
                self.tr("Not measured yet"),
                self.tr(
                    "How small and how faint a defect may be, from the regions of test images and "
                    "from defects that are made of them."
                ),
            )

    def _show_pods(self, pods: tuple[Pod, ...]) -> None:
        colours = LOOK.colours
        tones = {"regions": colours.defect, "made": colours.accent}
        for axis, plot in self.plots.items():
            plot.clear()
            dress(plot)
            mine = [pod for pod in pods if pod.axis == axis]
            for pod in mine:
                for values, style in (
                    (pod.curve, Qt.PenStyle.SolidLine),
                    (pod.low, Qt.PenStyle.DashLine),
                ):
                    pen = screen_pen(tones[pod.source], 1.8, style)
                    shown = [100 * value for value in values]
                    plot.addItem(pg.PlotDataItem(list(pod.at), shown, pen=pen, antialias=True))
            line = screen_pen(colours.muted, 1.2, Qt.PenStyle.DotLine)
            plot.addItem(pg.InfiniteLine(90, angle=0, pen=line))
            self._show_point(self.points[axis], mine)
        self.legend.show_keys(
            [
                Key(QColor(colours.defect), self.tr("from regions"), "line"),
                Key(QColor(colours.accent), self.tr("made defects"), "line"),
                Key(QColor(colours.muted), self.tr("at least, with 95 % confidence"), "dash"),
            ]
        )
        self.show_picture(
            explanation(
                self.tr(
                    "Drawn: the share of defects found at the run's own threshold by their size "
                    "and contrast, a line in log-odds against the logarithm of either; dashed: "
                    "what 95 % confidence leaves of it."
                ),
                self.tr(
                    "The 90/95 point, where the dashed curve crosses 90 %, is the smallest defect "
                    "of which 95 % confidence says that at least 90 % are found."
                ),
                self.tr(
                    "It does not speak of other kinds of defects: made ones are blended into "
                    "normal test images and look like these."
                ),
                self.tr("hit/miss analysis of MIL-HDBK-1823A, 2009"),
            ),
            detection_sentence(
                pods, {"size": self.tr("pixels"), "contrast": self.tr("standard deviations")}
            ),
        )

    def _show_point(self, figure: Figure, pods: list[Pod]) -> None:
        if not pods:
            figure.show_value(not_available(), self.tr("too few defects"))
            return
        pod = pods[-1]
        template = self.tr("{missed} of {n} missed")
        remark = template.format(missed=count(pod.missed), n=count(pod.defects))
        if pod.a90_95 is None:
            words = self.tr("above {largest}").format(largest=fixed(pod.largest, 1))
            figure.show_value(words, remark, self.tr("Not proven up to the largest defect"))
        else:
            figure.show_value(fixed(pod.a90_95, 1), remark)
