"""What a run shows again without judging anew: its kept verdicts, and one scale of colours."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress

import cattrs
import numpy as np
from numpy.typing import NDArray

from engine.core.errors import TransferLensError
from engine.core.files import file_hash, write_atomic
from engine.core.outside import DAMAGED, read_json
from engine.core.values import Prediction
from engine.data.store import ImageStore
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore

IMAGES = 16
"""Judged images whose maps make the scale, evenly over their scores: both ends are among them."""
SHARE = 99.5
"""Per cent of the cells' |values| that lie within the scale: a single cell does not set it."""
FILE = "heat.json"


def kept_verdicts(folder: RunFolder, store: ImageStore) -> tuple[dict[int, Prediction], int]:
    """Return the verdicts a run keeps on its test images by index, and how many images those are.

    A run that still trains changes its mind: it has none.
    """
    data = store.data
    indices = folder.read_split(data).test
    if folder.record.test is None:
        return {}, len(indices)
    with PredictionStore(folder.project) as kept:
        known = kept.of_run(folder.path.name, {data.files[index]: index for index in indices})
    return known, len(indices)


def elsewhere(known: Mapping[int, Prediction], store: ImageStore) -> Iterator[int]:
    """Yield the defective images that are rejected for a window that misses the true region."""
    data = store.data
    for index, said in known.items():
        sample = data.samples[index]
        if (
            not said.defective
            or not data.labels[data.classes[index]].defective
            or not sample.has_region
        ):
            continue
        try:
            region = store.region(index)
        except TransferLensError:
            continue  # a mask that cannot be read says nothing of where the defect is
        if region is None or not region.mask.any():
            continue
        x, y, width, height = said.box
        if not region.mask[max(0, y) : y + height, max(0, x) : x + width].any():
            yield index


def spread_over_scores(known: Mapping[int, Prediction], most: int = IMAGES) -> list[int]:
    """Return at most so many judged images, evenly from the lowest score to the highest."""
    order = sorted(known, key=lambda index: (known[index].score, index))
    places = np.linspace(0, len(order) - 1, min(most, len(order)))
    return [order[round(float(place))] for place in places]


def read_scale(folder: RunFolder) -> tuple[float, int] | None:
    """Return the scale a run keeps for its weights, and of how many images; None if it has none."""
    try:
        values = read_json(folder.path / FILE)
        if values["weights"] != file_hash(folder.weights):
            return None
        return cattrs.structure((values["limit"], values["images"]), tuple[float, int])
    except (*DAMAGED, OSError, KeyError, TypeError, cattrs.BaseValidationError):
        return None  # it is measured anew


def measure_scale(
    folder: RunFolder, indices: list[int], heat: Callable[[int], NDArray[np.float32]]
) -> Iterator[tuple[float, int] | None]:
    """Measure the scale of a run's heat maps and keep it; yields None before the result.

    Parameters
    ----------
    heat
        Gives an image's map, float32 (h, w), in logits.
    """
    cells = []
    for index in indices:
        cells.append(np.abs(heat(index)).ravel())
        yield None
    if not cells:
        return
    limit = float(np.percentile(np.concatenate(cells), SHARE))
    values = {"weights": file_hash(folder.weights), "limit": limit, "images": len(cells)}
    with suppress(OSError):  # on a disk that cannot be written it is measured the next time
        write_atomic(folder.path / FILE, json.dumps(values) + "\n")
    yield limit, len(cells)
