"""The command `train`."""

from __future__ import annotations

import argparse
import signal
import time
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.arguments import (
    json_flag,
    place_argument,
    reader_arguments,
    reader_options,
)
from cli.drive import Driver, next_job
from cli.places import use_place
from cli.terminal import Exit, Progress, clock, fail, percent, print_json, say
from engine.core.command import Command
from engine.core.errors import RecipeError, TransferLensError
from engine.core.recipe import NO_DEFECTS, Preset, Recipe, Setting, View, default_recipe
from engine.core.standing import worse_than
from engine.core.text import some
from engine.core.values import RunSummary
from engine.data.readers.detect import open_dataset
from engine.project.groups import FOLDER, Spread, read_spread
from engine.project.line import kept_line_share
from engine.project.titles import named
from engine.training.messages import ResumeRun, RunFinished, Train, TrainLonger
from engine.training.processes import begun, by_torchrun, join

if TYPE_CHECKING:
    from engine.training.process_group import ProcessGroup


def recipe_from(arguments: argparse.Namespace) -> Recipe:
    """The recipe that the arguments ask for: the preset's, with single entries replaced.

    Raises
    ------
    RecipeError
        An entry is unknown or out of range.
    """
    kept = kept_spread(arguments)
    share = kept_line_share(arguments.project) if arguments.project is not None else None
    number, folds = arguments.fold or (1, kept.folds)
    values: dict[str, Any] = {
        "split": arguments.split,
        "fold": number,
        "folds": folds,
        "defects": labelled(arguments.defects),
        "view": arguments.view,
        "seed": kept.seed if arguments.seed is None else arguments.seed,
        "line_share": share or 0.0,
    }
    for name in ("network", "iterations", "seconds"):
        if getattr(arguments, name) is not None:
            values[name] = getattr(arguments, name)
    for text in arguments.set:
        name, equals, value = text.partition("=")
        values[name] = parse_value(name, value if equals else "true")
    return default_recipe(arguments.setting, arguments.preset, **values)


def kept_spread(arguments: argparse.Namespace) -> Spread:
    """How many folds the project keeps for the data set, and their seed, where none are given.

    Raises
    ------
    DataError, RunError
        The data set or what the project keeps of it cannot be read.
    """
    said = arguments.fold is not None and arguments.seed is not None
    project = arguments.project
    if said or project is None or arguments.data is None or not (project / FOLDER).is_dir():
        return Spread()
    return read_spread(open_dataset(arguments.data, reader_options(arguments)), project)


def labelled(number: int | None) -> int:
    """Labelled defects as recipes have them, where None is all: "all" is 0 there, and 0 none."""
    return 0 if number is None else number or NO_DEFECTS


def parse_value(name: str, text: str) -> Any:
    """Read a recipe entry's value in the entry's type."""
    kinds = {field.name: str(field.type) for field in fields(Recipe)}
    if name not in kinds:
        raise RecipeError(
            "--set: the recipe has no entry '{name}'. It has: {names}.",
            name=name,
            names=", ".join(sorted(kinds)),
        )
    try:
        if kinds[name] == "bool":
            return {"true": True, "false": False, "1": True, "0": False}[text.lower()]
        return {"int": int, "float": float}.get(kinds[name], str)(text)
    except (KeyError, ValueError):
        raise RecipeError(
            "--set: '{text}' is no value for {name} ({kind}).",
            text=text,
            name=name,
            kind=kinds[name],
        ) from None


def run(arguments: argparse.Namespace) -> int:
    """Train a new run, or go on with one; with torchrun, in several processes."""
    if not by_torchrun():
        return train(arguments)
    process_group = join()
    if not process_group.leads:
        return help_silently(process_group)
    longer = arguments.longer  # begun in the project of the run that it goes on from
    project = arguments.project if longer is None else longer.absolute().parent.parent
    going = arguments.resume if arguments.resume is not None else project
    before = None if going is None else begun(going, resumed=arguments.resume is not None)
    if before is not None and before.record.state == "done":
        process_group.tell_run("")
        say(f"{named(before.path)}: complete before this restart")
        code: int = Exit.DONE
    else:
        if before is not None:
            arguments.resume = before.path
        say(f"{some(process_group.count, 'process', 'processes')} share each batch")
        code = train(arguments)
    process_group.leave()
    return code


def help_silently(process_group: ProcessGroup) -> int:
    """Help process 0, which alone speaks; only what it cannot know is said."""
    from engine.training.other_ranks import train_as_other_rank

    # Ctrl-C reaches all: process 0 ends the step it can, keeps a checkpoint and parts.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        train_as_other_rank(process_group)
    except TransferLensError:
        raise
    except RuntimeError as error:
        if not process_group.parted(error):
            raise
        return Exit.FAILED  # process 0 says why
    process_group.leave()
    return Exit.DONE


