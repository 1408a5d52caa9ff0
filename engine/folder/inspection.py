"""Inspecting a folder file by file: verdict, familiarity, table, pictures, and what is kept.

The window and `main.py inspect` use the same code. What was judged stands in the table at once and
in the project's database within a second, however the inspection ends.
"""

from __future__ import annotations

import datetime as dt
import logging
import re
import time
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import RunError, TransferLensError
from engine.core.files import file_hash, make_folder, write_atomic
from engine.core.stopping import Rest
from engine.core.values import Problem
from engine.data.image import encoded, read_image, shrink
from engine.data.readers.tree import printable
from engine.folder.ahead import read_ahead
from engine.folder.arrivals import why_not
from engine.folder.messages import FolderHead, FolderRow
from engine.folder.picture import heat_picture
from engine.folder.results import Arrivals, CsvWriter, FileJudged, judge_file
from engine.folder.store import OperationStore
from engine.inspection.dense import Judge
from engine.inspection.explain import heat_map, question_for
from engine.project.runs import RunFolder
from engine.training.familiarity import Reference, image_features

log = logging.getLogger(__name__)

KEEP_EVERY = 1.0
"""Seconds between two transactions."""

Stop = Callable[[], bool]


def make_out(project: Path, run: str, out: str = "") -> Path:
    """Make a new folder ``<date>-<run>-<nn>`` for results; an old one is never touched.

    Parameters
    ----------
    out
        Folder it is made in; "" for ``inspections`` in the project.

    Raises
    ------
    RunError
        The folder cannot be written.
    """
    above = Path(out) if out else project / "inspections"
    make_folder(above)
    # A run's name begins with the day it was made, which would read like a second date.
    stem = f"{dt.date.today():%Y-%m-%d}-{re.sub(r'^[0-9]{4}-[0-9]{2}-[0-9]{2}-', '', run)}"
    try:
        for number in range(1, 10_000):
            path = above / f"{stem}-{number:02d}"
            try:
                path.mkdir()
            except FileExistsError:
                continue
            return path
    except OSError as error:
        raise RunError(
            "{path}: cannot be made ({why}). Choose another folder.",
            path=above,
            why=error.strerror,
        ) from error
    raise RunError("{path}: too many inspections of a day. Choose another folder.", path=above)


def file_heat(judge: Judge, found: FileJudged) -> tuple[NDArray[np.float32], tuple[float, float]]:
    """The heat map of a file's verdict, in logits, and the pixels (x, y) that a value covers."""
    judged = found.judged
    assert judged.features is not None
    question = question_for(judged.verdict, judge.labels)
    return heat_map(judge.network, judged.features, question), judged.geometry.step


def file_picture(judge: Judge, found: FileJudged, longest: int = 0) -> NDArray[np.uint8]:
    """A file with its heat map, the worst window and a legend: uint8 (H + 30, W, 3).

    `longest`: shrink the image to that side first, so that the legend can be read; 0: do not.
    """
    heat, (wide, high) = file_heat(judge, found)
    image = shrink(found.image, longest) if longest else found.image
    x, y = image.shape[1] / found.image.shape[1], image.shape[0] / found.image.shape[0]
    box = None
    if any(label.defective is False for label in judge.labels):
        left, top, width, height = found.prediction.box
        box = (round(left * x), round(top * y), round(width * x), round(height * y))
    return heat_picture(image, heat, (wide * x, high * y), box)


