"""The straight line between two images, in pixels or in the features of one network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from engine.core.errors import DataError
from engine.core.runtime import host_array
from engine.inspection.dense import Judge
from engine.inspection.verdict import Verdict, softmax
from engine.interpolate.split import INPUT, alike, cut, lerp
from engine.network.numerics import autocast


@dataclass(frozen=True, slots=True)
class Point:
    """What a network says at one place on the line.

    Attributes
    ----------
    t : place in [0, 1]; 0 is the first image
    logits : float32 (classes, h, w), one value a window
    probabilities : float64 (classes,), for each class the largest over windows, in [0, 1]
    verdict : at the run's threshold
    """

    t: float
    logits: NDArray[np.float32]
    probabilities: NDArray[np.float64]
    verdict: Verdict
    _maps: Callable[[], torch.Tensor] = field(repr=False, compare=False)

    @property
    def maps(self) -> torch.Tensor:
        """The last layer's: float32 (channels, hc, wc). A point of a smooth line mixes them
        when they are asked for, since a hundred such points would be 200 MB.
        """
        return self._maps()


def bring(judge: Judge, layer: str, image: NDArray[np.uint8]) -> torch.Tensor:
    """Bring an image to a layer: float32 (1, channels, hc, wc), or (1, h, w[, 3]) pixels.

    Parameters
    ----------
    image
        uint8 (H, W) or (H, W, 3).

    Raises
    ------
    RunError
        The network has no such layer.
    """
    pixels = judge.input(image)[0].to(judge.numerics.device)
    if layer == INPUT:
        # Pixels stay pixels, so that what is between two images can be shown as one.
        return pixels.float()
    to_layer, _ = cut(judge.network, layer)
    with torch.inference_mode(), autocast(judge.numerics):
        result: torch.Tensor = to_layer(judge.network.prepare(pixels)).float()
    return result


@dataclass
class Line:
    """Two images in one network, cut at a layer; evaluation mode.

    Attributes
    ----------
    judge : the network, and how it judges
    layer : where it is interpolated; ``input`` for the pixels
    """

    judge: Judge
    layer: str
    _ends: tuple[torch.Tensor, torch.Tensor] = field(repr=False)
    _rest: nn.Sequential = field(repr=False)
    _logits: tuple[NDArray[np.float32], NDArray[np.float32]] | None = field(
        default=None, repr=False
    )

    @classmethod
    def between(
        cls, judge: Judge, layer: str, images: tuple[NDArray[np.uint8], NDArray[np.uint8]]
    ) -> Line:
        """Bring two images of equal size to a layer and join them.

        Parameters
        ----------
        images
            uint8 (H, W) or (H, W, 3) each; a grey one is taken as colour beside a colour one.

        Raises
        ------
        DataError
            The images differ in size, so that no straight line joins them.
        RunError
            The network has no such layer.
        """
        refuse_sizes(*images)
        first, second = (bring(judge, layer, image) for image in alike(*images))
        return cls.joining(judge, layer, (first, second))

    @classmethod
    def joining(cls, judge: Judge, layer: str, ends: tuple[torch.Tensor, torch.Tensor]) -> Line:
        """Join two images that :func:`bring` brought to a layer; both of one size.

        Raises
        ------
        RunError
            The network has no such layer.
        """
        _, rest = cut(judge.network, layer)
        line = cls(judge, layer, ends, rest)
        if line.smooth:
            line._logits = (line._classify(ends[0]), line._classify(ends[1]))
        return line

    @property
    def smooth(self) -> bool:
        """Whether nothing follows the layer but the head, so that logits are linear in t."""
        return self.layer != INPUT and len(self._rest) == 0

    def mixed(self, t: float) -> torch.Tensor:
        """The line's point itself: (1, ...) float32, pixels or maps. At 0 and 1 the ends."""
        return lerp(*self._ends, t)

    def _classify(self, maps: torch.Tensor) -> NDArray[np.float32]:
        with torch.inference_mode(), autocast(self.judge.numerics):
            return host_array(self.judge.network.classify(maps)[0])

    def maps(self, t: float) -> torch.Tensor:
        """The last layer's maps at a point: float32 (channels, hc, wc)."""
        with torch.inference_mode(), autocast(self.judge.numerics):
            values = self.mixed(t)
            if self.layer == INPUT:
                values = self.judge.network.prepare(values)
            maps: torch.Tensor = self._rest(values)
        return maps[0].float()

    def at(self, t: float) -> Point:
        """What the rest of the network makes of a point; at 0 and 1 the images' own verdicts."""
        if self._logits is not None:
            # Linear by construction: no need to ask the head again, nor for its rounding.
            first, second = self._logits
            logits = (first, second)[round(t)] if t in (0.0, 1.0) else (1 - t) * first + t * second
            return self._point(t, logits, lambda: self.maps(t))
        maps = self.maps(t)
        return self._point(t, self._classify(maps[None]), lambda: maps)

    def _point(
        self, t: float, logits: NDArray[np.float32], maps: Callable[[], torch.Tensor]
    ) -> Point:
        peak = softmax(logits).max(axis=(1, 2))
        return Point(t, logits, peak, self.judge.verdict(logits), maps)


def refuse_sizes(first: NDArray[np.uint8], second: NDArray[np.uint8]) -> None:
    """Refuse two images that differ in size.

    Raises
    ------
    DataError
        They do; it names both sizes.
    """
    if first.shape[:2] != second.shape[:2]:
        raise DataError(
            "The images have different sizes ({first} and {second}). Choose two of one size.",
            first="x".join(map(str, first.shape[1::-1])),
            second="x".join(map(str, second.shape[1::-1])),
        )
