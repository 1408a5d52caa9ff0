"""The backbones: adding one is one entry here.

A backbone is a torchvision network cut before its last pooling, so that every cell of its last
layer still has a place in the image.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn

from engine.errors import RecipeError
from engine.network.inspector import Inspector
from engine.network.preprocess import OXFORD, TORCHVISION, Prepare, Preprocessing
from engine.network.small import FILTERS, STRIDE, small_features
from engine.network.student import STRIDE as STUDENT_STRIDE, WIDEST, student_features
from engine.network.weight_set import TORCHVISION_HOST, WeightSet
from engine.runtime import generator


def _build(name: str, **values: Any) -> Any:
    """A torchvision network without weights."""
    from torchvision import models  # 160 MB that looking at data does without

    return getattr(models, name)(weights=None, **values)


def _vgg(name: str) -> Callable[[], nn.Module]:
    def make() -> nn.Module:
        features = _build(name, init_weights=False).features
        assert isinstance(features, nn.Sequential)
        return features[:-1]  # without pool5: stride 16 instead of 32

    return make


def _resnet(name: str) -> Callable[[], nn.Module]:
    def make() -> nn.Module:
        whole = _build(name)
        names = ("conv1", "bn1", "relu", "maxpool", "layer1", "layer2", "layer3", "layer4")
        return nn.Sequential(OrderedDict((part, getattr(whole, part)) for part in names))

    return make


@dataclass(frozen=True, slots=True)
class Backbone:
    """What the catalogue knows of a backbone.

    Attributes
    ----------
    make : builds the layers, uninitialised
    channels, stride : of the last layer
    inputs : channels of the first layer's input, 1 or 3
    prefix : what torchvision's key names have before ours
    title : for people
    weights : published source weights that fit it, preferred first
    offered : whether people choose it for a run; a student is made from one
    """

    make: Callable[[], nn.Module]
    channels: int
    stride: int
    inputs: int
    prefix: str
    title: str
    weights: tuple[WeightSet, ...] = ()
    offered: bool = True


def _torchvision(key: str, title: str, file: str) -> WeightSet:
    return WeightSet(key, title, "BSD-3-Clause", TORCHVISION, TORCHVISION_HOST + file)


_OXFORD_VGG16 = WeightSet(
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
)

BACKBONES: dict[str, Backbone] = {
    "vgg16": Backbone(
        _vgg("vgg16"), 512, 16, 3, "features.", "VGG-16",
        (
            _OXFORD_VGG16,
            _torchvision(
                "vgg16-torchvision", "VGG-16, torchvision IMAGENET1K_V1", "vgg16-397923af.pth"
            ),
        ),
    ),
    "vgg16_bn": Backbone(
        _vgg("vgg16_bn"), 512, 16, 3, "features.", "VGG-16, batch norm",
        (
            _torchvision(
                "vgg16_bn-torchvision", "VGG-16 with batch norm, torchvision IMAGENET1K_V1",
                "vgg16_bn-6c64b313.pth",
            ),
        ),
    ),
    "resnet18": Backbone(
        _resnet("resnet18"), 512, 32, 3, "", "ResNet-18",
        (
            _torchvision(
                "resnet18-torchvision", "ResNet-18, torchvision IMAGENET1K_V1",
                "resnet18-f37072fd.pth",
            ),
        ),
    ),
    "resnet50": Backbone(
        _resnet("resnet50"), 2048, 32, 3, "", "ResNet-50",
        (
            _torchvision(
                "resnet50-torchvision", "ResNet-50, torchvision IMAGENET1K_V2",
                "resnet50-11ad3fa6.pth",
            ),
        ),
    ),
    "small": Backbone(small_features, FILTERS[-1], STRIDE, 1, "", "Small, from scratch"),
    "student": Backbone(
        student_features, 2 * sum(WIDEST), STUDENT_STRIDE, 1, "", "Student", offered=False
    ),
}  # fmt: skip


def backbone(name: str) -> Backbone:
    """Return a catalogue entry.

    Raises
    ------
    RecipeError
        There is no such backbone.
    """
    if name not in BACKBONES:
        raise RecipeError(
            "Unknown network '{name}'. Choose one of: {names}.",
            name=name,
            names=", ".join(key for key, entry in BACKBONES.items() if entry.offered),
        )
    return BACKBONES[name]


def build(
    name: str, classes: int, window: int, preprocessing: Preprocessing, seed: int
) -> Inspector:
    """Build a network with Kaiming-initialised weights; the same seed gives the same weights.

    Parameters
    ----------
    name
        Catalogue name.
    classes
        Outputs of the head.
    window
        Side of a window in pixels; 0: the whole image.
    preprocessing
        Pixels to network input.
    seed
        Of the initial weights.
    """
    return fill(blank(name, classes, window, preprocessing), seed)


def blank(name: str, classes: int, window: int, preprocessing: Preprocessing) -> Inspector:
    """A network whose backbone has shapes but no memory yet, to be narrowed and then filled.

    Parameters are those of :func:`build`.
    """
    entry = backbone(name)
    # Layers draw from the global generator while they are made; every weight is overwritten
    # later, so restore its state to leave other threads' runs alone.
    state = torch.get_rng_state()
    # Without memory first: torchvision's VGG-16 comes with 124 million weights of a classifier
    # that is thrown away, and every layer would be initialised twice.
    with torch.device("meta"):
        features = entry.make()
    network = Inspector(
        Prepare(preprocessing, entry.inputs), features, entry.channels, classes, entry.stride,
        window,
    )  # fmt: skip
    torch.set_rng_state(state)
    return network


def fill(network: Inspector, seed: int) -> Inspector:
    """Give a blank network memory and Kaiming-initialised weights."""
    network.features.to_empty(device="cpu")
    initialise(network, seed)
    return network


def initialise(network: Inspector, seed: int) -> None:
    """Kaiming initialisation (fan out, ReLU) of convolutions, zero biases, a small head."""
    source = generator(seed, 21)
    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(
                module.weight, mode="fan_out", nonlinearity="relu", generator=source
            )
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif isinstance(module, nn.BatchNorm2d):
            nn.init.ones_(module.weight)
            nn.init.zeros_(module.bias)
            module.reset_running_stats()
        elif isinstance(module, nn.Linear):
            nn.init.normal_(module.weight, 0.0, 0.01, generator=source)
            nn.init.zeros_(module.bias)


def load_source(network: Inspector, name: str, state: dict[str, torch.Tensor]) -> None:
    """Put source weights (torchvision's key names) into a network's backbone; all must fit."""
    prefix = backbone(name).prefix
    stripped = {key.removeprefix(prefix): value for key, value in state.items()}
    network.features.load_state_dict(stripped, strict=True)
