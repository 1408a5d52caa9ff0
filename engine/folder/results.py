"""Judging a folder of images that need not belong to any data set."""

from __future__ import annotations

import csv
import io
import os
import stat
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.core.files import write_atomic
from engine.core.table import Column, Columns, harmless, of
from engine.core.values import Prediction, Problem
from engine.data.image import read_image
from engine.data.sample import Label
from engine.folder.arrivals import find_images, find_parts
from engine.folder.messages import FolderRow
from engine.inspection.dense import Judge, Judged

POLL_SECONDS = 0.5
"""Least time between two looks at a watched folder."""

CALM = 10
"""A look that takes long is followed by a rest so many times as long."""

PATIENCE = 6
"""Looks at an unchanged file that cannot be read before it is given up: its writer may stall."""


@dataclass(frozen=True, slots=True, eq=False)
class FileJudged:
    """A file with its verdict, what that was made from, and its pixels (H, W) or (H, W, 3)."""

    prediction: Prediction
    judged: Judged
    image: NDArray[np.uint8]


def judge_file(
    judge: Judge, path: Path, number: int, image: NDArray[np.uint8] | None = None
) -> FileJudged:
    """Judge one file, its last-layer features kept.

    Parameters
    ----------
    image
        Its pixels, where they were read already; None: they are read now.

    Raises
    ------
    DataError
        It cannot be read; the message names it.
    """
    if image is None:
        image = read_image(path, judge.grey)
    judged = judge.judge(image, keep_features=True)
    return FileJudged(judge.prediction(judged, number, str(path)), judged, image)


@dataclass
class Arrivals:
    """A watched folder: which files are new and complete, each named once as it is.

    A file counts as complete when size and time of change are the same at two looks; one that is
    empty, or no file, when it is so for longer. One that is written again under its name is new.
    Nothing here waits: whoever looks rests in between, as long as `rest` says.

    Attributes
    ----------
    path : the folder
    leave_out : a folder whose files do not count, for results that are written below `path`
    masks : the masks of a data set count too
    left_out : those that do not, as a sentence
    lost : the folder could not be read at the last look
    pending : files at the last look that were not named before it, complete or not
    rest : seconds until the next look is worth its while
    seen : size and time of change of each file as it was named last
    """

    path: Path
    leave_out: Path | None = None
    masks: bool = False
    left_out: Problem | None = None
    lost: bool = False
    pending: int = 0
    rest: float = POLL_SECONDS
    seen: dict[Path, tuple[int, int]] = field(default_factory=dict)
    _stamps: dict[Path, tuple[int, int]] = field(default_factory=dict)
    _calm: dict[Path, int] = field(default_factory=dict)
    _tries: dict[Path, int] = field(default_factory=dict)
    _known: dict[str, bool] = field(default_factory=dict)

    def look(self) -> list[Path]:
        """Files that are complete and were not named before, in the order of their names."""
        began = time.perf_counter()
        try:
            if self.masks:
                there = find_images(self.path, self._known)
            else:
                parts = find_parts(self.path, self._known)
                there, self.left_out = list(parts.images), parts.left_out(self.path)
            self.lost = False
        except (DataError, OSError):
            there, self.lost = [], True
        ready = []
        self.pending = 0
        for item in there:
            if self._own(item):
                continue
            stamp, whole = stamp_of(item)
            if stamp is None or self.seen.get(item) == stamp:
                continue
            self.pending += 1
            same = self._stamps.get(item) == stamp
            self._calm[item] = self._calm.get(item, 0) + 1 if same else 0
            if same and (whole or self._calm[item] >= PATIENCE):
                self.seen[item] = stamp
                ready.append(item)
            elif not same:
                self._tries.pop(item, None)
            self._stamps[item] = stamp
        self.rest = max(POLL_SECONDS, CALM * (time.perf_counter() - began))
        return ready

    def again(self, path: Path) -> bool:
        """Whether a file that could not be read is worth another look; it is named again then.

        One that has vanished is: it was never judged, and it may come back.
        """
        self._tries[path] = self._tries.get(path, 0) + 1
        if path.exists() and self._tries[path] >= PATIENCE:
            return False
        self.seen.pop(path, None)
        return True

    def _own(self, item: Path) -> bool:
        return self.leave_out is not None and self.leave_out in item.parents


def stamp_of(path: Path) -> tuple[tuple[int, int] | None, bool]:
    """Size and time of change, None if a file has gone; and whether it is a file with something."""
    try:
        status = path.stat()
    except OSError:
        try:
            status = path.lstat()  # a link that leads nowhere
        except OSError:
            return None, False  # moved away between the two looks
        return (status.st_size, status.st_mtime_ns), False
    whole = stat.S_ISREG(status.st_mode) and status.st_size > 0
    return (status.st_size, status.st_mtime_ns), whole


