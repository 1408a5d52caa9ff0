"""What each command does: one generator a command, given the lane's desk and a stop question."""

from __future__ import annotations

import logging
from pathlib import Path

from engine.arrays import frozen
from engine.core.job import Steps, Stop, job, relay, staged_progress
from engine.data.image import shrink
from engine.data.synth.writer import SynthSpec, write_dataset
from engine.desk import Desk
from engine.errors import DataError, RunError
from engine.inspection.explain import heat_map
from engine.measures.measure import kept_measures, measure_run
from engine.messages import (
    ChannelShown,
    ChannelsListed,
    ChannelsPictured,
    DataOpened,
    DataPlaced,
    Inspected,
    InspectImage,
    LayersMoved,
    ListChannels,
    ListRuns,
    LoadThumbnails,
    Measured,
    MeasureRun,
    OpenData,
    PlaceData,
    Predicted,
    Prediction,
    PredictRun,
    Progress,
    ReadMeasures,
    ResumeRun,
    RunsListed,
    SampleShown,
    ShowChannel,
    ShowChannels,
    ShowSample,
    Synthesise,
    Thumbnail,
    Train,
)
from engine.project.places import Places, say_where
from engine.project.run_index import RunIndex
from engine.project.runs import RunFolder, list_runs
from engine.project.store import PredictionStore
from engine.project.summaries import summarise
from engine.training.run import resume, train_new

log = logging.getLogger(__name__)


PREDICTIONS_AT_ONCE = 8
"""Verdicts a database transaction holds: what a crash may lose."""


@job(OpenData)
def open_data(desk: Desk, command: OpenData) -> Steps:
    """Read a data set and make it the lane's current one."""
    yield Progress(command.job, "reading", 0, 1)
    yield DataOpened(command.job, desk.open_data(command))


@job(Synthesise)
def synthesise(command: Synthesise) -> Steps:
    """Write a generated data set."""
    spec = SynthSpec(
        command.textures, command.normal, command.defective, command.size, command.seed
    )
    for progress in write_dataset(Path(command.path), spec):
        yield Progress(command.job, "drawing", progress.done, progress.total)


@job(LoadThumbnails)
def load_thumbnails(desk: Desk, command: LoadThumbnails) -> Steps:
    """Shrink images; those that cannot be read are left out (`check` names them)."""
    for index in command.indices:
        try:
            image = shrink(desk.images.image(index), command.side)
        except DataError:
            continue
        yield Thumbnail(command.job, index, frozen(image))


@job(ShowSample)
def show_sample(desk: Desk, command: ShowSample) -> Steps:
    """Read one image and its region."""
    image = desk.images.image(command.index)
    index = command.index
    yield SampleShown(
        command.job, index, frozen(image), desk.outlines(index),
        desk.images.data.samples[index].drawn, desk.own_outlines(index),
    )  # fmt: skip


@job(ListRuns)
def list_project_runs(command: ListRuns) -> Steps:
    """Read all runs of a project."""
    project = Path(command.project)
    places = Places(project)
    runs = tuple(summarise(folder, places) for folder in list_runs(project))
    if runs:
        try:
            with RunIndex(project) as index:
                index.update(runs)
        except RunError as error:
            log.warning("the runs are listed, but not in the database: %s", error)
    yield RunsListed(command.job, command.project, runs)


@job(PlaceData)
def place_data(command: PlaceData) -> Steps:
    """Remember where a run's images are now."""
    yield Progress(command.job, "reading", 0, 1)
    path = say_where(RunFolder.load(Path(command.run)), Path(command.path))
    yield DataPlaced(command.job, command.run, str(path))


@job(Train)
def train(command: Train, stop: Stop) -> Steps:
    """Train a new run."""
    yield from train_new(
        command.job, Path(command.data), Path(command.project), command.recipe,
        command.options, command.device, stop,
    )  # fmt: skip


@job(ResumeRun)
def resume_run(command: ResumeRun, stop: Stop) -> Steps:
    """Go on with a run."""
    yield from resume(command.job, Path(command.run), stop)


