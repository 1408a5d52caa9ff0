"""The window over a scripted engine: pages, plots, gallery, canvas, themes, closing."""

from __future__ import annotations

import sys
import threading
from dataclasses import replace
from importlib import metadata

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

from engine.core.event import JobEnded, Outcome
from engine.core.recipe import default_recipe
from gui.compress.page import CompressPage
from gui.shell import closing
from gui.shell.registry import PAGES
from gui.store.curves import Curve
from gui.store.thumbnails import Thumbnails
from gui.style.look import LOOK
from gui.style.theme import DARK, LIGHT, Mode
from gui.toolkit.curve_plot import CurvePlot, Trace
from gui.toolkit.gallery import Gallery
from gui.toolkit.image_canvas import ImageCanvas
from gui.toolkit.tally import select
from gui.train.recipe_form import RecipeForm
from tests.gui.scripted import World

# Said of every window with a least size where there is no screen.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def filled(qtbot, parts, world):
    """A window with data, one finished run, and an image inspected with it."""
    world.runs = [world.run(1, default_recipe("transfer"), "done")]
    parts.stores.world.open_project("/p")
    parts.stores.data.open("/data")
    state = parts.stores.world
    qtbot.waitUntil(lambda: state.data is not None and bool(state.runs))
    parts.window.show_page("inspect")
    parts.stores.inspect.inspect(1)
    qtbot.waitUntil(lambda: parts.stores.inspect.state.inspected is not None)
    return parts


# ------------------------------------------------------------------ pages


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_every_page_builds_empty_in_both_themes(qtbot, parts, mode):
    LOOK.apply(mode)
    try:
        assert LOOK.colours is (DARK if mode is Mode.DARK else LIGHT)
        for entry in PAGES:
            parts.window.show_page(entry.key)
            assert parts.window.page == entry.key
            assert not parts.window.grab().isNull()
    finally:
        LOOK.apply(Mode.LIGHT)


def test_the_data_page_shows_the_first_image_with_a_region(qtbot, filled):
    page = filled.window.pages["data"]
    qtbot.waitUntil(lambda: page._canvas.image_size == (64, 64))
    assert page._sample_name.whole == "00001.png"
    assert page._facts._baseline._value.text() == "75.00 %"
    assert page._facts._choice_card.isHidden()


def test_a_set_without_a_normal_class_asks_for_it(qtbot, parts, world):
    world.normal_known = False
    parts.stores.data.open("/data")
    qtbot.waitUntil(lambda: parts.stores.world.data is not None)
    facts = parts.window.pages["data"]._facts
    assert not facts._choice_card.isHidden()
    facts._choice.setCurrentIndex(1)
    facts._choose()
    qtbot.waitUntil(lambda: parts.stores.world.options.normal == "normal")


def test_a_failure_is_shown_and_can_be_closed(qtbot, filled):
    filled.stores.inspect.judge("/p/runs/a")
    job = next(iter(filled.stores.client.jobs))
    filled.stores.client.apply(JobEnded(job, Outcome.FAILED, "The disk is full."))
    assert filled.window._notice.isVisible()
    assert filled.window._notice._text.text() == "The disk is full."


# ------------------------------------------------------------------ inspection


def test_the_verdict_is_said_in_words(filled):
    panel = filled.window.pages["inspect"].verdict
    assert panel._headline.text() == "Defective"
    assert "0.900 is above the threshold 0.500" in panel._sentence.text()


def test_the_score_under_the_mouse_is_the_nearest_windows(filled):
    page = filled.window.pages["inspect"]
    event = filled.stores.inspect.state.inspected
    # Window (2, 1) of 32 px has its upper left corner at (8, 16), so its centre at (24, 32).
    page._show_point((24.0, 32.0))
    assert f"window score {event.scores[2, 1]:.3f}" in page._readout.text()
    heat = float(event.heat[4, 3])
    assert f"heat {heat:+.3f}".replace("-", "\N{MINUS SIGN}") in page._readout.text()
    page._show_point(None)
    assert page._readout.text() == ""


def test_a_layers_channels_are_listed_and_the_first_is_shown(qtbot, filled):
    page = filled.window.pages["inspect"]
    page.overlay.choose_source("layer:conv5_3")
    look = lambda: filled.stores.inspect.state  # noqa: E731
    qtbot.waitUntil(lambda: look().channel is not None)
    assert look().channel.channel == 0
    page.overlay._channels.setCurrentIndex(page.overlay._channels.model().index(3, 0))
    qtbot.waitUntil(lambda: look().channel.channel == 3)
    # The next image shows the same channel of the same layer.
    filled.stores.inspect.inspect(2)
    qtbot.waitUntil(lambda: look().channel is not None and look().channel.index == 2)
    assert look().channel.channel == 3