class FolderInspection:
    """An inspection under way; closes as a context manager.

    Attributes
    ----------
    head : what it is; its number comes when it begins
    done, total : files so far, and as far as is known
    seconds : spent on files
    lost, waiting : of a watched folder
    left_out : what is not judged of the pictures that are there, and why
    masks : judge the masks of a data set too
    """

    def __init__(
        self,
        folder: RunFolder,
        judge: Judge,
        head: FolderHead,
        reference: Reference | None,
    ) -> None:
        self.head = head
        self.done = self.total = 0
        self.seconds = 0.0
        self.lost = self.waiting = self.masks = False
        self.left_out: Problem | None = None
        self._folder, self._judge = folder, judge
        self._reference = reference
        self._stack = ExitStack()
        self._table: CsvWriter | None = None
        self._held: list[FolderRow] = []
        self._kept = time.monotonic()

    def __enter__(self) -> FolderInspection:
        if self.head.csv:
            writer = CsvWriter(Path(self.head.csv), self._folder.record.labels)
            self._table = self._stack.enter_context(writer)
        if self.head.heat:
            make_folder(Path(self.head.heat))
        try:
            with OperationStore(self._folder.project) as store:
                self.head = store.begin(self.head, file_hash(self._folder.weights))
        except RunError as error:
            # A project that can only be read: the images are judged all the same.
            problem = Problem(self.head.run, error.template, error.values)
            self.head = replace(self.head, remarks=(*self.head.remarks, problem))
        return self

    def __exit__(self, *_: object) -> None:
        with self._stack:
            self._keep()

    # ------------------------------------------------------------------ going on

    def judge_all(
        self, files: Sequence[Path], watch: Path | None, stop: Stop
    ) -> Generator[FolderRow | Rest, None, None]:
        """Judge files, then those that arrive in a watched folder until it is stopped.

        Yields
        ------
        FolderRow or Rest
            A row as soon as it is known; a rest while there is nothing to do.
        """
        self.total = len(files)
        if watch is not None:
            yield from self._watch(watch, stop)
            return
        with closing(read_ahead(files, self._read)) as ahead:
            for path, pixels in ahead:
                if stop():
                    return
                yield self._done(self.judge(path, pixels))

    def _read(self, path: Path) -> NDArray[np.uint8] | None:
        return None if why_not(path) else read_image(path, self._judge.grey)

    def _watch(self, watch: Path, stop: Stop) -> Generator[FolderRow | Rest, None, None]:
        # Files that lie there at the start may be half written too, so all go the same way.
        results = Path(self.head.out).absolute() if self.head.out else None
        arrivals = Arrivals(watch.absolute(), results, masks=self.masks)
        while not stop():
            ready = arrivals.look()
            self.lost, self.waiting = arrivals.lost, not arrivals.pending
            self.left_out = arrivals.left_out
            self.total = self.done + arrivals.pending
            with closing(read_ahead(ready, self._read)) as ahead:
                for path, pixels in ahead:
                    if stop():
                        return
                    row = self.judge(path, pixels)
                    if row.problem is None or not arrivals.again(path):
                        yield self._done(row)
            self._keep()
            yield Rest(arrivals.rest)

    def _done(self, row: FolderRow) -> FolderRow:
        self.done += 1
        self.total = max(self.total, self.done)
        self._held.append(row)
        if self._table is not None:
            self._table.add(row)
        if time.monotonic() - self._kept >= KEEP_EVERY:
            self._keep()
        return row

    def judge(
        self, path: Path, pixels: Future[NDArray[np.uint8] | None] | None = None
    ) -> FolderRow:
        """Judge one file, whose `pixels` may be on their way; one that cannot be read is a row that
        says why.
        """
        began = time.perf_counter()
        when = dt.datetime.now().isoformat(timespec="milliseconds")
        name = printable(str(path))
        row = FolderRow(self.done, name, when)
        if why := why_not(path):
            return replace(row, problem=Problem(name, why))
        try:
            image = pixels.result() if pixels is not None else None
            result = judge_file(self._judge, path, self.done, image)
        except TransferLensError as error:
            return replace(row, problem=Problem(str(path), error.template, error.values))
        except Exception as error:  # one strange file must not end a night's work
            log.exception("%s could not be judged", path)
            values = {"path": str(path), "why": f"{type(error).__name__}: {error}"}
            problem = Problem(str(path), "{path}: cannot be judged ({why}).", values)
            return replace(row, problem=problem)
        distance = None
        if self._reference is not None:
            assert result.judged.features is not None
            distance = self._reference.distance(image_features(result.judged.features))
        if self.head.heat:
            self._draw(path, result)
        self.seconds += time.perf_counter() - began
        unlike = distance is not None and distance > self._limit
        return replace(row, prediction=result.prediction, distance=distance, unlike=unlike)

    @property
    def _limit(self) -> float:
        return self._reference.about.limit if self._reference is not None else float("inf")

    def _draw(self, path: Path, found: FileJudged) -> None:
        picture = file_picture(self._judge, found)
        target = Path(self.head.heat) / relative_name(path, Path(self.head.folder))
        make_folder(target.parent)
        write_atomic(target.with_name(f"{target.name}.png"), encoded(picture, ".png"))

    def _keep(self) -> None:
        self._kept = time.monotonic()
        if self._held and self.head.number:
            with OperationStore(self._folder.project) as store:
                store.add(self.head.number, self._held)
        self._held.clear()


def relative_name(path: Path, folder: Path) -> Path:
    """A file's name below the folder that is inspected; its own where it lies elsewhere."""
    try:
        return path.absolute().relative_to(folder.absolute())
    except ValueError:
        return Path(path.name)
