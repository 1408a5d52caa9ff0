"""Exact intervals of all counts that can come up among so many images."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta


def all_intervals(trials: int, level: float = 0.95) -> NDArray[np.float64]:
    """Clopper-Pearson intervals of 0, 1, ... `trials` events.

    The same as :func:`engine.inspection.rates.exact_interval` for each, at once: a window looks
    them up while a threshold is dragged.

    Returns
    -------
    ndarray of float64, shape (trials + 1, 2)
        Read-only; one row, (0, 1), without trials.
    """
    result = np.zeros((trials + 1, 2), dtype=np.float64)
    result[:, 1] = 1.0
    if trials:
        tail = (1 - level) / 2
        events = np.arange(trials + 1)
        result[1:, 0] = beta.ppf(tail, events[1:], trials - events[1:] + 1)
        result[:-1, 1] = beta.ppf(1 - tail, events[:-1] + 1, trials - events[:-1])
    result.setflags(write=False)
    return result
