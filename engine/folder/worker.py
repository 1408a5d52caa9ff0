"""What a worker does for the inspection of a folder: a part of its files a task."""

from __future__ import annotations

import pickle
import shutil
import time
from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from engine.cluster.archives import unpacked_once
from engine.cluster.task import Desk
from engine.core.errors import TransferLensError
from engine.core.files import file_hash
from engine.core.values import Problem
from engine.data.readers.tree import printable
from engine.folder.judging import FileJudge, relative_name
from engine.folder.messages import FolderRow
from engine.project.runs import RunFolder
from engine.training.run import load_judge

HEARD = 0.1
"""Seconds after which it is known elsewhere that a task has begun, however its process ends."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What all parts of a folder are judged with.

    Attributes
    ----------
    run, weights : the run's folder, and the hash of the weights in it
    folder : what is inspected
    heat : folder for pictures; "": none
    base : folder that names of files count from
    threads : of torch, the same everywhere
    """

    run: str
    weights: str
    folder: str
    heat: str
    base: str
    threads: int


@dataclass(frozen=True, slots=True)
class FilesOrder:
    """A part of a folder; `contents` are its files' bytes where workers do not see them.

    `suspected`: its file may end the worker.
    """

    bench: Bench
    files: tuple[str, ...]
    contents: tuple[bytes, ...] | None = None
    suspected: bool = False


@dataclass(frozen=True, slots=True)
class FilesJudged:
    """A part's rows in the order of its files, and their pictures where the worker cannot put them.

    `lacks`: nothing was judged; the run, or the files, have to be sent along.
    """

    rows: tuple[FolderRow, ...] = ()
    pictures: tuple[tuple[str, bytes], ...] = ()
    lacks: bool = False


_open: dict[Bench, FileJudge] = {}
"""The network a worker has in memory: that of the inspection at work."""


def sees(run: str, weights: str, file: str, size: int, heat: str) -> bool:
    """Whether this process sees the very run, a file of the folder, and the place for pictures.

    Asked of all workers.
    """
    places = not heat or Path(heat).is_dir()
    return places and _has(run, weights) and _sees_file(file, size)


def _has(run: str, weights: str) -> bool:
    try:
        return file_hash(RunFolder.load(Path(run)).weights) == weights
    except (TransferLensError, OSError):
        return False


def _sees_file(file: str, size: int) -> bool:
    try:
        return not file or Path(file).lstat().st_size == size
    except OSError:
        return False


def judge_files(desk: Desk, order: FilesOrder) -> Generator[None, None, FilesJudged]:
    """Judge a part of a folder."""
    run, reference = desk.scattered
    judge = _judge(desk, order.bench, run, reference)
    if judge is None:
        return FilesJudged(lacks=True)
    yield None
    if order.suspected:
        time.sleep(HEARD)
    if order.contents is not None:
        return (yield from _judge_sent(desk, judge, order))
    if not Path(order.bench.folder).exists():
        return FilesJudged(lacks=True)
    rows: list[FolderRow] = []
    paths = [Path(order.bench.base, file) for file in order.files]
    for result in judge.rows(paths):
        if isinstance(result, tuple):
            file = order.files[len(rows)]
            rows.append(_named(result[1], result[0], file))
            desk.tell("inspecting", len(rows), len(order.files))
        yield None
    return FilesJudged(tuple(rows))


def _judge(
    desk: Desk, bench: Bench, run: bytes | None, reference: bytes | None
) -> FileJudge | None:
    """The run's network, read at the first part; None: it has to be sent."""
    if bench not in _open:
        place = Path(bench.run)
        if run is None and not _has(bench.run, bench.weights):
            return None
        if run is not None:
            # Project and runs above it, as everywhere: the run's folder has a name of its own.
            above = desk.shared / f"transferlens-run-{bench.weights[:24]}" / "runs" / place.name
            place = unpacked_once(run, above)
        desk.tell("loading")
        judge = load_judge(RunFolder.load(place))
        known = pickle.loads(reference) if reference is not None else None  # noqa: S301
        _open.clear()
        _open[bench] = FileJudge(judge, known, bench.heat, bench.folder)
    torch.set_num_threads(bench.threads)
    return _open[bench]


def _judge_sent(
    desk: Desk, judge: FileJudge, order: FilesOrder
) -> Generator[None, None, FilesJudged]:
    """Judge files that came along: they get their own names back."""
    assert order.contents is not None
    folder = desk.folder / f"sent-{desk.order.job[-12:]}"
    heat = folder / "heat" if order.bench.heat else None
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    here = replace(judge, heat=str(heat or ""), folder=str(folder))
    rows, pictures = [], []
    for file, content in zip(order.files, order.contents, strict=True):
        own = Path(file)
        path = folder / f"part{own.suffix}"
        path.write_bytes(content)
        rows.append(_named(here.row(path), path, file))
        path.unlink()
        if heat is not None and (drawn := heat / f"{path.name}.png").is_file():
            target = Path(order.bench.heat) / relative_name(
                Path(order.bench.base, file), Path(order.bench.folder)
            )
            pictures.append((f"{target}.png", drawn.read_bytes()))
            drawn.unlink()
        desk.tell("inspecting", len(rows), len(order.files))
        yield None
    shutil.rmtree(folder, ignore_errors=True)
    return FilesJudged(tuple(rows), tuple(pictures))


def _named(row: FolderRow, path: Path, file: str) -> FolderRow:
    name, here = printable(file), str(path)
    if here == file:
        return row
    if row.prediction is not None:
        return replace(row, file=name, prediction=replace(row.prediction, file=file))
    assert row.problem is not None
    values = {key: value.replace(here, file) for key, value in row.problem.values.items()}
    return replace(row, file=name, problem=Problem(file, row.problem.template, values))
