"""From evidence to a probability: the last step of a network that is fitted in closed form."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from engine.data.sample import Label
from engine.network.closed_form import Logits
from engine.training.closed_form.material import Held

FEWEST = 3
"""Left-out defects from which on the slope follows from them."""

SLOPE = 2.0
"""Where there are fewer."""

LEAST_SLOPE, MOST_SLOPE = 0.5, 8.0

PASSED = 0.95
"""Share of normal images below 0.5 where no defect says where the middle lies."""


def settle_logits(step: Logits, labels: tuple[Label, ...], held: Held) -> None:
    """Give the last step its slope, offset and classes.

    With defects enough it is Platt's logistic regression on held-out evidence ("Probabilistic
    outputs for support vector machines", 1999), both classes weighted alike; else 0.5 lies where
    the conformal limit of held-out normal images is.

    Parameters
    ----------
    labels
        The classes in the network's order.
    held
        Evidence of held-out images.
    """
    slope, offset = _line(compress(held.evidence), held.defective)
    names = list(dict.fromkeys(label.texture for label in labels))
    member = torch.tensor([[label.texture == name for name in names] for label in labels])
    step.put(
        slope=torch.full((len(names),), slope),
        offset=torch.full((len(names),), offset),
        member=member.float(),
        bad=torch.tensor([label.defective is True for label in labels]).float(),
    )


def compress(evidence: NDArray[np.float64]) -> NDArray[np.float64]:
    """As :func:`engine.network.closed_form.compressed`, in float64."""
    return np.asarray(np.sign(evidence) * np.log1p(np.abs(evidence)))


def probability(step: Logits, evidence: NDArray[np.float64]) -> NDArray[np.float64]:
    """The score of an image with this evidence, in [0, 1], its texture known: float64 (n,)."""
    d = float(step.slope[0]) * compress(evidence) + float(step.offset[0])
    return np.asarray(1 / (1 + np.exp(-np.clip(d, -700, 700))))


def _line(values: NDArray[np.float64], defective: NDArray[np.bool_]) -> tuple[float, float]:
    normal = values[~defective]
    if int(defective.sum()) >= FEWEST and len(normal) >= FEWEST:
        model = LogisticRegression(class_weight="balanced").fit(values[:, None], defective)
        slope = float(np.clip(model.coef_[0, 0], LEAST_SLOPE, MOST_SLOPE))
        # Where the fitted curve crosses a half, whatever the slope is held to.
        crossing = -float(model.intercept_[0]) / max(float(model.coef_[0, 0]), 1e-6)
        low, high = float(values.min()), float(values.max())
        return slope, -slope * float(np.clip(crossing, low, high))
    rank = min(len(normal), int(np.ceil((len(normal) + 1) * PASSED)))
    limit = float(np.sort(normal)[rank - 1]) if len(normal) else 0.0
    return SLOPE, -SLOPE * limit
