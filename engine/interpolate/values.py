"""What is found on the straight line between two images: plain values for windows and files."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEVELS = (0.5, 0.3)
"""Both defects show at a point where both their probabilities are above a level."""

PICTURES = ("sum", "first", "second", "channel", "patches", "decoded")
"""Ways to see a point in the features of a network: all channels of the last layer added up; added
up with the weights of the first or the second image's class (against the mean of all classes); one
channel; the real patches that lie nearest to it; what the run's decoder makes of them."""

IN_GREYS = ("patches", "decoded")
"""Pictures of which the values are grey values, not activations."""


@dataclass(frozen=True, slots=True)
class LineKey:
    """Which line: numbers of two images of the open data set, in one run's network, at a layer.

    `layer`: a name of the network's layers; ``input``: mixed in pixels; "": the last layer.
    """

    run: str
    first: int
    second: int
    layer: str = ""


@dataclass(frozen=True, slots=True)
class LineCurve:
    """What a network says along a line, at the places worked out so far.

    Attributes
    ----------
    t : float64 (points,), rising, in [0, 1]; 0 and 1, the images themselves, are always there
    probabilities : float64 (points, classes), for each class the largest over windows, in [0, 1]
    scores : float64 (points,), of being defective, in [0, 1]
    labels : int64 (points,), number of the class named at the run's threshold
    overlap : share of the line on which both ends' defects show, at each of `LEVELS`; None while
        places are missing, or if an end is not defective
    """

    t: NDArray[np.float64]
    probabilities: NDArray[np.float64]
    scores: NDArray[np.float64]
    labels: NDArray[np.int64]
    overlap: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class ChannelShift:
    """What one channel of the last layer adds to a flip's question, in logits, on both sides."""

    channel: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Flip:
    """A place on a line where the verdict changes.

    Attributes
    ----------
    t : the place, in [0, 1]
    sides : the places looked at before and after it
    before, after : numbers of the classes named on both sides
    everywhere : True where the texture changes: means over all windows decide; False where a
        defect appears or goes: the window with the highest score decides
    logits : on both sides, the logit of `after` minus that of `before`, there
    channels : the channels whose share changed most, the largest change first
    others : what all other channels add on both sides; with `bias` they make up `logits`
    bias : difference of the head's biases
    """

    t: float
    sides: tuple[float, float]
    before: int
    after: int
    everywhere: bool
    logits: tuple[float, float]
    channels: tuple[ChannelShift, ...]
    others: tuple[float, float]
    bias: float


LONELY = 0.05
"""A point that a smaller share of real images is as far from its nearest is like hardly any."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The real image whose features lie nearest to a point.

    Attributes
    ----------
    index : number in the data set
    distance : as a share of the distance between both ends
    among : images looked through
    real : median distance of those images to their own nearest other, as the same share
    farther : share of them, in [0, 1], that lie at least as far from their own nearest: a point
        with few such lies where no real image does. Both None with fewer than two images.
    """

    index: int
    distance: float
    among: int
    real: float | None = None
    farther: float | None = None


@dataclass(frozen=True, slots=True)
class LinePoint:
    """One point of one line, as it is shown.

    Attributes
    ----------
    key : of the line, its layer named
    t : the place shown; the nearest worked out where only some are
    picture : float32 (h, w), one of `PICTURES`; of `IN_GREYS` uint8 values from 0 to 255
    scale : lowest and highest value that the picture can take on this line
    probabilities : float64 (classes,), for each class the largest over windows
    score : of being defective, in [0, 1]
    label : number of the class named at the run's threshold
    nearest : None until the run's images were indexed
    """

    key: LineKey
    t: float
    picture: NDArray[np.float32]
    scale: tuple[float, float]
    probabilities: NDArray[np.float64]
    score: float
    label: int
    nearest: Nearest | None


@dataclass(frozen=True, slots=True)
class DecoderQuality:
    """How well a run's decoder rebuilds images it was not trained on.

    Attributes
    ----------
    psnr, ssim : means over `images` test images, in decibels and in [-1, 1]
    flat_psnr : the same of a picture of each image's own mean grey, which shows nothing
    side : pixels of the decoded picture's longer side
    images, train_images, steps : how many were judged and learned from, and for how long
    """

    psnr: float
    ssim: float
    flat_psnr: float
    side: int
    images: int
    train_images: int
    steps: int


@dataclass(frozen=True, slots=True)
class PatchQuality:
    """What the nearest real patches of test images have in common with them.

    Attributes
    ----------
    texture : share of a test image's patches whose nearest is of the same texture, in [0, 1]
    defect : share of those inside a defect whose nearest lies inside one; None where no region
        is known
    raised : share of all others whose nearest lies inside a defect; None likewise
    defective, patches : patches that can be the nearest, inside a defect and altogether
    images, train_images : how many were judged, and how many patches come from
    """

    texture: float
    defect: float | None
    raised: float | None
    defective: int
    patches: int
    images: int
    train_images: int
