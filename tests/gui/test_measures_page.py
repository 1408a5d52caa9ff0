"""The page Measures over a scripted engine: groups, tabs, lasso, channels, export, live curves."""

from __future__ import annotations

import csv
import io
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QComboBox, QTabBar, QTableView

from engine.core.event import JobEnded, Outcome
from engine.core.recipe import Setting, default_recipe
from engine.core.table import listed
from engine.core.values import LayerChange, LayerPulse
from engine.measures.values import Activity, ChannelPictures
from engine.training.messages import RunStarted
from gui.measures.channel_order import mosaic, order_channels, shrink
from gui.measures.class_looks import class_dots
from gui.measures.layer_log import LayerLog
from gui.measures.page import MeasuresPage
from gui.measures.run_picker import first_choice
from gui.measures.state import MeasureChoices
from gui.measures.windows import best_grid
from gui.measures.words import set_name
from gui.store.run_record import record_of
from gui.style.geometry import inside
from gui.style.look import LOOK
from gui.style.theme import Mode
from gui.toolkit import run_groups as groups
from gui.toolkit.export import write_atomic
from tests.calls import calls
from tests.gui.scripted import LAYERS, World

# Said of every window with a least size where there is no screen.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

SETTINGS = ("transfer", "scratch-aug")


@pytest.fixture
def bare(qtbot, stores):
    """The page alone, without the window around it: it is built in a fraction of the time."""
    page = MeasuresPage(stores)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    return page


@pytest.fixture
def page(qtbot, bare, stores, world):
    """Two folds of transfer and of scratch-aug, measured and logged, and a frozen run."""
    world.runs = [
        world.run(number, default_recipe(setting, fold=fold, iterations=20), "done")
        for number, (setting, fold) in enumerate(
            [(s, f) for f in (2, 1) for s in SETTINGS] + [("frozen", 1)], start=1
        )
    ]
    for run in world.runs[:4]:
        world.measured[run.path] = world.measures(run.path)
        world.logged[run.path] = (5, 10, 20)
    stores.world.open_project("/p")
    stores.data.open("/data")
    state = stores.world
    qtbot.waitUntil(lambda: state.data is not None and len(state.runs) == 5)
    qtbot.waitUntil(lambda: len(stores.measures.runs) == 4 and len(stores.measures.logs) == 4)
    qtbot.waitUntil(lambda: all(stores.measures.was_read(run.path) for run in state.runs))
    qtbot.waitUntil(lambda: bare.tab.picture.isVisible() and not bare._later._timer.isActive())
    return bare


def tick(page, path: str, on: bool) -> None:
    row = [run.path for run in page.picker._runs].index(path)
    state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
    page.picker.table.item(row, 0).setCheckState(state)


# ------------------------------------------------------------------ groups


def measured_run(world: World, number: int, setting: str, fold: int, gammas, dead, begin):
    """A run with known weight changes and known dead channels of 4 in one layer."""
    summary = world.run(number, default_recipe(setting, fold=fold), "done")
    record = record_of(number, summary)
    found = world.measures(summary.path)

    def layer(flags):
        old = found.activity.layers[0]
        return replace(old, layer="a", dead=np.array(flags, bool), zeros=np.zeros(4))

    return record, replace(
        found,
        frozen=setting == "frozen",
        changes=(
            *(LayerChange(f"l{i}", gamma, None, True) for i, gamma in enumerate(gammas)),
            LayerChange("head", 9.0, None, False),
        ),
        activity=Activity(8, 0, (layer(dead),)),
        activity_before=Activity(8, 0, (layer(begin),)),
    )


