"""What opens, draws and shows data sets: one generator a command."""

from __future__ import annotations

from pathlib import Path

from engine.core.arrays import frozen
from engine.core.errors import DataError
from engine.core.event import Progress
from engine.core.job import Steps, job
from engine.core.values import AS_FOUND
from engine.data.image import read_image, shrink
from engine.data.messages import (
    DataExplained,
    DataOpened,
    DataPlaced,
    ExplainData,
    LoadThumbnails,
    OpenData,
    PeekPictures,
    PicturePeeked,
    PlaceData,
    SampleShown,
    ShowSample,
    Synthesise,
    Thumbnail,
)
from engine.data.readers.explain import Explainer
from engine.data.synth.writer import SynthSpec, write_dataset
from engine.data.values import Peek
from engine.project.places import say_where
from engine.project.readings import kept_reading
from engine.project.runs import RunFolder
from engine.workspace import Workspace


@job(OpenData)
def open_data(workspace: Workspace, command: OpenData) -> Steps:
    """Read a data set and make it the lane's current one."""
    yield Progress(command.job, "reading", 0, 1)
    yield DataOpened(command.job, workspace.open_data(command), workspace.options)


@job(ExplainData)
def explain_data(workspace: Workspace, command: ExplainData) -> Steps:
    """Say what lies in a folder, listed anew where it is another one or everything is as found."""
    path = Path(command.path)
    options = kept_reading(command.project, path, command.options)
    known = workspace.explainer
    if known is None or known.path != path.expanduser().absolute() or command.options == AS_FOUND:
        known = workspace.explainer = Explainer(path)
    yield DataExplained(command.job, known.look(options))


@job(PeekPictures)
def peek_pictures(command: PeekPictures) -> Steps:
    """Small pictures of files that belong to no open set."""
    for path in command.paths:
        try:
            image = shrink(read_image(Path(path)), command.side)
        except DataError:
            continue
        yield PicturePeeked(command.job, Peek(path, frozen(image)))


@job(Synthesise)
def synthesise(command: Synthesise) -> Steps:
    """Write a generated data set."""
    spec = SynthSpec(
        command.textures, command.normal, command.defective, command.size, command.seed
    )
    for progress in write_dataset(Path(command.path), spec):
        yield Progress(command.job, "drawing", progress.done, progress.total)


@job(LoadThumbnails)
def load_thumbnails(workspace: Workspace, command: LoadThumbnails) -> Steps:
    """Shrink images; those that cannot be read are left out (`check` names them)."""
    for index in command.indices:
        try:
            image = shrink(workspace.images.image(index), command.side)
        except DataError:
            continue
        yield Thumbnail(command.job, index, frozen(image))


@job(ShowSample)
def show_sample(workspace: Workspace, command: ShowSample) -> Steps:
    """Read one image and its region."""
    image = workspace.images.image(command.index)
    index = command.index
    yield SampleShown(
        command.job,
        index,
        frozen(image),
        workspace.outlines(index),
        workspace.images.data.samples[index].drawn,
        workspace.own_outlines(index),
    )


@job(PlaceData)
def place_data(command: PlaceData) -> Steps:
    """Remember where a run's images are now."""
    yield Progress(command.job, "reading", 0, 1)
    path = say_where(RunFolder.load(Path(command.run)), Path(command.path))
    yield DataPlaced(command.job, command.run, str(path))
