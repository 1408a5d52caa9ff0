"""How the classes separate layer by layer, before training and after."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from engine.core.table import Table
from engine.measures.values import ClassMap
from gui.measures.class_looks import class_dots
from gui.measures.measure_tab import MeasureTab
from gui.measures.scatter import Dot, Scatter
from gui.measures.sentences import classes_sentence
from gui.measures.tables import classes_table
from gui.measures.windows import WindowStrip, WindowView, window_image
from gui.stores import Stores
from gui.style.look import LOOK
from gui.style.pens import screen_pen
from gui.style.theme import SPACE
from gui.toolkit.explained import explanation
from gui.toolkit.legend import Key, Legend
from gui.toolkit.parts import label
from gui.toolkit.plots import dress, quiet_plot, side_column
from gui.toolkit.run_choice import RunChoice
from gui.words.text import count, file_name, fixed, percent

_NOBODY = np.empty(0, dtype=np.int64)


class AccuracyPlot(QWidget):
    """1-NN class accuracy over the layers, at iteration 0 and at the end.

    Attributes
    ----------
    before, after
        The two curves.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = quiet_plot(self, self.tr("1-NN class accuracy"))
        self.plot.getAxis("left").setWidth(48)
        self.plot.showGrid(x=False, y=True, alpha=0.14)
        self.before = pg.PlotDataItem(antialias=True)
        self.after = pg.PlotDataItem(antialias=True)
        self._chance = pg.InfiniteLine(angle=0, movable=False)
        self._layer = pg.InfiniteLine(angle=90, movable=False)
        for item in (self._layer, self._chance, self.before, self.after):
            self.plot.addItem(item)
        self._dress()
        LOOK.changed.connect(self._dress)

    def show_map(self, found: ClassMap, layer: int) -> None:
        """Show a run's figures and mark a layer."""
        xs = np.arange(len(found.layers))
        self.before.setData(xs, found.accuracy_before)
        self.after.setData(xs, found.accuracy_after)
        self._chance.setValue(found.chance)
        self._layer.setValue(layer)
        # Only the ends are named: there is no room for more.
        self.plot.getAxis("bottom").setTicks([[(x, "") for x in xs.tolist()], []])
        ends = f"{found.layers[0]} \N{RIGHTWARDS ARROW} {found.layers[-1]}"
        self.plot.setLabel("bottom", ends)
        low = min((*found.accuracy_before, *found.accuracy_after, found.chance))
        self.plot.setYRange(max(0.0, low - 0.08), 1.03, padding=0)
        self.plot.setXRange(-0.7, len(found.layers) - 0.3, padding=0)

    def _dress(self) -> None:
        dress(self.plot)
        colours = LOOK.colours
        for item, ink, style, symbol in (
            (self.before, colours.muted, Qt.PenStyle.DashLine, "o"),
            (self.after, colours.accent, Qt.PenStyle.SolidLine, "s"),
        ):
            pen = screen_pen(ink, 1.8, style)
            item.setPen(pen)
            item.setSymbol(symbol)
            item.setSymbolSize(6)
            item.setSymbolBrush(QColor(ink))
            item.setSymbolPen(None)
        self._chance.setPen(QPen(QColor(colours.faint), 0, Qt.PenStyle.DotLine))
        self._layer.setPen(QPen(QColor(colours.line_strong), 0))


