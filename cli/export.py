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
from engine.compress.values import OPENVINO, Exported
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
        brief=arguments.score_only,
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
    say_choice(result)
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


def say_choice(found: Exported) -> None:
    """Say in words what was chosen on this computer, and by which times."""
    if found.int8 == "inexact":
        say("int8 is not offered: it differs too much from the run. The file is float32.")
    elif found.int8 == "slower":
        say("int8 is not offered: it is no quicker on this computer. The file is float32.")
    elif found.int8 == "offered":
        say("int8 is accurate, and quicker on this computer")
    if found.runtime == OPENVINO:
        say("OpenVINO is quicker for it on this computer; the example script takes it")
    if found.times:
        height, width = found.times[0].size
        each = ", ".join(
            f"{time.precision} in {time.runtime} {time.median:.2f} ms" for time in found.times
        )
        say(f"{width}x{height} pixels, {found.times[0].threads} threads, in turns: {each}")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("run", metavar="RUN", type=Path)
    place_argument(parser)
    parser.add_argument("--onnx", type=Path, required=True, metavar="FILE", help="write it here")
    parser.add_argument(
        "--int8",
        action="store_true",
        help="convolutions in 8-bit integers, where accurate and quicker here",
    )
    parser.add_argument(
        "--score-only", action="store_true", help="no map of windows: score, class, worst window"
    )
    parser.add_argument(
        "--images", type=int, default=20, metavar="N", help="held-out images compared (20)"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="of the images' choice")
    json_flag(parser)
