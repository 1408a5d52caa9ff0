"""A student's layers: both signs of a response go on, and so does what was found before.

Two forms of a layer. The plain one is a convolution of all channels. The separable one (Howard et
al. 2017, "MobileNets") looks with one filter at each channel by itself and then mixes: a seventh
of the multiplications. Where nothing is learned from it, either is computed in as few steps as may
be: batch norm goes into the weights, and the negatives come from a convolution that has every
filter twice, the second time negated. Processors compute channels in blocks of sixteen, so that
these eight filters more cost nothing, and what is saved are six passes over the maps.
"""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import nn
from torch.nn import functional as F


@dataclass(frozen=True, slots=True)
class Step:
    """A convolution with zeros around.

    Attributes
    ----------
    weight : float32 (outputs, inputs / groups, kernel, kernel)
    bias : float32 (outputs,) or None
    stride, padding, groups : as torch has them
    """

    weight: torch.Tensor
    bias: torch.Tensor | None
    stride: int
    padding: int
    groups: int

    def __call__(self, maps: torch.Tensor) -> torch.Tensor:
        """Its output."""
        return F.conv2d(maps, self.weight, self.bias, self.stride, self.padding, 1, self.groups)


class Spread(nn.Conv2d):
    """The half of a separable convolution that looks at each channel by itself.

    A filter of the layer is one of the other half with all of these before it, so they are not
    counted among the filters.
    """


