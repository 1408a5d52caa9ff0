"""The commands `study` and `report`: settings x folds, the board of claims, one HTML file."""

from __future__ import annotations

import argparse
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
from cli.terminal import Exit, Progress, percent, print_json, say, table
from cli.train import parse_value
from engine.core.errors import RecipeError
from engine.core.event import Event
from engine.core.recipe import FITTED_SETTINGS, NO_DEFECTS, Setting
from engine.core.table import Column, Columns, Table
from engine.core.text import some
from engine.study.messages import ReportWritten, RunStudy, StudyAdvanced, StudyJudged, WriteReport
from engine.study.plan import ALL_SETTINGS, DEFECT_COUNTS, DEFECT_SETTINGS, StudyPlan
from engine.study.store import StudyFolder
from engine.study.values import CLAIMS, Board, CurveDot, Effect, SettingRow


def run(arguments: argparse.Namespace) -> int:
    """Run a study, or go on with it, and print its board."""
    project = arguments.project.expanduser().absolute()
    plan = make_plan(arguments)
    driver, progress = Driver(), Progress()
    scheduler = arguments.scheduler
    command = RunStudy(next_job(), plan, str(project), not arguments.no_train, scheduler)

    def watch(event: Event) -> None:
        if isinstance(event, StudyAdvanced):
            done = sum(task.state == "done" for task in event.tasks)
            progress.show(
                f"study '{event.study}': {done} of {some(len(event.tasks), 'run')}", keep=True
            )

    events = driver.run(command, progress=progress, watch=watch)
    boards = [event.board for event in events if isinstance(event, StudyJudged)]
    if not boards:
        say("Stopped before the first board. The same command goes on.")
        return Exit.DONE
    show_board(boards[-1])
    report = write_report(driver, project, plan.name, arguments.report, arguments.language)
    if arguments.json:
        (*_, last) = [event for event in events if isinstance(event, StudyAdvanced)]
        runs = dict.fromkeys(task.run for task in last.tasks if task.run)
        own = {"runs": list(runs), "claims": _claims(boards[-1]), "report": report}
        print_json(cattrs.unstructure(boards[-1]) | own)
    return Exit.DONE


def _claims(board: Board) -> list[dict[str, object]]:
    """The ten claims in short: number, outcome, and in words what decided."""
    return [
        {
            "number": finding.claim,
            "finding": finding.outcome,
            "evidence": " ".join(
                [*(f"{part.name}: {part.shown}." for part in finding.effects), str(finding.reason)]
            ),
        }
        for finding in board.findings
    ]


def write_report(driver: Driver, project: Path, name: str, out: Path | None, language: str) -> str:
    """Write a study's report, say where it lies, and return that."""
    written = ""
    path = "" if out is None else str(out.expanduser().absolute())
    command = WriteReport(next_job(), str(project), name, path, language)
    for event in driver.run(command, progress=Progress()):
        if isinstance(event, ReportWritten):
            written = event.path
            say(f"report: {written}")
    return written


def make_plan(arguments: argparse.Namespace) -> StudyPlan:
    """The plan that the arguments describe; without a data set, the study's own.

    Raises
    ------
    RecipeError, RunError
        Something in it is not valid, or there is neither a data set nor a study.
    """
    if arguments.data is None:
        changed = [
            name for name, value in plan_defaults().items() if getattr(arguments, name) != value
        ]
        if changed:
            raise RecipeError(
                "A study that goes on keeps its plan. To change {names}, name the data set too.",
                names=", ".join(f"--{name.replace('_', '-')}" for name in changed),
            )
        project = arguments.project.expanduser().absolute()
        return StudyFolder(project, arguments.name).read_plan()
    folds, count = arguments.folds
    changes = [_change(text) for text in arguments.set]
    if arguments.iterations is not None:
        listed = {setting for setting, name, _ in changes if name == "iterations"}
        changes += [
            (setting, "iterations", arguments.iterations)
            for setting in Setting
            if setting not in {*listed, Setting.SMALL, *FITTED_SETTINGS}
        ]
    curve = arguments.defects
    return StudyPlan(
        name=arguments.name,
        data=str(arguments.data.expanduser().absolute()),
        options=reader_options(arguments),
        settings=tuple(arguments.settings),
        folds=count,
        run_folds=folds,
        preset=arguments.preset,
        seed=arguments.seed,
        changes=tuple(changes),
        source="" if arguments.source is None else str(arguments.source.absolute()),
        control="" if arguments.control is None else str(arguments.control.absolute()),
        images=arguments.images,
        target=arguments.target,
        curve=curve or (),
        curve_settings=tuple(arguments.defect_settings),
        draws=arguments.draws,
        curve_changes=tuple(_change(text) for text in arguments.defects_set),
        device=arguments.device,
    )


def _change(text: str) -> tuple[Setting, str, Any]:
    """Read "scratch-aug:iterations=6000"."""
    setting, colon, entry = text.partition(":")
    name, equals, value = entry.partition("=")
    if not colon or not equals:
        raise RecipeError(
            "'{text}' is not like scratch-aug:iterations=6000 (setting, entry, value).", text=text
        )
    try:
        return Setting(setting), name, parse_value(name, value)
    except ValueError:
        raise RecipeError(
            "'{text}': '{setting}' is not one of {choices}.",
            text=text,
            setting=setting,
            choices=", ".join(Setting),
        ) from None


