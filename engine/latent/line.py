"""The straight line between two images, in pixels or in the features of one network."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from engine.data.sample import Label
from engine.errors import DataError
from engine.inspection.dense import to_input
from engine.inspection.verdict import Verdict, judge, softmax
from engine.latent.split import INPUT, alike, cut, lerp
from engine.network.inspector import Inspector
from engine.numerics import Numerics, autocast
from engine.runtime import host_array


@dataclass(frozen=True, slots=True)
class Point:
    """What a network says at one place on the line.

    Attributes
    ----------
    t : place in [0, 1]; 0 is the first image
    logits : float32 (classes, h, w), one value a window
    probabilities : float64 (classes,), for each class the largest over windows, in [0, 1]
    verdict : at the run's threshold
    maps : float32 (channels, hc, wc), the last layer's
    """

    t: float
    logits: NDArray[np.float32]
    probabilities: NDArray[np.float64]
    verdict: Verdict
    maps: NDArray[np.float32]


@dataclass
class Line:
    """Two images in one network, cut at a layer; evaluation mode.

    Attributes
    ----------
    layer : where it is interpolated; ``input`` for the pixels
    labels, threshold, numerics : of the run
    """

    network: Inspector
    layer: str
    labels: tuple[Label, ...]
    threshold: float
    numerics: Numerics
    _ends: tuple[torch.Tensor, torch.Tensor] = field(repr=False)
    _rest: nn.Sequential = field(repr=False)

    @classmethod
    def between(
        cls,
        network: Inspector,
        layer: str,
        images: tuple[NDArray[np.uint8], NDArray[np.uint8]],
        labels: tuple[Label, ...],
        threshold: float,
        numerics: Numerics,
        whole_side: int,
    ) -> Line:
        """Bring two images of equal size to a layer.

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
        first, second = alike(*images)
        shown = [to_input(image, network, whole_side)[0] for image in (first, second)]
        if shown[0].shape != shown[1].shape:
            raise DataError(
                "The images have different sizes ({first} and {second}). Choose two of one size.",
                first="x".join(map(str, images[0].shape[1::-1])),
                second="x".join(map(str, images[1].shape[1::-1])),
            )
        to_layer, rest = cut(network, layer)
        ends = []
        with torch.inference_mode(), autocast(numerics):
            for pixels in shown:
                on = pixels.to(numerics.device)
                # Pixels stay pixels, so that what is between two images can be shown as one.
                ends.append(on.float() if layer == INPUT else to_layer(network.prepare(on)).float())
        return cls(network, layer, labels, threshold, numerics, (ends[0], ends[1]), rest)

    def mixed(self, t: float) -> torch.Tensor:
        """The line's point itself: (1, ...) float32, pixels or maps. At 0 and 1 the ends."""
        return lerp(*self._ends, t)

    def at(self, t: float) -> Point:
        """What the rest of the network makes of a point; at 0 and 1 the images' own verdicts."""
        with torch.inference_mode(), autocast(self.numerics):
            values = self.mixed(t)
            if self.layer == INPUT:
                values = self.network.prepare(values)
            maps = self._rest(values)
            logits = host_array(self.network.classify(maps)[0])
        p = softmax(logits)
        return Point(
            t, logits, p.max(axis=(1, 2)), judge(logits, self.labels, self.threshold),
            host_array(maps[0]),
        )  # fmt: skip


def flip(line: Line, steps: int = 24) -> float | None:
    """Where along the line the verdict (normal or defective, and texture) first changes.

    Found on 21 points and bisected to about 1e-7; None where it never changes.
    """

    def named(t: float) -> int:
        return line.at(t).verdict.label

    ts = np.linspace(0.0, 1.0, 21)
    start = named(0.0)
    for low, high in pairwise(ts):
        if named(float(high)) == start:
            continue
        left, right = float(low), float(high)
        for _ in range(steps):
            middle = (left + right) / 2
            left, right = (middle, right) if named(middle) == start else (left, middle)
        return right
    return None
