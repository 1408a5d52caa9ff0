"""The one writer of the window's state: what concerns fast inspectors made from few defects.

One command trains, teaches, exports and times: its events are those of other commands, told
apart by their job. What comes of the runs on the way is kept as theirs, as if asked for singly.
"""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QObject

from engine import messages as m
from gui.compress_writer import CompressWriter
from gui.engine_thread import TRAINING, EngineThread
from gui.making import Making
from gui.state import Compression
from gui.state_writer import HANDLERS
from gui.store import run_record as run_events
from gui.store.engine_client import Job

RunEvent = m.RunStarted | m.StepDone | m.Validated | m.RunFinished
SmallEvent = m.DeadRemoved | m.RunPruned | m.StudentReady | m.RunExported


class InspectorWriter(CompressWriter):
    """Makes a fast inspector and follows it from stage to stage.

    Attributes
    ----------
    clock
        Seconds that stages are timed with.
    """

    def __init__(
        self, training: EngineThread, inspection: EngineThread, parent: QObject | None = None
    ) -> None:
        super().__init__(training, inspection, parent)
        self.clock = time.monotonic

    # ------------------------------------------------------------------ intents

    def make_inspector(self, asked: m.MakeInspector) -> None:
        """Make an inspector of the open data set in the open project, one at a time."""
        state = self.state
        if state.data is None or not state.project or self.making_job is not None:
            return
        command = replace(
            asked,
            job=self._next(),
            data=state.data.path,
            project=state.project,
            options=state.options,
            folds=state.data.folds,
            seed=state.data.seed,
        )
        state.making = Making.after(state.making, command)
        self._start(TRAINING, command)
        self.compress_changed.emit()

    @property
    def making_job(self) -> Job | None:
        """The job that makes an inspector in the open project, if one does."""
        for job in self.state.lane_jobs(TRAINING):
            if isinstance(job.command, m.MakeInspector) and self._here(job.command):
                return job
        return None

    # ------------------------------------------------------------------ events

    def _on_progress(self, event: m.Progress) -> None:
        super()._on_progress(event)
        self._count(event, event.stage, event.done, event.total)

    def _on_run(self, event: RunEvent) -> None:
        super()._on_run(event)
        if isinstance(event, m.StepDone):
            self._count(event, "training", event.iteration, event.iterations)
            making = self._making_of(event)
            if making is not None:
                making.teacher.add_loss(event.iteration, event.loss)
        else:
            self._follow_run(event)

    def _follow_run(self, event: m.RunStarted | m.Validated | m.RunFinished) -> None:
        making = self._enter(event)
        if making is None:
            return
        if isinstance(event, m.RunStarted):
            making.baseline = event.run.baseline
        elif isinstance(event, m.Validated):
            making.teacher.add_rates(event.iteration, event.rates)
        else:
            making.kept = event.run.path
            self._list_runs()

    def _on_lesson(self, event: m.StudentStep) -> None:
        super()._on_lesson(event)
        self._count(event, "teaching", event.step, event.steps)
        making = self._making_of(event)
        if making is not None:
            making.lesson.add_loss(event.step, event.loss)
            if event.rates is not None:
                making.lesson.add_rates(event.step, event.rates)

    def _on_smaller(self, event: SmallEvent) -> None:
        super()._on_smaller(event)
        self._enter(event)

    def _on_timed(self, event: m.RunsTimed) -> None:
        super()._on_timed(event)
        self._enter(event)

    def _on_made(self, event: m.InspectorMade) -> None:
        making = self._making_of(event)
        if making is not None:
            making.made, making.of = event.result, making.command
            # Both belong to the student from here on, as if it had been exported and timed alone.
            kept = self._keep_smaller(event.result.student)
            kept.exported, kept.timed = event.result.exported, event.result.latency
            self.compress_changed.emit()

    def _on_ended(self, event: m.JobEnded) -> None:
        job = self.state.jobs.get(event.job)
        if job is None or not isinstance(job.command, m.MakeInspector):
            super()._on_ended(event)
            return
        making = self._making_of(event)
        failed = event.outcome in (m.Outcome.FAILED, m.Outcome.REJECTED)
        if making is not None:
            making.leave(self.clock())
            making.job = 0
            making.failed = self._sentence(event) if failed else ""
        if failed and making is not None and self._compress_watched:
            record = self.state.run_of(key=job.run) if job.run else None
            if record is not None:
                run_events.ended(record, event)
                self.runs_changed.emit()
            self._drop_job(event)
        else:
            super()._on_ended(event)
        if making is not None:
            self._list_runs()
        self.compress_changed.emit()

    # ------------------------------------------------------------------ helpers

    def _count(self, event: m.Event, detail: str, done: int, total: int) -> None:
        """Say how far the stage at work is."""
        making, job = self._enter(event), self.state.jobs.get(event.job)
        if making is not None and job is not None:
            making.detail, making.done, making.total = detail, done, total
            self.client.follow(job, detail, done, total)

    def _enter(self, event: m.Event) -> Making | None:
        """Be in the stage an event tells of; a stop ended only the one before."""
        making, job = self._making_of(event), self.state.jobs.get(event.job)
        if making is None or job is None:
            return None
        if making.enter(making.stage_of(event), self.clock()):
            if job.state == "stopping" and len(making.seconds) > 0:
                self.client.set_state(job, "running")
            self.compress_changed.emit()
        return making

    def _making_of(self, event: m.Event) -> Making | None:
        """Return what an event tells of, None if that is another project's or none at all."""
        job = self.state.jobs.get(event.job)
        if job is None or not isinstance(job.command, m.MakeInspector):
            return None
        if not self._here(job.command):
            return None
        if self.state.making.job != event.job:
            # Its project was left and is open again.
            self.state.making = Making.after(self.state.making, job.command)
        return self.state.making

    def _here(self, command: m.MakeInspector) -> bool:
        return command.project == self.state.project

    def _kept(self, event: m.Event) -> Compression | None:
        job = self.state.jobs.get(event.job)
        if job is None or not isinstance(job.command, m.MakeInspector):
            return super()._kept(event)
        if isinstance(event, m.StudentReady) and self._here(job.command):
            return self._keep_smaller(event.result.teacher)
        return None

    def _list_runs(self) -> None:
        if self.state.project:
            self.state.list_runs()

    def _leave_runs(self) -> None:
        super()._leave_runs()
        self.state.making = Making()
        self.compress_changed.emit()


HANDLERS.update(
    {
        m.Progress: InspectorWriter._on_progress,
        m.StudentStep: InspectorWriter._on_lesson,
        m.StudentReady: InspectorWriter._on_smaller,
        m.RunExported: InspectorWriter._on_smaller,
        m.RunsTimed: InspectorWriter._on_timed,
        m.InspectorMade: InspectorWriter._on_made,
        m.JobEnded: InspectorWriter._on_ended,
        m.RunStarted: InspectorWriter._on_run,
        m.StepDone: InspectorWriter._on_run,
        m.Validated: InspectorWriter._on_run,
        m.RunFinished: InspectorWriter._on_run,
    }
)
