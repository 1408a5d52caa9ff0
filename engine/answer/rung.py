"""One rung: fitted on some images and tested on others, each image by what did not see it."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from engine.answer.values import Example, Rung
from engine.core.arrays import frozen
from engine.core.recipe import NO_DEFECTS, Setting, View, default_recipe
from engine.core.runtime import choose_device
from engine.core.standing import auc_interval
from engine.data.sample import DataSet
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.inspection.explain import heat_map, question_for
from engine.inspection.rates import choose_threshold, exact_interval
from engine.network.closed_form import Logits
from engine.network.initial import make_network
from engine.network.numerics import DEFAULT_THREADS, settle
from engine.network.values import Numerics
from engine.training.closed_form.calibrate import probability
from engine.training.closed_form.material import FOLDS, Chosen, choose, defect_part
from engine.training.closed_form.probe import LEAST, MARGIN
from engine.training.closed_form.run import fit

NORMAL = {Setting.FILTERS: 200, Setting.PROBE: 32}
DEFECTIVE = {Setting.FILTERS: 200, Setting.PROBE: 40}
"""Images each looks at, at most: the answer is to come soon."""

EXAMPLES = 4

Work = Generator[tuple[str, int, int], None, Rung]


def climb(
    data: DataSet, store: ImageStore, setting: Setting, defects: int, cost_ratio: float, seed: int
) -> Work:
    """Fit one rung and say how good it is on images it did not see.

    Parameters
    ----------
    defects
        Labelled defects to learn from: 0 for all, -1 for none. With all of them each is judged by
        what the others make; those that are not used are judged by all that are.
    cost_ratio
        Cost of an escape in units of one overkill, for the threshold.

    Yields
    ------
    tuple
        (setting, done, total). Closing it leaves nothing behind.

    Raises
    ------
    WeightsError, RunError
        The source weights are not here, or there is no normal image.
    """
    began, began_cpu = time.perf_counter(), time.process_time()
    judge = _judge(data, setting, seed)
    everyone = range(len(data.samples))
    whole = choose(data, everyone, NORMAL[setting], DEFECTIVE[setting], seed)
    used = whole.defective
    if defects == NO_DEFECTS:
        used = ()
    elif defects:
        used = used[:defects]
    chosen = Chosen(whole.normal, used, whole.folds)
    unused = whole.defective[len(used) :]
    total = len(chosen.normal) + len(used) + len(unused) + EXAMPLES
    work = fit(judge, store, chosen)
    done = 0
    while True:
        try:
            _, done, _ = next(work)
        except StopIteration as end:
            held = end.value
            break
        yield setting.value, done, total
    last = judge.network.features[-1]
    assert isinstance(last, Logits)
    indices = list(held.indices)
    scores = probability(last, held.evidence).tolist()
    for index in unused:
        indices.append(index)
        scores.append(_score(judge, store, index, setting))
        done += 1
        yield setting.value, min(done, total), total
    rung = _figures(data, setting, indices, np.asarray(scores), len(used), cost_ratio)
    judge = replace(judge, threshold=rung.threshold)
    examples = []
    for index, score in _worth_seeing(data, indices, scores, rung.threshold):
        examples.append(_example(judge, store, index, score))
        done += 1
        yield setting.value, min(done, total), total
    decided = held.about.get("decided", [])
    assert isinstance(decided, list)
    return replace(
        rung,
        seconds=time.perf_counter() - began,
        cpu_seconds=time.process_time() - began_cpu,
        examples=tuple(examples),
        decided=tuple((str(a), int(b), str(c), float(d)) for a, b, c, d in decided),
    )


def _judge(data: DataSet, setting: Setting, seed: int) -> Judge:
    recipe = default_recipe(setting, seed=seed)
    network, _ = make_network(recipe, View.PATCHES, data.labels)
    device = str(choose_device())
    large = setting is Setting.PROBE
    # The bank is many short steps: more threads wait for each other longer than they work.
    numerics = Numerics(device, "float32", large, 1, DEFAULT_THREADS if large else 1)
    return Judge(settle(network, numerics).eval(), numerics, data.labels)


def plain_filters(data: DataSet) -> Judge:
    """Plain filters that were not fitted: what they take to look at an image is the same."""
    return _judge(data, Setting.FILTERS, 0)


def _score(judge: Judge, store: ImageStore, index: int, setting: Setting) -> float:
    """Score of a defective image; the probe sees the part round the region, as it was fitted."""
    image = store.image(index)
    if setting is Setting.PROBE:
        image, _ = defect_part(store, index, LEAST, MARGIN)
    return judge.judge(image).verdict.score


def _figures(
    data: DataSet,
    setting: Setting,
    indices: Sequence[int],
    scores: NDArray[np.float64],
    used: int,
    cost_ratio: float,
) -> Rung:
    bad = np.asarray([data.samples[index].label.defective is True for index in indices])
    good_count, bad_count = int((~bad).sum()), int(bad.sum())
    # No image chooses the threshold that it is judged at.
    part = np.empty(len(bad), dtype=np.int64)
    part[~bad], part[bad] = np.arange(good_count) % FOLDS, np.arange(bad_count) % FOLDS
    flagged = np.zeros(len(bad), dtype=np.bool_)
    for number in range(FOLDS):
        mine = part == number
        if mine.any() and (~mine).any():
            at = choose_threshold(scores[~mine], bad[~mine], cost_ratio)
            flagged[mine] = scores[mine] > at
    overkills, escapes = int((flagged & ~bad).sum()), int((~flagged & bad).sum())
    auc = float(roc_auc_score(bad, scores)) if good_count and bad_count else None
    return Rung(
        setting=setting.value,
        defects_used=used,
        normal=good_count,
        defective=bad_count,
        auc=auc,
        auc_interval=None if auc is None else auc_interval(auc, good_count, bad_count),
        overkill=overkills / good_count if good_count else None,
        escape=escapes / bad_count if bad_count else None,
        overkill_interval=exact_interval(overkills, good_count) if good_count else None,
        escape_interval=exact_interval(escapes, bad_count) if bad_count else None,
        overkills=overkills,
        escapes=escapes,
        threshold=choose_threshold(scores, bad, cost_ratio),
        seconds=0.0,
        cpu_seconds=0.0,
    )


def _worth_seeing(
    data: DataSet, indices: Sequence[int], scores: Sequence[float], threshold: float
) -> list[tuple[int, float]]:
    """Misses, the worst first, then defects that were found: (index, score)."""
    ranked = []
    for index, score in zip(indices, scores, strict=True):
        bad = data.samples[index].label.defective is True
        wrong = (score > threshold) != bad
        if wrong or bad:
            ranked.append((not wrong, -abs(score - threshold), index, score))
    return [(index, score) for _, _, index, score in sorted(ranked)[:EXAMPLES]]


def _example(judge: Judge, store: ImageStore, index: int, score: float) -> Example:
    image = store.image(index)
    judged = judge.judge(image, keep_features=True)
    assert judged.features is not None
    question = question_for(judged.verdict, judge.labels)
    bad = store.data.samples[index].label.defective is True
    return Example(
        index,
        store.data.files[index],
        bad,
        score,
        (score > judge.threshold) == bad,
        frozen(heat_map(judge.network, judged.features, question)),
    )
