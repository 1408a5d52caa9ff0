"""What a reader returns: samples, what is odd, and which files it read beside the pictures."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.core.values import Problem
from engine.data.readers.listing import DEFECT_NAMES, NORMAL_NAMES, folded, split_name
from engine.data.readers.tree import Folder
from engine.data.sample import Sample

LABEL, TABLE, MASK = "label", "table", "mask"
"""What a file was read as that is no sample."""


@dataclass(slots=True)
class Reading:
    """A data set as a reader understood it.

    Attributes
    ----------
    used : full path of each file that was read beside the samples and their masks, and as what
    shown : what was guessed, for a person to see: of tables, the columns by role
    """

    samples: list[Sample] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    used: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)


def split_of(folder: Folder) -> str:
    """Train, val or test by the names of the folders a picture lies in; "" if none says so."""
    return next((part for name in folder.parts if (part := split_name(name))), "")


def said_by_folder(folder: Folder, normal: str = "") -> bool | None:
    """Whether the nearest folder that is called like a class says defective; None if none is."""
    for name in reversed(folder.parts):
        plain = folded(name)
        if plain.isdecimal() and not (normal and plain == folded(normal)):
            continue
        if plain in NORMAL_NAMES or (normal and plain == folded(normal)):
            return False
        if plain in DEFECT_NAMES:
            return True
    return None


def kind_of(name: str) -> tuple[bool, str]:
    """What a name of a class says: whether it is a defect, and its kind."""
    plain = folded(name)
    if plain in NORMAL_NAMES:
        return False, ""
    return True, "defective" if plain in DEFECT_NAMES or not plain else name.strip()