@job(PredictRun)
def predict_run(desk: Desk, command: PredictRun, stop: Stop) -> Steps:
    """Judge a part of the open data set; verdicts of a finished run are kept and reused."""
    yield Progress(command.job, "loading", 0, 1)
    run = desk.run(command.run)
    desk.check_fits(run)
    store, record, name = desk.images, run.folder.record, run.folder.path.name
    judge = run.judge
    data = store.data
    split = run.folder.read_split(data)
    parts: dict[str, tuple[int, ...]] = {
        "train": split.train,
        "validation": split.validation,
        "test": split.test,
        "all": tuple(range(len(data.samples))),
    }
    if command.part not in parts:
        raise DataError("'{part}' is not a part of a run.", part=command.part)
    indices = parts[command.part]
    places = {data.files[index]: index for index in indices}
    # A run that still trains changes its mind, so its verdicts are not kept.
    final = record.test is not None
    with PredictionStore(run.folder.project) as kept:
        known = kept.of_run(name, places) if final else {}
        done = len(known)
        yield Predicted(command.job, command.run, tuple(known.values()), done, len(indices))
        fresh: list[Prediction] = []
        try:
            for index in indices:
                if index in known:
                    continue
                if stop():
                    break
                row = judge.prediction(judge.judge(store.image(index)), index, data.files[index])
                fresh.append(row)
                done += 1
                yield Predicted(command.job, command.run, (row,), done, len(indices))
                if final and len(fresh) >= PREDICTIONS_AT_ONCE:
                    kept.add(name, fresh)
                    fresh = []
        finally:
            if final:
                kept.add(name, fresh)


@job(InspectImage)
def inspect_image(desk: Desk, command: InspectImage) -> Steps:
    """Judge one image and say where the verdict comes from."""
    run, judged, question = desk.judge(command.run, command.index)
    assert judged.features is not None
    record, data = run.folder.record, desk.images.data
    image = desk.images.image(command.index)
    yield Inspected(
        job=command.job,
        run=command.run,
        index=command.index,
        image=frozen(image),
        outlines=desk.outlines(command.index),
        prediction=run.judge.prediction(judged, command.index, data.files[command.index]),
        threshold=record.threshold,
        window=record.recipe.window if run.network.window else max(image.shape[:2]),
        scores=frozen(judged.verdict.scores),
        step=judged.geometry.step,
        heat=heat_map(run.network, judged.features, question),
        cell=judged.geometry.step,
        probabilities=tuple(
            (label.name, float(p))
            for label, p in zip(data.labels, judged.verdict.probabilities, strict=True)
        ),
        layers=tuple(run.network.layers),
    )


@job(ListChannels)
def list_channels(desk: Desk, command: ListChannels) -> Steps:
    """Sort a layer's channels by what they contribute to one image's verdict."""
    view = desk.layer(command.run, command.index, command.layer)
    yield ChannelsListed(
        command.job, command.run, command.index, command.layer, view.channels, view.exact
    )


@job(ShowChannel)
def show_channel(desk: Desk, command: ShowChannel) -> Steps:
    """Read one channel's activations."""
    view = desk.layer(command.run, command.index, command.layer)
    if not 0 <= command.channel < len(view.activations):
        raise DataError(
            "Layer {layer} has no channel {channel}.", layer=command.layer, channel=command.channel
        )
    yield ChannelShown(
        command.job, command.run, command.index, command.layer, command.channel,
        frozen(view.activations[command.channel]),
    )  # fmt: skip


@job(ShowChannels)
def show_channels(desk: Desk, command: ShowChannels) -> Steps:
    """Picture all channels of a layer."""
    # Each of the three may take a second with a large network: give way between them.
    run, _, _ = desk.judge(command.run, command.index)
    yield None
    desk.layer(command.run, command.index, command.layer)
    yield None
    desk.initial(run)
    yield None
    pictures = desk.channels(command.run, command.index, command.layer)
    yield ChannelsPictured(command.job, command.run, command.index, command.layer, pictures)


@job(ReadMeasures)
def read_measures(command: ReadMeasures) -> Steps:
    """Read the measures of a run's weights as they are, and its layers while it trained."""
    folder = RunFolder.load(Path(command.run))
    kept = kept_measures(folder)
    if kept is not None:
        yield Measured(command.job, command.run, kept)
    for iteration, layers in folder.moved():
        yield LayersMoved(command.job, command.run, iteration, layers)


@job(MeasureRun)
def take_measures(command: MeasureRun, stop: Stop) -> Steps:
    """Measure a run; stopped half way it keeps nothing, since a part of the sample is no sample."""
    work = measure_run(
        Path(command.run),
        images=command.images,
        seed=command.seed,
        tsne=command.tsne,
        source=Path(command.source) if command.source else None,
        control=Path(command.control) if command.control else None,
    )
    measures = yield from relay(work, staged_progress(command.job), stop)
    if measures is not None:
        yield Measured(command.job, command.run, measures)
