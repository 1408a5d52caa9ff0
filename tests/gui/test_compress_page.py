"""The page Compress over a scripted engine: nothing leaks, nothing refused looks accepted."""

from __future__ import annotations

import csv
import io
import math
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel

from engine.compress.messages import (
    Distil,
    DrawPruningCurve,
    ExportRun,
    PruneRun,
    RemoveDead,
    TimeRuns,
)
from engine.core.recipe import default_recipe
from engine.core.values import RunSummary
from engine.training.messages import RunStarted
from gui.compress.found import families, family_of, kind_of, students
from gui.compress.page import DEAD, EXPORT, FEWER, SPEED, STUDENT, CompressPage
from gui.compress.tables import faster
from gui.compress.words import amount, milliseconds, size_text, times
from gui.few_defects.tab import FewTab
from gui.store.engine_thread import TRAINING
from gui.store.run_record import record_of
from gui.style.look import LOOK
from gui.toolkit.export import csv_bytes
from tests.gui import scripted_compress
from tests.gui.scripted import World

# Said of every window with a least size where there is no screen.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

FIRST, SECOND = "/p/runs/transfer-01", "/p/runs/scratch-aug-02"


class Steps:
    """Lets the engine go on step by step; open from the start."""

    def __init__(self) -> None:
        self.closed = False
        self.left = threading.Semaphore(0)

    def __call__(self) -> None:
        if self.closed:
            self.left.acquire(timeout=10)

    def allow(self, number: int = 1) -> None:
        for _ in range(number):
            self.left.release()

    def open(self) -> None:
        self.closed = False
        self.allow(500)


@pytest.fixture
def world() -> World:
    world = World(images=24)
    world.runs = [
        world.run(number, default_recipe(setting, fold=2, iterations=20), "done")
        for number, setting in enumerate(("transfer", "scratch-aug"), start=1)
    ]
    world.step_wait = Steps()
    return world


@pytest.fixture
def bare(qtbot, stores, world):
    """The page alone, without the window around it."""
    page = CompressPage(stores, FewTab)
    qtbot.addWidget(page)
    page.resize(1280, 700)
    page.show()
    yield page
    world.step_wait.open()


@pytest.fixture
def page(qtbot, bare, stores):
    """A project with two runs, the first one chosen."""
    bare.show_tab(DEAD)
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: stores.compress.run == FIRST)
    return bare


def kept(page, run: str = FIRST):
    return page.stores.compress.runs.get(run)


def asked(world, kind: type) -> list:
    return [command for command in world.said if isinstance(command, kind)]


def finish(qtbot, page) -> None:
    """Wait until nothing is under way and the run list is up to date."""
    runs = page.stores.world
    qtbot.waitUntil(lambda: not page.stores.client.jobs and not runs.listing_runs)


def head(table, row: int, column: int) -> str:
    return table.item(row, column).text()


def cells(table, row: int) -> list[str]:
    return [head(table, row, column) for column in range(table.columnCount())]


def texts(widget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


# ------------------------------------------------------------------ empty states, runs


def test_without_a_project_or_a_run_the_page_says_what_to_do(qtbot, bare, stores, world):
    assert bare._stack.currentWidget() is bare.no_project
    with qtbot.waitSignal(bare.ask_project):
        bare.no_project.asked.emit()
    world.runs = [replace(run, state="failed") for run in world.runs]
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: len(stores.world.runs) == 2)
    assert bare.few.isVisible(), "few defects need no run"
    for place in (DEAD, FEWER, STUDENT, SPEED, EXPORT):
        bare.show_tab(place)
        assert bare.no_run.isVisible()
    with qtbot.waitSignal(bare.go) as gone:
        bare.no_run.asked.emit()
    assert gone.args == ["train"]


def test_nothing_is_asked_of_the_engine_by_looking(qtbot, page, world):
    for place in page.bar.keys:
        page.show_tab(place)
    qtbot.wait(20)
    assert world.said == []


