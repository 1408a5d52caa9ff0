"""The left side of the page: which two images, which two runs, which layer."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QComboBox, QFrame, QMenu, QToolButton, QVBoxLayout, QWidget

from gui.interpolate.choices import default_pairs, fitting_runs
from gui.interpolate.looks import PIXELS, layer_name
from gui.interpolate.pair_gallery import PairGallery
from gui.interpolate.side_choice import SideChoice
from gui.interpolate.slot import Slot
from gui.interpolate.state import SIDES
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.elided_combo import ElidedCombo
from gui.toolkit.parts import ThemedButton, label, row, rule

DEFECTIVE, EVERY = "\0defective", "\0all"
"""Filters that are no class; no class can have such a name."""


class PairPanel(QFrame):
    """Slots, gallery, runs and layer; renders the state and sends intents."""

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stores = stores
        self.setProperty("role", "card")
        self._classes: tuple[str, ...] = ()
        self._pairs: object = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE + 2, SPACE, SPACE + 2, SPACE - 2)
        top.setSpacing(SPACE - 2)
        self.slots = [Slot(letter, i, stores.data.thumbnails) for i, letter in enumerate("AB")]
        for place, slot in enumerate(self.slots):
            slot.filled.connect(lambda index, p=place: self.put(index, p))
        self.swap = ThemedButton("swap", self.tr("Swap A and B"))
        self.swap.clicked.connect(self._swap)
        top.addLayout(row(self.slots[0], self.swap, self.slots[1], spacing=2))
        self._filter = ElidedCombo()
        self._filter.setAccessibleName(self.tr("Images shown"))
        self._filter.setMinimumContentsLength(9)
        self._filter.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._filter.activated.connect(lambda _: self._show_gallery())
        line = row(self._filter, self._pairs_button(), spacing=4)
        self.pairs.setFixedHeight(self._filter.sizeHint().height())
        line.setStretch(0, 1)
        top.addLayout(line)
        layout.addLayout(top)
        self.gallery = PairGallery(stores.data.thumbnails)
        self.gallery.put.connect(self.put)
        self.gallery.setMinimumHeight(100)
        layout.addWidget(self.gallery, 1)
        layout.addWidget(rule())
        layout.addLayout(self._choices())

    def _pairs_button(self) -> QToolButton:
        self.pairs = QToolButton()
        self.pairs.setProperty("role", "button")
        self.pairs.setText(self.tr("Pairs"))
        self.pairs.setToolTip(self.tr("Default pairs: the first defect of two textures"))
        self.pairs.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.pairs.setMenu(QMenu(self.pairs))
        return self.pairs

    def _choices(self) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setContentsMargins(SPACE + 2, SPACE - 2, SPACE + 2, SPACE)
        box.setSpacing(3)
        names = (self.tr("Left run"), self.tr("Right run"))
        self.runs = {side: SideChoice(name) for side, name in zip(SIDES, names, strict=True)}
        for choice, name in zip(self.runs.values(), names, strict=True):
            choice.changed.connect(self._choose_runs)
            box.addWidget(label(name, "caption"))
            box.addWidget(choice)
        self.layer = QComboBox()
        self.layer.setAccessibleName(self.tr("Layer"))
        self.layer.setToolTip(
            self.tr(
                "Where both images are mixed. Below the last layer only places worked out can be "
                "shown; deeper layers usually mix better."
            )
        )
        self.layer.activated.connect(
            lambda _: self.stores.interpolate.choose_layer(self.layer.currentData())
        )
        box.addWidget(label(self.tr("Mixed at layer"), "caption"))
        box.addWidget(self.layer)
        return box

    # ------------------------------------------------------------------ rendering

    def show_all(self) -> None:
        """Bring the panel up to date with the state."""
        state = self.stores.world
        look, samples = self.stores.interpolate.state, state.samples
        for slot, index in zip(self.slots, look.pair, strict=True):
            slot.show_image(index, samples[index] if 0 <= index < len(samples) else None)
        runs = fitting_runs(state.runs, state.data)
        for side, choice in self.runs.items():
            choice.show_runs(runs, state.runs, look.sides[side].run)
        self._show_layers()
        if state.data is not self._pairs:
            self._pairs = state.data
            self._show_pairs()
            self._show_filter()
        self._show_gallery()

    def _show_layers(self) -> None:
        state = self.stores.world
        sides = self.stores.interpolate.state.sides.values()
        followed = next((side.followed for side in sides if side.followed), None)
        records = [state.run_of(path=side.run) for side in sides]
        summary = next((r.summary for r in records if r and r.summary), None)
        layers = followed.layers if followed else tuple(summary.layers) if summary else ()
        # The last one needs no name of its own: it is what "" means.
        entries = [
            (self.tr("last layer"), ""),
            *((name, name) for name in reversed(layers[:-1])),
            (layer_name(PIXELS), PIXELS),
        ]
        listed = [
            (self.layer.itemText(i), self.layer.itemData(i)) for i in range(self.layer.count())
        ]
        if entries != listed:
            self.layer.clear()
            for name, key in entries:
                self.layer.addItem(name, key)
        self.layer.setCurrentIndex(max(0, self.layer.findData(self.stores.interpolate.state.layer)))

    def _show_pairs(self) -> None:
        data = self.stores.world.data
        menu = self.pairs.menu()
        menu.clear()
        for pair in default_pairs(data) if data else ():
            action = menu.addAction(pair.name)
            action.triggered.connect(
                lambda _=False, p=pair: self.stores.interpolate.choose_pair(p.first, p.second)
            )
        self.pairs.setEnabled(not menu.isEmpty())

    def _show_filter(self) -> None:
        data = self.stores.world.data
        entries = [(self.tr("All images"), EVERY)]
        if data is not None and data.defective:
            entries.insert(0, (self.tr("Defective images"), DEFECTIVE))
        entries += [(name, name) for name, _ in data.classes] if data is not None else []
        self._filter.clear()
        for name, key in entries:
            self._filter.addItem(name, key)
        self._filter.setCurrentIndex(0)

    def _show_gallery(self) -> None:
        samples, chosen = self.stores.world.samples, self._filter.currentData()
        rows = [
            place
            for place, sample in enumerate(samples)
            if chosen == EVERY
            or (sample.defective if chosen == DEFECTIVE else sample.class_name == chosen)
        ]
        self.gallery.show_rows(samples, {}, np.asarray(rows, dtype=np.int64))

    # ------------------------------------------------------------------ intents

    def put(self, index: int, place: int) -> None:
        """Put an image to A (0) or B (1)."""
        pair = list(self.stores.interpolate.state.pair)
        pair[place] = index
        self.stores.interpolate.choose_pair(*pair)

    def _swap(self) -> None:
        first, second = self.stores.interpolate.state.pair
        self.stores.interpolate.choose_pair(second, first)

    def _choose_runs(self) -> None:
        self.stores.interpolate.choose_runs(*(self.runs[side].path for side in SIDES))
