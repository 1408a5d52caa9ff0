"""What a window or the command line asks of the engine. Rules: :mod:`engine.messages`."""

from __future__ import annotations

from dataclasses import dataclass

from engine.lines import LineKey
from engine.plan import StudyPlan
from engine.recipe import Recipe
from engine.values import AS_FOUND, ReaderOptions, Shape


@dataclass(frozen=True, slots=True)
class Command:
    """Base of all commands."""

    job: int


@dataclass(frozen=True, slots=True)
class OpenData(Command):
    """Read a data set: Progress*, DataOpened. It is the lane's current set from then on.

    Regions drawn in the folder `project` count ("": none are there). `folds` and `seed` of the
    folds that are shown: None for those the project uses, else 5 and 0.
    """

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
class ReadRegions(Command):
    """Let the regions drawn in a project count for the current set: RegionsChanged. Interactive.

    Without a data set nothing is said. `project` "": no drawn regions.
    """

    project: str


@dataclass(frozen=True, slots=True)
class DrawRegion(Command):
    """Replace what is drawn on an image of the current set: RegionsChanged, RegionShown.

    It is kept with the project before it counts; () erases, and the set's own region counts again.
    Refused for images whose label is not defective. Interactive.
    """

    project: str
    index: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class ListRuns(Command):
    """RunsListed: all runs of a project folder, newest first. Interactive."""

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
class FollowLine(Command):
    """Work out a line of the open data set: LineFollowed+, then LineFlipped.

    At the last layer all is known at once; at a lower layer `steps` points are worked out one by
    one. The line stays at hand for ShowPoint until two others take its place. Goes before long
    jobs, after interactive ones.
    """

    key: LineKey
    steps: int = 11


@dataclass(frozen=True, slots=True)
class ShowPoint(Command):
    """PointShown: a point of lines that were followed. Interactive.

    `picture` is one of `PICTURES`; `channels` the channel of each line for "channel".
    """

    keys: tuple[LineKey, ...]
    t: float
    picture: str = "sum"
    channels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowFilm(Command):
    """FilmShown: `steps` points of lines that were followed, ends included. Interactive."""

    keys: tuple[LineKey, ...]
    picture: str = "sum"
    channels: tuple[int, ...] = ()
    steps: int = 11


@dataclass(frozen=True, slots=True)
class SaveFilm(Command):
    """Write the film of lines that were followed as a picture: FilmSaved. Long.

    `path` ends in .png or .svg and is replaced if it exists.
    """

    keys: tuple[LineKey, ...]
    path: str
    picture: str = "sum"
    channels: tuple[int, ...] = ()
    steps: int = 11


@dataclass(frozen=True, slots=True)
class ReadInterpolation(Command):
    """What a run keeps: DecoderReady, ImagesIndexed and, for these textures, OverlapMeasured.

    Interactive.
    """

    run: str
    textures: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class TrainDecoder(Command):
    """Train a run's decoder and keep it with the run: (Progress | DecoderStep)*, DecoderReady.

    Long; nothing is kept of a cancelled one; a stopped one is kept as far as it came. The same
    `images` and `steps` for each run, so that they compare.
    """

    run: str
    images: int = 72
    steps: int = 800
    seed: int = 0


@dataclass(frozen=True, slots=True)
class IndexImages(Command):
    """Look up the features of a run's test images, to find the nearest: Progress*, ImagesIndexed.

    Of more than `images` a sample is taken, evenly over classes. Long.
    """

    run: str
    images: int = 200


@dataclass(frozen=True, slots=True)
class MeasureOverlap(Command):
    """Overlap over many pairs of windows of two textures: Progress*, OverlapMeasured. Long.

    `textures` None: the first two with defective test images whose regions are known.
    """

    run: str
    textures: tuple[str, str] | None = None
    pairs: int = 50
    seed: int = 0


@dataclass(frozen=True, slots=True)
class RemoveDead(Command):
    """Remove a run's dead channels exactly, as a new run: Progress*, DeadRemoved. Long.

    Channels are dead on `images` of its training and validation images.
    """

    run: str
    images: int = 100
    seed: int = 0


