"""`compress RUN --filters N`: teach a student what a run knows."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from cli.drive import Driver, next_job
from cli.graded import beside, costs_json
from cli.terminal import Exit, Progress, print_json, say
from engine.compress.messages import Distil, StudentReady
from engine.core.errors import RunError
from engine.core.text import some
from engine.network.backbones.student import FEWEST, VGG_FILTERS, WIDEST


def teach(arguments: argparse.Namespace) -> int:
    """Teach a student of so many filters and keep it as a run."""
    filters = arguments.filters or round(VGG_FILTERS / arguments.ratio)
    if not FEWEST <= filters <= sum(WIDEST):
        raise RunError("A student has {least} to {most} filters.", least=FEWEST, most=sum(WIDEST))
    command = Distil(
        next_job(),
        str(arguments.run),
        filters,
        arguments.steps,
        arguments.lessons,
        arguments.seed,
        arguments.normals,
        arguments.made,
        not arguments.windows_only,
        arguments.cost_ratio,
    )
    events = Driver().run(command, progress=Progress())
    (found,) = [event.result for event in events if isinstance(event, StudentReady)]
    say(beside(found))
    say(
        f"learned from {found.lessons} in {some(found.steps, 'step')}; "
        f"{found.verdict_changes} of {found.test_after.images} test images are named otherwise "
        "than by the teacher, each at its own threshold"
    )
    say(f"new run: {found.run}")
    if arguments.json:
        print_json(
            {
                "run": found.run,
                "teacher": found.teacher,
                "lessons": found.lessons,
                "steps": found.steps,
                **costs_json(found.before, found.after),
                "verdict_changes": found.verdict_changes,
                "max_logit_difference": None,
                "test": {"before": asdict(found.test_before), "after": asdict(found.test_after)},
            }
        )
    return Exit.DONE
