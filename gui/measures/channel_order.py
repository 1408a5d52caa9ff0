"""Which channel comes first, what each is marked with, and all of them in one picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.measures.values import ChannelPictures

ORDERS = ("contribution", "region", "moved", "number")
LARGEST = 64
"""Pixels of a channel's map beyond which the overview keeps the maximum of several."""


def order_channels(found: ChannelPictures, order: str) -> NDArray[np.int64]:
    """Return channel numbers, the first first; dead and undefined ones come last.

    "moved" begins with what training switched off, then what was born.
    """
    if order == "number":
        return np.arange(len(found.dead), dtype=np.int64)
    if order == "moved":
        rank = np.where(found.switched_off, 0, np.where(found.born, 1, 2))
        return np.lexsort((-found.contribution, rank)).astype(np.int64)
    values = found.contribution if order == "contribution" else found.region_share
    worst = np.where(found.dead | np.isnan(values), -np.inf, values).astype(np.float64)
    return np.argsort(-worst, kind="stable").astype(np.int64)


def shrink(maps: NDArray[np.uint8], largest: int = LARGEST) -> NDArray[np.uint8]:
    """Shrink maps (n, h, w) by whole factors, keeping maxima: a lone peak must not vanish."""
    channels, height, width = maps.shape
    step = -(-max(height, width, 1) // largest)
    if step <= 1:
        return maps
    rows, columns = -(-height // step), -(-width // step)
    padded = np.zeros((channels, rows * step, columns * step), dtype=np.uint8)
    padded[:, :height, :width] = maps
    blocks = padded.reshape(channels, rows, step, columns, step)
    return np.asarray(blocks.max(axis=(2, 4)))


def mosaic(maps: NDArray[np.uint8], columns: int) -> NDArray[np.uint8]:
    """Lay maps (n, h, w) out row by row in one contiguous picture."""
    channels, height, width = maps.shape
    rows = -(-channels // columns)
    padded = np.zeros((rows * columns, height, width), dtype=np.uint8)
    padded[:channels] = maps
    grid = padded.reshape(rows, columns, height, width).swapaxes(1, 2)
    return np.ascontiguousarray(grid.reshape(rows * height, columns * width))
