"""What a backbone says of itself, so that nothing else needs to know its family.

A backbone is a network cut before its last pooling, so that every cell of its last layer still has
a place in the image. As in timm's ``feature_info``, it names its layers with what they hold; and as
pruning needs it, the channels that belong together. A family is one file in
`engine.network.backbones`: it builds its networks and registers them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn
from torch.nn import functional as F

from engine.network.values import TORCHVISION
from engine.network.weight_set import TORCHVISION_HOST, State, WeightSet


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer that people look at; modules by their dotted names in the backbone.

    Attributes
    ----------
    name : as the article counts them for VGG (conv1_1 ... conv5_3), else as in the original code
    module : what gives its output, a step of the backbone: not part of a residual block
    block : layers of one resolution, the last of which is where it is about to fall
    convolution : the one that makes it, "" where there are several
    signed : values below 0 go on as well, so that only 0 is nothing; else it is after its ReLU
    """

    name: str
    module: str
    block: str
    convolution: str = ""
    signed: bool = False

    def strength(self, maps: torch.Tensor) -> torch.Tensor:
        """How strongly each channel answers, 0 where nothing of it goes on."""
        return maps.abs() if self.signed else maps


@dataclass(frozen=True, slots=True)
class ChannelGroup:
    """Channels that live and die together; modules by their dotted names in the backbone.

    The outputs of one convolution, or all that is added up (Li, Kadav, Durdanovic, Samet & Graf,
    "Pruning filters for efficient convnets", ICLR 2017, section 3.3). What belongs together follows
    from what reads what: the dependency graph of Fang, Ma, Song, Mi & Wang, "DepGraph", CVPR 2023.

    Attributes
    ----------
    name : conv1_1 ... conv5_3 for VGG-16; layer1.0.conv1, layer2 (a stage's sum) for residual ones
    makers : convolutions whose outputs they are
    norms : batch norms between
    readers : convolutions that read them
    watched : modules whose outputs are above 0 exactly where the group is after ReLU. Batch norms
        stand for a ReLU that a residual block uses several times.
    depthwise : convolutions between that have one filter a channel; two where it is mirrored, for
        the response and for its negative
    headed : whether the head reads them: the last group, and every one of a student
    signed : values below 0 go on as well
    mirrored : each channel goes on as its response and as the response's negative, all responses
        first; `watched` gives the responses
    """

    name: str
    makers: tuple[str, ...]
    norms: tuple[str, ...]
    readers: tuple[str, ...]
    watched: tuple[str, ...]
    depthwise: tuple[str, ...] = ()
    headed: bool = False
    signed: bool = False
    mirrored: bool = False

    @property
    def convolutions(self) -> tuple[str, ...]:
        """Those that lose a filter with each of its channels."""
        return (*self.makers, *self.depthwise)

    def strength(self, values: torch.Tensor) -> torch.Tensor:
        """How strongly each channel answers, 0 where nothing of it goes on; `values` as watched."""
        return values.abs() if self.signed or self.mirrored else F.relu(values)


@dataclass(frozen=True, slots=True)
class Backbone:
    """What is known of a backbone.

    Attributes
    ----------
    title : for people
    make : builds the layers, uninitialised: a Sequential
    layers : names the layers of what `make` built, first to last; the last one is after its ReLU
    groups : its channel groups, first to last
    channels, stride : of the last layer; 0 channels: one a class
    rank : where it stands in lists, the lower the earlier
    inputs : channels of the first layer's input, 1 or 3
    prefix : what torchvision's key names have before ours
    weights : published source weights that fit it, preferred first
    lines : layers at which the article follows lines between images, if it is one of its networks
    offered : whether people choose it for a run; a student is made from one
    source : the backbone whose source weights it takes; "": its own
    adapt : gives such weights the names they have here
    conclude : the last steps of a network that is fitted in closed form, for so many classes: they
        end in logits, and what `make` builds is only read. None: an ordinary network
    """

    title: str
    make: Callable[[], nn.Sequential]
    layers: Callable[[nn.Module], Iterable[Layer]]
    groups: Callable[[nn.Module], Iterable[ChannelGroup]]
    channels: int
    stride: int
    rank: int
    inputs: int = 3
    prefix: str = ""
    weights: tuple[WeightSet, ...] = ()
    lines: tuple[str, ...] = ()
    offered: bool = True
    source: str = ""
    adapt: Callable[[State], State] | None = None
    conclude: Callable[[int], Iterable[nn.Module]] | None = None

    @property
    def fitted(self) -> bool:
        """Whether it is fitted in closed form instead of trained."""
        return self.conclude is not None

    def steps(self, classes: int) -> nn.Sequential:
        """All steps of a network for so many classes, uninitialised."""
        last = self.conclude(classes) if self.conclude is not None else ()
        return nn.Sequential(*self.make(), *last) if self.fitted else self.make()


REGISTERED: dict[str, Backbone] = {}
"""By name, as the families come; :mod:`engine.network.catalogue` has them in order."""


def register(name: str, backbone: Backbone) -> None:
    """Make a backbone known.

    Raises
    ------
    ValueError
        There is one of that name already.
    """
    if name in REGISTERED:
        raise ValueError(f"two backbones are called {name}")
    REGISTERED[name] = backbone


def torchvision_network(name: str, **values: Any) -> Any:
    """A network of torchvision's without weights."""
    from torchvision import models  # 160 MB that looking at data does without

    return getattr(models, name)(weights=None, **values)


def torchvision_weights(key: str, title: str, file: str) -> WeightSet:
    """A weight file that torchvision publishes; its name carries the beginning of its hash."""
    return WeightSet(key, title, "BSD-3-Clause", TORCHVISION, TORCHVISION_HOST + file)
