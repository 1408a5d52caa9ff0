"""Fixed windows: where they lie, what they look like, and the features of those that are cut out.

Places depend on the seed and the image alone, so two networks with the same window are compared
on the same pixels. What is compared with a verdict is read from the dense pass (see `survey`);
cutting windows out is for the two domains of the embedding alone, where both are treated alike.
A whole-image network is given the whole image.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.data.image import is_image, read_image, resize, shrink
from engine.data.store import ImageStore
from engine.data.views import pad_to_window, place_anywhere, place_on_defect
from engine.inspection.dense import Judge
from engine.network.layers import passes
from engine.network.window_classifier import WindowClassifier

PER_IMAGE = 8
"""Most windows of one test image: more would be the same pixels again and again (ours)."""

PER_PHOTOGRAPH = 50
BATCH = 8

PICTURE = 48
"""Side of a window's small picture, in pixels."""

_PLACE, _PHOTOGRAPH = 42, 43
"""Streams of random numbers, kept apart."""

STAND_IN = "two sample photographs of scikit-learn (not ImageNet)"


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A square of image number `image` with its corner at (top, left); side 0: the whole image.

    In pixels of the image, reflect-padded where it is smaller.
    """

    image: int
    top: int
    left: int
    side: int


@dataclass(frozen=True, slots=True)
class Photographs:
    """Natural photographs that stand in for the source data; `name` says what they are."""

    name: str
    files: tuple[Path, ...]


def find_photographs(folder: Path | None) -> Photographs:
    """Photographs of a folder (and below); None: the two that scikit-learn ships.

    Raises
    ------
    DataError
        The folder is missing or holds no images.
    """
    if folder is None:
        # Found by place and read by our own reader: scikit-learn's loader would need Pillow.
        shipped = Path(str(resources.files("sklearn.datasets.images")))
        return Photographs(STAND_IN, tuple(sorted(filter(is_image, shipped.iterdir()))))
    if not folder.is_dir():
        raise DataError("{path}: no such folder of photographs. Check the path.", path=folder)
    files = tuple(sorted(item for item in folder.rglob("*") if item.is_file() and is_image(item)))
    if not files:
        raise DataError("{path}: no photographs in it.", path=folder)
    return Photographs(f"photographs in {folder.name} (not ImageNet)", files)


def windows_of(store: ImageStore, index: int, side: int, seed: int, step: int = 1) -> list[Window]:
    """Up to 8 different windows of one image, in a fixed order.

    Defective images with a known region: centred in its inner half, as in training. Normal ones:
    anywhere. Side 0: the whole image, once.

    Parameters
    ----------
    step
        Corners lie on multiples of this many pixels: the network's stride, for windows whose
        cells of a dense pass must be whole.
    """
    if side == 0:
        return [Window(index, 0, 0, 0)]
    rng = np.random.default_rng([seed, _PLACE, index])
    height, width = (max(side, length) for length in store.image(index).shape[:2])
    region = store.region(index) if store.data.samples[index].label.defective else None
    corners: dict[tuple[int, int], None] = {}
    for _ in range(4 * PER_IMAGE):
        corner = (
            place_on_defect(region, (height, width), side, rng)
            if region is not None
            else place_anywhere((height, width), side, rng)
        )
        if corner is not None and len(corners) < PER_IMAGE:
            corners[
                _aligned(corner[0], height - side, step), _aligned(corner[1], width - side, step)
            ] = None
    return [Window(index, top, left, side) for top, left in corners]


def _aligned(corner: int, last: int, step: int) -> int:
    """The multiple of `step` nearest to a corner that keeps the window inside the image."""
    return min(round(corner / step) * step, last // step * step)


def spread(per_image: Sequence[Sequence[Window]], count: int) -> tuple[Window, ...]:
    """Up to `count` windows, every image's first before any image's second; sorted."""
    rounds = max((len(windows) for windows in per_image), default=0)
    ordered = [w[place] for place in range(rounds) for w in per_image if place < len(w)]
    return tuple(sorted(ordered[:count]))


def class_windows(
    store: ImageStore,
    indices: Sequence[int],
    side: int,
    seed: int,
    fewest: int,
    most: int,
    step: int = 1,
) -> dict[str, tuple[Window, ...]]:
    """Windows of each class: at most `most`, equally many in every class that has `fewest`.

    Classes with fewer keep what they have, so that it can be said that they are left out.
    `step`: see :func:`windows_of`.
    """
    per_class: dict[int, list[list[Window]]] = {}
    for index in indices:
        windows = windows_of(store, index, side, seed, step)
        per_class.setdefault(store.data.classes[index], []).append(windows)
    sizes = [sum(map(len, windows)) for windows in per_class.values()]
    count = min([most, *(size for size in sizes if size >= fewest)])
    return {
        store.data.labels[number].name: spread(windows, count)
        for number, windows in sorted(per_class.items())
    }


def photograph_windows(
    photographs: Photographs, side: int, count: int, seed: int
) -> tuple[Window, ...]:
    """Up to `count` windows of photographs, at random places, at most 50 of each.

    A whole-image network (side 0) is given squares of half the photograph's shorter side.
    """
    per_image = []
    order = np.random.default_rng([seed, _PHOTOGRAPH]).permutation(len(photographs.files))[:count]
    each = min(PER_PHOTOGRAPH, -(-count // max(1, len(order))))
    for number in map(int, order):
        rng = np.random.default_rng([seed, _PHOTOGRAPH, number])
        shape = read_image(photographs.files[number]).shape[:2]
        length = side or max(1, min(shape) // 2)
        rows, columns = (max(length, given) - length + 1 for given in shape)
        corners = zip(rng.integers(0, rows, each), rng.integers(0, columns, each), strict=True)
        places = dict.fromkeys((int(top), int(left)) for top, left in corners)
        per_image.append([Window(number, top, left, length) for top, left in places])
    return spread(per_image, count)


def _cut(image: NDArray[np.uint8], window: Window) -> NDArray[np.uint8]:
    if window.side == 0:
        return image
    image = pad_to_window(image, window.side)
    top, left = window.top, window.left
    return image[top : top + window.side, left : left + window.side]


def window_pictures(
    windows: Sequence[Window], image: Callable[[int], NDArray[np.uint8]]
) -> Generator[tuple[int, int], None, NDArray[np.uint8]]:
    """Small pictures of windows, for people; yields (done, total) after each image.

    Parameters
    ----------
    windows
        Best sorted, so that each image is decoded once.
    image
        Gives image number i: uint8 (H, W) or (H, W, 3).

    Returns
    -------
    ndarray of uint8, shape (windows, 48, 48, 3)
        Proportions are kept; what is not square has black beside it.
    """
    made = np.zeros((len(windows), PICTURE, PICTURE, 3), dtype=np.uint8)
    held: tuple[int, NDArray[np.uint8]] | None = None
    for number, window in enumerate(windows):
        if held is None or held[0] != window.image:
            if held is not None:
                yield number, len(windows)
            held = (window.image, image(window.image))
        made[number] = _picture(_cut(held[1], window))
    made.setflags(write=False)
    return made


def _picture(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    longest = max(pixels.shape[:2])
    if longest < PICTURE:
        pixels = resize(pixels, *(max(1, side * PICTURE // longest) for side in pixels.shape[:2]))
    small = shrink(np.ascontiguousarray(pixels), PICTURE)
    height, width = small.shape[:2]
    top, left = (PICTURE - height) // 2, (PICTURE - width) // 2
    made = np.zeros((PICTURE, PICTURE, 3), dtype=np.uint8)
    made[top : top + height, left : left + width] = small if small.ndim == 3 else small[..., None]
    return made


def window_features(
    judge: Judge,
    windows: Sequence[Window],
    image: Callable[[int], NDArray[np.uint8]],
) -> Generator[tuple[int, int], None, NDArray[np.float32]]:
    """Mean of the last layer's maps over each window, in evaluation mode and float32.

    Parameters
    ----------
    windows
        Best sorted, so that each image is decoded once.
    image
        Gives image number i: uint8 (H, W) or (H, W, 3).

    Yields
    ------
    tuple of int
        (windows done, total) after each layer, 8 windows at a time.

    Returns
    -------
    ndarray of float32, shape (windows, channels)
    """
    network = judge.network
    rows: list[NDArray[np.float32]] = []
    held: tuple[int, NDArray[np.uint8]] | None = None
    batch: list[torch.Tensor] = []
    done = 0
    was_training = network.training
    network.eval()
    try:
        for number, window in enumerate(windows, start=1):
            if held is None or held[0] != window.image:
                held = (window.image, image(window.image))
            pixels, _ = judge.input(np.ascontiguousarray(_cut(held[1], window)))
            if batch and batch[0].shape != pixels.shape:  # grey beside colour, or another size
                rows.append((yield from _pooled(network, batch, done, len(windows))))
                batch = []
            batch.append(pixels)
            if len(batch) == BATCH or number == len(windows):
                rows.append((yield from _pooled(network, batch, done, len(windows))))
                batch, done = [], number
                yield number, len(windows)
    finally:
        network.train(was_training)
    if not rows:
        return np.zeros((0, network.head.in_features), dtype=np.float32)
    return np.concatenate(rows)


def _pooled(
    network: WindowClassifier, batch: list[torch.Tensor], done: int, total: int
) -> Generator[tuple[int, int], None, NDArray[np.float32]]:
    """Mean of the last layer over windows of one shape; gives way after each of its layers."""
    device = next(network.parameters()).device
    # Inference mode is the thread's, so it must not outlast a step.
    with torch.inference_mode():
        maps = network.prepare(torch.cat(batch).to(device))
    for module, _ in passes(network):
        with torch.inference_mode():
            maps = module(maps)
        yield done, total
    with torch.inference_mode():
        return np.asarray(maps.mean((2, 3)).float().cpu().numpy())
