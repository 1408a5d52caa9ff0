"""Inspect over a scripted engine: what a run keeps is there again, colours are comparable."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint

from engine.core.recipe import default_recipe
from gui.inspect.page import InspectPage
from gui.style.images import to_levels
from gui.toolkit.tally import select, worst_miss

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def page(qtbot, stores, world):
    world.runs = [world.run(1, default_recipe("transfer"), "done")]
    world.judged[world.runs[0].path, "test"] = world.images
    world.astray = {index for index in range(world.images) if world.defective(index)}
    page = InspectPage(stores)
    qtbot.addWidget(page)
    page.resize(1260, 700)
    page.show()
    stores.data.open("/data")
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: stores.inspect.state.inspected is not None)
    return page


def test_a_project_opened_again_shows_its_verdicts_and_the_worst_miss(qtbot, page, stores, world):
    """They were gone until "Judge test images" was pressed, while Evaluate had them."""
    run = stores.inspect.state.run
    known = stores.world.predictions[run]
    assert len(known) == world.images and "%" in page.images._accuracy._value.text()
    assert page.images._judge.property("role") != "primary"
    missed = worst_miss(stores.world.samples, known)
    assert stores.inspect.state.index == (missed if missed >= 0 else 0)
    assert page.images.gallery.currentIndex().isValid()


def test_the_judge_button_is_the_step_that_is_meant_until_something_is_judged(qtbot, stores, world):
    world.runs = [world.run(1, default_recipe("transfer"), "done")]
    page = InspectPage(stores)
    qtbot.addWidget(page)
    page.show()
    stores.data.open("/data")
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: stores.inspect.state.index == 0)
    assert page.images._judge.property("role") == "primary"


def test_colours_have_one_scale_for_the_run_and_on_demand_one_for_each_image(qtbot, page, stores):
    run = stores.inspect.state.run
    qtbot.waitUntil(lambda: run in stores.inspect.scales)
    assert "One scale for the run, from 12 judged images" in page.overlay.scale_words.text()
    assert page.canvas._limit == 2.5
    page.overlay.own_scale.setChecked(True)
    assert page.canvas._limit is None and "this image alone" in page.overlay.scale_words.text()
    levels, limit = to_levels(np.array([[1.0, -5.0, 2.5]], np.float32), diverging=True, limit=2.5)
    assert limit == 2.5 and levels.tolist() == [[179, 1, 255]]


def test_right_for_the_wrong_reason_is_marked_and_can_be_looked_for(qtbot, page, stores, world):
    images, run = page.images, stores.inspect.state.run
    qtbot.waitUntil(lambda: bool(stores.inspect.elsewhere.get(run)))
    images._narrow.setCurrentIndex(images._narrow.findData("elsewhere"))
    images.show_rows()
    assert images.gallery.rows.rowCount() == len(world.astray)
    cards = [images.gallery.rows._card(stores.world.samples[i]).outcome for i in world.astray]
    assert set(cards) <= {"elsewhere", "escape"}
    assert list(
        select(stores.world.samples, {}, narrow="elsewhere", elsewhere=world.astray)
    ) == sorted(world.astray)


def test_the_image_says_it_too_when_its_worst_window_misses_the_region(qtbot, page, stores, world):
    bad = next(i for i in range(world.images) if world.defective(i))
    stores.inspect.inspect(bad)
    qtbot.waitUntil(lambda: stores.inspect.state.inspected is not None)
    event = stores.inspect.state.inspected
    far = np.asarray([[900.0, 900.0], [910.0, 900.0], [910.0, 910.0]], np.float32)
    stores.inspect.state.inspected = replace_event(event, (far,), defective=True)
    stores.inspect.changed.emit()
    assert not page._astray.isHidden() and page._astray.pos() != QPoint(0, 0)
    assert page.verdict._outcome.text() == "right for the wrong reason"
    x, y, width, height = event.prediction.box
    near = np.asarray([[x, y], [x + width, y], [x, y + height]], np.float32)
    stores.inspect.state.inspected = replace_event(event, (near,), defective=True)
    stores.inspect.changed.emit()
    assert page._astray.isHidden()


def replace_event(event, outlines, *, defective):
    prediction = replace(event.prediction, defective=defective, texture=event.prediction.texture)
    return replace(event, outlines=outlines, prediction=prediction)
