"""Inspecting a folder file by file: verdict, familiarity, table, pictures, and what is kept.

The window and `main.py inspect` use the same code. What was judged stands in the table at once and
in the project's database within a second, however the inspection ends.
"""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from engine.core.errors import RunError
from engine.core.event import Event
from engine.core.files import file_hash, make_folder
from engine.core.stopping import Rest
from engine.core.values import Problem
from engine.folder.judging import Rows
from engine.folder.messages import FolderHead, FolderRow
from engine.folder.results import Arrivals, CsvWriter, stamp_of
from engine.folder.store import OperationStore, Version
from engine.project.runs import RunFolder

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


class FolderExecutor(Protocol):
    """Whoever judges the files: this process, or several."""

    seconds: float
    """In which they were at it."""

    def rows(self, files: Sequence[Path]) -> Rows:
        """Judge files, in their order."""


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
        self, folder: RunFolder, head: FolderHead, before: Sequence[FolderRow] = ()
    ) -> None:
        """`before`: rows of the inspection that is gone on with, whose number `head` has."""
        self.head, self.before = head, before
        self.done = self.total = 1 + max((row.number for row in before), default=-1)
        judged = [row.prediction for row in before if row.prediction is not None]
        self._spent = self.seconds = sum(each.ms for each in judged) / 1000
        self.lost = self.waiting = self.masks = False
        self.left_out: Problem | None = None
        self._folder = folder
        self._stack = ExitStack()
        self._table: CsvWriter | None = None
        self._held: list[FolderRow] = []
        self._versions: list[tuple[int, Version]] = []
        self._judged: dict[Path, tuple[int, int]] = {}
        self._kept = time.monotonic()

    def __enter__(self) -> FolderInspection:
        with ExitStack() as stack:
            goes_on = bool(self.head.number)
            if goes_on:
                self._hold(stack)
                with OperationStore(self._folder.project) as store:
                    self._judged = store.versions(self.head.number)
            if self.head.csv:
                before = self.before if goes_on else None
                writer = CsvWriter(Path(self.head.csv), self._folder.record.labels, before)
                self._table = stack.enter_context(writer)
            if self.head.heat:
                make_folder(Path(self.head.heat))
            if not goes_on:
                self._begin(stack)
            self._stack = stack.pop_all()
        return self

    def _begin(self, stack: ExitStack) -> None:
        try:
            with OperationStore(self._folder.project) as store:
                self.head = store.begin(self.head, file_hash(self._folder.weights))
            self._hold(stack)
        except RunError as error:
            # A project that can only be read: the images are judged all the same.
            problem = Problem(self.head.run, error.template, error.values)
            self.head = replace(self.head, remarks=(*self.head.remarks, problem))

    def _hold(self, stack: ExitStack) -> None:
        """Let nobody else go on with it meanwhile; the system frees it after a crash.

        Raises
        ------
        RunError
            Another program is at it.
        """
        place = self._folder.project / f".inspection-{self.head.number}.lock"
        lock = FileLock(place)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise RunError(
                "{path}: another program goes on with this inspection. Stop it there first.",
                path=self.head.folder,
            ) from None
        except OSError as error:
            raise RunError(
                "{path}: cannot be written ({why}).", path=place, why=error.strerror
            ) from error
        stack.callback(lambda: place.unlink(missing_ok=True))
        stack.callback(lock.release)

    def __exit__(self, *_: object) -> None:
        with self._stack:
            self._keep()

    # ------------------------------------------------------------------ going on

    def judge_all(
        self, files: Sequence[Path], watch: Path | None, stop: Stop, executor: FolderExecutor
    ) -> Generator[FolderRow | Rest | Event | None, None, None]:
        """Judge files, then those that arrive in a watched folder until it is stopped.

        Files that were judged before, as they are now, are left out.

        Yields
        ------
        FolderRow, Rest, Event or None
            A row as soon as it is known; a rest while there is nothing to do.
        """
        if watch is not None:
            yield from self._watch(watch, stop, executor)
            return
        files = [path for path in files if not self._was_judged(path)]
        self.total = self.done + len(files)
        with closing(self._rows(files, executor, stop)) as work:
            for result in work:
                if isinstance(result, tuple):
                    path, row = result
                    yield self._done(row, path, stamp_of(path)[0])
                else:
                    yield result

    def _rows(self, files: Sequence[Path], executor: FolderExecutor, stop: Stop) -> Rows:
        """What comes of these files, until it is stopped; the seconds at work are counted."""
        with closing(executor.rows(files)) as work:
            for result in work:
                if isinstance(result, tuple):
                    self.seconds = self._spent + executor.seconds
                yield result
                if isinstance(result, tuple) and stop():
                    return

    def _was_judged(self, path: Path) -> bool:
        known = self._judged.get(path.absolute())
        return known is not None and stamp_of(path)[0] == known

    def _watch(
        self, watch: Path, stop: Stop, executor: FolderExecutor
    ) -> Generator[FolderRow | Rest | Event | None, None, None]:
        # Files that lie there at the start may be half written too, so all go the same way.
        results = Path(self.head.out).absolute() if self.head.out else None
        seen = dict(self._judged)
        arrivals = Arrivals(watch.absolute(), results, masks=self.masks, seen=seen)
        while not stop():
            ready = arrivals.look()
            self.lost, self.waiting = arrivals.lost, not arrivals.pending
            self.left_out = arrivals.left_out
            self.total = self.done + arrivals.pending
            # What arrives meanwhile waits in the folder: never more is under way than was there.
            with closing(self._rows(ready, executor, stop)) as work:
                for result in work:
                    if not isinstance(result, tuple):
                        yield result
                        continue
                    path, row = result
                    stamp = arrivals.seen.get(path)
                    if row.problem is None or not arrivals.again(path):
                        yield self._done(row, path, stamp)
            self._keep()
            yield Rest(arrivals.rest)

    def _done(self, row: FolderRow, path: Path, stamp: tuple[int, int] | None) -> FolderRow:
        number = self.done
        verdict = row.prediction
        row = replace(
            row,
            number=number,
            prediction=None if verdict is None else replace(verdict, index=number),
        )
        self.done += 1
        self.total = max(self.total, self.done)
        self._held.append(row)
        if stamp is not None:
            self._versions.append((number, Version(str(path.absolute()), *stamp)))
        if self._table is not None:
            self._table.add(row)
        if time.monotonic() - self._kept >= KEEP_EVERY:
            self._keep()
        return row

    def _keep(self) -> None:
        self._kept = time.monotonic()
        if self._held and self.head.number:
            with OperationStore(self._folder.project) as store:
                store.add(self.head.number, self._held, self._versions)
        self._held.clear()
        self._versions.clear()
