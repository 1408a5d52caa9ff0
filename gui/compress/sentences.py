"""What the pictures of Compress say for the run at hand, each in one sentence. No widgets here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from engine.compress.values import Latency, PruningCurve
from engine.core.values import Rates
from gui.compress.found import Student
from gui.compress.tables import faster
from gui.compress.words import milliseconds, ratio_text
from gui.store.run_names import shown
from gui.store.run_record import RunRecord
from gui.words.text import count, percent

tr = QCoreApplication.translate

NEAR = 0.01
"""Accuracy that a smaller network may lose and still count as near the whole one: 1 point."""


def fewer_sentence(found: PruningCurve | None) -> str:
    """Say how few filters still do nearly as well as all of them."""
    if found is None or len(found.points) < 2:
        return ""
    whole = found.points[0].before.accuracy
    least = found.points[0]
    for point in found.points:
        if (point.after or point.before).accuracy < whole - NEAR:
            break
        least = point
    if least.share >= 1:
        return tr("compress", "Already the first cut costs more than 1 point of accuracy.")
    template = tr(
        "compress",
        "{share} of the filters ({n}) lose at most 1 point of accuracy: {value}, all of "
        "them {whole}.",
    )
    rates = least.after or least.before
    return template.format(
        share=percent(least.share, 0),
        n=count(least.filters),
        value=percent(rates.accuracy),
        whole=percent(whole),
    )


def student_sentence(
    found: Sequence[Student], teacher: str, test: Rates | None, runs: Sequence[RunRecord]
) -> str:
    """Say what the smallest student of the run costs in accuracy."""
    mine = [
        one
        for one in found
        if one.teacher == teacher and one.lessons == "teacher" and one.test and one.cost
    ]
    if not mine or test is None:
        return ""
    small = min(mine, key=lambda one: one.cost.filters if one.cost else 0)
    assert small.test is not None
    assert small.cost is not None
    template = tr(
        "compress",
        "{student} with {n} filters is right in {value} of test images, its teacher in {whole}.",
    )
    return template.format(
        student=shown(small.name, runs),
        n=count(small.cost.filters),
        value=percent(small.test.accuracy),
        whole=percent(test.accuracy),
    )


def speed_sentence(found: Sequence[Latency], name: Callable[[Latency], str]) -> str:
    """Say which run is the fastest for single images, and how much faster than the first."""
    single = [one for one in found if one.batch == 1]
    if not single:
        return ""
    fast = min(single, key=lambda one: one.median)
    if fast is single[0]:
        template = tr("compress", "{run} takes {ms} ms for an image; nothing timed is faster.")
        return template.format(run=name(fast), ms=milliseconds(fast.median))
    template = tr("compress", "{run} takes {ms} ms for an image, {times} as fast as {first}.")
    return template.format(
        run=name(fast),
        ms=milliseconds(fast.median),
        times=ratio_text(faster(found, fast)),
        first=name(single[0]),
    )
