"""Number format, memory format, threads and micro-batch: measured once, written to the run."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass, replace
from typing import Any

import torch

from engine.core.errors import RunError
from engine.core.recipe import Precision, Recipe
from engine.core.runtime import choose_device
from engine.network.window_classifier import WindowClassifier

MICRO_PIXELS = 16 * 128 * 128
"""Pixels per forward pass of a large network on a CPU: a second and a half, so that
pause and cancel are obeyed soon, at a few per cent less throughput than the whole batch."""


DEFAULT_THREADS = torch.get_num_threads()
"""What torch starts with; a run may ask for fewer, and the next one must not inherit that."""


@dataclass(frozen=True, slots=True)
class Numerics:
    """How a run computes; the same on resume, so that it goes on exactly.

    Attributes
    ----------
    device : "cpu", "cuda", ...
    precision : "float32" or "bfloat16" (autocast; weights stay float32)
    channels_last : memory format
    micro_batch : patches per forward pass; gradients are summed over a batch
    threads : CPU threads of torch
    """

    device: str
    precision: str
    channels_last: bool
    micro_batch: int
    threads: int

    def to_dict(self) -> dict[str, Any]:
        """Plain values for TOML."""
        return asdict(self)


def autocast(numerics: Numerics) -> AbstractContextManager[Any]:
    """Context in which a forward pass uses the run's number format."""
    if numerics.precision == "bfloat16":
        return torch.autocast(torch.device(numerics.device).type, dtype=torch.bfloat16)
    return nullcontext()


def at_hand(numerics: Numerics) -> Numerics:
    """The same numerics for judging, on a device this computer has.

    A run trained on a GPU is looked at on a computer without one: on the CPU, in float32 unless
    the run was trained there. Scores then differ by rounding.
    """
    try:
        choose_device(numerics.device)
    except RunError:
        device = str(choose_device())
        precision = numerics.precision if device.startswith("cuda") else "float32"
        return replace(numerics, device=device, precision=precision, threads=DEFAULT_THREADS)
    return numerics


def settle(network: WindowClassifier, numerics: Numerics) -> WindowClassifier:
    """Move a network to the run's device and memory format."""
    torch.set_num_threads(numerics.threads)
    network = network.to(numerics.device)
    if numerics.channels_last:
        network = network.to(memory_format=torch.channels_last)
    return network


def _step_time(network: WindowClassifier, pixels: torch.Tensor, numerics: Numerics) -> float:
    began = time.perf_counter()
    network.zero_grad(set_to_none=True)
    with autocast(numerics):
        loss = network(pixels).float().square().mean()
    loss.backward()
    if numerics.device.startswith("cuda"):
        torch.cuda.synchronize()
    return time.perf_counter() - began


def measure(
    recipe: Recipe, network: WindowClassifier, size: tuple[int, int], device: str = "auto"
) -> Numerics:
    """Choose numerics by a short probe (one warm-up and one timed step per format).

    bfloat16 is taken where it is at least a tenth faster than float32. The network's weights
    are not changed.

    Parameters
    ----------
    recipe
        `precision`, `micro_batch` and `threads` other than auto/0 are obeyed.
    network
        The network that will be trained.
    size
        Height and width of its patches, in pixels.
    device
        "auto", "cpu", "cuda", ...
    """
    target = choose_device(device)
    threads = recipe.threads or DEFAULT_THREADS
    large = sum(p.numel() for p in network.features.parameters()) > 1_000_000
    norms = any(isinstance(m, torch.nn.BatchNorm2d) for m in network.modules())
    # Batch norm takes its statistics from what is passed at once, so such batches stay whole.
    whole = not large or norms or target.type != "cpu"
    fitting = max(1, MICRO_PIXELS // (size[0] * size[1]))
    micro = recipe.micro_batch or (recipe.batch if whole else min(fitting, recipe.batch))
    numerics = Numerics(str(target), "float32", large, micro, threads)
    if recipe.precision is not Precision.AUTO:
        return Numerics(str(target), recipe.precision.value, large, micro, threads)
    if not large:
        return numerics
    brain = Numerics(str(target), "bfloat16", large, micro, threads)
    settle(network, numerics)
    was_training = network.training
    network.eval()  # batch norm's running statistics must not see the probe
    pixels = torch.zeros((max(1, min(4, micro)), *size), dtype=torch.uint8, device=target)
    times = {}
    for option in (brain, numerics):
        _step_time(network, pixels, option)
        times[option.precision] = min(_step_time(network, pixels, option) for _ in range(2))
    network.zero_grad(set_to_none=True)
    network.train(was_training)
    return brain if times["bfloat16"] < 0.9 * times["float32"] else numerics
