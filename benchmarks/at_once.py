"""How much quicker N programs that share nothing are than one: what no division of work can exceed.

    python -m benchmarks.at_once [--programs 2] [--rounds 3]

Each passes images through the same small convolutions, one thread each; alone and N at once, in
turns. Two cores that share a memory bus, or are two halves of one, stay below 2.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time

from engine.core.runtime import processor_name

WORK = """
import sys, time, torch
torch.set_num_threads(1)
layers = torch.nn.Sequential(*(torch.nn.Conv2d(16 if n else 1, 16, 3, padding=1) for n in range(4)))
image = torch.zeros(1, 1, 512, 512)
with torch.inference_mode():
    layers(image)
    print("ready", flush=True)
    sys.stdin.readline()
    start = time.perf_counter()
    for _ in range(120):
        layers(image)
print(time.perf_counter() - start, flush=True)
"""


def together(count: int) -> float:
    """Seconds until the last of so many programs is done, all begun at once."""
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", WORK],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        for _ in range(count)
    ]
    for each in programs:
        assert each.stdout is not None
        each.stdout.readline()  # torch is loaded
    start = time.perf_counter()
    for each in programs:
        assert each.stdin is not None
        each.stdin.write("\n")
        each.stdin.flush()
    for each in programs:
        each.wait()
    return time.perf_counter() - start


def ceiling(programs: int = 2, rounds: int = 3) -> float:
    """Median over rounds of N x (time alone) / (time of N at once)."""
    return statistics.median(programs * together(1) / together(programs) for _ in range(rounds))


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    found = ceiling(arguments.programs, arguments.rounds)
    print(f"{processor_name()}: {arguments.programs} programs at once do {found:.2f} times as much")


if __name__ == "__main__":
    main()
