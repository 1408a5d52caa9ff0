"""The page Review over a scripted engine: order, keys, undo, relabelling, versions."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.core.recipe import default_recipe
from engine.core.values import SampleRow, Shape
from engine.review.messages import DataVersion, VersionPlan
from gui.regions.strokes import Stroke, Strokes
from gui.review.page import ReviewPage
from gui.review.rows import select_rows
from gui.review.version_dialog import VersionDialog, next_name
from gui.review.words import reason_sentence
from gui.style.look import LOOK
from gui.style.theme import Mode
from gui.toolkit.gallery_card import Card

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

IMAGES = 40
Key = Qt.Key


@pytest.fixture
def runs(world):
    """Two finished runs whose held-out images are all judged."""
    world.images, world.textures = IMAGES, 2
    world.runs = [
        world.run(number, default_recipe(setting, iterations=20), "done")
        for number, setting in enumerate(("transfer", "scratch-aug"), start=1)
    ]
    for run in world.runs:
        world.judged |= {(run.path, part): IMAGES for part in ("test", "validation")}
    return world.runs


@pytest.fixture
def bare(qtbot, stores):
    page = ReviewPage(stores)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    return page


def opened(qtbot, stores, data: str = "/data"):
    stores.world.open_project("/p")
    if data:
        stores.data.open(data)
        qtbot.waitUntil(lambda: stores.world.data is not None)
    qtbot.waitUntil(lambda: bool(stores.world.runs))


@pytest.fixture
def page(qtbot, bare, stores, runs):
    stores.review.use_reviewer("Kim")
    opened(qtbot, stores)
    qtbot.waitUntil(lambda: stores.review.state.index >= 0)
    settled(qtbot, bare)
    return bare


def settled(qtbot, page):
    """The image looked at is the one shown, and all that was said is kept."""
    stores = page.stores
    qtbot.waitUntil(
        lambda: (
            stores.regions.sample is not None
            and stores.regions.sample.index == stores.review.state.index
        )
    )
    qtbot.waitUntil(lambda: not stores.review._keep.pending)


def press(page, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(page.list.gallery, key, modifier)


def undo(page, times=1):
    for _ in range(times):
        press(page, Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)


def redo(page, times=1):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for _ in range(times):
        press(page, Key.Key_Z, modifier=both)


def shown(page) -> list[int]:
    model = page.list.model
    return [model.sample(row).index for row in range(model.rowCount())]


def narrow(page, key: str):
    page.list.narrow.setCurrentIndex(page.list.narrow.findData(key))


def said(world) -> dict[int, str]:
    return {int(file[-9:-4]): review.said for file, review in world.reviews.items()}


# ------------------------------------------------------------------ looking


def test_what_is_most_worth_a_look_comes_first(page):
    rows = shown(page)
    assert len(rows) == IMAGES
    assert rows[:2] == [0, 5], "the overkill by log-odds 2.2, then the escape by 1.4"
    assert page.stores.review.state.index == 0
    card: Card = page.list.model.data(page.list.model.index(0), Qt.ItemDataRole.UserRole + 1)
    assert card.reason == "not as labelled"
    assert card.outcome == "overkill"
    assert page.say.reason.text() == "Labelled normal, judged defective."
    assert page.say.values["label"].whole == "Class1"
    assert page.say.values["score"].whole == "0.9"
    assert page.say.values["threshold"].whole == "0.500"
    assert page.drawing.canvas._box.isVisible()
    assert page.drawing.canvas._box.rect().width() == 32
    assert "0 of 40 reviewed" in page.list.counts.text()
    spoken = page.list.model.data(page.list.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "not as labelled" in spoken and "Not reviewed yet" in spoken


def test_filters_and_textures(qtbot, page):
    narrow(page, "contradiction")
    assert shown(page) == [0, 5]
    narrow(page, "near")
    assert shown(page) == []
    assert page.list.nothing.text() == "No image of this kind."
    narrow(page, "all")
    page.list.texture.setCurrentIndex(page.list.texture.findData("Class2"))
    page.list.texture.activated.emit(2)
    assert shown(page)[0] == 5
    assert all(index // 4 % 2 == 1 for index in shown(page))


def test_a_confident_contradiction_asks_whether_the_label_is_right(world):
    row, verdict = world.samples()[0], world.prediction(0)
    assert "is the label right" in reason_sentence(row, verdict, 0, 5.0)
    assert "is the label right" not in reason_sentence(row, verdict, 0, 1.0)
    assert "near the threshold" in reason_sentence(row, verdict, 1, 0.2)


def test_arrows_and_space_go_through_the_list(qtbot, page):
    look, rows = page.stores.review.state, shown(page)
    press(page, Key.Key_Right, Key.Key_Space)
    assert look.index == rows[2]
    press(page, Key.Key_Left, Key.Key_Left, Key.Key_Left)
    assert look.index == rows[0], "nothing comes before the first"
    QTest.keyClick(page.drawing.canvas, Key.Key_Right)
    assert look.index == rows[1]
    settled(qtbot, page)
    assert page.list.gallery.currentIndex().row() == 1


# ------------------------------------------------------------------ saying


def test_a_key_says_it_keeps_it_and_goes_on(qtbot, page, world):
    rows = shown(page)
    press(page, Key.Key_A, Key.Key_O, Key.Key_R)
    settled(qtbot, page)
    assert said(world) == {rows[0]: "agree", rows[1]: "overrule", rows[2]: "relabel"}
    assert page.stores.review.state.index == rows[3]
    review = world.reviews[f"images/{rows[1]:05d}.png"]
    assert (review.reviewer, review.run, review.score) == ("Kim", "transfer-01", 0.2)
    assert review.time.endswith("+00:00")
    assert page.list.counts.text().startswith("3 of 40 reviewed: 1 verdict wrong, 1 label wrong")
    press(page, Key.Key_Left)
    settled(qtbot, page)
    assert page.say.state.text().startswith("To become")
    assert "Kim" in page.say.signed.text()
    assert page.list.model._card(page.list.model.sample(2)).said == "relabel"


def test_relabel_offers_the_opposite_state_and_numbers_choose(qtbot, page, world):
    names = [page.say.becomes.itemData(n) for n in range(page.say.becomes.count())]
    assert names == ["Class1 defective", "Class2", "Class2 defective"]
    assert page.say.becomes.currentData() == "Class1 defective"
    assert page.say.becomes.itemText(1) == "2  Class2"
    press(page, Key.Key_R)
    settled(qtbot, page)
    assert page.say.becomes.currentData() == "Class2", "image 5 is labelled defective"
    press(page, Key.Key_3, Key.Key_9)
    settled(qtbot, page)
    names = {file: review.becomes for file, review in world.reviews.items()}
    assert names == {"images/00000.png": "Class1 defective", "images/00005.png": "Class2"}
    assert len(world.kept) == 2, "there is no ninth class"


def test_any_number_of_steps_can_be_undone_and_each_is_kept(qtbot, page, world):
    rows = shown(page)
    press(page, *([Key.Key_A] * 30))
    settled(qtbot, page)
    assert len(world.reviews) == 30
    undo(page, 29)
    settled(qtbot, page)
    assert said(world) == {rows[0]: "agree"}, "an undone review is gone from the disk"
    assert page.stores.review.state.index == rows[1], "its image is shown"
    redo(page, 2)
    settled(qtbot, page)
    assert len(world.reviews) == 3
    undo(page, 1)
    press(page, Key.Key_O)
    settled(qtbot, page)
    assert page.stores.review.redo_order == 0
    redo(page)
    settled(qtbot, page)
    assert said(world) == {rows[0]: "agree", rows[1]: "agree", rows[2]: "overrule"}
    undo(page, 9)
    settled(qtbot, page)
    assert world.reviews == {}
    assert not page.say.undo.isEnabled() and page.say.redo.isEnabled()


def test_delete_clears_and_what_was_there_comes_back(qtbot, page, world):
    press(page, Key.Key_A, Key.Key_Left, Key.Key_Delete)
    settled(qtbot, page)
    assert world.reviews == {}
    press(page, Key.Key_Backspace)
    assert len(world.kept) == 2, "there was nothing to clear"
    undo(page)
    settled(qtbot, page)
    assert list(said(world).values()) == ["agree"]


def test_strokes_and_reviews_are_undone_in_the_order_they_were_made(qtbot, page, world):
    stores = page.stores
    press(page, Key.Key_A)
    settled(qtbot, page)
    assert stores.review.state.index == 5, "a defect"
    box = Shape("box", 4, 4, 20, 20)
    canvas = page.drawing.canvas
    page.drawing._take("box")
    start, end = (canvas.viewportTransform().map(QPoint(a, a)) for a in (box.x, box.x + box.width))
    port, button = canvas.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, button, pos=start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, button, pos=end)
    assert len(stores.regions.sample.shapes) == 1
    canvas.setFocus()
    QTest.keyClick(canvas, Key.Key_O)
    settled(qtbot, page)
    undo(page)
    assert 5 not in stores.review.state.said and stores.review.state.index == 5
    settled(qtbot, page)
    assert len(stores.regions.sample.shapes) == 1
    undo(page)
    qtbot.waitUntil(lambda: stores.regions.sample.shapes == ())
    assert 0 in stores.review.state.said
    redo(page, 2)
    settled(qtbot, page)
    qtbot.waitUntil(lambda: world.drawn["/p"][5] != ())
    assert stores.review.state.said[5].said == "overrule"
    assert stores.review.redo_order == 0


def test_delete_erases_a_shape_that_is_in_the_hand(qtbot, page, world):
    press(page, Key.Key_A, Key.Key_A, Key.Key_Left)
    settled(qtbot, page)
    page.stores.regions.draw(5, (Shape("box", 4, 4, 20, 20),))
    canvas = page.drawing.canvas
    page.activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)
    QTest.keyClick(canvas, Key.Key_Space)
    assert canvas.chosen == 0
    QTest.keyClick(canvas, Key.Key_Delete)
    assert page.stores.regions.sample.shapes == () and 5 in page.stores.review.state.said
    QTest.keyClick(canvas, Key.Key_Delete)
    assert 5 not in page.stores.review.state.said, "no shape is left, so the review goes"
    settled(qtbot, page)


def test_a_comment_goes_with_what_is_said_and_can_be_changed(qtbot, page, world):
    page.say.comment.setText("hair")
    page.say.comment.textEdited.emit("hair")
    press(page, Key.Key_Right, Key.Key_Left)
    settled(qtbot, page)
    assert page.say.comment.text() == "hair", "what was typed waits for its image"
    press(page, Key.Key_A, Key.Key_Left)
    settled(qtbot, page)
    file = "images/00000.png"
    assert world.reviews[file].comment == "hair"
    page.say.comment.setText("a hair")
    page.say.comment.editingFinished.emit()
    settled(qtbot, page)
    assert world.reviews[file].comment == "a hair"
    undo(page)
    settled(qtbot, page)
    assert world.reviews[file].comment == "hair"
    press(page, Key.Key_Right)
    settled(qtbot, page)
    assert page.say.comment.text() == ""


def test_filters_follow_what_is_said(qtbot, page):
    rows = shown(page)
    narrow(page, "open")
    press(page, Key.Key_A, Key.Key_O)
    settled(qtbot, page)
    assert shown(page) == rows[2:]
    assert page.stores.review.state.index == rows[2]
    narrow(page, "reviewed")
    assert shown(page) == rows[:2]
    narrow(page, "overrule")
    assert shown(page) == rows[1:2]
    narrow(page, "relabel")
    assert shown(page) == []


def test_what_cannot_be_kept_is_taken_back_and_said(qtbot, page, world):
    notices: list[str] = []
    page.stores.client.notice.connect(lambda notice: notices.append(notice.text))
    world.forgets = "The disk is full."
    press(page, Key.Key_A)
    qtbot.waitUntil(lambda: notices == ["The disk is full."])
    qtbot.waitUntil(lambda: not page.stores.review.state.stale)
    qtbot.waitUntil(lambda: page.stores.review.state.said == {})
    assert page.stores.review.undo_order == 0


def test_reviews_belong_to_the_images_not_to_the_run(qtbot, page, stores, runs, world):
    press(page, Key.Key_A)
    settled(qtbot, page)
    page.list.picked.emit(runs[1].path)
    qtbot.waitUntil(lambda: stores.review.state.found is not None)
    assert stores.review.state.said[0].run == "transfer-01"
    assert "1 of 40 reviewed" in page.list.counts.text()


# ------------------------------------------------------------------ versions


def test_a_version_is_made_and_opened(qtbot, page, stores, world, monkeypatch):
    card = page.versions
    assert not card.make.isEnabled()
    press(page, Key.Key_R, Key.Key_R)
    settled(qtbot, page)
    assert card.make.isEnabled()
    assert card.words.text().startswith("2 images are marked for relabel.")
    dialogs: list[VersionDialog] = []

    def exec_(dialog: VersionDialog) -> int:
        dialogs.append(dialog)
        return int(VersionDialog.DialogCode.Accepted)

    monkeypatch.setattr(VersionDialog, "exec", exec_)
    card.make.click()
    qtbot.waitUntil(lambda: bool(dialogs))
    assert dialogs[0].name.text() == "made-up-v2"
    qtbot.waitUntil(lambda: stores.review.state.made is not None)
    made = stores.review.state.made
    assert (made.name, made.by, made.changed) == ("made-up-v2", "Kim", 2)
    assert card.versions.count() == 1
    assert "made-up-v2 is made" in card.words.text()
    data = stores.world.data
    card.open.click()
    qtbot.waitUntil(lambda: stores.world.data is not data)
    assert stores.world.data.path == made.path
    assert stores.review.state.made is None
    assert stores.review.undo_order == 0, "an index means another image from here on"


def test_the_dialog_says_what_changes_and_refuses_names(qtbot):
    plan = VersionPlan((("normal", "defective", 3),), 2)
    there = DataVersion("set-v2", "/p/x", "f", "/d", "g", "2026", "", 1, 12)
    dialog = VersionDialog("set", plan, [there], "/p/data-versions")
    qtbot.addWidget(dialog)
    assert dialog.name.text() == "set-v3"
    for name in ("SET-v2", "", "../x", ".x", "x."):
        dialog.name.setText(name)
        assert not dialog._make.isEnabled(), name
        assert dialog.problem.text()
    dialog.name.setText("cleaned up (1)")
    assert dialog._make.isEnabled()
    assert next_name("set-v3", [there]) == "set-v3"
    assert next_name("a/b:c", []) == "a-b-c-v2"


# ------------------------------------------------------------------ empty states


def test_what_is_missing_is_said_with_the_next_step(qtbot, bare, stores, runs, world):
    assert bare._stack.currentWidget() is bare.no_project
    kept, world.runs = world.runs, []
    stores.world.open_project("/p")
    assert bare._stack.currentWidget() is bare.no_run
    world.runs = kept
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: bare._middle_stack.currentWidget() is bare.foreign)
    assert bare._stack.currentIndex() == 2
    assert not bare.say.isVisible()
    bare.foreign.asked.emit()
    qtbot.waitUntil(lambda: stores.review.state.index >= 0)
    assert bare._middle_stack.currentWidget() is bare.drawing


def test_unjudged_images_are_judged_from_here(qtbot, bare, stores, runs, world):
    world.judged.clear()
    opened(qtbot, stores)
    qtbot.waitUntil(lambda: bare._middle_stack.currentWidget() is bare.unjudged)
    bare.unjudged.asked.emit()
    qtbot.waitUntil(
        lambda: stores.review.state.found is not None and len(stores.review.state.found) == IMAGES
    )
    assert bare._middle_stack.currentWidget() is bare.drawing


def test_some_judged_images_are_said_to_be_some(qtbot, bare, stores, runs, world):
    world.judged = {(run.path, "test"): 10 for run in runs}
    opened(qtbot, stores)
    qtbot.waitUntil(lambda: stores.review.state.index >= 0)
    assert "10 of 40 held-out images are judged." in bare.list.counts.text()
    assert bare.list.judge.isVisible()
    bare.list.judge.click()
    qtbot.waitUntil(lambda: len(stores.review.state.found) == IMAGES)
    assert not bare.list.judge.isVisible()


def test_what_cannot_be_listed_says_why(qtbot, bare, stores, runs, world):
    world.unreadable |= {run.path for run in runs}
    opened(qtbot, stores)
    qtbot.waitUntil(lambda: bool(stores.review.state.failed))
    assert bare._middle_stack.currentWidget() is bare.waiting
    assert "split.csv" in bare.waiting._text.text()


def test_without_a_normal_class_there_is_no_score_to_show(qtbot, bare, stores, runs, world):
    world.normal_known = False
    opened(qtbot, stores)
    qtbot.waitUntil(lambda: stores.review.state.index >= 0)
    assert bare.say.values["score"].whole == "\N{EN DASH}"
    assert not bare.list.texture.isVisible()


# ------------------------------------------------------------------ the window, looks, size


def test_a_whole_day_in_the_window(qtbot, parts, runs, world, memory):
    stores, window = parts.stores, parts.window
    opened(qtbot, stores)
    window.show_page("review")
    page = window.pages["review"]
    qtbot.waitUntil(lambda: stores.review.state.index >= 0)
    settled(qtbot, page)
    page.say.reviewer.setText("Lee Jiwoo")
    page.say.reviewer.editingFinished.emit()
    assert memory.reviewer == "Lee Jiwoo"
    press(page, Key.Key_R, Key.Key_A, Key.Key_O)
    undo(page)
    settled(qtbot, page)
    assert [review.reviewer for review in world.reviews.values()] == ["Lee Jiwoo"] * 2
    stores.review.make_version("second")
    qtbot.waitUntil(lambda: stores.review.state.made is not None)
    window.show_page("data")
    stores.regions.show_sample(11)
    qtbot.waitUntil(lambda: stores.regions.sample.index == 11)
    window.show_page("review")
    settled(qtbot, page)
    for mode in (Mode.DARK, Mode.LIGHT):
        LOOK.apply(mode)
        assert not window.grab().isNull()


def test_a_hundred_thousand_images_are_filtered_at_once_and_painted_few(qtbot, bare):
    count = 100_000
    numbers = np.arange(count)

    class Many:
        indices = numbers[::-1].copy()
        reasons = (numbers % 3).astype(np.int8)

        def __len__(self) -> int:
            return count

    reviews = dict.fromkeys(range(0, count, 2), SimpleNamespace(said="agree"))
    rows = select_rows(Many(), (), reviews, "open")
    assert len(rows) == count // 2 and set(rows[:3] % 2) == {1}
    assert len(select_rows(Many(), (), reviews, "contradiction")) == count // 3 + 1
    samples = tuple(
        SampleRow(n, f"{n}.png", "t", "normal", False, False, "", 1, "") for n in range(count)
    )
    gallery = bare.list.gallery
    gallery.show_rows(samples, {}, rows)
    bare._stack.setCurrentIndex(2)
    gallery.show()
    gallery.grab()
    assert 0 < gallery._delegate.painted < 400


def test_strokes_know_their_order():
    strokes = Strokes()
    assert (strokes.last, strokes.next) == (0, 0)
    strokes.add(Stroke(0, (), (Shape("box", 0, 0, 1, 1),), "keys", 3))
    strokes.add(Stroke(0, (), (), "keys", 7))
    assert (len(strokes), strokes.last) == (1, 7), "merged, and as late as its last step"
    strokes.back()
    assert (strokes.last, strokes.next) == (0, 7)


def test_agreement_is_compared_when_somebody_asks(qtbot, page, stores):
    card = page.agreement
    assert not card.pairs.isVisible()
    card.ask.click()
    qtbot.waitUntil(lambda: card.pairs.rowCount() == 2)
    assert card.pairs.item(0, 0).text() == "network and Kim"
    assert card.pairs.item(0, 1).text() == "18 of 20"
    assert card.pairs.item(0, 2).text() == "0.780"
    assert card.pairs.item(1, 0).text() == "Kim, twice"
