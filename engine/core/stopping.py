"""Whether a job was asked to end early, jobs that wait for the world outside, steps given up."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
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


class GivenUp(GeneratorExit):
    """A step is given up in its midst, because the program is being closed.

    It ends a job as closing its generator would: whatever tidies up after the one does so after
    the other.
    """


_here = threading.local()


def listen(leaving: threading.Event | None) -> None:
    """Give steps of this thread up once the event is set; None: never again."""
    _here.leaving = leaving


def leaving() -> threading.Event | None:
    """The event that steps of this thread are given up by; None: by none."""
    return getattr(_here, "leaving", None)


def go_on() -> None:
    """To be asked within long steps: whether they are still wanted.

    Raises
    ------
    GivenUp
        The program is being closed. It is said once: whatever tidies up after it goes on.
    """
    event = leaving()
    if event is not None and event.is_set():
        listen(None)
        raise GivenUp


@contextmanager
def undisturbed() -> Iterator[None]:
    """For what is done whole or not at all: nothing in it is given up."""
    heard = leaving()
    listen(None)
    try:
        yield
    finally:
        listen(heard)
