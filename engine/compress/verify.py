"""Whether an ONNX model says what its run says."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.compress.graph import BRIEF, OUTPUTS
from engine.compress.runtimes import open_model
from engine.compress.values import ONNX_RUNTIME
from engine.data.sample import Label
from engine.inspection.verdict import Verdict

TOLERANCES = {"float32": 1e-4, "int8": 0.05}
"""Largest difference of an image's score that is accepted."""


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """One image as the network sees it, and the run's verdict on it in float32."""

    pixels: NDArray[np.uint8]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Comparison:
    """An export held against the run.

    Attributes
    ----------
    images : compared
    score, window : largest |difference| of an image's score, and of any of its windows'; without a
        map of them: how far the run's score of the window named lies below its largest
    changes : images named another class
    reason : why it is not accepted; "" if it is
    """

    images: int
    score: float
    window: float
    changes: int
    reason: str


def compare(
    model: bytes,
    references: Sequence[Reference],
    labels: Sequence[Label],
    threshold: float,
    precision: str,
    name: str,
    *,
    brief: bool = False,
    runtime: str = ONNX_RUNTIME,
) -> Generator[tuple[str, int, int], None, Comparison]:
    """Hold a model against the run's verdicts.

    float32 is accepted where no score differs by more than 1e-4 and no verdict changes; int8
    where no score differs by more than 0.05, and verdicts change only between normal and
    defective, within 0.05 of the threshold.

    Raises
    ------
    RunError
        ONNX Runtime cannot use the model.
    """
    tolerance = TOLERANCES[precision]
    yield "comparing", 0, len(references)
    session = open_model(model, name, runtime=runtime)
    scores, windows = [0.0], [0.0]
    changes = unexcused = 0
    for number, reference in enumerate(references):
        score, label, told = session.run(reference.pixels[None], (BRIEF if brief else OUTPUTS)[:3])
        verdict = reference.verdict
        scores.append(abs(float(score[0]) - verdict.score))
        windows.append(_window_gap(told[0], verdict, brief=brief))
        if int(label[0]) != verdict.label:
            changes += 1
            near = precision == "int8" and abs(verdict.score - threshold) <= tolerance
            unexcused += not (near and labels[int(label[0])].texture == verdict.texture)
        yield "comparing", number + 1, len(references)
    # Not-a-number must not pass for a small difference.
    score_gap, window_gap = (
        float(np.max(np.nan_to_num(each, nan=np.inf, posinf=np.inf))) for each in (scores, windows)
    )
    reason = ""
    if not score_gap <= tolerance:
        reason = f"A score differs by {score_gap:.3g}, more than {tolerance:g}."
    elif not np.isfinite(window_gap):
        reason = "Its map or place of scores has another size or holds not-a-number."
    elif brief and not window_gap <= tolerance:
        reason = f"The window it names scores {window_gap:.3g} below the worst."
    elif unexcused:
        reason = f"{unexcused} of {len(references)} verdicts are others than the run's."
    # What JSON can hold: infinite differences are above 1 anyway, where scores end.
    score_gap, window_gap = min(score_gap, 1.0), min(window_gap, 1.0)
    return Comparison(len(references), score_gap, window_gap, changes, reason)


def _window_gap(told: NDArray[Any], verdict: Verdict, *, brief: bool) -> float:
    """How far a map of scores, or the place of the worst window, is from the run's."""
    if not brief:
        same = told.shape == verdict.scores.shape
        return float(np.abs(told - verdict.scores).max()) if same else np.inf
    row, column = (int(value) for value in told)
    height, width = verdict.scores.shape
    if not (0 <= row < height and 0 <= column < width):
        return np.inf
    return float(verdict.scores.max() - verdict.scores[row, column])
