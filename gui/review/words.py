"""The words of Review: reasons, what can be said, and how far from the threshold. No widgets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.core.values import Prediction, SampleRow
from engine.review.messages import Review
from gui.toolkit.tally import outcome
from gui.words.text import moment, signed

tr = QCoreApplication.translate


def reason_name(reason: int) -> str:
    """Return in few words why an image is worth a look."""
    return (
        tr("review", "not as labelled"),
        tr("review", "a close call"),
        tr("review", "as labelled"),
    )[reason]


def reason_line(reason: int, distance: float) -> str:
    """Return the line below a thumbnail: the reason; how close it is where that is news."""
    if reason == 0 and abs(distance) < 1:
        return tr("review", "not as labelled, barely")
    return reason_name(reason)


def distance_line(distance: float) -> str:
    """Return how far a score is from the threshold, for a tip."""
    template = tr("review", "{n} from the threshold, in log-odds")
    return template.format(n=signed(distance, 1))


def reason_sentence(sample: SampleRow, verdict: Prediction, reason: int, distance: float) -> str:
    """Return one sentence that says why an image is worth a look."""
    far = abs(distance) >= 3
    kind = outcome(sample, verdict)
    if reason == 0 and kind == "texture":
        return tr("review", "The verdict names another class than the label.")
    if reason == 0 and kind == "overkill":
        return (
            tr("review", "Labelled normal, and confidently judged defective: is the label right?")
            if far
            else tr("review", "Labelled normal, judged defective.")
        )
    if reason == 0:
        return (
            tr("review", "Labelled defective, and confidently judged normal: is the label right?")
            if far
            else tr("review", "Labelled defective, judged normal.")
        )
    if reason == 1:
        return tr("review", "The score is near the threshold: a little more or less turns it.")
    return tr("review", "Verdict and label agree, and the score is clear.")


def said_name(said: str) -> str:
    """Return what a person says of a verdict."""
    return {
        "agree": tr("review", "Verdict right"),
        "overrule": tr("review", "Verdict wrong"),
        "relabel": tr("review", "Label wrong"),
        "": tr("review", "Not reviewed yet"),
    }[said]


def review_text(review: Review | None) -> str:
    """Return what is said of an image, for a label or a tooltip."""
    if review is None:
        return said_name("")
    if review.said == "relabel":
        return tr("review", "To become {name}").format(name=review.becomes)
    return said_name(review.said)


def signature(review: Review | None) -> str:
    """Return who said it and when, and of which run's verdict."""
    if review is None:
        return ""
    when = moment(review.time)
    template = tr("review", "{who}, {when}, on {run}")
    who = review.reviewer or tr("review", "no name")
    return template.format(who=who, when=when, run=review.run)
