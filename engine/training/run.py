"""A whole run: prepare, train, choose the threshold, judge the test set, write the outcome."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from pathlib import Path

import torch
from filelock import FileLock

from engine.core.errors import RunError
from engine.core.event import Event, Progress
from engine.core.recipe import Recipe, View
from engine.core.runtime import choose_device, device_name, versions
from engine.core.values import ReaderOptions
from engine.data.folds import Split, split_for
from engine.data.readers.detect import open_dataset
from engine.data.sample import FULL_RANGE, DataSet
from engine.data.sizes import longest_side
from engine.data.store import ImageStore
from engine.data.views import Sampler, choose_view, pad_to_window
from engine.inspection.dense import Judge
from engine.network.catalogue import blank, fill
from engine.network.initial import make_network, preprocessing_for
from engine.network.kept_format import measured
from engine.network.manifest import fit, read_manifest
from engine.network.numerics import at_hand, settle
from engine.network.weights import tensor_hash
from engine.network.window_classifier import WindowClassifier
from engine.project.groups import as_kept
from engine.project.places import beside, changed, open_where_it_is
from engine.project.readings import kept_reading
from engine.project.run_record import RunRecord, this_process
from engine.project.run_regions import with_run_regions
from engine.project.runs import RunFolder
from engine.project.summaries import summarise
from engine.training.calibration import calibrate_head
from engine.training.checkpoint import load_state, load_weights, save_weights
from engine.training.closed_form.run import fit_and_judge
from engine.training.given import NOTHING, Given
from engine.training.messages import RunStarted
from engine.training.outcome import conclude, settled
from engine.training.pace import Stopwatch
from engine.training.processes import check_device, launch, process_group
from engine.training.trainer import Best, Loop
from engine.training.validation import judge_images
from engine.training.values import LivePlan

Stop = Callable[[], bool]


def make_optimizer(network: WindowClassifier, recipe: Recipe) -> torch.optim.Optimizer:
    """The recipe's optimiser over the layers it trains."""
    module = network if recipe.trains_backbone else network.head
    parameters = list(module.parameters())
    if recipe.optimizer == "adamw":
        return torch.optim.AdamW(
            parameters, lr=recipe.learning_rate, weight_decay=recipe.weight_decay
        )
    return torch.optim.SGD(
        parameters,
        lr=recipe.learning_rate,
        momentum=recipe.momentum,
        weight_decay=recipe.weight_decay,
    )


def resolve_view(store: ImageStore, recipe: Recipe) -> View:
    """The recipe's view, chosen from the data where it says auto."""
    if recipe.view is not View.AUTO:
        return recipe.view
    return choose_view(store.data, longest_side(store), recipe.window)[0]


def train_new(
    job: int,
    data_path: Path,
    project: Path,
    recipe: Recipe,
    options: ReaderOptions,
    device: str,
    stop: Stop,
    given: Given = NOTHING,
) -> Generator[Event | None, None, None]:
    """Train a new run and keep its pace; see :class:`engine.training.messages.Train` for events.

    Everything that can be refused is checked before the run's folder is made.

    Parameters
    ----------
    project
        Folder of the run; regions that are drawn in it count.
    given
        What is settled beforehand: a study trains all its runs with the drawn regions there were
        when it began.
    """
    watch = Stopwatch()
    work = _train_new(job, data_path, project, recipe, options, device, given, stop, watch)
    yield from watch.over(work)


