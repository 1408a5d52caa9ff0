"""`compress RUN --filters N`: teach a student what a run knows."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from cli.graded import costs_json, side_by_side
from cli.terminal import Exit, Progress, percent, print_json, say
from engine.compression.distil import Preview, distil
from engine.errors import RunError
from engine.network.student import FEWEST, VGG_FILTERS, WIDEST

STAGES = {
    "loading": "loading",
    "lessons": "the teacher judges training images,",
    "made": "the teacher judges made defects,",
    "teaching": "step",
    "validating": "validation images,",
    "testing": "test images,",
}


def teach(arguments: argparse.Namespace) -> int:
    """Teach a student of so many filters and keep it as a run."""
    filters = arguments.filters or round(VGG_FILTERS / arguments.ratio)
    if not FEWEST <= filters <= sum(WIDEST):
        raise RunError("A student has {least} to {most} filters.", least=FEWEST, most=sum(WIDEST))
    work = distil(
        arguments.run, filters=filters, steps=arguments.steps, lessons=arguments.lessons,
        images=arguments.normals, made=arguments.made, seed=arguments.seed,
    )  # fmt: skip
    progress = Progress()
    try:
        while True:
            step = next(work)
            if isinstance(step, Preview):
                if step.rates is not None:
                    progress.show(
                        f"step {step.step}  loss {step.loss:.4f}  on {step.rates.images} "
                        f"validation images: accuracy {percent(step.rates.accuracy)}",
                        keep=True,
                    )
                continue
            stage, done, total = step
            progress.show(f"{arguments.run.name}: {STAGES[stage]} {done}/{total}")
    except StopIteration as end:
        found = end.value
    finally:
        work.close()
        progress.clear()
    say(side_by_side(found))
    say(
        f"learned from {found.lessons} in {found.steps} steps; "
        f"{found.verdict_changes} of {found.test_after.images} test images are named otherwise "
        "than by the teacher, each at its own threshold"
    )
    say(f"new run: {found.run}")
    if arguments.json:
        print_json({
            "run": found.run, "teacher": found.teacher, "lessons": found.lessons,
            "steps": found.steps, **costs_json(found.before, found.after),
            "verdict_changes": found.verdict_changes, "max_logit_difference": None,
            "test": {"before": asdict(found.test_before), "after": asdict(found.test_after)},
        })  # fmt: skip
    return Exit.DONE
