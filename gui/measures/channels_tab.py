"""All channels of a layer for one image, in two runs beside each other."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.core.table import Table
from gui.measures.channel_grid import ChannelGrid
from gui.measures.channel_window import ChannelWindow
from gui.measures.measure_tab import MeasureTab
from gui.measures.sentences import channels_sentence
from gui.measures.state import SIDES, Side
from gui.measures.tables import channels_table
from gui.store.run_names import run_choice
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.explained import explanation
from gui.toolkit.gallery import Gallery
from gui.toolkit.parts import ElidedLabel
from gui.toolkit.run_choice import RunChoice
from gui.toolkit.run_groups import group_key
from gui.words.text import count, file_name, percent

TILES = (28, 40, 64)


class _Panel(QWidget):
    """One run: which it is, how many channels live, and all of them."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.run = RunChoice(name)
        self.counts = ElidedLabel("", "small")
        self.counts.setMinimumHeight(18)
        self.grid = ChannelGrid()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self.run)
        layout.addWidget(self.counts)
        layout.addWidget(self.grid, 1)

    def show_side(self, side: Side) -> None:
        """Show what the engine said, or what is awaited."""
        result = side.pictured.pictures if side.pictured else None
        self.grid.show_channels(result)
        if result is None:
            waiting = self.tr("Looking...") if side.run else self.tr("Choose a run.")
            self.counts.set_whole(side.failed or waiting)
            return
        dead = int(result.dead.sum())
        template = self.tr(
            "On this image: alive {alive}, dead {dead}, switched off {off} (S), born {born} (B)"
        )
        self.counts.set_whole(
            template.format(
                alive=count(len(result.dead) - dead),
                dead=count(dead),
                off=count(int(result.switched_off.sum())),
                born=count(int(result.born.sum())),
            )
        )


