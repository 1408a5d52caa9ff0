"""The command `export`: a run as an ONNX file that was compared with it."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from cli.arguments import json_flag, place_argument
from cli.compress import STAGES, check_seed
from cli.places import use_place
from cli.terminal import Exit, Progress, follow, print_json, say
from engine.compress.export import export_run, script_path
from engine.core.standing import worse_than
from engine.project.runs import RunFolder


def run(arguments: argparse.Namespace) -> int:
    """Write the file, and say whether it may stand for the run."""
    check_seed(arguments.seed)
    use_place([arguments.run], arguments.place)
    work = export_run(
        arguments.run,
        arguments.onnx,
        int8=arguments.int8,
        images=arguments.images,
        seed=arguments.seed,
    )
    result = follow(Progress(), arguments.run.name, work, STAGES)
    near = ", near the threshold" if result.accepted and result.verdict_changes else ""
    say(
        f"{result.file} ({result.precision}): on {result.images_compared} held-out images the "
        f"score differs by {result.max_score_difference:.2g} at most (allowed "
        f"{result.tolerance:g}); "
        f"verdicts changed: {result.verdict_changes}{near}"
    )
    for each in worse_than(RunFolder.load(arguments.run).record.test):
        say(f"caution: {each}")
    if result.accepted:
        script = script_path(arguments.onnx)
        say(f"accepted; to try it: python {script} IMAGE")
    else:
        say(f"NOT accepted: {result.reason} Do not use it in place of the run.")
    if arguments.json:
        print_json({"run": str(arguments.run), **asdict(result)})
    return Exit.DONE


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("run", metavar="RUN", type=Path)
    place_argument(parser)
    parser.add_argument("--onnx", type=Path, required=True, metavar="FILE", help="write it here")
    parser.add_argument("--int8", action="store_true", help="convolutions in 8-bit integers")
    parser.add_argument(
        "--images", type=int, default=20, metavar="N", help="held-out images compared (20)"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="of the images' choice")
    json_flag(parser)
