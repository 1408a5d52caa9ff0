"""The form in which a study is described."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from engine.cluster.values import read_scheduler
from engine.core.errors import TransferLensError
from engine.core.recipe import FITTED_SETTINGS, NO_DEFECTS, Preset, Setting, default_recipe
from engine.core.values import ReaderOptions
from engine.study.plan import DEFECT_COUNTS, StudyPlan
from gui.style.theme import SPACE
from gui.toolkit.numbers import QuietCombo, QuietSpin
from gui.toolkit.parts import ElidedLabel, IconButton, form_row, label, row, rule
from gui.toolkit.scrolled import ScrolledForm
from gui.words.terms import preset_name, setting_name, setting_tip
from gui.words.text import count, engine_text

ITERATIONS, SMALL_ITERATIONS = 120, 3000

SHORT = (
    (Setting.TRANSFER, "iterations", 40),
    (Setting.SCRATCH_AUG, "iterations", 40),
    (Setting.SMALL, "iterations", 600),
)
"""A short budget for each point of the curve: some minutes on an office CPU."""


class PlanForm(QFrame):
    """Settings and folds of the board, and the curve of labelled defects.

    Signals
    -------
    submitted(object, bool)
        A `StudyPlan`, and whether missing runs are to be trained.
    changed()
        It describes another study.
    """

    submitted = Signal(object, bool)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._data, self._options, self._blocked, self._quiet = "", ReaderOptions(), "", False
        # What the form does not show is taken over from the plan it was filled with.
        self._base: StudyPlan | None = None
        self._seed = 0
        self._kept: dict[Setting, int] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        scroll = ScrolledForm()
        layout = scroll.body
        layout.addWidget(label(self.tr("Study"), "h2"))
        layout.addLayout(self._fields())
        layout.addWidget(label(self.tr("Settings"), "caption"))
        layout.addLayout(self._setting_boxes())
        layout.addWidget(label(self.tr("Labelled defects"), "caption"))
        layout.addLayout(self._curve_fields())
        layout.addWidget(label(self.tr("Photographs for claim 1"), "caption"))
        layout.addLayout(self._photograph_fields())
        layout.addStretch(1)
        outer.addWidget(scroll, 1)
        outer.addWidget(rule())
        outer.addLayout(self._foot())
        self._check()

    # ------------------------------------------------------------------ for the page

    @property
    def plan(self) -> StudyPlan | None:
        """The plan as the form stands; None if it is not valid."""
        try:
            return self._make()
        except TransferLensError:
            return None

    def show_target(self, data: str, options: ReaderOptions, blocked: str, *, busy: bool) -> None:
        """Say on what a study would run, and why it cannot."""
        self._data, self._options, self._blocked = data, options, blocked
        self._where.set_whole(data or self.tr("No data set yet"))
        self._start.setText(self.tr("Add to queue") if busy else self.tr("Run study"))
        self._check()

    def show_folds(self, folds: int, seed: int) -> None:
        """Start from the data set's folds; the plan of a study that was chosen keeps its own."""
        if self._base is None:
            self._seed = seed
            self._folds.setValue(folds)

    def show_plan(self, plan: StudyPlan) -> None:
        """Fill the form with a study's plan."""
        self._quiet = True
        self._name.setText(plan.name)
        self._preset.setCurrentIndex(self._preset.findData(plan.preset))
        self._folds.setValue(plan.folds)
        self._run_folds.setText(", ".join(map(str, plan.run_folds)))
        for setting, box in self._boxes.items():
            box.setChecked(setting in plan.settings)
        self._base = plan
        self._kept = {s: v for s, name, v in plan.changes if name == "iterations"}
        counts = self._kept
        large = [v for s, v in counts.items() if s is not Setting.SMALL]
        self._iterations.setValue(large[0] if large else ITERATIONS)
        self._small.setValue(counts.get(Setting.SMALL, SMALL_ITERATIONS))
        self._target.setValue(round(100 * plan.target))
        self._curve.setChecked(bool(plan.curve))
        listed = plan.curve or DEFECT_COUNTS
        self._counts.setText(self._listed(listed))
        self._draws.setValue(plan.draws)
        self._source, self._control = plan.source, plan.control
        self._show_photographs()
        self._quiet = False
        self._check()

    @property
    def scheduler(self) -> str:
        """Whose workers train; "" for this process."""
        return self._computers.text().strip()

    def use_scheduler(self, text: str) -> None:
        """Name whose workers train."""
        self._computers.setText(text)

    # ------------------------------------------------------------------ building

    def _fields(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE)
        form.setVerticalSpacing(SPACE - 2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._where = ElidedLabel("", "small")
        self._name = QLineEdit("study")
        self._preset = QuietCombo()
        for preset in (Preset.RECOMMENDED, Preset.ARTICLE):
            self._preset.addItem(preset_name(preset), preset)
        self._run_folds = QLineEdit("1, 2")
        self._run_folds.setToolTip(self.tr("Which folds are run: 1, 2"))
        self._run_folds.setAccessibleName(self.tr("Folds that are run"))
        self._folds = QuietSpin(2, 100)
        self._folds.setAccessibleName(self.tr("Folds of the data set"))
        self._folds.setValue(5)
        folds = QWidget()
        line = row(self._run_folds, label(self.tr("of"), "muted"), self._folds, spacing=6)
        line.setStretch(0, 2)
        line.setStretch(2, 1)
        folds.setLayout(line)
        self._iterations = QuietSpin(1, 10_000_000)
        self._iterations.setValue(ITERATIONS)
        self._small = QuietSpin(1, 10_000_000)
        self._small.setValue(SMALL_ITERATIONS)
        self._target = QuietSpin(51, 100)
        self._target.setValue(95)
        self._target.setSuffix(" %")
        self._target.setToolTip(self.tr("AUC to which iterations are counted (claims 3 and 4)"))
        self._computers = QLineEdit()
        self._computers.setPlaceholderText(self.tr("this one"))
        self._computers.setToolTip(
            self.tr(
                "Empty: one run after another, here. local:2: two at a time on this computer. "
                "tcp://192.168.1.5:8786: on the workers of a Dask scheduler."
            )
        )
        form_row(form, self.tr("Data set"), self._where)
        form_row(form, self.tr("Name"), self._name)
        form_row(form, self.tr("Preset"), self._preset)
        form_row(form, self.tr("Folds"), folds)
        form_row(form, self.tr("Iterations"), self._iterations)
        form_row(form, self.tr("Small rival"), self._small)
        form_row(form, self.tr("Target AUC"), self._target)
        form_row(form, self.tr("Computers"), self._computers)
        for field in (self._name, self._run_folds, self._computers):
            field.textChanged.connect(self._check)
        self._iterations.valueChanged.connect(self._forget_iterations)
        for spin in (self._folds, self._iterations, self._small, self._target):
            spin.valueChanged.connect(self._check)
        self._preset.currentIndexChanged.connect(self._check)
        return form

    def _setting_boxes(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.setSpacing(SPACE // 2)
        self._boxes: dict[Setting, QCheckBox] = {}
        for setting in Setting:
            box = QCheckBox(setting_name(setting))
            box.setToolTip(setting_tip(setting))
            box.setChecked(True)
            box.toggled.connect(self._check)
            self._boxes[setting] = box
            layout.addWidget(box)
        return layout

    def _curve_fields(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.setSpacing(SPACE // 2)
        self._curve = QCheckBox(self.tr("How many do I need?"))
        self._curve.setToolTip(
            self.tr("Filters, probe, transfer, scratch-aug and the small rival with few defects")
        )
        self._curve.toggled.connect(self._check)
        self._counts = QLineEdit(self._listed(DEFECT_COUNTS))
        self._counts.setAccessibleName(self.tr("Numbers of labelled defects"))
        self._counts.textChanged.connect(self._check)
        self._draws = QuietSpin(1, 20)
        self._draws.setValue(3)
        self._draws.setAccessibleName(self.tr("Draws of each point"))
        self._draws.valueChanged.connect(self._check)
        layout.addWidget(self._curve)
        layout.addWidget(self._counts)
        layout.addLayout(row(label(self.tr("Draws of each point"), "muted"), None, self._draws))
        return layout

    def _photograph_fields(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.setSpacing(SPACE // 2)
        self._source = self._control = ""
        self._source_name, self._control_name = ElidedLabel("", "small"), ElidedLabel("", "small")
        for text, name, choose in (
            (self.tr("Source..."), self._source_name, self._choose_source),
            (self.tr("Control..."), self._control_name, self._choose_control),
        ):
            button = IconButton(text, "folder")
            button.clicked.connect(choose)
            line = row(button, name)
            line.setStretch(1, 1)
            layout.addLayout(line)
        self._show_photographs()
        return layout

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE + 2)
        foot.setSpacing(SPACE // 2)
        self._words = label("", "small", wrap=True)
        self._problem = label("", "warn", wrap=True)
        self._start = IconButton(self.tr("Run study"), "play", primary=True)
        self._start.clicked.connect(lambda: self._submit(train=True))
        self._judge = IconButton(self.tr("Only judge what is there"), "measures")
        self._judge.setToolTip(self.tr("Train nothing: measure finished runs and fill the board"))
        self._judge.clicked.connect(lambda: self._submit(train=False))
        self.time = label("", "small", wrap=True)
        self.time.hide()
        for widget in (self._words, self._problem, self._start, self.time, self._judge):
            foot.addWidget(widget)
        return foot

    def show_time(self, words: str) -> None:
        """Say how long the missing runs take here."""
        self.time.setText(words)
        self.time.setVisible(bool(words))

    # ------------------------------------------------------------------ behaviour

    def _choose_source(self) -> None:
        self._source = self._ask() or self._source
        self._show_photographs()

    def _choose_control(self) -> None:
        self._control = self._ask() or self._control
        self._show_photographs()

    def _ask(self) -> str:
        return QFileDialog.getExistingDirectory(self, self.tr("A folder of natural photographs"))

    def _show_photographs(self) -> None:
        self._source_name.set_whole(
            self._source or self.tr("two samples of scikit-learn: claim 1 stays open")
        )
        self._control_name.set_whole(self._control or self.tr("half of the source"))

    def _listed(self, counts: Iterable[int]) -> str:
        return ", ".join(str(max(0, n)) if n else self.tr("all") for n in counts)

    def _make(self) -> StudyPlan:
        large, small = self._iterations.value(), self._small.value()
        counts = dict.fromkeys(Setting, large) | self._kept | {Setting.SMALL: small}
        base = self._base or StudyPlan()
        others = [change for change in base.changes if change[1] != "iterations"]
        trained = {s: n for s, n in counts.items() if s not in FITTED_SETTINGS}
        changes = (*others, *((s, "iterations", n) for s, n in trained.items()))
        curve: tuple[int, ...] = ()
        if self._curve.isChecked():
            curve = _numbers(self._counts.text(), self.tr("all"))
        for setting in Setting:
            default_recipe(setting, self._preset.currentData(), iterations=large)
        return replace(
            base,
            name=self._name.text().strip(),
            data=self._data,
            options=self._options,
            settings=tuple(s for s, box in self._boxes.items() if box.isChecked()),
            folds=self._folds.value(),
            seed=base.seed if self._base else self._seed,
            run_folds=_numbers(self._run_folds.text()),
            preset=self._preset.currentData(),
            changes=changes,
            source=self._source,
            control=self._control,
            target=self._target.value() / 100,
            curve=curve,
            draws=self._draws.value(),
            curve_changes=base.curve_changes if self._base else SHORT,
        )

    def _forget_iterations(self) -> None:
        """A new number counts for every setting but the small rival."""
        if not self._quiet:
            self._kept = {}

    def _check(self) -> None:
        if self._quiet or not hasattr(self, "_problem"):
            return
        self._counts.setEnabled(self._curve.isChecked())
        self._draws.setEnabled(self._curve.isChecked())
        problem = self._blocked
        try:
            plan = self._make()
            if self.scheduler:
                read_scheduler(self.scheduler)
        except TransferLensError as error:
            problem = problem or engine_text(error.template, error.values)
            self._words.setText("")
        else:
            template = self.tr(
                "{n} runs. Those that exist already are not trained again.", "", len(plan.tasks)
            )
            self._words.setText(template.format(n=count(len(plan.tasks))))
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._start.setEnabled(not problem)
        self._judge.setEnabled(not problem)
        if problem:
            self.show_time("")
        self.changed.emit()

    def _submit(self, *, train: bool) -> None:
        if self.plan is not None:
            self.submitted.emit(self.plan, train)


def _numbers(text: str, every: str = "all") -> tuple[int, ...]:
    """Read "1, 2, all"; what is no number counts as -2, which a plan refuses.

    The word for all may be the window's or the English one.
    """
    result = []
    for part in text.replace(";", ",").split(","):
        word = part.strip().lower()
        if word:
            result.append(
                0
                if word in ("all", every)
                else (int(word) or NO_DEFECTS)
                if word.isdecimal()
                else -2
            )
    return tuple(dict.fromkeys(result))
