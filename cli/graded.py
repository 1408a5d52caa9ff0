"""The command `compress` with fewer filters than live: how few will do, and such a run."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from cli.drive import Driver, next_job
from cli.terminal import Exit, Progress, area, percent, print_json, say, table
from engine.compress.messages import DrawPruningCurve, PruneRun, PruningCurveGrown, RunPruned
from engine.compress.values import Cost, Distilled, Pruned, PruningCurve, PruningPoint, Removed
from engine.core.table import Cell, Column, Columns, Table, listed, of, side_by_side
from engine.core.text import some
from engine.core.values import Rates

GRADE_STEPS, KEEP_STEPS, IMAGES = 20, 60, 24
"""What is taken where nothing is said: steps of recovery, training images."""


FIGURES: Columns[Rates] = (
    Column("accuracy", lambda rates: percent(rates.accuracy)),
    Column("AUC", lambda rates: area(rates.auc)),
    Column("overkill", lambda rates: percent(rates.overkill)),
    Column("escape", lambda rates: percent(rates.escape)),
)


def grade(arguments: argparse.Namespace) -> int:
    """Print how a run judges with fewer and fewer filters."""
    command = DrawPruningCurve(
        next_job(),
        str(arguments.run),
        arguments.order,
        arguments.shares,
        _or(arguments.recovery, GRADE_STEPS),
        _or(arguments.images, IMAGES),
        arguments.seed,
    )
    events = Driver().run(command, progress=Progress())
    found = [event.result for event in events if isinstance(event, PruningCurveGrown)][-1]
    _show_points(found, command.recovery)
    if arguments.json:
        print_json(asdict(found) | {"recovery": command.recovery})
    return Exit.DONE


def _or(given: int | None, default: int) -> int:
    return default if given is None else given


def _show_points(found: PruningCurve, recovery: int) -> None:
    columns: Columns[PruningPoint] = (
        Column("filters", lambda point: point.filters, "{:,}".format),
        Column("share", lambda point: percent(point.share, 1)),
        *of(lambda point: point.before, FIGURES),
    )
    if recovery:
        recovered: Columns[PruningPoint] = of(lambda point: point.after, FIGURES)
        first, *others = recovered
        bar = replace(first, name=f"| {first.name}", show=lambda text: f"| {text or '-'}")
        columns += (bar, *(replace(other, show=lambda text: text or "-") for other in others))
    say(table(Table(columns, found.points)))
    judged = found.points[0].before.images
    after = f"; right of the bar, after {some(recovery, 'step')} of recovery" if recovery else ""
    say(
        f"order: least {found.order} first, measured on {some(found.images, 'training image')}; "
        f"judged on "
        f"{some(judged, f'{found.judged} image')}{after}"
    )


def keep(arguments: argparse.Namespace) -> int:
    """Write a run with a share of a run's filters and print both side by side."""
    command = PruneRun(
        next_job(),
        str(arguments.run),
        arguments.keep,
        arguments.order,
        _or(arguments.recovery, KEEP_STEPS),
        _or(arguments.images, IMAGES),
        arguments.seed,
    )
    events = Driver().run(command, progress=Progress())
    (found,) = [event.result for event in events if isinstance(event, RunPruned)]
    say(beside(found))
    say(
        f"order: least {found.order} first; {some(found.recovery_steps, 'step')} of recovery; "
        f"verdicts "
        f"changed on {found.test_before.images} test images: {found.verdict_changes}, each "
        "network at its own threshold"
    )
    say(f"new run: {found.run}")
    if arguments.json:
        print_json(
            {
                "run": found.run,
                "parent": found.parent,
                "order": found.order,
                "recovery_steps": found.recovery_steps,
                **costs_json(found.before, found.after),
                "verdict_changes": found.verdict_changes,
                "test": {"before": asdict(found.test_before), "after": asdict(found.test_after)},
            }
        )
    return Exit.DONE


def costs_json(before: Cost, after: Cost) -> dict[str, Any]:
    """Costs of two networks as scripts get them."""
    names = ("filters", "parameters", "multiply_adds", "weight_bytes")
    pairs = {x: {"before": getattr(before, x), "after": getattr(after, x)} for x in names}
    return {**pairs, "size": list(before.size)}


def beside(found: Removed | Pruned | Distilled) -> str:
    """A table of what a network and a smaller one cost, and how both judge the test images."""
    before, after = found.before, found.after
    height, width = before.size
    rows: list[tuple[Cell, ...]] = [
        (title, f"{a:,}", f"{b:,} ({percent(b / a, 1)})")
        for title, a, b in (
            ("filters", before.filters, after.filters),
            ("parameters", before.parameters, after.parameters),
            (f"multiply-adds at {width}x{height}", before.multiply_adds, after.multiply_adds),
            ("bytes of weights", before.weight_bytes, after.weight_bytes),
        )
    ]
    rows += side_by_side(FIGURES, found.test_before, found.test_after)
    return table(listed(("", Path(found.parent).name, Path(found.run).name), rows))
