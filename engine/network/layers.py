"""A network's layers: as steps of a pass, and taps that read them.

Each name stands for the layer's output after its ReLU, where it has one. A student's layer holds
what the layers before it found as well, for it carries that along.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import torch
from torch import nn

from engine.network.window_classifier import WindowClassifier


def named_layers(network: WindowClassifier) -> dict[str, nn.Module]:
    """Modules whose output is a layer, by name, first to last."""
    features = network.features
    return {name: features.get_submodule(each.module) for name, each in network.layers.items()}


def passes(network: WindowClassifier) -> list[tuple[nn.Module, str | None]]:
    """A backbone as short steps, to be applied one after another, each with its layer's name.

    The name is None where no layer ends. A whole pass of VGG-16 over a large image takes longer
    than anybody who has cancelled should wait; a step is one convolution or residual block.
    """
    names = {id(module): name for name, module in named_layers(network).items()}
    result: list[tuple[nn.Module, str | None]] = []

    def add(module: nn.Module) -> None:
        if isinstance(module, nn.Sequential):
            for child in module:
                add(child)
        else:
            result.append((module, names.get(id(module))))

    add(network.features)
    return result


def key_layers(network: WindowClassifier) -> tuple[str, ...]:
    """Last layer of each block, first to last: where a network's resolution is about to fall.

    conv1_2, conv2_2, conv3_3, conv4_3, conv5_3 for VGG-16; the first layer and the last block of
    each stage for residual networks; every layer where there are no blocks.
    """
    return tuple({layer.block: name for name, layer in network.layers.items()}.values())


def leave_inputs_alone(network: WindowClassifier) -> WindowClassifier:
    """Let no ReLU work in place: what it is given can be read afterwards, and traced quickly."""
    for module in network.modules():
        if isinstance(module, nn.ReLU | nn.ReLU6):
            module.inplace = False
    return network


@contextmanager
def tap(network: WindowClassifier, names: Sequence[str]) -> Iterator[dict[str, torch.Tensor]]:
    """Read layers during a forward pass; the hooks are gone when the block ends.

    Yields
    ------
    dict
        Filled by each forward pass: layer name to its output after ReLU, not copied. These
        outputs are never changed in place by what follows them (pooling or a convolution).
    """
    layers = named_layers(network)
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
