"""Where the defect is: masks, ellipses and drawn shapes as one thing, a boolean picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.core.values import Shape
from engine.data.image import fill, read_mask_values, stroke
from engine.data.marks import Mark, absolute, bounds, corners, from_runs
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


def draw_marks(marks: tuple[Mark, ...], height: int, width: int) -> Region | None:
    """Fill what another tool drew on an image of that size; None if none of it lies in the image.

    A mark so small that it holds the middle of no pixel is the pixel that it lies in.
    """
    mask = np.zeros((height, width), dtype=np.bool_)
    parts = []
    for each in marks:
        one = np.zeros_like(mask)
        _draw(one, absolute(each, height, width))
        ellipse = fit_ellipse(one)
        if ellipse is not None:
            mask |= one
            parts.append(ellipse)
    if not parts:
        return None
    whole = parts[0] if len(parts) == 1 else fit_ellipse(mask)
    return Region(mask, whole or parts[0], tuple(parts) if len(parts) > 1 else ())


def _draw(mask: NDArray[np.bool_], mark: Mark) -> None:
    height, width = mask.shape
    v = mark.values
    if mark.kind == "box" and not v[4]:
        rows = slice(max(0, round(v[1])), max(0, round(v[1] + v[3])))
        mask[rows, max(0, round(v[0])) : max(0, round(v[0] + v[2]))] = True
    elif mark.kind == "ellipse":
        x, y, a, b, angle = v
        mask |= draw_ellipse(
            Ellipse(x - 0.5, y - 0.5, max(a, 0.5), max(b, 0.5), angle), *mask.shape
        )
    elif mark.kind == "line":
        stroke(mask, np.reshape(v[1:], (-1, 2)), v[0])
    elif mark.kind == "rle":
        part = from_runs(v if v[2] else (0.0, 0.0, float(height), float(width), *v[4:]))
        across, down = round(v[0]), round(v[1])
        part = part[max(0, -down) :, max(0, -across) :]
        across, down = max(0, across), max(0, down)
        into = mask[down : down + part.shape[0], across : across + part.shape[1]]
        into |= part[: into.shape[0], : into.shape[1]]
    else:
        fill(mask, np.reshape(corners(mark) if mark.kind == "box" else v, (-1, 2)))
    if not mask.any() and mark.kind != "rle":
        left, top, right, bottom = bounds(mark)
        x, y = int((left + right) // 2), int((top + bottom) // 2)
        if 0 <= x < width and 0 <= y < height:
            mask[y, x] = True


SOFT = 16
"""More values than these in a mask are no kinds of defect but edges that were smoothed."""

NEARLY_ALL = 0.5
"""Share of the picture from which on a region is doubted."""

DOUBTS = {
    "inverted": "Its mask {mask} marks {share} of the picture and all its corners: it may be "
    "inverted. Its region is not used until you say: masks = inverted, as-they-are or unused.",
    "large": "Its mask {mask} marks {share} of the picture. Its region is not used until you say: "
    "masks = as-they-are, inverted or unused.",
    "borders": "Its mask {mask} touches all four borders of the picture. Its region is not used "
    "until you say: masks = as-they-are, inverted or unused.",
    "soft": "Its mask {mask} has soft edges ({count} different values), as after saving it as JPEG "
    "or shrinking it. Its region is not used until you say: masks = as-they-are (every value but "
    "0), inverted or unused. Exported without smoothing it needs no answer.",
}
"""Why a mask's region is not used as it is."""


def doubt(values: NDArray[np.generic]) -> tuple[str, dict[str, str]]:
    """What is odd of a mask's values, as a key of `DOUBTS` with values for it; "" if nothing."""
    marked = values != 0
    share = float(marked.mean())
    said = {"share": f"{100 * share:.0f} %"}
    edges = (marked[0], marked[-1], marked[:, 0], marked[:, -1])
    if share > NEARLY_ALL:
        corner = all(bool(marked[y, x]) for y in (0, -1) for x in (0, -1))
        return ("inverted" if corner and share < 1 else "large"), said
    if not share:
        return "", {}
    if all(bool(edge.any()) for edge in edges):
        return "borders", said
    count = len(np.unique(values[marked]))
    if count > SOFT:
        return "soft", {"count": str(count)}
    return "", {}


def read_masks(sample: Sample, height: int, width: int, answer: str = "") -> NDArray[np.bool_]:
    """All of a sample's masks as one; `answer` to `masks` counts (see ANSWERS).

    Raises
    ------
    DataError
        One cannot be read, has another size than the image, or is in doubt without an answer.
    """
    whole = np.zeros((height, width), np.bool_)
    for path in sample.masks:
        values = read_mask_values(path)
        if values.shape != (height, width):
            raise DataError(
                "{path}: the mask has {mask} pixels, its image {image}. Export the mask again.",
                path=path,
                mask=f"{values.shape[1]}x{values.shape[0]}",
                image=f"{width}x{height}",
            )
        why, said = doubt(values) if not answer else ("", {})
        if why:
            raise MaskDoubtError(DOUBTS[why], mask=path.name, **said)
        whole |= (values == 0) if answer == "inverted" else (values != 0)
    return whole


class MaskDoubtError(DataError):
    """A mask that a person has to say something of before it is used."""


def load_region(sample: Sample, height: int, width: int, answer: str = "") -> Region | None:
    """Read a sample's region, the drawn one first; None if it has none or it is empty.

    `answer`: what was said to the question `masks`.

    Raises
    ------
    DataError
        A mask cannot be read or has another size than the image.
    MaskDoubtError
        A mask is in doubt and nothing was said of it.
    """
    if sample.drawn:
        return draw_shapes(sample.drawn, height, width)
    if sample.masks and answer != "unused":
        mask = read_masks(sample, height, width, answer)
        ellipse = fit_ellipse(mask)
        return Region(mask, ellipse) if ellipse else None
    if sample.marks:
        return draw_marks(sample.marks, height, width)
    if sample.ellipse is not None:
        return Region(draw_ellipse(sample.ellipse, height, width), sample.ellipse)
    return None
