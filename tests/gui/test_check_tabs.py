"""Check, Folds and Training views over a scripted engine: keys, undo, filters, rules, views."""

from __future__ import annotations

import re
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from engine.core.recipe import Setting, default_recipe
from engine.data.values import GroupRule
from gui.check.patterns import PATTERNS, pattern_of, spread
from gui.check.views_grid import learned_as
from gui.data.page import DataPage
from gui.review.version_dialog import VersionDialog
from tests.gui.scripted_check import pair, some

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bare(qtbot, stores):
    page = DataPage(stores)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    return page


def opened(qtbot, stores, project: str = "/p"):
    if project:
        stores.world.open_project(project)
    stores.data.open("/data")
    qtbot.waitUntil(lambda: stores.regions.sample is not None)


@pytest.fixture
def page(qtbot, bare, stores, world):
    """The tab Check with four findings of a check made before."""
    world.findings, world.checked = some(), True
    opened(qtbot, stores)
    bare.show_tab("check")
    qtbot.waitUntil(lambda: stores.check.state.item is not None)
    settled(qtbot, bare)
    return bare


def settled(qtbot, page):
    stores = page.stores
    qtbot.waitUntil(lambda: not stores.check._decide.pending)
    look = stores.check.state
    if look.item is not None:
        wanted = {index for index in (look.item.index, look.item.other) if index >= 0}
        qtbot.waitUntil(lambda: wanted <= set(look.pictures) | set(look.failed))


