"""What the open data set offers an inspector from few defects, and what it lacks. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.core.values import DataSummary
from gui.store.run_names import kind_of
from gui.store.run_record import RunRecord

FOLD = 1
"""The fold that is held out for judging where the teacher is trained on the way."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is of a data set.

    Attributes
    ----------
    lacking
        "data", "normal class", "normals" or "regions": the first thing that is missing, "" if
        nothing is.
    defects, regions, normals
        Labelled defective images, those of them with a known region, normal images.
    held_defects, held_normals
        Of the images, those in the fold held out; None where that is not known.
    """

    lacking: str
    defects: int = 0
    regions: int = 0
    normals: int = 0
    held_defects: int | None = None
    held_normals: int | None = None

    @property
    def usable(self) -> int:
        """Defects with a region that are not held out, at least."""
        return max(0, self.regions - (self.held_defects or 0))


def fold_of(teacher: RunRecord | None, data: DataSummary | None) -> int:
    """Return the fold that a teacher holds out, 0 if its folds are not those of the open set."""
    if teacher is None or data is None:
        return FOLD
    recipe = teacher.recipe
    drawn = recipe.seed == data.seed and recipe.folds == data.folds
    same = recipe.split == "folds" and drawn
    return recipe.fold if same else 0


def offer_of(data: DataSummary | None, fold: int = FOLD) -> Offer:
    """Look at the open data set, of which a fold is held out; 0: not known which."""
    if data is None:
        return Offer("data")
    if data.defective is None:
        return Offer("normal class")
    bad = [row for row in data.samples if row.defective]
    good = [row for row in data.samples if row.defective is False]
    regions = sum(row.has_region for row in bad)
    folds = fold > 0 and all(row.fold for row in data.samples)
    return Offer(
        lacking="normals" if not good else "regions" if not regions else "",
        defects=len(bad),
        regions=regions,
        normals=len(good),
        held_defects=sum(row.fold == fold for row in bad) if folds else None,
        held_normals=sum(row.fold == fold for row in good) if folds else None,
    )


def teachers(runs: Sequence[RunRecord], data: DataSummary | None) -> list[RunRecord]:
    """Return finished runs that read windows of these very images and were trained."""
    return [
        run
        for run in runs
        if run.usable
        and run.summary is not None
        and run.summary.view != "whole"
        and kind_of(run) in ("trained", "dead", "pruned")
        and (data is None or run.summary.fingerprint == data.fingerprint)
    ]
