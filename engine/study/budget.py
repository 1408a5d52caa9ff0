"""What more labelled defects buy: from the curve of labelled defects, with an interval over draws.

Within a draw the error falls as a power of the number of labelled defects (a straight line in both
logarithms). The gain of ten more is read off each draw's own line, so that what draws have in
common is in the spread over draws, whose interval admits that they share training images.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from engine.core.recipe import Setting
from engine.core.values import Sentence
from engine.study.effects import mean_interval
from engine.study.values import Budget, CurveDot, CurveDraw

MORE = 10
"""Labelled defects that are bought."""


def label_budget(dots: Sequence[CurveDot], overlap: float, more: int = MORE) -> tuple[Budget, ...]:
    """What `more` labelled defects would bring beyond the most that were tried, a setting.

    Parameters
    ----------
    dots
        Points of the curve.
    overlap
        Test images over training images of a draw; see :func:`mean_interval`.

    Returns
    -------
    tuple
        Settings with two numbers of labelled defects or more; without an interval of one draw.
    """
    result = []
    for setting in dict.fromkeys(dot.setting for dot in dots):
        mine = [dot for dot in dots if dot.setting is setting and dot.defects > 0]
        have = max((dot.defects for dot in mine), default=0)
        gains = {
            name: [g for g in (_gain(points, have, more) for points in draws) if g is not None]
            for name, draws in _by_draw(mine).items()
        }
        if not gains["auc"]:
            continue
        auc = mean_interval(gains["auc"], overlap)
        draws, missed = len(gains["auc"]), gains["escape"]
        escape: tuple[float | None, float | None, float | None] = (None, None, None)
        if missed:
            escape = mean_interval(missed, overlap)
        words = _words(setting, have, more, draws, auc)
        result.append(
            Budget(
                setting,
                have,
                more,
                draws,
                auc[0],
                auc[1],
                auc[2],
                escape[0],
                escape[1],
                escape[2],
                words,
            )
        )
    return tuple(result)


def _by_draw(dots: Sequence[CurveDot]) -> dict[str, list[list[tuple[int, float]]]]:
    """(defects, error) of each draw, for both errors."""
    errors: dict[str, dict[int, list[tuple[int, float]]]] = {
        "auc": defaultdict(list),
        "escape": defaultdict(list),
    }
    for dot in dots:
        for draw in dot.draws:
            if draw.auc is not None:
                errors["auc"][draw.draw].append((dot.defects, _auc_error(draw)))
            if draw.defective:
                rate = (draw.escapes + 0.5) / (draw.defective + 1)
                errors["escape"][draw.draw].append((dot.defects, rate))
    return {name: [found[key] for key in sorted(found)] for name, found in errors.items()}


def _auc_error(draw: CurveDraw) -> float:
    """1 - AUC, at least half the step that one pair of images makes."""
    assert draw.auc is not None
    return max(1 - draw.auc, 0.5 / max(1, draw.normal * draw.defective))


def _gain(points: Sequence[tuple[int, float]], have: int, more: int) -> float | None:
    """By how much the error of one draw falls from `have` to `have + more` defects."""
    if len({count for count, _ in points}) < 2:
        return None
    x, y = (np.log(np.asarray(values, dtype=np.float64)) for values in zip(*points, strict=True))
    slope, at = np.polyfit(x, y, 1)
    now, then = (float(np.exp(at + slope * np.log(n))) for n in (have, have + more))
    return min(now, 1.0) - min(then, 1.0)


def _words(
    setting: Setting,
    have: int,
    more: int,
    draws: int,
    auc: tuple[float, float | None, float | None],
) -> Sentence:
    values = {
        "more": str(more),
        "have": str(have),
        "setting": setting.value,
        "gain": f"{auc[0]:+.4f}",
        "draws": str(draws),
    }
    if auc[1] is None or auc[2] is None:
        return Sentence(
            "{more} more labelled defects beyond {have} would change the AUC of {setting} by "
            "{gain} in the one draw made: no interval. Make more draws.",
            values,
        )
    values |= {"low": f"{auc[1]:+.4f}", "high": f"{auc[2]:+.4f}"}
    return Sentence(
        "{more} more labelled defects beyond {have} would change the AUC of {setting} by {gain} "
        "(95 % interval over {draws} draws: {low} to {high}).",
        values,
    )
