"""Commands and events of checking a data set, its folds and training views."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.command import Command, Priority
from engine.core.event import Event
from engine.core.recipe import Recipe
from engine.core.values import Problem
from engine.data.values import CheckItem, FoldPlan, GroupRule


@dataclass(frozen=True, slots=True)
class CheckData(Command):
    """Decode every image and mask of the current set: Progress*, DataChecked. Long.

    Kept with the current project. What finished runs contradict is listed too.
    """


@dataclass(frozen=True, slots=True)
class ReadCheck(Command):
    """DataChecked if the current set was checked before in the current project. Interactive."""

    priority = Priority.INTERACTIVE


@dataclass(frozen=True, slots=True)
class DecideCheck(Command):
    """Remember what a person decided of findings, by key; "" opens them again: CheckDecided.

    Interactive; kept with the project.
    """

    priority = Priority.INTERACTIVE
    kept_at_close = True

    project: str
    decisions: tuple[tuple[tuple[str, str, str], str], ...]


@dataclass(frozen=True, slots=True)
class PlanFolds(Command):
    """FoldsPlanned: the folds that a rule for groups gives, `rule` None: those in use. Interactive.

    With `keep` the project uses these groups and folds from now on: runs trained later have these
    folds; what was trained before keeps its own.

    `folds` and `seed`: None for those in use. `moves`: groups as (name, fold) that a person puts
    into another fold, whole; what is not moved stays where it is.
    """

    priority = Priority.INTERACTIVE

    project: str
    rule: GroupRule | None = None
    keep: bool = False
    folds: int | None = None
    seed: int | None = None
    moves: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ShowViews(Command):
    """ViewsShown: what a network would be shown of one image while it trains. Interactive."""

    priority = Priority.INTERACTIVE

    index: int
    recipe: Recipe
    count: int = 12
    large: bool = False


@dataclass(frozen=True, slots=True)
class DataChecked(Event):
    """All that is odd about the data set, what the reader said included."""

    items: tuple[CheckItem, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What each is about."""
        return tuple(item.problem for item in self.items)


@dataclass(frozen=True, slots=True)
class CheckDecided(Event):
    """Decisions by key; "" for one that is open again."""

    decisions: tuple[tuple[tuple[str, str, str], str], ...]


@dataclass(frozen=True, slots=True)
class FoldsPlanned(Event):
    """What a rule for groups gives."""

    plan: FoldPlan


@dataclass(frozen=True, slots=True, eq=False)
class ViewsShown(Event):
    """Training views of an image.

    Attributes
    ----------
    pixels : uint8 (n, h, w) grey or (n, h, w, 3) RGB
    defective : int64 (n,), windows of each view that are learned as defective
    ignored : int64 (n,), windows that are not learned from
    windows : in each view
    view, reason : the training view and the English sentence that says why
    """

    index: int
    recipe: Recipe
    pixels: NDArray[np.uint8]
    defective: NDArray[np.int64]
    ignored: NDArray[np.int64]
    windows: int
    view: str
    reason: str
