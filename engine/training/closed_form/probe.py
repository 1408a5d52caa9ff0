"""Fitting the probe: directions from frozen maps, in closed form.

The windows of normal images give a mean and a covariance for each scale; the mean window on each
labelled defect gives a difference, and covariance^-1 times the mean difference the direction. It is
linear in the defects, so leaving each out in turn costs nothing more. Normal images are scored by
directions from the other parts of them.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from engine.core.stopping import go_on
from engine.data.image import resize
from engine.data.store import ImageStore
from engine.data.views import pad_to_window
from engine.inspection.dense import Judge
from engine.network.backbones.probe import DISTANCE, READINGS, SCALES, STRIDE, Evidence, Scale
from engine.network.closed_form import best_window
from engine.training.closed_form.discriminant import (
    Array,
    Moments,
    directions,
    nearest_mean,
    pooled_covariance,
    whitening,
)
from engine.training.closed_form.material import (
    FOLDS,
    Chosen,
    Held,
    defect_part,
    held_out,
    textures,
)

SHRINKAGE = 0.1

FEWEST_WIDE = 3
"""Defects from which on windows of 128 px count: with fewer they mislead more than they help."""

COVERED = 0.5
"""A window is on a defect where it covers at least this share of the most covered one's."""

TOP = 0.1
"""Share of windows kept where nobody says where the defect is."""

LEAST, MARGIN = 256, 64
"""Side of a defect's part, and what lies around the region, in pixels."""

NORMAL, DEFECTIVE = 48, 120
"""Images looked at, at most."""

CELLS = 48 * 1024
"""Cells of normal images kept in memory at most: large images are fewer, but never under 8."""

