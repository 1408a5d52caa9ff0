"""What a network costs: filters, parameters, multiply-adds, bytes."""

from __future__ import annotations

import copy
from pathlib import Path

import torch
from torch import nn

from engine.compress.values import Cost
from engine.network.join import Spread
from engine.network.window_classifier import WindowClassifier


def filters(network: WindowClassifier) -> int:
    """Filters of all convolutions; the head has none, and a separable one is counted once."""
    return sum(
        module.out_channels
        for module in network.features.modules()
        if isinstance(module, nn.Conv2d) and not isinstance(module, Spread)
    )


def parameters(network: WindowClassifier) -> int:
    """Learned values, the head's included; batch norm's running figures are not learned."""
    return sum(values.numel() for values in network.parameters())


def multiply_adds(network: WindowClassifier, height: int, width: int) -> int:
    """Multiply-adds of one dense pass over an image of this size.

    Per convolution: outputs x inputs x kernel x cells; the head as the 1x1 convolution it is in a
    dense pass. Batch norm, pooling and the window mean are left out, as is usual.
    """
    # Shapes alone: nothing is computed and no memory taken for the maps.
    ghost = copy.deepcopy(network).to("meta")
    counted = 0

    def count(module: nn.Module, _i: object, output: torch.Tensor) -> None:
        nonlocal counted
        assert isinstance(module, nn.Conv2d)
        counted += module.weight.numel() * output.shape[2] * output.shape[3]

    for module in ghost.features.modules():
        if isinstance(module, nn.Conv2d):
            module.register_forward_hook(count)
    with torch.inference_mode():
        pixels = torch.zeros((1, height, width), dtype=torch.uint8, device="meta")
        maps = ghost.features(ghost.prepare(pixels))
    return counted + ghost.head.weight.numel() * int(maps.shape[2] * maps.shape[3])


def cost(network: WindowClassifier, size: tuple[int, int], weights: Path) -> Cost:
    """All figures of a network.

    Parameters
    ----------
    size
        (height, width) of the image in pixels.
    weights
        Its weight file.
    """
    return Cost(
        filters(network),
        parameters(network),
        multiply_adds(network, *size),
        size,
        weights.stat().st_size,
    )