class Join(nn.Module):
    """A convolution with batch norm and both halves of its response; what was before goes along.

    Attributes
    ----------
    conv, norm, relu : its layers; `conv` reads as many of the last channels as it has inputs
    carries : whether the channels that come in are carried on (the image is not)
    stride : of its output
    """

    def __init__(self, before: int, filters: int, kernel: int, stride: int, *, carries: bool):
        super().__init__()
        self.conv = self.filtering(before, filters, kernel, stride)
        self.norm = nn.BatchNorm2d(filters)
        self.relu = nn.ReLU(inplace=True)
        self.carries = carries
        self.stride = stride

    @staticmethod
    def filtering(before: int, filters: int, kernel: int, stride: int) -> nn.Conv2d:
        """The convolution whose outputs are the layer's filters."""
        return nn.Conv2d(before, filters, kernel, stride, kernel // 2, bias=False)

    def forward(self, maps: torch.Tensor) -> torch.Tensor:
        """Maps (n, carried + 2 filters, h, w): what was before, responses, their negatives."""
        own = self.own(maps)
        if self._quick(maps):
            both = own
            for step in self._held_steps():
                both = step(both)
            both = F.relu_(both)
        else:
            result = self.norm(self.convolved(own))
            both = self.relu(torch.cat([result, -result], 1))
        return torch.cat([self.carried(maps), both], 1) if self.carries else both

    def own(self, maps: torch.Tensor) -> torch.Tensor:
        """Those of the channels that come in which it convolves: the layer's before it."""
        return maps[:, maps.shape[1] - self.conv.in_channels :] if self.carries else maps

    def carried(self, maps: torch.Tensor) -> torch.Tensor:
        """What comes in, with as many cells as the convolution gives."""
        return _shrunk(maps, self.stride)

    def convolved(self, own: torch.Tensor) -> torch.Tensor:
        """The convolution's output, (n, filters, h, w)."""
        result: torch.Tensor = self.conv(own)
        return result

    def steps(self) -> tuple[Step, ...]:
        """What gives responses and negatives, but for the ReLU; as its weights are now."""
        weight, bias = self._both()
        side = self.conv.kernel_size[0]
        return (Step(weight, bias, self.stride, side // 2, 1),)

    def _both(self) -> tuple[torch.Tensor, torch.Tensor]:
        """Weights and bias of the convolution with its batch norm and its negatives."""
        norm = self.norm
        assert norm.running_mean is not None
        assert norm.running_var is not None
        # In float64, and rounded once.
        scale = norm.weight.detach().double() / (norm.running_var.double() + norm.eps).sqrt()
        weight = self.conv.weight.detach().double() * scale[:, None, None, None]
        bias = norm.bias.detach().double() - norm.running_mean.double() * scale
        return torch.cat([weight, -weight]).float(), torch.cat([bias, -bias]).float()

    def _quick(self, maps: torch.Tensor) -> bool:
        """Whether nobody learns from, looks into or exports this pass, and it is in float32."""
        watched = any(module._forward_hooks for module in (*self.children(),))
        return not (
            self.training
            or watched
            or torch.is_grad_enabled()
            or torch.compiler.is_compiling()
            or torch.is_autocast_enabled(maps.device.type)
            or maps.dtype != torch.float32
            or maps.device.type == "meta"
        )

    def _held_steps(self) -> tuple[Step, ...]:
        """The steps, worked out again where a weight has changed since."""
        state = self.state_dict(keep_vars=True)
        if any(value.is_inference() for value in state.values()):
            return self.steps()  # whether those change cannot be seen
        stamp = tuple((value.data_ptr(), value._version) for value in state.values())
        held = _held.get(self)
        if held is None or held[0] != stamp:
            held = _held[self] = (stamp, self.steps())
        return held[1]


class SeparableJoin(Join):
    """A join whose convolution is one of each channel by itself, and one of 1x1 that mixes.

    Attributes
    ----------
    spread : the first of the two; `conv` is the second
    """

    def __init__(self, before: int, filters: int, kernel: int, stride: int):
        super().__init__(before, filters, kernel, stride, carries=True)
        self.spread = Spread(before, before, kernel, stride, kernel // 2, groups=before, bias=False)

    @staticmethod
    def filtering(before: int, filters: int, _kernel: int, _stride: int) -> nn.Conv2d:
        """The convolution that mixes; each of its outputs is a filter of the layer."""
        return nn.Conv2d(before, filters, 1, bias=False)

    def begin(self) -> None:
        """Give initialised weights the size that the plain form's would have.

        Batch norm makes the size void, but not how far a step of an optimiser turns the weights:
        with both halves at Kaiming's size it learned more slowly.
        """
        side, count = self.spread.kernel_size[0], self.conv.out_channels
        with torch.no_grad():
            self.spread.weight.div_(count**0.5)
            self.conv.weight.div_(side)

    def convolved(self, own: torch.Tensor) -> torch.Tensor:
        """The output of both halves, (n, filters, h, w)."""
        result: torch.Tensor = self.conv(self.spread(own))
        return result

    def steps(self) -> tuple[Step, ...]:
        """What gives responses and negatives, but for the ReLU; as its weights are now."""
        side = self.spread.kernel_size[0]
        first = Step(self.spread.weight.detach(), None, self.stride, side // 2, self.spread.groups)
        return first, Step(*self._both(), 1, 0, 1)


class Folded(nn.Module):
    """Joins one after another for judging alone: the same maps but for rounding, as constants.

    Parameters
    ----------
    joins
        The steps of each, first to last; the first carries nothing on.
    std
        float32, one value a channel: what the input would be divided by.
    """

    def __init__(self, joins: Sequence[Sequence[Step]], std: torch.Tensor) -> None:
        super().__init__()
        self.joins = [list(steps) for steps in joins]
        first = self.joins[0][0]
        self.joins[0][0] = replace(first, weight=first.weight / std.reshape(1, -1, 1, 1))

    def forward(self, maps: torch.Tensor) -> torch.Tensor:
        """What the last join gives, (n, channels, h, w), from the centred image."""
        found: list[torch.Tensor] = []
        for steps in self.joins:
            for step in steps:
                maps = step(maps)
            maps = F.relu(maps)
            stride = steps[0].stride
            # Each by itself: side by side they would be written once more.
            found = [*(_shrunk(each, stride) for each in found), maps]
        return torch.cat(found, 1)


def _shrunk(maps: torch.Tensor, stride: int) -> torch.Tensor:
    """Maps with as many cells as a convolution of this stride gives, whatever the size."""
    if stride == 1:
        return maps
    return F.avg_pool2d(maps, 3, stride, 1, count_include_pad=False)


# Not an attribute: a copied network would carry other weights' steps along.
_held: weakref.WeakKeyDictionary[nn.Module, tuple[object, tuple[Step, ...]]] = (
    weakref.WeakKeyDictionary()
)
