"""What the evaluation of a run is: plain values, and the counting at any threshold.

Counting needs no network: a threshold that is dragged is answered from sorted scores, and the exact
intervals of all counts that can come up are there beforehand. How the rest is worked out stands in
this room's other files; what it means in the glossary. Nothing here imports torch or Qt. Arrays are
contiguous and read-only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.values import Sentence

PARTS = 1000
"""Parts that an expected cost is given for."""


@dataclass(frozen=True, slots=True)
class ClassState:
    """A class: `defective` is None where the set has no normal class."""

    name: str
    texture: str
    defective: bool | None


@dataclass(frozen=True, slots=True, eq=False)
class Verdicts:
    """Verdicts on one part of a run's images, lowest score first; one value an image.

    Attributes
    ----------
    part : "test" or "validation"
    total : images of that part; fewer may have been judged
    indices : int64, of the images in the data set
    scores : float64 in [0, 1]
    odds : float64, the same as log-odds ln(s / (1 - s)), finite
    classes : int64, number of the labelled class
    textures : int64, number of the texture named
    named : int64, number of the class named at the run's threshold
    """

    part: str
    total: int
    indices: NDArray[np.int64]
    scores: NDArray[np.float64]
    odds: NDArray[np.float64]
    classes: NDArray[np.int64]
    textures: NDArray[np.int64]
    named: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.indices)


@dataclass(frozen=True, slots=True, eq=False)
class ScoreCurve:
    """Points of a curve, float64, and the figure that sums it up.

    ROC: x overkill, y share of defects found, `area` the AUC. Precision-recall: x share of defects
    found, y precision, `area` the average precision.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    area: float


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """Scores against what there was, in bins of equal width that hold images.

    Attributes
    ----------
    edges : float64 (bins + 1,), of all bins
    counts, defective : int64 (bins,), images in each, and how many of them are defective
    mean : float64 (bins,), mean score; NaN in an empty bin
    low, high : float64 (bins,), exact 95 % interval of the share of defective; NaN if empty
    brier : mean squared difference of score and label
    base : Brier score of always saying the share of defective images
    """

    edges: NDArray[np.float64]
    counts: NDArray[np.int64]
    defective: NDArray[np.int64]
    mean: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    brier: float
    base: float


@dataclass(frozen=True, slots=True, eq=False)
class Subset:
    """The test images of one texture, or all.

    Attributes
    ----------
    texture : "" for all
    rows : int64, places in the verdicts, lowest score first
    normal, defective : how many of each; 0 and 0 without a normal class
    baseline : accuracy of "texture right, never a defect" on these images, or without a normal
        class of always naming the most frequent class; None without images
    overkill_bounds, escape_bounds : float64 (n + 1, 2), exact 95 % interval of each count of n
    roc, precision : None without images of both kinds
    calibration : None without images, or without a normal class
    own_threshold : of the plain probability, of a texture that has its own; else None
    """

    texture: str
    rows: NDArray[np.int64]
    normal: int
    defective: int
    baseline: float | None
    overkill_bounds: NDArray[np.float64]
    escape_bounds: NDArray[np.float64]
    roc: ScoreCurve | None
    precision: ScoreCurve | None
    calibration: Calibration | None
    own_threshold: float | None = None


@dataclass(frozen=True, slots=True)
class Adopted:
    """Where the threshold of a run comes from that was made for other costs.

    Attributes
    ----------
    parent : name of the run with the same weights
    cost_ratio, share : what it was chosen for; `share` None: the validation images' own
    normal, defective : validation images it was chosen on
    threshold_before : of the parent
    verdict_changes : test images named otherwise than by the parent
    """

    parent: str
    cost_ratio: float
    share: float | None
    normal: int
    defective: int
    threshold_before: float
    verdict_changes: int


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """A finished run beside the labels of its held-out images.

    Attributes
    ----------
    run : name of its folder
    threshold : the run's own, chosen on validation images if there were any
    cost_ratio : of its recipe: what an escape costs in units of one overkill
    classes : in the network's order
    textures : in the order of `classes`
    test, validation : verdicts that are kept
    subsets : all test images first, then one a texture that has some; a single texture is not
        repeated
    adopted : of a run made for other costs; None: its threshold was chosen when it was trained
    line_share : share of defective parts on the line, as its recipe says; None: it says nothing
    caution : what is to be said of figures that are worse than no network's
    """

    run: str
    threshold: float
    cost_ratio: float
    classes: tuple[ClassState, ...]
    textures: tuple[str, ...]
    test: Verdicts
    validation: Verdicts
    subsets: tuple[Subset, ...]
    adopted: Adopted | None = None
    line_share: float | None = None
    caution: tuple[Sentence, ...] = ()

    @property
    def has_normal(self) -> bool:
        """Whether normal and defective mean something in this set."""
        return any(each.defective is not None for each in self.classes)

    @property
    def whole(self) -> Subset:
        """All test images."""
        return self.subsets[0]

    @property
    def columns(self) -> tuple[ClassState, ...]:
        """What a verdict can be: a texture, normal or defective; without a normal class a class.

        Which kind of defect is named does not make a verdict right or wrong.
        """
        if not self.has_normal:
            return self.classes
        pairs = dict.fromkeys((each.texture, bool(each.defective)) for each in self.classes)
        order = sorted(pairs, key=lambda pair: (self.textures.index(pair[0]), pair[1]))
        return tuple(ClassState("", texture, bad) for texture, bad in order)


