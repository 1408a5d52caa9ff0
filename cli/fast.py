"""The command `fast`: from few labelled defects to a quick inspector whose export is verified."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from cli.arguments import (
    data_arguments,
    json_flag,
    reader_options,
)
from cli.drive import Driver, next_job
from cli.export import say_choice
from cli.terminal import Exit, Progress, area, clock, percent, print_json, say, table
from engine.compress.values import Latency
from engine.core.standing import worse_than
from engine.core.table import Column, Columns, Table, of
from engine.core.values import Rates
from engine.few_defects.messages import FastInspector, InspectorMade, MakeInspector


def run(arguments: argparse.Namespace) -> int:
    """Train the teacher, teach, export and time the student; say what is proven."""
    command = MakeInspector(
        next_job(),
        str(arguments.data),
        str(arguments.project),
        reader_options(arguments),
        arguments.device,
        str(arguments.teacher or ""),
        arguments.defects,
        arguments.fold,
        arguments.iterations,
        arguments.filters,
        arguments.steps,
        arguments.normals,
        arguments.made,
        str(arguments.onnx or ""),
        arguments.int8,
        arguments.seed,
    )
    events = Driver().run(command, progress=Progress())
    (result,) = [event.result for event in events if isinstance(event, InspectorMade)]
    _show(result)
    if arguments.json:
        print_json(asdict(result) | {"total_seconds": result.total_seconds})
    return Exit.DONE


def _show(found: FastInspector) -> None:
    teacher, student, file = found.latency
    judged: Columns[Rates] = (
        Column("AUC", lambda test: area(test.auc)),
        Column("overkill", lambda test: f"{test.overkills}/{test.images - test.defective}"),
        Column("escape", lambda test: f"{test.escapes}/{test.defective}"),
        Column(
            "accuracy",
            lambda test: f"{percent(test.accuracy)} (never a defect: {percent(test.baseline)})",
        ),
    )
    columns: Columns[tuple[str, Rates | None, Latency]] = (
        Column("", lambda row: row[0]),
        *of(lambda row: row[1], judged),
        Column("an image", lambda row: row[2].median, "{:.1f} ms".format),
    )
    rows = [
        ("teacher", found.teacher_test, teacher),
        ("student", found.student_test, student),
        ("its file", None, file),
    ]
    say(table(Table(columns, rows)))
    height, width = student.size
    say(
        f"learned from {found.defects} labelled defects; the student saw {found.normals} normal "
        f"images and {found.made} with made defects. {width}x{height} pixels, {student.threads} "
        "threads, torch in float32; the file in {found.exported.runtime}"
    )
    for each in worse_than(found.student_test):
        say(f"  caution: {each}")
    say(_proven(found))
    say(_threshold(found))
    exported = found.exported
    say(
        f"{exported.file}: on {exported.images_compared} held-out images the score differs by "
        f"{exported.max_score_difference:.2g} at most, verdicts changed: "
        f"{exported.verdict_changes}; "
        + ("accepted" if exported.accepted else f"NOT accepted: {exported.reason}")
    )
    say_choice(exported)
    spent = ", ".join(f"{stage} {clock(seconds)}" for stage, seconds in found.seconds)
    say(f"{clock(found.total_seconds)} in all: {spent}")
    say(f"runs: {found.teacher}\n      {found.student}")


def _proven(found: FastInspector) -> str:
    test = found.student_test
    if not test.defective:
        return "no defect was held out: nothing is known about escapes"
    return (
        f"proven: {test.escapes} escapes of {test.defective} held-out defects still allow "
        f"{percent(found.escapes_possible, 0)} (95 % interval)"
    )


def _threshold(found: FastInspector) -> str:
    if found.threshold_defects:
        return (
            f"threshold: cheapest on {found.threshold_images} normal and "
            f"{found.threshold_defects} defective validation images"
        )
    return (
        f"threshold: a quantile of {found.threshold_images} normal images; it knows nothing of "
        "weak defects"
    )


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    data_arguments(parser)
    parser.add_argument("--project", type=Path, metavar="P", required=True)
    parser.add_argument(
        "--defects", type=int, default=0, metavar="N", help="labelled defects used (all)"
    )
    parser.add_argument("--teacher", type=Path, metavar="RUN", help="learn from it; train none")
    parser.add_argument("--iterations", type=int, default=40, metavar="N", help="teacher's (40)")
    parser.add_argument("--filters", type=int, default=33, metavar="N", help="student's (33)")
    parser.add_argument("--steps", type=int, default=2000, metavar="N", help="student's (2000)")
    parser.add_argument(
        "--normals", type=int, default=80, metavar="N", help="normal images the student sees (80)"
    )
    parser.add_argument(
        "--made", type=int, default=120, metavar="N", help="images with made defects it sees (120)"
    )
    parser.add_argument("--fold", type=int, default=1, metavar="I", help="held out, of 5 (1)")
    parser.add_argument(
        "--onnx", type=Path, metavar="FILE", help="write it here (in the student's folder)"
    )
    parser.add_argument(
        "--int8",
        action="store_true",
        help="convolutions in 8-bit integers, where accurate and quicker here",
    )
    parser.add_argument("--device", default="auto")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="of the images' choice")
    json_flag(parser)