def family(world: World) -> list[RunSummary]:
    first, second = world.runs
    pruned = replace(first, name="2026-11-22-pruned-01", path="/p/runs/x1", parent=first.name,
                     kind="pruned")  # fmt: skip
    student = replace(first, name="2026-11-22-student-01", path="/p/runs/x2", parent=pruned.name,
                      kind="student")  # fmt: skip
    orphan = replace(first, name="2026-11-22-pruned-09", path="/p/runs/x3", parent="gone")
    failed = replace(first, name="2026-11-22-student-02", path="/p/runs/x4", parent=first.name,
                     state="failed")  # fmt: skip
    return [failed, student, pruned, orphan, second, first]


def test_smaller_runs_stand_below_their_parents(world):
    runs = [record_of(key, run) for key, run in enumerate(family(world), start=1)]
    found = [(member.run.path, member.depth) for member in families(runs)]
    assert found == [
        ("/p/runs/x3", 0), (SECOND, 0), (FIRST, 0), ("/p/runs/x1", 1), ("/p/runs/x2", 2)
    ]  # fmt: skip
    assert [run.path for run in family_of(runs, FIRST)] == [FIRST, "/p/runs/x1", "/p/runs/x2"]
    assert [run.path for run in family_of(runs, SECOND)] == [SECOND]
    assert family_of(runs, "/nowhere") == []
    kinds = {run.path: kind_of(run) for run in runs}
    assert (kinds[FIRST], kinds["/p/runs/x1"], kinds["/p/runs/x2"]) == (
        "trained", "pruned", "student"
    )  # fmt: skip


def test_a_run_that_names_itself_or_a_circle_ends(world):
    first, second = world.runs
    circle = [replace(first, parent=second.name), replace(second, parent=first.name)]
    runs = [record_of(key, run) for key, run in enumerate(circle, start=1)]
    assert families(runs) == []
    assert family_of(runs, FIRST) == []


def test_the_tree_and_the_facts_follow_the_choice(qtbot, page, stores, world):
    tree = page.panel.tree
    assert tree.topLevelItem(0).text(0) == "Transfer 1"
    assert "4,224" in texts(page.panel), "VGG-16 is known by its name"
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert stores.compress.run == SECOND
    assert page.panel.name.whole == "Scratch, augmented 2"
    assert page.dead.run.path == SECOND


# ------------------------------------------------------------------ dead channels


def test_dead_channels_are_removed_in_the_training_lane(qtbot, page, world, stores):
    world.step_wait.closed = True
    page.dead.images.setValue(80)
    page.dead.start.click()
    job = next(iter(stores.client.jobs.values()))
    assert job.lane == TRAINING
    assert (job.command.run, job.command.images) == (FIRST, 80)
    assert not page.dead.start.isEnabled()
    page.dead.start.click()
    assert len(stores.client.jobs) == 1
    world.step_wait.allow(3)
    strip = page.dead.strips[RemoveDead]
    qtbot.waitUntil(lambda: strip.words.whole == "Finding dead channels 3/4")
    assert (strip.bar.value(), strip.bar.maximum()) == (3, 4)
    assert not strip.stop.isVisible(), "half of it cannot be kept"
    world.step_wait.open()
    finish(qtbot, page)
    assert not strip.isVisible()
    found = kept(page).removed
    assert page.dead.new_run.path == found.run
    rows = [cells(page.dead.table_view, row) for row in range(7)]
    assert rows[0] == ["Filters", "4,224", "3,322", "1.27\N{MULTIPLICATION SIGN}"]
    assert [row[0] for row in rows[1:4]] == ["Parameters", "Multiply-adds", "File"]
    shown = texts(page.dead)
    for words in ("4.8e-06", "0 / 80", "0 / 40", "64 training and 16 validation", "902 channels"):
        assert words in shown, words
    assert "conv5_3: 512, 205" in page.dead.bars.accessibleDescription()


def test_the_new_run_is_listed_everywhere_and_led_to(qtbot, page, stores):
    page.dead.start.click()
    finish(qtbot, page)
    made = kept(page).removed.run
    assert stores.world.run_of(path=made) is not None
    child = page.panel.tree.topLevelItem(0).child(0)
    assert child.text(0) == "Dead removed 3, 3,322"
    with qtbot.waitSignal(page.go) as gone:
        page.dead.new_run.inspect.click()
    assert gone.args == ["inspect"]
    assert stores.inspect.state.run == made
    with qtbot.waitSignal(page.go) as gone:
        page.dead.new_run.compare.click()
    assert gone.args == ["measures"]


