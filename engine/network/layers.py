"""Names of layers, and taps that read them.

Layers are named as the article counts them for VGG (conv1_1 ... conv5_3) and by torchvision's
dotted names for others; each name stands for the layer's output after its ReLU. A student's layer
holds what the layers before it found as well, for it carries that along.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import torch
from torch import nn

from engine.network.inspector import Inspector
from engine.network.student import Join


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
        elif isinstance(module, nn.ReLU | Join):
            place += 1
            found[f"conv{block}_{place}" if blocks else f"conv{place}"] = module
    return found


def passes(features: nn.Module) -> list[tuple[nn.Module, str | None]]:
    """A backbone as short steps, to be applied one after another, each with its layer's name.

    The name is None where no layer ends. A whole pass of VGG-16 over a large image takes longer
    than anybody who has cancelled should wait; a step is one convolution or residual block.
    """
    names = {id(module): name for name, module in named_layers(features).items()}
    found: list[tuple[nn.Module, str | None]] = []

    def add(module: nn.Module) -> None:
        if isinstance(module, nn.Sequential):
            for child in module:
                add(child)
        else:
            found.append((module, names.get(id(module))))

    add(features)
    return found


def key_layers(features: nn.Module) -> tuple[str, ...]:
    """Last layer of each block, first to last: where a network's resolution is about to fall.

    conv1_2, conv2_2, conv3_3, conv4_3, conv5_3 for VGG-16; the first layer and the last block of
    each stage for residual networks; every layer where there are no blocks.
    """
    names = list(named_layers(features))
    blocks: dict[str, str] = {}
    for name in names:
        # conv3_2 belongs to conv3, layer2.1 to layer2; names without either stand alone.
        blocks[name.partition("_")[0].partition(".")[0]] = name
    return tuple(blocks.values())


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
