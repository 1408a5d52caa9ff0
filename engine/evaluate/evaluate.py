"""A finished run beside the labels of its held-out images, from the verdicts that are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.core.arrays import frozen
from engine.core.errors import NotDefinedError, RunError
from engine.core.standing import worse_than
from engine.core.values import Prediction
from engine.data.sample import DataSet
from engine.evaluate.curves import calibration, precision_recall, roc
from engine.evaluate.intervals import all_intervals
from engine.evaluate.proposal import propose_threshold
from engine.evaluate.values import Adopted, ClassState, Evaluation, Proposal, Subset, Verdicts
from engine.inspection.verdict import logit
from engine.project.line import line_share_of
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore

ADOPTED = "threshold"
"""Kind of a run that has another run's weights and a threshold for other costs."""


def evaluate_run(folder: RunFolder, data: DataSet) -> Evaluation:
    """Put the verdicts that a run keeps beside the labels; nothing is judged and nothing written.

    Parameters
    ----------
    data
        The set it was trained on.

    Raises
    ------
    RunError
        The run is not finished, or its split or the project's database cannot be read.
    """
    record = folder.record
    check_finished(folder)
    split = folder.read_split(data)
    textures = tuple(dict.fromkeys(label.texture for label in data.labels))
    classes = tuple(ClassState(each.name, each.texture, each.defective) for each in data.labels)
    test = _kept(folder, data, split.test, textures, "test")
    return Evaluation(
        run=folder.path.name,
        threshold=record.threshold,
        cost_ratio=record.recipe.cost_ratio,
        classes=classes,
        textures=textures,
        test=test,
        validation=_kept(folder, data, split.validation, textures, "validation"),
        subsets=tuple(
            replace(each, own_threshold=record.thresholds.get(each.texture))
            for each in _subsets(test, classes, textures)
        ),
        adopted=adopted_of(folder),
        line_share=line_share_of(folder),
        caution=worse_than(record.test),
    )


def adopted_of(folder: RunFolder) -> Adopted | None:
    """Where a run's threshold comes from, if it was made for other costs.

    Raises
    ------
    RunError
        Its record is damaged.
    """
    origin = folder.record.origin
    if origin is None or origin.kind != ADOPTED:
        return None
    known = origin.details
    try:
        share = known.get("share")
        return Adopted(
            origin.parent,
            float(known["cost_ratio"]),
            None if share is None else float(share),
            int(known["validation_normals"]),
            int(known["validation_defects"]),
            float(known["threshold_before"]),
            int(known["verdict_changes"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise RunError(
            "{path}: damaged ({why}). Restore it from a copy.",
            path=folder.path / "run.toml",
            why=error,
        ) from error


def propose_for_run(
    folder: RunFolder, data: DataSet, cost_ratio: float, share: float | None
) -> Proposal:
    """Propose a threshold from the validation verdicts a run keeps; test images are not read.

    Raises
    ------
    RunError, NotDefinedError
        As for :func:`evaluate_run`; or there are no verdicts on validation images, or the set has
        no normal class.
    """
    check_finished(folder)
    if not data.has_normal:
        raise NotDefinedError(
            "{path}: without a normal class nothing can escape. Name the normal class.",
            path=data.root,
        )
    textures = tuple(dict.fromkeys(label.texture for label in data.labels))
    verdicts = _kept(folder, data, folder.read_split(data).validation, textures, "validation")
    bad = np.asarray([label.defective is True for label in data.labels])[verdicts.classes]
    if share is None:
        share = line_share_of(folder)
    return propose_threshold(verdicts.scores, bad, cost_ratio, share)


def check_finished(folder: RunFolder) -> None:
    """Refuse a run whose verdicts may still change.

    Raises
    ------
    RunError
        It is not finished.
    """
    if folder.record.test is None:
        raise RunError(
            "{path}: this run is not finished, so its verdicts may still change. Resume it first.",
            path=folder.path,
        )


def _kept(
    folder: RunFolder, data: DataSet, part: Sequence[int], textures: tuple[str, ...], name: str
) -> Verdicts:
    places = {data.files[index]: index for index in part}
    with PredictionStore(folder.project) as store:
        known = store.of_run(folder.path.name, places)
    return gather(data, known, textures, name, len(part))


def gather(
    data: DataSet,
    predictions: Mapping[int, Prediction],
    textures: tuple[str, ...],
    part: str,
    total: int,
) -> Verdicts:
    """Turn predictions by index into sorted arrays; images of equal score stay in their order."""
    indices = np.asarray(sorted(predictions), dtype=np.int64)
    scores = np.asarray([predictions[int(i)].score for i in indices], dtype=np.float64)
    order = np.argsort(scores, kind="stable")
    ordered = [predictions[int(i)] for i in indices[order]]
    names = {label.name: number for number, label in enumerate(data.labels)}
    return Verdicts(
        part=part,
        total=total,
        indices=frozen(indices[order], np.int64),
        scores=frozen(scores[order], np.float64),
        odds=frozen(logit(scores[order]), np.float64),
        classes=frozen([data.classes[int(i)] for i in indices[order]], np.int64),
        textures=frozen([textures.index(each.texture) for each in ordered], np.int64),
        named=frozen([names[each.class_name] for each in ordered], np.int64),
    )


def _subsets(
    test: Verdicts, classes: tuple[ClassState, ...], textures: tuple[str, ...]
) -> tuple[Subset, ...]:
    texture_of = np.asarray([textures.index(each.texture) for each in classes], dtype=np.int64)
    mine = texture_of[test.classes]
    result = [subset_of(test, classes, np.arange(len(test)), "")]
    if len(textures) > 1:
        for number, texture in enumerate(textures):
            rows = np.flatnonzero(mine == number)
            if rows.size:
                result.append(subset_of(test, classes, rows, texture))
    return tuple(result)


def subset_of(
    test: Verdicts, classes: tuple[ClassState, ...], rows: NDArray[np.int64], texture: str
) -> Subset:
    """Work out curves, calibration and intervals of some of the images judged.

    Parameters
    ----------
    rows
        int64, places in `test`.
    texture
        What they have in common; "" for all images.
    """
    known = any(each.defective is not None for each in classes)
    mine, scores = test.classes[rows], test.scores[rows]
    bad = np.asarray([each.defective is True for each in classes])[mine]
    defective = int(bad.sum()) if known else 0
    normal = len(rows) - defective if known else 0
    return Subset(
        texture=texture,
        rows=frozen(rows, np.int64),
        normal=normal,
        defective=defective,
        baseline=_baseline(mine, normal, known),
        overkill_bounds=all_intervals(normal),
        escape_bounds=all_intervals(defective),
        roc=roc(scores, bad) if known else None,
        precision=precision_recall(scores, bad) if known else None,
        calibration=calibration(scores, bad) if known else None,
    )


def _baseline(classes: NDArray[np.int64], normal: int, known: bool) -> float | None:
    if not classes.size:
        return None
    return (normal if known else max(Counter(classes.tolist()).values())) / classes.size