def test_cancelling_leaves_no_trace(qtbot, page, world, stores):
    world.step_wait.closed = True
    page.dead.start.click()
    page.dead.strips[RemoveDead].cancel.click()
    assert not page.dead.strips[RemoveDead].cancel.isEnabled()
    world.step_wait.open()
    finish(qtbot, page)
    assert kept(page).removed is None
    assert kept(page).failed == {}
    assert page.dead.stack.currentIndex() == 0
    assert page.dead.start.isEnabled()


def test_nothing_dead_is_said_in_place_and_not_as_a_notice(qtbot, page, world, stores):
    notices = []
    stores.client.notice.connect(notices.append)
    world.broken[FIRST] = "No channel is dead on 100 images."
    page.dead.start.click()
    finish(qtbot, page)
    assert "Nothing was removed" in texts(page.dead)
    assert "No channel is dead on 100 images." in texts(page.dead)
    assert notices == []
    stores.compress.choose(SECOND)
    assert "No channel is dead" not in texts(page.dead)
    stores.compress.choose(FIRST)
    world.broken.clear()
    page.dead.start.click()
    assert kept(page).failed == {}
    finish(qtbot, page)
    assert "No channel is dead" not in texts(page.dead)


def test_a_failure_behind_another_page_is_a_notice_too(qtbot, page, world, stores):
    notices = []
    stores.client.notice.connect(notices.append)
    world.broken[FIRST] = "It cannot be."
    page.hide()
    page.dead.start.click()
    finish(qtbot, page)
    assert [notice.text for notice in notices] == ["It cannot be."]
    page.show()
    assert "It cannot be." in texts(page.dead)


def test_a_failure_does_not_hide_an_earlier_result(qtbot, page, world):
    page.dead.start.click()
    finish(qtbot, page)
    world.broken[FIRST] = "Not twice."
    page.dead.start.click()
    finish(qtbot, page)
    assert page.dead.stack.currentIndex() == 1
    assert page.dead.problem.isVisible()
    assert page.dead.problem.text() == "Not twice."


# ------------------------------------------------------------------ fewer filters


def test_the_curve_grows_point_by_point(qtbot, page, world, stores):
    page.show_tab(FEWER)
    world.step_wait.closed = True
    page.fewer.order.setCurrentIndex(1)
    page.fewer.recovery.setValue(7)
    page.fewer.start.click()
    (job,) = stores.client.jobs.values()
    assert job.lane == TRAINING
    assert (job.command.order, job.command.recovery) == ("activity", 7)
    seen = []
    for number in (1, 2, 3):
        world.step_wait.allow(3 if number == 1 else 1)
        qtbot.waitUntil(lambda n=number: len(page.fewer.plots[0].drawn["before"]) == n)
        seen.append(page.fewer.slider.maximum())
    assert seen == [0, 1, 2]
    assert page.fewer.plots[0].drawn["after"][0] == page.fewer.plots[0].drawn["before"][0]
    qtbot.waitUntil(lambda: "3 of 8 points" in page.fewer.strips[DrawPruningCurve].words.whole)
    assert kept(page).graded is None
    world.step_wait.open()
    finish(qtbot, page)
    assert len(kept(page).graded.points) == 8
    assert kept(page).growing is None


def test_both_plots_show_any_figure(qtbot, page):
    graded(qtbot, page)
    first, second = page.fewer.plots
    assert (first.choice.currentData(), second.choice.currentData()) == ("accuracy", "escape")
    points = kept(page).graded.points
    for plot in (first, second):
        for place, figure in enumerate(("accuracy", "auc", "escape", "overkill")):
            plot.choice.setCurrentIndex(place)
            assert plot.drawn["before"][3] == pytest.approx(
                (100 * points[3].share, 100 * getattr(points[3].before, figure))
            )
            assert plot.drawn["after"][3][1] == pytest.approx(
                100 * getattr(points[3].after, figure)
            )


