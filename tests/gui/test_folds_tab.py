"""Folds on the Data page: how many, drawn with which seed, groups moved by hand, and the next run."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from engine.data.values import GroupRule
from engine.study.plan import StudyPlan
from gui.check.state import FoldChoice
from gui.data.page import DataPage
from gui.study.page import StudyPage
from gui.train.page import TrainPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LOTS = GroupRule("pattern", r"\d(?=\d\.png)")
"""Two lots of twelve images: 00 to 09, 10 and 11."""


@pytest.fixture
def folds(qtbot, stores, world):
    world.images = 24
    page = DataPage(stores)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show()
    stores.world.open_project("/p")
    stores.data.open("/data")
    qtbot.waitUntil(lambda: stores.world.data is not None)
    page.show_tab("folds")
    qtbot.waitUntil(lambda: stores.check.folds.state.plan is not None)
    return page.folds


def used(qtbot, stores, choice: FoldChoice):
    qtbot.waitUntil(
        lambda: stores.check.folds.state.choice == choice and not stores.check.folds.busy
    )


@pytest.fixture
def lots(qtbot, folds, stores):
    """Three folds of three lots."""
    choice = FoldChoice(LOTS, 3, 0)
    stores.check.folds.use(choice)
    used(qtbot, stores, choice)
    return folds


def pick(table, row: int):
    """Choose a group, whatever keys an earlier test held."""
    flags = QItemSelectionModel.SelectionFlag
    index = table.groups.index(row, 0)
    table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)


def fold_of(folds, name: str) -> int:
    return next(row.fold for row in folds.groups.groups.rows if row.name == name)


def test_number_and_seed_are_tried_used_and_undone(qtbot, folds, stores, world):
    assert folds.spread.value == (5, 0)
    assert not folds.group_card.isVisible(), "there is no group to move"
    folds.spread.folds.setValue(3)
    folds.spread.seed.setValue(7)
    qtbot.waitUntil(lambda: stores.check.folds.state.plan.seed == 7)
    plan = stores.check.folds.state.plan
    assert folds.table.rowCount() == len(plan.counts) == 3
    column = 2
    assert folds.table.horizontalHeaderItem(column).text() == "Defective"
    shown = [int(folds.table.item(row, column).text()) for row in range(3)]
    assert shown == plan.defects.tolist() and sum(shown) == 6
    assert folds.state.text().startswith("Only tried out")
    assert world.spread == (5, 0)
    folds.use.click()
    used(qtbot, stores, FoldChoice(folds=3, seed=7))
    assert world.spread == (3, 7)
    assert (stores.world.data.folds, stores.world.data.seed) == (3, 7)
    assert {row.fold for row in stores.world.samples} == {1, 2, 3}
    assert not folds.use.isEnabled()
    QTest.keyClick(folds.examples, Key.Key_Z, CTRL)
    used(qtbot, stores, FoldChoice())
    assert folds.spread.value == (5, 0)
    QTest.keyClick(folds.examples, Key.Key_Z, CTRL | SHIFT)
    used(qtbot, stores, FoldChoice(folds=3, seed=7))
    assert folds.spread.folds.minimum() == 2 and folds.spread.folds.maximum() == 10


def test_a_group_is_moved_by_key_and_taken_back(qtbot, lots, stores, world):
    table = lots.groups
    assert lots.group_card.isVisible()
    assert [row.name for row in table.groups.rows] == ["0", "1", "2"]
    assert "moves a group whole" in lots.moving.text()
    first = table.groups.rows[0]
    assert (first.images, first.defective, first.fold) == (10, 3, 1)
    # Lots 0 and 1 begin in folds 1 and 2, lot 2 in fold 3: fold 1 would be empty without lot 0.
    assert [row.fold for row in table.groups.rows] == [1, 2, 3]
    pick(table, 0)
    with qtbot.waitSignal(stores.client.notice) as told:
        QTest.keyClick(table, Key.Key_2)
    assert "Fold 1 would be empty" in told.args[0].text
    assert fold_of(lots, "0") == 1


def test_moves_reach_the_samples_and_the_undo(qtbot, folds, stores, world):
    choice = FoldChoice(LOTS, 2, 0)
    stores.check.folds.use(choice)
    used(qtbot, stores, choice)
    table = folds.groups
    assert [row.fold for row in table.groups.rows] == [1, 1, 1]
    pick(table, 1)
    QTest.keyClick(table, Key.Key_2)
    qtbot.waitUntil(lambda: fold_of(folds, "1") == 2 and not stores.check.folds.busy)
    asked = world.planned[-1]
    assert asked.moves == (("1", 2),) and asked.keep and asked.rule is None
    assert {row.fold for row in stores.world.samples if row.group == "1"} == {2}
    assert table.chosen[0].name == "1", "what was chosen is still chosen"
    QTest.keyClick(table, Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: fold_of(folds, "1") == 1 and not stores.check.folds.busy)
    QTest.keyClick(table, Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: fold_of(folds, "1") == 2 and not stores.check.folds.busy)
    before = len(world.planned)
    QTest.keyClick(table, Key.Key_2)
    QTest.keyClick(table, Key.Key_9)
    assert len(world.planned) == before, "it lies there, and there is no fold 9"


def test_the_menu_offers_the_folds(qtbot, folds, stores):
    choice = FoldChoice(LOTS, 2, 0)
    stores.check.folds.use(choice)
    used(qtbot, stores, choice)
    table = folds.groups
    assert table.menu() is None, "nothing is chosen"
    pick(table, 2)
    menu = table.menu()
    assert [act.text() for act in menu.actions()] == ["Move to fold 1", "Move to fold 2"]
    assert [act.isEnabled() for act in menu.actions()] == [False, True]
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: fold_of(folds, "2") == 2 and not stores.check.folds.busy)


def test_folds_that_are_only_tried_have_no_groups_to_move(qtbot, lots, stores):
    lots.spread.seed.setValue(5)
    qtbot.waitUntil(lambda: stores.check.folds.state.plan.seed == 5)
    pick(lots.groups, 0)
    assert lots.groups.menu() is None
    assert "Use these groups and folds first" in lots.moving.text()
    assert lots.use.isEnabled()
    lots.own.click()
    used(qtbot, stores, FoldChoice(folds=3, seed=5))


def test_the_next_run_has_the_folds_in_use(qtbot, folds, stores):
    train = TrainPage(stores)
    qtbot.addWidget(train)
    stores.world.data_changed.emit()
    assert (train._form.recipe.folds, train._form.recipe.seed) == (5, 0)
    folds.spread.folds.setValue(4)
    folds.spread.seed.setValue(9)
    qtbot.waitUntil(lambda: stores.check.folds.state.plan.seed == 9)
    folds.use.click()
    used(qtbot, stores, FoldChoice(folds=4, seed=9))
    recipe = train._form.recipe
    assert (recipe.folds, recipe.seed) == (4, 9)
    train._form._setting.setCurrentIndex(0)
    train._form._setting.setCurrentIndex(1)
    assert (train._form.recipe.folds, train._form.recipe.seed) == (4, 9), "another setting, same"


def test_a_study_starts_from_the_folds_in_use(qtbot, folds, stores):
    folds.spread.folds.setValue(4)
    folds.spread.seed.setValue(9)
    qtbot.waitUntil(lambda: stores.check.folds.state.plan.seed == 9)
    folds.use.click()
    used(qtbot, stores, FoldChoice(folds=4, seed=9))
    late = StudyPage(stores)
    qtbot.addWidget(late)
    assert (late.form._make().folds, late.form._make().seed) == (4, 9)
    kept = StudyPlan(name="s", data="/data", folds=7, seed=2)
    late.form.show_plan(kept)
    late.form.show_folds(3, 1)
    assert (late.form._make().folds, late.form._make().seed) == (7, 2), "a plan that was chosen"
