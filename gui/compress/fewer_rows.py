"""The rows below the curve: the whole network, the chosen point, the network made last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.compress.values import Cost, Pruned, PruningCurve, PruningPoint
from engine.core.values import Rates
from gui.compress.words import (
    DASH,
    amount,
    changes_text,
    figure_name,
    figure_text,
    judged_name,
    size_text,
)
from gui.words.text import count, percent

tr = QCoreApplication.translate


def fewer_heads() -> tuple[str, ...]:
    """Return the heads of the table."""
    return (
        tr("compress", "Network"),
        tr("compress", "Judged on"),
        tr("compress", "Filters"),
        tr("compress", "Multiply-adds"),
        tr("compress", "File"),
        figure_name("accuracy"),
        figure_name("auc"),
        figure_name("overkill"),
        figure_name("escape"),
        tr("compress", "Changes"),
    )


def fewer_rows(
    found: PruningCurve | None, point: PruningPoint | None, made: Sequence[Pruned]
) -> list[tuple[str, ...]]:
    """Return the rows; the newest of the networks made stands beside its parent."""
    rows = []
    whole = tr("compress", "Whole network")
    if found is not None and point is not None:
        judged = judged_name(found.judged)
        first = found.points[0]
        if first.share >= 1:
            rows.append(_row(whole, judged, first.filters, None, first.before))
        if point.share < 1:
            share = percent(point.share, 0)
            name = tr("compress", "{share}, straight after removal").format(share=share)
            rows.append(_row(name, judged, point.filters, None, point.before))
            if point.after is not None:
                name = tr("compress", "{share}, recovered").format(share=share)
                rows.append(_row(name, judged, point.filters, None, point.after))
    if made:
        last = made[-1]
        judged = judged_name("test")
        share = percent(last.after.filters / max(1, last.before.filters), 0)
        template = tr("compress", "Made: {share}, {n} recovery steps")
        name = template.format(share=share, n=count(last.recovery_steps))
        before, after = last.before, last.after
        rows.append(_row(whole, judged, before.filters, before, last.test_before))
        rows.append(_row(name, judged, after.filters, after, last.test_after, last.verdict_changes))
    return rows


def _row(
    name: str,
    judged: str,
    filters: int,
    cost: Cost | None,
    rates: Rates,
    changes: int | None = None,
) -> tuple[str, ...]:
    return (
        name,
        judged,
        count(filters),
        amount(cost.multiply_adds) if cost else DASH,
        size_text(cost.weight_bytes) if cost else DASH,
        *(figure_text(rates, figure) for figure in ("accuracy", "auc", "overkill", "escape")),
        changes_text(changes, rates.images),
    )
