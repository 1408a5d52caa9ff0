"""A made-up first answer: filters see nothing, the probe all."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.answer.messages import Answered, AnswerExpected, ExpectAnswer, FindOut, RungDone
from engine.answer.values import Answer, Example, Rung
from engine.core.event import Progress
from engine.core.values import Sentence
from engine.training.messages import ExpectRuns, RunsExpected
from engine.training.values import Expected
from tests.gui.answers import Emit, answers
from tests.gui.scripted_interpolate import RefusedError


def rung(setting: str, auc: float, used: int, *misses: int) -> Rung:
    """A rung with this AUC; its misses are these images."""
    heat = np.linspace(-3, 3, 16, dtype=np.float32).reshape(4, 4)
    heat.setflags(write=False)
    examples = tuple(Example(n, f"{n:03d}.png", n % 2 == 1, 0.25, False, heat) for n in misses)
    return Rung(
        setting, used, 8, 4, auc, (auc - 0.2, min(1.0, auc + 0.1)), 0.125, 0.25, (0.0, 0.5),
        (0.0, 0.8), 1, 1, 0.5, 2.0, 3.0, examples,
        (("energy", 0, "low", 0.8), ("band", 2, "high", 0.2)) if setting == "filters" else (),
    )  # fmt: skip


@answers(FindOut)
def answer(emit: Emit, world: Any, command: FindOut) -> None:
    """Both rungs, one after the other."""
    if FindOut.__name__ in world.broken:
        raise RefusedError(world.broken[FindOut.__name__])
    used = 4 if command.defects == 0 else max(0, command.defects)
    rungs = (rung("filters", 0.6, used, 3), rung("probe", 0.99, used, 1, 2))
    for each in rungs:
        emit(Progress(command.job, each.setting, 1, 12))
        emit(RungDone(command.job, each))
    said = Sentence("Plain filters see part of it (AUC {auc}): train, and hold the training "
                    "against them.", {"auc": "0.600"})  # fmt: skip
    emit(Answered(command.job, Answer(12, 4, rungs, 0.6667, said, (), 90.0)))


@answers(ExpectAnswer)
def expect(emit: Emit, world: Any, command: ExpectAnswer) -> None:
    """Guessed from the first images."""
    emit(AnswerExpected(command.job, Expected(38.0)))


@answers(ExpectRuns)
def expect_runs(emit: Emit, world: Any, command: ExpectRuns) -> None:
    """A second a step; what has a network of its own was never timed."""
    emit(RunsExpected(command.job, tuple(
        Expected(float(each.iterations), "2026-11-29") if each.network == "vgg16" else None
        for each in command.recipes
    )))  # fmt: skip
