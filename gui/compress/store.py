"""What is known of smaller and faster networks, and the asking for them.

All of it is work for the training lane. What comes of it is kept by the folder of the run it was
asked of, so that choosing another run never shows what belongs to the first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from engine.compress.messages import (
    DeadRemoved,
    Distil,
    DrawPruningCurve,
    ExportRun,
    PruneRun,
    PruningCurveGrown,
    RemoveDead,
    RunExported,
    RunPruned,
    RunsTimed,
    StudentReady,
    StudentStep,
    TimeRuns,
)
from engine.compress.values import Distilled
from engine.core.command import Command
from engine.core.event import Event, JobEnded, Outcome
from engine.few_defects.messages import FastInspector
from gui.compress.state import Compression
from gui.store.asking import Task
from gui.store.curves import Curve
from gui.store.engine_client import EngineClient, Job, ended_badly, sentence
from gui.store.engine_thread import TRAINING
from gui.store.world import World

TASKS: Final[dict[type[Command], str]] = {
    RemoveDead: "dead",
    DrawPruningCurve: "curve",
    PruneRun: "prune",
    Distil: "student",
    TimeRuns: "speed",
    ExportRun: "export",
}
"""What each command is called where its failure is kept."""


class CompressStore(QObject):
    """Makes runs smaller, times them and takes them to other programs.

    Attributes
    ----------
    world
        Runs by their folders.
    run
        The run that is to get smaller; empty while none is chosen.
    runs
        What came of each run.
    watched
        Whether somebody looks: failures are said in place, else as a notice too.

    Signals
    -------
    changed()
        Another run is to get smaller, something came of making one smaller, or nothing did.
    """

    changed = Signal()

    def __init__(self, client: EngineClient, world: World, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.world = world
        self.run = ""
        self.runs: dict[str, Compression] = {}
        self.watched = False
        self._client = client
        # Networks are timed in turn: for which of them it was asked is not in the command.
        self._timed_for: dict[int, str] = {}
        answers: dict[type[Command], tuple[type[Event], Callable[[Any], None]]] = {
            RemoveDead: (DeadRemoved, self._on_removed),
            DrawPruningCurve: (PruningCurveGrown, self._on_graded),
            PruneRun: (RunPruned, self._on_pruned),
            TimeRuns: (RunsTimed, self._on_timed),
            ExportRun: (RunExported, self._on_exported),
        }
        self._tasks = {kind: self._task(kind, dict([one])) for kind, one in answers.items()}
        self._tasks[Distil] = self._task(
            Distil, {StudentStep: self._on_lesson, StudentReady: self._on_student}
        )
        world.project_left.connect(self._leave)
        world.verdicts_stale.connect(self._on_stale)

    def _task(self, kind: type[Command], answers: dict[type[Event], Callable[[Any], None]]) -> Task:
        return Task(
            self._client, TRAINING, kind, answers, failed=self._on_failed, ended=self._on_ended
        )

    # ------------------------------------------------------------------ intents

    def watch(self, on: bool) -> None:
        """Say failures in place while somebody looks, else as a notice too."""
        self.watched = on

    def choose(self, path: str) -> None:
        """Look at another run that is to get smaller."""
        if path != self.run:
            self.run = path
            self.changed.emit()

    def remove_dead(self, run: str, images: int) -> None:
        """Remove a run's dead channels exactly."""
        self._begin(RemoveDead, run, run, images)

    def grade(self, run: str, order: str, recovery: int) -> None:
        """Draw the curve of fewer and fewer filters."""
        self._begin(DrawPruningCurve, run, run, order, recovery=recovery)

    def prune(self, run: str, share: float, order: str, recovery: int) -> None:
        """Make a network of a share of a run's filters."""
        self._begin(PruneRun, run, run, share, order, recovery)

    def distil(self, run: str, filters: int, steps: int, lessons: str) -> None:
        """Teach a student; `lessons` is "teacher" or "labels"."""
        self._begin(Distil, run, run, filters, steps, lessons)

    def time(
        self,
        run: str,
        runs: Sequence[str],
        size: tuple[int, int],
        batches: tuple[int, ...],
        threads: int,
    ) -> None:
        """Time runs in turn, for one of them; `size` is (height, width)."""
        if runs:
            self._begin(TimeRuns, run, tuple(runs), size, batches, threads)

    def export(self, run: str, path: str, *, int8: bool, images: int, brief: bool = False) -> None:
        """Write a run as an ONNX file and compare it; `brief` without the map of windows."""
        self._begin(ExportRun, run, run, path, int8, images, brief=brief)

    def job(self, kind: type[Command], run: str) -> Job | None:
        """Return the job of a kind that was asked of a run and is not over, if there is one."""
        return next((job for job in self._tasks[kind].jobs if self._asked_of(job) == run), None)

    def _begin(self, kind: type[Command], run: str, *values: object, **named: Any) -> None:
        """Queue a task of a run that is not at it already; an earlier failure is forgotten."""
        if not run or self.job(kind, run) is not None:
            return
        kept = self._keep(run)
        kept.failed.pop(TASKS[kind], None)
        if kind is Distil:
            kept.lesson = None
        job = self._tasks[kind](*values, **named)
        if kind is TimeRuns:
            self._timed_for[job.number] = run
        self.changed.emit()

    # ------------------------------------------------------------------ answers

    def _on_removed(self, event: DeadRemoved) -> None:
        self._kept(event).removed = event.result
        self._another_run()

    def _on_pruned(self, event: RunPruned) -> None:
        kept = self._kept(event)
        kept.pruned = (*kept.pruned, event.result)
        self._another_run()

    def _on_student(self, event: StudentReady) -> None:
        self.add_student(self._asked_of(self._client.jobs[event.job]), event.result)

    def add_student(self, teacher: str, made: Distilled) -> None:
        """Keep what came of teaching a student, also of one that was taught on the way."""
        kept = self._keep(teacher)
        kept.students = (*kept.students, made)
        self._another_run()

    def add_inspector(self, made: FastInspector) -> None:
        """Keep its export and its times as the student's, as if asked for singly."""
        kept = self._keep(made.student)
        kept.exported, kept.timed = made.exported, made.latency
        self.changed.emit()

    def _another_run(self) -> None:
        """There is another run; every page offers it from here on."""
        self.world.list_runs()
        self.changed.emit()

    def _on_exported(self, event: RunExported) -> None:
        self._kept(event).exported = event.result
        self.changed.emit()

    def _on_graded(self, event: PruningCurveGrown) -> None:
        self._kept(event).growing = event.result
        self.changed.emit()

    def _on_timed(self, event: RunsTimed) -> None:
        self._kept(event).timed = event.results
        self.changed.emit()

    def _on_lesson(self, event: StudentStep) -> None:
        kept = self._kept(event)
        if kept.lesson is None:
            kept.lesson = Curve()
        kept.lesson.add_loss(event.step, event.loss)
        if event.rates is not None:
            kept.lesson.add_rates(event.step, event.rates)
        self._client.follow(self._client.jobs[event.job], "teaching", event.step, event.steps)

    def _on_failed(self, event: JobEnded) -> None:
        if not self.watched:
            self._client.tell_failure(event)

    def _on_ended(self, event: JobEnded, job: Job) -> None:
        task, kept = TASKS[type(job.command)], self._keep(self._asked_of(job))
        self._timed_for.pop(job.number, None)
        ended_well = event.outcome in (Outcome.DONE, Outcome.STOPPED)
        if ended_badly(event):
            kept.failed[task] = sentence(event)
        if task == "curve":
            kept.graded = kept.growing or kept.graded if ended_well else kept.graded
            kept.growing = None
        elif task == "student" and not ended_well:
            kept.lesson = None
        self.changed.emit()

    # ------------------------------------------------------------------ what others changed

    def _on_stale(self, run: str) -> None:
        if run:
            # Its weights are new: what came of the old ones is no longer this run's.
            self.runs.pop(run, None)
            self.changed.emit()

    def _leave(self) -> None:
        self.run = ""
        self.runs.clear()
        self.changed.emit()

    # ------------------------------------------------------------------ helpers

    def _asked_of(self, job: Job) -> str:
        """Return the run that a job is about."""
        return self._timed_for.get(job.number) or str(getattr(job.command, "run", ""))

    def _kept(self, event: Event) -> Compression:
        """Return where what a job says belongs."""
        return self._keep(self._asked_of(self._client.jobs[event.job]))

    def _keep(self, run: str) -> Compression:
        return self.runs.setdefault(run, Compression())
