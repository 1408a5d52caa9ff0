"""Which verdicts a person goes through, what was said of them, and the steps back. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.review.messages import DataVersion, Review, ReviewList
from gui.store.steps import Steps


@dataclass(frozen=True, slots=True)
class Step:
    """A change of what is said of one image; None: nothing.

    `order` is larger for whatever was done later in the window.
    """

    index: int
    file: str
    before: Review | None
    after: Review | None
    order: int


@dataclass(slots=True)
class Reviewing:
    """A finished run's verdicts, and what people say of them.

    Attributes
    ----------
    run
        Its folder; empty while none is chosen.
    stale
        Something it rests on has changed: it is asked for anew when it is looked at.
    found
        Its judged images, as the engine lists them.
    said
        Reviews by index of the image, those under way to the disk included.
    index
        The image looked at, -1 while none is.
    failed
        Why they cannot be listed, translated.
    steps
        What was said since the data set was opened.
    versions
        Data versions of the project, newest first.
    made
        The version made last, until another set is open.
    reviewer
        Who says it.
    """

    run: str = ""
    stale: bool = True
    found: ReviewList | None = None
    said: dict[int, Review] = field(default_factory=dict)
    index: int = -1
    failed: str = ""
    steps: Steps[Step] = field(default_factory=Steps)
    versions: tuple[DataVersion, ...] = ()
    made: DataVersion | None = None
    reviewer: str = ""

    def put(self, index: int, review: Review | None) -> None:
        """Say this of an image, or nothing."""
        if review is None:
            self.said.pop(index, None)
        else:
            self.said[index] = review
