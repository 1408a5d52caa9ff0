"""YOLO: a text file an image, a line an object: class number, then a box or a polygon in shares.

Ultralytics, "Object detection datasets", "Instance segmentation datasets" and "Oriented bounding
boxes", docs of 8.3: ``class x-centre y-centre width height``, ``class x1 y1 ... xn yn``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from engine.core.errors import DataError
from engine.data.marks import Mark


@dataclass(slots=True)
class Names:
    """Names of classes by number, and what a data.yaml says beside them.

    Attributes
    ----------
    names : by number
    parts : train, val and test with what each is made of, as it is written
    keypoints : numbers that follow a box for its keypoints
    """

    names: dict[int, str] = field(default_factory=dict)
    parts: dict[str, list[str]] = field(default_factory=dict)
    keypoints: int = 0

    def of(self, number: int) -> str:
        """The name of a class; its number where it has none."""
        return self.names.get(number, str(number))


def read_yaml(path: Path) -> Names | None:
    """The description of a YOLO set; None if the file is something else."""
    try:
        if path.stat().st_size > 2**20:
            return None
        values: Any = yaml.safe_load(path.read_bytes())
    except (OSError, yaml.YAMLError, ValueError, RecursionError):
        return None
    if not isinstance(values, dict) or not {"names", "train", "val"} & set(values):
        return None
    names = values.get("names")
    listed = dict(enumerate(names)) if isinstance(names, list) else names
    result = Names()
    if isinstance(listed, dict):
        for key, value in listed.items():
            if str(key).isdecimal():
                result.names[int(key)] = str(value)
    for part in ("train", "val", "test"):
        value = values.get(part)
        result.parts[part] = [str(v) for v in (value if isinstance(value, list) else [value]) if v]
    shape = values.get("kpt_shape")
    if isinstance(shape, list) and len(shape) == 2 and all(isinstance(n, int) for n in shape):
        result.keypoints = shape[0] * shape[1]
    return result


def read_names(path: Path) -> dict[int, str]:
    """Names of classes, one a line, as classes.txt and obj.names hold them."""
    try:
        lines = path.read_text("utf-8-sig", errors="replace")[: 2**20].splitlines()
    except OSError as error:
        raise DataError("{path}: cannot be opened ({why}).", path=path, why=error) from error
    return {number: line.strip() for number, line in enumerate(lines) if line.strip()}


def read_yolo(raw: bytes, names: Names) -> tuple[Mark, ...] | None:
    """Boxes and polygons of one image; None if the text is no label file.

    A sixth number of a box is a detector's confidence and is left out. Four corners are a turned
    box.
    """
    if not raw or raw.isspace():
        return ()
    marks = []
    for line in raw.split(b"\n"):
        cells = line.split()
        if not cells:
            continue
        if len(cells) < 5 or len(cells) > 20_001:
            return None
        try:
            number, *v = map(float, cells)
        except ValueError:
            return None
        # Shares a little outside come of rounding; what is far outside is no share.
        if not number.is_integer() or number < 0 or not min(v) >= -0.5 or not max(v) <= 1.5:
            return None
        label = names.of(int(number))
        if len(v) in (4, 5) or (names.keypoints and len(v) == 4 + names.keypoints):
            x, y, wide, high = v[:4]
            box = (x - wide / 2, y - high / 2, wide, high, 0.0)
            marks.append(Mark("box", box, label, relative=True))
        elif len(v) % 2 == 0 and all(map(math.isfinite, v)):
            marks.append(Mark("polygon", tuple(v), label, relative=True))
        else:
            return None
    return tuple(marks)
