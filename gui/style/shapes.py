"""Geometry of drawn shapes, in whole pixels of the image; every result lies inside it."""

from __future__ import annotations

from dataclasses import replace

from engine.core.values import Shape

Point = tuple[float, float]
Size = tuple[int, int]
"""(width, height) of the image in pixels."""

CORNERS = ((0, 0), (1, 0), (1, 1), (0, 1))
"""Handles: share of width and height, clockwise from the upper left."""

LEAST = 2
"""A drag over fewer pixels than this, in both directions, was a click."""


def spanned(kind: str, start: Point, end: Point, size: Size) -> Shape:
    """Return the shape between two points, at least one pixel wide and high."""
    x, width = _span(start[0], end[0], size[0])
    y, height = _span(start[1], end[1], size[1])
    return Shape(kind, x, y, width, height)


def meets(start: Point, end: Point, size: Size) -> bool:
    """Tell whether what lies between two points has any pixel of the image."""
    return all(
        max(a, b) > 0 and min(a, b) < length for a, b, length in zip(start, end, size, strict=True)
    )


def moved(shape: Shape, dx: int, dy: int, size: Size) -> Shape:
    """Return a shape moved by whole pixels, stopped at the border."""
    x = min(max(0, shape.x + dx), size[0] - shape.width)
    y = min(max(0, shape.y + dy), size[1] - shape.height)
    return replace(shape, x=x, y=y)


def grown(shape: Shape, dx: int, dy: int, size: Size) -> Shape:
    """Return a shape with its right and lower side moved."""
    width = min(max(1, shape.width + dx), size[0] - shape.x)
    height = min(max(1, shape.height + dy), size[1] - shape.y)
    return replace(shape, width=width, height=height)


def corner(shape: Shape, number: int) -> Point:
    """Return where a handle is."""
    right, below = CORNERS[number]
    return shape.x + right * shape.width, shape.y + below * shape.height


def resized(shape: Shape, number: int, point: Point, size: Size) -> Shape:
    """Return a shape with one corner at a point; the opposite corner stays."""
    return spanned(shape.kind, corner(shape, (number + 2) % 4), point, size)


def placed(kind: str, centre: Point, size: Size) -> Shape:
    """Return a shape of an eighth of the image, for those who draw with keys alone."""
    half = max(1, min(size) // 16)
    x, y = round(centre[0]), round(centre[1])
    made = Shape(kind, x - half, y - half, min(2 * half, size[0]), min(2 * half, size[1]))
    return moved(made, 0, 0, size)


def holds(shape: Shape, point: Point, margin: float = 0.0) -> bool:
    """Tell whether a point lies on a shape, or less than `margin` pixels beside it."""
    x, y = point
    if shape.kind != "ellipse":
        across = shape.x - margin <= x <= shape.x + shape.width + margin
        return across and shape.y - margin <= y <= shape.y + shape.height + margin
    a, b = shape.width / 2, shape.height / 2
    dx, dy = x - shape.x - a, y - shape.y - b
    return bool((dx / (a + margin)) ** 2 + (dy / (b + margin)) ** 2 <= 1.0)


def _span(start: float, end: float, length: int) -> tuple[int, int]:
    low, high = (min(max(0, round(each)), length) for each in sorted((start, end)))
    if high == low:
        low = min(low, length - 1)
        high = low + 1
    return low, high - low
