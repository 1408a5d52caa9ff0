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

from engine.cluster.access import Place, decoded, images_here, project_here
from engine.cluster.archives import files_below, pack, unpack
from engine.cluster.task import Desk
from engine.core.errors import RunError
from engine.core.event import Event, Progress
from engine.core.recipe import Recipe, View
from engine.core.values import Prediction
from engine.data.sample import DataSet, Label
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


def train(desk: Desk, order: TrainOrder) -> Told:
    """Train a run, or go on with it; comes to a :class:`Made`."""
    place = order.place
    images, kept = desk.scattered
    opened = images_here(desk, place, images)
    if opened is None:
        return Made(lacks=True)
    data, path = opened
    yield from decoded(desk, data)
    project, shared = project_here(desk, place)
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
        desk.tell("held")
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