FEWEST_NORMAL = 8


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What the frozen layers make of an image or a part of one.

    Attributes
    ----------
    index, texture : of the data set, and the number of its texture
    readings : float16 (768, h, w)
    covered : float32 (h, w), share of each cell that the defect's region covers; None: unknown
    """

    index: int
    texture: int
    readings: NDArray[np.float16]
    covered: NDArray[np.float32] | None = None

    def windows(self, scale: Scale) -> Array:
        """Means over the windows of a scale: float64 (windows, channels), row by row."""
        maps = torch.from_numpy(self.readings[scale.channels].astype(np.float32))[None]
        pooled = F.avg_pool2d(maps, scale.cells, 1)
        return np.asarray(pooled[0].flatten(1).T.numpy(), dtype=np.float64)

    def on_defect(self, scale: Scale) -> NDArray[np.bool_] | None:
        """Which windows of a scale are on the defect: bool (windows,); None: unknown."""
        if self.covered is None:
            return None
        share = F.avg_pool2d(torch.from_numpy(self.covered)[None, None], scale.cells, 1)[0, 0]
        if float(share.max()) <= 0:
            return None
        return np.asarray((share >= COVERED * share.max()).flatten().numpy())


def read_shown(judge: Judge, pixels: NDArray[np.uint8]) -> NDArray[np.float16]:
    """Readings of an image: float16 (768, h, w)."""
    network = judge.network
    shown = torch.from_numpy(np.array(pad_to_window(pixels, network.window)[None]))
    with torch.inference_mode():
        maps = network.prepare(shown.to(judge.numerics.device))
        for step in network.features:
            if isinstance(step, Evidence):
                break
            maps = step(maps)
    return np.asarray(maps[0].half().cpu().numpy())


def _cover(region: NDArray[np.bool_], pixels: int, cells: tuple[int, int]) -> NDArray[np.float32]:
    """Share of each cell that a region covers; `pixels` is the side a small part is padded to."""
    padded = pad_to_window(region.astype(np.uint8) * 255, pixels)
    height, width = cells[0] * STRIDE, cells[1] * STRIDE
    if padded.shape != (height, width):
        padded = padded[:height, :width]
        if padded.shape != (height, width):
            padded = resize(padded, height, width)
    blocks = padded.reshape(cells[0], STRIDE, cells[1], STRIDE).astype(np.float32)
    return np.asarray(blocks.mean((1, 3)) / 255)


def gather(
    judge: Judge, store: ImageStore, chosen: Chosen
) -> Generator[tuple[int, int], None, tuple[list[Shown], list[Shown]]]:
    """Pass the chosen images through the frozen layers.

    Yields
    ------
    tuple of int
        (done, total) after each image.

    Returns
    -------
    (normal, defective)
        In the order of `chosen`; fewer normal ones where images are large.
    """
    names = textures(store.data)
    total = len(chosen.normal) + len(chosen.defective)
    normal: list[Shown] = []
    defective: list[Shown] = []
    cells = 0
    for number, index in enumerate(chosen.normal):
        if cells >= CELLS and len(normal) >= FEWEST_NORMAL * len(names):
            break
        texture = names.index(store.data.samples[index].label.texture)
        normal.append(Shown(index, texture, read_shown(judge, store.image(index))))
        cells += normal[-1].readings[0].size
        yield number + 1, total
    for number, index in enumerate(chosen.defective):
        texture = names.index(store.data.samples[index].label.texture)
        part, region = defect_part(store, index, LEAST, MARGIN)
        readings = read_shown(judge, part)
        covered = None
        if region is not None:
            side = (int(readings.shape[1]), int(readings.shape[2]))
            covered = _cover(region, judge.network.window, side)
        defective.append(Shown(index, texture, readings, covered))
        yield len(chosen.normal) + number + 1, total
    return normal, defective


@dataclass(frozen=True, slots=True, eq=False)
class Normal:
    """Normal windows of one scale.

    Attributes
    ----------
    means : float64 (textures, d)
    covariance : float64 (d, d), pooled within textures and shrunk
    """

    means: Array
    covariance: Array


def _normal(moments: Sequence[Moments], fallback: Array | None = None) -> Normal:
    filled = [group for group in moments if group.count]
    means = np.stack([g.mean if g.count else np.zeros_like(g.total) for g in moments])
    if fallback is not None:
        # A texture of which no other part has images keeps the mean of all parts.
        empty = [not group.count for group in moments]
        means[empty] = fallback[empty]
    return Normal(means, pooled_covariance(filled, SHRINKAGE))


class Fit:
    """The directions of all scales, of any choice of defects and of parts of the normal images.

    Parameters
    ----------
    normal, defective
        As :func:`gather` gives them.
    folds
        int64 (normal,), see :class:`Chosen`.
    count
        How many textures there are.
    """

    def __init__(
        self,
        normal: Sequence[Shown],
        defective: Sequence[Shown],
        folds: NDArray[np.int64],
        count: int,
    ) -> None:
        self.normal, self.defective = tuple(normal), tuple(defective)
        self.folds, self.count = folds[: len(normal)], count
        self.scales: tuple[Scale, ...] = SCALES if len(defective) >= FEWEST_WIDE else SCALES[:-1]
        if not defective:
            self.scales = (DISTANCE,)
        self.all: dict[str, Normal] = {}
        self.parts: dict[str, list[Normal]] = {}
        self.differences: dict[str, Array] = {}
        for scale in self.scales:
            self._moments(scale)
            self.differences[scale.name] = self._differences(scale)

    def _moments(self, scale: Scale) -> None:
        size = scale.last - scale.first
        each = [
            [Moments(0, np.zeros(size), np.zeros((size, size))) for _ in range(self.count)]
            for _ in range(FOLDS)
        ]
        for shown, fold in zip(self.normal, self.folds, strict=True):
            go_on()
            held = each[int(fold)]
            held[shown.texture] = held[shown.texture] + Moments.of(shown.windows(scale))
        whole = each[0]
        for part in each[1:]:
            whole = [a + b for a, b in zip(whole, part, strict=True)]
        self.all[scale.name] = known = _normal(whole)
        self.parts[scale.name] = [
            _normal([a - b for a, b in zip(whole, part, strict=True)], known.means)
            if any(group.count for group in part)
            else known
            for part in each
        ]

    def _differences(self, scale: Scale) -> Array:
        """Mean window on each defect less its texture's normal mean: float64 (defects, d)."""
        normal = self.all[scale.name]
        held = []
        unsaid = []
        for number, shown in enumerate(self.defective):
            go_on()
            windows = shown.windows(scale)
            on = shown.on_defect(scale)
            if on is None:
                unsaid.append((number, windows))
                on = np.ones(len(windows), dtype=np.bool_)
            held.append(windows[on].mean(0) - normal.means[shown.texture])
        result = np.stack(held) if held else np.zeros((0, normal.means.shape[1]))
        if unsaid:
            # Once more, with the tenth of the windows that the first direction picks.
            (way,) = directions(normal.covariance, result.mean(0, keepdims=True))
            for number, windows in unsaid:
                values = windows @ way
                top = values >= np.quantile(values, 1 - TOP)
                texture = self.defective[number].texture
                result[number] = windows[top].mean(0) - normal.means[texture]
        return result

    def mean_differences(self, scale: Scale, without: int = -1) -> Array:
        """Mean difference of each texture's defects, of all where it has none: (textures, d)."""
        each = self.differences[scale.name]
        stay = np.arange(len(each)) != without
        if not stay.any():
            stay[:] = True
        owner = np.asarray([shown.texture for shown in self.defective])
        result = np.tile(each[stay].mean(0), (self.count, 1))
        for texture in range(self.count):
            mine = stay & (owner == texture)
            if mine.any():
                result[texture] = each[mine].mean(0)
        return result

    def raw(self, normal: Normal, scale: Scale, without: int = -1) -> tuple[Array, Array]:
        """Directions (textures, d) and levels (textures,) that are not standardised yet."""
        go_on()
        ways = directions(normal.covariance, self.mean_differences(scale, without))
        return ways, (ways * normal.means).sum(1)


