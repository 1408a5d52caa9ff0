"""How well a few typed letters fit a text: the palette's search. No Qt."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
"""First consonants of Korean syllables in the order of their code points."""

FIRST, LAST, EACH = 0xAC00, 0xD7A3, 588
"""Korean syllables, and how many begin with the same consonant."""

LETTER, NEXT, WORD, START = 1.0, 6.0, 4.0, 1.0
"""Worth of a letter found, found beside the one before, at a word's start, at the text's start."""

GAP = 0.1
"""What each skipped letter costs."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well it fits, and which letters of the text were meant."""

    score: float
    places: tuple[int, ...]


def plain(text: str) -> str:
    """Return a text in one piece a letter, as it is searched and shown."""
    return unicodedata.normalize("NFC", text)


def match(query: str, text: str) -> Match | None:
    """Find every word of a query in a text, its letters in order; None if one is not there.

    Words may come in any order. Korean syllables are also found by their first consonants.
    """
    letters = [letter.casefold()[:1] for letter in plain(text)]
    score, places = 0.0, set[int]()
    for word in plain(query).casefold().split():
        result = _word(word, letters)
        if result is None:
            return None
        score += result.score
        places.update(result.places)
    return Match(score - 0.01 * len(letters), tuple(sorted(places)))


def _same(wanted: str, letter: str) -> bool:
    if wanted == letter:
        return True
    if wanted in INITIALS and letter and FIRST <= ord(letter) <= LAST:
        return INITIALS[(ord(letter) - FIRST) // EACH] == wanted
    return False


def _word(word: str, letters: list[str]) -> Match | None:
    """The best place of a word: the highest sum over its letters, found row by row."""
    # best[j]: worth of the word so far if its last letter is letter j; came: the letter before.
    best: list[float | None] = []
    came: list[list[int]] = []
    for row, wanted in enumerate(word):
        new: list[float | None] = [None] * len(letters)
        steps = [-1] * len(letters)
        far: float | None = None  # the best place further back than the letter before
        far_at = -1
        for j, letter in enumerate(letters):
            if row and j >= 2:
                far = None if far is None else far - GAP
                behind = best[j - 2]
                if behind is not None and (far is None or behind >= far):
                    far, far_at = behind, j - 2
            if not _same(wanted, letter):
                continue
            worth = LETTER + _start(j, letters)
            if row == 0:
                new[j] = worth
                continue
            near = best[j - 1] if j else None
            if near is not None and (far is None or near + NEXT >= far):
                new[j], steps[j] = near + NEXT + worth, j - 1
            elif far is not None:
                new[j], steps[j] = far + worth, far_at
        if all(value is None for value in new):
            return None
        best = new
        came.append(steps)
    score, at = max((value, -j) for j, value in enumerate(best) if value is not None)
    place, places = -at, []
    for steps in reversed(came):
        places.append(place)
        place = steps[place]
    return Match(score, tuple(reversed(places)))


def _start(j: int, letters: list[str]) -> float:
    if j == 0:
        return WORD + START
    return 0.0 if letters[j - 1].isalnum() else WORD
