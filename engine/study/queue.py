"""Which of a study's runs exist already."""

from __future__ import annotations

from collections.abc import Sequence

from engine.findings import StudyTask
from engine.plan import Task, learns_the_same
from engine.project.runs import RunFolder

_RANK = {"done": 0, "running": 1, "interrupted": 2, "stopped": 2, "failed": 3}


def find_run(task: Task, runs: Sequence[RunFolder], fingerprint: str) -> RunFolder | None:
    """The run that a task asks for: the finished one, else the one that went farthest.

    Parameters
    ----------
    runs
        The project's, newest first.
    fingerprint
        Of the data set: the same recipe on other images is another run.
    """
    fitting = [
        run
        for run in runs
        if run.record.fingerprint == fingerprint and learns_the_same(run.record.recipe, task.recipe)
    ]
    if not fitting:
        return None
    return min(fitting, key=lambda run: (_RANK[run.state_now], -run.record.iteration))


def standing(
    tasks: Sequence[Task], runs: Sequence[RunFolder], fingerprint: str
) -> tuple[StudyTask, ...]:
    """Every task with the run that answers it."""
    result = []
    for task in tasks:
        run = find_run(task, runs, fingerprint)
        result.append(
            StudyTask(
                part=task.part,
                setting=task.setting,
                fold=task.fold,
                defects=task.defects,
                iterations=task.recipe.iterations,
                state=run.state_now if run else "waiting",
                run=str(run.path) if run else "",
            )
        )
    return tuple(result)
