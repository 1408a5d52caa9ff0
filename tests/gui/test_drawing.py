"""Regions drawn with mouse and keys, over a scripted engine."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from engine.core.values import Shape
from gui.regions.region_canvas import RegionCanvas
from gui.regions.strokes import Stroke, Strokes, next_without, without_region
from gui.style import shapes as geometry
from gui.style.theme import ON_IMAGE
from tests.gui.scripted import World

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton
SIZE = (200, 100)


def box(*numbers: int) -> Shape:
    return Shape("box", *numbers)


# ------------------------------------------------------------------ geometry, strokes


def test_shapes_stay_in_the_image():
    assert geometry.spanned("box", (-9, 120), (30.4, 60.6), SIZE) == box(0, 61, 30, 39)
    assert geometry.spanned("box", (250, 50), (260, 50), SIZE) == box(199, 50, 1, 1)
    assert geometry.moved(box(10, 10, 20, 20), 500, -500, SIZE) == box(180, 0, 20, 20)
    assert geometry.grown(box(10, 10, 20, 20), 500, -50, SIZE) == box(10, 10, 190, 1)
    assert geometry.placed("ellipse", (0, 0), SIZE) == Shape("ellipse", 0, 0, 12, 12)
    assert geometry.placed("box", (0, 0), (1, 1)) == box(0, 0, 1, 1)


def test_a_corner_pulled_over_the_opposite_one_turns_the_shape():
    shape = box(50, 40, 20, 10)
    assert geometry.resized(shape, 2, (90, 70), SIZE) == box(50, 40, 40, 30)
    assert geometry.resized(shape, 2, (30, 20), SIZE) == box(30, 20, 20, 20)
    assert [geometry.corner(shape, n) for n in range(4)] == [(50, 40), (70, 40), (70, 50), (50, 50)]


def test_a_point_in_the_corner_of_an_ellipses_box_is_not_on_it():
    oval = Shape("ellipse", 50, 40, 20, 10)
    assert geometry.holds(oval, (60, 45)) and not geometry.holds(oval, (50.5, 40.5))
    assert geometry.holds(box(50, 40, 20, 10), (50.5, 40.5))
    assert geometry.holds(oval, (48, 45), 3) and not geometry.holds(oval, (48, 45))


def test_strokes_go_back_and_forth_and_merge():
    strokes = Strokes()
    one, two = (box(0, 0, 9, 9),), (box(1, 0, 9, 9),)
    strokes.add(Stroke(1, (), one))
    strokes.add(Stroke(1, one, two, "keys"))
    strokes.add(Stroke(1, two, (), "keys"))
    assert (strokes.place, len(strokes)) == (2, 2)
    assert strokes.back() == Stroke(1, one, (), "keys")
    assert strokes.back() == Stroke(1, (), one)
    assert strokes.back() is None
    assert strokes.forth() == Stroke(1, (), one)
    strokes.add(Stroke(2, (), two))
    assert (strokes.place, len(strokes)) == (2, 2)
    assert strokes.forth() is None


def test_the_next_defect_without_a_region_is_found_around_the_end():
    world = World(images=12)
    rows = tuple(replace(row, has_region=row.index == 5) for row in world.samples())
    assert without_region(rows) == ([1, 9], 3)
    assert [next_without(rows, after) for after in (-1, 1, 9)] == [1, 9, 1]
    assert next_without(tuple(replace(row, has_region=True) for row in rows), 0) == -1


# ------------------------------------------------------------------ the canvas


@pytest.fixture
def canvas(qtbot, qapp):
    view = RegionCanvas()
    qtbot.addWidget(view)
    view.resize(424, 224)
    view.show()
    view.show_sample(np.zeros((100, 200), np.uint8))
    view.set_editable(True)
    view.said = []
    view.drawn.connect(lambda shapes, merge: view.said.append((shapes, merge)))
    return view


def at(view: RegionCanvas, x: float, y: float) -> QPoint:
    return view.viewportTransform().map(QPointF(x, y)).toPoint()


def drag(view: RegionCanvas, start, end, *, drop: bool = True) -> None:
    port = view.viewport()
    QTest.mousePress(port, LEFT, pos=at(view, *start))
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    for point in (middle, end):
        QTest.mouseMove(port, at(view, *point))
    if drop:
        QTest.mouseRelease(port, LEFT, pos=at(view, *end))


@pytest.mark.parametrize("kind", ["box", "ellipse"])
@pytest.mark.parametrize("zoom", [2.0, 0.7, 5.0])
def test_a_drag_draws_a_shape_at_any_zoom(canvas, kind, zoom):
    canvas._zoom_to(zoom)
    canvas.centerOn(50, 30)
    canvas.set_tool(kind)
    drag(canvas, (40, 20), (60, 35))
    ((shapes, merge),) = canvas.said
    (shape,) = shapes
    assert shape.kind == kind and merge == ""
    off = 1 / zoom + 1
    assert (shape.x, shape.y) == pytest.approx((40, 20), abs=off)
    assert (shape.width, shape.height) == pytest.approx((20, 15), abs=2 * off)
    assert canvas.chosen_shape == shape


def test_a_drag_beyond_the_border_stops_there(canvas):
    canvas.set_tool("box")
    drag(canvas, (150, 50), (300, 300))
    assert canvas.shapes == (box(150, 50, 50, 50),)
    drag(canvas, (-5, -5), (20, 10))
    assert canvas.shapes[1] == box(0, 0, 20, 10), "it may begin beside the image"
    drag(canvas, (-5, 20), (-2, 60))
    assert len(canvas.shapes) == 2, "but not lie there"


def test_a_click_draws_nothing(canvas):
    canvas.set_tool("box")
    QTest.mouseClick(canvas.viewport(), LEFT, pos=at(canvas, 50, 50))
    drag(canvas, (50, 50), (50.5, 50))
    assert canvas.said == [] and canvas.shapes == () and not canvas.dragging


def test_a_shape_is_moved_by_its_inside_and_resized_by_its_corners(canvas):
    shape = box(40, 20, 40, 30)
    canvas.show_sample(canvas._shown, (), (shape,))
    drag(canvas, (60, 35), (80, 45))
    assert canvas.said[-1][0] == (box(60, 30, 40, 30),)
    drag(canvas, (60, 30), (50, 25))
    assert canvas.said[-1][0] == (box(50, 25, 50, 35),)
    drag(canvas, (60, 40), (-500, 40))
    assert canvas.said[-1][0] == (box(0, 25, 50, 35),)
    # With a tool to draw in hand, corners can still be taken; elsewhere a shape is drawn.
    canvas.set_tool("ellipse")
    drag(canvas, (50, 60), (60, 70))
    assert canvas.said[-1][0] == (box(0, 25, 60, 45),)
    drag(canvas, (100, 20), (120, 40))
    assert canvas.said[-1][0][1] == Shape("ellipse", 100, 20, 20, 20)


def test_the_image_beside_a_shape_can_still_be_dragged(canvas):
    canvas.show_sample(canvas._shown, (), (box(10, 10, 20, 20),))
    canvas._zoom_to(8.0)
    canvas.centerOn(100, 50)
    before = at(canvas, 100, 50)
    drag(canvas, (100, 50), (110, 50))
    assert canvas.said == [] and at(canvas, 100, 50) != before
    port, place = canvas.viewport(), at(canvas, 100, 50)
    canvas.set_tool("box")
    QTest.mousePress(port, Qt.MouseButton.MiddleButton, pos=place)
    QTest.mouseMove(port, place + QPoint(-40, 8))
    QTest.mouseRelease(port, Qt.MouseButton.MiddleButton, pos=place + QPoint(-40, 8))
    assert at(canvas, 100, 50) == place + QPoint(-40, 8)
    assert canvas.said == []


def test_escape_drops_a_drag_then_the_tool_then_the_choice(canvas):
    canvas.show_sample(canvas._shown, (), (box(40, 20, 40, 30),))
    drag(canvas, (60, 35), (90, 60), drop=False)
    assert canvas.dragging and canvas.shapes != (box(40, 20, 40, 30),)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not canvas.dragging and canvas.shapes == (box(40, 20, 40, 30),)
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=at(canvas, 90, 60))
    assert canvas.said == []
    canvas.set_tool("box")
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.tool == "move"
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    assert canvas.chosen == 0
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.chosen == -1


def test_everything_can_be_done_with_keys(canvas):
    canvas.set_tool("box")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    first = canvas.shapes[0]
    assert canvas.chosen == 0
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Down, shift)
    assert canvas.shapes == (geometry.moved(first, 1, 10, SIZE),)
    QTest.keyClick(canvas, Qt.Key.Key_Right, control)
    QTest.keyClick(canvas, Qt.Key.Key_Up, control | shift)
    now = canvas.shapes[0]
    assert (now.width, now.height) == (first.width + 1, first.height - 10)
    merges = [merge for _, merge in canvas.said]
    assert merges[0] == "" and merges[1] == merges[2] != merges[3] == merges[4]
    for _ in range(60):
        QTest.keyClick(canvas, Qt.Key.Key_Left, shift)
    assert canvas.shapes[0].x == 0
    said = len(canvas.said)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert len(canvas.said) == said, "at the border nothing moves, so nothing is said"
    canvas.erase()
    assert canvas.shapes == () and canvas.said[-1][0] == ()


def test_another_image_ends_a_drag_and_the_same_one_does_not(canvas):
    canvas.set_tool("box")
    drag(canvas, (40, 20), (80, 60), drop=False)
    canvas.show_sample(canvas._shown, (), ())
    assert canvas.dragging and canvas.shapes
    canvas.show_sample(np.ones((100, 200), np.uint8), (), (box(1, 2, 3, 4),))
    assert not canvas.dragging and canvas.shapes == (box(1, 2, 3, 4),)
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=at(canvas, 80, 60))
    assert canvas.said == []
    drag(canvas, (40, 20), (80, 60), drop=False)
    canvas.hide()
    assert not canvas.dragging


def test_where_nothing_may_be_drawn_the_mouse_only_drags_the_image(canvas):
    canvas.show_sample(canvas._shown, (), (box(40, 20, 40, 30),))
    canvas.set_tool("box")
    canvas.set_editable(False)
    drag(canvas, (60, 35), (90, 60))
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    canvas.erase()
    assert canvas.said == [] and canvas.shapes == (box(40, 20, 40, 30),)
    canvas.set_editable(True)
    assert canvas.tool == "box", "the tool stays in hand from image to image"


@pytest.mark.parametrize("zoom", [1.0, 1.37, 6.0])
def test_lines_are_two_bright_pixels_at_any_zoom(canvas, zoom):
    canvas.show_sample(canvas._shown, (), (box(20, 20, 20, 20),))
    canvas._zoom_to(zoom)
    canvas.centerOn(20, 30)
    canvas.clearFocus()
    picture = canvas.viewport().grab().toImage()
    y = at(canvas, 20, 30).y()
    row = [picture.pixelColor(x, y) for x in range(picture.width() // 2 + 6)]
    assert row.count(QColor(ON_IMAGE["drawn"])) == 2


# ------------------------------------------------------------------ the page


@pytest.fixture
def drawing(qtbot, parts, world):
    """The Data page on a set of three defects without regions, with a project."""
    world.regions = False
    parts.window.resize(1366, 768)
    parts.stores.world.open_project("/p")
    parts.stores.data.open("/data")
    qtbot.waitUntil(lambda: parts.stores.regions.sample is not None)
    parts.window.show_page("data")
    return parts.window.pages["data"]


def place_at_rest(qtbot, widget):
    """Where a widget is once wrapped texts above it have found their height."""
    seen = []
    while len(seen) < 6 or len(set(seen[-5:])) > 1:
        qtbot.wait(10)
        seen.append(widget.geometry().getRect())
    return seen[-1]


def settled(qtbot, page):
    qtbot.waitUntil(lambda: not page.stores.regions._draw.pending)


def card_of(page):
    return page._canvas.parent()


def draw(qtbot, page, start=(10, 10), end=(30, 26), tool="box"):
    card_of(page)._take(tool)
    drag(page._canvas, start, end)
    settled(qtbot, page)


def test_a_stroke_reaches_the_project_and_the_whole_page(qtbot, drawing, world):
    page, state = drawing, drawing.stores.world
    assert drawing.stores.regions.sample.index == 1
    assert page._count._words.text() == "Defects without a region: 3 of 3"
    assert "No region yet" in card_of(page).tools._words.text()
    draw(qtbot, page)
    assert world.drawn == {"/p": {1: page._canvas.shapes}}
    assert state.samples[1].drawn and state.data.masks == 1
    assert page._count._words.text() == "Defects without a region: 2 of 3"
    assert "counts in every run" in card_of(page).tools._words.text()
    assert page._facts._masks._value.text() == "1"
    assert card_of(page).tools._place.text() == "1 / 1"
    for _ in range(2):
        page._count._next.click()
        qtbot.waitUntil(
            lambda: (
                drawing.stores.regions.sample.shapes == ()
                and drawing.stores.regions.sample.index != 1
            )
        )
        draw(qtbot, page)
    assert page._count._words.text() == "All 3 defects have a region"
    assert not page._count._next.isVisible()
    assert state.data.view == "patches" and "Patches" in page._facts._view.text()


def test_undo_and_redo_go_to_the_image_of_the_stroke(qtbot, drawing, world):
    page, state = drawing, drawing.stores.world
    draw(qtbot, page)
    first = page._canvas.shapes
    page._go_to_next()
    qtbot.waitUntil(lambda: drawing.stores.regions.sample.index == 5)
    draw(qtbot, page, tool="ellipse")
    QTest.keyClick(page._canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, page)
    assert world.drawn["/p"][5] == () and page._canvas.shapes == ()
    QTest.keyClick(page._gallery, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: drawing.stores.regions.sample.index == 1)
    settled(qtbot, page)
    assert world.drawn["/p"][1] == () and page._canvas.shapes == ()
    assert page._gallery.rows.sample(page._gallery.currentIndex().row()).index == 1
    assert card_of(page).tools._place.text() == "0 / 2"
    assert not card_of(page).tools._undo.isEnabled()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page._canvas, Qt.Key.Key_Z, both)
    settled(qtbot, page)
    assert world.drawn["/p"][1] == first == page._canvas.shapes
    assert state.samples[1].has_region and not state.samples[5].has_region


def test_delete_erases_and_arrow_keys_are_one_stroke(qtbot, drawing, world):
    page = drawing
    draw(qtbot, page)
    shape = page._canvas.shapes[0]
    for _ in range(5):
        QTest.keyClick(page._canvas, Qt.Key.Key_Right)
    settled(qtbot, page)
    assert world.drawn["/p"][1][0].x == shape.x + 5
    assert len(page.stores.regions.strokes) == 2
    QTest.keyClick(page._canvas, Qt.Key.Key_Delete)
    settled(qtbot, page)
    assert world.drawn["/p"][1] == ()
    assert not page.stores.world.samples[1].has_region


def test_a_drawn_region_counts_before_the_sets_own(qtbot, drawing, world):
    page, state = drawing, drawing.stores.world
    world.regions = True
    page.stores.data.open("/data")
    qtbot.waitUntil(
        lambda: (
            drawing.stores.regions.sample is not None
            and bool(drawing.stores.regions.sample.outlines)
        )
    )
    assert "the data set's own" in card_of(page).tools._words.text()
    draw(qtbot, page)
    assert drawing.stores.regions.sample.own
    assert "Erase it, and that one counts again" in card_of(page).tools._words.text()
    card_of(page).tools._erase.click()
    settled(qtbot, page)
    assert (
        not drawing.stores.regions.sample.own
        and state.samples[1].has_region
        and not state.samples[1].drawn
    )


def test_a_normal_image_cannot_be_drawn_on(qtbot, drawing, world):
    page = drawing
    page.stores.regions.show_sample(0)
    qtbot.waitUntil(lambda: drawing.stores.regions.sample.index == 0)
    assert "label says normal" in card_of(page).tools._words.text()
    assert not card_of(page).tools._tools["box"].isEnabled()
    draw(qtbot, page)
    assert world.drawn == {} and len(drawing.stores.regions.strokes) == 0


def test_without_a_project_one_is_asked_for(qtbot, parts, world):
    world.regions = False
    parts.stores.data.open("/data")
    state = parts.stores.world
    qtbot.waitUntil(lambda: parts.stores.regions.sample is not None)
    parts.window.show_page("data")
    page = parts.window.pages["data"]
    card = card_of(page)
    assert "kept with a project" in card.tools._words.text()
    card.tools._project.click()
    assert not parts.window.project_bar.isHidden()
    draw(qtbot, page)
    assert world.drawn == {}
    world.drawn["/p"] = {5: (box(1, 2, 3, 4),)}
    parts.stores.world.open_project("/p")
    qtbot.waitUntil(lambda: state.samples[5].drawn)
    assert not card.tools._project.isVisible() and card.tools._tools["box"].isEnabled()
    assert page._count._words.text() == "Defects without a region: 2 of 3"
    parts.stores.world.open_project("/other")
    qtbot.waitUntil(lambda: not state.samples[5].drawn)


def test_a_refused_stroke_is_taken_back_and_said(qtbot, drawing, world):
    page = drawing
    notices = []
    page.stores.client.notice.connect(lambda notice: notices.append(notice.text))
    world.refuses = "The disk is full."
    card_of(page)._take("box")
    drag(page._canvas, (10, 10), (30, 26))
    assert len(page._canvas.shapes) == 1, "on screen at once"
    qtbot.waitUntil(lambda: bool(notices))
    qtbot.waitUntil(lambda: page._canvas.shapes == ())
    assert notices == ["The disk is full."]
    assert len(drawing.stores.regions.strokes) == 0 and world.drawn == {}


def test_another_image_in_the_middle_of_a_drag_keeps_both_as_they_were(qtbot, drawing, world):
    page = drawing
    card_of(page)._take("box")
    drag(page._canvas, (10, 10), (30, 26), drop=False)
    page._go_to_next()
    qtbot.waitUntil(lambda: drawing.stores.regions.sample.index == 5)
    QTest.mouseRelease(page._canvas.viewport(), LEFT, pos=at(page._canvas, 30, 26))
    qtbot.wait(50)
    assert world.drawn == {} and page._canvas.shapes == ()


def test_a_project_opened_while_a_set_is_read_still_counts(qtbot, parts, world):
    world.regions = False
    world.drawn["/p"] = {1: (box(1, 2, 3, 4),)}
    parts.stores.data.open("/data")
    parts.stores.world.open_project("/p")
    state = parts.stores.world
    qtbot.waitUntil(lambda: state.data is not None and state.samples[1].drawn)
    qtbot.waitUntil(
        lambda: parts.stores.regions.sample is not None and bool(parts.stores.regions.sample.shapes)
    )


def test_other_pages_show_the_drawn_region(qtbot, drawing, world):
    page = drawing
    page.stores.inspect.inspect(1)
    qtbot.waitUntil(lambda: drawing.stores.inspect.state.sample is not None)
    draw(qtbot, page)
    assert len(drawing.stores.inspect.state.sample.outlines) == 1


def test_defects_without_a_region_are_marked_for_eyes_and_readers(qtbot, drawing):
    page = drawing
    rows = page._gallery.rows
    spoken = [rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert spoken == ["00000.png, normal", "00001.png, defective, no region yet"]
    assert "nobody has said where" in rows.index(1).data(Qt.ItemDataRole.ToolTipRole)
    draw(qtbot, page)
    assert rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "00001.png, defective"
    page._class.setCurrentIndex(1)
    qtbot.waitUntil(lambda: rows.rowCount() == 9)
    page._go_to_next()
    qtbot.waitUntil(lambda: page.stores.regions.sample.index == 5)
    assert rows.row_of(5) >= 0, "a filter does not hide what one is sent to"


@pytest.mark.parametrize("width", [1000, 1366])
def test_the_image_stays_where_it_is_while_one_draws(qtbot, drawing, width):
    drawing.window().resize(width, 700)
    before = place_at_rest(qtbot, drawing._canvas)
    draw(qtbot, drawing)
    drawing._canvas._choose(-1)
    assert place_at_rest(qtbot, drawing._canvas) == before
    named = card_of(drawing).tools._tools["box"].toolButtonStyle()
    assert (named == Qt.ToolButtonStyle.ToolButtonIconOnly) == (width == 1000)
