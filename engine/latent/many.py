"""Overlap of two textures' defects over many pairs of aligned windows, for one run."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

import cattrs
import numpy as np
from numpy.typing import NDArray

from engine.data.sample import DataSet
from engine.data.store import ImageStore
from engine.data.views import pad_to_window
from engine.errors import DataError, RunError
from engine.files import make_folder, write_atomic
from engine.latent.overlap import LEVELS, window_overlaps
from engine.latent.split import INPUT
from engine.measured import RunOverlap
from engine.measures.features import windows_of
from engine.network.inspector import Inspector
from engine.network.layers import named_layers
from engine.network.weights import file_hash
from engine.numerics import at_hand
from engine.project.runs import RunFolder
from engine.training.run import load_network, open_run_data

PAIRS = 50
FORMAT = 1

_PAIR = 81
"""Stream of random numbers."""

VGG_LAYERS = ("conv3_3", "conv4_3", "conv5_3")


def kept_overlap(folder: RunFolder) -> RunOverlap | None:
    """What a run keeps of its weights as they are, whichever textures; None if nothing."""
    weights = folder.best if folder.best.is_file() else folder.last
    if not weights.is_file() or not _file(folder).is_file():
        return None
    key = [FORMAT, file_hash(weights)]
    return _read(folder, lambda found: found[: len(key)] == key)


def overlap_layers(network: Inspector) -> tuple[str, ...]:
    """``input``, the control, and the layers looked at: conv3_3, conv4_3 and conv5_3 of VGG-16;
    of others the last three quarters' ends.
    """
    names = list(named_layers(network.features))
    if set(VGG_LAYERS) <= set(names):
        return (INPUT, *VGG_LAYERS)
    places = [round(len(names) * share) - 1 for share in (0.5, 0.75, 1.0)]
    return (INPUT, *dict.fromkeys(names[max(0, place)] for place in places))


def measure_overlap(
    run_path: Path,
    textures: tuple[str, str] | None = None,
    *,
    pairs: int = PAIRS,
    seed: int = 0,
) -> Generator[tuple[int, int], None, RunOverlap]:
    """Follow lines between defective test windows of two textures, or read what is kept.

    Parameters
    ----------
    textures
        Both ends; None: the first two textures with defective test images.
    pairs
        Random pairs of windows, each centred on its defect.

    Yields
    ------
    tuple of int
        (done, total) after each pair at each layer. Closing it writes nothing.

    Raises
    ------
    DataError
        There are no two textures with defects, so that the overlap is not defined.
    RunError
        The run has no weights, or judges whole images only.
    """
    folder = RunFolder.load(run_path)
    weights = folder.best if folder.best.is_file() else folder.last
    if not weights.is_file():
        raise RunError("{path}: no weights yet. Wait for its first validation.", path=run_path)
    data, store = open_run_data(folder)
    test = folder.read_split(data).test
    ends = textures or _two_textures(data, test)
    key = [FORMAT, file_hash(weights), folder.record.fingerprint, list(ends), pairs, seed]
    held = _read(folder, lambda found: found == key)
    if held is not None:
        return held
    network = load_network(folder)
    if network.window == 0:
        raise RunError("{path}: it judges whole images, not windows.", path=run_path)
    numbers = _classes(data, ends)
    drawn, images = _windows(store, data, test, numbers, network.window, pairs, seed)
    layers = yield from window_overlaps(
        network, overlap_layers(network), drawn, numbers, at_hand(folder.record.numerics), seed
    )
    found = RunOverlap(run_path.name, ends, LEVELS[1], seed, images, layers)
    _write(folder, key, found)
    return found


def _two_textures(data: DataSet, test: Sequence[int]) -> tuple[str, str]:
    labels = [data.samples[index].label for index in test]
    found = list(dict.fromkeys(label.texture for label in labels if label.defective))
    ordered = [t for t in dict.fromkeys(label.texture for label in data.labels) if t in found]
    if len(ordered) < 2:
        raise DataError(
            "Interpolation needs two textures with defective test images; this set has {count}.",
            count=len(ordered),
        )
    return ordered[0], ordered[1]


def _classes(data: DataSet, textures: tuple[str, str]) -> tuple[int, int]:
    """Numbers of the textures' (first) defective classes."""
    found = []
    for texture in textures:
        mine = [
            number
            for number, label in enumerate(data.labels)
            if label.texture == texture and label.defective
        ]
        if not mine:
            raise DataError("Texture '{texture}' has no defective images.", texture=texture)
        found.append(mine[0])
    return found[0], found[1]


def _windows(
    store: ImageStore,
    data: DataSet,
    test: Sequence[int],
    numbers: tuple[int, int],
    side: int,
    pairs: int,
    seed: int,
) -> tuple[list[tuple[NDArray[np.uint8], NDArray[np.uint8]]], int]:
    """Random pairs of windows, one of each class, and how many images they come from."""
    rng = np.random.default_rng([seed, _PAIR])
    pools = [[index for index in test if data.classes[index] == number] for number in numbers]
    places = [
        [window for index in pool for window in windows_of(store, index, side, seed)]
        for pool in pools
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
        drawn.append((cuts[0], cuts[1]))
    return drawn, len(used)


def _file(folder: RunFolder) -> Path:
    return folder.path / "measures" / "overlap.json"


def _read(folder: RunFolder, wanted: Callable[[list[object]], bool]) -> RunOverlap | None:
    try:
        values = json.loads(_file(folder).read_text("utf-8"))
        if not wanted(values["key"]):
            return None
        return cattrs.structure(values["overlap"], RunOverlap)
    except (OSError, ValueError, TypeError, KeyError, cattrs.BaseValidationError):
        return None


def _write(folder: RunFolder, key: list[object], found: RunOverlap) -> None:
    make_folder(_file(folder).parent)
    text = json.dumps({"key": key, "overlap": cattrs.unstructure(found)}, indent=1)
    write_atomic(_file(folder), text + "\n")
