"""What the findings are made from: a study's finished runs with their measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import fmean

import numpy as np

from engine.core.recipe import Recipe, Setting
from engine.core.values import CurvePoint, Rates
from engine.data.sample import DataSet
from engine.measures.values import RunMeasures, RunOverlap
from engine.project.runs import RunFolder
from engine.study.fit import Fit
from engine.study.plan import StudyPlan
from engine.study.rules import ALIKE, FLAT_FROM, FLAT_SLOPE

TINY = 1e-9

FEWEST_POINTS = 5
"""Logged losses of a run's last part below which nobody can say whether it is flat."""


@dataclass(frozen=True, slots=True)
class RunEvidence:
    """One finished run of the board; `live` images its live curve is measured on.

    `measures`, `training` (on a sample of training images) and `overlap` are None where they were
    not taken.
    """

    folder: RunFolder
    test: Rates
    curve: tuple[CurvePoint, ...]
    live: int = 0
    measures: RunMeasures | None = None
    training: Fit | None = None
    overlap: RunOverlap | None = None

    @property
    def name(self) -> str:
        """The run's name."""
        return self.folder.path.name

    @property
    def recipe(self) -> Recipe:
        """Its recipe."""
        return self.folder.record.recipe

    @property
    def augmented(self) -> bool:
        """Whether its windows were shifted, turned or flipped."""
        return self.recipe.shift or self.recipe.rotate_flip

    @property
    def validation_auc(self) -> float | None:
        """AUC on all validation images at the weights kept; None without a validation set."""
        result = self.folder.record.validation
        return result.auc if result else None

    @property
    def slope(self) -> float | None:
        """Slope of its loss at the end; see :func:`loss_slope`."""
        return loss_slope(self.curve)

    @property
    def converged(self) -> bool:
        """Whether its training loss is flat."""
        return self.slope is not None and self.slope >= FLAT_SLOPE


@dataclass(frozen=True, slots=True)
class Evidence:
    """All finished runs of a plan's board, by setting and fold.

    `students`: by a run's name, the finished students that learned from it, newest first.
    """

    plan: StudyPlan
    data: DataSet
    runs: dict[tuple[Setting, int], RunEvidence] = field(default_factory=dict)
    students: dict[str, list[RunFolder]] = field(default_factory=dict)

    @property
    def shared(self) -> float:
        """Test images over training images of a fold: how much the folds' values lean on each
        other, see :func:`engine.study.effects.mean_interval`.
        """
        return 1 / (self.plan.folds - 1)

    @property
    def baseline(self) -> float:
        """Accuracy of "never a defect" on the test images of all runs; 0 without any."""
        return baseline_of(list(self.runs.values()))

    def of(self, setting: Setting) -> dict[int, RunEvidence]:
        """A setting's runs by fold, in order."""
        return {fold: run for (named, fold), run in sorted(self.runs.items()) if named is setting}

    def paired(self, one: Setting, other: Setting) -> list[tuple[RunEvidence, RunEvidence]]:
        """Runs of two settings on the same folds, in order of the folds."""
        mine, theirs = self.of(one), self.of(other)
        return [(mine[fold], theirs[fold]) for fold in mine if fold in theirs]

    def alike(self) -> list[tuple[RunEvidence, RunEvidence]]:
        """Pairs of transfer and scratch-aug that solved the task alike and had converged, both
        measured.
        """
        pairs = [pair for pair in self.measured_pairs() if solved_alike(*pair)]
        return [pair for pair in pairs if all(run.converged for run in pair)]

    def measured_pairs(self) -> list[tuple[RunEvidence, RunEvidence]]:
        """Pairs of transfer and scratch-aug that were both measured."""
        return [
            (t, s)
            for t, s in self.paired(Setting.TRANSFER, Setting.SCRATCH_AUG)
            if t.measures and s.measures and not t.measures.frozen and not s.measures.frozen
        ]


def compared(one: RunEvidence, other: RunEvidence) -> tuple[float, float, str] | None:
    """What says whether two runs solved the task alike: their AUCs, and of which images.

    Validation images where both have some; else (the article's preset has none) a sample of the
    training images, which chose nothing either. None where neither is known.
    """
    if one.validation_auc is not None and other.validation_auc is not None:
        return one.validation_auc, other.validation_auc, "validation"
    mine, theirs = one.training, other.training
    if mine and theirs and mine.auc is not None and theirs.auc is not None:
        return mine.auc, theirs.auc, "training"
    return None


def solved_alike(one: RunEvidence, other: RunEvidence) -> bool:
    """Whether two runs' AUC differ by at most 0.01."""
    found = compared(one, other)
    # 1.00 and 0.99 differ by a hair more than 0.01 in binary.
    return found is not None and abs(found[0] - found[1]) <= ALIKE + TINY


def loss_slope(curve: Sequence[CurvePoint]) -> float | None:
    """Slope of the loss over the last fifth of a run: change a tenth of the run, in units of the
    mean loss of its first tenth (a loss of nearly nothing is flat, however it wavers).

    Least squares over the logged steps; None with fewer than 5 of them.
    """
    points = [(p.iteration, p.loss) for p in curve if p.loss is not None]
    if not points or points[-1][0] < 1:
        return None
    end = points[-1][0]
    first = [loss for at, loss in points if at <= 0.1 * end] or [points[0][1]]
    late = [(at / end, loss) for at, loss in points if at >= FLAT_FROM * end]
    if len(late) < FEWEST_POINTS or fmean(first) <= 0:
        return None
    slope, _ = np.polyfit([at for at, _ in late], [loss for _, loss in late], 1)
    return float(slope) / 10 / fmean(first)


def baseline_of(runs: Sequence[RunEvidence]) -> float:
    """Accuracy of "never a defect" on the test images of these runs together; 0 without any."""
    images = sum(run.test.images for run in runs)
    return sum(run.test.images * run.test.baseline for run in runs) / images if images else 0.0


def names(runs: Sequence[RunEvidence]) -> tuple[str, ...]:
    """Names of runs, each once."""
    return tuple(dict.fromkeys(run.name for run in runs))
