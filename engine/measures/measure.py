"""All measures of one run: taken on a sample of its test images and kept with the run."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import RunError
from engine.core.job import always, relay
from engine.data.image import read_image
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.measures.classes import balanced_rows, class_map
from engine.measures.embedding import Domain, embed
from engine.measures.features import (
    Photographs,
    Window,
    class_windows,
    find_photographs,
    photograph_windows,
    sample_images,
    spread,
    window_features,
    window_pictures,
    windows_of,
)
from engine.measures.flatness import FEWEST, MOST, flatness_by_class
from engine.measures.initial import initial_network
from engine.measures.store import FORMAT, read_kept, read_measures, write_measures
from engine.measures.survey import Subject, Survey, survey
from engine.measures.values import ClassMap, Embedding, Flatness, RunMeasures
from engine.network.change import weight_change, weight_layers
from engine.network.layers import key_layers
from engine.network.numerics import at_hand
from engine.network.weights import file_hash
from engine.network.window_classifier import WindowClassifier
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
    expected = {
        "format": FORMAT,
        "weights": file_hash(weights),
        "initial": folder.record.initial_hash,
    }
    return read_kept(folder.path / FOLDER, expected)


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
    before = initial_network(folder)
    yield "rebuilding", 1, 2
    after = load_network(folder)
    changes = weight_change(before.state_dict(), after.state_dict(), weight_layers(after))
    yield "rebuilding", 2, 2
    windows = _placed(store, sample, after, seed)
    numerics = at_hand(record.numerics)
    judges = [record.judge(network, numerics) for network in (after, before)]
    ends = []
    for stage, judge in zip(("channels", "channels-before"), judges, strict=True):
        subjects = (_subject(store, index, windows) for index in sample)
        work = survey(judge, subjects, len(sample), key_layers(judge.network))
        ends.append((yield from _staged(stage, work)))
    flat = []
    for end in ends:
        flat.append((yield from _flatness(end, windows, seed)))
    classes = yield from _classes(store, sample, windows, ends[1], ends[0])
    embedding = yield from _embedding(
        judges[1],
        store,
        sample,
        photographs,
        second,
        record.recipe.from_source,
        seed,
        tsne,
    )
    return RunMeasures(
        images=tuple(data.files[i] for i in sample),
        seed=seed,
        iteration=record.best_iteration if weights == folder.best else record.iteration,
        frozen=not record.recipe.trains_backbone,
        changes=changes,
        activity=ends[0].activity,
        activity_before=ends[1].activity,
        flatness=flat[0],
        flatness_before=flat[1],
        embedding=embedding,
        classes=classes,
        run=folder.path.name,
        seconds=0.0,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Windows:
    """The windows measured: in the order of the sample's images, and rows of each class.

    `images` and `classes` are int64 (windows,); `rows` maps class names to row numbers.
    """

    windows: tuple[Window, ...]
    of_image: dict[int, tuple[Window, ...]]
    images: NDArray[np.int64]
    classes: NDArray[np.int64]
    rows: dict[str, NDArray[np.int64]]


def _placed(
    store: ImageStore, sample: Sequence[int], network: WindowClassifier, seed: int
) -> _Windows:
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
    return _Windows(windows, of_image, images, classes, rows)


def _subject(store: ImageStore, index: int, windows: _Windows) -> Subject:
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


def _staged(stage: str, work: Generator[tuple[int, int], None, T]) -> Stages[T]:
    """Name the stage of a generator's steps; closing this closes that."""
    return (yield from relay(work, lambda step: (stage, *step)))


def _flatness(end: Survey, windows: _Windows, seed: int) -> Stages[Flatness]:
    """Flatness within each class, from the last layer's features."""
    features = end.features[list(end.features)[-1]]
    points = {name: (features[rows], windows.images[rows]) for name, rows in windows.rows.items()}
    return (yield from _staged("flatness", flatness_by_class(points, seed)))


def _classes(
    store: ImageStore, sample: Sequence[int], windows: _Windows, before: Survey, after: Survey
) -> Stages[ClassMap | None]:
    """How the classes lie in each of the layers looked at."""
    rows = balanced_rows(windows.classes, windows.images)
    if rows is None:
        return None
    shown = [windows.windows[row] for row in rows]
    pictures = yield from _staged("classes", window_pictures(shown, store.image))
    work = class_map(
        {layer: held[rows] for layer, held in before.features.items()},
        {layer: held[rows] for layer, held in after.features.items()},
        windows.classes[rows],
        tuple(label.name for label in store.data.labels),
        np.searchsorted(np.asarray(sample), windows.images[rows]),  # the sample is sorted
        pictures,
    )
    return (yield from _staged("classes", work))


def _embedding(
    judge: Judge,
    store: ImageStore,
    sample: Sequence[int],
    photographs: Photographs,
    second: Photographs | None,
    from_source: bool,
    seed: int,
    tsne: bool,
) -> Stages[Embedding | None]:
    """Features of both domains, and of the control, through the network at iteration 0."""
    side = judge.network.window
    numbers: dict[Path, int] = {}
    placed: list[_Cut] = []
    for domain in (photographs, second):
        if domain is None:
            continue
        yield "domains", 0, 1
        windows = photograph_windows(domain, side, MOST, seed)
        # Numbers below 0, so that they do not meet those of the test images; a photograph that
        # is in both folders has one number.
        groups = [
            -1 - numbers.setdefault(domain.files[w.image].resolve(), len(numbers)) for w in windows
        ]
        placed.append(_Cut(domain.name, windows, groups, partial(_photograph, domain)))
    target = spread([windows_of(store, i, side, seed) for i in sample], MOST)
    placed.append(_Cut("", target, [w.image for w in target], store.image))
    total = sum(len(cut.windows) for cut in placed)
    done = 0
    domains = []
    for cut in placed:
        domains.append((yield from _domain(judge, cut, done, total)))
        done += len(cut.windows)
    if tsne:
        yield "tsne", 0, 1
    return embed(
        domains[0],
        domains[-1],
        from_source=from_source,
        seed=seed,
        tsne=tsne,
        control=domains[1] if second is not None else None,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Cut:
    """Windows of one domain before they are cut out, and the photograph each comes from."""

    name: str
    windows: Sequence[Window]
    groups: Sequence[int]
    image: Callable[[int], NDArray[np.uint8]]


def _domain(judge: Judge, cut: _Cut, before: int, total: int) -> Stages[Domain]:
    """Cut the windows of one domain out, pass and picture them; `before` others were done."""
    work = window_features(judge, cut.windows, cut.image)
    features = yield from relay(work, lambda step: ("domains", before + step[0], total))
    drawing = window_pictures(cut.windows, cut.image)
    pictures = yield from relay(drawing, always(("domains", before + len(cut.windows), total)))
    return Domain(cut.name, features, np.asarray(cut.groups, dtype=np.int64), pictures)


def _photograph(photographs: Photographs, number: int) -> NDArray[np.uint8]:
    return read_image(photographs.files[number])
