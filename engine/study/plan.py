"""What a study is: the runs one question needs, as a frozen, validated description.

Only the standard library is used here, so that windows can make and show plans.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.core.errors import RecipeError
from engine.core.recipe import (
    FITTED_SETTINGS,
    NO_DEFECTS,
    Preset,
    Recipe,
    Setting,
    default_recipe,
)
from engine.core.values import AS_FOUND, ReaderOptions, RunSummary

ALL_SETTINGS = tuple(Setting)

DEFECT_COUNTS = (NO_DEFECTS, 1, 2, 5, 10, 20, 50, 0)
"""Labelled defects of the curve; 0 stands for all, -1 for none."""

DEFECT_SETTINGS = (
    Setting.FILTERS,
    Setting.PROBE,
    Setting.TRANSFER,
    Setting.SCRATCH_AUG,
    Setting.SMALL,
)

UNAUGMENTED = (Setting.TRANSFER, Setting.FROZEN)
"""Settings that the article ran without augmentation; their preset shifts windows."""

FIXED = ("setting", "preset", "split", "fold", "folds", "seed", "defects")
"""Entries of recipes that the study itself decides."""

HINTS = ("threads", "micro_batch")
"""Entries of a recipe that say how to compute, not what is learned."""


@dataclass(frozen=True, slots=True)
class Task:
    """One run of a study.

    Attributes
    ----------
    part : "board" for the claims, "defects" for the curve of labelled defects
    setting, fold : of the run
    defects : labelled defects used, 0 for all, -1 for none
    recipe : what is trained
    """

    part: str
    setting: Setting
    fold: int
    defects: int
    recipe: Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyPlan:
    """Settings x folds for the board of claims, and counts x draws for the curve of defects.

    Attributes
    ----------
    name : of the study's folder below the project's ``studies``
    data, options : the data set and how it is read
    settings : on the board
    folds, run_folds : the data is split in `folds`; these of them (1-based) are run
    preset, seed : of every recipe
    changes : (setting, entry, value) that replace entries of a setting's recipe
    source, control : folders of photographs for claim 1; "": the ones that are at hand
    images : of the sample measures are taken on
    target : AUC x of claims 3 and 4, in (0.5, 1]
    curve : labelled defects of the curve, 0 for all, -1 for none; empty: no curve
    curve_settings, draws : settings and draws of each of its points
    curve_changes : as `changes`, for the runs of the curve
    device : that runs are trained on
    """

    name: str = "study"
    data: str = ""
    options: ReaderOptions = AS_FOUND
    settings: tuple[Setting, ...] = ALL_SETTINGS
    folds: int = 5
    run_folds: tuple[int, ...] = (1, 2)
    preset: Preset = Preset.RECOMMENDED
    seed: int = 0
    changes: tuple[tuple[Setting, str, Any], ...] = ()
    source: str = ""
    control: str = ""
    images: int = 100
    target: float = 0.95
    curve: tuple[int, ...] = ()
    curve_settings: tuple[Setting, ...] = DEFECT_SETTINGS
    draws: int = 3
    curve_changes: tuple[tuple[Setting, str, Any], ...] = ()
    device: str = "auto"
    _tasks: tuple[Task, ...] = field(default=(), init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.name or any(letter in self.name for letter in '/\\:*?"<>|') or "." in self.name:
            raise RecipeError(
                "'{name}' cannot be a study's name: letters, digits, spaces and - only.",
                name=self.name,
            )
        if not self.run_folds or not set(self.run_folds) <= set(range(1, self.folds + 1)):
            raise RecipeError("The folds to run must lie in 1 to {folds}.", folds=self.folds)
        if not 0.5 < self.target <= 1.0:
            raise RecipeError("{name} must be {allowed}.", name="target", allowed="above 0.5")
        if self.curve and not 1 <= self.draws <= self.folds:
            raise RecipeError(
                "Each draw has a fold of its own: draws must be 1 to {folds}.", folds=self.folds
            )
        if any(count < NO_DEFECTS for count in self.curve) or self.images < 1:
            raise RecipeError("Numbers of defects and images must not be negative.")
        object.__setattr__(self, "curve", tuple(dict.fromkeys(self.curve)))  # no draw counts twice
        object.__setattr__(self, "run_folds", tuple(dict.fromkeys(self.run_folds)))
        for _, name, _ in (*self.changes, *self.curve_changes):
            if name in FIXED:
                raise RecipeError("'{name}' is the study's own; it cannot differ.", name=name)
        object.__setattr__(self, "_tasks", tuple(self._make_tasks()))

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Every run, fold by fold so that a study cut short compares what it has."""
        return self._tasks

    def _make_tasks(self) -> Iterator[Task]:
        for fold in self.run_folds:
            for setting in self.settings:
                entries: dict[str, Any] = {}
                if setting in UNAUGMENTED:
                    entries["shift"] = False
                entries |= _entries(self.changes, setting)
                yield Task("board", setting, fold, 0, self._recipe(setting, fold, entries))
        # Small draws last: those with all defects say first whether the task can be solved.
        for count in sorted(self.curve, key=lambda count: (count != 0, -count)):
            for draw in range(1, self.draws + 1):
                for setting in self.curve_settings:
                    if count == NO_DEFECTS and setting not in FITTED_SETTINGS:
                        continue  # there is nothing to train on
                    entries = _entries(self.curve_changes, setting) | {"defects": count}
                    recipe = self._recipe(setting, draw, entries)
                    yield Task("defects", setting, draw, count, recipe)

    def _recipe(self, setting: Setting, fold: int, entries: Mapping[str, Any]) -> Recipe:
        values = {"fold": fold, "folds": self.folds, "seed": self.seed} | dict(entries)
        return default_recipe(setting, self.preset, **values)


def _entries(changes: tuple[tuple[Setting, str, Any], ...], setting: Setting) -> dict[str, Any]:
    return {name: value for changed, name, value in changes if changed == setting}


def task_name(plan: StudyPlan, setting: Setting, fold: int, defects: int) -> str:
    """A run of a study in a log and on a worker, before it has a folder."""
    return f"{setting}, fold {fold}/{plan.folds}, {defects or 'all'} defects"


def learns_the_same(one: Recipe, other: Recipe) -> bool:
    """Whether two recipes differ at most in how they are computed, not in what is learned."""
    same = dict.fromkeys(HINTS, 0)
    return one.changed(**same) == other.changed(**same)


def begins(shorter: Recipe, recipe: Recipe) -> bool:
    """Whether what one recipe asks for is, to the bit, how another begins: all but the length."""
    length = {"iterations": recipe.iterations, "seconds": recipe.seconds}
    return recipe.steady and learns_the_same(shorter.changed(**length), recipe)


def less_what_is_there(recipe: Recipe, runs: Iterable[RunSummary]) -> Recipe:
    """A recipe with the iterations that are left of it: an unfinished run is gone on with.

    So is one that ended sooner, where a step is the same however many follow.

    Parameters
    ----------
    recipe
        What a study asks for and no finished run has.
    runs
        Of the same images.
    """

    def counts(run: RunSummary) -> bool:
        if run.kind or run.state == "failed" or run.iteration >= recipe.iterations:
            return False
        return learns_the_same(run.recipe, recipe) or begins(run.recipe, recipe)

    begun = max(filter(counts, runs), key=lambda run: run.iteration, default=None)
    if begun is None or begun.iteration == 0:
        return recipe
    # A limit of 0 is none, so what is left of one stays above it.
    limit = max(1.0, recipe.seconds - begun.seconds) if recipe.seconds else 0.0
    return recipe.changed(iterations=recipe.iterations - begun.iteration, seconds=limit)
