"""Commands and events of the first answer."""

from __future__ import annotations

from dataclasses import dataclass

from engine.answer.values import Answer, Rung
from engine.core.command import Command
from engine.core.event import Event


@dataclass(frozen=True, slots=True)
class FindOut(Command):
    """What filters and probe make of the open data set: Progress*, RungDone*, Answered. Long.

    A stop keeps what is there: the answer of the rungs that are done.

    `defects`: how many labelled ones they may learn from; 0 for all, -1 for none. The others, if
    there are more, test them.
    """

    first_stage = "filters"

    defects: int = 0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class RungDone(Event):
    """One rung's result, while the next is worked out."""

    rung: Rung


@dataclass(frozen=True, slots=True)
class Answered(Event):
    """The first answer."""

    answer: Answer
