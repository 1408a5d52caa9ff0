"""Which verdicts are most worth a look, and in which order. Definitions: docs/glossary.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.core.values import Prediction
from engine.data.sample import DataSet
from engine.evaluate.evaluate import check_finished
from engine.evaluate.values import ClassState
from engine.inspection.verdict import logit
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.review.messages import NEAR, Review, ReviewList
from engine.review.store import ReviewStore


def list_reviews(folder: RunFolder, data: DataSet) -> ReviewList:
    """Put a finished run's kept verdicts into order, with the reviews of its data set.

    Verdicts on test and validation images; nothing is judged, decoded or written.

    Parameters
    ----------
    data
        The set it was trained on.

    Raises
    ------
    RunError
        The run is not finished, or its split or the project's database cannot be read.
    """
    check_finished(folder)
    project, split = folder.project, folder.read_split(data)
    held = (*split.test, *split.validation)
    places = {data.files[index]: index for index in held}
    everywhere = {file: index for index, file in enumerate(data.files)}
    with PredictionStore(project) as verdicts:
        result = verdicts.of_run(folder.path.name, places)
    with ReviewStore(project) as kept:
        said = kept.of_data(data.fingerprint)
    reviews = {everywhere[each.file]: each for each in said if each.file in everywhere}
    return put_in_order(
        data,
        result,
        folder.path.name,
        folder.record.threshold,
        len(held),
        frozenset(split.validation),
        reviews,
    )


def put_in_order(
    data: DataSet,
    predictions: Mapping[int, Prediction],
    run: str,
    threshold: float,
    total: int,
    validation: frozenset[int],
    reviews: Mapping[int, Review],
) -> ReviewList:
    """Order verdicts by how much they are worth a look.

    Contradictions come first, those farthest from the threshold at their head; then verdicts near
    the threshold and then the rest, the nearest first. Of equal ones the set's order holds.

    Parameters
    ----------
    predictions
        Verdicts by index.
    total
        Test and validation images of the run.
    validation
        Indices of the validation images.
    """
    indices = np.asarray(sorted(predictions), dtype=np.int64)
    rows = [predictions[int(index)] for index in indices]
    scores = np.asarray([row.score for row in rows], dtype=np.float64)
    distances = logit(scores) - logit(threshold)
    wrong = np.asarray(
        [
            contradicts(data, int(index), row, threshold)
            for index, row in zip(indices, rows, strict=True)
        ],
        dtype=np.bool_,
    )
    far = np.abs(distances)
    reasons = np.where(wrong, 0, np.where((far <= NEAR) & data.has_normal, 1, 2))
    order = np.lexsort((np.where(wrong, -far, far), reasons))
    return ReviewList(
        run=run,
        fingerprint=data.fingerprint,
        threshold=threshold,
        classes=tuple(ClassState(each.name, each.texture, each.defective) for each in data.labels),
        total=total,
        indices=frozen(indices[order], np.int64),
        reasons=frozen(reasons[order], np.int8),
        distances=frozen(distances[order], np.float64),
        validation=frozen([int(index) in validation for index in indices[order]], np.bool_),
        predictions=predictions,
        reviews=reviews,
    )


def contradicts(data: DataSet, index: int, verdict: Prediction, threshold: float) -> bool:
    """Whether verdict and label disagree: in state or texture, without a normal class in class."""
    label = data.samples[index].label
    if label.defective is None:
        return verdict.class_name != label.name
    return (verdict.score > threshold) != label.defective or verdict.texture != label.texture


def frozen(values: NDArray[Any] | Iterable[Any], kind: Any) -> NDArray[Any]:
    """A contiguous, read-only array."""
    result = np.array(values, dtype=kind)
    result.setflags(write=False)
    return result