class ClassesTab(MeasureTab):
    """Windows of the test images in class colours: iteration 0 on the left, the end beside it."""

    key = "classes"

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._found: ClassMap | None = None
        self._files: tuple[str, ...] = ()
        self._drawn: tuple[object, ...] = ()
        self.choice = RunChoice(self.tr("Run"))
        self.choice.changed.connect(self.refresh)
        self.layer = QSlider(Qt.Orientation.Horizontal)
        self.layer.setMinimumWidth(90)
        self.layer.setMaximumWidth(170)
        self.layer.setPageStep(1)
        self.layer.setAccessibleName(self.tr("Layer"))
        self.layer.setToolTip(self.tr("From the first layer to the last: arrow keys work too"))
        self.layer.valueChanged.connect(self._show_layer)
        self._layer_name = label("", "h2")
        self._layer_name.setMinimumWidth(70)
        for part in (self.choice, label(self.tr("Layer"), "muted"), self.layer, self._layer_name):
            self.tools.addWidget(part)
        self.before = Scatter(self.tr("Classes at iteration 0"))
        self.after = Scatter(self.tr("Classes at the end"))
        self._heads = {self.before: label("", "caption"), self.after: label("", "caption")}
        across = QHBoxLayout()
        across.setSpacing(SPACE + 4)
        for scatter in (self.before, self.after):
            scatter.hovered.connect(self._hover)
            scatter.picked.connect(self._pick)
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(self._heads[scatter])
            column.addWidget(scatter, 1)
            across.addLayout(column, 1)
        across.addWidget(side_column(self._side(), 216))
        self._legend = Legend()
        self.strip = WindowStrip(
            self.tr(
                "Draw a line around points to see their windows, in both pictures; double-click "
                "shows all."
            )
        )
        self.body.addWidget(self._legend)
        self.body.addLayout(across, 1)
        self.body.addWidget(self.strip)

    def _side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(SPACE)
        self.accuracy = AccuracyPlot()
        self.accuracy.setFixedWidth(216)
        self.accuracy.setFixedHeight(200)
        self._curves = Legend()
        self._curves.setFixedWidth(216)
        self.window_view = WindowView(self.tr("Point at a dot to see its window."))
        self.window_view.setFixedWidth(216)
        side.addWidget(self.accuracy)
        side.addWidget(self._curves)
        side.addWidget(self.window_view)
        side.addStretch(1)
        return side

    # ------------------------------------------------------------------ rendering

    def table(self) -> Table[Any] | None:
        """Return the accuracies layer by layer."""
        run = self.choice.run
        return classes_table(run, self._found) if run and self._found else None

    def refresh(self) -> None:
        """Bring the tab up to date with the state."""
        self.choice.show_runs([run for run, _ in self.measured], self.stores.world.runs)
        run = self.choice.run
        if run is None:
            self._found = None
            self.show_unmeasured()
            return
        measures = self.stores.measures.runs[run.path]
        before, self._found = self._found, measures.classes
        self._files = measures.images
        result = self._found
        if result is None:
            self.show_empty(
                self.tr("Classes were not compared"),
                self.tr(
                    "That takes two classes and enough windows of them. Measure with more images."
                ),
            )
            return
        fresh = before is None or before.layers != result.layers
        self.layer.blockSignals(True)
        self.layer.setRange(0, len(result.layers) - 1)
        if fresh:
            self.layer.setValue(len(result.layers) - 1)
        self.layer.blockSignals(False)
        self._show_layer()
        self.show_picture(
            explanation(
                self.tr(
                    "Drawn: windows of test images in the features of one layer, as two principal "
                    "components of both networks together, so both pictures share their axes."
                ),
                self.tr(
                    "Accuracy: the share of windows whose nearest neighbour of another image is of "
                    "their class, in all dimensions; chance {chance} is guessing the largest class."
                ).format(chance=fixed(result.chance, 2)),
                self.tr(
                    "It does not say how the verdict is made: the head may part classes that look "
                    "mixed in two dimensions."
                ),
                self.tr("nearest neighbours of Cover & Hart 1967; features standardised"),
                self.tr(
                    "{n} windows of {images} test images (|S|), seed {seed}; weights of iteration "
                    "{i}."
                ).format(
                    n=count(len(result.classes)),
                    images=count(measures.activity.images),
                    seed=measures.seed,
                    i=count(measures.iteration),
                ),
            ),
            classes_sentence(result),
        )

    def _show_layer(self) -> None:
        result, layer = self._found, self.layer.value()
        if result is None or not 0 <= layer < len(result.layers):
            return
        self._layer_name.setText(result.layers[layer])
        state = (result, layer, LOOK.colours.dark)
        if state == self._drawn:
            return
        same = bool(self._drawn) and self._drawn[0] is result
        self._drawn = state
        looks = class_dots(result.names, self.stores.world.samples)
        dots: list[Dot] = [looks[int(number)] for number in result.classes]
        both = np.concatenate([result.before[layer], result.after[layer]])
        kept = self.before.chosen if same else _NOBODY
        names = [f"PC{i + 1} ({percent(float(result.explained[layer, i]), 1)})" for i in range(2)]
        for scatter, points, accuracy, title in (
            (self.before, result.before, result.accuracy_before, self.tr("Iteration 0")),
            (self.after, result.after, result.accuracy_after, self.tr("End")),
        ):
            scatter.show_points(points[layer], dots, names[0], names[1], both)
            template = self.tr("{when}: 1-NN accuracy {value}")
            self._heads[scatter].setText(
                template.format(when=title, value=fixed(accuracy[layer], 3))
            )
            if len(kept):
                scatter.choose(kept)
        if not same:
            self.strip.show_windows(result.pictures, _NOBODY, self.say)
        self.accuracy.show_map(result, layer)
        self._legend.show_keys(
            [
                Key(dot.colour, name, dot.shape)
                for dot, name in zip(looks, result.names, strict=True)
            ]
        )
        self._curves.show_keys(
            [
                Key(QColor(LOOK.colours.muted), self.tr("iteration 0"), "dash"),
                Key(QColor(LOOK.colours.accent), self.tr("end"), "line"),
                Key(QColor(LOOK.colours.faint), self.tr("chance"), "dots"),
            ]
        )

    # ------------------------------------------------------------------ mouse

    def say(self, number: int) -> str:
        """Say what a window is."""
        result = self._found
        if result is None:
            return ""
        place = int(result.files[number])
        file = file_name(self._files[place]) if place < len(self._files) else str(place)
        name = result.names[int(result.classes[number])]
        return self.tr("{name}, window of {file}").format(name=name, file=file)

    def _hover(self, number: int | None) -> None:
        if number is None or self._found is None:
            self.window_view.show_window(None)
        else:
            self.window_view.show_window(
                window_image(self._found.pictures, number), self.say(number)
            )

    def _pick(self, numbers: NDArray[np.int64]) -> None:
        """Mark the same windows in both pictures."""
        if self._found is not None:
            for scatter in (self.before, self.after):
                scatter.choose(numbers)
            self.strip.show_windows(self._found.pictures, numbers, self.say)
