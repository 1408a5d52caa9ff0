"""What the session does to make networks smaller."""

from __future__ import annotations

from pathlib import Path

from engine.compress.compress import remove_dead
from engine.compress.distil import distil
from engine.compress.export import export_run
from engine.compress.latency import measure_latency
from engine.compress.learning import Preview
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
from engine.compress.pruning_curve import falling, grade_run, prune_run
from engine.compress.values import PruningCurve
from engine.core.event import Event
from engine.core.job import Steps, Stop, job, relay, staged_progress


@job(RemoveDead)
def remove(command: RemoveDead, stop: Stop) -> Steps:
    """Remove a run's dead channels."""
    work = remove_dead(Path(command.run), images=command.images, seed=command.seed)
    result = yield from relay(work, staged_progress(command.job), stop)
    if result is not None:
        yield DeadRemoved(command.job, result)


@job(DrawPruningCurve)
def grade(command: DrawPruningCurve, stop: Stop) -> Steps:
    """Judge a run with fewer and fewer filters; stopped, the points so far are the result."""
    total = 1 + len(falling(command.shares))
    work = grade_run(
        Path(command.run),
        order=command.order,
        shares=command.shares,
        recovery=command.recovery,
        images=command.images,
        seed=command.seed,
    )
    grown: PruningCurve | None = None
    say = staged_progress(command.job)

    def each(step: tuple[str, int, int] | PruningCurve) -> Event | None:
        nonlocal grown
        if not isinstance(step, PruningCurve):
            return say(step)
        grown = step
        return PruningCurveGrown(command.job, step, len(step.points), total)

    yield from relay(work, each, stop)
    if grown is not None and len(grown.points) < total:
        yield PruningCurveGrown(command.job, grown, len(grown.points), len(grown.points))


@job(PruneRun)
def prune(command: PruneRun, stop: Stop) -> Steps:
    """Keep a share of a run's filters."""
    work = prune_run(
        Path(command.run),
        command.share,
        order=command.order,
        recovery=command.recovery,
        images=command.images,
        seed=command.seed,
    )
    result = yield from relay(work, staged_progress(command.job), stop)
    if result is not None:
        yield RunPruned(command.job, result)


@job(Distil)
def teach(command: Distil, stop: Stop) -> Steps:
    """Teach a student; stopped, it is kept as far as it came."""
    work = distil(
        Path(command.run),
        filters=command.filters,
        steps=command.steps,
        lessons=command.lessons,
        seed=command.seed,
        images=command.normals,
        made=command.made,
        cells=command.cells,
        cost_ratio=command.cost_ratio,
        stop=stop,
    )
    say = staged_progress(command.job)

    def each(step: tuple[str, int, int] | Preview) -> Event | None:
        if not isinstance(step, Preview):
            return say(step)
        return StudentStep(
            command.job, command.run, step.step, command.steps, step.loss, step.rates
        )

    distilled = yield from relay(work, each)
    yield StudentReady(command.job, distilled)


@job(TimeRuns)
def time_runs(command: TimeRuns, stop: Stop) -> Steps:
    """Time runs in turn."""
    work = measure_latency(
        [Path(run) for run in command.runs],
        size=command.size,
        batches=command.batches,
        threads=command.threads,
    )
    result = yield from relay(work, staged_progress(command.job), stop)
    if result is not None:
        yield RunsTimed(command.job, result)


@job(ExportRun)
def export(command: ExportRun, stop: Stop) -> Steps:
    """Write a run as an ONNX file."""
    work = export_run(
        Path(command.run),
        Path(command.path),
        int8=command.int8,
        brief=command.brief,
        images=command.images,
    )
    result = yield from relay(work, staged_progress(command.job), stop)
    if result is not None:
        yield RunExported(command.job, result)
