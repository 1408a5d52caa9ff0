"""Trains runs and follows them, whoever asked for them: a person, a study, an order of steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.core.event import Event, JobEnded, Outcome
from engine.core.recipe import Recipe
from engine.core.values import ReaderOptions, RunSummary
from engine.inspect.messages import Predicted
from engine.training.messages import (
    LayersMoved,
    ResumeRun,
    RunFinished,
    RunStarted,
    StepDone,
    Train,
    TrainLonger,
    Validated,
)
from gui.store import run_record
from gui.store.asking import Answers, Task
from gui.store.engine_client import EngineClient, Job
from gui.store.engine_thread import TRAINING
from gui.store.run_record import RunRecord
from gui.store.world import World

RunEvent = RunStarted | StepDone | Validated | RunFinished


class TrainStore(QObject):
    """Queues runs; the training lane works through them one after another.

    Signals
    -------
    started(str)
        A run's folder is there and its steps begin, also after it was resumed.
    layers_moved(object)
        A `LayersMoved` of a run in training.
    place_wanted(str)
        A run's images are needed and gone: the user is to be asked for the folder.
    """

    started = Signal(str)
    layers_moved = Signal(object)
    place_wanted = Signal(str)

    def __init__(self, client: EngineClient, world: World, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client, self._world = client, world
        answers = self.answers(self.follow)
        self._train = Task(client, TRAINING, Train, answers, ended=self.ended)
        self._resume = Task(client, TRAINING, ResumeRun, answers, ended=self.ended)
        self._longer = Task(client, TRAINING, TrainLonger, answers, ended=self.ended)

    def answers(self, follow: Callable[[Any], None]) -> Answers:
        """Return who takes what a job that trains says: `follow` what is said of its run."""
        events: tuple[type[Event], ...] = (RunStarted, StepDone, Validated, RunFinished)
        return {
            **dict.fromkeys(events, follow),
            LayersMoved: self.layers_moved.emit,
            Predicted: self._world.take_verdicts,
        }

    # ------------------------------------------------------------------ intents

    def train(
        self,
        recipes: Sequence[Recipe],
        data: str = "",
        device: str = "auto",
        *,
        line_said: bool = False,
    ) -> None:
        """Queue runs of the open data set, or of another folder, in the open project.

        `line_said`: a person saw the share of defects on the line in them; the project keeps it.
        """
        world = self._world
        folder = data or (world.data.path if world.data else "")
        if not folder or not world.project:
            self._client.tell(
                QCoreApplication.translate(
                    "stores", "Open a data set and choose a project folder first."
                )
            )
            return
        for recipe in recipes:
            self._queue(folder, recipe, world.options, device, line_said=line_said)
        world.runs_changed.emit()

    def repeat_run(self, path: str) -> None:
        """Queue a new run with the recipe and the images of one that is there."""
        record = self._world.run_of(path=path)
        if record is not None and record.summary is not None and not self.lost(path):
            summary = record.summary
            self._queue(summary.data_path, record.recipe, summary.options, "auto")
            self._world.runs_changed.emit()

    def _queue(
        self,
        folder: str,
        recipe: Recipe,
        options: ReaderOptions,
        device: str,
        *,
        line_said: bool = False,
    ) -> None:
        record = RunRecord(self._world.new_key(), "", recipe, iterations=recipe.iterations)
        self._world.runs.insert(0, record)
        project = self._world.project
        job = self._train(folder, project, recipe, options, device, line_said, run_key=record.key)
        record.job = job.number

    def resume_run(self, path: str) -> None:
        """Go on with a run that was interrupted or stopped."""
        record = self._world.run_of(path=path)
        if record is None or record.job or self.lost(path):
            return
        record.job, record.state = self._resume(path, run_key=record.key).number, "queued"
        self._world.runs_changed.emit()

    def train_longer(self, path: str, iterations: int) -> None:
        """Queue a run that goes on from a finished one to so many iterations in all."""
        before = self._world.run_of(path=path)
        if before is None or not before.can_be_longer or self.lost(path):
            return
        recipe = before.recipe.changed(iterations=iterations, seconds=0.0)
        record = RunRecord(self._world.new_key(), "", recipe, iterations=iterations)
        self._world.runs.insert(0, record)
        record.job = self._longer(path, iterations, run_key=record.key).number
        self._world.runs_changed.emit()

    def lost(self, run: str) -> bool:
        """Whether a run's images are gone; if so, the user is asked."""
        record = self._world.run_of(path=run)
        gone = bool(record and record.summary and record.summary.data_missing)
        if gone:
            self.place_wanted.emit(run)
        return gone

    # ------------------------------------------------------------------ answers

    def follow(self, event: RunEvent) -> None:
        """Write what a job says of the run it trains into that run's record."""
        job = self._client.jobs.get(event.job)
        record = self._world.run_of(key=job.run) if job is not None else None
        if job is None or record is None:
            return
        if isinstance(event, StepDone):
            run_record.stepped(record, event)
            # What came before the steps - decoding, measuring, validating - is over.
            self._client.follow(job, "training", event.iteration, event.iterations)
        elif isinstance(event, Validated):
            run_record.validated(record, event)
            self._client.beat()
        else:
            self._renewed(job, record, event)

    def _renewed(self, job: Job, record: RunRecord, event: RunStarted | RunFinished) -> None:
        """A run's weights are others from here on."""
        world = self._world
        if isinstance(event, RunStarted):
            run_record.started(record, event)
            # A list asked for just before may have brought the same folder already.
            world.runs = [run for run in world.runs if run is record or run.path != record.path]
            if job.state == "queued":
                job.state = record.state = "running"
            self.started.emit(record.path)
        else:
            run_record.finished(record, event)
        world.verdicts_stale.emit(record.path)
        world.runs_changed.emit()
        self._client.jobs_changed.emit()

    def follow_inner(self, event: RunEvent) -> None:
        """Follow a run that a job trains on the way to something else.

        It is adopted before it is listed, and let go when it is finished.
        """
        job = self._client.jobs.get(event.job)
        if job is None:
            return
        if isinstance(event, RunStarted):
            self._adopt(job, event.run)
        self.follow(event)
        if isinstance(event, RunFinished):
            record = self._world.run_of(key=job.run)
            job.run = 0
            if record is not None:
                record.job, record.state = 0, event.run.state
                record.eta = record.images_per_second = None
            self._world.runs_changed.emit()

    def _adopt(self, job: Job, run: RunSummary) -> None:
        """Give a run that was begun on the way a row of its own."""
        world = self._world
        before = world.run_of(key=job.run) if job.run else None
        if before is not None:
            # It failed: a study goes on with the next one and says so on its board.
            before.job, before.state = 0, "failed"
        record = world.run_of(path=run.path)
        if record is None:
            record = RunRecord(world.new_key(), run.name, run.recipe)
            world.runs.insert(0, record)
        record.job, record.state, record.iterations = job.number, "running", run.recipe.iterations
        job.run = record.key

    def ended(self, event: JobEnded, job: Job) -> None:
        """The job of a run is over; one that was cancelled before it began leaves no row."""
        world = self._world
        record = world.run_of(key=job.run) if job.run else None
        if record is not None:
            run_record.ended(record, event)
            if not record.path and event.outcome is Outcome.CANCELLED:
                world.runs.remove(record)
            world.runs_changed.emit()
