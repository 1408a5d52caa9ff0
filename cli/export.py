"""The command `export`: a run as an ONNX file that was compared with it."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from cli.compress import STAGES, check_seed
from cli.places import use_place
from cli.terminal import Exit, Progress, follow, print_json, say
from engine.compress.export import export_run, script_path


def export(arguments: argparse.Namespace) -> int:
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
    found = follow(Progress(), arguments.run.name, work, STAGES)
    near = ", near the threshold" if found.accepted and found.verdict_changes else ""
    say(
        f"{found.file} ({found.precision}): on {found.images_compared} held-out images the score "
        f"differs by {found.max_score_difference:.2g} at most (allowed {found.tolerance:g}); "
        f"verdicts changed: {found.verdict_changes}{near}"
    )
    if found.accepted:
        script = script_path(arguments.onnx)
        say(f"accepted; to try it: python {script} IMAGE")
    else:
        say(f"NOT accepted: {found.reason} Do not use it in place of the run.")
    if arguments.json:
        print_json({"run": str(arguments.run), **asdict(found)})
    return Exit.DONE
