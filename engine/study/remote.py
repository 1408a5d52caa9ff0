"""A study's runs on workers: what is settled once, handed out, and put into the project whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from engine.cluster.archives import unpack
from engine.cluster.connect import Cluster
from engine.cluster.follow import Call, Done, follow
from engine.cluster.values import ClusterError
from engine.cluster.workers import Workers, join, workers_of
from engine.core.errors import TransferLensError
from engine.core.event import Event
from engine.core.files import put
from engine.core.runtime import choose_device
from engine.data.folds import split_for
from engine.data.store import ImageStore
from engine.network.numerics import DEFAULT_THREADS
from engine.network.values import Numerics
from engine.project.places import beside
from engine.project.readings import kept_reading
from engine.project.runs import RunFolder, free_paths
from engine.project.store import PredictionStore
from engine.study.plan import Task
from engine.study.state import StudyState
from engine.study.worker import Made, TrainOrder
from engine.training.given import Given, live_validations, patch_size
from engine.training.run import resolve_view

Steps = Iterator[Event | None]
Ordered = tuple[Task, TrainOrder, RunFolder | None]
"""What is trained, how, and the run to go on with if there is one."""


@dataclass
class StudyWorkers:
    """A study's workers.

    Attributes
    ----------
    kinds : how runs of each kind compute, settled once
    """

    study: StudyState
    workers: Workers
    kinds: dict[Any, Numerics] = field(default_factory=dict)

    def device(self) -> str:
        """What its runs compute on.

        Raises
        ------
        ClusterError
            A GPU is asked for, and no worker says that it has one.
        """
        wanted, gpus = self.study.plan.device, self.workers.cluster.gpus
        if wanted == "auto":
            return "cuda" if gpus else "cpu"
        if wanted.startswith("cuda") and not gpus:
            raise ClusterError(
                "No worker says that it has a GPU. Start it with: dask worker ADDRESS --nthreads 1 "
                '--resources "GPU=1"'
            )
        return wanted


def recruit(study: StudyState, scheduler: str) -> Generator[Event | None, None, Cluster]:
    """Find or start a study's workers; close what it comes to."""
    graphics = study.plan.device != "cpu" and choose_device("auto").type == "cuda"
    return (yield from join(study.job, scheduler, DEFAULT_THREADS, graphics=graphics))


@contextmanager
def study_workers(study: StudyState, cluster: Cluster) -> Iterator[StudyWorkers]:
    """What workers are told of a study, as long as it goes on."""
    path = Path(study.plan.data)
    options = kept_reading(study.project, path, study.plan.options)
    own = study.project, study.data, path, options
    with workers_of(study.job, cluster, *own, "engine.study.worker") as workers:
        yield StudyWorkers(study, workers)


def train_on(
    study_workers: StudyWorkers,
    tasks: list[tuple[Task, RunFolder | None]],
    stop: Callable[[], bool],
) -> Generator[Event | tuple[Task, Exception | None] | None, None, None]:
    """Train runs on the workers; yields (task, None or what went wrong) when one has ended.

    Parameters
    ----------
    tasks
        Each with the run to go on with, if there is one.
    """
    study, workers, store = (
        study_workers.study,
        study_workers.workers,
        ImageStore(study_workers.study.data),
    )
    orders: dict[str, Ordered] = {}
    names: set[str] = set()
    for task, run in tasks:
        yield None
        try:
            order = _order(study_workers, task, run, store, names)
        except Exception as error:
            yield task, error
            continue
        orders[study.name_of(task)] = task, order, run
    yield from _settle(study_workers, orders, store, stop)
    waiting = list(orders)
    while waiting and not stop():
        calls = [_call(workers, name, *orders[name][1:]) for name in waiting]
        waiting = []
        for item in follow(workers.cluster, calls, stop, workers.said):
            if not isinstance(item, Done):
                yield item
                continue
            task = orders[item.name][0]
            made = item.result
            if isinstance(made, Made) and made.lacks:
                waiting.append(item.name)  # a worker that came later sees less than the others
                workers.send_images()
                continue
            wrong = item.error
            if isinstance(made, Made) and made.content is not None:
                try:
                    _put(study.project, made)
                except Exception as failure:
                    wrong = failure
            if not item.early:
                yield task, wrong