@dataclass(frozen=True, slots=True)
class Standing:
    """How verdicts at a threshold stand beside the labels; intervals are exact 95 %, two-sided."""

    threshold: float
    images: int
    right: int
    normal: int
    defective: int
    overkills: int
    escapes: int
    overkill_interval: tuple[float, float] | None
    escape_interval: tuple[float, float] | None
    baseline: float | None

    @property
    def accuracy(self) -> float | None:
        """Share of images whose texture and state are right."""
        return self.right / self.images if self.images else None

    @property
    def overkill(self) -> float | None:
        """Normal parts rejected / normal parts."""
        return self.overkills / self.normal if self.normal else None

    @property
    def escape(self) -> float | None:
        """Defective parts passed / defective parts."""
        return self.escapes / self.defective if self.defective else None

    @property
    def precision(self) -> float | None:
        """Defective parts among those rejected; None if none is rejected."""
        result = self.defective - self.escapes
        return result / (result + self.overkills) if result + self.overkills else None

    @property
    def share(self) -> float | None:
        """Share of these images that is defective."""
        labelled = self.normal + self.defective
        return self.defective / labelled if labelled else None

    def cost(self, ratio: float, share: float | None = None) -> float | None:
        """Expected cost per 1,000 parts in units of one overkill.

        Parameters
        ----------
        ratio
            What an escape costs in units of one overkill.
        share
            Share of defective parts in production, in [0, 1]; None: that of these images.
        """
        share = self.share if share is None else share
        if share is None or (share > 0 and not self.defective) or (share < 1 and not self.normal):
            return None
        escapes = share * (self.escape or 0.0) * ratio
        return PARTS * (escapes + (1 - share) * (self.overkill or 0.0))


@dataclass(frozen=True, slots=True)
class Proposal:
    """A threshold chosen on validation images alone, and how they stand there.

    Attributes
    ----------
    threshold : in [0, 1]
    cost_ratio, share : what it was chosen for; `share` None: the validation images' own
    normal, defective, overkills, escapes : validation images, and verdicts on them
    weighed : False with under three defects, when nothing can be weighed: the threshold then only
        keeps a distance from the normal images
    """

    threshold: float
    cost_ratio: float
    share: float | None
    normal: int
    defective: int
    overkills: int
    escapes: int
    weighed: bool


@dataclass(frozen=True, slots=True)
class LocatedImage:
    """How well the map of one defective test image shows its region.

    `pixel_auc` is None where the region covers all or none of the image; `iou` is 0 where no cell
    is above the threshold; `hit`: the highest cell touches the region. `found`: called defective;
    `right`: and its texture named; `beside`: the window with the score does not touch the region,
    so that a right verdict has a wrong reason. `size` (pixels, diameter of a disc of its area) and
    `contrast` (standard deviations of its surroundings) are the defect's.
    """

    index: int
    file: str
    texture: str
    pixel_auc: float | None
    iou: float
    hit: bool
    found: bool = True
    right: bool = True
    beside: bool = False
    size: float = 0.0
    contrast: float = 0.0

    @property
    def wrong_reason(self) -> bool:
        """The verdict is right, but not for what is there."""
        return self.right and self.beside


