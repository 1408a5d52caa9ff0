"""What the session does to make networks smaller, as in :mod:`engine.jobs`."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from engine.compressed import Graded
from engine.compression.compress import remove_dead
from engine.compression.distil import distil
from engine.compression.export import export_run
from engine.compression.graded import falling, grade_run, prune_run
from engine.compression.latency import measure_latency
from engine.compression.learning import Preview
from engine.desk import Desk
from engine.messages import (
    Command,
    DeadRemoved,
    Distil,
    Event,
    ExportRun,
    GradedGrown,
    GradeRun,
    Progress,
    PruneRun,
    RemoveDead,
    RunExported,
    RunPruned,
    RunsTimed,
    StudentReady,
    StudentStep,
    TimeRuns,
)

T = TypeVar("T")
Stop = Callable[[], bool]
Steps = Generator[Event | None, None, None]


def remove(desk: Desk, command: RemoveDead, stop: Stop) -> Steps:
    """Remove a run's dead channels."""
    work = remove_dead(Path(command.run), images=command.images, seed=command.seed)
    found = yield from follow(command.job, work, stop)
    if found is not None:
        yield DeadRemoved(command.job, found)


def grade(desk: Desk, command: GradeRun, stop: Stop) -> Steps:
    """Judge a run with fewer and fewer filters; stopped, the points so far are the result."""
    total = 1 + len(falling(command.shares))
    work = grade_run(
        Path(command.run), order=command.order, shares=command.shares, recovery=command.recovery,
        images=command.images, seed=command.seed,
    )  # fmt: skip
    grown: Graded | None = None
    said: tuple[str, int, int] | None = None
    with closing(work):
        for step in work:
            if isinstance(step, Graded):
                grown = step
                yield GradedGrown(command.job, step, len(step.points), total)
            else:
                yield Progress(command.job, *step) if step != said else None
                said = step
            if stop():
                break
    if grown is not None and len(grown.points) < total:
        yield GradedGrown(command.job, grown, len(grown.points), len(grown.points))


def prune(desk: Desk, command: PruneRun, stop: Stop) -> Steps:
    """Keep a share of a run's filters."""
    work = prune_run(
        Path(command.run), command.share, order=command.order, recovery=command.recovery,
        images=command.images, seed=command.seed,
    )  # fmt: skip
    found = yield from follow(command.job, work, stop)
    if found is not None:
        yield RunPruned(command.job, found)


def teach(desk: Desk, command: Distil, stop: Stop) -> Steps:
    """Teach a student; stopped, it is kept as far as it came."""
    work = distil(
        Path(command.run), filters=command.filters, steps=command.steps, lessons=command.lessons,
        seed=command.seed, images=command.normals, made=command.made, cells=command.cells,
        cost_ratio=command.cost_ratio, stop=stop,
    )  # fmt: skip
    said: tuple[str, int, int] | None = None
    with closing(work):
        while True:
            try:
                step = next(work)
            except StopIteration as end:
                yield StudentReady(command.job, end.value)
                return
            if isinstance(step, Preview):
                yield StudentStep(
                    command.job, command.run, step.step, command.steps, step.loss, step.rates
                )
            else:
                yield Progress(command.job, *step) if step != said else None
                said = step


def time_runs(desk: Desk, command: TimeRuns, stop: Stop) -> Steps:
    """Time runs in turn."""
    work = measure_latency(
        [Path(run) for run in command.runs], size=command.size, batches=command.batches,
        threads=command.threads,
    )  # fmt: skip
    found = yield from follow(command.job, work, stop)
    if found is not None:
        yield RunsTimed(command.job, found)


def export(desk: Desk, command: ExportRun, stop: Stop) -> Steps:
    """Write a run as an ONNX file."""
    work = export_run(
        Path(command.run), Path(command.path), int8=command.int8, images=command.images
    )
    found = yield from follow(command.job, work, stop)
    if found is not None:
        yield RunExported(command.job, found)


def follow(
    job: int, work: Generator[tuple[str, int, int], None, T], stop: Stop
) -> Generator[Event | None, None, T | None]:
    """Advance work and say how far it is; None if it was stopped, and then nothing is written."""
    said: tuple[str, int, int] | None = None
    with closing(work):
        while True:
            try:
                step = next(work)
            except StopIteration as end:
                result: T = end.value
                return result
            # It gives way more often than there is anything to say.
            yield Progress(job, *step) if step != said else None
            said = step
            if stop():
                return None


COMPRESS_HANDLERS: dict[type[Command], Callable[[Desk, Any, Stop], Steps]] = {
    Distil: teach,
    RemoveDead: remove,
    GradeRun: grade,
    PruneRun: prune,
    TimeRuns: time_runs,
    ExportRun: export,
}
