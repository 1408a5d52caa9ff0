"""The probe: frozen lower layers of VGG-16 and a linear discriminant in closed form.

The maps of conv3_3 and conv4_3 are brought to cells of 16 pixels. Each scale reads the windows of
one of them: a direction (Fisher's discriminant with a shrunk covariance, fitted by
:mod:`engine.training.closed_form.probe`) gives a window's value, standardised so that the largest
one of a normal image is 0 +- 1. A cell's evidence is the sum over scales of the best window that
contains it, so it is large where the scales agree on the place. Without a labelled defect the
evidence is a window's Mahalanobis distance from normal ones instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

from engine.network.backbone import (
    Backbone,
    ChannelGroup,
    Layer,
    register,
    torchvision_network,
)
from engine.network.closed_form import Fitted, Logits, best_window
from engine.network.weight_set import State

STRIDE = 16
LOWER, UPPER = 16, 23
"""Steps of VGG-16 that end with the ReLU of conv3_3, and of conv4_3."""

CONV3, CONV4 = 256, 512


@dataclass(frozen=True, slots=True)
class Scale:
    """Windows of one layer: its first channel in the readings and behind its last, cells a side."""

    name: str
    first: int
    last: int
    cells: int

    @property
    def channels(self) -> slice:
        """Its channels in the readings."""
        return slice(self.first, self.last)


SCALES = (
    Scale("32 px", 0, CONV3, 2),
    Scale("64 px", CONV3, CONV3 + CONV4, 4),
    Scale("128 px", CONV3, CONV3 + CONV4, 8),
)
READINGS = CONV3 + CONV4
DISTANCE = SCALES[1]
"""The windows whose distance from normal ones counts where no defect is labelled."""

WINDOW = STRIDE * max(scale.cells for scale in SCALES)
"""Smallest side of an image, in pixels; smaller ones are reflect-padded."""


class Readings(nn.Module):
    """conv3_3 (n, 256, h/4, w/4) to the readings (n, 768, h/16, w/16): its mean and conv4_3's."""

    reach = (2, 1)
    """What the means add to the stride of `upper`, and cells they see beyond their own."""

    def __init__(self, upper: nn.Sequential) -> None:
        super().__init__()
        self.upper = upper

    def forward(self, maps: torch.Tensor) -> torch.Tensor:
        """Means over cells of 16 pixels, conv3_3 first."""
        deeper = self.upper(maps)
        return torch.cat([F.avg_pool2d(maps, 4), F.avg_pool2d(deeper, 2)], 1)


