"""All measures of one run: taken on a sample of its test images and kept with the run."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.data.image import read_image
from engine.data.store import ImageStore
from engine.errors import RunError
from engine.measures.embedding import Embedding, embed
from engine.measures.features import (
    Photographs,
    Window,
    class_windows,
    find_photographs,
    photograph_windows,
    sample_images,
    spread,
    window_features,
    windows_of,
)
from engine.measures.flatness import FEWEST, MOST, Flatness, flatness_by_class
from engine.measures.sparsity import Picture, activity
from engine.measures.store import FORMAT, RunMeasures, read_measures, write_measures
from engine.measures.weight_change import initial_network, weight_change, weight_layers
from engine.network.inspector import Inspector
from engine.network.weights import file_hash
from engine.project.runs import RunFolder
from engine.training.run import load_network, open_run_data

T = TypeVar("T")
Stages = Generator[tuple[str, int, int], None, T]
"""Yields (stage, done, total)."""

FOLDER = "measures"


def measure_run(
    run_path: Path,
    *,
    images: int = 100,
    seed: int = 0,
    tsne: bool = False,
    source: Path | None = None,
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

    Yields
    ------
    tuple
        (stage, done, total) after each image or pass. Closing the generator writes nothing.

    Raises
    ------
    RunError, DataError, WeightsError
        The run has no weights or no test images, its images have changed, or its initial
        weights cannot be rebuilt.
    """
    folder = RunFolder.load(run_path)
    record = folder.record
    if images < 1:
        raise RunError("Measures need at least one image: ask for 1 or more.")
    weights = folder.best if folder.best.is_file() else folder.last
    if not weights.is_file():
        raise RunError("{path}: no weights yet. Wait for its first validation.", path=folder.path)
    photographs = find_photographs(source)
    data, store = open_run_data(folder)
    test = folder.read_split(data).test
    key = _key(folder, weights, photographs, images, seed, tsne)
    yield "reading", 0, 1
    held = read_measures(folder.path / FOLDER, key)
    if held is not None:
        return held
    sample = sample_images(data, test, images, seed)
    if not sample:
        raise RunError("{path}: it has no test images to measure on.", path=folder.path)
    yield "rebuilding", 0, 1
    before = initial_network(folder)
    after = load_network(folder)
    changes = weight_change(before.state_dict(), after.state_dict(), weight_layers(after))

    side, whole_side = after.window, record.recipe.whole_side
    ends = []
    for stage, network in (("channels", after), ("channels-before", before)):
        pictures = (_picture(store, i) for i in sample)
        work = activity(network, pictures, len(sample), whole_side)
        ends.append((yield from _staged(stage, work)))
    windows = class_windows(store, sample, side, seed, FEWEST, MOST)
    flat = []
    for stage, network in (("windows", after), ("windows-before", before)):
        flat.append((yield from _flatness(stage, network, windows, store, whole_side, seed)))
    embedding = yield from _embedding(
        before, store, sample, photographs, whole_side, record.recipe.from_source, seed, tsne
    )
    measures = RunMeasures(
        images=tuple(data.files[i] for i in sample),
        seed=seed,
        iteration=record.best_iteration if weights == folder.best else record.iteration,
        frozen=not record.recipe.trains_backbone,
        changes=changes,
        activity=ends[0],
        activity_before=ends[1],
        flatness=flat[0],
        flatness_before=flat[1],
        embedding=embedding,
    )
    write_measures(folder.path / FOLDER, key, measures)
    return measures


def _picture(store: ImageStore, index: int) -> Picture:
    region = store.region(index)
    return store.image(index), None if region is None else region.mask


def _key(
    folder: RunFolder, weights: Path, photographs: Photographs, images: int, seed: int, tsne: bool
) -> dict[str, Any]:
    """What measures depend on; plain values that JSON gives back as they are."""
    return {
        "format": FORMAT,
        "weights": file_hash(weights),
        "initial": folder.record.initial_hash,
        "data": folder.record.fingerprint,
        "split": file_hash(folder.path / "split.csv"),
        "source": [[file.name, file.stat().st_size] for file in photographs.files],
        "images": images,
        "seed": seed,
        "tsne": tsne,
    }


def _staged(stage: str, work: Generator[tuple[int, int], None, T]) -> Stages[T]:
    """Name the stage of a generator's steps; closing this closes that."""
    with closing(work):
        while True:
            try:
                done, total = next(work)
            except StopIteration as end:
                result: T = end.value
                return result
            yield stage, done, total


def _flatness(
    stage: str,
    network: Inspector,
    windows: Mapping[str, Sequence[Window]],
    store: ImageStore,
    whole_side: int,
    seed: int,
) -> Stages[Flatness]:
    """Flatness within each class; classes with too few windows are not passed at all."""
    points: dict[str, tuple[NDArray[np.floating], NDArray[np.integer]]] = {}
    none = np.zeros((0, network.head.in_features), dtype=np.float32)
    for name, places in windows.items():
        features = none
        if len(places) >= FEWEST:
            work = window_features(network, places, store.image, whole_side)
            features = yield from _staged(stage, work)
        groups = np.asarray([w.image for w in places[: len(features)]], dtype=np.int64)
        points[name] = (features, groups)
    return (yield from _staged("flatness", flatness_by_class(points, seed)))


def _embedding(
    network: Inspector,
    store: ImageStore,
    sample: Sequence[int],
    photographs: Photographs,
    whole_side: int,
    from_source: bool,
    seed: int,
    tsne: bool,
) -> Stages[Embedding | None]:
    """Features of both domains through the network at iteration 0."""
    side = network.window
    target = spread([windows_of(store, i, side, seed) for i in sample], MOST)
    source = photograph_windows(photographs, side, MOST, seed)
    photograph = partial(_photograph, photographs)
    domains = []
    for windows, image in ((source, photograph), (target, store.image)):
        work = window_features(network, windows, image, whole_side)
        features = yield from _staged("domains", work)
        domains.append((features, np.asarray([w.image for w in windows], dtype=np.int64)))
    if tsne:
        yield "tsne", 0, 1
    return embed(
        domains[0], domains[1], name=photographs.name, from_source=from_source, seed=seed,
        tsne=tsne,
    )  # fmt: skip


def _photograph(photographs: Photographs, number: int) -> NDArray[np.uint8]:
    return read_image(photographs.files[number])
