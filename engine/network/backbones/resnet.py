"""ResNet-18 and -50 (He, Zhang, Ren & Sun, CVPR 2016): stages whose blocks add to one sum."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator

from torch import nn

from engine.network.backbone import (
    Backbone,
    ChannelGroup,
    Layer,
    register,
    torchvision_network,
    torchvision_weights,
)

STEM = ("conv1", "bn1", "relu", "maxpool")
STAGES = ("layer1", "layer2", "layer3", "layer4")


def _make(name: str) -> Callable[[], nn.Sequential]:
    def make() -> nn.Sequential:
        whole = torchvision_network(name)
        return nn.Sequential(OrderedDict((part, getattr(whole, part)) for part in STEM + STAGES))

    return make


def _blocks(features: nn.Module) -> Iterator[tuple[str, str, nn.Module]]:
    """(stage, path, block) of each residual block."""
    for stage in STAGES:
        for place, block in features.get_submodule(stage).named_children():
            yield stage, f"{stage}.{place}", block


def _layers(features: nn.Module) -> Iterator[Layer]:
    """The stem and each block, by torchvision's names."""
    yield Layer("conv1", "relu", "conv1", "conv1")
    for stage, path, _ in _blocks(features):
        yield Layer(path, path, stage)


def _groups(features: nn.Module) -> Iterator[ChannelGroup]:
    """Those inside each block, and one for all that a stage adds up.

    A channel of the sum is 0 for every reader only where it is 0 after every block of the stage;
    where the first block has no convolution on its shortcut, the stem belongs to the sum too.
    """
    name, makers, norms, readers, watched = "conv1", ["conv1"], ["bn1"], list[str](), ["relu"]
    for stage, path, block in _blocks(features):
        last = sum(isinstance(module, nn.Conv2d) for module in block.children())
        readers.append(f"{path}.conv1")
        if block.downsample is not None:
            readers.append(f"{path}.downsample.0")
            yield ChannelGroup(name, tuple(makers), tuple(norms), tuple(readers), tuple(watched))
            makers, norms = [f"{path}.downsample.0"], [f"{path}.downsample.1"]
            readers, watched = [], []
        name = stage
        makers.append(f"{path}.conv{last}")
        norms.append(f"{path}.bn{last}")
        watched.append(path)
        for inner in range(1, last):
            yield ChannelGroup(
                f"{path}.conv{inner}",
                (f"{path}.conv{inner}",),
                (f"{path}.bn{inner}",),
                (f"{path}.conv{inner + 1}",),
                (f"{path}.bn{inner}",),
            )
    yield ChannelGroup(
        name, tuple(makers), tuple(norms), tuple(readers), tuple(watched), headed=True
    )


def _register(name: str, title: str, rank: int, channels: int, version: str, file: str) -> None:
    weights = torchvision_weights(
        f"{name}-torchvision", f"{title}, torchvision IMAGENET1K_{version}", file
    )
    register(
        name,
        Backbone(
            title,
            _make(name),
            _layers,
            _groups,
            channels=channels,
            stride=32,
            rank=rank,
            weights=(weights,),
        ),
    )


_register("resnet18", "ResNet-18", 20, 512, "V1", "resnet18-f37072fd.pth")
_register("resnet50", "ResNet-50", 21, 2048, "V2", "resnet50-11ad3fa6.pth")