def press(page, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(page.check.list, key, modifier)


def choose(combo, key):
    combo.setCurrentIndex(combo.findData(key))


def files(page) -> list[str]:
    items = page.stores.check.state.items
    return [items[place].problem.file[-9:] for place in page.check.list.rows.places]


# ------------------------------------------------------------------ Check


def test_what_a_check_found_before_is_there_when_the_set_is_opened(page):
    check = page.check
    assert files(page) == ["/torn.png", "00003.png", "00007.png", "00005.png"]
    assert check.progress.text() == "0 of 4 worked off"
    assert check.kind.itemText(0) == "All findings (4)"
    assert check.kind.itemText(check.kind.findData("near")) == "Nearly the same (1)"
    assert check.kind.itemText(check.kind.findData("apart")) == "Pair in two folds (2)"
    assert not check.bar.leave.isEnabled(), "a file that is none of the set's images"
    assert "not among the images" in check.view.nothing.text()


def test_a_pair_shows_both_pictures_and_keys_act_on_the_framed_one(qtbot, page, world):
    press(page, Key.Key_Down, Key.Key_Down)
    settled(qtbot, page)
    boxes = page.check.view.boxes
    assert [box.name.whole for box in boxes] == ["00007.png", "00006.png"]
    assert all(box.canvas.image_size == (64, 64) for box in boxes)
    assert page.check.view.likeness.text() == "likeness 0.930"
    assert page.check.view.apart.isVisible()
    assert [box.property("chosen") for box in boxes] == ["true", "false"]
    press(page, Key.Key_S)
    assert [box.property("chosen") for box in boxes] == ["false", "true"]
    press(page, Key.Key_L)
    settled(qtbot, page)
    assert world.decided == {world.findings[2].key: "leave-other"}
    assert page.stores.check.state.place == 3, "on to the next one"
    press(page, Key.Key_Up)
    assert "LEFT OUT" in boxes[1].facts.whole and "LEFT OUT" not in boxes[0].facts.whole
    assert page.check.bar.words.text() == "Left out of the next data version: 1"


def test_every_decision_can_be_undone_and_is_kept(qtbot, page, world):
    press(page, Key.Key_F, Key.Key_L, Key.Key_F)
    settled(qtbot, page)
    torn, same, near, _ = [item.key for item in world.findings]
    assert world.decided == {torn: "fine", same: "leave-out", near: "fine"}
    assert page.check.progress.text() == "3 of 4 worked off"
    press(page, Key.Key_Z, Key.Key_Z, modifier=CTRL)
    settled(qtbot, page)
    assert world.decided == {torn: "fine"}
    assert page.stores.check.state.item.key == same, "what was taken back is shown"
    press(page, Key.Key_Z, modifier=CTRL | SHIFT)
    settled(qtbot, page)
    assert world.decided == {torn: "fine", same: "leave-out"}
    press(page, Key.Key_Delete)
    settled(qtbot, page)
    assert world.decided == {torn: "fine"}


def test_a_decision_that_cannot_be_kept_is_taken_back(qtbot, page, world, stores):
    world.forgets = "{path}: the disk is full."
    notices = []
    stores.client.notice.connect(notices.append)
    press(page, Key.Key_F)
    qtbot.waitUntil(lambda: bool(notices) and not stores.check.state.decided)
    assert not world.decided and stores.check.state.steps.place == 0


def test_filters_hide_what_is_decided_and_several_are_decided_at_once(qtbot, page, world):
    choose(page.check.open, "open")
    press(page, Key.Key_F)
    assert files(page) == ["00003.png", "00007.png", "00005.png"]
    choose(page.check.kind, "apart")
    assert files(page) == ["00003.png", "00007.png"]
    page.check.list.selectAll()
    assert page.check.bar.words.text() == "2 findings are chosen."
    press(page, Key.Key_F)
    settled(qtbot, page)
    assert files(page) == [] and page.check.nothing.isVisible()
    assert len(world.decided) == 3
    press(page, Key.Key_Z, modifier=CTRL)
    assert files(page) == ["00003.png", "00007.png"], "both at once"
    choose(page.check.kind, "mask")
    assert files(page) == []


def test_space_goes_on_and_enter_shows_the_image(qtbot, page, stores):
    press(page, Key.Key_Space)
    assert stores.check.state.place == 1
    press(page, Key.Key_Return)
    assert page.tab == "images"
    qtbot.waitUntil(lambda: stores.regions.sample.index == 3)


def test_an_image_that_cannot_be_shown_says_why(qtbot, page, world):
    world.unseen = {3}
    press(page, Key.Key_Down)
    settled(qtbot, page)
    assert "ends too early" in page.check.view.boxes[0].why.text()
    assert page.check.view.boxes[1].canvas.image_size == (64, 64)


def test_the_list_goes_to_the_clipboard_and_to_a_file(page, tmp_path, monkeypatch):
    page.check.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 5 and lines[0].startswith("finding\tfile")
    assert lines[3].split("\t")[:5] == [
        "Nearly the same", "images/00007.png", "images/00006.png", "0.93", "yes",
    ]  # fmt: skip
    monkeypatch.setattr(page.check, "ask_file", lambda: str(tmp_path / "list"))
    page.check.save()
    assert (tmp_path / "list.csv").read_text("utf-8-sig").startswith("finding,file")


def test_a_doubted_label_leads_to_its_verdict_in_review(qtbot, page, world, stores):
    world.images = 12
    world.runs = [world.run(1, default_recipe("transfer", iterations=5), "done")]
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: bool(stores.world.runs))
    went = []
    page.go.connect(went.append)
    press(page, Key.Key_End, Key.Key_R)
    assert went == ["review"]
    assert stores.review.state.run == "/p/runs/transfer-01"
    assert stores.review.state.index == 5


def test_without_a_project_findings_are_shown_and_opening_one_keeps_them(
    qtbot, bare, world, stores
):
    world.findings = some()
    opened(qtbot, stores, project="")
    bare.show_tab("check")
    assert bare.check._stack.currentWidget() is bare.check.unchecked
    bare.check.unchecked.asked.emit()
    qtbot.waitUntil(lambda: stores.check.state.known)
    qtbot.waitUntil(lambda: bool(files(bare)))
    assert not bare.check.bar.fine.isEnabled() and bare.check.bar.project.isVisible()
    press(bare, Key.Key_F)
    assert stores.check.state.decided == 0
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: bare.check.bar.fine.isEnabled())
    assert not bare.check.bar.project.isVisible()
    press(bare, Key.Key_F)
    qtbot.waitUntil(lambda: len(world.decided) == 1)


