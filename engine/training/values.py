"""What is kept with a run besides its weights and figures."""

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
