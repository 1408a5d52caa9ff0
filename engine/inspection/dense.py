"""Judging whole images: one dense pass gives every window's logits."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from engine.data.image import resize
from engine.data.sample import Label
from engine.data.views import pad_to_window, whole_size
from engine.inspection.verdict import Verdict, judge
from engine.messages import Prediction
from engine.network.inspector import Inspector
from engine.numerics import Numerics, autocast
from engine.runtime import host_array


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where windows and cells lie in the image, in its own pixels.

    Window (r, c) has its corner at (c * step_x, r * step_y) and is `window` pixels wide and high
    (clipped to the image); a cell of the last layer covers `step` pixels.
    """

    height: int
    width: int
    window: tuple[int, int]
    step: tuple[float, float]

    def box(self, row: int, column: int) -> tuple[int, int, int, int]:
        """Box (x, y, width, height) of a window, inside the image."""
        x, y = round(column * self.step[0]), round(row * self.step[1])
        return x, y, min(self.window[0], self.width - x), min(self.window[1], self.height - y)


def to_input(
    image: NDArray[np.uint8], network: Inspector, whole_side: int
) -> tuple[torch.Tensor, Geometry]:
    """Bring one image into the network's shape: (1, h, w[, 3]) uint8, and its geometry.

    A network trained on whole images (window 0) sees the image shrunk to `whole_side`; the others
    see native pixels, reflect-padded if the image is smaller than one window.
    """
    height, width = image.shape[:2]
    if network.window == 0:
        size = whole_size(image.shape, whole_side)
        shown = resize(image, *size)
        step = (network.stride * width / size[1], network.stride * height / size[0])
        geometry = Geometry(height, width, (width, height), step)
    else:
        shown = pad_to_window(image, network.window)
        side = (network.window, network.window)
        geometry = Geometry(height, width, side, (float(network.stride), float(network.stride)))
    return torch.from_numpy(np.array(shown[None])), geometry


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with what it was made from.

    `logits`: float32 (classes, h, w); `ms`: time of the dense pass in milliseconds;
    `features`: (1, channels, hc, wc), last layer after ReLU, where they were asked for.
    """

    verdict: Verdict
    geometry: Geometry
    logits: NDArray[np.float32]
    ms: float
    features: torch.Tensor | None = None


def judge_image(
    network: Inspector,
    image: NDArray[np.uint8],
    labels: tuple[Label, ...],
    threshold: float,
    numerics: Numerics,
    whole_side: int,
    keep_features: bool = False,
) -> Judged:
    """Judge one image: uint8 (H, W) or (H, W, 3). The network must be in evaluation mode."""
    pixels, geometry = to_input(image, network, whole_side)
    began = time.perf_counter()
    with torch.inference_mode(), autocast(numerics):
        dense = network.dense(pixels.to(numerics.device))
        logits = host_array(dense.logits[0])
    ms = (time.perf_counter() - began) * 1000
    features = dense.features if keep_features else None
    return Judged(judge(logits, labels, threshold), geometry, logits, ms, features)


def prediction(
    judged: Judged, index: int, file: str, labels: tuple[Label, ...], threshold: float
) -> Prediction:
    """Put a verdict into the words of the messages."""
    verdict = judged.verdict
    return Prediction(
        index=index,
        file=file,
        score=verdict.score,
        defective=verdict.score > threshold,
        class_name=labels[verdict.label].name,
        texture=verdict.texture,
        box=judged.geometry.box(*verdict.window),
        ms=judged.ms,
    )