def test_a_check_can_be_cancelled_and_a_clean_set_says_so(qtbot, bare, world, stores):
    gate = threading.Event()
    world.step_wait = lambda: gate.wait(10)  # so that it is not over before it is cancelled
    opened(qtbot, stores)
    bare.show_tab("check")
    bare.check.unchecked.asked.emit()
    qtbot.waitUntil(lambda: bare.check._stack.currentWidget() is bare.check.busy)
    bare.check.busy.asked.emit()
    gate.set()
    qtbot.waitUntil(lambda: stores.check.checking is None)
    qtbot.waitUntil(lambda: bare.check._stack.currentWidget() is bare.check.unchecked)
    assert not stores.check.state.known
    world.findings, world.checked = [], True
    stores.check.read()
    qtbot.waitUntil(lambda: bare.check._stack.currentWidget() is bare.check.clean)


def test_a_hundred_thousand_findings_are_listed_and_few_are_painted(qtbot, page, stores):
    look = stores.check.state
    look.items = [pair("near", n % 12, 0, 0.9) for n in range(100_000)]
    stores.check.changed.emit()
    assert len(page.check.list.rows.places) == 100_000
    before = page.check.list.delegate.painted
    page.check.list.grab()
    assert page.check.list.delegate.painted - before < 60


def test_a_version_is_made_without_the_images_left_out(qtbot, page, world, stores, monkeypatch):
    dialogs: list[VersionDialog] = []

    def exec_(dialog: VersionDialog) -> int:
        dialogs.append(dialog)
        return int(VersionDialog.DialogCode.Accepted)

    monkeypatch.setattr(VersionDialog, "exec", exec_)
    page.check.bar.version.click()
    qtbot.waitUntil(lambda: len(dialogs) == 1)
    assert not dialogs[0]._make.isEnabled(), "there is nothing to make"
    press(page, Key.Key_Down, Key.Key_L)
    settled(qtbot, page)
    page.check.bar.version.click()
    # The first dialog was accepted too: what counts is the version that leaves an image out.
    qtbot.waitUntil(lambda: len(dialogs) == 2 and any(one.left_out for one in world.versions))
    qtbot.waitUntil(page.check.bar.open_made.isVisible)
    assert dialogs[1]._make.isEnabled()
    made = [each for each in world.versions if each.left_out]
    assert made and made[0].images == world.images - 1
    assert page.check.bar.open_made.isVisible()


# ------------------------------------------------------------------ Folds


@pytest.fixture
def folds(qtbot, page, stores):
    page.show_tab("folds")
    qtbot.waitUntil(lambda: stores.check.folds.state.plan is not None)
    return page.folds


def planned(qtbot, folds, rule: GroupRule):
    look = folds.stores.check.folds.state
    qtbot.waitUntil(lambda: look.plan is not None and look.plan.rule == rule)


def test_the_plan_in_use_is_shown_with_a_warning(folds):
    assert folds.state.text() == "These groups and folds are in use."
    assert not folds.use.isEnabled() and not folds.own.isEnabled()
    assert folds.warning.text().startswith("2 pairs of pictures")
    assert folds.table.rowCount() == 5 and folds.table.item(0, 0).text() == "1"
    assert folds.examples.rowCount() == 12
    assert folds.examples.item(0, 1).text() == "stands alone"


def test_a_rule_is_tried_used_undone_and_redone(qtbot, page, folds, world, stores):
    choose(folds.form.source, "pattern")
    choose(folds.form.pattern, "custom")
    folds.form.expression.setText(r"\d(?=\.png)")
    rule = GroupRule("pattern", r"\d(?=\.png)")
    planned(qtbot, folds, rule)
    assert folds.examples.item(3, 1).text() == "3"
    assert "2 groups" in folds.figures.text() and world.rule == GroupRule()
    assert folds.use.isEnabled()
    folds.use.click()
    qtbot.waitUntil(lambda: stores.check.folds.state.rule == rule and not stores.check.folds.busy)
    assert stores.world.samples[3].group == "3"
    assert folds.state.text() == "These groups and folds are in use."
    QTest.keyClick(folds.examples, Key.Key_Z, CTRL)
    qtbot.waitUntil(
        lambda: stores.check.folds.state.rule == GroupRule() and not stores.check.folds.busy
    )
    assert world.rule == GroupRule() and stores.world.samples[3].group == ""
    assert folds.form.rule == GroupRule()
    QTest.keyClick(folds.examples, Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: stores.check.folds.state.rule == rule and not stores.check.folds.busy)
    folds.own.click()
    qtbot.waitUntil(lambda: world.rule == GroupRule())


