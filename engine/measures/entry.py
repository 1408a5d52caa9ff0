"""What a measure is: how it is taken, what scripts get of it, and what is printed.

A new one is a value in `values.py`, a field of `RunMeasures` that holds it, and an entry like those
in `by_layer.py`, `flatness.py`, `embedding.py` and `classes.py`, listed in `measure.py`. Its field
alone lets it be stored: `store.py` writes whatever `RunMeasures` holds; its default is what older
files are read with.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.core.job import relay
from engine.core.table import Table
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.measures.features import Photographs, Window
from engine.measures.survey import Survey
from engine.measures.values import RunMeasures
from engine.project.run_record import RunRecord

T = TypeVar("T")
Stages = Generator[tuple[str, int, int], None, T]
"""Yields (stage, done, total)."""

Line = str | Table[Any]
"""A printed line, or a table."""


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """The windows measured: in the order of the sample's images, and rows of each class.

    `images` and `classes` are int64 (windows,); `rows` maps class names to row numbers.
    """

    windows: tuple[Window, ...]
    of_image: dict[int, tuple[Window, ...]]
    images: NDArray[np.int64]
    classes: NDArray[np.int64]
    rows: dict[str, NDArray[np.int64]]


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What all measures of a run are taken from.

    Attributes
    ----------
    record : the run's
    store, sample : its images, and which of them are looked at
    windows : cut from the sample, on the network's grid
    before, after : the network at iteration 0 and at the end
    survey_before, survey_after : what one pass of each over the sample gave
    photographs, second : what stands in for the source data, and what is held against it
    seed, tsne : as asked for
    """

    record: RunRecord
    store: ImageStore
    sample: Sequence[int]
    windows: Placed
    before: Judge
    after: Judge
    survey_before: Survey
    survey_after: Survey
    photographs: Photographs
    second: Photographs | None
    seed: int
    tsne: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """An entry.

    Attributes
    ----------
    take : yields its stages, returns the fields of `RunMeasures` that it fills
    json : what scripts get, with None where something is undefined
    lines : what is printed, caveats included
    stages : its stages as the terminal words them
    """

    take: Callable[[Ground], Stages[dict[str, Any]]]
    json: Callable[[RunMeasures], dict[str, Any]]
    lines: Callable[[RunMeasures], Iterator[Line]]
    stages: Mapping[str, str]


def staged(stage: str, work: Generator[tuple[int, int], None, T]) -> Stages[T]:
    """Name the stage of a generator's steps; closing this closes that."""
    return (yield from relay(work, lambda step: (stage, *step)))
