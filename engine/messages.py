"""The whole language between the engine and a window or command line.

Commands go down, events come up; all are frozen and carry plain values or contiguous,
read-only numpy arrays. Nothing here imports torch or Qt.

Rules
-----
* Every command but :class:`Shutdown` carries ``job``, a number its sender chose and never
  reuses. Every accepted command ends in exactly one :class:`JobEnded`; nothing of that job
  follows it.
* :class:`Pause`, :class:`Resume`, :class:`Stop` and :class:`Cancel` steer a job that is under
  way: their ``job`` is that job's number, and they are answered by :class:`JobState` or by the
  steered job's own :class:`JobEnded`.
* Paths are strings, so that a message can be logged and compared anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.findings import (
    CLAIMS as CLAIMS,
    RULES as RULES,
    Board as Board,
    CurveDot as CurveDot,
    CurveDraw as CurveDraw,
    Effect as Effect,
    Finding as Finding,
    Reach as Reach,
    Sentence as Sentence,
    SettingRow as SettingRow,
    StudyTask as StudyTask,
    kaplan_meier as kaplan_meier,
)
from engine.measured import (
    PHOTOGRAPHS_WANTED as PHOTOGRAPHS_WANTED,
    Activity as Activity,
    ChannelPictures as ChannelPictures,
    ClassFlatness as ClassFlatness,
    ClassMap as ClassMap,
    Embedding as Embedding,
    Flatness as Flatness,
    LayerActivity as LayerActivity,
    LayerChange as LayerChange,
    LayerPulse as LayerPulse,
    RunMeasures as RunMeasures,
    born as born,
    switched_off as switched_off,
)
from engine.plan import DEFECT_COUNTS as DEFECT_COUNTS, StudyPlan as StudyPlan
from engine.recipe import Recipe
from engine.values import (
    AS_FOUND,
    Channel as Channel,
    CurvePoint as CurvePoint,
    DataSummary as DataSummary,
    Prediction as Prediction,
    Problem as Problem,
    Rates as Rates,
    ReaderOptions as ReaderOptions,
    RunSummary as RunSummary,
    SampleRow as SampleRow,
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


# --------------------------------------------------------------------------- commands


@dataclass(frozen=True, slots=True)
class Command:
    """Base of all commands."""

    job: int


@dataclass(frozen=True, slots=True)
class OpenData(Command):
    """Read a data set: Progress*, DataOpened. It is the lane's current set from then on."""

    path: str
    options: ReaderOptions = AS_FOUND
    folds: int = 5
    seed: int = 0


@dataclass(frozen=True, slots=True)
class AuditData(Command):
    """Decode every image and mask of the current set: Progress*, DataAudited. Long."""


@dataclass(frozen=True, slots=True)
class Synthesise(Command):
    """Write a generated data set in the official DAGM layout: Progress*. Long.

    The folder must be new or empty; nothing is left of a cancelled or failed one.
    """

    path: str
    textures: tuple[int, ...] = (1, 2, 3, 4, 5, 6)
    normal: int = 1000
    defective: int = 150
    size: int = 512
    seed: int = 0


@dataclass(frozen=True, slots=True)
class LoadThumbnails(Command):
    """Thumbnail for each index that can be read; at most `side` pixels. Interactive."""

    indices: tuple[int, ...]
    side: int = 160


@dataclass(frozen=True, slots=True)
class ShowSample(Command):
    """SampleShown: the image and its region, no network involved. Interactive."""

    index: int


@dataclass(frozen=True, slots=True)
class ListRuns(Command):
    """RunsListed: all runs of a project folder, newest first. Interactive."""

    project: str


@dataclass(frozen=True, slots=True)
class PredictRun(Command):
    """Predicted* for a part of the current data set ("test", "validation", "train", "all").

    Predictions already in the project's store come from there. Long; can be cancelled.
    """

    run: str
    part: str = "test"


@dataclass(frozen=True, slots=True)
class InspectImage(Command):
    """Inspected: one image through one run's network, heat map included. Interactive."""

    run: str
    index: int


@dataclass(frozen=True, slots=True)
class ListChannels(Command):
    """ChannelsListed: a layer's channels for one image, largest contribution first."""

    run: str
    index: int
    layer: str


