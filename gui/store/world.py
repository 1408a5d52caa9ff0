"""What every feature of the window shares: the data set, the project, its runs, their verdicts."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from engine.core.event import JobEnded, Outcome
from engine.core.values import DataSummary, Prediction, Problem, ReaderOptions, SampleRow
from engine.inspect.messages import Predicted, PredictRun
from engine.runs.messages import ListRuns, RunsListed
from gui.store.asking import Ask, Task
from gui.store.engine_client import ACTIVE, EngineClient, Job
from gui.store.engine_thread import INSPECTION
from gui.store.run_record import RunRecord, record_of
from gui.store.throttle import Throttle


@dataclass(frozen=True, slots=True)
class Wanted:
    """What waits for a project to be open.

    Attributes
    ----------
    then
        Done as soon as one is.
    cost
        Says how long that takes, "" while that is not known.
    """

    then: Callable[[], None]
    cost: Callable[[], str]


class World(QObject):
    """The window's shared state. Features read it; who writes what is said below.

    Attributes
    ----------
    client
        The window's end of the engine.
    data, options
        The open data set and how it was read; written by the store of data.
    opening
        Folder that is being read; empty if none.
    open_failed
        Why the last folder could not be read, translated; empty if it could.
    project
        Folder of the open project; empty if none.
    runs
        The project's runs, and those under way; written here and by the store of training.
    line_share
        Share of defects on the line that the project keeps; None: nobody said, or it is being read.
    predictions
        Verdicts on test images by run folder and sample index.
    wanted
        What waits for a project; None if nothing does.

    Signals
    -------
    data_opened()
        Another data set: an index means another image from here on.
    project_left()
        Another project is about to be opened: its runs are gone.
    project_wanted()
        Something waits for a project, or waits no longer: the user is to be asked for its place.
    judged(str, bool)
        A run's images were judged: all that were asked for, or it broke off.
    verdicts_stale(str)
        That run's weights are new: nothing said of it holds. "": regions or groups are others, so
        what was said of any run may not hold.
    data_changed(), project_changed(), runs_changed(), predictions_changed()
        That part is new, for views. `runs_changed` is about rows and their state;
        `predictions_changed` comes at most three times a second.
    """

    data_opened = Signal()
    project_left = Signal()
    project_wanted = Signal()
    judged = Signal(str, bool)
    verdicts_stale = Signal(str)
    data_changed = Signal()
    project_changed = Signal()
    runs_changed = Signal()
    predictions_changed = Signal()

    def __init__(self, client: EngineClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.client = client
        self.data: DataSummary | None = None
        self.options = ReaderOptions()
        self.opening = ""
        self.open_failed = ""
        self.project = ""
        self.runs: list[RunRecord] = []
        self.damaged: tuple[Problem, ...] = ()
        self.line_share: float | None = None
        self.wanted: Wanted | None = None
        self.predictions: dict[str, dict[int, Prediction]] = {}
        self._keys = itertools.count(1)
        self._list_runs = Ask(client, self._on_runs)
        self._judge = Task(
            client,
            INSPECTION,
            PredictRun,
            {Predicted: self._on_predicted},
            ended=self._on_judged,
        )
        self._verdicts = Throttle(350, self)
        self._verdicts.fired.connect(self.predictions_changed)
        client.state_changed.connect(self._on_state)

    # ------------------------------------------------------------------ data

    @property
    def samples(self) -> tuple[SampleRow, ...]:
        """Images of the open data set."""
        return self.data.samples if self.data else ()

    @property
    def may_change(self) -> bool:
        """Whether what a person says of an image can be kept now.

        While another set is read, a number may mean another image in a moment.
        """
        return bool(self.data and self.project and not self.opening)

    # ------------------------------------------------------------------ project and runs

    def open_project(self, path: str) -> None:
        """Use a folder for new runs and list those it has."""
        if path != self.project:
            self.runs = [run for run in self.runs if run.job]
            self.damaged = ()
            self.line_share = None
            self.project_left.emit()
            self.project = path
            self.project_changed.emit()
            self.runs_changed.emit()
        self.list_runs()
        wanted, self.wanted = self.wanted, None
        if wanted is not None:
            self.project_wanted.emit()
            wanted.then()

    def with_project(
        self, then: Callable[[], None] = lambda: None, cost: Callable[[], str] = str
    ) -> None:
        """Do something that needs a project; without one the user is asked for its place first.

        `cost` says how long it takes. What was wanted last counts.
        """
        if self.project:
            then()
            return
        self.wanted = Wanted(then, cost)
        self.project_wanted.emit()

    def want_no_project(self) -> None:
        """The user thought better of it."""
        self.wanted = None
        self.project_wanted.emit()

    def list_runs(self) -> None:
        """Read the project's runs; every page offers new ones from there on."""
        if self.project:
            self._list_runs(ListRuns, self.project)

    @property
    def listing_runs(self) -> bool:
        """Whether the project's runs are being read."""
        return bool(self._list_runs.in_flight)

    def _on_runs(self, event: RunsListed) -> None:
        known = {run.path: run for run in self.runs if run.path}
        busy = [run for run in self.runs if run.job]
        listed = []
        for summary in event.runs:
            record = known.get(summary.path)
            if record is not None and record.job:
                continue
            key = record.key if record else self.new_key()
            listed.append(record_of(key, summary))
        self.runs = busy + listed
        self.damaged = event.damaged
        self.line_share = event.line_share
        self.runs_changed.emit()

    def _on_state(self, job: Job) -> None:
        record = self.run_of(key=job.run) if job.run else None
        if record is not None:
            record.state = job.state
            self.runs_changed.emit()

    def new_key(self) -> int:
        """Return the key of a new run record."""
        return next(self._keys)

    def run_of(self, *, key: int = 0, path: str = "") -> RunRecord | None:
        """Find a record by its key or its folder."""
        for run in self.runs:
            if (key and run.key == key) or (path and run.path == path):
                return run
        return None

    @property
    def current_run(self) -> RunRecord | None:
        """The run that trains now (or is paused)."""
        return next((run for run in self.runs if run.job and run.state in ACTIVE), None)

    def fits_data(self, path: str) -> bool:
        """Whether a run was trained on the open data set."""
        record, data = self.run_of(path=path), self.data
        return bool(
            data and record and record.summary and record.summary.fingerprint == data.fingerprint
        )

    def finished_runs(self) -> list[RunRecord]:
        """Return finished runs with test figures; those of the open images first."""
        runs = [run for run in self.runs if run.usable and run.test is not None]
        return sorted(runs, key=lambda run: not self.fits_data(run.path))

    # ------------------------------------------------------------------ verdicts

    def judge(self, run: str, part: str = "test", *, tied: bool = False) -> None:
        """Judge a part of the data set with a run's network, unless it is being done.

        `tied`: verdicts of which nobody knows what made them are made anew.
        """
        if self.data is not None and run and self.judging(run, part) is None:
            if part != "validation":
                self.predictions.setdefault(run, {})
            self._judge(run, part, tied)

    def judging(self, run: str, part: str = "") -> Job | None:
        """Return the job that judges (a part of) a run's images, if one does."""
        return self._judge.job(run=run, part=part) if part else self._judge.job(run=run)

    def _on_predicted(self, event: Predicted) -> None:
        job = self.client.jobs[event.job]
        assert isinstance(job.command, PredictRun)
        self.client.follow(job, "judging", event.done, event.total)
        if job.command.part == "validation":
            return  # pages show and count verdicts on test images; these are not among them
        self.take_verdicts(event)

    def take_verdicts(self, event: Predicted) -> None:
        """Keep verdicts on test images, whichever job came to them."""
        result = self.predictions.setdefault(event.run, {})
        result.update((prediction.index, prediction) for prediction in event.predictions)
        self._verdicts.request()

    def _on_judged(self, event: JobEnded, job: Job) -> None:
        assert isinstance(job.command, PredictRun)
        self.predictions_changed.emit()
        self.judged.emit(job.command.run, event.outcome is Outcome.DONE)
