"""The command `answer`: what plain filters and a probe make of a data set, in seconds."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from cli.arguments import data_arguments, json_flag, reader_options
from cli.drive import Driver, next_job
from cli.terminal import Exit, Progress, area, clock, percent, print_json, say, table
from cli.train import labelled
from engine.answer.messages import Answered, FindOut
from engine.answer.values import Answer, Rung
from engine.answer.words import statistic_words
from engine.core.table import Column, Columns, Table
from engine.core.text import some
from engine.data.messages import DataOpened, OpenData


def _interval(value: tuple[float, float] | None, digits: int = 1) -> str:
    return "n/a" if value is None else " to ".join(percent(end, digits) for end in value)


COLUMNS: Columns[Rung] = (
    Column("setting", lambda rung: rung.setting),
    Column("defects", lambda rung: rung.defects_used),
    Column("AUC", lambda rung: rung.auc, area),
    Column(
        "95 %",
        lambda rung: rung.auc_interval,
        lambda v: "n/a" if v is None else f"{v[0]:.3f} to {v[1]:.3f}",
    ),
    Column("overkill", lambda rung: rung.overkill, percent),
    Column("95 %", lambda rung: rung.overkill_interval, _interval),
    Column("escape", lambda rung: rung.escape, percent),
    Column("95 %", lambda rung: rung.escape_interval, _interval),
    Column("time", lambda rung: rung.seconds, clock),
)


def run(arguments: argparse.Namespace) -> int:
    """Open the data set, climb the ladder, say what it comes to."""
    driver, progress = Driver(), Progress()
    opened: list[Any] = driver.run(
        OpenData(next_job(), str(arguments.data), reader_options(arguments)), progress=progress
    )
    data = next(event.data for event in opened if isinstance(event, DataOpened))
    say(f"{data.name}: {some(data.images, 'image')}, {data.defective or 0} defective")
    events: list[Any] = driver.run(
        FindOut(next_job(), labelled(arguments.defects), arguments.seed), progress=progress
    )
    answer = next(event.answer for event in events if isinstance(event, Answered))
    report(answer)
    if arguments.json:
        print_json(answer_json(answer))
    return Exit.DONE


def report(answer: Answer) -> None:
    """Print an answer for people."""
    if answer.rungs:
        say(table(Table(COLUMNS, answer.rungs)))
        first = answer.rungs[0]
        say(
            f"held out: {some(first.normal, 'normal image')} and {some(first.defective, 'defect')} "
            f"(filters); 'texture right, never a defect': {percent(answer.baseline)}"
        )
    for rung in answer.rungs:
        words = [statistic_words(*item[:3]) for item in rung.decided]
        if words:
            say(f"{rung.setting}: defects stand out by {', '.join(words)}")
        for example in rung.examples:
            if not example.right:
                kind = "a defect that passes" if example.defective else "a normal part rejected"
                say(f"  {rung.setting}: {example.file}: {kind} (score {example.score:.3f})")
    say(str(answer.sentence))
    for remark in answer.remarks:
        say(f"  {remark}")
    if answer.training_seconds is not None:
        say(f"Training 'transfer' would take about {clock(answer.training_seconds)} here.")


def answer_json(answer: Answer) -> dict[str, Any]:
    """The JSON object of an answer."""
    return {
        "images": answer.images,
        "defective": answer.defective,
        "defects_used": max((rung.defects_used for rung in answer.rungs), default=0),
        "answers": [_rung_json(rung) for rung in answer.rungs],
        "baseline": answer.baseline,
        "sentence": str(answer.sentence),
        "remarks": [str(remark) for remark in answer.remarks],
        "training_seconds": answer.training_seconds,
    }


def _rung_json(rung: Rung) -> dict[str, Any]:
    low, high = rung.auc_interval or (None, None)
    values = asdict(rung) | {"auc_low": low, "auc_high": high}
    del values["auc_interval"]
    values["misses"] = [
        {"file": each.file, "defective": each.defective, "score": each.score}
        for each in rung.examples
        if not each.right
    ]
    del values["examples"]
    return values


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    data_arguments(parser)
    parser.add_argument(
        "--defects", type=int, metavar="N", help="labelled defects to learn from; 0: none (all)"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="of the images drawn (0)")
    json_flag(parser)
