"""Commands and events of training a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from engine.core.command import Command, Priority
from engine.core.event import Event
from engine.core.recipe import Recipe
from engine.core.values import (
    AS_FOUND,
    LayerPulse,
    Rates,
    ReaderOptions,
    RunSummary,
)
from engine.training.values import Expected


@dataclass(frozen=True, slots=True)
class Train(Command):
    """Train a new run: RunStarted, (StepDone | Validated | Progress)*, RunFinished. Long.

    `line_said`: a person said the share of defects on the line with it, so the project keeps it.
    """

    data: str
    project: str
    recipe: Recipe
    options: ReaderOptions = AS_FOUND
    device: str = "auto"
    line_said: bool = False


@dataclass(frozen=True, slots=True)
class ResumeRun(Command):
    """Go on with an interrupted or stopped run from its last checkpoint. Events as for Train."""

    run: str


@dataclass(frozen=True, slots=True)
class TrainLonger(Command):
    """Train a run on to so many iterations in all, as a new run. Events as for Train.

    `seconds` of optimiser steps at the most, those it had included; 0: no limit.
    """

    run: str
    iterations: int
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class RunStarted(Event):
    """The run's folder exists; `run.curve` holds what a resumed run had logged."""

    run: RunSummary
    validation_images: int


@dataclass(frozen=True, slots=True)
class StepDone(Event):
    """One optimiser step.

    `seconds` counts optimiser steps only, since the run's start; `eta` is None while unknown.
    """

    run: str
    iteration: int
    iterations: int
    loss: float
    seconds: float
    images_per_second: float
    eta: float | None


@dataclass(frozen=True, slots=True)
class MemoryHalved(Event):
    """There was not enough memory: from this iteration on so many windows go in one pass.

    The batch and its gradient stay as they are. Said once a run; run.toml has the number.
    """

    run: str
    iteration: int
    micro_batch: int


@dataclass(frozen=True, slots=True)
class Validated(Event):
    """Figures on the fixed live subset (threshold: the cheapest on that subset)."""

    run: str
    iteration: int
    seconds: float
    rates: Rates


@dataclass(frozen=True, slots=True)
class LayersMoved(Event):
    """Every layer with weights at a live validation, first to last, the head at the end."""

    run: str
    iteration: int
    layers: tuple[LayerPulse, ...]


@dataclass(frozen=True, slots=True)
class RunFinished(Event):
    """The run is complete on disk; `run.test` holds its test figures."""

    run: RunSummary
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExpectRuns(Command):
    """What new runs on the current set would take here, each by itself: RunsExpected. Soon."""

    priority = Priority.SOON

    recipes: tuple[Recipe, ...]
    device: str = "auto"


@dataclass(frozen=True, slots=True)
class RunsExpected(Event):
    """In the order asked for; None: no such run was made on this computer."""

    runs: tuple[Expected | None, ...]
