"""What is known of smaller networks: families of runs, costs, students. No widgets here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.compress.values import Cost, Distilled, Latency, Pruned, Removed
from engine.core.recipe import Setting
from engine.core.student_size import VGG_FILTERS
from engine.core.values import Rates
from gui.compress.store import CompressStore
from gui.store.run_names import kind_of
from gui.store.run_record import RunRecord

STUDENTS = tuple(VGG_FILTERS // share for share in (128, 64, 32, 16, 8))
"""Filters a student can have."""
FIGURES = ("accuracy", "auc", "escape", "overkill")


@dataclass(frozen=True, slots=True)
class Member:
    """A run among those made from it; `depth` 0 was trained or has lost its parent."""

    run: RunRecord
    depth: int


def families(runs: Sequence[RunRecord]) -> list[Member]:
    """Return finished runs, trained ones as they come, those made from each below it."""
    usable = [run for run in runs if run.usable]
    names = {run.name for run in usable}

    def below(run: RunRecord, depth: int) -> Iterator[Member]:
        yield Member(run, depth)
        for other in usable:
            if parent_of(other) == run.name and other is not run:
                yield from below(other, depth + 1)

    tops = [run for run in usable if parent_of(run) not in names]
    return [member for run in tops for member in below(run, 0)]


def family_of(runs: Sequence[RunRecord], path: str) -> list[RunRecord]:
    """Return a run and all runs made from it, itself first."""
    members = families(runs)
    start = next((i for i, member in enumerate(members) if member.run.path == path), None)
    if start is None:
        return []
    result = [members[start].run]
    for member in members[start + 1 :]:
        if member.depth <= members[start].depth:
            break
        result.append(member.run)
    return result


def parent_of(run: RunRecord) -> str:
    """Return the name of the run it was made from, "" where it was trained."""
    return run.summary.parent if run.summary else ""


def cost_of(store: CompressStore, path: str) -> Cost | None:
    """Return what a run's network costs, if anything has told."""
    for kept in store.runs.values():
        made: list[Distilled | Pruned | Removed] = [*kept.students, *kept.pruned]
        if kept.removed is not None:
            made.append(kept.removed)
        for one in reversed(made):
            parent = one.teacher if isinstance(one, Distilled) else one.parent
            if one.run == path:
                return one.after
            if parent == path:
                return one.before
    run = store.world.run_of(path=path)
    return run.summary.cost if run is not None and run.summary is not None else None


def filters_of(store: CompressStore, run: RunRecord) -> int | None:
    """Return how many filters a run's network has, if anything has told."""
    cost = cost_of(store, run.path)
    if cost is not None:
        return cost.filters
    whole = not parent_of(run) and run.recipe.network in ("vgg16", "vgg16_bn")
    return VGG_FILTERS if whole else None


def latency_of(store: CompressStore, run: RunRecord) -> Latency | None:
    """Return how long a run's network takes for one image, if it was timed."""
    for kept in store.runs.values():
        for latency in kept.timed:
            if latency.run == run.name and latency.batch == 1:
                return latency
    return None


@dataclass(frozen=True, slots=True)
class Student:
    """A student as charts and tables show it.

    Attributes
    ----------
    path, name : its folder and what it is called
    teacher : name of its teacher
    setting : of the teacher, None if that run is not there
    lessons : "teacher" or "labels"
    cost, test, changes : None where nothing has told
    """

    path: str
    name: str
    teacher: str
    setting: Setting | None
    lessons: str
    cost: Cost | None
    test: Rates | None
    changes: int | None


def students(store: CompressStore) -> list[Student]:
    """Return all students of the project, the newest first."""
    told = {one.run: one for kept in store.runs.values() for one in kept.students}
    by_name = {run.name: run for run in store.world.runs}
    result = []
    for run in store.world.runs:
        if not run.usable or kind_of(run) not in ("student", "labels"):
            continue
        known, teacher = told.get(run.path), by_name.get(parent_of(run))
        result.append(
            Student(
                path=run.path,
                name=run.name,
                teacher=parent_of(run),
                setting=teacher.recipe.setting if teacher else None,
                lessons=run.summary.lessons if run.summary else "",
                cost=cost_of(store, run.path),
                test=known.test_after if known else run.test,
                changes=known.verdict_changes if known else None,
            )
        )
    return result