class ChannelsTab(MeasureTab):
    """Needs no measures: it looks through the networks at one image."""

    key = "channels"

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._index = -1
        self.layer = QComboBox()
        self.layer.setAccessibleName(self.tr("Layer"))
        self.layer.activated.connect(lambda _: self._ask())
        self.order = QComboBox()
        self.order.setAccessibleName(self.tr("Sorted by"))
        for key, name in (
            ("contribution", self.tr("By contribution")),
            ("region", self.tr("By energy in region")),
            ("moved", self.tr("Switched off first")),
            ("number", self.tr("By number")),
        ):
            self.order.addItem(name, key)
        self.order.activated.connect(lambda _: self._sort())
        self._size = QComboBox()
        self._size.setAccessibleName(self.tr("Size of the maps"))
        sizes = (self.tr("Small maps"), self.tr("Medium maps"), self.tr("Large maps"))
        for pixels, name in zip(TILES, sizes, strict=True):
            self._size.addItem(name, pixels)
        self._size.setCurrentIndex(1)
        self._size.activated.connect(lambda _: self._resize_tiles())
        self.layer.setMinimumContentsLength(7)
        for box in (self.layer, self.order, self._size):
            # Never narrower than what it says.
            box.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            box.setToolTip(box.accessibleName())
        self.tools.addWidget(self.layer)
        self.tools.addWidget(self.order)
        self.tools.addWidget(self._size)
        self.gallery = Gallery(stores.data.thumbnails, side=64)
        self.gallery.setWrapping(False)
        self.gallery.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.gallery.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.gallery.setFixedHeight(130)
        self.gallery.setAccessibleName(self.tr("Test images"))
        self.gallery.chosen.connect(self._choose)
        self._images = QFrame()
        self._images.setProperty("role", "card")
        inner = QVBoxLayout(self._images)
        inner.setContentsMargins(2, 2, 2, 2)
        inner.addWidget(self.gallery)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, self._images)
        self.panels = {
            side: _Panel(name)
            for side, name in zip(
                SIDES, (self.tr("Run on the left"), self.tr("Run on the right")), strict=True
            )
        }
        across = QHBoxLayout()
        across.setSpacing(2 * SPACE)
        for side, panel in self.panels.items():
            panel.run.changed.connect(self.refresh)
            panel.grid.picked.connect(lambda number, s=side: self.enlarge(s, number))
            across.addWidget(panel, 1)
        self.body.addLayout(across, 1)
        stores.measures.comparison_changed.connect(self._show_sides)

    # ------------------------------------------------------------------ rendering

    def table(self) -> Table[Any] | None:
        """Return every channel of both sides."""
        state = self.stores.world
        sides = [
            (run, side.pictured)
            for side in self.stores.measures.comparison.sides.values()
            if side.pictured and (run := state.run_of(path=side.run))
        ]
        index = self.stores.measures.comparison.index
        known = 0 <= index < len(state.samples)
        return channels_table(sides, state.samples[index].file if known else "") if sides else None

    def refresh(self) -> None:
        """Offer runs, images and layers, and ask for what is chosen."""
        state = self.stores.world
        runs = self._candidates()
        if state.data is None:
            self._say_empty(
                self.tr("No images are open"),
                self.tr("Open the runs' data set on the Data page to look at its channels."),
            )
            return
        if not runs:
            self._say_empty(
                self.tr("No run knows these images"),
                self.tr(
                    "The finished runs were trained on another data set. Open that one on the "
                    "Data page, or train on this one."
                ),
            )
            return
        first = next((run for run in self.runs if run in runs), runs[0])
        other = next(
            (
                run
                for run in (*self.runs, *runs)
                if run in runs and group_key(run) != group_key(first)
            ),
            first,
        )
        every = self.stores.world.runs
        self.panels["left"].run.show_runs(runs, every, first.path)
        self.panels["right"].run.show_runs(runs, every, other.path)
        self._show_layers()
        self._show_images()
        self._ask()

    def _show_layers(self) -> None:
        run = self.panels["left"].run.run
        layers = list(run.summary.layers) if run and run.summary else []
        if layers != [self.layer.itemText(i) for i in range(self.layer.count())]:
            kept = self.layer.currentText()
            self.layer.clear()
            self.layer.addItems(layers)
            self.layer.setCurrentIndex(layers.index(kept) if kept in layers else len(layers) - 1)

    def _show_images(self) -> None:
        """Test images of the left run, those with a region first."""
        samples = self.stores.world.samples
        run = self.panels["left"].run.run
        places = [i for i, sample in enumerate(samples) if _is_test(run, sample.fold)]
        places = places or list(range(len(samples)))
        rows = np.asarray(sorted(places, key=lambda i: not samples[i].has_region), dtype=np.int64)
        self.gallery.show_rows(samples, {}, rows)
        if len(rows) and self._index not in {samples[int(i)].index for i in rows}:
            self._index = samples[int(rows[0])].index
        self.gallery.mark(self._index)

    def _ask(self) -> None:
        layer = self.layer.currentText()
        paths = []
        for panel in self.panels.values():
            run = panel.run.run
            fits = run is not None and run.summary is not None and layer in run.summary.layers
            paths.append(run.path if run and fits else "")
        self.stores.measures.compare(self._index, layer, *paths)
        self._show_sides()

    def _show_sides(self) -> None:
        if not self.isVisible():
            return
        shown = self.stores.measures.comparison
        for name, panel in self.panels.items():
            panel.show_side(shown.sides[name])
            run = panel.run.run
            if run is not None and not shown.sides[name].run and shown.layer:
                template = self.tr("This network has no layer {layer}.")
                panel.counts.set_whole(template.format(layer=shown.layer))
        self._images.show()
        sides = [
            (run_choice(panel.run.run, self.stores.world.runs), side.pictured.pictures)
            for name, panel in self.panels.items()
            if panel.run.run and (side := shown.sides[name]).pictured
        ]
        self.show_picture(self._words(), channels_sentence(sides))

    def _words(self) -> str:
        state = self.stores.world
        shown = self.stores.measures.comparison
        known = 0 <= shown.index < len(state.samples)
        result = [side.pictured.pictures for side in shown.sides.values() if side.pictured]
        exact = bool(result) and all(one.exact for one in result)
        area = next((one.region_area for one in result if one.region_area is not None), None)
        template = self.tr("The region covers {area} of the layer.")
        return explanation(
            self.tr(
                "Drawn: every channel of a layer for one image ({file}) in two runs, each map from "
                "0 to its channel's own peak."
            ).format(file=file_name(state.samples[shown.index].file) if known else "\N{EN DASH}"),
            self.tr(
                "Bright is where a channel answers; struck through is dead: 0 everywhere on this "
                "image. Contributions to the worst window's defect logit are exact."
            )
            if exact
            else self.tr(
                "Bright is where a channel answers; struck through is dead: 0 everywhere on this "
                "image. Contributions are activation times gradient, an approximation."
            ),
            self.tr(
                "It does not compare brightness between channels, and one image is no sample: a "
                "channel dead here may answer elsewhere."
            ),
            self.tr("definitions of this program; the article shows such maps"),
            template.format(area=percent(area, 1)) if area is not None else "",
        )

    def _say_empty(self, title: str, text: str) -> None:
        self._images.hide()
        self.show_empty(title, text)

    # ------------------------------------------------------------------ choices

    def _candidates(self) -> list[RunRecord]:
        state = self.stores.world
        if state.data is None:
            return []
        return [
            run
            for run in state.runs
            if run.usable and run.summary and run.summary.fingerprint == state.data.fingerprint
        ]

    def _choose(self, index: int) -> None:
        self._index = index
        self._ask()

    def _sort(self) -> None:
        for panel in self.panels.values():
            panel.grid.set_order(self.order.currentData())

    def _resize_tiles(self) -> None:
        for panel in self.panels.values():
            panel.grid.set_side(self._size.currentData())

    def enlarge(self, name: str, number: int) -> None:
        """Show one channel in a window of its own."""
        shown = self.stores.measures.comparison
        side = shown.sides[name]
        run = self.stores.world.run_of(path=side.run)
        if side.pictured is None or run is None:
            return
        title = self.tr("{layer}, channel {n}: {run}").format(
            layer=side.pictured.layer, n=number, run=run_choice(run, self.stores.world.runs)
        )
        ChannelWindow(
            title,
            self.panels[name].grid.text_of(number),
            shown.sample,
            side.pictured.pictures,
            number,
            self,
        ).show()


def _is_test(run: RunRecord | None, fold: int) -> bool:
    return run is not None and run.recipe.split == "folds" and run.recipe.fold == fold
