"""Which verdicts a person goes through, what was said of them, and the steps back. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from engine.review.messages import DataVersion, Review, ReviewList


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


class Ordered(Protocol):
    """Anything done in the window; `order` is larger for whatever was done later."""

    @property
    def order(self) -> int:
        """When it was done, among all that was."""


S = TypeVar("S", bound=Ordered)


class Steps(Generic[S]):
    """Steps in the order they were made; any number of them can be undone.

    Attributes
    ----------
    place
        How many of them hold: those after it were undone.
    """

    def __init__(self) -> None:
        self._steps: list[S] = []
        self.place = 0

    def __len__(self) -> int:
        return len(self._steps)

    @property
    def last(self) -> int:
        """Order of the last step that holds, 0 if none does."""
        return self._steps[self.place - 1].order if self.place else 0

    @property
    def next(self) -> int:
        """Order of the step that would be made once more, 0 if none was undone."""
        return self._steps[self.place].order if self.place < len(self) else 0

    def add(self, step: S) -> None:
        """Take a new step; what was undone is gone."""
        del self._steps[self.place :]
        self._steps.append(step)
        self.place = len(self._steps)

    def back(self) -> S:
        """Go one step back; returns the one that no longer holds."""
        self.place -= 1
        return self._steps[self.place]

    def forth(self) -> S:
        """Go one step forth; returns the one that holds again."""
        self.place += 1
        return self._steps[self.place - 1]

    def clear(self) -> None:
        """Forget everything: other images or another project are open."""
        self._steps.clear()
        self.place = 0


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