@dataclass(frozen=True, slots=True)
class GradeRun(Command):
    """How few filters will do: (Progress | GradedGrown)*. Long; no run is written.

    `order` is "activity" or "contribution"; `shares` of the filters to keep, falling;
    `recovery` optimiser steps after each cut, 0: none. Stop keeps the points so far.
    """

    run: str
    order: str = "contribution"
    shares: tuple[float, ...] = (0.9, 0.75, 0.5, 0.35, 0.25, 0.15, 0.1)
    recovery: int = 20
    images: int = 24
    seed: int = 0


@dataclass(frozen=True, slots=True)
class PruneRun(Command):
    """Keep a share of a run's filters and recover, as a new run: Progress*, RunPruned. Long."""

    run: str
    share: float
    order: str = "contribution"
    recovery: int = 60
    images: int = 24
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Distil(Command):
    """Teach a student of so many filters, as a new run: (Progress | StudentStep)*, StudentReady.

    `lessons` is "teacher" or "labels". It sees at most `normals` normal images (0: all) and `made`
    ones with made defects (None: 120 where the teacher saw 20 defects or fewer). `cells`: it learns
    from cells as well as from windows. `cost_ratio` 0: the teacher's. Long; stop keeps the student
    as far as it came.
    """

    run: str
    filters: int = 33
    steps: int = 3000
    lessons: str = "teacher"
    seed: int = 0
    normals: int = 0
    made: int | None = None
    cells: bool = True
    cost_ratio: float = 0.0


@dataclass(frozen=True, slots=True)
class MakeInspector(Command):
    """From few labelled defects to a verified, exported student, in one go.

    The events of Train for its teacher, then (Progress | StudentStep)*, StudentReady, RunExported,
    RunsTimed and last InspectorMade. Long. Stop ends the step at work early and goes on with what
    it gave; cancel ends all, and runs that were finished stay in the project.

    Attributes
    ----------
    data, project, options, device : as for Train
    teacher : a finished run of the project to learn from; "": one is trained
    defects : how many labelled defective images may be used; 0: all
    iterations : of the teacher's training
    filters, steps : of the student
    normals : at most so many normal images for the student; 0: all
    made : images with made defects for the student
    path : the ONNX file; "": in the student's own folder
    """

    data: str
    project: str
    options: ReaderOptions = AS_FOUND
    device: str = "auto"
    teacher: str = ""
    defects: int = 0
    fold: int = 1
    iterations: int = 40
    filters: int = 33
    steps: int = 2000
    normals: int = 80
    made: int = 120
    path: str = ""
    int8: bool = False
    seed: int = 0
    folds: int = 5


@dataclass(frozen=True, slots=True)
class TimeRuns(Command):
    """How long runs take an image: Progress*, RunsTimed. Long.

    `size` is (height, width) in pixels; `threads` 0: torch's own choice.
    """

    runs: tuple[str, ...]
    size: tuple[int, int] = (512, 512)
    batches: tuple[int, ...] = (1,)
    threads: int = 0


@dataclass(frozen=True, slots=True)
class ExportRun(Command):
    """Write a run as ONNX and compare the file with it: Progress*, RunExported. Long."""

    run: str
    path: str
    int8: bool = False
    images: int = 50


@dataclass(frozen=True, slots=True)
class EvaluateRun(Command):
    """Evaluated, then DefectsLocated if that is kept: verdicts a run keeps beside the labels of
    the current data set. Interactive; nothing is judged.
    """

    run: str


@dataclass(frozen=True, slots=True)
class ProposeThreshold(Command):
    """ThresholdProposed, from the validation verdicts a run keeps. Interactive; nothing is kept.

    `cost_ratio` is what an escape costs in units of one overkill; `share` that of defective parts
    in production, None: that of the validation images.
    """

    run: str
    cost_ratio: float = 20.0
    share: float | None = None


@dataclass(frozen=True, slots=True)
class LocateDefects(Command):
    """Progress*, DefectsLocated: maps of a run's defective test images against their regions.

    Long; kept with the run, nothing is kept of a cancelled one.
    """

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
