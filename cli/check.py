"""The command `check`: what a data set is, and what is wrong with it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from cli.arguments import data_arguments, json_flag, reader_options
from cli.drive import Driver, next_job
from cli.terminal import Exit, Progress, percent, print_json, say, table
from engine.check.messages import CheckData, DataChecked
from engine.core.table import listed
from engine.core.text import some
from engine.data.messages import DataOpened, OpenData


def run(arguments: argparse.Namespace) -> int:
    """Say what a data set is and list everything that is wrong with it."""
    driver, progress = Driver(), Progress()
    project = str(arguments.project) if arguments.project else ""
    result: list[Any] = driver.run(
        OpenData(next_job(), str(arguments.data), reader_options(arguments), project=project),
        progress=progress,
    )
    data = next(event.data for event in result if isinstance(event, DataOpened))
    result = driver.run(CheckData(next_job()), progress=progress)
    problems = next(event.problems for event in result if isinstance(event, DataChecked))
    say(f"{data.name}: {data.layout_name}, {some(data.images, 'image')}")
    say(table(listed(("class", "images"), data.classes)))
    if data.defective is None:
        say("No normal class found: name it with --normal NAME to get overkill and escape.")
    else:
        say(f"{data.defective} defective, {data.masks} with a known region")
        say(f"'texture right, never a defect' would score {percent(data.baseline)}")
    sizes = ", ".join(f"{w}x{h} ({count})" for (w, h), count in data.sizes[:4])
    say(f"sizes: {sizes}")
    say(f"training view: {data.view}. {data.view_reason}")
    say(some(len(problems), "problem") if problems else "no problems")
    for problem in problems:
        say(f"  {problem.file}: {problem.reason}")
    if arguments.json:
        print_json(
            {
                "layout": data.layout,
                "images": data.images,
                "classes": dict(data.classes),
                "defective": data.defective,
                "masks": data.masks,
                "problems": [{"file": p.file, "reason": p.reason} for p in problems],
                "view": data.view,
                "view_reason": data.view_reason,
                "baseline": data.baseline,
                "fingerprint": data.fingerprint,
                "official_split": data.official_split,
            }
        )
    return Exit.DONE


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    data_arguments(parser)
    parser.add_argument(
        "--project", type=Path, help="keep what is found there, and add labels its runs doubt"
    )
    json_flag(parser)
