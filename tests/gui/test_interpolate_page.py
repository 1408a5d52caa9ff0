"""The page Interpolate over a scripted engine: nothing stale, the latest wins, everything at hand."""

from __future__ import annotations

import csv
import io
import threading
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QImage, QMouseEvent

from engine.core.command import Command
from engine.core.event import Event
from engine.core.recipe import default_recipe
from engine.interpolate.messages import (
    FollowLine,
    MeasureOverlap,
    PointShown,
    ReadInterpolation,
    SaveFilm,
    ShowFilm,
    ShowPoint,
    TrainDecoder,
)
from engine.interpolate.values import LineCurve, LineKey, LinePoint
from gui.interpolate.choices import default_pairs, default_runs, textures_of
from gui.interpolate.page import BOUNDARY, FILM, OVERLAP, SLIDER, InterpolatePage
from gui.interpolate.pair_gallery import PairGallery
from gui.interpolate.pictures import point_image, solid_table
from gui.interpolate.reading import stretches
from gui.interpolate.slot import carried, dropped
from gui.interpolate.state import SIDES, RunLines
from gui.store.engine_thread import INSPECTION, TRAINING
from gui.store.run_record import record_of
from tests.gui import scripted_interpolate
from tests.gui.scripted import World

# Said of every window with a least size where there is no screen.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


class Gate:
    """Holds the engine's answers to some commands back until it is opened."""

    def __init__(self, *kinds: type) -> None:
        self.kinds = kinds
        self.held: list[Command] = []
        self.go = threading.Event()

    def __call__(self, command: Command) -> None:
        if isinstance(command, self.kinds) and not self.go.is_set():
            self.held.append(command)
            self.go.wait(10)


@pytest.fixture
def world() -> World:
    world = World(images=24, textures=3)
    world.runs = [
        world.run(number, default_recipe(setting, fold=2, iterations=20), "done")
        for number, setting in enumerate(("transfer", "scratch-aug", "frozen"), start=1)
    ]
    return world


@pytest.fixture
def bare(qtbot, stores):
    """The page alone, without the window around it."""
    page = InterpolatePage(stores)
    qtbot.addWidget(page)
    page.resize(1280, 700)
    page.show()
    return page


@pytest.fixture
def page(qtbot, bare, stores):
    """Default images and runs, both lines worked out, a point of each shown."""
    stores.world.open_project("/p")
    stores.data.open("/data")
    qtbot.waitUntil(lambda: ready(stores))
    return bare


def ready(stores) -> bool:
    look = stores.interpolate.state
    return (
        all(side.flips is not None and side.point is not None for side in look.sides.values())
        and None not in look.ends
        and not stores.client.jobs
    )


def look(page):
    return page.stores.interpolate.state


def asked(world, kind: type) -> list[Command]:
    return [command for command in world.said if isinstance(command, kind)]


# ------------------------------------------------------------------ what is looked at first


def test_the_first_look_is_defects_of_two_textures_in_scratch_and_transfer(page, world):
    assert look(page).pair == (1, 5)
    left, right = (look(page).sides[name].run for name in SIDES)
    assert ("scratch-aug" in left, "transfer" in right) == (True, True)
    names = [action.text() for action in page.panel.pairs.menu().actions()]
    assert names == ["Class1 \N{EN DASH} Class2", "Class2 \N{EN DASH} Class3"]
    page.panel.pairs.menu().actions()[1].trigger()
    assert look(page).pair == (5, 9)


def test_pairs_of_few_and_of_many_textures():
    def pairs(**changes):
        return [(p.first, p.second) for p in default_pairs(World(**changes).summary("/d"))]

    assert pairs(images=24, textures=6) == [(1, 5), (5, 17)]
    assert pairs(images=12, textures=3) == [(1, 5), (5, 9)]
    assert pairs(images=8) == [(1, 0)]
    assert pairs(images=8, normal_known=False) == [(0, 1)]


def test_runs_that_are_missing_give_way_to_others(world):
    runs = [record_of(n, run) for n, run in enumerate(world.runs, start=1)]
    transfer, scratch, frozen = (run.path for run in runs)
    assert default_runs(runs) == (scratch, transfer)
    assert default_runs([runs[0], runs[2]]) == (frozen, transfer)
    assert default_runs(runs[:1]) == ("", transfer)
    assert default_runs([]) == ("", "")


def test_textures_have_an_overlap_only_where_both_are_defective(world):
    samples = world.samples()
    assert textures_of((1, 5), samples) == ("Class1", "Class2")
    for pair in ((1, 4), (1, 13), (-1, 5)):
        assert textures_of(pair, samples) is None