def show_board(board: Board) -> None:
    """Print a board: settings, the rival, ten findings, the curve and its answer."""
    say(
        f"{board.done} of {some(board.total, 'run')}; data {board.data}, "
        f"{some(board.images, 'image')}"
    )
    settings: Columns[SettingRow] = (
        Column("setting", lambda row: row.setting.value),
        Column("folds", lambda row: row.folds),
        Column("iterations", lambda row: row.iterations, "{:,}".format),
        Column("accuracy", lambda row: row.accuracy, percent),
        Column("AUC", lambda row: _auc(row.auc, row.auc_low, row.auc_high)),
        Column("overkill", lambda row: f"{row.overkills}/{row.images - row.defective}"),
        Column("escape", lambda row: f"{row.escapes}/{row.defective}"),
        Column("s a fold", lambda row: row.seconds, "{:.0f}".format),
    )
    say(table(Table(settings, board.rows)))
    say(f"never a defect: {percent(board.baseline)}")
    for sentence in board.rivals or ((board.rival,) if board.rival else ()):
        say(str(sentence))
    for finding in board.findings:
        say(f"{finding.claim:2} {finding.outcome:5} {CLAIMS[finding.claim]}")
        for part in finding.effects:
            say(f"         {part.name}: {part.shown} (effect {_interval(part)}, {part.outcome})")
        for sentence in (finding.reason, *finding.caveats):
            say(f"         {sentence}")
    if board.curve:
        dots: Columns[CurveDot] = (
            Column("setting", lambda dot: dot.setting.value),
            Column("defects", lambda dot: f"{dot.defects}{' (all)' if dot.everything else ''}"),
            Column("draws", lambda dot: len(dot.draws)),
            Column("AUC", lambda dot: _auc(dot.auc, dot.auc_low, dot.auc_high)),
            Column("overkill", lambda dot: dot.overkill, percent),
            Column("escape", lambda dot: dot.escape, percent),
        )
        say(table(Table(dots, board.curve)))
    if board.answer is not None:
        say(str(board.answer))
    for budget in board.budgets:
        say(str(budget.words))
    for name, why in board.failed:
        say(f"failed: {name}: {why}")


def _auc(mean: float | None, low: float | None, high: float | None) -> str:
    if mean is None:
        return "n/a"
    return f"{mean:.4f}" if low is None or high is None else f"{mean:.4f} ({low:.3f} to {high:.3f})"


def _interval(part: Effect) -> str:
    if part.low is None or part.high is None:
        return f"{part.mean:.3g}"
    return f"{part.mean:.3g}, {part.low:.3g} to {part.high:.3g}"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "data",
        metavar="DIR",
        type=Path,
        nargs="?",
        help="folder or manifest; without it, go on with the study",
    )
    parser.add_argument("--project", type=Path, required=True, metavar="P")
    parser.add_argument("--name", default="study", help="of the study (study)")
    parser.add_argument("--settings", type=_settings, default=ALL_SETTINGS, metavar="A,B")
    parser.add_argument(
        "--folds",
        type=folds_argument,
        default=((1, 2), 5),
        metavar="1,2/5",
        help="which folds are run, of how many (1,2/5)",
    )
    parser.add_argument("--iterations", type=int, metavar="N", help="of all but the small network")
    parser.add_argument("--preset", choices=["article", "recommended"], default="recommended")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="SETTING:NAME=VALUE",
        help="a recipe entry of one setting, for example scratch-aug:iterations=6000",
    )
    parser.add_argument("--source", type=Path, metavar="DIR", help="photographs, for claim 1")
    parser.add_argument(
        "--control", type=Path, metavar="DIR", help="other photographs, its control"
    )
    parser.add_argument("--images", type=int, default=100, metavar="N", help="measured (100)")
    parser.add_argument(
        "--target", type=float, default=0.95, metavar="AUC", help="x of claims 3, 4"
    )
    parser.add_argument(
        "--defects",
        type=_counts,
        nargs="?",
        const=DEFECT_COUNTS,
        default=(),
        metavar="0,1,5,all",
        help="also the curve of labelled defects (0,1,2,5,10,20,50,all)",
    )
    parser.add_argument("--defect-settings", type=_settings, default=DEFECT_SETTINGS, metavar="A,B")
    parser.add_argument("--draws", type=int, default=3, metavar="N", help="of each point (3)")
    parser.add_argument("--defects-set", action="append", default=[], metavar="SETTING:NAME=VALUE")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--no-train", action="store_true", help="only judge the runs there are")
    reader_arguments(parser)
    scheduler_argument(parser)
    json_flag(parser)
    parser.add_argument("--report", type=Path, metavar="FILE", help="where to write the report")
    parser.add_argument("--language", choices=["en", "ko"], default="en", help="of the report")


def _settings(text: str) -> tuple[Setting, ...]:
    try:
        return tuple(Setting(name) for name in text.split(","))
    except ValueError:
        names = ", ".join(Setting)
        raise argparse.ArgumentTypeError(f"'{text}': settings are {names}") from None


def _labelled(text: str) -> int:
    """Labelled defects of a point as plans have them: "all" is 0 there, and 0 is none."""
    return 0 if text == "all" else int(text) or NO_DEFECTS


def _counts(text: str) -> tuple[int, ...]:
    try:
        return tuple(_labelled(part.strip()) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not like 0,1,5,all") from None


def plan_defaults() -> dict[str, object]:
    """What the options that make a plan are where nobody gives them."""
    parser = argparse.ArgumentParser()
    arguments(parser)
    result = vars(parser.parse_args(["--project", "."]))
    others = (
        "data", "project", "name", "no_train", "report", "language", "json", "scheduler",
    )  # fmt: skip
    return {name: value for name, value in result.items() if name not in others}
