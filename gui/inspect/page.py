"""Inspect: see each verdict and what the network saw."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui.inspect.judged_gallery import JudgedGallery
from gui.inspect.overlay_panel import HEAT, NONE, OverlayPanel
from gui.inspect.state import HeatScale
from gui.inspect.verdict_panel import VerdictPanel, astray
from gui.stores import Stores
from gui.style.geometry import cell_at, nearest_window, window_box
from gui.style.theme import SPACE
from gui.toolkit.empty import EmptyState
from gui.toolkit.image_canvas import ImageCanvas
from gui.toolkit.page import Page, framed
from gui.toolkit.parts import (
    ElidedLabel,
    FittedLabel,
    ThemedButton,
    label,
    row,
    set_property,
    split_of,
)
from gui.toolkit.tally import worst_miss
from gui.words.terms import outcome_name
from gui.words.text import count, file_name, fixed, signed


class InspectPage(Page):
    """Images on the left, the chosen one in the middle, verdict and overlay on the right."""

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._last_source = HEAT
        self.empty = EmptyState(
            "inspect",
            self.tr("Nothing to inspect yet"),
            self.tr("Open a folder of images, then train a run or open a project that has one."),
            self.tr("Go to Data"),
        )
        self.empty.asked.connect(lambda: self.go.emit("data"))
        self._put(self._content(), self.empty)
        self._wire()
        self._add_keys()
        self._show_data()
        if stores.inspect.state.inspected is not None or stores.inspect.state.sample is not None:
            self._show_inspection()  # a window of another language shows what the last one did

    # ------------------------------------------------------------------ building

    def _content(self) -> QWidget:
        self.images = JudgedGallery(self.stores)
        split = split_of(
            "inspect", (self.images, 290, 1), (self._canvas_card(), 300, 3), (self._side(), 262, 0)
        )
        split.setSizes([370, 600, 284])
        return framed(split)

    def _canvas_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        self._name = ElidedLabel("", "h2")
        # In a narrow window the class gives way: the verdict says it too.
        self._name.setMinimumWidth(40)
        self._class = FittedLabel("", "muted")
        previous = ThemedButton("previous", self.tr("Previous image (P)"))
        following = ThemedButton("next", self.tr("Next image (N)"))
        self._heat = ThemedButton("heat", self.tr("Heat map on or off (H)"), checkable=True)
        self._outline = ThemedButton(
            "outline", self.tr("True region on or off (O)"), checkable=True
        )
        self._box = ThemedButton("box", self.tr("Worst window on or off (B)"), checkable=True)
        fit = ThemedButton("fit", self.tr("Fit the image into the view (F)"))
        actual = ThemedButton("actual", self.tr("Show pixels at 100 % (1)"))
        for button in (self._heat, self._outline, self._box):
            button.setChecked(True)
        bar = row(
            previous,
            following,
            SPACE,
            self._name,
            self._class,
            SPACE,
            self._heat,
            self._outline,
            self._box,
            SPACE,
            fit,
            actual,
            spacing=2,
        )
        bar.setContentsMargins(SPACE, SPACE - 2, SPACE, SPACE - 2)
        bar.setStretch(3, 1)
        layout.addLayout(bar)
        self.canvas = ImageCanvas()
        layout.addWidget(self.canvas, 1)
        self._astray = label(outcome_name("elsewhere"), "outcome")
        set_property(self._astray, "outcome", "elsewhere")
        self._astray.setParent(self.canvas)
        self._astray.move(SPACE, SPACE)
        self._astray.hide()
        self._readout = label("", "small")
        self._zoom = label("", "small")
        foot = row(self._readout, None, self._zoom)
        foot.setContentsMargins(SPACE + 4, SPACE - 3, SPACE + 4, SPACE - 3)
        layout.addLayout(foot)
        previous.clicked.connect(lambda: self.images.gallery.step(-1))
        following.clicked.connect(lambda: self.images.gallery.step(1))
        fit.clicked.connect(self.canvas.fit)
        actual.clicked.connect(self.canvas.actual_size)
        return card

    def _side(self) -> QWidget:
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self.verdict = VerdictPanel()
        self.overlay = OverlayPanel()
        layout.addWidget(self.verdict)
        layout.addWidget(self.overlay, 1)
        return side

    def _wire(self) -> None:
        stores, canvas, overlay = self.stores, self.canvas, self.overlay
        self.images.chosen.connect(stores.inspect.inspect)
        stores.world.data_changed.connect(self._show_data)
        stores.inspect.changed.connect(self._show_inspection)
        for signal in (
            stores.inspect.changed,
            stores.world.predictions_changed,
            stores.world.data_changed,
            stores.world.runs_changed,
        ):
            signal.connect(self._begin)
        overlay.own_scale_changed.connect(lambda _: self._show_overlay())
        stores.inspect.channels_changed.connect(self._show_channels)
        stores.inspect.channel_changed.connect(self._show_overlay)
        overlay.source_changed.connect(self._source_changed)
        overlay.channel_chosen.connect(stores.inspect.show_channel)
        overlay.colour_map_changed.connect(self._colours_changed)
        overlay.opacity_changed.connect(canvas.set_opacity)
        overlay.smooth_changed.connect(canvas.set_smooth)
        overlay.outline_changed.connect(self._outline.setChecked)
        overlay.box_changed.connect(self._box.setChecked)
        self._outline.toggled.connect(overlay.outline.setChecked)
        self._outline.toggled.connect(canvas.set_outline_visible)
        self._box.toggled.connect(overlay.box.setChecked)
        self._box.toggled.connect(lambda: self._show_box())
        self._heat.toggled.connect(self._toggle_overlay)
        canvas.hovered.connect(self._show_point)
        canvas.zoomed.connect(self._show_zoom)
        canvas.set_opacity(0.7)

    def _add_keys(self) -> None:
        for key, act in (
            ("N", lambda: self.images.gallery.step(1)),
            ("P", lambda: self.images.gallery.step(-1)),
            ("F", self.canvas.fit),
            ("1", self.canvas.actual_size),
            ("H", self._heat.toggle),
            ("O", self._outline.toggle),
            ("B", self._box.toggle),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # ------------------------------------------------------------------ rendering

    def _show_data(self) -> None:
        self._turn_to(None if self.stores.world.data else self.empty)

    def _show_inspection(self) -> None:
        state = self.stores.inspect.state
        samples = self.stores.world.samples
        known = 0 <= state.index < len(samples)
        self.images.gallery.mark(state.index)
        self._name.set_whole(file_name(samples[state.index].file) if known else "")
        self._class.set_whole(samples[state.index].class_name if known else "")
        if state.inspected is not None and known:
            event = state.inspected
            self.canvas.show_image(event.image, event.outlines)
            self.verdict.show_verdict(event, samples[state.index])
            self._astray.setVisible(astray(event, samples[state.index]))
            self.overlay.show_layers(event.layers)
            if state.channels is None and self.overlay.source.startswith("layer:"):
                self.stores.inspect.list_channels(self.overlay.source.removeprefix("layer:"))
        else:
            sample = state.sample
            self.canvas.show_image(
                sample.image if sample else None, sample.outlines if sample else ()
            )
            self._astray.hide()
            self._show_waiting(known)
        self._show_box()
        self._show_overlay()

    def _show_waiting(self, known: bool) -> None:
        state = self.stores.inspect.state
        if state.failed:
            self.verdict.show_waiting(self.tr("No verdict"), state.failed)
        elif not state.run:
            self.verdict.show_waiting(
                self.tr("No run yet"), self.tr("Train a run, or open a project that has one.")
            )
        elif not known:
            self.verdict.show_waiting(
                self.tr("No image chosen"), self.tr("Choose one on the left, or press N.")
            )
        else:
            self.verdict.show_waiting(self.tr("Judging..."), "")

    def _show_box(self) -> None:
        inspected = self.stores.inspect.state.inspected
        shown = inspected is not None and self._box.isChecked()
        self.canvas.show_box(inspected.prediction.box if shown and inspected else None)

    def _show_channels(self) -> None:
        state = self.stores.inspect.state
        self.overlay.show_channels(state.channels, waiting=state.inspected is not None)
        if state.channels is not None and self.overlay.channel >= 0:
            self.stores.inspect.show_channel(self.overlay.channel)
        self._show_overlay()

    def _show_overlay(self) -> None:
        state = self.stores.inspect.state
        source = self.overlay.source
        values, rect = None, None
        if state.inspected is not None and source == HEAT:
            values = state.inspected.heat
            height, width = values.shape
            rect = QRectF(0, 0, width * state.inspected.cell[0], height * state.inspected.cell[1])
        elif state.channel is not None and source == f"layer:{state.channel.layer}":
            values = state.channel.activation
        scale = self.stores.inspect.scales.get(state.run) if source == HEAT else None
        locked = scale is not None and not self.overlay.own_scale.isChecked()
        largest = float(abs(values).max()) if values is not None and values.size else 0.0
        limit = scale.limit if scale is not None and locked else largest
        self.canvas.show_overlay(values, rect, limit if locked else None)
        self.overlay.scale.setVisible(values is not None)
        self.overlay.own_scale.setVisible(scale is not None and values is not None)
        self.overlay.scale_words.setVisible(source == HEAT and values is not None)
        self.overlay.scale_words.setText(self._scale_words(scale, largest, locked=locked))
        self.overlay.scale.show_scale(self.overlay.colour_map, limit, is_signed=source == HEAT)

    def _scale_words(self, scale: HeatScale | None, largest: float, *, locked: bool) -> str:
        if scale is None or not locked:
            return self.tr("Scale of this image alone; that of another may differ")
        words = self.tr(
            "One scale for the run, from {n} judged images. Largest here: {value}", "", scale.images
        )
        return words.format(n=count(scale.images), value=fixed(largest))

    def _begin(self) -> None:
        """Look at the worst miss, or else the first image, where nobody has chosen one."""
        store, world = self.stores.inspect, self.stores.world
        if not self._shown or world.data is None or world.opening or not store.recalled:
            return
        store.want_scale()
        if store.state.index >= 0 or not world.samples:
            return
        first = worst_miss(world.samples, world.predictions.get(store.state.run, {}))
        store.inspect(first if first >= 0 else world.samples[0].index)
        self.images.gallery.mark(store.state.index)

    def _catch_up(self) -> None:
        """Begin with an image as soon as the page is seen."""
        self._begin()

    def _show_point(self, point: tuple[float, float] | None) -> None:
        state = self.stores.inspect.state
        if point is None:
            self._readout.setText("")
            self.canvas.show_hover_box(None)
            return
        parts = [f"x {int(point[0])}  y {int(point[1])}"]
        event = state.inspected
        if event is not None:
            place = nearest_window(
                *point, window=event.window, step=event.step, shape=_shape(event.scores)
            )
            if place is not None:
                score = self.tr("window score {value}")
                parts.append(score.format(value=fixed(float(event.scores[place]))))
                box = window_box(*place, window=event.window, step=event.step)
                self.canvas.show_hover_box(box if self._box.isChecked() else None)
        value = self._overlay_value(point)
        if value is not None:
            name = (
                self.tr("heat {value}")
                if self.overlay.source == HEAT
                else self.tr("activation {value}")
            )
            parts.append(name.format(value=signed(value, 3)))
        self._readout.setText("    ".join(parts))

    def _overlay_value(self, point: tuple[float, float]) -> float | None:
        state = self.stores.inspect.state
        values, cell = None, (1.0, 1.0)
        if self.overlay.source == HEAT and state.inspected is not None:
            values, cell = state.inspected.heat, state.inspected.cell
        elif state.channel is not None and self.overlay.source == f"layer:{state.channel.layer}":
            values = state.channel.activation
            width, height = self.canvas.image_size
            rows, columns = _shape(values)
            cell = (width / max(1, columns), height / max(1, rows))
        if values is None:
            return None
        place = cell_at(*point, cell=cell, shape=_shape(values))
        return None if place is None else float(values[place])

    def _show_zoom(self, scale: float) -> None:
        shown = 100 * scale * self.canvas.devicePixelRatioF()
        self._zoom.setText(f"{shown:.0f} %")

    # ------------------------------------------------------------------ choices

    def _source_changed(self, source: str) -> None:
        if source != NONE:
            self._last_source = source
        self._heat.blockSignals(True)
        self._heat.setChecked(source != NONE)
        self._heat.blockSignals(False)
        self.stores.inspect.list_channels(
            source.removeprefix("layer:") if "layer:" in source else ""
        )
        self._show_channels()

    def _toggle_overlay(self, on: bool) -> None:
        self.overlay.choose_source(self._last_source if on else NONE)

    def _colours_changed(self, name: str) -> None:
        self.canvas.set_colour_map(name)
        self._show_overlay()


def _shape(values: NDArray[np.float32]) -> tuple[int, int]:
    rows, columns = values.shape
    return int(rows), int(columns)
