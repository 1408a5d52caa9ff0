"""How long both defects show on the line between two defective images (claim 8).

e_A(t) = max over windows of the probability of A's defective class, e_B alike. The overlap is the
share of t in [0, 1] at which both lie above a level. In a single window the probabilities of all
classes add up to 1, so there the level 0.5 can never be passed by both: on aligned windows the
level is 0.3; whole images are given at both levels.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from engine.interpolate.split import cut
from engine.interpolate.values import LEVELS
from engine.measures.values import LayerOverlap
from engine.network.numerics import autocast
from engine.network.values import Numerics
from engine.network.window_classifier import WindowClassifier

WINDOW_STEPS = 21
DRAWS = 2000
"""Resamples of pairs for an interval."""


def share_above(
    first: NDArray[np.floating], second: NDArray[np.floating], level: float
) -> NDArray[np.float64]:
    """Share of the last axis at which both lie above a level, in [0, 1]."""
    return np.asarray(((first > level) & (second > level)).mean(-1), dtype=np.float64)


def layer_overlap(layer: str, pairs: NDArray[np.float64], seed: int = 0) -> LayerOverlap:
    """Mean overlap with its bootstrap interval over pairs."""
    rng = np.random.default_rng([seed, 71])
    drawn = pairs[rng.integers(0, len(pairs), (DRAWS, len(pairs)))].mean(1)
    low, high = np.quantile(drawn, [0.025, 0.975])
    return LayerOverlap(layer, tuple(pairs.tolist()), float(pairs.mean()), float(low), float(high))


def window_overlaps(
    network: WindowClassifier,
    layers: Sequence[str],
    pairs: Sequence[tuple[NDArray[np.uint8], NDArray[np.uint8]]],
    classes: tuple[int, int],
    numerics: Numerics,
    seed: int = 0,
) -> Generator[tuple[int, int], None, tuple[LayerOverlap, ...]]:
    """Overlap over many pairs of aligned windows, layer by layer.

    Parameters
    ----------
    layers
        ``input`` and names of layers.
    pairs
        Windows of both ends, uint8 (window, window) or (window, window, 3), each on its defect.
    classes
        Numbers of the ends' defective classes.

    Yields
    ------
    tuple of int
        (done, total) after each pair at each layer.
    """
    mix = torch.linspace(0.0, 1.0, WINDOW_STEPS, device=numerics.device).view(-1, 1, 1, 1)
    result: list[LayerOverlap] = []
    done, total = 0, len(layers) * len(pairs)
    for layer in layers:
        to_layer, rest = cut(network, layer)
        shares = np.zeros(len(pairs))
        for number, pair in enumerate(pairs):
            both = torch.from_numpy(np.stack(pair)).to(numerics.device)
            with torch.inference_mode(), autocast(numerics):
                # Preparing is affine, so the line between prepared pixels is that of the pixels.
                ends = to_layer(network.prepare(both)).float()
                values = (1 - mix) * ends[0] + mix * ends[1]
                # Some steps at a time: an early layer's maps of all of them are large.
                logits = torch.cat(
                    [network.head(rest(part).mean((2, 3)).float()) for part in values.split(7)]
                )
                p = F.softmax(logits.float(), 1).cpu().numpy()
            shares[number] = share_above(p[:, classes[0]], p[:, classes[1]], LEVELS[1])
            done += 1
            yield done, total
        result.append(layer_overlap(layer, shares, seed))
    return tuple(result)
