"""How well a network names the very images it was trained on (claim 2)."""

from __future__ import annotations

from collections.abc import Collection, Generator, Sequence

from engine.data.sample import DataSet, Label
from engine.data.store import ImageStore
from engine.inspection.dense import prediction
from engine.measures.features import sample_images
from engine.messages import Prediction
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.training.run import load_network
from engine.training.validation import judge_images

TRAINING_IMAGES = 60
"""Training images looked at: a rate within some 12 points, at a minute's cost on a CPU."""


def right(verdict: Prediction, label: Label) -> bool:
    """Whether a verdict names texture and state as the label does."""
    if label.defective is None:
        return verdict.class_name == label.name
    return verdict.texture == label.texture and verdict.defective is label.defective


def training_accuracy(
    folder: RunFolder, data: DataSet, store: ImageStore, seed: int
) -> Generator[tuple[int, int], None, tuple[float, int]]:
    """Accuracy on a sample of a finished run's training images, by the dense pass.

    Yields
    ------
    tuple of int
        (done, total) after each image; verdicts are kept in the project as they come.

    Returns
    -------
    tuple
        Share in [0, 1] of right verdicts, and how many images.
    """
    sample = sample_images(data, folder.read_split(data).train, TRAINING_IMAGES, seed)
    places = {data.files[index]: index for index in sample}
    with PredictionStore(folder.path.parent.parent) as kept:
        known = kept.of_run(folder.path.name, places)
        missing = [index for index in sample if index not in known]
        if missing:
            known |= yield from _judge(folder, store, data, missing, kept)
    return _share(known.values(), data), len(known)


def _share(verdicts: Collection[Prediction], data: DataSet) -> float:
    named = sum(right(row, data.samples[row.index].label) for row in verdicts)
    return named / max(1, len(verdicts))


def _judge(
    folder: RunFolder,
    store: ImageStore,
    data: DataSet,
    indices: Sequence[int],
    kept: PredictionStore,
) -> Generator[tuple[int, int], None, dict[int, Prediction]]:
    record, network = folder.record, load_network(folder)
    found: dict[int, Prediction] = {}
    work = judge_images(
        network, store, indices, record.numerics, record.threshold, record.recipe.whole_side
    )
    for index, judged in zip(indices, work, strict=True):
        row = prediction(judged, index, data.files[index], data.labels, record.threshold)
        kept.add(folder.path.name, [row])
        found[index] = row
        yield len(found), len(indices)
    return found
