"""How much quicker a student inspects an image than VGG-16, in turns, in torch and ONNX Runtime.

    python -m benchmarks.student_speed [--filters 33] [--size 512] [--threads 2] [--passes 10]

Time depends on shapes, not on what was learned: both networks are fresh. From pixels in memory to
every window's logits in torch; in ONNX Runtime to the verdict too, as exported files do it.
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from collections.abc import Callable

import numpy as np
import torch

from engine.compress.cost import filters, multiply_adds
from engine.compress.graph import OUTPUTS, VerdictGraph
from engine.compress.learning import make_student
from engine.compress.onnx_file import Session, to_onnx
from engine.data.sample import Label
from engine.network.catalogue import build
from engine.network.preprocess import OXFORD
from engine.network.window_classifier import WindowClassifier

WINDOW, CLASSES, WARM_UP = 128, 12, 3

Pass = Callable[[], object]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--filters", type=int, default=33)
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--passes", type=int, default=10, help="of VGG-16; students: 20 in each turn"
    )
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    labels = tuple(Label(f"Class{n}", d, bool(d)) for n in range(1, 7) for d in ("", "defective"))
    pixels = np.random.default_rng(0).integers(
        0, 256, (1, arguments.size, arguments.size), np.uint8
    )
    vgg = build("vgg16", CLASSES, WINDOW, OXFORD, 0).eval()
    student = make_student(arguments.filters, CLASSES, WINDOW, 0).eval()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    print(
        f"{arguments.size}x{arguments.size} pixels, float32, {arguments.threads} threads of "
        f"{os.cpu_count()} cores, {platform.machine()}, torch {torch.__version__}, load {load:.1f}"
    )
    for name, network in (("VGG-16", vgg), ("student", student)):
        work = multiply_adds(network, arguments.size, arguments.size)
        print(f"{name}: {filters(network)} filters, {work / 1e6:,.0f} million multiply-adds")
    passes: dict[str, tuple[Pass, Pass]] = {
        "torch": (dense(vgg, pixels), dense(student, pixels)),
        "ONNX Runtime": (
            runtime(vgg, labels, pixels, arguments.threads),
            runtime(student, labels, pixels, arguments.threads),
        ),
    }
    print("in | VGG-16 median, ms | student median, p95, ms | times quicker")
    for where, (large, small) in passes.items():
        slow, quick = [], []
        for turn in range(WARM_UP + arguments.passes):
            slow_now, quick_now = timed(large, 1), timed(small, 20)
            if turn >= WARM_UP:
                slow += slow_now
                quick += quick_now
        ratio = np.median(slow) / np.median(quick)
        print(
            f"{where} | {np.median(slow):.0f} | {np.median(quick):.2f}, "
            f"{np.percentile(quick, 95):.2f} | {ratio:.0f}"
        )


def timed(work: Pass, count: int) -> list[float]:
    """Milliseconds of each of so many passes."""
    found = []
    for _ in range(count):
        began = time.perf_counter()
        work()
        found.append(1000 * (time.perf_counter() - began))
    return found


def dense(network: WindowClassifier, pixels: np.ndarray) -> Pass:
    shown = torch.from_numpy(pixels)

    def once() -> object:
        with torch.inference_mode():
            return network.dense(shown).logits

    return once


def runtime(
    network: WindowClassifier, labels: tuple[Label, ...], pixels: np.ndarray, threads: int
) -> Pass:
    model = to_onnx(VerdictGraph(network, labels, 0.5).eval(), WINDOW, False, {})
    session = Session(model, "benchmark", threads)
    return lambda: session.run(pixels, OUTPUTS[:3])


if __name__ == "__main__":
    main()
