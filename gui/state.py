"""What the window knows. Plain values with one writer, the controller; views only read."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QObject

from engine.messages import (
    ChannelShown,
    ChannelsListed,
    ChannelsPictured,
    DecoderQuality,
    DecoderStep,
    Flip,
    Inspected,
    LineFollowed,
    LinePoint,
    RunMeasures,
    RunNote,
    RunOverlap,
    SampleShown,
    StudySummary,
)
from gui.auditing import Auditing
from gui.batching import Batching, Operating
from gui.lost import Placing
from gui.measures.layer_log import LayerLog
from gui.pairing import Versus
from gui.reviewing import Reviewing
from gui.signing import Signing
from gui.store.engine_client import EngineClient, Job
from gui.store.world import World
from gui.strokes import Strokes


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


class AppState(World):
    """What the window knows: the world, and the state of features that have no store yet."""

    def __init__(self, client: EngineClient, parent: QObject | None = None) -> None:
        super().__init__(client, parent)
        self.audited = False
        self.sample: SampleShown | None = None
        self.strokes = Strokes()
        self.inspection = Inspection()
        self.measures: dict[str, RunMeasures] = {}
        self.layer_logs: dict[str, LayerLog] = {}
        self.comparison = Comparison()
        self.studies: dict[str, StudySummary] = {}
        self.study = ""
        self.interpolation = Interpolation()
        self.run_lines: dict[str, RunLines] = {}
        self.placing = Placing()
        self.signing = Signing()
        self.notes: dict[str, RunNote] | None = None
        self.versus = Versus()
        self.auditing = Auditing()
        self.reviewing = Reviewing()
        self.batching = Batching()
        self.operating = Operating()

    @property
    def jobs(self) -> dict[int, Job]:
        """Jobs under way by their number."""
        return self.client.jobs

    def lane_jobs(self, lane: str) -> list[Job]:
        """Return the jobs of a lane in the order they were sent."""
        return self.client.lane_jobs(lane)

    @property
    def device(self) -> str:
        """What the engine computes on; empty until it is ready."""
        return self.client.device

    @property
    def networks(self) -> tuple[tuple[str, str], ...]:
        """(name, title) of the backbones it offers."""
        return self.client.networks
