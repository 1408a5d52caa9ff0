"""Plain filters: a bank of classical local statistics, without a network's learned features.

Five octaves. At each: band-pass of Gaussians (0.5 and 2 px), the logarithm of its local energy, and
the logarithm of the ratio of local horizontal to vertical gradient energy (both over about 4 px).
Of every cell of 16 pixels the largest and the smallest value count, against the mean of the image.
Standardised on normal images (:mod:`engine.training.closed_form.filters`), the largest deviation
decides; with labelled defects a linear discriminant of the largest deviations does.

Such banks have told defective texture from good for decades: see Unser, "Texture classification and
segmentation using wavelet frames", IEEE Trans. Image Processing 1995, and Kumar, "Computer-vision-
based fabric defect detection: a survey", IEEE Trans. Industrial Electronics 2008.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import torch
from torch import nn
from torch.nn import functional as F

from engine.network.backbone import Backbone, ChannelGroup, Layer, register
from engine.network.closed_form import Fitted, Logits, around

STRIDE = 16
OCTAVES = 5
WINDOW = 64
"""Smallest side of an image, in pixels; smaller ones are reflect-padded."""

MAPS = ("band", "energy", "direction")
"""What is looked at in each octave."""

READINGS = 3 * OCTAVES * len(MAPS)
"""Channels of the bank: largest, smallest and mean of each."""

STATISTICS = tuple(
    (name, octave, side) for side in ("high", "low") for octave in range(OCTAVES) for name in MAPS
)
"""(map, octave, side) of each statistic: how far it goes above or below the image's mean."""

REACH = 2
"""Cells around in which statistics that speak together may lie."""


def _gaussian(deviation: float) -> torch.Tensor:
    """A Gaussian's weights, float32 (2 r + 1,), r three deviations."""
    reach = max(1, round(3 * deviation))
    weights = [math.exp(-0.5 * (x / deviation) ** 2) for x in range(-reach, reach + 1)]
    return torch.tensor(weights) / sum(weights)


