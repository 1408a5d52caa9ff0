"""Which of a study's runs exist already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from engine.core.errors import RunError, TransferLensError
from engine.core.recipe import Recipe
from engine.core.runtime import choose_device
from engine.data.folds import split_for
from engine.data.sample import DataSet
from engine.project.runs import RunFolder
from engine.study.plan import StudyPlan, Task, begins, learns_the_same
from engine.study.values import StudyTask
from engine.training.longer import check_longer

_RANK = {"done": 0, "running": 1, "interrupted": 2, "stopped": 2, "failed": 3}


def labelled_defects(data: DataSet, task: Task, project: Path) -> int:
    """Labelled defects outside a task's test images, whatever number it asks for."""
    everything = split_for(data, task.recipe.changed(defects=0), project)
    seen = (*everything.train, *everything.validation)
    return sum(data.samples[index].label.defective is True for index in seen)


def useful_tasks(plan: StudyPlan, data: DataSet, project: Path) -> tuple[Task, ...]:
    """A plan's tasks without those that ask for as many defects as there are: "all" does that."""
    result, known = [], {}
    for task in plan.tasks:
        if task.part == "defects" and task.defects > 0:
            if task.fold not in known:
                try:
                    known[task.fold] = labelled_defects(data, task, project)
                except TransferLensError:
                    known[task.fold] = task.defects + 1  # the run itself will say what is wrong
            if task.defects >= known[task.fold] and 0 in plan.curve:
                continue
        result.append(task)
    return tuple(result)


def find_run(
    task: Task, runs: Sequence[RunFolder], data: DataSet, project: Path
) -> RunFolder | None:
    """The run that a task asks for: the finished one, else the one that went farthest.

    A pruned run has its parent's recipe but was not trained, so it answers no task.

    Parameters
    ----------
    runs
        The project's, newest first.
    data
        The data set: the same recipe on other images, or with other groups or other drawn regions,
        is another run.
    """
    try:
        return trained_on(
            task.recipe, runs, data, lambda: split_for(data, task.recipe, project).test
        )
    except TransferLensError:
        return None


def trained_on(
    recipe: Recipe,
    runs: Sequence[RunFolder],
    data: DataSet,
    test: Callable[[], tuple[int, ...]],
) -> RunFolder | None:
    """As :func:`find_run`, for a recipe whose test images are known (asked for if a run fits)."""

    def alike(run: RunFolder) -> bool:
        return learns_the_same(run.record.recipe, recipe)

    fitting = _on_these_images(runs, data, alike, test)
    return min(fitting, key=lambda run: (_RANK[run.state_now], -run.record.iteration), default=None)


def find_beginning(
    task: Task, runs: Sequence[RunFolder], data: DataSet, project: Path
) -> RunFolder | None:
    """The run that went farthest of those which a task's own would repeat to the bit.

    It differs from the task in its length alone, and ended before, in whichever way; see
    :func:`find_run`.
    """
    recipe = task.recipe

    def begins_it(run: RunFolder) -> bool:
        if not begins(run.record.recipe, recipe):
            return False
        try:
            check_longer(run, recipe.iterations, recipe.seconds)
            choose_device(run.record.numerics.device)  # exact only on the device it began on
        except RunError:
            return False
        return run.state_now in ("done", "stopped", "interrupted")

    try:
        fitting = _on_these_images(
            runs, data, begins_it, lambda: split_for(data, recipe, project).test
        )
    except TransferLensError:
        return None
    return max(fitting, key=lambda run: run.record.iteration, default=None)


def _on_these_images(
    runs: Sequence[RunFolder],
    data: DataSet,
    fits: Callable[[RunFolder], bool],
    test: Callable[[], tuple[int, ...]],
) -> list[RunFolder]:
    """Trained runs that fit, on this data set and tested on these images."""
    fitting = [
        run
        for run in runs
        if run.record.origin is None
        and run.record.fingerprint == data.fingerprint
        and run.record.drawn == data.drawn_hash
        and fits(run)
    ]
    if not fitting:
        return []
    # Lots that were named since put other images into the fold.
    wanted = set(test())
    return [run for run in fitting if set(run.read_split(data).test) == wanted]


def standing(
    tasks: Sequence[Task], runs: Sequence[RunFolder], data: DataSet, project: Path
) -> tuple[StudyTask, ...]:
    """Every task with the run that answers it."""
    result = []
    for task in tasks:
        run = find_run(task, runs, data, project)
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
