"""The engine's threads: starting, ending, crashing, and where events arrive."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, QThread, Slot

from engine.core.command import Pause
from engine.core.event import EngineReady, Event, JobEnded, JobState, Outcome, Progress
from engine.data.messages import DataOpened, OpenData, ShowSample
from engine.inspect.messages import PredictRun
from engine.runs.messages import ListRuns
from gui.store.engine_thread import INSPECTION, EngineThread
from tests.gui.scripted import ScriptedSession, World


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.events: list[Event] = []
        self.threads: set[QThread] = set()

    @Slot(object)
    def take(self, event: Event) -> None:
        self.events.append(event)
        self.threads.add(QThread.currentThread())

    def endings(self) -> list[tuple[int, Outcome]]:
        return [(e.job, e.outcome) for e in self.events if isinstance(e, JobEnded)]


@pytest.fixture
def receiver(qapp):
    return Receiver()


def lane_of(receiver, factory) -> EngineThread:
    lane = EngineThread("inspection", factory)
    lane.arrived.connect(receiver.take)
    return lane


def test_lanes_start_and_stop_without_leaking_threads(qapp, factory, sessions):
    before = threading.active_count()
    for _ in range(5):
        lane = EngineThread("training", factory)
        lane.start()
        lane.post(ListRuns(1, "/p"))
        assert lane.shut_down(10_000)
        assert lane.isFinished()
    assert len(sessions) == 5
    assert all(session.closed for session in sessions)
    assert threading.active_count() <= before


def test_a_lane_that_never_started_is_shut_down_at_once(qapp, factory):
    assert EngineThread("training", factory).shut_down(0)


def test_events_arrive_in_the_windows_thread(qtbot, qapp, receiver, factory):
    lane = lane_of(receiver, factory)
    # Posted before the thread, let alone the session, exists.
    lane.post(OpenData(7, "/data"))
    lane.start()
    qtbot.waitUntil(lambda: bool(receiver.endings()))
    assert lane.shut_down(10_000)
    assert [type(e) for e in receiver.events] == [Progress, DataOpened, JobEnded]
    assert receiver.threads == {qapp.thread()}


def test_a_session_that_cannot_be_built_fails_its_jobs(qtbot, receiver):
    def broken(lane, emit):
        raise ImportError("no torch here")

    lane = lane_of(receiver, broken)
    lane.start()
    lane.post(ListRuns(1, "/p"))
    qtbot.waitUntil(lambda: bool(receiver.endings()))
    assert lane.shut_down(10_000)
    assert receiver.endings() == [(1, Outcome.FAILED)]
    ended = receiver.events[-1]
    assert "no torch here" in ended.message
    assert "ImportError" in ended.details


def test_a_crash_ends_every_open_job_and_the_lane_lives_on(qtbot, receiver):
    class Crashing(ScriptedSession):
        def advance(self):
            if self.queue:
                raise RuntimeError("CUDA error")
            return super().advance()

    lane = lane_of(receiver, lambda lane, emit: Crashing(lane, emit, World()))
    lane.start()
    lane.post(PredictRun(1, "/r"))
    qtbot.waitUntil(lambda: len(receiver.endings()) == 1)
    lane.post(ListRuns(2, "/p"))
    qtbot.waitUntil(lambda: len(receiver.endings()) == 2)
    assert lane.shut_down(10_000)
    assert receiver.endings() == [(1, Outcome.FAILED), (2, Outcome.DONE)]


def test_shutting_down_ends_jobs_that_the_session_forgot(qtbot, receiver):
    class Forgetful(ScriptedSession):
        def close(self):
            pass

    lane = lane_of(receiver, lambda lane, emit: Forgetful(lane, emit, World()))
    lane.start()
    lane.post(PredictRun(1, "/r"))
    lane.post(Pause(1))
    qtbot.waitUntil(lambda: any(isinstance(e, JobState) for e in receiver.events))
    lane.post(PredictRun(2, "/r"))
    assert lane.shut_down(10_000)
    qtbot.waitUntil(lambda: len(receiver.endings()) == 2)
    assert (2, Outcome.CANCELLED) in receiver.endings()


def test_the_engines_first_word_is_not_dropped(qtbot, qapp):
    """EngineReady belongs to no job; a lane once dropped it with the events of ended jobs."""

    class Greeting:
        def __init__(self, lane, emit):
            emit(EngineReady(0, "CPU", (("vgg16", "VGG-16"),)))

        def handle(self, command): ...

        def advance(self):
            return False

        def rest(self):
            return None

        def close(self): ...

    lane = EngineThread(INSPECTION, Greeting)
    lane.start()
    try:
        with qtbot.waitSignal(lane.arrived) as caught:
            lane.post(ShowSample(1, 0))
        assert isinstance(caught.args[0], EngineReady)
    finally:
        lane.shut_down()
        lane.deleteLater()


def test_a_lane_sleeps_until_a_rest_is_over_or_a_command_comes(qtbot, receiver):
    """A watched folder must neither keep a core busy nor hold a click up."""

    class Watching(ScriptedSession):
        turns = 0
        pause = 3600.0

        def advance(self):
            Watching.turns += 1
            return super().advance()

        def rest(self):
            return Watching.pause

    lane = lane_of(receiver, lambda lane, emit: Watching(lane, emit, World()))
    lane.start()
    lane.post(ListRuns(1, "/p"))
    qtbot.waitUntil(lambda: len(receiver.endings()) == 1)
    lane.post(ListRuns(2, "/p"))
    qtbot.waitUntil(lambda: len(receiver.endings()) == 2)
    # Two for each command: its answer, and a look whether there is more.
    assert Watching.turns <= 4
    Watching.pause = 0.0
    lane.post(ListRuns(3, "/p"))
    qtbot.waitUntil(lambda: Watching.turns > 20)
    assert lane.shut_down(10_000)
