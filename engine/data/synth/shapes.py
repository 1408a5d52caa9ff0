"""Geometry of defects: the ellipse of the weak mask, and soft strokes and blobs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from engine.data.synth.noise import Field

#: Points as (x, y) rows in px.
Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ellipse:
    """The weak mask of one defect.

    Attributes
    ----------
    x, y : float
        Centre in px from the upper left pixel centre.
    major, minor : float
        Half axes in px.
    angle : float
        Direction of the major axis in radians, from +x towards +y.
    """

    x: float
    y: float
    major: float
    minor: float
    angle: float


def ellipse_radius(ellipse: Ellipse, size: int) -> Field:
    """Give each pixel's distance from the centre in half axes: 1 on the ellipse (float32)."""
    axis = np.arange(size, dtype=np.float32)
    dx, dy = axis[None, :] - np.float32(ellipse.x), axis[:, None] - np.float32(ellipse.y)
    cos, sin = np.float32(np.cos(ellipse.angle)), np.float32(np.sin(ellipse.angle))
    along = (dx * cos + dy * sin) / np.float32(ellipse.major)
    across = (dy * cos - dx * sin) / np.float32(ellipse.minor)
    return np.hypot(along, across)


def ellipse_mask(ellipse: Ellipse, size: int) -> NDArray[np.uint8]:
    """Draw the ellipse as a mask: 255 inside, 0 outside, uint8 (size, size)."""
    return np.where(ellipse_radius(ellipse, size) <= 1.0, 255, 0).astype(np.uint8)


def enclosing_ellipse(points: Points, margin: float, least_minor: float = 0.0) -> Ellipse:
    """Fit an ellipse round points, along their principal axes.

    Parameters
    ----------
    points : numpy.ndarray
        float64, shape (n, 2), n >= 2, (x, y) in px.
    margin : float
        Added to both half axes, px.
    least_minor : float
        Smallest half minor axis, px.
    """
    centred = points - points.mean(axis=0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    local = points @ vectors[:, ::-1]  # first column along the major axis
    middle = (local.max(axis=0) + local.min(axis=0)) / 2
    half = np.maximum((local.max(axis=0) - local.min(axis=0)) / 2, 1.0)
    half[1] = max(half[1], least_minor - margin, 1.0)
    half *= np.sqrt((((local - middle) / half) ** 2).sum(axis=1).max())
    x, y = vectors[:, ::-1] @ middle
    major, minor = half + margin
    direction = vectors[:, 1]
    angle = float(np.arctan2(direction[1], direction[0]))
    if minor > major:
        major, minor, angle = minor, major, angle + np.pi / 2
    return Ellipse(float(x), float(y), float(major), float(minor), angle)


def placed(points: Points, size: int, gap: float, rng: np.random.Generator) -> Points:
    """Move points to a random place where they stay ``gap`` px inside the image.

    Points too wide for the image go to its middle; what sticks out is clipped when drawn.
    """
    low, high = points.min(axis=0), points.max(axis=0)
    room = size - 1 - 2 * gap - (high - low)
    start = np.where(room > 0, gap + rng.uniform(0, 1, 2) * np.maximum(room, 0), gap + room / 2)
    moved: Points = points - low + start
    return moved


def stroke(points: Points, width: float, size: int) -> Field:
    """Draw a soft line through closely spaced points.

    Parameters
    ----------
    points : numpy.ndarray
        float64, shape (n, 2), evenly spaced by 0.25 px.
    width : float
        Standard deviation of the line's profile in px.
    size : int
        Side of the image in px.

    Returns
    -------
    numpy.ndarray
        float32, shape (size, size), about 1 on the middle of the line, 0 away from it.
    """
    peak = 4.0 / (np.sqrt(2 * np.pi) * width)  # 4 points per px of line
    window, offset = _window(points, 4.0 * width + 2.0, size)
    line = np.zeros((size, size), dtype=np.float32)
    density = gaussian_filter(_stamped(points - offset, line[window].shape), width, mode="constant")
    line[window] = np.minimum(density / np.float32(peak), 1.2)
    return line


def blob(points: Points, width: float, area: int, size: int) -> Field:
    """Draw a solid shape: the ``area`` pixels with the most points within about ``width`` px.

    Returns
    -------
    numpy.ndarray
        float32, shape (size, size), 0..1 with an edge about 2 px wide.
    """
    window, offset = _window(points, 4.0 * width + 4.0, size)
    shape = np.zeros((size, size), dtype=np.float32)
    density = gaussian_filter(
        _stamped(points - offset, shape[window].shape), width, mode="constant"
    )
    rank = max(density.size - area, 0)
    solid = (density > np.partition(density, rank, axis=None)[rank]).astype(np.float32)
    shape[window] = gaussian_filter(solid, 0.7, mode="constant")
    return shape


def _window(points: Points, pad: float, size: int) -> tuple[tuple[slice, slice], Points]:
    """Give the part of the image within ``pad`` px of the points, and its (x, y) offset."""
    low = np.clip(np.floor(points.min(axis=0) - pad), 0, size - 1).astype(np.int64)
    high = np.clip(np.ceil(points.max(axis=0) + pad) + 1, low + 1, size).astype(np.int64)
    window = (slice(int(low[1]), int(high[1])), slice(int(low[0]), int(high[0])))
    return window, low.astype(np.float64)


def _stamped(points: Points, shape: tuple[int, ...]) -> Field:
    """Count points per pixel with bilinear weights, float32 of that shape."""
    count = np.zeros(shape, dtype=np.float32)
    base = np.floor(points).astype(np.int64)
    part = points - base
    for dx in (0, 1):
        for dy in (0, 1):
            x, y = base[:, 0] + dx, base[:, 1] + dy
            weight = np.abs(1 - dx - part[:, 0]) * np.abs(1 - dy - part[:, 1])
            inside = (x >= 0) & (x < shape[1]) & (y >= 0) & (y < shape[0])
            np.add.at(count, (y[inside], x[inside]), weight[inside].astype(np.float32))
    return count
