"""Dead channels, zeros and where a channel's energy lies.

Channel c of a layer is dead on a set S of images when its output after ReLU is <= 0 at every
position of every image of S (definitions; the ratio s_l = dead / all is the article's). It can
only fall as S grows, so S and its size belong to the figure.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional as F

from engine.inspection.dense import to_input
from engine.network.inspector import Inspector
from engine.network.layers import named_layers

Picture = tuple[NDArray[np.uint8], NDArray[np.bool_] | None]
"""An image, uint8 (H, W) or (H, W, 3), and its region, bool (H, W), None where unknown."""


@dataclass(frozen=True, slots=True, eq=False)
class LayerActivity:
    """One layer on a set of images; arrays are read-only, one value a channel.

    Attributes
    ----------
    layer : its name
    dead : bool (channels,)
    zeros : float64 (channels,) in [0, 1], share of positions with output <= 0
    energy : float64 (channels,) >= 0, mean squared output over all positions
    region_share : float64 (channels,) in [0, 1], share of the energy that lies inside the
        region, over the images with a region; NaN where there is no energy or no region
    region_area : share of the layer's positions inside the region, over the same images: what
        an indifferent channel's `region_share` would be; None without regions
    """

    layer: str
    dead: NDArray[np.bool_]
    zeros: NDArray[np.float64]
    energy: NDArray[np.float64]
    region_share: NDArray[np.float64]
    region_area: float | None

    @property
    def dead_share(self) -> float:
        """s_l: dead channels / all channels, in [0, 1]."""
        return float(self.dead.mean())


@dataclass(frozen=True, slots=True, eq=False)
class Activity:
    """All layers on a set S: `images` is |S|, `regions` how many of them have a known region."""

    images: int
    regions: int
    layers: tuple[LayerActivity, ...]


def switched_off(before: LayerActivity, after: LayerActivity) -> NDArray[np.bool_]:
    """Channels alive at iteration 0 and dead at the end, on the same images."""
    return np.asarray(~before.dead & after.dead)


def born(before: LayerActivity, after: LayerActivity) -> NDArray[np.bool_]:
    """Channels dead at iteration 0 and alive at the end, on the same images."""
    return np.asarray(before.dead & ~after.dead)


class _Sums:
    """Running figures of one layer; nothing of an image outlives its pass."""

    def __init__(self) -> None:
        self.positions = self.seen = self.inside_positions = 0
        self.peak: NDArray[np.float64] | float = -np.inf
        self.zeros: NDArray[np.float64] | float = 0.0
        self.energy: NDArray[np.float64] | float = 0.0
        # Only over images whose region is known: all of the energy, and that inside the region.
        self.known: NDArray[np.float64] | float = 0.0
        self.inside: NDArray[np.float64] | float = 0.0

    def add(self, values: torch.Tensor, region: torch.Tensor | None) -> None:
        """Add one image: float32 (channels, h, w), bool (H, W) in the network's input."""
        square = values.square()
        energy = _host(square.sum((1, 2)))
        self.peak = np.maximum(self.peak, _host(values.amax((1, 2))))
        self.zeros = self.zeros + _host((values <= 0).sum((1, 2)))
        self.energy = self.energy + energy
        self.positions += values[0].numel()
        if region is None:
            return
        # A cell is inside where the region touches it: thin defects would vanish in an average.
        size = (values.shape[1], values.shape[2])
        cells = F.adaptive_max_pool2d(region[None].float(), size)[0]
        self.known = self.known + energy
        self.inside = self.inside + _host((square * cells).sum((1, 2)))
        self.seen += values[0].numel()
        self.inside_positions += int(cells.sum())

    def result(self, layer: str) -> LayerActivity:
        """The layer's figures."""
        known, inside = np.asarray(self.known), np.asarray(self.inside)
        energy = np.asarray(self.energy) / self.positions
        share = np.full(energy.shape, np.nan)
        if self.seen:
            np.divide(inside, known, out=share, where=known > 0)
        dead, zeros = np.asarray(self.peak) <= 0, np.asarray(self.zeros) / self.positions
        for array in (dead, zeros, energy, share):
            array.setflags(write=False)
        area = self.inside_positions / self.seen if self.seen else None
        return LayerActivity(layer, dead, zeros, energy, share, area)


def _host(values: torch.Tensor) -> NDArray[np.float64]:
    return values.cpu().numpy().astype(np.float64)


@contextmanager
def _watch(network: Inspector, use: Callable[[str, torch.Tensor], None]) -> Iterator[None]:
    """Hand each layer's output after ReLU to `use` as it is made; hooks go when the block ends.

    Unlike :func:`engine.network.layers.tap` nothing is held: all maps of VGG-16 for one image of
    512 pixels take 280 MB.
    """
    handles = []
    try:
        for name, module in named_layers(network.features).items():

            def hook(_m: nn.Module, _i: object, output: torch.Tensor, name: str = name) -> None:
                use(name, output)

            handles.append(module.register_forward_hook(hook))
        yield
    finally:
        for handle in handles:
            handle.remove()


def region_in_input(
    region: NDArray[np.bool_], shown: Sequence[int], network: Inspector
) -> NDArray[np.bool_]:
    """A region as the network sees it: padded like its image, without region in the padding.

    Parameters
    ----------
    region
        bool (H, W), in the image's own pixels.
    shown
        Height and width of the network's input. Whole-image networks see the image shrunk; the
        region then stays as it is, since it is brought to each layer's grid anyway.
    """
    if network.window == 0:
        return region
    missing = [(0, max(0, want - have)) for want, have in zip(shown, region.shape, strict=True)]
    return np.pad(region, missing)


def activity(
    network: Inspector, pictures: Iterator[Picture], total: int, whole_side: int
) -> Generator[tuple[int, int], None, Activity]:
    """Pass whole images through a network and sum up what its channels do.

    Evaluation mode (restored at the end), float32 whatever the run was trained in.

    Parameters
    ----------
    pictures
        Images with their regions, taken one by one.
    total
        How many there are, one or more.
    whole_side
        Longest side of what a whole-image network sees, in pixels.

    Yields
    ------
    tuple of int
        (done, total) after each image. Closing the generator leaves the network as it was.
    """
    sums = {name: _Sums() for name in named_layers(network.features)}
    device = next(network.parameters()).device
    mask: torch.Tensor | None = None
    regions = done = 0

    def use(name: str, output: torch.Tensor) -> None:
        sums[name].add(output[0], mask)

    was_training = network.training
    network.eval()
    try:
        for done, (image, region) in enumerate(pictures, start=1):
            pixels, _ = to_input(image, network, whole_side)
            mask = None
            if region is not None:
                regions += 1
                mask = torch.from_numpy(
                    region_in_input(region, pixels.shape[1:3], network).copy()
                ).to(device)
            # The hooks stand only while an image is passed, never while the caller has control.
            with torch.inference_mode(), _watch(network, use):
                network.features(network.prepare(pixels.to(device)))
            yield done, total
    finally:
        network.train(was_training)
    if done == 0:
        raise ValueError("activity needs at least one image")
    return Activity(done, regions, tuple(item.result(name) for name, item in sums.items()))