def _train_new(
    job: int,
    data_path: Path,
    project: Path,
    recipe: Recipe,
    options: ReaderOptions,
    device: str,
    given: Given,
    stop: Stop,
    watch: Stopwatch,
) -> Generator[Event | None, None, None]:
    options = kept_reading(project, data_path, options)
    data = given.data or as_kept(open_dataset(data_path, options), project)
    yield None
    split = given.split or split_for(data, recipe, project)
    store = ImageStore(data)
    view = resolve_view(store, recipe)
    others = process_group()
    if others is None:  # in shares a step takes another time
        watch.knows(recipe, view, store, device)
    yield None
    network, result = make_network(recipe, view, data.labels)
    if others is not None:
        check_device(device)
        others.check_network(network, recipe)
        device = str(choose_device(device))
        others.take_device(device)
    yield None
    initial = tensor_hash(network.state_dict())
    yield from _decode(job, store)
    # What is fitted looks at whole images and parts of its own choice.
    sampler = None if recipe.fitted else sampler_for(store, split, recipe, view, network)
    if sampler is not None:
        yield Progress(job, "probing", 0, 1)
    size = sampler.size if sampler is not None else (recipe.window, recipe.window)
    numerics = given.numerics or (yield from measured(recipe, network, size, device))
    live = given.live or LivePlan(0, 0)
    record = RunRecord(
        state="running",
        recipe=recipe,
        numerics=numerics,
        view=view,
        labels=data.labels,
        preprocessing=preprocessing_for(recipe, result),
        weights=result.weights.key if result else "",
        weights_hash=result.tensor_hash if result else "",
        initial_hash=initial,
        data_path=given.data_path or str(data_path.expanduser().absolute()),
        data_relative=given.data_relative or beside(data_path.expanduser(), project),
        fingerprint=data.fingerprint,
        drawn=data.drawn_hash,
        layout=data.layout,
        # The window that was found goes with the run: what it judges later is read alike.
        colour=None if sampler is None else sampler.colour,
        options=replace(options, grey=data.grey) if data.grey != FULL_RANGE else options,
        baseline=data.baseline_of(split.test),
        device_name=device_name(torch.device(numerics.device), numerics.threads),
        versions=versions(),
        created=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        processes=1 if others is None else others.count,
        launch=launch(),
        live_images=live.images,
        validate_every=live.every,
    )
    folder = RunFolder.create(project, record, split, data, given.name)
    lock = folder.hold()
    network = settle(network, numerics)
    if sampler is None:
        judge = record.judge(network, numerics, 0.5)
        yield from settled(folder, lock, fit_and_judge(job, folder, judge, store, split))
        return
    loop = Loop(
        job,
        folder,
        network,
        make_optimizer(network, recipe),
        sampler,
        store,
        _live_pool(split, recipe),
        stop,
        process_group=others,
    )
    mine(sampler, view, loop.judge, store)
    yield from settled(folder, lock, _train_and_judge(loop, split))


def resume(
    job: int, run: Path, stop: Stop, data_path: Path | None = None
) -> Iterator[Event | None]:
    """Go on with a run from its last checkpoint; on the same machine the figures are equal.

    Parameters
    ----------
    data_path
        Where its data set is now; None: where it was.

    Raises
    ------
    RunError
        The run has no checkpoint, is complete, or is being trained.
    DataError
        The data set is gone or is not the one the run saw.
    """
    lock = RunFolder.load(run).hold()
    try:
        # Read under the lock: another program may have finished the run a moment ago.
        yield from _resume(job, run, stop, data_path, lock)
    finally:
        lock.release()


def _resume(
    job: int, run: Path, stop: Stop, data_path: Path | None, lock: FileLock
) -> Iterator[Event | None]:
    folder = RunFolder.load(run)
    record = folder.record
    recipe = record.recipe
    if record.state == "done":
        raise RunError("{path}: this run is complete. Start a new one.", path=run)
    if not folder.state.is_file():
        raise RunError("{path}: no checkpoint was written yet. Start a new run.", path=run)
    choose_device(record.numerics.device)  # exact only on the device it began on
    others = process_group()
    data, store = open_run_data(folder, data_path)
    split = folder.read_split(data)
    network = build_for(folder)
    numerics = record.numerics
    if others is not None:
        others.check_network(network, recipe)
        others.take_device(numerics.device)
    network = settle(network, numerics)
    optimizer = make_optimizer(network, recipe)
    notes = load_state(folder.state, network, optimizer)
    yield from _decode(job, store)
    folder.rewind(int(notes["iteration"]))
    folder.update(
        state="running",
        test=None,
        validation=None,
        note="",
        processes=1 if others is None else others.count,
        # A restart goes on with what this start of torchrun resumed, too.
        launch=launch() or record.launch,
        worker=this_process(),
    )
    sampler = sampler_for(store, split, recipe, record.view, network)
    best_iteration, auc, loss = notes["best"]
    loop = Loop(
        job,
        folder,
        network,
        optimizer,
        sampler,
        store,
        _live_pool(split, recipe),
        stop,
        iteration=int(notes["iteration"]),
        seconds=float(notes["seconds"]),
        best=Best(best_iteration, auc, math.inf if loss is None else loss),
        process_group=others,
    )
    mine(sampler, record.view, loop.judge, store)
    yield from settled(folder, lock, _train_and_judge(loop, split))


def open_run_data(folder: RunFolder, data_path: Path | None = None) -> tuple[DataSet, ImageStore]:
    """Open the data set a run was trained on and prove that it is the same.

    The regions are those it was trained with, whatever was drawn since.

    Parameters
    ----------
    data_path
        Where it is now; None: where it was when the run began, or where it was found since.

    Raises
    ------
    DataError, RunError
        It is gone or has changed; the regions kept with the run are damaged.
    """
    record = folder.record
    if data_path is None:
        data = open_where_it_is(folder)
    else:
        data = open_dataset(data_path, record.reading)
        if data.fingerprint != record.fingerprint:
            raise changed(data_path)
    data = with_run_regions(data, folder.path, record.drawn)
    return data, ImageStore(data)