def test_without_data_project_or_runs_the_page_says_what_to_do(qtbot, bare, stores, world):
    stack = bare._stack
    assert stack.currentWidget() is bare.no_data
    world.runs = [replace(run, fingerprint="other") for run in world.runs]
    stores.data.open("/data")
    qtbot.waitUntil(lambda: stores.world.data is not None)
    assert stack.currentWidget() is bare.no_project
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: len(stores.world.runs) == 3)
    assert stack.currentWidget() is bare.no_run
    assert "another data set" in bare.no_run._text.text()
    stores.world.runs.clear()
    stores.world.runs_changed.emit()
    assert "Train two runs" in bare.no_run._text.text()
    with qtbot.waitSignal(bare.go) as gone:
        bare.no_run.asked.emit()
    assert gone.args == ["train"]
    assert not asked(world, FollowLine)


def test_a_hidden_page_asks_nothing_but_keeps_what_it_has(qtbot, page, world):
    page.hide()
    before = len(world.said)
    page.stores.interpolate.move(0.9)
    page.stores.interpolate.choose_pair(5, 9)
    qtbot.wait(30)
    assert len(world.said) == before
    page.show()
    qtbot.waitUntil(lambda: ready(page.stores))
    assert look(page).sides["left"].point.key.first == 5
    assert look(page).sides["left"].point.t == 0.9


# ------------------------------------------------------------------ the slider


def test_one_question_for_both_runs_at_a_time_and_the_latest_wins(qtbot, page, world):
    gate = world.hold = Gate(ShowPoint)
    before = len(asked(world, ShowPoint))
    for t in (0.1, 0.2, 0.3, 0.7):
        page.transport.slider.setValue(round(t * 1000))
    qtbot.waitUntil(lambda: bool(gate.held))
    assert [command.t for command in gate.held] == [0.1]
    assert [key.run for key in gate.held[0].keys] == [look(page).sides[n].run for n in SIDES]
    gate.go.set()
    qtbot.waitUntil(lambda: look(page).sides["right"].point.t == 0.7)
    assert [command.t for command in asked(world, ShowPoint)[before:]] == [0.1, 0.7]


def test_pixels_follow_at_once_and_features_are_painted_once_a_move(qtbot, page, world):
    gate = world.hold = Gate(ShowPoint)
    shown = []
    row = page.slider.rows["left"]
    original = row.picture.show_image
    row.picture.show_image = lambda *a, **k: (shown.append(1), original(*a, **k))
    page.transport.slider.setValue(250)
    assert page.slider.mix.t == 0.25
    assert shown == []
    gate.go.set()
    qtbot.waitUntil(lambda: look(page).sides["left"].point.t == 0.25)
    assert shown == [1]


def test_the_mixture_is_a_weighted_mean(qtbot, page, world):
    page.stores.interpolate.move(0.25)
    view = page.slider.mix
    view.setFixedSize(world.size, world.size)
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    row, column = 20, 33
    wanted = 0.75 * world.picture(1)[row, column] + 0.25 * world.picture(5)[row, column]
    ratio = image.width() / world.size
    found = image.pixelColor(round(column * ratio), round(row * ratio)).red()
    assert found == pytest.approx(wanted, abs=2.5)


def test_images_of_different_sizes_are_not_mixed(qtbot, page):
    ends = look(page).ends
    ends[1] = replace(ends[1], image=np.zeros((20, 30), np.uint8))
    page.stores.interpolate.changed.emit()
    assert page.slider.mix.accessibleDescription() == "The images have different sizes."
    assert not page.slider.mix.mixer.ready


def test_moving_the_slider_paints_no_curve_anew_and_lays_nothing_out(qtbot, page):
    curves = page.slider.rows["right"].curves
    page.grab()
    painted, size = curves.painted, curves.geometry()
    for t in (0.0, 0.31, 1.0):
        page.stores.interpolate.move(t)
        qtbot.waitUntil(lambda t=t: look(page).sides["right"].point.t == t)
        page.grab()
    assert curves.painted == painted
    assert curves.geometry() == size