def verdict_word(row: Prediction, labels: tuple[Label, ...]) -> str:
    """Name the verdict: defective or normal; empty where the network knows no normal class."""
    if all(label.defective is None for label in labels):
        return ""
    return "defective" if row.defective else "normal"


def columns(labels: tuple[Label, ...]) -> Columns[FolderRow]:
    """What is written of a file that was judged."""
    judged: Columns[Prediction] = (
        Column("file", lambda found: found.file),
        Column("verdict", lambda found: verdict_word(found, labels)),
        Column("score", lambda found: f"{found.score:.6g}"),
        Column("class", lambda found: found.class_name),
        Column("x", lambda found: found.box[0]),
        Column("y", lambda found: found.box[1]),
        Column("width", lambda found: found.box[2]),
        Column("height", lambda found: found.box[3]),
        Column("ms", lambda found: f"{found.ms:.1f}"),
    )
    return (
        *of(lambda row: row.prediction, judged),
        Column(
            "familiar",
            lambda row: None if row.distance is None else not row.unlike,
        ),
        Column(
            "distance",
            lambda row: None if row.distance is None else f"{row.distance:.6g}",
        ),
    )


UNREADABLE = "unreadable"
"""The verdict of a file that has none; why stands where its class would."""


def _line(cells: Sequence[object]) -> str:
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue()


class CsvWriter:
    """One row an image, written and flushed as it comes; closes as a context manager.

    Attributes
    ----------
    path : the file; one that exists is not overwritten

    Parameters
    ----------
    before
        Rows of an inspection that is gone on with: the table that exists is its own, and is made
        to hold these and no other ones. None: it is a new one.
    """

    def __init__(
        self,
        path: Path,
        labels: tuple[Label, ...],
        before: Sequence[FolderRow] | None = None,
    ) -> None:
        self.path = path
        self._columns = columns(labels)
        head = "\ufeff" + _line([column.name for column in self._columns])
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if before is not None:
                self._check_own(head)
                # A row that was written and not kept is of a file that is judged once more.
                whole = head + "".join(map(self._cells, before))
                write_atomic(path, whole.encode("utf-8", "replace"))
                self._file = path.open("ab")
                self._whole, self._count = path.stat().st_size, len(before)
                return
            self._file = path.open("xb")
        except FileExistsError:
            raise DataError("{path}: exists already. Choose another name.", path=path) from None
        except OSError as error:
            raise DataError(
                "{path}: cannot be written ({why}). Check free space and rights.",
                path=path,
                why=error.strerror,
            ) from error
        self._whole, self._count = 0, -1  # of bytes and rows; the head is none
        # The mark at the start lets Excel read Korean file names.
        self._write(head)

    def _check_own(self, head: str) -> None:
        """Refuse to go on with a table of something else."""
        if self.path.exists():
            with self.path.open("rb") as file:
                there = file.read(len(head.encode()))
            if there and there != head.encode():
                raise DataError(
                    "{path}: is no table of this inspection. Choose another name.", path=self.path
                )

    def __enter__(self) -> CsvWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, row: FolderRow) -> None:
        """Write one row: a verdict, or why a file has none. All of it or, on a full disk, nothing.

        Raises
        ------
        DataError
            It cannot be written; the rows before it stay as they are.
        """
        if row.prediction is not None or row.problem is not None:
            self._write(self._cells(row))

    def _cells(self, row: FolderRow) -> str:
        if row.prediction is not None:
            return _line([harmless(column.shown(row)) for column in self._columns])
        assert row.problem is not None
        named = {"file": row.file, "verdict": UNREADABLE, "class": row.problem.reason}
        return _line([harmless(named.get(column.name, "")) for column in self._columns])

    def _write(self, text: str) -> None:
        try:
            self._file.write(text.encode("utf-8", "replace"))
            self._file.flush()
        except OSError as error:
            # Half a row would read like a verdict, and an empty file would block the next try.
            with suppress(OSError):
                self._file.close()
            with suppress(OSError):
                if self._whole:
                    os.truncate(self.path, self._whole)
                else:
                    self.path.unlink()
            raise DataError(
                "{path}: cannot be written ({why}). Free some space; {n} rows are in it.",
                path=self.path,
                why=error.strerror,
                n=max(0, self._count),
            ) from error
        self._whole += len(text.encode("utf-8", "replace"))
        self._count += 1
