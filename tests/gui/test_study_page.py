"""The Study page and what a study's events do to the window's state."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from engine.cluster.messages import ClusterJoined, WorkersNow
from engine.cluster.values import WorkerNow
from engine.core.command import Cancel
from engine.core.event import JobEnded, Outcome
from engine.core.recipe import Preset, Setting, default_recipe
from engine.core.table import listed
from engine.core.values import ReaderOptions, Sentence
from engine.study.messages import RunStudy, StudiesListed, StudyJudged
from engine.study.plan import StudyPlan, task_name
from engine.study.values import (
    CLAIMS,
    Board,
    CurveDot,
    CurveDraw,
    Effect,
    Finding,
    Reach,
    SettingRow,
    StudySummary,
)
from engine.training.messages import RunFinished, RunStarted, StepDone
from gui.study.board_tab import BoardTab
from gui.study.plan_form import PlanForm
from gui.style.look import LOOK
from gui.style.theme import Mode
from gui.toolkit.table import PlainTable

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

T = Setting.TRANSFER


def made_up_board(**values) -> Board:
    part = Effect(
        Sentence("test accuracy, transfer less frozen"), (0.2, 0.3), 0.25, -0.4, 0.9, 0.05,
        "open", Sentence("{transfer} against {frozen}", {"transfer": "99 %", "frozen": "74 %"}),
    )  # fmt: skip
    findings = tuple(
        Finding(
            claim, "holds" if claim == 9 else "open", (part,) if claim == 9 else (),
            Sentence("Never a defect: {baseline}.", {"baseline": "86.96 %"}), (), 2, "train", (),
        )
        for claim in CLAIMS
    )  # fmt: skip
    row = SettingRow(
        T, "VGG-16", 2, 100, 20, 120, 60.0, 0.97, (0.91, 0.99), 0.99, 0.98, 1.0, 1, 2,
        (0.0, 0.07), (0.01, 0.3), False, ("a", "b"),
    )  # fmt: skip
    reach = tuple(
        Reach(T, fold, auc, 10 * fold, auc < 0.99, 5, 12)
        for fold in (1, 2)
        for auc in (0.8, 0.95, 0.99)
    )
    draws = (CurveDraw(1, 0.99, 0.9, 0, 10, 1, 10),)
    dot = CurveDot(T, 5, False, draws, 0.99, 0.97, 1.0, 0.0, 0.1, (0.0, 0.1), (0.0, 0.3))
    board = Board(
        "s", plan(), "/data", "print", 100, 20, 0.8696, False, 0.95, (row,), None, findings, reach, (dot,),
        Sentence("No setting."), 2, 4, (("x", "why"),), "CPU", {"torch": "2"}, "2026",
    )  # fmt: skip
    return replace(board, **values)


def plan(**values) -> StudyPlan:
    return StudyPlan(**({"name": "s", "data": "/data"} | values))


@pytest.fixture
def opened(qtbot, parts, world):
    stores = parts.stores
    stores.world.open_project("/p")
    stores.data.open("/data")
    qtbot.waitUntil(lambda: stores.world.data is not None)
    return parts


@pytest.fixture
def page(opened):
    opened.window.show_page("study")
    return opened.window.pages["study"]


def begin(stores, **values) -> int:
    """Queue a study whose events the test tells itself."""
    stores.study.run(plan(**values))
    job = stores.study.job("s")
    assert job is not None
    return job.number


# ---------------------------------------------------------------- state


def test_a_study_runs_once_at_a_time(opened, monkeypatch):
    stores = opened.stores
    monkeypatch.setattr(stores.client.lanes["training"], "post", lambda _command: None)
    number = begin(stores)
    stores.study.run(plan())
    assert [job.number for job in stores.client.lane_jobs("training")] == [number]


def test_runs_of_a_study_get_rows_and_are_let_go_of(opened, world, monkeypatch):
    stores, state = opened.stores, opened.stores.world
    monkeypatch.setattr(stores.client.lanes["training"], "post", lambda _command: None)
    number = begin(stores)
    first = world.run(1, default_recipe("transfer"), "running")
    second = world.run(2, default_recipe("small"), "running")
    stores.client.apply(RunStarted(number, first, 8))
    record = state.run_of(path=first.path)
    assert record.job == number
    stores.client.apply(StepDone(number, first.path, 3, 120, 0.5, 1.0, 10.0, 60.0))
    assert record.iteration == 3
    stores.client.apply(RunFinished(number, world.run(1, default_recipe("transfer"), "done")))
    assert (record.job, record.state) == (0, "done")
    assert stores.client.jobs[number].run == 0
    # The next one begins and never ends: the one after it takes over.
    stores.client.apply(RunStarted(number, second, 8))
    third = world.run(3, default_recipe("small", fold=2), "running")
    stores.client.apply(RunStarted(number, third, 8))
    assert state.run_of(path=second.path).state == "failed"
    stores.client.apply(JobEnded(number, Outcome.CANCELLED))
    assert state.run_of(path=third.path).job == 0
    assert stores.study.job() is None


def test_the_board_of_another_project_is_not_shown(opened, monkeypatch):
    stores, state = opened.stores, opened.stores.world
    monkeypatch.setattr(stores.client.lanes["training"], "post", lambda _command: None)
    number = begin(stores)
    state.project = "/elsewhere"
    stores.client.apply(StudyJudged(number, made_up_board()))
    assert stores.study.studies["s"].board is None


def test_what_a_study_tells_is_newer_than_the_disk(opened, monkeypatch):
    stores = opened.stores
    monkeypatch.setattr(stores.client.lanes["training"], "post", lambda _command: None)
    number = begin(stores)
    stores.client.apply(StudyJudged(number, made_up_board()))
    asked = []
    monkeypatch.setattr(stores.client.lanes["inspection"], "post", asked.append)
    stores.study._read._question.in_flight = 0
    stores.study.read()
    old = StudySummary(plan(), (), None)
    stores.client.apply(StudiesListed(asked[-1].job, "/p", (old,)))
    assert stores.study.studies["s"].board is not None
    stores.client.apply(StudiesListed(asked[-1].job, "/q", ()))
    assert "s" in stores.study.studies


def test_the_buttons_steer_the_study_that_is_shown(page, opened, monkeypatch):
    """With two queued, Cancel hit the one at work instead of the one looked at."""
    stores = opened.stores
    posted = []
    monkeypatch.setattr(stores.client.lanes["training"], "post", posted.append)
    stores.study.run(plan(name="first"))
    stores.study.run(plan(name="second"))
    assert stores.study.chosen == "second"
    second = stores.study.job("second")
    assert not page.queue.buttons.pause.isVisibleTo(
        page.queue
    )  # the engine cannot pause what waits
    page.queue.buttons.cancel.click()
    assert isinstance(posted[-1], Cancel)
    assert posted[-1].job == second.number


def test_studies_are_left_behind_with_their_project(page, opened, monkeypatch):
    """The board of another project's study of the same name was shown."""
    stores = opened.stores
    monkeypatch.setattr(stores.client.lanes["training"], "post", lambda _command: None)
    stores.client.apply(StudyJudged(begin(stores), made_up_board()))
    assert page._views.currentIndex() == 1
    stores.world.open_project("/q")
    assert stores.study.studies == {}
    assert stores.study.job() is None
    assert page._views.currentIndex() == 0
    stores.study.run(plan())
    assert stores.study.job("s") is not None