def test_keys_steer_the_inspection(qtbot, filled):
    page = filled.window.pages["inspect"]
    filled.window.activateWindow()
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_N)
    assert filled.stores.inspect.state.index == 2
    qtbot.keyClick(page, Qt.Key.Key_P)
    assert filled.stores.inspect.state.index == 1
    assert page.canvas._outline.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_O)
    assert not page.canvas._outline.isVisible()
    qtbot.waitUntil(lambda: filled.stores.inspect.state.inspected is not None)
    assert page.canvas._values is not None
    qtbot.keyClick(page, Qt.Key.Key_H)
    assert page.canvas._values is None
    qtbot.keyClick(page, Qt.Key.Key_H)
    assert page.canvas._values is not None


def test_judging_shows_figures_and_filters(qtbot, filled):
    page = filled.window.pages["inspect"]
    page.images._judge_or_cancel()
    qtbot.waitUntil(lambda: not filled.stores.client.jobs)
    qtbot.waitUntil(lambda: page.images._escape._remark.text() == "1 of 3")
    assert page.images._accuracy._remark.text() == "baseline 75.00 %"
    page.images._narrow.setCurrentIndex(page.images._narrow.findData("escape"))
    qtbot.waitUntil(lambda: page.images.gallery.rows.rowCount() == 1)
    assert page.images.gallery.rows.sample(0).index == 5


# ------------------------------------------------------------------ canvas


@pytest.fixture
def canvas(qtbot, qapp):
    result = ImageCanvas()
    qtbot.addWidget(result)
    result.resize(424, 324)
    result.show()
    result.show_image(np.zeros((100, 200), np.uint8))
    return result


def test_the_canvas_fits_and_maps_the_mouse(canvas):
    assert canvas.scale_now == pytest.approx(2.0)
    centre = QPointF(canvas.viewport().width() / 2, canvas.viewport().height() / 2)
    assert canvas.image_point(centre) == pytest.approx((100, 50), abs=1)
    assert canvas.image_point(QPointF(0, 0)) is None
    canvas.actual_size()
    assert canvas.scale_now == pytest.approx(1.0 / canvas.devicePixelRatioF())


def test_the_zoom_stays_for_an_image_of_the_same_size(canvas):
    canvas.actual_size()
    canvas.show_image(np.ones((100, 200), np.uint8))
    assert canvas.scale_now == pytest.approx(1.0 / canvas.devicePixelRatioF())
    canvas.show_image(np.ones((50, 100), np.uint8))
    assert canvas.scale_now == pytest.approx(4.0)


def test_the_overlay_is_an_item_of_its_own_with_a_colour_table(canvas):
    values = np.array([[0.0, 1.0]], np.float32)
    canvas.show_overlay(values)
    image = canvas._overlay._image
    assert (image.width(), image.height()) == (2, 1)
    assert image.colorCount() == 256
    assert np.shares_memory(canvas._overlay._levels, np.asarray(image.constBits()))
    before = canvas._overlay._levels
    canvas.set_opacity(0.3)
    assert canvas._overlay._levels is before
    canvas.show_overlay(None)
    assert canvas._overlay.boundingRect().isEmpty()


# ------------------------------------------------------------------ gallery


def test_a_gallery_of_100_000_paints_and_loads_only_what_is_visible(qtbot, qapp):
    asked: list[int] = []
    thumbnails = Thumbnails(lambda indices: asked.extend(indices))
    gallery = Gallery(thumbnails)
    qtbot.addWidget(gallery)
    samples = World(images=100_000).samples()
    gallery.resize(QSize(600, 500))
    gallery.show()
    gallery.show_rows(samples, {}, select(samples, {}))
    delegate = gallery.itemDelegate()
    delegate.painted = 0
    gallery.grab()
    assert 10 <= delegate.painted <= 60
    qtbot.waitUntil(lambda: bool(asked))
    assert max(asked) < 60
    bar = gallery.verticalScrollBar()
    bar.setValue(bar.maximum())
    gallery.grab()
    thumbnails.ended()
    qtbot.waitUntil(lambda: max(asked) > 99_900)
    assert len(asked) < 150


