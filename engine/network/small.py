"""The honest rival: a small modern network trained from scratch."""

from __future__ import annotations

from torch import nn

FILTERS = (8, 12, 16, 24)
STRIDE = 8


def small_features() -> nn.Sequential:
    """Four 5x5/3x3 convolutions with batch norm, stride 8, about 6,000 weights, grey input."""
    layers: list[nn.Module] = []
    before = 1
    for place, filters in enumerate(FILTERS):
        size, stride = (5, 2) if place == 0 else (3, 2 if place < 3 else 1)
        layers += [
            nn.Conv2d(before, filters, size, stride, size // 2, bias=False),
            nn.BatchNorm2d(filters),
            nn.ReLU(inplace=True),
        ]
        before = filters
    return nn.Sequential(*layers)
