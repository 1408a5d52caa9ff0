"""The command `compress`: a smaller network - dead channels removed, fewer filters, a student."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from cli.arguments import json_flag, place_argument
from cli.drive import Driver, next_job
from cli.places import use_place
from cli.terminal import Exit, Progress, area, follow, percent, print_json, say, table
from engine.compress.compress import IMAGES, remove_dead
from engine.compress.messages import (
    Distil,
    DrawPruningCurve,
    PruneRun,
    PruningCurveGrown,
    RunPruned,
    StudentReady,
)
from engine.compress.values import Cost, Distilled, Pruned, PruningCurve, PruningPoint, Removed
from engine.core.errors import RunError
from engine.core.standing import worse_than
from engine.core.student_size import FEWEST, VGG_FILTERS, WIDEST
from engine.core.table import Cell, Column, Columns, Table, listed, of, side_by_side
from engine.core.text import some
from engine.core.values import Rates
from engine.project.titles import named

GRADE_STEPS, KEEP_STEPS, WEIGHED = 20, 60, 24
"""What is taken where nothing is said: steps of recovery, training images."""

STAGES = {
    "finding": "finding dead channels, image",
    "comparing": "comparing on the same images,",
    "testing": "test images by both networks,",
    "judging": "judging test images,",
    "exporting": "exporting",
    "quantising": "quantising",
    "timing": "timing, turn",
}


def check_seed(seed: int) -> None:
    """Refuse a seed that no generator takes."""
    if seed < 0:
        raise RunError("The seed must be 0 or more.")


def run(arguments: argparse.Namespace) -> int:
    """Remove dead channels, keep a share of the filters, grade, or teach a student."""
    check_seed(arguments.seed)
    use_place([arguments.run], arguments.place)
    if arguments.grade:
        return grade(arguments)
    if arguments.keep is not None:
        return keep(arguments)
    if arguments.filters or arguments.ratio:
        return teach(arguments)
    images = IMAGES if arguments.images is None else arguments.images
    work = remove_dead(arguments.run, images=images, seed=arguments.seed)
    result = follow(Progress(), arguments.run.name, work, STAGES)
    _show(result)
    if arguments.json:
        print_json(removed_json(result))
    return Exit.DONE


def removed_json(found: Removed) -> dict[str, Any]:
    """A removal as scripts get it."""
    return {
        "run": found.run,
        "parent": found.parent,
        "channels": found.channels,
        **costs_json(found.before, found.after),
        "images": found.training_images + found.validation_images,
        "training_images": found.training_images,
        "validation_images": found.validation_images,
        "seed": found.seed,
        "layers": {x.name: {"before": x.before, "after": x.after} for x in found.narrowed},
        "max_logit_difference": found.max_logit_difference,
        "verdict_changes": found.verdict_changes,
        "test": {"before": asdict(found.test_before), "after": asdict(found.test_after)},
    }


def _show(found: Removed) -> None:
    say(
        f"{some(found.channels, 'channel is', 'channels are')} 0 everywhere on "
        f"{found.training_images} training and "
        f"{some(found.validation_images, 'validation image')} (seed {found.seed}):"
    )
    narrowed = [x for x in found.narrowed if x.after < x.before]
    say("  " + ", ".join(f"{x.name} {x.before - x.after} of {x.before}" for x in narrowed))
    say(beside(found))
    say(
        f"largest logit difference on these images {found.max_logit_difference:.2g}, verdicts "
        f"changed: none; on {some(found.test_before.images, 'test image')}: "
        f"{found.verdict_changes} "
        "(float32)"
    )
    say(f"new run: {found.run}")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("run", metavar="RUN", type=Path)
    place_argument(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--dead-only",
        action="store_true",
        help="remove channels that are 0 everywhere, which changes nothing",
    )
    what.add_argument(
        "--keep",
        type=float,
        metavar="SHARE",
        help="keep this share of the filters, recover, and write a new run",
    )
    what.add_argument(
        "--grade",
        action="store_true",
        help="judge the network with fewer and fewer filters; nothing is written",
    )
    what.add_argument("--filters", type=int, metavar="N", help="teach a student of so many filters")
    what.add_argument(
        "--ratio",
        type=float,
        metavar="R",
        help="teach a student of 4,224/R filters, as many as VGG-16 has divided by R",
    )
    parser.add_argument(
        "--lessons",
        choices=["teacher", "labels"],
        default="teacher",
        help="what a student learns from; labels: the control, without the teacher",
    )
    parser.add_argument("--steps", type=int, default=3000, metavar="N", help="of a student (3000)")
    parser.add_argument(
        "--normals",
        type=int,
        default=0,
        metavar="N",
        help="a student sees at most so many normal training images (all)",
    )
    parser.add_argument(
        "--made",
        type=int,
        metavar="N",
        help="further images a student sees, with defects made from the run's own "
        "(120 if it was trained on 20 or fewer, else 0)",
    )
    parser.add_argument(
        "--windows-only",
        action="store_true",
        help="a student learns what its teacher says of windows, not of each cell in them too",
    )
    parser.add_argument(
        "--cost-ratio",
        type=float,
        default=0.0,
        metavar="R",
        help="of an escape in overkills, for a student's threshold (its teacher's)",
    )
    parser.add_argument(
        "--shares",
        type=shares,
        default=(0.9, 0.75, 0.5, 0.35, 0.25, 0.15, 0.1),
        metavar="A,B",
        help="of the filters to keep, with --grade (0.9,0.75,0.5,0.35,0.25,0.15,0.1)",
    )
    parser.add_argument(
        "--order",
        choices=["activity", "contribution"],
        default="contribution",
        help="which filters go first: with the least mean activation, or the least mean "
        "contribution to the logits (contribution)",
    )
    parser.add_argument(
        "--recovery",
        type=int,
        metavar="N",
        help="optimiser steps: with --keep altogether (60), with --grade after each cut (20)",
    )
    parser.add_argument(
        "--images",
        type=int,
        metavar="N",
        help="with --dead-only, training and validation images on which a channel must be 0 "
        "(100); else training images on which importance is measured (24)",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="of the images' choice")
    json_flag(parser)


def shares(text: str) -> tuple[float, ...]:
    """Read "0.9,0.5"."""
    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not like 0.9,0.5") from None


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
        _or(arguments.images, WEIGHED),
        arguments.seed,
    )
    events = Driver().run(command, progress=Progress())
    result = [event.result for event in events if isinstance(event, PruningCurveGrown)][-1]
    _show_points(result, command.recovery)
    if arguments.json:
        print_json(asdict(result) | {"recovery": command.recovery})
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
        _or(arguments.images, WEIGHED),
        arguments.seed,
    )
    events = Driver().run(command, progress=Progress())
    (result,) = [event.result for event in events if isinstance(event, RunPruned)]
    say(beside(result))
    say(
        f"order: least {result.order} first; {some(result.recovery_steps, 'step')} of recovery; "
        f"verdicts "
        f"changed on {result.test_before.images} test images: {result.verdict_changes}, each "
        "network at its own threshold"
    )
    say(f"new run: {result.run}")
    if arguments.json:
        print_json(
            {
                "run": result.run,
                "parent": result.parent,
                "order": result.order,
                "recovery_steps": result.recovery_steps,
                **costs_json(result.before, result.after),
                "verdict_changes": result.verdict_changes,
                "test": {"before": asdict(result.test_before), "after": asdict(result.test_after)},
            }
        )
    return Exit.DONE


def costs_json(before: Cost, after: Cost) -> dict[str, Any]:
    """Costs of two networks as scripts get them."""
    names = ("filters", "parameters", "multiply_adds", "weight_bytes")
    pairs = {x: {"before": getattr(before, x), "after": getattr(after, x)} for x in names}
    return {**pairs, "size": list(before.size)}


def beside(found: Removed | Pruned | Distilled) -> str:
    """A table of what a network and a smaller one cost, and how both judge the test images.

    Where the smaller one does no better than none, that is said below.
    """
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
    shown = table(listed(("", named(Path(found.parent)), named(Path(found.run))), rows))
    return "\n".join([shown, *(f"  caution: {each}" for each in worse_than(found.test_after))])


def teach(arguments: argparse.Namespace) -> int:
    """Teach a student of so many filters and keep it as a run."""
    filters = arguments.filters or round(VGG_FILTERS / arguments.ratio)
    if not FEWEST <= filters <= sum(WIDEST):
        raise RunError("A student has {least} to {most} filters.", least=FEWEST, most=sum(WIDEST))
    command = Distil(
        next_job(),
        str(arguments.run),
        filters,
        arguments.steps,
        arguments.lessons,
        arguments.seed,
        arguments.normals,
        arguments.made,
        not arguments.windows_only,
        arguments.cost_ratio,
    )
    events = Driver().run(command, progress=Progress())
    (result,) = [event.result for event in events if isinstance(event, StudentReady)]
    say(beside(result))
    say(
        f"learned from {result.lessons} in {some(result.steps, 'step')}; "
        f"{result.verdict_changes} of {result.test_after.images} test images are named otherwise "
        "than by the teacher, each at its own threshold"
    )
    say(f"new run: {result.run}")
    if arguments.json:
        print_json(
            {
                "run": result.run,
                "teacher": result.teacher,
                "lessons": result.lessons,
                "steps": result.steps,
                **costs_json(result.before, result.after),
                "verdict_changes": result.verdict_changes,
                "max_logit_difference": None,
                "test": {"before": asdict(result.test_before), "after": asdict(result.test_after)},
            }
        )
    return Exit.DONE
