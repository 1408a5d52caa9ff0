"""Which files of a folder are parts to be judged, and what keeps one from being judged.

Every part leaves a row: with a verdict, or with the reason why there is none. A part is a file with
the ending of a picture, of any kind, or one whose first bytes are those of a picture, whatever it
is called. Lists, texts and hidden files are no parts, and neither are the masks of a data set: they
are counted and named.
"""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import MutableMapping
from dataclasses import dataclass
from pathlib import Path

from engine.core.errors import DataError
from engine.core.values import Problem
from engine.data.header import HEAD, format_of
from engine.data.readers.account import OTHER_PICTURES
from engine.data.readers.file_names import ending_of
from engine.data.readers.masks import GROUND, find_masks, looks_like_mask
from engine.data.readers.tree import (
    DEAD_LINK,
    LOOP,
    NOT_TEXT,
    TOO_DEEP,
    Tree,
    is_hidden,
    is_text,
    list_tree,
    printable,
)

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


PEEKED = 3
"""Pictures of a folder that are decoded to tell whether what its names call masks are any."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What lies in a folder: parts, sorted, and masks, which are none."""

    images: tuple[Path, ...]
    masks: tuple[Path, ...] = ()

    def left_out(self, path: Path) -> Problem | None:
        """The sentence that says what is not judged of a folder; None if everything is."""
        if not self.masks:
            return None
        return Problem(
            str(path),
            "{count} pictures are left out: by name, place and values they are masks, which mark "
            "defects in others ({example} is one). Inspect their folder by itself to judge them.",
            {"count": str(len(self.masks)), "example": printable(str(self.masks[0]))},
            kind="mask",
            files=len(self.masks),
        )


def find_parts(path: Path, known: MutableMapping[str, bool] | None = None) -> Parts:
    """Parts of a folder and the folders below it, without the masks of a data set.

    A picture is a mask where the readers of data sets would call it one by its name or place, and
    those of its folder that are looked at have the values of a mask: a photograph is always judged.
    The name of `path` itself says nothing: whoever names a folder of masks wants them judged.

    Parameters
    ----------
    known
        As for :func:`find_images`.

    Raises
    ------
    DataError
        There is no such folder or file.
    """
    if not path.is_dir():
        return Parts(tuple(find_images(path)))
    tree = list_tree(path)
    masks = {Path(mask) for mask in _masks(tree)}
    images = tuple(item for item in _pictures(tree, known) if item not in masks)
    return Parts(images, tuple(sorted(masks)))


def _masks(tree: Tree) -> list[str]:
    named: dict[str, list[str]] = defaultdict(list)
    for mask in sorted(find_masks(tree.seen()).all):
        named[os.path.dirname(mask)].append(mask)  # noqa: PTH120  # links stay as they are named
    result: list[str] = []
    for masks in named.values():
        peeked = masks[:: max(1, len(masks) // PEEKED)][:PEEKED]
        drawn = sum(looks_like_mask(mask, ground=GROUND) for mask in peeked)
        if 2 * drawn > len(peeked):
            result += masks
    return result


def find_images(path: Path, known: MutableMapping[str, bool] | None = None) -> list[Path]:
    """Pictures of a folder and the folders below it, masks too, sorted; or the one file named.

    Parameters
    ----------
    known
        What the first bytes of files with other endings have said before, by path; it is added to.

    Raises
    ------
    DataError
        There is nothing of the kind.
    """
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise DataError("{path}: no such folder or file. Check the path.", path=path)
    return _pictures(list_tree(path), known)


def _pictures(tree: Tree, known: MutableMapping[str, bool] | None) -> list[Path]:
    known = {} if known is None else known
    result: list[str] = []
    for folder in tree.folders.values():
        result += [folder.at(name) for name in folder.images]
        for name in folder.others:
            place = folder.at(name)
            if is_hidden(name):
                continue
            if ending_of(name).lower() in OTHER_PICTURES or _is_picture(place, known):
                result.append(place)
        result += [
            folder.at(name)
            for name, why in folder.odd.items()
            if name and not is_hidden(name) and why != TOO_DEEP
        ]
    return sorted(map(Path, result))


def _is_picture(path: str, known: MutableMapping[str, bool]) -> bool:
    if path not in known:
        try:
            file = os.open(path, _FLAGS)
            try:
                regular = stat.S_ISREG(os.fstat(file).st_mode)
                head = os.read(file, HEAD) if regular else b""
            finally:
                os.close(file)
        except OSError:
            return False
        if not head:
            return False  # it may still be written
        known[path] = bool(format_of(head)) and not head.startswith(b"%PDF")
    return known[path]


def why_not(path: Path) -> str:
    """Why a part cannot even be opened; "" if it can."""
    if not is_text(str(path)):
        return NOT_TEXT
    if path.is_symlink():
        try:
            path.stat()
        except OSError:
            return DEAD_LINK
    return LOOP if path.is_dir() else ""
