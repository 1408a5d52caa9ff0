"""A network cut in two at a layer: what makes its maps, and what follows them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from engine.errors import RunError
from engine.network.inspector import Inspector
from engine.network.layers import named_layers

INPUT = "input"
"""Stands for the image itself, before any layer."""


def _steps(features: nn.Sequential) -> Iterator[nn.Module]:
    """A backbone's modules one by one; stages of residual networks block by block."""
    for module in features:
        if isinstance(module, nn.Sequential):
            yield from _steps(module)
        else:
            yield module


def cut(network: Inspector, layer: str) -> tuple[nn.Sequential, nn.Sequential]:
    """Split a backbone after a layer.

    Parameters
    ----------
    layer
        A name of :func:`named_layers`, or ``input``.

    Returns
    -------
    tuple of Sequential
        Prepared pixels to the layer's maps, and these to the last layer's. They share their
        weights with the network; running one after the other is running the backbone.

    Raises
    ------
    RunError
        The network has no such layer.
    """
    assert isinstance(network.features, nn.Sequential)
    steps = list(_steps(network.features))
    if layer == INPUT:
        return nn.Sequential(), nn.Sequential(*steps)
    module = named_layers(network.features).get(layer)
    if module is None:
        raise RunError("This network has no layer {layer}.", layer=layer)
    place = next(number for number, step in enumerate(steps) if step is module) + 1
    return nn.Sequential(*steps[:place]), nn.Sequential(*steps[place:])


def lerp(start: torch.Tensor, end: torch.Tensor, t: float) -> torch.Tensor:
    """(1 - t) start + t end, exactly start at 0 and end at 1 (torch.lerp is not)."""
    if t in (0.0, 1.0):
        return end if t else start
    return (1.0 - t) * start + t * end


def alike(
    first: NDArray[np.uint8], second: NDArray[np.uint8]
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Both images in colour where one is: uint8 (H, W) or (H, W, 3) each."""
    if first.ndim == second.ndim:
        return first, second
    made = [
        image if image.ndim == 3 else np.repeat(image[..., None], 3, 2) for image in (first, second)
    ]
    return made[0], made[1]
