"""How a run's scores go in operation. Definitions: docs/glossary.md."""

from __future__ import annotations

import csv

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from engine.core.arrays import frozen
from engine.core.files import file_hash
from engine.folder.control_chart import FALSE_ALARMS, RUN_LENGTH, follow, limit_for
from engine.folder.messages import BLOCK, Drift, DriftBlock, DriftChart
from engine.folder.store import OperationStore
from engine.inspection.rates import exact_interval
from engine.inspection.verdict import logit
from engine.project.runs import RunFolder

SHOWN = 20_000
"""Images shown, the newest."""

STEPS = 2_000
"""Places of the rolling window, at most."""

FEWEST = 20
"""Images of either side that a comparison takes."""


Judged = tuple[str, float, bool, float | None, bool]


def read_drift(folder: RunFolder, block: int = BLOCK) -> Drift:
    """What a run has judged in operation, in blocks, beside its own held-out images.

    Raises
    ------
    RunError
        The project's database cannot be read.
    """
    with OperationStore(folder.project) as store:
        judged = store.judged(folder.path.name, file_hash(folder.weights))
        known = store.verdicts(folder.path.name)
    scores, part, normals = _reference(folder, known)
    return make_drift(
        folder.path.name, folder.record.threshold, judged, scores, part, normals, block
    )


def make_drift(
    run: str,
    threshold: float,
    judged: list[Judged],
    reference: NDArray[np.float64],
    part: str,
    normals_only: bool,
    block: int,
) -> Drift:
    """Sum images up, in the order they were judged.

    Parameters
    ----------
    judged
        (time, score, defective, distance, unlike) of each.
    reference
        float64, scores of the run's held-out images.
    """
    total, rows = len(judged), judged[-SHOWN:]
    first = total - len(rows)
    # Blocks begin at multiples of their size, so that they stay as they are when more comes.
    cut = -first % block if first else 0
    rows, first = rows[cut:], first + cut
    odds = frozen(logit(np.asarray([row[1] for row in rows], dtype=np.float64)))
    held = frozen(logit(np.sort(reference)))
    everything = logit(np.asarray([row[1] for row in judged], dtype=np.float64))
    at, rolling = _rolling(odds, block)
    return Drift(
        run=run,
        threshold=threshold,
        total=total,
        first=first,
        odds=odds,
        defective=frozen(np.asarray([row[2] for row in rows], dtype=np.bool_)),
        unlike=frozen(np.asarray([row[4] for row in rows], dtype=np.bool_)),
        at=at,
        rolling=rolling,
        blocks=tuple(
            _block(rows[place : place + block], odds[place : place + block], first + place)
            for place in range(0, len(rows), block)
        ),
        block=block,
        reference=held,
        part=part,
        normals_only=normals_only,
        chart=_chart(everything, held),
    )


def _reference(folder: RunFolder, known: dict[str, float]) -> tuple[NDArray[np.float64], str, bool]:
    """Scores of test images, else of validation images; normal ones where that is known.

    The run's own list says which they are: its images need not be there.
    """
    states = {label.name: label.defective for label in folder.record.labels}
    result: dict[str, list[tuple[float, bool | None]]] = {}
    try:
        with (folder.path / "split.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["file"] in known:
                    kept = (known[row["file"]], states.get(row["class"]))
                    result.setdefault(row["part"], []).append(kept)
    except (OSError, KeyError, TypeError):
        return np.empty(0), "", False
    for part in ("test", "validation"):
        rows = result.get(part, [])
        normal = [score for score, defective in rows if defective is False]
        if normal:
            return np.asarray(normal, dtype=np.float64), part, True
        if rows:
            return np.asarray([score for score, _ in rows], dtype=np.float64), part, False
    return np.empty(0), "", False


def _rolling(
    odds: NDArray[np.float64], block: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    if len(odds) < block:
        return frozen(np.empty(0, dtype=np.int64)), frozen(np.empty((0, 3)))
    windows = sliding_window_view(odds, block)
    step = max(1, -(-len(windows) // STEPS))
    places = np.arange((len(windows) - 1) % step, len(windows), step)
    result = np.quantile(windows[places], (0.25, 0.5, 0.75), axis=1).T
    return frozen(places + block - 1), frozen(np.ascontiguousarray(result))


def _block(rows: list[Judged], odds: NDArray[np.float64], first: int) -> DriftBlock:
    low, middle, high = (float(v) for v in np.quantile(odds, (0.25, 0.5, 0.75)))
    defective = sum(row[2] for row in rows)
    compared = sum(row[3] is not None for row in rows)
    unlike = sum(row[4] for row in rows)
    return DriftBlock(
        first=first,
        last=first + len(rows) - 1,
        began=rows[0][0],
        ended=rows[-1][0],
        low=low,
        middle=middle,
        high=high,
        defective=defective,
        defective_interval=exact_interval(defective, len(rows)),
        compared=compared,
        unlike=unlike if compared else None,
        unlike_interval=exact_interval(unlike, compared) if compared else None,
    )


def _chart(odds: NDArray[np.float64], reference: NDArray[np.float64]) -> DriftChart | None:
    if len(odds) < FEWEST or len(reference) < FEWEST:
        return None
    limit = limit_for(len(reference))
    found = follow(odds, reference, limit)
    now = [number for number in found.alarms if number >= found.first]
    return DriftChart(
        value=found.value,
        limit=limit,
        first=found.first,
        alarm=now[0] if now else None,
        earlier=tuple(number for number in found.alarms if number < found.first),
        images=len(odds) - found.first,
        reference=len(reference),
        run_length=RUN_LENGTH,
        false_alarms=FALSE_ALARMS,
    )
