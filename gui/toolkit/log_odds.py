"""The log-odds axis: where scores lie on it, its ticks and its bins. No widgets here."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

LEAST = 1e-12
"""Scores closer to 0 or 1 than this lie at the end of the axis."""

FEWEST = 3
"""Ticks that an axis has at least."""

TAIL = 1e-3
"""Scores nearer to 0 or 1 than this are written as powers of ten."""

_TICKS = (1e-12, 1e-10, 1e-8, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 0.5)


def odds_of(score: float) -> float:
    """Return ln(s / (1 - s)), finite at 0 and 1."""
    held = min(1 - LEAST, max(LEAST, score))
    return math.log(held) - math.log1p(-held)


def score_of(odds: float) -> float:
    """Return the score at a place on the axis."""
    if odds >= 0:
        return 1 / (1 + math.exp(-odds))
    grown = math.exp(odds)
    return grown / (1 + grown)


def score_text(score: float) -> str:
    """Return a score with the digits that matter, near 0 and near 1 alike."""
    if score <= 0 or score >= 1:
        return f"{score:.0f}"
    if score < 0.0005:
        return _power(score)
    if score > 0.9995:
        return f"1 \N{MINUS SIGN} {_power(1 - score)}"
    return f"{score:.3f}" if score < 0.9 else f"{score:.4f}".rstrip("0")


def _power(value: float) -> str:
    exponent = math.floor(math.log10(value) + 1e-3)
    digits = str(exponent).translate(
        str.maketrans(
            "-0123456789", "\u207b\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
        )
    )
    front = value / 10.0**exponent
    return (
        f"10{digits}" if abs(front - 1) < 0.05 else f"{front:.1f}\N{MULTIPLICATION SIGN}10{digits}"
    )


def span(odds: Sequence[NDArray[np.float64]], marks: Sequence[float]) -> tuple[float, float]:
    """Return the ends of an axis that shows all of these, with a little room on both sides."""
    ends = [float(v) for each in odds if len(each) for v in (each.min(), each.max())]
    ends += list(marks)
    low, high = min(ends, default=-1.0), max(ends, default=1.0)
    room = max(0.5, 0.04 * (high - low))
    return low - room, high + room


def ticks(low: float, high: float, most: int) -> list[tuple[float, str]]:
    """Return (place, score as text) of at most about `most` round scores between two places."""
    scores = [*_TICKS, *(1 - score for score in reversed(_TICKS[:-1]))]
    shown = [score for score in scores if low <= odds_of(score) <= high]
    least = (high - low) / max(1, most)
    result: list[tuple[float, str]] = []
    # One half is the middle of the axis: it goes first, the others where they find room.
    for score in sorted(shown, key=lambda value: abs(odds_of(value))):
        place = odds_of(score)
        if all(abs(place - other) >= least for other, _ in result):
            result.append((place, _tick_text(score)))
    # Scores that lie close together: a single round one tells nobody what the others are.
    return sorted(result) if len(result) >= FEWEST else _close_ticks(low, high, most)


def _close_ticks(low: float, high: float, most: int) -> list[tuple[float, str]]:
    """Equal steps of 1, 2 or 5 between two places; near 1 they count from 1 downwards."""
    if low > odds_of(1 - TAIL):
        mirrored = _close_ticks(-high, -low, most)
        return [(-place, f"1\N{MINUS SIGN}{words}") for place, words in reversed(mirrored)]
    first, last = score_of(low), score_of(high)
    exponent = math.floor(math.log10(max(last - first, LEAST)))
    steps = [front * 10.0**power for power in (exponent, exponent - 1) for front in (5, 2, 1)]
    # The last steps are fine enough for a few ticks on any span.
    step = next((s for s in steps if last // s - -(-first // s) + 1 >= FEWEST), steps[-1])
    places = np.arange(math.ceil(first / step), math.floor(last / step) + 1) * step
    every = max(1, math.ceil(len(places) / max(1, most)))
    digits = max(1, math.ceil(-math.log10(step)))
    return [
        (odds_of(float(p)), _power(float(p)) if last < TAIL else f"{p:.{digits}f}")
        for p in places[::every]
    ]


def _tick_text(score: float) -> str:
    if 1e-3 <= score <= 0.5:
        return f"{score:g}"
    if 0.5 < score <= 1 - 1e-4:
        return f"{score:.4f}".rstrip("0")
    return _power(score) if score < 0.5 else f"1\N{MINUS SIGN}{_power(1 - score)}"


def bins(
    odds: NDArray[np.float64], edges: NDArray[np.float64], scores: NDArray[np.float64], at: float
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Count images in each bin: those whose score is at most `at`, and those above it."""
    place = np.clip(np.searchsorted(edges, odds, side="right") - 1, 0, len(edges) - 2)
    above = scores > at
    count = len(edges) - 1
    return np.bincount(place[~above], minlength=count), np.bincount(place[above], minlength=count)