def grown(page) -> int:
    """Points of the curve that is being drawn."""
    return len(kept(page).growing.points) if kept(page).growing else 0


def graded(qtbot, page) -> None:
    page.show_tab(FEWER)
    page.fewer.start.click()
    finish(qtbot, page)


def test_figures_that_are_undefined_leave_a_gap(qtbot, page, stores):
    graded(qtbot, page)
    found = kept(page).graded
    points = [replace(p, before=replace(p.before, escape=None), after=None) for p in found.points]
    kept(page).graded = replace(found, points=tuple(points), judged="test")
    stores.compress.changed.emit()
    assert page.fewer.plots[1].drawn == {"before": [], "after": []}
    assert len(page.fewer.plots[0].drawn["after"]) == 1, "the whole network alone"
    assert "test images: choosing by it" in page.fewer.caption.text()


def test_stop_keeps_the_points_and_cancel_drops_them(qtbot, page, world):
    graded(qtbot, page)
    whole = kept(page).graded
    world.step_wait.closed = True
    page.fewer.start.click()
    world.step_wait.allow(5)
    qtbot.waitUntil(lambda: grown(page) == 3)
    page.fewer.strips[DrawPruningCurve].cancel.click()
    world.step_wait.open()
    finish(qtbot, page)
    assert kept(page).graded == whole
    assert kept(page).growing is None

    world.step_wait = Steps()
    world.step_wait.closed = True
    page.fewer.start.click()
    world.step_wait.allow(4)
    qtbot.waitUntil(lambda: grown(page) == 2)
    page.fewer.strips[DrawPruningCurve].stop.click()
    world.step_wait.open()
    finish(qtbot, page)
    assert 2 <= len(kept(page).graded.points) < 8
    assert page.fewer.slider.maximum() == len(kept(page).graded.points) - 1


def test_the_slider_picks_the_share_for_the_network_made(qtbot, page, world, stores):
    page.show_tab(FEWER)
    page.fewer.order.setCurrentIndex(1)
    graded(qtbot, page)
    # Whatever is chosen above by now: the network is made in the order of the curve.
    page.fewer.order.setCurrentIndex(0)
    assert not page.fewer.make.isEnabled(), "the whole network needs no making"
    page.fewer.slider.setFocus()
    for _ in range(4):
        qtbot.keyClick(page.fewer.slider, Qt.Key.Key_Right)
    assert page.fewer.place.text() == "35 %: 1,478 filters"
    table = page.fewer.table_view
    names = [head(table, row, 0) for row in range(table.rowCount())]
    assert names == ["Whole network", "35 %, straight after removal", "35 %, recovered"]
    assert {head(table, row, 1) for row in range(3)} == {"validation"}
    page.fewer.make_recovery.setValue(90)
    page.fewer.make.click()
    finish(qtbot, page)
    (command,) = asked(world, PruneRun)
    assert (command.share, command.order, command.recovery) == (0.35, "activity", 90)
    made = kept(page).pruned[-1]
    names = [head(table, row, 0) for row in range(table.rowCount())]
    assert names[-2:] == ["Whole network", "Made: 35 %, 90 recovery steps"]
    assert head(table, table.rowCount() - 1, 1) == "test"
    assert cells(table, table.rowCount() - 1)[-1] == "2 / 40"
    assert page.fewer.new_run.path == made.run
    assert stores.world.run_of(path=made.run) is not None
    assert "held-out test images" in page.fewer.caption.text()


def test_making_a_network_can_be_cancelled(qtbot, page, world):
    graded(qtbot, page)
    page.fewer.slider.setValue(3)
    world.step_wait.closed = True
    page.fewer.make.click()
    assert not page.fewer.make.isEnabled()
    strip = page.fewer.strips[PruneRun]
    world.step_wait.allow(2)
    qtbot.waitUntil(lambda: strip.words.whole.startswith("Recovering 2/3"))
    strip.cancel.click()
    world.step_wait.open()
    finish(qtbot, page)
    assert kept(page).pruned == ()
    assert page.fewer.make.isEnabled()


