"""What measures runs and shows their channels: one generator a command."""

from __future__ import annotations

from pathlib import Path

from engine.core.job import Steps, Stop, job, relay, staged_progress
from engine.measures.measure import kept_measures, measure_run
from engine.measures.messages import (
    ChannelsPictured,
    Measured,
    MeasureRun,
    ReadMeasures,
    ShowChannels,
)
from engine.project.runs import RunFolder
from engine.training.messages import LayersMoved
from engine.workspace import Workspace


@job(ShowChannels)
def show_channels(workspace: Workspace, command: ShowChannels) -> Steps:
    """Picture all channels of a layer."""
    # Each of the three may take a second with a large network: give way between them.
    run, _, _ = workspace.judge(command.run, command.index)
    yield None
    workspace.layer(command.run, command.index, command.layer)
    yield None
    workspace.initial(run)
    yield None
    pictures = workspace.channels(command.run, command.index, command.layer)
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
