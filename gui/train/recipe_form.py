"""The form in which a run is described before it is queued."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.core.errors import RecipeError
from engine.core.recipe import OWN_NETWORKS, Preset, Recipe, Setting, View, default_recipe
from gui.style.theme import SPACE
from gui.toolkit.elided_combo import ElidedCombo
from gui.toolkit.numbers import QuietCombo, QuietSpin
from gui.toolkit.parts import ElidedLabel, IconButton, form_row, label, row, rule
from gui.toolkit.recipe_entries import RecipeEntries, entry_name
from gui.toolkit.scrolled import ScrolledForm
from gui.words.recipe_words import recipe_words
from gui.words.terms import preset_name, setting_name, setting_tip, view_name
from gui.words.text import engine_text


class RecipeForm(QFrame):
    """Setting, preset and the entries people change; all others folded away below.

    A change of the setting or the preset brings that preset's recipe. A recipe that the
    engine would refuse is explained at once and cannot be queued.

    Signals
    -------
    submitted(object)
        A tuple of recipes to queue.
    changed()
        It describes another run.
    ask_project()
        The user wants to choose the project folder.

    Attributes
    ----------
    time_words
        How long the run takes; "" while that is not known.
    """

    submitted = Signal(object)
    changed = Signal()
    ask_project = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._quiet = False
        self._recipe: Recipe | None = None
        self.time_words = ""
        self._spread: tuple[int, int] | None = None  # the data set's folds and their seed
        self._blocked = ""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        scroll = ScrolledForm()
        layout = scroll.body
        layout.addWidget(label(self.tr("New run"), "h2"))
        layout.addLayout(self._main_fields())
        self._tip = label("", "small", wrap=True)
        layout.addWidget(self._tip)
        self._words = label("", "small", wrap=True)
        layout.addWidget(self._words)
        layout.addWidget(self._fold_button())
        self._entries = RecipeEntries()
        self._entries.hide()
        self._entries.changed.connect(self._check)
        layout.addWidget(self._entries)
        layout.addStretch(1)
        outer.addWidget(scroll, 1)
        outer.addWidget(rule())
        outer.addLayout(self._foot())
        self._reset()

    # ------------------------------------------------------------------ for the page

    @property
    def recipe(self) -> Recipe | None:
        """The recipe as the form stands; None if it is not valid."""
        return self._recipe

    def show_target(self, data: str, project: str, *, busy: bool) -> None:
        """Show where runs go, and whether one would start now or wait."""
        self._project.set_whole(project or self.tr("No project folder yet"))
        self._choose.setText(self.tr("Change...") if project else self.tr("Choose..."))
        self._start.setText(self.tr("Add to queue") if busy else self.tr("Start training"))
        self._start.set_icon_name("queue" if busy else "play")
        self._blocked = "" if data else self.tr("Open a data set first.")
        self._show_validity()

    def show_time(self, words: str) -> None:
        """Say how long the run takes here."""
        self.time_words = words
        self.time.setText(words)
        self.time.setVisible(bool(words))

    def show_folds(self, folds: int, seed: int) -> None:
        """Use the data set's folds: how many, and the seed they are drawn with."""
        self._folds.setValue(folds)
        self._entries.show_entry("seed", seed)
        self._spread = folds, seed
        self._check()

    def show_line_share(self, share: float) -> None:
        """Use the share of defects on the line that the project keeps."""
        self._entries.show_entry("line_share", share)
        self._check()

    def show_recipe(self, recipe: Recipe) -> None:
        """Fill the form."""
        self._quiet = True
        self._setting.setCurrentIndex(self._setting.findData(recipe.setting))
        self._preset.setCurrentIndex(self._preset.findData(recipe.preset))
        self._network.setEditText(recipe.network)
        self._network.setEnabled(recipe.setting not in OWN_NETWORKS)
        self._view.setCurrentIndex(self._view.findData(recipe.view))
        self._iterations.setValue(recipe.iterations)
        self._folds.setValue(recipe.folds)
        self._fold.setMaximum(recipe.folds)
        self._fold.setValue(recipe.fold)
        self._entries.show_recipe(recipe)
        self._quiet = False
        self._check()

    # ------------------------------------------------------------------ building

    def _main_fields(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE)
        form.setVerticalSpacing(SPACE - 2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._setting, self._preset, self._view = QuietCombo(), QuietCombo(), ElidedCombo()
        for setting in Setting:
            self._setting.addItem(setting_name(setting), setting)
            tip = setting_tip(setting)
            self._setting.setItemData(self._setting.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self._setting.setCurrentIndex(self._setting.findData(Setting.TRANSFER))
        for preset in (Preset.RECOMMENDED, Preset.ARTICLE):
            self._preset.addItem(preset_name(preset), preset)
        for view in View:
            self._view.addItem(view_name(view), view)
        self._view.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._network = QuietCombo()
        self._network.setEditable(True)
        self._network.addItem("vgg16")
        self._iterations = QuietSpin(1, 10_000_000)
        self._fold = QuietSpin(1, 5)
        self._folds = QuietSpin(2, 100)
        for spin, name in (
            (self._iterations, self.tr("Iterations")),
            (self._fold, self.tr("Test fold")),
            (self._folds, self.tr("Number of folds")),
        ):
            spin.setAccessibleName(name)
        folds = QWidget()
        line = row(self._fold, label(self.tr("of"), "muted"), self._folds, spacing=6)
        line.setStretch(0, 1)
        line.setStretch(2, 1)
        folds.setLayout(line)
        for name, widget in (
            (self.tr("Setting"), self._setting),
            (self.tr("Preset"), self._preset),
            (self.tr("Network"), self._network),
            (self.tr("Iterations"), self._iterations),
            (self.tr("Test fold"), folds),
            (self.tr("View"), self._view),
        ):
            form_row(form, name, widget)
        self._setting.currentIndexChanged.connect(self._reset)
        self._preset.currentIndexChanged.connect(self._reset)
        self._view.currentIndexChanged.connect(self._check)
        self._network.editTextChanged.connect(self._check)
        for spin in (self._iterations, self._fold):
            spin.valueChanged.connect(self._check)
        self._folds.valueChanged.connect(self._folds_changed)
        return form

    def offer_networks(self, networks: tuple[tuple[str, str], ...]) -> None:
        """Offer the engine's backbones; what is typed in already stays."""
        typed = self._network.currentText()
        self._network.blockSignals(True)
        self._network.clear()
        for name, title in networks:
            if name != "small":
                self._network.addItem(name)
                tip = Qt.ItemDataRole.ToolTipRole
                self._network.setItemData(self._network.count() - 1, title, tip)
        self._network.setEditText(typed)
        self._network.blockSignals(False)

    def _fold_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "fold")
        button.setText(self.tr("All entries"))
        button.setCheckable(True)
        button.setArrowType(Qt.ArrowType.RightArrow)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.toggled.connect(self._unfold)
        self._unfold_button = button
        return button

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE + 2)
        foot.setSpacing(SPACE - 2)
        self._hint = label("", "warn", wrap=True)
        self._hint.hide()
        foot.addWidget(self._hint)
        self._message = label("", "error", wrap=True)
        self._message.hide()
        foot.addWidget(self._message)
        self._project = ElidedLabel("", "small")
        self._choose = IconButton(self.tr("Choose..."))
        self._choose.setProperty("role", "link")
        self._choose.setAccessibleName(self.tr("Choose the project folder"))
        self._choose.clicked.connect(self.ask_project)
        line = row(label(self.tr("Project"), "small"), self._project, self._choose)
        line.setStretch(1, 1)
        foot.addLayout(line)
        self._start = IconButton(self.tr("Start training"), "play", primary=True)
        self._start.clicked.connect(lambda: self._submit("one"))
        self._several = QToolButton()
        self._several.setProperty("role", "button")
        self._several.setText(self.tr("Several"))
        self._several.setToolTip(self.tr("Queue several runs at once"))
        self._several.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._several)
        menu.addAction(self.tr("All folds of this run"), lambda: self._submit("folds"))
        menu.addAction(
            self.tr("All settings, with the preset's entries"), lambda: self._submit("settings")
        )
        self._several.setMenu(menu)
        line = row(self._start, self._several)
        line.setStretch(0, 1)
        foot.addLayout(line)
        self.time = label("", "small", wrap=True)
        self.time.hide()
        foot.addWidget(self.time)
        return foot

    # ------------------------------------------------------------------ behaviour

    def _reset(self) -> None:
        if self._quiet:
            return
        setting = self._setting.currentData()
        self._tip.setText(setting_tip(setting))
        kept = {"fold": min(self._fold.value(), self._folds.value()), "folds": self._folds.value()}
        if self._recipe is None:
            kept = {}
        # What is true of the line, not of a setting: it is asked once.
        share = self._recipe.line_share if self._recipe is not None else 0.0
        if self._spread is not None:
            kept["seed"] = self._spread[1]
        preset = self._preset.currentData()
        self.show_recipe(default_recipe(setting, preset, line_share=share, **kept))

    def _folds_changed(self) -> None:
        self._fold.setMaximum(self._folds.value())
        self._check()

    def _check(self) -> None:
        if self._quiet:
            return
        self._recipe, message, wrong = None, "", ""
        try:
            self._recipe = Recipe(
                setting=self._setting.currentData(),
                preset=self._preset.currentData(),
                network=self._network.currentText().strip(),
                view=self._view.currentData(),
                iterations=self._iterations.value(),
                fold=self._fold.value(),
                folds=self._folds.value(),
                **self._entries.values(),
            )
        except RecipeError as error:
            wrong = error.values.get("name", "")
            named = {"name": entry_name(wrong)} if wrong else {}
            message = engine_text(error.template, error.values | named)
        except ValueError as error:
            wrong = str(error)
            message = self.tr("{name} must be a number.").format(name=entry_name(wrong))
        if self._recipe is not None:
            self._words.setText(recipe_words(self._recipe))
        self._entries.mark({wrong: True})
        self._message.setText(message)
        self._show_validity()
        self.changed.emit()

    def _show_validity(self) -> None:
        text = self._message.text()
        self._message.setVisible(bool(text))
        self._hint.setText(self._blocked)
        self._hint.setVisible(bool(self._blocked))
        ready = self._recipe is not None and not self._blocked
        for button in (self._start, self._several):
            button.setEnabled(ready)
            button.setToolTip(self._blocked)

    def _unfold(self, open_: bool) -> None:
        self._unfold_button.setArrowType(
            Qt.ArrowType.DownArrow if open_ else Qt.ArrowType.RightArrow
        )
        self._entries.setVisible(open_)
        self._words.setVisible(not open_)

    def _submit(self, what: str) -> None:
        recipe = self._recipe
        if recipe is None:
            return
        recipes: tuple[Recipe, ...] = (recipe,)
        if what == "folds":
            recipes = tuple(recipe.changed(fold=fold + 1) for fold in range(recipe.folds))
        elif what == "settings":
            recipes = tuple(
                default_recipe(
                    setting,
                    recipe.preset,
                    fold=recipe.fold,
                    folds=recipe.folds,
                    line_share=recipe.line_share,
                )
                for setting in Setting
            )
        self.submitted.emit(recipes)