# ---------------------------------------------------------------- page


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_a_board_is_shown_with_words_and_symbols(page, opened, monkeypatch, mode):
    LOOK.apply(mode)
    try:
        stores = opened.stores
        monkeypatch.setattr(stores.client.lanes["training"], "post", lambda _command: None)
        number = begin(stores)
        stores.client.apply(StudyJudged(number, made_up_board()))
        assert "holds 1" in page.board.tally.text()
        assert "open 9" in page.board.tally.text()
        assert page.board.cards[9].outcome.text().endswith("holds")
        assert "86.96 %" in page.board.cards[1].reason.text()
        card = page.board.cards[9]
        assert card.details.isHidden() and card.effect.text().startswith("effect")
        card.fold.toggle()
        assert not card.details.isHidden(), "details unfold on demand"
        card.fold.toggle()
        assert page.board.table.item(0, 0).text() == "Transfer"
        for place in range(page.bar.count()):
            page.bar.setCurrentIndex(place)
            assert not opened.window.grab().isNull()
        page.bar.setCurrentIndex(1)
        assert page.arrivals.table.rowCount() == 2
        page.arrivals._auc.setCurrentIndex(2)  # 0.99: nobody arrived
        assert page.arrivals.table.item(0, 2).text().startswith("more than")
    finally:
        LOOK.apply(Mode.LIGHT)


def test_without_a_normal_class_a_study_cannot_begin(qtbot, parts, world):
    world.normal_known = False
    parts.stores.world.open_project("/p")
    parts.stores.data.open("/data")
    qtbot.waitUntil(lambda: parts.stores.world.data is not None)
    form = parts.window.pages["study"].form
    assert not form._start.isEnabled()
    assert "normal" in form._problem.text()


def test_show_leads_to_the_page_behind_a_finding(page, opened, monkeypatch):
    stores = opened.stores
    monkeypatch.setattr(stores.client.lanes["training"], "post", lambda _command: None)
    stores.client.apply(StudyJudged(begin(stores), made_up_board()))
    page.board.cards[9]._go.click()
    assert opened.window.page == "train"


