"""How well a map of cells shows a region of pixels. Definitions: docs/glossary.md."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label as connected
from scipy.special import logsumexp
from sklearn.metrics import roc_auc_score

EIGHT = np.ones((3, 3), dtype=np.int64)
"""Cells that touch at a corner belong together."""


def cell_odds(logits: NDArray[np.float32], defective: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Log-odds of any defect in each cell.

    Parameters
    ----------
    logits
        float32 (classes, rows, columns), what each cell says.
    defective
        bool (classes,), both kinds present.

    Returns
    -------
    ndarray of float64, shape (rows, columns)
        ln(p / (1 - p)), p the summed softmax of the defective classes; not clipped.
    """
    values = logits.astype(np.float64)
    return np.asarray(logsumexp(values[defective], axis=0) - logsumexp(values[~defective], axis=0))


@dataclass(frozen=True, slots=True)
class Overlay:
    """Pixel AUROC (None if the region covers all or nothing), IoU, whether the peak is a hit."""

    pixel_auc: float | None
    iou: float
    hit: bool


def overlay(
    odds: NDArray[np.float64],
    mask: NDArray[np.bool_],
    step: tuple[float, float],
    threshold: float,
) -> Overlay:
    """Compare a map of cells with a region of pixels.

    A pixel has the value of the cell that covers it. The best region is the connected set of
    cells above the threshold that holds the highest one: where the map sends a person first. So
    the labels have no say in which region is compared.

    Parameters
    ----------
    odds
        float64 (rows, columns).
    mask
        bool (height, width), the true region.
    step
        (x, y): pixels that a cell covers.
    threshold
        In the units of `odds`.
    """
    height, width = mask.shape
    rows = np.minimum((np.arange(height) / step[1]).astype(np.int64), odds.shape[0] - 1)
    columns = np.minimum((np.arange(width) / step[0]).astype(np.int64), odds.shape[1] - 1)
    cells = rows[:, None] * odds.shape[1] + columns[None, :]
    # All pixels of a cell are alike, so cells are counted with the pixels they stand for.
    area = np.bincount(cells.ravel(), minlength=odds.size)
    inside = np.bincount(cells[mask], minlength=odds.size)
    values = odds.ravel()
    seen = np.where(area > 0, values, -np.inf)
    best = int(np.argmax(seen))
    hit = bool(inside[best] > 0)
    iou = 0.0
    if values[best] > threshold:
        regions, _ = connected((seen > threshold).reshape(odds.shape), structure=EIGHT)
        chosen = (regions == regions.ravel()[best]).ravel()
        common = int(inside[chosen].sum())
        iou = common / (int(area[chosen].sum()) + int(mask.sum()) - common)
    if not mask.any() or mask.all():
        return Overlay(None, iou, hit)
    truth = np.repeat([1, 0], odds.size)
    weights = np.concatenate([inside, area - inside])
    auc = roc_auc_score(truth, np.tile(values, 2), sample_weight=weights)
    return Overlay(float(auc), iou, hit)
