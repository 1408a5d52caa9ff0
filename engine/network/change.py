"""Weight change: how far training moved each layer from its own initial values.

gamma_l = ||w_end - w_0|| / ||w_0||, L2 over a layer's weights (article). Biases apart. w_0 are
the run's own initial values: source weights for transfer, the drawn ones from scratch.

Its null, `engine.measures.values.null_change`, is a displacement of the same root mean square in
every weight of every layer: gamma is then larger where the initial weights are small, whatever was
learned.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch
from torch import nn

from engine.core.values import LayerChange
from engine.network.window_classifier import WindowClassifier

HEAD = "head"


def weight_layers(network: WindowClassifier) -> dict[str, str]:
    """Layers that have weights, first to last: name to the prefix of its keys in the state.

    Convolutions and the head. Scales and shifts of batch norm are no weights of a layer in the
    article's sense (its VGG-16 has none) and are left out.
    """
    names = {layer.convolution: name for name, layer in network.layers.items()}
    result = {
        names.get(place, place): f"features.{place}"
        for place, module in network.features.named_modules()
        if isinstance(module, nn.Conv2d)
    }
    return result | {HEAD: HEAD}


def relative_change(before: torch.Tensor, after: torch.Tensor) -> float | None:
    """||after - before|| / ||before||; None if `before` is zero.

    Differences in float32, the format of the weights; squares summed in float64, without a copy
    of the weights in it.
    """
    start = before.detach().cpu().float()
    norm = float(torch.linalg.vector_norm(start, dtype=torch.float64))
    if norm == 0.0:
        return None
    moved = after.detach().cpu().float() - start
    return float(torch.linalg.vector_norm(moved, dtype=torch.float64)) / norm


def root_mean_square(values: torch.Tensor) -> float:
    """Root mean square of all elements, summed in float64."""
    norm = float(torch.linalg.vector_norm(values.detach().cpu(), dtype=torch.float64))
    return norm / math.sqrt(max(1, values.numel()))


def weight_change(
    before: Mapping[str, torch.Tensor],
    after: Mapping[str, torch.Tensor],
    layers: Mapping[str, str],
) -> tuple[LayerChange, ...]:
    """Gamma of each layer from two states of the same network.

    Parameters
    ----------
    before, after
        Initial and final state: key to float tensor.
    layers
        Name to key prefix, as :func:`weight_layers` gives it.
    """
    changes = []
    for layer, prefix in layers.items():
        key, bias = f"{prefix}.weight", f"{prefix}.bias"
        changes.append(
            LayerChange(
                layer,
                relative_change(before[key], after[key]),
                relative_change(before[bias], after[bias]) if bias in before else None,
                layer != HEAD,
                root_mean_square(before[key]),
                root_mean_square(after[key].detach().cpu().float() - before[key].cpu().float()),
            )
        )
    return tuple(changes)
