"""The commands `study` and `report`: settings x folds, the board of claims, one HTML file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import cattrs

from cli.commands import reader_options
from cli.drive import Driver, next_job
from cli.study_arguments import plan_defaults
from cli.terminal import Exit, Progress, percent, print_json, say, some, table
from cli.train import parse_value
from engine.core.errors import RecipeError
from engine.core.event import Event
from engine.core.recipe import Setting
from engine.core.table import Column, Columns, Table
from engine.study.messages import ReportWritten, RunStudy, StudyAdvanced, StudyJudged, WriteReport
from engine.study.plan import StudyPlan
from engine.study.store import StudyFolder
from engine.study.values import CLAIMS, Board, CurveDot, Effect, SettingRow


def study(arguments: argparse.Namespace) -> int:
    """Run a study, or go on with it, and print its board."""
    project = arguments.project.expanduser().absolute()
    plan = make_plan(arguments)
    driver, progress = Driver(), Progress()
    command = RunStudy(next_job(), plan, str(project), not arguments.no_train)

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
    if arguments.report is not None or not arguments.json:
        _write(driver, project, plan.name, arguments.report, arguments.language)
    if arguments.json:
        print_json(cattrs.unstructure(boards[-1]))
    return Exit.DONE


def report(arguments: argparse.Namespace) -> int:
    """Write a study's board as one HTML file."""
    project = arguments.project.expanduser().absolute()
    _write(Driver(), project, arguments.name, arguments.out, arguments.language)
    return Exit.DONE


def _write(driver: Driver, project: Path, name: str, out: Path | None, language: str) -> None:
    path = "" if out is None else str(out.expanduser().absolute())
    command = WriteReport(next_job(), str(project), name, path, language)
    for event in driver.run(command, progress=Progress()):
        if isinstance(event, ReportWritten):
            say(f"report: {event.path}")


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
            if setting not in listed and setting is not Setting.SMALL
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
    if board.rival is not None:
        say(str(board.rival))
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
