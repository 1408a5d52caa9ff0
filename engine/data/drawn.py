"""Drawn shapes as plain values for readable files, and back with every value checked."""

from __future__ import annotations

from typing import Any

from engine.core.errors import DataError
from engine.core.values import SHAPES, Shape
from engine.data.sample import Sample

FAR = 10**6
"""No image has a side of so many pixels."""


def to_plain(shapes: tuple[Shape, ...]) -> list[dict[str, Any]]:
    """Shapes as JSON holds them."""
    return [
        {"kind": s.kind, "x": s.x, "y": s.y, "width": s.width, "height": s.height} for s in shapes
    ]


def from_plain(values: Any) -> tuple[Shape, ...]:
    """Read what :func:`to_plain` made.

    Raises
    ------
    ValueError
        It is anything else: a list with other entries, a shape without pixels.
    """
    if not isinstance(values, list):
        raise ValueError("no list of shapes")
    result = []
    for value in values:
        if not isinstance(value, dict) or value.get("kind") not in SHAPES:
            raise ValueError("a shape of no known kind")
        x, y, width, height = (_pixels(value.get(n)) for n in ("x", "y", "width", "height"))
        if 0 in (width, height):
            raise ValueError("a shape without pixels")
        result.append(Shape(value["kind"], x, y, width, height))
    return tuple(result)


def _pixels(value: Any) -> int:
    # A bool is an int to Python; a file mended by hand may hold 3.5 as well.
    if type(value) is not int or not 0 <= value < FAR:
        raise ValueError(f"{value!r} is no whole number of pixels")
    return value


def check_shapes(
    sample: Sample, file: str, shapes: tuple[Shape, ...], height: int, width: int
) -> None:
    """Refuse to draw a defect where none can be, or outside the image.

    Whether an image is defective is for its label to say: it decides what every figure counts, so
    a stroke must not change it in passing, and a region on a normal image would teach nothing.

    Raises
    ------
    DataError
        The image's label says normal, the set has no normal class, or a shape does not lie in the
        image.
    """
    if not shapes:
        return
    if sample.label.defective is None:
        raise DataError(
            "{file}: no class of this set is called normal, so none is a defect. Say which class "
            "is normal first.",
            file=file,
        )
    if not sample.label.defective:
        raise DataError(
            "{file}: its label says normal. Label it as defective first, then draw where.",
            file=file,
        )
    for shape in shapes:
        inside = (
            shape.kind in SHAPES
            and min(shape.x, shape.y) >= 0
            and min(shape.width, shape.height) >= 1
            and shape.x + shape.width <= width
            and shape.y + shape.height <= height
        )
        if not inside:
            raise DataError("{file}: a shape does not lie in the image. Draw it again.", file=file)
