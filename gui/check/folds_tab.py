"""Folds: which images belong together, and how they are spread over the folds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QVBoxLayout, QWidget

from engine.core.table import Column, Columns, Table
from engine.data.values import FoldPlan, GroupRule
from gui.check.fold_bars import FoldBars
from gui.check.group_table import GroupTable, group_rows
from gui.check.patterns import spread
from gui.check.rule_form import RuleForm
from gui.check.spread_form import SpreadForm
from gui.check.state import FoldChoice, made_of
from gui.stores import Stores
from gui.style.guard import guarded
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.legend import Key, Legend
from gui.toolkit.parts import Card, IconButton, ThemedButton, label, row
from gui.toolkit.plots import side_column
from gui.toolkit.scrolled import Scrolled
from gui.toolkit.table import WideTable, dashed, read_only, show_cells, show_heads
from gui.words.text import count, problem_text

SIDE = 262
"""Width of the left column in pixels."""


class FoldsTab(QWidget):
    """The rule on the left; folds, figures and examples on the right.

    Attributes
    ----------
    form, spread, use, own
        The rule, the number of folds and their seed, and the buttons that make it the project's.
    bars, table, groups, examples
        What it comes to.

    Signals
    -------
    ask_project()
        The user wants to be asked for a project folder.
    """

    key = "folds"
    ask_project = Signal()

    def __init__(self, stores: Stores) -> None:
        super().__init__()
        self.stores = stores
        self._alike = False
        layout = row(side_column(self._left(), SIDE), self._right())
        layout.setStretch(1, 1)
        self.setLayout(layout)
        stores.check.folds.changed.connect(self.refresh)
        stores.world.project_changed.connect(self.refresh)
        stores.client.jobs_changed.connect(self._enable)
        LOOK.changed.connect(self._keys)
        self._keys()

    # ------------------------------------------------------------------ building

    def _left(self) -> QVBoxLayout:
        card = Card(self.tr("Groups"))
        card.body.addWidget(
            label(
                self.tr(
                    "Images of one part, lot or day are more alike than others. A fold keeps a "
                    "group whole, so that no network is tested on what it was trained on."
                ),
                "small",
                wrap=True,
            )
        )
        self.form = RuleForm()
        self.form.changed.connect(self._try)
        self.spread = SpreadForm()
        self.spread.changed.connect(self._try)
        card.body.addWidget(self.form)
        card.body.addWidget(self.spread)
        self.state = label("", "small", wrap=True)
        self.use = IconButton(self.tr("Use these groups and folds"), "check", primary=True)
        self.use.clicked.connect(lambda: self.stores.check.folds.use(self.choice))
        self.own = IconButton(self.tr("Back to the data set's own"), "undo")
        self.own.clicked.connect(self._back)
        self.project = IconButton(self.tr("Open a project..."), "folder")
        self.project.clicked.connect(self.ask_project)
        self.undo = ThemedButton("undo", self.tr("Undo (Ctrl+Z)"))
        self.undo.clicked.connect(self.stores.check.folds.undo)
        self.redo = ThemedButton("redo", self.tr("Redo (Ctrl+Shift+Z)"))
        self.redo.clicked.connect(self.stores.check.folds.redo)
        card.body.addSpacing(SPACE // 2)
        for widget in (self.state, self.project, self.use, self.own):
            card.body.addWidget(widget)
        card.body.addLayout(row(self.undo, self.redo, None, spacing=2))
        card.body.addWidget(
            label(
                self.tr(
                    "Runs trained from now on have these folds. Older runs keep theirs, and so do "
                    "their figures."
                ),
                "small",
                wrap=True,
            )
        )
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        column.addWidget(card)
        column.addStretch(1)
        return column

    def _right(self) -> QWidget:
        scroll = Scrolled((0, 0, 0, 0))
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = scroll.body
        card = Card(self.tr("Folds"))
        self.figures = label("", wrap=True)
        self.warning = label("", "warn", wrap=True)
        self.legend = Legend()
        self.bars = FoldBars()
        self.table = WideTable(self.tr("Images of each fold and class"))
        for widget in (self.figures, self.warning, self.legend, self.bars, self.table):
            card.body.addWidget(widget)
        column.addWidget(card)
        column.addWidget(self._group_card())
        more = Card(self.tr("Examples"))
        self.examples = QTableWidget()
        self.examples.setProperty("role", "plain")
        read_only(self.examples, self.tr("Files and their groups"))
        self.examples.setWordWrap(False)
        self.examples.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.examples.setMinimumHeight(180)
        more.body.addWidget(self.examples)
        column.addWidget(more, 1)
        return scroll

    def _group_card(self) -> QWidget:
        self.group_card = Card(self.tr("Groups and their folds"))
        self.moving = label("", "small", wrap=True)
        self.groups = GroupTable()
        self.groups.moved.connect(self.stores.check.folds.move_groups)
        for widget in (self.moving, self.groups):
            self.group_card.body.addWidget(widget)
        return self.group_card

    def _keys(self) -> None:
        colours = LOOK.colours
        self.legend.show_keys(
            [
                Key(QColor(colours.accent), self.tr("normal")),
                Key(QColor(colours.defect), self.tr("defective")),
            ]
        )

    # ------------------------------------------------------------------ rendering

    def refresh(self) -> None:
        """Show the plan asked for last, or ask for the groups in use."""
        state = self.stores.world
        look = self.stores.check.folds.state
        if not self.isVisible() or state.data is None or state.opening:
            return
        if look.rule is None and not look.failed and not self.stores.check.folds.busy:
            self.stores.check.folds.plan()
        plan = look.plan
        if plan is not None and plan.kept:
            self.form.show_rule(plan.rule)
            self.spread.show_value(len(plan.counts), plan.seed)
            if self._alike:
                self._alike = False
                self.form.alike.setChecked(True)  # which asks for its plan
        self._show_plan(plan)
        self._enable()

    def _show_plan(self, plan: FoldPlan | None) -> None:
        state = self.stores.world
        look = self.stores.check.folds.state
        spoilt = plan is None or plan.problem is not None
        for part in (self.legend, self.bars, self.table):
            part.setVisible(not spoilt)
        words = look.failed
        if plan is not None and plan.problem is not None:
            words = problem_text(plan.problem)
        elif plan is not None and plan.apart:
            template = self.tr(
                "{n} pairs of pictures that are alike lie in different folds: what is tested has "
                "been seen in training. Let alike pictures stay together.",
                "",
                plan.apart,
            )
            words = template.format(n=count(plan.apart))
        self.warning.setText(words)
        self.warning.setVisible(bool(words))
        self.figures.setText("" if plan is None else self._figures(plan))
        self.figures.setVisible(plan is not None)
        if plan is not None and not spoilt:
            names = [name for name, _ in state.data.classes] if state.data else []
            defective = {r.class_name for r in state.samples if r.defective}
            self.bars.show_counts(plan.counts, [name in defective for name in names])
            columns: Columns[int] = (
                Column(self.tr("Fold"), lambda fold: str(fold + 1), text=True),
                Column(self.tr("All"), lambda fold: int(plan.counts[fold].sum()), count),
                Column(self.tr("Defective"), lambda fold: int(plan.defects[fold]), count),
                *(_of_class(name, plan.counts[:, place]) for place, name in enumerate(names)),
            )
            self.table.show_table(Table(columns, range(len(plan.counts))))
        self._show_groups(plan)
        self._show_examples(plan)

    def _show_groups(self, plan: FoldPlan | None) -> None:
        samples = self.stores.world.samples
        fits = plan is not None and plan.problem is None and len(plan.groups) == len(samples)
        rows = group_rows(plan, samples) if plan is not None and fits else []
        self.group_card.setVisible(bool(rows))
        self.groups.groups.show_rows(rows)

    def _figures(self, plan: FoldPlan) -> str:
        if not plan.together:
            return self.tr("No two images share a group: each stands alone.")
        template = self.tr(
            "{n} groups of two images and more, the largest of {most}.", "", plan.together
        )
        words = template.format(n=count(plan.together), most=count(plan.largest))
        alone = sum(not group for group in plan.groups)
        if alone:
            words += " " + self.tr("{n} images stand alone.", "", alone).format(n=count(alone))
        return words

    def _show_examples(self, plan: FoldPlan | None) -> None:
        samples, table = self.stores.world.samples, self.examples
        groups, folds = (plan.groups, plan.folds.tolist()) if plan else ((), [])
        places = spread(len(samples)) if plan and len(groups) == len(samples) else []
        columns: Columns[int] = (
            Column(self.tr("File"), lambda index: samples[index].file, text=True),
            Column(
                self.tr("Group"),
                lambda index: groups[index] or self.tr("stands alone"),
                text=True,
            ),
            Column(self.tr("Fold"), lambda index: folds[index] or None, dashed(str), text=True),
        )
        show_heads(table, columns)
        show_cells(table, Table(columns, places), tips=True)
        for line, index in enumerate(places):
            item = table.item(line, 1)
            if item is not None and not groups[index]:
                item.setForeground(QColor(LOOK.colours.muted))
        header = table.horizontalHeader()
        for column in range(2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)

    def _enable(self) -> None:
        """Allow what can be done, and say what is in use."""
        state = self.stores.world
        look, may = self.stores.check.folds.state, self.stores.world.may_change
        busy, choice = self.stores.check.folds.busy, self.choice
        plan = look.plan
        tried = plan is not None and plan.problem is None and choice == made_of(plan)
        used = choice == look.choice
        self.use.setEnabled(may and tried and not used and not busy)
        self.own.setEnabled(may and look.rule not in (None, GroupRule()) and not busy)
        self.undo.setEnabled(may and look.uses.place > 0 and not busy)
        self.redo.setEnabled(may and look.uses.next > 0 and not busy)
        self.project.setVisible(not state.project)
        if not state.project:
            self.state.setText(self.tr("Groups are kept with a project. Open one to use them."))
        elif busy:
            self.state.setText(self.tr("Making folds..."))
        elif used:
            self.state.setText(self.tr("These groups and folds are in use."))
        else:
            self.state.setText(self.tr("Only tried out: nothing has changed yet."))
        movable = may and used and tried and not busy
        self.groups.folds = len(plan.counts) if plan is not None and movable else 0
        self.moving.setText(
            self.tr("A number key, or the menu of the right button, moves a group whole.")
            if movable
            else self.tr("Use these groups and folds first; then single groups can be moved.")
        )

    # ------------------------------------------------------------------ intents

    @property
    def choice(self) -> FoldChoice:
        """What the fields say."""
        return FoldChoice(self.form.rule, *self.spread.value)

    def _try(self) -> None:
        self._enable()
        self.stores.check.folds.plan(self.choice)

    def _back(self) -> None:
        self.stores.check.folds.use(FoldChoice(GroupRule(), *self.spread.value))

    def keep_alike_together(self) -> None:
        """Add to the rule that alike pictures stay together, and show what comes of it."""
        self._alike = True
        self.stores.check.folds.plan()

    def undo_use(self) -> None:
        """Use the groups before."""
        if not self.stores.check.folds.busy:
            self.stores.check.folds.undo()

    def redo_use(self) -> None:
        """Use once more the groups that were taken back."""
        if not self.stores.check.folds.busy:
            self.stores.check.folds.redo()

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while something else was shown."""
        super().showEvent(event)
        self.refresh()


def _of_class(name: str, counts: NDArray[np.int64]) -> Column[int]:
    """Return how many images of a class each fold has."""
    return Column(name, lambda fold: int(counts[fold]), count)
