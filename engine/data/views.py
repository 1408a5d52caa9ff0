"""What a network is shown while it trains: which pixels make batch number i.

A batch is a function of the recipe's seed and the iteration alone. So nothing has to be saved
to resume exactly, and two settings with the same seed see the same images.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.core.recipe import Recipe, View
from engine.data.image import in_grey, resize
from engine.data.region import Region
from engine.data.sample import DataSet, Ellipse
from engine.data.store import ImageStore

_T = TypeVar("_T", bound=np.generic)

WHOLE_IMAGE_FACTOR = 2
"""Images up to this many windows long are shown whole where regions are unknown."""

REGION_SHARE = 0.9
"""Share of defective images whose region must be known to train on patches."""

IGNORED = -1
"""Target of a window that is neither clearly defective nor clearly normal."""

# Streams of random numbers, kept apart so that changing one choice leaves the others alone.
_ORDER, _FIXED, _MOVING, _TURN = 11, 12, 13, 14


@dataclass(frozen=True, slots=True)
class Batch:
    """Crops and what each of their windows shows.

    Attributes
    ----------
    pixels : uint8 (n, h, w) grey or (n, h, w, 3) RGB
    targets : int64 (n, rows, columns), class of each window; IGNORED where a window touches a
        region without showing its middle. A crop of one window has one row and one column.
    """

    pixels: NDArray[np.uint8]
    targets: NDArray[np.int64]


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

    The centre is uniform in the ellipse scaled by 0.5 (of any one of its parts); the window is then
    shifted to stay inside the image. It need not hold the whole region.
    """
    radius, angle = 0.5 * np.sqrt(rng.random()), 2 * np.pi * rng.random()
    ellipse = region.ellipse
    if region.parts:  # drawn only where there is a choice: other sets keep their random numbers
        ellipse = region.parts[int(rng.integers(len(region.parts)))]
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


