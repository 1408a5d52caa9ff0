"""Colours and shapes of classes: a colour a texture, circle for normal and cross for defective."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QColor

from engine.core.values import SampleRow
from gui.measures.scatter import Dot
from gui.style.look import LOOK

MORE = ("#7A5195", "#8C6D31", "#5DA5A4", "#D45087", "#637939")
"""For more textures than runs have colours; readable in both looks."""


def class_dots(names: Sequence[str], samples: Iterable[SampleRow]) -> list[Dot]:
    """Return the look of each class.

    A class nobody knows of (its data set is not open) is a texture of its own, drawn as circle.
    """
    known = {sample.class_name: (sample.texture, sample.defective) for sample in samples}
    textures = list(dict.fromkeys(known.get(name, (name, None))[0] for name in names))
    inks = [*LOOK.colours.runs, *MORE]
    alone = len(textures) == 1 and len(names) > 1
    result = []
    for number, name in enumerate(names):
        texture, defective = known.get(name, (name, None))
        # One texture only: colour alone can tell its classes apart, so it does as well.
        place = number if alone else textures.index(texture)
        result.append(Dot(QColor(inks[place % len(inks)]), "cross" if defective else "circle"))
    return result
