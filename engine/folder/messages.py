"""Inspecting a folder of images that belong to no data set, and how a run does in operation.

Values, commands and events. How familiarity and drift are worked out stands in
`engine/training/familiarity.py` and `drift.py`; what they mean in the glossary.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.command import Command, Priority
from engine.core.event import Event
from engine.core.values import Prediction, Problem
from engine.training.values import Familiarity

WORST = 20
"""Images that are listed as the worst of an inspection."""

BLOCK = 50
"""Images of a block of the drift chart."""


@dataclass(frozen=True, slots=True)
class FolderRow:
    """One file in the order of inspection.

    `prediction` is None where the file could not be read, and `problem` says why. `distance` is
    None where nothing is known of the training images. `time` is local, ISO 8601.
    """

    number: int
    file: str
    time: str
    prediction: Prediction | None = None
    problem: Problem | None = None
    distance: float | None = None
    unlike: bool = False


@dataclass(frozen=True, slots=True)
class FolderHead:
    """What an inspection is.

    Attributes
    ----------
    number : in the project's database, 0 where it could not be kept there
    run, folder : the run's folder, and the folder or file inspected
    out, csv, heat : where results are written, "" for nowhere
    began : local time, ISO 8601
    watched : it goes on with files as they arrive
    threshold, fingerprint : the run's
    has_normal : whether normal and defective mean something
    familiarity : None where images cannot be compared with the training images
    remarks : what could not be done, and why
    """

    number: int
    run: str
    folder: str
    out: str
    csv: str
    heat: str
    began: str
    watched: bool
    threshold: float
    fingerprint: str
    has_normal: bool
    familiarity: Familiarity | None = None
    remarks: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """An inspection as a list shows it; `rows` counts files, unreadable ones included."""

    number: int
    run: str
    folder: str
    began: str
    rows: int


@dataclass(frozen=True, slots=True)
class FolderSummary:
    """Counts of an inspection. There are no labels: overkill and escape are not known.

    Attributes
    ----------
    judged, defective, unreadable : images
    compared, unlike : images held against the training images, and those unlike them
    classes : (name, images), the most frequent first
    ms, ms_95 : median and 95 % quantile of a dense pass in milliseconds; None without images
    worst : highest scores first, at most `WORST`
    """

    judged: int
    defective: int
    unreadable: int
    compared: int
    unlike: int
    classes: tuple[tuple[str, int], ...]
    ms: float | None
    ms_95: float | None
    worst: tuple[FolderRow, ...]


@dataclass(frozen=True, slots=True)
class DriftBlock:
    """Images that followed each other in operation, from number `first` to `last` (from 0).

    `low`, `middle`, `high`: quartiles of the score as log-odds. Intervals are exact 95 %. `unlike`
    is None where no image of the block was held against the training images.
    """

    first: int
    last: int
    began: str
    ended: str
    low: float
    middle: float
    high: float
    defective: int
    defective_interval: tuple[float, float]
    compared: int
    unlike: int | None
    unlike_interval: tuple[float, float] | None

    @property
    def images(self) -> int:
        """Images of the block."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class DriftChart:
    """A control chart of the scores: see :mod:`engine.folder.control_chart`.

    Attributes
    ----------
    value, limit : the moving average at the newest image, and what it does not cross by chance, in
        standard deviations
    first : number of the image that this stretch began with
    alarm : number of the image since which scores differ in this stretch; None: they do not
    earlier : the same of stretches before
    images, reference : in this stretch, and of the run's own
    run_length, false_alarms : of so many images like the reference, in this share of cases one
        alarm or more sounds
    """

    value: float
    limit: float
    first: int
    alarm: int | None
    earlier: tuple[int, ...]
    images: int
    reference: int
    run_length: int
    false_alarms: float


@dataclass(frozen=True, slots=True, eq=False)
class Drift:
    """A run's scores in operation, in the order of inspection. Arrays are read-only.

    Attributes
    ----------
    run : name of its folder
    total : images judged in operation with the run's weights as they are
    first : number of the first image shown; the newest are shown where there are many
    odds : float64 (n,), scores as log-odds
    defective, unlike : bool (n,)
    at : int64 (m,), places in `odds` where a rolling window ends
    rolling : float64 (m, 3), quartiles of the window's log-odds
    blocks : of all images shown, the newest last
    block : images of a block and of the rolling window
    reference : float64, log-odds of the run's own held-out images, lowest first
    part : "test", "validation" or "": which images those are
    normals_only : they are only those labelled normal
    chart : None with too few images or no reference
    """

    run: str
    threshold: float
    total: int
    first: int
    odds: NDArray[np.float64]
    defective: NDArray[np.bool_]
    unlike: NDArray[np.bool_]
    at: NDArray[np.int64]
    rolling: NDArray[np.float64]
    blocks: tuple[DriftBlock, ...]
    block: int
    reference: NDArray[np.float64]
    part: str
    normals_only: bool
    chart: DriftChart | None


