"""All measures of one run: taken on a sample of its test images and kept with the run."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from engine.core.errors import RunError
from engine.core.files import file_hash
from engine.data.draw import sample_images
from engine.data.store import ImageStore
from engine.measures.by_layer import BY_LAYER
from engine.measures.classes import CLASSES
from engine.measures.domains import DOMAINS
from engine.measures.entry import Ground, Placed, Stages, staged
from engine.measures.features import (
    Photographs,
    Window,
    class_windows,
    find_photographs,
)
from engine.measures.flatness import FEWEST, FLATNESS, MOST
from engine.measures.initial import initial_network
from engine.measures.store import read_kept, read_measures, write_measures
from engine.measures.survey import Subject, survey
from engine.measures.values import RunMeasures
from engine.network.layers import key_layers
from engine.network.numerics import at_hand
from engine.network.window_classifier import WindowClassifier
from engine.project.runs import RunFolder
from engine.training.decay import decay_change
from engine.training.run import load_network, open_run_data

FOLDER = "measures"

MEASURES: Final = (BY_LAYER, FLATNESS, DOMAINS, CLASSES)
"""All measures, in the order in which they are taken and printed."""

FORMAT = 4
"""Raised when a measure joins, or is computed in another way: old files are measured again."""

TRUE_SINCE = 3
"""The oldest format whose figures still hold: shown until they are measured again. A measure that
joins leaves it as it is, and has a default where older files lack it."""

COSINE_SINCE = 4
"""The first format whose domains are compared by cosine: older ones are left out until they are
measured again.
"""

STAGES: Final = {
    "reading": "reading the run",
    "rebuilding": "rebuilding the initial weights",
    "channels": "channels at the end, image",
    "channels-before": "channels at iteration 0, image",
    **{stage: words for measure in MEASURES for stage, words in measure.stages.items()},
}
"""What `measure_run` is at, as the terminal words it."""


def measure_run(
    run_path: Path,
    *,
    images: int = 100,
    seed: int = 0,
    tsne: bool = False,
    source: Path | None = None,
    control: Path | None = None,
    data_path: Path | None = None,
) -> Stages[RunMeasures]:
    """Take all measures of a run, or read them if they were taken on the same.

    Parameters
    ----------
    run_path
        The run's folder.
    images
        Size of the sample S of its test images, the classes as equal as they come.
    seed
        Of the sample, the windows, the resamples and t-SNE.
    tsne
        Also draw t-SNE (one long step that cannot be cancelled half way).
    source
        Folder of photographs that stand in for the source data; None: two that ship with
        scikit-learn.
    control
        Second folder of photographs, held against the first; None: the first one's are split in
        two.
    data_path
        Where the run's data set is now; None: where it was.

    Yields
    ------
    tuple
        (stage, done, total) after each convolution or pass, so the same figures come often.
        Closing the generator writes nothing.

    Raises
    ------
    RunError, DataError, WeightsError
        The run has no weights or no test images, its images have changed, or its initial
        weights cannot be rebuilt.
    """
    folder = RunFolder.load(run_path)
    if images < 1:
        raise RunError("Measures need at least one image: ask for 1 or more.")
    if folder.record.recipe.fitted:
        raise RunError(
            "{path}: it was fitted, not trained, so training changed nothing in its network. "
            "Measure a trained run.",
            path=folder.path,
        )
    weights = _weights(folder)
    if weights is None:
        raise RunError("{path}: no weights yet. Wait for its first validation.", path=folder.path)
    photographs = find_photographs(source)
    second = None if control is None else find_photographs(control)
    yield "reading", 0, 1
    key = _key(folder, weights, photographs, second, images, seed, tsne)
    yield "reading", 0, 1
    held = read_measures(folder.path / FOLDER, key)
    if held is not None:
        return held
    data, store = open_run_data(folder, data_path)
    sample = sample_images(data, folder.read_split(data).test, images, seed)
    if not sample:
        raise RunError("{path}: it has no test images to measure on.", path=folder.path)
    work = _take(folder, weights, store, sample, photographs, second, seed, tsne)
    measures = yield from _timed(work)
    # A run that still trains may have written better weights since the key was made.
    if file_hash(weights) != key["weights"]:
        raise RunError(
            "{path}: its weights changed while they were measured. Measure again when it has "
            "ended.",
            path=folder.path,
        )
    write_measures(folder.path / FOLDER, key, measures)
    return measures


def kept_measures(folder: RunFolder) -> RunMeasures | None:
    """What a run keeps of its weights as they are, whatever sample and seed; None if nothing.

    Its data set is not opened: measures stay true when the images are on another disk.
    """
    weights = _weights(folder)
    if weights is None or not (folder.path / FOLDER).is_dir():
        return None
    expected = {"weights": file_hash(weights), "initial": folder.record.initial_hash}
    found = read_kept(folder.path / FOLDER, expected, max(TRUE_SINCE, COSINE_SINCE))
    if found is None:
        found = read_kept(folder.path / FOLDER, expected, TRUE_SINCE)
        found = None if found is None else replace(found, embedding=None)
    return found


def _weights(folder: RunFolder) -> Path | None:
    """The weights that verdicts are made with."""
    return next((path for path in (folder.best, folder.last) if path.is_file()), None)


def _timed(work: Stages[RunMeasures]) -> Stages[RunMeasures]:
    """Add up the time that the steps take, without what happens between them."""
    seconds = 0.0
    with closing(work):
        while True:
            began = time.perf_counter()
            try:
                step = next(work)
            except StopIteration as end:
                measures: RunMeasures = end.value
                return replace(measures, seconds=seconds + time.perf_counter() - began)
            seconds += time.perf_counter() - began
            yield step


def _take(
    folder: RunFolder,
    weights: Path,
    store: ImageStore,
    sample: Sequence[int],
    photographs: Photographs,
    second: Photographs | None,
    seed: int,
    tsne: bool,
) -> Stages[RunMeasures]:
    """Take the measures; `seconds` is filled in by the caller."""
    record, data = folder.record, store.data
    yield "rebuilding", 0, 2
    initial = initial_network(folder)
    yield "rebuilding", 1, 2
    end = load_network(folder)
    yield "rebuilding", 2, 2
    windows = _placed(store, sample, end, seed)
    numerics = at_hand(record.numerics)
    after, before = (record.judge(network, numerics) for network in (end, initial))
    surveys = []
    for stage, judge in (("channels", after), ("channels-before", before)):
        subjects = (_subject(store, index, windows) for index in sample)
        work = survey(judge, subjects, len(sample), key_layers(judge.network))
        surveys.append((yield from staged(stage, work)))
    ground = Ground(
        record=record,
        store=store,
        sample=sample,
        windows=windows,
        before=before,
        after=after,
        survey_before=surveys[1],
        survey_after=surveys[0],
        photographs=photographs,
        second=second,
        seed=seed,
        tsne=tsne,
    )
    taken: dict[str, Any] = {}
    for measure in MEASURES:
        taken |= yield from measure.take(ground)
    iteration = record.best_iteration if weights == folder.best else record.iteration
    return RunMeasures(
        images=tuple(data.files[i] for i in sample),
        seed=seed,
        iteration=iteration,
        frozen=not record.recipe.trains_backbone,
        run=folder.path.name,
        seconds=0.0,
        decay=decay_change(record.recipe, iteration),
        **taken,
    )


def _placed(
    store: ImageStore, sample: Sequence[int], network: WindowClassifier, seed: int
) -> Placed:
    """Windows of all classes, on the network's grid."""
    data = store.data
    by_class = class_windows(store, sample, network.window, seed, FEWEST, MOST, network.stride)
    of_image: dict[int, tuple[Window, ...]] = {}
    for places in by_class.values():
        for window in places:
            of_image[window.image] = (*of_image.get(window.image, ()), window)
    windows = tuple(window for index in sample for window in of_image.get(index, ()))
    images = np.asarray([window.image for window in windows], dtype=np.int64)
    classes = np.asarray([data.classes[window.image] for window in windows], dtype=np.int64)
    numbers = {label.name: number for number, label in enumerate(data.labels)}
    rows = {name: np.flatnonzero(classes == numbers[name]) for name in by_class}
    return Placed(windows, of_image, images, classes, rows)


def _subject(store: ImageStore, index: int, windows: Placed) -> Subject:
    region = store.region(index)
    return Subject(
        store.image(index),
        None if region is None else region.mask,
        windows.of_image.get(index, ()),
    )


def _key(
    folder: RunFolder,
    weights: Path,
    photographs: Photographs,
    second: Photographs | None,
    images: int,
    seed: int,
    tsne: bool,
) -> dict[str, Any]:
    """What measures depend on; plain values that JSON gives back as they are."""
    return {
        "format": FORMAT,
        "weights": file_hash(weights),
        "initial": folder.record.initial_hash,
        "data": folder.record.fingerprint,
        "split": file_hash(folder.path / "split.csv"),
        "source": _listing(photographs),
        "control": None if second is None else _listing(second),
        "images": images,
        "seed": seed,
        "tsne": tsne,
    }


def _listing(photographs: Photographs) -> list[Any]:
    return [[file.name, file.stat().st_size] for file in photographs.files]