def build_for(folder: RunFolder) -> WindowClassifier:
    """Build the network a run's weights fit, without loading them.

    Raises
    ------
    RunError
        It is a pruned one whose ``network.toml`` is missing or damaged.
    """
    record = folder.record
    network = build_blank(record)
    if record.origin is not None:
        fit(network, read_manifest(folder.manifest), folder.manifest)
    return fill(network, record.recipe.seed)


def build_blank(record: RunRecord) -> WindowClassifier:
    """The catalogue's network for a record, with all its channels and no memory yet."""
    window = 0 if record.view is View.WHOLE else record.recipe.window
    return blank(record.recipe.network, len(record.labels), window, record.preprocessing)


def load_network(folder: RunFolder) -> WindowClassifier:
    """The network a run's verdicts are made with, in evaluation mode.

    Raises
    ------
    RunError
        The run has no weights yet.
    """
    network = build_for(folder)
    load_weights(folder.weights, network)
    return settle(network, at_hand(folder.record.numerics)).eval()


def load_judge(folder: RunFolder) -> Judge:
    """A run's network, ready to judge as the run does.

    Raises
    ------
    RunError
        The run has no weights yet.
    """
    return folder.record.judge(load_network(folder), at_hand(folder.record.numerics))


def _decode(job: int, store: ImageStore) -> Iterator[Event | None]:
    for done, total in store.build():
        yield Progress(job, "decoding", done, total) if done == total or done % 20 == 0 else None


def sampler_for(
    store: ImageStore, split: Split, recipe: Recipe, view: View, network: WindowClassifier
) -> Sampler:
    """What makes a run's batches."""
    return Sampler(store, split.train, recipe, view, network.stride)


def _live_pool(split: Split, recipe: Recipe) -> tuple[int, ...]:
    """What the live curve is measured on: validation, or the test fold where there is none."""
    return split.validation if recipe.validation else split.test


def mine(
    sampler: Sampler,
    view: View,
    judge: Judge,
    store: ImageStore,
) -> None:
    """In the view `bags`, let a sampler cut the window with the highest score of each image."""
    if view is not View.BAGS:
        return

    def locate(index: int) -> tuple[int, int]:
        image = store.image(index)
        (judged,) = judge_images(judge, store, [index])
        row, column = judged.verdict.window
        stride, window = judge.network.stride, judge.network.window
        height, width = pad_to_window(image, window).shape[:2]
        return min(row * stride, height - window), min(column * stride, width - window)

    sampler.locate = locate


def _train_and_judge(loop: Loop, split: Split) -> Iterator[Event | None]:
    """Train, then choose the threshold on validation and judge the test images once."""
    folder = loop.folder
    yield RunStarted(loop.job, summarise(folder), len(split.validation))
    yield from loop.run()
    yield None  # weights of hundreds of megabytes were written, and are read again
    if loop.broken and not folder.best.is_file():
        folder.update(state="failed", note="loss not-a-number before the first validation")
        raise RunError(
            "{path}: the loss became not-a-number at iteration {iteration}, before anything could "
            "be kept. Lower the learning rate.",
            path=folder.path,
            iteration=loop.iteration + 1,
        )
    load_weights(folder.best, loop.network)
    yield None
    if loop.recipe.calibrate and folder.record.view is View.PATCHES:
        yield from calibrate_head(
            loop.job, loop.judge, loop.store, loop.sampler, split.train, loop.recipe.seed
        )
        save_weights(folder.best, loop.network, iteration=loop.best.iteration, calibrated=True)
    complete = (
        loop.iteration >= loop.recipe.iterations
        or 0 < loop.recipe.seconds <= loop.seconds
        or loop.has_enough
    )
    notes = []
    if loop.broken:
        notes.append(f"loss not-a-number at iteration {loop.iteration + 1}; best kept")
    if loop.halved:
        micro = loop.numerics.micro_batch
        notes.append(f"memory was short at iteration {loop.halved}: micro-batch {micro}")
    yield from conclude(
        loop.job,
        folder,
        loop.judge,
        loop.store,
        split,
        state="done" if complete and not loop.broken else "stopped",
        note="; ".join(notes),
        iteration=loop.iteration,
        seconds=loop.seconds,
        best_iteration=loop.best.iteration,
    )
