"""The guided tour: ten stops by the keys, their pictures, and the runs they want."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.core.recipe import Setting, default_recipe
from engine.core.values import Sentence
from engine.study.values import CLAIMS, StudySummary
from engine.training.messages import Train
from gui.shell import folders
from gui.store.run_record import record_of
from gui.tour.stops import STEPS, STOPS, finding_of, recipes_for, runs_for
from gui.tour.words import stop_words
from gui.words.text import engine_text
from tests.gui.test_study_page import made_up_board, plan

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

SETTINGS = ("transfer", "scratch-aug", "scratch", "frozen")


@pytest.fixture
def opened(qtbot, parts, world):
    """A project with a finished run in each setting the tour wants."""
    world.runs = [
        world.run(number, default_recipe(setting, iterations=20), "done")
        for number, setting in enumerate(SETTINGS, start=1)
    ]
    parts.stores.world.open_project("/p")
    parts.stores.data.open("/data")
    qtbot.waitUntil(lambda: parts.stores.world.data is not None and bool(parts.stores.world.runs))
    return parts


def press(window, key, held=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.focusWidget() or window, key, held)


def begun(qtbot, window):
    """The tour, begun with its keys."""
    window.activateWindow()
    press(
        window,
        Qt.Key.Key_G,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.waitUntil(window.tour.isVisible)
    return window.tour


def test_all_ten_stops_are_walked_with_the_keys_and_each_shows_its_picture(qtbot, opened):
    window = opened.window
    tour = begun(qtbot, window)
    for stop in STOPS:
        assert tour.stop is stop
        assert f"{stop.claim} of 10" in tour.counted.text()
        assert tour.claim.text() == engine_text(CLAIMS[stop.claim])
        assert tour.words.text() == stop_words(stop.claim)
        assert not tour.make.isVisible()
        assert "Shown on" in tour.shown.text()
        tour.show_me.setFocus()
        press(window, Qt.Key.Key_Space)
        assert window.page == stop.page
        page = window.pages[stop.page]
        if stop.tab:
            assert page.bar.key == stop.tab
        if stop.page == "train":
            shown = page._shown_run()
            assert shown.recipe.setting is stop.settings[0], "its figures stand above its curves"
        assert tour.isVisible(), "it stays while its picture is looked at"
        press(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert not tour.isVisible(), "behind the last stop it ends"
    assert window.memory.tour == 1
    world = opened.stores.world
    assert {run.recipe.setting for run in window.pages["measures"].picker.runs} == {
        Setting.TRANSFER,
        Setting.SCRATCH_AUG,
    }
    compared = opened.stores.compare.state
    assert [world.run_of(path=path).recipe.setting for path in (compared.one, compared.other)] == [
        Setting.TRANSFER,
        Setting.FROZEN,
    ]


def test_it_is_left_at_any_time_and_goes_on_where_it_was_left(qtbot, opened):
    window = opened.window
    tour = begun(qtbot, window)
    for _ in range(4):
        press(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert tour.stop.claim == 4
    tour.next.setFocus()
    press(window, Qt.Key.Key_Escape)
    assert not tour.isVisible()
    assert begun(qtbot, window).stop.claim == 4
    tour.leave.click()
    assert not tour.isVisible()
    assert window.memory.tour == 4


def test_without_runs_it_says_which_are_missing_and_trains_them(qtbot, parts, world, monkeypatch):
    stores, window = parts.stores, parts.window
    stores.world.open_project("/p")
    stores.data.open("/data")
    qtbot.waitUntil(lambda: stores.world.data is not None and not stores.client.jobs)
    tour = begun(qtbot, window)
    for _ in range(4):
        tour.next.click()
    assert tour.stop.claim == 5
    assert not tour.show_me.isVisible()
    assert "Transfer" in tour.shown.text()
    assert str(STEPS) in tour.shown.text()
    qtbot.waitUntil(lambda: "bout" in tour.shown.text())  # how long it takes here
    sent: list[Train] = []
    monkeypatch.setattr(stores.client.lanes["training"], "post", sent.append)
    tour.make.click()
    assert [command.recipe.setting for command in sent] == [Setting.TRANSFER, Setting.SCRATCH_AUG]
    assert {command.recipe.iterations for command in sent} == {STEPS}
    assert not tour.make.isEnabled(), "what is under way is not queued twice"


def test_without_images_the_sample_parts_are_drawn_first(qtbot, parts, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(folders, "documents", lambda: tmp_path)
    stores, window = parts.stores, parts.window
    drawn = tmp_path / "TransferLens" / "Sample parts" / "images"
    drawn.mkdir(parents=True)
    (drawn / folders.DRAWN).write_text("{}")
    tour = begun(qtbot, window)
    assert "sample parts" in tour.make.text()
    sent: list[Train] = []
    monkeypatch.setattr(stores.client.lanes["training"], "post", sent.append)
    tour.make.click()
    qtbot.waitUntil(lambda: bool(sent))
    assert [command.recipe.setting for command in sent] == [Setting.TRANSFER]
    assert stores.world.project.startswith(str(tmp_path))


def test_the_newest_study_has_its_say(qtbot, opened):
    old = made_up_board(created="2025", findings=())
    stores = opened.stores
    tour = begun(qtbot, opened.window)
    assert not tour.finding.isVisible()
    stores.study.studies = {
        "a": StudySummary(plan(), (), made_up_board(created="2026")),
        "b": StudySummary(plan(), (), old),
    }
    stores.study.changed.emit()
    assert tour.finding.isVisible()
    assert "open" in tour.finding.text()
    assert "Never a defect: 86.96 %." in tour.finding.text()
    assert finding_of(9, tuple(stores.study.studies.values())).outcome == "holds"
    assert finding_of(9, ()) is None
    for _ in range(8):
        tour.next.click()
    assert "holds" in tour.finding.text()
    assert "transfer less frozen: 99 % against 74 %." in tour.finding.text(), "the figures decide"


def test_the_part_that_decides_is_named(qtbot, opened):
    """Claim 5 failed, and beside it stood the effect of the part that held."""
    board = made_up_board()
    (part,) = next(one for one in board.findings if one.effects).effects
    held = replace(part, outcome="holds")
    lost = replace(held, name=Sentence("upper layers"), outcome="fails", folds=(-1.7,))
    finding = replace(board.findings[4], outcome="fails", effects=(held, lost))
    assert finding.deciding is lost
    assert replace(finding, effects=()).deciding is None
    assert replace(finding, outcome="open").deciding is lost, "one holds, one fails: open"
    opened.stores.study.studies = {
        "a": StudySummary(plan(), (), replace(board, findings=(finding,)))
    }
    tour = begun(qtbot, opened.window)
    for _ in range(4):
        tour.next.click()
    assert "upper layers" in tour.finding.text()


def test_two_runs_of_one_fold_and_of_the_open_images_are_put_side_by_side(world):
    def record(number, setting, fold, mark):
        recipe = default_recipe(setting, iterations=20, fold=fold)
        made = world.run(number, recipe, "done")
        return record_of(number, replace(made, fingerprint=mark))

    runs = [
        record(1, "transfer", 2, "a"),
        record(2, "transfer", 1, "a"),
        record(3, "scratch-aug", 1, "a"),
        record(4, "scratch-aug", 2, "b"),
        record(5, "transfer", 2, "b"),
    ]
    stop = STOPS[4]
    assert [run.key for run in runs_for(stop, runs, "a")] == [2, 3]
    assert [run.key for run in runs_for(stop, runs, "b")] == [5, 4]
    alone = runs_for(stop, runs[:1], "a")
    assert alone == (runs[0], None)
    (missing,) = recipes_for(stop, alone)
    assert (missing.setting, missing.fold) == (Setting.SCRATCH_AUG, 2), "of the fold that is there"
