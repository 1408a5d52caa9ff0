"""Judging whole images: one dense pass gives every window's logits."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray

from engine.core.runtime import host_array
from engine.core.values import Prediction
from engine.data.image import in_grey, resize
from engine.data.sample import FULL_RANGE, Label
from engine.data.views import pad_to_window, whole_size
from engine.inspection.tiles import features_in_tiles, in_one_piece
from engine.inspection.verdict import Verdict, judge
from engine.network.numerics import autocast
from engine.network.values import Numerics
from engine.network.window_classifier import DenseLogits, WindowClassifier


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where windows and cells lie in the image, in its own pixels.

    Window (r, c) has its corner `before` pixels left of and above (c * step_x, r * step_y) and is
    `window` pixels wide and high (clipped to the image); a cell of the last layer covers `step`
    pixels.
    """

    height: int
    width: int
    window: tuple[int, int]
    step: tuple[float, float]
    before: float = 0.0

    def box(self, row: int, column: int) -> tuple[int, int, int, int]:
        """Box (x, y, width, height) of a window, inside the image."""
        x, y = (
            round(max(0.0, place * step - self.before))
            for place, step in zip((column, row), self.step, strict=True)
        )
        return x, y, min(self.window[0], self.width - x), min(self.window[1], self.height - y)


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


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """A network with all that its verdicts depend on.

    Attributes
    ----------
    network : on the device of `numerics`; in evaluation mode when it judges
    labels : the classes in the network's order
    threshold : score above which an image is defective, in [0, 1]
    whole_side : longest side of what a network of whole images sees, in pixels
    levels : of textures, that scores are counted from; see :func:`engine.inspection.verdict.judge`
    grey : raw values that become 0 and 255 in files with more than 8 bits, as it was trained
    colour : whether it was trained in colour; False: a colour image is shown to it in grey, as in
        training; None: not known, images are shown as they are
    """

    network: WindowClassifier
    numerics: Numerics
    labels: tuple[Label, ...]
    threshold: float = 0.5
    whole_side: int = 224
    levels: Mapping[str, float] = field(default_factory=dict)
    grey: tuple[float, float] = FULL_RANGE
    colour: bool | None = None

    def input(self, image: NDArray[np.uint8]) -> tuple[torch.Tensor, Geometry]:
        """Bring one image into the network's shape: (1, h, w[, 3]) uint8, and its geometry.

        A network trained on whole images (window 0) sees the image shrunk to `whole_side`; the
        others see native pixels, reflect-padded if the image is smaller than one window.
        """
        network = self.network
        if self.colour is False and image.ndim == 3:
            image = in_grey(image)
        height, width = image.shape[:2]
        if network.window == 0:
            size = whole_size(image.shape, self.whole_side)
            shown = resize(image, *size)
            step = (network.stride * width / size[1], network.stride * height / size[0])
            geometry = Geometry(height, width, (width, height), step)
        else:
            shown = pad_to_window(image, network.window)
            side = (network.window, network.window)
            geometry = Geometry(
                height, width, side, (float(network.stride), float(network.stride)), network.before
            )
        return torch.from_numpy(np.array(shown[None])), geometry

    def size(self, image: NDArray[np.uint8]) -> tuple[int, int]:
        """Height and width of what the network sees of an image, in pixels."""
        height, width = self.input(image)[0].shape[1:3]
        return int(height), int(width)

    def maps(self, image: NDArray[np.uint8]) -> torch.Tensor:
        """The last layer's maps of an image, (1, channels, hc, wc), on the network's device."""
        pixels, _ = self.input(image)
        with torch.inference_mode(), autocast(self.numerics):
            return self.dense(pixels.to(self.numerics.device)).features

    def dense(self, pixels: torch.Tensor) -> DenseLogits:
        """Every window's logits and the maps they come from; a large image piece by piece."""
        network = self.network
        if in_one_piece(network, pixels):
            return network.dense(pixels)
        maps = features_in_tiles(network, pixels)
        return DenseLogits(network.classify(maps), maps)

    def judge(self, image: NDArray[np.uint8], *, keep_features: bool = False) -> Judged:
        """Judge one image: uint8 (H, W) or (H, W, 3). The network must be in evaluation mode."""
        pixels, geometry = self.input(image)
        began = time.perf_counter()
        with torch.inference_mode(), autocast(self.numerics):
            dense = self.dense(pixels.to(self.numerics.device))
            logits = host_array(dense.logits[0])
        ms = (time.perf_counter() - began) * 1000
        features = dense.features if keep_features else None
        return Judged(self.verdict(logits), geometry, logits, ms, features)

    def each(
        self, images: Iterable[NDArray[np.uint8]], *, keep_features: bool = False
    ) -> Iterator[Judged]:
        """Judge images one by one (evaluation mode, restored when done or closed)."""
        was_training = self.network.training
        self.network.eval()
        try:
            for image in images:
                yield self.judge(image, keep_features=keep_features)
        finally:
            self.network.train(was_training)

    def verdict(self, logits: NDArray[np.float32]) -> Verdict:
        """What logits (classes, h, w) of an image's windows come to."""
        return judge(logits, self.labels, self.threshold, self.levels)

    def prediction(self, judged: Judged, index: int, file: str) -> Prediction:
        """Put a verdict into the words of the messages."""
        verdict = judged.verdict
        return Prediction(
            index=index,
            file=file,
            score=verdict.score,
            defective=verdict.score > self.threshold,
            class_name=self.labels[verdict.label].name,
            texture=verdict.texture,
            box=judged.geometry.box(*verdict.window),
            ms=judged.ms,
        )
