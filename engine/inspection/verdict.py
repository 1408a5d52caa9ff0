"""From the windows of an image to its verdict. Definitions: docs/glossary.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from engine.core.errors import RunError
from engine.data.sample import Label

EPSILON = 1e-12


def softmax(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    """Softmax over axis 0; float64, so that scores near 1 keep their order."""
    shifted = logits.astype(np.float64) - logits.max(axis=0, keepdims=True)
    exponent = np.exp(shifted)
    return np.asarray(exponent / exponent.sum(axis=0, keepdims=True))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the network says of one image.

    Attributes
    ----------
    texture : the texture named
    score : max over windows of the probability of any defect, in [0, 1]; 0 without a normal class.
        With levels its log-odds are counted from the level of the texture
    window : (row, column) of the window with that score
    label : number of the class named at the threshold
    scores : float32 (h, w), score of every window
    probabilities : float64 (classes,), of the worst window
    """

    texture: str
    score: float
    window: tuple[int, int]
    label: int
    scores: NDArray[np.float32]
    probabilities: NDArray[np.float64]


def judge(
    logits: NDArray[np.float32],
    labels: Sequence[Label],
    threshold: float,
    levels: Mapping[str, float] | None = None,
) -> Verdict:
    """Judge one image.

    Per window softmax p. Texture = argmax over textures of its mean probability (normal and
    defective) over windows. Score = max over windows of the summed probability of all defective
    classes. Defective if score > threshold; class = that texture, normal or defective (the
    likeliest kind of defect in the worst window, where a texture has several).

    Parameters
    ----------
    logits
        float32 (classes, h, w) of the dense pass.
    labels
        The classes in the network's order.
    threshold
        In [0, 1].
    levels
        Of each texture, in log-odds; scores are counted from that of the texture named. None or a
        texture that is not in it: as they are.

    Raises
    ------
    RunError
        The network gives something that is no number: no comparison with a threshold holds for
        it, so that it would pass as normal.
    """
    if not np.isfinite(logits).all():
        raise RunError(
            "The network gives no number for this image. Its weights are damaged: copy the run "
            "anew from where it was made, or train it again."
        )
    p = softmax(logits)
    textures = list(dict.fromkeys(label.texture for label in labels))
    member = np.asarray([textures.index(label.texture) for label in labels])
    means = p.mean(axis=(1, 2))
    texture = int(np.argmax([means[member == t].sum() for t in range(len(textures))]))
    bad = np.asarray([label.defective is True for label in labels])
    scores = p[bad].sum(axis=0) if bad.any() else np.zeros(p.shape[1:])
    level = (levels or {}).get(textures[texture], 0.0)
    if level and bad.any():
        scores = expit(logit(scores) - level)
    row, column = (int(v) for v in np.unravel_index(int(np.argmax(scores)), scores.shape))
    score = float(scores[row, column])
    worst = p[:, row, column]
    wanted = bad if bad.any() and score > threshold else ~bad
    inside = (member == texture) & wanted
    # A texture may have been seen in one state only; then the nearest class of it must do.
    candidates = np.flatnonzero(inside if inside.any() else member == texture)
    source = worst if score > threshold else means
    label = int(candidates[np.argmax(source[candidates])])
    return Verdict(textures[texture], score, (row, column), label, scores.astype(np.float32), worst)


def logit(score: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """ln(s / (1 - s)), finite at 0 and 1."""
    clipped = np.clip(np.asarray(score, dtype=np.float64), EPSILON, 1 - EPSILON)
    return np.asarray(np.log(clipped) - np.log1p(-clipped))


def thresholds_of(threshold: float, levels: Mapping[str, float]) -> dict[str, float]:
    """Each texture's threshold of the plain probability of any defect, in [0, 1]."""
    at = float(logit(threshold))
    return {texture: float(expit(at + level)) for texture, level in levels.items()}
