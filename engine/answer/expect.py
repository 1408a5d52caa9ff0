"""What the first answer will take here, before anybody waits for it."""

from __future__ import annotations

import time

from engine.answer.rung import DEFECTIVE, NORMAL, plain_filters
from engine.answer.values import Answer
from engine.core.errors import DataError
from engine.core.recipe import Setting
from engine.data.sample import DataSet
from engine.data.store import ImageStore
from engine.training.pace import PROBE, keep, kept, megapixels, part_key
from engine.training.values import Expected

NAMES = {Setting.FILTERS: "answer-filters", Setting.PROBE: PROBE}
"""What the pace of each rung is kept as."""

PASSES = {Setting.FILTERS: 2.0, Setting.PROBE: 90.0}
"""What a rung takes for each megapixel, in passes of plain filters over one."""

PART = {Setting.FILTERS: 1.0, Setting.PROBE: 0.4}
"""Share of a defective image that a rung looks at: the probe sees the part round the region."""

FIRST = 3
"""Images that are passed where nothing was measured before."""


def expect_answer(store: ImageStore) -> Expected | None:
    """What both rungs would take together.

    From what they took here last, or else from passing a few images; None if none can be read.
    """
    paces = {setting: kept(part_key(NAMES[setting])) for setting in PASSES}
    days = [pace.day for pace in paces.values() if pace is not None]
    whole = len(days) == len(paces)
    quick = 0.0 if whole else _seconds_a_megapixel(store)
    if quick is None:
        return None
    seconds = 0.0
    for setting, pace in paces.items():
        rest = pace.rest if pace is not None else PASSES[setting] * quick
        seconds += rest * looked_at(store, setting)
    return Expected(seconds, min(days) if whole else "")


def keep_answer(store: ImageStore, answer: Answer) -> None:
    """Keep how long the rungs took."""
    for rung in answer.rungs:
        setting = Setting(rung.setting)
        looked = looked_at(store, setting)
        if looked:
            keep(part_key(NAMES[setting]), 0.0, rung.seconds / looked)


def looked_at(store: ImageStore, setting: Setting) -> float:
    """Megapixels that a rung looks at."""
    data: DataSet = store.data
    good = sum(sample.label.defective is False for sample in data.samples)
    bad = sum(sample.label.defective is True for sample in data.samples)
    images = min(good, NORMAL[setting]) + PART[setting] * min(bad, DEFECTIVE[setting])
    return images * megapixels(store) / max(1, len(data.samples))


def _seconds_a_megapixel(store: ImageStore) -> float | None:
    """Pass plain filters over the first images; the quickest counts, for the first one warms up."""
    judge, times = plain_filters(store.data), []
    for index in range(min(FIRST, len(store.data.samples))):
        try:
            image = store.image(index)
        except DataError:
            continue
        began = time.perf_counter()
        judge.judge(image)
        times.append((time.perf_counter() - began) / (image.shape[0] * image.shape[1] / 1e6))
    return min(times, default=None)
