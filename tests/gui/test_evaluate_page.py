"""The page Evaluate over a scripted engine: threshold by mouse and keys, cells, proposals, maps."""

from __future__ import annotations

import csv
import io
import threading
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage

from engine.core.recipe import default_recipe
from engine.evaluate.messages import AdoptThreshold, DefectsLocated, Evaluated
from engine.evaluate.values import Located, Proposal
from gui.evaluate.explored import RUN, TEST, VALIDATION
from gui.evaluate.grid import by_class, by_state
from gui.evaluate.page import EvaluatePage
from gui.evaluate.words import cost_text
from gui.style.look import LOOK
from gui.style.theme import Mode
from gui.toolkit import log_odds as odds

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

IMAGES = 80
TESTED, DEFECTIVE = 60, 15


@pytest.fixture
def runs(world):
    """Two finished runs whose test images are all judged, and one without test figures."""
    world.images, world.textures = IMAGES, 2
    world.runs = [
        world.run(number, default_recipe(setting, iterations=20), "done")
        for number, setting in enumerate(("transfer", "scratch-aug"), start=1)
    ]
    world.judged |= {(run.path, "test"): IMAGES for run in world.runs}
    failed = world.run(3, default_recipe("frozen", iterations=20), "failed")
    world.runs.append(failed)
    return world.runs


@pytest.fixture
def bare(qtbot, stores):
    page = EvaluatePage(stores)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    return page


def opened(qtbot, stores, data: str = "/data"):
    stores.world.open_project("/p")
    if data:
        stores.data.open(data)
        qtbot.waitUntil(lambda: stores.world.data is not None)
    qtbot.waitUntil(lambda: bool(stores.world.runs))


@pytest.fixture
def page(qtbot, bare, stores, runs):
    opened(qtbot, stores)
    qtbot.waitUntil(lambda: bare.explored.found is not None)
    return bare


def settled(qtbot, page):
    qtbot.waitUntil(lambda: not page._moved._timer.isActive())