def train(arguments: argparse.Namespace) -> int:
    """Train as the arguments say."""
    command: Command
    if arguments.resume is not None:
        # "train DIR --resume RUN" says it too.
        use_place([arguments.resume], arguments.place or arguments.data)
        command = ResumeRun(next_job(), str(arguments.resume))
    elif arguments.longer is not None:
        if arguments.iterations is None:
            fail("--longer needs --iterations N, those the run has included")
            return Exit.USAGE
        use_place([arguments.longer], arguments.place or arguments.data)
        command = TrainLonger(
            next_job(), str(arguments.longer), arguments.iterations, arguments.seconds or 0.0
        )
    elif arguments.data is None or arguments.project is None or arguments.setting is None:
        fail("train needs DIR, --project and --setting (or --resume RUN, or --longer RUN)")
        return Exit.USAGE
    else:
        command = Train(
            next_job(),
            str(arguments.data),
            str(arguments.project),
            recipe_from(arguments),
            reader_options(arguments),
            arguments.device,
            line_said=any(text.partition("=")[0] == "line_share" for text in arguments.set),
        )
        if command.recipe.line_share and not command.line_said:
            say(f"defects on the line: {percent(command.recipe.line_share)}, as the project keeps")
    run, seconds_total = train_run(Driver(), command, Progress())
    report(run)
    if arguments.json:
        print_json(run_json(run, seconds_total))
    return Exit.DONE


def train_run(driver: Driver, command: Command, progress: Progress) -> tuple[RunSummary, float]:
    """Drive one training to its end; returns the run and the seconds it took in all."""
    began = time.monotonic()
    events = driver.run(command, progress=progress)
    finished = next(event for event in events if isinstance(event, RunFinished))
    return finished.run, time.monotonic() - began


def report(run: RunSummary) -> None:
    """Print a run's outcome for people."""
    test = run.test
    assert test is not None
    say(f"{named(Path(run.path))}: {some(run.iteration, 'iteration')} in {clock(run.seconds)}")
    say(
        f"  test: {some(test.images, 'image')}, accuracy {percent(test.accuracy)} "
        f"(never a defect: {percent(test.baseline)}), AUC "
        f"{'n/a' if test.auc is None else f'{test.auc:.4f}'}, threshold {test.threshold:.4f}"
    )
    for name, value, interval in (
        ("overkill", test.overkill, test.overkill_interval),
        ("escape", test.escape, test.escape_interval),
    ):
        if value is not None and interval is not None:
            low, high = (percent(v, 1) for v in interval)
            say(f"  {name} {percent(value)} (95 % interval {low} to {high})")
    for each in worse_than(test):
        say(f"  caution: {each}")
    if run.note:
        say(f"  {run.note}")
    say(f"  {run.path}")


def run_json(run: RunSummary, seconds_total: float) -> dict[str, Any]:
    """The JSON object of a finished training."""
    return {
        "run": run.path,
        "setting": run.recipe.setting.value,
        "iterations": run.iteration,
        "seconds": run.seconds,
        "seconds_total": seconds_total,
        "device": run.device,
        "worker": None if run.worker is None else str(run.worker),
        "precision": run.precision,
        "caution": [str(each) for each in worse_than(run.test)],
        "view": run.view,
        "test": asdict(run.test) if run.test else None,
    }


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("data", metavar="DIR", type=Path, nargs="?", help="folder or manifest")
    parser.add_argument("--resume", type=Path, metavar="RUN", help="go on with a run")
    parser.add_argument(
        "--longer", type=Path, metavar="RUN",
        help="train a finished run on to --iterations, as a new run",
    )  # fmt: skip
    place_argument(parser)
    parser.add_argument("--project", type=Path, metavar="P")
    parser.add_argument("--setting", choices=[item.value for item in Setting])
    parser.add_argument("--preset", choices=[p.value for p in Preset], default="recommended")
    parser.add_argument("--network")
    parser.add_argument("--iterations", type=int, metavar="N")
    parser.add_argument("--seconds", type=float, metavar="S", help="training time at the most")
    parser.add_argument("--split", choices=["folds", "official"], default="folds")
    parser.add_argument(
        "--fold", type=fold, metavar="I/K", help="1 of as many as 'folds --keep' chose, else of 5"
    )
    parser.add_argument(
        "--defects", type=int, metavar="N", help="labelled defects used (all); 0: none"
    )
    parser.add_argument("--view", choices=[view.value for view in View], default="auto")
    parser.add_argument("--seed", type=int, metavar="S", help="as 'folds --keep' chose, else 0")
    parser.add_argument("--device", default="auto")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="any other recipe entry, for example --set learning_rate=0.003",
    )
    reader_arguments(parser)
    json_flag(parser)


def fold(text: str) -> tuple[int, int]:
    """Read "2/5": fold 2 of 5."""
    first, _, last = text.partition("/")
    try:
        return int(first), int(last)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not like 1/5") from None