@dataclass(frozen=True, slots=True)
class Pod:
    """Probability of detection against a size; see :mod:`engine.evaluate.detection`.

    Attributes
    ----------
    axis : "size" in pixels, or "contrast" in standard deviations
    source : "regions" of test images, or "made" defects
    defects, missed : how many, and how many of them escaped
    a90 : size at which 90 % are found by the fit; None where that lies far from all defects
    a90_95 : the 90/95 point; None where it lies beyond the largest defect
    smallest, largest : of these defects
    at, curve, low : sizes, the fit there, and its one-sided 95 % lower bound
    """

    axis: str
    source: str
    defects: int
    missed: int
    a90: float | None
    a90_95: float | None
    smallest: float
    largest: float
    at: tuple[float, ...] = ()
    curve: tuple[float, ...] = ()
    low: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Located:
    """Maps against regions, over all defective test images whose region is known.

    `defective`: defective test images, with a known region or without. `made`: made defects in
    normal test images. `pods`: probability of detection of both.
    """

    run: str
    threshold: float
    defective: int
    images: tuple[LocatedImage, ...]
    made: tuple[LocatedImage, ...] = ()
    pods: tuple[Pod, ...] = ()

    @property
    def wrong_reasons(self) -> int:
        """Right verdicts whose worst window lies beside the region."""
        return sum(each.wrong_reason for each in self.images)


def quartiles(values: Sequence[float]) -> tuple[float, float, float] | None:
    """Lower quartile, median and upper quartile, interpolated; None without values."""
    if not len(values):
        return None
    low, middle, high = np.quantile(np.asarray(values, dtype=np.float64), (0.25, 0.5, 0.75))
    return float(low), float(middle), float(high)


def named_columns(found: Evaluation, verdicts: Verdicts, threshold: float) -> NDArray[np.int64]:
    """Number of each verdict's column at a threshold, as `Evaluation.columns` lists them.

    A texture that was seen in one state only is named in that state, whatever the score.
    """
    if not found.has_normal:
        return verdicts.named
    columns = found.columns
    table = np.full((len(found.textures), 2), -1, dtype=np.int64)
    for number, column in enumerate(columns):
        table[found.textures.index(column.texture), int(bool(column.defective))] = number
    for state in (0, 1):
        lacks = table[:, state] < 0
        table[lacks, state] = table[lacks, 1 - state]
    return np.asarray(table[verdicts.textures, (verdicts.scores > threshold).astype(np.int64)])


def confusion(found: Evaluation, verdicts: Verdicts, threshold: float) -> NDArray[np.int64]:
    """Images by labelled class (rows) and verdict (columns): int64 (classes, columns)."""
    result = np.zeros((len(found.classes), len(found.columns)), dtype=np.int64)
    np.add.at(result, (verdicts.classes, named_columns(found, verdicts, threshold)), 1)
    return result


def right_cells(found: Evaluation) -> NDArray[np.bool_]:
    """Which cells of the confusion matrix are right: same texture, same state."""
    if not found.has_normal:
        return np.eye(len(found.classes), dtype=np.bool_)
    return np.asarray(
        [
            [
                (row.texture, bool(row.defective)) == (column.texture, bool(column.defective))
                for column in found.columns
            ]
            for row in found.classes
        ],
        dtype=np.bool_,
    )


def standing(found: Evaluation, subset: Subset, threshold: float) -> Standing:
    """Count the verdicts on a subset of the test images at a threshold.

    Defective if the score is above the threshold, so equal scores stand on one side together.
    """
    test, rows = found.test, subset.rows
    classes = test.classes[rows]
    right = right_cells(found)[classes, named_columns(found, test, threshold)[rows]]
    overkills = escapes = 0
    if found.has_normal:
        bad = _defective(found)[classes]
        flagged = test.scores[rows] > threshold
        overkills, escapes = int((flagged & ~bad).sum()), int((~flagged & bad).sum())
    return Standing(
        threshold,
        len(rows),
        int(right.sum()),
        subset.normal,
        subset.defective,
        overkills,
        escapes,
        _bounds(subset.overkill_bounds, overkills, subset.normal),
        _bounds(subset.escape_bounds, escapes, subset.defective),
        subset.baseline,
    )


def defective_rows(found: Evaluation, verdicts: Verdicts) -> NDArray[np.bool_]:
    """Which of the images judged are labelled defective; none without a normal class."""
    return np.asarray(_defective(found)[verdicts.classes])


def _defective(found: Evaluation) -> NDArray[np.bool_]:
    return np.asarray([each.defective is True for each in found.classes], dtype=np.bool_)


def _bounds(bounds: NDArray[np.float64], count: int, among: int) -> tuple[float, float] | None:
    return (float(bounds[count, 0]), float(bounds[count, 1])) if among else None
