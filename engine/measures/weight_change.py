"""Weight change: how far training moved each layer from its own initial values.

gamma_l = ||w_end - w_0|| / ||w_0||, L2 over a layer's weights (article). Biases apart. w_0 are
the run's own initial values: source weights for transfer, the drawn ones from scratch.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import nn

from engine.errors import RunError
from engine.network.inspector import Inspector
from engine.network.layers import named_layers
from engine.network.weights import tensor_hash
from engine.numerics import at_hand, settle
from engine.project.runs import RunFolder
from engine.training.run import make_network

HEAD = "head"


@dataclass(frozen=True, slots=True)
class LayerChange:
    """How far one layer moved.

    Attributes
    ----------
    layer : conv1_1 ... conv5_3, then head; torchvision's dotted names for others
    weight : gamma of the weights, >= 0; None where the initial norm is zero
    bias : gamma of the biases; None where they started at zero or there are none
    comparable : False for the head, which is new in every run and starts near zero
    """

    layer: str
    weight: float | None
    bias: float | None
    comparable: bool


def weight_layers(network: Inspector) -> dict[str, str]:
    """Layers that have weights, first to last: name to the prefix of its keys in the state.

    Convolutions and the head. Scales and shifts of batch norm are no weights of a layer in the
    article's sense (its VGG-16 has none) and are left out.
    """
    features = network.features
    found: dict[str, str] = {}
    if hasattr(features, "layer1"):
        for name, module in features.named_modules():
            if isinstance(module, nn.Conv2d):
                found[name] = f"features.{name}"
    else:
        # Layers are named by their ReLU; their weights are in the convolution before it.
        names = {id(module): name for name, module in named_layers(features).items()}
        before = ""
        for place, module in features.named_children():
            if isinstance(module, nn.Conv2d):
                before = place
            elif id(module) in names:
                found[names[id(module)]] = f"features.{before}"
    return found | {HEAD: HEAD}


def relative_change(before: torch.Tensor, after: torch.Tensor) -> float | None:
    """||after - before|| / ||before||; None if `before` is zero. Summed in float64."""
    start = before.detach().cpu().double()
    norm = float(start.norm())
    if norm == 0.0:
        return None
    return float((after.detach().cpu().double() - start).norm()) / norm


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
            )
        )
    return tuple(changes)


def initial_network(folder: RunFolder) -> Inspector:
    """Rebuild a run's network at iteration 0 and prove that it is the one the run started from.

    Returns
    -------
    Inspector
        In evaluation mode, on the run's device.

    Raises
    ------
    RunError
        The rebuilt weights are not the run's: other versions, or other source weights.
    WeightsError
        The source weights are not here any more.
    """
    record = folder.record
    network, _ = make_network(record.recipe, record.view, record.labels)
    if tensor_hash(network.state_dict()) != record.initial_hash:
        raise RunError(
            "{path}: its initial weights cannot be rebuilt; what is rebuilt differs. Use the "
            "versions and source weights named in its run.toml, or train again.",
            path=folder.path,
        )
    return settle(network, at_hand(record.numerics)).eval()
