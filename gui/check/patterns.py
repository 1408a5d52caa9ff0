"""Patterns that name an image's group by its file name, and examples of what they find. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

PREVIEW = 30
"""Files that are shown with their groups."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A common way to name files.

    Attributes
    ----------
    key
        Its name; "custom" for an expression of one's own.
    expression
        The regular expression; see `GroupRule`.
    example, group
        A file, and the group that the expression finds in it.
    """

    key: str
    expression: str
    example: str
    group: str


PATTERNS = (
    Pattern("number", r"^(.*?)[\W_]*\d+[^\d/]*\.\w+$", "bracket7_0012.png", "bracket7"),
    Pattern("first", r"([^/_-]+)[_-][^/]*$", "lot31_cam2_0012.png", "lot31"),
    Pattern(
        "date",
        r"(?<!\d)((?:19|20)\d\d[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\d|3[01]))(?!\d)",
        "part_2026-01-31_0012.png",
        "2026-01-31",
    ),
    Pattern("custom", r"(lot\d+)", "a/lot31/0012.png", "lot31"),
)


def pattern_of(expression: str) -> str:
    """Return the key of the pattern that has an expression."""
    return next((each.key for each in PATTERNS if each.expression == expression), "custom")


def spread(images: int, shown: int = PREVIEW) -> list[int]:
    """Return the images that are shown: evenly spread, the first and the last among them."""
    places = np.linspace(0, images - 1, min(images, shown)).round().astype(int)
    return list(dict.fromkeys(places.tolist())) if images else []
