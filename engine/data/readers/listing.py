"""What the readers share: listing folders without regard to case, and telling files apart."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from engine.core.values import Problem
from engine.data.image import is_image

NORMAL_NAMES = frozenset(
    {"good", "ok", "okay", "io", "normal", "pass", "passed", "fine", "intact", "clean", "perfect"}
    | {"non-defective", "nondefective", "non_defective", "defect-free", "defect_free"}
    | {"no_defect", "no-defect", "nodefect", "0", "양품", "정상"}
)
"""Class names that mean "normal" (compared in lower case)."""

DEFECT_NAMES = frozenset(
    {"bad", "ng", "nok", "nio", "defect", "defects", "defective", "faulty", "fail", "failed"}
    | {"reject", "anomaly", "anomalous", "abnormal", "damaged", "broken", "1", "불량", "결함"}
)
"""Class names that mean "defective" without saying how."""

PARTS = {
    "train": "train",
    "training": "train",
    "val": "train",  # this program draws its own validation images
    "valid": "train",
    "validation": "train",
    "test": "test",
    "testing": "test",
}
"""Parts of a set by what they are called (compared in lower case)."""

MAX_DEPTH = 3


def folded(name: str) -> str:
    """A name as it is compared: no matter the case, nor whether accents and Korean syllables are
    composed. Folders copied from a Mac have them in pieces, what is typed or listed has them whole.
    """
    return unicodedata.normalize("NFC", name.strip()).lower()


def children(folder: Path) -> dict[str, Path]:
    """Entries of a folder by lower-case name, in natural order; hidden ones left out."""
    entries = sorted(folder.iterdir(), key=lambda path: natural_key(path.name))
    return {path.name.lower(): path for path in entries if not path.name.startswith((".", "__"))}


def natural_key(name: str) -> list[tuple[int, int, str]]:
    """Sort key in which image2 comes before image10."""
    return [
        (0, int(part), "") if part.isdecimal() else (1, 0, part.lower())
        for part in re.split(r"([0-9]+)", name)
        if part
    ]


def images_in(folder: Path) -> list[Path]:
    """Image files directly inside a folder, in natural order."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if entry.is_file()]
    return [folder / name for name in sorted(names, key=natural_key) if is_image(folder / name)]


def folders_in(folder: Path) -> list[Path]:
    """Folders directly inside a folder, in natural order; hidden ones left out."""
    with os.scandir(folder) as entries:
        names = [e.name for e in entries if not e.name.startswith((".", "__")) and e.is_dir()]
    return [folder / name for name in sorted(names, key=natural_key)]


def count_images(folder: Path) -> int:
    """Image files in a folder and all below it."""
    return sum(is_image(Path(top) / name) for top, _, names in os.walk(folder) for name in names)


def walk_folders(root: Path, depth: int = MAX_DEPTH) -> Iterator[Path]:
    """The folder itself and the folders below it, level by level, `depth` levels down."""
    level = [root]
    for _ in range(depth + 1):
        yield from level
        level = [child for folder in level for child in folders_in(folder)]


def quick_problem(path: Path) -> Problem | None:
    """Tell without decoding whether a file is empty or plainly cut off."""
    try:
        size = path.stat().st_size
    except OSError as error:
        return Problem(
            str(path), "Cannot be opened ({why}). Check its rights.", {"why": str(error.strerror)}
        )
    if size == 0:
        return Problem(str(path), "The file is empty. Copy it again from its source.")
    return None
