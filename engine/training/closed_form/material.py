"""What a closed-form fit looks at: which images, and which part of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.sample import DataSet
from engine.data.store import ImageStore

FOLDS = 5
"""Parts of the normal images: each is scored by what the others make."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Images to fit on.

    Attributes
    ----------
    normal, defective : indices of the data set
    folds : int64 (normal,), the part of each normal image, 0 to FOLDS - 1; groups are not divided
    """

    normal: tuple[int, ...]
    defective: tuple[int, ...]
    folds: NDArray[np.int64]


def textures(data: DataSet) -> tuple[str, ...]:
    """The textures of a data set, in the order of its classes."""
    return tuple(dict.fromkeys(label.texture for label in data.labels))


def choose(data: DataSet, indices: Sequence[int], normal: int, defective: int, seed: int) -> Chosen:
    """Draw images, the textures (and kinds of defect) as equal as they come.

    Parameters
    ----------
    indices
        To choose from: a run's training images.
    normal, defective
        How many at the most.
    seed
        Of the draw.
    """
    rng = np.random.default_rng([seed, 61])
    order = rng.permutation(np.asarray(indices, dtype=np.int64))

    def of(wanted: bool) -> list[int]:
        return [int(i) for i in order if data.samples[i].label.defective is wanted]

    good, bad = _evenly(data, of(False), normal), _evenly(data, of(True), defective)
    return Chosen(tuple(good), tuple(bad), _parts(data, good))


def _evenly(data: DataSet, pool: Sequence[int], count: int) -> list[int]:
    by_class: dict[int, list[int]] = {}
    for index in pool:
        by_class.setdefault(data.classes[index], []).append(index)
    chosen: list[int] = []
    for place in range(len(pool)):
        chosen += [items[place] for _, items in sorted(by_class.items()) if place < len(items)]
        if len(chosen) >= count:
            break
    return chosen[:count]


def _parts(data: DataSet, chosen: Sequence[int]) -> NDArray[np.int64]:
    """Parts of images, textures spread over them and no group divided."""
    part: dict[str, int] = {}
    turn: dict[str, int] = {}
    result = []
    for index in chosen:
        sample = data.samples[index]
        key = sample.group or f"\0{index}"
        if key not in part:
            texture = sample.label.texture
            part[key] = turn.get(texture, 0) % FOLDS
            turn[texture] = turn.get(texture, 0) + 1
        result.append(part[key])
    return np.asarray(result, dtype=np.int64)


def defect_part(
    store: ImageStore, index: int, least: int, margin: int
) -> tuple[NDArray[np.uint8], NDArray[np.bool_] | None]:
    """The part of a defective image round its region, and the region in it.

    Parameters
    ----------
    least
        Side of the part in pixels at least, where the image is as large.
    margin
        Pixels beside the region at least.

    Returns
    -------
    (pixels, region)
        uint8 (h, w[, 3]) and bool (h, w); the whole image and None where the region is unknown.
    """
    image = store.image(index)
    region = store.region(index)
    if region is None or not region.mask.any():
        return image, None
    spans = []
    for axis, length in enumerate(image.shape[:2]):
        held = np.flatnonzero(region.mask.any(1 - axis))
        low, high = int(held[0]) - margin, int(held[-1]) + 1 + margin
        lacking = max(0, least - (high - low))
        low, high = low - lacking // 2, high + lacking - lacking // 2
        if low < 0:
            low, high = 0, high - low
        if high > length:
            low, high = max(0, low - (high - length)), length
        spans.append(slice(low, high))
    rows, columns = spans
    return np.ascontiguousarray(image[rows, columns]), region.mask[rows, columns]


@dataclass(frozen=True, slots=True)
class Held:
    """Evidence of images that what judged them was not fitted on.

    Attributes
    ----------
    indices : of the data set
    evidence : float64 (images,), before the network's last step
    defective : bool (images,)
    about : what was learned in passing, for people: plain values
    """

    indices: tuple[int, ...]
    evidence: NDArray[np.float64]
    defective: NDArray[np.bool_]
    about: dict[str, object]


def held_out(
    normal: Sequence[int],
    defective: Sequence[int],
    evidence: NDArray[np.float64],
    about: dict[str, object],
) -> Held:
    """Evidence of images by what was not fitted on them.

    A single defect cannot be left out: nothing would be left to fit on, so it is not among them.

    Parameters
    ----------
    normal, defective
        Indices of the data set.
    evidence
        float64 (normal + defective,), in this order.
    """
    indices = (*normal, *(defective if len(defective) > 1 else ()))
    bad = np.arange(len(indices)) >= len(normal)
    return Held(indices, evidence[: len(indices)], bad, about)
