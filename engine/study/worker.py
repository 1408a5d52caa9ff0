"""What a worker does for a study: one run a task, wherever its project and its images are.

A task may begin anew at any time: its first worker was lost, and this one finds what that one has
left. So it looks for the run first, and goes on from its last checkpoint.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from engine.cluster.parcels import files_below, pack, unpack, unpacked_once
from engine.cluster.task import Desk
from engine.cluster.values import ClusterError
from engine.core.errors import RunError, TransferLensError
from engine.core.event import Event, Progress
from engine.core.folders import cache_folder
from engine.core.recipe import Recipe, View
from engine.core.values import Prediction, ReaderOptions, Shape
from engine.data.readers.detect import open_dataset
from engine.data.sample import DataSet, Label
from engine.data.store import ImageStore
from engine.network.values import Numerics
from engine.project.runs import RunFolder, list_runs
from engine.project.store import PredictionStore
from engine.study.queue import trained_on
from engine.training.given import Given, numerics_for
from engine.training.messages import StepDone
from engine.training.run import resume, train_new

Told = Generator[None, None, Any]

PATIENCE = 60.0
"""Seconds to wait for a process that still holds the run: one that was lost ends soon."""

TOKEN = ".scheduler-"  # noqa: S105  # the beginning of a file's name


@dataclass(frozen=True, slots=True)
class Place:
    """Where a study's project and its images are, and what proves it.

    Attributes
    ----------
    project, token : the project's folder; it is the same one where it holds the token
    data, options, fingerprint : the data set, how it is read, and what it is if it is the same
    entry : name of its manifest in the folder that is sent; "": the folder itself is opened
    groups, drawn : of its images, as the project has them
    carry : send project and images even where the worker sees them
    """

    project: str
    token: str
    data: str
    options: ReaderOptions
    fingerprint: str
    entry: str
    groups: tuple[str, ...]
    drawn: dict[int, tuple[Shape, ...]]
    carry: bool = False


@dataclass(frozen=True, slots=True)
class TrainOrder:
    """A run to be trained, or gone on with.

    Attributes
    ----------
    job : number of the study's job
    given : all but its data set, which the worker opens itself
    """

    job: int
    place: Place
    recipe: Recipe
    device: str
    given: Given


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a run on a worker.

    Attributes
    ----------
    name : of the run's folder
    content : all its files, where the worker does not see the project
    verdicts : of its test images, likewise
    lacks : nothing: the images have to be sent along
    """

    name: str = ""
    content: bytes | None = None
    verdicts: tuple[Prediction, ...] = ()
    lacks: bool = False


def shares(place: Place) -> bool:
    """Whether this process sees the very project of whoever ordered."""
    try:
        file = Path(place.project) / f"{TOKEN}{place.token}"
        return not place.carry and file.read_text("utf-8") == place.token
    except (OSError, ValueError):
        return False


def sees(place: Place) -> tuple[bool, bool]:
    """Whether this process sees the project, and the images. Asked of all workers."""
    return shares(place), _by_path(place) is not None


def _by_path(place: Place) -> DataSet | None:
    """The data set at the path it has for whoever ordered, if it is the same one."""
    if place.carry:
        return None
    try:
        data = open_dataset(Path(place.data), place.options)
        return data if data.fingerprint == place.fingerprint else None
    except (TransferLensError, OSError):
        return None


def _open(desk: Desk, place: Place, sent: bytes | None) -> tuple[DataSet, Path] | None:
    """The data set with its groups and regions, and its path here; None: it must be sent."""
    data, path = _by_path(place), Path(place.data)
    if data is None:
        if sent is None:
            return None
        folder = desk.shared / f"transferlens-{place.fingerprint[:24]}"
        path = unpacked_once(sent, folder) / place.entry
        data = open_dataset(path, place.options)
        if data.fingerprint != place.fingerprint:
            raise ClusterError(
                "{worker}: the images that were sent came out otherwise there. Put them where all "
                "computers see them.",
                worker=desk.worker,
            )
    return data.with_groups(place.groups).with_drawn(place.drawn), path