# ------------------------------------------------------------------ students


def teach(qtbot, page, filters: int = 33, lessons: str = "teacher") -> None:
    page.show_tab(STUDENT)
    page.student.filters.setCurrentIndex(page.student.filters.findData(filters))
    page.student.lessons.setCurrentIndex(page.student.lessons.findData(lessons))
    page.student.steps.setValue(60)
    page.student.start.click()
    finish(qtbot, page)


def test_a_student_is_taught_with_live_curves(qtbot, page, world, stores):
    page.show_tab(STUDENT)
    assert [page.student.filters.itemData(i) for i in range(5)] == [33, 66, 132, 264, 528]
    assert page.student.filters.itemText(0) == "33 filters (1/128)"
    page.student.filters.setCurrentIndex(2)
    page.student.lessons.setCurrentIndex(1)
    page.student.steps.setValue(60)
    world.step_wait.closed = True
    page.student.start.click()
    (job,) = stores.client.jobs.values()
    assert job.lane == TRAINING
    command = job.command
    assert (command.filters, command.steps, command.lessons) == (132, 60, "labels")
    world.step_wait.allow(7)
    qtbot.waitUntil(lambda: bool(kept(page).lesson) and len(kept(page).lesson.loss) == 7)
    qtbot.waitUntil(lambda: "14/60" in page.student.strips[Distil].words.whole)
    assert "loss 0." in page.student.strips[Distil].words.whole
    assert "live accuracy" in page.student.strips[Distil].words.whole
    assert len(kept(page).lesson.figures["accuracy"]) == 2
    assert page.student.live.isVisible()
    page.student.strips[Distil].stop.click()
    world.step_wait.open()
    finish(qtbot, page)
    (student,) = kept(page).students
    assert student.lessons == "labels"
    assert student.steps < 60
    assert len(kept(page).lesson.loss), "the lesson stays to be looked at"


def test_a_cancelled_lesson_goes(qtbot, page, world):
    page.show_tab(STUDENT)
    world.step_wait.closed = True
    page.student.start.click()
    world.step_wait.allow(3)
    qtbot.waitUntil(lambda: kept(page).lesson is not None)
    page.student.strips[Distil].cancel.click()
    world.step_wait.open()
    finish(qtbot, page)
    assert kept(page).lesson is None
    assert kept(page).students == ()


def test_the_chart_has_all_series_the_teacher_and_the_baseline(qtbot, page, stores):
    teach(qtbot, page, 33)
    teach(qtbot, page, 264)
    teach(qtbot, page, 33, "labels")
    stores.compress.choose(SECOND)
    teach(qtbot, page, 66)
    stores.compress.choose(FIRST)
    series = {one.name: one.points for one in page.student.plot.series}
    assert list(series) == [
        "Taught by this run", "Without a teacher", "Taught by another: Scratch, augmented"
    ]  # fmt: skip
    assert [filters for filters, _ in series["Taught by this run"]] == [32, 256]
    assert [filters for filters, _ in series["Without a teacher"]] == [32]
    assert series["Without a teacher"][0][1] < series["Taught by this run"][0][1]
    assert page.student.plot.teacher == stores.world.run_of(path=FIRST).test.accuracy
    assert page.student.plot.baseline == 0.75
    named = [key.text for key in page.student.plot.keys]
    assert named[3:] == ["teacher 100.00 %", "trivial baseline 75.00 %"]
    view = page.student.plot.plot.getViewBox().viewRange()
    assert view[0][0] < math.log10(33) and view[0][1] > math.log10(528)
    assert view[1][0] < 75 < 100 < view[1][1]
    table = page.student.table_view
    assert table.rowCount() == 5
    assert cells(table, 0)[0] == "Transfer 1"
    assert [head(table, row, 1) for row in range(1, 5)] == ["this run"] * 3 + ["Scratch, augmented"]
    assert [head(table, row, 2) for row in range(1, 5)] == [
        "labels", "teacher", "teacher", "teacher"
    ]  # fmt: skip
    assert cells(table, 1)[-1] == "1 / 40"


