"""Where the defect is: masks and ellipses as one thing, a boolean picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.image import read_mask
from engine.data.sample import Ellipse, Sample
from engine.errors import DataError


def draw_ellipse(ellipse: Ellipse, height: int, width: int) -> NDArray[np.bool_]:
    """Fill an ellipse; bool (height, width)."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    dx, dy = x - ellipse.x, y - ellipse.y
    cos, sin = np.cos(ellipse.angle), np.sin(ellipse.angle)
    along, across = dx * cos + dy * sin, dy * cos - dx * sin
    return np.asarray((along / ellipse.a) ** 2 + (across / ellipse.b) ** 2 <= 1.0)


def fit_ellipse(mask: NDArray[np.bool_]) -> Ellipse | None:
    """Ellipse with the mask's centre and second moments; None for an empty mask.

    For a filled ellipse this returns that ellipse (its variance along an axis is a**2 / 4).
    """
    ys, xs = np.nonzero(mask)
    if xs.size == 0:
        return None
    x, y = float(xs.mean()), float(ys.mean())
    if xs.size < 3:
        return Ellipse(x, y, 1.0, 1.0, 0.0)
    covariance = np.cov(np.stack([xs, ys]).astype(np.float64))
    values, vectors = np.linalg.eigh(covariance)
    b, a = 2.0 * np.sqrt(np.maximum(values, 0.25))
    return Ellipse(x, y, float(a), float(b), float(np.arctan2(vectors[1, 1], vectors[0, 1])))


@dataclass(frozen=True, slots=True)
class Region:
    """A region of one image: bool (H, W) and the ellipse that stands for its shape."""

    mask: NDArray[np.bool_]
    ellipse: Ellipse


def load_region(sample: Sample, height: int, width: int) -> Region | None:
    """Read a sample's region; None if it has none or its mask is empty.

    Raises
    ------
    DataError
        The mask cannot be read or has another size than the image.
    """
    if sample.mask is not None:
        mask = read_mask(sample.mask)
        if mask.shape != (height, width):
            raise DataError(
                "{path}: the mask has {mask} pixels, its image {image}. Export the mask again.",
                path=sample.mask,
                mask=f"{mask.shape[1]}x{mask.shape[0]}",
                image=f"{width}x{height}",
            )
        ellipse = fit_ellipse(mask)
        return Region(mask, ellipse) if ellipse else None
    if sample.ellipse is not None:
        return Region(draw_ellipse(sample.ellipse, height, width), sample.ellipse)
    return None
