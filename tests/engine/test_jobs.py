"""Every command has a job, and jobs follow other generators."""

from __future__ import annotations

import importlib
import sys

import pytest

from engine.check.messages import DecideCheck
from engine.compress.messages import RemoveDead
from engine.core.command import Cancel, Command, Pause, Priority, Resume, Stop
from engine.core.event import Progress
from engine.core.job import JOBS, always, job, relay, staged_progress
from engine.data.messages import ShowSample
from engine.interpolate.messages import FollowLine
from engine.regions.messages import DrawRegion
from engine.review.messages import KeepReview
from engine.session import ROOMS
from engine.signoff.messages import PlanSignOff
from engine.training.messages import Train

STEERING = {Pause, Resume, Stop, Cancel}
"""They steer a job under way and have none of their own."""


def kinds(base: type[Command] = Command) -> set[type[Command]]:
    """All commands; not what a class was before it got its slots."""
    below = {
        kind for kind in base.__subclasses__()
        if getattr(sys.modules[kind.__module__], kind.__name__, None) is kind
    }  # fmt: skip
    return below.union(*(kinds(kind) for kind in below))


def test_every_command_has_a_job():
    for room in ROOMS:  # a session loads each with the first of its commands
        importlib.import_module(f"engine.{room}.jobs")
    assert kinds() - STEERING == set(JOBS)
    assert {begin.__module__ for begin in JOBS.values()} == {
        f"engine.{room}.jobs" for room in ROOMS
    }


def test_what_a_person_did_takes_no_time():
    kept = {kind for kind in kinds() if kind.kept_at_close}
    assert kept == {DrawRegion, KeepReview, DecideCheck, PlanSignOff}
    assert all(kind.priority is Priority.INTERACTIVE for kind in kept)


def test_commands_say_how_soon_they_are_done_and_where_they_begin():
    assert ShowSample.priority is Priority.INTERACTIVE
    assert FollowLine.priority is Priority.SOON
    assert Train.priority is Priority.LONG
    assert RemoveDead.first_stage == "finding"
    assert Train.first_stage == ""


def test_a_job_takes_what_it_needs_by_name():
    class Ask(Command):
        pass

    try:

        @job(Ask)
        def answer(stop, command):
            yield Progress(command.job, "asked" if stop() else "free", 0, 1)

        assert list(JOBS[Ask](None, Ask(3), lambda: True)) == [Progress(3, "asked", 0, 1)]
        with pytest.raises(TypeError, match="has a job already"):
            job(Ask)(answer)
    finally:
        JOBS.pop(Ask, None)


def test_a_job_cannot_ask_for_something_else():
    with pytest.raises(TypeError, match="may take only"):

        @job(Command)
        def answer(workspace, window):
            yield None

    assert Command not in JOBS


def counting(closed: list[str]):
    try:
        yield from range(3)
        return "all"
    finally:
        closed.append("closed")


def result_of(work):
    said = []
    while True:
        try:
            said.append(next(work))
        except StopIteration as end:
            return said, end.value


def test_a_relay_says_what_each_item_is_and_comes_to_what_its_work_comes_to():
    closed = []
    assert result_of(relay(counting(closed), lambda n: n or None)) == ([None, 1, 2], "all")
    assert result_of(relay(counting(closed), always("x"))) == (["x", "x", "x"], "all")
    assert len(closed) == 2


def test_a_relay_that_is_closed_closes_its_work():
    closed = []
    work = relay(counting(closed), always(None))
    next(work)
    work.close()
    assert closed == ["closed"]


def test_a_relay_that_is_stopped_comes_to_nothing():
    closed, said = [], []
    work = relay(counting(closed), lambda n: said.append(n) or n, lambda: len(said) == 2)
    assert result_of(work) == ([0, 1], None)
    assert closed == ["closed"]


def test_the_same_progress_is_said_once():
    say = staged_progress(1)
    steps = [("a", 0, 2), ("a", 0, 2), ("a", 1, 2), ("b", 1, 2)]
    assert [say(step) is None for step in steps] == [False, True, False, False]