def test_the_size_is_put_into_words_and_then_into_figures(qtbot, page):
    page.show_tab(STUDENT)
    assert page.student.size_words.text().startswith(
        "At most 33 filters, 1/128 of VGG-16's 4,224. Twice"
    )
    teach(qtbot, page, 33)
    cost = scripted_compress.cost(32)
    assert page.student.size_words.text().startswith("32 filters of VGG-16's 4,224: such")
    assert f"has {cost.parameters:,} parameters" in page.student.size_words.text()


def test_students_of_earlier_days_are_on_the_chart_too(qtbot, page, world, stores):
    first = world.runs[0]
    world.runs.insert(
        0,
        replace(
            first, name="2026-11-01-student-01", path="/p/runs/old", parent=first.name,
            kind="student", lessons="labels", cost=scripted_compress.cost(66),
        ),
    )  # fmt: skip
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: len(stores.world.runs) == 3)
    page.show_tab(STUDENT)
    (student,) = students(stores.compress)
    assert (student.lessons, student.cost) == ("labels", scripted_compress.cost(66))
    assert len(page.student.plot.series) == 1
    assert "Student 1" in cells(page.student.table_view, 1)


# ------------------------------------------------------------------ speed


def test_ticked_runs_are_timed_and_shown(qtbot, page, world, stores):
    teach(qtbot, page, 33)
    teach(qtbot, page, 66)
    page.show_tab(SPEED)
    ticks = page.speed.ticks
    assert ticks.rowCount() == 3
    ticks.item(2, 0).setCheckState(Qt.CheckState.Unchecked)
    page.speed.width_px.setValue(640)
    page.speed.height_px.setValue(480)
    page.speed.batch.setValue(4)
    page.speed.threads.setValue(1)
    page.speed.start.click()
    (job,) = stores.client.jobs.values()
    assert job.lane == TRAINING
    finish(qtbot, page)
    (command,) = asked(world, TimeRuns)
    newest = kept(page).students[-1].run
    assert command.runs == (FIRST, newest)
    assert (command.size, command.batches, command.threads) == ((480, 640), (1, 4), 1)
    table = page.speed.table_view
    assert table.rowCount() == 4
    assert cells(table, 0)[:7] == [
        "Transfer 1", "1", "400", "440", "520", "400", "1.00\N{MULTIPLICATION SIGN}"
    ]  # fmt: skip
    assert cells(table, 2)[6] == "2.50\N{MULTIPLICATION SIGN}"
    assert cells(table, 0)[7:] == ["CPU", "1", "float32"]
    assert "640 x 480" in page.speed.caption.text()
    assert "disturbs" in page.speed.caption.text()
    assert "Transfer 1: 400 ms" in page.speed.bars.accessibleDescription()
    assert page.speed.bars.accessibleDescription().count(";") == 1, "single images only"
    assert "400 ms" in texts(page.panel)


def test_batch_one_is_timed_once_and_no_run_is_not_timed(qtbot, page, world):
    page.show_tab(SPEED)
    page.speed.batch.setValue(1)
    page.speed.start.click()
    finish(qtbot, page)
    assert asked(world, TimeRuns)[0].batches == (1,)
    page.speed.ticks.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
    assert not page.speed.start.isEnabled()


def test_faster_compares_equal_batches():
    command = TimeRuns(1, ("/a", "/b"))
    rows = [scripted_compress.latency(n, i, b, command) for i, n in enumerate("ab") for b in (1, 8)]
    assert [faster(rows, row) for row in rows] == pytest.approx([1.0, 1.0, 2.5, 2.5])
    assert faster([], rows[0]) is None


def test_the_images_of_the_open_data_set_are_timed_first(qtbot, page, stores):
    page.show_tab(SPEED)
    assert page.speed.width_px.value() == 512
    stores.data.open("/data")
    qtbot.waitUntil(lambda: page.speed.width_px.value() == 64)
    page.speed.width_px.setValue(100)
    stores.compress.changed.emit()
    assert page.speed.width_px.value() == 100


# ------------------------------------------------------------------ export


