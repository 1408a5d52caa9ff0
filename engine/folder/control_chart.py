"""Whether scores in operation have left those of the run's own images: one chart, one stated rate.

A test at every look sounds a false alarm sooner or later; a control chart's rate is that over many
images. Here it is an EWMA (Roberts 1959) of normal scores: each image's rank among the run's own
normal images, as a standard normal deviate. Ranks of images like those are uniform whatever scores
are distributed like, so that the limit that a given share of in-control runs never crosses comes
from simulation, for the very number of reference images there are: few of them give a wide limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.signal import lfilter
from scipy.special import ndtri

WEIGHT = 0.1
"""Of the newest image in the moving average: it remembers some twenty."""

RUN_LENGTH = 1000
"""Images over which the rate of false alarms is stated; then the chart begins anew."""

FALSE_ALARMS = 0.05
"""Share of runs of that length, of images like the reference, in which there is an alarm."""

SIMULATIONS = 4000
SEED = 20


def normal_scores(
    values: NDArray[np.float64], reference: NDArray[np.float64], seed: int = SEED
) -> NDArray[np.float64]:
    """Ranks of values among a reference, as standard normal deviates; ties are broken by chance.

    Parameters
    ----------
    values
        float64 (images,).
    reference
        float64 (n,), n at least 1.

    Returns
    -------
    ndarray of float64, shape (images,)
        Finite. Of a value like the reference's the rank is uniform on n + 1 places.
    """
    ordered = np.sort(reference)
    low = np.searchsorted(ordered, values, "left")
    high = np.searchsorted(ordered, values, "right")
    # Two numbers an image, row by row: what was drawn for an image stays when more come.
    drawn = np.random.default_rng(seed).random((len(values), 2))
    # A value equal to some of the reference may stand anywhere among them.
    place = low + np.floor(drawn[:, 0] * (high - low + 1))
    return np.asarray(ndtri((place + drawn[:, 1]) / (len(ordered) + 1)))


def ewma(deviates: NDArray[np.float64]) -> NDArray[np.float64]:
    """The moving average from 0 on, along the last axis, in its own standard deviations.

    Each value is divided by the deviation it has under control at its place, so that the first
    images do not weigh more than later ones.
    """
    smooth = np.asarray(lfilter([WEIGHT], [1, WEIGHT - 1], deviates, axis=-1))
    place = np.arange(1, deviates.shape[-1] + 1)
    spread = np.sqrt(WEIGHT / (2 - WEIGHT) * (1 - (1 - WEIGHT) ** (2 * place)))
    return np.asarray(smooth / spread)


@lru_cache(maxsize=64)
def limit_for(reference: int, length: int = RUN_LENGTH, rate: float = FALSE_ALARMS) -> float:
    """What |EWMA| of a share 1 - `rate` of in-control runs never exceeds in `length` images.

    Parameters
    ----------
    reference
        Reference images; each simulated run draws its own, so that what they lack is in the limit.
    """
    rng = np.random.default_rng([SEED, reference, length])
    highest = np.empty(SIMULATIONS)
    block = max(1, 2_000_000 // length)
    for first in range(0, SIMULATIONS, block):
        count = min(block, SIMULATIONS - first)
        # Distribution-free: uniform values do for all. The rank of each among n sorted uniforms.
        known = np.sort(rng.random((count, reference)), axis=1)
        drawn = rng.random((count, length))
        shifted = np.arange(count)[:, None]
        place = np.searchsorted((known + shifted).ravel(), (drawn + shifted).ravel())
        place = place.reshape(count, length) - shifted * reference
        deviates = ndtri((place + rng.random((count, length))) / (reference + 1))
        highest[first : first + count] = np.abs(ewma(deviates)).max(axis=1)
    return float(np.quantile(highest, 1 - rate))


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart of the newest stretch, and where stretches crossed the limit.

    Attributes
    ----------
    value : EWMA at the newest image, in standard deviations
    first : number of the stretch's first image
    alarms : number of the first image beyond the limit in each stretch that has one, newest last
    """

    value: float
    first: int
    alarms: tuple[int, ...]


def follow(values: NDArray[np.float64], reference: NDArray[np.float64], limit: float) -> Chart:
    """Follow images in their order; the chart begins anew every `RUN_LENGTH` images.

    Parameters
    ----------
    values
        float64 (images,), at least one.
    """
    alarms, value, first = [], 0.0, 0
    for first in range(0, len(values), RUN_LENGTH):
        stretch = values[first : first + RUN_LENGTH]
        chart = ewma(normal_scores(stretch, reference, SEED + first))
        value = float(chart[-1])
        beyond = np.flatnonzero(np.abs(chart) > limit)
        if beyond.size:
            alarms.append(first + int(beyond[0]))
    return Chart(value, first, tuple(alarms))
