"""What the palette offers, and in which order. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gui.shell.palette.matcher import match, plain

NEWEST = 6.0
"""What a search result is worth more for having been the last choice; earlier ones less."""

ASIDE = 0.6
"""What a match in the words beside the title is worth, in shares of one in the title."""

CLOSE = 4.0
"""Least worth a letter of such a match: letters strewn over other words mean nothing."""

SHOWN = 60
"""Results at once: who needs more types another letter."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be done.

    Attributes
    ----------
    key
        Stays the same in every language; recent choices are remembered by it.
    title, group, detail
        What it is, what kind of thing, and a second line.
    act
        Does it.
    keys
        Its shortcut, as the system writes it.
    also
        More words to find it by.
    why
        Why it cannot be done now, "" if it can.
    """

    key: str
    title: str
    group: str
    act: Callable[[], object]
    detail: str = ""
    keys: str = ""
    also: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entry as it is listed; `places` are the letters of its title that were meant."""

    entry: Entry
    places: tuple[int, ...] = ()
    recent: bool = False


def ranked(entries: Sequence[Entry], query: str, recent: Sequence[str]) -> list[Ranked]:
    """Return what fits a query, the best first; without one, recent choices and then the rest."""
    age = {key: place for place, key in enumerate(recent)}
    if not query.strip():
        known = sorted((e for e in entries if e.key in age), key=lambda e: age[e.key])
        rest = [entry for entry in entries if entry.key not in age]
        return [Ranked(e, recent=True) for e in known] + [Ranked(e) for e in rest]
    result: list[tuple[float, int, Ranked]] = []
    for place, entry in enumerate(entries):
        title = match(query, entry.title)
        score, places = (title.score, title.places) if title else (0.0, ())
        if title is None:
            aside = match(query, f"{entry.title} {entry.group} {entry.also} {entry.detail}")
            if aside is None or aside.score < CLOSE * len("".join(query.split())):
                continue
            score = ASIDE * aside.score
            places = tuple(p for p in aside.places if p < len(plain(entry.title)))
        if entry.key in age:
            score += NEWEST * (1 - age[entry.key] / max(1, len(age)))
        # What cannot be done now is found all the same: it says why.
        score -= 2.0 if entry.why else 0.0
        result.append((-score, place, Ranked(entry, places, entry.key in age)))
    return [item for _, _, item in sorted(result, key=lambda each: each[:2])[:SHOWN]]
