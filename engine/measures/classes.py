"""How well the classes lie apart in the features of several layers, before and after training."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.core.table import Column, Columns, Table
from engine.core.text import some
from engine.measures.embedding import nearest_accuracy, principal, standardise
from engine.measures.entry import Ground, Line, Measure, Stages, staged
from engine.measures.features import window_pictures
from engine.measures.values import ClassMap, RunMeasures

MOST_OF_A_CLASS = 40
FEWEST_OF_A_CLASS = 10
"""Windows of a class below which it is left out (ours)."""

FEWEST_IMAGES = 2
"""Of one image alone no window could have a neighbour of its own class."""


def turn_by_turn(images: NDArray[np.integer], most: int) -> NDArray[np.int64]:
    """Rows of up to `most` windows, every image's first before any image's second; sorted.

    Parameters
    ----------
    images
        (n,) the image of each window.
    """
    turns = np.zeros(len(images), dtype=np.int64)
    for image in np.unique(images):
        mine = np.flatnonzero(images == image)
        turns[mine] = np.arange(len(mine))
    return np.sort(np.argsort(turns, kind="stable")[:most]).astype(np.int64)


def balanced_rows(
    classes: NDArray[np.integer], images: NDArray[np.integer]
) -> NDArray[np.int64] | None:
    """Rows of equally many windows a class, 40 at most; None if fewer than two classes remain.

    Classes with under 10 windows, or of one image only, are left out.
    """
    members = {}
    for number in np.unique(classes):
        mine = np.flatnonzero(classes == number)
        if len(mine) >= FEWEST_OF_A_CLASS and len(np.unique(images[mine])) >= FEWEST_IMAGES:
            members[int(number)] = mine
    if len(members) < 2:
        return None
    count = min([MOST_OF_A_CLASS, *(len(mine) for mine in members.values())])
    chosen = [mine[turn_by_turn(images[mine], count)] for mine in members.values()]
    return np.sort(np.concatenate(chosen)).astype(np.int64)


def class_map(
    before: Mapping[str, NDArray[np.floating]],
    after: Mapping[str, NDArray[np.floating]],
    classes: NDArray[np.integer],
    names: tuple[str, ...],
    files: NDArray[np.integer],
    pictures: NDArray[np.uint8],
) -> Generator[tuple[int, int], None, ClassMap]:
    """Joint picture and 1-NN class accuracy of each layer; yields (done, total) after each.

    The picture's axes are joint: both networks standardised together. The accuracies belong to
    one network each, so each is standardised by itself: what the other one does to a channel
    must not weigh in its distances.

    Parameters
    ----------
    before, after
        Layer to (n, channels), the same windows through both networks.
    classes, names
        (n,) class numbers, and each class's name.
    files
        (n,) the image of each window; neighbours of the same image do not count.
    pictures
        uint8 (n, 48, 48, 3).
    """
    count = len(classes)
    planes = np.zeros((2, len(before), count, 2), dtype=np.float32)
    explained = np.zeros((len(before), 2))
    accuracies: tuple[list[float], list[float]] = ([], [])
    for number, layer in enumerate(before):
        points, shares = principal(
            standardise(np.concatenate([before[layer], after[layer]])), components=2
        )
        width = points.shape[1]
        planes[0, number, :, :width], planes[1, number, :, :width] = np.split(points, 2)
        explained[number, :width] = shares
        for held, features in zip(accuracies, (before[layer], after[layer]), strict=True):
            held.append(nearest_accuracy(standardise(features), classes, files))
            yield number, len(before)
    present = np.unique(classes)
    held_classes = np.searchsorted(present, classes).astype(np.int64)
    held_files = files.astype(np.int64)
    for array in (planes, explained, held_classes, held_files, pictures):
        array.setflags(write=False)
    yield len(before), len(before)
    return ClassMap(
        layers=tuple(before),
        names=tuple(names[number] for number in present),
        classes=held_classes,
        files=held_files,
        before=planes[0],
        after=planes[1],
        explained=explained,
        accuracy_before=tuple(accuracies[0]),
        accuracy_after=tuple(accuracies[1]),
        chance=float(np.bincount(held_classes).max() / count),
        pictures=pictures,
    )


# ---------------------------------------------------------------------- the entry


def _take(ground: Ground) -> Stages[dict[str, Any]]:
    """How the classes lie in each of the layers looked at."""
    windows, store = ground.windows, ground.store
    rows = balanced_rows(windows.classes, windows.images)
    if rows is None:
        return {"classes": None}
    shown = [windows.windows[row] for row in rows]
    pictures = yield from staged("classes", window_pictures(shown, store.image))
    work = class_map(
        {layer: held[rows] for layer, held in ground.survey_before.features.items()},
        {layer: held[rows] for layer, held in ground.survey_after.features.items()},
        windows.classes[rows],
        tuple(label.name for label in store.data.labels),
        np.searchsorted(np.asarray(ground.sample), windows.images[rows]),  # the sample is sorted
        pictures,
    )
    return {"classes": (yield from staged("classes", work))}


def _json(measures: RunMeasures) -> dict[str, Any]:
    result = measures.classes
    if result is None:
        return {"classes": None}
    return {
        "classes": {
            "names": list(result.names),
            "windows": len(result.classes),
            "chance": result.chance,
            "accuracy": dict(zip(result.layers, result.accuracy_after, strict=True)),
            "accuracy_before": dict(zip(result.layers, result.accuracy_before, strict=True)),
        }
    }


def _lines(measures: RunMeasures) -> Iterator[Line]:
    result = measures.classes
    if result is None:
        yield "classes: n/a (one class, or too few windows)"
        return
    yield (
        f"classes: 1-NN accuracy of {some(len(result.names), 'class', 'classes')} in each layer, "
        f"{some(len(result.classes), 'window')}; chance {result.chance:.3g}"
    )
    each = zip(result.layers, result.accuracy_after, result.accuracy_before, strict=True)
    columns: Columns[tuple[str, float, float]] = (
        Column("layer", lambda row: row[0]),
        Column("at the end", lambda row: row[1], "{:.3f}".format),
        Column("at iteration 0", lambda row: row[2], "{:.3f}".format),
    )
    yield Table(columns, tuple(each))


CLASSES = Measure(_take, _json, _lines, {"classes": "classes by layer,"})
