"""How long dense passes take: several networks in turn, on the same pixels."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from engine.compress.graph import BRIEF, OUTPUTS
from engine.compress.runtimes import WARM_UP, open_model
from engine.compress.values import ONNX_RUNTIME, Latency
from engine.core.errors import RunError
from engine.core.outside import read_json
from engine.core.runtime import generator
from engine.network.numerics import DEFAULT_THREADS, at_hand, autocast, settle
from engine.network.values import Numerics
from engine.network.window_classifier import WindowClassifier
from engine.project.runs import RunFolder
from engine.training.run import load_network

PASSES = 30
"""Passes timed of each network and batch; with so few the 99 % quantile is near the worst."""


def measure_latency(
    run_paths: Sequence[Path],
    *,
    size: tuple[int, int] = (512, 512),
    batches: Sequence[int] = (1,),
    threads: int = 0,
    passes: int = PASSES,
    precision: str = "float32",
) -> Generator[tuple[str, int, int], None, tuple[Latency, ...]]:
    """Time dense passes of runs' networks, from pixels in memory to every window's logits.

    The networks take turns, so that what else the computer does meanwhile meets them alike; all
    use the same number format, whatever they were trained in.

    Parameters
    ----------
    run_paths
        Folders of the runs, one or more.
    size
        (height, width) of the grey images, in pixels.
    batches
        Images a pass, one or more numbers; each is timed by itself.
    threads
        Threads of torch; 0: what torch starts with.
    passes
        Passes timed of each network and batch.
    precision
        "float32" or "bfloat16".

    Yields
    ------
    tuple
        ("timing", passes done, total). Closing the generator puts the number of threads back.

    Returns
    -------
    tuple of Latency
        One a run and batch size, the runs first, both in the order asked for.

    Raises
    ------
    RunError
        A run has no weights, or the image is smaller than a run's window.
    """
    if not run_paths:
        raise RunError("There is no run to time: name one or more.")
    if min(*size, *batches, passes, len(batches)) < 1 or threads < 0:
        raise RunError("Size, batch and passes must be 1 or more, threads 0 or more.")
    threads_before = torch.get_num_threads()
    try:
        networks = [_open(path, size, threads, precision) for path in run_paths]
        batches = tuple(dict.fromkeys(batches))
        times: dict[tuple[int, int], list[float]] = {}
        done, total = 0, len(batches) * (WARM_UP + passes) * len(networks)
        for count in batches:
            shape = (count, *size)
            pixels = torch.randint(0, 256, shape, dtype=torch.uint8, generator=generator(0, 61))
            for turn in range(WARM_UP + passes):
                for number, (_, network, numerics) in enumerate(networks):
                    seconds = _pass(network, pixels, numerics)
                    if turn >= WARM_UP:
                        times.setdefault((number, count), []).append(seconds)
                    done += 1
                    yield "timing", done, total
        return tuple(
            _latency(name, numerics, size, count, np.asarray(times[number, count]))
            for number, (name, _, numerics) in enumerate(networks)
            for count in batches
        )
    finally:
        torch.set_num_threads(threads_before)


def time_file(
    file: Path,
    size: tuple[int, int],
    *,
    threads: int = 0,
    passes: int = PASSES,
    precision: str = "float32",
    runtime: str = ONNX_RUNTIME,
) -> Generator[tuple[str, int, int], None, Latency]:
    """Time an exported model, from pixels to the verdict, one image at a time.

    Parameters
    ----------
    size
        (height, width) of the image in pixels.
    threads
        Of the runtime; 0: as many as torch uses.
    precision
        What the file holds, for the row.
    runtime
        What runs it: ONNX Runtime or OpenVINO.

    Yields
    ------
    tuple
        ("timing", passes done, total).

    Raises
    ------
    RunError
        The runtime cannot use the file.
    """
    threads = threads or DEFAULT_THREADS
    session = open_model(file.read_bytes(), file.name, threads, runtime)
    about = read_json(file.with_suffix(".json"))
    colour, outputs = about["colour"], BRIEF if "window" in about["outputs"] else OUTPUTS
    shape = (1, *size, *((3,) if colour else ()))
    pixels = np.random.default_rng(61).integers(0, 256, shape, dtype=np.uint8)
    times = []
    for turn in range(WARM_UP + passes):
        began = time.perf_counter()
        session.run(pixels, outputs[:3])
        if turn >= WARM_UP:
            times.append(time.perf_counter() - began)
        yield "timing", turn + 1, WARM_UP + passes
    median, p95, p99 = (float(v) for v in np.percentile(1000 * np.asarray(times), (50, 95, 99)))
    return Latency(file.name, "cpu", threads, precision, size, 1, passes, median, p95, p99)


def _open(
    path: Path, size: tuple[int, int], threads: int, precision: str
) -> tuple[str, WindowClassifier, Numerics]:
    folder = RunFolder.load(path)
    network = load_network(folder)
    if min(size) < network.window:
        raise RunError(
            "{path}: its window is {window} pixels. Choose a size not below it.",
            path=path,
            window=network.window,
        )
    numerics = at_hand(folder.record.numerics)
    wanted = threads or DEFAULT_THREADS
    numerics = replace(numerics, threads=wanted, precision=precision)
    return folder.path.name, settle(network, numerics), numerics


def _pass(network: WindowClassifier, pixels: torch.Tensor, numerics: Numerics) -> float:
    """Seconds of one pass, copying to the device and back included."""
    torch.set_num_threads(numerics.threads)
    began = time.perf_counter()
    with torch.inference_mode(), autocast(numerics):
        network.dense(pixels.to(numerics.device)).logits.float().cpu()
    return time.perf_counter() - began


def _latency(
    name: str,
    numerics: Numerics,
    size: tuple[int, int],
    batch: int,
    seconds: NDArray[np.float64],
) -> Latency:
    median, p95, p99 = (float(v) for v in np.percentile(1000 * seconds, (50, 95, 99)))
    return Latency(
        name,
        numerics.device,
        numerics.threads,
        numerics.precision,
        size,
        batch,
        len(seconds),
        median,
        p95,
        p99,
    )
