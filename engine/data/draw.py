"""Drawing some images of a set, the classes as equal as they come."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.data.sample import DataSet

_SAMPLE = 41
"""Stream of random numbers, apart from those of windows."""


def sample_images(data: DataSet, pool: Sequence[int], limit: int, seed: int) -> tuple[int, ...]:
    """Up to `limit` images of a pool, the classes as equal as they come, drawn by seed."""
    rng = np.random.default_rng([seed, _SAMPLE])
    by_class: dict[int, list[int]] = {}
    for index in rng.permutation(np.asarray(sorted(pool), dtype=np.int64)):
        by_class.setdefault(data.classes[index], []).append(int(index))
    rounds = max((len(items) for items in by_class.values()), default=0)
    ordered = [
        items[place]
        for place in range(rounds)
        for _, items in sorted(by_class.items())
        if place < len(items)
    ]
    return tuple(sorted(ordered[:limit]))
