"""Data sets of a project that are not where they were. Plain values, no widgets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from engine.core.values import RunSummary


@dataclass(slots=True)
class Placing:
    """An answer to "where are the images now?" on its way.

    Attributes
    ----------
    job
        Looks at the folder that was named; 0 if none.
    path
        The old place that was asked for.
    failed
        Why the last answer was no good, translated.
    """

    job: int = 0
    path: str = ""
    failed: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """A data set that is gone: its old place, one of its runs, and how many there are."""

    path: str
    run: str
    runs: int


class _Run(Protocol):
    path: str
    summary: RunSummary | None


def lost_data(runs: Iterable[_Run]) -> list[Lost]:
    """Return what is gone, most runs first; runs that read one place differently are one loss."""
    result: dict[str, list[str]] = {}
    for run in runs:
        if run.summary is not None and run.summary.data_missing:
            result.setdefault(run.summary.data_path, []).append(run.path)
    lost = [Lost(path, members[0], len(members)) for path, members in result.items()]
    return sorted(lost, key=lambda each: -each.runs)
