"""What is to be said of a run that does no better than none. No widgets here."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from engine.core.standing import worse_than
from engine.core.values import Rates, Sentence
from gui.words.text import engine_text


def caution_text(test: Rates | None) -> str:
    """Return the sentences on figures that are worse than no network's, "" if there are none."""
    return cautions(worse_than(test))


def cautions(sentences: Iterable[Sentence]) -> str:
    """Return such sentences as one text."""
    return " ".join(engine_text(each.template, each.values) for each in sentences)


def caution_mark(test: Rates | None) -> str:
    """Return how such a run is marked in lists, "" for any other."""
    return QCoreApplication.translate("text", "not shown to beat none") if worse_than(test) else ""
