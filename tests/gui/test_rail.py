"""The rail: groups in the order of a day, and pages that wait for something say for what."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from engine.core.recipe import default_recipe
from gui.shell.nav_rail import DENSITIES
from gui.shell.registry import GROUPS, PAGES
from gui.style.look import LOOK

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def waiting(rail) -> set[str]:
    return {key for key, button in rail._buttons.items() if button.property("lacking")}


def test_pages_that_cannot_work_yet_are_dimmed_and_say_what_they_need(qtbot, parts, world):
    window, state = parts.window, parts.stores.world
    rail = window._rail
    assert waiting(rail) == {entry.key for entry in PAGES} - {"data"}
    assert rail._buttons["train"].toolTip().endswith("open some on the page Data.")
    assert "project" in rail._buttons["evaluate"].accessibleDescription()
    rail._buttons["evaluate"].click()
    assert window.page == "evaluate", "it says more itself"
    world.runs = [world.run(1, default_recipe("transfer"), "done")]
    state.open_project("/p")
    parts.stores.data.open("/data")
    qtbot.waitUntil(lambda: state.data is not None and bool(state.runs))
    assert waiting(rail) == {"compare"}
    assert rail._buttons["train"].toolTip() == "Train  (Ctrl+2)"
    world.runs.append(world.run(2, default_recipe("small"), "done"))
    state.list_runs()
    qtbot.waitUntil(lambda: len(state.runs) == 2)
    assert waiting(rail) == set()


def test_headings_stand_in_the_order_of_a_day_and_fit_every_window(qtbot, parts):
    window = parts.window
    rail = window._rail
    assert [head.text() for head in rail._headings] == [title() for title in GROUPS]
    assert [entry.group for entry in PAGES] == sorted(entry.group for entry in PAGES)
    seen = set()
    for height in (620, 700, 768, 1000):
        window.resize(1000, height)
        qtbot.waitUntil(lambda wanted=height: window.height() == wanted)
        qtbot.waitUntil(lambda: rail.layout().sizeHint().height() <= rail.height())
        rail.layout().activate()
        seen.add(rail._density)
        shown = [head for head in rail._headings if head.isVisible()]
        parts_ = [*rail._buttons.values(), *shown]
        places = sorted((part.mapTo(rail, QPoint()).y(), part.height()) for part in parts_)
        ends = [y + high for y, high in places]
        assert all(end <= y for end, (y, _) in zip(ends, places[1:], strict=False)), height
        assert ends[-1] <= rail.height(), height
        cut = [b for b in rail._buttons.values() if b.height() < b.sizeHint().height()]
        assert cut == [], height
        assert len(shown) == (0 if rail._density == "bare" else len(GROUPS))
    assert len(seen) > 1 and seen <= {one[0] for one in DENSITIES}
    assert LOOK.points(-2) > 6
