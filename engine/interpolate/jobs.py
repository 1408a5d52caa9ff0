"""What the session does for lines between images."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.core.arrays import frozen
from engine.core.errors import RunError
from engine.core.event import Event, Progress
from engine.core.files import make_folder, write_atomic
from engine.core.job import Steps, Stop, job, progress, relay
from engine.interpolate.boundary import find_flips, ranked_channels
from engine.interpolate.decoder import kept_quality
from engine.interpolate.decoder_training import Preview, train_decoder
from engine.interpolate.film_figure import NearImage, Row, film
from engine.interpolate.followed import Followed
from engine.interpolate.many import kept_overlap, measure_overlap
from engine.interpolate.messages import (
    DecoderReady,
    DecoderStep,
    FilmSaved,
    FilmShown,
    FollowLine,
    ImagesIndexed,
    IndexImages,
    IndexPatches,
    LineFlipped,
    LineFollowed,
    MeasureOverlap,
    OverlapMeasured,
    PatchesReady,
    PointShown,
    ReadInterpolation,
    SaveFilm,
    ShowFilm,
    ShowPoint,
    TrainDecoder,
)
from engine.interpolate.nearest import index_images, kept_index
from engine.interpolate.patch_index import index_patches, kept_patch_quality
from engine.interpolate.values import LinePoint
from engine.project.runs import RunFolder
from engine.training.run import load_judge, open_run_data
from engine.workspace import Workspace


@job(FollowLine)
def follow_line(workspace: Workspace, command: FollowLine) -> Steps:
    """Work out a line, then find where its verdict changes."""
    run = workspace.run(command.key.run)
    workspace.check_fits(run)
    yield None
    followed = yield from workspace.lines.join(
        command.key, run.folder, run.judge, run.stamp, workspace.images
    )
    channels: tuple[int, ...] = ()
    for done, total in followed.work(command.steps):
        if not channels:
            ends = followed.points[0], followed.points[-1]
            channels = ranked_channels(followed.line, ends, followed.ends)
        yield _followed(command.job, workspace, followed, channels, done, total)
    flips = yield from find_flips(followed.line, followed.points)
    yield LineFlipped(command.job, followed.key, flips)


def _followed(
    job: int,
    workspace: Workspace,
    followed: Followed,
    channels: tuple[int, ...],
    done: int,
    total: int,
) -> LineFollowed:
    curve = followed.curve
    for array in (curve.t, curve.probabilities, curve.scores, curve.labels):
        array.setflags(write=False)
    return LineFollowed(
        job=job,
        key=followed.key,
        layers=tuple(followed.line.judge.network.layers),
        classes=tuple(label.name for label in workspace.images.data.labels),
        ends=followed.ends,
        threshold=followed.line.judge.threshold,
        smooth=followed.line.smooth,
        curve=curve,
        channels=channels,
        done=done,
        total=total,
    )


@job(ShowPoint)
def show_point(workspace: Workspace, command: ShowPoint) -> Steps:
    """Show a point of lines at hand."""
    points = tuple(_points(workspace, command, command.t))
    yield PointShown(command.job, command.t, command.picture, points)


@job(ShowFilm)
def show_film(workspace: Workspace, command: ShowFilm) -> Steps:
    """Show lines at hand as steps."""
    frames: list[list[LinePoint]] = []
    for t in np.linspace(0.0, 1.0, command.steps):
        frames.append(_points(workspace, command, float(t)))
        # A decoder may need a moment for all of them: a slider goes first.
        yield None
    yield FilmShown(command.job, command.picture, tuple(zip(*frames, strict=True)))


def _points(
    workspace: Workspace, command: ShowPoint | ShowFilm | SaveFilm, t: float
) -> list[LinePoint]:
    result = []
    for place, key in enumerate(command.keys):
        channel = command.channels[place] if place < len(command.channels) else 0
        point = workspace.lines.show(key, t, command.picture, channel)
        result.append(
            replace(point, picture=frozen(point.picture), probabilities=frozen(point.probabilities))
        )
    return result


@job(SaveFilm)
def save_film(workspace: Workspace, command: SaveFilm) -> Steps:
    """Write lines at hand as a picture, as in the article's Fig. 11."""
    path = Path(command.path)
    kind = path.suffix.lstrip(".").lower()
    if kind not in ("png", "svg"):
        raise RunError("{path}: choose a name that ends in .png or .svg.", path=path)
    if not command.keys:
        raise RunError("{path}: there is no line to draw.", path=path)
    store, data = workspace.images, workspace.images.data
    ts = np.linspace(0.0, 1.0, command.steps)
    frames = []
    for done, t in enumerate(ts):
        yield Progress(command.job, "figures", done, command.steps)
        frames.append(_points(workspace, command, float(t)))
    first, second = command.keys[0].first, command.keys[0].second
    ends = store.image(first).astype(np.float32), store.image(second).astype(np.float32)
    mixed = [((1 - t) * ends[0] + t * ends[1]).round().astype(np.uint8) for t in ts]
    rows = []
    for place, key in enumerate(command.keys):
        held = workspace.lines.line(key)
        followed = held.followed
        points = [frame[place] for frame in frames]
        near = [
            None
            if point.nearest is None
            else NearImage(store.image(point.nearest.index), point.nearest.distance)
            for point in points
        ]
        curve = followed.curve
        rows.append(
            Row(
                held.folder.record.recipe.setting.value,
                command.picture,
                tuple(point.picture for point in points),
                points[0].scale,
                curve.t,
                curve.probabilities[:, followed.ends[0]],
                curve.probabilities[:, followed.ends[1]],
                followed.key.layer,
                curve.overlap,
                tuple(each for each in near if each),
            )
        )
        yield None
    names = (data.labels[data.classes[first]].name, data.labels[data.classes[second]].name)
    content = film(mixed, rows, names, kind)
    make_folder(path.absolute().parent)
    write_atomic(path, content)
    yield FilmSaved(command.job, str(path))


