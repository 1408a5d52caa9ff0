"""Sentences the Evaluate page says in more than one place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.messages import Standing
from gui.evaluate.odds import score_text
from gui.text import count, fixed, not_available, percent, percent_range

tr = QCoreApplication.translate
DASH = "\N{EN DASH}"


def of_text(part: int, among: int) -> str:
    """Return a count among others."""
    return tr("evaluate", "{part} of {among}").format(part=count(part), among=count(among))


def rate_text(part: int, among: int, interval: tuple[float, float] | None) -> str:
    """Return a rate as counts with its interval."""
    if not among:
        return not_available()
    return f"{of_text(part, among)} ({percent_range(interval)})"


def standing_text(at: Standing) -> str:
    """Say how verdicts stand at a threshold, in one line."""
    parts = [tr("evaluate", "threshold {value}").format(value=score_text(at.threshold))]
    if at.normal:
        template = tr("evaluate", "overkill {rate}")
        parts.append(template.format(rate=of_text(at.overkills, at.normal)))
    if at.defective:
        template = tr("evaluate", "escape {rate}")
        parts.append(template.format(rate=of_text(at.escapes, at.defective)))
    template = tr("evaluate", "accuracy {value}, baseline {baseline}")
    parts.append(template.format(value=percent(at.accuracy), baseline=percent(at.baseline)))
    return "; ".join(parts)


def cost_text(cost: float | None) -> str:
    """Return an expected cost with the digits that matter."""
    if cost is None:
        return not_available()
    return f"{cost:,.0f}" if cost >= 1000 else fixed(cost, 1 if cost >= 10 else 2)


def honest_words() -> str:
    """Say what a threshold chosen on these images is worth."""
    return tr(
        "evaluate",
        "Tried out on test images: figures at a threshold chosen here are no honest estimate for "
        "new parts. Nothing is written to the run.",
    )
