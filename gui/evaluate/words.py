"""Sentences the Evaluate page says in more than one place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.evaluate.values import Adopted, Proposal, Standing
from gui.evaluate.explored import TEST, VALIDATION, Explored
from gui.toolkit.log_odds import odds_of, score_text
from gui.words.text import count, fixed, not_available, percent, percent_range

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


SAME_ODDS = 1e-3
"""Thresholds that differ by less in log-odds are one; the engine sees it so too."""


def adoption_refusal(looked: Explored, proposal: Proposal | None, *, busy: bool) -> str:
    """Say why no run can be made with the threshold looked at; "" if one can."""
    result = looked.found
    if busy:
        return tr("evaluate", "The new run is being made.")
    if result is None or not result.validation.total:
        return tr(
            "evaluate",
            "This run has no validation images. A threshold chosen on its test images would "
            "flatter its figures, so none can be taken over.",
        )
    if looked.origin == TEST:
        return tr(
            "evaluate",
            "This threshold was chosen by looking at test images, so figures on them would be no "
            "honest estimate. Propose one from validation images.",
        )
    asked = None if proposal is None else (proposal.cost_ratio, proposal.share)
    if proposal is None or looked.origin != VALIDATION or asked != (looked.ratio, looked.share):
        return tr("evaluate", "Propose a threshold from validation images at these costs first.")
    if abs(odds_of(proposal.threshold) - odds_of(result.threshold)) < SAME_ODDS:
        if not proposal.weighed:
            return tr(
                "evaluate",
                "Too few validation images are defective to weigh costs, so the proposal is the "
                "threshold that this run has. Nothing would change.",
            )
        return tr(
            "evaluate", "The proposal is the threshold that this run has. Nothing would change."
        )
    if len(result.test) < result.test.total:
        return tr("evaluate", "Not all of its test images have been judged. Judge them first.")
    return ""


def adopted_words(adopted: Adopted) -> str:
    """Say where the threshold of a run comes from that was made for other costs."""
    template = tr(
        "evaluate",
        "The run's own. It has the weights of {run}; this threshold was chosen at 1 : {ratio} on "
        "its {n} validation images alone.",
    )
    words = template.format(
        run=adopted.parent,
        ratio=f"{adopted.cost_ratio:g}",
        n=count(adopted.normal + adopted.defective),
    )
    if adopted.share is not None:
        share = tr("evaluate", "Of the parts in production {share} were taken to be defective.")
        words += " " + share.format(share=percent(adopted.share))
    return words
