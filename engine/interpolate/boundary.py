"""Where the verdict changes along a line, and which channels change it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from itertools import pairwise

import numpy as np
import torch
from numpy.typing import NDArray

from engine.interpolate.line import Line, Point
from engine.interpolate.values import ChannelShift, Flip

SIDE = 0.02
"""How far before and after a flip its two sides are looked at, in t."""

LISTED = 24
"""Channels of a flip that are named one by one."""

FINE, COARSE = 1e-6, 5e-3
"""How closely a flip is found: where a point costs next to nothing, and where it is a pass."""


def find_flips(line: Line, points: Sequence[Point]) -> Generator[None, None, tuple[Flip, ...]]:
    """Find every change of the verdict between points that were worked out.

    Two changes between the same two points that cancel each other are not seen.

    Parameters
    ----------
    points
        Rising in t, at least the two ends.

    Yields
    ------
    None
        After each further point that was worked out.

    Returns
    -------
    tuple of Flip
        From the first image to the second.
    """
    closeness = FINE if line.smooth else COARSE
    places: list[tuple[float, int, int]] = []
    for left, right in pairwise(points):
        low, high = left.t, right.t
        start, end = left.verdict.label, right.verdict.label
        if start == end:
            continue
        while high - low > closeness:
            middle = (low + high) / 2
            label = line.at(middle).verdict.label
            # A third class in between: what is found is the change away from the first.
            low, high, end = (middle, high, end) if label == start else (low, middle, label)
            yield
        places.append((high, start, end))
        if end != right.verdict.label:
            places.append((right.t, end, right.verdict.label))
    result = []
    edges = [0.0, *(t for t, _, _ in places), 1.0]
    for number, (t, before, after) in enumerate(places):
        reach = min(SIDE, (t - edges[number]) / 2, (edges[number + 2] - t) / 2)
        sides = (line.at(max(0.0, t - max(reach, closeness))), line.at(min(1.0, t + reach)))
        yield
        result.append(_flip(line, t, (before, after), sides))
    return tuple(result)


def _flip(line: Line, t: float, labels: tuple[int, int], sides: tuple[Point, Point]) -> Flip:
    before, after = labels
    everywhere = line.judge.labels[before].texture != line.judge.labels[after].texture
    window = None
    if not everywhere:
        # The side on which the defect shows knows where it is.
        window = max(sides, key=lambda side: side.verdict.score).verdict.window
    weight = line.judge.network.head.weight.detach().float()
    turn = (weight[after] - weight[before]).cpu()
    offset = line.judge.network.head.bias.detach().float()
    shares = [
        (turn * channel_means(line, side.maps, window)).numpy().astype(np.float64) for side in sides
    ]
    bias = float(offset[after] - offset[before])
    order = np.argsort(-np.abs(shares[1] - shares[0]), kind="stable")
    listed, rest = order[:LISTED], order[LISTED:]
    return Flip(
        t=t,
        sides=(sides[0].t, sides[1].t),
        before=before,
        after=after,
        everywhere=everywhere,
        logits=(float(shares[0].sum()) + bias, float(shares[1].sum()) + bias),
        channels=tuple(
            ChannelShift(int(c), float(shares[0][c]), float(shares[1][c])) for c in listed
        ),
        others=(float(shares[0][rest].sum()), float(shares[1][rest].sum())),
        bias=bias,
    )


def channel_means(line: Line, maps: torch.Tensor, window: tuple[int, int] | None) -> torch.Tensor:
    """What the head sees of each channel: float32 (channels,) on the host.

    Parameters
    ----------
    maps
        (channels, hc, wc), the last layer's.
    window
        Mean over that window's cells; None: mean over the means of all windows.
    """
    pooled = line.judge.network.pool(maps[None].float())[0]
    result = pooled.mean((1, 2)) if window is None else pooled[:, window[0], window[1]]
    return result.cpu()


def ranked_channels(
    line: Line, ends: tuple[Point, Point], classes: tuple[int, int]
) -> tuple[int, ...]:
    """Channels by how much of the way they carry, the most first.

    The way is that of the mean logit of the second class minus the first's from one image to the
    other: per channel, difference of head weights times difference of means.
    """
    weight = line.judge.network.head.weight.detach().float().cpu()
    first, second = (channel_means(line, end.maps, None) for end in ends)
    carried: NDArray[np.float32] = (
        (weight[classes[1]] - weight[classes[0]]) * (second - first)
    ).numpy()
    return tuple(int(c) for c in np.argsort(-carried, kind="stable"))
