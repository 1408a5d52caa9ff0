"""Made-up comparisons: the world's labels, the first run wrong on some images, the second on others."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.compare.mcnemar import mcnemar
from engine.compare.messages import CompareRuns, PairedVerdicts, RunsCompared
from engine.inspection.rates import paired_difference
from tests.gui.answers import Emit, answers
from tests.gui.scripted_interpolate import RefusedError


def frozen(values: Any, kind: type) -> np.ndarray:
    made = np.array(values, dtype=kind)
    made.setflags(write=False)
    return made


@answers(CompareRuns)
def compare(emit: Emit, world: Any, command: CompareRuns) -> None:
    """Answer a command; runs called foreign cannot be compared."""
    if "frozen" in command.other:
        raise RefusedError("Choose two different runs to compare.")
    judged = all(world.judged.get((run, "test")) for run in (command.one, command.other))
    indices = range(world.images if judged else 0)
    wrong = world.wrong
    right = frozen([[i not in wrong[0] for i in indices], [i not in wrong[1] for i in indices]],
                   np.bool_).reshape(2, -1)  # fmt: skip
    bad = frozen([world.defective(i) for i in indices], np.bool_)
    difference, low, high = paired_difference(*right) if judged else (0.0, -1.0, 1.0)
    only = (int((right[0] & ~right[1]).sum()), int((right[1] & ~right[0]).sum()))
    scores = [[world.score(i) for i in indices]] * 2
    names = tuple(world.samples()[i].class_name for i in indices)
    pairing = PairedVerdicts(
        command.one, command.other, (0.5, 0.4), frozen(list(indices), np.int64),
        frozen(scores, np.float64).reshape(2, -1), right, (names, names), bad, 3,
        0 if judged else world.images, mcnemar(*only), difference, low, high, (1, 0), (0, 2),
    )  # fmt: skip
    emit(RunsCompared(command.job, pairing))
