"""Names of layers, and taps that read them.

Layers are named as the article counts them for VGG (conv1_1 ... conv5_3) and by torchvision's
dotted names for others; each name stands for the layer's output after its ReLU.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import torch
from torch import nn

from engine.network.inspector import Inspector


def named_layers(features: nn.Module) -> dict[str, nn.Module]:
    """Modules of a backbone whose output is a layer after its ReLU, by name, first to last."""
    if not isinstance(features, nn.Sequential):
        raise TypeError("the backbone must be a Sequential")
    if hasattr(features, "layer1"):
        found: dict[str, nn.Module] = {"conv1": features.get_submodule("relu")}
        return found | {
            f"{stage}.{place}": block
            for stage in ("layer1", "layer2", "layer3", "layer4")
            for place, block in getattr(features, stage).named_children()
        }
    found = {}
    blocks = any(isinstance(module, nn.MaxPool2d) for module in features)
    block, place = 1, 0
    for module in features:
        if isinstance(module, nn.MaxPool2d):
            block, place = block + 1, 0
        elif isinstance(module, nn.ReLU):
            place += 1
            found[f"conv{block}_{place}" if blocks else f"conv{place}"] = module
    return found


@contextmanager
def tap(network: Inspector, names: Sequence[str]) -> Iterator[dict[str, torch.Tensor]]:
    """Read layers during a forward pass; the hooks are gone when the block ends.

    Yields
    ------
    dict
        Filled by each forward pass: layer name to its output after ReLU, not copied. These
        outputs are never changed in place by what follows them (pooling or a convolution).
    """
    layers = named_layers(network.features)
    held: dict[str, torch.Tensor] = {}
    handles = []
    try:
        for name in names:

            def keep(_m: nn.Module, _i: object, output: torch.Tensor, name: str = name) -> None:
                held[name] = output

            handles.append(layers[name].register_forward_hook(keep))
        yield held
    finally:
        for handle in handles:
            handle.remove()