def test_a_bar_is_the_mean_of_its_group_and_the_whisker_its_range(world):
    pairs = [
        measured_run(world, 1, "transfer", 1, (0.1, None), (1, 1, 0, 0), (1, 0, 0, 0)),
        measured_run(world, 2, "transfer", 2, (0.3, 0.5), (1, 1, 1, 0), (1, 0, 0, 0)),
        measured_run(world, 3, "scratch-aug", 1, (0.7, 0.6), (0, 0, 0, 1), (0, 1, 1, 0)),
        measured_run(world, 4, "frozen", 1, (0.0, 0.0), (1, 0, 0, 0), (1, 0, 0, 0)),
    ]
    sets = groups.change_bars(pairs)
    assert [one.key[0] for one in sets] == ["transfer", "scratch-aug"]
    first = sets[0].bars["l0"]
    assert (first.mean, first.low, first.high) == pytest.approx((0.2, 0.1, 0.3))
    assert first.whisker
    # An undefined change is left out, so its bar stands on the other run alone.
    assert sets[0].bars["l1"].mean == 0.5
    assert not sets[0].bars["l1"].whisker
    assert not sets[1].bars["l0"].whisker
    assert groups.layers_of(sets) == ("l0", "l1"), "the head cannot be compared"
    assert set_name(sets[0], sets) == "Transfer (2 runs)"
    assert set_name(sets[1], sets) == "Scratch, augmented"


def test_the_beginning_is_a_bar_of_its_own(world):
    pairs = [
        measured_run(world, 1, "transfer", 1, (0.1,), (1, 1, 0, 0), (1, 0, 0, 0)),
        measured_run(world, 2, "scratch-aug", 1, (0.7,), (0, 0, 0, 1), (0, 1, 1, 0)),
        measured_run(world, 3, "frozen", 1, (0.0,), (1, 1, 1, 1), (1, 1, 1, 0)),
    ]
    sets = groups.dead_bars(pairs)
    assert [one.kind for one in sets] == ["end", "end", "source", "random"]
    assert [one.bars["a"].mean for one in sets] == [0.5, 0.25, 0.5, 0.5]
    assert sets[2].runs == 2, "frozen runs began as the source network too"
    counts = sets[1].bars["a"].readings[0].counts
    assert (counts.dead, counts.channels, counts.off, counts.born) == (1, 4, 1, 2)
    assert sets[3].bars["a"].readings[0].counts.off is None


def test_the_first_look_is_the_newest_transfer_beside_the_newest_scratch_aug(world):
    runs = [
        record_of(number, world.run(number, default_recipe(setting, fold=fold), "done"))
        for number, (setting, fold) in enumerate(
            [
                ("frozen", 1),
                ("transfer", 2),
                ("transfer", 2),
                ("transfer", 1),
                ("scratch", 1),
                ("scratch-aug", 1),
            ],
            start=1,
        )
    ]
    foreign = world.run(9, default_recipe("transfer"), "done")
    runs.insert(0, record_of(9, replace(foreign, fingerprint="other")))
    chosen = first_choice(runs, "made-up")
    assert chosen == {runs[2].path, runs[4].path, runs[6].path}
    without = [run for run in runs if run.recipe.setting != "scratch-aug"]
    assert runs[5].path in first_choice(without, "made-up")


# ------------------------------------------------------------------ small things


def test_points_inside_a_polygon():
    corner = np.array([[0, 0], [4, 0], [4, 4], [2, 1], [0, 4.0]])
    points = np.array([[1, 1], [2, 3], [3.5, 2], [5, 1], [-1, 1.0]])
    assert inside(corner, points).tolist() == [True, False, True, False, False]
    assert not inside(corner[:2], points).any()


def test_a_log_is_in_order_whatever_the_order_of_arrival():
    log = LayerLog()
    log.put(20, [LayerPulse("a", 0.4, None), LayerPulse("head", 9.0, None)])
    log.put(10, [LayerPulse("a", 0.1, 0.5), LayerPulse("head", 9.0, None)])
    log.put(20, [LayerPulse("a", 0.2, None), LayerPulse("head", 9.0, None)])
    assert log.iterations == [10, 20]
    assert log.series("a", "change").tolist() == [[10, 20], [0.1, 0.2]]
    assert log.series("a", "dead").tolist() == [[10], [0.5]]
    assert log.series("head", "dead").shape == (2, 0)


