"""Judging sets of images with a network that is being trained, and the live subset."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray

from engine.core.recipe import Recipe
from engine.core.values import Rates
from engine.data.sample import DataSet, Label
from engine.data.store import ImageStore
from engine.inspection.dense import Judge, Judged
from engine.inspection.rates import choose_levels, rates
from engine.inspection.verdict import judge

Seen = Callable[[int, torch.Tensor], None]

LIVE_IMAGES = 8
"""Fewest images of the live subset; one a class where there are more classes."""

STUDY_LIVE = 16
"""The same in a study: an AUC of fewer decides nothing there (docs/claims.md)."""

MOST_LIVE_IMAGES = 64

LIVE_POINTS = 10
"""Points that a curve should have at least; a quick network gets a larger subset for them."""

FIRST_LIVE = 10
"""Iteration of the first live validation where the regular ones come later."""

LIVE_SHARE = 0.1
"""Largest share of training time that live validation may take."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Verdicts on several images, kept so that the threshold can be chosen afterwards."""

    indices: tuple[int, ...]
    judged: tuple[Judged, ...]

    @property
    def scores(self) -> NDArray[np.float64]:
        """float64 (images,) in [0, 1]."""
        return np.asarray([item.verdict.score for item in self.judged])


def judge_images(
    judge: Judge, store: ImageStore, indices: Sequence[int], *, keep_features: bool = False
) -> Iterator[Judged]:
    """Judge images of a set one by one; see :meth:`Judge.each`."""
    return judge.each((store.image(index) for index in indices), keep_features=keep_features)


def judge_part(
    stage: str,
    judge: Judge,
    store: ImageStore,
    indices: tuple[int, ...],
    seen: Seen | None = None,
) -> Generator[tuple[str, int, int], None, Judgement]:
    """Judge images of a set; yields (stage, done, total) before the first and after each.

    Parameters
    ----------
    seen
        Told of each image's index and last-layer maps, (1, channels, h, w).
    """
    held: list[Judged] = []
    yield stage, 0, len(indices)
    for judged in judge_images(judge, store, indices, keep_features=seen is not None):
        if seen is not None and judged.features is not None:
            seen(indices[len(held)], judged.features)
            judged = replace(judged, features=None)
        held.append(judged)
        yield stage, len(held), len(indices)
    return Judgement(indices, tuple(held))


def defective(data: DataSet, indices: Sequence[int]) -> NDArray[np.bool_]:
    """Which images are labelled defective: bool (images,)."""
    return np.asarray([data.samples[i].label.defective is True for i in indices], dtype=bool)


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Scores of images by what was not fitted on them.

    `indices` of the data set; `scores` float64 (images,) in [0, 1].
    """

    indices: tuple[int, ...]
    scores: NDArray[np.float64]


def pick_threshold(
    data: DataSet, judged: Judgement, recipe: Recipe, held: HeldOut | None = None
) -> tuple[float, dict[str, float]]:
    """The threshold that these images choose, and textures' levels; see :func:`choose_levels`.

    `judged` are images that were judged without levels; `held` adds more, whose texture is theirs.
    """
    if not data.has_normal:
        return 0.5, {}
    textures = [item.verdict.texture for item in judged.judged]
    indices, scores = judged.indices, judged.scores
    if held is not None:
        textures += [data.samples[index].label.texture for index in held.indices]
        indices, scores = (*indices, *held.indices), np.concatenate([scores, held.scores])
    bad = defective(data, indices)
    share = recipe.line_share or None
    return choose_levels(scores, bad, textures, recipe.cost_ratio, share)


def rate(
    data: DataSet, held: Judgement, threshold: float, levels: Mapping[str, float] | None = None
) -> Rates:
    """Figures of kept judgements at a threshold (they are judged anew at it)."""
    truth: list[Label] = [data.samples[i].label for i in held.indices]
    said = [judge(item.logits, data.labels, threshold, levels) for item in held.judged]
    named = [data.labels[each.label] for each in said]
    return rates(truth, named, np.asarray([each.score for each in said]), threshold)


def live_plan(
    classes: int, judge: float, step: float, iterations: float, fewest: int = LIVE_IMAGES
) -> tuple[int, int]:
    """How many images to judge live, and every how many iterations.

    Parameters
    ----------
    classes
        Number of classes; the subset holds at least one image of each, and `fewest`.
    judge, step
        Seconds to judge one image, and for one iteration.
    iterations
        How many iterations the run will have.

    Returns
    -------
    (images, every), such that judging takes at most a tenth of the training time; the few early
    ones of :func:`is_due` come on top
    """
    fewest = max(fewest, classes)
    affordable = int(LIVE_SHARE * step * iterations / LIVE_POINTS / judge)
    images = min(max(fewest, affordable), max(fewest, MOST_LIVE_IMAGES))
    return images, max(1, math.ceil(images * judge / (LIVE_SHARE * step)))


def is_due(iteration: int, every: int) -> bool:
    """Whether a live validation is due after an iteration: every so many, and early on at 10, 20,
    40 and so on, since a network that learns fast has arrived before the first regular one.
    """
    if iteration % every == 0:
        return True
    tens, rest = divmod(iteration, FIRST_LIVE)
    return rest == 0 and iteration < every and tens & (tens - 1) == 0


def live_subset(data: DataSet, pool: Sequence[int], size: int, seed: int) -> tuple[int, ...]:
    """A fixed subset of `size` images, the classes as equal as they come, drawn by seed."""
    rng = np.random.default_rng([seed, 31])
    by_class: dict[int, list[int]] = {}
    for index in rng.permutation(np.asarray(pool, dtype=np.int64)):
        by_class.setdefault(data.classes[index], []).append(int(index))
    chosen: list[int] = []
    for place in range(len(pool)):
        chosen += [items[place] for _, items in sorted(by_class.items()) if place < len(items)]
        if len(chosen) >= size:
            break
    return tuple(chosen)
