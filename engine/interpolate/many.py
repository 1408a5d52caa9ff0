"""Overlap of two textures' defects over many pairs of aligned windows, for one run."""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path

import cattrs
import numpy as np
from numpy.typing import NDArray

from engine.core.errors import NotDefinedError, RunError
from engine.core.files import file_hash, make_folder, write_atomic
from engine.core.outside import DAMAGED, read_json
from engine.data.sample import DataSet
from engine.data.store import ImageStore
from engine.data.views import pad_to_window
from engine.interpolate.overlap import WINDOW_LEVELS, window_overlaps
from engine.interpolate.split import INPUT, alike
from engine.measures.features import windows_of
from engine.measures.values import RunOverlap
from engine.network.numerics import at_hand
from engine.network.window_classifier import WindowClassifier
from engine.project.runs import RunFolder
from engine.training.run import load_network, open_run_data

PAIRS = 50
FORMAT = 4

_PAIR = 81
"""Stream of random numbers."""


def kept_overlap(folder: RunFolder, textures: tuple[str, str] | None = None) -> RunOverlap | None:
    """What a run keeps of its weights as they are, in either direction; None if nothing.

    Parameters
    ----------
    textures
        Both ends; None: whichever was measured first.
    """
    if not folder.weights.is_file() or not _file(folder).is_file():
        return None
    key = [FORMAT, file_hash(folder.weights)]
    for result, overlap in _read(folder):
        if result[: len(key)] == key and (
            textures is None or set(textures) == set(overlap.textures)
        ):
            return overlap
    return None


def overlap_layers(network: WindowClassifier) -> tuple[str, ...]:
    """``input``, the control, and the layers looked at: conv3_3, conv4_3 and conv5_3 of VGG-16;
    of others the last three quarters' ends.
    """
    if network.backbone.lines:
        return (INPUT, *network.backbone.lines)
    names = list(network.layers)
    places = [round(len(names) * share) - 1 for share in (0.5, 0.75, 1.0)]
    return (INPUT, *dict.fromkeys(names[max(0, place)] for place in places))


def measure_overlap(
    run_path: Path,
    textures: tuple[str, str] | None = None,
    *,
    pairs: int = PAIRS,
    seed: int = 0,
    data_path: Path | None = None,
) -> Generator[tuple[int, int], None, RunOverlap]:
    """Follow lines between defective test windows of two textures, or read what is kept.

    Parameters
    ----------
    textures
        Both ends; None: the first two textures whose defective test images have regions.
    pairs
        Random pairs of windows, each centred on its defect.
    data_path
        Where the run's data set is now; None: where it was.

    Yields
    ------
    tuple of int
        (done, total) after each pair at each layer. Closing it writes nothing.

    Raises
    ------
    NotDefinedError
        There are no two textures with defects whose regions are known, or the run judges whole
        images, so that there is no overlap of defects.
    RunError, DataError
        The run has no weights; its data set is gone or has changed.
    """
    folder = RunFolder.load(run_path)
    weights = folder.weights
    if not weights.is_file():
        raise RunError("{path}: no weights yet. Wait for its first validation.", path=run_path)
    data, store = open_run_data(folder, data_path)
    ends = _ends(data, folder.read_split(data).test, textures)
    key = [FORMAT, file_hash(weights), folder.record.fingerprint, list(ends), pairs, seed]
    for kept, overlap in _read(folder):
        if kept == key:
            return overlap
    network = load_network(folder)
    if network.window == 0:
        raise NotDefinedError("{path}: it judges whole images, not windows.", path=run_path)
    numbers, drawn, images = _windows(store, ends, network.window, pairs, seed)
    layers = yield from window_overlaps(
        network,
        overlap_layers(network),
        drawn,
        numbers,
        [number for number, label in enumerate(data.labels) if label.defective],
        at_hand(folder.record.numerics),
        seed,
    )
    names = tuple(ends)
    result = RunOverlap(run_path.name, (names[0], names[1]), WINDOW_LEVELS, seed, images, layers)
    _write(folder, key, result)
    return result


def _ends(
    data: DataSet, test: Sequence[int], textures: tuple[str, str] | None
) -> dict[str, list[int]]:
    """Both ends' textures with their defective test images: those with a region, of one kind."""
    result: dict[str, list[int]] = {}
    for label in data.labels:
        if not label.defective or label.texture in result:
            continue
        # Without a region nobody knows where the defect is, and a window of background shows none.
        mine = [
            index
            for index in test
            if data.samples[index].label == label and data.samples[index].has_region
        ]
        if mine:
            result[label.texture] = mine
    wanted = textures or tuple(result)[:2]
    if len(wanted) < 2 or any(name not in result for name in wanted):
        raise NotDefinedError(
            "Interpolation needs two textures with defective test images whose regions are known; "
            "here: {found}.",
            found=", ".join(result) or "none",
        )
    return {name: result[name] for name in wanted}


def _windows(
    store: ImageStore, ends: Mapping[str, Sequence[int]], side: int, pairs: int, seed: int
) -> tuple[tuple[int, int], list[tuple[NDArray[np.uint8], NDArray[np.uint8]]], int]:
    """Classes of both ends, random pairs of windows, and how many images they come from."""
    rng = np.random.default_rng([seed, _PAIR])
    places = [
        [window for index in pool for window in windows_of(store, index, side, seed)]
        for pool in ends.values()
    ]
    used: set[int] = set()
    drawn = []
    for _ in range(pairs):
        cuts = []
        for windows in places:
            window = windows[int(rng.integers(len(windows)))]
            used.add(window.image)
            image = pad_to_window(store.image(window.image), side)
            top, left = window.top, window.left
            cuts.append(np.ascontiguousarray(image[top : top + side, left : left + side]))
        drawn.append(alike(cuts[0], cuts[1]))
    first, second = (store.data.classes[pool[0]] for pool in ends.values())
    return (first, second), drawn, len(used)


def _file(folder: RunFolder) -> Path:
    return folder.path / "measures" / "overlap.json"


def _read(folder: RunFolder) -> list[tuple[list[object], RunOverlap]]:
    """Keys and overlaps a run keeps, in the order they were measured; none if unreadable."""
    try:
        values = read_json(_file(folder))
        return [
            (list(each["key"]), cattrs.structure(each["overlap"], RunOverlap))
            for each in values["overlaps"]
        ]
    except DAMAGED:
        return []


def _write(folder: RunFolder, key: list[object], found: RunOverlap) -> None:
    # Those of other weights are of no use any more; those of other textures are.
    kept = [each for each in _read(folder) if each[0][:2] == key[:2] and each[0] != key]
    rows = [
        {"key": name, "overlap": cattrs.unstructure(each)} for name, each in [*kept, (key, found)]
    ]
    make_folder(_file(folder).parent)
    write_atomic(_file(folder), json.dumps({"overlaps": rows}, indent=1) + "\n")
