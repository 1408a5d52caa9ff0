"""Small defects of the window that were mended, one test each, named after what went wrong."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from engine.check.files import by_severity
from engine.core.recipe import default_recipe
from engine.core.values import Problem
from engine.data.image import CUT_OFF
from engine.data.values import CheckItem
from gui.check.words import FILTERS
from gui.data.data_facts import open_problems
from gui.folder.model import UNLIKE, FolderModel
from gui.folder.words import about_words, limit_share
from gui.signoff.bound_plot import BoundPlot

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def test_unreadable_files_come_before_masks():
    def item(kind: str, template: str = "x") -> CheckItem:
        return CheckItem(kind, Problem(f"{kind}.png", template, {}, kind))

    mixed = [item("label"), item("mask"), item("near"), item("file", CUT_OFF), item("same"),
             item("file", "{path}: not a readable image.")]  # fmt: skip
    ordered = by_severity(mixed)
    assert [each.kind for each in ordered] == ["file", "file", "same", "near", "mask", "label"]
    assert [each.problem.template == CUT_OFF for each in ordered[:2]] == [False, True]
    assert FILTERS.index("file") < FILTERS.index("same") < FILTERS.index("mask")


def test_a_drawn_region_clears_the_missing_mask_and_nothing_else():
    rows = tuple(
        SimpleNamespace(file=f"bad/{name}.png", drawn=name == "b") for name in ("a", "b", "c")
    )
    problems = (
        Problem("/set/bad/a.png", "Its ground-truth mask is missing.", kind="mask"),
        Problem("/set/bad/b.png", "Its ground-truth mask is missing.", kind="mask"),
        Problem("bad/b.png", "Its mask is empty. Draw the region again.", kind="mask"),
        Problem("bad/b.png", CUT_OFF, {"path": "bad/b.png"}),
    )
    data = SimpleNamespace(path="/set", samples=rows, problems=problems)
    assert open_problems(data) == (problems[0], problems[3])
    undrawn = SimpleNamespace(path="/set", samples=(rows[0],), problems=problems)
    assert open_problems(undrawn) is problems


def test_distances_are_shares_of_the_limit_everywhere():
    about = SimpleNamespace(limit=2.0, k=5, training=40, alarms=0.01, held_out=99)
    row = SimpleNamespace(distance=2.6, unlike=True, prediction=object())
    assert limit_share(row, about) == "1.30 \N{MULTIPLICATION SIGN} limit"
    assert limit_share(SimpleNamespace(distance=None), about) == limit_share(row, None) == ""
    assert "2.0" not in about_words(about)
    model = FolderModel()
    model._head = SimpleNamespace(familiarity=about)
    assert model._distance(row) == "1.30, unlike" and UNLIKE


def test_the_words_beside_the_point_are_clear_of_the_curve(qtbot):
    plot = BoundPlot()
    qtbot.addWidget(plot)
    plot.resize(420, 240)
    plot.show()
    curve = tuple((n, 1 - 0.05 ** (1 / n)) for n in (5, 10, 20, 40, 59, 80, 120))
    proof = SimpleNamespace(defective=30, upper=0.095, limit=0.05, more=29, passed=False, escapes=0)
    plot.show_proof(proof, curve)
    plot.grab()
    box = plot.plot.plotItem.vb
    words = box.mapFromScene(plot.needed.sceneBoundingRect()).boundingRect()
    at = box.mapFromView(plot.needed.pos())
    # The curve falls: whatever lies right of the point and above it is clear.
    assert words.left() >= at.x() and words.bottom() <= at.y() + 2
    assert words.right() <= box.rect().right()


@pytest.mark.parametrize("width", [1366, 1500])
def test_escape_is_in_view_on_runs(qtbot, parts, world, width):
    world.runs = [
        replace(world.run(n, default_recipe("scratch-aug"), "done"), name=f"2026-11-22-scratch-aug-0{n}")
        for n in (1, 2, 3)
    ]  # fmt: skip
    parts.stores.world.open_project("/p")
    parts.window.resize(width, 768)
    parts.window.show()
    parts.window.show_page("runs")
    page = parts.window.pages["runs"]
    qtbot.waitUntil(lambda: page.runs.rowCount() == 3)
    page.table.fit()
    head = page.table.horizontalHeader()
    escape = [each.name for each in page.runs.columns].index("Escape")
    right = head.sectionViewportPosition(escape) + head.sectionSize(escape)
    assert right <= page.table.viewport().width()


def test_keys_work_on_review_at_the_first_visit(qtbot, parts, world):
    world.images = 40
    world.runs = [world.run(1, default_recipe("transfer", iterations=20), "done")]
    world.judged |= {(world.runs[0].path, part): 40 for part in ("test", "validation")}
    parts.stores.world.open_project("/p")
    parts.stores.data.open("/data")
    state = parts.stores.world
    qtbot.waitUntil(lambda: state.data is not None and bool(state.runs))
    parts.window.show()
    parts.window.activateWindow()
    parts.window.show_page("review")
    page = parts.window.pages["review"]
    qtbot.waitUntil(lambda: page.list.gallery.rows.rowCount() > 0)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.list.gallery)
    index = parts.stores.review.state.index
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_A)
    qtbot.waitUntil(lambda: parts.stores.review.state.index != index)
