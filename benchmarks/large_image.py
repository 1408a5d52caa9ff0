"""One large image through a network: time a pixel and the largest resident set, against 512x512.

    python -m benchmarks.large_image [--network vgg16] [--sides 2048,4096,8192] [--threads 1]

Each side is a process of its own; weights are random, for they change neither time nor memory.
512x512 is timed before and after each, since other programs change what a pixel costs.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time

import numpy as np
import torch

from engine.core.runtime import processor_name
from engine.data.sample import Label
from engine.inspection.dense import Judge
from engine.network.catalogue import build
from engine.network.numerics import settle
from engine.network.values import OXFORD, Numerics

SMALL = 8
"""Passes of 512x512 before and after."""


def one(network: str, side: int, threads: int) -> None:
    """Judge one image of a size and print CPU seconds a megapixel and the memory."""
    labels = (Label("", "", False), Label("", "hole", True))
    numerics = Numerics("cpu", "float32", True, 1, threads)
    judge = Judge(settle(build(network, 2, 128, OXFORD, 0), numerics).eval(), numerics, labels)
    image = np.random.default_rng(0).integers(0, 256, (side, side), dtype=np.uint8)
    small = image[:512, :512].copy()
    judge.judge(small)

    def seconds(of: np.ndarray, passes: int) -> float:
        began = time.process_time()
        for _ in range(passes):
            judge.judge(of)
        return (time.process_time() - began) / passes

    before = seconds(small, SMALL)
    spent = seconds(image, max(1, 1024 // side))
    base = (before + seconds(small, SMALL)) / 2 / (512 * 512 / 1e6)
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    each = spent / (side * side / 1e6)
    print(f"{side} {each:.4f} {spent:.1f} {resident:.2f} {each / base:.3f}", flush=True)


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--network", default="vgg16")
    parser.add_argument("--sides", default="2048,4096,8192")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--one", type=int, default=0, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    if arguments.one:
        one(arguments.network, arguments.one, arguments.threads)
        return
    print(f"{processor_name()}, {arguments.threads} threads, {arguments.network}, float32")
    for side in map(int, arguments.sides.split(",")):
        words = [sys.executable, "-m", "benchmarks.large_image", "--one", str(side)]
        words += ["--network", arguments.network, "--threads", str(arguments.threads)]
        said = subprocess.run(words, capture_output=True, text=True, check=True).stdout.split()
        each, whole, resident, ratio = map(float, said[1:5])
        print(
            f"{side}x{side}: {whole:.1f} CPU s, {each:.3f} a megapixel ({ratio:.2f} of "
            f"512x512), {resident:.2f} GiB resident",
            flush=True,
        )


if __name__ == "__main__":
    sys.exit(main())
