"""How long something will take here, in words that promise no more than is known. No widgets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.training.values import Expected

tr = QCoreApplication.translate


def about(seconds: float) -> str:
    """A time span in one unit: 7 -> "about 10 seconds", 700 -> "about 12 minutes"."""
    if seconds < 55:
        n = max(10, 10 * round(seconds / 10))
        return tr("text", "about {n} seconds").format(n=n)
    if seconds < 90 * 60:
        n = max(1, round(seconds / 60))
        return tr("text", "about {n} minutes", "", n).format(n=n)
    return tr("text", "about {n} hours").format(n=f"{seconds / 3600:.1f}")


def expected_words(expected: Expected) -> str:
    """How long, and from what that is known."""
    if expected.rough:
        template = tr("text", "{time} on this computer, roughly (from the first answer of {day})")
    elif expected.day:
        template = tr("text", "{time} on this computer (measured on {day})")
    else:
        template = tr("text", "{time} on this computer (guessed from its first images)")
    words = template.format(time=about(expected.seconds), day=expected.day)
    return words[:1].upper() + words[1:]


def runs_words(runs: Sequence[Expected | None]) -> str:
    """How long several runs take one after another, and what is not known of them."""
    known = [run for run in runs if run is not None]
    if not known:
        return tr("text", "How long is not yet known here: the first seconds of a run will tell.")
    days = [run.day for run in known if run.day]
    rough = any(run.rough for run in known)
    whole = Expected(sum(run.seconds for run in known), min(days, default=""), rough)
    if len(known) == len(runs):
        return expected_words(whole)
    template = tr("text", "{time} for {n} of {all} runs; the others were never timed here.")
    words = template.format(time=about(whole.seconds), n=len(known), all=len(runs))
    return words[:1].upper() + words[1:]
