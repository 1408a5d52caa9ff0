"""What is kept of runs besides their weights and figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Familiarity:
    """How images are told that are unlike those a run was trained on.

    Attributes
    ----------
    training : training images looked at
    validation : images held out that the limit was settled with; normal ones where that is known
    k : nearest training images a distance is the mean of
    limit : an image is unlike them if its distance is above
    alarms : share of normal images like them that is expected above at most, in [0, 1]
    held_out : whether `alarms` comes from images that nothing was learned from; else it is a guess
        from the training images themselves, which a network knows
    """

    training: int
    validation: int
    k: int
    limit: float
    alarms: float
    held_out: bool


@dataclass(frozen=True, slots=True)
class LivePlan:
    """How many images are judged while a run trains, and every how many iterations."""

    images: int
    every: int


@dataclass(frozen=True, slots=True)
class Pace:
    """How quick a kind of run was on this computer.

    Attributes
    ----------
    step : seconds an optimiser step
    rest : seconds that everything else took, a megapixel of the data set
    day : when it was measured, ISO 8601 date
    """

    step: float
    rest: float
    day: str


@dataclass(frozen=True, slots=True)
class Expected:
    """What something would take on this computer.

    Attributes
    ----------
    seconds : about
    day : when what it rests on was measured, ISO 8601 date; "" if a moment ago, on a few images
    rough : no such run was timed, only the probe, which passes images through the same layers
    """

    seconds: float
    day: str = ""
    rough: bool = False
