"""What is said at a place on a line: from the point if it is there, else from the curve."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.interpolate.values import LEVELS, LineCurve
from gui.interpolate.state import LineSide


@dataclass(frozen=True, slots=True)
class Reading:
    """Probabilities of all classes, the score and the class named at `t`."""

    t: float
    probabilities: NDArray[np.float64]
    score: float
    label: int


def reading(side: LineSide, t: float) -> Reading | None:
    """Return what a run says at a place; None while nothing is known of the line."""
    if side.point is not None:
        point = side.point
        return Reading(point.t, point.probabilities, point.score, point.label)
    if side.followed is None:
        return None
    return at(side.followed.curve, t)


def at(curve: LineCurve, t: float) -> Reading:
    """Return the nearest place that was worked out."""
    place = int(np.abs(curve.t - t).argmin())
    return Reading(
        float(curve.t[place]),
        curve.probabilities[place],
        float(curve.scores[place]),
        int(curve.labels[place]),
    )


def stretches(curve: LineCurve, ends: tuple[int, int], level: float) -> list[tuple[float, float]]:
    """Return where both end classes are above a level, between places by straight lines."""
    if ends[0] == ends[1]:
        return []
    # The smaller of two straight lines has a corner where they cross: a fine grid finds it.
    fine = np.unique(np.concatenate([curve.t, np.linspace(0, 1, 401)]))
    both = np.minimum(
        np.interp(fine, curve.t, curve.probabilities[:, ends[0]]),
        np.interp(fine, curve.t, curve.probabilities[:, ends[1]]),
    )
    above = np.concatenate([[False], both > level, [False]])
    edges = np.flatnonzero(above[1:] != above[:-1])
    return [
        (float(fine[start]), float(fine[stop - 1]))
        for start, stop in zip(edges[::2], edges[1::2], strict=True)
    ]


SHOWN_LEVELS = tuple(sorted(LEVELS))
"""The lower level first, so that the higher one is painted over it."""
