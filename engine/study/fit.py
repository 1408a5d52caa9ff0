"""How well a network knows the very images it was trained on.

For claim 2, and for claims 5 to 8 and 10 where runs have no validation images.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Generator, Sequence
from dataclasses import dataclass

from sklearn.metrics import roc_auc_score

from engine.core.values import Prediction
from engine.data.draw import sample_images
from engine.data.folds import Split
from engine.data.sample import DataSet, Label
from engine.data.store import ImageStore
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.training.run import load_judge
from engine.training.validation import judge_images

TRAINING_IMAGES = 60
"""Training images looked at: a rate within some 12 points, at a minute's cost on a CPU."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Of a sample of training images: accuracy in the proportions of the test images, how many
    were looked at, and their AUC (None without both kinds).
    """

    accuracy: float
    images: int
    auc: float | None = None


def right(verdict: Prediction, label: Label) -> bool:
    """Whether a verdict names texture and state as the label does."""
    if label.defective is None:
        return verdict.class_name == label.name
    return verdict.texture == label.texture and verdict.defective is label.defective


def training_accuracy(
    folder: RunFolder, data: DataSet, store: ImageStore, seed: int
) -> Generator[tuple[int, int], None, Fit]:
    """Accuracy on a sample of a finished run's training images, by the dense pass.

    Yields
    ------
    tuple of int
        (done, total) after each image; verdicts are kept in the project as they come.

    """
    split = folder.read_split(data)
    sample = sample_images(data, split.train, TRAINING_IMAGES, seed)
    with PredictionStore(folder.project) as kept:
        known = _known(kept, folder, data, sample)
        missing = [index for index in sample if index not in known]
        if missing:
            known |= yield from _judge(folder, store, data, missing, kept)
    return fit_of(known.values(), data, split)


def kept_accuracy(folder: RunFolder, data: DataSet, seed: int) -> Fit | None:
    """The same from verdicts that are kept; None unless all of the sample's are."""
    split = folder.read_split(data)
    sample = sample_images(data, split.train, TRAINING_IMAGES, seed)
    with PredictionStore(folder.project) as kept:
        known = _known(kept, folder, data, sample)
    if not sample or len(known) < len(sample):
        return None
    return fit_of(known.values(), data, split)


def fit_of(verdicts: Collection[Prediction], data: DataSet, split: Split) -> Fit:
    """What verdicts on training images come to."""
    bad = [data.samples[row.index].label.defective for row in verdicts]
    auc = None
    if set(bad) == {True, False}:
        auc = float(roc_auc_score(bad, [row.score for row in verdicts]))
    return Fit(in_test_proportions(verdicts, data, split), len(verdicts), auc)


def in_test_proportions(verdicts: Collection[Prediction], data: DataSet, split: Split) -> float:
    """Accuracy of verdicts, each class weighted by its share of the test images.

    The sample is balanced, the test images are not: a network that rejects some normal images
    everywhere would look better on the sample without having over-fitted at all.
    """
    shares = Counter(data.classes[index] for index in split.test)
    seen, named = Counter[int](), Counter[int]()
    for row in verdicts:
        number = data.classes[row.index]
        seen[number] += 1
        named[number] += right(row, data.samples[row.index].label)
    weight = sum(shares[number] for number in seen)
    if not weight:
        return 0.0
    return sum(shares[number] * named[number] / seen[number] for number in seen) / weight


def _known(
    kept: PredictionStore, folder: RunFolder, data: DataSet, sample: Sequence[int]
) -> dict[int, Prediction]:
    return kept.of_run(folder.path.name, {data.files[index]: index for index in sample})


def _judge(
    folder: RunFolder,
    store: ImageStore,
    data: DataSet,
    indices: Sequence[int],
    kept: PredictionStore,
) -> Generator[tuple[int, int], None, dict[int, Prediction]]:
    judge = load_judge(folder)
    result: dict[int, Prediction] = {}
    work = judge_images(judge, store, indices)
    for index, judged in zip(indices, work, strict=True):
        row = judge.prediction(judged, index, data.files[index])
        kept.add(folder.path.name, [row])
        result[index] = row
        yield len(result), len(indices)
    return result
