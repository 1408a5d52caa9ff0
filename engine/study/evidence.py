"""What the findings are made from: a study's finished runs with their measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.core.recipe import Recipe, Setting
from engine.core.values import CurvePoint, Rates
from engine.data.sample import DataSet
from engine.measures.values import RunMeasures, RunOverlap
from engine.project.runs import RunFolder
from engine.study.plan import StudyPlan

TINY = 1e-9

ALIKE = 0.01
"""Largest difference in validation AUC of two networks that solved the task alike."""


@dataclass(frozen=True, slots=True)
class RunEvidence:
    """One finished run of the board; `live` images its live curve is measured on.

    `measures`, `training` (accuracy on training images and how many) and `overlap` are None where
    they were not taken.
    """

    folder: RunFolder
    test: Rates
    curve: tuple[CurvePoint, ...]
    live: int = 0
    measures: RunMeasures | None = None
    training: tuple[float, int] | None = None
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
        """Pairs of transfer and scratch-aug that solved the task alike, both measured."""
        return [pair for pair in self.measured_pairs() if solved_alike(*pair)]

    def measured_pairs(self) -> list[tuple[RunEvidence, RunEvidence]]:
        """Pairs of transfer and scratch-aug that were both measured."""
        return [
            (t, s)
            for t, s in self.paired(Setting.TRANSFER, Setting.SCRATCH_AUG)
            if t.measures and s.measures and not t.measures.frozen and not s.measures.frozen
        ]


def solved_alike(one: RunEvidence, other: RunEvidence) -> bool:
    """Whether two runs' validation AUC differ by at most 0.01."""
    if one.validation_auc is None or other.validation_auc is None:
        return False
    # 1.00 and 0.99 differ by a hair more than 0.01 in binary.
    return abs(one.validation_auc - other.validation_auc) <= ALIKE + TINY


def baseline_of(runs: Sequence[RunEvidence]) -> float:
    """Accuracy of "never a defect" on the test images of these runs together; 0 without any."""
    images = sum(run.test.images for run in runs)
    return sum(run.test.images * run.test.baseline for run in runs) / images if images else 0.0


def names(runs: Sequence[RunEvidence]) -> tuple[str, ...]:
    """Names of runs, each once."""
    return tuple(dict.fromkeys(run.name for run in runs))
