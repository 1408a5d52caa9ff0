"""Pure geometry of images, windows and cells; everything in pixels of the original image."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray


def nearest_window(
    x: float, y: float, *, window: int, step: tuple[float, float], shape: tuple[int, int]
) -> tuple[int, int] | None:
    """Return (row, column) of the window whose centre is nearest to a point.

    `shape` is (rows, columns) of the score map; None if it is empty.
    """
    rows, columns = shape
    if rows < 1 or columns < 1:
        return None
    return (
        _nearest((y - window / 2) / step[1], rows),
        _nearest((x - window / 2) / step[0], columns),
    )


def window_box(
    row: int, column: int, *, window: int, step: tuple[float, float]
) -> tuple[float, float, float, float]:
    """Return (x, y, width, height) of a window."""
    return column * step[0], row * step[1], float(window), float(window)


def cell_at(
    x: float, y: float, *, cell: tuple[float, float], shape: tuple[int, int]
) -> tuple[int, int] | None:
    """Return (row, column) of the cell that holds a point, None outside the map."""
    row, column = math.floor(y / cell[1]), math.floor(x / cell[0])
    rows, columns = shape
    return (row, column) if 0 <= row < rows and 0 <= column < columns else None


def fit_scale(image: tuple[int, int], view: tuple[int, int], margin: int = 12) -> float:
    """Return the scale at which an image (width, height) fits into a view with a margin."""
    width, height = max(1, image[0]), max(1, image[1])
    return max(0.01, min((view[0] - 2 * margin) / width, (view[1] - 2 * margin) / height))


def zoom_step(scale: float, steps: float, *, low: float, high: float) -> float:
    """Return the scale after so many wheel steps of 20 %, kept inside its limits."""
    return min(high, max(low, scale * math.pow(1.2, steps)))


def _nearest(place: float, size: int) -> int:
    return min(size - 1, max(0, round(place)))


def inside(polygon: NDArray[np.float64], points: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell which points (n, 2) lie inside a closed polygon (m, 2), by the even-odd rule."""
    result = np.zeros(len(points), dtype=np.bool_)
    if len(polygon) < 3:
        return result
    x, y = points[:, 0], points[:, 1]
    for (x1, y1), (x2, y2) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        if y1 == y2:
            continue
        crosses = (y1 > y) != (y2 > y)
        result ^= crosses & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    return result
