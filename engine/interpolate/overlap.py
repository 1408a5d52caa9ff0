"""How long both defects show on the line between two defective images (claim 8).

e_A(t) = max over windows of the probability of A's defective class, e_B alike. The overlap is the
share of t in [0, 1] at which both lie above a level. In a single window the probabilities of all
classes add up to 1, so there the level 0.5 can never be passed by both: aligned windows are given
as the mean over 0.05 to 0.3, whole images at 0.3 and 0.5. A pair with an end that the network
itself calls normal has no overlap.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from engine.interpolate.split import cut
from engine.measures.values import LayerOverlap
from engine.network.numerics import autocast
from engine.network.values import Numerics
from engine.network.window_classifier import WindowClassifier

WINDOW_STEPS = 21
WINDOW_LEVELS = (0.05, 0.1, 0.2, 0.3)
"""Levels of aligned windows: a pair's overlap is the mean over them."""

DRAWS = 2000
"""Resamples of pairs for an interval."""


def share_above(
    first: NDArray[np.floating], second: NDArray[np.floating], level: float
) -> NDArray[np.float64]:
    """Share of the last axis at which both lie above a level, in [0, 1]."""
    return np.asarray(((first > level) & (second > level)).mean(-1), dtype=np.float64)


def layer_overlap(
    layer: str,
    shares: NDArray[np.float64],
    counted: NDArray[np.bool_],
    levels: Sequence[float],
    seed: int = 0,
) -> LayerOverlap:
    """Overlap as the mean over levels, with its bootstrap interval over pairs.

    Parameters
    ----------
    shares
        (levels, pairs), in [0, 1].
    counted
        (pairs,), whether the network calls both ends defective.
    levels
        (levels,), probabilities above which a class shows.
    """
    own = shares.mean(0)
    pairs = tuple(float(s) if c else None for s, c in zip(own, counted, strict=True))
    kept = shares[:, counted]
    if not kept.size:
        return LayerOverlap(layer, pairs, 0.0, 0.0, 0.0, tuple((each, 0.0) for each in levels))
    mine = own[counted]
    rng = np.random.default_rng([seed, 71])
    drawn = mine[rng.integers(0, len(mine), (DRAWS, len(mine)))].mean(1)
    low, high = np.quantile(drawn, [0.025, 0.975])
    by_level = tuple(zip(levels, kept.mean(1).tolist(), strict=True))
    return LayerOverlap(layer, pairs, float(mine.mean()), float(low), float(high), by_level)


def window_overlaps(
    network: WindowClassifier,
    layers: Sequence[str],
    pairs: Sequence[tuple[NDArray[np.uint8], NDArray[np.uint8]]],
    classes: tuple[int, int],
    defective: Sequence[int],
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
    defective
        Numbers of all defective classes: an end whose probabilities of these add up to half or
        less is called normal, and its pair has no overlap.

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
        shares = np.zeros((len(WINDOW_LEVELS), len(pairs)))
        counted = np.zeros(len(pairs), dtype=np.bool_)
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
            shares[:, number] = [
                float(share_above(p[:, classes[0]], p[:, classes[1]], level))
                for level in WINDOW_LEVELS
            ]
            counted[number] = bool((p[[0, -1]][:, list(defective)].sum(1) > 0.5).all())
            done += 1
            yield done, total
        result.append(layer_overlap(layer, shares, counted, WINDOW_LEVELS, seed))
    return tuple(result)
