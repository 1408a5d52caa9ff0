"""The studies of a project, and the asking for them.

A study trains many runs under one job; each is shown in the table of runs while it is at work.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from engine.cluster.messages import ClusterJoined, WorkersNow
from engine.core.event import JobEnded
from engine.core.values import Problem
from engine.study.messages import (
    ReadStudies,
    ReportWritten,
    RunStudy,
    StudiesListed,
    StudyAdvanced,
    StudyJudged,
    WriteReport,
)
from engine.study.plan import StudyPlan
from engine.study.values import StudySummary
from gui.data.store import DataStore
from gui.store.asking import Ask, Task
from gui.store.engine_client import EngineClient, Job
from gui.store.engine_thread import INSPECTION, TRAINING
from gui.store.world import World
from gui.train.store import TrainStore


class StudyStore(QObject):
    """Runs studies, reads their boards, writes their reports.

    Attributes
    ----------
    studies
        Those of the open project by their names.
    chosen
        Name of the one that is looked at; empty if there is none.
    joined, workers
        Whose workers the study at work has, and what they are at; None if it has none.

    Signals
    -------
    changed()
        A study's queue or board is new, or there are other studies.
    workers_changed()
        The workers of the study at work have said something.
    report_written(str)
        A report lies at that path.
    """

    changed = Signal()
    workers_changed = Signal()
    report_written = Signal(str)

    def __init__(
        self,
        client: EngineClient,
        world: World,
        train: TrainStore,
        data: DataStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._world, self._client, self._train = world, client, train
        self.studies: dict[str, StudySummary] = {}
        self.damaged: tuple[Problem, ...] = ()
        self.chosen = ""
        self.joined: ClusterJoined | None = None
        self.workers: WorkersNow | None = None
        self._read = Ask(client, self._on_read)
        self._run = Task(
            client,
            TRAINING,
            RunStudy,
            {
                **train.answers(train.follow_inner),
                ClusterJoined: self._on_joined,
                WorkersNow: self._on_workers,
                StudyAdvanced: self._on_advanced,
                StudyJudged: self._on_judged,
            },
            ended=self._on_ended,
        )
        self._report = Task(client, INSPECTION, WriteReport, {ReportWritten: self._on_report})
        data.placed.connect(self.read)
        world.project_left.connect(self._leave)

    # ------------------------------------------------------------------ intents

    def read(self) -> None:
        """Read the project's studies."""
        if self._world.project:
            self._read(ReadStudies, self._world.project)

    def run(self, plan: StudyPlan, *, train: bool = True, scheduler: str = "") -> None:
        """Queue a study, or go on with it; the same study is never queued twice.

        `scheduler`: whose workers train, as on the command line; "" for this process.
        """
        if not self._world.project or self.job(plan.name) is not None:
            return
        self.chosen = plan.name
        self.studies[plan.name] = self._known(plan)
        self._run(plan, self._world.project, train, scheduler)
        self.changed.emit()

    def job(self, name: str = "") -> Job | None:
        """The job that runs a study of the open project (of that name), if one does."""
        for job in self._run.jobs:
            plan = self._plan_of(job)
            if plan is not None and name in ("", plan.name):
                return job
        return None

    def choose(self, name: str) -> None:
        """Look at another study."""
        if name != self.chosen:
            self.chosen = name
            self.changed.emit()

    def write_report(self, language: str, path: str = "") -> None:
        """Write the chosen study's report."""
        if self.chosen and self._world.project:
            self._report(self._world.project, self.chosen, path, language)

    # ------------------------------------------------------------------ answers

    def _on_read(self, event: StudiesListed) -> None:
        if event.project != self._world.project:
            return
        result = {study.plan.name: study for study in event.studies}
        # What studies at work have told is newer than what was read from the disk.
        for name, study in self.studies.items():
            if self.job(name) is not None:
                result[name] = study
        self.studies, self.damaged = result, event.damaged
        if self.chosen not in result:
            self.chosen = next(iter(result), "")
        self.changed.emit()

    def _on_joined(self, event: ClusterJoined) -> None:
        self.joined, self.workers = event, None
        self.workers_changed.emit()

    def _on_workers(self, event: WorkersNow) -> None:
        self.workers = event
        self._client.beat()
        self.workers_changed.emit()

    def _on_advanced(self, event: StudyAdvanced) -> None:
        plan = self._plan_of(self._client.jobs[event.job])
        if plan is not None:
            self.studies[plan.name] = replace(self._known(plan), tasks=event.tasks)
            self.changed.emit()

    def _on_judged(self, event: StudyJudged) -> None:
        plan = self._plan_of(self._client.jobs[event.job])
        if plan is not None:
            self.studies[plan.name] = replace(self._known(plan), board=event.board)
            self.changed.emit()

    def _on_ended(self, event: JobEnded, job: Job) -> None:
        self._train.ended(event, job)
        self.joined = self.workers = None
        self.workers_changed.emit()
        self.read()
        self.changed.emit()

    def _on_report(self, event: ReportWritten) -> None:
        self.report_written.emit(event.path)

    # ------------------------------------------------------------------ helpers

    def _plan_of(self, job: Job) -> StudyPlan | None:
        """Return what a job runs, None if that is another project's."""
        command = job.command
        assert isinstance(command, RunStudy)
        return command.plan if command.project == self._world.project else None

    def _known(self, plan: StudyPlan) -> StudySummary:
        """Return a study with this plan and what is known of it."""
        held = self.studies.get(plan.name)
        return StudySummary(plan, held.tasks if held else (), held.board if held else None)

    def _leave(self) -> None:
        self.studies, self.chosen, self.damaged = {}, "", ()
        self._read.forget()