def export(qtbot, page, tmp_path, *, int8: bool) -> None:
    page.show_tab(EXPORT)
    page.export.ask_model = lambda: str(tmp_path / "model")
    page.export.precision.setCurrentIndex(int(int8))
    page.export.start.click()
    finish(qtbot, page)


def test_an_export_that_agrees_is_accepted(qtbot, page, world, tmp_path, monkeypatch):
    page.export.images.setValue(30)
    page.export.brief.setChecked(True)
    export(qtbot, page, tmp_path, int8=False)
    (command,) = asked(world, ExportRun)
    assert command.brief
    assert command.path == str(tmp_path / "model.onnx")
    assert (command.run, command.int8, command.images) == (FIRST, False, 30)
    assert page.export.card.accepted is True
    shown = texts(page.export)
    for words in ("Accepted", "30 held-out images", "2.1e-06", "allowed 0.001", "0 / 30",
                  "model.onnx (float32)", "model_example.py", "model.json"):  # fmt: skip
        assert words in shown, words
    assert "do not use" not in shown
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    page.export.open.click()
    assert opened == [str(tmp_path)]


def test_a_refused_export_looks_refused(qtbot, page, tmp_path):
    export(qtbot, page, tmp_path, int8=True)
    card = page.export.card
    assert card.accepted is False
    shown = texts(page.export)
    assert "Not accepted: do not use this file" in shown
    assert "A score differs from the run's by 0.31; 0.05 is allowed." in shown
    assert "4 / 50" in shown
    assert "refuses" in page.export.caption.text()
    red = QColor(LOOK.colours.bad)
    image = card.grab().toImage()
    assert image.pixelColor(3, image.height() // 2).name() == red.name()
    ground = image.pixelColor(image.width() - 20, image.height() // 2)
    assert ground.red() > ground.green() + 10


def test_a_refusal_names_what_decided(qtbot, page, tmp_path, stores):
    export(qtbot, page, tmp_path, int8=True)
    found = replace(kept(page).exported, max_score_difference=0.01)
    for change, words in (
        ({}, "4 of 50 verdicts"),
        ({"verdict_changes": 0, "reason": "Another size."}, "Another size."),
    ):
        kept(page).exported = replace(found, **change)
        stores.compress.changed.emit()
        assert words in page.export.card.reason.text()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"int8": "slower"}, "int8 is not offered: it is no quicker on this computer."),
        ({"int8": "inexact"}, "int8 is not offered: it differs too much from the run."),
        ({"int8": "offered", "precision": "int8"}, "int8 is accurate, and quicker"),
        ({"runtime": "OpenVINO"}, "OpenVINO runs it more quickly on this computer."),
    ],
)
def test_what_was_offered_is_said(qtbot, page, tmp_path, stores, change, words):
    export(qtbot, page, tmp_path, int8=False)
    assert "offered" not in page.export.caption.text()
    kept(page).exported = replace(kept(page).exported, **change)
    stores.compress.changed.emit()
    assert words in page.export.caption.text()


def test_no_file_chosen_exports_nothing(qtbot, page, world):
    page.show_tab(EXPORT)
    page.export.ask_model = lambda: ""
    page.export.start.click()
    assert page.stores.client.jobs == {}


# ------------------------------------------------------------------ nothing leaks


def every_result(qtbot, page, tmp_path) -> None:
    page.show_tab(DEAD)
    page.dead.start.click()
    graded(qtbot, page)
    page.fewer.slider.setValue(3)
    page.fewer.make.click()
    page.show_tab(SPEED)
    page.speed.start.click()
    export(qtbot, page, tmp_path, int8=False)


def test_results_belong_to_the_run_they_were_asked_of(qtbot, page, stores, tmp_path):
    every_result(qtbot, page, tmp_path)
    for tab in (page.dead, page.fewer, page.speed, page.export):
        page.show_tab(next(key for key, each in page.tabs.items() if each is tab))
        stores.compress.choose(FIRST)
        assert (tab.stack.currentIndex(), tab.table() is None) == (1, False)
        stores.compress.choose(SECOND)
        assert (tab.stack.currentIndex(), tab.table() is None) == (0, True)
    assert kept(page, SECOND) is None