def channels(**changes) -> ChannelPictures:
    found = ChannelPictures(
        maps=np.zeros((4, 2, 2), np.uint8),
        peak=np.ones(4, np.float32),
        contribution=np.array([0.1, 0.5, -0.2, 0.0], np.float32),
        region_share=np.array([0.9, 0.2, 0.4, np.nan], np.float32),
        region_area=0.1,
        dead=np.array([False, False, False, True]),
        dead_before=np.array([False, False, True, False]),
        exact=True,
    )
    return replace(found, **changes)


def test_channels_are_sorted_dead_ones_last():
    found = channels(contribution=np.array([-0.1, 0.5, -0.2, 0.0], np.float32))
    assert order_channels(found, "contribution").tolist() == [1, 0, 2, 3]
    assert order_channels(found, "region").tolist() == [0, 2, 1, 3]
    assert order_channels(found, "number").tolist() == [0, 1, 2, 3]
    assert order_channels(found, "moved").tolist() == [3, 2, 1, 0]


def test_shrinking_keeps_a_lone_peak_and_the_mosaic_its_order():
    maps = np.zeros((3, 130, 100), np.uint8)
    maps[1, 129, 99] = 200
    small = shrink(maps, 64)
    assert small.shape == (3, 44, 34)
    assert small[1, 43, 33] == 200
    assert small[0].max() == 0
    assert shrink(maps[:, :64, :64], 64).shape == (3, 64, 64)
    numbered = np.arange(5, dtype=np.uint8).repeat(4).reshape(5, 2, 2)
    assert mosaic(numbered, 3)[::2, ::2].tolist() == [[0, 1, 2], [3, 4, 0]]


def test_classes_share_a_colour_by_texture_and_differ_by_shape():
    row = World().samples()[0]
    samples = [
        replace(row, class_name="A", texture="A", defective=False),
        replace(row, class_name="A bad", texture="A", defective=True),
        replace(row, class_name="B", texture="B", defective=False),
    ]
    a, bad, b, unknown = class_dots(["A", "A bad", "B", "C"], samples)
    assert a.colour == bad.colour != b.colour
    assert (a.shape, bad.shape, b.shape) == ("circle", "cross", "circle")
    assert unknown.colour not in (a.colour, b.colour)


def test_a_sheet_uses_its_room():
    assert best_grid(100, 400, 400) == (10, 40.0)
    assert best_grid(3, 300, 40) == (3, 40.0)


# ------------------------------------------------------------------ tables, files


def test_tables_keep_every_digit_and_quote_what_must_be():
    third = 1 / 3
    table = listed(("a", "b"), (("x,\ty", third), (None, float("nan")), (True, 7)))
    rows = list(csv.reader(io.StringIO(table.csv)))
    assert rows == [["a", "b"], ["x,\ty", repr(third)], ["", ""], ["yes", "7"]]
    assert float(rows[1][1]) == third
    assert table.tsv.splitlines()[1] == f"x, y\t{third!r}"


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("gui.toolkit.export.os.replace", fail)
    with pytest.raises(OSError, match="No space"):
        write_atomic(str(target), b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    "key", ["weight-change", "dead-channels", "while-training", "source-and-target", "classes"]
)
def test_the_csv_holds_what_the_state_holds(page, tmp_path, key):
    page.show_tab(key)
    path = tmp_path / "out.csv"
    page.tab.ask_file = lambda kind: str(path)
    page.tab.save_as("csv")
    rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))
    if key == "weight-change":
        wanted = {
            (run.name, change.layer): change.weight
            for run in page.picker.runs
            for change in page.stores.measures.runs[run.path].changes
        }
        assert {(r["run"], r["layer"]): float(r["weight change"]) for r in rows} == wanted
        assert {r["comparable"] for r in rows if r["layer"] == "head"} == {"no"}
    elif key == "dead-channels":
        row, run = rows[-1], page.picker.runs[-1]
        found = page.stores.measures.runs[run.path]
        assert row["run"] == run.name
        assert int(row["dead"]) == int(found.activity.layers[-1].dead.sum())
        assert row["images |S|"] == "8"
    elif key == "while-training":
        assert {r["iteration"] for r in rows} == {"5", "10", "20"}
        assert len(rows) == 3 * (len(LAYERS) + 1)
    elif key == "source-and-target":
        assert len(rows) == 120
        assert float(rows[0]["PC1"]) == float(page.tab._found.pca[0, 0])
    else:
        assert [float(r["1-NN class accuracy at the end"]) for r in rows] == list(
            page.tab._found.accuracy_after
        )