class Evidence(Fitted):
    """Readings to log-probabilities of textures, evidence of each, and kinds of defect.

    With T textures, S scales and C classes:

    Attributes
    ----------
    recognise, prior : float32 (T, 768) and (T,), linear in the image's mean readings
    directions, levels : float32 (S, T, 768) and (S, T); a scale's value is direction . reading less
        its level; a scale that is not used has zeros
    white, centre : float32 (512, 512) and (T, 512) for distances from normal windows, (0, 0) where
        defects are known
    spread : float32 (T, 2), mean and deviation of normal images' largest distance
    kinds, kind_levels : float32 (C, 768) and (C,)
    """

    whole = True
    recognise: torch.Tensor
    prior: torch.Tensor
    directions: torch.Tensor
    levels: torch.Tensor
    white: torch.Tensor
    centre: torch.Tensor
    spread: torch.Tensor
    kinds: torch.Tensor
    kind_levels: torch.Tensor

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.classes = classes
        for name, value in self._nothing().items():
            self.register_buffer(name, value)

    def _nothing(self) -> dict[str, torch.Tensor]:
        scales = len(SCALES)
        return {
            "recognise": torch.zeros(1, READINGS),
            "prior": torch.zeros(1),
            "directions": torch.zeros(scales, 1, READINGS),
            "levels": torch.zeros(scales, 1),
            "white": torch.zeros(0, 0),
            "centre": torch.zeros(0, 0),
            "spread": torch.zeros(1, 2),
            "kinds": torch.zeros(self.classes, READINGS),
            "kind_levels": torch.zeros(self.classes),
        }

    def clear(self) -> None:
        """One texture, no direction: the evidence is 0 everywhere."""
        self.put(**self._nothing())

    def forward(self, maps: torch.Tensor) -> torch.Tensor:
        """(n, 2 T + C, h, w) of readings (n, 768, h, w)."""
        maps = maps.float()
        mean = maps.mean((2, 3))
        textures = F.log_softmax(mean @ self.recognise.T + self.prior, 1)
        evidence = self._distances(maps) if self.white.numel() else self._directed(maps)
        kinds = F.conv2d(maps, self.kinds[:, :, None, None], self.kind_levels)
        kinds = F.avg_pool2d(kinds, 5, 1, 2, count_include_pad=False)
        spread = evidence.new_zeros(1, 1, *evidence.shape[2:])
        return torch.cat([textures[:, :, None, None] + spread, evidence, kinds], 1)

    def scales(self, maps: torch.Tensor) -> list[torch.Tensor]:
        """What each scale says of each cell: (n, T, h, w) a scale."""
        return [
            best_window(F.conv2d(maps, way[:, :, None, None], -level), scale.cells)
            for scale, way, level in zip(SCALES, self.directions, self.levels, strict=True)
        ]

    def _directed(self, maps: torch.Tensor) -> torch.Tensor:
        first, *others = self.scales(maps)
        for other in others:
            first = first + other
        return first

    def _distances(self, maps: torch.Tensor) -> torch.Tensor:
        each = []
        values = maps[:, DISTANCE.channels]
        cells = DISTANCE.cells
        pooled = F.avg_pool2d(F.avg_pool2d(values, (cells, 1), 1), (1, cells), 1)
        for centre, spread in zip(self.centre, self.spread, strict=True):
            away = F.conv2d(pooled - centre.view(1, -1, 1, 1), self.white[:, :, None, None])
            squared = away.square().sum(1, keepdim=True)
            each.append((squared - spread[0]) / spread[1].clamp_min(1e-12))
        found = torch.cat(each, 1)
        edge = cells - 1
        wide = F.pad(found, (edge, edge, edge, edge), value=torch.finfo(found.dtype).min)
        return F.max_pool2d(F.max_pool2d(wide, (cells, 1), 1), (1, cells), 1)


def _make() -> nn.Sequential:
    features = torchvision_network("vgg16", init_weights=False).features
    upper = nn.Sequential(*list(features)[LOWER:UPPER])
    return nn.Sequential(*list(features)[:LOWER], Readings(upper))


def _conclude(classes: int) -> tuple[nn.Module, ...]:
    return Evidence(classes), Logits(classes)


def _layers(features: nn.Module) -> Iterator[Layer]:
    """conv1_1 ... conv3_3, the readings, and what is concluded from them."""
    block, place, convolution = 1, 0, ""
    for name, module in features.named_children():
        if isinstance(module, nn.MaxPool2d):
            block, place = block + 1, 0
        elif isinstance(module, nn.Conv2d):
            convolution = name
        elif isinstance(module, nn.ReLU):
            place += 1
            yield Layer(f"conv{block}_{place}", name, f"conv{block}", convolution)
        elif isinstance(module, Readings):
            yield Layer("readings", name, "readings")
        elif isinstance(module, Evidence):
            yield Layer("evidence", name, "evidence", signed=True)
        elif isinstance(module, Logits):
            yield Layer("classes", name, "classes", signed=True)


def _groups(_features: nn.Module) -> Iterator[ChannelGroup]:
    """None: nothing of it can be taken away without fitting it anew."""
    return iter(())


def adapt(state: State) -> State:
    """Source weights of VGG-16's features under the names they have here; the last block goes."""
    result: State = {}
    for name, value in state.items():
        number, _, part = name.partition(".")
        if int(number) < LOWER:
            result[name] = value
        elif int(number) < UPPER:
            result[f"{LOWER}.upper.{int(number) - LOWER}.{part}"] = value
    return result


register(
    "probe",
    Backbone(
        "Probe: VGG-16 to conv4_3, a discriminant",
        _make,
        _layers,
        _groups,
        channels=0,
        stride=STRIDE,
        rank=85,
        prefix="features.",
        source="vgg16",
        adapt=adapt,
        conclude=_conclude,
        offered=False,
    ),
)
