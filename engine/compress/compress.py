"""A run without its dead channels, as a run of its own."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.compress.cost import cost
from engine.compress.derived_run import write_made
from engine.compress.removal import Watched, kept, remove, watch
from engine.compress.values import Narrowed, Removed
from engine.core.errors import RunError
from engine.core.job import relay
from engine.core.values import Origin
from engine.data.draw import sample_images
from engine.data.store import ImageStore
from engine.inspection.dense import Judge, Judged
from engine.network.narrow import width
from engine.network.numerics import at_hand, settle
from engine.network.window_classifier import WindowClassifier
from engine.project.runs import RunFolder
from engine.training.run import load_network, open_run_data
from engine.training.validation import Judgement, rate

T = TypeVar("T")
Stages = Generator[tuple[str, int, int], None, T]
"""Yields (stage, done, total)."""

KIND = "pruned"

IMAGES = 100
"""Images of S, by default: with VGG-16 at 512 pixels some six minutes on one busy core."""


def remove_dead(
    run_path: Path, *, images: int = IMAGES, seed: int = 0, data_path: Path | None = None
) -> Stages[Removed]:
    """Remove the channels of a run's network that are dead on S, and keep the rest as a new run.

    S is a sample of its training and validation images: the test images are held out, and are
    judged by both networks. All passes are made in float32, and the new run judges in float32
    whatever the parent was trained in: what was compared is what will be used.

    Parameters
    ----------
    run_path
        The run's folder.
    images
        Size of S, the classes as equal as they come.
    seed
        Of the sample.
    data_path
        Where the run's data set is now; None: where it was.

    Yields
    ------
    tuple
        (stage, done, total): `finding`, `comparing`, `testing`. Closing the generator writes
        nothing.

    Raises
    ------
    RunError, DataError
        The run is not finished, its images have changed, no channel is dead on S, or the smaller
        network does not agree with it on S.
    """
    folder = RunFolder.load(run_path)
    if images < 1:
        raise RunError("Removing needs at least one image: ask for 1 or more.")
    check_finished(folder)
    yield "finding", 0, 1
    data, store = open_run_data(folder, data_path)
    split = folder.read_split(data)
    sample = sample_images(data, (*split.train, *split.validation), images, seed)
    if not sample or not split.test:
        raise RunError("{path}: it has no images to compare on.", path=folder.path)
    numerics = replace(at_hand(folder.record.numerics), precision="float32")
    original = settle(load_network(folder), numerics)
    judge = folder.record.judge(original, numerics)
    before = yield from _passed("finding", judge, store, sample)
    smaller = settle(remove(original, kept(before.dead)), numerics).eval()
    narrow = replace(judge, network=smaller)
    narrowed = _narrowed(original, smaller)
    if all(item.before == item.after for item in narrowed):
        raise RunError(
            "{path}: no channel is dead on {count} images, so none can be removed exactly. "
            "Networks that start from source weights have dead channels more often.",
            path=folder.path,
            count=len(sample),
        )
    after = yield from _passed("comparing", narrow, store, sample)
    agreed = _agreement(judge, before.logits, after.logits)
    if agreed.changes or not np.isfinite(agreed.difference):
        raise RunError(
            "{path}: without its dead channels it judges {count} of the images on which they "
            "are dead otherwise (largest logit difference {difference}). Nothing was written.",
            path=folder.path,
            count=agreed.changes,
            difference=f"{agreed.difference:.3g}",
        )
    test = yield from judge_both(judge, narrow, store, split.test)
    size = judge.size(store.image(sample[0]))
    removed = Removed(
        run="",
        parent=str(folder.path),
        training_images=len(set(sample) & set(split.train)),
        validation_images=len(set(sample) & set(split.validation)),
        seed=seed,
        narrowed=narrowed,
        before=cost(original, size, folder.weights),
        after=cost(smaller, size, folder.weights),
        max_logit_difference=agreed.difference,
        sample_changes=agreed.changes,
        verdict_changes=test.changes,
        test_before=rate(data, test.before, folder.record.threshold, folder.record.levels),
        test_after=rate(data, test.after, folder.record.threshold, folder.record.levels),
    )
    record = replace(
        folder.record,
        numerics=numerics,
        validation=None,
        test=removed.test_after,
        origin=_origin(removed, folder),
    )
    run, after_now = write_made(folder, record, smaller, store, test.after, size)
    return replace(removed, run=str(run.path), after=after_now)


def check_finished(folder: RunFolder) -> None:
    """Refuse a run that still trains, was interrupted or failed."""
    if folder.state_now not in ("done", "stopped"):
        raise RunError(
            "{path}: not finished ({state}). Let it end, or go on with 'train --resume'.",
            path=folder.path,
            state=folder.state_now,
        )


def _passed(stage: str, judge: Judge, store: ImageStore, sample: Sequence[int]) -> Stages[Watched]:
    """Pass the sample's images; closing this closes the pass under way."""
    images = (store.image(index) for index in sample)
    work = watch(judge, images, len(sample))
    return (yield from relay(work, lambda step: (stage, *step)))


def _narrowed(original: WindowClassifier, smaller: WindowClassifier) -> tuple[Narrowed, ...]:
    return tuple(
        Narrowed(group.name, width(original, group), width(smaller, group))
        for group in original.groups
    )


@dataclass(frozen=True, slots=True)
class _Agreement:
    difference: float
    changes: int


def _agreement(
    judge: Judge, before: Sequence[NDArray[np.float32]], after: Sequence[NDArray[np.float32]]
) -> _Agreement:
    """Largest difference of logits, and verdicts that differ, over images."""
    differences, changes = [], 0
    for one, other in zip(before, after, strict=True):
        differences.append(float(np.abs(one - other).max()))
        named = [judge.verdict(logits).label for logits in (one, other)]
        changes += named[0] != named[1]
    return _Agreement(float(np.max(differences)), changes)


@dataclass(frozen=True, slots=True)
class BothJudged:
    """Verdicts of two networks on the same images."""

    before: Judgement
    after: Judgement

    @property
    def changes(self) -> int:
        """Images that both name differently."""
        pairs = zip(self.before.judged, self.after.judged, strict=True)
        return sum(one.verdict.label != other.verdict.label for one, other in pairs)


def judge_both(
    original: Judge, smaller: Judge, store: ImageStore, indices: tuple[int, ...]
) -> Stages[BothJudged]:
    """Judge images by both networks, one after another; yields ("testing", done, total)."""
    held: tuple[list[Judged], list[Judged]] = ([], [])
    yield "testing", 0, len(indices)
    for number, index in enumerate(indices):
        for judge, kept_here in zip((original, smaller), held, strict=True):
            kept_here.append(judge.judge(store.image(index)))
            yield "testing", number, len(indices)
        yield "testing", number + 1, len(indices)
    return BothJudged(*(Judgement(indices, tuple(each)) for each in held))


def _origin(removed: Removed, folder: RunFolder) -> Origin:
    return Origin(
        KIND,
        folder.path.name,
        {
            "training_images": removed.training_images,
            "validation_images": removed.validation_images,
            "seed": removed.seed,
            "filters_before": removed.before.filters,
            "filters": removed.after.filters,
            "max_logit_difference": removed.max_logit_difference,
            "verdict_changes": removed.verdict_changes,
            "removed": {x.name: x.before - x.after for x in removed.narrowed if x.after < x.before},
        },
    )
