"""The command `folds`: which images stay together, and the folds that gives."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from cli.arguments import (
    data_arguments,
    json_flag,
    reader_options,
)
from cli.drive import Driver, next_job
from cli.terminal import Exit, Progress, print_json, say, table
from engine.check.messages import FoldsPlanned, PlanFolds
from engine.core.table import listed
from engine.core.text import some
from engine.data.messages import DataOpened, OpenData
from engine.data.values import GroupRule


def run(arguments: argparse.Namespace) -> int:
    """Try a rule for groups, or use it from now on."""
    driver, progress, project = Driver(), Progress(), str(arguments.project)
    result: list[Any] = driver.run(
        OpenData(next_job(), str(arguments.data), reader_options(arguments), project=project),
        progress=progress,
    )
    data = next(event.data for event in result if isinstance(event, DataOpened))
    command = PlanFolds(
        next_job(),
        project,
        _rule(arguments),
        arguments.keep,
        arguments.folds,
        arguments.seed,
        tuple(arguments.move),
    )
    result = driver.run(command, progress=progress)
    plan = next(event.plan for event in result if isinstance(event, FoldsPlanned))
    names = [name for name, _ in data.classes]
    say(f"{some(plan.together, 'group')} of two images and more, the largest of {plan.largest}")
    if plan.problem is not None:
        say(plan.problem.reason)
    else:
        say(f"{len(plan.counts)} folds, seed {plan.seed}")
        counts = zip(plan.counts.tolist(), plan.defects.tolist(), strict=True)
        rows = [(n, *line, bad) for n, (line, bad) in enumerate(counts, start=1)]
        say(table(listed(("fold", *names, "defective"), rows)))
        one, many = "pair of pictures that are alike lies", "pairs of pictures that are alike lie"
        say(f"{some(plan.apart, one, many)} in different folds")
    if not plan.kept:
        say("Only tried: add --keep to use these for runs trained from now on.")
    if arguments.json:
        print_json(
            {
                "groups": plan.together,
                "largest": plan.largest,
                "apart": plan.apart,
                "counts": plan.counts.tolist(),
                "defects": plan.defects.tolist(),
                "folds": len(plan.counts),
                "seed": plan.seed,
                "classes": names,
                "kept": plan.kept,
                "problem": plan.problem.reason if plan.problem else None,
            }
        )
    return Exit.DONE if plan.problem is None else Exit.FAILED


def _rule(arguments: argparse.Namespace) -> GroupRule | None:
    if not arguments.by and not arguments.alike:
        return None
    if arguments.by in ("", "set", "folder"):
        return GroupRule(arguments.by or "set", "", arguments.alike)
    return GroupRule("pattern", arguments.by, arguments.alike)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    data_arguments(parser)
    parser.add_argument("--project", type=Path, required=True, help="whose runs are to have them")
    parser.add_argument(
        "--by",
        default="",
        metavar="WHAT",
        help="set (the data set's own groups), folder, or a regular expression for file names "
        "whose first group names the lot; as kept before, if left out",
    )
    parser.add_argument(
        "--alike", action="store_true", help="keep pictures that are alike together"
    )
    parser.add_argument("--folds", type=int, metavar="K", help="how many (as kept before, else 5)")
    parser.add_argument("--seed", type=int, metavar="S", help="of the draw (as before, else 0)")
    parser.add_argument(
        "--move",
        action="append",
        default=[],
        type=move,
        metavar="GROUP=FOLD",
        help="put a whole group into another fold; may be given again",
    )
    parser.add_argument(
        "--keep", action="store_true", help="use these for runs trained from now on"
    )
    json_flag(parser)


def move(text: str) -> tuple[str, int]:
    """Read "lot7=2": a group and the fold it is put into."""
    group, equals, number = text.rpartition("=")
    try:
        if not equals or not group:
            raise ValueError
        return group, int(number)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not like lot7=2") from None
