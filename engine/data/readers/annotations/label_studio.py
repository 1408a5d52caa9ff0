"""Label Studio: one JSON list of tasks, the whole export or the short one ("JSON-MIN").

labelstud.io, "Export annotations": places in percent of the image, boxes turned about their upper
left corner; brushes as in label-studio-sdk's ``converter/brush.py``, ``decode_rle``.
"""

from __future__ import annotations

import math
import re
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import numpy as np

from engine.data.header import ENDINGS
from engine.data.marks import Mark, runs
from engine.data.readers.annotations.drawn import Drawn, UnreadableError, finite, pairs, size_of
from engine.data.readers.annotations.labelme import POINT_SIZE

_PICTURES = tuple(ending for endings in ENDINGS.values() for ending in endings)
_UPLOADED = re.compile(r"^[0-9a-f]{8}-")


def is_label_studio(values: Any) -> bool:
    """Whether a JSON file is an export of Label Studio."""
    if not isinstance(values, list) or not values or not isinstance(values[0], dict):
        return False
    first = values[0]
    whole = isinstance(first.get("data"), dict) and "annotations" in first
    return whole or ("annotation_id" in first and bool(_picture(first)))


def read_label_studio(values: list[Any]) -> list[Drawn]:
    """What the file says of each image. Annotations that were cancelled do not count.

    Raises
    ------
    UnreadableError
        A value is missing or of another kind.
    """
    try:
        return [_task(task) for task in values]
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise UnreadableError(f"{type(error).__name__}: {error}") from error


def _task(task: dict[str, Any]) -> Drawn:
    marks: list[Mark] = []
    labels: list[str] = []
    if "annotations" in task:
        image = _picture(task["data"])
        said = [each for each in task["annotations"] if not each.get("was_cancelled")]
        results = said[-1]["result"] if said else []
    else:
        image = _picture(task)
        results = [
            {"type": _kind(value), "value": value} | value
            for cell in task.values()
            if isinstance(cell, list)
            for value in cell
            if isinstance(value, dict)
        ]
        if isinstance(task.get("choice"), str):
            labels.append(task["choice"])
    for result in results:
        value = result["value"]
        if result.get("type") == "choices":
            labels += [str(each) for each in value["choices"]]
            continue
        mark = _mark(result, value)
        if mark is not None:
            marks.append(mark)
    return Drawn(image, tuple(marks), tuple(labels))


def _kind(value: dict[str, Any]) -> str:
    return next((key for key in value if key.endswith("labels")), "")


def _picture(data: dict[str, Any]) -> str:
    """The name of the image's file: uploads have eight digits before it, links a query."""
    for value in data.values():
        if not isinstance(value, str):
            continue
        parts = urlsplit(value)
        path = parse_qs(parts.query).get("d", [parts.path])[0]
        name = unquote(path)
        if name.lower().endswith(_PICTURES):
            above, slash, last = name.rpartition("/")
            if "/upload/" in name:
                return _UPLOADED.sub("", last)
            return f"{above}{slash}{last}".lstrip("/") if "d=" in parts.query else last
    return ""


def _mark(result: dict[str, Any], value: dict[str, Any]) -> Mark | None:
    kind = str(result.get("type", "")).removesuffix("labels")
    named = value.get(f"{kind}labels") or value.get("labels") or [""]
    label = str(named[0])
    if kind not in ("rectangle", "polygon", "ellipse", "keypoint", "brush"):
        return None
    height, width = size_of(result["original_height"], result["original_width"])
    x_scale, y_scale = width / 100, height / 100
    if kind == "polygon":
        points = pairs(value["points"])
        scaled = [v * (x_scale, y_scale)[i % 2] for i, v in enumerate(points)]
        return Mark("polygon", tuple(scaled), label)
    if kind == "brush":
        return runs(_brush(value["rle"], height, width), label=label)
    x, y = finite((value["x"], value["y"]))
    x, y = x * x_scale, y * y_scale
    (turned,) = finite([value.get("rotation") or 0])
    if kind == "rectangle":
        wide, high = finite((value["width"], value["height"]))
        return Mark("box", (x, y, wide * x_scale, high * y_scale, turned), label)
    if kind == "ellipse":
        a, b = finite((value["radiusX"], value["radiusY"]))
        return Mark("ellipse", (x, y, a * x_scale, b * y_scale, math.radians(turned)), label)
    return Mark("ellipse", (x, y, POINT_SIZE, POINT_SIZE, 0.0), label)


def _brush(rle: Any, height: int, width: int) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Opacity of a brush stroke, from runs of red, green, blue and opacity packed bit by bit."""
    if not isinstance(rle, list) or not all(isinstance(b, int) and 0 <= b < 256 for b in rle):
        raise UnreadableError("a brush that is no list of bytes")
    bits = np.unpackbits(np.asarray(rle, np.uint8))
    place = 0

    def read(count: int) -> int:
        nonlocal place
        if place + count > bits.size:
            raise UnreadableError("a brush that is cut off")
        value = int("".join(map(str, bits[place : place + count].tolist())), 2)
        place += count
        return value

    total = read(32)
    if total != height * width * 4:
        raise UnreadableError("a brush of another size than its image")
    word = read(5) + 1
    sizes = [read(4) + 1 for _ in range(4)]
    values = np.zeros(total, np.uint32)
    done = 0
    while done < total:
        same = read(1)
        end = min(total, done + 1 + read(sizes[read(2)]))
        if same:
            values[done:end] = read(word)
        else:
            values[done:end] = [read(word) for _ in range(end - done)]
        done = end
    return np.asarray(values[3::4].reshape(height, width) > 0)
