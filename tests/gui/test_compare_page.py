"""The page Compare over a scripted engine: cells, the test, both networks, linked zoom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from engine.core.recipe import default_recipe
from gui.compare.page import ComparePage
from gui.style.look import LOOK
from gui.style.theme import Mode

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def runs(world):
    world.images = 40
    world.runs = [
        world.run(number, default_recipe(setting, iterations=20), "done")
        for number, setting in enumerate(("transfer", "small", "scratch-aug"), start=1)
    ]
    world.judged |= {(run.path, "test"): 40 for run in world.runs}
    world.wrong = ({1, 2}, {2, 3, 4, 5, 6, 7, 8, 9, 10})
    return world.runs


@pytest.fixture
def page(qtbot, stores, runs):
    page = ComparePage(stores)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    stores.world.open_project("/p")
    stores.data.open("/data")
    qtbot.waitUntil(lambda: stores.compare.state.pairing is not None)
    return page


def test_one_run_is_not_enough(qtbot, stores, world):
    world.runs = [world.run(1, default_recipe("transfer", iterations=20), "done")]
    page = ComparePage(stores)
    qtbot.addWidget(page)
    page.show()
    assert page._stack.currentWidget() is page.no_project
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.no_run)
    gone = []
    page.go.connect(gone.append)
    page.no_run.asked.emit()
    assert gone == ["train"]


def test_the_cells_count_and_filter(page, stores):
    found = stores.compare.state.pairing
    texts = {cell: button.text().split("\n")[0] for cell, button in page.cells.buttons.items()}
    assert texts == {"both": "30", "one": "8", "other": "1", "neither": "1"}
    page.cells.buttons["other"].click()
    model = page.gallery.rows
    assert [model.sample(r).index for r in range(model.rowCount())] == [1]
    page.cells.buttons["one"].click()
    assert model.rowCount() == 8 and page.cells.buttons["one"].isChecked()
    assert not page.cells.buttons["other"].isChecked()
    page.cells.buttons["one"].click()
    assert model.rowCount() == len(found) == 40
    assert page.shown.text() == "40 images"


def test_the_test_names_the_better_run_or_none(qtbot, page, stores, world):
    # 8 against 1: p = 0.0391
    assert "Transfer 1 is better" in page.cells.verdict.text()
    assert "0.0391" in page.cells.verdict.text() and "9 images" in page.cells.verdict.text()
    assert "3 images were held out by one" in page.cells.note.text()
    world.wrong = ({1, 2}, {3, 4})
    page.swap.click()
    qtbot.waitUntil(lambda: "No difference" in page.cells.verdict.text())
    world.wrong = ({1}, {1})
    page.swap.click()
    qtbot.waitUntil(lambda: page.cells.verdict.text() == "They never differ.")


def test_it_begins_with_an_image_on_which_they_differ(qtbot, page, stores):
    look = stores.compare.state
    assert look.index == 3
    qtbot.waitUntil(lambda: set(look.looks) == {"one", "other"} and look.sample is not None)
    assert page.title.text() and page.sides["one"].name.whole == "Transfer 1"
    assert "threshold" in page.sides["other"].verdict.whole
    page.gallery.setFocus()
    page.gallery.step(1)
    qtbot.waitUntil(lambda: stores.compare.state.index == 4)
    qtbot.waitUntil(lambda: set(stores.compare.state.looks) == {"one", "other"})
    assert all(each.index == 4 for each in stores.compare.state.looks.values())


def test_inspect_is_not_disturbed(qtbot, page, stores):
    qtbot.waitUntil(lambda: len(stores.compare.state.looks) == 2)
    assert stores.inspect.state.index == -1
    assert stores.inspect.state.inspected is None


def test_zoom_and_place_are_linked(qtbot, page, stores):
    qtbot.waitUntil(lambda: len(stores.compare.state.looks) == 2)
    one, other = (page.sides[place].canvas for place in ("one", "other"))
    middle = QPointF(one.viewport().rect().center())
    wheel = QWheelEvent(
        middle, one.viewport().mapToGlobal(middle), QPoint(), QPoint(0, 360),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    before = one.scale_now
    QApplication.sendEvent(one.viewport(), wheel)
    assert one.scale_now > before and other.scale_now == pytest.approx(one.scale_now)
    other.horizontalScrollBar().setValue(other.horizontalScrollBar().value() + 15)

    def centre(canvas):
        return canvas.mapToScene(canvas.viewport().rect().center())

    assert abs(centre(one).x() - centre(other).x()) <= 1.5
    one.fit()
    assert other.scale_now == pytest.approx(one.scale_now)


def test_heat_maps_go_and_come(qtbot, page, stores):
    qtbot.waitUntil(lambda: len(stores.compare.state.looks) == 2)
    canvas = page.sides["one"].canvas
    assert canvas._values is not None
    page.heat.setChecked(False)
    assert canvas._values is None


def test_runs_that_cannot_be_compared_say_why(qtbot, page, stores, world):
    world.runs.append(world.run(4, default_recipe("frozen", iterations=20), "done"))
    stores.compare.compare_runs(world.runs[0].path, world.runs[3].path)
    stores.world.open_project("/q")
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: len(stores.world.runs) == 4)
    stores.compare.compare_runs(world.runs[0].path, world.runs[3].path)
    qtbot.waitUntil(lambda: bool(stores.compare.state.failed))
    assert page._right.currentWidget() is page.waiting
    assert not page.cells.isVisible()


def test_unjudged_runs_are_judged_here(qtbot, page, stores, world):
    world.judged.clear()
    page.swap.click()
    qtbot.waitUntil(lambda: page._right.currentWidget() is page.unjudged)
    page.unjudged.asked.emit()
    qtbot.waitUntil(lambda: bool(stores.compare.state.pairing))
    qtbot.waitUntil(lambda: len(stores.compare.state.pairing) == 40)


def test_other_images_are_offered(qtbot, page, stores, world):
    world.runs = [replace(run, fingerprint="other") for run in world.runs]
    stores.world.open_project("/q")
    qtbot.waitUntil(lambda: page._right.currentWidget() is page.foreign)


def test_both_themes_paint(page):
    for mode in (Mode.DARK, Mode.LIGHT):
        LOOK.apply(mode)
        assert not page.grab().isNull()
