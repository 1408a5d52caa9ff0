"""How long a student takes for an image: the plain form and the separable one, in turns.

    python -m benchmarks.student_speed [--before FILE.onnx] [--filters 33] [--size 512] [--vgg 0]

Time depends on shapes, not on what was learned: the networks are fresh. Everything takes turns in
one run, on one thread and on two, with the median by the clock and of the processor's time. In
torch from pixels in memory to every window's logits; in ONNX Runtime and OpenVINO to the verdict,
as exported files do it. "Step by step" is torch as it learns, with batch norm and both signs each
by itself. `--before` times a file that another build exported, for the same number of classes.
"""

from __future__ import annotations

import argparse
import copy
import functools
import itertools
import os
import platform
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

from engine.compress.cost import filters, multiply_adds
from engine.compress.graph import BRIEF, OUTPUTS, VerdictGraph
from engine.compress.learning import make_student
from engine.compress.onnx_file import onnx_versions, quantised, to_onnx
from engine.compress.runtimes import open_model, runtimes
from engine.core.runtime import processor_name
from engine.data.sample import Label
from engine.network.backbones.student import PLAIN, SEPARABLE
from engine.network.catalogue import build
from engine.network.values import OXFORD
from engine.network.window_classifier import WindowClassifier

WINDOW, THREADS, WARM_UP, PASSES = 128, (1, 2), 3, 10

Pass = Callable[[], object]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--filters", type=int, default=33)
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--textures", type=int, default=1, help="each normal and defective (1)")
    parser.add_argument("--turns", type=int, default=10, help=f"of {PASSES} passes each (10)")
    parser.add_argument("--before", type=Path, metavar="FILE", help="a file of another build")
    parser.add_argument("--vgg", type=int, default=0, metavar="N", help="passes of VGG-16 (0)")
    arguments = parser.parse_args()
    size = arguments.size
    labels = tuple(
        Label(f"Class{n}", d, bool(d)) for n in range(arguments.textures) for d in ("", "defective")
    )
    pixels = np.random.default_rng(0).integers(0, 256, (1, size, size), np.uint8)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    print(
        f"{processor_name()}, {os.cpu_count()} cores, {platform.system()}, load {load:.1f}; "
        f"torch {torch.__version__}, onnxruntime {onnx_versions()['onnxruntime']}; "
        f"{size}x{size} pixels, {len(labels)} classes"
    )
    students = {
        form: make_student(arguments.filters, len(labels), WINDOW, 0, form).eval()
        for form in (PLAIN, SEPARABLE)
    }
    for form, network in students.items():
        work = multiply_adds(network, size, size)
        print(f"{form}: {filters(network)} filters, {work / 1e6:,.1f} million multiply-adds")
    models = exported(students, labels, pixels)
    if arguments.before:
        models["the file before"] = arguments.before.read_bytes()
    passes = dict(
        itertools.chain.from_iterable(
            (*in_torch(students, pixels, threads), *in_files(models, pixels, threads))
            for threads in THREADS
        )
    )
    wall, busy = take_turns(passes, arguments.turns)
    print("where | what | threads | median, ms | 95 %, ms | processor time, ms")
    for key in passes:
        middle, high = np.percentile(wall[key], (50, 95))
        print(*key, f"{middle:.2f}", f"{high:.2f}", f"{np.median(busy[key]):.2f}", sep=" | ")
    if arguments.vgg:
        vgg = build("vgg16", len(labels), WINDOW, OXFORD, 0).eval()
        found = [timed(dense(vgg, pixels, THREADS[-1]))[0] for _ in range(arguments.vgg + 1)][1:]
        print(f"torch | VGG-16 | {THREADS[-1]} | {np.median(found):.0f}")


Key = tuple[str, str, int]
Passes = list[tuple[Key, Pass]]
Students = dict[str, WindowClassifier]


def in_torch(students: Students, pixels: np.ndarray, threads: int) -> Passes:
    looked_at = copy.deepcopy(students[PLAIN])
    for module in looked_at.features.modules():
        if isinstance(module, torch.nn.BatchNorm2d):  # who is looked at goes step by step
            module.register_forward_hook(lambda *_: None)
    networks = {f"{PLAIN}, step by step": looked_at, **students}
    return [
        (("torch", name, threads), dense(each, pixels, threads)) for name, each in networks.items()
    ]


def exported(students: Students, labels: tuple[Label, ...], pixels: np.ndarray) -> dict[str, bytes]:
    models = {}
    for form, network in students.items():
        for brief in (False, True):
            graph = VerdictGraph(network, labels, 0.5, brief=brief).eval()
            model = to_onnx(graph, WINDOW, False, {})
            models[f"{form}, score only" if brief else form] = model
            if not brief:
                models[f"{form}, int8"] = quantised(model, iter(pixels))
    return models


def in_files(models: dict[str, bytes], pixels: np.ndarray, threads: int) -> Passes:
    found: Passes = []
    for runtime in runtimes():
        for name, model in models.items():
            session = open_model(model, name, threads, runtime)
            outputs = BRIEF if "only" in name else OUTPUTS[:3]
            work = functools.partial(session.run, pixels, outputs)
            found.append(((runtime, name, threads), work))
    return found


def dense(network: WindowClassifier, pixels: np.ndarray, threads: int) -> Pass:
    shown = torch.from_numpy(pixels)

    def once() -> object:
        torch.set_num_threads(threads)
        with torch.inference_mode():
            return network.dense(shown).logits

    return once


def take_turns(
    passes: dict[Key, Pass], turns: int
) -> tuple[dict[Key, list[float]], dict[Key, list[float]]]:
    """Milliseconds by the clock and of the processor, of each pass."""
    wall: dict[Key, list[float]] = {key: [] for key in passes}
    busy: dict[Key, list[float]] = {key: [] for key in passes}
    for _ in range(turns):
        for key, work in passes.items():
            for number in range(WARM_UP + PASSES):
                clock, processor = timed(work)
                if number >= WARM_UP:
                    wall[key].append(clock)
                    busy[key].append(processor)
    return wall, busy


def timed(work: Pass) -> tuple[float, float]:
    """Milliseconds of a pass: by the clock, and of the processor over all threads."""
    began, spent = time.perf_counter(), time.process_time()
    work()
    return 1000 * (time.perf_counter() - began), 1000 * (time.process_time() - spent)


if __name__ == "__main__":
    main()
