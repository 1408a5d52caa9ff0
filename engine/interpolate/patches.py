"""A point's picture put together from real patches: those whose features lie nearest to it.

A network that names classes drops what it does not need for that, so that its last layer does not
say where in its pattern a texture stands, and a decoder trained on squared errors answers with a
mean: grey. Which real piece of a part looks like this to the network can still be asked, place by
place, and its answer can be read with the eyes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from engine.core.errors import NotDefinedError
from engine.interpolate.values import PatchQuality

NEAREST = 8
"""Nearest patches among which the one is taken that continues its neighbours best."""


@dataclass(frozen=True, eq=False)
class PatchBank:
    """Real patches in the features of one network.

    Attributes
    ----------
    cells : cells along the side of a patch
    pictures : uint8 (n, side, side), grey
    keys : float32 (n, components)
    mean, components : float32 (d,) and (components, d), what turns features into keys
    images : int64 (n,), numbers in the data set of the images they come from
    quality : on test images
    """

    cells: int
    pictures: NDArray[np.uint8]
    keys: NDArray[np.float32]
    mean: NDArray[np.float32]
    components: NDArray[np.float32]
    images: NDArray[np.int64]
    quality: PatchQuality

    def look(self, maps: torch.Tensor) -> NDArray[np.float32]:
        """Keys of all places of an image: float32 (rows, columns, components).

        They are linear in the maps (channels, hc, wc), so those of a mixture are mixed.

        Raises
        ------
        NotDefinedError
            The image is smaller than a patch.
        """
        shape = tuple(len(places(side, self.cells)) for side in maps.shape[1:])
        flat = (features_at(maps, self.cells) - self.mean) @ self.components.T
        return np.asarray(flat.reshape(*shape, -1), dtype=np.float32)

    def picture(self, keys: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.uint8]:
        """Put real patches together: of the nearest each time the one that fits what is there.

        As image quilting does (Efros & Freeman, SIGGRAPH 2001), but each overlap fades from one
        patch to the other.

        Parameters
        ----------
        keys
            See `look`.
        size
            Cells of the image, (rows, columns).

        Returns
        -------
        ndarray of uint8, shape (rows, columns) times the pixels of a cell
        """
        side = self.pictures.shape[1]
        cell = side // self.cells
        shown = np.zeros((size[0] * cell, size[1] * cell), np.float32)
        tops, lefts = (places(each, self.cells) for each in size)
        near = self._nearest(keys.reshape(-1, keys.shape[-1]))
        below = right = 0
        for row, top in enumerate(tops):
            # What was laid before reaches so far into this patch, from above and from the left.
            above, right = (below - top * cell if row else 0), 0
            for column, left in enumerate(lefts):
                beside = right - left * cell if column else 0
                y, x = top * cell, left * cell
                there = shown[y : y + side, x : x + side]
                choice = self.pictures[near[row * len(lefts) + column]].astype(np.float32)
                off = np.zeros(len(choice))
                if above:
                    off += np.square(choice[:, :above] - there[:above]).sum((1, 2))
                if beside:
                    off += np.square(choice[:, :, :beside] - there[:, :beside]).sum((1, 2))
                weight = np.outer(_fade(above, side), _fade(beside, side))
                shown[y : y + side, x : x + side] = there + weight * (
                    choice[int(np.argmin(off))] - there
                )
                right = x + side
            below = top * cell + side
        return np.asarray(shown.round(), dtype=np.uint8)

    def _nearest(self, keys: NDArray[np.float32]) -> NDArray[np.int64]:
        """Numbers of the nearest patches (Euclid), (places, `NEAREST`), in any order."""
        count = min(NEAREST, len(self.keys))
        far = np.square(self.keys).sum(1) - 2 * (keys @ self.keys.T)
        return np.asarray(np.argpartition(far, count - 1, axis=1)[:, :count])


def _fade(overlap: int, side: int) -> NDArray[np.float32]:
    """From what is there to the new patch, along one side."""
    result = np.ones(side, np.float32)
    result[:overlap] = (np.arange(overlap) + 0.5) / max(1, overlap)
    return result


def places(size: int, cells: int) -> list[int]:
    """Where patches begin along a side, in cells; they overlap by a quarter, the last is flush.

    Raises
    ------
    NotDefinedError
        The side is shorter than a patch.
    """
    if size < cells:
        raise NotDefinedError("This image is smaller than the patches of the run.")
    step = max(1, cells - max(1, cells // 4)) if cells > 1 else 1
    result = list(range(0, size - cells + 1, step))
    return result if result[-1] == size - cells else [*result, size - cells]


def features_at(maps: torch.Tensor, cells: int) -> NDArray[np.float32]:
    """Mean features of each patch's quarters, float32 (rows * columns, 4 * channels).

    Patches of a single cell have no quarters: (rows * columns, channels).
    """
    tops, lefts = (places(side, cells) for side in maps.shape[1:])
    half = max(1, cells // 2)
    means = F.avg_pool2d(maps[None].float(), half, 1)[0]
    parts = [
        means[:, [top + down for top in tops]][:, :, [left + along for left in lefts]]
        for down in {0, cells - half}
        for along in {0, cells - half}
    ]
    stacked = torch.cat(parts).flatten(1).T
    return np.asarray(stacked.cpu().numpy(), dtype=np.float32)
