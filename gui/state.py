"""What the window knows. Plain values with one writer, the controller; views only read."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.messages import (
    ChannelShown,
    ChannelsListed,
    ChannelsPictured,
    Command,
    DataSummary,
    DecoderQuality,
    DecoderStep,
    Distilled,
    Exported,
    Flip,
    Graded,
    Inspected,
    Latency,
    LineFollowed,
    LinePoint,
    Prediction,
    Pruned,
    Rates,
    ReaderOptions,
    Removed,
    RunMeasures,
    RunNote,
    RunOverlap,
    RunSummary,
    SampleRow,
    SampleShown,
    StudySummary,
)
from engine.recipe import Recipe
from gui.auditing import Auditing
from gui.batching import Batching, Operating
from gui.curves import Curve
from gui.evaluating import Evaluating
from gui.lost import Placing
from gui.making import Making
from gui.measures.layer_log import LayerLog
from gui.pairing import Versus
from gui.reviewing import Reviewing
from gui.signing import Signing
from gui.strokes import Strokes

ACTIVE = frozenset({"running", "pausing", "paused", "resuming", "stopping", "cancelling"})
"""States of a job that the engine has in its hands."""


@dataclass(slots=True)
class Job:
    """A command under way.

    `state` is queued or one of `ACTIVE`; `stage`, `done` and `total` are its last progress;
    `run` is the key of the run record it trains, 0 if none.
    """

    number: int
    lane: str
    command: Command
    state: str = "queued"
    stage: str = ""
    done: int = 0
    total: int = 0
    run: int = 0


@dataclass(slots=True)
class RunRecord:
    """A run as the window shows it, from its place in the queue to its test figures.

    Attributes
    ----------
    key
        Number of this record in the window; fixes its colour.
    path
        The run's folder; empty until it has started.
    job
        The job that trains it now; 0 if none.
    live
        Rates of the last validation.
    """

    key: int
    name: str
    recipe: Recipe
    path: str = ""
    state: str = "queued"
    job: int = 0
    iteration: int = 0
    iterations: int = 0
    seconds: float = 0.0
    loss: float | None = None
    images_per_second: float | None = None
    eta: float | None = None
    device: str = ""
    precision: str = ""
    baseline: float | None = None
    on_test: bool = False
    live: Rates | None = None
    test: Rates | None = None
    summary: RunSummary | None = None
    curve: Curve = field(default_factory=Curve)

    @property
    def usable(self) -> bool:
        """Whether its network can judge images."""
        return bool(self.path) and not self.job and self.state in ("done", "stopped")

    @property
    def resumable(self) -> bool:
        """Whether its training can be gone on with."""
        made = self.summary is not None and bool(self.summary.kind)
        ended = self.state in ("interrupted", "stopped")
        return bool(self.path) and not self.job and ended and not made


@dataclass(slots=True)
class Inspection:
    """What the Inspect page looks at. `index` is -1 while no image is chosen."""

    run: str = ""
    index: int = -1
    sample: SampleShown | None = None
    inspected: Inspected | None = None
    layer: str = ""
    channels: ChannelsListed | None = None
    channel: ChannelShown | None = None
    failed: str = ""


SIDES = ("left", "right")
"""Places of the two runs whose channels are compared."""


@dataclass(slots=True)
class Side:
    """One run of a comparison; `failed` says why its channels cannot be shown."""

    run: str = ""
    pictured: ChannelsPictured | None = None
    failed: str = ""


@dataclass(slots=True)
class Comparison:
    """All channels of a layer for one image, in two runs. `index` is -1 while none is chosen."""

    index: int = -1
    layer: str = ""
    sample: SampleShown | None = None
    sides: dict[str, Side] = field(default_factory=lambda: {name: Side() for name in SIDES})


@dataclass(slots=True)
class LineSide:
    """One run's line between the two images.

    Attributes
    ----------
    job
        The job that works the line out; 0 if none.
    followed, flips
        What is known of the line; `flips` comes with its last place.
    point, film
        What is shown of it: the point at the slider, and its steps from 0 to 1.
    channel
        The channel looked at; -1 for the one that carries most.
    failed
        Why the line cannot be worked out, translated.
    """

    run: str = ""
    job: int = 0
    followed: LineFollowed | None = None
    flips: tuple[Flip, ...] | None = None
    point: LinePoint | None = None
    film: tuple[LinePoint, ...] = ()
    channel: int = -1
    failed: str = ""


@dataclass(slots=True)
class Interpolation:
    """The line between two images, in two runs.

    Attributes
    ----------
    pair
        Numbers of both images, -1 while none is chosen.
    ends
        The images themselves, as soon as they are there.
    layer
        Where they are mixed: a layer's name, ``input`` or "" for the last layer.
    t
        The place looked at, in [0, 1].
    picture
        One of `engine.messages.PICTURES`.
    """

    pair: tuple[int, int] = (-1, -1)
    ends: list[SampleShown | None] = field(default_factory=lambda: [None, None])
    layer: str = ""
    t: float = 0.5
    picture: str = "sum"
    sides: dict[str, LineSide] = field(default_factory=lambda: {name: LineSide() for name in SIDES})


@dataclass(slots=True)
class RunLines:
    """What a run keeps for lines.

    Attributes
    ----------
    quality
        Of its decoder, if it has one.
    step
        A decoder of it in training.
    indexed
        Images that can be searched for the nearest; 0 until they were looked up.
    overlaps
        What was measured over many pairs, by textures.
    """

    quality: DecoderQuality | None = None
    step: DecoderStep | None = None
    indexed: int = 0
    overlaps: dict[tuple[str, str], RunOverlap] = field(default_factory=dict)


@dataclass(slots=True)
class Compression:
    """What was asked of a run to make it smaller or faster, and what came of it.

    Attributes
    ----------
    removed
        Its dead channels removed.
    graded, growing
        The curve of fewer and fewer filters; one that is being drawn takes its place at the end.
    pruned, students
        Networks made from it, the newest last.
    lesson
        Loss and figures of the student taught last.
    timed
        It and others in turn, as asked for last.
    exported
        Its newest export.
    failed
        Why a task came to nothing, translated, by task; see `gui.compress_writer.TASKS`.
    """

    removed: Removed | None = None
    graded: Graded | None = None
    growing: Graded | None = None
    pruned: tuple[Pruned, ...] = ()
    students: tuple[Distilled, ...] = ()
    lesson: Curve | None = None
    timed: tuple[Latency, ...] = ()
    exported: Exported | None = None
    failed: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class AppState:
    """All that the views render.

    Attributes
    ----------
    opening
        Folder that is being read; empty if none.
    open_failed
        Why the last folder could not be read, translated; empty if it could.
    audited
        Every file of the data set was decoded; `data.problems` holds what was found.
    sample
        Image shown on the Data page.
    strokes
        What was drawn on the data set's images since it was opened.
    device
        What the engine computes on; empty until it is ready.
    networks
        (name, title) of the backbones it offers.
    predictions
        Verdicts by run folder and sample index.
    measures, layer_logs
        What was measured of a run, and what its live validations logged, by run folder.
    comparison
        The channels of two runs side by side.
    studies, study
        The project's studies by name, and the one looked at.
    interpolation, run_lines
        The line between two images, and what runs keep for lines, by run folder.
    compressing, compressions
        The run that is to get smaller, and what came of making runs smaller, by run folder.
    making
        A fast inspector on its way from few defects, or the one made last.
    evaluating
        The run whose verdicts are held against the labels.
    placing
        What came of looking for images that were moved.
    signing
        The run that is to be signed off, and what was signed before.
    notes
        What was written of runs, by name; None before they were read.
    versus
        Two runs side by side.
    auditing
        What is odd about the data set, what was decided of it, its folds and training views.
    reviewing
        The run whose verdicts a person goes through, what was said, and the data versions.
    batching, operating
        The folder inspected, and what the project keeps of others.
    """

    data: DataSummary | None = None
    options: ReaderOptions = field(default_factory=ReaderOptions)
    opening: str = ""
    open_failed: str = ""
    audited: bool = False
    sample: SampleShown | None = None
    strokes: Strokes = field(default_factory=Strokes)
    device: str = ""
    networks: tuple[tuple[str, str], ...] = ()
    project: str = ""
    runs: list[RunRecord] = field(default_factory=list)
    jobs: dict[int, Job] = field(default_factory=dict)
    predictions: dict[str, dict[int, Prediction]] = field(default_factory=dict)
    inspection: Inspection = field(default_factory=Inspection)
    measures: dict[str, RunMeasures] = field(default_factory=dict)
    layer_logs: dict[str, LayerLog] = field(default_factory=dict)
    comparison: Comparison = field(default_factory=Comparison)
    studies: dict[str, StudySummary] = field(default_factory=dict)
    study: str = ""
    interpolation: Interpolation = field(default_factory=Interpolation)
    run_lines: dict[str, RunLines] = field(default_factory=dict)
    compressing: str = ""
    compressions: dict[str, Compression] = field(default_factory=dict)
    making: Making = field(default_factory=Making)
    evaluating: Evaluating = field(default_factory=Evaluating)
    placing: Placing = field(default_factory=Placing)
    signing: Signing = field(default_factory=Signing)
    notes: dict[str, RunNote] | None = None
    versus: Versus = field(default_factory=Versus)
    auditing: Auditing = field(default_factory=Auditing)
    reviewing: Reviewing = field(default_factory=Reviewing)
    batching: Batching = field(default_factory=Batching)
    operating: Operating = field(default_factory=Operating)

    @property
    def samples(self) -> tuple[SampleRow, ...]:
        """Images of the open data set."""
        return self.data.samples if self.data else ()

    def lane_jobs(self, lane: str) -> list[Job]:
        """Return the jobs of a lane in the order they were sent."""
        return [job for job in self.jobs.values() if job.lane == lane]

    def run_of(self, *, key: int = 0, path: str = "") -> RunRecord | None:
        """Find a record by its key or its folder."""
        for run in self.runs:
            if (key and run.key == key) or (path and run.path == path):
                return run
        return None

    @property
    def current_run(self) -> RunRecord | None:
        """The run that trains now (or is paused)."""
        return next((run for run in self.runs if run.job and run.state in ACTIVE), None)


def run_order(runs: list[RunRecord]) -> list[RunRecord]:
    """Return runs as a table shows them: at work, then queued in turn, then the others."""

    def rank(run: RunRecord) -> tuple[int, int]:
        if run.job and run.state in ACTIVE:
            return 0, run.job
        return (1, run.job) if run.job else (2, 0)

    return sorted(runs, key=rank)
