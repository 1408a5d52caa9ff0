"""Saying how a folder is read, in the window: folders, roles, answers, columns, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.core.values import AS_FOUND, FOLDER_ROLES, ReaderOptions
from engine.data.messages import OpenData
from gui.reading.view import ReadingView
from gui.reading.words import KEYS, answer_name, column_name, question_name, role_key, role_name

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def view(qtbot, stores):
    made = ReadingView(stores.reading)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    stores.reading.start("/set")
    qtbot.waitUntil(lambda: stores.reading.look is not None and not stores.reading.busy)
    return made


def settled(qtbot, stores) -> None:
    qtbot.waitUntil(lambda: not stores.reading.busy)


def texts(view: ReadingView, column: int) -> list[str]:
    model = view.table.model()
    return [str(model.index(row, column).data()).strip() for row in range(model.rowCount())]


def test_folders_are_shown_with_counts_roles_and_a_picture_each(qtbot, stores, view):
    assert texts(view, 0) == ["set", "a", "b", "c"]
    assert texts(view, 1) == ["0", "5", "4", "3"]
    assert texts(view, 4) == [role_name("through"), *[role_name("class")] * 3]
    qtbot.waitUntil(lambda: len(stores.reading.peeks) == 3)
    icon = view.table.model().index(1, 0).data(Qt.ItemDataRole.DecorationRole)
    assert not icon.isNull()


def test_nothing_is_opened_while_it_is_unclear_and_the_sentence_says_so(stores, view):
    assert view.result.unclear.isVisibleTo(view) and "unknown layout" in view.result.unclear.text()
    assert not view.open.isEnabled()
    stores.reading.apply()
    assert not stores.world.opening


def test_letters_give_roles_and_counts_follow(qtbot, stores, view):
    view.say.normal.setCurrentIndex(view.say.normal.findData("a"))
    settled(qtbot, stores)
    assert view.open.isEnabled() and "12 images, 2 regions" in view.result.counts.text()
    view.table.setFocus()
    view.table.clearSelection()
    view.table.selectRow(3)
    QTest.keyClick(view.table, Qt.Key.Key_M)
    settled(qtbot, stores)
    assert stores.reading.options.roles == (("c", "mask"),)
    assert texts(view, 4)[3] == role_name("mask") and "9 images" in view.result.counts.text()
    assert view.role.currentData() == "mask"
    QTest.keyClick(view.table, Qt.Key.Key_Delete)
    settled(qtbot, stores)
    assert stores.reading.options.roles == () and "12 images" in view.result.counts.text()


def test_every_role_has_a_letter_and_words_of_its_own():
    assert sorted(KEYS.values()) == sorted(FOLDER_ROLES)
    assert len({role_name(role) for role in FOLDER_ROLES}) == len(FOLDER_ROLES)
    assert {role_key(role) for role in FOLDER_ROLES} == set(KEYS)


def test_several_folders_get_a_role_at_once_from_the_list(qtbot, stores, view):
    view.table.selectAll()
    view.role.setCurrentIndex(view.role.findData("product"))
    settled(qtbot, stores)
    assert dict(stores.reading.options.roles) == dict.fromkeys(("", "a", "b", "c"), "product")
    view.reset.click()
    settled(qtbot, stores)
    assert stores.reading.options == AS_FOUND and not view.reset.isEnabled()


def test_enter_opens_as_shown_and_escape_leaves(qtbot, stores, view):
    stores.reading.set_normal("a")
    settled(qtbot, stores)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stores.world.data is not None)
    assert stores.world.options == ReaderOptions(normal="a") and stores.reading.path == ""
    sent = [job.command for job in stores.client.jobs.values() if isinstance(job.command, OpenData)]
    assert not sent or sent[-1].said
    stores.reading.start("/set")
    qtbot.waitUntil(lambda: stores.reading.look is not None)
    with qtbot.waitSignal(view.left):
        QTest.keyClick(view, Qt.Key.Key_Escape)
    assert stores.reading.path == ""


def test_questions_are_asked_only_where_they_are_open(qtbot, stores, view, world):
    assert not view.say.masks.isVisibleTo(view.say) and not view.say.cut.isVisibleTo(view.say)
    world.questions, world.deep = ("masks", "cut"), True
    stores.reading.set_normal("a")
    settled(qtbot, stores)
    assert view.say.masks.isVisibleTo(view.say) and view.say.cut.isVisibleTo(view.say)
    assert not view.say.unlabelled.isVisibleTo(view.say)
    view.say.masks.setCurrentIndex(view.say.masks.findData("inverted"))
    settled(qtbot, stores)
    view.say.cut.setValue(0.7)
    qtbot.waitUntil(lambda: stores.reading.options.answer("cut") == "0.7")
    settled(qtbot, stores)
    assert stores.reading.options.answer("masks") == "inverted"
    assert view.say.high.value() == 4095
    view.say.high.setValue(1023)
    qtbot.waitUntil(lambda: stores.reading.options.grey == (0.0, 1023.0))


def test_tables_are_shown_with_their_first_rows_and_columns_get_roles(qtbot, stores, view):
    card = view.tables
    assert card.labels.text() == "COCO: 7 images"
    assert card.rows.item(1, 1).text() == "dent"
    assert "file" in card.columns["image"].currentText()
    combo = card.columns["defect"]
    combo.setCurrentIndex(combo.findData("said"))
    settled(qtbot, stores)
    assert stores.reading.options.columns == (("defect", "said"),)
    assert card.columns["defect"].currentData() == "said"


def test_a_layout_that_is_chosen_takes_roles_back(qtbot, stores, view):
    stores.reading.set_roles(("a",), "class")
    settled(qtbot, stores)
    view.say.layout_choice.setCurrentIndex(view.say.layout_choice.findData("folders"))
    settled(qtbot, stores)
    assert stores.reading.options == ReaderOptions(layout="folders")


def test_a_folder_that_cannot_be_opened_is_looked_at(qtbot, parts, world):
    page = parts.window.pages["data"]
    parts.window.show_page("data")
    parts.stores.data.refused.emit("/set", AS_FOUND)
    qtbot.waitUntil(lambda: page.reading.isVisible())
    QTest.keyClick(page.reading, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.reading.isVisible())


def test_the_way_a_set_is_read_can_be_looked_at_and_changed(qtbot, parts):
    page = parts.window.pages["data"]
    parts.window.show_page("data")
    parts.stores.data.open("/data")
    qtbot.waitUntil(lambda: parts.stores.world.data is not None and not parts.stores.world.opening)
    page._ask_reading()
    qtbot.waitUntil(lambda: page.reading.isVisible())
    assert parts.stores.reading.path == "/data"
    parts.stores.reading.leave()
    qtbot.waitUntil(lambda: not page.reading.isVisible())


def test_words_cover_all_roles_questions_and_answers():
    from engine.core.values import ANSWERS

    for question, said in ANSWERS.items():
        assert question_name(question)
        assert all(answer_name(each) for each in said)
    assert column_name("defect") != column_name("class")
