"""What the readers of annotation formats return, and what they share."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.data.marks import Mark

LARGEST_OF_ONE = 64 * 2**20
"""Bytes of a label file of one image; pictures may lie in it as text."""

LARGEST_OF_ALL = 512 * 2**20
"""Bytes of a label file of a whole set."""

MOST_VALUES = 1_000_000
"""Numbers of one mark."""


@dataclass(slots=True)
class Drawn:
    """What a label file says of one image.

    Attributes
    ----------
    image : the image's name as the file gives it, with folders or without; "" for that of the file
    marks : regions
    labels : what is said of the whole image
    part : train, val or test; "" if nothing is said
    """

    image: str
    marks: tuple[Mark, ...] = ()
    labels: tuple[str, ...] = ()
    part: str = ""


class UnreadableError(ValueError):
    """A label file that is damaged, too large, or holds what cannot be."""


def finite(values: Iterable[object]) -> tuple[float, ...]:
    """Numbers of a mark, each checked.

    Raises
    ------
    UnreadableError
        One is no finite number, or there are too many.
    """
    result = []
    for value in values:
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            raise UnreadableError(f"{value!r} is no number")
        try:
            number = float(value)
        except ValueError as error:
            raise UnreadableError(f"{value!r} is no number") from error
        if not math.isfinite(number) or abs(number) > 1e9:
            raise UnreadableError(f"{value!r} is no place in an image")
        result.append(number)
        if len(result) > MOST_VALUES:
            raise UnreadableError("too many numbers")
    return tuple(result)


def pairs(points: Any) -> tuple[float, ...]:
    """x, y of a list of points as plain numbers."""
    if not isinstance(points, list):
        raise UnreadableError("no list of points")
    flat: list[object] = []
    for point in points:
        if not isinstance(point, list | tuple) or len(point) < 2:
            raise UnreadableError("a point without x and y")
        flat += point[:2]
    return finite(flat)


def size_of(height: object, width: object) -> tuple[int, int]:
    """Height and width of a mask, checked."""
    high, wide = (int(value) for value in finite((height, width)))
    if not (0 < high <= 100_000 and 0 < wide <= 100_000 and high * wide <= 2**28):
        raise UnreadableError("a mask of no possible size")
    return high, wide


def load_json(path: Path, largest: int) -> Any:
    """A JSON file of bounded size; None if it is none.

    Raises
    ------
    UnreadableError
        It is too large, or cannot be opened.
    """
    try:
        if path.stat().st_size > largest:
            raise UnreadableError("too large")
        return json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        if isinstance(error, UnreadableError):
            raise
        return None
    except OSError as error:
        raise UnreadableError(str(error.strerror)) from error
