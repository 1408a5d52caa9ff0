"""Quicker 3x3 convolutions in float32 on a CPU, for passes over many whole images.

Winograd's minimal filtering F(2x2, 3x3) (Lavin & Gray 2016, "Fast algorithms for convolutional
neural networks"): four outputs of a channel pair take 16 multiplications instead of 36. Only sums
of inputs and halves of sums of weights are formed before, so float32 loses nothing by it: against
float64 its largest error was a quarter of the direct convolution's (512 channels: 0.9e-6 and
4e-6). torch has no such convolution on a CPU; its direct one already runs at the processor's peak.
Deep layers of VGG-16 take two thirds of the time, shallow ones gain nothing and stay as they are.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

FEWEST_INPUTS, FEWEST_OUTPUTS = 128, 256
"""Channels from which the products outweigh the sums around them (measured)."""

TILES = 256
"""Output squares of 2x2 computed at once: their 16 sums stay in the processor's cache."""

_KERNEL = torch.tensor([[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
"""G of Lavin & Gray: 3 weights to 4."""


def suits(module: nn.Module, maps: torch.Tensor) -> bool:
    """Whether a step is a convolution that is quicker this way."""
    return (
        isinstance(module, nn.Conv2d)
        and maps.device.type == "cpu"
        and maps.dtype == torch.float32
        and module.kernel_size == (3, 3)
        and module.stride == module.dilation == module.padding == (1, 1)
        and module.groups == 1
        and module.padding_mode == "zeros"
        and module.in_channels >= FEWEST_INPUTS
        and module.out_channels >= FEWEST_OUTPUTS
    )


def transformed(weight: torch.Tensor) -> torch.Tensor:
    """Weights (outputs, inputs, 3, 3) as float32 (16, inputs, outputs), rounded once."""
    outputs, inputs = weight.shape[:2]
    kernel = _KERNEL.double()
    both = kernel @ weight.detach().double() @ kernel.T
    return both.float().permute(2, 3, 1, 0).reshape(16, inputs, outputs).contiguous()


def convolve(maps: torch.Tensor, kernels: torch.Tensor, bias: torch.Tensor | None) -> torch.Tensor:
    """Convolve with 3x3 weights, stride 1, one pixel of zeros around.

    Parameters
    ----------
    maps
        float32 (n, inputs, h, w); quickest where the channels lie last in memory.
    kernels
        As :func:`transformed` gives them.
    bias
        float32 (outputs,) or None.

    Returns
    -------
    tensor of float32, shape (n, outputs, h, w), channels last in memory
    """
    count, inputs, height, width = maps.shape
    outputs = kernels.shape[2]
    rows, columns = (height + 1) // 2, (width + 1) // 2
    # Odd sides: one more line of zeros, and of outputs that are dropped in the end.
    odd = (0, 0, 1, 1 + width % 2, 1, 1 + height % 2)
    padded = F.pad(maps.permute(0, 2, 3, 1), odd)
    made = maps.new_empty((count, 2 * rows, 2 * columns, outputs))
    band = max(1, min(rows, TILES // (columns * count)))
    for top in range(0, rows, band):
        high = min(band, rows - top)
        # B^T d B: first along the rows, then along the columns of every 4x4 square.
        lines = [padded[:, 2 * top + i : 2 * (top + high) + i : 2] for i in range(4)]
        sums = maps.new_empty((4, count, high, 2 * columns + 2, inputs))
        _combine(lines, sums)
        squares = maps.new_empty((4, 4, count, high, columns, inputs))
        parts = [sums[:, :, :, i : i + 2 * columns : 2] for i in range(4)]
        _combine(parts, [squares[:, i] for i in range(4)])
        products = torch.bmm(squares.view(16, -1, inputs), kernels)
        # A^T m A: 4x4 to 2x2.
        m = products.view(4, 4, count, high, columns, outputs)
        for i, line in enumerate(_reduce(m)):
            out = made[:, 2 * top + i : 2 * (top + high) : 2]
            for j, cell in enumerate(_reduce(line)):
                target = out[:, :, j::2]
                if bias is None:
                    target.copy_(cell)
                else:
                    torch.add(cell, bias, out=target)
    return made[:, :height, :width].permute(0, 3, 1, 2)


def _combine(d: list[torch.Tensor], to: torch.Tensor | list[torch.Tensor]) -> None:
    """B^T of Lavin & Gray along one axis: four inputs to four sums."""
    torch.sub(d[0], d[2], out=to[0])
    torch.add(d[1], d[2], out=to[1])
    torch.sub(d[2], d[1], out=to[2])
    torch.sub(d[1], d[3], out=to[3])


def _reduce(m: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """A^T of Lavin & Gray along the first axis: four products to two outputs."""
    return (m[0] + m[1]).add_(m[2]), (m[1] - m[2]).sub_(m[3])


class QuickConv2d(nn.Conv2d):
    """A convolution that is computed the quicker way where nothing is learned from it.

    In training, in another number format, on another device and while it is exported it is torch's
    own; its weights, state and gradients are a Conv2d's.
    """

    def forward(self, maps: torch.Tensor) -> torch.Tensor:
        """The convolution's output, but for rounding."""
        if not quick(self, maps):
            return super().forward(maps)
        held = _held.get(self)
        if held is None or not held.fits(self.weight):
            held = _held[self] = _Held(
                weakref.ref(self.weight),
                self.weight.data_ptr(),
                self.weight._version,
                transformed(self.weight),
            )
        return convolve(maps, held.kernels, self.bias)


@dataclass(frozen=True, slots=True)
class _Held:
    """Transformed weights, and what they were made from."""

    weight: weakref.ref[torch.Tensor]
    place: int
    version: int
    kernels: torch.Tensor

    def fits(self, weight: torch.Tensor) -> bool:
        """Whether they are still those: optimisers change weights in place, pruning and loading
        may replace them.
        """
        same = self.weight() is weight and self.place == weight.data_ptr()
        return same and self.version == weight._version


# Not an attribute: a copied network would carry 16 numbers for every 9 weights along.
_held: weakref.WeakKeyDictionary[nn.Module, _Held] = weakref.WeakKeyDictionary()


def quick(module: nn.Conv2d, maps: torch.Tensor) -> bool:
    """Whether a convolution is to be computed the quicker way now."""
    return (
        not torch.is_grad_enabled()
        and not torch.is_autocast_enabled("cpu")
        and not torch.compiler.is_compiling()
        and not module.weight.is_inference()  # whether those change cannot be seen
        and suits(module, maps)
    )


def quicken(features: nn.Module) -> None:
    """Let the convolutions of a backbone be :class:`QuickConv2d`, in place."""
    for module in features.modules():
        if type(module) is nn.Conv2d and module.kernel_size == (3, 3):
            # Families build their networks with torch's own layers; nothing else of it differs.
            module.__class__ = QuickConv2d
