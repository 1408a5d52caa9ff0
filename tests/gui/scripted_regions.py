"""Drawn regions without an engine: kept in the made-up world, refused as the engine would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from engine.core.command import Command
from engine.core.event import Event, JobEnded, Outcome
from engine.core.values import Outlines, SampleRow, Shape
from engine.data.messages import SampleShown
from engine.regions.messages import DrawRegion, ReadRegions, RegionsChanged, RegionShown

COMMANDS = (DrawRegion, ReadRegions)


def outlines(shapes: tuple[Shape, ...]) -> Outlines:
    """Boxes around shapes: enough for a window that paints what it is told."""
    return tuple(
        np.array(
            [
                [s.x, s.y],
                [s.x + s.width, s.y],
                [s.x + s.width, s.y + s.height],
                [s.x, s.y + s.height],
            ],
            dtype=np.float32,
        )
        for s in shapes
    )


def row_of(world: Any, index: int, project: str) -> SampleRow:
    """An image's row, with what a project has drawn on it."""
    drawn = bool(world.drawn.get(project, {}).get(index))
    row = world.samples()[index]
    return replace(row, has_region=row.has_region or drawn, drawn=drawn)


def shown(world: Any, job: int, index: int) -> SampleShown:
    """An image with the region that counts."""
    shapes = world.drawn.get(world.project, {}).get(index, ())
    own = world.outlines(index) if world.regions else ()
    return SampleShown(
        job, index, world.picture(index), outlines(shapes) if shapes else own, shapes,
        own if shapes else (),
    )  # fmt: skip


class RegionDesk:
    """Answers commands about drawn regions; what `refuses` says comes once, as a failure."""

    def __init__(self, emit: Callable[[Event], None], world: Any) -> None:
        self.emit, self.world = emit, world

    def answer(self, command: Command) -> JobEnded:
        """Answer one command; returns how it ended."""
        world, job = self.world, command.job
        world.strokes.append(command)
        if isinstance(command, ReadRegions):
            before = set(world.drawn.get(world.project, {}))
            world.project = command.project
            self.changed(job, before | set(world.drawn.get(world.project, {})))
        elif isinstance(command, DrawRegion):
            if world.refuses:
                why, world.refuses = world.refuses, ""
                return JobEnded(job, Outcome.FAILED, why, why)
            world.project = command.project
            world.drawn.setdefault(command.project, {})[command.index] = command.shapes
            self.changed(job, {command.index})
            now = shown(world, job, command.index)
            self.emit(RegionShown(job, command.index, now.outlines, now.shapes, now.own))
        return JobEnded(job, Outcome.DONE)

    def changed(self, job: int, indices: set[int]) -> None:
        """Say which rows are other than before."""
        world = self.world
        rows = tuple(row_of(world, index, world.project) for index in sorted(indices))
        every = [row_of(world, index, world.project) for index in range(world.images)]
        known = [row for row in every if row.has_region]
        view = "patches" if len(known) == sum(bool(row.defective) for row in every) else "bags"
        self.emit(RegionsChanged(job, world.project, rows, len(known), view, f"{view} chosen."))