def test_a_gallery_keeps_the_chosen_image_when_its_rows_change(qtbot, qapp):
    gallery = Gallery(Thumbnails(lambda indices: None))
    qtbot.addWidget(gallery)
    samples = World(images=50).samples()
    gallery.show_rows(samples, {}, np.arange(50))
    heard = []
    gallery.chosen.connect(heard.append)
    gallery.step(1)
    gallery.step(1)
    assert heard == [0, 1]
    gallery.show_rows(samples, {}, np.arange(50)[::-1].copy())
    assert gallery.currentIndex().row() == 48
    assert heard == [0, 1]


# ------------------------------------------------------------------ curves


def test_many_steps_are_one_redraw(qtbot, qapp):
    plot = CurvePlot()
    qtbot.addWidget(plot)
    plot.show()
    curve = Curve()
    plot.show_traces([Trace(1, "a", LOOK.run_colour(1), curve)])
    for step in range(2000):
        curve.add_loss(step, 1.0)
        plot.refresh()
    assert plot.redraws == 0
    qtbot.waitUntil(lambda: plot.redraws == 1)
    assert len(plot._items[1].loss.xData) == 2000
    # Asked again without a change, nothing is handed to the plots.
    plot.redraw()
    assert plot.redraws == 1


def test_redraws_keep_references_to_none_and_true(qtbot, qapp):
    plot = CurvePlot()
    qtbot.addWidget(plot)
    plot.resize(300, 200)
    plot.show()
    curve = Curve()
    plot.show_traces([Trace(1, "a", LOOK.run_colour(1), curve)])
    plot.redraw()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for step in range(500):
        curve.add_loss(step, 1.0)
        plot.redraw()
        plot._loss_plot.viewport().repaint()
    assert plot.redraws == 501
    assert sys.getrefcount(None) > before[0] - 100
    assert sys.getrefcount(True) > before[1] - 100


def test_training_fills_the_table_and_the_curves(qtbot, filled):
    filled.window.show_page("train")
    filled.stores.train.train([default_recipe("scratch", "article", iterations=20)])
    page = filled.window.pages["train"]
    qtbot.waitUntil(lambda: not filled.stores.client.jobs)
    table = page._table.runs
    texts = [table.data(table.index(0, column)) for column in range(table.columnCount())]
    assert texts[1] == "done"
    assert texts[2] == "20 / 20"
    assert texts[3:5] == ["100.00 %", "75.00 %"]
    assert "95 %: 0.00 % to 30.80 %" in table.data(table.index(0, 7), Qt.ItemDataRole.ToolTipRole)
    assert page._on_test.isVisible()
    qtbot.waitUntil(lambda: sum(i.loss.isVisible() for i in page.plot._items.values()) == 2)


# ------------------------------------------------------------------ form


def test_the_form_makes_the_presets_recipe(qtbot, qapp):
    form = RecipeForm()
    qtbot.addWidget(form)
    assert form.recipe == default_recipe("transfer")
    form._preset.setCurrentIndex(form._preset.findData("article"))
    assert form.recipe == default_recipe("transfer", "article")
    form._setting.setCurrentIndex(form._setting.findData("small"))
    assert form.recipe == default_recipe("small", "article")


def test_a_recipe_that_would_be_refused_cannot_be_queued(qtbot, qapp):
    form = RecipeForm()
    qtbot.addWidget(form)
    form.show_target("/data", "/p", busy=False)
    assert form._start.isEnabled()
    form._entries._fields["batch"].setText("5000")
    form._entries.changed.emit()
    assert form.recipe is None
    assert not form._start.isEnabled()
    assert "4096" in form._message.text()
    form._entries._fields["batch"].setText("many")
    form._entries.changed.emit()
    assert "must be a number" in form._message.text()
    form._entries._fields["batch"].setText("16")
    form._entries.changed.emit()
    assert form.recipe.batch == 16


def test_several_runs_at_once(qtbot, qapp):
    form = RecipeForm()
    qtbot.addWidget(form)
    heard = []
    form.submitted.connect(heard.append)
    form._submit("folds")
    form._submit("settings")
    assert [recipe.fold for recipe in heard[0]] == [1, 2, 3, 4, 5]
    assert len(heard[1]) == 7


# ------------------------------------------------------------------ closing


def test_closing_an_idle_window_ends_the_lanes(qtbot, parts):
    parts.window.close()
    qtbot.waitUntil(lambda: parts.stores.client.lanes_ended and not parts.window.isVisible())


