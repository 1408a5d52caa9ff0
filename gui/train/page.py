"""Train: describe runs, queue them, and watch their curves grow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.core.recipe import Recipe
from engine.training.messages import ExpectRuns, RunsExpected
from gui.store.asking import Ask
from gui.store.engine_thread import TRAINING
from gui.store.run_names import shown_names
from gui.store.run_record import RunRecord, run_order
from gui.store.throttle import Throttle
from gui.stores import Stores
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.curve_plot import CurvePlot, Trace
from gui.toolkit.empty import EmptyState
from gui.toolkit.page import Page, framed
from gui.toolkit.parts import column, label, row, split_of
from gui.toolkit.run_table import RunTable
from gui.train.recipe_form import RecipeForm
from gui.train.run_status import RunStatus
from gui.words.pace import runs_words
from gui.words.text import count, fixed, percent


class TrainPage(Page):
    """The form on the left; the run at work, the curves and the table of runs on the right."""

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._folds: tuple[str, int, int] | None = None
        self._line: tuple[str, float] | None = None  # project, and its share that was shown
        self._told: RunRecord | None = None
        self._at_work: RunRecord | None = None
        self._form = RecipeForm()
        self._form.submitted.connect(self._submit)
        self._form.ask_project.connect(self.ask_project)
        self._expect = Ask(stores.client, self._show_time, failed=lambda _event: None)
        self.destroyed.connect(self._expect.forget)  # in another language it is made anew
        self._time_later = Throttle(250, self)
        self._time_later.fired.connect(self._ask_time)
        self._form.changed.connect(self._time_later.request)
        stores.world.data_changed.connect(self._time_later.request)
        stores.client.jobs_changed.connect(self._time_later.request)
        split = split_of("train", (self._form, 268, 0), (self._right(), 0, 1))
        split.setSizes([288, 1000])
        self._put(framed(split))
        stores.client.ready.connect(self._offer_networks)
        stores.world.data_changed.connect(self._show_target)
        for signal in (stores.world.data_changed, stores.regions.changed):
            signal.connect(self._show_folds)
        stores.world.project_changed.connect(self._show_target)
        stores.client.jobs_changed.connect(self._show_target)
        stores.world.runs_changed.connect(self._show_runs)
        stores.client.pulse.connect(self._show_live)
        LOOK.changed.connect(self._show_traces)
        self._show_target()
        self._show_runs()

    def _show_folds(self) -> None:
        """Start from the folds that are in use, once they are others."""
        data = self.stores.world.data
        if data is not None and self._folds != (data.path, data.folds, data.seed):
            self._folds = data.path, data.folds, data.seed
            self._form.show_folds(data.folds, data.seed)

    def _show_line(self) -> None:
        """Start from what the project keeps of its line; what is typed in later stays."""
        world = self.stores.world
        if self._line is not None and self._line[0] == world.project:
            return
        if world.line_share is not None:
            self._line = world.project, world.line_share
            self._form.show_line_share(world.line_share)
        elif self._line is not None:
            self._line = None  # another project's line
            self._form.show_line_share(0.0)

    def _offer_networks(self) -> None:
        self._form.offer_networks(self.stores.client.networks)

    def _right(self) -> QWidget:
        self._status = RunStatus(self.stores.client)
        self._status.resume_run.connect(self.stores.train.resume_run)
        self._status.inspect.connect(self._inspect)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setObjectName("train-right")
        split.setHandleWidth(SPACE)
        split.setChildrenCollapsible(False)
        split.addWidget(self._curves())
        self._table = RunTable()
        self._table.setMinimumHeight(96)
        self._table.runs.ticked.connect(self._show_traces)
        self._table.picked.connect(lambda _: self._show_live_now())
        self._table.opened.connect(lambda run: self._inspect(run.path) if run.usable else None)
        split.addWidget(self._table)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setSizes([480, 190])
        self._places = QStackedWidget()
        self._places.addWidget(
            EmptyState(
                "train",
                self.tr("No runs yet"),
                self.tr(
                    "Describe a run on the left and start it. Its loss and its verdicts on "
                    "validation images appear here while it trains."
                ),
            )
        )
        self._places.addWidget(split)
        return column(self._status, self._places)

    def _curves(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE // 2)
        layout.setSpacing(SPACE // 2)
        self._figure = QComboBox()
        self._figure.setAccessibleName(self.tr("Figure below the loss"))
        for key, name in (
            ("accuracy", self.tr("Accuracy, %")),
            ("overkill", self.tr("Overkill, %")),
            ("escape", self.tr("Escape, %")),
            ("auc", self.tr("AUC, %")),
        ):
            self._figure.addItem(name, key)
        self._figure.currentIndexChanged.connect(self._choose_figure)
        self._log = QCheckBox(self.tr("Logarithmic iterations"))
        self._on_test = label("", "warn")
        self._readout = label("", "small")
        self.plot = CurvePlot()
        self.plot.hovered.connect(self._show_reading)
        self.plot.splitter.setObjectName("curves")
        self._log.toggled.connect(self.plot.set_log)
        bar = row(
            label(self.tr("Curves"), "h2"),
            self._on_test,
            self._readout,
            None,
            label(self.tr("Below the loss"), "muted"),
            self._figure,
            self._log,
        )
        bar.setContentsMargins(SPACE // 2, 0, SPACE // 2, 0)
        layout.addLayout(bar)
        layout.addWidget(self.plot, 1)
        self._choose_figure()
        return card

    # ------------------------------------------------------------------ rendering

    def _show_target(self) -> None:
        state = self.stores.world
        self._form.show_target(
            state.data.path if state.data else "",
            state.project,
            busy=bool(self.stores.client.lane_jobs(TRAINING)),
        )

    def _show_runs(self) -> None:
        self._show_line()
        at_work = self.stores.world.current_run
        if at_work is not None and at_work is not self._at_work:
            self._told = None  # what begins now is looked at
        self._at_work = at_work
        runs = run_order(self.stores.world.runs)
        self._places.setCurrentIndex(1 if runs else 0)
        self._table.show_runs(runs)
        self._show_traces()
        self._show_live_now()

    def _show_live(self) -> None:
        """Live figures moved; a hidden page costs nothing."""
        if self.isVisible():
            self._show_live_now()
            self.plot.refresh()
            self._table.runs.refresh()

    def _show_live_now(self) -> None:
        run = self._shown_run()
        job = self.stores.client.jobs.get(run.job) if run else None
        self._status.show_run(run, job, self.stores.world.runs)
        self._show_baseline()

    def _catch_up(self) -> None:
        """Show how it goes by now."""
        self._show_live()

    def _show_traces(self) -> None:
        front, names = self._shown_run(), shown_names(self.stores.world.runs)
        self.plot.show_traces(
            [
                Trace(
                    run.key,
                    names[run.key],
                    LOOK.run_colour(run.key),
                    run.curve,
                    front=run is front,
                    length=run.recipe.iterations,
                )
                for run in reversed(self.stores.world.runs)
                if self._table.runs.is_ticked(run)
            ]
        )
        ticked = [run for run in self.stores.world.runs if self._table.runs.is_ticked(run)]
        on_test = [run for run in ticked if run.on_test]
        self._on_test.setVisible(bool(on_test))
        self._on_test.setText(
            self.tr("measured on the test fold")
            if len(on_test) == len(ticked)
            else self.tr("some runs measured on the test fold")
        )
        self._on_test.setToolTip("\n".join(names[run.key] for run in on_test))
        self._show_baseline()

    def _show_baseline(self) -> None:
        """The baseline of the curves that are drawn; where it differs, of the run in front."""
        drawn = [
            run
            for run in self.stores.world.runs
            if self._table.runs.is_ticked(run) and (run.job or len(run.curve.figures["accuracy"]))
        ]
        front = self._shown_run()
        known = {run.live_baseline for run in ([front] if front in drawn else drawn)}
        alike = known.pop() if len(known) == 1 else None
        self.plot.set_baseline(alike if self._figure.currentData() == "accuracy" else None)

    def _show_reading(self, iteration: float | None) -> None:
        """Read the shown run's curves at the mouse."""
        run = self._shown_run()
        if iteration is None or run is None:
            self._readout.setText("")
            return
        parts = []
        loss = run.curve.loss.near(iteration)
        if loss is not None:
            template = self.tr("iteration {n}: loss {value}")
            parts.append(template.format(n=count(round(loss[0])), value=fixed(loss[1], 4)))
        point = run.curve.figures[self._figure.currentData()].near(iteration)
        if point is not None:
            template = self.tr("{figure} {value} at {n}")
            name = self._figure.currentText().removesuffix(", %")
            parts.append(
                template.format(figure=name, value=percent(point[1]), n=count(round(point[0])))
            )
        self._readout.setText("    ".join(parts))

    def _shown_run(self) -> RunRecord | None:
        """The selected run, else the one told of, else the one at work, else the newest."""
        runs, at_work = self.stores.world.runs, self.stores.world.current_run
        current = self._table.current
        if current is not None and current in runs:
            return current
        if self._told is not None and self._told in runs:
            return self._told
        return at_work or (run_order(runs)[0] if runs else None)

    def _choose_figure(self) -> None:
        self.plot.set_figure(self._figure.currentData(), self._figure.currentText())
        if hasattr(self, "_table"):
            self._show_baseline()

    # ------------------------------------------------------------------ intents

    def show_only(self, runs: Sequence[RunRecord], figure: str) -> None:
        """Draw the curves of these runs and no other ones, with a figure below the loss, and say
        how the first one does.
        """
        self._figure.setCurrentIndex(self._figure.findData(figure))
        self._told = runs[0]
        self._table.unselect()
        self._table.show_row(runs[0])
        self._table.runs.tick_only(runs)
        self._show_live_now()

    def submit_current(self) -> None:
        """Queue the run the form describes."""
        if self._form.recipe is not None:
            self._submit((self._form.recipe,))

    def _submit(self, recipes: tuple[Recipe, ...]) -> None:
        if self.stores.world.data is None:
            return
        self.stores.world.with_project(lambda: self._train(recipes), lambda: self._form.time_words)

    def _train(self, recipes: tuple[Recipe, ...]) -> None:
        # A share that nobody has seen yet, for the project is still being read, is no answer.
        share = self._form.recipe is not None and self._form.recipe.line_share
        shown = self._line is not None and self._line[0] == self.stores.world.project
        self.stores.train.train(recipes, line_said=bool(share) or shown)

    # ------------------------------------------------------------------ how long

    def _ask_time(self) -> None:
        """Ask what the run would take: the form is another, or runs have been timed since."""
        recipe = self._form.recipe
        if recipe is None or self.stores.world.data is None or self.stores.world.opening:
            self._form.show_time("")
        else:
            self._expect(ExpectRuns, (recipe,))

    def _show_time(self, event: RunsExpected) -> None:
        self._form.show_time(runs_words(event.runs))

    def _inspect(self, path: str) -> None:
        self.stores.inspect.choose_run(path)
        self.go.emit("inspect")
