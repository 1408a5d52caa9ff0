"""Commands and events of what is measured of a run."""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.command import Command, Priority
from engine.core.event import Event
from engine.measures.values import ChannelPictures, RunMeasures


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
class MeasureRuns(Command):
    """Take all measures of several runs on the workers of a scheduler, a run a task: ClusterJoined,
    WorkersNow*, and Measured for each. Long. The others are as of MeasureRun.
    """

    first_stage = "reading"

    runs: tuple[str, ...]
    scheduler: str
    images: int = 100
    seed: int = 0
    tsne: bool = False
    source: str = ""
    control: str = ""


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
class Measured(Event):
    """What was measured of a run."""

    run: str
    measures: RunMeasures


@dataclass(frozen=True, slots=True)
class ChannelsPictured(Event):
    """All channels of a layer for one image."""

    run: str
    index: int
    layer: str
    pictures: ChannelPictures
