"""Masks that a person has to say something of: inverted, nearly full, on all borders, smoothed.

Some are looked at; where one is odd, all are. What is odd is not used until it is answered.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from engine.core.errors import DataError
from engine.core.values import Problem
from engine.data.image import read_mask_values, read_raw
from engine.data.region import DOUBTS, doubt
from engine.data.sample import Sample

LOOKED_AT = 40
"""Masks of a set that are looked at, spread over it."""


def drop_doubtful(
    samples: list[Sample], answer: str
) -> tuple[list[Sample], list[Problem], list[str]]:
    """Take the masks away that are in doubt while `answer` to the question `masks` is "".

    Returns
    -------
    tuple
        The samples, a finding for each image whose mask is in doubt, and the masks taken away.
    """
    masked = [place for place, sample in enumerate(samples) if sample.mask is not None]
    if answer == "unused":
        unused = [str(mask) for place in masked for mask in samples[place].masks]
        return [replace(s, mask=None, more=()) if s.mask else s for s in samples], [], unused
    if answer or not masked:
        return samples, [], []
    step = max(1, len(masked) // LOOKED_AT)
    found = _look(samples, masked[::step])
    if not found:
        return samples, [], []
    found |= _look(samples, [place for place in masked if place not in set(masked[::step])])
    result, problems, unused = list(samples), [], []
    for place, (mask, why, values) in sorted(found.items()):
        sample = samples[place]
        problems.append(Problem(sample.location, DOUBTS[why], {"mask": mask.name} | values, "ask"))
        unused += [str(each) for each in sample.masks]
        result[place] = replace(sample, mask=None, more=())
    return result, problems, unused


def _look(samples: list[Sample], places: list[int]) -> dict[int, tuple[Path, str, dict[str, str]]]:
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda place: _doubt(samples[place]), places))
    return {place: said for place, said in zip(places, answers, strict=True) if said}


def _doubt(sample: Sample) -> tuple[Path, str, dict[str, str]] | None:
    for mask in sample.masks:
        try:
            marked = read_mask_values(mask)
            why, values = doubt(marked)
        except DataError:
            continue  # `check` names it
        if why and _fits(sample, marked.shape):
            return mask, why, values
    return None


def _fits(sample: Sample, shape: tuple[int, ...]) -> bool:
    """Whether a mask has the size of its image; of one that has not, that is what is said."""
    try:
        return read_raw(sample.path).shape[:2] == shape[:2]
    except DataError:
        return True
