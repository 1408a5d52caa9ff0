"""CVAT for images 1.1: one XML file for many images.

docs.cvat.ai, "CVAT for image" format, version 1.1: boxes (turned about their middle), polygons,
polylines, points, ellipses, masks (runs row by row inside their box), tags.
"""

from __future__ import annotations

import math
from xml.etree import ElementTree

import numpy as np

from engine.data.marks import Mark, runs
from engine.data.readers.annotations.drawn import Drawn, UnreadableError, finite, size_of
from engine.data.readers.annotations.labelme import LINE_WIDTH, POINT_SIZE
from engine.data.readers.listing import split_name


def read_cvat(root: ElementTree.Element) -> list[Drawn]:
    """What ``<annotations>`` says of each image. Tracks of videos are not read."""
    result = []
    for image in root.findall("image"):
        marks = [mark for shape in image for mark in _marks(shape)]
        labels = tuple(tag.get("label", "") for tag in image.findall("tag"))
        part = split_name(image.get("subset", ""))
        result.append(Drawn(image.get("name", ""), tuple(marks), labels, part))
    return result


def _marks(shape: ElementTree.Element) -> list[Mark]:
    label = shape.get("label", "")
    turned = math.radians(finite([shape.get("rotation") or 0])[0])
    if shape.tag == "box":
        left, top, right, bottom = (_of(shape, name) for name in ("xtl", "ytl", "xbr", "ybr"))
        wide, high = right - left, bottom - top
        if not turned:
            return [Mark("box", (left, top, wide, high, 0.0), label)]
        # CVAT turns a box about its middle; where its upper left corner comes to lie:
        cos, sin = math.cos(turned), math.sin(turned)
        x = left + wide / 2 - wide / 2 * cos + high / 2 * sin
        y = top + high / 2 - wide / 2 * sin - high / 2 * cos
        return [Mark("box", (x, y, wide, high, math.degrees(turned)), label)]
    if shape.tag == "ellipse":
        values = [_of(shape, name) for name in ("cx", "cy", "rx", "ry")]
        return [Mark("ellipse", (*values, turned), label)]
    if shape.tag in ("polygon", "polyline", "points"):
        points = finite(v for pair in shape.get("points", "").split(";") for v in pair.split(","))
        if len(points) % 2:
            raise UnreadableError("a point without x and y")
        if shape.tag == "polygon":
            return [Mark("polygon", points, label)]
        if shape.tag == "polyline":
            return [Mark("line", (LINE_WIDTH, *points), label)]
        return [
            Mark("ellipse", (points[i], points[i + 1], POINT_SIZE, POINT_SIZE, 0.0), label)
            for i in range(0, len(points), 2)
        ]
    if shape.tag == "mask":
        return [_mask(shape, label)]
    return []


def _mask(shape: ElementTree.Element, label: str) -> Mark:
    height, width = size_of(shape.get("height"), shape.get("width"))
    flat = np.zeros(height * width, np.bool_)
    place, inside = 0, False
    for run in finite(shape.get("rle", "").split(",")):
        end = place + int(run)
        flat[place:end] = inside
        place, inside = end, not inside
    if place > flat.size:
        raise UnreadableError("runs that do not fit the mask")
    left, top = round(_of(shape, "left")), round(_of(shape, "top"))
    return runs(flat.reshape(height, width), left, top, label)


def _of(shape: ElementTree.Element, name: str) -> float:
    return finite([shape.get(name) or "-"])[0]