def test_a_result_that_arrives_late_is_the_first_runs(qtbot, page, world, stores):
    world.step_wait.closed = True
    for tab, start in ((DEAD, page.dead.start), (SPEED, page.speed.start)):
        page.show_tab(tab)
        start.click()
    page.show_tab(DEAD)
    stores.compress.choose(SECOND)
    assert page.dead.start.isEnabled(), "only the first run is at it"
    assert not page.dead.strips[RemoveDead].isVisible()
    world.step_wait.open()
    finish(qtbot, page)
    assert kept(page, FIRST).removed is not None
    assert kept(page, FIRST).timed
    assert kept(page, SECOND) is None
    assert page.dead.stack.currentIndex() == 0


def test_another_project_has_none_of_it(qtbot, page, stores, tmp_path):
    every_result(qtbot, page, tmp_path)
    stores.world.open_project("/other")
    assert stores.compress.runs == {}
    assert stores.compress.run == ""


def test_a_run_that_trains_on_drops_what_came_of_its_old_weights(qtbot, page, stores, world):
    page.dead.start.click()
    finish(qtbot, page)
    run = world.runs[-2]
    assert run.path == FIRST
    stores.train.train([run.recipe], data="/d")
    job = next(iter(stores.client.jobs))
    stores.client.apply(RunStarted(job, run, 30))
    assert kept(page) is None
    finish(qtbot, page)


# ------------------------------------------------------------------ tables, words, looks


def test_every_tab_copies_and_saves_its_table(qtbot, page, tmp_path, monkeypatch):
    every_result(qtbot, page, tmp_path)
    teach(qtbot, page, 33)
    for place, wanted in ((DEAD, "conv5_3"), (FEWER, "made"), (STUDENT, "teacher"),
                          (SPEED, "float32"), (EXPORT, "yes")):  # fmt: skip
        page.show_tab(place)
        tab = page.tabs[place]
        tab.copy_table()
        lines = QGuiApplication.clipboard().text().split("\n")
        assert len({line.count("\t") for line in lines}) == 1
        assert any(wanted in line.split("\t") for line in lines), wanted
        path = tmp_path / f"{place}.csv"
        monkeypatch.setattr(tab, "ask_file", lambda _kind, path=path: str(path))
        tab.save_as("csv")
        assert path.read_bytes() == csv_bytes(tab.table())
    rows = list(csv.DictReader(io.StringIO(page.speed.table().csv)))
    assert rows[1]["batch"] == "8"
    assert float(rows[1]["per image, ms"]) == pytest.approx(float(rows[1]["median, ms"]) / 8)


def test_numbers_in_words():
    assert [amount(x) for x in (80_100_000_000, 14_762_240, 9_999, None)] == [
        "80.1 G", "14.8 M", "9,999", "\N{EN DASH}"
    ]  # fmt: skip
    assert [size_text(x) for x in (58_900_000, 9_300, 12, None)] == [
        "58.9 MB", "9.3 kB", "12 B", "\N{EN DASH}"
    ]  # fmt: skip
    assert [times(10, 4), times(99, 5), times(1e6, 8), times(1, 0)] == [
        "2.50\N{MULTIPLICATION SIGN}", "19.8\N{MULTIPLICATION SIGN}",
        "125,000\N{MULTIPLICATION SIGN}", "\N{EN DASH}",
    ]  # fmt: skip
    assert [milliseconds(x) for x in (1.234, 12.34, 1234.5)] == ["1.23", "12.3", "1,234"]


def test_everything_has_a_name_for_those_who_cannot_see(page):
    for tab in page.tabs.values():
        for strip in tab.strips.values():
            assert strip.bar.accessibleName()
    for widget in (page.bar, page.panel.tree, page.fewer.slider, page.fewer.order,
                   page.fewer.recovery, page.dead.images, page.student.filters,
                   page.student.lessons, page.student.steps, page.speed.ticks, page.speed.batch,
                   page.speed.threads, page.export.precision, page.export.images,
                   page.dead.bars, page.speed.bars, page.student.plot.plot):  # fmt: skip
        assert widget.accessibleName(), widget
