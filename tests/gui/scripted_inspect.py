"""Made-up verdicts that a run keeps, and one scale for its maps."""

from __future__ import annotations

from typing import Any

from engine.core.command import Command
from engine.inspect.messages import HeatMeasured, MeasureHeat, ReadVerdicts, VerdictsRead
from tests.gui.answers import Emit, answers


@answers(ReadVerdicts, MeasureHeat)
def answer(emit: Emit, world: Any, command: Command) -> None:
    """What was judged in this world is kept; `world.astray` misses the true region."""
    if isinstance(command, ReadVerdicts):
        judged = world.judged.get((command.run, "test"), 0)
        found = tuple(world.prediction(index) for index in range(judged))
        astray = tuple(sorted(world.astray)) if judged else ()
        emit(VerdictsRead(command.job, command.run, found, world.images, astray))
    elif isinstance(command, MeasureHeat):
        emit(HeatMeasured(command.job, command.run, 2.5, 12))
