"""What the engine says. Rules: :mod:`engine.messages`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.evaluated import Evaluation, Located, Proposal
from engine.findings import Board, StudySummary, StudyTask
from engine.measured import ChannelPictures, LayerPulse, RunMeasures
from engine.values import (
    Channel,
    DataSummary,
    Prediction,
    Problem,
    Rates,
    RunSummary,
    SampleRow,
    Shape,
)

Outlines = tuple[NDArray[np.float32], ...]
"""Closed polygons, each (n, 2) float32: x, y in pixels of the original image."""


class Outcome(StrEnum):
    """How a job ended. `stopped`: ended early by the user, its results kept."""

    DONE = "done"
    STOPPED = "stopped"
    CANCELLED = "cancelled"
    FAILED = "failed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events; `job` is the command's number."""

    job: int


@dataclass(frozen=True, slots=True)
class EngineReady(Event):
    """The first event of a session, of no job (0).

    `device` is what it will compute on; `networks` the catalogue's (name, title).
    """

    device: str
    networks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class JobEnded(Event):
    """The last event of a job.

    `message` is the English sentence for people (empty when done), `template` and `values`
    the same for translation; `details` holds the traceback of a failure, for the log.
    """

    outcome: Outcome
    message: str = ""
    template: str = ""
    values: dict[str, str] = field(default_factory=dict)
    details: str = ""


@dataclass(frozen=True, slots=True)
class JobState(Event):
    """A job is now "queued", "running", "paused" or "stopping"."""

    state: str


@dataclass(frozen=True, slots=True)
class Progress(Event):
    """`done` of `total` steps of `stage` (a key such as "reading", "decoding", "testing")."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class DataOpened(Event):
    data: DataSummary


@dataclass(frozen=True, slots=True)
class Thumbnail(Event):
    """`image`: uint8 (h, w) or (h, w, 3) RGB."""

    index: int
    image: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class SampleShown(Event):
    """`image`: uint8 (H, W) or (H, W, 3) RGB; `outlines` of its region.

    `shapes`: what is drawn on it; `own`: outlines of the set's own region where the drawn one
    counts in its place.
    """

    index: int
    image: NDArray[np.uint8]
    outlines: Outlines
    shapes: tuple[Shape, ...] = ()
    own: Outlines = ()


@dataclass(frozen=True, slots=True)
class RegionsChanged(Event):
    """Other regions of the current set count now.

    Attributes
    ----------
    project : whose drawn regions count
    rows : images whose `has_region` or `drawn` is new
    masks : images with a region
    view, view_reason : the training view chosen from the data
    problems : drawn regions that do not count, each with its cure
    folds, seed : of the folds in use
    """

    project: str
    rows: tuple[SampleRow, ...]
    masks: int
    view: str
    view_reason: str
    problems: tuple[Problem, ...] = ()
    folds: int = 5
    seed: int = 0


@dataclass(frozen=True, slots=True)
class RegionShown(Event):
    """An image's region as it is now; see `SampleShown`."""

    index: int
    outlines: Outlines
    shapes: tuple[Shape, ...]
    own: Outlines


@dataclass(frozen=True, slots=True)
class DataPlaced(Event):
    """A run's images were found again at `path`, and its project remembers it."""

    run: str
    path: str


@dataclass(frozen=True, slots=True)
class RunsListed(Event):
    project: str
    runs: tuple[RunSummary, ...]


@dataclass(frozen=True, slots=True)
class Predicted(Event):
    """Some predictions of a run, and how far the job is."""

    run: str
    predictions: tuple[Prediction, ...]
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Inspected(Event):
    """One image judged.

    Attributes
    ----------
    image : uint8 (H, W) or (H, W, 3)
    outlines : the true region, if known
    prediction : the verdict at the run's threshold
    threshold : that threshold, in [0, 1]
    window : side of a window in pixels of the image
    scores : float32 (h, w), the score of each window; window (r, c) has its upper left corner
        at (c * step_x, r * step_y) pixels
    step : (step_x, step_y)
    heat : float32 (hc, wc), exact class-weighted channel sum of the last layer for "defective
        minus normal" of the verdict's texture, in logits; cell (r, c) covers `cell` pixels
    cell : (width, height) of a cell in pixels of the image
    probabilities : (class name, p) of the worst window, in the network's order
    layers : names whose channels can be shown, first to last
    """

    run: str
    index: int
    image: NDArray[np.uint8]
    outlines: Outlines
    prediction: Prediction
    threshold: float
    window: int
    scores: NDArray[np.float32]
    step: tuple[float, float]
    heat: NDArray[np.float32]
    cell: tuple[float, float]
    probabilities: tuple[tuple[str, float], ...]
    layers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChannelsListed(Event):
    """`exact` tells whether contributions are exact (last layer) or activation x gradient."""

    run: str
    index: int
    layer: str
    channels: tuple[Channel, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class ChannelShown(Event):
    """`activation`: float32 (h, w), >= 0 after ReLU, over the whole image."""

    run: str
    index: int
    layer: str
    channel: int
    activation: NDArray[np.float32]


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
class Measured(Event):
    run: str
    measures: RunMeasures


@dataclass(frozen=True, slots=True)
class ChannelsPictured(Event):
    run: str
    index: int
    layer: str
    pictures: ChannelPictures


@dataclass(frozen=True, slots=True)
class StudyAdvanced(Event):
    """Every run of a study as it stands, in the order of the queue."""

    project: str
    study: str
    tasks: tuple[StudyTask, ...]


@dataclass(frozen=True, slots=True)
class StudyJudged(Event):
    board: Board


@dataclass(frozen=True, slots=True)
class StudiesListed(Event):
    project: str
    studies: tuple[StudySummary, ...]


@dataclass(frozen=True, slots=True)
class ReportWritten(Event):
    """`path`: the HTML file."""

    path: str


@dataclass(frozen=True, slots=True)
class Evaluated(Event):
    run: str
    evaluation: Evaluation


@dataclass(frozen=True, slots=True)
class ThresholdProposed(Event):
    run: str
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class DefectsLocated(Event):
    run: str
    located: Located


@dataclass(frozen=True, slots=True)
class RunFinished(Event):
    """The run is complete on disk; `run.test` holds its test figures."""

    run: RunSummary
    extra: dict[str, Any] = field(default_factory=dict)