# ---------------------------------------------------------------- form


def test_the_form_keeps_what_it_does_not_show(qapp):
    form = PlanForm()
    form.show_target("/data", ReaderOptions(), "", busy=False)
    held = plan(
        run_folds=(1,), seed=7, images=40, settings=(T, Setting.SMALL), curve=(2, 0), draws=2,
        curve_settings=(T,), source="/photos", preset=Preset.RECOMMENDED,
        changes=((T, "learning_rate", 1e-4), (Setting.SCRATCH_AUG, "iterations", 6000),
                 (T, "iterations", 90)),
    )  # fmt: skip
    form.show_plan(held)
    made = form.plan
    assert made is not None
    for name in ("name", "run_folds", "seed", "images", "settings", "curve", "draws",
                 "curve_settings", "source", "data"):  # fmt: skip
        assert getattr(made, name) == getattr(held, name), name
    assert set(held.changes) <= set(made.changes)
    assert {t.recipe for t in held.tasks if t.setting is T} == {
        t.recipe for t in made.tasks if t.setting is T
    }
    form._iterations.setValue(500)  # a new number counts for all large networks
    counts = {s: v for s, name, v in form.plan.changes if name == "iterations"}
    assert counts[T] == counts[Setting.SCRATCH_AUG] == 500
    form.deleteLater()


@pytest.mark.parametrize(
    ("field", "text"),
    [("_run_folds", "0"), ("_run_folds", "x"), ("_name", "a/b"), ("_counts", "1, x")],
)
def test_a_plan_that_cannot_be_run_says_why(qapp, field: str, text: str):
    form = PlanForm()
    form.show_target("/data", ReaderOptions(), "", busy=False)
    form._curve.setChecked(True)
    assert form._start.isEnabled()
    getattr(form, field).setText(text)
    assert not form._start.isEnabled()
    assert form._problem.text()
    form.deleteLater()


def test_the_table_is_copied_as_a_spreadsheet_takes_it(qtbot, qapp):
    table = PlainTable("t")
    qtbot.addWidget(table)
    table.show_table(listed(("a", "b"), [("x", "1"), ("y", "2")]))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "a\tb\nx\t1\ny\t2"


# ---------------------------------------------------------------- several computers


def test_computers_that_are_named_go_with_the_study_and_are_remembered(page, opened, monkeypatch):
    asked: list = []
    monkeypatch.setattr(opened.stores.client.lanes["training"], "post", asked.append)
    page.form._computers.setText("local:2")
    page.form._submit(train=True)
    (command,) = [each for each in asked if isinstance(each, RunStudy)]
    assert command.scheduler == "local:2"
    assert page._memory.computers == "local:2"


def test_a_slip_in_the_computers_is_said_before_anything_runs(page):
    page.form._computers.setText("lokal:2")
    assert "lokal:2" in page.form._problem.text()
    assert not page.form._start.isEnabled()
    page.form._computers.setText("")
    assert page.form._start.isEnabled()


def test_every_worker_has_a_row_while_the_study_is_at_work(page, opened, monkeypatch):
    stores = opened.stores
    monkeypatch.setattr(stores.client.lanes["training"], "post", lambda _command: None)
    number = begin(stores)
    assert page.workers.isHidden()
    stores.client.apply(ClusterJoined(number, "local:2", 2, "http://127.0.0.1:8787/status"))
    now = (
        WorkerNow("pc:11", task_name(plan(), T, 1, 0), "training", 3, 120),
        WorkerNow("pc:12", "measuring vgg16, 1", "begun"),
    )
    stores.client.apply(WorkersNow(number, now, 4, 1))
    assert not page.workers.isHidden()
    cells = [[page.workers.table.item(r, c).text() for c in range(4)] for r in range(2)]
    assert cells[0][1:] == ["pc:11", "Training", "3 / 120"]
    assert "2 workers" in page.workers.words.text()
    assert "4 tasks wait" in page.workers.words.text()
    assert "1 was lost" in page.workers.words.text()
    assert "http://127.0.0.1:8787/status" in page.workers.page.text()
    stores.client.apply(JobEnded(number, Outcome.DONE))
    assert page.workers.isHidden()


@pytest.mark.parametrize(
    ("on_test", "said"), [(True, "threshold of 0.5"), (False, "threshold from validation images")]
)
def test_the_board_says_where_its_threshold_comes_from(qtbot, on_test, said):
    tab = BoardTab()
    qtbot.addWidget(tab)
    tab.show_board(made_up_board(on_test=on_test))
    assert said in " ".join(each.text() for each in tab.findChildren(QLabel))
