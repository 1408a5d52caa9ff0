"""A network cut in two at a layer: what makes its maps, and what follows them."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from engine.core.errors import RunError
from engine.network.layers import passes
from engine.network.window_classifier import WindowClassifier

INPUT = "input"
"""Stands for the image itself, before any layer."""


def cut(network: WindowClassifier, layer: str) -> tuple[nn.Sequential, nn.Sequential]:
    """Split a backbone after a layer.

    Parameters
    ----------
    layer
        One of the network's layers, or ``input``.

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
    steps = [step for step, _ in passes(network)]
    if layer == INPUT:
        return nn.Sequential(), nn.Sequential(*steps)
    ends = [name for _, name in passes(network)]
    if layer not in ends:
        raise RunError("This network has no layer {layer}.", layer=layer)
    place = ends.index(layer) + 1
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
