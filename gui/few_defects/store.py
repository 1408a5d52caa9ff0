"""How far a fast inspector from few defects is, and the asking for one.

One command trains, teaches, exports and times: its events are those of other commands, told
apart by their job. What comes of the runs on the way is kept as theirs, as if asked for singly.
"""

from __future__ import annotations

import time
from dataclasses import fields, replace

from PySide6.QtCore import QObject, Signal

from engine.compress.messages import RunExported, RunsTimed, StudentReady, StudentStep
from engine.core.event import Event, JobEnded, Progress
from engine.few_defects.messages import InspectorMade, MakeInspector
from engine.training.messages import RunStarted, StepDone, Validated
from gui.compress.store import CompressStore
from gui.few_defects.state import Making
from gui.store.asking import Task
from gui.store.engine_client import EngineClient, Job, ended_badly, sentence
from gui.store.engine_thread import TRAINING
from gui.store.world import World
from gui.train.store import RunEvent, TrainStore


class FewDefectsStore(QObject):
    """Makes a fast inspector and follows it from stage to stage.

    Attributes
    ----------
    state
        The inspector on its way in the open project, or the one made last.
    clock
        Seconds that stages are timed with.

    Signals
    -------
    changed()
        Another one is to be made, another stage has begun, or it is over.
    """

    changed = Signal()

    def __init__(
        self,
        client: EngineClient,
        world: World,
        train: TrainStore,
        compress: CompressStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client, self._world, self._train, self._compress = client, world, train, compress
        self.state = Making()
        self.clock = time.monotonic
        self._make = Task(
            client,
            TRAINING,
            MakeInspector,
            {
                **train.answers(self._on_run),
                Progress: self._on_progress,
                StudentStep: self._on_lesson,
                StudentReady: self._on_student,
                RunExported: self._on_part,
                RunsTimed: self._on_part,
                InspectorMade: self._on_made,
            },
            failed=self._on_failed,
            ended=self._on_ended,
            # A stop ends one of its steps alone; the runs it has finished stay at any rate.
            stops_whole=False,
        )
        world.project_left.connect(self._leave)

    # ------------------------------------------------------------------ intents

    def make(self, asked: MakeInspector) -> None:
        """Make an inspector of the open data set in the open project, one at a time."""
        world = self._world
        if world.data is None or not world.project or self.job is not None:
            return
        asked = replace(
            asked,
            data=world.data.path,
            project=world.project,
            options=world.options,
            folds=world.data.folds,
            seed=world.data.seed,
        )
        values = {one.name: getattr(asked, one.name) for one in fields(asked) if one.name != "job"}
        job = self._make(**values)
        assert isinstance(job.command, MakeInspector)
        self.state = Making.after(self.state, job.command)
        self.changed.emit()

    @property
    def job(self) -> Job | None:
        """The job that makes an inspector in the open project, if one does."""
        return self._make.job(project=self._world.project)

    # ------------------------------------------------------------------ answers

    def _on_progress(self, event: Progress) -> None:
        self._count(event, event.stage, event.done, event.total)

    def _on_run(self, event: RunEvent) -> None:
        self._train.follow_inner(event)
        making = self._enter(event)
        if making is None:
            return
        if isinstance(event, StepDone):
            self._count(event, "training", event.iteration, event.iterations)
            making.teacher.add_loss(event.iteration, event.loss)
        elif isinstance(event, RunStarted):
            making.baseline = event.run.baseline
        elif isinstance(event, Validated):
            making.teacher.add_rates(event.iteration, event.rates)
        else:
            making.kept = event.run.path
            self._world.list_runs()

    def _on_lesson(self, event: StudentStep) -> None:
        making = self._count(event, "teaching", event.step, event.steps)
        if making is not None:
            making.lesson.add_loss(event.step, event.loss)
            if event.rates is not None:
                making.lesson.add_rates(event.step, event.rates)

    def _on_student(self, event: StudentReady) -> None:
        if self._making_of(self._client.jobs[event.job]) is not None:
            self._compress.add_student(event.result.teacher, event.result)
        self._enter(event)

    def _on_part(self, event: RunExported | RunsTimed) -> None:
        self._enter(event)

    def _on_made(self, event: InspectorMade) -> None:
        making = self._making_of(self._client.jobs[event.job])
        if making is not None:
            making.made, making.of = event.result, making.command
            self._compress.add_inspector(event.result)
            self.changed.emit()

    def _on_failed(self, event: JobEnded) -> None:
        # Who looks at its project reads it there.
        if not (self._compress.watched and event.job == self.state.job):
            self._client.tell_failure(event)

    def _on_ended(self, event: JobEnded, job: Job) -> None:
        self._train.ended(event, job)
        making = self._making_of(job)
        if making is not None:
            making.leave(self.clock())
            making.job = 0
            making.failed = sentence(event) if ended_badly(event) else ""
            self._world.list_runs()
        self.changed.emit()

    # ------------------------------------------------------------------ helpers

    def _count(self, event: Event, detail: str, done: int, total: int) -> Making | None:
        """Say how far the stage at work is."""
        making = self._enter(event)
        if making is not None:
            making.detail, making.done, making.total = detail, done, total
            self._client.follow(self._client.jobs[event.job], detail, done, total)
        return making

    def _enter(self, event: Event) -> Making | None:
        """Be in the stage an event tells of; a stop ended only the one before."""
        job = self._client.jobs[event.job]
        making = self._making_of(job)
        if making is not None and making.enter(making.stage_of(event), self.clock()):
            if job.state == "stopping" and making.seconds:
                self._client.set_state(job, "running")
            self.changed.emit()
        return making

    def _making_of(self, job: Job) -> Making | None:
        """Return what a job makes, None if that is another project's."""
        assert isinstance(job.command, MakeInspector)
        if job.command.project != self._world.project:
            return None
        if self.state.job != job.number:
            # Its project was left and is open again.
            self.state = Making.after(self.state, job.command)
        return self.state

    def _leave(self) -> None:
        self.state = Making()
        self.changed.emit()
