"""One glance at each picture: empty, unreadable, under a wrong ending, of many pages or deep grey.

The first bytes are read, and the directories of TIFFs; nothing is decoded.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from dataclasses import dataclass, field

from engine.core.values import Problem
from engine.data.header import ENDINGS, HEAD, LARGEST, format_of, png_header, tiff_header
from engine.data.image import CLAIMS
from engine.data.sample import Sample

EMPTY = "The file is empty. Copy it again from its source."
LIES = (
    "{count} of its pictures are {kind} files under the ending {ending}. They are read as what "
    "they are."
)
PAGES = (
    "It holds {pages} pages, and only the first one is read. Save each page as a file of its own "
    "if the others are pictures of parts too."
)


@dataclass(slots=True)
class Glance:
    """What a look at all pictures of a set finds.

    Attributes
    ----------
    kept : samples that may be decoded
    problems : the others, and what is odd
    deep : places in `kept` of files that say they have more than 8 bits
    """

    kept: list[Sample] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    deep: list[int] = field(default_factory=list)
    _lies: Counter[tuple[str, str, str]] = field(default_factory=Counter)


def glance(samples: list[Sample]) -> Glance:
    """Look at the files of all samples."""
    result = Glance()
    for sample in samples:
        problem = _look(sample, result)
        if problem is None:
            result.kept.append(sample)
        else:
            result.problems.append(problem)
    for (folder, kind, ending), count in sorted(result._lies.items()):
        values = {"count": str(count), "kind": kind, "ending": ending or "-"}
        result.problems.append(Problem(folder, LIES, values, "note"))
    return result


_BY_ENDING = {ending: kind for kind, endings in ENDINGS.items() for ending in endings}
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def _look(sample: Sample, result: Glance) -> Problem | None:
    """Why a sample is left out; None if it is not. What else is odd goes into the result."""
    path = sample.location
    try:
        file = os.open(path, _FLAGS)
    except OSError as error:
        values = {"why": str(error.strerror)}
        return Problem(path, "Cannot be opened ({why}). Check its rights.", values, files=1)
    try:
        status = os.fstat(file)
        if not stat.S_ISREG(status.st_mode):
            return Problem(path, "It is a device, a pipe or a socket and no file.", files=1)
        if status.st_size == 0:
            return Problem(path, EMPTY, files=1)
        head = os.read(file, HEAD)
        kind = format_of(head)
        dot = path.rfind(".")
        ending = path[dot:].lower() if dot >= 0 else ""
        if kind in ENDINGS and _BY_ENDING.get(ending) != kind:
            result._lies[os.path.split(path)[0], kind, ending] += 1
        if kind == "PNG":
            return _png(path, head, result)
        if kind == "TIFF":
            _tiff(path, file, status.st_size, result)
        elif kind == "Netpbm" and head[1:2] in b"2356":
            result.deep.append(len(result.kept))
        elif kind == "JPEG 2000":
            result.deep.append(len(result.kept))  # its depth takes a parser: it is decoded
    except OSError as error:
        values = {"why": str(error.strerror)}
        return Problem(path, "Cannot be opened ({why}). Check its rights.", values, files=1)
    finally:
        os.close(file)
    return None


def _png(path: str, head: bytes, result: Glance) -> Problem | None:
    found = png_header(head)
    if found is not None:
        width, height, bits = found
        if width * height > LARGEST:
            values = {"path": path, "size": f"{width}x{height}"}
            return Problem(path, CLAIMS, values, files=1)
        if bits > 8:
            result.deep.append(len(result.kept))
    return None


def _tiff(path: str, file: int, size: int, result: Glance) -> None:
    def read(place: int, count: int) -> bytes:
        os.lseek(file, place, os.SEEK_SET)
        return os.read(file, min(count, 65536))

    found = tiff_header(size, read)
    if found is None:
        return
    if found.bits > 8:
        result.deep.append(len(result.kept))
    if found.pages > 1:
        values = {"pages": str(found.pages)}
        result.problems.append(Problem(path, PAGES, values))
