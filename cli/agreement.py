"""The command `agreement`: the network, inspectors and labels, each against each."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from cli.arguments import json_flag, place_argument
from cli.drive import Driver, next_job
from cli.places import images_of, use_place
from cli.terminal import Exit, Progress, print_json, say, table
from engine.core.table import Column, Columns, Table
from engine.data.messages import OpenData
from engine.project.runs import RunFolder
from engine.review.messages import AgreementPair, AgreementRead, ReadAgreement


def run(arguments: argparse.Namespace) -> int:
    """Print everybody's agreement with everybody, from the reviews that the project keeps."""
    path = arguments.run.resolve()
    use_place([path], arguments.place)
    folder = RunFolder.load(path)
    driver = Driver()
    opening = OpenData(
        next_job(), images_of(folder), folder.record.options, project=str(folder.project)
    )
    driver.run(opening, progress=Progress())
    events = driver.run(ReadAgreement(next_job(), str(path)))
    (found,) = [event.agreement for event in events if isinstance(event, AgreementRead)]
    if found.pairs:
        columns: Columns[AgreementPair] = (
            Column("", lambda pair: pair.one),
            Column("against", lambda pair: pair.other),
            Column("images", lambda pair: pair.images),
            Column("agreed", lambda pair: pair.agreed),
            Column("kappa", lambda pair: pair.kappa, lambda k: "n/a" if k is None else f"{k:.3f}"),
            Column("95 %", lambda pair: pair.interval, _interval),
            Column("only the first rejects", lambda pair: pair.first_only),
            Column("only the second", lambda pair: pair.second_only),
        )
        say(table(Table(columns, found.pairs)))
        say("reviews are seldom of images drawn by chance: contradictions are looked at first")
    else:
        say("nobody has reviewed this data set under a name yet")
    if arguments.json:
        print_json({"run": str(path), "pairs": [asdict(pair) for pair in found.pairs]})
    return Exit.DONE


def _interval(pair: tuple[float, float] | None) -> str:
    return "n/a" if pair is None else f"{pair[0]:.2f} to {pair[1]:.2f}"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("run", metavar="RUN", type=Path)
    place_argument(parser)
    json_flag(parser)
