"""How many filters a student is asked for, and how many it gets."""

from __future__ import annotations

VGG_FILTERS = 4224
"""Filters of VGG-16's convolutions, of which a student has a share."""

WIDEST = (528, 528, 1056)
"""Half as many filters as VGG-16: what the catalogue builds, and a student is narrowed from."""

FEWEST = 12

BLOCK = 8
"""Processors compute channels in blocks: 17 filters take as long as 24, 16 a good deal less."""


def student_widths(filters: int) -> tuple[int, ...]:
    """Share a number of filters out over the convolutions, as the widest has them.

    Parameters
    ----------
    filters
        In all at the most, from 12 to 2112; from 32 on each layer has a multiple of eight.

    Raises
    ------
    ValueError
        Too few or too many.
    """
    whole = sum(WIDEST)
    if not FEWEST <= filters <= whole:
        raise ValueError(f"a student has {FEWEST} to {whole} filters")
    widths = [filters * each // whole for each in WIDEST]
    if min(widths) >= BLOCK:
        return tuple(width // BLOCK * BLOCK for width in widths)
    widths[-1] += filters - sum(widths)
    return tuple(widths)


def filters_built(filters: int) -> int:
    """Filters of the student that is made of so many asked for: of 33, layers of whole blocks
    leave 32.
    """
    return sum(student_widths(filters))
