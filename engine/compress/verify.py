"""Whether an ONNX model says what its run says."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.compress.graph import OUTPUTS
from engine.compress.onnx_file import Session
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
    score, window : largest |difference| of an image's score, and of any of its windows'
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
    session = Session(model, name)
    scores, windows = [0.0], [0.0]
    changes = unexcused = 0
    for number, reference in enumerate(references):
        score, label, scored = session.run(reference.pixels[None], OUTPUTS[:3])
        verdict = reference.verdict
        scores.append(abs(float(score[0]) - verdict.score))
        same = scored[0].shape == verdict.scores.shape
        windows.append(float(np.abs(scored[0] - verdict.scores).max()) if same else np.inf)
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
        reason = "Its map of scores has another size or holds not-a-number."
    elif unexcused:
        reason = f"{unexcused} of {len(references)} verdicts are others than the run's."
    # What JSON can hold: infinite differences are above 1 anyway, where scores end.
    score_gap, window_gap = min(score_gap, 1.0), min(window_gap, 1.0)
    return Comparison(len(references), score_gap, window_gap, changes, reason)
