"""Labels that finished runs contradict with confidence: each may be wrong.

The rule is confident learning's (Northcutt, Jiang & Chuang, JAIR 2021) for two states: an image
labelled i is suspected to be j if the run's p(j) is at least as high as its mean over the images
labelled j. Only verdicts on test images count: the run has not learned their labels by heart.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.check.store import CheckStore, decided
from engine.core.values import Prediction, Problem
from engine.data.sample import DataSet
from engine.data.values import CheckItem
from engine.project.runs import RunFolder, list_runs
from engine.project.store import PredictionStore

CONTRADICTED = (
    "Labelled {label}, but {run}, which had not seen it, says {named} with a score of {score}. "
    "Look at it; relabel it in Review if the label is wrong."
)
OTHER_TEXTURE = (
    "Labelled {label}, but {run}, which had not seen it, says {named}. Look at it; relabel it in "
    "Review if the label is wrong."
)


def with_decisions(
    project: Path, data: DataSet, items: Sequence[CheckItem]
) -> tuple[CheckItem, ...]:
    """What a check found, the labels that runs contradict, and what was decided of both."""
    with CheckStore(project) as store:
        known = store.decisions(data.fingerprint)
    return decided((*items, *suspects(project, data)), known)


def known_findings(project: Path, data: DataSet) -> tuple[CheckItem, ...]:
    """As :func:`with_decisions`, of what the project keeps; () if the set was never checked."""
    with CheckStore(project) as store:
        items = store.items(data)
    return () if items is None else with_decisions(project, data, items)


def suspects(project: Path, data: DataSet) -> tuple[CheckItem, ...]:
    """Labels that the project's finished runs contradict, the most improbable one first.

    Where several runs contradict the same label, the one that does so most counts.
    """
    result: dict[int, CheckItem] = {}
    for folder in list_runs(project):
        record = folder.record
        if record.test is None or record.fingerprint != data.fingerprint or record.origin:
            continue
        for item in _contradicted(folder, data):
            known = result.get(item.index)
            if known is None or item.likeness < known.likeness:
                result[item.index] = item
    return tuple(sorted(result.values(), key=lambda item: (item.likeness, item.index)))


def _contradicted(folder: RunFolder, data: DataSet) -> list[CheckItem]:
    places = {data.files[index]: index for index in folder.read_split(data).test}
    with PredictionStore(folder.project) as store:
        kept = store.of_run(folder.path.name, places)
    rows = list(kept.values())
    bad = np.asarray([data.samples[row.index].label.defective is True for row in rows], np.bool_)
    scores = np.asarray([row.score for row in rows], dtype=np.float64)
    doubted = confident(scores, bad) if data.has_normal else np.zeros(len(rows), np.bool_)
    items = []
    for row, is_doubted in zip(rows, doubted, strict=True):
        sample = data.samples[row.index]
        other = row.texture != sample.label.texture
        against = data.has_normal and row.defective != bool(sample.label.defective)
        if other or (is_doubted and against) or (not data.has_normal and _differs(row, data)):
            items.append(_item(row, data, folder.path.name, with_score=not other and against))
    return items


def confident(scores: NDArray[np.float64], bad: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which labels are contradicted with confidence.

    Parameters
    ----------
    scores
        float64 (n,) in [0, 1]: probability of any defect.
    bad
        bool (n,): labelled defective.

    Returns
    -------
    ndarray of bool, (n,); False throughout where all labels are the same
    """
    if not bad.any() or bad.all():
        return np.zeros(len(scores), dtype=np.bool_)
    sure_bad, sure_good = scores[bad].mean(), (1 - scores[~bad]).mean()
    return np.asarray(np.where(bad, 1 - scores >= sure_good, scores >= sure_bad))


def _differs(row: Prediction, data: DataSet) -> bool:
    return row.class_name != data.samples[row.index].label.name


def _item(row: Prediction, data: DataSet, run: str, *, with_score: bool) -> CheckItem:
    label = data.samples[row.index].label
    values = {"label": label.name, "run": run, "named": row.class_name}
    if not with_score:
        return CheckItem("label", Problem(row.file, OTHER_TEXTURE, values), row.index, -1, 0.0)
    values["score"] = f"{row.score:.3f}"
    likely = row.score if label.defective else 1 - row.score
    return CheckItem("label", Problem(row.file, CONTRADICTED, values), row.index, -1, likely)
