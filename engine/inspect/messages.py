"""Commands and events of looking at images through a run's network."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.command import Command, Priority
from engine.core.event import Event
from engine.core.values import (
    Channel,
    Outlines,
    Prediction,
)


@dataclass(frozen=True, slots=True)
class PredictRun(Command):
    """Predicted* for a part of the current data set ("test", "validation", "train", "all").

    Predictions already in the project's store come from there. Long; can be cancelled.
    `tied`: those from before the store said what made them are made anew.
    """

    first_stage = "judging"

    run: str
    part: str = "test"
    tied: bool = False


@dataclass(frozen=True, slots=True)
class ReadVerdicts(Command):
    """VerdictsRead: what a run keeps of its test images; nothing is judged. Interactive."""

    priority = Priority.INTERACTIVE

    run: str


@dataclass(frozen=True, slots=True)
class VerdictsRead(Event):
    """Kept verdicts on test images, of `total`.

    `elsewhere`: defective images that are rejected for a window which misses the true region.
    """

    run: str
    predictions: tuple[Prediction, ...]
    total: int
    elsewhere: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureHeat(Command):
    """HeatMeasured, if the run has kept verdicts: one scale of colours for all its heat maps.

    Judges a few of its images; kept with the run. Long, in the background.
    """

    run: str


@dataclass(frozen=True, slots=True)
class HeatMeasured(Event):
    """Heat maps of a run go from -limit to limit (logits), as `images` of it say."""

    run: str
    limit: float
    images: int


@dataclass(frozen=True, slots=True)
class InspectImage(Command):
    """Inspected: one image through one run's network, heat map included. Interactive."""

    priority = Priority.INTERACTIVE

    run: str
    index: int


@dataclass(frozen=True, slots=True)
class ListChannels(Command):
    """ChannelsListed: a layer's channels for one image, largest contribution first."""

    priority = Priority.INTERACTIVE

    run: str
    index: int
    layer: str


@dataclass(frozen=True, slots=True)
class ShowChannel(Command):
    """ChannelShown: one channel's activation map. Interactive."""

    priority = Priority.INTERACTIVE

    run: str
    index: int
    layer: str
    channel: int


@dataclass(frozen=True, slots=True)
class Predicted(Event):
    """Some predictions of a run, and how far the job is."""

    run: str
    predictions: tuple[Prediction, ...]
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Inspected(Event):
    """One image judged.

    Attributes
    ----------
    image : uint8 (H, W) or (H, W, 3)
    outlines : the true region, if known
    prediction : the verdict at the run's threshold
    threshold : that threshold, in [0, 1]
    own_threshold : the same of the plain probability, where each texture has its own; else None
    window : side of a window in pixels of the image
    scores : float32 (h, w), the score of each window; window (r, c) has its upper left corner
        at (c * step_x, r * step_y) pixels
    step : (step_x, step_y)
    heat : float32 (hc, wc), exact class-weighted channel sum of the last layer for "defective
        minus normal" of the verdict's texture, in logits; cell (r, c) covers `cell` pixels
    cell : (width, height) of a cell in pixels of the image
    probabilities : (class name, p) of the worst window, in the network's order
    layers : names whose channels can be shown, first to last
    """

    run: str
    index: int
    image: NDArray[np.uint8]
    outlines: Outlines
    prediction: Prediction
    threshold: float
    window: int
    scores: NDArray[np.float32]
    step: tuple[float, float]
    heat: NDArray[np.float32]
    cell: tuple[float, float]
    probabilities: tuple[tuple[str, float], ...]
    layers: tuple[str, ...]
    own_threshold: float | None = None


@dataclass(frozen=True, slots=True)
class ChannelsListed(Event):
    """`exact` tells whether contributions are exact (last layer) or activation x gradient."""

    run: str
    index: int
    layer: str
    channels: tuple[Channel, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class ChannelShown(Event):
    """`activation`: float32 (h, w), >= 0 after ReLU, over the whole image."""

    run: str
    index: int
    layer: str
    channel: int
    activation: NDArray[np.float32]
