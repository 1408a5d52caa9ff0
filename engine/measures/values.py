"""What the measures of a run are: plain values that windows, reports and files share.

How they are taken stands in `engine.measures`; what they mean in the glossary. Nothing here
imports torch or Qt. Arrays are contiguous and read-only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.values import LayerChange

PHOTOGRAPHS_WANTED = 20
"""Source photographs below which claim 1 stays open."""

RESAMPLES = 5
"""Parts of the images that are left out in turn when flatness is measured."""


HARDLY = 0.5
"""Share of an even displacement that a layer moves at most to count as hardly updated."""

LOWER_LAYERS = 7
"""Layers counted from the images that the article calls hardly updated: conv1_1 to conv3_3."""


def null_change(changes: Sequence[LayerChange]) -> dict[str, float]:
    """Gamma of comparable layers if every weight had moved equally far, by layer.

    The displacement is the root mean square of the layers' own, each layer counted once, so that
    gamma / null says where a network moved more than evenly. Empty without measured displacements.
    """
    mine = [
        (change.layer, change.start, change.moved)
        for change in changes
        if change.comparable and change.start and change.moved is not None
    ]
    if not mine:
        return {}
    even = math.sqrt(sum(moved**2 for _, _, moved in mine) / len(mine))
    return {layer: even / start for layer, start, _ in mine}


@dataclass(frozen=True, slots=True)
class LowerLayers:
    """How far the layers next to the images moved, beside their null.

    Attributes
    ----------
    first, last : their names
    ratios : gamma / null of each, above 0; 1 where it moved as far as the network on average
    above : geometric mean of gamma / null of the layers above them
    """

    first: str
    last: str
    ratios: tuple[float, ...]
    above: float

    @property
    def mean(self) -> float:
        """Geometric mean of their gamma / null."""
        return math.exp(sum(map(math.log, self.ratios)) / len(self.ratios))

    @property
    def hardly(self) -> bool:
        """Whether each of them moved at most half as far as if all had moved evenly.

        The article states it of transfer without a figure; the half is ours. It says nothing of
        an optimiser that equalises steps, whose ratios are about 1 whatever was learned.
        """
        return max(self.ratios) <= HARDLY


def lower_layers(changes: Sequence[LayerChange]) -> LowerLayers | None:
    """The article's layers 1 to 7 beside their null; None where that cannot be said.

    Networks with no more than seven comparable layers have no layers above them.
    """
    null = null_change(changes)
    ratios = [
        (change.layer, change.weight / null[change.layer])
        for change in changes
        if change.layer in null and change.weight and null[change.layer] > 0
    ]
    if len(ratios) <= LOWER_LAYERS:
        return None
    above = [math.log(ratio) for _, ratio in ratios[LOWER_LAYERS:]]
    return LowerLayers(
        ratios[0][0],
        ratios[LOWER_LAYERS - 1][0],
        tuple(ratio for _, ratio in ratios[:LOWER_LAYERS]),
        math.exp(sum(above) / len(above)),
    )


@dataclass(frozen=True, slots=True, eq=False)
class LayerActivity:
    """One layer on a set of images; arrays are read-only, one value a channel.

    Attributes
    ----------
    layer : its name
    dead : bool (channels,)
    zeros : float64 (channels,) in [0, 1], share of positions with output <= 0
    energy : float64 (channels,) >= 0, mean squared output over all positions
    region_share : float64 (channels,) in [0, 1], share of the energy that lies inside the
        region, over the images with a region; NaN where there is no energy or no region
    region_area : share of the layer's positions inside the region, over the same images: what
        an indifferent channel's `region_share` would be; None without regions
    """

    layer: str
    dead: NDArray[np.bool_]
    zeros: NDArray[np.float64]
    energy: NDArray[np.float64]
    region_share: NDArray[np.float64]
    region_area: float | None

    @property
    def dead_share(self) -> float:
        """s_l: dead channels / all channels, in [0, 1]."""
        return float(self.dead.mean())


@dataclass(frozen=True, slots=True, eq=False)
class Activity:
    """All layers on a set S: `images` is |S|, `regions` how many of them have a known region."""

    images: int
    regions: int
    layers: tuple[LayerActivity, ...]


def switched_off(before: LayerActivity, after: LayerActivity) -> NDArray[np.bool_]:
    """Channels alive at iteration 0 and dead at the end, on the same images."""
    return np.asarray(~before.dead & after.dead)


def born(before: LayerActivity, after: LayerActivity) -> NDArray[np.bool_]:
    """Channels dead at iteration 0 and alive at the end, on the same images."""
    return np.asarray(before.dead & ~after.dead)


@dataclass(frozen=True, slots=True)
class ClassFlatness:
    """Flatness of one class.

    Attributes
    ----------
    name : the class
    index, n, bridges : D, from how many windows, with how many bridges
    images : photographs the windows were cut from (several from one are allowed)
    resamples : D without each fifth of the images (fewer windows, so lower D: they tell how wide
        it scatters, not where it lies); empty with fewer than 5 images
    control : mean D of Gaussian points of equal mean and covariance
    """

    name: str
    index: float
    n: int
    images: int
    bridges: int
    resamples: tuple[float, ...]
    control: float


@dataclass(frozen=True, slots=True)
class Flatness:
    """Flatness within the classes that have enough windows; None-valued where none has.

    `left_out`: classes with fewer than 60 windows, or whose features are all equal.
    """

    classes: tuple[ClassFlatness, ...]
    left_out: tuple[str, ...]
    k: int
    seed: int

    @property
    def index(self) -> float | None:
        """Mean D of the classes: never over points of several classes, where D goes to 0."""
        return float(np.mean([c.index for c in self.classes])) if self.classes else None

    @property
    def control(self) -> float | None:
        """Mean control of the classes."""
        return float(np.mean([c.control for c in self.classes])) if self.classes else None

    @property
    def spread(self) -> float | None:
        """Standard error of the mean D, jackknifed over fifths of the images.

        Not a bootstrap: its duplicates use up places among the k neighbours and raise D (20
        dimensions, n = 100: 0.50 became 0.69, and its scatter 0.065 instead of 0.025; the
        jackknife gave 0.023).
        """
        sets = [c.resamples for c in self.classes if c.resamples]
        if not sets:
            return None
        means = np.mean(sets, axis=0)
        return float(np.sqrt((RESAMPLES - 1) / RESAMPLES * np.sum((means - means.mean()) ** 2)))

    @property
    def n(self) -> int | None:
        """Windows of a class, equal for all."""
        return self.classes[0].n if self.classes else None

    @property
    def bridges(self) -> int:
        """Bridges of all classes."""
        return sum(c.bridges for c in self.classes)


@dataclass(frozen=True, slots=True, eq=False)
class Embedding:
    """Source and target windows through one network, before fine-tuning; arrays are read-only.

    Attributes
    ----------
    domain_accuracy : in [0, 1]; None where a domain has under 10 windows or one photograph. With
        few photographs it reads too low: a window has few neighbours of its own domain left
    source : what the source photographs are, for people
    photographs : how many
    from_source : whether the network held source weights; else its random initial ones, whose
        figure says nothing of claim 1
    windows : of each domain
    domains : int64 (2 x windows,), 0 source, 1 target
    groups : int64 (2 x windows,), the photograph each window was cut from
    pca : float32 (2 x windows, 2), the first two components
    explained : float64 (components,), share of the variance in [0, 1] each explains
    tsne : float32 (2 x windows, 2), None unless asked for
    control_accuracy : 1-NN accuracy of two domains that should be alike (the article's Figs 1-2):
        a second folder of photographs against the first, or where there is none the first one's
        photographs split in two at random, mean over 10 splits; expect near 0.5, below it with
        few photographs. None with under 4 photographs or 10 windows of a side
    control : what was held against the source, for people; "" with no such accuracy
    pictures : uint8 (2 x windows, 48, 48, 3), each window shrunk
    source_right, target_right : the same accuracy of either domain's windows alone
    control_pca, control_tsne, control_pictures : float32 (control windows, 2), twice, and uint8
        (control windows, 48, 48, 3): windows of a second folder of photographs in the same
        pictures; empty without one
    """

    domain_accuracy: float | None
    source: str
    photographs: int
    from_source: bool
    windows: int
    domains: NDArray[np.int64]
    groups: NDArray[np.int64]
    pca: NDArray[np.float32]
    explained: NDArray[np.float64]
    tsne: NDArray[np.float32] | None
    control_accuracy: float | None
    control: str
    pictures: NDArray[np.uint8]
    source_right: float | None = None
    target_right: float | None = None
    control_pca: NDArray[np.float32] | None = None
    control_tsne: NDArray[np.float32] | None = None
    control_pictures: NDArray[np.uint8] | None = None

    @property
    def enough(self) -> bool:
        """Whether there are photographs enough to judge claim 1."""
        return self.photographs >= PHOTOGRAPHS_WANTED


@dataclass(frozen=True, slots=True, eq=False)
class ClassMap:
    """How the classes lie in the features of several layers, before training and after.

    One joint PCA of both networks' windows for each layer, features standardised, so that the two
    pictures share their axes.

    Attributes
    ----------
    layers : layers looked at, first to last
    names : class names
    classes : int64 (windows,), number of each window's class in `names`
    files : index of the test image each window was cut from, in `RunMeasures.images`, int64
    before, after : float32 (layers, windows, 2), first two components
    explained : float64 (layers, 2), share of the variance in [0, 1] each of them explains
    accuracy_before, accuracy_after : leave-one-out 1-NN accuracy of the class, in [0, 1], one a
        layer, in all dimensions, each network standardised by itself; neighbours of the same
        image do not count
    chance : what guessing the largest class gives, in [0, 1]
    pictures : uint8 (windows, 48, 48, 3), each window shrunk
    """

    layers: tuple[str, ...]
    names: tuple[str, ...]
    classes: NDArray[np.int64]
    files: NDArray[np.int64]
    before: NDArray[np.float32]
    after: NDArray[np.float32]
    explained: NDArray[np.float64]
    accuracy_before: tuple[float, ...]
    accuracy_after: tuple[float, ...]
    chance: float
    pictures: NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class RunMeasures:
    """All measures of one run.

    Attributes
    ----------
    images : files of S, the test images looked at
    seed : of the sample, windows, resamples and t-SNE
    iteration : the weights measured: those the run's verdicts are made with
    frozen : whether the layers below the head were fixed; such runs stay out of claims 5 and 6
    changes : weight change, first layer to head
    activity, activity_before : channels on S, at the end and at iteration 0
    flatness, flatness_before : likewise, on the same windows
    embedding : source and target through the network at iteration 0; None without windows
    classes : how classes separate, layer by layer; None with one class or too few windows
    run : name of the run's folder
    seconds : time that measuring took
    decay : weight change, in [0, 1], that weight decay alone makes in every layer; None of
        measures that were taken before it was
    """

    images: tuple[str, ...]
    seed: int
    iteration: int
    frozen: bool
    changes: tuple[LayerChange, ...]
    activity: Activity
    activity_before: Activity
    flatness: Flatness
    flatness_before: Flatness
    embedding: Embedding | None
    classes: ClassMap | None
    run: str
    seconds: float
    decay: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ChannelPictures:
    """All channels of a layer for one image, one value or picture a channel.

    Attributes
    ----------
    maps : uint8 (channels, h, w), activation from 0 to `peak`, each channel to its own peak
    peak : float32 (channels,), largest activation, >= 0
    contribution : float32 (channels,), share of the worst window's defect logit: exact for the
        last layer, activation times gradient below
    region_share : float32 (channels,) in [0, 1], share of the energy inside the true region; NaN
        where the channel is 0 everywhere or the region is unknown
    region_area : share of the layer's positions inside the region; None if it is unknown
    dead, dead_before : bool (channels,), 0 everywhere on this image, at the end and at iteration 0
    exact : whether contributions are exact
    """

    maps: NDArray[np.uint8]
    peak: NDArray[np.float32]
    contribution: NDArray[np.float32]
    region_share: NDArray[np.float32]
    region_area: float | None
    dead: NDArray[np.bool_]
    dead_before: NDArray[np.bool_]
    exact: bool

    @property
    def switched_off(self) -> NDArray[np.bool_]:
        """Channels alive at iteration 0 and 0 everywhere on this image at the end."""
        return np.asarray(~self.dead_before & self.dead)

    @property
    def born(self) -> NDArray[np.bool_]:
        """The reverse."""
        return np.asarray(self.dead_before & ~self.dead)


@dataclass(frozen=True, slots=True)
class LayerOverlap:
    """How long both defects show on lines between aligned windows, at one layer.

    Attributes
    ----------
    layer : ``input`` or a layer's name
    pairs : each pair's share of the line, in [0, 1], on which both defective classes have a
        probability above a level, mean over `RunOverlap.levels`; None where the network calls an
        end normal
    mean, low, high : over the other pairs, 95 % percentile bootstrap; 0 without any
    by_level : (level, mean over the same pairs) at each level
    """

    layer: str
    pairs: tuple[float | None, ...]
    mean: float
    low: float
    high: float
    by_level: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class RunOverlap:
    """Overlap of two textures' defects in one run's network (claim 8).

    `textures`: both ends; `levels`: probabilities above which a class shows; `layers`: ``input``,
    the control, first; `images`: different test images the windows were cut from.
    """

    run: str
    textures: tuple[str, str]
    levels: tuple[float, ...]
    seed: int
    images: int
    layers: tuple[LayerOverlap, ...]

    @property
    def counted(self) -> int:
        """Pairs with two ends that the network calls defective."""
        return sum(share is not None for share in self.layers[0].pairs) if self.layers else 0
