"""What the first answer to a data set is made of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.values import Sentence

FINEST = 4
"""Pixels that the finest statistics of plain filters are about; each octave doubles them."""


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """An image with what a rung says of it.

    Attributes
    ----------
    index, file : in the data set
    defective : as it is labelled
    score : in [0, 1], by what was not fitted on it
    right : whether the verdict at the rung's threshold is the label
    heat : float32 (h, w), defective against normal in log-odds, a value for each cell
    """

    index: int
    file: str
    defective: bool
    score: float
    right: bool
    heat: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Rung:
    """What one rung of the ladder came to, on images it was not fitted on.

    Attributes
    ----------
    setting : filters or probe
    defects_used : labelled defects it was fitted on
    normal, defective : held-out images of each kind
    auc, auc_interval : None without held-out images of both kinds
    overkill, escape, overkill_interval, escape_interval : at thresholds that the other images chose
    overkills, escapes : images
    threshold : that all held-out images choose
    seconds : wall time
    cpu_seconds : of all threads
    examples : misses first, the worst first, then defects that were found
    decided : (statistic's map, octave, side, share) that spoke most for defects; filters only
    """

    setting: str
    defects_used: int
    normal: int
    defective: int
    auc: float | None
    auc_interval: tuple[float, float] | None
    overkill: float | None
    escape: float | None
    overkill_interval: tuple[float, float] | None
    escape_interval: tuple[float, float] | None
    overkills: int
    escapes: int
    threshold: float
    seconds: float
    cpu_seconds: float
    examples: tuple[Example, ...] = ()
    decided: tuple[tuple[str, int, str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The first answer.

    Attributes
    ----------
    images : of the data set
    defective : of them labelled so
    rungs : filters, then probe; what is not here could not be tried
    baseline : accuracy of "texture right, never a defect" on the data set
    sentence : what it comes to
    remarks : what limits it
    training_seconds : what a transfer training would take here, roughly; None: not known
    """

    images: int
    defective: int
    rungs: tuple[Rung, ...]
    baseline: float
    sentence: Sentence
    remarks: tuple[Sentence, ...] = ()
    training_seconds: float | None = None
