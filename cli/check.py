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
from engine.core.values import ANSWERS, DataSummary
from engine.data.messages import DataExplained, DataOpened, ExplainData, OpenData
from engine.data.values import WRITTEN
from engine.review.messages import LabelsWritten, WriteLabels


def run(arguments: argparse.Namespace) -> int:
    """Say what a data set is and list everything that is wrong with it."""
    driver, progress = Driver(), Progress()
    project = str(arguments.project) if arguments.project else ""
    if arguments.explain:
        return _explain(driver, arguments, project)
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
    wrong = [problem for problem in problems if problem.kind not in ("note", "unread", "lots")]
    say(some(len(wrong), "problem") if wrong else "no problems")
    for problem in problems:
        say(f"  {problem.file}: {problem.reason}")
    _account(data)
    if arguments.write:
        kind, folder = arguments.write
        written = driver.run(WriteLabels(next_job(), folder, kind), progress=progress)
        (made,) = [event for event in written if isinstance(event, LabelsWritten)]
        say(f"{folder}: {some(made.images, 'image')} and {some(made.regions, 'region')} as {kind}")
    if arguments.json:
        print_json(
            {
                "layout": data.layout,
                "images": data.images,
                "classes": dict(data.classes),
                "defective": data.defective,
                "masks": data.masks,
                "problems": [
                    {"file": p.file, "kind": p.kind, "reason": p.reason} for p in problems
                ],
                "view": data.view,
                "view_reason": data.view_reason,
                "baseline": data.baseline,
                "fingerprint": data.fingerprint,
                "official_split": data.official_split,
                "grey": list(data.grey),
                "files": {
                    "there": data.account.there,
                    "images": data.account.images,
                    "masks": data.account.masks,
                    "labels": data.account.labels,
                    "tables": data.account.tables,
                    "named": data.account.named,
                },
            }
        )
    return Exit.DONE


def _account(data: DataSummary) -> None:
    """Say what became of every file."""
    told = data.account
    if not told.there:
        return
    for each in told.beside:
        say(f"  {each.reason}")
    parts = [
        some(told.images, "image"),
        *(some(n, name) for n, name in ((told.masks, "mask"), (told.labels, "label file"),
                                        (told.tables, "table")) if n),
    ]  # fmt: skip
    say(f"{some(told.there, 'file')}: {', '.join(parts)} read, {told.named} named")


def _explain(driver: Driver, arguments: argparse.Namespace, project: str) -> int:
    """Say what lies in a folder and how it would be read; nothing is opened."""
    asked = ExplainData(next_job(), str(arguments.data), reader_options(arguments), project=project)
    (look,) = [e.look for e in driver.run(asked) if isinstance(e, DataExplained)]
    rows = tuple(
        ("  " * each.depth + each.name, each.images, each.others, each.role)
        for each in look.folders
    )
    say(table(listed(("folder", "images", "other files", "role"), rows)))
    if look.more_folders:
        say(f"... and {look.more_folders} more folders")
    for name, count in look.labels:
        say(f"label files: {name}, of {some(count, 'image')}")
    for each in look.tables:
        said = ", ".join(f"{role} = {heading}" for role, heading in each.roles)
        say(f"table {each.path}: {some(each.count, 'row')}; {said or 'no column is understood'}")
        say(table(listed(each.header, each.rows)))
    if look.unclear is not None:
        say(str(look.unclear))
        say("Say what a folder is: --role FOLDER=ROLE; which class is normal: --normal NAME")
    else:
        say(f"read as: {look.layout_name}")
        say(table(listed(("class", "images"), look.classes)))
        say(f"{some(look.images, 'image')}, {some(look.regions, 'region')}")
        for problem in look.problems:
            say(f"  {problem.file}: {problem.reason}")
    for question in look.questions:
        choices = ", ".join(ANSWERS[question]) or "a number"
        say(f"question: --answer {question}=... ({choices})")
    if arguments.json:
        print_json(
            {
                "layout": look.layout,
                "images": look.images,
                "regions": look.regions,
                "classes": dict(look.classes),
                "folders": [
                    {"path": f.path, "images": f.images, "others": f.others, "role": f.role}
                    for f in look.folders
                ],
                "labels": dict(look.labels),
                "tables": [
                    {"path": t.path, "rows": t.count, "columns": dict(t.roles)} for t in look.tables
                ],
                "questions": list(look.questions),
                "unclear": str(look.unclear) if look.unclear is not None else None,
            }
        )
    return Exit.DONE


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    data_arguments(parser)
    parser.add_argument(
        "--project", type=Path, help="keep what is found there, and add labels its runs doubt"
    )
    parser.add_argument(
        "--explain", action="store_true", help="what lies there and how it would be read"
    )
    parser.add_argument(
        "--write",
        nargs=2,
        metavar=("FORMAT", "FOLDER"),
        help=f"write regions, labels and reviews for other tools: {', '.join(WRITTEN)}",
    )
    json_flag(parser)
