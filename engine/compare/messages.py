"""Two runs on the same held-out images: values, command and event.

Nothing here imports torch or Qt. Arrays are contiguous and read-only.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.command import Command, Priority
from engine.core.event import Event

CELLS = ("both", "one", "other", "neither")
"""Who is right: both runs, only the first, only the second, neither."""


@dataclass(frozen=True, slots=True, eq=False)
class PairedVerdicts:
    """Verdicts of two runs on images that both held out, each at its own threshold.

    Attributes
    ----------
    one, other : the runs' folders
    thresholds : of both
    indices : int64 (n,), of the images in the data set, ascending
    scores : float64 (2, n), in [0, 1]
    right : bool (2, n), texture and state are those of the label
    named : the class each names, 2 tuples of n
    bad : bool (n,), labelled defective
    apart : images that only one of them held out; they do not count
    unjudged : images that both held out and not both have judged
    p : two-sided exact McNemar test; 1 where they never differ
    difference, low, high : share right of the first less that of the second, with 95 % interval
    overkills, escapes : of both, among the images that count
    """

    one: str
    other: str
    thresholds: tuple[float, float]
    indices: NDArray[np.int64]
    scores: NDArray[np.float64]
    right: NDArray[np.bool_]
    named: tuple[tuple[str, ...], tuple[str, ...]]
    bad: NDArray[np.bool_]
    apart: int
    unjudged: int
    p: float
    difference: float
    low: float
    high: float
    overkills: tuple[int, int]
    escapes: tuple[int, int]

    def __len__(self) -> int:
        return len(self.indices)

    def rows(self, cell: str) -> NDArray[np.int64]:
        """Places of a cell's images, one of `CELLS`; "" for all."""
        first, second = self.right
        chosen = {
            "both": first & second,
            "one": first & ~second,
            "other": ~first & second,
            "neither": ~first & ~second,
        }.get(cell, np.ones(len(self), dtype=np.bool_))
        return np.flatnonzero(chosen).astype(np.int64)

    def count(self, cell: str) -> int:
        """Images of a cell."""
        return len(self.rows(cell))


@dataclass(frozen=True, slots=True)
class CompareRuns(Command):
    """RunsCompared: two runs of the current data set by their kept verdicts. Interactive."""

    priority = Priority.INTERACTIVE

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class RunsCompared(Event):
    """What came of comparing."""

    pairing: PairedVerdicts
