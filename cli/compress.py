"""The commands `compress` and `latency`: a smaller network, and how long networks take."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from cli.distil import teach
from cli.graded import beside, costs_json, grade, keep
from cli.places import use_place
from cli.terminal import Exit, Progress, follow, print_json, say, some, table
from engine.compress.compress import IMAGES, remove_dead
from engine.compress.latency import measure_latency
from engine.compress.values import Latency, Removed
from engine.core.errors import RunError
from engine.core.table import Column, Columns, Table

STAGES = {
    "finding": "finding dead channels, image",
    "comparing": "comparing on the same images,",
    "testing": "test images by both networks,",
    "judging": "judging test images,",
    "exporting": "exporting",
    "quantising": "quantising",
    "timing": "pass",
}


def check_seed(seed: int) -> None:
    """Refuse a seed that no generator takes."""
    if seed < 0:
        raise RunError("The seed must be 0 or more.")


def compress(arguments: argparse.Namespace) -> int:
    """Remove dead channels, keep a share of the filters, grade, or teach a student."""
    check_seed(arguments.seed)
    use_place([arguments.run], arguments.place)
    if arguments.grade:
        return grade(arguments)
    if arguments.keep is not None:
        return keep(arguments)
    if arguments.filters or arguments.ratio:
        return teach(arguments)
    images = IMAGES if arguments.images is None else arguments.images
    work = remove_dead(arguments.run, images=images, seed=arguments.seed)
    found = follow(Progress(), arguments.run.name, work, STAGES)
    _show(found)
    if arguments.json:
        print_json(removed_json(found))
    return Exit.DONE


def removed_json(found: Removed) -> dict[str, Any]:
    """A removal as scripts get it."""
    return {
        "run": found.run,
        "parent": found.parent,
        "channels": found.channels,
        **costs_json(found.before, found.after),
        "images": found.training_images + found.validation_images,
        "training_images": found.training_images,
        "validation_images": found.validation_images,
        "seed": found.seed,
        "layers": {x.name: {"before": x.before, "after": x.after} for x in found.narrowed},
        "max_logit_difference": found.max_logit_difference,
        "verdict_changes": found.verdict_changes,
        "test": {"before": asdict(found.test_before), "after": asdict(found.test_after)},
    }


def _show(found: Removed) -> None:
    say(
        f"{some(found.channels, 'channel is', 'channels are')} 0 everywhere on "
        f"{found.training_images} training and "
        f"{some(found.validation_images, 'validation image')} (seed {found.seed}):"
    )
    narrowed = [x for x in found.narrowed if x.after < x.before]
    say("  " + ", ".join(f"{x.name} {x.before - x.after} of {x.before}" for x in narrowed))
    say(beside(found))
    say(
        f"largest logit difference on these images {found.max_logit_difference:.2g}, verdicts "
        f"changed: none; on {some(found.test_before.images, 'test image')}: "
        f"{found.verdict_changes} "
        "(float32)"
    )
    say(f"new run: {found.run}")


def latency(arguments: argparse.Namespace) -> int:
    """Time runs and print a table."""
    work = measure_latency(
        arguments.runs,
        size=(arguments.size, arguments.size),
        batches=sorted({1, arguments.batch}),
        threads=arguments.threads,
        passes=arguments.passes,
        precision=arguments.precision,
    )
    found = follow(Progress(), "latency", work, STAGES)
    _show_latency(found)
    if arguments.json:
        print_json({"runs": [asdict(each) | {"per_image": each.per_image} for each in found]})
    return Exit.DONE


def _show_latency(found: tuple[Latency, ...]) -> None:
    columns: Columns[Latency] = (
        Column("run", lambda each: each.run),
        Column("batch", lambda each: each.batch),
        Column("median", lambda each: each.median, "{:.1f} ms".format),
        Column("95 %", lambda each: each.p95, "{:.1f} ms".format),
        Column("99 %", lambda each: each.p99, "{:.1f} ms".format),
        Column("an image", lambda each: each.per_image, "{:.1f} ms".format),
        Column("passes", lambda each: each.passes),
    )
    say(table(Table(columns, found)))
    first = found[0]
    height, width = first.size
    device = "CPU" if first.device == "cpu" else first.device
    say(
        f"dense passes over {width}x{height} pixels in {first.precision} on {device}, "
        f"{first.threads} threads, after warm-up; the runs took turns"
    )
