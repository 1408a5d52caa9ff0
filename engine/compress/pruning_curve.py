"""How few filters will do: the least important removed step by step, with recovery between."""

from __future__ import annotations

import math
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from engine.compress.compress import KIND, check_finished, judge_both
from engine.compress.cost import cost, filters
from engine.compress.derived_run import write_made
from engine.compress.importance import check_order, choose, weigh
from engine.compress.recovery import recover
from engine.compress.removal import remove
from engine.compress.values import Pruned, PruningCurve, PruningPoint
from engine.core.errors import RunError
from engine.core.job import relay
from engine.core.values import Origin, Rates
from engine.data.draw import sample_images
from engine.data.folds import Split
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.network.narrow import width
from engine.network.numerics import at_hand
from engine.network.values import Numerics
from engine.network.window_classifier import WindowClassifier
from engine.project.run_record import RunRecord
from engine.project.runs import RunFolder
from engine.training.run import load_network, open_run_data
from engine.training.validation import judge_part, pick_threshold, rate

T = TypeVar("T")
Step = tuple[str, int, int]
"""(stage, done, total)."""
Stages = Generator[Step, None, T]

IMAGES = 24
"""Training images on which importance is measured, by default."""

MOST_JUDGED = 64
"""Images that each point of a curve is judged on."""

LEAST_SHARE = 0.02
"""Of each group's channels, that stay in any case: without a layer nothing gets through."""

GENTLE = 0.7
"""A pruned run keeps at least this share of its filters in each of its cuts."""


def falling(shares: Sequence[float]) -> tuple[float, ...]:
    """Shares to keep, largest first, each once; the whole network goes without saying.

    Raises
    ------
    RunError
        There is none, or one is not above 0 and at most 1.
    """
    if not all(0 < share <= 1 for share in shares):
        raise RunError("Shares of the filters to keep lie above 0 and below 1.")
    result = tuple(sorted({share for share in shares if share < 1}, reverse=True))
    if not result:
        raise RunError("Ask for one or more shares of the filters to keep, below 1.")
    return result


def grade_run(
    run_path: Path,
    *,
    order: str = "contribution",
    shares: Sequence[float] = (0.9, 0.75, 0.5, 0.35, 0.25, 0.15, 0.1),
    recovery: int = 20,
    images: int = IMAGES,
    seed: int = 0,
    data_path: Path | None = None,
) -> Generator[Step | PruningCurve, None, PruningCurve]:
    """Cut a run's network to falling shares of its filters and judge it after each cut.

    Each cut starts from the network of the one before, recovered, and importance is measured anew
    before each: what mattered little may matter once others are gone. Filters are chosen over the
    whole network. All passes use the run's own number format.

    Points are judged on up to 64 validation images, the classes as equal as they come, each at the
    threshold that a run would pick on them; where the run has no validation images, on test
    images at the run's threshold, for nothing may be chosen on these.

    Parameters
    ----------
    run_path
        The run's folder; nothing is written.
    order
        "activity" or "contribution"; see :func:`engine.compress.importance.weigh`.
    shares
        Of the network's filters to keep, in (0, 1]; taken from the largest down.
    recovery
        Optimiser steps after each cut; 0: none.
    images
        Training images on which importance is measured.
    seed
        Of the choice of images.
    data_path
        Where the run's data set is now; None: where it was.

    Yields
    ------
    tuple or PruningCurve
        (stage, done, total): `loading`, `decoding`, `grading`, `weighing`, `recovering`; and all
        points so far whenever one more is known, the whole network first.

    Raises
    ------
    RunError, DataError
        The run is not finished, its images have changed, or a number makes no sense.
    """
    wanted = falling(shares)
    bench = yield from _open(run_path, order, images, recovery, seed, data_path)
    judged_on = "validation" if bench.split.validation else "test"
    pool = bench.split.validation or bench.split.test
    shown = sample_images(bench.store.data, pool, MOST_JUDGED, seed)
    if not shown:
        raise RunError("{path}: it has no images to judge.", path=bench.folder.path)
    network, whole = bench.network, filters(bench.network)
    result = yield from _rates(bench, network, shown, judged_on)
    points = [PruningPoint(whole, 1.0, result, None)]

    def so_far() -> PruningCurve:
        return PruningCurve(
            str(bench.folder.path), order, len(bench.sample), judged_on, tuple(points)
        )

    yield so_far()
    taken = 0
    for share in wanted:
        network = yield from _cut(bench, network, order, round(share * whole))
        before = yield from _rates(bench, network, shown, judged_on)
        after = None
        if recovery > 0:
            yield from _recover(bench, network, taken, recovery)
            taken += recovery
            after = yield from _rates(bench, network, shown, judged_on)
        left = filters(network)
        points.append(PruningPoint(left, left / whole, before, after))
        yield so_far()
    return so_far()