@job(ReadInterpolation)
def read_interpolation(command: ReadInterpolation) -> Steps:
    """Read what a run keeps of decoder, patches, index and overlap."""
    folder = RunFolder.load(Path(command.run))
    quality = kept_quality(folder)
    if quality is not None:
        yield DecoderReady(command.job, command.run, quality)
    patches = kept_patch_quality(folder)
    if patches is not None:
        yield PatchesReady(command.job, command.run, patches)
    index = kept_index(folder)
    if index is not None:
        yield ImagesIndexed(command.job, command.run, len(index.images))
    overlap = kept_overlap(folder, command.textures)
    if overlap is not None:
        yield OverlapMeasured(command.job, command.run, overlap)


@job(TrainDecoder)
def decoder(command: TrainDecoder, stop: Stop) -> Steps:
    """Train a run's decoder on its own data set, wherever the lane's is."""
    yield Progress(command.job, "loading", 0, 1)
    folder = RunFolder.load(Path(command.run))
    _, store = open_run_data(folder)
    work = train_decoder(
        folder, load_judge(folder), store, command.images, command.steps, command.seed, stop
    )

    def each(step: tuple[str, int, int] | Preview) -> Event:
        if not isinstance(step, Preview):
            return Progress(command.job, *step)
        return DecoderStep(
            command.job,
            command.run,
            step.step,
            command.steps,
            step.loss,
            step.psnr,
            frozen(step.image),
            frozen(step.decoded),
        )

    quality = yield from relay(work, each)
    yield DecoderReady(command.job, command.run, quality)


@job(IndexImages)
def index(workspace: Workspace, command: IndexImages, stop: Stop) -> Steps:
    """Look up the features of a run's test images."""
    yield Progress(command.job, "loading", 0, 1)
    run = workspace.run(command.run)
    workspace.check_fits(run)
    work = index_images(run.folder, run.judge, workspace.images, command.images)
    result = yield from relay(work, progress(command.job, "features"), stop)
    if result is not None:
        yield ImagesIndexed(command.job, command.run, len(result.images))


@job(IndexPatches)
def patches(workspace: Workspace, command: IndexPatches, stop: Stop) -> Steps:
    """Look up patches of a run's training images."""
    yield Progress(command.job, "loading", 0, 1)
    run = workspace.run(command.run)
    workspace.check_fits(run)
    work = index_patches(run.folder, run.judge, workspace.images, command.images)
    result = yield from relay(work, progress(command.job, "features"), stop)
    if result is not None:
        yield PatchesReady(command.job, command.run, result.quality)


@job(MeasureOverlap)
def overlap(command: MeasureOverlap, stop: Stop) -> Steps:
    """Measure the overlap of two textures' defects over many pairs of windows."""
    yield Progress(command.job, "loading", 0, 1)
    work = measure_overlap(
        Path(command.run), command.textures, pairs=command.pairs, seed=command.seed
    )
    result = yield from relay(work, progress(command.job, "overlap"), stop)
    if result is not None:
        yield OverlapMeasured(command.job, command.run, result)
