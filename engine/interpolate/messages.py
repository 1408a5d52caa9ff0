"""Commands and events of lines between images."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.command import Command, Priority
from engine.core.event import Event
from engine.interpolate.values import (
    DecoderQuality,
    Flip,
    LineCurve,
    LineKey,
    LinePoint,
    PatchQuality,
)
from engine.measures.values import RunOverlap


@dataclass(frozen=True, slots=True)
class FollowLine(Command):
    """Work out a line of the open data set: LineFollowed+, then LineFlipped.

    At the last layer all is known at once; at a lower layer `steps` points are worked out one by
    one. The line stays at hand for ShowPoint until two others take its place. Goes before long
    jobs, after interactive ones.
    """

    priority = Priority.SOON
    first_stage = "following"

    key: LineKey
    steps: int = 11


@dataclass(frozen=True, slots=True)
class ShowPoint(Command):
    """PointShown: a point of lines that were followed. Interactive.

    `picture` is one of `PICTURES`; `channels` the channel of each line for "channel".
    """

    priority = Priority.INTERACTIVE

    keys: tuple[LineKey, ...]
    t: float
    picture: str = "sum"
    channels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowFilm(Command):
    """FilmShown: `steps` points of lines that were followed, ends included. Interactive."""

    priority = Priority.INTERACTIVE

    keys: tuple[LineKey, ...]
    picture: str = "sum"
    channels: tuple[int, ...] = ()
    steps: int = 11


@dataclass(frozen=True, slots=True)
class SaveFilm(Command):
    """Write the film of lines that were followed as a picture: FilmSaved. Long.

    `path` ends in .png or .svg and is replaced if it exists.
    """

    first_stage = "figures"

    keys: tuple[LineKey, ...]
    path: str
    picture: str = "sum"
    channels: tuple[int, ...] = ()
    steps: int = 11


@dataclass(frozen=True, slots=True)
class ReadInterpolation(Command):
    """What a run keeps: DecoderReady, PatchesReady, ImagesIndexed and, for these textures,
    OverlapMeasured.

    Interactive.
    """

    priority = Priority.INTERACTIVE

    run: str
    textures: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class TrainDecoder(Command):
    """Train a run's decoder and keep it with the run: (Progress | DecoderStep)*, DecoderReady.

    Long; nothing is kept of a cancelled one; a stopped one is kept as far as it came. The same
    `images` and `steps` for each run, so that they compare.
    """

    first_stage = "features"

    run: str
    images: int = 72
    steps: int = 800
    seed: int = 0


@dataclass(frozen=True, slots=True)
class IndexImages(Command):
    """Look up the features of a run's test images, to find the nearest: Progress*, ImagesIndexed.

    Of more than `images` a sample is taken, evenly over classes. Long.
    """

    first_stage = "features"

    run: str
    images: int = 200


@dataclass(frozen=True, slots=True)
class IndexPatches(Command):
    """Look up patches of a run's training images, to put points together from: Progress*,
    PatchesReady. Long; the same `images` for each run, so that they compare.
    """

    first_stage = "features"

    run: str
    images: int = 72


@dataclass(frozen=True, slots=True)
class MeasureOverlap(Command):
    """Overlap over many pairs of windows of two textures: Progress*, OverlapMeasured. Long.

    `textures` None: the first two with defective test images whose regions are known.
    """

    first_stage = "overlap"

    run: str
    textures: tuple[str, str] | None = None
    pairs: int = 50
    seed: int = 0


@dataclass(frozen=True, slots=True)
class LineFollowed(Event):
    """A line as far as it is worked out; the last of a job has `done` == `total`.

    Attributes
    ----------
    key : its layer named
    layers : names of the network's layers, first to last
    classes : names of the classes, in the network's order
    ends : numbers of both images' true classes
    threshold : of the run, in [0, 1]
    smooth : any place can be shown (last layer), not only those worked out
    curve : all places so far
    channels : numbers of the last layer's channels; first those that carry most of the way from
        the first class's logit to the second's between the two images
    """

    key: LineKey
    layers: tuple[str, ...]
    classes: tuple[str, ...]
    ends: tuple[int, int]
    threshold: float
    smooth: bool
    curve: LineCurve
    channels: tuple[int, ...]
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class LineFlipped(Event):
    """All places where the verdict changes along a line, from the first image to the second."""

    key: LineKey
    flips: tuple[Flip, ...]


@dataclass(frozen=True, slots=True)
class PointShown(Event):
    """`points`: one a line asked for, in that order; `picture` as asked for."""

    t: float
    picture: str
    points: tuple[LinePoint, ...]


@dataclass(frozen=True, slots=True)
class FilmShown(Event):
    """`films`: for each line asked for, in that order, its points from 0 to 1."""

    picture: str
    films: tuple[tuple[LinePoint, ...], ...]


@dataclass(frozen=True, slots=True)
class FilmSaved(Event):
    """The film strip lies in a file."""

    path: str


@dataclass(frozen=True, slots=True)
class DecoderStep(Event):
    """A decoder in training.

    Attributes
    ----------
    loss : mean squared error on the last steps, grey values in [0, 1]
    psnr : of the shown image, in decibels
    image, decoded : uint8 (h, w), a test image, shrunk, and what the decoder makes of it
    """

    run: str
    step: int
    steps: int
    loss: float
    psnr: float
    image: NDArray[np.uint8]
    decoded: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class DecoderReady(Event):
    """A run keeps a decoder that fits its weights as they are."""

    run: str
    quality: DecoderQuality


@dataclass(frozen=True, slots=True)
class ImagesIndexed(Event):
    """`images` of a run can be searched for the one nearest to a point."""

    run: str
    images: int


@dataclass(frozen=True, slots=True)
class PatchesReady(Event):
    """A run keeps real patches that fit its weights as they are."""

    run: str
    quality: PatchQuality


@dataclass(frozen=True, slots=True)
class OverlapMeasured(Event):
    """How much a network's classes overlap, over many pairs."""

    run: str
    overlap: RunOverlap