def prune_run(
    run_path: Path,
    share: float,
    *,
    order: str = "contribution",
    recovery: int = 60,
    images: int = IMAGES,
    seed: int = 0,
    data_path: Path | None = None,
) -> Stages[Pruned]:
    """Keep a share of a run's filters, recover, and keep the network as a new run.

    Several cuts lead there, none to below 70 % of the filters of the one before, with the steps of
    recovery shared out evenly behind them. The new run's threshold is picked on all validation
    images as a run's is; its parent keeps its own, and both are judged in the parent's number
    format, on all test images.

    Parameters
    ----------
    run_path
        The run's folder; it stays as it is.
    share
        Of its filters to keep, in (0, 1). Every channel group keeps 2 % of its channels, and one,
        at least, so that very small shares are not reached.
    recovery
        Optimiser steps, all cuts together.
    order, images, seed, data_path
        As for :func:`grade_run`.

    Yields
    ------
    tuple
        (stage, done, total): `loading`, `decoding`, `weighing`, `recovering`, `validating`,
        `testing`. Closing the generator writes nothing.

    Raises
    ------
    RunError, DataError
        The run is not finished, its images have changed, or a number makes no sense.
    """
    (share,) = falling([share])
    bench = yield from _open(run_path, order, images, recovery, seed, data_path)
    folder, record, split, data = bench.folder, bench.record, bench.split, bench.store.data
    if not split.test:
        raise RunError("{path}: it has no images to compare on.", path=folder.path)
    network, whole, taken = bench.network, filters(bench.network), 0
    cuts = math.ceil(math.log(share) / math.log(GENTLE))
    for number in range(1, cuts + 1):
        target = round(share ** (number / cuts) * whole)
        network = yield from _cut(bench, network, order, target)
        steps = recovery * number // cuts - taken
        yield from _recover(bench, network, taken, steps)
        taken += steps
    threshold, levels, validation = record.threshold, record.levels, None
    if split.validation:
        held = yield from judge_part(
            "validating", bench.judge(network, 0.5), bench.store, split.validation
        )
        threshold, levels = pick_threshold(data, held, record.recipe)
        validation = rate(data, held, threshold, levels)
    smaller = replace(bench.judge(network), threshold=threshold, levels=levels)
    test = yield from judge_both(bench.judge(bench.network), smaller, bench.store, split.test)
    size = smaller.size(bench.store.image(bench.sample[0]))
    pruned = Pruned(
        run="",
        parent=str(folder.path),
        order=order,
        recovery_steps=taken,
        before=cost(bench.network, size, folder.weights),
        after=cost(network, size, folder.weights),
        verdict_changes=test.changes,
        test_before=rate(data, test.before, record.threshold, record.levels),
        test_after=rate(data, test.after, threshold, levels),
    )
    details = {
        "order": order,
        "share": share,
        "recovery_steps": taken,
        "images": len(bench.sample),
        "seed": seed,
        "filters_before": whole,
        "filters": pruned.after.filters,
        "verdict_changes": pruned.verdict_changes,
    }
    made = replace(
        record,
        numerics=bench.numerics,
        threshold=threshold,
        levels=levels,
        validation=validation,
        test=pruned.test_after,
        origin=Origin(KIND, folder.path.name, details),
    )
    run, after = write_made(folder, made, network, bench.store, test.after, size)
    return replace(pruned, run=str(run.path), after=after)


@dataclass(frozen=True, slots=True)
class _Bench:
    """A run, opened; `sample`: training images on which importance is measured."""

    folder: RunFolder
    store: ImageStore
    split: Split
    sample: tuple[int, ...]
    network: WindowClassifier
    numerics: Numerics

    @property
    def record(self) -> RunRecord:
        """The run's record."""
        return self.folder.record

    def judge(self, network: WindowClassifier, threshold: float | None = None) -> Judge:
        """A network that judges as the run does; `threshold` None: the run's."""
        return self.record.judge(network, self.numerics, threshold)


def _open(
    run_path: Path, order: str, images: int, recovery: int, seed: int, data_path: Path | None
) -> Stages[_Bench]:
    check_order(order)
    if images < 1:
        raise RunError("Importance is measured on at least one image: ask for 1 or more.")
    if recovery < 0:
        raise RunError("Steps of recovery must be 0 or more.")
    folder = RunFolder.load(run_path)
    check_finished(folder)
    yield "loading", 0, 1
    data, store = open_run_data(folder, data_path)
    if recovery > 0:  # batches are cut from many images
        for done, total in store.build():
            yield "decoding", done, total
    split = folder.read_split(data)
    sample = sample_images(data, split.train, images, seed)
    if not sample:
        raise RunError("{path}: it has no training images.", path=folder.path)
    network = load_network(folder)
    yield "loading", 1, 1
    return _Bench(folder, store, split, sample, network, at_hand(folder.record.numerics))


def _cut(
    bench: _Bench, network: WindowClassifier, order: str, target: int
) -> Stages[WindowClassifier]:
    """A copy of a network with so many filters, or as few as its channel groups allow."""
    work = weigh(bench.judge(network), bench.store, bench.sample, order)
    importance = yield from relay(work, lambda step: ("weighing", *step))
    taken = {group.name: len(group.convolutions) for group in network.groups}
    # Of the run's network, not of the one before: else every cut would take the floor down.
    fewest = {
        group.name: math.ceil(LEAST_SHARE * width(bench.network, group))
        for group in bench.network.groups
    }
    return remove(network, choose(importance, taken, fewest, target)).eval()


def _recover(bench: _Bench, network: WindowClassifier, taken: int, steps: int) -> Stages[None]:
    yield from recover(
        network, bench.record, bench.store, bench.split, bench.numerics, taken, steps
    )


def _rates(
    bench: _Bench, network: WindowClassifier, indices: tuple[int, ...], judged_on: str
) -> Stages[Rates]:
    held = yield from judge_part("grading", bench.judge(network, 0.5), bench.store, indices)
    data, record = bench.store.data, bench.record
    if judged_on == "validation":
        return rate(data, held, *pick_threshold(data, held, record.recipe))
    return rate(data, held, record.threshold, record.levels)
