"""A full look at a data set: every image and mask decoded, equal and nearly equal ones found."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterable

from engine.check.duplicates import Pair, Pictures, find_pairs
from engine.core.errors import DataError
from engine.core.values import Problem
from engine.data.image import CUT_OFF, read_image
from engine.data.region import MaskDoubtError, load_region
from engine.data.sample import DataSet
from engine.data.values import KINDS, CheckItem

SAME = "The same picture as {other}. Keep one, or one lands in training and one in the test."
CONTRADICTING = (
    "The same picture as {other}, but one is called {first} and the other {second}. Find out which "
    "is right, and leave the other out."
)
NOTHING = (
    "Every pixel has the value {value}: the camera gave no picture. Leave it out, or take it again."
)
OUTSIDE = "None of its {count} regions lies in the picture ({size}). Export its labels again."
NEAR = (
    "Nearly the same picture as {other}. Keep one, or put both into one group, so that no fold "
    "separates them."
)


def audit(data: DataSet) -> Generator[tuple[str, int, int], None, tuple[CheckItem, ...]]:
    """Decode everything once, yielding (stage, done, total); returns all that was found.

    Found are: what the reader found, unreadable and cut-off images, masks that are unreadable,
    empty or of another size, images whose pixels are exactly equal, and images of one texture that
    are nearly equal (see :mod:`engine.check.duplicates`).
    """
    place = {sample.location: number for number, sample in enumerate(data.samples)}
    items = [
        CheckItem(problem.kind, problem, place.get(problem.file, -1)) for problem in data.problems
    ]
    seen: dict[bytes, int] = {}
    pictures = Pictures()
    total = len(data.samples)
    for number in range(total):
        items += _look(data, number, seen, pictures)
        yield "checking", number + 1, total
    textures: dict[str, list[int]] = {}
    for number, sample in enumerate(data.samples):
        textures.setdefault(sample.label.texture, []).append(number)
    for step in find_pairs(pictures, list(textures.values())):
        if isinstance(step, Pair):
            values = {"other": data.files[step.first]}
            problem = Problem(data.files[step.second], NEAR, values)
            items.append(CheckItem("near", problem, step.second, step.first, step.likeness))
        else:
            yield "alike", *step
    return tuple(items)


def by_severity(items: Iterable[CheckItem]) -> list[CheckItem]:
    """Return findings the gravest first: equal pictures with labels that contradict each other,
    what cannot be read, what is cut off, then as in `KINDS`.

    Within each the order is kept.
    """
    return sorted(
        items,
        key=lambda item: (
            item.problem.template != CONTRADICTING,
            KINDS.index(item.kind),
            item.problem.template == CUT_OFF,
        ),
    )


def _look(
    data: DataSet, number: int, seen: dict[bytes, int], pictures: Pictures
) -> list[CheckItem]:
    """Decode one image and its mask."""
    sample, name = data.samples[number], data.files[number]
    try:
        image = read_image(sample.path, data.grey)
    except DataError as error:
        return [CheckItem("file", Problem(name, error.template, error.values), number)]
    items = []
    if image.size > 1 and image.min() == image.max():
        problem = Problem(name, NOTHING, {"value": str(int(image.flat[0]))})
        items.append(CheckItem("file", problem, number))
    shape = repr((image.shape, image.dtype.str)).encode()
    twin = seen.setdefault(hashlib.sha256(shape + image.tobytes()).digest(), number)
    if twin == number:
        pictures.add(number, image)
    else:
        other = data.samples[twin]
        if other.label == sample.label:
            problem = Problem(name, SAME, {"other": data.files[twin]})
        else:
            said = {"first": sample.label.name, "second": other.label.name}
            problem = Problem(name, CONTRADICTING, {"other": data.files[twin]} | said)
        items.append(CheckItem("same", problem, number, twin))
    try:
        height, width = image.shape[:2]
        region = load_region(sample, height, width, data.masks_answer)
        if region is None and sample.mask is not None and data.masks_answer != "unused":
            problem = Problem(name, "Its mask is empty. Draw the region again.", kind="mask")
            items.append(CheckItem("mask", problem, number))
        elif region is None and sample.marks and not sample.drawn:
            size = f"{image.shape[1]}x{image.shape[0]}"
            values = {"count": str(len(sample.marks)), "size": size}
            items.append(CheckItem("mask", Problem(name, OUTSIDE, values, "mask"), number))
    except MaskDoubtError as error:
        problem = Problem(name, error.template, error.values, "ask")
        items.append(CheckItem("ask", problem, number))
    except DataError as error:
        problem = Problem(name, error.template, error.values, "mask")
        items.append(CheckItem("mask", problem, number))
    return items