def _order(
    study_workers: StudyWorkers,
    task: Task,
    run: RunFolder | None,
    store: ImageStore,
    names: set[str],
) -> TrainOrder:
    """A run with everything that is to be the same wherever it is made."""
    study, place, recipe = study_workers.study, study_workers.workers.place, task.recipe
    split = split_for(study.data, recipe, study.project)
    view = resolve_view(store, recipe)
    if run is not None and run.state.is_file() and run.state_now in ("interrupted", "stopped"):
        given = Given(split=split, name=run.path.name)
        return TrainOrder(study.job, place, recipe, run.record.numerics.device, given)
    free = (path.name for path in free_paths(study.project, recipe.setting.value))
    name = next(name for name in free if name not in names)
    names.add(name)
    data = Path(study.plan.data).expanduser()
    given = Given(
        split=split,
        live=live_validations(recipe, view, store, patch_size(store, split, recipe, view)),
        name=name,
        data_path=place.data,
        data_relative=beside(data, study.project),
    )
    return TrainOrder(study.job, place, recipe, study_workers.device(), given)


def _settle(
    study_workers: StudyWorkers,
    orders: dict[str, Ordered],
    store: ImageStore,
    stop: Callable[[], bool],
) -> Steps:
    """Settle once how each kind of run computes: a worker measures it, all are told."""
    study, workers = study_workers.study, study_workers.workers
    calls: dict[str, Call] = {}
    kind_of: dict[str, Any] = {}
    for name, (task, order, _) in orders.items():
        if order.given.live is None:
            continue  # it goes on as it began
        recipe, split = task.recipe, order.given.split
        assert split is not None
        view = resolve_view(store, recipe)
        size = patch_size(store, split, recipe, view)
        kind = (
            recipe.network, recipe.trains_backbone, recipe.fitted, recipe.precision, recipe.batch,
            recipe.micro_batch, recipe.threads, size, order.device,
        )  # fmt: skip
        kind_of[name] = kind
        title = f"measuring {recipe.network}, {len(calls) + 1}"
        if kind not in study_workers.kinds and all(
            call.given[-1] != kind for call in calls.values()
        ):
            calls[title] = Call(
                title,
                "engine.study.worker:settle",
                (recipe, view, study.data.labels, size, order.device, kind),
                gpu=order.device.startswith("cuda"),
            )
    for item in follow(workers.cluster, list(calls.values()), stop, workers.said):
        if not isinstance(item, Done):
            yield item
        elif isinstance(item.result, Numerics):
            threads = calls[item.name].given[0].threads
            numerics = item.result
            if not threads:
                numerics = replace(numerics, threads=min(numerics.threads, workers.cluster.threads))
            study_workers.kinds[calls[item.name].given[-1]] = numerics
    for name, kind in kind_of.items():
        task, order, run = orders[name]
        # Where it could not be measured the run measures for itself, and says what is wrong.
        given = replace(order.given, numerics=study_workers.kinds.get(kind))
        orders[name] = task, replace(order, given=given), run


def _call(workers: Workers, name: str, order: TrainOrder, run: RunFolder | None) -> Call:
    carried = None
    if not workers.shared and run is not None and order.given.live is None:
        carried = workers.send_run(run.path)
    return Call(
        name,
        "engine.study.worker:train",
        (order,),
        (workers.images, carried),
        gpu=order.device.startswith("cuda"),
    )


def _put(project: Path, made: Made) -> None:
    """Put a run that came back into the project: whole, and over nothing.

    Raises
    ------
    TransferLensError
        It is damaged, or the project cannot be written.
    """
    assert made.content is not None
    runs = project / "runs"
    part = runs / f"{made.name}.{os.getpid()}.part"
    shutil.rmtree(part, ignore_errors=True)
    try:
        runs.mkdir(parents=True, exist_ok=True)
        unpack(made.content, part)
        record = RunFolder.load(part).record  # damaged ones are refused here
        path = runs / made.name
        if path.exists() and not _older(path, part):
            kind = record.recipe.setting.value
            path = next(free_paths(project, kind))
        elif path.exists():
            aside = runs / f"{made.name}.before.{os.getpid()}.part"
            put(path, aside)
            put(part, path)
            shutil.rmtree(aside, ignore_errors=True)
        if part.exists():
            put(part, path)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    with PredictionStore(project) as store:
        store.add(path.name, made.verdicts, alone=True)


def _older(path: Path, part: Path) -> bool:
    """Whether a folder is the same run at an earlier time: it was sent, and came back."""
    try:
        old, new = RunFolder.load(path), RunFolder.load(part)
    except TransferLensError:
        return False
    return (
        old.record.created == new.record.created
        and old.record.initial_hash == new.record.initial_hash
        and old.record.recipe == new.record.recipe
        and old.record.state != "done"
        and old.state_now != "running"
    )