def summarise_folder(rows: Sequence[FolderRow]) -> FolderSummary:
    """Count an inspection's rows."""
    read = [(row, row.prediction) for row in rows if row.prediction is not None]
    times = np.asarray([result.ms for _, result in read], dtype=np.float64)
    classes = Counter(result.class_name for _, result in read)
    ordered = sorted(read, key=lambda pair: -pair[1].score)
    return FolderSummary(
        judged=len(read),
        defective=sum(result.defective for _, result in read),
        unreadable=len(rows) - len(read),
        compared=sum(row.distance is not None for row, _ in read),
        unlike=sum(row.unlike for row, _ in read),
        classes=tuple(classes.most_common()),
        ms=float(np.median(times)) if times.size else None,
        ms_95=float(np.quantile(times, 0.95)) if times.size else None,
        worst=tuple(row for row, _ in ordered[:WORST]),
    )


# ---------------------------------------------------------------------------- commands


@dataclass(frozen=True, slots=True)
class InspectFolder(Command):
    """Judge a folder with a run: Progress*, FolderStarted, FolderGrown*. Long; keeps what it has.

    Attributes
    ----------
    run, path : the run's folder; a folder of images, with those below it, or one image
    watch : go on with files as they arrive until stopped; other jobs pass while it waits
    keep : make a folder of its own for results below `out` ("": the project's inspections)
    csv, heat : a table, and a picture for each image, there or, without `keep`, at these paths
    compare : tell which images are unlike the training images
    masks : judge the masks of a data set too, which are no parts
    scheduler : processes that judge, as `engine.cluster.values` has them; "": this one
    go_on : go on with the last inspection of this folder by the run's weights, if there is one:
        with `keep` whatever it wrote, else the one with the same `csv`. What it has judged and has
        not changed since is not judged again.
    """

    first_stage = "loading"

    run: str
    path: str
    watch: bool = False
    keep: bool = False
    out: str = ""
    csv: str = ""
    heat: str = ""
    compare: bool = True
    masks: bool = False
    scheduler: str = ""
    go_on: bool = False


@dataclass(frozen=True, slots=True)
class OpenFolder(Command):
    """Read an inspection that a project keeps: FolderStarted, FolderGrown*. Interactive."""

    priority = Priority.INTERACTIVE

    project: str
    inspection: int


@dataclass(frozen=True, slots=True)
class ListFolders(Command):
    """FoldersListed: all inspections of a project, newest first. Interactive."""

    priority = Priority.INTERACTIVE

    project: str


@dataclass(frozen=True, slots=True)
class ShowFile(Command):
    """FileShown: an image of no data set through a run's network. Interactive."""

    priority = Priority.INTERACTIVE

    run: str
    file: str


@dataclass(frozen=True, slots=True)
class ReadDrift(Command):
    """DriftRead: how a run's scores went in operation. Interactive."""

    priority = Priority.INTERACTIVE

    run: str
    block: int = BLOCK


@dataclass(frozen=True, slots=True)
class WriteFolderReport(Command):
    """Report on an inspection that a project keeps: Progress*, FolderReported.

    `path` "" is a new file beside its results; `paper`: nothing is written, the report comes as
    pages to print.
    """

    first_stage = "figures"

    project: str
    inspection: int
    path: str = ""
    language: str = "en"
    paper: bool = False


# ------------------------------------------------------------------------------ events


@dataclass(frozen=True, slots=True)
class FolderStarted(Event):
    """An inspection begins, or a kept one is shown."""

    head: FolderHead


@dataclass(frozen=True, slots=True)
class FolderGrown(Event):
    """More files of an inspection.

    Attributes
    ----------
    rows : new ones, in the order of inspection; may be empty
    done, total : files so far, and as far as is known
    seconds : spent on files; waiting and pauses do not count
    waiting : it waits for new files
    lost : the folder cannot be reached now
    left_out : what is not judged of the pictures that are there, and why; None: nothing
    kept : `rows` were judged before this inspection went on
    """

    inspection: int
    rows: tuple[FolderRow, ...]
    done: int
    total: int
    seconds: float
    waiting: bool = False
    lost: bool = False
    left_out: Problem | None = None
    kept: bool = False


@dataclass(frozen=True, slots=True)
class FoldersListed(Event):
    """All that a project keeps, newest first."""

    project: str
    inspections: tuple[FolderEntry, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FileShown(Event):
    """An image with its verdict and heat map.

    `heat`: float32 (h, w) in logits; each value covers `cell` = (x, y) pixels of the image.
    """

    run: str
    file: str
    image: NDArray[np.uint8]
    prediction: Prediction
    heat: NDArray[np.float32]
    cell: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class DriftRead(Event):
    """A run's scores in operation."""

    run: str
    drift: Drift


@dataclass(frozen=True, slots=True, eq=False)
class FolderReported(Event):
    """A report was written to `path`, or `html` is to be printed there.

    `pictures`: SVG or PNG files by the address that `html` has of them.
    """

    inspection: int
    path: str
    html: str = ""
    pictures: tuple[tuple[str, bytes], ...] = ()
