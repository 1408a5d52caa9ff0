"""Commands and events of data sets: opening, drawing and showing them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.command import Command, Priority
from engine.core.event import Event
from engine.core.values import (
    AS_FOUND,
    DataSummary,
    Outlines,
    ReaderOptions,
    Shape,
)
from engine.data.values import Explained, Peek


@dataclass(frozen=True, slots=True)
class OpenData(Command):
    """Read a data set: Progress*, DataOpened. It is the lane's current set from then on.

    Regions drawn in the folder `project` count ("": none are there), and so does how the set is
    read as it was said there, unless something is said now; what is said now is kept with it.
    `said`: a person said that the set is read as found. `folds` and `seed` of the folds that are
    shown: None for those the project uses, else 5 and 0.
    """

    first_stage = "reading"

    path: str
    options: ReaderOptions = AS_FOUND
    folds: int | None = None
    seed: int | None = None
    project: str = ""
    said: bool = False


@dataclass(frozen=True, slots=True)
class ExplainData(Command):
    """DataExplained: what lies in a folder, and what would come of it. Nothing is opened.
    Interactive.
    """

    priority = Priority.INTERACTIVE

    path: str
    options: ReaderOptions = AS_FOUND
    project: str = ""


@dataclass(frozen=True, slots=True)
class PeekPictures(Command):
    """PicturePeeked for each file that can be read; at most `side` pixels. Interactive."""

    priority = Priority.INTERACTIVE

    paths: tuple[str, ...]
    side: int = 96


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
class PlaceData(Command):
    """Remember in the project where a run's images are now: DataPlaced.

    `path` is their folder, or the one it lies in; other images than the run's are refused.
    """

    run: str
    path: str


@dataclass(frozen=True, slots=True)
class DataOpened(Event):
    """A data set is open, read with `options`; None: as the command says."""

    data: DataSummary
    options: ReaderOptions | None = None


@dataclass(frozen=True, slots=True)
class DataExplained(Event):
    """What lies in a folder, and how it would be read."""

    look: Explained


@dataclass(frozen=True, slots=True, eq=False)
class PicturePeeked(Event):
    """A small picture of a file."""

    peek: Peek


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
class DataPlaced(Event):
    """A run's images were found again at `path`, and its project remembers it."""

    run: str
    path: str