@dataclass(frozen=True, slots=True)
class ShowChannel(Command):
    """ChannelShown: one channel's activation map. Interactive."""

    run: str
    index: int
    layer: str
    channel: int


@dataclass(frozen=True, slots=True)
class ShowChannels(Command):
    """ChannelsPictured: all channels of a layer for one image of the data set. Interactive."""

    run: str
    index: int
    layer: str


@dataclass(frozen=True, slots=True)
class ReadMeasures(Command):
    """Measured, if the run keeps measures of its weights as they are, and LayersMoved for each
    live validation it logged. Interactive.
    """

    run: str


@dataclass(frozen=True, slots=True)
class MeasureRun(Command):
    """Take all measures of a run: Progress*, Measured. Long; nothing is kept of a cancelled one.

    `images` is the size of the sample of its test images; `source` a folder of photographs that
    stand in for the source data ("": two that ship with a dependency); `control` a second one
    ("": the first one's photographs are split in two). Measures already kept are read.
    """

    run: str
    images: int = 100
    seed: int = 0
    tsne: bool = False
    source: str = ""
    control: str = ""


@dataclass(frozen=True, slots=True)
class Train(Command):
    """Train a new run: RunStarted, (StepDone | Validated | Progress)*, RunFinished. Long."""

    data: str
    project: str
    recipe: Recipe
    options: ReaderOptions = AS_FOUND
    device: str = "auto"


@dataclass(frozen=True, slots=True)
class ResumeRun(Command):
    """Go on with an interrupted or stopped run from its last checkpoint. Events as for Train."""

    run: str


@dataclass(frozen=True, slots=True)
class RunStudy(Command):
    """Run a study: for each missing run the events of Train, then Progress* of the measures.

    StudyAdvanced whenever a run has ended, StudyJudged when the board was filled. Long. Stop ends
    the run at work early and keeps it; the study goes on from there another time.
    `train`: False to measure and judge what is there.
    """

    plan: StudyPlan
    project: str
    train: bool = True


@dataclass(frozen=True, slots=True)
class ReadStudies(Command):
    """StudiesListed: the studies of a project, newest first. Interactive."""

    project: str


@dataclass(frozen=True, slots=True)
class WriteReport(Command):
    """Write a study's board as one self-contained HTML file: Progress*, ReportWritten. Long.

    `path` "" means the study's folder; `language` is "en" or "ko".
    """

    project: str
    study: str
    path: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Pause(Command):
    """Do not advance the job until Resume."""


@dataclass(frozen=True, slots=True)
class Resume(Command):
    """Go on with a paused job."""


@dataclass(frozen=True, slots=True)
class Stop(Command):
    """End the job now and keep its best (a training still judges its test set)."""


@dataclass(frozen=True, slots=True)
class Cancel(Command):
    """Drop the job. A cancelled training keeps its folder and can be resumed."""


@dataclass(frozen=True, slots=True)
class Shutdown:
    """End the session: every job is cancelled, then the session closes its files."""


# --------------------------------------------------------------------------- events


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
class DataAudited(Event):
    """All problems of the data set, the reader's included."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Thumbnail(Event):
    """`image`: uint8 (h, w) or (h, w, 3) RGB."""

    index: int
    image: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class SampleShown(Event):
    """`image`: uint8 (H, W) or (H, W, 3) RGB; `outlines` of its region."""

    index: int
    image: NDArray[np.uint8]
    outlines: Outlines


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
class StudySummary:
    """A study as it stands on disk; `board` is None before it was filled."""

    plan: StudyPlan
    tasks: tuple[StudyTask, ...]
    board: Board | None


@dataclass(frozen=True, slots=True)
class StudiesListed(Event):
    project: str
    studies: tuple[StudySummary, ...]


@dataclass(frozen=True, slots=True)
class ReportWritten(Event):
    """`path`: the HTML file."""

    path: str


@dataclass(frozen=True, slots=True)
class RunFinished(Event):
    """The run is complete on disk; `run.test` holds its test figures."""

    run: RunSummary
    extra: dict[str, Any] = field(default_factory=dict)
