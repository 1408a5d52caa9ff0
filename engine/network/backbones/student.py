"""The shallow student: a network that a larger one teaches (Kim, Noh & Park 2020).

Three convolutions with large kernels: few filters, so that an image takes a millisecond or two, yet
a cell of the last layer sees 83 pixels. With 33 filters none is there to spare, so two things keep
what they find. Both signs of a response go on, as in a concatenated ReLU (Shang, Sohn, Almeida &
Lee, ICML 2016: early filters of ReLU networks come in pairs of opposite sign). And the head reads
all three layers, as in a DenseNet (Huang, Liu, van der Maaten & Weinberger, CVPR 2017). Its width
is chosen when it is made.
"""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import nn
from torch.nn import functional as F

from engine.network.backbone import Backbone, ChannelGroup, Layer, register

STRIDE = 8

VGG_FILTERS = 4224
"""Filters of VGG-16's convolutions, of which a student has a share."""

KERNELS = (11, 7, 7)
STRIDES = (4, 2, 1)
WIDEST = (528, 528, 1056)
"""Half as many filters as VGG-16: what the catalogue builds, and a student is narrowed from."""

FEWEST = 12

BLOCK = 8
"""Processors compute channels in blocks: 17 filters take as long as 24, 16 a good deal less."""


class Join(nn.Module):
    """A convolution with batch norm and both halves of its response; what was before goes along.

    Attributes
    ----------
    conv, norm, relu : its layers; `conv` reads as many of the last channels as it has inputs
    carries : whether the channels that come in are carried on (the image is not)
    """

    def __init__(self, before: int, filters: int, kernel: int, stride: int, *, carries: bool):
        super().__init__()
        self.conv = nn.Conv2d(before, filters, kernel, stride, kernel // 2, bias=False)
        self.norm = nn.BatchNorm2d(filters)
        self.relu = nn.ReLU(inplace=True)
        self.carries = carries

    def forward(self, maps: torch.Tensor) -> torch.Tensor:
        """Maps (n, carried + 2 filters, h, w): what was before, responses, their negatives."""
        count = self.conv.in_channels
        result = self.norm(self.conv(maps[:, maps.shape[1] - count :] if self.carries else maps))
        both: torch.Tensor = self.relu(torch.cat([result, -result], 1))
        if not self.carries:
            return both
        if self.conv.stride != (1, 1):
            # As many cells as the convolution gives, whatever the size.
            maps = F.avg_pool2d(maps, 3, self.conv.stride, 1, count_include_pad=False)
        return torch.cat([maps, both], 1)


def student_features() -> nn.Sequential:
    """Three convolutions, stride 8, grey input, at their widest."""
    joins = []
    before = 1
    for place, filters in enumerate(WIDEST):
        joins.append(Join(before, filters, KERNELS[place], STRIDES[place], carries=place > 0))
        before = 2 * filters
    return nn.Sequential(*joins)


def student_widths(filters: int) -> tuple[int, ...]:
    """Share a number of filters out over the convolutions, as the widest has them.

    Parameters
    ----------
    filters
        In all at the most, from 12 to 2112; from 32 on each layer has a multiple of eight.

    Raises
    ------
    ValueError
        Too few or too many.
    """
    whole = sum(WIDEST)
    if not FEWEST <= filters <= whole:
        raise ValueError(f"a student has {FEWEST} to {whole} filters")
    widths = [filters * each // whole for each in WIDEST]
    if min(widths) >= BLOCK:
        return tuple(width // BLOCK * BLOCK for width in widths)
    widths[-1] += filters - sum(widths)
    return tuple(widths)


def _layers(features: nn.Module) -> Iterator[Layer]:
    """conv1 ... conv3; each holds what the layers before it found as well."""
    for number, (place, _) in enumerate(features.named_children(), start=1):
        yield Layer(f"conv{number}", place, f"conv{number}", f"{place}.conv")


def _groups(features: nn.Module) -> Iterator[ChannelGroup]:
    """One a convolution, each read by the next one and by the head."""
    layers = list(_layers(features))
    for number, layer in enumerate(layers):
        norm = f"{layer.module}.norm"
        yield ChannelGroup(
            layer.name,
            (layer.convolution,),
            (norm,),
            tuple(after.convolution for after in layers[number + 1 : number + 2]),
            (norm,),
            headed=True,
            mirrored=True,
        )


register(
    "student",
    Backbone(
        "Student",
        student_features,
        _layers,
        _groups,
        channels=2 * sum(WIDEST),
        stride=STRIDE,
        rank=90,
        inputs=1,
        offered=False,
    ),
)
