"""What the session does for regions a person draws."""

from __future__ import annotations

from pathlib import Path

from engine.core.errors import DataError, RunError
from engine.core.job import Steps, job
from engine.core.values import Problem, SampleRow
from engine.data.drawn import check_shapes
from engine.project.regions import keep_drawn
from engine.regions.messages import DrawRegion, ReadRegions, RegionsChanged, RegionShown
from engine.workspace import Workspace


@job(ReadRegions)
def read_regions(workspace: Workspace, command: ReadRegions) -> Steps:
    """Let a project's drawn regions count for the open data set."""
    if workspace.store is None:
        return  # the set that is opened next names its project itself
    rows, problems = workspace.use_project(command.project)
    yield _changed(workspace, command.job, rows, problems)


@job(DrawRegion)
def draw_region(workspace: Workspace, command: DrawRegion) -> Steps:
    """Draw on an image: it is on the disk before it counts."""
    index, shapes = command.index, command.shapes
    image, data = workspace.images.image(index), workspace.images.data
    if not command.project:
        raise RunError("Regions are kept with a project. Open a project folder first.")
    check_shapes(data.samples[index], data.files[index], shapes, *image.shape[:2])
    if command.project != workspace.project:
        rows, problems = workspace.use_project(command.project)
        yield _changed(workspace, command.job, rows, problems)
    keep_drawn(workspace.images.data, Path(command.project), index, shapes)
    yield _changed(workspace, command.job, workspace.redraw({index: shapes}))
    try:
        outlines = workspace.outlines(index)
    except DataError:
        outlines = ()  # erased, and the set's own mask cannot be read: `check` names it
    yield RegionShown(command.job, index, outlines, shapes, workspace.own_outlines(index))


def _changed(
    workspace: Workspace, job: int, rows: tuple[SampleRow, ...], problems: tuple[Problem, ...] = ()
) -> RegionsChanged:
    summary = workspace.summary
    assert summary is not None
    return RegionsChanged(
        job,
        workspace.project,
        rows,
        summary.masks,
        summary.view,
        summary.view_reason,
        problems,
        summary.folds,
        summary.seed,
    )
