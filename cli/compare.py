"""The command `compare`: two runs on the same held-out images."""

from __future__ import annotations

import argparse
from pathlib import Path

from cli.arguments import json_flag, place_argument
from cli.drive import Driver, next_job
from cli.places import images_of, use_place
from cli.terminal import Exit, Progress, percent, print_json, say, table
from engine.compare.messages import CELLS, CompareRuns, RunsCompared
from engine.core.standing import worse_than
from engine.core.table import listed
from engine.core.text import some
from engine.data.messages import OpenData
from engine.inspect.messages import PredictRun
from engine.project.runs import RunFolder
from engine.project.titles import named


def run(arguments: argparse.Namespace) -> int:
    """Judge what has not been judged, then put both runs side by side."""
    paths = [arguments.one.resolve(), arguments.other.resolve()]
    use_place(paths, arguments.place)
    folder = RunFolder.load(paths[0])
    driver, progress = Driver(), Progress()
    project = str(paths[0].parent.parent)
    opening = OpenData(next_job(), images_of(folder), folder.record.options, project=project)
    driver.run(opening, progress=progress)
    for path in paths:
        driver.run(PredictRun(next_job(), str(path), "test"), progress=progress)
    asked = CompareRuns(next_job(), str(paths[0]), str(paths[1]))
    (result,) = [e.pairing for e in driver.run(asked) if isinstance(e, RunsCompared)]
    names = [named(path) for path in paths]
    say(f"{some(len(result), 'image')} that both held out")
    counts = {cell: result.count(cell) for cell in CELLS}
    say(
        table(
            listed(
                ("", f"{names[1]} right", "wrong"),
                [
                    (f"{names[0]} right", counts["both"], counts["one"]),
                    ("wrong", counts["other"], counts["neither"]),
                ],
            )
        )
    )
    for place, name in enumerate(names):
        say(
            f"{name}: {some(result.overkills[place], 'overkill')}, "
            f"{some(result.escapes[place], 'escape')}"
        )
        for each in worse_than(RunFolder.load(paths[place]).record.test):
            say(f"  caution: {each}")
    say(
        f"right by the first less the second: {percent(result.difference)} (95 %: "
        f"{percent(result.low)} to {percent(result.high)}), McNemar p = {result.p:.3g}"
    )
    if result.apart:
        one, many = "image was", "images were"
        say(f"{some(result.apart, one, many)} held out by one of them alone: not counted")
    if arguments.json:
        print_json(
            {
                "runs": [str(path) for path in paths],
                "images": len(result),
                **counts,
                "p": result.p,
                "difference": result.difference,
                "interval": [result.low, result.high],
                "overkills": list(result.overkills),
                "escapes": list(result.escapes),
            }
        )
    return Exit.DONE


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("one", metavar="RUN", type=Path)
    parser.add_argument("other", metavar="RUN", type=Path)
    place_argument(parser)
    json_flag(parser)
