"""What trains runs: one generator a command."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from engine.core.event import Event
from engine.core.job import Steps, Stop, job, relay
from engine.core.recipe import View
from engine.project.line import keep_line_share
from engine.project.runs import RunFolder
from engine.training.longer import begin_longer, check_longer
from engine.training.messages import (
    ExpectRuns,
    ResumeRun,
    RunsExpected,
    RunStarted,
    Train,
    TrainLonger,
)
from engine.training.pace import (
    PROBE,
    expected,
    from_probe,
    kept,
    megapixels,
    part_key,
    run_key,
)
from engine.training.run import resolve_view, resume, train_new
from engine.workspace import Workspace


@job(Train)
def train(command: Train, stop: Stop) -> Steps:
    """Train a new run."""
    project = Path(command.project)
    work = train_new(
        command.job,
        Path(command.data),
        project,
        command.recipe,
        command.options,
        command.device,
        stop,
    )

    def each(event: Event | None) -> Event | None:
        # Only once the run is there: nothing is said of a project by what was refused.
        if command.line_said and isinstance(event, RunStarted):
            keep_line_share(project, command.recipe.line_share)
        return event

    yield from relay(work, each)


@job(ResumeRun)
def resume_run(command: ResumeRun, stop: Stop) -> Steps:
    """Go on with a run."""
    yield from resume(command.job, Path(command.run), stop)


@job(TrainLonger)
def train_longer(command: TrainLonger, stop: Stop) -> Steps:
    """Begin a longer run with what a finished one has learned."""
    run = RunFolder.load(Path(command.run))
    recipe = check_longer(run, command.iterations, command.seconds)
    longer = begin_longer(run, recipe)
    yield None
    yield from resume(command.job, longer.path, stop)


@job(ExpectRuns)
def expect_runs(workspace: Workspace, command: ExpectRuns) -> Steps:
    """Look up what such runs took here, and scale it to these."""
    store = workspace.images
    size = megapixels(store)
    runs = []
    for recipe in command.recipes:
        view = resolve_view(store, recipe)
        pace, rough = kept(run_key(recipe, view, store, command.device)), False
        if pace is None and view is View.PATCHES:
            pace, rough = from_probe(kept(part_key(PROBE)), recipe), True
        steps = 0 if recipe.fitted else recipe.iterations
        said = expected(pace, steps, size, recipe.seconds)
        runs.append(replace(said, rough=rough) if said is not None else None)
    yield RunsExpected(command.job, tuple(runs))
