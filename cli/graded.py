"""The command `compress` with fewer filters than live: how few will do, and such a run."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cli.drive import Driver, next_job
from cli.terminal import Exit, Progress, percent, print_json, say, table
from engine.compress.messages import DrawPruningCurve, PruneRun, PruningCurveGrown, RunPruned
from engine.compress.values import Cost, Distilled, Pruned, PruningCurve, Removed
from engine.core.text import some
from engine.core.values import Rates

GRADE_STEPS, KEEP_STEPS, IMAGES = 20, 60, 24
"""What is taken where nothing is said: steps of recovery, training images."""


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
    heading = ["filters", "share", "accuracy", "AUC", "overkill", "escape"]
    if recovery:
        heading += ["| accuracy", "AUC", "overkill", "escape"]
    rows = [heading]
    for point in found.points:
        row = [f"{point.filters:,}", percent(point.share, 1), *_figures(point.before)]
        if recovery:
            figures = ["-"] * 4 if point.after is None else _figures(point.after)
            row += [f"| {figures[0]}", *figures[1:]]
        rows.append(row)
    say(table(rows))
    judged = found.points[0].before.images
    after = f"; right of the bar, after {some(recovery, 'step')} of recovery" if recovery else ""
    say(
        f"order: least {found.order} first, measured on {some(found.images, 'training image')}; "
        f"judged on "
        f"{some(judged, f'{found.judged} image')}{after}"
    )


def _figures(rates: Rates) -> list[str]:
    return [
        percent(rates.accuracy),
        "n/a" if rates.auc is None else f"{rates.auc:.4f}",
        percent(rates.overkill),
        percent(rates.escape),
    ]


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
    say(side_by_side(found))
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


def side_by_side(found: Removed | Pruned | Distilled) -> str:
    """A table of what a network and a smaller one cost, and how both judge the test images."""
    before, after = found.before, found.after
    one, other = found.test_before, found.test_after
    height, width = before.size
    rows = [["", Path(found.parent).name, Path(found.run).name]]
    for title, a, b in (
        ("filters", before.filters, after.filters),
        ("parameters", before.parameters, after.parameters),
        (f"multiply-adds at {width}x{height}", before.multiply_adds, after.multiply_adds),
        ("bytes of weights", before.weight_bytes, after.weight_bytes),
    ):
        rows.append([title, f"{a:,}", f"{b:,} ({percent(b / a, 1)})"])
    for title, u, v in zip(
        ("accuracy", "AUC", "overkill", "escape"), _figures(one), _figures(other), strict=True
    ):
        rows.append([title, u, v])
    return table(rows)
