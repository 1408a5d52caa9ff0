"""Teaching a small network what a large one knows: a student, as a run of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.compress.cost import cost
from engine.compress.derived_run import write_made
from engine.compress.learning import Live, Steps, learn, make_student
from engine.compress.lessons import Course, Lesson, labelled_lessons, taught_lesson
from engine.compress.synthetic_defects import make_defects
from engine.compress.teaching import ask, teach
from engine.compress.values import Distilled
from engine.core.errors import RunError
from engine.core.job import always, relay
from engine.core.values import Origin
from engine.data.draw import sample_images
from engine.data.folds import Split
from engine.data.sample import DataSet
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.inspection.rates import FEWEST_DEFECTS
from engine.network.backbones.student import SEPARABLE
from engine.network.numerics import settle
from engine.network.values import UNIT
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.training.run import load_judge, open_run_data
from engine.training.validation import (
    Judgement,
    defective,
    judge_part,
    pick_threshold,
    rate,
)

KIND = "student"
MADE, FEW_DEFECTS = 120, 20
SPARE = 200
"""At most so many further normal images for the threshold."""


def distil(
    run_path: Path,
    *,
    filters: int = 33,
    steps: int = 3000,
    lessons: str = "teacher",
    seed: int = 0,
    images: int = 0,
    made: int | None = None,
    cells: bool = True,
    cost_ratio: float = 0.0,
    form: str = SEPARABLE,
    stop: Callable[[], bool] = lambda: False,
    data_path: Path | None = None,
) -> Steps[Distilled]:
    """Teach a student on a run's training images and write it as a new run.

    Parameters
    ----------
    run_path
        The teacher's run. With `lessons` "labels" only its images and folds are used: the control.
    filters
        Of all convolutions of the student.
    steps
        Optimiser steps (AdamW, one cycle).
    images
        At most so many normal training images, the textures as equal as they come; 0: all.
    made
        So many further images with defects made from the run's own (see :mod:`made_defects`), which
        the teacher judges; None: 120 where it was trained on 20 defects or fewer, else none.
    cells
        Also learn what the teacher says of each cell of its last layer, not of windows alone: it
        shows where in a window a defect lies.
    cost_ratio
        Of an escape in overkills, for the threshold; 0: the teacher's. At 1 the figures are
        those of best accuracy.
    form
        Of the student: separable, or plain as those from before.
    stop
        Asked after every step; True: keep the student as far as it came.
    data_path
        Where the run's data set is now; None: where it was.

    Yields
    ------
    (stage, done, total) or Preview
        Closing it writes no run; what the teacher has said stays with the teacher.

    Raises
    ------
    RunError, DataError
        The teacher is not finished, its images have changed, or it judges whole images; no region
        is known where labels are to teach.
    """
    folder = RunFolder.load(run_path)
    if folder.state_now not in ("done", "stopped"):
        raise RunError(
            "{path}: not finished ({state}). Let it end, or go on with 'train --resume'.",
            path=folder.path,
            state=folder.state_now,
        )
    if cost_ratio < 0:
        raise RunError("The cost ratio must be above 0, or 0 for the teacher's.")
    record = folder.record
    cost_ratio = cost_ratio or record.recipe.cost_ratio
    yield "loading", 0, 1
    data, store = open_run_data(folder, data_path)
    split = folder.read_split(data)
    judge = load_judge(folder)
    teacher = judge.network
    chosen = _chosen(data, split.train, images, seed)
    if made is None or lessons == "labels":
        made = _wanted(store, chosen) if lessons == "teacher" else 0
    if lessons == "teacher":
        work = _taught(folder, judge, store, chosen, made, seed)
        course = yield from work
    else:
        course = labelled_lessons(store, chosen, record.recipe, teacher.stride)
    ours = replace(judge.numerics, device="cpu", precision="float32", channels_last=False)
    student = settle(make_student(filters, len(data.labels), teacher.window, seed, form), ours)
    drawn = Course(course, teacher.window, teacher.stride, seed, flip=True)
    student_judge = record.judge(student, ours, 0.5)
    recipe = replace(record.recipe, cost_ratio=cost_ratio)
    live = Live(student_judge, store, split.validation, seed, recipe)
    learning = learn(student, drawn, teacher, steps, stop, live, cells=cells)
    taken, seconds = yield from learning
    notes = {
        "filters": filters,
        "lessons": lessons,
        "steps": taken,
        "seed": seed,
        "made": made,
        "cells": cells and lessons == "teacher",
        "normals": sum(data.samples[i].label.defective is False for i in chosen),
    }
    notes["cost_ratio"] = cost_ratio
    return (yield from _finish(folder, store, judge, student_judge, form, notes, chosen, seconds))


def _chosen(data: DataSet, train: tuple[int, ...], images: int, seed: int) -> tuple[int, ...]:
    """All defective training images, and at most so many of the others."""
    bad = tuple(i for i in train if data.samples[i].label.defective)
    rest = tuple(i for i in train if not data.samples[i].label.defective)
    return (*bad, *(sample_images(data, rest, images, seed) if images else rest))


def _spare(data: DataSet, split: Split, chosen: tuple[int, ...], seed: int) -> tuple[int, ...]:
    """Normal training images that the student has not seen: they help to set its threshold.

    Only where validation has too few defects to weigh, for then the threshold is a quantile of
    normal images, and a quantile of a few images is mostly chance.
    """
    if defective(data, split.validation).sum() >= FEWEST_DEFECTS:
        return ()
    seen = set(chosen)
    left = [i for i in split.train if data.samples[i].label.defective is False and i not in seen]
    return sample_images(data, left, SPARE, seed) if left else ()


def _wanted(store: ImageStore, chosen: tuple[int, ...]) -> int:
    """Made defects that are shown where none were asked for: many where there are few real ones."""
    samples = store.data.samples
    bad = [i for i in chosen if samples[i].label.defective]
    textures = {samples[i].label.texture for i in chosen if samples[i].label.defective is False}
    usable = any(store.region(i) is not None and samples[i].label.texture in textures for i in bad)
    return MADE if len(bad) <= FEW_DEFECTS and usable else 0


def _taught(
    folder: RunFolder,
    judge: Judge,
    store: ImageStore,
    chosen: tuple[int, ...],
    made: int,
    seed: int,
) -> Steps[list[Lesson]]:
    """What the teacher says of training images, and of defects made from them."""
    samples, bad = store.data.samples, [x.defective is True for x in store.data.labels]
    teacher = judge.network
    said = yield from teach(folder, judge, store, chosen)
    course = [
        taught_lesson(
            store.image(number),
            words,
            teacher.window,
            teacher.stride,
            bad,
            normal=samples[number].label.defective is False,
        )
        for number, words in said.items()
    ]
    if not made:
        return course
    defects = [number for number in chosen if samples[number].label.defective]
    normals = [number for number in chosen if samples[number].label.defective is False]
    for done, image in enumerate(make_defects(store, defects, normals, made, seed)):
        yield "made", done, made
        asked = ask(judge, image)
        words = yield from relay(asked, always(("made", done, made)))
        course.append(taught_lesson(image, words, teacher.window, teacher.stride, bad))
    return course


def _finish(
    folder: RunFolder,
    store: ImageStore,
    teacher: Judge,
    student: Judge,
    form: str,
    notes: dict[str, Any],
    chosen: tuple[int, ...],
    seconds: float,
) -> Steps[Distilled]:
    """Choose the threshold, judge the test images, write the run."""
    data, record = store.data, folder.record
    split = folder.read_split(data)
    recipe = replace(
        record.recipe, network=form, seed=notes["seed"], cost_ratio=notes["cost_ratio"]
    )
    pool = (*split.validation, *_spare(data, split, chosen, recipe.seed))
    held = yield from judge_part("validating", student, store, pool)
    threshold, levels = record.threshold, record.levels
    if pool:
        threshold, levels = pick_threshold(data, held, recipe)
    validation = Judgement(split.validation, held.judged[: len(split.validation)])
    notes |= {
        "threshold_normals": int((~defective(data, pool)).sum()),
        "threshold_defects": int(defective(data, pool).sum()),
    }
    student = replace(student, threshold=threshold, levels=levels)
    test = yield from judge_part("testing", student, store, split.test)
    size = teacher.size(store.image(split.test[0]))
    ours = replace(
        record,
        recipe=recipe,
        numerics=student.numerics,
        preprocessing=UNIT,
        weights="",
        weights_hash="",
        iteration=notes["steps"],
        seconds=seconds,  # its own: the teacher's hours are told with the teacher
        best_iteration=notes["steps"],
        threshold=threshold,
        levels=levels,
        validation=rate(data, validation, threshold, levels) if validation.indices else None,
        test=(figures := rate(data, test, threshold, levels)),
        origin=Origin(KIND, folder.path.name, notes),
    )
    written, after = write_made(folder, ours, student.network, store, test, size)
    assert record.test is not None
    return Distilled(
        run=str(written.path),
        teacher=str(folder.path),
        lessons=notes["lessons"],
        steps=notes["steps"],
        before=cost(teacher.network, size, folder.weights),
        after=after,
        verdict_changes=_changes(folder, data, test),
        test_before=record.test,
        test_after=figures,
    )


def _changes(folder: RunFolder, data: DataSet, test: Judgement) -> int:
    """Test images that the student names otherwise than the teacher did."""
    places = {data.files[index]: index for index in test.indices}
    with PredictionStore(folder.project) as verdicts:
        known = verdicts.of_run(folder.path.name, places)
    return sum(
        index in known and known[index].class_name != data.labels[judged.verdict.label].name
        for index, judged in zip(test.indices, test.judged, strict=True)
    )
