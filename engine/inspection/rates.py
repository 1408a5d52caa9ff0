"""How good verdicts are: accuracy, overkill, escape, AUC, exact intervals, the threshold."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta, norm
from sklearn.metrics import log_loss, roc_auc_score

from engine.core.values import Rates
from engine.data.sample import Label
from engine.inspection.verdict import EPSILON, logit

NORMAL_QUANTILE = 0.98
"""With too few defects to weigh, the threshold passes this share of normal images."""

FEWEST_DEFECTS = 3


def exact_interval(events: int, trials: int, level: float = 0.95) -> tuple[float, float]:
    """Clopper-Pearson interval of a rate, two-sided: 0 of 75 still allows 4.8 %.

    Raises
    ------
    ValueError
        `trials` is not positive or `events` lies outside 0..trials.
    """
    if trials < 1 or not 0 <= events <= trials:
        raise ValueError(f"{events} of {trials} is no rate")
    tail = (1 - level) / 2
    low = beta.ppf(tail, events, trials - events + 1) if events else 0.0
    high = beta.ppf(1 - tail, events + 1, trials - events) if events < trials else 1.0
    return float(low), float(high)


def paired_difference(
    one: NDArray[np.bool_], other: NDArray[np.bool_]
) -> tuple[float, float, float]:
    """Share that one gets right less the share that the other does, on the same images.

    Parameters
    ----------
    one, other
        bool (images,), which images each got right.

    Returns
    -------
    (difference, low, high)
        In [-1, 1], with the 95 % interval of Bonett & Price (2012), "Adjusted Wald confidence
        interval for a difference of binomial proportions based on paired data": one is added to
        each of the two kinds of disagreement, so that no disagreement is not taken for certainty.

    Raises
    ------
    ValueError
        No images, or not as many of one as of the other.
    """
    if one.shape != other.shape or not one.size:
        raise ValueError(f"{one.shape} and {other.shape} are no pairs")
    count = one.size
    won, lost = int((one & ~other).sum()), int((~one & other).sum())
    p, q = (won + 1) / (count + 2), (lost + 1) / (count + 2)
    width = float(norm.ppf(0.975)) * np.sqrt((p + q - (p - q) ** 2) / (count + 2))
    middle = p - q
    return (won - lost) / count, max(-1.0, middle - width), min(1.0, middle + width)


def rates(
    truth: Sequence[Label],
    named: Sequence[Label],
    scores: NDArray[np.float64],
    threshold: float,
    baseline: float,
) -> Rates:
    """Compare verdicts with labels.

    Parameters
    ----------
    truth, named
        Label and verdict of each image; right means same texture and same state.
    scores
        float64 (images,) in [0, 1].
    threshold
        At which the verdicts were made.
    baseline
        Accuracy of "texture right, never a defect" on the whole set, in [0, 1].
    """
    count = len(truth)
    right = sum(
        t.texture == n.texture and t.defective is n.defective
        for t, n in zip(truth, named, strict=True)
    )
    has_normal = any(label.defective is not None for label in truth)
    if not has_normal:
        return Rates(
            count, 0, right / count, None, None, None, None, None, 0, 0, threshold, baseline, None
        )
    bad = np.asarray([label.defective is True for label in truth])
    flagged = scores > threshold
    overkills, escapes = int((flagged & ~bad).sum()), int((~flagged & bad).sum())
    normal, defective = int((~bad).sum()), int(bad.sum())
    clipped = np.clip(scores, EPSILON, 1 - EPSILON)
    return Rates(
        images=count,
        defective=defective,
        accuracy=right / count,
        auc=float(roc_auc_score(bad, scores)) if normal and defective else None,
        overkill=overkills / normal if normal else None,
        escape=escapes / defective if defective else None,
        overkill_interval=exact_interval(overkills, normal) if normal else None,
        escape_interval=exact_interval(escapes, defective) if defective else None,
        overkills=overkills,
        escapes=escapes,
        threshold=threshold,
        baseline=baseline,
        log_loss=float(log_loss(bad, clipped, labels=[False, True])),
    )


def choose_threshold(
    scores: NDArray[np.float64], defective: NDArray[np.bool_], cost_ratio: float
) -> float:
    """Choose a threshold on validation images.

    The cost of a threshold is ``cost_ratio * escape + overkill`` weighted by the images at hand.
    Among the cheapest, the widest gap between neighbouring scores (in logits) is taken. Inside
    it, images not seen yet decide: with exponential tails of scale s on both sides their expected
    cost is least at the middle less s/2 ln(cost_ratio * defects / normals), kept in the inner
    eight tenths of the gap; s is the mean of both classes' standard deviations. So the dearer an
    escape, the nearer the threshold lies to the normal images. With fewer than three defects
    there is nothing to weigh: the threshold is then half a logit above the 98 % quantile of the
    normal images.

    Parameters
    ----------
    scores
        float64 (images,) in [0, 1], from dense passes.
    defective
        bool (images,).
    cost_ratio
        Cost of an escape in units of one overkill.

    Returns
    -------
    float in [0, 1]; 0.5 if there are no images
    """
    if scores.size == 0:
        return 0.5
    z = logit(scores)
    if int(defective.sum()) < FEWEST_DEFECTS:
        normal = z[~defective] if (~defective).any() else z
        return _sigmoid(float(np.quantile(normal, NORMAL_QUANTILE)) + 0.5)
    levels = np.unique(z)
    edges = np.concatenate([[levels[0] - 2.0], levels, [levels[-1] + 2.0]])
    middles = (edges[:-1] + edges[1:]) / 2
    thresholds = 1 / (1 + np.exp(-middles))
    flagged = scores[None, :] > thresholds[:, None]
    cost = (flagged & ~defective).sum(1) + cost_ratio * (~flagged & defective).sum(1)
    cheapest = np.flatnonzero(cost == cost.min())
    widest = cheapest[np.argmax(np.diff(edges)[cheapest])]
    if not defective.any() or defective.all():
        return float(thresholds[widest])
    scale = (float(z[defective].std()) + float(z[~defective].std())) / 2
    lean = scale / 2 * np.log(cost_ratio * defective.sum() / (~defective).sum())
    tenth = 0.1 * (edges[widest + 1] - edges[widest])
    inside = np.clip(middles[widest] - lean, edges[widest] + tenth, edges[widest + 1] - tenth)
    return _sigmoid(float(inside))


def _sigmoid(z: float) -> float:
    return float(1 / (1 + np.exp(-z)))
