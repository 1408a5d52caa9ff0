"""labelme: a JSON file an image, with shapes of eight kinds, masks as small PNGs among them.

Format of labelme 5 and 6 (``labelme/_label_file.py``, ``labelme/utils/shape.py``).
"""

from __future__ import annotations

import base64
import binascii
import math
from typing import Any

from engine.core.errors import DataError
from engine.data.image import decode_mask
from engine.data.marks import Mark, box, runs
from engine.data.readers.annotations.drawn import Drawn, UnreadableError, pairs

LINE_WIDTH = 10.0
"""Pixels across a line that has no width of its own: as labelme itself draws it into masks."""

POINT_SIZE = 5.0
"""Radius of a point in pixels, as labelme draws it into masks."""


def is_labelme(values: Any) -> bool:
    """Whether a JSON file is one of labelme's."""
    return (
        isinstance(values, dict)
        and isinstance(values.get("shapes"), list)
        and ("imagePath" in values or "imageData" in values or "flags" in values)
    )


def read_labelme(values: dict[str, Any]) -> Drawn:
    """What the file says of its image.

    Raises
    ------
    UnreadableError
        A shape is none that labelme draws.
    """
    try:
        marks = [mark for shape in values["shapes"] for mark in _marks(shape)]
    except (KeyError, TypeError, AttributeError) as error:
        raise UnreadableError(f"{type(error).__name__}: {error}") from error
    flags = values.get("flags")
    said = tuple(str(k) for k, on in flags.items() if on is True) if isinstance(flags, dict) else ()
    return Drawn(str(values.get("imagePath") or ""), tuple(marks), said)


def _marks(shape: dict[str, Any]) -> list[Mark]:
    kind = shape.get("shape_type") or "polygon"
    label, points = str(shape["label"]), pairs(shape["points"])
    count = len(points) // 2
    if kind == "rectangle" and count == 2:
        x, y, right, bottom = points
        return [box(x, y, right - x, bottom - y, label)]
    if kind == "circle" and count == 2:
        radius = math.dist(points[:2], points[2:])
        return [Mark("ellipse", (points[0], points[1], radius, radius, 0.0), label)]
    if kind in ("line", "linestrip") and count >= 2:
        return [Mark("line", (LINE_WIDTH, *points), label)]
    if kind in ("point", "points") and count:
        return [
            Mark("ellipse", (points[i], points[i + 1], POINT_SIZE, POINT_SIZE, 0.0), label)
            for i in range(0, len(points), 2)
        ]
    if kind == "mask" and count == 2:
        return [_mask(shape, points, label)]
    if kind in ("polygon", "rectangle", "oriented_rectangle") and count >= 3:
        return [Mark("polygon", points, label)]
    raise UnreadableError(f"a shape '{kind}' with {count} points")


def _mask(shape: dict[str, Any], points: tuple[float, ...], label: str) -> Mark:
    try:
        raw = base64.b64decode(shape["mask"], validate=True)
        values = decode_mask(raw)
    except (binascii.Error, ValueError, DataError) as error:
        raise UnreadableError("a mask that is no picture") from error
    return runs(values != 0, round(points[0]), round(points[1]), label)
