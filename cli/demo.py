"""The command `demo`: a generated 12-class set, from plain filters to trained networks."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from cli.arguments import json_flag
from cli.doctor import display
from cli.drive import Driver, next_job
from cli.terminal import Exit, Progress, area, clock, percent, print_json, say, table
from cli.train import run_json, train_run
from engine.core.errors import DataError
from engine.core.recipe import FITTED_SETTINGS, Recipe, Setting, default_recipe
from engine.core.standing import auc_interval
from engine.core.table import Column, Columns, Table, of
from engine.core.values import Rates, RunSummary
from engine.data.messages import Synthesise
from engine.data.readers.detect import open_dataset
from engine.network.weights import find_weights
from engine.training.messages import Train

NORMAL, DEFECTIVE = 80, 40
"""Images a texture: 720 in all, 144 of them in the test fold."""

ITERATIONS = {Setting.SMALL: 1500, Setting.TRANSFER: 120, Setting.SCRATCH: 120}
"""Of what is trained. The first two end sooner when their validation says enough."""

ENOUGH = 0.99
"""Live AUC that is enough, twice in a row."""


def recipes(minutes: float = 0.0) -> list[Recipe]:
    """The demo's runs, the quickest answer first.

    Parameters
    ----------
    minutes
        Training time of each at the most; 0: no limit.
    """
    fitted = [default_recipe(setting) for setting in FITTED_SETTINGS]
    trained = [
        default_recipe(setting, iterations=count, seconds=60 * minutes, enough=ENOUGH)
        for setting, count in ITERATIONS.items()
    ]
    return [*fitted, *trained]


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
    began = time.monotonic()
    interrupted = False
    try:
        for recipe in recipes(arguments.minutes):
            train = Train(next_job(), str(data), str(project), recipe)
            finished.append(train_run(driver, train, progress))
            say(f"{clock(time.monotonic() - began)} after the images were there:")
            say(_results([run for run, _ in finished]))
    except KeyboardInterrupt:
        interrupted = True
        say(f"stopped after {clock(time.monotonic() - began)}")
        if finished:
            say(_results([run for run, _ in finished]))
    say("'baseline' is the accuracy of \"texture right, never a defect\".")
    say(f"Open it in the window: transferlens demo --dir {arguments.dir}")
    if arguments.json:
        print_json({"project": str(project), "runs": [run_json(*item) for item in finished]})
    return Exit.CANCELLED if interrupted else Exit.DONE


def _interval(run: RunSummary) -> str:
    test = run.test
    if test is None or test.auc is None:
        return "n/a"
    low, high = auc_interval(test.auc, test.images - test.defective, test.defective)
    return f"{low:.3f} to {high:.3f}"


def _share(rate: float | None, interval: tuple[float, float] | None) -> str:
    if rate is None or interval is None:
        return "n/a"
    low, high = (percent(end, 1) for end in interval)
    return f"{percent(rate, 1)} ({low} to {high})"


def _results(runs: list[RunSummary]) -> str:
    tested: Columns[Rates] = (
        Column("images", lambda test: test.images),
        Column("accuracy", lambda test: test.accuracy, percent),
        Column("baseline", lambda test: test.baseline, percent),
        Column("AUC", lambda test: test.auc, area),
        Column("overkill (95 %)", lambda test: _share(test.overkill, test.overkill_interval)),
        Column("escape (95 %)", lambda test: _share(test.escape, test.escape_interval)),
    )
    columns: Columns[RunSummary] = (
        Column("setting", lambda run: run.recipe.setting.value),
        Column("iterations", lambda run: run.iteration),
        Column("time", lambda run: run.seconds, clock),
        *of(lambda run: run.test, tested),
        Column("AUC, 95 %", _interval),
    )
    return table(Table(columns, runs))


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--dir", type=Path, default=Path("demo"), help="where to put it (./demo)")
    parser.add_argument("--headless", action="store_true", help="in the terminal, without a window")
    parser.add_argument(
        "--minutes", type=float, default=0.0, help="training time of each at most (0: no limit)"
    )
    json_flag(parser)