@pytest.mark.parametrize("choice", ["keep", "now"])
def test_closing_while_busy_asks_then_joins(qtbot, filled, world, sessions, choice):
    go = threading.Event()
    world.step_wait = lambda: go.wait(10) and None
    filled.stores.train.train([default_recipe("transfer", iterations=50)])
    run = filled.stores.world.runs[0]
    qtbot.waitUntil(lambda: run.state == "running")
    asked = []
    filled.window.closing.ask = lambda: (asked.append(1), choice)[1]
    filled.window.close()
    assert asked == [1]
    assert filled.window.isVisible()
    go.set()
    qtbot.waitUntil(lambda: not filled.window.isVisible())
    assert filled.stores.client.lanes_ended
    assert all(session.closed for session in sessions)
    assert run.state == ("stopped" if choice == "keep" else "interrupted")


def test_staying_changes_nothing(qtbot, filled, world):
    go = threading.Event()
    world.step_wait = lambda: go.wait(10) and None
    filled.stores.train.train([default_recipe("transfer", iterations=3)])
    filled.window.closing.ask = lambda: "stay"
    filled.window.close()
    assert filled.window.isVisible()
    assert not filled.stores.client.lanes_ended
    go.set()
    qtbot.waitUntil(lambda: not filled.stores.client.jobs)
    assert filled.stores.world.runs[0].state == "done"


def test_the_window_remembers_its_page_and_folders(qtbot, filled, memory):
    filled.window.close()
    qtbot.waitUntil(lambda: not filled.window.isVisible())
    assert memory.recent("data") == ["/data"]
    assert memory.project == "/p"
    assert memory.restore_window(filled.window) == "inspect"


def test_the_first_window_fits_its_screen(qtbot, memory):
    # Without a remembered place it was as large as it pleased.
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(5000, 4000)
    memory.restore_window(window)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert window.width() <= room.width() and window.height() <= room.height()


def test_axes_of_live_curves_reach_to_the_last_iteration_from_the_start(qtbot):
    plot = CurvePlot()
    qtbot.addWidget(plot)
    curve = Curve()
    for iteration in (1, 2, 3):
        curve.add_loss(iteration, 0.7)
    plot.show_traces([Trace(1, "a", LOOK.run_colour(1), curve, length=600)])
    plot.redraw()
    (left, right), _ = plot._loss_plot.viewRange()
    assert left <= 0 and 600 <= right < 630
    _, (low, high) = plot._figure_plot.viewRange()
    assert (low, high) == (0, 100)
    plot.set_log(True)
    plot.redraw()
    assert 2.7 < plot._loss_plot.viewRange()[0][1] < 2.9


def test_about_names_the_version(parts):
    assert QApplication.applicationVersion() == metadata.version("transferlens")


def test_a_baseline_is_that_of_curves_that_are_drawn(qtbot, parts, world):
    """It was that of the newest run, also where other runs' curves were drawn."""
    world.runs = [
        world.run(number, default_recipe(setting), "done")
        for number, setting in enumerate(("transfer", "transfer", "transfer", "probe"), start=1)
    ]
    parts.stores.world.open_project("/p")
    qtbot.waitUntil(lambda: len(parts.stores.world.runs) == 4)
    page = parts.window.pages["train"]
    said: list[float | None] = []
    page.plot.set_baseline = said.append
    probe = next(run for run in parts.stores.world.runs if run.recipe.setting == "probe")
    first, second, third = (run for run in parts.stores.world.runs if run is not probe)
    for run, share in ((first, 0.5), (second, 0.6), (third, 0.6)):
        run.summary = replace(run.summary, live_baseline=share)
    probe.curve = Curve()
    page.show_only([second], "accuracy")
    assert said[-1] == 0.6
    page._table.runs.tick_only([third, second])
    assert said[-1] == 0.6
    page._table.runs.tick_only([first, third])
    assert said[-1] is None, "second stands in front and is not drawn; the others differ"
    page.show_only([probe, third], "accuracy")
    assert said[-1] == 0.6, "what is fitted in one step has no curve and no live baseline"
    page.show_only([second], "auc")
    assert said[-1] is None


def test_what_the_tour_shows_gives_way_to_a_run_that_begins(qtbot, parts, world):
    world.runs = [world.run(number, default_recipe("transfer"), "done") for number in (1, 2)]
    stores = parts.stores
    stores.world.open_project("/p")
    stores.data.open("/data")
    qtbot.waitUntil(lambda: len(stores.world.runs) == 2 and stores.world.data is not None)
    page = parts.window.pages["train"]
    old = stores.world.runs[-1]
    page.show_only([old], "accuracy")
    assert page._shown_run() is old
    assert [trace.front for trace in page.plot._traces] == [True], "its curve is in front"
    stores.train.train([default_recipe("transfer", iterations=5)])
    qtbot.waitUntil(lambda: page._shown_run() is not old)
    assert page._shown_run().job or page._shown_run().state == "done"