def test_what_cannot_be_is_said_and_cannot_be_used(qtbot, folds, stores):
    choose(folds.form.source, "folder")
    planned(qtbot, folds, GroupRule("folder"))
    assert folds.warning.text() == "Too few groups." and not folds.use.isEnabled()
    assert not folds.bars.isVisible()
    choose(folds.form.source, "pattern")
    choose(folds.form.pattern, "custom")
    folds.form.expression.setText("(")
    qtbot.waitUntil(lambda: "no regular expression" in folds.warning.text())
    assert not folds.use.isEnabled() and folds.examples.rowCount() == 0


def test_alike_pictures_are_kept_together_from_check(qtbot, page, world, stores):
    press(page, Key.Key_Down)
    page.check.bar.alike.click()
    assert page.tab == "folds"
    planned(qtbot, page.folds, GroupRule(alike=True))
    assert page.folds.form.alike.isChecked() and not page.folds.warning.isVisible()
    page.folds.use.click()
    qtbot.waitUntil(lambda: world.rule == GroupRule(alike=True))
    look = stores.check.state
    qtbot.waitUntil(lambda: not any(item.straddles for item in look.items))


def test_without_a_project_folds_are_shown_and_not_used(qtbot, bare, stores):
    opened(qtbot, stores, project="")
    bare.show_tab("folds")
    qtbot.waitUntil(lambda: stores.check.folds.state.plan is not None)
    assert bare.folds.project.isVisible() and not bare.folds.use.isEnabled()
    with qtbot.waitSignal(bare.ask_project):
        bare.folds.project.click()


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda each: each.key)
def test_patterns_find_what_their_examples_say(pattern):
    found = re.search(pattern.expression, pattern.example)
    assert found is not None and found.group(1) == pattern.group
    assert pattern_of(pattern.expression) == pattern.key


def test_examples_are_spread_over_the_set():
    assert spread(0) == [] and spread(3) == [0, 1, 2]
    far = spread(100_000)
    assert (len(far), far[0], far[-1]) == (30, 0, 99_999)


# ------------------------------------------------------------------ Training views


def test_views_of_the_chosen_image_follow_the_settings(qtbot, page, stores, world):
    page.show_tab("views")
    look, views = stores.check.state, page.views
    qtbot.waitUntil(lambda: look.views is not None)
    assert look.views.recipe == default_recipe(Setting.TRANSFER)
    assert views.name.whole == "00001.png" and len(look.views.pixels) == 12
    assert [learned_as(look.views, n) for n in (0, 1)] == ["ignored", "defective"]
    assert views.grid.words(1) == "defective"
    assert "windows at native resolution" in views.reason.text()
    choose(views.setting, Setting.SCRATCH_AUG)
    qtbot.waitUntil(lambda: look.views.recipe.rotate_flip)
    assert views.turn.isChecked()
    views.window_side.setValue(320)
    views.seed.setValue(7)
    choose(views.number, 24)
    views.large.setChecked(True)
    qtbot.waitUntil(lambda: len(look.views.pixels) == 24 and look.views.windows == 9)
    recipe = look.views.recipe
    assert (recipe.window, recipe.crop, recipe.seed) == (320, 320, 7)
    assert views.grid.words(1) == "1 of 9 defective\n0 ignored"
    columns, side = views.grid.layout_of(600, 400)
    assert columns * side <= 600 and -(-24 // columns) * side <= 400
    QTest.keyClick(views, Key.Key_PageDown)
    qtbot.waitUntil(lambda: look.views.index == 2)
    assert views.name.whole == "00002.png"


def test_an_image_without_views_says_what_to_do(qtbot, page, stores, world):
    page.show_tab("views")
    qtbot.waitUntil(lambda: stores.check.state.views is not None)
    world.unseen = {1}
    page.views.seed.setValue(3)
    qtbot.waitUntil(lambda: page.views._stack.currentWidget() is page.views.empty)
    assert "Draw the regions" in page.views.empty._text.text()
    page.views.empty.asked.emit()
    assert page.tab == "images"


def test_tabs_are_remembered_by_their_keys(qtbot, parts, memory):
    page = parts.window.pages["data"]
    page.show_tab("folds")
    memory.save_window(parts.window, "data")
    page.show_tab("images")
    memory.restore_parts(page)
    assert page.tab == "folds"
