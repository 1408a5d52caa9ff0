"""Whether the network looks where the defect is, over all defective test images of a run.

Kept in the run's folder as ``measures/located.json`` with the key of what it was measured on.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import cattrs
import numpy as np
import torch

from engine.compress.synthetic_defects import each_defect
from engine.core.errors import NotDefinedError
from engine.core.files import file_hash, make_folder, write_atomic
from engine.core.outside import DAMAGED, read_json
from engine.core.runtime import host_array
from engine.data.sample import DataSet
from engine.data.store import ImageStore
from engine.evaluate.detection import measure_region, pods_of
from engine.evaluate.overlay import cell_odds, overlay
from engine.evaluate.values import Located, LocatedImage
from engine.inspection.dense import Judge
from engine.inspection.verdict import logit
from engine.project.runs import RunFolder

FORMAT = 2

SEED = 7
SCALES, CONTRASTS = (0.15, 1.4), (0.05, 1.3)
"""Of made defects: from a seventh of a real one's side, and a twentieth of its contrast."""

VISIBLE = 2
"""Grey levels that a pixel of a made defect differs from the image it was blended into."""


def kept_located(folder: RunFolder, data: DataSet) -> Located | None:
    """What a run keeps for its weights and the regions as they are; None if nothing."""
    if not _file(folder).is_file() or not folder.weights.is_file():
        return None
    try:
        values = read_json(_file(folder))
        if values["key"] != _key(folder, data):
            return None
        result = cattrs.structure(values["located"], Located)
        places = {file: index for index, file in enumerate(data.files)}
        images = tuple(replace(each, index=places[each.file]) for each in result.images)
    except DAMAGED:
        return None
    return replace(result, images=images)


def locate_defects(
    folder: RunFolder, judge: Judge, store: ImageStore, made: int = 0
) -> Generator[tuple[int, int], None, Located]:
    """Hold the map of each defective test image against its region, or read what is kept.

    Parameters
    ----------
    judge
        The run's.
    store
        The set it was trained on, with the regions that count now.
    made
        Made defects to judge beside the images' own, for the probability of detection.

    Yields
    ------
    tuple of int
        (done, total) after each image. Closing it writes nothing.

    Raises
    ------
    NotDefinedError
        No defective test image has a known region, or the set has no normal class.
    DataError, RunError
        An image or mask cannot be read; the run's folder cannot be written.
    """
    data, record = store.data, folder.record
    if not data.has_normal:
        raise NotDefinedError(
            "{path}: without a normal class nothing can escape. Name the normal class.",
            path=data.root,
        )
    held = kept_located(folder, data)
    if held is not None and len(held.made) >= made:
        return held
    key = _key(folder, data)
    test = folder.read_split(data).test
    bad = [index for index in test if data.samples[index].label.defective is True]
    known = [index for index in bad if data.samples[index].has_region]
    if not known:
        raise NotDefinedError(
            "{path}: no defective test image has a known region. Draw regions on the Data page.",
            path=folder.path,
        )
    defective = np.asarray([label.defective is True for label in data.labels])
    plain = float(logit(record.threshold))
    result = []
    yield 0, len(known) + made
    for done, index in enumerate(known, start=1):
        region = store.region(index)
        if region is not None:  # an empty mask says nothing of where the defect is
            judged = judge.judge(store.image(index), keep_features=True)
            assert judged.features is not None
            threshold = plain + record.levels.get(judged.verdict.texture, 0.0)
            with torch.inference_mode():
                logits = host_array(judge.network.cell_logits(judged.features)[0])
            over = overlay(
                cell_odds(logits, defective), region.mask, judged.geometry.step, threshold
            )
            label, verdict = data.samples[index].label, judged.verdict
            x, y, width, height = judged.geometry.box(*verdict.window)
            size, contrast = measure_region(store.image(index), region.mask)
            called = verdict.score > record.threshold
            result.append(
                LocatedImage(
                    index,
                    data.files[index],
                    label.texture,
                    over.pixel_auc,
                    over.iou,
                    over.hit,
                    called,
                    called and verdict.texture == label.texture,
                    not region.mask[y : y + height, x : x + width].any(),
                    size,
                    contrast,
                )
            )
        yield done, len(known) + made
    blended = []
    for more in _made(store, judge, known, test, made):
        blended.append(more)
        yield len(known) + len(blended), len(known) + made
    pods = (*pods_of(result, "regions"), *pods_of(blended, "made"))
    located = Located(
        folder.path.name, record.threshold, len(bad), tuple(result), tuple(blended), pods
    )
    make_folder(_file(folder).parent)
    values = {"key": key, "located": cattrs.unstructure(located)}
    write_atomic(_file(folder), json.dumps(values, indent=1, allow_nan=False) + "\n")
    return located


def _made(
    store: ImageStore,
    judge: Judge,
    known: Sequence[int],
    test: Sequence[int],
    count: int,
) -> Iterator[LocatedImage]:
    """Defects of test images at other sizes and contrasts, blended into normal test images."""
    normal = [i for i in test if store.data.samples[i].label.defective is False]
    if not count or not normal:
        return
    work = each_defect(store, known, normal, count, SEED, scales=SCALES, contrasts=CONTRASTS)
    for image, before, number in work:
        changed = np.abs(image.astype(np.int16) - before) > VISIBLE
        if not changed.any():
            continue
        size, contrast = measure_region(image, changed)
        verdict = judge.judge(image).verdict
        label = store.data.samples[number].label
        called = verdict.score > judge.threshold
        right = called and verdict.texture == label.texture
        yield LocatedImage(
            -1, "", label.texture, None, 0.0, False, called, right, False, size, contrast
        )


def _file(folder: RunFolder) -> Path:
    return folder.path / "measures" / "located.json"


def _key(folder: RunFolder, data: DataSet) -> list[object]:
    """What it depends on; plain values that JSON gives back as they are."""
    return [
        FORMAT,
        file_hash(folder.weights),
        data.fingerprint,
        data.drawn_hash,
        file_hash(folder.path / "split.csv"),
        folder.record.threshold,
        *sorted(folder.record.levels.values()),
    ]
