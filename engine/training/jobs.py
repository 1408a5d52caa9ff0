"""What trains runs: one generator a command."""

from __future__ import annotations

from pathlib import Path

from engine.core.job import Steps, Stop, job
from engine.training.messages import ResumeRun, Train
from engine.training.run import resume, train_new


@job(Train)
def train(command: Train, stop: Stop) -> Steps:
    """Train a new run."""
    yield from train_new(
        command.job,
        Path(command.data),
        Path(command.project),
        command.recipe,
        command.options,
        command.device,
        stop,
    )


@job(ResumeRun)
def resume_run(command: ResumeRun, stop: Stop) -> Steps:
    """Go on with a run."""
    yield from resume(command.job, Path(command.run), stop)
