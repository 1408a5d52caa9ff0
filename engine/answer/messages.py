"""Commands and events of the first answer."""

from __future__ import annotations

from dataclasses import dataclass

from engine.answer.values import Answer, Rung
from engine.core.command import Command, Priority
from engine.core.event import Event
from engine.training.values import Expected


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


@dataclass(frozen=True, slots=True)
class ExpectAnswer(Command):
    """What the first answer to the current set would take here: AnswerExpected. Soon.

    Where there was none on this computer a filter looks at the first images to find out.
    """

    priority = Priority.SOON


@dataclass(frozen=True, slots=True)
class AnswerExpected(Event):
    """Of the current set; None where it cannot be said."""

    answer: Expected | None
