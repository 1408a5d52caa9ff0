"""The honest rival: a small modern network trained from scratch."""

from __future__ import annotations

from collections.abc import Iterator

from torch import nn

from engine.network.backbone import Backbone, ChannelGroup, Layer, register

FILTERS = (8, 12, 16, 24)
STRIDE = 8


def small_features() -> nn.Sequential:
    """Four 5x5/3x3 convolutions with batch norm, stride 8, about 6,000 weights, grey input."""
    layers: list[nn.Module] = []
    before = 1
    for place, filters in enumerate(FILTERS):
        size, stride = (5, 2) if place == 0 else (3, 2 if place < 3 else 1)
        layers += [
            nn.Conv2d(before, filters, size, stride, size // 2, bias=False),
            nn.BatchNorm2d(filters),
            nn.ReLU(inplace=True),
        ]
        before = filters
    return nn.Sequential(*layers)


def _layers(features: nn.Module) -> Iterator[Layer]:
    """conv1 ... conv4, three modules each."""
    modules = [name for name, _ in features.named_children()]
    for number, (convolution, _, relu) in enumerate(zip(*[iter(modules)] * 3, strict=True), 1):
        yield Layer(f"conv{number}", relu, f"conv{number}", convolution)


def _groups(features: nn.Module) -> Iterator[ChannelGroup]:
    """One a convolution, read by the next one."""
    layers = list(_layers(features))
    for number, layer in enumerate(layers):
        yield ChannelGroup(
            layer.name,
            (layer.convolution,),
            (str(3 * number + 1),),
            tuple(after.convolution for after in layers[number + 1 : number + 2]),
            (layer.module,),
            headed=layer is layers[-1],
        )


register(
    "small",
    Backbone(
        "Small, from scratch",
        small_features,
        _layers,
        _groups,
        channels=FILTERS[-1],
        stride=STRIDE,
        rank=80,
        inputs=1,
    ),
)
