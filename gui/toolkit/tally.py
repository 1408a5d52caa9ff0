"""Verdicts compared with labels: outcomes, figures, and which rows a gallery shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from engine.core.values import Prediction, SampleRow

FILTERS = (
    "all",
    "judged",
    "escape",
    "overkill",
    "elsewhere",
    "texture",
    "correct",
    "defective",
    "normal",
)
"""What a gallery can be narrowed to; "defective" and "normal" go by the label.
"elsewhere": rejected for a window that misses the true region."""

ORDERS = ("file", "score down", "score up")


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of verdicts; rates are None where undefined."""

    judged: int = 0
    correct: int = 0
    normal: int = 0
    defective: int = 0
    overkills: int = 0
    escapes: int = 0

    @property
    def accuracy(self) -> float | None:
        """Share of images whose class is right."""
        return self.correct / self.judged if self.judged else None

    @property
    def overkill(self) -> float | None:
        """Share of normal images rejected."""
        return self.overkills / self.normal if self.normal else None

    @property
    def escape(self) -> float | None:
        """Share of defective images passed."""
        return self.escapes / self.defective if self.defective else None

    @property
    def baseline(self) -> float | None:
        """Accuracy of "texture right, never a defect" on the same images."""
        labelled = self.normal + self.defective
        return self.normal / labelled if labelled and labelled == self.judged else None


def outcome(sample: SampleRow, prediction: Prediction | None) -> str:
    """Return escape, overkill, texture, correct, or an empty string if not judged."""
    if prediction is None:
        return ""
    if sample.defective is True and not prediction.defective:
        return "escape"
    if sample.defective is False and prediction.defective:
        return "overkill"
    if sample.defective is None:
        return "correct" if prediction.class_name == sample.class_name else "texture"
    # Normal or defective is right by now; which kind of defect does not count, the texture does.
    return "correct" if prediction.texture == sample.texture else "texture"


def tally(samples: Sequence[SampleRow], predictions: Mapping[int, Prediction]) -> Tally:
    """Count the outcomes of all judged images."""
    outcomes = [
        (samples[index], outcome(samples[index], prediction))
        for index, prediction in predictions.items()
        if 0 <= index < len(samples)
    ]
    return Tally(
        judged=len(outcomes),
        correct=_count(result == "correct" for _, result in outcomes),
        normal=_count(sample.defective is False for sample, _ in outcomes),
        defective=_count(sample.defective is True for sample, _ in outcomes),
        overkills=_count(result == "overkill" for _, result in outcomes),
        escapes=_count(result == "escape" for _, result in outcomes),
    )


def select(
    samples: Sequence[SampleRow],
    predictions: Mapping[int, Prediction],
    *,
    narrow: str = "all",
    class_name: str = "",
    text: str = "",
    order: str = "file",
    elsewhere: AbstractSet[int] = frozenset(),
) -> NDArray[np.int64]:
    """Return positions in `samples` that a gallery shows, in its order.

    Sorting by score puts images that are not judged last.
    """
    needle = text.casefold().strip()
    if not (needle or class_name) and narrow == "all" and (order == "file" or not predictions):
        return np.arange(len(samples), dtype=np.int64)
    chosen = [
        position
        for position, sample in enumerate(samples)
        if (not class_name or sample.class_name == class_name)
        and (not needle or needle in sample.file.casefold())
        and (
            sample.index in elsewhere
            if narrow == "elsewhere"
            else _fits(sample, predictions.get(sample.index), narrow)
        )
    ]
    rows = np.asarray(chosen, dtype=np.int64)
    if order == "file" or not predictions:
        return rows
    worst = -1.0 if order == "score down" else 2.0
    scores = np.asarray(
        [
            result.score if (result := predictions.get(samples[position].index)) else worst
            for position in chosen
        ]
    )
    return rows[np.argsort(-scores if order == "score down" else scores, kind="stable")]


def worst_miss(samples: Sequence[SampleRow], predictions: Mapping[int, Prediction]) -> int:
    """Return the escape with the lowest score, -1 if nothing escapes."""
    missed = [
        said
        for index, said in predictions.items()
        if 0 <= index < len(samples) and outcome(samples[index], said) == "escape"
    ]
    return min(missed, key=lambda said: (said.score, said.index)).index if missed else -1


def telling_image(samples: Sequence[SampleRow]) -> int:
    """Return the image to show first, -1 if there are none.

    A defect says more than a normal part, above all one whose region is known.
    """
    regions = (sample.index for sample in samples if sample.has_region and sample.defective)
    known = (sample.index for sample in samples if sample.has_region)
    defects = (sample.index for sample in samples if sample.defective)
    return next(chain(regions, known, defects, (sample.index for sample in samples)), -1)


def _fits(sample: SampleRow, prediction: Prediction | None, narrow: str) -> bool:
    if narrow == "all":
        return True
    if narrow == "defective":
        return sample.defective is True
    if narrow == "normal":
        return sample.defective is False
    if narrow == "judged":
        return prediction is not None
    return outcome(sample, prediction) == narrow


def _count(flags: Iterable[bool]) -> int:
    return sum(1 for flag in flags if flag)
