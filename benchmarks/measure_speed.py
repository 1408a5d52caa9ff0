"""How long measuring a run takes, stage by stage; nothing of the run's folder is changed.

    python -m benchmarks.measure_speed RUN [--images 100] [--threads N] [--source DIR] [--compare]

CPU seconds are those of all threads together. On a machine that does nothing else the wall
seconds are about the CPU seconds over the threads. Where others compute too, both are more: with
several threads each waits for the slowest, and waiting counts. One thread (`--threads 1`) shows
what the work itself takes.

`--compare` measures twice, the second time with torch's own convolutions throughout: the ratio of
both, and whether the dead channels of every layer are the same.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import numpy as np
import torch

from engine.measures.measure import measure_run
from engine.measures.values import RunMeasures

NEEDED = ("run.toml", "split.csv", "best.safetensors", "last.safetensors")


@dataclass
class Spent:
    """Seconds of one stage."""

    wall: float = 0.0
    cpu: float = 0.0
    longest: float = 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("run", type=Path)
    parser.add_argument("--images", type=int, default=100)
    parser.add_argument("--threads", type=int, default=0, help="those of the run (0)")
    parser.add_argument("--source", type=Path)
    parser.add_argument("--compare", action="store_true", help="with torch's convolutions as well")
    arguments = parser.parse_args()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    with tempfile.TemporaryDirectory() as name:
        run = Path(name) / "runs" / arguments.run.name
        run.mkdir(parents=True)
        for file in NEEDED:
            if (arguments.run / file).is_file():
                shutil.copyfile(arguments.run / file, run / file)
        if arguments.threads:
            record = (run / "run.toml").read_text("utf-8")
            # The numerics' entry; the recipe's own, which asks for threads, stands before it.
            head, numerics, tail = record.partition("[numerics]")
            tail = re.sub(r"(?m)^threads = \d+$", f"threads = {arguments.threads}", tail, count=1)
            (run / "run.toml").write_text(head + numerics + tail, "utf-8")
        stages, found = spend(run, arguments.images, arguments.source)
        images = len(found.images)
        if arguments.compare:
            shutil.rmtree(run / "measures")
            with mock.patch("engine.network.convolve.suits", return_value=False):
                direct, other = spend(run, arguments.images, arguments.source)
    total = Spent(
        sum(s.wall for s in stages.values()),
        sum(s.cpu for s in stages.values()),
        max(s.longest for s in stages.values()),
    )
    print(
        f"{arguments.run}: {images} images, torch {torch.__version__} with {torch.get_num_threads()} threads"
    )
    print(f"{os.cpu_count()} cores, {platform.machine()}, load at the start {load:.1f}")
    print(f"{'stage':<18}{'wall s':>8}{'CPU s':>8}{'an image':>10}{'longest step':>14}")
    for stage, spent in [*stages.items(), ("all", total)]:
        print(
            f"{stage:<18}{spent.wall:>8.1f}{spent.cpu:>8.1f}{spent.cpu / images:>10.3f}"
            f"{spent.longest:>14.2f}"
        )
    if arguments.compare:
        same = all(
            np.array_equal(a.dead, b.dead)
            for ours, theirs in (
                (found.activity, other.activity),
                (found.activity_before, other.activity_before),
            )
            for a, b in zip(ours.layers, theirs.layers, strict=True)
        )
        slow = sum(s.cpu for s in direct.values())
        print(f"torch's convolutions: {slow:.1f} CPU s; ours / torch's: {total.cpu / slow:.2f}")
        print(f"dead channels of every layer the same: {'yes' if same else 'no'}")
    print("an image: CPU s; longest step: wall s, the longest that cancel has to wait")


def spend(run: Path, images: int, source: Path | None) -> tuple[dict[str, Spent], RunMeasures]:
    """Measure a run; seconds by stage, and what was found."""
    stages: dict[str, Spent] = {}
    work = measure_run(run, images=images, source=source)
    stage = "reading"
    while True:
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            after, _, _ = next(work)
        except StopIteration as end:
            return stages, end.value
        finally:
            # A step belongs to the stage it was begun in.
            spent = stages.setdefault(stage, Spent())
            step = time.perf_counter() - wall
            spent.wall += step
            spent.cpu += time.process_time() - cpu
            spent.longest = max(spent.longest, step)
        stage = after


if __name__ == "__main__":
    main()
