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

from engine.recipe import Recipe

Outlines = tuple[NDArray[np.float32], ...]
"""Closed polygons, each (n, 2) float32: x, y in pixels of the original image."""


class Outcome(StrEnum):
    """How a job ended. `stopped`: ended early by the user, its results kept."""

    DONE = "done"
    STOPPED = "stopped"
    CANCELLED = "cancelled"
    FAILED = "failed"
    REJECTED = "rejected"


# --------------------------------------------------------------------------- values


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that cannot be used as it is: which, and what to do. See TransferLensError."""

    file: str
    template: str
    values: dict[str, str] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        """The English sentence."""
        return self.template.format(**self.values) if self.values else self.template


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """What a user may tell the readers: the layout, the normal class, the manifest's columns.

    Empty strings mean: find out. `layout` is one of the readers' names (see `check`).
    `columns` maps roles (image, class, defect, mask, group) to column headings.
    """

    layout: str = ""
    normal: str = ""
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SampleRow:
    """One image of an opened data set.

    `index` addresses it in commands. `texture` and `defective` are its label (`defective` is
    None if the set has no normal class); `class_name` is the label as people read it; `fold`
    is 1-based, 0 if folds were not made.
    """

    index: int
    file: str
    texture: str
    class_name: str
    defective: bool | None
    has_region: bool
    group: str
    fold: int
    part: str


@dataclass(frozen=True, slots=True)
class DataSummary:
    """What a data set is, for people.

    Attributes
    ----------
    path, name
        Its folder and the folder's name.
    layout, layout_name
        The reader that read it: key and English name.
    classes
        Class name and number of images, in the network's order.
    images, defective, masks
        Counts; `defective` is None without a normal class.
    sizes
        ((width, height), count) for the sizes seen, most frequent first, of up to 200 images.
    colour
        Whether any of those images is in colour.
    problems
        Files left out or odd, each with its cure.
    view, view_reason
        The training view chosen from the data and the English sentence that says why.
    baseline
        Accuracy of "texture right, never a defect", in [0, 1].
    fingerprint
        Hash of file names, sizes and labels: tells whether a run saw this very set.
    official_split
        Whether the set brings its own Train and Test halves.
    samples
        All images.
    """

    path: str
    name: str
    layout: str
    layout_name: str
    classes: tuple[tuple[str, int], ...]
    images: int
    defective: int | None
    masks: int
    sizes: tuple[tuple[tuple[int, int], int], ...]
    colour: bool
    problems: tuple[Problem, ...]
    view: str
    view_reason: str
    baseline: float
    fingerprint: str
    official_split: bool
    samples: tuple[SampleRow, ...]


@dataclass(frozen=True, slots=True)
class Rates:
    """How good verdicts are on a set of images; rates in [0, 1], None where undefined.

    `overkill` is of normal images, `escape` of defective ones; the intervals are exact
    (Clopper-Pearson) 95 %, two-sided. `baseline` is the accuracy of "never a defect".
    `log_loss` is the mean of -ln p(true verdict) of the scores.
    """

    images: int
    defective: int
    accuracy: float
    auc: float | None
    overkill: float | None
    escape: float | None
    overkill_interval: tuple[float, float] | None
    escape_interval: tuple[float, float] | None
    overkills: int
    escapes: int
    threshold: float
    baseline: float
    log_loss: float | None


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One row of a run's history. Validation figures are None where only the loss was logged."""

    iteration: int
    seconds: float
    loss: float | None = None
    accuracy: float | None = None
    auc: float | None = None
    overkill: float | None = None
    escape: float | None = None


@dataclass(frozen=True, slots=True)
class RunSummary:
    """A run as it stands on disk.

    `state` is running, done, stopped, failed or interrupted (no outcome was written: the
    program ended in the middle; such a run can be resumed). `on_test` says that the live
    curve was measured on the test fold (article preset).
    """

    path: str
    name: str
    state: str
    recipe: Recipe
    view: str
    classes: tuple[str, ...]
    data_path: str
    fingerprint: str
    device: str
    precision: str
    iteration: int
    seconds: float
    threshold: float
    baseline: float
    on_test: bool
    test: Rates | None
    curve: tuple[CurvePoint, ...]
    layers: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Prediction:
    """The verdict on one image.

    `score` in [0, 1]; `defective` = score > threshold; `box` is the worst window (x, y, width,
    height in pixels of the image); `ms` the time the network took.
    """

    index: int
    file: str
    score: float
    defective: bool
    class_name: str
    texture: str
    box: tuple[int, int, int, int]
    ms: float


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel of a layer for one image.

    `contribution` is its exact share of the worst window's defect logit for the last layer and
    activation times gradient for the layers below; `energy` is the mean square activation;
    `dead` tells that it is zero everywhere on this image.
    """

    number: int
    contribution: float
    energy: float
    dead: bool


# --------------------------------------------------------------------------- commands


@dataclass(frozen=True, slots=True)
class Command:
    """Base of all commands."""

    job: int


@dataclass(frozen=True, slots=True)
class OpenData(Command):
    """Read a data set: Progress*, DataOpened. It is the lane's current set from then on."""

    path: str
    options: ReaderOptions = ReaderOptions()
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
class Train(Command):
    """Train a new run: RunStarted, (StepDone | Validated | Progress)*, RunFinished. Long."""

    data: str
    project: str
    recipe: Recipe
    options: ReaderOptions = ReaderOptions()
    device: str = "auto"


@dataclass(frozen=True, slots=True)
class ResumeRun(Command):
    """Go on with an interrupted or stopped run from its last checkpoint. Events as for Train."""

    run: str


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
class RunFinished(Event):
    """The run is complete on disk; `run.test` holds its test figures."""

    run: RunSummary
    extra: dict[str, Any] = field(default_factory=dict)
