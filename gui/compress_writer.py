"""The one writer of the window's state: what concerns smaller and faster networks.

All of it is work for the training lane. What comes of it is kept by the folder of the run it was
asked of, so that choosing another run never shows what belongs to the first.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from engine import messages as m
from gui.curves import Curve
from gui.engine_thread import TRAINING, EngineThread
from gui.line_writer import LineWriter
from gui.state import Compression
from gui.state_writer import HANDLERS
from gui.store.engine_client import Job

log = logging.getLogger(__name__)

TASKS: Final[dict[type[m.Command], str]] = {
    m.RemoveDead: "dead",
    m.GradeRun: "curve",
    m.PruneRun: "prune",
    m.Distil: "student",
    m.TimeRuns: "speed",
    m.ExportRun: "export",
}
"""What each command is called where its failure is kept."""


class CompressWriter(LineWriter):
    """Makes runs smaller, times them and takes them to other programs.

    Signals
    -------
    compress_changed()
        Another run is to get smaller, something came of making one smaller, or nothing did.
    """

    compress_changed = Signal()

    def __init__(
        self, training: EngineThread, inspection: EngineThread, parent: QObject | None = None
    ) -> None:
        super().__init__(training, inspection, parent)
        self._compress_watched = False
        # Networks are timed in turn: for which of them it was asked is not in the command.
        self._timed_for: dict[int, str] = {}

    # ------------------------------------------------------------------ intents

    def watch_compress(self, on: bool) -> None:
        """Say failures in place while somebody looks, else as a notice too."""
        self._compress_watched = on

    def choose_compress_run(self, path: str) -> None:
        """Look at another run that is to get smaller."""
        if path != self.state.compressing:
            self.state.compressing = path
            self.compress_changed.emit()

    def remove_dead(self, run: str, images: int) -> None:
        """Remove a run's dead channels exactly."""
        self._begin(run, m.RemoveDead(self._next(), run, images))

    def grade(self, run: str, order: str, recovery: int) -> None:
        """Draw the curve of fewer and fewer filters."""
        self._begin(run, m.GradeRun(self._next(), run, order, recovery=recovery))

    def prune(self, run: str, share: float, order: str, recovery: int) -> None:
        """Make a network of a share of a run's filters."""
        self._begin(run, m.PruneRun(self._next(), run, share, order, recovery))

    def distil(self, run: str, filters: int, steps: int, lessons: str) -> None:
        """Teach a student; `lessons` is "teacher" or "labels"."""
        self._begin(run, m.Distil(self._next(), run, filters, steps, lessons))

    def time_runs(
        self,
        run: str,
        runs: Sequence[str],
        size: tuple[int, int],
        batches: tuple[int, ...],
        threads: int,
    ) -> None:
        """Time runs in turn, for one of them; `size` is (height, width)."""
        if runs:
            self._begin(run, m.TimeRuns(self._next(), tuple(runs), size, batches, threads))

    def export_run(self, run: str, path: str, *, int8: bool, images: int) -> None:
        """Write a run as an ONNX file and compare it."""
        self._begin(run, m.ExportRun(self._next(), run, path, int8, images))

    def compress_job(self, kind: type[m.Command], run: str) -> Job | None:
        """Return the job of a kind that was asked of a run and is not over, if there is one."""
        for job in self.state.jobs.values():
            if isinstance(job.command, kind) and self._asked_of(job) == run:
                return job
        return None

    # ------------------------------------------------------------------ events

    def _on_smaller(
        self, event: m.DeadRemoved | m.RunPruned | m.StudentReady | m.RunExported
    ) -> None:
        kept = self._kept(event)
        if kept is None:
            return
        if isinstance(event, m.DeadRemoved):
            kept.removed = event.result
        elif isinstance(event, m.RunPruned):
            kept.pruned = (*kept.pruned, event.result)
        elif isinstance(event, m.StudentReady):
            kept.students = (*kept.students, event.result)
        else:
            kept.exported = event.result
        if not isinstance(event, m.RunExported) and self.state.project:
            # There is another run; every page offers it from here on.
            self.state.list_runs()
        self.compress_changed.emit()

    def _on_graded(self, event: m.GradedGrown) -> None:
        kept = self._kept(event)
        if kept is not None:
            kept.growing = event.result
            self.compress_changed.emit()

    def _on_lesson(self, event: m.StudentStep) -> None:
        kept, job = self._kept(event), self.state.jobs.get(event.job)
        if kept is None or job is None:
            return
        if kept.lesson is None:
            kept.lesson = Curve()
        kept.lesson.add_loss(event.step, event.loss)
        if event.rates is not None:
            kept.lesson.add_rates(event.step, event.rates)
        self.client.follow(job, "teaching", event.step, event.steps)

    def _on_timed(self, event: m.RunsTimed) -> None:
        kept = self._kept(event)
        if kept is not None:
            kept.timed = event.results
            self.compress_changed.emit()

    def _on_run_renewed(self, path: str) -> None:
        if path:
            # Its weights are new: what came of the old ones is no longer this run's.
            self.state.compressions.pop(path, None)
            self.compress_changed.emit()
        super()._on_run_renewed(path)

    def _on_ended(self, event: m.JobEnded) -> None:
        job = self.state.jobs.get(event.job)
        task = TASKS.get(type(job.command)) if job is not None else None
        if job is None or task is None:
            super()._on_ended(event)
            return
        kept = self._keep_smaller(self._asked_of(job))
        self._timed_for.pop(event.job, None)
        failed = event.outcome in (m.Outcome.FAILED, m.Outcome.REJECTED)
        ended_well = event.outcome in (m.Outcome.DONE, m.Outcome.STOPPED)
        if failed:
            kept.failed[task] = self._sentence(event)
        if task == "curve":
            kept.graded = kept.growing or kept.graded if ended_well else kept.graded
            kept.growing = None
        elif task == "student" and not ended_well:
            kept.lesson = None
        if failed and self._compress_watched:
            self._drop_job(event)
        else:
            super()._on_ended(event)
        self.compress_changed.emit()

    # ------------------------------------------------------------------ helpers

    def _begin(self, run: str, command: m.Command) -> None:
        """Queue a task of a run that is not at it already; an earlier failure is forgotten."""
        if not run or self.compress_job(type(command), run) is not None:
            return
        kept = self._keep_smaller(run)
        kept.failed.pop(TASKS[type(command)], None)
        if isinstance(command, m.Distil):
            kept.lesson = None
        elif isinstance(command, m.TimeRuns):
            self._timed_for[command.job] = run
        self._start(TRAINING, command)
        self.compress_changed.emit()

    def _drop_job(self, event: m.JobEnded) -> None:
        """End a job whose failure is said in place."""
        del self.state.jobs[event.job]
        if event.details:
            log.error("Job %d %s:\n%s", event.job, event.outcome, event.details)
        self.jobs_changed.emit()

    def _asked_of(self, job: Job) -> str:
        """Return the run that a job is about."""
        return self._timed_for.get(job.number) or str(getattr(job.command, "run", ""))

    def _kept(self, event: m.Event) -> Compression | None:
        """Return where an event's result belongs, None if its job is over."""
        job = self.state.jobs.get(event.job)
        return self._keep_smaller(self._asked_of(job)) if job is not None else None

    def _keep_smaller(self, run: str) -> Compression:
        return self.state.compressions.setdefault(run, Compression())

    def _leave_runs(self) -> None:
        super()._leave_runs()
        self.state.compressing = ""
        self.state.compressions.clear()
        self.compress_changed.emit()


HANDLERS.update(
    {
        m.DeadRemoved: CompressWriter._on_smaller,
        m.RunPruned: CompressWriter._on_smaller,
        m.StudentReady: CompressWriter._on_smaller,
        m.RunExported: CompressWriter._on_smaller,
        m.GradedGrown: CompressWriter._on_graded,
        m.StudentStep: CompressWriter._on_lesson,
        m.RunsTimed: CompressWriter._on_timed,
        m.JobEnded: CompressWriter._on_ended,
    }
)
