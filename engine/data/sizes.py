"""What sizes a data set's images have, from a spread of them."""

from __future__ import annotations

import numpy as np

from engine.core.errors import DataError
from engine.data.store import ImageStore

LOOKED_AT = 200
"""Images looked at to find out; all of a large set would take minutes."""


def image_sizes(store: ImageStore) -> tuple[tuple[tuple[tuple[int, int], int], ...], bool]:
    """Look at up to 200 images, evenly spread.

    Returns
    -------
    tuple
        ((width, height), count) of the sizes seen, most frequent first; and whether any is in
        colour. Images that cannot be read are left out: `check` lists them.
    """
    count = len(store.data.samples)
    spread = np.linspace(0, count - 1, min(LOOKED_AT, count))
    sizes: dict[tuple[int, int], int] = {}
    colour = False
    for index in dict.fromkeys(spread.round().astype(int).tolist()):
        try:
            height, width, coloured = store.shape(index)
        except DataError:
            continue
        sizes[width, height] = sizes.get((width, height), 0) + 1
        colour |= coloured
    return tuple(sorted(sizes.items(), key=lambda item: -item[1])), colour


def longest_side(store: ImageStore) -> int:
    """Longer side of the most frequent size, in pixels; 0 if nothing can be read."""
    sizes, _ = image_sizes(store)
    return max(sizes[0][0]) if sizes else 0
