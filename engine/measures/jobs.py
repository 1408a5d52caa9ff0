"""What measures runs and shows their channels: one generator a command."""

from __future__ import annotations

from pathlib import Path

from engine.cluster.workers import join, workers_of
from engine.core.job import Steps, Stop, job, relay, staged_progress
from engine.measures.measure import kept_measures, measure_run
from engine.measures.messages import (
    ChannelsPictured,
    Measured,
    MeasureRun,
    MeasureRuns,
    ReadMeasures,
    ShowChannels,
)
from engine.measures.remote import measure_on
from engine.network.numerics import DEFAULT_THREADS
from engine.project.places import place_of
from engine.project.runs import RunFolder
from engine.training.messages import LayersMoved
from engine.training.run import open_run_data
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


@job(MeasureRuns)
def take_measures_together(command: MeasureRuns, stop: Stop) -> Steps:
    """Measure several runs on workers; the first that cannot be measured ends it."""
    how = {
        "images": command.images,
        "seed": command.seed,
        "tsne": command.tsne,
        "source": Path(command.source) if command.source else None,
        "control": Path(command.control) if command.control else None,
    }
    groups: dict[tuple[Path, str, str], list[RunFolder]] = {}
    for path in command.runs:
        folder = RunFolder.load(Path(path))
        key = folder.project, folder.record.fingerprint, folder.record.drawn
        groups.setdefault(key, []).append(folder)
    cluster = yield from join(command.job, command.scheduler, DEFAULT_THREADS)
    try:
        for (project, _, _), runs in groups.items():
            data, _ = open_run_data(runs[0])
            options = runs[0].record.reading
            own = project, data, place_of(runs[0]), options
            with workers_of(command.job, cluster, *own, "engine.measures.worker") as workers:
                for item in measure_on(workers, runs, how, stop):
                    if not isinstance(item, tuple):
                        yield item
                    elif isinstance(item[1], Exception):
                        raise item[1]
                    else:
                        yield Measured(command.job, str(project / "runs" / item[0]), item[1])
    finally:
        cluster.close()


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
