"""The commands `compress` and `latency`: a smaller network, and how long networks take."""

from __future__ import annotations

import argparse
from collections.abc import Generator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

from cli.terminal import Exit, Progress, percent, print_json, say, table
from engine.compressed import Latency, Removed
from engine.compression.compress import remove_dead
from engine.compression.latency import measure_latency
from engine.errors import RunError

T = TypeVar("T")

STAGES = {
    "finding": "finding dead channels, image",
    "comparing": "comparing on the same images,",
    "testing": "test images by both networks,",
    "judging": "judging test images,",
    "exporting": "exporting",
    "quantising": "quantising",
    "timing": "pass",
}


def follow(name: str, work: Generator[tuple[str, int, int], None, T]) -> T:
    """Run a generator of (stage, done, total) to its end, with a line of progress."""
    progress = Progress()
    with closing(work):
        try:
            while True:
                stage, done, total = next(work)
                count = f" {done}/{total}" if total > 1 else ""
                progress.show(f"{name}: {STAGES.get(stage, stage)}{count}")
        except StopIteration as end:
            result: T = end.value
            return result
        finally:
            progress.clear()


def check_seed(seed: int) -> None:
    """Refuse a seed that no generator takes."""
    if seed < 0:
        raise RunError("The seed must be 0 or more.")


def compress(arguments: argparse.Namespace) -> int:
    """Remove a run's dead channels and print both networks side by side."""
    check_seed(arguments.seed)
    work = remove_dead(arguments.run, images=arguments.images, seed=arguments.seed)
    found = follow(arguments.run.name, work)
    _show(found)
    if arguments.json:
        print_json(removed_json(found))
    return Exit.DONE


def removed_json(found: Removed) -> dict[str, Any]:
    """A removal as scripts get it."""
    before, after = found.before, found.after
    pairs = {
        name: {"before": getattr(before, name), "after": getattr(after, name)}
        for name in ("filters", "parameters", "multiply_adds", "weight_bytes")
    }
    return {
        "run": found.run,
        "parent": found.parent,
        "channels": found.channels,
        **pairs,
        "size": list(before.size),
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
        f"{found.channels} channels are 0 everywhere on {found.training_images} training and "
        f"{found.validation_images} validation images (seed {found.seed}):"
    )
    narrowed = [x for x in found.narrowed if x.after < x.before]
    say("  " + ", ".join(f"{x.name} {x.before - x.after} of {x.before}" for x in narrowed))
    before, after = found.before, found.after
    one, other = found.test_before, found.test_after
    height, width = before.size
    rows = [["", Path(found.parent).name, Path(found.run).name]]
    for title, a, b in (
        ("filters", before.filters, after.filters),
        ("parameters", before.parameters, after.parameters),
        (f"multiply-adds at {width}x{height}", before.multiply_adds, after.multiply_adds),
        ("bytes of weights", before.weight_bytes, after.weight_bytes),
    ):
        rows.append([title, f"{a:,}", f"{b:,} ({percent(b / a, 1)})"])
    rows.append(["accuracy", percent(one.accuracy), percent(other.accuracy)])
    for title, u, v in (("overkill", one.overkill, other.overkill),
                        ("escape", one.escape, other.escape)):  # fmt: skip
        rows.append([title, percent(u), percent(v)])
    rows.append(["AUC", *("n/a" if x.auc is None else f"{x.auc:.4f}" for x in (one, other))])
    say(table(rows))
    say(
        f"largest logit difference on these images {found.max_logit_difference:.2g}, verdicts "
        f"changed: none; on {one.images} test images: {found.verdict_changes} (float32)"
    )
    say(f"new run: {found.run}")


def latency(arguments: argparse.Namespace) -> int:
    """Time runs and print a table."""
    work = measure_latency(
        arguments.runs,
        size=arguments.size,
        batch=arguments.batch,
        threads=arguments.threads,
        passes=arguments.passes,
        precision=arguments.precision,
    )
    found = follow("latency", work)
    _show_latency(found)
    if arguments.json:
        print_json({"runs": [asdict(each) | {"per_image": each.per_image} for each in found]})
    return Exit.DONE


def _show_latency(found: tuple[Latency, ...]) -> None:
    rows = [["run", "batch", "median", "95 %", "99 %", "an image", "passes"]]
    for each in found:
        times = (each.median, each.p95, each.p99, each.per_image)
        rows.append([
            each.run, str(each.batch), *(f"{ms:.1f} ms" for ms in times), str(each.passes),
        ])  # fmt: skip
    say(table(rows))
    first = found[0]
    height, width = first.size
    device = "CPU" if first.device == "cpu" else first.device
    say(
        f"dense passes over {width}x{height} pixels in {first.precision} on {device}, "
        f"{first.threads} threads, after warm-up; the runs took turns"
    )
