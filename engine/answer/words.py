"""The statistics of plain filters in words an engineer knows, in English."""

from __future__ import annotations

from engine.answer.values import FINEST

WORDS = {
    ("band", "high"): "bright spots",
    ("band", "low"): "dark spots",
    ("energy", "high"): "local contrast too high",
    ("energy", "low"): "local contrast too low",
    ("direction", "high"): "upright structure",
    ("direction", "low"): "level structure",
}


def statistic_words(name: str, octave: int, side: str) -> str:
    """For example "local contrast too low, about 4 px"."""
    return f"{WORDS[name, side]}, about {FINEST << octave} px"
