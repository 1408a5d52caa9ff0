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
from engine.project.titles import named
from engine.signoff.messages import (
    OVERKILL_LIMIT,
    CheckSignOff,
    PlanSignOff,
    Proof,
    RunSigned,
    SignOff,
    SignOffChecked,
    SignOffPlanned,
    SignRun,
    WriteSignOff,
)
from engine.signoff.record import load, read


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
    if arguments.plan_parts or arguments.plan_looks:
        return _plan(driver, run, arguments)
    driver.run(PredictRun(next_job(), run, "test", tied=True), progress=progress)
    asked = CheckSignOff(
        next_job(), run, arguments.limit, arguments.confidence, arguments.overkill_limit
    )
    (proof,) = [e.proof for e in driver.run(asked) if isinstance(e, SignOffChecked)]
    _say(proof)  # first: scripts read the outcome off the first word
    say(f"run: {named(path)}")
    record = None
    if arguments.name:
        command = SignRun(
            next_job(),
            run,
            arguments.limit,
            arguments.name,
            arguments.comment,
            arguments.confidence,
            arguments.overkill_limit,
        )
        (record,) = [e.record for e in driver.run(command) if isinstance(e, RunSigned)]
        say(f"signed by {record.name} with key {record.key}: {record.path}")
        _page(driver, Path(record.path), arguments)
    elif proof.blocked is None:
        say("Not signed: add --name to write the signed record.")
    if arguments.json:
        print_json(_json(proof, record))
    return Exit.DONE if proof.passed else Exit.FAILED


def _plan(driver: Driver, run: str, arguments: argparse.Namespace) -> int:
    """Write a plan down; the verdicts are not looked at."""
    kind, amount = (
        ("parts", arguments.plan_parts) if arguments.plan_parts else ("looks", arguments.plan_looks)
    )
    asked = PlanSignOff(next_job(), run, kind, amount, arguments.limit, arguments.confidence)
    (plan,) = [e.plan for e in driver.run(asked) if isinstance(e, SignOffPlanned)]
    what = "defective parts" if kind == "parts" else "looks"
    say(
        f"planned: {plan.amount:,} {what} to prove escape at most {percent(plan.limit)} with "
        f"{percent(plan.confidence)} confidence; parts that nobody has looked at so far count"
    )
    if arguments.json:
        print_json({"run": run, "plan": asdict(plan)})
    return Exit.DONE


def _check(path: Path, arguments: argparse.Namespace) -> int:
    """Say whether a record is as it was signed, and whether its run still is."""
    record = read(path)
    _say(record.proof)
    say(f"signed by {record.name}, {record.signed}, key {record.key}")
    ours = record.own
    if arguments.key:
        ours = _is_key(arguments.key, record)
        if not ours:
            say(f"signed with another key ({record.key}) than {arguments.key}")
    elif not record.own:
        say(
            f"signed with another key than yours ({record.key}): if you know whose it is, demand "
            "it with --key"
        )
    whole = record.intact and record.counted and record.holds is True
    say("the record is intact and the run is the one that was signed" if whole else str(record.why))
    good = whole and ours
    _page(Driver(), path, arguments)
    if arguments.json:
        print_json(_json(record.proof, record))
    return Exit.DONE if good else Exit.FAILED


def _is_key(wanted: str, record: SignOff) -> bool:
    """Whether a record was signed with the key that somebody demands: its short form or all."""
    digits = wanted.replace(" ", "").lower()
    return digits in (record.key.replace(" ", ""), load(Path(record.path))["key"].lower())


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
    if proof.auc is not None and proof.auc_interval is not None:
        low, high = proof.auc_interval
        say(f"AUC {proof.auc:.4f} (95 % interval {low:.4f} to {high:.4f})")
    if proof.blocked is not None:
        say(str(proof.blocked))
    elif proof.more:
        say(f"{proof.more:,} further defective parts, all of them found, would prove it")
    say(
        f"{proof.overkills} of {proof.normal} normal test images rejected: at most "
        f"{percent(proof.overkill_upper)} overkill, surely {percent(proof.overkill_lower)}"
    )
    for row in proof.textures:
        say(f"  {row.texture}: {row.escapes} of {row.defective}, at most {percent(row.upper)}")
    for caveat in proof.caveats:
        say(f"note: {caveat}")


def _json(proof: Proof, record: SignOff | None) -> dict[str, Any]:
    return {
        **asdict(proof),
        "caveats": [str(each) for each in proof.caveats],
        "hollow": [str(each) for each in proof.hollow],
        "blocked": str(proof.blocked) if proof.blocked else None,
        "record": record.path if record else None,
        "key": record.key if record else None,
        "own": record.own if record else None,
        "intact": record.intact if record else None,
        "counted": record.counted if record else None,
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
    parser.add_argument(
        "--overkill-limit",
        type=float,
        default=OVERKILL_LIMIT,
        metavar="X",
        help="surely more overkill than this is called no inspector (0.2)",
    )
    plan = parser.add_mutually_exclusive_group()
    plan.add_argument(
        "--plan-parts", type=int, default=0, metavar="N", help="plan so many parts, look at none"
    )
    plan.add_argument(
        "--plan-looks", type=int, default=0, metavar="K", help="plan so many looks, look at none"
    )
    parser.add_argument(
        "--key", default="", metavar="KEY", help="whose key a record must be signed with (yours)"
    )
    parser.add_argument("--name", default="", help="who signs; without it nothing is signed")
    parser.add_argument("--comment", default="", help="goes into the record")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write the page for the record")
    parser.add_argument("--language", choices=("en", "ko"), default="en", help="of the page (en)")
    json_flag(parser)
