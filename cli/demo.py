"""The command `demo`: a generated 12-class set, and three settings at equal training time."""

from __future__ import annotations

import argparse
from pathlib import Path

from cli.arguments import json_flag
from cli.doctor import display
from cli.drive import Driver, next_job
from cli.terminal import Exit, Progress, area, clock, percent, print_json, say, table
from cli.train import run_json, train_run
from engine.core.errors import DataError
from engine.core.recipe import Recipe, Setting, default_recipe
from engine.core.table import Column, Columns, Table, of
from engine.core.values import Rates, RunSummary
from engine.data.messages import Synthesise
from engine.data.readers.detect import open_dataset
from engine.network.weights import find_weights
from engine.training.messages import Train

NORMAL, DEFECTIVE = 80, 40
"""Images a texture: 720 in all, 144 of them in the test fold."""

ITERATIONS = {Setting.TRANSFER: 2_000, Setting.SMALL: 50_000, Setting.SCRATCH: 2_000}
"""More than fit into the time on a CPU: the training time decides."""


def recipes(minutes: float) -> list[Recipe]:
    """The demo's runs: transfer, scratch and small at equal training time."""
    return [
        default_recipe(setting, iterations=count, seconds=60 * minutes)
        for setting, count in ITERATIONS.items()
    ]


def prepare(folder: Path) -> tuple[Path, Path]:
    """Where the demo's images and its project lie.

    Raises
    ------
    DataError
        The folder holds something else.
    """
    data = folder / "images"
    if data.exists() and not (data / "synth.json").is_file():
        raise DataError("{path}: is not the demo's. Choose another --dir.", path=data)
    return data, folder / "project"


def run(arguments: argparse.Namespace) -> int:
    """Make the demo and run it, in the window or in the terminal."""
    folder = arguments.dir.expanduser().absolute()
    data, project = prepare(folder)
    find_weights("vgg16")  # before anything is written: the cure comes first
    command = None
    if not (data / "synth.json").is_file():
        command = Synthesise(next_job(), str(data), normal=NORMAL, defective=DEFECTIVE)
    if not arguments.headless and not display():
        say("No screen: running in the terminal (see 'doctor').")
    if not arguments.headless and display():
        from gui.shell.app import run_window

        return run_window(
            data=str(data),
            project=str(project),
            autostart=tuple(recipes(arguments.minutes)),
            draw=command,
        )
    return _in_terminal(arguments, command, data, project)


def _in_terminal(
    arguments: argparse.Namespace, command: Synthesise | None, data: Path, project: Path
) -> int:
    driver, progress = Driver(), Progress()
    if command is not None:
        progress.show(f"drawing {6 * (NORMAL + DEFECTIVE)} images into {data}", keep=True)
        driver.run(command, progress=progress)
    say(f"{open_dataset(data).layout_name}: {data}")
    finished: list[tuple[RunSummary, float]] = []
    for recipe in recipes(arguments.minutes):
        train = Train(next_job(), str(data), str(project), recipe)
        finished.append(train_run(driver, train, progress))
        say(_results([run for run, _ in finished]))
    say("'baseline' is the accuracy of \"texture right, never a defect\".")
    say(f"Open it in the window: transferlens demo --dir {arguments.dir}")
    if arguments.json:
        print_json({"project": str(project), "runs": [run_json(*item) for item in finished]})
    return Exit.DONE


def _results(runs: list[RunSummary]) -> str:
    tested: Columns[Rates] = (
        Column("images", lambda test: test.images),
        Column("accuracy", lambda test: test.accuracy, percent),
        Column("baseline", lambda test: test.baseline, percent),
        Column("AUC", lambda test: test.auc, area),
        Column("overkill", lambda test: test.overkill, percent),
        Column("escape", lambda test: test.escape, percent),
    )
    columns: Columns[RunSummary] = (
        Column("setting", lambda run: run.recipe.setting.value),
        Column("iterations", lambda run: run.iteration),
        Column("time", lambda run: run.seconds, clock),
        *of(lambda run: run.test, tested),
    )
    return table(Table(columns, runs))


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--dir", type=Path, default=Path("demo"), help="where to put it (./demo)")
    parser.add_argument("--headless", action="store_true", help="in the terminal, without a window")
    parser.add_argument(
        "--minutes", type=float, default=4.5, help="training time for each setting (4.5)"
    )
    json_flag(parser)
