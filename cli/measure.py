"""The command `measure`: what training changed in a run's network, and how its features lie."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from cli.arguments import json_flag, place_argument, scheduler_argument
from cli.drive import Driver, next_job
from cli.places import use_place
from cli.terminal import Exit, Progress, follow, print_json, say, table
from engine.core.errors import RunError
from engine.measures.measure import MEASURES, STAGES, measure_run
from engine.measures.messages import Measured, MeasureRuns
from engine.measures.values import RunMeasures
from engine.project.titles import named


def run(arguments: argparse.Namespace) -> int:
    """Measure runs one after another, and print a table and JSON of them."""
    if arguments.seed < 0:
        raise RunError("The seed must be 0 or more.")
    use_place(arguments.runs, arguments.place)
    progress = Progress()
    listed = []
    elsewhere = _on_workers(arguments, progress) if arguments.scheduler else {}
    for path in arguments.runs:
        result = elsewhere.get(path) or _run(path, arguments, progress)
        _show(path, result)
        listed.append(measures_json(path, result))
    if arguments.json:
        print_json({"runs": listed})
    return Exit.DONE


def _run(path: Path, arguments: argparse.Namespace, progress: Progress) -> RunMeasures:
    steps = measure_run(
        path,
        images=arguments.images,
        seed=arguments.seed,
        tsne=arguments.tsne,
        source=arguments.source,
        control=arguments.control,
    )
    return follow(progress, path.name, steps, STAGES)


def _on_workers(arguments: argparse.Namespace, progress: Progress) -> dict[Path, RunMeasures]:
    """Measures of all runs by a scheduler's workers.

    Raises
    ------
    TransferLensError
        There are no such workers, or a run cannot be measured.
    """
    source, control = (arguments.source, arguments.control)
    command = MeasureRuns(
        next_job(),
        tuple(str(path.expanduser().absolute()) for path in arguments.runs),
        arguments.scheduler,
        arguments.images,
        arguments.seed,
        arguments.tsne,
        str(source.expanduser().absolute()) if source else "",
        str(control.expanduser().absolute()) if control else "",
    )
    events = Driver().run(command, progress=progress)
    taken = {event.run: event.measures for event in events if isinstance(event, Measured)}
    return {path: taken[str(path.expanduser().absolute())] for path in arguments.runs}


def measures_json(path: Path, found: RunMeasures) -> dict[str, Any]:
    """A run's measures as scripts get them; undefined values are None."""
    listed: dict[str, Any] = {
        "run": str(path),
        "iteration": found.iteration,
        "images": len(found.images),
        "seed": found.seed,
        "frozen": found.frozen,
    }
    for each in MEASURES:
        listed |= each.json(found)
    return listed | {"seconds": found.seconds}


def _show(path: Path, found: RunMeasures) -> None:
    """Print a run's measures with sample, seed and caveats."""
    say(
        f"{named(path)}: iteration {found.iteration}, {len(found.images)} test images, "
        f"seed {found.seed}"
    )
    for each in MEASURES:
        for line in each.lines(found):
            say(line if isinstance(line, str) else table(line))


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("runs", metavar="RUN", type=Path, nargs="+")
    place_argument(parser)
    parser.add_argument("--images", type=int, default=100, metavar="N", help="test images (100)")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="of sample and windows")
    parser.add_argument(
        "--source", type=Path, metavar="DIR", help="photographs that stand in for the source data"
    )
    parser.add_argument(
        "--control",
        type=Path,
        metavar="DIR",
        help="more photographs, held against those of --source (which else are split in two)",
    )
    parser.add_argument("--tsne", action="store_true", help="draw t-SNE too, for the window")
    scheduler_argument(parser)
    json_flag(parser)
