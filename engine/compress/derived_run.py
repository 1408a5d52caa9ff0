"""A network that was not trained as a run, written as one."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import asdict, replace

import torch

from engine.compress.cost import cost
from engine.compress.values import Cost
from engine.core.runtime import device_name, versions
from engine.data.store import ImageStore
from engine.network.manifest import describe, write_manifest
from engine.network.window_classifier import WindowClassifier
from engine.project.run_record import RunRecord
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.training.checkpoint import save_weights
from engine.training.run import build_blank
from engine.training.validation import Judgement


def write_made(
    parent: RunFolder,
    record: RunRecord,
    network: WindowClassifier,
    store: ImageStore,
    test: Judgement,
    size: tuple[int, int],
) -> tuple[RunFolder, Cost]:
    """Make a run's folder in the parent's project; whatever goes wrong, none is half written.

    Parameters
    ----------
    parent
        The run it was made from; it shares its split.
    record
        What run.toml shall say, its origin included; device, versions and time are filled in.
    test
        Verdicts on the test images, kept with the project.
    size
        (height, width) of an image in pixels, for what the network costs; it goes into the
        record's origin.

    Returns
    -------
    (run, its cost)

    Raises
    ------
    RunError
        The project cannot be written.
    """
    data = store.data
    record = replace(
        record,
        state="running",
        device_name=device_name(torch.device(record.numerics.device), record.numerics.threads),
        versions=versions(),
        created=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        note="",
    )
    manifest = describe(network, record.recipe.network, build_blank(record))
    project = parent.project
    folder = RunFolder.create(project, record, parent.read_split(data), data)
    lock = folder.hold()
    try:
        write_manifest(folder.manifest, manifest)
        save_weights(folder.best, network, iteration=record.best_iteration, parent=parent.path.name)
        judge = record.judge(network, record.numerics)
        rows = [
            judge.prediction(judged, index, data.files[index])
            for index, judged in zip(test.indices, test.judged, strict=True)
        ]
        with PredictionStore(project) as verdicts:
            verdicts.add(folder.path.name, rows)
        made = cost(network, size, folder.best)
        assert record.origin is not None
        details = record.origin.details | {"cost": asdict(made)}
        folder.update(state="done", origin=replace(record.origin, details=details))
    except BaseException:
        lock.release()
        shutil.rmtree(folder.path, ignore_errors=True)
        raise
    lock.release()
    return folder, made
