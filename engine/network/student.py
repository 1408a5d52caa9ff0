"""The shallow student: a network that a larger one teaches (Kim, Noh & Park 2020).

Four convolutions with large kernels: few filters, so that an image takes a millisecond or two, yet
a cell of the last layer sees 61 pixels. Its width is chosen when it is made.
"""

from __future__ import annotations

from torch import nn

STRIDE = 8

VGG_FILTERS = 4224
"""Filters of VGG-16's convolutions, of which a student has a share."""

WIDEST = (320, 448, 576, 768)
"""Half as many filters as VGG-16: what the catalogue builds, and a student is narrowed from."""

FEWEST = 12


def student_features() -> nn.Sequential:
    """Four 5x5 convolutions with batch norm, stride 8, grey input, at their widest."""
    layers: list[nn.Module] = []
    before = 1
    for place, filters in enumerate(WIDEST):
        layers += [
            nn.Conv2d(before, filters, 5, 2 if place < 3 else 1, 2, bias=False),
            nn.BatchNorm2d(filters),
            nn.ReLU(inplace=True),
        ]
        before = filters
    return nn.Sequential(*layers)


def student_widths(filters: int) -> tuple[int, ...]:
    """Share a number of filters out over the four convolutions, as evenly growing as the widest.

    Parameters
    ----------
    filters
        In all, from 12 to 2112.

    Raises
    ------
    ValueError
        Too few or too many.
    """
    whole = sum(WIDEST)
    if not FEWEST <= filters <= whole:
        raise ValueError(f"a student has {FEWEST} to {whole} filters")
    widths = [max(2, round(filters * each / whole)) for each in WIDEST]
    # The last layer takes what rounding left: the head reads it.
    widths[-1] += filters - sum(widths)
    return tuple(widths)
