"""The page Runs over a scripted engine: search, order, differences, notes, repeating, the bin."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from engine.core.recipe import default_recipe
from engine.core.values import RunNote
from gui.runs.differences import differences
from gui.runs.longer_dialog import LongerDialog
from gui.runs.page import RunsPage
from gui.runs.run_list import SETTING
from gui.store.run_names import run_choice
from gui.style.look import LOOK
from gui.style.theme import Mode

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def runs(world):
    settings = ("transfer", "small", "scratch-aug", "transfer")
    world.runs = [
        world.run(number, default_recipe(setting, iterations=10 * number), "done")
        for number, setting in enumerate(settings, start=1)
    ]
    world.runs[3] = replace(world.runs[3], state="interrupted", test=None)
    world.notes = {world.runs[1].name: RunNote(world.runs[1].name, "better lamp", ("best",))}
    return world.runs


@pytest.fixture
def page(qtbot, stores, runs):
    page = RunsPage(stores)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: page.runs.rowCount() == 4 and stores.runs.notes is not None)
    return page


def names(page) -> list[str]:
    """Folders of the rows, from above; what they are called is shown."""
    places = [page.shown.index(place, 0) for place in range(page.shown.rowCount())]
    return [page.runs.run(page.shown.mapToSource(place).row()).name for place in places]


def choose(page, *wanted: str) -> None:
    selection = page.table.selectionModel()
    selection.clearSelection()
    flags = QItemSelectionModel.SelectionFlag
    for name in wanted:
        index = page.shown.index(names(page).index(name), 0)
        selection.setCurrentIndex(index, flags.Select | flags.Rows)


def test_search_finds_words_anywhere_notes_included(page, runs):
    page.search.setText("lamp")
    assert names(page) == [runs[1].name]
    page.search.setText("transfer done")
    assert names(page) == [runs[0].name]
    page.search.setText("nothing like it")
    assert names(page) == [] and page.count.text() == "0 of 4"
    page.search.clear()
    assert len(names(page)) == 4


def called(page) -> dict[str, str]:
    """What each row's run is called, by its folder."""
    shown = [page.shown.index(place, 0).data() for place in range(page.shown.rowCount())]
    return dict(zip(names(page), shown, strict=True))


def test_a_run_is_renamed_in_its_row_and_everywhere(qtbot, page, runs, stores, world):
    choose(page, runs[0].name)
    page.acts["rename"].click()
    editor = page.table.findChild(QLineEdit)
    assert editor is not None and editor.text() == "Transfer 1"
    editor.setText("the new lamp")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    run = stores.world.run_of(path=runs[0].path)
    qtbot.waitUntil(lambda: bool(run.title))
    assert run.title == "the new lamp" and run.name == runs[0].name
    assert called(page)[runs[0].name] == "the new lamp"
    assert run_choice(run, stores.world.runs) == "the new lamp"
    qtbot.waitUntil(lambda: world.runs[0].title == "the new lamp")
    stores.runs.undo()
    assert called(page)[runs[0].name] == "Transfer 1"
    stores.runs.redo()
    assert called(page)[runs[0].name] == "the new lamp"
    assert stores.runs.rename_run(run.path, "") and run.title == ""


def test_a_name_that_another_run_has_is_refused_in_words(page, runs, stores):
    told = []
    stores.client.notice.connect(told.append)
    assert not stores.runs.rename_run(runs[0].path, "small RIVAL 2")
    assert "another run is called so already" in told[0].text
    assert called(page)[runs[0].name] == "Transfer 1" and stores.runs.steps.place == 0


@pytest.mark.parametrize("width", [1160, 830])
def test_no_column_is_behind_a_scroll_bar(qtbot, page, width):
    """At 1366 the name took half of the table and figures had to be scrolled to."""
    page.resize(width, 600)
    qtbot.wait(1)
    table, head = page.table, page.table.horizontalHeader()
    assert head.length() <= table.viewport().width()
    for column in (0, *range(3, 8)):
        assert not head.isSectionHidden(column)
        wanted = 0 if column <= SETTING else table.sizeHintForColumn(column)
        assert head.sectionSize(column) >= wanted


def test_numbers_are_sorted_as_numbers(page, runs):
    column = [each.name for each in page.runs.columns].index("Iterations")
    page.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    shown = [int(page.shown.index(r, column).data()) for r in range(4)]
    assert shown == sorted(shown)


def test_two_runs_show_what_differs_and_what_came_out(page, runs, stores):
    choose(page, runs[0].name, runs[1].name)
    table = page.difference.table
    assert table.isVisible() and not page.note.isVisible()
    rows = {table.item(r, 0).text(): table.item(r, 1).text() for r in range(table.rowCount())}
    assert rows["Setting"] == "Transfer" and rows["Iterations"] == "10"
    assert "Folds" not in rows and "Accuracy" in rows
    assert table.text().splitlines()[0].count("\t") == 2
    same = stores.world.run_of(path=runs[0].path)
    assert all(each.outcome for each in differences(same, same))


def test_a_note_is_kept_after_a_pause_and_when_another_run_is_chosen(qtbot, page, runs, world):
    choose(page, runs[0].name)
    page.note.text.setPlainText("first light")
    qtbot.keyClicks(page.note.tags, "line-3")
    choose(page, runs[1].name)
    qtbot.waitUntil(lambda: runs[0].name in world.notes)
    assert world.notes[runs[0].name] == RunNote(runs[0].name, "first light", ("line-3",))
    assert page.note.text.toPlainText() == "better lamp" and page.note.tags.text() == "best"
    page.note.text.setPlainText("better lamp, new lens")
    qtbot.waitUntil(lambda: "lens" in world.notes[runs[1].name].text)


