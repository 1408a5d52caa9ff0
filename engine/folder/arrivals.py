"""Which files of a folder are parts to be judged, and what keeps one from being judged.

Every part leaves a row: with a verdict, or with the reason why there is none. A part is a file with
the ending of a picture, of any kind, or one whose first bytes are those of a picture, whatever it
is called. Lists, texts and hidden files are no parts.
"""

from __future__ import annotations

import os
import stat
from collections.abc import MutableMapping
from pathlib import Path

from engine.core.errors import DataError
from engine.data.header import HEAD, format_of
from engine.data.readers.account import OTHER_PICTURES
from engine.data.readers.file_names import ending_of
from engine.data.readers.tree import (
    DEAD_LINK,
    LOOP,
    NOT_TEXT,
    TOO_DEEP,
    is_hidden,
    is_text,
    list_tree,
)

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def find_images(path: Path, known: MutableMapping[str, bool] | None = None) -> list[Path]:
    """Parts of a folder and the folders below it, sorted; or the one file named.

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
    known = {} if known is None else known
    result: list[str] = []
    for folder in list_tree(path).folders.values():
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
