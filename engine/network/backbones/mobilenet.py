"""MobileNetV2 (Sandler, Howard, Zhu, Zhmoginov & Chen, CVPR 2018): inverted residuals.

A block widens its maps, filters each channel by itself (depthwise), and narrows them again without
a ReLU; blocks of one stage add what they found to one sum. So a block's channels go on with both
signs, and those inside it are silent where the ReLU after the depthwise convolution is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from torch import nn

from engine.network.backbone import (
    Backbone,
    ChannelGroup,
    Layer,
    register,
    torchvision_network,
    torchvision_weights,
)


def _make() -> nn.Sequential:
    features = torchvision_network("mobilenet_v2").features
    assert isinstance(features, nn.Sequential)
    return features


@dataclass(frozen=True, slots=True)
class _Block:
    """An inverted residual: its place, its stage, whether that begins here, its path of modules.

    `path` is the dotted name of its Sequential: (widening), depthwise, narrowing, batch norm.
    """

    place: str
    stage: str
    name: str
    begins: bool
    widens: bool

    @property
    def path(self) -> str:
        return f"{self.place}.conv"

    @property
    def depthwise(self) -> str:
        """Convolution, batch norm and ReLU that filter each channel by itself."""
        return f"{self.path}.{int(self.widens)}"

    @property
    def narrowing(self) -> tuple[str, str]:
        """The last convolution and its batch norm."""
        return f"{self.path}.{1 + self.widens}", f"{self.path}.{2 + self.widens}"


def _blocks(features: nn.Module) -> Iterator[_Block]:
    stage = number = 0
    for place, module in list(features.named_children())[1:-1]:
        # What begins a stage has other outputs than inputs, or fewer cells: nothing is added.
        begins = not module.use_res_connect
        stage, number = (stage + 1, 0) if begins else (stage, number + 1)
        widens = len(module.get_submodule("conv")) == 4  # type: ignore[arg-type]
        name = f"bottleneck{stage}"
        yield _Block(place, name, f"{name}.{number}", begins, widens)


def _last(features: nn.Module) -> str:
    return list(features.named_children())[-1][0]


def _layers(features: nn.Module) -> Iterator[Layer]:
    """The first convolution, each block (the paper's "bottleneck"), the last convolution."""
    yield Layer("conv1", "0.2", "conv1", "0.0")
    for block in _blocks(features):
        yield Layer(block.name, block.place, block.stage, signed=True)
    last = _last(features)
    yield Layer("conv2", f"{last}.2", "conv2", f"{last}.0")


def _groups(features: nn.Module) -> Iterator[ChannelGroup]:
    """Those inside each block, and one for all that a stage adds up.

    A depthwise convolution has one filter for each channel that the widening one makes, so theirs
    go together; the first block widens nothing and filters what the stem makes.
    """
    makers, norms, readers, watched = list[str](), list[str](), list[str](), list[str]()
    stage = ""
    for block in _blocks(features):
        maker, norm, name = "0.0", "0.1", "conv1"
        if block.widens:
            maker, norm = f"{block.path}.0.0", f"{block.path}.0.1"
            name = f"{block.name}.widened"
            readers.append(maker)
        inner, (narrowing, outer) = block.depthwise, block.narrowing
        if block.begins and stage:
            yield _sum(stage, makers, norms, readers, watched)
            makers, norms, readers, watched = [], [], [], []
        yield ChannelGroup(
            name, (maker,), (norm, f"{inner}.1"), (narrowing,), (f"{inner}.2",), (f"{inner}.0",)
        )
        stage = block.stage
        makers.append(narrowing)
        norms.append(outer)
        watched.append(block.place)
    last = _last(features)
    yield _sum(stage, makers, norms, [*readers, f"{last}.0"], watched)
    yield ChannelGroup("conv2", (f"{last}.0",), (f"{last}.1",), (), (f"{last}.2",), headed=True)


def _sum(
    stage: str, makers: list[str], norms: list[str], readers: list[str], watched: list[str]
) -> ChannelGroup:
    return ChannelGroup(
        stage, tuple(makers), tuple(norms), tuple(readers), tuple(watched), signed=True
    )


register(
    "mobilenet_v2",
    Backbone(
        "MobileNetV2",
        _make,
        _layers,
        _groups,
        channels=1280,
        stride=32,
        rank=30,
        prefix="features.",
        weights=(
            torchvision_weights(
                "mobilenet_v2-torchvision",
                "MobileNetV2, torchvision IMAGENET1K_V1",
                "mobilenet_v2-b0353104.pth",
            ),
        ),
    ),
)