def press(qtbot, bars, threshold: float):
    """Take the line to a threshold with the mouse."""
    place = QPoint(round(bars.x_of(threshold)), bars.height() // 2)
    qtbot.mousePress(bars, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=place)


# ------------------------------------------------------------------ the axis


def test_the_axis_reads_back_and_its_ticks_are_scores():
    for score in (1e-9, 0.02, 0.5, 0.97, 1 - 1e-9):
        assert odds.score_of(odds.odds_of(score)) == pytest.approx(score)
    assert odds.odds_of(0.0) == pytest.approx(-odds.odds_of(1.0), abs=1e-3)
    texts = [text for _, text in odds.ticks(-30, 30, 12)]
    assert "0.5" in texts
    assert any(text.startswith("1\N{MINUS SIGN}10") for text in texts)
    assert len(texts) <= 13
    assert [text for _, text in odds.ticks(-3, 3, 8)] == ["0.1", "0.5", "0.9"]
    assert odds.score_text(0.0357) == "0.036"
    assert odds.score_text(1.0) == "1"
    assert "10" in odds.score_text(2e-6)
    assert odds.score_text(1 - 3e-7).startswith("1 \N{MINUS SIGN} 3.0")


def test_bins_hold_every_image_once():
    scores = np.sort(np.random.default_rng(0).random(500))
    places = np.log(scores / (1 - scores))
    low, high = odds.span((places,), ())
    under, over = odds.bins(places, np.linspace(low, high, 41), scores, 0.3)
    assert under.sum() == (scores <= 0.3).sum()
    assert over.sum() == (scores > 0.3).sum()


# ------------------------------------------------------------------ threshold


def test_the_runs_own_threshold_stands_first(page):
    card = page.threshold
    assert page.explored.origin == RUN
    assert card.overkill._value.text() == "2.22 %"
    assert card.overkill._remark.text() == "1 of 45"
    assert card.escape._remark.text() == "1 of 15"
    assert "75.00 %" in card.accuracy._remark.text()
    assert not card.warning.isVisible()
    assert not card.back.isEnabled()
    assert card.ratio.value() == 20
    assert card.share.value() == 25
    assert not card.as_set.isVisible()
    assert card.cost._value.text() == cost_text(1000 * (1 + 20) / 60)


def test_dragging_with_the_mouse_counts_live_and_says_what_it_is_worth(qtbot, page):
    bars, card = page.tabs["scores"].bars, page.threshold
    start = QPoint(round(bars.x_of(0.5)), 80)
    qtbot.mousePress(bars, Qt.MouseButton.LeftButton, pos=start)
    assert page.explored.origin == RUN, "a click on the run's own line changes nothing"
    for score in (0.4, 0.3, 0.1):
        event_at = QPoint(round(bars.x_of(score)), 90)
        qtbot.mouseMove(bars, pos=event_at)
        # Offscreen, a moved mouse carries no button: the event itself is sent as well.
        _drag(bars, event_at)
    qtbot.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=QPoint(round(bars.x_of(0.1)), 90))
    settled(qtbot, page)
    assert page.explored.threshold == pytest.approx(0.1, rel=0.1)
    assert page.explored.origin == TEST
    assert card.escape._remark.text() == "0 of 15"
    assert card.warning.isVisible()
    assert "no honest estimate" in card.warning.text()
    assert "Nothing is written" in card.warning.text()
    assert page.tabs["scores"].rows.item(0, 2).text().startswith("0 of 15 (0.00 % to 21.80 %)")
    qtbot.mouseClick(card.back, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    assert (page.explored.threshold, page.explored.origin) == (0.5, RUN)
    assert not card.warning.isVisible()


def _drag(widget, place: QPoint):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    left = Qt.MouseButton.LeftButton
    where = QPointF(place)
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, widget.mapToGlobal(where), Qt.MouseButton.NoButton, left,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_keys_move_the_line_and_home_brings_it_back(qtbot, page):
    bars = page.tabs["scores"].bars
    bars.setFocus()
    qtbot.keyClick(bars, Qt.Key.Key_Right)
    assert odds.odds_of(page.explored.threshold) == pytest.approx(0.1)
    qtbot.keyClick(bars, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert odds.odds_of(page.explored.threshold) == pytest.approx(-0.9)
    qtbot.keyClick(bars, Qt.Key.Key_Home)
    assert page.explored.origin == RUN
    settled(qtbot, page)
    # From 0.5 down past the next image, the escape at 0.2: it is found then.
    qtbot.keyClick(bars, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert page.explored.threshold < 0.2 < page.explored.threshold + 1e-9
    assert page.explored.standing.escapes == 0
    qtbot.keyClick(bars, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert page.explored.threshold == 0.2
    assert page.explored.standing.escapes == 1
    qtbot.keyClick(bars, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert page.explored.threshold == pytest.approx(0.9)
    assert page.explored.standing.escapes == DEFECTIVE
    settled(qtbot, page)
    assert "escape 15 of 15" in bars.accessibleDescription()


def test_costs_and_shares_are_the_users(qtbot, page):
    card = page.threshold
    card.ratio.setValue(50)
    card.share.setValue(1)
    settled(qtbot, page)
    assert page.explored.share == pytest.approx(0.01)
    expected = 1000 * (0.01 * 50 / 15 + 0.99 / 45)
    assert card.cost._value.text() == cost_text(expected)
    assert "as you set it" in card.of_set.text()
    qtbot.mouseClick(card.as_set, Qt.MouseButton.LeftButton)
    assert page.explored.share is None
    assert card.share.value() == 25
    assert "Real lines have fewer" in card.of_set.text()


def test_one_texture_counts_alone(qtbot, page):
    card = page.card
    assert [card.texture.itemText(i) for i in range(card.texture.count())] == [
        "All textures", "Class1", "Class2",
    ]  # fmt: skip
    card.texture.setCurrentIndex(1)
    card.texture.activated.emit(1)
    at = page.explored.standing
    assert at.images < TESTED
    assert at.normal + at.defective == at.images
    assert page.threshold.overkill._remark.text() == f"{at.overkills} of {at.normal}"


# ------------------------------------------------------------------ proposal


def test_a_proposal_judges_validation_images_first_and_writes_nothing(qtbot, page, stores, world):
    run = stores.evaluate.state.run
    qtbot.mouseClick(page.threshold.propose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stores.evaluate.state.proposal is not None)
    proposal = stores.evaluate.state.proposal
    qtbot.waitUntil(lambda: page.explored.origin == VALIDATION)
    settled(qtbot, page)
    assert page.explored.threshold == proposal.threshold
    assert (proposal.normal, proposal.defective) == (15, 5)
    words = page.threshold.origin.text()
    assert "From 20 validation images alone" in words
    assert "The run keeps its own" in words
    assert not page.threshold.warning.isVisible()
    assert run not in stores.world.predictions, "other pages count test images only"
    assert stores.world.run_of(path=run).summary.threshold == 0.5
    settled(qtbot, page)
    qtbot.mouseClick(page.threshold.back, Qt.MouseButton.LeftButton)
    assert page.explored.threshold == 0.5
    # The same proposal, asked for again, is gone to again.
    qtbot.mouseClick(page.threshold.propose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.explored.origin == VALIDATION)


def test_judging_validation_images_can_be_cancelled(qtbot, page, stores, sessions, world):
    gate = threading.Event()
    for session in sessions:
        session._predict = lambda command: _held(gate)
    page.threshold.propose.click()
    qtbot.waitUntil(lambda: page.card.under_way.isVisible())
    assert not page.threshold.propose.isEnabled()
    qtbot.mouseClick(page.card.cancel, Qt.MouseButton.LeftButton)
    gate.set()
    qtbot.waitUntil(lambda: not page.card.under_way.isVisible())
    assert stores.evaluate.state.wanted is None
    assert stores.evaluate.state.proposal is None


def why(page) -> str:
    return page.threshold.adopt.toolTip()


def proposed(qtbot, page, stores, ratio: float) -> Proposal:
    """Propose at other costs and wait for it."""
    page.threshold.ratio.setValue(ratio)
    before = stores.evaluate.state.proposal
    qtbot.mouseClick(page.threshold.propose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stores.evaluate.state.proposal is not before)
    settled(qtbot, page)
    return stores.evaluate.state.proposal


def test_only_a_threshold_from_validation_images_can_be_taken_over(qtbot, page, stores):
    card = page.threshold
    assert not card.adopt.isEnabled()
    assert "at these costs first" in why(page)
    proposed(qtbot, page, stores, 5)
    assert card.adopt.isEnabled()
    assert "the same weights" in why(page)
    page.explored.move(0.31)
    settled(qtbot, page)
    assert not card.adopt.isEnabled(), "chosen by looking at test images"
    assert "no honest estimate" in why(page)
    # Even where the line is dragged to the very place that was proposed.
    page.explored.move(stores.evaluate.state.proposal.threshold)
    settled(qtbot, page)
    assert not card.adopt.isEnabled()
    proposed(qtbot, page, stores, 5)
    assert card.adopt.isEnabled()
    card.share.setValue(3)
    settled(qtbot, page)
    assert not card.adopt.isEnabled(), "it was proposed for other costs"
    assert "at these costs first" in why(page)
    qtbot.mouseClick(card.back, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    assert not card.adopt.isEnabled()


def test_nothing_is_taken_over_that_would_change_nothing(qtbot, page, stores):
    proposal = proposed(qtbot, page, stores, 5)
    page.explored.show("", None)
    same = replace(stores.evaluate.state.found, threshold=proposal.threshold)
    page.explored.show(stores.evaluate.state.run, same)
    page.explored.weigh(5, None)
    page.explored.move(proposal.threshold, VALIDATION)
    settled(qtbot, page)
    assert not page.threshold.adopt.isEnabled()
    assert "Nothing would change" in why(page)
    none = replace(same.validation, total=0)
    page.explored.show(stores.evaluate.state.run, replace(same, validation=none))
    assert "no validation images" in why(page)


def test_the_new_run_is_evaluated_and_says_where_it_comes_from(qtbot, page, stores, world):
    old = stores.evaluate.state.run
    proposal = proposed(qtbot, page, stores, 5)
    qtbot.mouseClick(page.threshold.adopt, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stores.evaluate.state.run != old)
    qtbot.waitUntil(lambda: page.explored.found is not None)
    (asked,) = [each for each in world.evaluated if isinstance(each, AdoptThreshold)]
    assert (asked.run, asked.cost_ratio, asked.share) == (old, 5, None)
    assert stores.evaluate.state.run.endswith("threshold-01")
    assert page.explored.threshold == proposal.threshold
    assert page.explored.origin == RUN
    assert page.threshold.ratio.value() == 5
    words = page.threshold.origin.text()
    assert f"the weights of {stores.world.run_of(path=old).name}" in words
    assert "1 : 5" in words
    assert "at 1 : 5" in page.card.run.currentText()
    assert "20 validation images alone" in words
    assert stores.world.run_of(path=old) is not None


def test_a_run_looked_at_meanwhile_stays(qtbot, page, stores, world, runs):
    old = stores.evaluate.state.run
    proposed(qtbot, page, stores, 5)
    gate = threading.Event()
    world.step_wait = gate.wait
    page.threshold.adopt.click()
    qtbot.waitUntil(lambda: stores.evaluate.adopting(old) is not None)
    assert not page.threshold.adopt.isEnabled()
    assert "being made" in why(page)
    other = next(run.path for run in runs if run.path != old)
    stores.evaluate.choose(other)
    gate.set()
    qtbot.waitUntil(lambda: len(stores.world.runs) == 4)
    assert stores.evaluate.state.run == other


def test_a_refusal_is_told_and_the_run_stays(qtbot, page, stores, world):
    old = stores.evaluate.state.run
    proposed(qtbot, page, stores, 5)
    world.locked.add(old)
    with qtbot.waitSignal(stores.client.notice) as told:
        page.threshold.adopt.click()
    assert "cannot be written" in told.args[0].text
    qtbot.waitUntil(lambda: page.threshold.adopt.isEnabled())
    assert stores.evaluate.state.run == old


def _held(gate: threading.Event):
    while not gate.wait(0.01):
        yield
    yield


# ------------------------------------------------------------------ confusion


def test_a_cell_opens_its_images_and_an_image_is_inspected(qtbot, page, stores):
    page.show_tab("confusion")
    tab = page.tabs["confusion"]
    rows = [tab.matrix.verticalHeaderItem(i).text() for i in range(4)]
    assert rows[0].startswith("Class1")
    assert tab.title.whole.endswith(": 1"), "the first mistake is shown at once: the escape"
    assert tab.gallery.rows.sample(0).index == 5
    box = tab.matrix.visualItemRect(tab.matrix.item(0, 0))
    qtbot.mouseClick(tab.matrix.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert tab.cell == (0, 0)
    assert tab.gallery.rows.rowCount() == int(tab.matrix.item(0, 0).text().split()[0])
    tab.matrix.setFocus()
    qtbot.keyClick(tab.matrix, Qt.Key.Key_Right)
    assert tab.cell == (0, 0), "arrows only move"
    qtbot.keyClick(tab.matrix, Qt.Key.Key_Return)
    assert tab.cell == (0, 1)
    assert [tab.gallery.rows.sample(0).index] == [0], "the overkill"
    asked = []
    page.go.connect(asked.append)
    box = tab.gallery.visualRect(tab.gallery.rows.index(0))
    qtbot.mouseClick(tab.gallery.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert asked == []
    qtbot.mouseDClick(tab.gallery.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert asked == ["inspect"]
    assert stores.inspect.state.index == 0
    assert stores.inspect.state.run == stores.evaluate.state.run
    qtbot.keyClick(tab.gallery, Qt.Key.Key_Return)
    assert asked == ["inspect", "inspect"]


def test_the_matrix_follows_the_threshold(qtbot, page):
    page.show_tab("confusion")
    tab = page.tabs["confusion"]
    tab.kinds.setCurrentIndex(1)
    names = [tab.matrix.verticalHeaderItem(i).text() for i in range(tab.matrix.rowCount())]
    assert names[:2] == ["All textures: normal  (45)", "All textures: defective  (15)"]
    assert tab.matrix.item(1, 0).text().startswith("1\n")
    tab.open_cell(1, 0)
    page.explored.move(0.1)
    settled(qtbot, page)
    assert tab.matrix.item(1, 0).text() == "0"
    assert "No image is in this cell" in tab.hint.text()
    assert tab.gallery.rows.rowCount() == 0


def test_grids_hold_every_image_once(page):
    found = page.explored.found
    for make, times in ((by_class, 1), (by_state, 2)):
        grid = make(found, 0.3)
        every = np.concatenate([cell for row in grid.members for cell in row])
        assert len(every) == times * TESTED
    counts = [[grid.count(i, j) for j in range(2)] for i in range(2)]
    assert counts == [[44, 1], [1, 14]]


# ------------------------------------------------------------------ curves, calibration, maps


def test_the_operating_point_lies_where_the_threshold_is(qtbot, page):
    page.show_tab("curves")
    tab = page.tabs["curves"]
    x, y = tab.spots[tab.roc, "now"].getData()
    assert (x[0], y[0]) == (pytest.approx(100 / 45), pytest.approx(100 * 14 / 15))
    page.explored.move(0.1)
    settled(qtbot, page)
    x, y = tab.spots[tab.roc, "now"].getData()
    assert y[0] == 100
    own = tab.spots[tab.roc, "own"].getData()
    assert own[1][0] == pytest.approx(100 * 14 / 15), "the run's own stays marked"
    x, y = tab.spots[tab.precision, "now"].getData()
    assert (x[0], y[0]) == (100, pytest.approx(100 * 15 / 16))
    page.explored.move(1.0)
    settled(qtbot, page)
    assert len(tab.spots[tab.precision, "now"].getData()[0]) == 0, "nothing rejected: no precision"


def test_calibration_says_that_scores_are_no_probabilities(page):
    page.show_tab("calibration")
    tab = page.tabs["calibration"]
    assert tab.stack.currentIndex() == 1
    assert "not the probability that the image is defective" in tab.caption.text()
    rows = list(csv.reader(io.StringIO(tab.table().csv)))
    assert sum(int(row[4]) for row in rows[1:11]) == TESTED


def test_maps_are_measured_with_progress_and_kept(qtbot, page, stores, world):
    gate = threading.Event()
    world.step_wait = lambda: gate.wait(10)
    page.show_tab("localisation")
    tab = page.tabs["localisation"]
    assert "15 defective test images" in tab.empty._text.text()
    qtbot.mouseClick(tab.measure, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.strip.isVisible())
    assert not tab.measure.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: stores.evaluate.state.located is not None)
    qtbot.waitUntil(lambda: not tab.strip.isVisible())
    assert tab.known._value.text() == "15"
    assert tab.hits._remark.text() == "14 of 15"
    assert "quartiles" in tab.iou._remark.text()
    asked = []
    page.go.connect(asked.append)
    tab.iou_plot.dots.sigClicked.emit(tab.iou_plot.dots, [tab.iou_plot.dots.points()[0]], None)
    assert asked == ["inspect"]


def test_right_verdicts_with_a_wrong_reason_are_counted(qtbot, page, stores):
    page.show_tab("localisation")
    tab = page.tabs["localisation"]
    tab.measure.click()
    qtbot.waitUntil(lambda: stores.evaluate.state.located is not None)
    qtbot.waitUntil(lambda: tab.reasons._value.text() == "1")
    assert tab.reasons._remark.text() == "1 of 15"


def test_detection_shows_the_90_95_points_of_regions_and_made_defects(qtbot, page, stores):
    page.show_tab("detection")
    tab = page.tabs["detection"]
    assert tab.empty._title.text() == "Not measured yet"
    tab.measure.click()
    qtbot.waitUntil(lambda: stores.evaluate.state.located is not None)
    qtbot.waitUntil(lambda: "of 100 missed" in tab.points["size"]._remark.text())
    assert "6 of 100 missed" in tab.points["contrast"]._remark.text()
    assert not tab.measure.isVisible()
    assert len(tab.table().records) == 4 * 41
    assert not tab.grab().isNull()


def test_measuring_maps_can_be_cancelled(qtbot, page, stores, world):
    gate = threading.Event()
    world.step_wait = lambda: gate.wait(10)
    page.show_tab("localisation")
    tab = page.tabs["localisation"]
    tab.measure.click()
    qtbot.waitUntil(lambda: tab.strip.isVisible())
    qtbot.mouseClick(tab.strip.cancel, Qt.MouseButton.LeftButton)
    gate.set()
    qtbot.waitUntil(lambda: not tab.strip.isVisible())
    assert stores.evaluate.state.located is None
    assert tab.measure.isVisible()


# ------------------------------------------------------------------ runs, states


def test_an_answer_for_another_run_is_not_shown(qtbot, page, stores, world):
    first = stores.evaluate.state.run
    other = next(run.path for run in world.runs[:2] if run.path != first)
    page.explored.move(0.2)
    page.card.run.setCurrentIndex(page.card.run.findData(other))
    page.card.run.activated.emit(page.card.run.currentIndex())
    late = replace(page.explored.found, run="late") if page.explored.found else None
    qtbot.waitUntil(lambda: page.explored.found is not None)
    assert page.explored.origin == RUN, "a threshold tried out belongs to its run"
    found = stores.evaluate.state.found
    assert found.run == other.rsplit("/", 1)[-1]
    stores.client.apply(Evaluated(10**6, first, late or found))
    stores.client.apply(Evaluated(stores.evaluate._evaluate.newest, first, found))
    assert stores.evaluate.state.found is found
    located = Located("x", 0.5, 0, ())
    stores.client.apply(DefectsLocated(10**6, other, located))
    assert stores.evaluate.state.located is None


def test_a_run_that_trains_again_is_asked_for_anew(qtbot, page, stores, world):
    before = len(world.evaluated)
    run = stores.evaluate.state.run
    stores.world.verdicts_stale.emit(run)
    qtbot.waitUntil(lambda: page.explored.found is not None)
    assert world.evaluated[before].run == run


def test_a_hidden_page_asks_nothing(qtbot, page, stores, world):
    page.hide()
    before = len(world.evaluated)
    stores.world.verdicts_stale.emit("")
    qtbot.wait(50)
    assert len(world.evaluated) == before
    page.show()
    qtbot.waitUntil(lambda: len(world.evaluated) == before + 1)


def test_empty_states_lead_on(qtbot, bare, stores, world):
    assert bare._stack.currentWidget() is bare.no_project
    world.runs = []
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: bare._stack.currentWidget() is bare.no_run)
    asked = []
    bare.go.connect(asked.append)
    bare.no_run.asked.emit()
    assert asked == ["train"]


def test_images_that_are_not_open_are_opened_from_here(qtbot, bare, stores, runs):
    opened(qtbot, stores, data="")
    qtbot.waitUntil(lambda: bare._right_stack.currentWidget() is bare.foreign)
    assert "/data" in bare.foreign._text.text()
    assert not bare.threshold.isVisible()
    bare.foreign.asked.emit()
    qtbot.waitUntil(lambda: bare.explored.found is not None)
    assert bare._right_stack.currentWidget() is bare._pages


def test_unjudged_images_are_judged_from_here(qtbot, bare, stores, runs, world):
    world.judged.clear()
    opened(qtbot, stores)
    qtbot.waitUntil(lambda: bare._right_stack.currentWidget() is bare.unjudged)
    assert "60 images" in bare.unjudged._text.text()
    bare.unjudged.asked.emit()
    qtbot.waitUntil(lambda: bare._right_stack.currentWidget() is bare._pages)
    assert len(bare.explored.found.test) == TESTED


def test_some_judged_images_are_said_to_be_some(qtbot, bare, stores, runs, world):
    world.judged = {(runs[0].path, "test"): 20, (runs[1].path, "test"): 20}
    opened(qtbot, stores)
    qtbot.waitUntil(lambda: bare.explored.found is not None)
    assert bare.card.judged.text() == "20 of 60 test images judged: figures are of those."
    assert bare.card.judge.isVisible()
    qtbot.mouseClick(bare.card.judge, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(bare.explored.found.test) == TESTED)
    assert not bare.card.judge.isVisible()


def test_what_cannot_be_evaluated_says_why(qtbot, bare, stores, runs, world):
    world.unreadable |= {run.path for run in runs}
    opened(qtbot, stores)
    qtbot.waitUntil(lambda: bool(stores.evaluate.state.failed))
    assert bare._right_stack.currentWidget() is bare.waiting
    assert "split.csv" in bare.waiting._text.text()


def test_without_a_normal_class_the_matrix_remains(qtbot, bare, stores, runs, world):
    world.normal_known = False
    opened(qtbot, stores)
    qtbot.waitUntil(lambda: bare.explored.found is not None)
    assert not bare.threshold.isVisible()
    for key in ("scores", "curves", "calibration", "localisation"):
        bare.show_tab(key)
        assert bare.tab.stack.currentIndex() == 0
        assert "no normal class" in bare.tab.empty._title.text()
    bare.show_tab("confusion")
    assert bare.tab.stack.currentIndex() == 1
    assert not bare.tab.kinds.isVisible()


def test_without_defective_test_images_overkill_remains(qtbot, bare, stores, runs, world):
    world.defective = lambda index: index >= TESTED and index % 4 == 1
    opened(qtbot, stores)
    qtbot.waitUntil(lambda: bare.explored.found is not None)
    card = bare.threshold
    assert card.escape._value.text() == "n/a"
    assert card.escape._remark.text() == "no such image"
    assert card.overkill._remark.text() == "1 of 60"
    assert bare.tabs["scores"].stack.currentIndex() == 1
    for key in ("curves", "calibration", "localisation"):
        bare.show_tab(key)
        assert "No defective test image" in bare.tab.empty._title.text()
    card.share.setValue(1)
    assert card.cost._value.text() == "n/a", "nothing is known of escapes"


def test_one_texture_is_not_said_twice(qtbot, bare, stores, runs, world):
    world.textures = 1
    opened(qtbot, stores)
    qtbot.waitUntil(lambda: bare.explored.found is not None)
    assert not bare.card.texture.isEnabled()
    assert bare.tabs["scores"].rows.rowCount() == 1
    bare.show_tab("confusion")
    assert bare.tab.matrix.horizontalHeaderItem(0).text() == "texture normal"


# ------------------------------------------------------------------ taking it along, looks


def test_every_tab_can_be_copied_and_saved(qtbot, page, stores, world, tmp_path):
    world.located.add(stores.evaluate.state.run)
    stores.world.verdicts_stale.emit("")
    qtbot.waitUntil(lambda: stores.evaluate.state.located is not None)
    for key in page.tabs:
        page.show_tab(key)
        tab = page.tab
        tab.copy_table()
        lines = QGuiApplication.clipboard().text().splitlines()
        assert len({line.count("\t") for line in lines}) == 1
        assert len(lines) > 1
        for kind in ("csv", "png", "svg"):
            tab.ask_file = lambda k, name=key: str(tmp_path / f"{name}.{k}")
            tab.save_as(kind)
            assert (tmp_path / f"{key}.{kind}").stat().st_size > 100


def test_another_look_is_painted_at_once(qtbot, page):
    bars = page.tabs["scores"].bars
    try:
        shots = []
        for mode in (Mode.LIGHT, Mode.DARK):
            LOOK.apply(mode)
            for key in page.tabs:
                page.show_tab(key)
            page.show_tab("scores")
            shots.append(bars.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
        assert shots[0] != shots[1]
    finally:
        LOOK.apply(Mode.LIGHT)


@pytest.mark.parametrize(
    ("low", "high"), [(0.503, 0.512), (0.2, 0.6), (2e-6, 7e-6), (1 - 8e-5, 1 - 2e-5), (0.9, 0.93)]
)
def test_scores_that_lie_close_together_have_ticks_between_them(low, high):
    # One tick, "0.5", told nobody what the others are.
    found = odds.ticks(odds.odds_of(low), odds.odds_of(high), 8)
    assert odds.FEWEST <= len(found) <= 8
    assert len({text for _, text in found}) == len(found)
    places = [odds.score_of(place) for place, _ in found]
    assert places == sorted(places) and low * 0.999 <= places[0] and places[-1] <= high * 1.001
