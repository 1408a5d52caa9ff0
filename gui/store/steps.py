"""What was done in the window and can be undone, in order. No Qt."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar


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
