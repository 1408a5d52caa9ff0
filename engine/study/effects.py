"""From one value a fold to an outcome: the rules of docs/claims.md."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, stdev

from scipy.stats import t as student

from engine.core.values import Sentence
from engine.study.values import Effect

HOLDS, FAILS, OPEN = "holds", "fails", "open"

TINY = 1e-9


def mean_interval(
    values: Sequence[float], overlap: float = 0.0
) -> tuple[float, float | None, float | None]:
    """Mean of a sample and its 95 % interval (Student's t); (mean, None, None) of one value.

    Parameters
    ----------
    values
        One a run.
    overlap
        Test images over training images where the runs' training sets overlap, so that their
        values depend on each other: the variance is then taken times 1/n + overlap in place of
        1/n (Nadeau & Bengio 2003, "Inference for the generalization error").
    """
    mean, count = fmean(values), len(values)
    if count < 2:
        return mean, None, None
    reach = float(student.ppf(0.975, count - 1)) * stdev(values) * (1 / count + overlap) ** 0.5
    return mean, mean - reach, mean + reach


def decide(values: Sequence[float], margin: float, overlap: float = 0.0) -> str:
    """Outcome of one part of a claim.

    Parameters
    ----------
    values
        The effect in each fold, positive in the claimed direction; one or more.
    margin
        The smallest effect worth the name, above 0.
    overlap
        See :func:`mean_interval`.

    Returns
    -------
    str
        holds, fails or open.
    """
    mean, low, high = mean_interval(values, overlap)
    margin -= TINY  # 0.95 - 0.90 is a hair less than 0.05 in binary
    if low is None or high is None:
        return HOLDS if mean >= margin else FAILS if mean <= 0 else OPEN
    if mean >= margin and low > 0:
        return HOLDS
    return FAILS if high < margin else OPEN


def together(outcomes: Sequence[str]) -> str:
    """Outcome of a claim of several parts."""
    if not outcomes or OPEN in outcomes:
        return FAILS if FAILS in outcomes else OPEN
    return FAILS if FAILS in outcomes else HOLDS


def effect(
    name: Sentence, values: Sequence[float], margin: float, shown: Sentence, overlap: float
) -> Effect:
    """Measure one part of a claim and decide it; `overlap` as in :func:`mean_interval`."""
    mean, low, high = mean_interval(values, overlap)
    outcome = decide(values, margin, overlap)
    return Effect(name, tuple(values), mean, low, high, margin, outcome, shown)