def test_pictures_are_saved_with_their_caption(page, tmp_path):
    tab = page.tab
    for kind in ("png", "svg"):
        tab.ask_file = lambda kind: str(tmp_path / "bars")
        tab.save_as(kind)
    image = QImage(str(tmp_path / "bars.png"))
    assert image.width() == 2 * tab.picture.width()
    drawing = (tmp_path / "bars.svg").read_text("utf-8")
    assert QSvgRenderer(str(tmp_path / "bars.svg")).isValid()
    assert "conv5_3" in drawing
    assert "whisker: smallest to largest run" in drawing.replace("\n", " ")
    assert "<image" not in drawing, "bars are lines, not pixels"


def test_a_file_that_cannot_be_written_is_named(page, tmp_path):
    heard = []
    page.stores.client.notice.connect(heard.append)
    page.tab.ask_file = lambda kind: str(tmp_path / "missing" / "a.csv")
    page.tab.save_as("csv")
    assert "missing" in heard[0].text
    assert "cannot be written" in heard[0].text
    page.tab.ask_file = lambda kind: ""
    page.tab.save_as("csv")
    assert len(heard) == 1


def test_the_table_goes_to_the_clipboard(page):
    page.show_tab("flatness")
    page.tab.copy_table()
    lines = QGuiApplication.clipboard().text().splitlines()
    # Four runs, at two times, the mean and two classes.
    assert len(lines) == 1 + 4 * 2 * 3
    assert lines[1].split("\t")[6] == "mean of the classes"
    flat = page.tab.measured[0][1].flatness_before
    assert float(lines[1].split("\t")[7]) == flat.index


# ------------------------------------------------------------------ page


def test_without_a_project_then_without_a_run_the_page_says_what_to_do(bare):
    page = bare
    assert page._stack.currentIndex() == 0
    asked, went = [], []
    page.ask_project.connect(lambda: asked.append(1))
    page._stack.widget(0).asked.emit()
    assert asked == [1]
    page.stores.world.open_project("/p")
    assert page._stack.currentIndex() == 1
    page.go.connect(went.append)
    page._stack.widget(1).asked.emit()
    assert went == ["train"]


def test_all_folds_of_both_settings_are_ticked_and_marked(page):
    picker = page.picker
    names = [(run.recipe.setting, run.recipe.fold) for run in picker._runs]
    assert names == [(s, f) for s in SETTINGS for f in (1, 2)] + [("frozen", 1)]
    assert [run.recipe.setting for run in picker.runs] == ["transfer"] * 2 + ["scratch-aug"] * 2
    marks = [picker.table.item(row, 2).text() for row in range(5)]
    assert marks == ["\N{CHECK MARK}"] * 4 + [""]
    assert picker.button.text() == "Measure again"


def test_a_run_is_measured_and_its_bars_appear(qtbot, page, world):
    frozen = world.runs[4].path
    for run in world.runs[:4]:
        tick(page, run.path, False)
    assert page.tab.empty.isVisible()
    tick(page, frozen, True)
    assert page.picker.button.text() == "Measure 1 run"
    page.picker.settings._seed.setValue(3)
    page.picker.button.click()
    qtbot.waitUntil(lambda: frozen in page.stores.measures.runs)
    assert page.stores.measures.runs[frozen].seed == 3
    # A frozen run has no weight change.
    qtbot.waitUntil(lambda: page.tab.empty._title.text() == "Nothing to compare")
    page.show_tab("dead-channels")
    assert [one.kind for one in page.tab._sets] == ["source"]
    assert "seed 3" in page.tab.caption.text()


