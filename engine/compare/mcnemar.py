"""Two runs image by image, and whether one is better: McNemar's test."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest

from engine.compare.messages import PairedVerdicts
from engine.core.arrays import frozen
from engine.core.errors import DataError
from engine.core.values import Prediction
from engine.data.sample import DataSet
from engine.evaluate.evaluate import check_finished
from engine.inspection.rates import paired_difference
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore


def mcnemar(one_only: int, other_only: int) -> float:
    """Two-sided exact McNemar test (1947): p of a split so uneven among the images they differ on.

    1 where they do not differ at all.
    """
    both = one_only + other_only
    return float(binomtest(one_only, both, 0.5).pvalue) if both else 1.0


def compare(one: RunFolder, other: RunFolder, data: DataSet) -> PairedVerdicts:
    """Put the kept verdicts of two runs side by side.

    Raises
    ------
    DataError
        It is the same run twice, or they have no held-out image in common.
    RunError
        One is not finished, or their split cannot be read.
    """
    if one.path == other.path:
        raise DataError("Choose two different runs to compare.")
    for folder in (one, other):
        check_finished(folder)
    tests = [frozenset(folder.read_split(data).test) for folder in (one, other)]
    common = sorted(tests[0] & tests[1])
    if not common:
        raise DataError(
            "{one} and {other} held out different images, so nothing can be compared. Compare "
            "runs of the same fold.",
            one=one.path.name,
            other=other.path.name,
        )
    kept = [_kept(folder, data, common) for folder in (one, other)]
    judged = [index for index in common if all(index in each for each in kept)]
    rows = [[each[index] for index in judged] for each in kept]
    right = np.asarray([[_is_right(row, data) for row in each] for each in rows], dtype=np.bool_)
    right = right.reshape(2, len(judged))
    bad = np.asarray([data.samples[i].label.defective is True for i in judged], dtype=np.bool_)
    flagged = np.asarray([[row.defective for row in each] for each in rows], dtype=np.bool_)
    flagged = flagged.reshape(2, len(judged))
    known = data.has_normal
    first, second = right
    difference, low, high = paired_difference(first, second) if judged else (0.0, -1.0, 1.0)
    return PairedVerdicts(
        one=str(one.path),
        other=str(other.path),
        thresholds=(one.record.threshold, other.record.threshold),
        indices=frozen(np.asarray(judged, dtype=np.int64)),
        scores=frozen(
            np.asarray([[r.score for r in each] for each in rows], np.float64).reshape(2, -1)
        ),
        right=frozen(right),
        named=(tuple(r.class_name for r in rows[0]), tuple(r.class_name for r in rows[1])),
        bad=frozen(bad),
        apart=len(tests[0] ^ tests[1]),
        unjudged=len(common) - len(judged),
        p=mcnemar(int((first & ~second).sum()), int((second & ~first).sum())),
        difference=float(difference),
        low=float(low),
        high=float(high),
        overkills=_pair((flagged & ~bad).sum(axis=1)) if known else (0, 0),
        escapes=_pair((~flagged & bad).sum(axis=1)) if known else (0, 0),
    )


def _kept(folder: RunFolder, data: DataSet, common: list[int]) -> dict[int, Prediction]:
    places = {data.files[index]: index for index in common}
    with PredictionStore(folder.project) as store:
        return store.of_run(folder.path.name, places)


def _is_right(row: Prediction, data: DataSet) -> bool:
    """Texture and state; which kind of defect is named does not matter."""
    label = data.samples[row.index].label
    if not data.has_normal:
        return row.class_name == label.name
    return row.texture == label.texture and row.defective == bool(label.defective)


def _pair(counts: NDArray[np.int64]) -> tuple[int, int]:
    return int(counts[0]), int(counts[1])
