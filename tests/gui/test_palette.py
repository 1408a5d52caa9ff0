"""Ctrl+K: the search, the order, and doing everything with the keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.core.recipe import default_recipe
from gui.shell.app import load_language
from gui.shell.palette.entries import Entry, ranked
from gui.shell.palette.gather import words
from gui.shell.palette.matcher import match
from gui.shell.registry import PAGES
from gui.style.look import LOOK
from gui.style.theme import Mode

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


# ------------------------------------------------------------------ the search


def places(query: str, text: str) -> str:
    found = match(query, text)
    return "" if found is None else "".join(text[place] for place in found.places)


def best(query: str, *texts: str) -> str:
    scored = [(found.score, text) for text in texts if (found := match(query, text))]
    return max(scored)[1] if scored else ""


def test_letters_are_found_in_order():
    assert places("odt", "Open data...") == "Odt"
    assert match("tdo", "Open data...") is None
    assert places("data open", "Open data...") == "Opendata", "words come in any order"
    assert places("", "Open data...") == ""
    assert match("x" * 50, "Open data...") is None


def test_word_starts_and_runs_of_letters_count_most():
    assert best("op", "Stop and keep", "Open project...") == "Open project..."
    assert best("pro", "Open project...", "Page: Overview room") == "Open project..."
    assert best("thd", "Theme: Dark", "The hidden") == "Theme: Dark"
    found = match("data", "Advanced at all: data")
    assert found is not None
    assert found.places == (17, 18, 19, 20), "the piece in one, not letters strewn about"


def test_case_and_accents_do_not_matter_and_long_texts_are_quick():
    assert match("DATA", "open data") is not None
    assert match("e\u0301tude", "\u00c9tude") is not None, "two ways to write one letter"
    for _ in range(300):
        match("transfer in", "2026-11-22-transfer-aug-017: open in Interpolate, fold 3 of 5")


def test_korean_is_found_by_syllables_and_by_first_consonants():
    assert places("프로", "프로젝트 열기") == "프로"
    assert places("ㅍㄹㅈ", "프로젝트 열기") == "프로젝"
    assert places("ㅇㄱ", "프로젝트 열기") == "열기"
    assert match("ㅋ", "프로젝트 열기") is None


# ------------------------------------------------------------------ the order


def entries(*names: str, why: str = "") -> list[Entry]:
    return [Entry(name, name, "Test", lambda: None, why=why) for name in names]


def test_without_a_word_recent_choices_come_first():
    rows = ranked(entries("one", "two", "three"), "", ["three", "gone", "one"])
    assert [row.entry.key for row in rows] == ["three", "one", "two"]
    assert [row.recent for row in rows] == [True, True, False]


def test_a_recent_choice_wins_among_equals():
    listed = entries("open data", "open door")
    assert ranked(listed, "op d", [])[0].entry.key == "open data"
    assert ranked(listed, "op d", ["open door"])[0].entry.key == "open door"


def test_what_cannot_be_done_is_found_after_what_can():
    listed = [*entries("stop one", why="idle"), *entries("stop two")]
    assert [row.entry.key for row in ranked(listed, "stop", [])] == ["stop two", "stop one"]


def test_other_words_find_it_too_without_marking_letters():
    entry = Entry("k", "Ansicht", "View", lambda: None, also="page inspect")
    (row,) = ranked([entry], "inspect", [])
    assert all(place < len(entry.title) for place in row.places)


# ------------------------------------------------------------------ in the window


@pytest.fixture
def window(qtbot, parts, world):
    """A window with two finished runs, one of them on other images."""
    world.runs = [
        world.run(1, default_recipe("transfer"), "done"),
        replace(world.run(2, default_recipe("scratch"), "done"), fingerprint="other",
                data_path="/other"),
    ]  # fmt: skip
    said = world.summary
    world.summary = lambda path: replace(
        said(path), fingerprint="other" if path == "/other" else "made-up"
    )
    parts.stores.world.open_project("/p")
    parts.stores.data.open("/data")
    state = parts.stores.world
    qtbot.waitUntil(lambda: state.data is not None and len(state.runs) == 2)
    parts.window.activateWindow()
    return parts.window


def open_palette(qtbot, window) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.palette_.isVisible()
    qtbot.waitUntil(window.palette_.field.hasFocus)


def choose(qtbot, window, text: str) -> None:
    open_palette(qtbot, window)
    QTest.keyClicks(window.palette_.field, text)
    QTest.keyClick(window.palette_.field, Qt.Key.Key_Return)


def test_pages_actions_runs_folders_and_settings_are_listed(qtbot, window):
    window.memory.remember("data", "/somewhere")
    open_palette(qtbot, window)
    by_key = {row.entry.key: row.entry for row in window.palette_.shown}
    assert {f"page/{entry.key}" for entry in PAGES} <= set(by_key)
    assert {"open-data", "new-project", "start", "judge", "quit", "about"} <= set(by_key)
    assert {"theme/dark", "theme/light", "theme/system", "language/en"} <= set(by_key)
    run = window.stores.world.runs[0]
    assert {f"run/{page}/{run.path}" for page in ("inspect", "compress")} <= set(by_key)
    assert by_key["theme/dark"].title == "Theme: Dark"
    assert by_key["open-data"].keys == "Ctrl+O"
    assert by_key["data//somewhere"].why.startswith("It is not there")
    assert "project//p" not in by_key, "it is open"


def test_every_action_of_the_menus_has_a_shortcut_of_its_own(window):
    actions = list(window.menus.actions.values())
    keys = [action.shortcut().toString() for action in actions]
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_a_page_is_reached_with_the_keyboard_alone(qtbot, window):
    window.show_page("data")
    choose(qtbot, window, "measu")
    assert window.page == "measures"
    assert not window.palette_.isVisible()
    assert window.memory.recent("choice")[0] == "page/measures"
    open_palette(qtbot, window)
    assert window.palette_.shown[0].entry.key == "page/measures"
    QTest.keyClick(window.palette_.field, Qt.Key.Key_Escape)
    assert not window.palette_.isVisible()


def test_keys_walk_through_the_list(qtbot, window):
    open_palette(qtbot, window)
    palette = window.palette_
    row = lambda: palette.list.currentIndex().row()  # noqa: E731
    last = palette.rows.rowCount() - 1
    for key, modifier, expected in (
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, 2),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier, 0),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, last),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, 0),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, 8),
        (Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier, last),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier, 0),
    ):
        QTest.keyClick(palette.field, key, modifier)
        assert row() == expected, key
    assert palette.field.hasFocus()


def test_a_run_is_opened_with_its_own_images(qtbot, window):
    state = window.stores.world
    other = next(run for run in state.runs if run.summary.data_path == "/other")
    choose(qtbot, window, f"{other.name} inspect")
    assert window.page == "inspect"
    assert window.stores.inspect.state.run == other.path
    qtbot.waitUntil(lambda: state.data.path == "/other")
    choose(qtbot, window, f"{other.name} compress")
    assert (window.page, window.stores.compress.run) == ("compress", other.path)


def test_a_setting_is_used(qtbot, window):
    try:
        choose(qtbot, window, "theme dark")
        assert LOOK.mode is Mode.DARK
        assert window.memory.mode is Mode.DARK
        assert window.menus.actions["theme/dark"].isChecked()
    finally:
        LOOK.apply(Mode.LIGHT)


def test_what_cannot_be_done_says_why_and_stays(qtbot, window):
    choose(qtbot, window, "stop and keep")
    palette = window.palette_
    assert palette.isVisible(), "nothing was done"
    assert palette.shown[0].entry.why == "No run is being trained."
    assert window.menus.actions["stop"].toolTip() == "No run is being trained."
    assert "choice" not in window.memory.recent("choice")
    QTest.keyClick(palette.field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(palette.field, "qqqqqq")
    assert palette.shown == []
    assert palette._nothing.isVisible()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_the_keys_go_back_to_what_had_them(qtbot, window):
    window.show_page("inspect")
    before = window.pages["inspect"]
    before.setFocus()
    open_palette(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not window.palette_.isVisible()
    assert before.hasFocus()
    open_palette(qtbot, window)
    QTest.mouseClick(window.palette_, Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    assert not window.palette_.isVisible()


def test_it_fits_a_small_window_and_paints_in_both_themes(qtbot, window):
    window.resize(1000, 620)
    try:
        for mode in (Mode.LIGHT, Mode.DARK):
            LOOK.apply(mode)
            open_palette(qtbot, window)
            assert window.palette_.size() == window.size()
            window.resize(1200, 700)
            assert window.palette_.size() == window.size()
            assert window.palette_.rect().contains(window.palette_.panel.geometry())
            assert not window.palette_.grab().isNull()
            window.palette_.lift()
    finally:
        LOOK.apply(Mode.LIGHT)


def test_it_speaks_korean_and_still_understands_english(qtbot, qapp, factory, memory):
    from gui.shell.app import build

    font = qapp.font()
    translators = load_language(qapp, "ko")
    parts = build(memory, factory)
    try:
        parts.window.show()
        parts.window.activateWindow()
        open_palette(qtbot, parts.window)
        palette = parts.window.palette_
        by_key = {row.entry.key: row.entry for row in palette.shown}
        assert by_key["theme/dark"].title == "테마: 어둡게"
        assert by_key["open-data"].title == "데이터 열기..."
        for query in ("데이터 열기", "ㄷㅇㅌ ㅇㄱ", "open data"):
            palette.field.setText(query)
            assert palette.shown[0].entry.key == "open-data", query
    finally:
        parts.stores.client.shut_down()
        parts.window.close()
        for item in (parts.window, parts.stores, *parts.lanes):
            item.deleteLater()
        for translator in translators:
            qapp.removeTranslator(translator)
        qapp.setFont(font)
        qapp.processEvents()


def test_marks_of_keys_are_left_out():
    assert words("파일(&F)") == "파일"
    assert words("S&top and keep") == "Stop and keep"
    assert words("데이터 열기(&D)...") == "데이터 열기..."
    assert words("Go &on with R&&D") == "Go on with R&D"
