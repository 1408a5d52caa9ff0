"""COCO: one JSON file for many images; boxes, polygons, run lengths plain and compressed.

Data format of cocodataset.org ("Object Detection"); compressed runs as in pycocotools 2.0,
``rleFrString`` of common/maskApi.c.
"""

from __future__ import annotations

from typing import Any

from engine.data.marks import Mark, box
from engine.data.readers.annotations.drawn import Drawn, UnreadableError, finite, size_of


def is_coco(values: Any) -> bool:
    """Whether a JSON file is an object detection file of COCO's kind."""
    if not isinstance(values, dict) or not isinstance(values.get("images"), list):
        return False
    images = values["images"]
    return isinstance(values.get("annotations"), list) and all(
        isinstance(item, dict) and "file_name" in item for item in images[:5]
    )


def read_coco(values: dict[str, Any]) -> list[Drawn]:
    """What the file says of each image that it lists.

    Raises
    ------
    UnreadableError
        A value is missing or of another kind.
    """
    try:
        kinds = {each["id"]: str(each["name"]) for each in values.get("categories") or []}
        marks: dict[Any, list[Mark]] = {each["id"]: [] for each in values["images"]}
        for each in values["annotations"]:
            if each["image_id"] not in marks:
                continue  # of an image that the file does not list
            marks[each["image_id"]] += _marks(each, kinds.get(each["category_id"], ""))
        return [
            Drawn(str(each["file_name"]), tuple(marks[each["id"]])) for each in values["images"]
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise UnreadableError(f"{type(error).__name__}: {error}") from error


def _marks(each: dict[str, Any], label: str) -> list[Mark]:
    drawn = each.get("segmentation")
    if isinstance(drawn, dict):
        return [run_lengths(drawn, label)]
    if drawn and isinstance(drawn, list):
        polygons = [ring for ring in drawn if isinstance(ring, list) and len(ring) >= 6]
        if polygons:
            return [Mark("polygon", finite(ring[: len(ring) // 2 * 2]), label) for ring in polygons]
    x, y, width, height = finite(each["bbox"])
    return [box(x, y, width, height, label)]


def run_lengths(drawn: dict[str, Any], label: str) -> Mark:
    """A mask as COCO writes it: `size` (height, width), `counts` as a list or as text."""
    height, width = size_of(*drawn["size"])
    counts = drawn["counts"]
    runs = _decompressed(counts) if isinstance(counts, str) else finite(counts)
    if any(run < 0 for run in runs) or sum(runs) > height * width:
        raise UnreadableError("runs that do not fit the mask")
    return Mark("rle", (0.0, 0.0, float(height), float(width), *map(float, runs)), label)


def _decompressed(text: str) -> list[int]:
    """Runs from text: six bits a character, low ones first; from the third on, differences to the
    last but one.
    """
    runs: list[int] = []
    place = 0
    while place < len(text):
        value = shift = 0
        more = True
        while more:
            if place >= len(text) or not 48 <= ord(text[place]) <= 111 or shift > 60:
                raise UnreadableError("compressed runs that are cut off")
            bits = ord(text[place]) - 48
            value |= (bits & 0x1F) << shift
            more = bool(bits & 0x20)
            place, shift = place + 1, shift + 5
            if not more and bits & 0x10:
                value |= -1 << shift
        runs.append(value + (runs[-2] if len(runs) > 2 else 0))
    return runs


def compressed(runs: list[int]) -> str:
    """The inverse: runs as COCO's text (``rleToString``)."""
    result = []
    for number, run in enumerate(runs):
        value = run - runs[number - 2] if number > 2 else run
        more = True
        while more:
            bits = value & 0x1F
            value >>= 5
            more = value != -1 if bits & 0x10 else value != 0
            result.append(chr((bits | 0x20 if more else bits) + 48))
    return "".join(result)