def test_repeating_trains_the_same_recipe_again(qtbot, page, runs, stores):
    gone = []
    page.go.connect(gone.append)
    choose(page, runs[2].name)
    page.acts["repeat"].click()
    fresh = stores.world.runs[0]
    assert fresh.recipe == runs[2].recipe and fresh.name != runs[2].name and gone == ["train"]
    qtbot.waitUntil(lambda: not stores.world.runs[0].job)


def test_repeating_asks_for_images_that_are_gone(qtbot, page, runs, stores, world):
    world.runs[2] = replace(runs[2], data_missing=True)
    stores.world.open_project("/q")
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: stores.world.run_of(path=runs[2].path) is not None)
    with qtbot.waitSignal(stores.train.place_wanted):
        stores.train.repeat_run(runs[2].path)


def test_an_interrupted_run_is_gone_on_with(page, runs):
    choose(page, runs[0].name)
    assert not page.acts["resume"].isEnabled() and page.acts["evaluate"].isEnabled()
    choose(page, runs[3].name)
    assert page.acts["resume"].isEnabled() and not page.acts["evaluate"].isEnabled()


def test_runs_go_into_the_bin_after_a_question(qtbot, page, runs, stores, monkeypatch):
    asked = []
    monkeypatch.setattr(page, "ask_bin", lambda chosen: asked.append(len(chosen)) or False)
    choose(page, runs[0].name, runs[1].name)
    page.acts["bin"].click()
    assert asked == [2] and page.runs.rowCount() == 4
    monkeypatch.setattr(page, "ask_bin", lambda chosen: True)
    told = []
    stores.client.notice.connect(told.append)
    page.acts["bin"].click()
    qtbot.waitUntil(lambda: page.runs.rowCount() == 2)
    assert told[-1].kind == "info" and "2 runs" in told[-1].text
    assert sorted(names(page)) == sorted([runs[2].name, runs[3].name])


def test_a_run_that_cannot_go_is_named(qtbot, page, runs, stores, world, monkeypatch):
    monkeypatch.setattr(page, "ask_bin", lambda chosen: True)
    world.locked = {runs[0].path}
    told = []
    stores.client.notice.connect(told.append)
    choose(page, runs[0].name)
    page.acts["bin"].click()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].kind == "error" and page.runs.rowCount() == 4


def test_the_chosen_rows_are_copied(page, runs):
    choose(page, runs[0].name, runs[1].name)
    page.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 3 and lines[0].startswith("Run\tTags")
    assert {line.split("\t")[0] for line in lines[1:]} == {"Transfer 1", "Small rival 2"}


def test_both_themes_paint(page):
    for mode in (Mode.DARK, Mode.LIGHT):
        LOOK.apply(mode)
        assert not page.grab().isNull()


def test_the_edit_menu_names_what_is_undone(qtbot, parts, world):
    world.runs = [world.run(1, default_recipe("transfer"), "done")]
    window, stores = parts.window, parts.stores
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: bool(stores.world.runs))
    window.show_page("runs")
    undo, redo = (window.menus.actions[key] for key in ("undo", "redo"))
    window.menus.edit.aboutToShow.emit()
    assert not undo.isEnabled() and not redo.isEnabled()
    stores.runs.rename_run(stores.world.runs[0].path, "lamp")
    window.menus.edit.aboutToShow.emit()
    assert undo.isEnabled() and undo.text() == "&Undo: name of a run"
    undo.trigger()
    assert stores.world.runs[0].title == ""
    window.menus.edit.aboutToShow.emit()
    assert redo.text() == "&Redo: name of a run" and not undo.isEnabled()
    window.show_page("data")
    window.menus.edit.aboutToShow.emit()
    assert not redo.isEnabled(), "each page undoes what was done on it"


@pytest.fixture
def steady(runs, world):
    """The first run was trained at a constant rate, on windows alone."""
    recipe = runs[0].recipe.changed(schedule="constant", crop=0)
    world.runs[0] = replace(runs[0], recipe=recipe, iteration=10, seconds=20.0)
    return recipe


def test_a_finished_run_of_a_constant_rate_is_trained_longer(
    qtbot, steady, page, runs, stores, monkeypatch
):
    choose(page, runs[1].name)
    assert not page.acts["longer"].isEnabled(), "its rate falls with its length"
    assert "with more iterations" in page.acts["longer"].toolTip()
    choose(page, runs[0].name)
    assert page.acts["longer"].isEnabled()
    seen = []

    def answer(dialog: LongerDialog) -> int:
        assert dialog.iterations.minimum() == 11 and dialog.iterations.value() == 20
        dialog.iterations.setValue(100)
        seen.append(dialog.time.text())
        return LongerDialog.DialogCode.Accepted

    monkeypatch.setattr(LongerDialog, "exec", answer)
    gone = []
    page.go.connect(gone.append)
    page.acts["longer"].click()
    assert seen == ["90 more: about 3 minutes at this run's pace"] and gone == ["train"]
    longer = stores.world.runs[0]
    assert longer.recipe == steady.changed(iterations=100)
    qtbot.waitUntil(lambda: longer.state == "done" and not longer.job)
    assert longer.iteration == 100 and longer.path != runs[0].path
