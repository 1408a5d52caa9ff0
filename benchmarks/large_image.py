"""One large image through a network: time a pixel and the largest resident set, against 512x512.

    python -m benchmarks.large_image [--network vgg16] [--sides 512,2048,4096,8192] [--threads 1]

Each side is a process of its own; weights are random, for they change neither time nor memory.
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


def one(network: str, side: int, threads: int) -> None:
    """Judge one image of a size and print CPU seconds a megapixel and the memory."""
    labels = (Label("", "", False), Label("", "hole", True))
    numerics = Numerics("cpu", "float32", True, 1, threads)
    judge = Judge(settle(build(network, 2, 128, OXFORD, 0), numerics).eval(), numerics, labels)
    image = np.random.default_rng(0).integers(0, 256, (side, side), dtype=np.uint8)
    judge.judge(image[:512, :512])
    began, passes = time.process_time(), max(1, 1024 // side)
    for _ in range(passes):
        judge.judge(image)
    spent = (time.process_time() - began) / passes
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{side} {spent / (side * side / 1e6):.4f} {spent:.1f} {resident:.2f}", flush=True)


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--network", default="vgg16")
    parser.add_argument("--sides", default="512,2048,4096,8192")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--one", type=int, default=0, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    if arguments.one:
        one(arguments.network, arguments.one, arguments.threads)
        return
    print(f"{processor_name()}, {arguments.threads} threads, {arguments.network}, float32")
    first = 0.0
    for side in map(int, arguments.sides.split(",")):
        words = [sys.executable, "-m", "benchmarks.large_image", "--one", str(side)]
        words += ["--network", arguments.network, "--threads", str(arguments.threads)]
        said = subprocess.run(words, capture_output=True, text=True, check=True).stdout.split()
        each, whole, resident = float(said[1]), float(said[2]), float(said[3])
        first = first or each
        print(
            f"{side}x{side}: {whole:.1f} CPU s, {each:.3f} a megapixel ({each / first:.2f} of the "
            f"smallest), {resident:.2f} GiB resident",
            flush=True,
        )


if __name__ == "__main__":
    sys.exit(main())
