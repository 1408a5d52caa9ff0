"""Proposing a threshold: from validation images, never from those it is then judged on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import NotDefinedError
from engine.evaluate.values import Proposal
from engine.inspection.rates import FEWEST_DEFECTS, choose_threshold


def propose_threshold(
    scores: NDArray[np.float64],
    defective: NDArray[np.bool_],
    cost_ratio: float,
    share: float | None = None,
) -> Proposal:
    """Choose the cheapest threshold on validation images; see `choose_threshold`.

    Parameters
    ----------
    scores
        float64 (images,) in [0, 1], of validation images.
    defective
        bool (images,).
    cost_ratio
        What an escape costs in units of one overkill, above 0.
    share
        Share of defective parts in production, in (0, 1); None: that of these images. Rarer
        defects than among these images make an escape weigh less by as much.

    Raises
    ------
    NotDefinedError
        There are no validation images, or `cost_ratio` or `share` is out of range.
    """
    if not scores.size:
        raise NotDefinedError(
            "This run has no validation images whose verdicts are known: judge them first."
        )
    if not cost_ratio > 0 or (share is not None and not 0 < share < 1):
        raise NotDefinedError(
            "The cost of an escape must be above 0, the share of defective parts between 0 and 1."
        )
    bad = int(defective.sum())
    good = scores.size - bad
    threshold = choose_threshold(scores, defective, cost_ratio, share)
    flagged = scores > threshold
    return Proposal(
        threshold=threshold,
        cost_ratio=cost_ratio,
        share=share,
        normal=good,
        defective=bad,
        overkills=int((flagged & ~defective).sum()),
        escapes=int((~flagged & defective).sum()),
        weighed=bad >= FEWEST_DEFECTS and good > 0,
    )
