"""Study: one action runs settings x folds, and the board says which claims hold here."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QMenu,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from engine.cluster.values import read_scheduler
from engine.core.errors import TransferLensError
from engine.core.recipe import Recipe
from engine.study.plan import StudyPlan, learns_the_same, less_what_is_there, task_name
from engine.study.values import StudySummary
from engine.training.messages import ExpectRuns, RunsExpected
from gui.store.asking import Ask
from gui.store.engine_thread import TRAINING
from gui.store.throttle import Throttle
from gui.stores import Stores
from gui.study.board_tab import BoardTab
from gui.study.figures_tab import ArrivalsTab, DefectsTab
from gui.study.plan_form import PlanForm
from gui.study.queue_strip import QueueStrip
from gui.study.words import task_text
from gui.toolkit.empty import EmptyState
from gui.toolkit.page import Page, framed
from gui.toolkit.parts import ElidedLabel, IconButton, column, label, row, split_of
from gui.toolkit.settings import Memory
from gui.toolkit.tabs import Tabs
from gui.toolkit.workers_view import WorkersView
from gui.words.pace import runs_words
from gui.words.text import problem_text

T = TypeVar("T", BoardTab, ArrivalsTab, DefectsTab)


class StudyPage(Page):
    """The plan on the left; how far it is and what it found on the right."""

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._report = ""
        self._made: list[BoardTab | ArrivalsTab | DefectsTab] = []
        self._planned = ""
        self._memory: Memory | None = None
        self._spread: tuple[str, int, int] | None = None
        self.form = PlanForm()
        self.form.submitted.connect(self._submit)
        self._expect = Ask(stores.client, self._show_time, failed=lambda _event: None)
        self.destroyed.connect(self._expect.forget)  # in another language it is made anew
        self._time_later = Throttle(250, self)
        self._time_later.fired.connect(self._ask_time)
        self.form.changed.connect(self._time_later.request)
        split = split_of("study", (self.form, 276, 0), (self._right(), 0, 1))
        split.setSizes([300, 1000])
        self._put(framed(split))
        for signal in (stores.world.data_changed, stores.regions.changed):
            signal.connect(self._show_target)  # folds come with the groups
        stores.world.project_changed.connect(self._project_changed)
        stores.client.jobs_changed.connect(self._show_target)
        stores.client.jobs_changed.connect(self._show_queue)
        for signal in (stores.world.data_changed, stores.world.runs_changed):
            signal.connect(self._time_later.request)
        stores.study.changed.connect(self._show_study)
        stores.client.pulse.connect(self._show_queue)
        stores.study.workers_changed.connect(self._show_workers)
        stores.study.report_written.connect(self._show_report)
        self._project_changed()

    def use_memory(self, memory: Memory) -> None:
        """Name the computers that were named last, and remember those that are named."""
        self._memory = memory
        self.form.use_scheduler(memory.computers)
        self.form.changed.connect(self._remember_computers)

    def _remember_computers(self) -> None:
        """Other pages offer them as well."""
        named = self.form.scheduler
        if self._memory is None or named == self._memory.computers:
            return
        try:
            if named:
                read_scheduler(named)
        except TransferLensError:
            return  # still being written, or wrong: the form says so
        self._memory.computers = named

    def _catch_up(self) -> None:
        """A hidden page asks for nothing."""
        self._time_later.request()

    def _right(self) -> QWidget:
        self.queue = QueueStrip(self.stores.client)
        self._choice = QComboBox()
        self._choice.setAccessibleName(self.tr("Study"))
        self._choice.setMinimumWidth(120)
        self._choice.activated.connect(
            lambda _: self.stores.study.choose(self._choice.currentText())
        )
        self.bar = Tabs("study")
        self.bar.add("claims", self.tr("Ten claims"), lambda: self.board)
        self.bar.add("iterations", self.tr("Iterations needed"), lambda: self.arrivals)
        self.bar.add("defects", self.tr("Defects needed"), lambda: self.defects)
        self._written = ElidedLabel("", "small")
        self._open = IconButton(self.tr("Open report"), "inspect")
        self._open.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(self._report))
        )
        self._open.hide()
        head = row(self._choice, self.bar, self._written, self._open, self._report_button())
        head.setStretch(2, 1)
        self._empty = EmptyState(
            "study",
            self.tr("No study yet"),
            self.tr(
                "Choose settings and folds on the left and run the study. It trains what is "
                "missing, measures the networks and says which of the article's ten claims hold "
                "on your data."
            ),
        )
        self._views = QStackedWidget()
        self._views.addWidget(self._empty)
        self._views.addWidget(self.bar.views)
        self.damaged = label("", "warn", wrap=True, select=True)
        self.damaged.hide()
        self.workers = WorkersView(self.tr("Run"))
        return column(self.queue, self.workers, head, self.damaged, self._views)

    @cached_property
    def board(self) -> BoardTab:
        """The tab of claims, made when there is a board."""
        result = self._filled(BoardTab())
        result.asked.connect(self.go)
        return result

    @cached_property
    def arrivals(self) -> ArrivalsTab:
        """The tab of iterations, made when it is first looked at."""
        return self._filled(ArrivalsTab())

    @cached_property
    def defects(self) -> DefectsTab:
        """The tab of defects, made when it is first looked at."""
        return self._filled(DefectsTab())

    def _filled(self, tab: T) -> T:
        """Keep a tab up to date from here on."""
        self._made.append(tab)
        if self._study is not None and self._study.board is not None:
            tab.show_board(self._study.board)
        return tab

    def _report_button(self) -> QToolButton:
        self._write = QToolButton()
        self._write.setProperty("role", "button")
        self._write.setText(self.tr("Write report"))
        self._write.setToolTip(self.tr("The whole board as one HTML file, to print or to mail"))
        self._write.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._write)
        for name, language in ((self.tr("In English"), "en"), (self.tr("In Korean"), "ko")):
            action = menu.addAction(name)
            action.triggered.connect(
                lambda _=False, chosen=language: self.stores.study.write_report(chosen)
            )
        self._write.setMenu(menu)
        return self._write

    # ------------------------------------------------------------------ rendering

    @property
    def _study(self) -> StudySummary | None:
        store = self.stores.study
        return store.studies.get(store.chosen)

    def _show_target(self) -> None:
        state = self.stores.world
        if state.data and self._spread != (state.data.path, state.data.folds, state.data.seed):
            self._spread = state.data.path, state.data.folds, state.data.seed
            self.form.show_folds(state.data.folds, state.data.seed)
        blocked = ""
        if state.data is None:
            blocked = self.tr("Open a data set first.")
        elif state.data.defective is None:
            blocked = self.tr("A study needs to know which class is normal: choose it under Data.")
        self.form.show_target(
            state.data.path if state.data else "",
            state.options,
            blocked,
            busy=bool(self.stores.client.lane_jobs(TRAINING)),
        )

    def _project_changed(self) -> None:
        self._planned = ""
        self.stores.study.read()
        self._show_study()
        self._show_target()

    def _show_study(self) -> None:
        store, study = self.stores.study, self._study
        names = list(store.studies)
        if [self._choice.itemText(i) for i in range(self._choice.count())] != names:
            self._choice.clear()
            self._choice.addItems(names)
        self._choice.setCurrentText(store.chosen)
        self._choice.setVisible(len(names) > 1)
        if study is not None and self._planned != study.plan.name:
            # A study that is looked at can be gone on with: the form shows its plan.
            self._planned = study.plan.name
            self.form.show_plan(study.plan)
        words = "\n".join(problem_text(each) for each in store.damaged)
        self.damaged.setText(words)
        self.damaged.setVisible(bool(words))
        board = study.board if study else None
        self._views.setCurrentIndex(0 if board is None else 1)
        self._write.setEnabled(board is not None)
        if board is not None:
            for tab in self._made:
                tab.show_board(board)
            assert self.bar.view is not None  # which makes the tab that is looked at
        elif store.job() is not None:
            self._empty.show_text(
                self.tr("The study is at work"),
                self.tr("The board is filled when the first folds are trained and measured."),
            )
        self._show_queue()

    def _show_queue(self) -> None:
        study = self._study
        job = self.stores.study.job(study.plan.name) if study else None
        run = self.stores.world.run_of(key=job.run) if job and job.run else None
        self.queue.show_study(study, job, run)

    def _show_workers(self) -> None:
        store, study = self.stores.study, self._study
        names: dict[str, str] = {}
        for task in study.tasks if study is not None else ():
            name = task_name(study.plan, task.setting, task.fold, task.defects)  # type: ignore[union-attr]
            names.setdefault(name, task_text(task))
        self.workers.show_workers(store.joined, store.workers, names)

    def _show_report(self, path: str) -> None:
        self._report = path
        self._written.set_whole(self.tr("Report: {path}").format(path=path))
        self._open.show()

    # ------------------------------------------------------------------ intents

    def _submit(self, plan: StudyPlan, train: bool) -> None:
        self.stores.world.with_project(
            lambda: self._run(plan, train), lambda: self.form.time.text() if train else ""
        )

    def _run(self, plan: StudyPlan, train: bool) -> None:
        self._planned = plan.name
        self.stores.study.run(plan, train=train, scheduler=self.form.scheduler)

    # ------------------------------------------------------------------ how long

    def _missing(self, plan: StudyPlan) -> tuple[Recipe, ...]:
        """Recipes of a plan that no finished run of the open images has, less what is begun."""
        world = self.stores.world
        here = [run for run in world.runs if run.path and world.fits_data(run.path)]
        there = [run.recipe for run in here if run.usable]
        begun = [run.summary for run in here if run.summary is not None]
        return tuple(
            less_what_is_there(task.recipe, begun)
            for task in plan.tasks
            if not any(learns_the_same(task.recipe, recipe) for recipe in there)
        )

    def _ask_time(self) -> None:
        """Ask what the study would take: the plan is another, or runs have been timed since."""
        plan, world = self.form.plan, self.stores.world
        if not self._shown or plan is None or world.data is None or world.opening:
            return
        recipes = self._missing(plan)
        if recipes:
            self._expect(ExpectRuns, recipes)
        else:
            self.form.show_time(self.tr("All runs are there; they are only measured and judged."))

    def _show_time(self, event: RunsExpected) -> None:
        self.form.show_time(runs_words(event.runs))
