"""ROC and precision-recall curves, and scores against what there was."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import (
    average_precision_score,
    brier_score_loss,
    precision_recall_curve,
    roc_auc_score,
    roc_curve,
)

from engine.core.arrays import frozen
from engine.evaluate.values import Calibration, ScoreCurve
from engine.inspection.rates import exact_interval

BINS = 10


def roc(scores: NDArray[np.float64], defective: NDArray[np.bool_]) -> ScoreCurve | None:
    """Share of defects found over overkill, from (0, 0) to (1, 1).

    Parameters
    ----------
    scores
        float64 (images,) in [0, 1].
    defective
        bool (images,).

    Returns
    -------
    ScoreCurve or None
        None unless there are images of both kinds. Equal scores make one step, drawn aslant.
    """
    if not defective.any() or defective.all():
        return None
    overkill, result, _ = roc_curve(defective, scores)
    return ScoreCurve(
        frozen(overkill, np.float64),
        frozen(result, np.float64),
        float(roc_auc_score(defective, scores)),
    )


def precision_recall(
    scores: NDArray[np.float64], defective: NDArray[np.bool_]
) -> ScoreCurve | None:
    """Precision over the share of defects found, that share rising; see :func:`roc`.

    `area` is the average precision: the sum of precisions, each weighted by the defects found
    since the one before.
    """
    if not defective.any() or defective.all():
        return None
    precision, result, _ = precision_recall_curve(defective, scores)
    area = float(average_precision_score(defective, scores))
    return ScoreCurve(frozen(result[::-1], np.float64), frozen(precision[::-1], np.float64), area)


def calibration(
    scores: NDArray[np.float64], defective: NDArray[np.bool_], bins: int = BINS
) -> Calibration | None:
    """Hold scores against labels in bins of equal width; None without images.

    The last bin holds a score of 1; other scores on an edge belong to the bin above it.
    """
    if not scores.size:
        return None
    edges = np.linspace(0, 1, bins + 1)
    place = np.clip(np.searchsorted(edges, scores, side="right") - 1, 0, bins - 1)
    counts = np.bincount(place, minlength=bins)
    bad = np.bincount(place[defective], minlength=bins)
    sums = np.bincount(place, weights=scores, minlength=bins)
    mean = np.divide(sums, counts, out=np.full(bins, np.nan), where=counts > 0)
    bounds = np.full((bins, 2), np.nan)
    for number in np.flatnonzero(counts):
        bounds[number] = exact_interval(int(bad[number]), int(counts[number]))
    share = float(defective.mean())
    return Calibration(
        edges=frozen(edges, np.float64),
        counts=frozen(counts, np.int64),
        defective=frozen(bad, np.int64),
        mean=frozen(mean, np.float64),
        low=frozen(bounds[:, 0], np.float64),
        high=frozen(bounds[:, 1], np.float64),
        brier=float(brier_score_loss(defective, scores, labels=[False, True])),
        base=share * (1 - share),
    )
