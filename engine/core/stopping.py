"""Whether a job was asked to end early, and jobs that wait for the world outside."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rest:
    """A job has nothing to do for so many seconds; others, also those behind it, go first."""

    seconds: float


class StopAsked:
    """A question that jobs ask between their steps: shall I end now with what I have?

    A job that ends only a part of itself says so with `heed`, and goes on.

    Attributes
    ----------
    heeded : how often a part of the job ended early
    """

    def __init__(self) -> None:
        self._asked = False
        self.heeded = 0

    def __call__(self) -> bool:
        """Whether it was asked to stop and has not done so yet."""
        return self._asked

    def ask(self) -> None:
        """Ask it to stop."""
        self._asked = True

    def heed(self) -> None:
        """Say that a part ended early; nothing is asked until the next time."""
        self.heeded += self._asked
        self._asked = False
