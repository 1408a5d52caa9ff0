"""Where the defect is: masks, ellipses and drawn shapes as one thing, a boolean picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.core.values import Shape
from engine.data.image import read_mask
from engine.data.sample import Ellipse, Sample


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
    """A region of one image: bool (H, W) and the ellipse that stands for its shape.

    `parts`: ellipses of the shapes it was drawn of, so that nothing between two defects counts as
    one; () where it is not known to have several.
    """

    mask: NDArray[np.bool_]
    ellipse: Ellipse
    parts: tuple[Ellipse, ...] = ()


def shape_ellipse(shape: Shape) -> Ellipse:
    """Ellipse that stands for a drawn shape: itself, or that with a box's second moments."""
    # Pixels are counted at their middle, so a box of one pixel has its centre in that pixel.
    x, y = shape.x + (shape.width - 1) / 2, shape.y + (shape.height - 1) / 2
    share = 1 / 2 if shape.kind == "ellipse" else 1 / np.sqrt(3)
    return Ellipse(x, y, float(shape.width * share), float(shape.height * share), 0.0)


def draw_shapes(shapes: tuple[Shape, ...], height: int, width: int) -> Region:
    """Fill shapes (at least one) of an image of that size."""
    mask = np.zeros((height, width), dtype=np.bool_)
    parts = tuple(shape_ellipse(shape) for shape in shapes)
    for shape, ellipse in zip(shapes, parts, strict=True):
        if shape.kind == "ellipse":
            mask |= draw_ellipse(ellipse, height, width)
        else:
            mask[shape.y : shape.y + shape.height, shape.x : shape.x + shape.width] = True
    whole = parts[0] if len(parts) == 1 else fit_ellipse(mask)
    return Region(mask, whole or parts[0], parts if len(parts) > 1 else ())


def load_region(sample: Sample, height: int, width: int) -> Region | None:
    """Read a sample's region, the drawn one first; None if it has none or its mask is empty.

    Raises
    ------
    DataError
        The mask cannot be read or has another size than the image.
    """
    if sample.drawn:
        return draw_shapes(sample.drawn, height, width)
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