def cells_of(shown: Shown, scale: Scale, way: Array, level: float) -> NDArray[np.float32]:
    """What a scale says of each cell, as :meth:`Evidence.scales` computes it: float32 (h, w)."""
    maps = shown.readings[scale.channels].astype(np.float32)
    values = np.tensordot(way.astype(np.float32), maps, axes=(0, 0)) - np.float32(level)
    held = torch.from_numpy(np.ascontiguousarray(values))[None, None]
    return np.asarray(best_window(held, scale.cells)[0, 0].numpy())


def fit_probe(
    step: Evidence,
    normal: Sequence[Shown],
    defective: Sequence[Shown],
    folds: NDArray[np.int64],
    count: int,
    classes: Sequence[int],
    owners: Sequence[int],
) -> Generator[None, None, Held]:
    """Fit the evidence step and score what it was fitted on by what it is not.

    Parameters
    ----------
    step
        Gets its buffers.
    normal, defective, folds, count
        See :class:`Fit`.
    classes
        Class number of each defective image.
    owners
        Texture number of each class.

    Yields
    ------
    None
        Where it merely gives way.

    Raises
    ------
    ValueError
        There is no normal image.
    """
    if not normal:
        raise ValueError("a probe needs normal images")
    fit = Fit(normal, defective, folds, count)
    yield
    if defective:
        evidence, spreads = yield from _held_out(fit)
        _put_directions(step, fit, spreads)
        _put_kinds(step, fit, classes, owners)
    else:
        evidence = yield from _put_distances(step, fit)
    rows = np.stack([shown.readings.astype(np.float64).mean((1, 2)) for shown in normal])
    weights, offsets = nearest_mean(
        rows, np.asarray([shown.texture for shown in normal]), SHRINKAGE
    )
    step.put(recognise=torch.from_numpy(weights).float(), prior=torch.from_numpy(offsets).float())
    return held_out(
        [shown.index for shown in normal],
        [shown.index for shown in defective],
        evidence,
        {"scales": [scale.name for scale in fit.scales]},
    )


def _held_out(fit: Fit) -> Generator[None, None, tuple[Array, dict[str, Array]]]:
    """Evidence of normal images from other parts and of defects left out, and each scale's spread.

    Returns
    -------
    (evidence, spreads)
        float64 (normal + defective,); by scale float64 (textures, 2), mean and deviation of normal
        images' largest value.
    """
    owner = np.asarray([shown.texture for shown in fit.normal])
    maps: list[dict[str, NDArray[np.float32]]] = [{} for _ in fit.normal]
    spreads: dict[str, Array] = {}
    for scale in fit.scales:
        parts = [fit.raw(part, scale) for part in fit.parts[scale.name]]
        for number, shown in enumerate(fit.normal):
            ways, levels = parts[int(fit.folds[number])]
            mine = shown.texture
            maps[number][scale.name] = cells_of(shown, scale, ways[mine], levels[mine])
        largest = np.asarray([float(each[scale.name].max()) for each in maps])
        spreads[scale.name] = _spread(largest, owner, fit.count)
        yield
    evidence = []
    for number, shown in enumerate(fit.normal):
        evidence.append(_together(maps[number], spreads, shown.texture))
    for number, shown in enumerate(fit.defective):
        held = {}
        for scale in fit.scales:
            ways, levels = fit.raw(fit.all[scale.name], scale, without=number)
            mine = shown.texture
            held[scale.name] = cells_of(shown, scale, ways[mine], levels[mine])
        evidence.append(_together(held, spreads, shown.texture))
        yield
    return np.asarray(evidence), spreads