def test_the_curves_are_read_at_the_mouse(qtbot, filled):
    filled.window.show_page("train")
    page = filled.window.pages["train"]
    page.plot.hovered.emit(7.2)
    assert page._readout.text().startswith("iteration 7: loss 0.1429")
    assert "Accuracy 90.00 % at 5" in page._readout.text()
    page.plot.hovered.emit(None)
    assert page._readout.text() == ""


def test_a_run_of_other_images_is_said_and_its_images_can_be_opened(qtbot, filled, world):
    other = replace(
        world.run(2, default_recipe("scratch"), "done"), fingerprint="other", data_path="/other"
    )
    world.runs = [other, *world.runs]
    filled.stores.world.open_project("/p")
    state = filled.stores.world
    qtbot.waitUntil(lambda: len(state.runs) == 2)
    images = filled.window.pages["inspect"].images
    assert images._foreign.isHidden()
    filled.stores.inspect.choose_run(other.path)
    assert images._foreign.isVisible()
    assert images._foreign_path.whole == "/other"
    # Opening a set goes to a run that fits it.
    filled.stores.data.open("/data")
    qtbot.waitUntil(lambda: filled.stores.inspect.state.run == world.runs[1].path)
    qtbot.waitUntil(lambda: images._foreign.isHidden())


# ------------------------------------------------------------------ the check of every file


def test_every_file_can_be_checked_from_the_data_page(qtbot, parts, world):
    stores, state = parts.stores, parts.stores.world
    parts.window.show()
    parts.window.show_page("data")
    stores.data.open("/data")
    qtbot.waitUntil(lambda: state.data is not None)
    facts = parts.window.pages["data"]._facts
    assert "nothing was decoded" in facts._audit_words.text()
    facts._audit.click()
    qtbot.waitUntil(lambda: stores.check.state.known and stores.check.checking is None)
    assert [problem.file for problem in state.data.problems] == ["images/torn.png"]
    assert "decoded" in facts._audit_words.text()
    stores.data.open("/other")
    qtbot.waitUntil(lambda: not stores.check.state.known)


def test_pages_are_built_when_they_are_asked_for_and_show_what_happened_before(filled, qtbot):
    window = filled.window
    assert not window.findChildren(CompressPage)
    assert list(window.pages) == [entry.key for entry in PAGES]
    window.show_page("compress")
    (page,) = window.findChildren(CompressPage)
    assert window.pages["compress"] is page
    assert window.page == "compress"
    assert page.isVisible()
    assert not page.no_project.isVisible(), "the project was opened before the page was built"


def test_a_window_does_not_wait_for_a_step_that_cannot_be_interrupted(
    qtbot, filled, world, sessions, monkeypatch
):
    monkeypatch.setattr(closing, "PATIENCE_MS", 50)
    quits = []
    monkeypatch.setattr(closing.QApplication, "quit", lambda: quits.append(1))
    gate, begun = threading.Event(), threading.Event()
    world.step_wait = lambda: begun.set() or gate.wait(20)
    filled.stores.train.train([default_recipe("transfer", iterations=20)])
    # Queued is not enough: what has not begun ends at once.
    qtbot.waitUntil(begun.is_set)
    filled.window.closing.ask = lambda: "now"
    filled.window.close()
    qtbot.waitUntil(lambda: filled.window.isHidden())
    assert not filled.stores.client.lanes_ended, "nothing is cut off in its midst"
    assert quits == []
    gate.set()
    qtbot.waitUntil(lambda: quits == [1])
    assert all(session.closed for session in sessions)


def test_diagnostics_hold_versions_and_the_end_of_the_log(parts, private_cache):
    logs = private_cache / "log"
    logs.mkdir(exist_ok=True)
    log = logs / "2999-01-01.log"
    log.write_text("\n".join(f"line {number}" for number in range(500)) + "\nlast word\n")
    try:
        parts.window.menus.actions["diagnostics"].trigger()
    finally:
        log.unlink()
    text = QGuiApplication.clipboard().text()
    assert metadata.version("transferlens") in text and metadata.version("torch") in text
    assert text.endswith("last word") and "line 400" in text and "line 100" not in text
    assert parts.window._notice.isVisibleTo(parts.window)