def test_measuring_can_be_cancelled_and_is_not_asked_twice(qtbot, page, world):
    go = threading.Event()
    world.step_wait = lambda: go.wait(10) and None
    frozen = world.runs[4].path
    tick(page, frozen, True)
    page.picker.button.click()
    stores = page.stores
    stores.measures.measure([frozen], MeasureChoices())
    assert len(stores.measures.jobs) == 1
    assert page.picker.button.text() == "Cancel"
    assert not page.picker.settings.isEnabled()
    page.picker.button.click()
    assert not page.picker.button.isEnabled()
    go.set()
    qtbot.waitUntil(lambda: not stores.measures.jobs)
    assert frozen not in stores.measures.runs
    assert page.picker.button.text() == "Measure 1 run"


def test_measures_of_a_run_that_trains_on_are_dropped(page, world, monkeypatch):
    path = world.runs[0].path
    stores = page.stores
    monkeypatch.setattr(stores.client.lanes["training"], "post", lambda _command: None)
    world.measured.pop(path)
    stores.train.resume_run(path)
    job = stores.world.run_of(path=path).job
    assert path in stores.measures.runs
    stores.client.apply(RunStarted(job, world.runs[0], 5))
    assert path not in stores.measures.runs


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_every_tab_renders_in_both_looks(qtbot, page, mode):
    LOOK.apply(mode)
    try:
        for key in page.tabs:
            page.show_tab(key)
            tab = page.tab
            assert tab.key == key
            assert tab.picture.isVisible(), key
            assert len(tab.caption.text()) > 60, key
            assert not page.grab().isNull()
    finally:
        LOOK.apply(Mode.LIGHT)


def test_every_button_and_choice_of_the_page_has_a_name(page):
    for key in page.tabs:
        page.show_tab(key)
    nameless = [
        widget
        for kind in (QAbstractButton, QComboBox)
        for widget in page.findChildren(kind)
        if not (widget.accessibleName() or getattr(widget, "text", str)())
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QTableView | QTabBar)
    ]
    assert nameless == []


def test_the_tab_is_remembered(page, memory):
    page.show_tab("classes")
    memory.save_window(page, "measures")
    page.show_tab("weight-change")
    memory.restore_parts(page)
    assert page.tab.key == "classes"


# ------------------------------------------------------------------ bars


def test_bars_are_read_at_the_mouse(page):
    tab = page.tab
    layer, number, left, right, mean = tab.plot.places[-1]
    assert tab.plot.at((left + right) / 2) == (number, layer)
    assert mean == tab._sets[number].bars[layer].mean
    tab.plot.hovered.emit((number, layer))
    assert tab.readout.whole.startswith(f"{layer}, Scratch, augmented (2 runs): {mean:.5f}")
    tab.plot.hovered.emit(None)
    assert tab.readout.whole == ""
    assert tab.plot.at(99.0) is None


def test_a_logarithmic_axis_keeps_whiskers_where_they_belong(page):
    tab = page.tab
    tab._log.setChecked(True)
    import pyqtgraph as pg

    errors = [item for item in tab.plot._items if isinstance(item, pg.ErrorBarItem)]
    bar = tab._sets[0].bars[LAYERS[0]]
    assert errors[0].opts["y"][0] == pytest.approx(np.log10(bar.mean))
    top = errors[0].opts["y"][0] + errors[0].opts["top"][0]
    assert top == pytest.approx(np.log10(bar.high))


# ------------------------------------------------------------------ live


def test_a_training_run_moves_the_curves(qtbot, page, world):
    page.show_tab("while-training")
    go = threading.Event()
    world.step_wait = lambda: go.wait(10) and None
    stores = page.stores
    stores.train.train([default_recipe("scratch", iterations=20)])
    run = stores.world.runs[0]
    qtbot.waitUntil(lambda: bool(run.path))
    qtbot.waitUntil(lambda: page.tab.run is run)
    assert page.tab.empty.isVisible()
    go.set()
    qtbot.waitUntil(lambda: not stores.client.jobs)
    curve = page.tab.plot.curves["change", LAYERS[-1]]
    qtbot.waitUntil(lambda: curve.xData is not None and len(curve.xData) == 4)
    assert curve.xData.tolist() == [5, 10, 15, 20]
    assert ("change", "head") not in page.tab.plot.curves
    assert "read higher" in page.tab.caption.text()


