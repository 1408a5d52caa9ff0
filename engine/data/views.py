"""What a network is shown while it trains: which pixels make batch number i.

A batch is a function of the recipe's seed and the iteration alone. So nothing has to be saved
to resume exactly, and two settings with the same seed see the same images.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.image import resize
from engine.data.region import Region
from engine.data.sample import DataSet
from engine.data.store import ImageStore
from engine.errors import DataError
from engine.recipe import Recipe, View

WHOLE_IMAGE_FACTOR = 2
"""Images up to this many windows long are shown whole where regions are unknown."""

REGION_SHARE = 0.9
"""Share of defective images whose region must be known to train on patches."""

# Streams of random numbers, kept apart so that changing one choice leaves the others alone.
_ORDER, _FIXED, _MOVING, _TURN = 11, 12, 13, 14


@dataclass(frozen=True, slots=True)
class Batch:
    """`pixels`: uint8 (n, h, w) grey or (n, h, w, 3) RGB; `classes`: int64 (n,)."""

    pixels: NDArray[np.uint8]
    classes: NDArray[np.int64]


def choose_view(data: DataSet, longest: int, window: int) -> tuple[View, str]:
    """Choose the training view from the data; returns it with the reason, one sentence.

    Parameters
    ----------
    data
        The data set.
    longest
        Longest side of a typical image, in pixels.
    window
        Side of a window, in pixels.
    """
    defective = [sample for sample in data.samples if sample.label.defective]
    if not data.has_normal:
        return View.WHOLE, "No normal class: each label is about the whole image."
    known = sum(sample.has_region for sample in defective)
    if defective and known >= REGION_SHARE * len(defective):
        return View.PATCHES, "The regions of the defects are known: windows at native resolution."
    if longest <= WHOLE_IMAGE_FACTOR * window:
        return View.WHOLE, "The images are small: shown whole."
    return (
        View.BAGS,
        "Only whole images are labelled and they are large: the top window of each image is "
        "learned from. Draw or add regions for better results.",
    )


def pad_to_window(image: NDArray[np.uint8], window: int) -> NDArray[np.uint8]:
    """Reflect-pad an image that is smaller than one window, right and below."""
    missing = [max(0, window - side) for side in image.shape[:2]]
    while any(missing):
        # One reflection can at most double a side; tiny images take several.
        sides = image.shape[:2]
        step = [min(gap, side - 1) for gap, side in zip(missing, sides, strict=True)]
        mode = "reflect" if any(step) else "edge"
        widths = [(0, size) for size in (step if any(step) else missing)]
        image = np.pad(image, widths + [(0, 0)] * (image.ndim - 2), mode=mode)  # type: ignore[call-overload]
        missing = [max(0, window - side) for side in image.shape[:2]]
    return image


def place_on_defect(
    region: Region, shape: tuple[int, ...], window: int, rng: np.random.Generator
) -> tuple[int, int]:
    """Upper left corner (y, x) of a window centred in the inner half of a region.

    The centre is uniform in the ellipse scaled by 0.5; the window is then shifted to stay inside
    the image. It need not hold the whole region.
    """
    radius, angle = 0.5 * np.sqrt(rng.random()), 2 * np.pi * rng.random()
    ellipse = region.ellipse
    along, across = ellipse.a * radius * np.cos(angle), ellipse.b * radius * np.sin(angle)
    cos, sin = np.cos(ellipse.angle), np.sin(ellipse.angle)
    x = ellipse.x + along * cos - across * sin
    y = ellipse.y + along * sin + across * cos
    top = int(np.clip(round(y - window / 2), 0, shape[0] - window))
    left = int(np.clip(round(x - window / 2), 0, shape[1] - window))
    return top, left


def place_anywhere(
    shape: tuple[int, ...], window: int, rng: np.random.Generator, region: Region | None = None
) -> tuple[int, int] | None:
    """Upper left corner (y, x) of a uniform window that touches no region; None if none fits."""
    for _ in range(200):
        top = int(rng.integers(0, shape[0] - window + 1))
        left = int(rng.integers(0, shape[1] - window + 1))
        if region is None or not region.mask[top : top + window, left : left + window].any():
            return top, left
    return None


def turn(patch: NDArray[np.uint8], which: int) -> NDArray[np.uint8]:
    """Apply one of the eight flips and quarter turns of a square patch, by number 0 to 7."""
    turned = np.rot90(patch, which % 4)
    return np.ascontiguousarray(turned[:, ::-1] if which >= 4 else turned)


class Sampler:
    """Makes the batches of one run.

    Attributes
    ----------
    size : tuple of int
        Height and width of what the network sees.
    colour : bool
        Whether any training image is in colour; grey ones are then shown in three channels.
    locate : callable or None
        In the view `bags`: gives the corner (y, x) of an image's top window, by the network.
    """

    def __init__(
        self,
        store: ImageStore,
        indices: tuple[int, ...],
        recipe: Recipe,
        view: View,
    ) -> None:
        if view is View.AUTO:
            raise ValueError("choose the view before making a sampler")
        self._store, self._recipe, self._view = store, recipe, view
        self.locate: Callable[[int], tuple[int, int]] | None = None
        data = store.data
        bad = [i for i in indices if data.samples[i].label.defective]
        if view is View.PATCHES:
            unknown = [i for i in bad if store.region(i) is None]
            bad = [i for i in bad if store.region(i) is not None]
            if unknown and not bad:
                raise DataError(
                    "No defect region is known. Choose the view 'bags' or 'whole', or add masks."
                )
            indices = tuple(i for i in indices if i not in set(unknown))
        self._all = np.asarray(indices)
        self._bad = np.asarray(bad, dtype=np.int64)
        self._good = np.setdiff1d(self._all, self._bad)
        self.colour = any(store.image(int(i)).ndim == 3 for i in self._all[:50])
        self.size = (
            whole_size(store.image(int(self._all[0])).shape, recipe.whole_side)
            if view is View.WHOLE
            else (recipe.window, recipe.window)
        )

    @property
    def images(self) -> int:
        """Number of images that make one epoch."""
        return len(self._all)

    def _draw(self, pool: NDArray[np.int64], stream: int, position: int) -> int:
        """Item number `position` of an endless sequence that shuffles the pool every epoch."""
        epoch, place = divmod(position, len(pool))
        rng = np.random.default_rng([self._recipe.seed, _ORDER, stream, epoch])
        return int(pool[rng.permutation(len(pool))[place]])

    def members(self, iteration: int) -> list[int]:
        """Indices of the images in batch `iteration` (0-based)."""
        size = self._recipe.batch
        if self._recipe.balanced and len(self._bad) and len(self._good):
            half = size // 2
            bad = [self._draw(self._bad, 1, iteration * half + k) for k in range(half)]
            rest = size - half
            return bad + [self._draw(self._good, 2, iteration * rest + k) for k in range(rest)]
        return [self._draw(self._all, 0, iteration * size + k) for k in range(size)]

    def batch(self, iteration: int) -> Batch:
        """Return batch number `iteration` (0-based)."""
        members = self.members(iteration)
        patches = [self._patch(i, iteration, k) for k, i in enumerate(members)]
        classes = np.asarray([self._store.data.classes[i] for i in members], dtype=np.int64)
        return Batch(np.stack(patches), classes)

    def _patch(self, index: int, iteration: int, place: int) -> NDArray[np.uint8]:
        recipe = self._recipe
        image = self._store.image(index)
        if self.colour and image.ndim == 2:
            image = np.repeat(image[:, :, None], 3, axis=2)
        moving = np.random.default_rng([recipe.seed, _MOVING, iteration, place])
        if self._view is View.WHOLE:
            patch = resize(image, *self.size)
        else:
            image = pad_to_window(image, recipe.window)
            rng = moving if recipe.shift else np.random.default_rng([recipe.seed, _FIXED, index])
            top, left = self._corner(index, image.shape, rng)
            patch = image[top : top + recipe.window, left : left + recipe.window]
        if recipe.rotate_flip and patch.shape[0] == patch.shape[1]:
            which = np.random.default_rng([recipe.seed, _TURN, iteration, place]).integers(8)
            return turn(patch, int(which))
        return patch

    def _corner(
        self, index: int, shape: tuple[int, ...], rng: np.random.Generator
    ) -> tuple[int, int]:
        window = self._recipe.window
        if self._view is View.BAGS and self.locate is not None:
            return self.locate(index)
        region = self._store.region(index)
        if region is not None and self._store.data.samples[index].label.defective:
            return place_on_defect(region, shape, window, rng)
        return place_anywhere(shape, window, rng, region) or (0, 0)


def whole_size(shape: tuple[int, ...], longest: int) -> tuple[int, int]:
    """Size (height, width) of a whole image shown to a network: multiples of 16 pixels."""
    scale = min(1.0, longest / max(shape[:2]))
    height, width = (max(32, round(side * scale / 16) * 16) for side in shape[:2])
    return height, width
