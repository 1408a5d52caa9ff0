"""A student's optimiser steps, and how it does meanwhile."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch
from torch.nn import functional as F

from engine.compress.lessons import Course, lesson_loss, of_windows
from engine.core.errors import RunError
from engine.core.recipe import Recipe
from engine.core.student_size import student_widths
from engine.core.values import Rates
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.network.backbones.student import SEPARABLE
from engine.network.catalogue import blank, fill
from engine.network.narrow import narrow
from engine.network.values import UNIT
from engine.network.window_classifier import WindowClassifier
from engine.training.validation import (
    Judgement,
    judge_images,
    live_subset,
    pick_threshold,
    rate,
)

T = TypeVar("T")

RATE = 1e-2
SHOWN_EVERY = 20
JUDGED_EVERY = 250

LIVE = 48
"""Validation images judged while it learns."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A student in training; see `events.StudentStep`."""

    step: int
    loss: float
    rates: Rates | None


Steps = Generator[tuple[str, int, int] | Preview, None, T]


def make_student(
    filters: int, classes: int, window: int, seed: int, form: str = SEPARABLE
) -> WindowClassifier:
    """An untrained student of so many filters, of one of the two forms."""
    network = blank(form, classes, window, UNIT)
    widths = student_widths(filters)
    narrow(
        network,
        {layer: range(width) for layer, width in zip(network.layers, widths, strict=True)},
    )
    return fill(network, seed)


@dataclass
class Live:
    """Judges a few validation images while a student learns."""

    judge: Judge
    store: ImageStore
    pool: tuple[int, ...]
    seed: int
    recipe: Recipe

    def rates(self) -> Rates | None:
        """Figures at the threshold that is cheapest on these images; None without any."""
        if not self.pool:
            return None
        chosen = live_subset(self.store.data, self.pool, LIVE, self.seed)
        held = Judgement(chosen, tuple(judge_images(self.judge, self.store, chosen)))
        data = self.store.data
        return rate(data, held, *pick_threshold(data, held, self.recipe))


def learn(
    student: WindowClassifier,
    course: Course,
    teacher: WindowClassifier,
    steps: int,
    stop: Callable[[], bool],
    live: Live,
    *,
    cells: bool,
) -> Steps[tuple[int, float]]:
    """Train; returns the steps taken and their seconds. The student is left in evaluation mode."""
    optimizer = torch.optim.AdamW(student.parameters(), lr=RATE, weight_decay=1e-4)
    cycle = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=max(2, steps))
    # Windows of the student that lie where the teacher's do, and cells that cover one of its own.
    every = teacher.stride // student.stride
    losses: list[float] = []
    step, seconds = 0, 0.0
    try:
        for step in range(1, steps + 1):
            began = time.perf_counter()
            student.train()
            crops, said = course.batch(step)
            own = student.cell_logits(student.features(student.prepare(crops)))
            windows = student.pool(own)[:, :, ::every, ::every]
            if said.dtype == torch.int64:
                loss = lesson_loss(windows, said)
            else:
                loss = lesson_loss(windows, of_windows(said, teacher.cells))
                if cells:
                    loss = loss + lesson_loss(F.avg_pool2d(own, every), said)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(student.parameters(), 5.0)
            optimizer.step()
            cycle.step()
            losses.append(float(loss.detach()))
            seconds += time.perf_counter() - began
            if not math.isfinite(losses[-1]):
                raise RunError("The student's loss became not-a-number. Try another seed.")
            ends = stop()
            judges = step % JUDGED_EVERY == 0 or step == steps
            if judges or ends or step % SHOWN_EVERY == 1:
                rates = live.rates() if judges else None
                yield Preview(step, float(np.mean(losses[-SHOWN_EVERY:])), rates)
            yield "teaching", step, steps
            if ends:
                break
    finally:
        student.eval()
    return step, seconds
