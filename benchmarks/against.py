"""Waits of this checkout against another one's, in turns: check, a training, one file inspected.

    python -m benchmarks.against TREE DIR [check run inspect] [--rounds 3] [--iterations 20]

TREE is a checkout of the build before, DIR a folder of images. Each wait is a process of its own
with a cache of its own, decoded beforehand; what is counted is CPU time by the system and the
clock, imports included. `run` trains one fold with five labelled defects and judges; its first
line of loss is counted from the start, less one step. Set ONEDNN_MAX_CPU_ISA=AVX2 for a processor
without bfloat16 units, OMP_NUM_THREADS for threads.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.core.runtime import processor_name

HERE = Path(__file__).parent.parent
STEP = re.compile(r"iteration (\d+)/")


@dataclass(frozen=True)
class Spent:
    """CPU seconds, seconds by the clock, and those until the first line of loss less one step."""

    cpu: float
    clock: float
    first: float | None = None


def spend(words: list[str], tree: Path, cache: Path) -> Spent:
    """Run a command of a checkout and say what it took."""
    environment = os.environ | {
        "TRANSFERLENS_CACHE": str(cache), "QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": "1",
    }  # fmt: skip
    environment.pop("PYTHONPATH", None)
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    steps: dict[int, float] = {}
    with subprocess.Popen(
        [sys.executable, "main.py", *words],
        cwd=tree, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        for line in _lines(process.stdout):
            if found := STEP.search(line):
                steps.setdefault(int(found[1]), time.monotonic() - began)
    if process.returncode:
        raise SystemExit(f"{tree}: {' '.join(words)} ended with {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    first = None
    if len(steps) > 1:
        (one, at), (two, then) = sorted(steps.items())[:2]
        first = at - one * (then - at) / (two - one)
    return Spent(cpu, time.monotonic() - began, first)


def _lines(stream) -> Iterator[str]:  # type: ignore[no-untyped-def]
    """Lines as they come, a rewritten one as one of its own."""
    held = b""
    while part := stream.read1(4096):
        *whole, held = re.split(rb"[\r\n]", held + part)
        yield from (each.decode("utf-8", "replace") for each in whole)
    yield held.decode("utf-8", "replace")


def waits(
    tree: Path, data: Path, what: list[str], folder: Path, iterations: int
) -> dict[str, Spent]:
    """All waits of one checkout, once."""
    cache, result = folder / "cache", {}
    if "check" in what:
        result["check"] = spend(["check", str(data)], tree, cache)
    if "run" in what:
        project = tempfile.mkdtemp(dir=folder)
        words = [
            "train",
            str(data),
            "--project",
            project,
            "--setting",
            "transfer",
            "--defects",
            "5",
        ]
        result["run"] = spend([*words, "--iterations", str(iterations)], tree, cache)
        if "inspect" in what:
            (run,) = (Path(project) / "runs").iterdir()
            file = next(path for path in sorted(data.rglob("*.[pP][nN][gG]")))
            result["inspect"] = spend(["inspect", str(run), str(file)], tree, cache)
    return result


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tree", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("what", nargs="*", default=["check", "run", "inspect"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--iterations", type=int, default=20)
    arguments = parser.parse_args()
    threads = os.environ.get("OMP_NUM_THREADS", "all")
    print(
        f"{processor_name()}, {threads} threads, {os.environ.get('ONEDNN_MAX_CPU_ISA', 'all units')}"
    )
    seen: dict[tuple[str, str], list[Spent]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as place:
        sides = {"before": arguments.tree.resolve(), "now": HERE}
        for side, tree in sides.items():
            (Path(place) / side).mkdir()
            spend(["check", str(arguments.data)], tree, Path(place) / side / "cache")  # warm
        for number in range(arguments.rounds):
            order = list(sides) if number % 2 == 0 else list(sides)[::-1]
            for side in order:
                folder = Path(place) / side
                for what, spent in waits(
                    sides[side],
                    arguments.data.resolve(),
                    arguments.what,
                    folder,
                    arguments.iterations,
                ).items():
                    seen[what, side].append(spent)
                    first = "" if spent.first is None else f", first loss after {spent.first:.1f} s"
                    print(
                        f"{what} {side}: {spent.cpu:.1f} CPU s, {spent.clock:.1f} s{first}",
                        flush=True,
                    )
    for what in dict.fromkeys(what for what, _ in seen):
        for figure in ("cpu", "clock"):
            one, two = (
                statistics.median(getattr(spent, figure) for spent in seen[what, side])
                for side in ("before", "now")
            )
            print(
                f"{what}, {figure}: {two:.1f} s of {one:.1f} s, {two / one:.2f} of the build before"
            )


if __name__ == "__main__":
    main()
