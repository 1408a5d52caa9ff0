"""Probability of detection: escape against how large a defect is and how much it stands out.

Hit/miss analysis after MIL-HDBK-1823A: the logit of detection is linear in the logarithm of the
size. The fit maximises Firth's (1993) penalised likelihood, which has a maximum though every defect
was found; bounds are those of the profile likelihood, from a grid: the 90/95 point is the smallest
size of which 95 % confidence says that at least 90 % of such defects are found.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit, xlog1py, xlogy

from engine.evaluate.values import LocatedImage, Pod

FEWEST = 8
"""Defects that a curve is fitted to."""

DROP = 2.7055 / 2
"""Loss of log-likelihood at a one-sided 95 % bound: half the 90 % quantile of chi-squared(1)."""

PLACES, SLOPES = 161, 81
SHOWN = 41
BEYOND = 3.0
"""The grid of 90 % points goes so many times beyond the smallest and the largest defect."""


def fit_pod(
    sizes: NDArray[np.float64], found: NDArray[np.bool_], axis: str, source: str
) -> Pod | None:
    """Fit the probability of detection against a size; None with too few defects or one size.

    Parameters
    ----------
    sizes
        float64 (n,), above 0.
    found
        bool (n,), which defects were called that.
    axis, source
        What `sizes` are, "size" or "contrast", and where the defects come from, "regions" or
        "made".
    """
    usable = np.isfinite(sizes) & (sizes > 0)
    sizes, found = sizes[usable], found[usable]
    if len(sizes) < FEWEST or sizes.max() < 1.05 * sizes.min():
        return None
    x = np.log(sizes)
    spread = float(x.std()) or 1.0
    places = np.linspace(x.min() - np.log(BEYOND), x.max() + np.log(BEYOND), PLACES)
    slopes = np.geomspace(0.05, 20.0, SLOPES) / spread
    likelihood = _likelihood(x, found, places, slopes)
    best = float(likelihood.max())
    at, steep = np.unravel_index(int(likelihood.argmax()), likelihood.shape)
    profile = likelihood.max(axis=1)
    inside = np.flatnonzero(profile >= best - DROP)
    bound = int(inside[-1])
    shown = np.linspace(x.min(), x.max(), SHOWN)
    curve = expit(logit(0.9) + slopes[steep] * (shown - places[at]))
    rows, columns = np.nonzero(likelihood >= best - DROP)
    all_curves = expit(
        logit(0.9) + slopes[columns][:, None] * (shown[None, :] - places[rows][:, None])
    )
    # Beyond the largest defect nothing was seen: a bound there would be a guess.
    proven = places[bound] <= x.max() + 1e-9
    return Pod(
        axis=axis,
        source=source,
        defects=len(x),
        missed=int((~found).sum()),
        a90=float(np.exp(places[at])) if 0 < at < PLACES - 1 else None,
        a90_95=float(np.exp(max(places[bound], x.min()))) if proven else None,
        smallest=float(sizes.min()),
        largest=float(sizes.max()),
        at=tuple(np.exp(shown).tolist()),
        curve=tuple(curve.tolist()),
        low=tuple(all_curves.min(axis=0).tolist()),
    )


def _likelihood(
    x: NDArray[np.float64],
    found: NDArray[np.bool_],
    places: NDArray[np.float64],
    slopes: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Penalised log-likelihood, (places, slopes); a 90 % point and a slope name a curve."""
    p = expit(logit(0.9) + slopes[None, :, None] * (x[None, None, :] - places[:, None, None]))
    each = np.where(found, xlogy(1.0, p), xlog1py(1.0, -p)).sum(axis=2)
    weight = p * (1 - p)
    zero, first = weight.sum(axis=2), (weight * x).sum(axis=2)
    information = zero * (weight * x**2).sum(axis=2) - first**2
    penalty = 0.5 * np.log(np.maximum(information, 1e-300))
    # The penalty alone must not name sizes that no defect had.
    return np.asarray(each + np.maximum(penalty, -20.0))


def pods_of(images: Sequence[LocatedImage], source: str) -> tuple[Pod, ...]:
    """The curves against size and contrast of defects whose region is known."""
    found = np.asarray([each.found for each in images], dtype=bool)
    result = []
    for axis in ("size", "contrast"):
        values = np.asarray([getattr(each, axis) for each in images], dtype=np.float64)
        fitted = fit_pod(values, found, axis, source) if len(images) else None
        if fitted is not None:
            result.append(fitted)
    return tuple(result)


def measure_region(image: NDArray[np.uint8], mask: NDArray[np.bool_]) -> tuple[float, float]:
    """How large a defect is, and how much it stands out.

    Parameters
    ----------
    image
        uint8 (H, W) or (H, W, 3).
    mask
        bool (H, W), its region; not empty.

    Returns
    -------
    (size, contrast)
        Diameter of a disc of the same area in pixels; root mean square difference of the region's
        pixels from the mean of its surroundings, in standard deviations of these. The surroundings
        are the box around the region, half as wide again on each side.
    """
    grey = image if image.ndim == 2 else image.mean(axis=2)
    ys, xs = np.nonzero(mask)
    size = float(2 * np.sqrt(len(ys) / np.pi))
    reach = [max(8, (int(v.max()) - int(v.min()) + 1) // 2) for v in (ys, xs)]
    box = tuple(
        slice(max(0, int(v.min()) - r), int(v.max()) + r + 1)
        for v, r in zip((ys, xs), reach, strict=True)
    )
    around = grey[box][~mask[box]].astype(np.float64)
    if around.size < 2:
        return size, float("nan")
    inside = grey[mask].astype(np.float64)
    spread = max(float(around.std()), 0.5)  # half a grey level: a flat ground has noise of rounding
    return size, float(np.sqrt(np.mean((inside - around.mean()) ** 2)) / spread)
