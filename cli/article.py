"""The command `article`: the article's comparison on a data set, as one order that can be resumed.

Plain rivals, transfer, frozen, scratch and scratch-aug by plain SGD; measures; students of both
teachers with three seeds each; the board. `--size full` is meant for a GPU, `desk` for two cores.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import cattrs

from cli.arguments import (
    folds_argument,
    json_flag,
    reader_arguments,
    reader_options,
    scheduler_argument,
)
from cli.drive import Driver, next_job
from cli.study import show_board, write_report
from cli.terminal import Exit, Progress, print_json, say
from engine.compress.messages import Distil
from engine.core.recipe import Preset, Setting
from engine.core.student_size import FEWEST, VGG_FILTERS
from engine.core.text import some
from engine.project.runs import RunFolder, list_runs
from engine.study.messages import RunStudy, StudyJudged
from engine.study.plan import StudyPlan
from engine.study.rules import ARTICLE_ITERATIONS, SEEDS

TAUGHT = (Setting.TRANSFER, Setting.SCRATCH_AUG)
ORDER = (
    Setting.FILTERS, Setting.PROBE, Setting.SMALL, Setting.TRANSFER, Setting.FROZEN,
    Setting.SCRATCH, Setting.SCRATCH_AUG,
)  # fmt: skip
"""Quick ones first, so that what is there after an hour compares most."""

RANDOM = (Setting.SMALL, Setting.SCRATCH, Setting.SCRATCH_AUG)
"""What begins with random weights has farther to go."""

RATIOS = (16, 64, 128)
"""Students keep one of so many of VGG-16's 4,224 filters."""

FOLDS = 5
"""As the article has them."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is run.

    Attributes
    ----------
    window : side of the training windows, in pixels
    folds : of the board, 1-based
    more : further folds of transfer alone
    iterations : of each setting
    seconds : of optimiser steps of scratch-aug and of scratch, at most (0: no limit)
    steps : of a student
    """

    window: int
    folds: tuple[int, ...]
    more: tuple[int, ...]
    iterations: dict[Setting, int]
    seconds: dict[Setting, float]
    steps: int

    def scaled(self, share: float, random: float) -> Size:
        """Everything times a share, at least two steps of each; times `random` what begins with
        random weights, students too.
        """

        def of(setting: Setting) -> float:
            return random if setting in RANDOM else share

        return Size(
            self.window,
            self.folds,
            self.more,
            {setting: max(2, round(of(setting) * n)) for setting, n in self.iterations.items()},
            {setting: of(setting) * limit for setting, limit in self.seconds.items()},
            max(2, round(random * self.steps)),
        )


def size_of(arguments: argparse.Namespace) -> Size:
    """The size asked for, scaled as asked, then single settings as they were asked for."""
    random = arguments.scale if arguments.random_scale is None else arguments.random_scale
    size = SIZES[arguments.size].scaled(arguments.scale, random)
    own = dict(arguments.iterations)
    limits = {setting: limit for setting, limit in size.seconds.items() if setting not in own}
    return replace(size, iterations=size.iterations | own, seconds=limits)


SIZES = {
    # At most ten minutes on a current data-centre GPU is the aim.
    "full": Size(
        128,
        (1, 2, 3),
        (4, 5),
        {
            Setting.TRANSFER: ARTICLE_ITERATIONS,
            Setting.FROZEN: ARTICLE_ITERATIONS,
            Setting.SCRATCH: 5000,
            Setting.SCRATCH_AUG: 20_000,
            Setting.SMALL: 3000,
        },
        {},
        3000,
    ),
    "desk": Size(
        64,
        (1,),
        (),
        {
            Setting.TRANSFER: ARTICLE_ITERATIONS,
            Setting.FROZEN: ARTICLE_ITERATIONS,
            # As many as the hours hold: live validations are planned by this count.
            Setting.SCRATCH: 2000,
            Setting.SCRATCH_AUG: 6000,
            Setting.SMALL: 3000,
        },
        {Setting.SCRATCH: 3600.0, Setting.SCRATCH_AUG: 10_800.0},
        3000,
    ),
}


def plans(arguments: argparse.Namespace) -> tuple[StudyPlan, ...]:
    """The board's plan, and that of transfer's further folds."""
    size = size_of(arguments)
    changes: list[tuple[Setting, str, Any]] = []
    for setting, iterations in size.iterations.items():
        entries: dict[str, Any] = {"iterations": iterations}
        if setting is not Setting.SMALL:  # the rival keeps what small networks need
            entries |= {
                "seconds": size.seconds.get(setting, 0.0),
                "window": size.window,
                "momentum": 0.9,
                "weight_decay": arguments.decay,
            }
        changes += [(setting, name, value) for name, value in entries.items()]
    common: dict[str, Any] = {
        "data": str(arguments.data.expanduser().absolute()),
        "options": reader_options(arguments),
        "preset": Preset.ARTICLE,
        "seed": arguments.seed,
        "changes": tuple(changes),
        "source": "" if arguments.source is None else str(arguments.source.absolute()),
        "control": "" if arguments.control is None else str(arguments.control.absolute()),
        "images": arguments.images,
        "device": arguments.device,
    }
    folds, count = arguments.folds or (size.folds, FOLDS)
    common["folds"] = count
    board = StudyPlan(name=arguments.name, settings=ORDER, run_folds=folds, **common)
    further = tuple(fold for fold in size.more if fold not in folds and fold <= count)
    if not further:
        return (board,)
    name = f"{arguments.name}-transfer"
    more = StudyPlan(name=name, settings=(Setting.TRANSFER,), run_folds=further, **common)
    return board, more


