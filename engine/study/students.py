"""Which runs are students that learned from another run, and how large they are."""

from __future__ import annotations

from collections.abc import Iterable

from engine.project.runs import RunFolder


def is_taught(run: RunFolder) -> bool:
    """Whether a run is a finished student that learned from its teacher's maps, not from labels."""
    origin = run.record.origin
    return (
        origin is not None
        and origin.kind == "student"
        and origin.details.get("lessons") == "teacher"
        and run.record.test is not None
    )


def students_of(teacher: str, runs: Iterable[RunFolder]) -> list[RunFolder]:
    """The students of a run, by its name, in the order of `runs`."""
    return [
        run
        for run in runs
        if is_taught(run) and run.record.origin is not None and run.record.origin.parent == teacher
    ]


def filters_of(student: RunFolder) -> int:
    """Filters that a student has: of 33 asked for, layers of whole blocks leave 32.

    Raises
    ------
    KeyError
        The run is no student.
    """
    origin = student.record.origin
    details = origin.details if origin is not None else {}
    return int(details.get("cost", {}).get("filters", details["filters"]))
