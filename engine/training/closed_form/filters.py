"""Fitting the plain filters: means and deviations of normal images' largest statistics.

With labelled defects, a linear discriminant of the deviations with a strongly shrunk covariance
decides instead of the largest one.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from engine.core.stopping import go_on
from engine.data.store import ImageStore
from engine.data.views import pad_to_window
from engine.inspection.dense import Judge
from engine.network.backbones.filters import READINGS, STATISTICS, Bank, Deviations
from engine.training.closed_form.discriminant import (
    Array,
    Moments,
    directions,
    nearest_mean,
    pooled_covariance,
)
from engine.training.closed_form.material import Chosen, Held, held_out, textures

SHRINKAGE = 1.0
"""There are thirty statistics and often one defect."""

LEAST_DEVIATION = 1e-3

NORMAL, DEFECTIVE = 200, 200
"""Images looked at, at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """An image's largest statistics.

    Attributes
    ----------
    index, texture : of the data set, and the number of its texture
    largest : float64 (30,), as in STATISTICS
    means : float64 (15,), of the bank's maps over the image
    """

    index: int
    texture: int
    largest: Array
    means: Array


def gather(
    judge: Judge, store: ImageStore, chosen: Chosen
) -> Generator[tuple[int, int], None, tuple[list[Measured], list[Measured]]]:
    """Pass the chosen images through the bank; yields (done, total) after each.

    Returns
    -------
    (normal, defective)
        In the order of `chosen`.
    """
    names = textures(store.data)
    network = judge.network
    bank, step = network.features[0], network.features[1]
    assert isinstance(bank, Bank)
    assert isinstance(step, Deviations)
    everyone = (*chosen.normal, *chosen.defective)
    result = []
    for number, index in enumerate(everyone):
        shown = pad_to_window(store.image(index), network.window)
        with torch.inference_mode():
            pixels = torch.from_numpy(np.array(shown[None])).to(judge.numerics.device)
            maps = bank(network.prepare(pixels))
            largest = step.statistics(maps).amax((2, 3))[0]
            means = maps[0, 2 * READINGS // 3 :].mean((1, 2))
        texture = names.index(store.data.samples[index].label.texture)
        result.append(
            Measured(
                index,
                texture,
                largest.double().cpu().numpy().copy(),
                means.double().cpu().numpy().copy(),
            )
        )
        yield number + 1, len(everyone)
    return result[: len(chosen.normal)], result[len(chosen.normal) :]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """Standards of each texture and, where defects of it are known, a discriminant.

    Attributes
    ----------
    mean, deviation : float64 (textures, 30)
    top : float64 (textures, 2), mean and deviation of normal images' largest deviation
    weights : float64 (textures, 30), zeros where `plain`
    plain : bool (textures,), where the largest deviation decides: one texture's defects say little
        of another's
    """

    mean: Array
    deviation: Array
    top: Array
    weights: Array
    plain: NDArray[np.bool_]

    def z(self, item: Measured) -> Array:
        """Deviations of an image's largest statistics: float64 (30,)."""
        own = self.mean[item.texture], self.deviation[item.texture]
        return np.asarray((item.largest - own[0]) / own[1])

    def evidence(self, item: Measured) -> float:
        """What the network's evidence step gives for the image."""
        z, mine = self.z(item), item.texture
        if self.plain[mine]:
            return float((z.max() - self.top[mine, 0]) / self.top[mine, 1])
        return float(z @ self.weights[mine])


def make_rule(normal: Sequence[Measured], defective: Sequence[Measured], count: int) -> Rule:
    """Standards from normal images, a discriminant from defective ones.

    Raises
    ------
    ValueError
        There is no normal image.
    """
    if not normal:
        raise ValueError("filters need normal images")
    rows = np.stack([item.largest for item in normal])
    owner = np.asarray([item.texture for item in normal])
    mean, deviation = _standards(rows, owner, count)
    deviation = np.maximum(deviation, LEAST_DEVIATION)
    z = (rows - mean[owner]) / deviation[owner]
    top = np.column_stack(_standards(z.max(1, keepdims=True), owner, count))
    top[:, 1] = np.maximum(top[:, 1], LEAST_DEVIATION)
    weights = np.zeros((count, rows.shape[1]))
    plain = np.ones(count, dtype=np.bool_)
    rule = Rule(mean, deviation, top, weights, plain)
    if not defective:
        return rule
    groups = [Moments.of(z[owner == texture]) for texture in sorted(set(owner.tolist()))]
    covariance = pooled_covariance(groups, SHRINKAGE)
    found = np.stack([rule.z(item) for item in defective])
    owners = np.asarray([item.texture for item in defective])
    for texture in sorted(set(owners.tolist())):
        (way,) = directions(covariance, found[owners == texture].mean(0, keepdims=True))
        mine = z[owner == texture] if (owner == texture).any() else z
        weights[texture] = way / max(float((mine @ way).std()), 1e-9)
        plain[texture] = False
    return rule


def _standards(rows: Array, owner: NDArray[np.int64], count: int) -> tuple[Array, Array]:
    """Mean and deviation of each texture's rows, of all where it has too few."""
    mean, deviation = np.tile(rows.mean(0), (count, 1)), np.tile(rows.std(0), (count, 1))
    for texture in range(count):
        mine = rows[owner == texture]
        if len(mine):
            mean[texture] = mine.mean(0)
        if len(mine) > 1:
            deviation[texture] = mine.std(0)
    return mean, deviation


def fit_filters(
    step: Deviations,
    normal: Sequence[Measured],
    defective: Sequence[Measured],
    folds: NDArray[np.int64],
    count: int,
    classes: Sequence[int],
) -> Held:
    """Fit the evidence step and score what it was fitted on by what it is not.

    Parameters
    ----------
    step
        Gets its buffers.
    normal, defective
        As :func:`gather` gives them.
    folds
        int64 (normal,), see :class:`Chosen`.
    count
        How many textures there are.
    classes
        Class number of each defective image.

    Raises
    ------
    ValueError
        There is no normal image.
    """
    rule = make_rule(normal, defective, count)
    evidence = []
    for number in sorted(set(folds.tolist())):
        go_on()
        others = [item for item, fold in zip(normal, folds, strict=True) if fold != number]
        part = make_rule(others or normal, defective, count)
        evidence += [
            (place, part.evidence(item))
            for place, item in enumerate(normal)
            if folds[place] == number
        ]
    for place, item in enumerate(defective):
        go_on()
        rest = [*defective[:place], *defective[place + 1 :]]
        part = make_rule(normal, rest, count) if rest else rule
        evidence.append((len(normal) + place, part.evidence(item)))
    weights, offsets = nearest_mean(
        np.stack([item.means for item in normal]),
        np.asarray([item.texture for item in normal]),
        SHRINKAGE,
    )
    step.put(
        recognise=torch.from_numpy(weights).float(),
        prior=torch.from_numpy(offsets).float(),
        mean=torch.from_numpy(rule.mean).float(),
        deviation=torch.from_numpy(rule.deviation).float(),
        weights=torch.from_numpy(rule.weights).float(),
        plain=torch.from_numpy(rule.plain).float(),
        top=torch.from_numpy(rule.top).float(),
    )
    _put_kinds(step, rule, defective, classes)
    return held_out(
        [item.index for item in normal],
        [item.index for item in defective],
        np.asarray([value for _, value in sorted(evidence)]),
        {"decided": decided(rule, defective)},
    )


def decided(rule: Rule, defective: Sequence[Measured]) -> list[list[object]]:
    """Statistics that speak most for defects, the first three: [map, octave, side, share]."""
    if not defective:
        return []
    speaks = np.zeros(len(STATISTICS))
    for item in defective:
        z = rule.z(item)
        if rule.plain[item.texture]:
            speaks[int(z.argmax())] += max(0.0, float(z.max()))
        else:
            speaks += np.maximum(z * rule.weights[item.texture], 0)
    total = float(speaks.sum())
    order = np.argsort(-speaks, kind="stable")[:3]
    return [
        [*STATISTICS[place], round(float(speaks[place]) / total, 3)]
        for place in order.tolist()
        if total > 0 and speaks[place] > 0
    ]


def _put_kinds(
    step: Deviations, rule: Rule, defective: Sequence[Measured], classes: Sequence[int]
) -> None:
    """What tells kinds of defect apart: the nearest mean of their standardised statistics."""
    count = len(STATISTICS)
    ways, levels = np.zeros((step.classes, count)), np.full(step.classes, -1e4)
    if not defective:
        levels[:] = 0.0
    mine = np.asarray(classes)
    for kind in sorted(set(classes)):
        held = [item for item, own in zip(defective, mine, strict=True) if own == kind]
        texture = held[0].texture
        mean = np.mean([rule.z(item) for item in held], axis=0)
        way = mean / rule.deviation[texture]
        ways[kind] = way
        levels[kind] = -float(way @ rule.mean[texture]) - 0.5 * float(mean @ mean)
    step.put(kinds=torch.from_numpy(ways).float(), kind_levels=torch.from_numpy(levels).float())
