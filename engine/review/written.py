"""Regions, labels and reviews written for other tools: COCO or labelme. Images stay where they are.

Regions are exact to the pixel: boxes as boxes, all else as run lengths (COCO) or small masks
(labelme). What reviews say of an image goes along; a label that a review corrects is the new one.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from engine.core.errors import DataError
from engine.core.files import make_folder, write_atomic
from engine.data.image import encoded
from engine.data.marks import runs
from engine.data.readers.annotations.coco import compressed
from engine.data.sample import DataSet, Label
from engine.data.store import ImageStore
from engine.data.values import WRITTEN
from engine.review.messages import Review
from engine.review.versions import relabelled

Steps = Generator[tuple[int, int], None, tuple[int, int]]


def write_for(store: ImageStore, folder: Path, kind: str, reviews: Mapping[int, Review]) -> Steps:
    """Write the open set's labels; yields (done, total) and returns images and regions written.

    Parameters
    ----------
    folder
        New or empty. COCO: ``annotations.json``, files named from the set's root. labelme: a JSON
        file an image, in the folders of the set.
    kind
        One of `WRITTEN`.
    reviews
        By index.

    Raises
    ------
    DataError
        The format is unknown, the folder is not empty or cannot be written, or an image cannot be
        read.
    """
    if kind not in WRITTEN:
        raise DataError(
            "'{format}' cannot be written. Choose one of: {formats}.",
            format=kind,
            formats=", ".join(WRITTEN),
        )
    if folder.exists() and any(folder.iterdir()):
        raise DataError("{path}: is not empty. Choose a new folder.", path=folder)
    make_folder(folder)
    data = store.data
    changed = relabelled(data, reviews)
    labels = {label.name: number for number, label in enumerate(data.labels, start=1)}
    images: list[dict[str, Any]] = []
    found: list[dict[str, Any]] = []
    regions = 0
    taken: set[str] = set()
    for index, sample in enumerate(data.samples):
        label = changed.get(index, sample.label)
        height, width = store.image(index).shape[:2]
        region = store.region(index) if label.defective is not False else None
        parts = _parts(region.mask) if region is not None else []
        regions += len(parts)
        review = reviews.get(index)
        if kind == "labelme":
            values = _labelme(data, index, label, (height, width), parts, review, folder)
            target = _own_name(data.files[index], folder, taken)
            make_folder(target.parent)
            _write(target, values)
        else:
            images.append(
                {"id": index, "file_name": data.files[index], "width": width, "height": height}
                | {"label": label.name}
                | ({"review": _said(review)} if review else {})
            )
            for box, mask in parts:
                number = labels[label.name]
                found.append(_coco(len(found) + 1, index, number, box, mask, width, height))
        yield index + 1, len(data.samples)
    if kind == "coco":
        kinds = [
            {"id": number, "name": name, "supercategory": ""} for name, number in labels.items()
        ]
        _write(
            folder / "annotations.json",
            {"images": images, "categories": kinds, "annotations": found},
        )
    return len(data.samples), regions


def _own_name(file: str, folder: Path, taken: set[str]) -> Path:
    """The file of an image's labels: of its stem, as labelme looks for it, if that is still free.

    Two pictures can differ by their ending alone, or by their folders where they lie elsewhere.
    """
    path = Path(file)
    place = folder if path.is_absolute() else folder / path.parent
    names = (path.stem, path.name, *(f"{path.name}-{number}" for number in range(2, 10_000)))
    for name in names:
        target = place / f"{name}.json"
        if str(target).casefold() not in taken:
            taken.add(str(target).casefold())
            return target
    raise DataError("{path}: too many images of this name. Rename some.", path=file)


Box = tuple[int, int, int, int]


def _parts(mask: NDArray[np.bool_]) -> list[tuple[Box, NDArray[np.bool_]]]:
    """Connected pieces of a region: box (x, y, width, height) and the mask inside it."""
    numbered, _ = ndimage.label(mask, np.ones((3, 3)))
    result = []
    for number, place in enumerate(ndimage.find_objects(numbered), start=1):
        rows, columns = place
        box = (columns.start, rows.start, columns.stop - columns.start, rows.stop - rows.start)
        result.append((box, numbered[place] == number))
    return result


def _coco(
    number: int, image: int, kind: int, box: Box, mask: NDArray[np.bool_], width: int, height: int
) -> dict[str, Any]:
    whole = np.zeros((height, width), np.bool_)
    x, y, wide, high = box
    whole[y : y + high, x : x + wide] = mask
    counts = [int(run) for run in runs(whole).values[4:]]
    return {
        "id": number,
        "image_id": image,
        "category_id": kind,
        "bbox": list(box),
        "area": int(mask.sum()),
        "iscrowd": 0,
        "segmentation": {"size": [height, width], "counts": compressed(counts)},
    }


def _labelme(
    data: DataSet,
    index: int,
    label: Label,
    size: tuple[int, int],
    parts: list[tuple[Box, NDArray[np.bool_]]],
    review: Review | None,
    folder: Path,
) -> dict[str, Any]:
    target = folder / Path(data.files[index]).parent
    sample = data.samples[index]
    shapes = []
    for (x, y, wide, high), mask in parts:
        shape: dict[str, Any] = {
            "label": label.defect or label.name,
            "points": [[x, y], [x + wide, y + high]],
            "group_id": None,
            "description": "",
            "shape_type": "rectangle",
            "flags": {},
            "mask": None,
        }
        if not mask.all():
            shape["shape_type"] = "mask"
            shape["points"] = [[x, y], [x + wide - 1, y + high - 1]]
            picture = encoded((mask * 255).astype(np.uint8), ".png")
            shape["mask"] = base64.b64encode(picture).decode("ascii")
        shapes.append(shape)
    try:
        where = Path(os.path.relpath(sample.path, target)).as_posix()
    except ValueError:  # another drive
        where = sample.path.as_posix()
    flags = {label.name: True}
    values: dict[str, Any] = {
        "version": "5.5.0",
        "flags": flags,
        "shapes": shapes,
        "imagePath": where,
        "imageData": None,
        "imageHeight": size[0],
        "imageWidth": size[1],
    }
    return values | ({"review": _said(review)} if review else {})


def _said(review: Review) -> dict[str, Any]:
    return {
        "said": review.said,
        "becomes": review.becomes,
        "run": review.run,
        "score": review.score,
        "verdict": review.verdict,
        "comment": review.comment,
        "reviewer": review.reviewer,
        "time": review.time,
    }


def _write(path: Path, values: dict[str, Any]) -> None:
    write_atomic(path, json.dumps(values, ensure_ascii=False) + "\n")
