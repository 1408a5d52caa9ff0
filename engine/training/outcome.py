"""How a run ends: threshold, test figures and verdicts, or a note of what went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

import numpy as np
import torch
from filelock import FileLock
from numpy.typing import NDArray

from engine.core.errors import RunError
from engine.core.event import Event
from engine.core.job import relay, staged_progress
from engine.core.values import Prediction
from engine.data.folds import Split
from engine.data.store import ImageStore
from engine.inspect.messages import Predicted
from engine.inspection.dense import Judge
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.project.summaries import summarise
from engine.training.familiarity import image_features, keep_seen
from engine.training.messages import RunFinished
from engine.training.validation import HeldOut, judge_part, pick_threshold, rate


def settled(
    folder: RunFolder, lock: FileLock, work: Iterator[Event | None]
) -> Iterator[Event | None]:
    """Do the work of a run; however it ends, the run's folder says so and is free again."""
    try:
        yield from work
    except BaseException as error:
        cancelled = isinstance(error, GeneratorExit | KeyboardInterrupt)
        note = "cancelled" if cancelled else f"{type(error).__name__}: {error}"
        note += "; can be resumed" if folder.state.is_file() else "; no checkpoint was written yet"
        with suppress(RunError, OSError):  # a full disk must not hide what went wrong first
            folder.flush()
            if folder.record.state == "running":
                folder.update(state="stopped" if cancelled else "failed", note=note)
        raise
    finally:
        lock.release()


def conclude(
    job: int,
    folder: RunFolder,
    judge: Judge,
    store: ImageStore,
    split: Split,
    held: HeldOut | None = None,
    **outcome: Any,
) -> Iterator[Event | None]:
    """Choose the threshold, judge the test images once, and write the outcome.

    Parameters
    ----------
    judge
        The run's network as it is kept, at 0.5 and without levels.
    held
        Scores of training images by what was not fitted on them: they choose the threshold along
        with validation.
    outcome
        What else run.toml is to say.
    """
    data = store.data
    said = staged_progress(job)
    seen: dict[int, NDArray[np.float32]] = {}

    def watch(index: int, maps: torch.Tensor) -> None:
        seen[index] = image_features(maps)

    work = judge_part("validating", judge, store, split.validation, watch)
    validation = yield from relay(work, said)
    threshold, levels = pick_threshold(data, validation, folder.record.recipe, held)
    judge = replace(judge, threshold=threshold, levels=levels)
    test = yield from relay(judge_part("testing", judge, store, split.test, watch), said)
    folder.update(
        threshold=threshold,
        levels=levels,
        validation=rate(data, validation, threshold, levels) if validation.indices else None,
        test=rate(data, test, threshold, levels),
        **outcome,
    )
    predictions = tuple(
        judge.prediction(judged, index, data.files[index])
        for index, judged in zip(test.indices, test.judged, strict=True)
    )
    keep_seen(folder, data, seen)
    _keep(folder, predictions)
    yield Predicted(job, str(folder.path), predictions, len(predictions), len(predictions))
    yield RunFinished(job, summarise(folder))


def _keep(folder: RunFolder, predictions: tuple[Prediction, ...]) -> None:
    with PredictionStore(folder.project) as store:
        store.add(folder.path.name, predictions, alone=True)
