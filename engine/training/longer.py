"""A finished run as the beginning of a longer one: its hours are not spent again.

The longer run is a new one; the finished one stays as it is. Where the learning rate is constant
and nothing else is timed by the length, a step knows nothing of how many follow: the longer run is
then to the bit the one that asks for as many from the start, but for the iterations at which it is
validated live.
"""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace

from engine.core.errors import RunError
from engine.core.files import copy_atomic
from engine.core.recipe import Recipe
from engine.core.text import some
from engine.project.run_record import this_process
from engine.project.runs import RunFolder, claim_path

TAKEN = (
    "split.csv",
    "regions.json",
    "metrics.csv",
    "layers.csv",
    "best.safetensors",
    "state.safetensors",
)
"""What a longer run begins with: images and their parts, curves, the best so far, the state."""

BROKEN = "not-a-number"
"""Stands in the note of a run whose loss broke: going on with it would break it again."""


def check_longer(run: RunFolder, iterations: int, seconds: float = 0.0) -> Recipe:
    """The recipe of a run that goes on from this one to so many iterations.

    Parameters
    ----------
    iterations
        In all, those of the run included.
    seconds
        Of optimiser steps at the most, those of the run included; 0: no limit.

    Raises
    ------
    RunError
        It cannot: it is no trained run, has no checkpoint, its loss broke, its steps depend on
        how long it is, or it has as many iterations already.
    """
    record = run.record
    recipe = record.recipe
    if record.origin is not None or recipe.fitted:
        raise RunError("{path}: this run was not trained in steps.", path=run.path)
    if not recipe.steady:
        raise RunError(
            "{path}: its learning rate or its windows follow from its length (schedule "
            "'{schedule}'), so a longer run is another one from the start. Train a new one with "
            "more iterations.",
            path=run.path,
            schedule=recipe.schedule,
        )
    if BROKEN in record.note:
        raise RunError(
            "{path}: its loss became not-a-number. Train a new one with a lower learning rate.",
            path=run.path,
        )
    if not run.state.is_file():
        raise RunError("{path}: no checkpoint was written yet. Start a new run.", path=run.path)
    if iterations <= record.iteration:
        raise RunError(
            "{path}: has {count} already. Ask for more.",
            path=run.path,
            count=some(record.iteration, "iteration"),
        )
    if 0 < seconds <= record.seconds:
        raise RunError(
            "{path}: took {seconds} s already. Allow for more, or for any time with 0.",
            path=run.path,
            seconds=round(record.seconds),
        )
    return recipe.changed(iterations=iterations, seconds=seconds)


def begin_longer(run: RunFolder, recipe: Recipe) -> RunFolder:
    """Make the folder of a run that begins with all that another one has learned.

    It stands as a stopped run that can be resumed.

    Parameters
    ----------
    run
        What it goes on from; it is read, not changed.
    recipe
        What :func:`check_longer` returned, or the same with other hints how to compute.

    Raises
    ------
    RunError
        The run is being trained, or the project cannot be written: nothing is left of it then.
    """
    lock = run.hold()
    try:
        now = RunFolder.load(run.path).record
        record = replace(
            now,
            state="stopped",
            recipe=recipe,
            created=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            validation=None,
            test=None,
            threshold=0.5,
            levels={},
            note="",
            launch="",
            processes=1,
            worker=this_process(),
            begun_as=run.path.name,
        )
        folder = RunFolder(claim_path(run.project, now.recipe.setting), record)
        try:
            for name in TAKEN:
                if (run.path / name).is_file():
                    copy_atomic(run.path / name, folder.path / name)
            folder.update()  # last: without its record a folder is no run yet
        except BaseException:
            shutil.rmtree(folder.path, ignore_errors=True)
            raise
        return folder
    finally:
        lock.release()
