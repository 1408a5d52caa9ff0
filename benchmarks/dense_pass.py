"""A dense pass of VGG-16 over whole images: the quicker convolutions, plain torch, ONNX Runtime.

    python -m benchmarks.dense_pass [--side 512] [--rounds 7] [--threads 1]

Thirteen convolutions and their poolings in float32, random weights, in turns; CPU seconds of the
process and the clock, medians. Plain torch is tried in both orders of its channels.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import nn

from engine.core.runtime import processor_name
from engine.network.catalogue import build
from engine.network.convolve import QuickConv2d
from engine.network.values import OXFORD

Side = Callable[[], np.ndarray]


def plain_of(features: nn.Module) -> nn.Module:
    """The same layers with torch's own convolutions."""
    for module in features.modules():
        if isinstance(module, QuickConv2d):
            module.__class__ = nn.Conv2d
    return features


def sides(side: int, threads: int) -> dict[str, Side]:
    """What passes one image, by name."""
    maps = torch.from_numpy(np.random.default_rng(0).normal(size=(1, 3, side, side))).float()
    plain, last, ordered = (build("vgg16", 2, 128, OXFORD, 0).features.eval() for _ in range(3))
    plain_of(plain)
    plain_of(last).to(memory_format=torch.channels_last)
    turned = maps.to(memory_format=torch.channels_last)
    ordered.to(memory_format=torch.channels_last)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "vgg16.onnx"
        torch.onnx.export(plain, (maps,), file, dynamo=True, verbose=False, external_data=False)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        session = onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name

    def passed(module: nn.Module, given: torch.Tensor) -> np.ndarray:
        with torch.inference_mode():
            return np.asarray(module(given).contiguous().numpy())

    return {
        "this program": lambda: passed(ordered, turned),
        "torch": lambda: passed(plain, maps),
        "torch, channels last": lambda: passed(last, turned),
        "ONNX Runtime": lambda: np.asarray(session.run(None, {name: maps.numpy()})[0]),
    }


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--side", type=int, default=512)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    print(
        f"{processor_name()}, {arguments.threads} threads, torch {torch.__version__}, "
        f"onnxruntime {onnxruntime.__version__}, {arguments.side}x{arguments.side}, float32"
    )
    tried = sides(arguments.side, arguments.threads)
    outputs = {name: run() for name, run in tried.items()}
    cpu: dict[str, list[float]] = {name: [] for name in tried}
    clock: dict[str, list[float]] = {name: [] for name in tried}
    for number in range(arguments.rounds):
        for name in list(tried) if number % 2 else list(tried)[::-1]:
            began, at = time.process_time(), time.perf_counter()
            tried[name]()
            cpu[name].append(time.process_time() - began)
            clock[name].append(time.perf_counter() - at)
    mine, own = statistics.median(cpu["this program"]), outputs["this program"]
    scale = float(np.abs(outputs["torch"]).max())
    for name in tried:
        spent = statistics.median(cpu[name])
        apart = float(np.abs(outputs[name] - own).max()) / scale
        print(
            f"{name}: {spent:.3f} CPU s ({spent / mine:.2f} of this program), "
            f"{statistics.median(clock[name]):.3f} s by the clock, differs by {apart:.1e} at most"
        )


if __name__ == "__main__":
    main()