def test_the_nearest_live_point_is_read(page):
    page.show_tab("while-training")
    log = page.stores.measures.logs[page.tab.run.path]
    value = float(log.series(LAYERS[2], "dead")[1][1])
    assert page.tab.plot.near("dead", 11.0, 100 * value + 0.01) == (LAYERS[2], 10, value)


# ------------------------------------------------------------------ channels


@pytest.fixture
def channel_tab(qtbot, page):
    page.show_tab("channels")
    sides = page.stores.measures.comparison.sides
    qtbot.waitUntil(lambda: all(side.pictured for side in sides.values()))
    return page.tab


def test_two_runs_show_their_channels_of_a_test_image(channel_tab, world):
    shown = channel_tab.stores.measures.comparison
    left, right = shown.sides["left"], shown.sides["right"]
    assert ("/transfer-" in left.run, "/scratch-aug-" in right.run) == (True, True)
    run = channel_tab.panels["left"].run.run
    assert world.samples()[shown.index].fold == run.recipe.fold
    found = left.pictured.pictures
    dead = int(found.dead.sum())
    text = channel_tab.panels["left"].counts.whole
    assert text.startswith(
        f"On this image: alive {len(found.dead) - dead}, dead {dead}, switched off "
    )
    assert f"born {int(found.born.sum())} (B)" in text
    assert shown.layer == LAYERS[-1]


def test_an_old_answer_is_never_shown(qtbot, channel_tab):
    stores = channel_tab.stores
    shown = stores.measures.comparison
    old = shown.sides["left"].pictured
    other = stores.world.runs[-1].path
    stores.measures.compare(shown.index, shown.layer, other, shown.sides["right"].run)
    newest = stores.measures._sides["left"].newest
    assert shown.sides["left"].pictured is None
    # The answer to the run shown before, under its own number and under the new one.
    stores.client.apply(old)
    stores.client.apply(replace(old, job=newest))
    assert shown.sides["left"].pictured is None
    qtbot.waitUntil(lambda: shown.sides["left"].pictured is not None)
    assert shown.sides["left"].pictured.run == other
    assert shown.sides["right"].pictured is not None, "the other side stays"


def test_a_refusal_is_said_on_its_side(qtbot, channel_tab):
    stores = channel_tab.stores
    shown = stores.measures.comparison
    # Else what is asked next waits for its turn, and nobody waits for its end yet.
    qtbot.waitUntil(lambda: not any(ask.in_flight for ask in stores.measures._sides.values()))
    stores.measures.compare(
        shown.index, "conv1_1", *(shown.sides[s].run for s in ("left", "right"))
    )
    job = stores.measures._sides["right"].newest
    stores.client.apply(JobEnded(job, Outcome.FAILED, "The weights are damaged."))
    assert channel_tab.panels["right"].counts.whole == "The weights are damaged."
    assert shown.sides["left"].failed == ""


def test_other_images_need_their_own_data_set(qtbot, page, world):
    world.runs = [replace(run, fingerprint="other") for run in world.runs]
    page.stores.world.open_project("/p")
    state = page.stores.world
    qtbot.waitUntil(lambda: state.runs[0].summary.fingerprint == "other")
    page.show_tab("channels")
    assert page.tab.empty.isVisible()
    assert not page.tab._images.isVisible()