def run(arguments: argparse.Namespace) -> int:
    """Run what is missing, teach students, fill the board."""
    project = arguments.project.expanduser().absolute()
    board, *more = plans(arguments)
    driver, progress = Driver(), Progress()
    if not arguments.no_train:
        _train(arguments, driver, progress, project, (board, *more))
    judged = driver.run(RunStudy(next_job(), board, str(project), False), progress=progress)
    boards = [event.board for event in judged if isinstance(event, StudyJudged)]
    if boards:
        show_board(boards[-1])
        write_report(driver, project, board.name, None, arguments.language)
        if arguments.json:
            print_json(cattrs.unstructure(boards[-1]))
    return Exit.DONE


def _train(
    arguments: argparse.Namespace,
    driver: Driver,
    progress: Progress,
    project: Path,
    studies: tuple[StudyPlan, ...],
) -> None:
    """Train what is missing of the studies, then the students."""
    for plan in studies:
        say(f"study '{plan.name}': {some(len(plan.tasks), 'run')}")
        runs = RunStudy(next_job(), plan, str(project), scheduler=arguments.scheduler)
        driver.run(runs, progress=progress)
    steps, ratios = size_of(arguments).steps, arguments.ratios
    lessons = students(project, studies[0], steps, arguments.seeds, ratios)
    for number, command in enumerate(lessons, start=1):
        say(f"student {number}: {command.filters} filters of {Path(command.run).name}")
        driver.run(command, progress=progress)


def students(
    project: Path,
    plan: StudyPlan,
    steps: int,
    seeds: int,
    ratios: tuple[int, ...] = RATIOS,
) -> Iterator[Distil]:
    """Lessons that were not given yet: both teachers, each size, so many seeds."""
    runs = list_runs(project)
    taught = {terms for each in runs if (terms := _terms(each)) is not None}
    recipes = {
        (task.setting, task.fold): task.recipe for task in plan.tasks if task.setting in TAUGHT
    }
    for (setting, fold), recipe in recipes.items():
        teacher = next(
            (
                each
                for each in runs
                if each.state_now == "done"
                and each.record.origin is None
                and (each.record.recipe.setting, each.record.recipe.fold) == (setting, fold)
                and each.record.recipe.iterations == recipe.iterations
                and each.record.recipe.weight_decay == recipe.weight_decay
                and (each.record.recipe.folds, each.record.recipe.seed)
                == (recipe.folds, recipe.seed)
            ),
            None,
        )
        if teacher is None:
            continue
        for ratio in ratios:
            for seed in range(seeds):
                filters = round(VGG_FILTERS / ratio)
                if (teacher.path.name, filters, seed, steps) not in taught:
                    yield Distil(next_job(), str(teacher.path), filters, steps, seed=seed)


def _terms(run: RunFolder) -> tuple[str, int, int, int] | None:
    """Whose student a run is: (teacher, filters, seed, steps); None of others."""
    origin = run.record.origin
    if origin is None or origin.kind != "student" or origin.details.get("lessons") != "teacher":
        return None
    known = origin.details
    return origin.parent, int(known["filters"]), int(known.get("seed", 0)), int(known["steps"])


def ratios(text: str) -> tuple[int, ...]:
    """Read "64,128": one of how many filters students keep."""
    try:
        result = tuple(int(each) for each in text.split(","))
    except ValueError:
        result = ()
    most = VGG_FILTERS // FEWEST
    if not result or not all(2 <= each <= most for each in result):
        raise argparse.ArgumentTypeError(f"'{text}' is not like 16,64,128 (each 2 to {most})")
    return result


def length(text: str) -> tuple[Setting, int]:
    """Read "scratch-aug=7500": how many iterations a setting is trained for."""
    name, _, count = text.partition("=")
    trained = [setting.value for setting in SIZES["desk"].iterations]
    if name not in trained or not count.isdecimal() or int(count) < 2:
        raise argparse.ArgumentTypeError(
            f"'{text}' is not like scratch-aug=7500 ({', '.join(trained)}; 2 or more)"
        )
    return Setting(name), int(count)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("data", metavar="DIR", type=Path)
    parser.add_argument("--project", type=Path, required=True, metavar="P")
    parser.add_argument("--name", default="article")
    parser.add_argument("--size", choices=tuple(SIZES), default="desk")
    parser.add_argument(
        "--scale", type=float, default=1.0, help="share of all iterations, for a trial"
    )
    parser.add_argument(
        "--random-scale",
        type=float,
        metavar="SCALE",
        help="the same of what begins with random weights: scratch, small, students (as --scale)",
    )
    parser.add_argument(
        "--iterations",
        type=length,
        action="append",
        default=[],
        metavar="SETTING=N",
        help="so many of this setting, whatever the scales, and no limit of time for it",
    )
    parser.add_argument(
        "--folds",
        type=folds_argument,
        metavar="1,2/5",
        help="which folds the board has, of how many (as the size says: desk 1/5, full 1,2,3/5)",
    )
    parser.add_argument("--decay", type=float, default=5e-4, help="weight decay")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seeds", type=int, default=SEEDS, help="students of each size")
    parser.add_argument(
        "--ratios",
        type=ratios,
        default=RATIOS,
        metavar="R,R",
        help="students keep one of so many filters (16,64,128)",
    )
    parser.add_argument("--images", type=int, default=100, help="test images measures look at")
    parser.add_argument("--source", type=Path, metavar="DIR", help="photographs for claim 1")
    parser.add_argument("--control", type=Path, metavar="DIR", help="other photographs")
    parser.add_argument(
        "--no-train", action="store_true", help="only the board of the runs there are so far"
    )
    parser.add_argument("--device", default="auto")
    scheduler_argument(parser)
    parser.add_argument("--language", default="en")
    reader_arguments(parser)
    json_flag(parser)
