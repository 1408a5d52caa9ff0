"""How layers move while a run trains: one curve a layer, coloured by depth."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from engine.core.table import Table
from gui.measures.layer_log import QUANTITIES, LayerLog
from gui.measures.measure_tab import MeasureTab
from gui.measures.sentences import live_sentence
from gui.measures.tables import live_table
from gui.store.run_names import shown_name
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.style.guard import guarded
from gui.style.look import LOOK
from gui.style.pens import screen_pen
from gui.style.theme import shades
from gui.toolkit.curve_plot import IterationAxis
from gui.toolkit.explained import explanation
from gui.toolkit.parts import label
from gui.toolkit.plots import dress, quiet_plot
from gui.toolkit.run_box import RunBox
from gui.words.text import count, fixed, percent

HEAD = "head"


class DepthLegend(QWidget):
    """Names of the layers from first (below) to last (above) in their colours."""

    ROW = 18

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers: tuple[tuple[str, QColor], ...] = ()
        self._front = ""
        self.setFixedWidth(96)

    def show_layers(self, layers: tuple[tuple[str, QColor], ...], front: str = "") -> None:
        """Show other layers; `front` is written bold."""
        self._layers, self._front = layers, front
        self.setAccessibleDescription(", ".join(name for name, _ in layers))
        self.update()

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as many names as there is room for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = max(1, math.ceil(len(self._layers) * self.ROW / max(1, self.height())))
        shown = [pair for i, pair in enumerate(reversed(self._layers)) if i % step == 0]
        top = max(0, (self.height() - len(shown) * self.ROW) // 2)
        for number, (name, colour) in enumerate(shown):
            line = QRectF(0, top + number * self.ROW, self.width(), self.ROW)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(2, line.y() + 6, 14, 6), 2, 2)
            font = self.font()
            font.setPointSizeF(LOOK.points(-1))
            font.setBold(name == self._front)
            painter.setFont(font)
            painter.setPen(QColor(LOOK.colours.text if name == self._front else LOOK.colours.muted))
            text = painter.fontMetrics().elidedText(
                name, Qt.TextElideMode.ElideLeft, self.width() - 24
            )
            painter.drawText(
                line.adjusted(22, 0, 0, 0),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                text,
            )
        painter.end()


class LivePlot(QWidget):
    """Weight change above, dead share below; both over iterations.

    Attributes
    ----------
    curves
        The items by quantity and layer.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curves: dict[tuple[str, str], pg.PlotDataItem] = {}
        self._drawn: tuple[object, ...] = ()
        self._log: LayerLog | None = None
        self._colours: dict[str, QColor] = {}
        self._log_x = False
        self.legend = DepthLegend()
        plots = QVBoxLayout()
        holders = {}
        self.plots: dict[str, pg.PlotWidget] = {}
        titles = {
            "change": self.tr("Weight change \N{GREEK SMALL LETTER GAMMA}"),
            "dead": self.tr("Dead channels (live), %"),
        }
        for quantity in QUANTITIES:
            holders[quantity] = QWidget()
            plot = quiet_plot(
                holders[quantity],
                titles[quantity],
                axisItems={"bottom": IterationAxis("bottom")},
            )
            plot.showGrid(x=True, y=True, alpha=0.12)
            plot.scene().sigMouseMoved.connect(
                lambda place, name=quantity: self._mouse_at(name, place)
            )
            self.plots[quantity] = plot
            plots.addWidget(holders[quantity], 1)
        self.plots["dead"].setXLink(self.plots["change"])
        self.plots["dead"].setLabel("bottom", self.tr("Iteration"))
        self.plots["change"].getAxis("bottom").setStyle(showValues=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(plots, 1)
        layout.addWidget(self.legend)
        self.said = label("", "small")
        self._dress()
        LOOK.changed.connect(self._dress)

    def set_log(self, log: bool) -> None:
        """Draw iterations on a logarithmic axis, or a linear one."""
        self._log_x = log
        for plot in self.plots.values():
            plot.setLogMode(x=log)
        self.show_log(self._log)

    def show_log(self, log: LayerLog | None) -> None:
        """Draw a run's log, if it is another one or has grown."""
        state = (log, log.version if log else 0, self._log_x, LOOK.colours.dark)
        if state == self._drawn:
            return
        self._drawn, self._log = state, log
        layers = [name for name in log.layers if name != HEAD] if log else []
        tones = shades("viridis", len(layers), dark=LOOK.colours.dark)
        self._colours = dict(zip(layers, tones, strict=False))
        for (_, layer), item in self.curves.items():
            item.setVisible(layer in self._colours)
        if log is not None:
            for layer, colour in self._colours.items():
                for quantity in QUANTITIES:
                    self._draw(log, layer, quantity, colour)
        self.legend.show_layers(tuple(self._colours.items()))

    def _draw(self, log: LayerLog, layer: str, quantity: str, colour: QColor) -> None:
        item = self.curves.get((quantity, layer))
        if item is None:
            item = self.curves[quantity, layer] = pg.PlotDataItem(antialias=False)
            self.plots[quantity].addItem(item)
        x, y = log.series(layer, quantity)
        pen = screen_pen(colour, 1.6)
        item.setData(
            # Iteration 0 has no place on a logarithmic axis; it is drawn at 1 on both.
            np.maximum(x, 1),
            100 * y if quantity == "dead" else y,
            pen=pen,
            symbol="o" if len(x) < 40 else None,
            symbolSize=4,
            symbolBrush=colour,
            symbolPen=None,
        )

    def near(self, quantity: str, x: float, y: float) -> tuple[str, int, float] | None:
        """Return (layer, iteration, value) of the point nearest to a place in a plot."""
        if self._log is None or not self._log.iterations:
            return None
        at = min(self._log.iterations, key=lambda iteration: abs(max(iteration, 1) - x))
        best: tuple[float, str, float] | None = None
        for layer in self._colours:
            xs, ys = self._log.series(layer, quantity)
            here = ys[xs == at]
            if len(here):
                away = abs(float(here[0]) * (100 if quantity == "dead" else 1) - y)
                if best is None or away < best[0]:
                    best = (away, layer, float(here[0]))
        return (best[1], at, best[2]) if best else None

    def _mouse_at(self, quantity: str, place: QPointF) -> None:
        view = self.plots[quantity].getViewBox()
        result = None
        if view.sceneBoundingRect().contains(place):
            point = view.mapSceneToView(place)
            x = 10 ** min(point.x(), 12) if self._log_x else point.x()
            result = self.near(quantity, x, point.y())
        self._say(quantity, result)

    def _say(self, quantity: str, found: tuple[str, int, float] | None) -> None:
        self.legend.show_layers(tuple(self._colours.items()), found[0] if found else "")
        if found is None:
            self.said.setText("")
            return
        value = percent(found[2], 1) if quantity == "dead" else fixed(found[2], 5)
        template = self.tr("{layer} at iteration {n}: {value}")
        self.said.setText(template.format(layer=found[0], n=count(found[1]), value=value))

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is elsewhere."""
        super().leaveEvent(event)
        self._say("change", None)

    def _dress(self) -> None:
        for plot in self.plots.values():
            dress(plot)
        self.show_log(self._log)


class LiveTab(MeasureTab):
    """The run that trains now, or the log of one that did."""

    key = "while-training"

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._chosen = ""
        self._followed = ""
        self._run = RunBox(self.tr("Run"), least=24)
        self._run.activated.connect(self._choose)
        self._log = QCheckBox(self.tr("Logarithmic iterations"))
        self.tools.addWidget(self._run)
        self.tools.addWidget(self._log)
        self.plot = LivePlot()
        self._log.toggled.connect(self.plot.set_log)
        self.tools.addWidget(self.plot.said)
        self.body.addWidget(self.plot, 1)

    @property
    def run(self) -> RunRecord | None:
        """The run shown: the chosen one, else the one that trains, else a ticked or newer one."""
        runs = self._candidates()
        chosen = next((run for run in runs if run.path == self._chosen), None)
        current = self.stores.world.current_run
        if chosen or (current and current.path):
            return chosen or current
        followed = next((run for run in runs if run.path == self._followed), None)
        if followed is not None:
            return followed
        logs = self.stores.measures.logs
        logged = [run for run in (*self.runs, *runs) if run.path in logs]
        return next(iter(logged), runs[0] if runs else None)

    def table(self) -> Table[Any] | None:
        """Return every pulse of the run."""
        run = self.run
        log = self.stores.measures.logs.get(run.path) if run else None
        return live_table(run, log) if run and log else None

    def refresh(self) -> None:
        """Offer the runs there are and draw the chosen one."""
        runs, shown = self._candidates(), self.run
        self._run.offer(runs, self.stores.world.runs)
        self._run.choose(shown.path if shown else "")
        self.pulse()

    def pulse(self) -> None:
        """Draw what came in."""
        current = self.stores.world.current_run
        # A run that was watched stays in view when it ends.
        self._followed = current.path if current and current.path else self._followed
        run = self.run
        log = self.stores.measures.logs.get(run.path) if run else None
        self.plot.show_log(log)
        if run is None:
            self.show_empty(
                self.tr("No run has started"),
                self.tr("Start one on the Train page; its layers appear here as they move."),
            )
        elif log is None:
            self.show_empty(
                self.tr("No validation logged yet"),
                self.tr(
                    "Layers are looked at with every live validation. Runs trained before this "
                    "was logged have none; measure them instead."
                ),
            )
        else:
            self.show_picture(self._words(run, log), live_sentence(log))

    def _words(self, run: RunRecord, log: LayerLog) -> str:
        return explanation(
            self.tr(
                "Drawn: weight change and dead share of each layer at every live validation of a "
                "run, as it trained."
            ),
            self.tr(
                "Steep is where a layer still moves; a colour a layer, from the first to the last."
            ),
            self.tr(
                "It does not say the dead shares of the finished network: here they are taken on "
                "few images and in the run's own number format ({format}), so they read higher "
                "than those of the tab Dead channels; the head is left out."
            ).format(format=run.precision or run.recipe.precision),
            self.tr("as Weight change and Dead channels"),
            self.tr(
                "{run}, training seed {seed}, {n} live validations up to iteration {i}."
            ).format(
                run=shown_name(run, self.stores.world.runs),
                seed=run.recipe.seed,
                n=count(len(log)),
                i=count(log.iterations[-1]),
            ),
        )

    def _candidates(self) -> list[RunRecord]:
        return [run for run in self.stores.world.runs if run.path and not run.recipe.fitted]

    def _choose(self) -> None:
        self._chosen = self._run.currentData() or ""
        self.stores.measures.read([self._chosen])
        self.refresh()
