"""A folder judged by several processes: parts go out to Dask's workers, rows come back in order.

This process alone finds the files, and alone writes what came of them.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
import os
import pickle
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from engine.cluster.archives import Scattered, pack
from engine.cluster.connect import Cluster
from engine.cluster.follow import Call, Done, Standing, follow
from engine.cluster.messages import WorkersNow
from engine.cluster.workers import CARRY
from engine.core.event import Event
from engine.core.files import file_hash, make_folder, write_atomic
from engine.core.values import Problem
from engine.data.readers.tree import printable
from engine.folder.judging import Rows
from engine.folder.messages import FolderHead, FolderRow
from engine.folder.worker import Bench, FilesJudged, FilesOrder, sees
from engine.project.runs import RunFolder
from engine.training.familiarity import Reference

MOST = 32
"""Files of a part at the most: with more, the last parts would keep one worker busy alone."""

SHARES = 4
"""Parts that each worker gets of a folder, at least, where it has files enough."""

SENT_AHEAD = 3
"""Parts a worker whose files are sent along: what waits lies in memory."""

DEATHS = 3
"""Workers that ended while they judged a part, until its files are judged one by one; and that a
file may end, until it counts as unreadable.
"""


class FolderWorkers:
    """Workers that judge a folder.

    Attributes
    ----------
    seconds : in which they were at work
    """

    def __init__(
        self,
        job: int,
        cluster: Cluster,
        run: RunFolder,
        head: FolderHead,
        reference: Reference | None,
        stop: Callable[[], bool],
    ) -> None:
        self.seconds = 0.0
        self._job, self._cluster, self._stop = job, cluster, stop
        threads = min(run.record.numerics.threads, cluster.threads)
        folder, heat = (str(Path(p).absolute()) if p else "" for p in (head.folder, head.heat))
        base = str(Path.cwd())
        weights = file_hash(run.weights)
        self._bench = Bench(str(run.path.absolute()), weights, folder, heat, base, threads)
        self._run = run
        self._number = 0
        known = None if reference is None else pickle.dumps(reference)
        self._reference = None if known is None else Scattered(cluster.client, known)
        self._send: bool | None = None  # not known before there is a file to look for
        self._scattered: Scattered | None = None
        self._last = 0.0

    def rows(self, files: Sequence[Path]) -> Rows:
        """Have files judged; rows come in the order of the files."""
        if not files:
            return
        if self._send is None:
            self._send = not self._all_see(files[0])
        self._last = time.perf_counter()
        size = max(1, min(MOST, math.ceil(len(files) / (SHARES * max(1, self._cluster.workers)))))
        parts = [files[first : first + size] for first in range(0, len(files), size)]
        while parts and not self._stop():
            wave = parts[: SENT_AHEAD * max(1, self._cluster.workers)] if self._send else parts
            parts = parts[len(wave) :]
            parts = [*(yield from self._wave(wave)), *parts]

    def _all_see(self, file: Path) -> bool:
        bench = self._bench
        if os.environ.get(CARRY) == "1":
            return False
        try:
            name, size = str(file.absolute()), file.lstat().st_size
        except OSError:
            name, size = "", 0
        asked = self._cluster.client.run(
            sees, bench.run, bench.weights, name, size, bench.heat, on_error="return"
        )
        return all(answer is True for answer in asked.values())

    def _wave(
        self, parts: list[Sequence[Path]]
    ) -> Generator[tuple[Path, FolderRow] | Event | None, None, list[Sequence[Path]]]:
        """Have parts judged; comes to those that have to be sent along once more."""
        first = self._number
        calls = [self._call(part) for part in parts]
        held: dict[int, tuple[FolderRow, ...]] = {}
        again: list[Sequence[Path]] = []
        due = 0
        with closing(follow(self._cluster, calls, self._stop, self._said)) as work:
            for item in work:
                if not isinstance(item, Done):
                    yield item
                    continue
                if item.error is not None:
                    raise item.error
                place = int(item.name.rpartition(" ")[2]) - first - 1
                made = item.result
                if item.killed:
                    held[place] = yield from self._one_by_one(parts[place])
                elif isinstance(made, FilesJudged) and made.lacks:
                    self._send = True  # a worker that came later sees less than the others
                    again.append(parts[place])
                    held[place] = ()
                else:
                    held[place] = made.rows if isinstance(made, FilesJudged) else ()
                    if isinstance(made, FilesJudged):
                        _put(made.pictures)
                while due in held:
                    yield from self._counted(parts[due], held.pop(due))
                    due += 1
        for place in sorted(held):  # it was stopped: what was judged beyond a gap is not lost
            yield from self._counted(parts[place], held[place])
        return again

    def _one_by_one(
        self, part: Sequence[Path]
    ) -> Generator[Event | None, None, tuple[FolderRow, ...]]:
        """Rows of a part that ended workers, each of its files on its own."""
        rows: dict[int, FolderRow] = {}
        left = list(range(len(part)))
        while left and not self._stop():
            calls = [self._call((part[place],), suspected=True) for place in left]
            places = {call.name: place for call, place in zip(calls, left, strict=True)}
            left = []
            with closing(follow(self._cluster, calls, self._stop, self._said)) as work:
                for item in work:
                    if not isinstance(item, Done):
                        yield item
                        continue
                    if item.error is not None:
                        raise item.error
                    place, made = places[item.name], item.result
                    if item.killed:
                        rows[place] = _ended(part[place])
                    elif isinstance(made, FilesJudged) and made.lacks:
                        self._send = True
                        left.append(place)
                    elif isinstance(made, FilesJudged) and made.rows:
                        rows[place] = made.rows[0]
                        _put(made.pictures)
        whole = itertools.takewhile(rows.__contains__, range(len(part)))  # unless it was stopped
        return tuple(rows[place] for place in whole)

    def _counted(
        self, part: Sequence[Path], rows: tuple[FolderRow, ...]
    ) -> Iterator[tuple[Path, FolderRow]]:
        now = time.perf_counter()
        self.seconds += now - self._last
        self._last = now
        yield from zip(part, rows, strict=False)

    def _call(self, part: Sequence[Path], *, suspected: bool = False) -> Call:
        self._number += 1
        contents = tuple(map(_content, part)) if self._send else None
        if self._send and self._scattered is None:
            self._scattered = Scattered(self._cluster.client, _packed(self._run))
        order = FilesOrder(self._bench, tuple(map(str, part)), contents, suspected)
        return Call(
            f"part {self._number}",
            "engine.folder.worker:judge_files",
            (order,),
            (self._scattered, self._reference),
            deaths=DEATHS,
        )

    def _said(self, standing: Standing) -> WorkersNow:
        return WorkersNow(self._job, standing.workers, max(0, standing.waiting), standing.lost)


def _ended(path: Path) -> FolderRow:
    when = dt.datetime.now().isoformat(timespec="milliseconds")
    name = printable(str(path))
    why = Problem(
        str(path),
        "{path}: its judging ended the worker, {times} times. Open it in another program and save "
        "it anew, or leave it out.",
        {"path": str(path), "times": str(DEATHS)},
    )
    return FolderRow(0, name, when, problem=why)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError:
        return b""  # the worker finds it unreadable, as it is


def _packed(run: RunFolder) -> bytes:
    """What judging with a run takes: its record, its weights, and what its network looks like."""
    names = [run.path / "run.toml", run.weights, run.manifest]
    return pack(run.path, [path for path in names if path.is_file()])


def _put(pictures: Sequence[tuple[str, bytes]]) -> None:
    for name, content in pictures:
        make_folder(Path(name).parent)
        write_atomic(Path(name), content)
