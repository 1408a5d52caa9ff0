"""Training views: what a network would be shown of one's own images while it trains."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QStackedWidget, QVBoxLayout, QWidget

from engine.core.recipe import Recipe, Setting, default_recipe
from gui.check.views_grid import ViewsGrid
from gui.stores import Stores
from gui.style.guard import guarded
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.empty import EmptyState
from gui.toolkit.legend import Key, Legend
from gui.toolkit.numbers import QuietCombo, QuietSpin
from gui.toolkit.parts import Card, ElidedLabel, ThemedButton, form_row, label, row
from gui.toolkit.plots import side_column
from gui.words.terms import setting_name, setting_tip, view_name
from gui.words.text import engine_text, file_name

SIDE = 262
"""Width of the left column in pixels."""

COUNTS = (12, 24)


class ViewsTab(QWidget):
    """Settings on the left, views on the right.

    Attributes
    ----------
    setting, turn, shift, window, large, seed, number
        The fields.
    grid
        The views.

    Signals
    -------
    chosen(object)
        The user wants another image, by index.
    draw_asked()
        The user wants to draw the region of the image.
    """

    key = "views"
    chosen = Signal(object)
    draw_asked = Signal()

    def __init__(self, stores: Stores) -> None:
        super().__init__()
        self.stores = stores
        self._quiet = False
        self._asked: tuple[object, ...] = ()
        self.grid = ViewsGrid()
        self.empty = EmptyState("outline", "", "", self.tr("Draw regions"))
        self.empty.asked.connect(self.draw_asked)
        self.waiting = EmptyState("train", "", "")
        self._stack = QStackedWidget()
        for page in (self.grid, self.empty, self.waiting):
            self._stack.addWidget(page)
        card = Card()
        card.body.addWidget(self._stack, 1)
        layout = row(side_column(self._left(), SIDE), card)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        stores.check.views_changed.connect(self.show_views)
        stores.regions.sample_changed.connect(self.refresh)
        stores.regions.changed.connect(self._anew)
        LOOK.changed.connect(self._keys)
        self._keys()
        self.setting.setCurrentIndex(self.setting.findData(Setting.TRANSFER))
        self._use_setting()

    # ------------------------------------------------------------------ building

    def _left(self) -> QVBoxLayout:
        card = Card(self.tr("Image"))
        self.name = ElidedLabel("", "h3")
        self.label_ = ElidedLabel("", "small")
        before = ThemedButton("previous", self.tr("Previous image (Page Up)"))
        before.clicked.connect(lambda: self.step(-1))
        after = ThemedButton("next", self.tr("Next image (Page Down)"))
        after.clicked.connect(lambda: self.step(1))
        line = row(self.name, before, after, spacing=2)
        line.setStretch(0, 1)
        card.body.addLayout(line)
        card.body.addWidget(self.label_)
        settings = Card(self.tr("As this run would see it"))
        self.setting, self.number = QuietCombo(), QuietCombo()
        for setting in Setting:
            self.setting.addItem(setting_name(setting), setting)
        for number in COUNTS:
            self.number.addItem(str(number), number)
        self.window_side, self.seed = QuietSpin(32, 512), QuietSpin(0, 1_000_000)
        self.window_side.setSingleStep(32)
        self.window_side.setSuffix(self.tr(" px"))
        self.turn = QCheckBox(self.tr("Rotate and flip"))
        self.shift = QCheckBox(self.tr("Shift windows"))
        self.large = QCheckBox(self.tr("Large crops, late in a run"))
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE)
        form.setVerticalSpacing(SPACE - 2)
        form_row(form, self.tr("Setting"), self.setting)
        form_row(form, self.tr("Window"), self.window_side)
        form_row(form, self.tr("Seed"), self.seed)
        form_row(form, self.tr("Views"), self.number)
        settings.body.addLayout(form)
        for box in (self.turn, self.shift, self.large):
            settings.body.addWidget(box)
            box.toggled.connect(lambda _: self.refresh())
        self.seed.setToolTip(
            self.tr("Batches follow from the seed alone: another seed shows other windows.")
        )
        self.setting.currentIndexChanged.connect(lambda _: self._use_setting())
        self.number.currentIndexChanged.connect(lambda _: self.refresh())
        self.window_side.editingFinished.connect(self._even)
        for spin in (self.window_side, self.seed):
            spin.setKeyboardTracking(False)
            spin.valueChanged.connect(lambda _: self.refresh())
        about = Card(self.tr("Training view"))
        self.view = label("", "h3", wrap=True)
        self.reason = label("", "small", wrap=True)
        self.legend = Legend()
        for widget in (self.view, self.reason, self.legend):
            about.body.addWidget(widget)
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        for each in (card, settings, about):
            column.addWidget(each)
        column.addStretch(1)
        return column

    def _keys(self) -> None:
        colours = LOOK.colours
        self.legend.show_keys(
            [
                Key(QColor(colours.defect), self.tr("learned as defective")),
                Key(QColor(colours.accent), self.tr("learned as normal")),
                Key(QColor(colours.faint), self.tr("ignored"), "dash"),
            ]
        )

    # ------------------------------------------------------------------ rendering

    @property
    def recipe(self) -> Recipe:
        """What the fields say."""
        base = default_recipe(self.setting.currentData())
        side = max(32, self.window_side.value() // 32 * 32)
        return base.changed(
            rotate_flip=self.turn.isChecked(),
            shift=self.shift.isChecked(),
            window=side,
            crop=max(base.crop, side) if base.crop else 0,
            seed=self.seed.value(),
        )

    def _use_setting(self) -> None:
        base = default_recipe(self.setting.currentData())
        self._quiet = True
        self.turn.setChecked(base.rotate_flip)
        self.shift.setChecked(base.shift)
        self.window_side.setValue(base.window)
        self._quiet = False
        self.setting.setToolTip(setting_tip(self.setting.currentData()))
        self.refresh()

    def _even(self) -> None:
        self.window_side.setValue(max(32, self.window_side.value() // 32 * 32))

    def _anew(self) -> None:
        self._asked = ()
        self.refresh()

    def refresh(self) -> None:
        """Ask for the views of the chosen image, unless they are shown."""
        state = self.stores.world
        sample = self.stores.regions.sample
        if not self.isVisible() or self._quiet or state.data is None or state.opening:
            return
        if sample is None or sample.index >= len(state.samples):
            self.waiting.show_text(self.tr("No image is chosen"), "")
            self._stack.setCurrentWidget(self.waiting)
            return
        line = state.samples[sample.index]
        self.name.set_whole(file_name(line.file))
        self.label_.set_whole(line.class_name)
        number, large = self.number.currentData(), self.large.isChecked()
        asked = (state.data.path, sample.index, self.recipe, number, large)
        if asked != self._asked:
            self._asked = asked
            self.stores.check.show_views(sample.index, self.recipe, number, large=large)

    def show_views(self) -> None:
        """Show what came, or why nothing did."""
        state = self.stores.check.state
        if state.views_failed:
            self.empty.show_text(self.tr("No view of this image"), state.views_failed)
            self._stack.setCurrentWidget(self.empty)
            self.view.setText("")
            self.reason.setText("")
            return
        if state.views is None:
            self._asked = ()
            self.refresh()
            return
        self.grid.show_views(state.views)
        self._stack.setCurrentWidget(self.grid)
        self.view.setText(view_name(state.views.view))
        self.reason.setText(engine_text(state.views.reason) if state.views.reason else "")

    # ------------------------------------------------------------------ intents

    def step(self, by: int) -> None:
        """Go to the next or previous image."""
        state = self.stores.world
        at = self.stores.regions.sample.index if self.stores.regions.sample else -1
        if state.samples:
            self.chosen.emit(min(len(state.samples) - 1, max(0, at + by)))

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while something else was shown."""
        super().showEvent(event)
        self.refresh()
