"""What the session does for regions a person draws, as in :mod:`engine.jobs`."""

from __future__ import annotations

from pathlib import Path

from engine.core.errors import DataError, RunError
from engine.core.job import Steps, job
from engine.core.values import Problem, SampleRow
from engine.data.drawn import check_shapes
from engine.project.regions import keep_drawn
from engine.regions.messages import DrawRegion, ReadRegions, RegionsChanged, RegionShown
from engine.workspace import Desk


@job(ReadRegions)
def read_regions(desk: Desk, command: ReadRegions) -> Steps:
    """Let a project's drawn regions count for the open data set."""
    if desk.store is None:
        return  # the set that is opened next names its project itself
    rows, problems = desk.use_project(command.project)
    yield _changed(desk, command.job, rows, problems)


@job(DrawRegion)
def draw_region(desk: Desk, command: DrawRegion) -> Steps:
    """Draw on an image: it is on the disk before it counts."""
    index, shapes = command.index, command.shapes
    image, data = desk.images.image(index), desk.images.data
    if not command.project:
        raise RunError("Regions are kept with a project. Open a project folder first.")
    check_shapes(data.samples[index], data.files[index], shapes, *image.shape[:2])
    if command.project != desk.project:
        rows, problems = desk.use_project(command.project)
        yield _changed(desk, command.job, rows, problems)
    keep_drawn(desk.images.data, Path(command.project), index, shapes)
    yield _changed(desk, command.job, desk.redraw({index: shapes}))
    try:
        outlines = desk.outlines(index)
    except DataError:
        outlines = ()  # erased, and the set's own mask cannot be read: `check` names it
    yield RegionShown(command.job, index, outlines, shapes, desk.own_outlines(index))


def _changed(
    desk: Desk, job: int, rows: tuple[SampleRow, ...], problems: tuple[Problem, ...] = ()
) -> RegionsChanged:
    summary = desk.summary
    assert summary is not None
    return RegionsChanged(
        job, desk.project, rows, summary.masks, summary.view, summary.view_reason, problems,
        summary.folds, summary.seed,
    )  # fmt: skip
