"""What a window or the command line asks of the engine. Rules: :mod:`engine.messages`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar

from engine.plan import StudyPlan
from engine.recipe import Recipe
from engine.values import AS_FOUND, ReaderOptions, Shape


class Priority(IntEnum):
    """What goes first in a lane: a click, what takes seconds while somebody waits, the rest."""

    INTERACTIVE = 0
    SOON = 1
    LONG = 2


@dataclass(frozen=True, slots=True)
class Command:
    """Base of all commands.

    Attributes
    ----------
    priority : which jobs of a lane it goes before
    kept_at_close : what a person did, which takes no time to keep: done even when the engine closes
    first_stage : what it is said to be at until its first Progress; "": nothing
    """

    priority: ClassVar[Priority] = Priority.LONG
    kept_at_close: ClassVar[bool] = False
    first_stage: ClassVar[str] = ""

    job: int


@dataclass(frozen=True, slots=True)
class OpenData(Command):
    """Read a data set: Progress*, DataOpened. It is the lane's current set from then on.

    Regions drawn in the folder `project` count ("": none are there). `folds` and `seed` of the
    folds that are shown: None for those the project uses, else 5 and 0.
    """

    first_stage = "reading"

    path: str
    options: ReaderOptions = AS_FOUND
    folds: int | None = None
    seed: int | None = None
    project: str = ""


@dataclass(frozen=True, slots=True)
class Synthesise(Command):
    """Write a generated data set in the official DAGM layout: Progress*. Long.

    The folder must be new or empty; nothing is left of a cancelled or failed one.
    """

    first_stage = "drawing"

    path: str
    textures: tuple[int, ...] = (1, 2, 3, 4, 5, 6)
    normal: int = 1000
    defective: int = 150
    size: int = 512
    seed: int = 0


@dataclass(frozen=True, slots=True)
class LoadThumbnails(Command):
    """Thumbnail for each index that can be read; at most `side` pixels. Interactive."""

    priority = Priority.INTERACTIVE

    indices: tuple[int, ...]
    side: int = 160


@dataclass(frozen=True, slots=True)
class ShowSample(Command):
    """SampleShown: the image and its region, no network involved. Interactive."""

    priority = Priority.INTERACTIVE

    index: int


@dataclass(frozen=True, slots=True)
class ReadRegions(Command):
    """Let the regions drawn in a project count for the current set: RegionsChanged. Interactive.

    Without a data set nothing is said. `project` "": no drawn regions.
    """

    priority = Priority.INTERACTIVE

    project: str


@dataclass(frozen=True, slots=True)
class DrawRegion(Command):
    """Replace what is drawn on an image of the current set: RegionsChanged, RegionShown.

    It is kept with the project before it counts; () erases, and the set's own region counts again.
    Refused for images whose label is not defective. Interactive.
    """

    priority = Priority.INTERACTIVE
    kept_at_close = True

    project: str
    index: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class ListRuns(Command):
    """RunsListed: all runs of a project folder, newest first. Interactive."""

    priority = Priority.INTERACTIVE

    project: str


@dataclass(frozen=True, slots=True)
class PlaceData(Command):
    """Remember in the project where a run's images are now: DataPlaced.

    `path` is their folder, or the one it lies in; other images than the run's are refused.
    """

    run: str
    path: str


@dataclass(frozen=True, slots=True)
class PredictRun(Command):
    """Predicted* for a part of the current data set ("test", "validation", "train", "all").

    Predictions already in the project's store come from there. Long; can be cancelled.
    """

    first_stage = "judging"

    run: str
    part: str = "test"


@dataclass(frozen=True, slots=True)
class InspectImage(Command):
    """Inspected: one image through one run's network, heat map included. Interactive."""

    priority = Priority.INTERACTIVE

    run: str
    index: int


@dataclass(frozen=True, slots=True)
class ListChannels(Command):
    """ChannelsListed: a layer's channels for one image, largest contribution first."""

    priority = Priority.INTERACTIVE

    run: str
    index: int
    layer: str


@dataclass(frozen=True, slots=True)
class ShowChannel(Command):
    """ChannelShown: one channel's activation map. Interactive."""

    priority = Priority.INTERACTIVE

    run: str
    index: int
    layer: str
    channel: int


@dataclass(frozen=True, slots=True)
class ShowChannels(Command):
    """ChannelsPictured: all channels of a layer for one image of the data set. Interactive."""

    priority = Priority.INTERACTIVE

    run: str
    index: int
    layer: str


@dataclass(frozen=True, slots=True)
class ReadMeasures(Command):
    """Measured, if the run keeps measures of its weights as they are, and LayersMoved for each
    live validation it logged. Interactive.
    """

    priority = Priority.INTERACTIVE

    run: str


@dataclass(frozen=True, slots=True)
class MeasureRun(Command):
    """Take all measures of a run: Progress*, Measured. Long; nothing is kept of a cancelled one.

    `images` is the size of the sample of its test images; `source` a folder of photographs that
    stand in for the source data ("": two that ship with a dependency); `control` a second one
    ("": the first one's photographs are split in two). Measures already kept are read.
    """

    first_stage = "reading"

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

    priority = Priority.INTERACTIVE

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
class EvaluateRun(Command):
    """Evaluated, then DefectsLocated if that is kept: verdicts a run keeps beside the labels of
    the current data set. Interactive; nothing is judged.
    """

    priority = Priority.INTERACTIVE

    run: str


@dataclass(frozen=True, slots=True)
class ProposeThreshold(Command):
    """ThresholdProposed, from the validation verdicts a run keeps. Interactive; nothing is kept.

    `cost_ratio` is what an escape costs in units of one overkill; `share` that of defective parts
    in production, None: that of the validation images.
    """

    priority = Priority.INTERACTIVE

    run: str
    cost_ratio: float = 20.0
    share: float | None = None


@dataclass(frozen=True, slots=True)
class LocateDefects(Command):
    """Progress*, DefectsLocated: maps of a run's defective test images against their regions.

    Long; kept with the run, nothing is kept of a cancelled one.
    """

    first_stage = "locating"

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
