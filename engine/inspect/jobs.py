"""What looks at images through a run's network: one generator a command."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.core.arrays import frozen
from engine.core.errors import DataError
from engine.core.event import Progress
from engine.core.job import Steps, Stop, job
from engine.core.values import Prediction
from engine.inspect.kept import (
    elsewhere,
    kept_verdicts,
    measure_scale,
    read_scale,
    spread_over_scores,
)
from engine.inspect.messages import (
    ChannelShown,
    ChannelsListed,
    HeatMeasured,
    Inspected,
    InspectImage,
    ListChannels,
    MeasureHeat,
    Predicted,
    PredictRun,
    ReadVerdicts,
    ShowChannel,
    VerdictsRead,
)
from engine.inspection.explain import heat_map, question_for
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.workspace import Workspace

PREDICTIONS_AT_ONCE = 8
"""Verdicts a database transaction holds: what a crash may lose."""


@job(PredictRun)
def predict_run(workspace: Workspace, command: PredictRun, stop: Stop) -> Steps:
    """Judge a part of the open data set; verdicts of a finished run are kept and reused."""
    yield Progress(command.job, "loading", 0, 1)
    run = workspace.run(command.run)
    workspace.check_fits(run)
    store, record, name = workspace.images, run.folder.record, run.folder.path.name
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
        # On a disk that cannot be written they are shown, and judged again the next time.
        keeps = final and not kept.read_only
        if keeps and command.tied and not kept.mark(name):
            kept.add(name, (), alone=True)
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
                if keeps and len(fresh) >= PREDICTIONS_AT_ONCE:
                    kept.add(name, fresh)
                    fresh = []
        finally:
            if keeps:
                kept.add(name, fresh)


@job(ReadVerdicts)
def read_verdicts(workspace: Workspace, command: ReadVerdicts) -> Steps:
    """Read what a run keeps; its network is not loaded for that."""
    folder = RunFolder.load(Path(command.run))
    workspace.check_folder(folder)
    known, total = kept_verdicts(folder, workspace.images)
    predictions = tuple(known.values())
    yield VerdictsRead(command.job, command.run, predictions, total)
    astray = tuple(elsewhere(known, workspace.images))
    if astray:
        yield VerdictsRead(command.job, command.run, predictions, total, astray)


@job(MeasureHeat)
def measure_heat(workspace: Workspace, command: MeasureHeat, stop: Stop) -> Steps:
    """Find the scale of a run's heat maps, or read it."""
    folder = RunFolder.load(Path(command.run))
    workspace.check_folder(folder)
    found = read_scale(folder)
    if found is None:
        known, _ = kept_verdicts(folder, workspace.images)
        run = workspace.run(command.run)
        judge, images = run.judge, workspace.images

        def heat(index: int) -> NDArray[np.float32]:
            judged = judge.judge(images.image(index), keep_features=True)
            assert judged.features is not None
            question = question_for(judged.verdict, judge.labels)
            return heat_map(run.network, judged.features, question)

        chosen = spread_over_scores(known)
        for step in measure_scale(folder, chosen, heat):
            if stop():
                return
            found = step
            yield Progress(command.job, "heat", 0, len(chosen))
    if found is not None:
        yield HeatMeasured(command.job, command.run, *found)


@job(InspectImage)
def inspect_image(workspace: Workspace, command: InspectImage) -> Steps:
    """Judge one image and say where the verdict comes from."""
    run, judged, question = workspace.judge(command.run, command.index)
    assert judged.features is not None
    record, data = run.folder.record, workspace.images.data
    image = workspace.images.image(command.index)
    yield Inspected(
        job=command.job,
        run=command.run,
        index=command.index,
        image=frozen(image),
        outlines=workspace.outlines(command.index),
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
        own_threshold=record.thresholds.get(judged.verdict.texture),
    )


@job(ListChannels)
def list_channels(workspace: Workspace, command: ListChannels) -> Steps:
    """Sort a layer's channels by what they contribute to one image's verdict."""
    view = workspace.layer(command.run, command.index, command.layer)
    yield ChannelsListed(
        command.job, command.run, command.index, command.layer, view.channels, view.exact
    )


@job(ShowChannel)
def show_channel(workspace: Workspace, command: ShowChannel) -> Steps:
    """Read one channel's activations."""
    view = workspace.layer(command.run, command.index, command.layer)
    if not 0 <= command.channel < len(view.activations):
        raise DataError(
            "Layer {layer} has no channel {channel}.", layer=command.layer, channel=command.channel
        )
    yield ChannelShown(
        command.job,
        command.run,
        command.index,
        command.layer,
        command.channel,
        frozen(view.activations[command.channel]),
    )
