"""The tab Few defects over a scripted engine: from what there is to what the result proves."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication

from engine.compress.messages import RunExported, RunsTimed, StudentReady, StudentStep
from engine.core.event import JobEnded, Outcome, Progress
from engine.core.recipe import default_recipe
from engine.few_defects.messages import FastInspector, InspectorMade, MakeInspector
from engine.training.messages import RunFinished, RunStarted, StepDone, Validated
from gui.compress.page import DEAD, FEW, CompressPage
from gui.few_defects.ready import fold_of, offer_of, teachers
from gui.few_defects.state import STAGES, Making
from gui.few_defects.tab import FewTab
from gui.few_defects.words import (
    headline,
    needed,
    proof_words,
    seconds_text,
    share,
    threshold_words,
)
from gui.shell.app import load_language
from gui.store.curves import Curve
from gui.store.engine_thread import TRAINING
from gui.store.run_record import record_of
from gui.style.look import LOOK
from gui.style.theme import Mode
from tests.gui.scripted import World
from tests.gui.scripted_compress import fast_inspector
from tests.gui.test_compress_page import Steps, asked, cells, finish, texts

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

DATA, PROJECT = "/data/leather", "/p"
KINDS = (Progress, RunStarted, StepDone, Validated, RunFinished, StudentStep,
         StudentReady, RunExported, RunsTimed, InspectorMade)  # fmt: skip


@pytest.fixture
def world() -> World:
    world = World(images=80)
    world.step_wait = Steps()
    return world


@pytest.fixture
def page(qtbot, stores, world):
    """The page with a project that has no run, and no images."""
    page = CompressPage(stores, FewTab)
    qtbot.addWidget(page)
    page.resize(1280, 700)
    page.show()
    stores.world.open_project(PROJECT)
    yield page
    world.step_wait.open()


@pytest.fixture
def ready(qtbot, page, stores):
    """The tab with images open."""
    stores.data.open(DATA)
    qtbot.waitUntil(lambda: stores.world.data is not None)
    return page.few


def make(qtbot, page, **choices) -> FastInspector:
    """Let an inspector be made to the end."""
    form = page.few.form
    form.precision.setCurrentIndex(int(choices.get("int8", False)))
    form.start.click()
    finish(qtbot, page)
    return page.stores.few_defects.state.made


def begin(qtbot, tab, world, steps: int) -> Making:
    """Start and let the engine go so many steps."""
    world.step_wait.closed = True
    tab.form.start.click()
    world.step_wait.allow(steps)
    return tab.stores.few_defects.state


def lines(tab) -> list[str]:
    return [words for _, words in tab.form.offer.lines]


# ------------------------------------------------------------------ before the start


def test_it_is_the_first_tab_and_needs_no_run(qtbot, page, stores):
    assert page.bar.key == FEW == page.bar.keys[0]
    assert page.few.isVisible() and page.few.form.isVisible()
    assert not page.panel.isVisible()
    assert "Five defects to a fast inspector" in texts(page.few)


def test_the_runs_come_back_with_the_other_tabs(qtbot, page, stores, world):
    world.runs = [world.run(1, default_recipe("transfer"), "done")]
    stores.world.open_project("/q")
    qtbot.waitUntil(lambda: stores.compress.run != "")
    page.show_tab(DEAD)
    assert page.panel.isVisible() and not page.few.form.isVisible()
    page.show_tab(FEW)
    assert page.few.form.isVisible() and not page.panel.isVisible()


def test_without_images_it_says_so_and_leads_to_the_data(qtbot, page):
    assert lines(page.few) == ["No images are open. Open normal and defective ones first."]
    assert not page.few.form.start.isEnabled()
    with qtbot.waitSignal(page.go) as gone:
        page.few.form.offer.cure.click()
    assert gone.args == ["data"]


def test_what_there_is_is_said_before_the_start(ready):
    assert lines(ready) == [
        "20 of 20 defects have a known region",
        "60 normal images",
        "4 defects and 12 normal images are held out for judging",
    ]
    assert all(good for good, _ in ready.form.offer.lines)
    assert ready.form.start.isEnabled()
    assert not ready.form.offer.cure.isVisible()
    assert ready.form.teacher.count() == 1
    assert ready.live.stages.said == dict.fromkeys(STAGES, ("waiting", ""))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"regions": False}, "No defect has a known region (20 are labelled)"),
        ({"normal_known": False}, "Which class is the normal one"),
    ],
)
def test_what_is_missing_is_said_with_its_cure(qtbot, page, stores, world, change, words):
    for name, value in change.items():
        setattr(world, name, value)
    stores.data.open(DATA)
    qtbot.waitUntil(lambda: stores.world.data is not None)
    assert lines(page.few)[0].startswith(words)
    assert not page.few.form.offer.lines[0][0]
    assert page.few.form.offer.cure.isVisible()
    assert not page.few.form.start.isEnabled()


def test_a_set_without_normal_images_or_held_out_defects(world):
    data = world.summary(DATA)
    bad = tuple(row for row in data.samples if row.defective)
    assert offer_of(replace(data, samples=bad)).lacking == "normals"
    rest = tuple(row for row in data.samples if not (row.defective and row.fold == 1))
    offer = offer_of(replace(data, samples=rest))
    assert (offer.lacking, offer.held_defects, offer.usable) == ("", 0, 16)
    unfolded = tuple(replace(row, fold=0) for row in data.samples)
    offer = offer_of(replace(data, samples=unfolded))
    assert (offer.held_defects, offer.usable) == (None, 20)


def test_the_fold_held_out_is_the_teachers(world):
    data = world.summary(DATA)
    run = record_of(1, world.run(1, default_recipe("transfer", fold=2), "done"))
    other = record_of(2, world.run(2, default_recipe("transfer", folds=3, fold=2), "done"))
    assert [fold_of(one, data) for one in (None, run, other)] == [1, 2, 0]
    assert offer_of(data, 0).held_defects is None


def test_a_region_drawn_meanwhile_counts(qtbot, page, stores, world):
    world.regions = False
    stores.data.open(DATA)
    qtbot.waitUntil(lambda: stores.world.data is not None)
    assert not page.few.form.start.isEnabled()
    data = stores.world.data
    rows = tuple(replace(row, has_region=row.index == 1) for row in data.samples)
    stores.world.data = replace(data, samples=rows)
    stores.regions.changed.emit()
    assert lines(page.few)[0] == "1 of 20 defects has a known region"
    assert page.few.form.start.isEnabled()


def test_fewer_defects_than_asked_for_is_said(ready):
    ready.form.defects.setValue(17)
    assert "Only 16 with a region are left to learn from" in texts(ready.form)
    ready.form.defects.setValue(5)
    assert "Only 16" not in texts(ready.form)


def test_teachers_are_trained_runs_that_read_windows_of_these_images(world):
    data = world.summary(DATA)
    run = world.run(1, default_recipe("transfer"), "done")
    runs = [
        record_of(key, one)
        for key, one in enumerate(
            (
                run,
                replace(run, path="/x2", view="whole"),
                replace(run, path="/x3", fingerprint="other"),
                replace(run, path="/x4", state="failed"),
                replace(run, path="/x5", parent=run.name, kind="student"),
                replace(run, path="/x6", view="bags"),
            ),
            start=1,
        )
    ]
    assert [one.path for one in teachers(runs, data)] == [run.path, "/x6"]


def test_the_command_says_what_the_form_does(qtbot, ready, world, stores, page):
    world.runs = [world.run(1, default_recipe("transfer", fold=2), "done")]
    stores.world.open_project("/q")
    qtbot.waitUntil(lambda: ready.form.teacher.count() == 2)
    form = ready.form
    form.ask_file = lambda: "/out/fast"
    form.browse.click()
    form.teacher.setCurrentIndex(1)
    form.defects.setValue(0)
    assert form.defects.text() == "all"
    form.filters.setCurrentIndex(1)
    form.steps.setValue(500)
    form.precision.setCurrentIndex(1)
    world.step_wait.closed = True
    form.start.click()
    (job,) = stores.client.jobs.values()
    assert job.lane == TRAINING
    command = job.command
    assert (command.data, command.project, command.teacher) == (DATA, "/q", world.runs[0].path)
    assert (command.defects, command.filters, command.steps) == (0, 66, 500)
    assert (command.path, command.int8, command.iterations) == ("/out/fast.onnx", True, 40)
    assert not form.start.isEnabled()
    stores.few_defects.make(form.asked)
    assert len(stores.client.jobs) == 1, "one at a time"
    world.step_wait.open()
    finish(qtbot, page)
    assert "transfer" not in ready.live.stages.said, "a given teacher learns nothing"


# ------------------------------------------------------------------ on its way


def test_stages_advance_with_their_counts_and_times(qtbot, ready, world, stores):
    now = [0.0]
    stores.few_defects.clock = lambda: now[0]
    making = begin(qtbot, ready, world, 3 + 12)
    qtbot.waitUntil(lambda: making.done == 12)
    assert making.stage == "transfer"
    now[0] = 30.0
    ready.pulse()
    assert ready.live.stages.said["transfer"] == ("running", "0:30")
    assert "Training 12/40" in texts(ready.live)
    assert "0:30 in all" in ready.strips[MakeInspector].words.whole
    assert len(making.teacher.figures["accuracy"]) == 2
    assert ready.live.words.whole.startswith("Teacher")
    assert "End this step" in ready.strips[MakeInspector].stop.text()
    # The teacher to its end, three of four lessons.
    world.step_wait.allow(28 + 3 + 3)
    qtbot.waitUntil(lambda: making.stage == "lessons" and making.done == 3)
    now[0] = 36.0
    ready.pulse()
    assert ready.live.stages.said["transfer"] == ("done", "30 s")
    assert ready.live.stages.said["lessons"] == ("running", "0:06")
    assert ready.live.stages.said["teaching"] == ("waiting", "")
    world.step_wait.allow(1 + 2 + 10)
    qtbot.waitUntil(lambda: making.stage == "teaching" and making.done == 1000)
    ready.pulse()
    assert ready.live.words.whole.startswith("Student")
    assert len(making.lesson.figures["accuracy"]) == 2
    world.step_wait.allow(10 + 3)
    qtbot.waitUntil(lambda: making.stage == "judging")
    world.step_wait.open()
    finish(qtbot, ready)
    assert making.stage == "" and making.job == 0
    assert list(making.seconds) == list(STAGES)


def test_the_teacher_is_a_run_like_any_other(qtbot, ready, world, stores):
    begin(qtbot, ready, world, 3 + 6)
    qtbot.waitUntil(lambda: bool(stores.world.runs) and stores.world.runs[0].iteration == 6)
    (job,) = stores.client.jobs.values()
    assert stores.world.current_run.job == job.number
    world.step_wait.open()
    finish(qtbot, ready)
    kinds = [run.summary.kind for run in stores.world.runs]
    assert kinds == ["student", ""]
    assert all(run.usable for run in stores.world.runs)


def test_stop_ends_the_step_and_the_next_begins(qtbot, ready, world, stores):
    making = begin(qtbot, ready, world, 3 + 7)
    strip = ready.strips[MakeInspector]
    qtbot.waitUntil(lambda: making.done == 7)
    strip.stop.click()
    assert not strip.stop.isEnabled()
    (job,) = stores.client.jobs.values()
    world.step_wait.allow(1 + 3 + 1)
    qtbot.waitUntil(lambda: making.stage == "lessons")
    assert job.state == "running"
    assert not strip.stop.isEnabled(), "lessons cannot end early"
    assert len(making.teacher.loss) < 40
    world.step_wait.allow(3 + 2 + 4)
    qtbot.waitUntil(lambda: making.stage == "teaching" and len(making.lesson.loss) >= 4)
    qtbot.waitUntil(lambda: strip.stop.isEnabled())
    strip.stop.click()
    world.step_wait.open()
    finish(qtbot, ready)
    assert len(making.lesson.loss) < 20
    assert making.made is not None


def test_cancel_ends_all_and_the_finished_teacher_stays(qtbot, ready, world, stores):
    making = begin(qtbot, ready, world, 3 + 40 + 3 + 2)
    qtbot.waitUntil(lambda: making.stage == "lessons")
    ready.strips[MakeInspector].cancel.click()
    world.step_wait.open()
    finish(qtbot, ready)
    assert making.made is None and making.failed == ""
    (run,) = stores.world.runs
    assert run.usable
    assert f"Its teacher {run.name} is finished and stays" in texts(ready)
    assert ready.form.teacher.findData(run.path) == 1
    assert ready.form.start.isEnabled()


def test_cancel_while_the_teacher_learns_leaves_no_inspector(qtbot, ready, world, stores):
    making = begin(qtbot, ready, world, 3 + 4)
    qtbot.waitUntil(lambda: making.done == 4)
    ready.strips[MakeInspector].cancel.click()
    world.step_wait.open()
    finish(qtbot, ready)
    assert making.kept == ""
    assert ready.live.about.isVisible(), "as before the start"
    assert all(not run.job for run in stores.world.runs)


def test_another_data_set_does_not_disturb_it(qtbot, ready, world, stores):
    making = begin(qtbot, ready, world, 3 + 4)
    qtbot.waitUntil(lambda: making.done == 4)
    world.regions = False
    stores.data.open("/data/wood")
    qtbot.waitUntil(lambda: stores.world.data.path == "/data/wood")
    assert lines(ready)[0].startswith("No defect has a known region")
    assert "of the images in leather" in ready.strips[MakeInspector].words.whole
    world.step_wait.open()
    finish(qtbot, ready)
    assert making.made is not None
    assert "Made of the images in leather" in ready.caption.text()


def test_another_project_does_not_see_it_and_the_first_does_again(qtbot, ready, world, stores):
    begin(qtbot, ready, world, 3 + 4)
    qtbot.waitUntil(lambda: stores.few_defects.state.done == 4)
    stores.world.open_project("/other")
    assert stores.few_defects.job is None
    assert stores.few_defects.state.command is None
    assert ready.form.start.isEnabled()
    world.step_wait.allow(3)
    qtbot.wait(50)
    assert stores.few_defects.state.stage == ""
    stores.world.open_project(PROJECT)
    assert stores.few_defects.job is not None
    world.step_wait.open()
    finish(qtbot, ready)
    assert stores.few_defects.state.made is not None


def test_closing_cancels_it_because_a_stop_would_go_on(qtbot, ready, world, stores):
    making = begin(qtbot, ready, world, 3 + 4)
    qtbot.waitUntil(lambda: making.done == 4)
    (job,) = stores.client.jobs.values()
    stores.client.wind_down()
    assert job.state == "cancelling"
    world.step_wait.open()
    finish(qtbot, ready)


def test_the_clock_rests_while_nobody_looks(qtbot, ready, page, world):
    making = begin(qtbot, ready, world, 3 + 4)
    qtbot.waitUntil(lambda: making.done == 4)
    assert ready._ticks.isActive()
    page.show_tab(DEAD)
    assert not ready._ticks.isActive()
    page.show_tab(FEW)
    assert ready._ticks.isActive()
    world.step_wait.open()
    finish(qtbot, ready)
    assert not ready._ticks.isActive()


# ------------------------------------------------------------------ what came of it


def test_an_accepted_inspector(qtbot, ready, page, stores, monkeypatch):
    found = make(qtbot, page)
    card = ready.result.card
    assert card.accepted is True
    assert card.verdict.text() == (
        "4.10 ms an image, 98 times faster than its teacher; "
        "export accepted (largest score difference 2.1e-06 on 50 images)"
    )
    table = ready.result.table_view
    assert [cells(table, row) for row in range(8)] == [
        ["AUC", "0.9938", "0.9938"],
        ["Overkill", "0 / 75 (0.00 % to 4.80 %)", "1 / 75 (0.03 % to 7.21 %)"],
        ["Escape", "0 / 5 (0.00 % to 52.20 %)", "0 / 5 (0.00 % to 52.20 %)"],
        ["Accuracy", "99.50 % (baseline 93.75 %)", "98.75 % (baseline 93.75 %)"],
        ["Filters", "4,224", "32"],
        ["Weights", "58.9 MB", "12.4 kB"],
        ["Time an image", "400 ms", "4.10 ms"],
        ["Its ONNX file", "\N{EN DASH}", "2.60 ms"],
    ]
    shown = texts(ready)
    for words in (
        "Escapes: 0 of 5 held-out defects. That still allows an escape rate of 52 %.",
        "less than 5 % takes 72 held-out defects",
        "A quantile of 15 normal validation images",
        "knows nothing about weak defects",
        "from 5 labelled defects",
        "184 s in all",
        "80 held-out images",
    ):
        assert words in shown, words
    assert "teacher 61 s, lessons 18 s" in ready.result.bar.accessibleDescription()
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    ready.result.open.click()
    assert opened == [found.student]
    ready.result.copy.click()
    assert QGuiApplication.clipboard().text() == found.exported.file
    with qtbot.waitSignal(page.go) as gone:
        ready.result.new_run.inspect.click()
    assert gone.args == ["inspect"]
    assert stores.inspect.state.run == found.student


def test_what_came_of_the_student_is_the_students(qtbot, ready, page, stores):
    found = make(qtbot, page)
    kept = stores.compress.runs
    assert "" not in kept, "no run has an empty folder"
    assert kept[found.student].exported == found.exported
    assert kept[found.student].timed == found.latency
    assert kept[found.teacher].students[-1].run == found.student


def test_a_refused_export_is_never_called_accepted(qtbot, ready, page):
    make(qtbot, page, int8=True)
    card = ready.result.card
    assert card.accepted is False
    assert "export not accepted: do not use this file" in card.verdict.text()
    assert card.reason.text() == "A score differs from the run's by 0.31; 0.05 is allowed."
    shown = texts(ready).lower()
    assert "export accepted" not in shown and "verified" not in shown and "agree" not in shown
    image = card.grab().toImage()
    assert image.pixelColor(3, image.height() // 2).name() == QColor(LOOK.colours.warn).name()


def test_without_held_out_defects_nothing_is_proven(qtbot, ready, page, world):
    world.held_defects = 0
    make(qtbot, page)
    shown = texts(ready)
    assert "No defect was held out: nothing is proven about escapes" in shown
    assert "still allows an escape rate" not in shown
    assert cells(ready.result.table_view, 2) == ["Escape", "none held out", "none held out"]
    assert cells(ready.result.table_view, 0) == ["AUC", "n/a", "n/a"]


def test_a_failure_is_said_in_place_with_its_cure(qtbot, ready, page, world, stores):
    notices = []
    stores.client.notice.connect(notices.append)
    world.broken[DATA] = "No defect region lies in a training image. Label more."
    make(qtbot, page)
    assert "No inspector was made" in texts(ready)
    assert "Label more. Its teacher is finished and stays: choose transfer-01" in texts(ready)
    assert notices == []
    world.broken.clear()
    make(qtbot, page)
    assert "No inspector was made" not in texts(ready)
    world.broken[DATA] = "Not twice."
    make(qtbot, page)
    assert ready.problem.isVisible() and "Not twice." in ready.problem.text()
    assert ready.result.isVisible(), "the earlier one is still there"


def test_a_failure_behind_another_page_is_a_notice_too(qtbot, ready, page, world, stores):
    notices = []
    stores.client.notice.connect(notices.append)
    world.broken[DATA] = "It cannot be."
    page.hide()
    make(qtbot, page)
    assert [notice.text for notice in notices] == ["It cannot be."]


def test_a_failure_while_the_teacher_learns_ends_its_run(qtbot, ready, world, stores):
    making = begin(qtbot, ready, world, 3 + 4)
    qtbot.waitUntil(lambda: making.done == 4)
    (job,) = stores.client.jobs.values()
    (run,) = stores.world.runs
    stores.client.apply(JobEnded(job.number, Outcome.FAILED, "Broken.", "Broken."))
    assert (run.job, run.state) == (0, "failed")
    assert making.failed == "Broken."
    world.step_wait.open()


def test_the_table_is_copied_in_full_precision(qtbot, ready, page):
    found = make(qtbot, page)
    ready.copy_table()
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert {len(row) for row in rows} == {3}
    named = {row[0]: row[1:] for row in rows}
    assert named["escape rate still possible"] == ["", "0.522"]
    assert named["filters"] == ["4224", "32"]
    assert named["per image, ms"] == ["400.0", "4.1"]
    assert named["accepted"] == ["", "yes"]
    assert named["seconds: teaching"] == ["", "82.0"]
    assert named["overkill at most"] == ["0.048", "0.0721"]
    read = list(csv.reader(io.StringIO(ready.table().csv)))
    assert [len(row) for row in read] == [3] * len(rows)
    assert any(found.exported.file in row for row in read)


# ------------------------------------------------------------------ words


def found_of(**changes) -> FastInspector:
    command = MakeInspector(1, DATA, PROJECT)
    return replace(fast_inspector(command, "/p/runs/t", "/p/runs/s"), **changes)


def test_a_student_that_is_not_faster_or_was_not_timed():
    found = found_of()
    slow = replace(found.latency[1], median=500.0)
    assert headline(replace(found, latency=(found.latency[0], slow))).startswith(
        "500 ms an image, no faster than its teacher; "
    )
    assert headline(replace(found, latency=())).startswith("export accepted")
    assert headline(replace(found, latency=found.latency[1:2])).startswith("4.10 ms an image; ")


def test_proofs_and_thresholds_in_words():
    assert [needed(rate) for rate in (0.05, 0.01)] == [72, 368]
    assert [share(rate) for rate in (0.522, 0.048, 1.0)] == ["52 %", "4.8 %", "100 %"]
    assert [seconds_text(x) for x in (3.14, 61.2, 1234.0)] == ["3.1 s", "61 s", "1,234 s"]
    found = found_of()
    escaped = replace(found.student_test, escapes=1)
    assert "takes 72" not in proof_words(replace(found, student_test=escaped))
    assert "takes 72" not in proof_words(replace(found, escapes_possible=0.03))
    assert threshold_words(replace(found, threshold_defects=2)).startswith("A quantile of 15")
    assert threshold_words(replace(found, threshold_defects=4)).startswith(
        "Weighed on 15 normal and 4 defective"
    )


def test_stages_of_events():
    making = Making(MakeInspector(1, DATA, PROJECT))
    told = [("decoding", "transfer"), ("testing", "transfer"), ("lessons", "lessons"),
            ("loading", "lessons"), ("made", "made"), ("lessons", "lessons"),
            ("teaching", "teaching"), ("testing", "judging"), ("loading", "judging"),
            ("exporting", "exporting"), ("judging", "exporting"), ("comparing", "exporting"),
            ("quantising", "exporting"), ("timing", "timing")]  # fmt: skip
    for now, (stage, wanted) in enumerate(told):
        assert making.stage_of(Progress(1, stage, 1, 2)) == wanted, stage
        making.enter(wanted, float(now))
    assert making.spent("lessons", 99.0) == 3.0, "asked again: both times count"
    assert making.stage_of(StepDone(1, "/t", 1, 40, 0.1, 1.0, 8.0, None)) == "transfer"
    for kind, begun in ((RunFinished, "lessons"), (StudentReady, "exporting")):
        assert making.stage_of(kind(1, None)) == begun
    given = Making(MakeInspector(1, DATA, PROJECT, teacher="/t"))
    assert given.stage_of(Progress(1, "decoding", 1, 2)) == "lessons"
    assert isinstance(given.lesson, Curve)


# ------------------------------------------------------------------ looks


def test_themes_and_languages(qtbot, qapp, ready, page, stores, world):
    make(qtbot, page)
    for mode in (Mode.DARK, Mode.LIGHT):
        LOOK.apply(mode)
        image = ready.result.card.grab().toImage()
        assert image.pixelColor(3, image.height() // 2).name() == QColor(LOOK.colours.good).name()
    translators = load_language(qapp, "ko")
    try:
        korean = CompressPage(stores, FewTab)
        qtbot.addWidget(korean)
        korean.resize(1280, 700)
        korean.show()
        shown = texts(korean)
        assert korean.bar.tabText(korean.bar.keys.index(FEW)) == "적은 결함"
        assert "교사보다 98배 빠름" in shown
        assert "미검률은 52 %까지" in shown
        assert "정상 이미지 60장" in shown
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)


def test_the_accuracy_column_of_the_tree_follows_a_live_theme_change(qtbot, page, stores, world):
    world.runs = [world.run(1, default_recipe("transfer"), "done")]
    stores.world.open_project("/q")
    page.show_tab(DEAD)
    qtbot.waitUntil(lambda: page.panel.tree.topLevelItemCount() == 1)
    try:
        for mode in (Mode.DARK, Mode.LIGHT):
            LOOK.apply(mode)
            ink = page.panel.tree.topLevelItem(0).foreground(1).color().name()
            assert ink == QColor(LOOK.colours.muted).name()
            assert page.panel.tree.currentItem() is page.panel.tree.topLevelItem(0)
    finally:
        LOOK.apply(Mode.LIGHT)


def test_everything_has_a_name_for_those_who_cannot_see(ready):
    form = ready.form
    for widget in (form.defects, form.filters, form.steps, form.teacher, form.precision, form.file,
                   form.browse, ready.strips[MakeInspector].bar, ready.live.figure,
                   ready.result.table_view, ready.result.bar):  # fmt: skip
        assert widget.accessibleName(), widget


def test_nothing_is_asked_of_the_engine_by_looking(qtbot, ready, world):
    qtbot.wait(20)
    assert asked(world, MakeInspector) == []
