"""Looking up the real patches of a run, judging them on test images, and keeping them."""

from __future__ import annotations

import io
import json
from collections.abc import Generator
from dataclasses import asdict, dataclass
from pathlib import Path
from zipfile import BadZipFile

import cattrs
import numpy as np
from numpy.typing import NDArray
from sklearn.decomposition import PCA

from engine.core.errors import RunError
from engine.core.files import make_folder, write_atomic
from engine.data.draw import sample_images
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.interpolate.patches import PatchBank, features_at, places
from engine.interpolate.values import PatchQuality
from engine.project.kept_key import kept_key
from engine.project.runs import RunFolder

FORMAT = 1

SIDE = 64
"""Pixels along the side of a patch, about: whole cells of the network."""

MOST = 6000
"""Patches that are kept, at most."""

COMPONENTS = 64
"""Principal components that patches are compared by."""

JUDGED = 24
"""Test images on which the patches are judged, at most."""

INSIDE = 0.1
"""Least share of a patch that a defect's region takes for the patch to count as defective."""

_DRAW = 93
"""Stream of random numbers."""


def index_patches(
    folder: RunFolder, judge: Judge, store: ImageStore, images: int, seed: int = 0
) -> Generator[tuple[int, int], None, PatchBank]:
    """Look up patches of a run's training images, judge them on test images, keep them.

    Parameters
    ----------
    images
        Training images, the classes as equal as they come.

    Yields
    ------
    tuple of int
        (done, total) after each image. Closing it writes nothing.

    Raises
    ------
    RunError
        The run has no training or no test images.
    NotDefinedError
        A network of whole images sees one of them smaller than a patch.
    """
    split, data = folder.read_split(store.data), store.data
    learned = sample_images(data, split.train, images, seed)
    judged = sample_images(data, split.test, JUDGED, seed)
    if not learned or not judged:
        raise RunError("{path}: it has no training and test images.", path=folder.path)
    # No image is smaller than a window to the network, however small it is.
    side = min(SIDE, judge.network.window or SIDE)
    cells = max(1, round(side / judge.network.stride))
    total, each = len(learned) + len(judged), -(-MOST // len(learned))
    rng = np.random.default_rng([seed, _DRAW])
    pictures, features, of, inside = [], [], [], []
    for done, number in enumerate(learned, 1):
        seen = _see(judge, store, number, cells)
        # Defects are rare: of an image with more patches than its share they come first.
        order = np.argsort(rng.random(len(seen.features)) - seen.inside)[:each]
        pictures.append(seen.pictures[order])
        features.append(seen.features[order])
        inside.append(seen.inside[order])
        of += [number] * len(order)
        yield done, total
    known = np.concatenate(features)
    count = min(COMPONENTS, *known.shape)
    reduced = PCA(count, svd_solver="randomized", random_state=seed).fit(known)
    mean = reduced.mean_.astype(np.float32)
    components = reduced.components_.astype(np.float32)
    keys = (known - mean) @ components.T
    textures = [sample.label.texture for sample in data.samples]
    tally = _Tally(np.array([textures[number] for number in of]), np.concatenate(inside))
    for done, number in enumerate(judged, len(learned) + 1):
        seen = _see(judge, store, number, cells)
        asked = (seen.features - mean) @ components.T
        nearest = np.argmin(np.square(keys).sum(1) - 2 * (asked @ keys.T), axis=1)
        tally.add(nearest, textures[number], seen.inside)
        yield done, total
    made = PatchBank(
        cells, np.concatenate(pictures), keys, mean, components,
        np.array(of, dtype=np.int64), tally.quality(len(judged), len(learned)),
    )  # fmt: skip
    _keep(folder, made)
    return made


@dataclass(frozen=True, slots=True)
class _Seen:
    """An image's patches: grey pictures, features, and whether a defect lies in them."""

    pictures: NDArray[np.uint8]
    features: NDArray[np.float32]
    inside: NDArray[np.bool_]


def _see(judge: Judge, store: ImageStore, number: int, cells: int) -> _Seen:
    image = store.image(number)
    pixels, geometry = judge.input(image)
    maps = judge.maps(image)[0]
    shown = pixels[0].numpy()
    grey = shown if shown.ndim == 2 else shown.mean(axis=2).round().astype(np.uint8)
    cell = judge.network.stride
    side = cells * cell
    starts = [
        (top * cell, left * cell)
        for top in places(maps.shape[1], cells)
        for left in places(maps.shape[2], cells)
    ]
    pictures = np.stack([grey[y : y + side, x : x + side] for y, x in starts])
    region = store.region(number)
    inside = np.zeros(len(starts), bool)
    if region is not None:
        across, down = geometry.step[0] / cell, geometry.step[1] / cell  # image's pixels of one
        for place, (y, x) in enumerate(starts):
            rows = slice(*(_clip(down * edge - geometry.before) for edge in (y, y + side)))
            columns = slice(*(_clip(across * edge - geometry.before) for edge in (x, x + side)))
            under = region.mask[rows, columns]
            inside[place] = under.size > 0 and under.mean() >= INSIDE
    return _Seen(pictures, features_at(maps, cells), inside)


def _clip(edge: float) -> int:
    return max(0, round(edge))


class _Tally:
    """What the nearest patches of test images have in common with them."""

    def __init__(self, textures: NDArray[np.str_], inside: NDArray[np.bool_]) -> None:
        self._textures, self._inside = textures, inside
        self._alike: list[NDArray[np.bool_]] = []
        self._found: list[NDArray[np.bool_]] = []
        self._raised: list[NDArray[np.bool_]] = []

    def add(self, nearest: NDArray[np.int64], texture: str, inside: NDArray[np.bool_]) -> None:
        self._alike.append(self._textures[nearest] == texture)
        self._found.append(self._inside[nearest][inside])
        self._raised.append(self._inside[nearest][~inside])

    def quality(self, images: int, train_images: int) -> PatchQuality:
        alike, found, raised = (
            np.concatenate(each) for each in (self._alike, self._found, self._raised)
        )
        known = len(found) > 0 and bool(self._inside.any())
        return PatchQuality(
            float(alike.mean()),
            float(found.mean()) if known else None,
            float(raised.mean()) if known and len(raised) else None,
            int(self._inside.sum()),
            len(self._inside),
            images,
            train_images,
        )


def _keep(folder: RunFolder, bank: PatchBank) -> None:
    held = io.BytesIO()
    notes = {"key": kept_key(folder, FORMAT), "cells": bank.cells, "quality": asdict(bank.quality)}
    np.savez_compressed(
        held, allow_pickle=False, notes=np.array(json.dumps(notes)), pictures=bank.pictures,
        keys=bank.keys, mean=bank.mean, components=bank.components, images=bank.images,
    )  # fmt: skip
    make_folder(patches_file(folder).parent)
    write_atomic(patches_file(folder), held.getvalue())


def kept_patch_quality(folder: RunFolder) -> PatchQuality | None:
    """Quality of the patches a run keeps of its weights as they are; None if it keeps none."""
    found = _read(folder, whole=False)
    return found if isinstance(found, PatchQuality) else None


def kept_patches(folder: RunFolder) -> PatchBank | None:
    """The patches a run keeps of its weights as they are; None if nothing that can be read."""
    found = _read(folder, whole=True)
    return found if isinstance(found, PatchBank) else None


def _read(folder: RunFolder, *, whole: bool) -> PatchBank | PatchQuality | None:
    try:
        with np.load(patches_file(folder), allow_pickle=False) as result:
            notes = json.loads(str(result["notes"]))
            if notes["key"] != kept_key(folder, FORMAT):
                return None
            quality = cattrs.structure(notes["quality"], PatchQuality)
            if not whole:
                return quality
            return PatchBank(
                int(notes["cells"]), result["pictures"], result["keys"], result["mean"],
                result["components"], result["images"], quality,
            )  # fmt: skip
    except (OSError, ValueError, TypeError, KeyError, BadZipFile, cattrs.BaseValidationError):
        return None


def patches_file(folder: RunFolder) -> Path:
    """Where a run keeps its patches."""
    return folder.path / "measures" / "patches.npz"
