"""Number format, memory format, threads and micro-batch: measured once, written to the run."""

from __future__ import annotations

import platform
import time
from collections.abc import Generator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Any

import torch

from engine.core.errors import RunError
from engine.core.recipe import Precision, Recipe
from engine.core.runtime import choose_device
from engine.network.values import Numerics
from engine.network.window_classifier import WindowClassifier

MICRO_PIXELS = 16 * 128 * 128
"""Pixels per forward pass of a large network on a CPU: a second and a half, so that
pause and cancel are obeyed soon, at a few per cent less throughput than the whole batch."""


DEFAULT_THREADS = torch.get_num_threads()
"""What torch starts with; a run may ask for fewer, and the next one must not inherit that."""


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


def has_bfloat16_units(device: torch.device) -> bool:
    """Whether a device computes in bfloat16 itself.

    An x86 processor without units for it takes 12 times as long as in float32 (measured, AVX2).
    True where nothing is known of it: then the probe's first patch tells.
    """
    if device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported())
    asked = [
        getattr(torch.cpu, name, None)
        for name in ("_is_avx512_bf16_supported", "_is_amx_tile_supported")
    ]
    known = [ask for ask in asked if ask is not None]
    x86 = platform.machine().lower() in ("x86_64", "amd64")
    return not (x86 and known) or any(ask() for ask in known)


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
) -> Generator[None, None, Numerics]:
    """Choose numerics by a short probe; gives way after every step of it.

    bfloat16 is taken where it is at least a tenth faster than float32. It is not tried where the
    device has no units for it, and no more than one patch is passed where that one takes over
    three times as long. The network's weights are not changed.

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
    if recipe.fitted:
        # Small differences of large values decide; and plain filters are many short steps, in
        # which threads wait for each other longer than they work.
        return numerics if large else replace(numerics, threads=recipe.threads or 1)
    if recipe.precision is not Precision.AUTO:
        return replace(numerics, precision=recipe.precision.value)
    if not large or not has_bfloat16_units(target):
        return numerics
    brain = replace(numerics, precision="bfloat16")
    settle(network, numerics)
    was_training = network.training
    network.eval()  # batch norm's running statistics must not see the probe
    try:
        quicker = yield from _is_quicker(network, size, brain, numerics)
    finally:
        network.zero_grad(set_to_none=True)
        network.train(was_training)
    return brain if quicker else numerics


def _is_quicker(
    network: WindowClassifier, size: tuple[int, int], one: Numerics, other: Numerics
) -> Generator[None, None, bool]:
    """Whether a step takes at least a tenth less in one format than in another."""
    device = torch.device(one.device)
    patch = torch.zeros((1, *size), dtype=torch.uint8, device=device)
    first = {}
    for option in (other, one):
        for _ in range(2):  # the first of all warms up
            first[option] = _step_time(network, patch, option)
            yield
            if option is one and first[one] > 3 * first[other]:
                return False
    pixels = patch.repeat(max(1, min(4, one.micro_batch)), 1, 1)
    best = dict.fromkeys((other, one), float("inf"))
    for _ in range(2):
        for option in best:
            best[option] = min(best[option], _step_time(network, pixels, option))
            yield
    return best[one] < 0.9 * best[other]