def test_tiles_are_found_under_the_mouse_and_by_keys(qtbot, channel_tab):
    grid = channel_tab.panels["left"].grid
    picked = []
    grid.picked.connect(picked.append)
    centre = grid._box(3).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=centre.toPoint())
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert picked == [grid.order[3], grid.order[2]]
    assert grid._row_at(QPointF(-5, 10)) == -1
    channel_tab.order.setCurrentIndex(channel_tab.order.findData("number"))
    channel_tab._sort()
    assert grid.order == list(range(16))
    windows = channel_tab.findChildren(type(channel_tab.window())) or channel_tab.children()
    dialogs = [child for child in windows if child.inherits("QDialog")]
    for dialog in dialogs:
        dialog.close()
    assert len(dialogs) == 2


def test_512_channels_cost_no_more_than_64_and_only_what_is_seen_is_painted(qtbot, qapp):
    from gui.measures.channel_grid import ChannelGrid
    from tests.gui.scripted_measures import pictured

    grid = ChannelGrid()
    qtbot.addWidget(grid)
    grid.resize(480, 900)
    grid.show()
    painted: list[int] = []
    paint = grid._paint_tile
    grid._paint_tile = lambda painter, box, row: (painted.append(row), paint(painter, box, row))

    def work(channels: int) -> int:
        found = pictured("/p/a", 1, "conv5_1", channels, True)
        painted.clear()
        return calls(lambda: (grid.show_channels(found), grid.viewport().grab()))

    work(64)  # what is loaded with the first picture is not counted
    few, many = work(64), work(512)
    assert len(grid.order) == 512
    rows = grid.viewport().height() // grid._pitch + 2
    assert 0 < len(painted) <= rows * grid._columns < 512
    assert many < 3 * few


# ------------------------------------------------------------------ embedding, classes


def test_the_lasso_picks_the_points_inside(page):
    page.show_tab("source-and-target")
    tab = page.tab
    points = tab._found.pca
    low, high = points[7] - 0.05, points[7] + 0.05
    square = np.array([low, (high[0], low[1]), high, (low[0], high[1])], dtype=float)
    wanted = np.flatnonzero(((points >= low) & (points <= high)).all(axis=1))
    assert 7 in wanted
    tab.scatter.box.lassoed.emit(square)
    shown = [
        tab.strip.list.item(i).data(Qt.ItemDataRole.UserRole) for i in range(tab.strip.list.count())
    ]
    assert shown == wanted.tolist()
    tab.scatter.box.lassoed.emit(np.empty((0, 2)))
    assert tab.strip.list.isHidden()


def test_the_domain_figures_say_what_stays_open(page):
    page.show_tab("source-and-target")
    tab = page.tab
    assert tab.accuracy._value.text() == "0.98"
    assert tab.control._value.text() == "n/a"
    assert "stays open under 20 photographs" in tab.warning.text()
    assert "random weights" not in tab.warning.text()
    scratch = next(run for run in page.picker.runs if run.recipe.setting == "scratch-aug")
    tab.choice.choose(scratch.path)
    tab.refresh()
    assert "random weights" in tab.warning.text()


def test_tsne_is_offered_only_if_there_is_one(page):
    page.show_tab("source-and-target")
    tab = page.tab
    tab.view.setCurrentIndex(1)
    assert np.array_equal(tab.scatter._points, tab._found.tsne)
    path = tab.choice.run.path
    found = page.stores.measures.runs[path]
    page.stores.measures.runs[path] = replace(found, embedding=replace(found.embedding, tsne=None))
    tab.refresh()
    assert tab.view.currentData() == "pca"
    assert not tab.view.model().item(1).isEnabled()
    assert "islands" not in tab.caption.text()


def test_contact_sheets_show_source_near_and_far_target_side_by_side(page):
    """The control's photographs, the article's near target, had no sheet."""
    page.show_tab("source-and-target")
    tab = page.tab
    tab.view.setCurrentIndex(2)
    assert tab._source.isVisible() and tab._far.isVisible()
    assert not tab._near.isVisible(), "without a second folder there is none"
    path = tab.choice.run.path
    found = page.stores.measures.runs[path]
    pictures = found.embedding.pictures[:7]
    page.stores.measures.runs[path] = replace(
        found,
        embedding=replace(
            found.embedding, control="photographs in near (not ImageNet)",
            control_pictures=pictures, control_pca=found.embedding.pca[:7],
        ),
    )  # fmt: skip
    tab.refresh()
    assert tab._near.isVisible() and tab._near._number == 7
    assert "near" in tab._near.toolTip()


