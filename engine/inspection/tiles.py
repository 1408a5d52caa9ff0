"""Large images piece by piece: the same maps as in one piece, in bounded memory.

The first maps of a network are its largest: VGG-16 takes 600 to 800 MB a megapixel in one piece. So
the steps are applied in stages to tiles of the image, each with a margin as wide as what its cells
see beyond it (:func:`reach`), which is cut off again. A stage ends where the whole map after it
fits the budget: the sooner, the thinner the margins. Tiles begin at multiples of the stage's
stride, so every cell is computed from the very pixels it would see in one piece; only the image's
own border is padded.

A network that sees little beyond a cell needs no stages: all its steps are applied to one small
tile after another, whose maps stay in the processor's cache.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import nn

from engine.network.closed_form import Fitted
from engine.network.window_classifier import WindowClassifier

WHOLE = 2 * 2**20
"""Pixels up to which an image is passed in one piece: at most 2 GB with VGG-16."""

PASS = 2**20
"""Pixels up to which that holds for every network; above, one with thin margins goes in tiles."""

BUDGET = 1.2 * 2**30
"""Bytes of a map that is kept whole between two stages, at most."""

TILE = 1024
"""Side of a tile without its margin, in pixels of the image, at least."""

ROOM = 96 * 2**20
"""Bytes of a tile's largest map from which it is not made larger. Deep maps are small: the same
tile there would be half margin.
"""

CACHED = 3 * 2**20
"""Bytes of a tile's largest map where the margins are thin. Maps of many megabytes are memory that
the C library gets from the system anew in every pass, page by page: that took a small network more
time than its arithmetic, the more the larger the image.
"""

THIN = 1 / 8
"""Margins on both sides as a share of a tile's side, up to which they count as thin."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Steps that are applied to one tile after another.

    Attributes
    ----------
    steps : in order
    stride : cells of its input per cell of its output
    reach : cells of its input that an output cell sees beyond its own
    held : bytes of its largest map, per pixel of the image
    """

    steps: tuple[nn.Module, ...]
    stride: int
    reach: int
    held: float


def reach(steps: Sequence[nn.Module]) -> tuple[int, int]:
    """Stride of some steps, and how many cells an output cell sees beyond its own, at most.

    Every window operation is counted as if they all stood in a row: of branches that is more than
    there is, which costs time and changes nothing.

    Returns
    -------
    (stride, cells of the input)
    """
    jump, seen = 1, 0
    for step in steps:
        branches: list[int] = []
        for module in step.modules():
            kernel = getattr(module, "kernel_size", None)
            if kernel is None:
                continue
            side = kernel if isinstance(kernel, int) else max(kernel)
            stride = getattr(module, "stride", 1) or side
            stride = stride if isinstance(stride, int) else max(stride)
            dilation = getattr(module, "dilation", 1)
            dilation = dilation if isinstance(dilation, int) else max(dilation)
            seen += dilation * (side - 1) * jump
            branches.append(stride)
            if _in_line(step, module):
                jump *= stride
        known = getattr(step, "reach", None)
        if known is not None:
            own_stride, own = known
            seen, jump = seen + own * jump, jump * own_stride
    return jump, seen


def _in_line(step: nn.Module, module: nn.Module) -> bool:
    """Whether a module's stride counts: shortcuts of residual blocks run beside the main line."""
    name = next((n for n, m in step.named_modules() if m is module), "")
    return "downsample" not in name


