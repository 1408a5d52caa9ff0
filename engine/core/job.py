"""Jobs: the generator that does each command, and how one generator follows another.

A job yields events, None where it only gives way, and `Rest` where it waits for the world
outside. It is paused by not being advanced and cancelled by being closed.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Generator
from contextlib import closing
from typing import Any, TypeVar, overload

from engine.core.command import Command
from engine.core.event import Event, Progress
from engine.core.stopping import Rest, StopAsked

A = TypeVar("A")
B = TypeVar("B")
R = TypeVar("R")
Function = TypeVar("Function", bound=Callable[..., "Steps"])

Stop = Callable[[], bool]
Steps = Generator[Event | Rest | None, None, None]
Part = Generator[Event | Rest | None, None, R]
"""A part of a job that comes to something."""

JOBS: dict[type[Command], Callable[[Any, Command, StopAsked], Steps]] = {}
"""Which function does which command."""

TAKEN = {"workspace", "command", "stop"}
"""What a job may ask for, by these names."""


def job(kind: type[Command]) -> Callable[[Function], Function]:
    """Register a generator function as what does a command.

    It takes what it needs of `workspace` (what the lane has open), `command` and `stop`, by name.

    Raises
    ------
    TypeError
        The command has a job already, or the function wants something else.
    """

    def register(function: Function) -> Function:
        names = tuple(inspect.signature(function).parameters)
        if not TAKEN.issuperset(names):
            raise TypeError(f"{function.__name__} may take only {sorted(TAKEN)}, not {names}")
        if kind in JOBS:
            raise TypeError(f"{kind.__name__} has a job already: {JOBS[kind].__name__}")

        @functools.wraps(function)
        def begin(workspace: Any, command: Command, stop: StopAsked) -> Steps:
            given = {"workspace": workspace, "command": command, "stop": stop}
            return function(**{name: given[name] for name in names})

        JOBS[kind] = begin
        return function

    return register


@overload
def relay(work: Generator[A, None, R], each: Callable[[A], B]) -> Generator[B, None, R]: ...


@overload
def relay(
    work: Generator[A, None, R], each: Callable[[A], B], stop: Stop
) -> Generator[B, None, R | None]: ...


def relay(
    work: Generator[A, None, R], each: Callable[[A], B], stop: Stop | None = None
) -> Generator[B, None, R | None]:
    """Hand on what another generator yields: `yield from` this comes to what that one comes to.

    Parameters
    ----------
    work
        It is closed when this one ends, however that comes about.
    each
        What to yield for an item of it; None gives way and says nothing.
    stop
        Asked before each of its steps.

    Returns
    -------
    object
        What `work` comes to; None if it was stopped.
    """
    with closing(work):
        while stop is None or not stop():
            try:
                item = next(work)
            except StopIteration as end:
                result: R = end.value
                return result
            yield each(item)
        return None


def always(said: B) -> Callable[[object], B]:
    """The same for every item."""
    return lambda _item: said


def progress(number: int, stage: str) -> Callable[[tuple[int, int]], Progress]:
    """Progress of job `number` for each (done, total) of a stage."""
    return lambda step: Progress(number, stage, *step)


def staged_progress(number: int) -> Callable[[tuple[str, int, int]], Progress | None]:
    """Progress for each (stage, done, total) that says something new.

    Work gives way more often than there is anything to say.
    """
    last: tuple[str, int, int] | None = None

    def say(step: tuple[str, int, int]) -> Progress | None:
        nonlocal last
        new, last = step != last, step
        return Progress(number, *step) if new else None

    return say