def test_a_choice_of_windows_is_marked_in_both_pictures_and_outlives_the_layer(page):
    page.show_tab("classes")
    tab = page.tab
    points = tab._found.after[-1]
    square = np.array([[-99, -99], [0, -99], [0, 99], [-99, 99.0]])
    tab.after.box.lassoed.emit(square)
    wanted = np.flatnonzero(points[:, 0] < 0)
    assert tab.before.chosen.tolist() == tab.after.chosen.tolist() == wanted.tolist()
    tab.layer.setValue(0)
    assert np.array_equal(tab.after._points, tab._found.after[0])
    assert tab.before.chosen.tolist() == wanted.tolist()
    first = int(wanted[0])
    assert tab.say(first).endswith(f"{int(tab._found.files[first]):05d}.png")


# ------------------------------------------------------------------ flatness


def test_the_flatness_table_shows_means_then_classes(page):
    page.show_tab("flatness")
    tab = page.tab
    assert tab.grid.rowCount() == 4
    tab._means.setChecked(False)
    assert tab.grid.rowCount() == 4 * 3
    _, found = tab.measured[0]
    texts = [tab.grid.item(0, column).text() for column in range(tab.grid.columnCount())]
    after, before = found.flatness, found.flatness_before
    assert texts[1] == f"{before.index:.3f}"
    assert texts[6] == f"{after.index / after.control:.3f}"
    assert texts[8] == f"{after.spread:.3f}"
    assert tab.grid.item(1, 0).text().strip() == "normal"


def test_leaving_the_grid_with_the_mouse_forgets_the_tile(channel_tab):
    grid = channel_tab.panels["left"].grid
    grid._over = 2
    grid.viewportEvent(QEvent(QEvent.Type.Leave))
    assert grid._over == -1


def test_default_folders_are_named(page):
    settings = page.picker.settings
    assert "claim 1 stays open" in settings.source._name.whole
    settings.source.set_path(str(Path("/photos/holiday")))
    assert settings.source._name.whole == "holiday"
    assert settings.choices.source == str(Path("/photos/holiday"))


def test_until_the_user_ticks_new_runs_join_the_first_choice(qtbot, bare, world):
    page = bare
    transfer = world.run(1, default_recipe("transfer"), "done")
    scratch = world.run(2, default_recipe("scratch-aug"), "done")
    frozen = world.run(3, default_recipe("frozen"), "done")
    state = page.stores.world

    def listed(*runs):
        world.runs = list(runs)
        page.stores.world.open_project("/p")
        qtbot.waitUntil(lambda: len(state.runs) == len(runs))

    listed(frozen)
    assert [run.path for run in page.picker.runs] == [frozen.path]
    listed(scratch, transfer, frozen)
    assert [run.path for run in page.picker.runs] == [transfer.path, scratch.path]
    tick(page, scratch.path, False)
    listed(world.run(4, default_recipe("scratch-aug", fold=2), "done"), scratch, transfer, frozen)
    assert [run.path for run in page.picker.runs] == [transfer.path]


def test_runs_of_every_setting_have_a_place_and_only_trained_ones_are_measured(
    qtbot, bare, stores, world
):
    # The order of bars knew no fitted runs: the page failed as soon as there was one.
    world.runs = [
        world.run(number, default_recipe(setting), "done")
        for number, setting in enumerate(Setting, start=1)
    ]
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: len(stores.world.runs) == len(Setting))
    qtbot.waitUntil(lambda: len(bare.picker._runs) > 0)
    keys = groups.group_keys(stores.world.runs)
    assert {key[0] for key in keys} == set(Setting)
    assert [key[0] for key in keys[:2]] == ["transfer", "scratch-aug"]
    shown = {run.recipe.setting for run in bare.picker._runs}
    assert shown == set(Setting) - {Setting.FILTERS, Setting.PROBE}
