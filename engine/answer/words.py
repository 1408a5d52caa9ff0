"""The statistics of plain filters in words an engineer knows, in English."""

from __future__ import annotations

WORDS = {
    ("band", "high"): "bright spots",
    ("band", "low"): "dark spots",
    ("energy", "high"): "local contrast too high",
    ("energy", "low"): "local contrast too low",
    ("direction", "high"): "upright structure",
    ("direction", "low"): "level structure",
}

FINEST = 4
"""Pixels that the finest statistics are about; each octave doubles them."""


def statistic_words(name: str, octave: int, side: str) -> str:
    """For example "local contrast too low, about 4 px"."""
    return f"{WORDS[name, side]}, about {FINEST << octave} px"
