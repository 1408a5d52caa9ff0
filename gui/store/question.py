"""Interactive requests: the latest wins, and at most one is with the engine."""

from __future__ import annotations

from collections.abc import Callable

from engine.core.command import Command


class Question:
    """One kind of request that a user repeats quickly, such as "show this image".

    A request made while another is in flight waits; a newer one takes its place. Only the
    answer to the newest request is accepted, so an old answer is never shown.

    Attributes
    ----------
    newest
        Job number of the newest request, 0 if none counts any more.
    in_flight
        Job number the engine is working on, 0 if none.
    """

    def __init__(self, send: Callable[[Command], None]) -> None:
        self._send = send
        self._waiting: Command | None = None
        self.newest = 0
        self.in_flight = 0

    def ask(self, command: Command) -> None:
        """Send the request now, or as soon as the one in flight has ended."""
        self.newest = command.job
        if self.in_flight:
            self._waiting = command
            return
        self.in_flight = command.job
        self._send(command)

    def accepts(self, job: int) -> bool:
        """Whether an answer with this number is the one the user waits for."""
        return bool(job) and job == self.newest

    def ended(self, job: int) -> None:
        """Note that the engine is done with a request; send the waiting one."""
        if job != self.in_flight:
            return
        self.in_flight = 0
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.ask(waiting)

    def forget(self) -> None:
        """Accept no answer to what was asked so far."""
        self.newest = 0
        self._waiting = None
