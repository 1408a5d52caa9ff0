"""Which run is evaluated, and what is known of it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from engine.evaluate.values import Evaluation, Located, Proposal


@dataclass(slots=True)
class Evaluating:
    """A finished run beside the labels of its held-out images.

    A threshold that is tried out is the page's own: it is no part of what is known of a run.

    Attributes
    ----------
    run
        Its folder; empty while none is chosen.
    stale
        Something it rests on has changed: it is asked for anew when it is looked at.
    found
        What the engine said of it.
    located
        Its maps against regions, if they were measured.
    proposal
        The threshold proposed last.
    wanted
        Cost ratio and share of a proposal that waits for validation images to be judged.
    failed
        Why it cannot be evaluated, translated.
    coming
        A run made of this one that is evaluated as soon as it is listed.
    """

    run: str = ""
    stale: bool = True
    found: Evaluation | None = None
    located: Located | None = None
    proposal: Proposal | None = None
    wanted: tuple[float, float | None] | None = None
    failed: str = ""
    coming: str = ""
