"""A full look at a data set: every image and mask decoded, duplicates found."""

from __future__ import annotations

import hashlib
from collections.abc import Generator

from engine.data.image import read_image
from engine.data.region import load_region
from engine.data.sample import DataSet
from engine.errors import DataError
from engine.messages import Problem


def audit(data: DataSet) -> Generator[tuple[int, int], None, tuple[Problem, ...]]:
    """Decode everything once, yielding (done, total); returns all problems found.

    Found are: what the reader found, unreadable and cut-off images, masks that are unreadable,
    empty or of another size, and images whose pixels are exactly equal.
    """
    problems = list(data.problems)
    seen: dict[bytes, str] = {}
    total = len(data.samples)
    for number, sample in enumerate(data.samples):
        name = data.files[number]
        try:
            image = read_image(sample.path)
            twin = seen.setdefault(hashlib.sha256(image.tobytes()).digest(), name)
            if twin != name:
                problems.append(
                    Problem(
                        name,
                        "The same picture as {other}. Keep one, or one lands in training and "
                        "one in the test.",
                        {"other": twin},
                    )
                )
            region = load_region(sample, *image.shape[:2])
            if sample.mask is not None and region is None:
                problems.append(
                    Problem(data.relative(sample), "Its mask is empty. Draw the region again.")
                )
        except DataError as error:
            problems.append(Problem(name, error.template, error.values))
        yield number + 1, total
    return tuple(problems)
