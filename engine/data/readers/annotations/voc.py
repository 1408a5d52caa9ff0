"""Pascal VOC: an XML file an image, boxes from 1 with both ends inside, polygons where exported.

Everingham et al.: The PASCAL Visual Object Classes Challenge 2012, Development Kit, section 3.
"""

from __future__ import annotations

from xml.etree import ElementTree

from engine.data.marks import Mark, box
from engine.data.readers.annotations.drawn import Drawn, UnreadableError, finite


def parse(raw: bytes) -> ElementTree.Element | None:
    """The root of an XML file; None if it is none.

    Raises
    ------
    UnreadableError
        It defines entities, which label files have no use for.
    """
    if b"<!ENTITY" in raw or b"<!DOCTYPE" in raw:
        raise UnreadableError("it defines entities")
    try:
        return ElementTree.fromstring(raw)  # noqa: S314 - entities are refused above
    except (ElementTree.ParseError, ValueError, RecursionError, LookupError):
        return None


def read_voc(root: ElementTree.Element) -> Drawn:
    """What ``<annotation>`` says of its image.

    Files that count from 0 are told by a 0: then the upper ends are outside.
    """
    marks = []
    found: list[tuple[str, tuple[float, ...]]] = []
    for item in root.findall("object"):
        label = (item.findtext("name") or "").strip()
        polygon = item.find("polygon")
        if polygon is not None:
            marks.append(Mark("polygon", _polygon(polygon), label))
            continue
        cell = item.find("bndbox")
        if cell is None:
            raise UnreadableError("an object without a box")
        found.append(
            (label, finite(cell.findtext(n, "-") for n in ("xmin", "ymin", "xmax", "ymax")))
        )
    zero = any(0 <= min(values[:2]) < 1 for _, values in found)
    for label, (left, top, right, bottom) in found:
        if zero:
            marks.append(box(left, top, right - left, bottom - top, label))
        else:
            marks.append(box(left - 1, top - 1, right - left + 1, bottom - top + 1, label))
    return Drawn((root.findtext("filename") or "").strip(), tuple(marks))


def _polygon(cell: ElementTree.Element) -> tuple[float, ...]:
    numbered = [(node.tag, node.text or "-") for node in cell if node.tag[1:].isdecimal()]
    if numbered:
        points = dict(numbered)
        count = len(numbered) // 2
        names = [f"{axis}{n}" for n in range(1, count + 1) for axis in "xy"]
        return finite(points.get(name, "-") for name in names)
    return finite(
        point.findtext(axis) or "-" for point in cell.findall("pt") for axis in ("x", "y")
    )