def _blur(maps: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    reach, channels = weights.numel() // 2, maps.shape[1]
    wide = F.pad(maps, (reach, reach, reach, reach), mode="replicate")
    across = F.conv2d(wide, weights.view(1, 1, 1, -1).expand(channels, 1, 1, -1), groups=channels)
    return F.conv2d(across, weights.view(1, 1, -1, 1).expand(channels, 1, -1, 1), groups=channels)


class Bank(Fitted):
    """Pixels (n, 1, h, w) in [0, 255] to readings (n, 45, h/16, w/16).

    The largest value of each cell for all maps, then the smallest ones, then the means.
    """

    reach = (STRIDE, STRIDE * 16)
    """Its stride, and pixels that a cell sees beyond its own: the coarsest octave's smoothing."""

    fine: torch.Tensor
    middle: torch.Tensor
    coarse: torch.Tensor
    sobel: torch.Tensor

    def __init__(self) -> None:
        super().__init__()
        # Constants: not in the weights.
        for name, value in self._constants().items():
            self.register_buffer(name, value, persistent=False)

    @staticmethod
    def _constants() -> dict[str, torch.Tensor]:
        edge = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
        return {
            "fine": _gaussian(0.5),
            "middle": _gaussian(2.0),
            "coarse": _gaussian(4.0),
            "sobel": torch.stack([edge, edge.T])[:, None],
        }

    def clear(self) -> None:
        """Its constants; there is nothing to fit."""
        self.put(**self._constants())

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """See the class."""
        high, low, mean = [], [], []
        for octave in range(OCTAVES):
            if octave:
                pixels = F.avg_pool2d(pixels, 2, ceil_mode=True)
            for maps, side in self._octave(pixels, octave):
                if side > 1:
                    high.append(F.max_pool2d(maps, side, ceil_mode=True))
                    low.append(-F.max_pool2d(-maps, side, ceil_mode=True))
                    mean.append(F.avg_pool2d(maps, side, ceil_mode=True))
                else:
                    high.append(maps)
                    low.append(maps)
                    mean.append(maps)
        return torch.cat([*high, *low, *mean], 1)

    def _octave(self, pixels: torch.Tensor, octave: int) -> Iterator[tuple[torch.Tensor, int]]:
        """Maps of an octave, and how many of their pixels a cell has on a side."""
        band = _blur(pixels, self.fine) - _blur(pixels, self.middle)
        side = STRIDE >> octave
        yield band, side
        wide = F.pad(pixels, (1, 1, 1, 1), mode="replicate")
        energies = torch.cat([band, F.conv2d(wide, self.sobel)], 1).square()
        if side > 2:
            # Half as fine: the same smoothing in a quarter of the time.
            energies = F.avg_pool2d(energies, 2, ceil_mode=True)
            smooth, side = _blur(energies, self.middle), side // 2
        else:
            smooth = _blur(energies, self.coarse)
        logs = torch.log(smooth + 1)
        yield torch.cat([logs[:, :1], logs[:, 1:2] - logs[:, 2:]], 1), side


class Deviations(Fitted):
    """Readings to log-probabilities of textures, evidence of each, and kinds of defect.

    With T textures and C classes:

    Attributes
    ----------
    recognise, prior : float32 (T, 15) and (T,), linear in the image's means
    mean, deviation : float32 (T, 30), of normal images' statistics
    weights : float32 (T, 30), of the discriminant; zeros where the largest deviation decides
    plain : float32 (T,), 1 where the largest deviation decides: textures without a labelled defect
    top : float32 (T, 2), mean and deviation of normal images' largest deviation
    kinds, kind_levels : float32 (C, 30) and (C,)
    """

    whole = True
    recognise: torch.Tensor
    prior: torch.Tensor
    mean: torch.Tensor
    deviation: torch.Tensor
    weights: torch.Tensor
    plain: torch.Tensor
    top: torch.Tensor
    kinds: torch.Tensor
    kind_levels: torch.Tensor

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.classes = classes
        for name, value in self._nothing().items():
            self.register_buffer(name, value)

    def _nothing(self) -> dict[str, torch.Tensor]:
        count = len(STATISTICS)
        return {
            "recognise": torch.zeros(1, READINGS // 3),
            "prior": torch.zeros(1),
            "mean": torch.zeros(1, count),
            "deviation": torch.ones(1, count),
            "weights": torch.zeros(1, count),
            "plain": torch.zeros(1),
            "top": torch.tensor([[0.0, 1.0]]),
            "kinds": torch.zeros(self.classes, count),
            "kind_levels": torch.zeros(self.classes),
        }

    def clear(self) -> None:
        """One texture, no weights: the evidence is 0 everywhere."""
        self.put(**self._nothing())

    def statistics(self, maps: torch.Tensor) -> torch.Tensor:
        """How far each cell goes above and below the image's means: (n, 30, h, w)."""
        third = READINGS // 3
        high, low, mean = maps[:, :third], maps[:, third : 2 * third], maps[:, 2 * third :]
        level = mean.mean((2, 3), keepdim=True)
        return torch.cat([high - level, level - low], 1)

    def deviations(self, maps: torch.Tensor, texture: int) -> torch.Tensor:
        """Statistics in standard deviations of normal images' largest: (n, 30, h, w)."""
        shape = (1, -1, 1, 1)
        own = self.mean[texture].view(shape), self.deviation[texture].view(shape)
        return (self.statistics(maps) - own[0]) / own[1]

    def forward(self, maps: torch.Tensor) -> torch.Tensor:
        """(n, 2 T + C, h, w) of readings (n, 45, h, w)."""
        maps = maps.float()
        mean = maps[:, 2 * READINGS // 3 :].mean((2, 3))
        textures = F.log_softmax(mean @ self.recognise.T + self.prior, 1)
        evidence = []
        for texture in range(self.mean.shape[0]):
            z = self.deviations(maps, texture)
            plain, level, spread = self.plain[texture], self.top[texture, 0], self.top[texture, 1]
            largest_of = (z.amax(1, keepdim=True) - level) / spread
            weighted = self._weighted(z, self.weights[texture])
            evidence.append(plain * largest_of + (1 - plain) * weighted)
        largest = self.statistics(maps).amax((2, 3))
        kinds = largest @ self.kinds.T + self.kind_levels
        everywhere = evidence[0].new_zeros(1, 1, *evidence[0].shape[2:])
        return torch.cat(
            [
                textures[:, :, None, None] + everywhere,
                *evidence,
                kinds[:, :, None, None] + everywhere,
            ],
            1,
        )

    def _weighted(self, z: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
        """The discriminant of the image's largest deviations, lower where they do not come from.

        Its largest cell has the discriminant's value; the others less, by how much less of what
        speaks for a defect lies within reach of them.
        """
        value = z.amax((2, 3)) @ weights
        speaks = F.relu(weights).view(1, -1, 1, 1)
        near = (around(z, REACH) * speaks).sum(1, keepdim=True)
        return value.view(-1, 1, 1, 1) + near - near.amax((2, 3), keepdim=True)


def _make() -> nn.Sequential:
    return nn.Sequential(Bank())


def _conclude(classes: int) -> tuple[nn.Module, ...]:
    return Deviations(classes), Logits(classes)


def _layers(features: nn.Module) -> Iterator[Layer]:
    """The bank, the evidence and what is concluded from it."""
    for name, place in zip(("filters", "evidence", "classes"), "012", strict=True):
        if hasattr(features, place):
            yield Layer(name, place, name, signed=True)


def _groups(_features: nn.Module) -> Iterator[ChannelGroup]:
    """None: there is nothing to take away."""
    return iter(())


register(
    "filters",
    Backbone(
        "Plain filters",
        _make,
        _layers,
        _groups,
        channels=0,
        stride=STRIDE,
        rank=79,
        inputs=1,
        conclude=_conclude,
        offered=False,
    ),
)