def test_keys_and_clicks_move_the_slider(qtbot, page):
    slider = page.transport.slider
    page.stores.interpolate.move(0.5)
    for key, t in (
        (Qt.Key.Key_Right, 0.51), (Qt.Key.Key_PageUp, 0.61), (Qt.Key.Key_PageDown, 0.51),
        (Qt.Key.Key_Left, 0.5), (Qt.Key.Key_End, 1.0), (Qt.Key.Key_Home, 0.0),
    ):  # fmt: skip
        qtbot.keyClick(slider, key)
        assert look(page).t == pytest.approx(t)
    curves = page.slider.rows["left"].curves
    place = QPoint(round(curves.x_of(0.75)), curves.height() // 2)
    qtbot.mouseClick(curves, Qt.MouseButton.LeftButton, pos=place)
    assert look(page).t == pytest.approx(0.75, abs=0.01)
    assert page.transport.slider.value() == pytest.approx(750, abs=10)


def test_play_goes_by_time_and_stops_at_the_end_and_when_hidden(qtbot, page):
    transport = page.transport
    page.stores.interpolate.move(0.95)
    transport.toggle()
    qtbot.waitUntil(lambda: not transport.playing)
    assert look(page).t == 1.0
    transport.loop.setChecked(True)
    transport.toggle()
    qtbot.waitUntil(lambda: transport._direction == -1 and look(page).t < 0.99)
    assert transport.playing
    page.hide()
    assert not transport.playing


def test_words_under_the_mouse_and_the_verdict(qtbot, page):
    page.stores.interpolate.move(0.1)
    row = page.slider.rows["right"]
    qtbot.waitUntil(lambda: look(page).sides["right"].point.t == 0.1)
    assert row.verdict.text.startswith("Class1 defective, score 0.9")
    assert "threshold 0.500" in row.verdict.text
    lines = row.curves.hover_text(row.curves.x_of(0.1)).splitlines()
    assert lines[0] == "t = 0.100"
    assert lines[1].endswith("Class1 defective")
    assert "above 0.3" in row.overlap.text


def test_stretches_where_both_are_above_a_level():
    t = np.array([0.0, 0.5, 1.0])
    curve = LineCurve(t, np.array([[1, 0], [0.4, 0.4], [0, 1]]), t, t.astype(int), None)
    ((start, stop),) = stretches(curve, (0, 1), 0.3)
    assert (start, stop) == pytest.approx((0.375, 0.625), abs=0.005)
    assert stretches(curve, (0, 1), 0.5) == []
    assert stretches(curve, (0, 0), 0.1) == []


def test_colours_go_by_the_scale_of_the_line_and_not_of_the_point():
    key = LineKey("r", 0, 1, "top")
    values = np.array([[0.0, 2.0], [-2.0, 1.0]], np.float32)
    point = LinePoint(key, 0.5, values, (0.0, 4.0), np.ones(2), 0.5, 0, None)
    table = solid_table("inferno", "#FFFFFF")

    def pixel(picture, x, y, scale=(0.0, 4.0)):
        return point_image(replace(point, scale=scale), picture).pixel(x, y) & 0xFFFFFFFF

    assert pixel("sum", 1, 0) == table[128]
    assert pixel("sum", 0, 1) == table[0]
    middle = pixel("first", 0, 0, (-1.0, 4.0))
    assert middle & 0xFFFFFF == 0xFFFFFF, "zero has the colour of the ground"
    assert pixel("first", 1, 0, (-1.0, 4.0)) == solid_table("blue-orange", "#FFFFFF")[192]


# ------------------------------------------------------------------ nothing stale


CHANGES = {
    "images": lambda page: page.stores.interpolate.choose_pair(9, 5),
    "one image": lambda page: page.panel.put(9, 1),
    "a run": lambda page: page.stores.interpolate.choose_runs(
        look(page).sides["left"].run, "/p/runs/frozen-03"
    ),
    "layer": lambda page: page.stores.interpolate.choose_layer("conv4_3"),
    "picture": lambda page: page.stores.interpolate.choose_picture("first"),
    "data set": lambda page: page.stores.data.open("/other"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_an_answer_to_an_older_choice_is_never_shown(qtbot, page, world, change):
    stores = page.stores
    arrived: list[Event] = []
    stores.client.lanes[INSPECTION].arrived.connect(
        arrived.append, Qt.ConnectionType.DirectConnection
    )
    gate = world.hold = Gate(ShowPoint)
    stores.interpolate.move(0.13)
    qtbot.waitUntil(lambda: bool(gate.held))
    old = gate.held[0]
    seen: list[tuple] = []

    def watch() -> None:
        for name in SIDES:
            side = look(page).sides[name]
            if side.point is not None:
                seen.append((side.point.key, side.point.t, page.slider.rows[name].picture.shown))
                assert side.followed is not None
                assert side.point.key == side.followed.key

    stores.interpolate.point_changed.connect(watch)
    kind, keys = look(page).picture, set(old.keys)
    CHANGES[change](page)
    if change != "data set":
        # Its own set stays until the new one is there.
        changed = ["right"] if change == "a run" else SIDES
        assert all(look(page).sides[name].point is None for name in changed)
        shown = page.slider.rows["right"].picture.shown
        assert shown.isNull(), "the old picture is gone at once"
    gate.go.set()
    if change == "data set":
        qtbot.waitUntil(lambda: stores.world.data.path == "/other")
        seen.clear()
    qtbot.waitUntil(lambda: ready(stores))
    assert any(isinstance(e, PointShown) and e.job == old.job for e in arrived), "it did arrive"
    if change == "picture":
        assert kind != look(page).picture
    elif change == "a run":
        assert not {key for key, *_ in seen} & {old.keys[1]}
    elif change != "data set":
        assert not {key for key, *_ in seen} & keys
    if change == "data set":
        assert all(t != 0.13 for _, t, _ in seen)


def test_a_picture_of_another_kind_is_dropped(qtbot, page, world):
    gate = world.hold = Gate(ShowPoint)
    page.stores.interpolate.move(0.2)
    qtbot.waitUntil(lambda: bool(gate.held))
    page.stores.interpolate.choose_picture("first")
    scales = []
    page.stores.interpolate.point_changed.connect(
        lambda: scales.extend(s.point.scale for s in look(page).sides.values() if s.point)
    )
    gate.go.set()
    qtbot.waitUntil(lambda: ready(page.stores))
    assert set(scales) == {(-3.0, 3.0)}


def test_another_channel_drops_the_picture_of_the_first(qtbot, page, world):
    page.stores.interpolate.choose_picture("channel")
    qtbot.waitUntil(lambda: ready(page.stores))
    row = page.slider.rows["left"]
    channels = look(page).sides["left"].followed.channels
    assert [row.channel.itemData(i) for i in range(row.channel.count())] == list(channels)
    assert asked(world, ShowPoint)[-1].channels[0] == channels[0]
    gate = world.hold = Gate(ShowPoint)
    page.stores.interpolate.move(0.2)
    qtbot.waitUntil(lambda: bool(gate.held))
    row.channel.setCurrentIndex(3)
    row.channel.activated.emit(3)
    assert look(page).sides["left"].point is None
    old = gate.held[0]
    gate.go.set()
    qtbot.waitUntil(lambda: ready(page.stores))
    last = asked(world, ShowPoint)[-1]
    assert last.job > old.job
    assert last.channels[0] == channels[3]
    wanted, _ = scripted_interpolate.picture(last.keys[0], 0.2, "channel", channels[3])
    assert np.allclose(look(page).sides["left"].point.picture, wanted)


def test_a_line_under_way_is_cancelled_and_its_rest_dropped(qtbot, page, world):
    go = threading.Event()
    world.step_wait = lambda: go.wait(10) and None
    page.stores.interpolate.choose_layer("conv3_3")
    old = look(page).sides["left"].job
    assert old
    page.stores.interpolate.choose_layer("")
    assert look(page).sides["left"].job != old
    assert page.stores.client.jobs[old].state == "cancelling"
    go.set()
    qtbot.waitUntil(lambda: ready(page.stores))
    assert look(page).sides["left"].followed.smooth
    key = LineKey(look(page).sides["left"].run, 1, 5, "conv3_3")
    late = scripted_interpolate.followed(old, key, world.line_classes(), (1, 3), 5, 11)
    page.stores.client.apply(late)
    assert look(page).sides["left"].followed.smooth


def test_a_film_of_an_older_choice_is_never_shown(qtbot, page, world):
    gate = world.hold = Gate(ShowFilm)
    page.show_tab(FILM)
    qtbot.waitUntil(lambda: bool(gate.held))
    page.stores.interpolate.choose_pair(5, 9)
    gate.go.set()
    films = []
    page.stores.interpolate.film_changed.connect(
        lambda: films.extend(p.key for s in look(page).sides.values() for p in s.film)
    )
    qtbot.waitUntil(lambda: all(side.film for side in look(page).sides.values()))
    assert {(key.first, key.second) for key in films} == {(5, 9)}


def test_a_film_of_another_channel_is_dropped(qtbot, page, world):
    page.stores.interpolate.choose_picture("channel")
    qtbot.waitUntil(lambda: ready(page.stores))
    gate = world.hold = Gate(ShowFilm)
    page.show_tab(FILM)
    qtbot.waitUntil(lambda: bool(gate.held))
    chosen = look(page).sides["left"].followed.channels[4]
    page.stores.interpolate.choose_channel("left", chosen)
    films = []
    page.stores.interpolate.film_changed.connect(
        lambda: films.extend(look(page).sides["left"].film[:1])
    )
    gate.go.set()
    qtbot.waitUntil(lambda: bool(films))
    qtbot.wait(20)
    wanted, _ = scripted_interpolate.picture(films[0].key, 0.0, "channel", chosen)
    assert all(np.allclose(point.picture, wanted) for point in films)


def test_a_run_that_trains_on_is_let_go(qtbot, page, world):
    stores, path = page.stores, look(page).sides["right"].run
    world.decoders[path] = scripted_interpolate.quality(path)
    stores.interpolate.runs[path] = RunLines(quality=world.decoders[path])
    run = next(run for run in world.runs if run.path == path)
    stores.world.verdicts_stale.emit(run.path)
    assert path not in stores.interpolate.runs
    assert look(page).sides["right"].point is None
    assert look(page).sides["right"].run == ""
    assert look(page).sides["left"].followed is not None


def test_another_project_leaves_its_runs_behind(qtbot, page, world):
    world.runs = []
    page.stores.world.open_project("/q")
    assert [side.run for side in look(page).sides.values()] == ["", ""]
    assert all(side.point is None for side in look(page).sides.values())


# ------------------------------------------------------------------ choosing images and runs


def test_a_card_can_be_dragged_to_a_slot(qtbot, page):
    slot, data = page.panel.slots[1], carried(9)
    assert dropped(data) == 9
    drop = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    slot.dropEvent(drop)
    assert drop.isAccepted()
    assert look(page).pair == (1, 9)
    assert slot.index == 9
    assert "Class3 defective" in slot.toolTip()


def test_only_images_of_the_gallery_can_be_dropped():
    data = carried(3)
    data.setData("application/x-transferlens-image", b"-3; rm")
    assert dropped(data) == -1
    data.clear()
    data.setText("7")
    assert dropped(data) == -1


def test_the_mouse_carries_the_card_under_it(qtbot, page, monkeypatch):
    gallery = page.panel.gallery
    gone = []
    monkeypatch.setattr(PairGallery, "carry", lambda _self, index: gone.append(index))
    place = gallery.visualRect(gallery.rows.index(1)).center()
    qtbot.mousePress(gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert gallery.current == 5
    qtbot.mouseMove(gallery.viewport(), place + QPoint(1, 0))
    event_move(gallery, place + QPoint(60, 30))
    assert gone == [5]


def event_move(gallery, place: QPoint) -> None:
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    gallery.mouseMoveEvent(
        QMouseEvent(QEvent.Type.MouseMove, QPointF(place), QPointF(place), button, button, none)
    )


def test_keys_and_the_menu_put_a_card_to_a_or_b(qtbot, page):
    gallery = page.panel.gallery
    gallery.mark(9)
    qtbot.keyClick(gallery, Qt.Key.Key_A)
    assert look(page).pair == (9, 5)
    menu = gallery.menu_of(13)
    menu.actions()[1].trigger()
    menu.deleteLater()
    assert look(page).pair == (9, 13)
    page.panel.swap.click()
    assert look(page).pair == (13, 9)


def test_the_gallery_shows_defects_first_and_any_class_on_demand(page, world):
    gallery, choice = page.panel.gallery, page.panel._filter
    assert gallery.rows.rowCount() == sum(world.defective(i) for i in range(24))
    choice.setCurrentIndex(choice.findText("Class2"))
    choice.activated.emit(choice.currentIndex())
    shown = [gallery.rows.sample(i).class_name for i in range(gallery.rows.rowCount())]
    assert set(shown) == {"Class2"}


def test_a_side_can_be_left_empty(qtbot, page, world):
    choice = page.panel.runs["left"]
    choice.setCurrentIndex(0)
    choice.changed.emit()
    assert look(page).sides["left"].run == ""
    page.stores.world.runs_changed.emit()
    assert look(page).sides["left"].run == "", "no run is a choice too"
    page.stores.interpolate.move(0.8)
    qtbot.waitUntil(lambda: look(page).sides["right"].point.t == 0.8)
    assert len(asked(world, ShowPoint)[-1].keys) == 1
    assert page.slider.rows["left"].picture.accessibleDescription() == "Choose a run."


def test_the_same_image_twice_has_no_line(qtbot, page, world):
    before = len(asked(world, FollowLine))
    page.stores.interpolate.choose_pair(5, 5)
    qtbot.wait(20)
    assert len(asked(world, FollowLine)) == before
    assert page.slider.mix.accessibleDescription() == "Choose two different images."


# ------------------------------------------------------------------ lines that take time, or fail


def test_a_lower_layer_grows_and_can_be_stopped(qtbot, page, world):
    go = threading.Semaphore(3)
    world.step_wait = lambda: go.acquire(timeout=10) and None
    page.panel.layer.setCurrentIndex(page.panel.layer.findData("conv4_3"))
    page.panel.layer.activated.emit(page.panel.layer.currentIndex())
    row, side = page.slider.rows["left"], look(page).sides["left"]
    qtbot.waitUntil(lambda: side.followed is not None and side.followed.done == 4)
    assert row._progress.isVisible()
    assert row.steps.text == "4 of 11"
    assert side.followed.key.layer == "conv4_3"
    assert len(side.followed.curve.t) == 4
    row._cancel.click()
    go.release(100)
    qtbot.waitUntil(lambda: not page.stores.client.jobs)
    assert side.followed.done < 11
    assert side.failed == "Cancelled."
    assert row._again.isVisible()
    row._again.click()
    qtbot.waitUntil(lambda: ready(page.stores))
    assert side.followed.done == 11
    assert side.failed == ""


def test_a_side_that_fails_says_so_and_leaves_the_other_alone(qtbot, bare, stores, world):
    world.broken[world.runs[0].path] = "This network has no layer {x}."
    notices = []
    stores.client.notice.connect(notices.append)
    stores.world.open_project("/p")
    stores.data.open("/data")
    qtbot.waitUntil(lambda: bool(look(bare).sides["right"].failed))
    qtbot.waitUntil(lambda: look(bare).sides["left"].point is not None)
    assert "no layer" in bare.slider.rows["right"].picture.accessibleDescription()
    assert bare.slider.rows["left"].picture.accessibleDescription() == ""
    assert notices == []
    world.broken.clear()
    bare.slider.rows["right"]._again.click()
    qtbot.waitUntil(lambda: look(bare).sides["right"].point is not None)
    assert look(bare).sides["right"].failed == ""


# ------------------------------------------------------------------ nearest, decoder


def test_indexing_brings_the_nearest_image(qtbot, page, world):
    row = page.slider.rows["left"]
    page.stores.interpolate.move(0.2)
    assert not row.nearest.found.isVisible()
    row.nearest.index.click()
    path = look(page).sides["left"].run
    qtbot.waitUntil(lambda: row.nearest.found.isVisible())
    assert world.indexed == {path: 20}
    assert row.nearest.found.lines == (
        "00001.png",
        "Class1 defective",
        "0.20 of A to B",
        "among 20 images",
    )
    assert page.stores.interpolate.runs[path].indexed == 20
    assert not page.slider.rows["right"].nearest.found.isVisible()


def test_indexing_can_be_cancelled(qtbot, page, world):
    go = threading.Event()
    world.step_wait = lambda: go.wait(10) and None
    row = page.slider.rows["left"]
    row.nearest.index.click()
    assert row.nearest.index.text() == "Cancel"
    row.nearest.index.click()
    go.set()
    qtbot.waitUntil(lambda: not page.stores.client.jobs)
    assert row.nearest.index.text() == "Index images"
    assert world.indexed == {}


def test_patches_are_looked_up_and_what_they_are_worth_is_said(qtbot, page, world):
    row, other = (page.slider.rows[name] for name in ("left", "right"))
    page.stores.interpolate.choose_picture("patches")
    assert row.shown.currentWidget() is row.patches
    assert "real training images" in page.slider.caveat.text()
    row.patches.button.click()
    qtbot.waitUntil(lambda: row.shown.currentWidget() is row.picture)
    path = look(page).sides["left"].run
    assert world.patched == {path}
    qtbot.waitUntil(lambda: look(page).sides["left"].point is not None)
    assert row.quality.text == "Right on test images: texture 97 %, defects 71 %"
    assert other.shown.currentWidget() is other.patches
    assert look(page).sides["right"].point is None


def test_looking_patches_up_can_be_cancelled(qtbot, page, world):
    go = threading.Event()
    world.step_wait = lambda: go.wait(10) and None
    row = page.slider.rows["left"]
    page.stores.interpolate.choose_picture("patches")
    row.patches.button.click()
    assert row.patches.button.text() == "Cancel"
    row.patches.button.click()
    go.set()
    qtbot.waitUntil(lambda: not page.stores.client.jobs)
    assert row.patches.button.text() == "Look up"
    assert world.patched == set()


def test_a_decoder_is_trained_watched_and_judged(qtbot, page, world):
    go = threading.Semaphore(4)
    world.step_wait = lambda: go.acquire(timeout=10) and None
    page.stores.interpolate.choose_picture("decoded")
    row = page.slider.rows["left"]
    assert row.shown.currentWidget() is row.decoder
    before = len(asked(world, ShowPoint))
    page.stores.interpolate.move(0.3)
    assert len(asked(world, ShowPoint)) == before, "there is nothing to ask for"
    row.decoder.both.click()
    qtbot.waitUntil(lambda: row.decoder.progress.text.startswith("Step 200 of 800"))
    assert not row.decoder.image.shown.isNull()
    assert row.decoder.decoded.shown != row.decoder.image.shown
    assert page.slider.rows["right"].decoder.progress.text == "queued"
    page.stores.client.stop(
        page.stores.interpolate.job(TrainDecoder, look(page).sides["left"].run).number
    )
    go.release(100)
    qtbot.waitUntil(lambda: not page.stores.client.lane_jobs(TRAINING))
    qtbot.waitUntil(lambda: ready(page.stores))
    assert set(world.decoders) == {side.run for side in look(page).sides.values()}
    assert row.shown.currentWidget() is row.picture
    assert row.quality.text == "PSNR 21.6 dB (flat grey 15.2 dB), SSIM 0.63, 20 images"
    assert look(page).sides["left"].point.scale == (0.0, 255.0)
    budgets = {(c.images, c.steps) for c in asked(world, TrainDecoder)}
    assert len(budgets) == 1
    assert "not what the network sees" in page.slider.caveat.text()


def test_a_cancelled_decoder_leaves_nothing(qtbot, page, world):
    go = threading.Semaphore(4)
    world.step_wait = lambda: go.acquire(timeout=10) and None
    page.stores.interpolate.choose_picture("decoded")
    row, path = page.slider.rows["right"], look(page).sides["right"].run
    row.decoder.train.click()
    qtbot.waitUntil(lambda: page.stores.interpolate.runs.get(path) is not None)
    row.decoder.cancel.click()
    go.release(100)
    qtbot.waitUntil(lambda: not page.stores.client.lane_jobs(TRAINING))
    assert page.stores.interpolate.runs[path].step is None
    assert row.decoder.train.isVisible()
    assert world.decoders == {}


def test_what_runs_keep_is_read_once_a_run_and_textures(qtbot, page, world):
    qtbot.waitUntil(lambda: len(asked(world, ReadInterpolation)) >= 2)
    for _ in range(3):
        page.stores.interpolate.changed.emit()
    qtbot.wait(20)
    reads = [(c.run, c.textures) for c in asked(world, ReadInterpolation)]
    assert len(reads) == len(set(reads))
    assert {textures for _, textures in reads} == {("Class1", "Class2")}


# ------------------------------------------------------------------ film, boundary, overlap


def test_the_film_has_eleven_steps_and_a_click_goes_there(qtbot, page):
    page.show_tab(FILM)
    qtbot.waitUntil(lambda: all(side.film for side in look(page).sides.values()))
    strip = page.film.strips["right"]
    assert len(strip.images) == 11
    assert [point.t for point in look(page).sides["right"].film][::5] == [0.0, 0.5, 1.0]
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.frame(3).center().toPoint())
    assert look(page).t == pytest.approx(0.3)
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert look(page).t == pytest.approx(0.4)
    curves = page.film.curves["right"]
    assert curves.x_of(0.3) == pytest.approx(strip.frame(3).center().x(), abs=1.5)


def test_the_film_is_saved_by_the_engine(qtbot, page, world, monkeypatch, tmp_path):
    page.show_tab(FILM)
    qtbot.waitUntil(lambda: page.film.save.isEnabled())
    monkeypatch.setattr(page.film, "ask_file", lambda _kind: str(tmp_path / "film"))
    page.film.save_as("svg")
    qtbot.waitUntil(lambda: (tmp_path / "film.svg").is_file())
    qtbot.waitUntil(lambda: page.film.saved.whole == f"Saved {tmp_path / 'film.svg'}")
    (command,) = asked(world, SaveFilm)
    assert (len(command.keys), command.picture) == (2, "sum")
    monkeypatch.setattr(page.film, "ask_file", lambda _kind: "")
    page.film.save_as("png")
    assert len(asked(world, SaveFilm)) == 1


def test_walking_to_the_boundary_takes_one_flip_after_the_other(qtbot, page):
    page.stores.interpolate.move(0.1)
    for t in (0.48, 0.5, 0.48):
        page.transport.walk.click()
        assert look(page).t == t
    page.show_tab(BOUNDARY)
    left, right = (page.boundary.panels[name] for name in SIDES)
    assert left.where.text() == "t = 0.480"
    assert left.what.text() == "Class1 defective \N{RIGHTWARDS ARROW} Class2 defective"
    assert "One window" in left.why.text()
    assert "whole image" in right.why.text()


def test_contributions_add_up_and_a_click_shows_the_channel(qtbot, page):
    page.show_tab(BOUNDARY)
    panel = page.boundary.panels["left"]
    table, flip = panel.table, panel.flip
    rows = table.rowCount()
    assert rows == len(flip.channels) + 3
    before = [table.item(row, 4).data(Qt.ItemDataRole.UserRole + 1)[0] for row in range(rows)]
    assert sum(before[:-1]) == pytest.approx(before[-1])
    assert before[-1] == flip.logits[0]
    changes = [abs(c.after - c.before) for c in flip.channels]
    assert changes == sorted(changes, reverse=True)
    table.selectRow(2)
    assert look(page).picture == "channel"
    assert look(page).sides["left"].channel == flip.channels[2].channel
    assert page.picture.currentData() == "channel"


def test_several_flips_are_gone_through_and_none_is_said(qtbot, page):
    page.show_tab(BOUNDARY)
    side, panel = look(page).sides["left"], page.boundary.panels["left"]
    (flip,) = side.flips
    side.flips = (replace(flip, t=0.2), flip)
    page.stores.interpolate.changed.emit()
    assert panel.counted.text() == "Flip 2 of 2"
    panel._back.click()
    assert (look(page).t, panel.where.text()) == (0.2, "t = 0.200")
    side.flips = ()
    page.stores.interpolate.changed.emit()
    assert "no flip" in panel._none.text()
    assert panel.table.rowCount() == 0


def test_overlap_is_measured_for_both_runs_and_taken_along(
    qtbot, page, world, tmp_path, monkeypatch
):
    page.show_tab(OVERLAP)
    tab = page.overlap
    assert tab.table() is None
    tab.measure.click()
    assert tab.cancel.isVisible()
    qtbot.waitUntil(lambda: len(tab.found) == 2)
    qtbot.waitUntil(lambda: not page.stores.client.jobs)
    assert {(c.textures, c.pairs) for c in asked(world, MeasureOverlap)} == {
        (("Class1", "Class2"), 50)
    }
    assert tab.sheet.rowCount() == 8
    assert tab.sheet.item(0, 1).text() == "pixels (control)"
    assert tab.sheet.item(0, 3).text().count(" ") == 3, "a share for each level"
    assert "0.05, 0.1, 0.2, 0.3" in tab.caption.text() and "12 test images" in tab.caption.text()
    target = tmp_path / "overlap.csv"
    monkeypatch.setattr(tab, "ask_file", lambda _kind: str(target))
    tab.save_as("csv")
    rows = list(csv.DictReader(io.StringIO(target.read_text("utf-8-sig"))))
    assert len(rows) == 8
    first = tab.found[0][1].layers[0]
    assert float(rows[0]["mean share of the line"]) == first.mean
    assert (rows[0]["pairs"], rows[0]["images"]) == ("50", "12")
    assert rows[0]["levels"] == "0.05 0.1 0.2 0.3"
    assert len(rows[0]["mean share at each level"].split()) == 4


def test_overlap_needs_two_textures_and_can_be_cancelled(qtbot, page, world):
    page.show_tab(OVERLAP)
    tab = page.overlap
    page.stores.interpolate.choose_pair(1, 13)
    assert not tab.measure.isEnabled()
    page.stores.interpolate.choose_pair(1, 5)
    qtbot.waitUntil(lambda: not page.stores.client.jobs)
    go = threading.Event()
    world.step_wait = lambda: go.wait(10) and None
    tab.measure.click()
    tab.cancel.click()
    go.set()
    qtbot.waitUntil(lambda: not page.stores.client.jobs)
    assert tab.found == []
    assert tab.measure.isVisible()


def test_every_tab_is_painted_with_a_name_for_everything(qtbot, page):
    for place in (SLIDER, FILM, BOUNDARY, OVERLAP):
        page.show_tab(place)
        assert not page.grab().isNull()
        assert page.transport.isVisible() == (place != OVERLAP)
    for part in (
        page.transport.slider, page.transport.play, page.picture, page.bar, page.panel.layer,
        page.panel.gallery, *page.panel.runs.values(), *page.panel.slots, page.slider.mix,
        *(row.curves for row in page.slider.rows.values()), *page.film.strips.values(),
    ):  # fmt: skip
        assert part.accessibleName()
