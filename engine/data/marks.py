"""Regions that other tools drew, as plain numbers; they become pixels when an image is shown.

Coordinates are pixels of the image as every viewer shows it, x to the right and y down, (0, 0) the
upper left corner of the upper left pixel; relative ones are shares of its width and height.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MARKS = ("box", "polygon", "ellipse", "line", "rle")
"""Kinds of marks."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that was drawn.

    Attributes
    ----------
    kind : one of `MARKS`
    values : numbers of a box: x, y, width, height, turned by (degrees, clockwise, about its upper
        left corner); of a polygon: x, y of each corner; of an ellipse: x, y, half axes, angle in
        radians from x towards y; of a line: its width, then x, y of each point; of run lengths: x,
        y, height, width, then runs column by column, those off the mark first
    label : what it was called
    relative : x and y are shares of the image's sides
    """

    kind: str
    values: tuple[float, ...]
    label: str = ""
    relative: bool = False

    @property
    def area(self) -> float:
        """About how large it is, in its own units: to find the largest of an image's marks."""
        v = self.values
        if self.kind == "box":
            return abs(v[2] * v[3])
        if self.kind == "ellipse":
            return math.pi * abs(v[2] * v[3])
        if self.kind == "line":
            return v[0] * length(v[1:])
        if self.kind == "rle":
            return float(sum(v[5::2]))
        xs, ys = v[0::2], v[1::2]
        turned = zip(xs, ys, (*xs[1:], xs[0]), (*ys[1:], ys[0]), strict=True)
        return abs(sum(a * d - c * b for a, b, c, d in turned)) / 2


def length(points: Sequence[float]) -> float:
    """Length of a line through x, y pairs."""
    pairs = list(zip(points[0::2], points[1::2], strict=True))
    return sum(math.dist(a, b) for a, b in itertools.pairwise(pairs))


def box(x: float, y: float, width: float, height: float, label: str = "") -> Mark:
    """An upright box; a negative side was drawn from the other corner."""
    return Mark("box", (min(x, x + width), min(y, y + height), abs(width), abs(height), 0.0), label)


def corners(mark: Mark) -> tuple[float, ...]:
    """x, y of the corners of a box, also a turned one."""
    x, y, width, height, angle = mark.values
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    result: list[float] = []
    for dx, dy in ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height)):
        result += [x + dx * cos - dy * sin, y + dx * sin + dy * cos]
    return tuple(result)


def absolute(mark: Mark, height: int, width: int) -> Mark:
    """The mark in pixels of an image of that size."""
    if not mark.relative:
        return mark
    v = mark.values
    if mark.kind == "box":
        x, y, wide, high, angle = v
        if angle:
            # In pixels first: shares of two different sides cannot be turned.
            pixels = (x * width, y * height, wide * width, high * height, angle)
            return Mark("box", pixels, mark.label)
        return Mark("box", (x * width, y * height, wide * width, high * height, 0.0), mark.label)
    if mark.kind == "ellipse":
        x, y, a, b, angle = v
        return Mark("ellipse", (x * width, y * height, a * width, b * height, angle), mark.label)
    scaled = tuple(value * (width, height)[place % 2] for place, value in enumerate(v))
    return Mark(mark.kind, scaled, mark.label)


def bounds(mark: Mark) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a mark in pixels."""
    v = mark.values
    if mark.kind == "ellipse":
        x, y, a, b, angle = v
        dx = math.hypot(a * math.cos(angle), b * math.sin(angle))
        dy = math.hypot(a * math.sin(angle), b * math.cos(angle))
        return x - dx, y - dy, x + dx, y + dy
    if mark.kind == "rle":
        return v[0], v[1], v[0] + v[3], v[1] + v[2]
    edge = v[0] / 2 if mark.kind == "line" else 0.0
    points = corners(mark) if mark.kind == "box" else v[1:] if mark.kind == "line" else v
    xs, ys = points[0::2], points[1::2]
    return min(xs) - edge, min(ys) - edge, max(xs) + edge, max(ys) + edge


def runs(mask: NDArray[np.bool_], x: int = 0, y: int = 0, label: str = "") -> Mark:
    """A mask (height, width), whose corner lies at (x, y), as run lengths column by column."""
    flat = np.asarray(mask, bool).ravel(order="F")
    edges = np.flatnonzero(np.diff(flat)) + 1
    whole = np.diff(np.concatenate(([0], edges, [flat.size])))
    first = [0] if flat.size and flat[0] else []
    height, width = mask.shape
    values = (float(x), float(y), float(height), float(width))
    return Mark("rle", (*values, *(float(n) for n in first), *map(float, whole)), label)


def from_runs(values: Sequence[float]) -> NDArray[np.bool_]:
    """The mask (height, width) of the values of run lengths; runs beyond its end are cut."""
    height, width = int(values[2]), int(values[3])
    flat = np.zeros(height * width, np.bool_)
    place, inside = 0, False
    for run in values[4:]:
        end = min(flat.size, place + int(run))
        if inside:
            flat[place:end] = True
        place, inside = end, not inside
    return flat.reshape((height, width), order="F")
