"""Maps of features and mixed pixels as images. No widgets here."""

from __future__ import annotations

from functools import cache

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from engine.data.messages import SampleShown
from engine.interpolate.values import IN_GREYS, LinePoint
from gui.style.images import as_indexed, as_qimage
from gui.style.look import LOOK
from gui.style.theme import colour_table

SIGNED = ("first", "second")
"""Pictures with values on both sides of 0."""
MAPS = {"sum": "inferno", "channel": "inferno", "first": "blue-orange", "second": "blue-orange"}

SIZES = 6
"""Sizes that both images are kept in: the large picture, the frames, those before a resize."""


@cache
def solid_table(name: str, ground: str) -> list[int]:
    """Return a colour table without transparency: what lets the image through shows `ground`."""
    under = QColor(ground)
    result = []
    for entry in colour_table(name):
        colour = QColor.fromRgba(entry)
        share = colour.alphaF() if name == "blue-orange" else 1.0
        mixed = [
            round(a * share + b * (1 - share))
            for a, b in (
                (colour.red(), under.red()),
                (colour.green(), under.green()),
                (colour.blue(), under.blue()),
            )
        ]
        result.append(0xFF000000 | mixed[0] << 16 | mixed[1] << 8 | mixed[2])
    return result


def point_image(point: LinePoint, picture: str) -> QImage:
    """Colour the map of a point, always by the scale of its line, so that colours compare."""
    values = np.nan_to_num(point.picture)
    if picture in IN_GREYS:
        return as_qimage(np.ascontiguousarray(np.clip(values, 0, 255), dtype=np.uint8)).copy()
    low, high = point.scale
    if picture in SIGNED:
        limit = max(abs(low), abs(high)) or 1.0
        levels = 128 + 127 * np.clip(values / limit, -1, 1)
    else:
        levels = 255 * np.clip((values - low) / ((high - low) or 1.0), 0, 1)
    rows = np.ascontiguousarray(np.rint(levels), dtype=np.uint8)
    return as_indexed(rows, solid_table(MAPS[picture], LOOK.colours.panel)).copy()


def fitted(size: QSize, room: QRectF) -> QRectF:
    """Return the largest place of a size's shape in the middle of some room."""
    inside = size.scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    result = QRectF(0, 0, inside.width(), inside.height())
    result.moveCenter(room.center())
    return result


class Mixer:
    """Both images at the size they are shown at, so that mixing them costs next to nothing.

    Painting the second with opacity t over the first is (1 - t) first + t second.
    """

    def __init__(self) -> None:
        self._ends: tuple[SampleShown | None, ...] = (None, None)
        self._scaled: dict[tuple[int, int], tuple[QPixmap, ...]] = {}

    @property
    def ready(self) -> bool:
        """Whether both images are there and of one size."""
        return None not in self._ends and not self.unequal

    @property
    def unequal(self) -> bool:
        """Whether the images differ in size, so that their pixels cannot be mixed."""
        shapes = {end.image.shape[:2] for end in self._ends if end is not None}
        return len(shapes) > 1

    def show_ends(self, first: SampleShown | None, second: SampleShown | None) -> bool:
        """Mix other images; return whether they are others."""
        if self._ends[0] is first and self._ends[1] is second:
            return False
        self._ends, self._scaled = (first, second), {}
        return True

    def paint(self, painter: QPainter, room: QRectF, t: float) -> QRectF:
        """Paint the mixture as large as it fits; return where."""
        first = self._ends[0]
        assert first is not None
        height, width = first.image.shape[:2]
        place = fitted(QSize(width, height), room)
        ratio = painter.device().devicePixelRatio()
        size = (place.size() * ratio).toSize().expandedTo(QSize(1, 1))
        key = (size.width(), size.height())
        if key not in self._scaled:
            if len(self._scaled) >= SIZES:
                self._scaled.clear()
            self._scaled[key] = tuple(_scaled(end, size) for end in self._ends if end is not None)
        under, over = self._scaled[key]
        target = place.toRect()
        painter.drawPixmap(target, under)
        painter.setOpacity(t)
        painter.drawPixmap(target, over)
        painter.setOpacity(1.0)
        return place


def _scaled(end: SampleShown, size: QSize) -> QPixmap:
    image = as_qimage(end.image)
    enlarged = size.width() > 2 * image.width()
    return QPixmap.fromImage(
        image.scaled(
            size,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            # Enlarged pixels stay pixels; a shrunk image is averaged.
            Qt.TransformationMode.FastTransformation
            if enlarged
            else Qt.TransformationMode.SmoothTransformation,
        )
    )
