"""Whether a run does better than nothing: said in words wherever its figures stand."""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import NormalDist

from engine.core.values import Rates, Sentence


@lru_cache(maxsize=4096)
def auc_interval(
    auc: float, normal: int, defective: int, level: float = 0.95
) -> tuple[float, float]:
    """Two-sided interval of an AUC, by Newcombe (2006), method 5.

    Hanley & McNeil's (1982) variance with both counts replaced by their mean, solved for the AUC
    rather than put in at the estimate, so that an AUC of 1 has an interval too: "Confidence
    intervals for an effect size measure based on the Mann-Whitney statistic. Part 2", Statistics in
    Medicine 25, 559-573.

    Parameters
    ----------
    auc
        Seen, in [0, 1].
    normal, defective
        Images of each kind, at least 1.

    Raises
    ------
    ValueError
        There are no images of a kind.
    """
    if normal < 1 or defective < 1:
        raise ValueError("An AUC needs images of both kinds")
    z = NormalDist().inv_cdf(1 - (1 - level) / 2)
    star = (normal + defective) / 2 - 1

    def apart(true: float) -> float:
        spread = 1 + star * (1 - true) / (2 - true) + star * true / (1 + true)
        return z * math.sqrt(true * (1 - true) * spread / (normal * defective))

    def solve(low: float, high: float, sign: int) -> float:
        for _ in range(60):
            middle = (low + high) / 2
            beyond = sign * (middle - auc) > apart(middle)
            if beyond == (sign > 0):
                high = middle
            else:
                low = middle
        return (low + high) / 2

    return (solve(0.0, auc, -1) if auc > 0 else 0.0, solve(auc, 1.0, 1) if auc < 1 else 1.0)


def worse_than(test: Rates | None) -> tuple[Sentence, ...]:
    """What is to be said of figures that are no better than those of no network at all."""
    if test is None or not test.images:
        return ()
    result = []
    if test.accuracy < test.baseline:
        result.append(
            Sentence(
                "It is right less often ({accuracy}) than who always says 'texture right, never a "
                "defect' ({baseline}) on the same images.",
                {"accuracy": _percent(test.accuracy), "baseline": _percent(test.baseline)},
            )
        )
    normal = test.images - test.defective
    if test.auc is not None and normal and test.defective:
        low, high = auc_interval(test.auc, normal, test.defective)
        if low <= 0.5:
            result.append(
                Sentence(
                    "Not shown to tell defects from normal parts better than chance: AUC {auc}, "
                    "95 % interval {low} to {high}.",
                    {"auc": f"{test.auc:.3f}", "low": f"{low:.3f}", "high": f"{high:.3f}"},
                )
            )
    return tuple(result)


def _percent(share: float) -> str:
    return f"{100 * share:.2f} %"