def _together(
    maps: dict[str, NDArray[np.float32]], spreads: dict[str, Array], texture: int
) -> float:
    total = sum(
        (values - spreads[name][texture, 0]) / spreads[name][texture, 1]
        for name, values in maps.items()
    )
    return float(np.max(total))


def _spread(largest: Array, owner: NDArray[np.int64], count: int) -> Array:
    """Mean and deviation of each texture's values, of all where it has fewer than two."""
    result = np.zeros((count, 2))
    for texture in range(count):
        mine = largest[owner == texture]
        mine = mine if len(mine) > 1 else largest
        result[texture] = mine.mean(), max(float(mine.std()), 1e-9)
    return result


def _put_directions(step: Evidence, fit: Fit, spreads: dict[str, Array]) -> None:
    ways = np.zeros((len(SCALES), fit.count, READINGS))
    levels = np.zeros((len(SCALES), fit.count))
    for place, scale in enumerate(SCALES):
        if scale not in fit.scales:
            continue
        raw, level = fit.raw(fit.all[scale.name], scale)
        mean, deviation = spreads[scale.name].T
        ways[place, :, scale.channels] = raw / deviation[:, None]
        levels[place] = (level + mean) / deviation
    step.put(
        directions=torch.from_numpy(ways).float(),
        levels=torch.from_numpy(levels).float(),
        white=torch.zeros(0, 0),
        centre=torch.zeros(0, 0),
    )


def _put_kinds(step: Evidence, fit: Fit, classes: Sequence[int], owners: Sequence[int]) -> None:
    """What tells kinds of defect of one texture apart: the nearest mean of their windows."""
    ways, levels = np.zeros((step.classes, READINGS)), np.zeros(step.classes)
    normal, each = fit.all[DISTANCE.name], fit.differences[DISTANCE.name]
    mine = np.asarray(classes)
    for kind in sorted(set(classes)):
        texture = owners[kind]
        mean = each[mine == kind].mean(0)
        (way,) = directions(normal.covariance, mean[None])
        ways[kind, DISTANCE.channels] = way
        levels[kind] = -float(way @ normal.means[texture]) - 0.5 * float(way @ mean)
    # A kind of which nothing was seen is not named.
    unseen = [kind for kind in range(step.classes) if kind not in set(classes)]
    levels[unseen] = -1e4
    step.put(kinds=torch.from_numpy(ways).float(), kind_levels=torch.from_numpy(levels).float())


def _put_distances(step: Evidence, fit: Fit) -> Generator[None, None, Array]:
    """Without defects: Mahalanobis' distance from normal windows."""
    owner = np.asarray([shown.texture for shown in fit.normal])
    whites = [whitening(part.covariance) for part in fit.parts[DISTANCE.name]]
    yield
    largest = []
    for shown, fold in zip(fit.normal, fit.folds, strict=True):
        part = fit.parts[DISTANCE.name][int(fold)]
        away = (shown.windows(DISTANCE) - part.means[shown.texture]) @ whites[int(fold)].T
        largest.append(float(np.square(away).sum(1).max()))
        yield
    held = np.asarray(largest)
    spread = _spread(held, owner, fit.count)
    normal = fit.all[DISTANCE.name]
    step.put(
        white=torch.from_numpy(whitening(normal.covariance)).float(),
        centre=torch.from_numpy(normal.means).float(),
        spread=torch.from_numpy(spread).float(),
    )
    return np.asarray((held - spread[owner, 0]) / spread[owner, 1])