def stages(
    network: WindowClassifier, height: int, width: int
) -> tuple[list[Stage], list[nn.Module]]:
    """The steps of a network in stages for an image of this size, and what follows on the whole.

    What follows are steps whose cells depend on the whole image.
    """
    steps = list(network.features)
    last = next((n for n, s in enumerate(steps) if getattr(s, "whole", False)), len(steps))
    local, after = steps[:last], steps[last:]
    result: list[Stage] = []
    begun: list[nn.Module] = []
    held = 0.0
    ghost = _Ghost(network)
    for place, step in enumerate(local):
        begun.append(step)
        channels, shrunk = ghost.after(place)
        held = max(held, 4 * channels / shrunk**2)
        stride, seen = reach(begun)
        cells = (height // shrunk) * (width // shrunk)
        if place == len(local) - 1 or (stride > 1 and 4 * channels * cells <= BUDGET):
            result.append(Stage(tuple(begun), stride, seen, held))
            begun, held = [], 0.0
    return result, after


def in_cache(parts: Sequence[Stage], device: torch.device) -> tuple[Stage, int] | None:
    """All stages as one on tiles that stay in the cache, and a tile's side in pixels of the image.

    None on a graphics card, which wants large tiles, and where the margins would be thick.
    """
    if device.type != "cpu" or not parts:
        return None
    steps = tuple(step for part in parts for step in part.steps)
    stride, seen = reach(steps)
    held = max(part.held for part in parts)
    side = math.isqrt(int(CACHED / held))
    return (Stage(steps, stride, seen, held), side) if 2 * seen <= THIN * side else None


def in_one_piece(network: WindowClassifier, pixels: torch.Tensor) -> bool:
    """Whether an image, uint8 (1, h, w) or (1, h, w, 3), is best passed as it is."""
    height, width = (int(length) for length in pixels.shape[1:3])
    if height * width <= PASS or height * width > WHOLE:
        return height * width <= WHOLE
    return in_cache(stages(network, height, width)[0], pixels.device) is None


class _Ghost:
    """Channels and stride after each step, read from a pass over a small empty image."""

    def __init__(self, network: WindowClassifier) -> None:
        side = 8 * network.stride
        device = next(network.buffers()).device
        self._sizes: list[tuple[int, int]] = []
        with torch.inference_mode():
            maps = network.prepare(torch.zeros((1, side, side), dtype=torch.uint8, device=device))
            for step in network.features:
                if isinstance(step, Fitted) and step.whole:
                    break
                maps = step(maps)
                self._sizes.append((maps.shape[1], side // maps.shape[2]))

    def after(self, place: int) -> tuple[int, int]:
        """(channels, pixels a cell) after a step."""
        return self._sizes[place]


def features_in_tiles(
    network: WindowClassifier, pixels: torch.Tensor, tile: int = TILE
) -> torch.Tensor:
    """The last layer's maps of one image, (1, channels, h, w), as in one piece but for rounding.

    Parameters
    ----------
    pixels
        uint8 (1, h, w) or (1, h, w, 3), on the network's device.
    tile
        Least side of a tile, in pixels of the image: a multiple of the network's stride. Tiles that
        stay in the cache have their own.
    """
    parts, after = stages(network, int(pixels.shape[1]), int(pixels.shape[2]))
    maps: torch.Tensor | None = None
    shrunk = 1
    small = in_cache(parts, pixels.device)
    if small is not None:
        stage, side = small
        parts, tile = [], max(1, side // stage.stride)
        size = (int(pixels.shape[1]), int(pixels.shape[2]))
        maps = _staged(stage, _pixels(network, pixels), size, tile)
    for stage in parts:
        take = _pixels(network, pixels) if maps is None else _cells(maps)
        high, wide = pixels.shape[1:3] if maps is None else maps.shape[2:4]
        most = max(tile, math.isqrt(int(ROOM / stage.held)))
        side = max(1, most // (shrunk * stage.stride))
        maps = _staged(stage, take, (int(high), int(wide)), side)
        shrunk *= stage.stride
    assert maps is not None
    for step in after:
        maps = step(maps)
    return maps


Take = Callable[[slice, slice], torch.Tensor]


def _pixels(network: WindowClassifier, pixels: torch.Tensor) -> Take:
    return lambda rows, columns: network.prepare(pixels[:, rows, columns])


def _cells(maps: torch.Tensor) -> Take:
    return lambda rows, columns: maps[:, :, rows, columns]


def _staged(stage: Stage, take: Take, size: tuple[int, int], side: int) -> torch.Tensor:
    """Apply a stage to all tiles; `side` is a tile's, in cells of the output."""
    stride = stage.stride
    margin = -(-stage.reach // stride)  # in cells of the output
    result: torch.Tensor | None = None
    rows = _spans(size[0], stride, side)
    columns = _spans(size[1], stride, side)
    for top, bottom in rows:
        for left, right in columns:
            first, begin = max(0, top - margin), max(0, left - margin)
            low = size[0] if bottom == rows[-1][1] else min(size[0], (bottom + margin) * stride)
            high = size[1] if right == columns[-1][1] else min(size[1], (right + margin) * stride)
            part = take(slice(first * stride, low), slice(begin * stride, high))
            for step in stage.steps:
                part = step(part)
            if result is None:
                # Rounding at the lower border follows from the steps: ask the last tile.
                shape = (1, part.shape[1], *_output(stage, take, size))
                # In the order the steps leave their channels in: turning them costs as much as
                # a shallow layer, and the next stage would turn them back.
                last = part.is_contiguous(memory_format=torch.channels_last)
                order = torch.channels_last if last else torch.contiguous_format
                result = torch.empty(
                    shape, dtype=part.dtype, device=part.device, memory_format=order
                )
            ends = (result.shape[2], result.shape[3])
            down = ends[0] if bottom == rows[-1][1] else bottom
            over = ends[1] if right == columns[-1][1] else right
            result[:, :, top:down, left:over] = part[
                :, :, top - first : down - first, left - begin : over - begin
            ]
    assert result is not None
    return result


def _spans(length: int, stride: int, side: int) -> list[tuple[int, int]]:
    """Where tiles begin and end, in cells of the output; the last one takes what is left."""
    cells = max(1, length // stride)
    count = max(1, round(cells / side))
    edges = [cells * number // count for number in range(count + 1)]
    return list(itertools.pairwise(edges))


def _output(stage: Stage, take: Take, size: tuple[int, int]) -> tuple[int, int]:
    """Height and width of a stage's output: those of thin strips along both sides."""
    lengths = []
    for axis in (0, 1):
        rows = slice(0, size[0] if axis == 0 else min(size[0], 8 * stage.stride))
        columns = slice(0, size[1] if axis == 1 else min(size[1], 8 * stage.stride))
        part = take(rows, columns)
        for step in stage.steps:
            part = step(part)
        lengths.append(int(part.shape[2 + axis]))
    return lengths[0], lengths[1]
