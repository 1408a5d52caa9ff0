"""Tables of run lengths and of boxes, one row a region.

Run lengths as Kaggle's competitions have them (Severstal: Steel Defect Detection, "Data"): pairs
of a start, from 1, and a length, down the columns, then to the right. Boxes as tools export them
for TensorFlow: filename, width, height, class, xmin, ymin, xmax, ymax.
"""

from __future__ import annotations

from engine.data.marks import Mark, box
from engine.data.readers.annotations.drawn import Drawn, UnreadableError, finite
from engine.data.readers.tables import Table

_IMAGE = ("imageid", "image_id", "filename", "file_name", "image", "file", "imageid_classid")
_RUNS = ("encodedpixels", "encoded_pixels", "rle", "rle_mask", "segmentation_rle")
_CLASS = ("classid", "class_id", "class", "label", "category", "defect")
_BOX = ("xmin", "ymin", "xmax", "ymax")


def is_region_table(table: Table) -> bool:
    """Whether the table's rows are regions."""
    names = {name.lower() for name in table.header}
    runs = bool(names & set(_RUNS)) and bool(names & set(_IMAGE))
    return runs or ({*_BOX} <= names and bool(names & set(_IMAGE)))


def read_region_table(table: Table) -> list[Drawn]:
    """What the table says of each image that it lists.

    Raises
    ------
    UnreadableError
        A row holds what cannot be.
    """
    by_name = {name.lower(): place for place, name in enumerate(table.header)}
    image = next(by_name[name] for name in _IMAGE if name in by_name)
    runs = next((by_name[name] for name in _RUNS if name in by_name), None)
    kind = next((by_name[name] for name in _CLASS if name in by_name), None)
    joined = table.header[image].lower() == "imageid_classid"
    marks: dict[str, list[Mark]] = {}
    for row in table.rows:
        name, label = row[image].strip(), row[kind].strip() if kind is not None else ""
        if joined and "_" in name:
            name, _, label = name.rpartition("_")
        found = marks.setdefault(name, [])
        if runs is not None:
            if row[runs].strip() not in ("", "-1", "nan", "NaN"):
                found.append(_runs(row[runs], label))
        elif all(row[by_name[each]].strip() for each in _BOX):
            left, top, right, bottom = finite(row[by_name[each]] for each in _BOX)
            found.append(box(left, top, right - left, bottom - top, label))
    return [Drawn(name, tuple(found)) for name, found in marks.items()]


def _runs(cell: str, label: str) -> Mark:
    values = finite(cell.split())
    if len(values) % 2:
        raise UnreadableError("a run without its length")
    result, place = [], 1.0
    for start, count in zip(values[0::2], values[1::2], strict=True):
        if start < place or count < 1:
            raise UnreadableError("runs that are not in order")
        result += [start - place, count]
        place = start + count
    # The size is that of the image, which the table does not say.
    return Mark("rle", (0.0, 0.0, 0.0, 0.0, *result), label)