def _decoded(desk: Desk, data: DataSet) -> Iterator[None]:
    """Decode the images once for all workers of a computer."""
    store = ImageStore(data)
    folder = cache_folder() / "images"
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / f"{data.decoded_key[:24]}.lock", timeout=0.1)
    while not store.ready:
        try:
            lock.acquire()
        except Timeout:
            yield None
            continue
        try:
            for done, total in ImageStore(data).build():
                desk.tell("decoding", done, total)
                yield None
        finally:
            lock.release()
        return


def train(desk: Desk, order: TrainOrder) -> Told:
    """Train a run, or go on with it; comes to a :class:`Made`."""
    place = order.place
    images, kept = desk.parcels
    opened = _open(desk, place, images)
    if opened is None:
        return Made(lacks=True)
    data, path = opened
    yield from _decoded(desk, data)
    shared = shares(place)
    project = Path(place.project) if shared else desk.folder / f"project-{place.token}"
    if not shared and kept is not None and not (project / "runs" / order.given.name).exists():
        unpack(kept, project / "runs" / order.given.name)
    run = yield from _free(desk, order, project, data)
    if run is None or run.record.state != "done":
        work = _work(desk, order, run, project, data, path)
        for event in work:
            _tell(desk, event)
            yield None
        run = _find(order, project, data)
    if run is None:
        return Made()
    if shared:
        return Made(run.path.name)
    desk.tell("sending")
    yield None
    return _carried(run, data)


def _find(order: TrainOrder, project: Path, data: DataSet) -> RunFolder | None:
    assert order.given.split is not None
    test = order.given.split.test
    return trained_on(order.recipe, list_runs(project), data, lambda: test)


def _free(
    desk: Desk, order: TrainOrder, project: Path, data: DataSet
) -> Generator[None, None, RunFolder | None]:
    """The run as it was left, once nobody is at it."""
    until = time.monotonic() + PATIENCE
    while True:
        run = _find(order, project, data)
        if run is None or run.state_now != "running":
            return run
        if time.monotonic() > until or desk.stop():
            raise RunError(
                "{path}: this run is being trained. Wait for it, or stop it there.", path=run.path
            )
        desk.tell("waiting")
        time.sleep(0.1)
        yield None


def _work(
    desk: Desk,
    order: TrainOrder,
    run: RunFolder | None,
    project: Path,
    data: DataSet,
    path: Path,
) -> Iterator[Event | None]:
    if run and run.state_now in ("interrupted", "stopped") and run.state.is_file():
        return resume(order.job, run.path, desk.stop, path)
    name, place = order.given.name, order.place
    if name:
        _clear(project / "runs" / name, run)
    given = Given(
        data=data,
        split=order.given.split,
        numerics=order.given.numerics,
        live=order.given.live,
        name=name,
        data_path=order.given.data_path,
        data_relative=order.given.data_relative,
    )
    return train_new(
        order.job, path, project, order.recipe, place.options, order.device, desk.stop, given
    )


def _clear(path: Path, run: RunFolder | None) -> None:
    """Make room where a lost worker of this very task had begun, without a first checkpoint."""
    begun = run is not None and run.path.name == path.name and run.state_now == "interrupted"
    if path.is_dir() and (begun or not (path / "run.toml").is_file()):
        shutil.rmtree(path, ignore_errors=True)


def _tell(desk: Desk, event: Event | None) -> None:
    if isinstance(event, StepDone):
        desk.tell("training", event.iteration, event.iterations)
    elif isinstance(event, Progress):
        desk.tell(event.stage, event.done, event.total)


def _carried(run: RunFolder, data: DataSet) -> Made:
    """A run's files and verdicts, to be put into a project this worker does not see."""
    files = [path for path in files_below(run.path) if path.suffix not in (".lock", ".part")]
    places = {file: index for index, file in enumerate(data.files)}
    with PredictionStore(run.project) as store:
        verdicts = store.of_run(run.path.name, places)
    return Made(run.path.name, pack(run.path, files), tuple(verdicts.values()))


def settle(
    _desk: Desk,
    recipe: Recipe,
    view: View,
    labels: tuple[Label, ...],
    size: tuple[int, int],
    device: str,
    _kind: object,
) -> Generator[None, None, Numerics]:
    """How all runs of a kind are to compute."""
    return (yield from numerics_for(recipe, view, labels, size, device))
