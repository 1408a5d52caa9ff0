"""Commands and events of regions that a person draws."""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.command import Command, Priority
from engine.core.event import Event
from engine.core.values import (
    Outlines,
    Problem,
    SampleRow,
    Shape,
)


@dataclass(frozen=True, slots=True)
class ReadRegions(Command):
    """Let the regions drawn in a project count for the current set: RegionsChanged. Interactive.

    Without a data set nothing is said. `project` "": no drawn regions.
    """

    priority = Priority.INTERACTIVE

    project: str


@dataclass(frozen=True, slots=True)
class DrawRegion(Command):
    """Replace what is drawn on an image of the current set: RegionsChanged, RegionShown.

    It is kept with the project before it counts; () erases, and the set's own region counts again.
    Refused for images whose label is not defective. Interactive.
    """

    priority = Priority.INTERACTIVE
    kept_at_close = True

    project: str
    index: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class RegionsChanged(Event):
    """Other regions of the current set count now.

    Attributes
    ----------
    project : whose drawn regions count
    rows : images whose `has_region` or `drawn` is new
    masks : images with a region
    view, view_reason : the training view chosen from the data
    problems : drawn regions that do not count, each with its cure
    folds, seed : of the folds in use
    """

    project: str
    rows: tuple[SampleRow, ...]
    masks: int
    view: str
    view_reason: str
    problems: tuple[Problem, ...] = ()
    folds: int = 5
    seed: int = 0


@dataclass(frozen=True, slots=True)
class RegionShown(Event):
    """An image's region as it is now; see `SampleShown`."""

    index: int
    outlines: Outlines
    shapes: tuple[Shape, ...]
    own: Outlines
