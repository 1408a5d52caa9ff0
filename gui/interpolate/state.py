"""The line between two images, in two runs, and what runs keep for lines. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.data.messages import SampleShown
from engine.interpolate.messages import DecoderStep, LineFollowed
from engine.interpolate.values import DecoderQuality, Flip, LinePoint, PatchQuality
from engine.measures.values import RunOverlap

SIDES = ("left", "right")
"""Places of the two runs whose lines are looked at."""


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

    @property
    def whole(self) -> bool:
        """Whether its line is worked out to its end."""
        return self.followed is not None and self.followed.done >= self.followed.total


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
        One of `engine.interpolate.values.PICTURES`.
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
    patches
        Of the real patches it keeps, if it does.
    indexed
        Images that can be searched for the nearest; 0 until they were looked up.
    overlaps
        What was measured over many pairs, by textures.
    """

    quality: DecoderQuality | None = None
    step: DecoderStep | None = None
    patches: PatchQuality | None = None
    indexed: int = 0
    overlaps: dict[tuple[str, str], RunOverlap] = field(default_factory=dict)


def has_picture(keep: RunLines | None, picture: str) -> bool:
    """Whether a run has what a kind of picture takes: not every run has a decoder."""
    if picture == "decoded":
        return keep is not None and keep.quality is not None
    if picture == "patches":
        return keep is not None and keep.patches is not None
    return True


def channel_of(side: LineSide) -> int:
    """Return the channel a side looks at: the chosen one, else the one that carries most."""
    followed = side.followed
    if side.channel >= 0 or followed is None or not followed.channels:
        return max(0, side.channel)
    return followed.channels[0]
