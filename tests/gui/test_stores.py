"""Job rules: what is shown, what is dropped, what waits."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from engine.core.event import JobEnded, JobState, Outcome, Progress
from engine.core.recipe import default_recipe
from engine.core.values import RunNote
from engine.data.messages import ShowSample
from engine.inspect.messages import Predicted
from engine.training.messages import StepDone
from gui.store.asking import Ask
from gui.store.engine_client import Job
from gui.store.engine_thread import INSPECTION, TRAINING, EngineThread
from gui.store.question import Question
from gui.stores import Stores
from tests.gui.scripted_regions import shown as sample_shown


@pytest.fixture
def opened(qtbot, stores):
    stores.data.open("/data")
    qtbot.waitUntil(lambda: stores.world.data is not None and not stores.client.jobs)
    return stores


def recipes(count: int, iterations: int = 20):
    return [default_recipe("transfer", iterations=iterations, fold=i + 1) for i in range(count)]


def train(qtbot, stores, count: int = 1, iterations: int = 20):
    stores.world.open_project("/p")
    stores.train.train(recipes(count, iterations))
    run = stores.world.runs[-1]
    qtbot.waitUntil(lambda: bool(run.path))
    return run


def test_a_question_has_one_request_in_flight_and_the_newest_wins():
    sent = []
    question = Question(sent.append)
    for job in (1, 2, 3):
        question.ask(ShowSample(job, job))
    assert [command.job for command in sent] == [1]
    assert not question.accepts(1)
    question.ended(1)
    assert [command.job for command in sent] == [1, 3]
    assert question.accepts(3)
    question.forget()
    assert not question.accepts(3)


@pytest.mark.parametrize("late", [False, True])
def test_an_answer_on_its_way_counts_where_it_may_be_late(stores, world, monkeypatch, late):
    sent, shown = [], []
    monkeypatch.setattr(stores.client.lanes["inspection"], "post", sent.append)
    ask = Ask(stores.client, lambda event: shown.append(event.index), late=late)
    for index in (1, 2):
        ask(ShowSample, index)
    stores.client.apply(sample_shown(world, sent[0].job, 1))
    assert shown == ([1] if late else [])
    # Forgotten, it counts no more, whatever is asked for next.
    ask.forget()
    ask(ShowSample, 3)
    stores.client.apply(sample_shown(world, sent[0].job, 1))
    stores.client.apply(JobEnded(sent[0].job, Outcome.DONE))
    stores.client.apply(sample_shown(world, sent[1].job, 3))
    assert shown == ([1, 3] if late else [3])
    assert [command.index for command in sent] == [1, 3]


def test_opening_data(opened):
    assert opened.world.data.images == 12
    assert opened.world.opening == ""


def test_a_folder_that_cannot_be_read_says_why(qtbot, stores):
    stores.data.open("/missing")
    job = next(iter(stores.client.jobs))
    template, values = "{path} holds no images.", {"path": "/missing"}
    stores.client.apply(JobEnded(job, Outcome.REJECTED, "", template, values))
    assert stores.world.open_failed == "/missing holds no images."
    assert stores.world.opening == ""


def test_choosing_the_normal_class_reads_the_set_again(qtbot, opened):
    opened.data.choose_normal("normal")
    qtbot.waitUntil(lambda: not opened.client.jobs)
    assert opened.world.options.normal == "normal"


def test_nothing_of_a_job_is_shown_after_its_end(qtbot, opened):
    run = train(qtbot, opened)
    job = run.job
    qtbot.waitUntil(lambda: not opened.client.jobs)
    points = len(run.curve.loss)
    assert points == 20
    assert run.state == "done"
    opened.client.apply(StepDone(job, run.path, 21, 20, 9.0, 0.0, 0.0, None))
    opened.client.apply(JobState(job, "running"))
    opened.client.apply(Progress(job, "testing", 1, 2))
    assert len(run.curve.loss) == points
    assert run.state == "done"
    assert not opened.client.jobs


def test_an_old_answer_is_never_shown(qtbot, opened, world):
    opened.inspect.choose_run("/p/runs/a")
    opened.inspect.inspect(1)
    old = opened.inspect._inspect.newest
    opened.inspect.inspect(2)
    opened.client.apply(world.inspected(old, "/p/runs/a", 1))
    assert opened.inspect.state.inspected is None
    qtbot.waitUntil(lambda: opened.inspect.state.inspected is not None)
    assert opened.inspect.state.inspected.index == 2
    assert opened.inspect.state.index == 2


def test_another_run_drops_what_the_first_one_says(qtbot, opened, world):
    opened.inspect.choose_run("/p/runs/a")
    opened.inspect.inspect(1)
    old = opened.inspect._inspect.newest
    opened.inspect.choose_run("/p/runs/b")
    opened.client.apply(world.inspected(old, "/p/runs/a", 1))
    assert opened.inspect.state.inspected is None
    qtbot.waitUntil(lambda: opened.inspect.state.inspected is not None)
    assert opened.inspect.state.inspected.run == "/p/runs/b"


def test_a_new_data_set_drops_what_belongs_to_the_old_one(qtbot, opened):
    opened.inspect.choose_run("/p/runs/a")
    opened.inspect.inspect(3)
    qtbot.waitUntil(lambda: opened.inspect.state.inspected is not None)
    opened.data.open("/other")
    qtbot.waitUntil(lambda: not opened.client.jobs)
    assert opened.inspect.state.index == -1
    assert opened.inspect.state.inspected is None


def test_runs_wait_their_turn_and_a_waiting_one_can_be_cancelled(qtbot, opened, world):
    go = threading.Event()
    world.step_wait = lambda: go.wait(10) and None
    train(qtbot, opened, count=3)
    waiting = [run for run in opened.world.runs if run.state == "queued"]
    assert len(waiting) == 2
    opened.client.cancel(waiting[0].job)
    assert waiting[0].state == "cancelling"
    go.set()
    qtbot.waitUntil(lambda: not opened.client.jobs)
    assert waiting[0] not in opened.world.runs
    assert [run.state for run in opened.world.runs] == ["done", "done"]


def test_a_run_brings_its_verdicts_on_test_images_with_it(qtbot, opened, world):
    go = threading.Event()
    world.step_wait = lambda: go.wait(10) and None
    run = train(qtbot, opened)
    verdicts = tuple(world.prediction(index) for index in (1, 2))
    opened.client.apply(Predicted(run.job, run.path, verdicts, 2, 2))
    assert set(opened.world.predictions[run.path]) == {1, 2}
    go.set()
    qtbot.waitUntil(lambda: not opened.client.jobs)


def test_stop_is_acknowledged_at_once_while_the_engine_is_busy(qtbot, opened, world):
    go = threading.Event()
    world.step_wait = lambda: go.wait(10) and None
    run = train(qtbot, opened)
    told = []
    opened.world.runs_changed.connect(lambda: told.append(run.state))
    opened.client.stop(run.job)
    # The engine is in the midst of a step until `go`, and no event was waited for.
    assert told[0] == "stopping"
    # What the engine said before it knew does not undo the acknowledgement.
    opened.client.apply(JobState(run.job, "running"))
    assert run.state == "stopping"
    go.set()
    qtbot.waitUntil(lambda: not opened.client.jobs)
    assert run.state == "stopped"
    assert run.test is not None


def test_pause_and_resume(qtbot, opened, world):
    steps = threading.Semaphore(3)
    world.step_wait = lambda: steps.acquire() and None
    run = train(qtbot, opened)
    qtbot.waitUntil(lambda: run.iteration == 3)
    opened.client.pause(run.job)
    assert run.state == "pausing"
    steps.release(2)
    qtbot.waitUntil(lambda: run.state == "paused")
    opened.client.resume(run.job)
    assert run.state == "resuming"
    steps.release(100)
    qtbot.waitUntil(lambda: not opened.client.jobs)
    assert run.state == "done"
    assert run.iteration == 20


def test_a_cancelled_run_can_be_resumed(qtbot, opened, world):
    steps = threading.Semaphore(3)
    world.step_wait = lambda: steps.acquire() and None
    run = train(qtbot, opened)
    qtbot.waitUntil(lambda: run.iteration == 3)
    opened.client.cancel(run.job)
    steps.release(1000)
    qtbot.waitUntil(lambda: not opened.client.jobs)
    assert run.state == "interrupted"
    opened.train.resume_run(run.path)
    qtbot.waitUntil(lambda: not opened.client.jobs)
    assert run.state == "done"


def test_runs_on_disk_keep_their_record_and_busy_ones_stay(qtbot, opened, world):
    world.runs = [world.run(1, default_recipe("transfer"), "done")]
    opened.world.open_project("/p")
    qtbot.waitUntil(lambda: len(opened.world.runs) == 1)
    first = opened.world.runs[0]
    assert len(first.curve.loss) == default_recipe("transfer").iterations
    opened.world.open_project("/p")
    qtbot.waitUntil(lambda: opened.world.runs[0] is not first)
    assert opened.world.runs[0].key == first.key


def test_verdicts_add_up_and_can_be_cancelled(qtbot, opened):
    opened.inspect.judge("/p/runs/a")
    opened.inspect.judge("/p/runs/a")
    assert len(opened.client.jobs) == 1
    qtbot.waitUntil(lambda: not opened.client.jobs)
    assert len(opened.world.predictions["/p/runs/a"]) == 12


def test_a_failed_job_is_told(qtbot, opened):
    notices = []
    opened.client.notice.connect(notices.append)
    opened.inspect.judge("/p/runs/a")
    job = next(iter(opened.client.jobs))
    opened.client.apply(JobEnded(job, Outcome.FAILED, "It broke.", details="Traceback ..."))
    assert notices[0].text == "It broke."
    assert notices[0].details == "Traceback ..."


def test_training_without_data_is_told(qtbot, stores):
    with qtbot.waitSignal(stores.client.notice):
        stores.train.train(recipes(1))
    assert stores.world.runs == []


def test_thumbnails_that_cannot_be_read_are_not_asked_for_again(qtbot, opened):
    asked = []
    thumbnails = opened.data.thumbnails
    send = thumbnails._ask
    thumbnails._ask = lambda indices: (asked.append(indices), send(indices))
    thumbnails.want("a", [1, 2])
    qtbot.waitUntil(lambda: thumbnails.image(2) is not None)
    qtbot.waitUntil(lambda: not thumbnails._asked)
    thumbnails.want("a", [1, 2])
    assert asked == [(1, 2)]
    job = opened._thumbnail_job = 10**6
    thumbnails._asked = (5,)
    opened.client.apply(JobEnded(job, Outcome.DONE))
    thumbnails.want("a", [5])
    assert asked == [(1, 2)]


def test_none_and_true_keep_their_references(qtbot, opened):
    """PySide6 6.12 drops one with each emit until the interpreter aborts."""
    run = train(qtbot, opened)
    qtbot.waitUntil(lambda: not opened.client.jobs)
    opened.client.apply(JobState(1, "running"))
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(500):
        opened.inspect.changed.emit()
        opened.world.runs_changed.emit()
        opened.data.thumbnails.arrived.emit(None)
        opened.data.thumbnails.arrived.emit(True)
    assert run.state == "done"
    # Immortal from Python 3.12 on; before, unrelated code may hold a few more or fewer.
    assert sys.getrefcount(None) > before[0] - 100
    assert sys.getrefcount(True) > before[1] - 100


def test_a_stage_before_the_steps_does_not_outlast_them(qtbot, opened, world):
    world.iterations = 100_000
    train(qtbot, opened, iterations=100_000)
    run = opened.world.runs[-1]
    opened.client.apply(Progress(run.job, "probing", 0, 1))
    seen = run.iteration
    qtbot.waitUntil(lambda: run.iteration > seen)
    assert opened.client.jobs[run.job].stage == "training"
    opened.client.cancel(run.job)


def test_an_ended_job_is_heard_by_the_client_and_by_whoever_asked(qapp):
    """It walked 14 writers once, each of which asked whether it was meant."""
    lanes = EngineThread(TRAINING), EngineThread(INSPECTION)  # never started: nothing answers
    stores = Stores(*lanes)
    heard: set[str] = set()

    def note(frame, event, _argument):
        path = Path(frame.f_code.co_filename)
        if event == "call" and "gui" in path.parts and "tests" not in path.parts:
            heard.add("/".join(path.parts[path.parts.index("gui") :]))

    def walked(job: Job) -> set[str]:
        heard.clear()
        before = sys.getprofile()
        sys.setprofile(note)
        try:
            stores.client.apply(JobEnded(job.number, Outcome.DONE))
        finally:
            sys.setprofile(before)
        return set(heard)

    ground = {"gui/store/engine_client.py", "gui/store/asking.py"}
    assert walked(stores.runs._note("/p", RunNote("r"))) == ground
    assert walked(stores.signoff._sign("/r", 0.05, "Kim", "")) == ground | {"gui/signoff/store.py"}
    assert walked(stores.folder._inspect("/r", "/f")) == ground | {"gui/folder/store.py"}
    # All that rest on verdicts hear that a run was judged, and nobody else.
    judged = walked(stores.world._judge("/r", "test")) - ground - {"gui/store/world.py"}
    resting = ("check", "compare", "evaluate", "inspect", "review", "signoff")
    assert judged == {f"gui/{name}/store.py" for name in resting}
    for item in (stores, *lanes):
        item.deleteLater()
