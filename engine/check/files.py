"""A full look at a data set: every image and mask decoded, equal and nearly equal ones found."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterable

from engine.check.duplicates import Pair, Pictures, find_pairs
from engine.core.errors import DataError
from engine.core.values import Problem
from engine.data.image import CUT_OFF, read_image
from engine.data.region import load_region
from engine.data.sample import DataSet
from engine.data.values import KINDS, CheckItem

SAME = "The same picture as {other}. Keep one, or one lands in training and one in the test."
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
    items = [CheckItem(problem.kind, problem) for problem in data.problems]
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
    """Return findings the gravest first: what cannot be read, what is cut off, then as in `KINDS`.

    Within each the order is kept.
    """
    return sorted(
        items, key=lambda item: (KINDS.index(item.kind), item.problem.template == CUT_OFF)
    )


def _look(
    data: DataSet, number: int, seen: dict[bytes, int], pictures: Pictures
) -> list[CheckItem]:
    """Decode one image and its mask."""
    sample, name = data.samples[number], data.files[number]
    try:
        image = read_image(sample.path)
    except DataError as error:
        return [CheckItem("file", Problem(name, error.template, error.values), number)]
    items = []
    shape = repr((image.shape, image.dtype.str)).encode()
    twin = seen.setdefault(hashlib.sha256(shape + image.tobytes()).digest(), number)
    if twin == number:
        pictures.add(number, image)
    else:
        problem = Problem(name, SAME, {"other": data.files[twin]})
        items.append(CheckItem("same", problem, number, twin))
    try:
        region = load_region(sample, *image.shape[:2])
        if sample.mask is not None and region is None:
            problem = Problem(name, "Its mask is empty. Draw the region again.", kind="mask")
            items.append(CheckItem("mask", problem, number))
    except DataError as error:
        problem = Problem(name, error.template, error.values, "mask")
        items.append(CheckItem("mask", problem, number))
    return items
