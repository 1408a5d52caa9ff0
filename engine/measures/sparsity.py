"""Dead channels, zeros and where a channel's energy lies.

Channel c of a layer is dead on a set S of images when its output after ReLU is <= 0 at every
position of every image of S (definitions; the ratio s_l = dead / all is the article's). It can
only fall as S grows, so S and its size belong to the figure.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from engine.measures.values import LayerActivity
from engine.network.window_classifier import WindowClassifier

PART = 1 << 17
"""Values looked at at once: half a megabyte, which stays in the processor's cache between the
square, the sign and their sums. Whole maps took ten times as long (VGG-16, 512 pixels, one core:
0.53 s an image, against 0.05 s and 1.7 s for the convolutions)."""


class Sums:
    """Running figures of one layer; nothing of an image outlives its pass."""

    def __init__(self) -> None:
        self._positions = self._seen = self._inside_positions = 0
        # Rows: positions above 0, energy; over images whose region is known: energy, that inside.
        self._sums: torch.Tensor | None = None

    def add(self, values: torch.Tensor, cells: torch.Tensor | None) -> None:
        """Add one image.

        Parameters
        ----------
        values
            float32 (channels, h, w), after ReLU, so >= 0.
        cells
            bool (h, w), the layer's cells inside the region; None where it is unknown.
        """
        channels = len(values)
        # A view where the channels lie last in memory, as they do in large networks.
        positions = values.permute(1, 2, 0).reshape(-1, channels)
        result = torch.zeros((4, channels), dtype=torch.float64, device=values.device)
        for part in torch.split(positions, max(1, PART // channels)):
            # After ReLU the sign is 1 where a channel is above 0: counted exactly in float32.
            result[0] += torch.sign(part).sum(0)
            result[1] += part.square().sum(0)
        self._positions += len(positions)
        if cells is not None:
            result[2] = result[1]
            result[3] = positions[cells.flatten()].square().sum(0)
            self._seen += len(positions)
            self._inside_positions += int(cells.sum())
        self._sums = result if self._sums is None else self._sums + result

    def result(self, layer: str) -> LayerActivity:
        """The layer's figures, after at least one image."""
        assert self._sums is not None
        alive, energy, known, inside = self._sums.cpu().numpy()
        share = np.full(energy.shape, np.nan)
        if self._seen:
            np.divide(inside, known, out=share, where=known > 0)
        dead, zeros = alive == 0, 1.0 - alive / self._positions
        energy = energy / self._positions
        for array in (dead, zeros, energy, share):
            array.setflags(write=False)
        area = self._inside_positions / self._seen if self._seen else None
        return LayerActivity(layer, dead, zeros, energy, share, area)


def region_cells(region: torch.Tensor, size: Sequence[int]) -> torch.Tensor:
    """A region on a layer's grid: bool (h, w) of that size, from bool (H, W).

    A cell is inside where the region touches it: thin defects would vanish in an average.
    """
    return F.adaptive_max_pool2d(region[None].float(), tuple(size))[0] > 0


def region_in_input(
    region: NDArray[np.bool_], shown: Sequence[int], network: WindowClassifier
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