def window_targets(
    region: Region,
    corner: tuple[int, int],
    window: int,
    stride: int,
    shape: tuple[int, int],
    defective: int,
    normal: int,
) -> NDArray[np.int64]:
    """Say what each window of a crop shows.

    Defective: the window's centre lies in the inner half of the region or of a part of it (its
    ellipse scaled by 0.5), or the window holds that inner half whole. Normal: the window does not
    touch the region. Anything between is IGNORED.

    Parameters
    ----------
    region
        The image's region.
    corner
        Upper left corner (y, x) of the crop in the image, in pixels.
    window, stride
        Side and spacing of windows, in pixels.
    shape
        Rows and columns of windows.
    defective, normal
        Class numbers.

    Returns
    -------
    ndarray of int64, of that shape
    """
    tops = np.arange(shape[0])[:, None] * stride + corner[0]
    lefts = np.arange(shape[1])[None, :] * stride + corner[1]
    shown = np.zeros(shape, dtype=np.bool_)
    for ellipse in region.parts or (region.ellipse,):
        shown |= _shows(ellipse, tops, lefts, window)
    # Summed-area table: pixels of the region inside each window.
    table = np.pad(region.mask.astype(np.int64), ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    height, width = region.mask.shape
    # Windows of a padded image may begin beyond the image itself.
    tops, lefts = np.minimum(tops, height), np.minimum(lefts, width)
    bottom, right = np.minimum(tops + window, height), np.minimum(lefts + window, width)
    inside = table[bottom, right] - table[tops, right] - table[bottom, lefts] + table[tops, lefts]
    targets = np.where(inside == 0, normal, IGNORED)
    return np.asarray(np.where(shown, defective, targets), dtype=np.int64)


def _shows(
    ellipse: Ellipse, tops: NDArray[np.int64], lefts: NDArray[np.int64], window: int
) -> NDArray[np.bool_]:
    """Which windows, by their rows' and columns' corners, show an ellipse's inner half."""
    dy, dx = tops + window / 2 - ellipse.y, lefts + window / 2 - ellipse.x
    cos, sin = np.cos(ellipse.angle), np.sin(ellipse.angle)
    along, across = dx * cos + dy * sin, dy * cos - dx * sin
    centred = (along / (0.5 * ellipse.a)) ** 2 + (across / (0.5 * ellipse.b)) ** 2 <= 1.0
    half_x = 0.5 * np.hypot(ellipse.a * cos, ellipse.b * sin)
    half_y = 0.5 * np.hypot(ellipse.a * sin, ellipse.b * cos)
    holds = (
        (tops <= ellipse.y - half_y)
        & (tops + window >= ellipse.y + half_y)
        & (lefts <= ellipse.x - half_x)
        & (lefts + window >= ellipse.x + half_x)
    )
    return np.asarray(centred | holds)


def turn(patch: NDArray[_T], which: int) -> NDArray[_T]:
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
        Whether a training image is in colour; grey ones are then shown in three channels.
        In a grey set a stray colour image that was not looked at is shown in grey.
    crop : int
        Side of the crops that replace windows late in a run; 0: none fits.
    locate : callable or None
        In the view `bags`: gives the corner (y, x) of an image's top window, by the network.
    """

    def __init__(
        self,
        store: ImageStore,
        indices: tuple[int, ...],
        recipe: Recipe,
        view: View,
        stride: int = 16,
    ) -> None:
        if view is View.AUTO:
            raise ValueError("choose the view before making a sampler")
        self._store, self._recipe, self._view, self._stride = store, recipe, view, stride
        self.locate: Callable[[int], tuple[int, int]] | None = None
        data = store.data
        bad = [i for i in indices if data.samples[i].label.defective]
        if view is View.PATCHES:
            unknown = [i for i in bad if store.region(i) is None]
            bad = [i for i in bad if store.region(i) is not None]
            if unknown and not bad:
                raise DataError(
                    "No defect region is known. Choose the view 'bags' or 'whole', or add masks, "
                    "or draw the regions on the Data page."
                )
            indices = tuple(i for i in indices if i not in set(unknown))
        self._all = np.asarray(indices)
        self._bad = np.asarray(bad, dtype=np.int64)
        self._good = np.setdiff1d(self._all, self._bad)
        self.colour = any(store.image(int(i)).ndim == 3 for i in self._spread())
        self.size = (
            whole_size(store.image(int(self._all[0])).shape, recipe.whole_side)
            if view is View.WHOLE
            else (recipe.window, recipe.window)
        )
        # Bags learn from single windows; only known regions tell what a larger crop shows.
        self.crop = self._fitting_crop() if view is View.PATCHES else 0

    def _spread(self) -> NDArray[np.int64]:
        """Up to 200 of the images, evenly spread; all of them where they lie decoded."""
        if self._store.ready:
            return self._all
        places = np.linspace(0, len(self._all) - 1, min(200, len(self._all))).round()
        return np.asarray(self._all[places.astype(int)])

    def _fitting_crop(self) -> int:
        """The recipe's crop, or less where the images are smaller; 0 below two strides more
        than a window.
        """
        smallest = min(min(self._store.image(int(i)).shape[:2]) for i in self._spread())
        crop = min(self._recipe.crop, smallest // 32 * 32)
        return crop if crop >= self._recipe.window + 2 * self._stride else 0

    def cut_size(self, large: bool) -> int:
        """Side of what is cut out: the crop where `large`, else the window."""
        return self.crop if large and self.crop else self._recipe.window

    def batch_size(self, large: bool) -> int:
        """Images a batch: fewer large crops, so that every batch has about as many pixels."""
        scale = (self._recipe.window / self.cut_size(large)) ** 2
        return max(2, round(self._recipe.batch * scale))

    @property
    def images(self) -> int:
        """Number of images that make one epoch."""
        return len(self._all)

    def _draw(self, pool: NDArray[np.int64], stream: int, position: int) -> int:
        """Item number `position` of an endless sequence that shuffles the pool every epoch."""
        epoch, place = divmod(position, len(pool))
        rng = np.random.default_rng([self._recipe.seed, _ORDER, stream, epoch])
        return int(pool[rng.permutation(len(pool))[place]])

    def members(self, iteration: int, large: bool = False) -> list[int]:
        """Indices of the images in batch `iteration` (0-based)."""
        size = self.batch_size(large)
        stream = 3 if large else 0
        if self._recipe.balanced and len(self._bad) and len(self._good):
            half = size // 2
            rest = size - half
            bad = [self._draw(self._bad, stream + 1, iteration * half + k) for k in range(half)]
            return bad + [
                self._draw(self._good, stream + 2, iteration * rest + k) for k in range(rest)
            ]
        return [self._draw(self._all, stream, iteration * size + k) for k in range(size)]

    def batch(self, iteration: int, large: bool = False, part: slice = slice(None)) -> Batch:
        """Return batch number `iteration` (0-based), of windows or, where `large`, of crops.

        `part`: these of its crops alone, exactly as they are in the whole batch.
        """
        members = list(enumerate(self.members(iteration, large)))
        side = self.cut_size(large)
        crops = [self._cut(i, iteration, k, side) for k, i in members[part]]
        return Batch(np.stack([c[0] for c in crops]), np.stack([c[1] for c in crops]))

    def views_of(self, index: int, count: int, *, large: bool = False) -> Batch:
        """What training would show of one image in so many batches, to look at."""
        side = self.cut_size(large)
        crops = [self._cut(index, iteration, 0, side) for iteration in range(count)]
        return Batch(np.stack([c[0] for c in crops]), np.stack([c[1] for c in crops]))

    def _cut(
        self, index: int, iteration: int, place: int, side: int
    ) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        """Cut one crop and name its windows' classes."""
        recipe = self._recipe
        image = self._store.image(index)
        if self.colour and image.ndim == 2:
            image = np.repeat(image[:, :, None], 3, axis=2)
        elif not self.colour and image.ndim == 3:
            image = in_grey(image)
        moving = np.random.default_rng([recipe.seed, _MOVING, iteration, place])
        if self._view is View.WHOLE:
            crop = resize(image, *self.size)
            targets = np.full((1, 1), self._store.data.classes[index])
        else:
            image = pad_to_window(image, side)
            rng = moving if recipe.shift else np.random.default_rng([recipe.seed, _FIXED, index])
            top, left = self._corner(index, image.shape, side, rng)
            crop = image[top : top + side, left : left + side]
            count = (side - recipe.window) // self._stride + 1
            targets = self.targets(index, (top, left), (count, count))
        if recipe.rotate_flip and crop.shape[0] == crop.shape[1]:
            which = np.random.default_rng([recipe.seed, _TURN, iteration, place]).integers(8)
            return turn(crop, int(which)), turn(targets, int(which))
        return crop, targets

    def targets(
        self, index: int, corner: tuple[int, int], shape: tuple[int, int]
    ) -> NDArray[np.int64]:
        """Class of each window of a part of an image.

        Parameters
        ----------
        index
            The image.
        corner
            Where the part begins (y, x), in pixels.
        shape
            Its rows and columns of windows. A part of one window has the image's class.
        """
        data = self._store.data
        own = data.classes[index]
        region = self._store.region(index) if data.samples[index].label.defective else None
        if shape == (1, 1) or region is None:
            return np.full(shape, own)
        # The normal class of the same texture, if there is one, is what lies beside the region.
        texture = data.samples[index].label.texture
        normal = next(
            (k for k, x in enumerate(data.labels) if x.texture == texture and not x.defective),
            IGNORED,
        )
        return window_targets(region, corner, self._recipe.window, self._stride, shape, own, normal)

    def _corner(
        self, index: int, shape: tuple[int, ...], window: int, rng: np.random.Generator
    ) -> tuple[int, int]:
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
