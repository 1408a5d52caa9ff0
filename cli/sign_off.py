"""The command `sign-off`: what a run's held-out images prove, and the signed record of it."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cli.arguments import json_flag, place_argument
from cli.drive import Driver, next_job
from cli.places import images_of, use_place
from cli.terminal import Exit, Progress, percent, print_json, say
from engine.data.messages import OpenData
from engine.inspect.messages import PredictRun
from engine.project.runs import RunFolder
from engine.signoff.messages import (
    CheckSignOff,
    Proof,
    RunSigned,
    SignOff,
    SignOffChecked,
    SignRun,
    WriteSignOff,
)
from engine.signoff.record import read


def run(arguments: argparse.Namespace) -> int:
    """Prove, sign if a name is given, and exit 1 where it is not proven or does not hold."""
    path = arguments.run.resolve()
    if path.is_file():
        return _check(path, arguments)
    use_place([path], arguments.place)
    folder = RunFolder.load(path)
    driver, progress, run = Driver(), Progress(), str(path)
    opening = OpenData(
        next_job(), images_of(folder), folder.record.options, project=str(folder.project)
    )
    driver.run(opening, progress=progress)
    driver.run(PredictRun(next_job(), run, "test"), progress=progress)
    asked = CheckSignOff(next_job(), run, arguments.limit, arguments.confidence)
    (proof,) = [e.proof for e in driver.run(asked) if isinstance(e, SignOffChecked)]
    _say(proof)
    record = None
    if arguments.name:
        command = SignRun(
            next_job(),
            run,
            arguments.limit,
            arguments.name,
            arguments.comment,
            arguments.confidence,
        )
        (record,) = [e.record for e in driver.run(command) if isinstance(e, RunSigned)]
        say(f"signed by {record.name} with key {record.key}: {record.path}")
        _page(driver, Path(record.path), arguments)
    elif proof.blocked is None:
        say("Not signed: add --name to write the signed record.")
    if arguments.json:
        print_json(_json(proof, record))
    return Exit.DONE if proof.passed else Exit.FAILED


def _check(path: Path, arguments: argparse.Namespace) -> int:
    """Say whether a record is as it was signed, and whether its run still is."""
    record = read(path)
    _say(record.proof)
    say(f"signed by {record.name}, {record.signed}, key {record.key}")
    good = record.intact and record.holds is True
    say("the record is intact and the run is the one that was signed" if good else str(record.why))
    _page(Driver(), path, arguments)
    if arguments.json:
        print_json(_json(record.proof, record))
    return Exit.DONE if good else Exit.FAILED


def _page(driver: Driver, record: Path, arguments: argparse.Namespace) -> None:
    if arguments.report:
        command = WriteSignOff(
            next_job(), str(record), str(arguments.report.resolve()), arguments.language
        )
        driver.run(command)
        say(f"page: {arguments.report}")


def _say(proof: Proof) -> None:
    words = "proven" if proof.passed else "not proven"
    say(
        f"{words}: escape at most {percent(proof.limit)} with {percent(proof.confidence)} "
        "confidence"
    )
    say(
        f"{proof.escapes} of {proof.defective} defective test images passed: at most "
        f"{percent(proof.upper)} escape"
    )
    if proof.blocked is not None:
        say(str(proof.blocked))
    elif proof.more:
        say(f"{proof.more:,} further defective parts, all of them found, would prove it")
    say(
        f"{proof.overkills} of {proof.normal} normal test images rejected: at most "
        f"{percent(proof.overkill_upper)} overkill"
    )
    for row in proof.textures:
        say(f"  {row.texture}: {row.escapes} of {row.defective}, at most {percent(row.upper)}")
    for caveat in proof.caveats:
        say(f"note: {caveat}")


def _json(proof: Proof, record: SignOff | None) -> dict[str, Any]:
    return {
        **asdict(proof),
        "caveats": [str(each) for each in proof.caveats],
        "blocked": str(proof.blocked) if proof.blocked else None,
        "record": record.path if record else None,
        "key": record.key if record else None,
        "intact": record.intact if record else None,
        "holds": record.holds if record else None,
    }


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("run", metavar="RUN", type=Path, help="a run, or a signed record (.json)")
    place_argument(parser)
    parser.add_argument(
        "--limit", type=float, default=0.05, metavar="X", help="of the escape rate (0.05)"
    )
    parser.add_argument(
        "--confidence", type=float, default=0.95, metavar="C", help="of the statement (0.95)"
    )
    parser.add_argument("--name", default="", help="who signs; without it nothing is signed")
    parser.add_argument("--comment", default="", help="goes into the record")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write the page for the record")
    parser.add_argument("--language", choices=("en", "ko"), default="en", help="of the page (en)")
    json_flag(parser)
