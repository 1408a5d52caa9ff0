"""Geometry, formatting, filters, curves and levels: no window needed."""

from __future__ import annotations

import numpy as np
import pytest

from engine.core.values import Prediction
from engine.study import training_claims
from gui.store.curves import Curve
from gui.style.geometry import cell_at, fit_scale, nearest_window, window_box, zoom_step
from gui.style.images import as_indexed, as_qimage, to_levels
from gui.style.theme import COLOUR_MAPS, DIVERGING, colour_table
from gui.toolkit.tally import outcome, select, tally
from gui.words.text import duration, engine_text, file_name, percent, percent_range, signed
from tests.gui.scripted import World


@pytest.mark.parametrize(
    ("value", "text"), [(0.999, "99.90 %"), (0.0, "0.00 %"), (1.0, "100.00 %"), (None, "n/a")]
)
def test_percent(value, text):
    assert percent(value) == text


def test_numbers_as_people_read_them():
    assert percent_range((0.0, 0.048)) == "0.00 % to 4.80 %"
    assert duration(65) == "1:05"
    assert duration(3700) == "1:01:40"
    assert signed(-0.5) == "\N{MINUS SIGN}0.50"
    assert file_name(r"C:\parts\0001.png") == "0001.png"


def test_engine_text_survives_a_bad_template():
    assert engine_text("{name} is broken.", {"name": "x.png"}) == "x.png is broken."
    assert engine_text("No values", {}) == "No values"


@pytest.mark.parametrize(
    ("point", "place"),
    [
        ((0, 0), (0, 0)),
        ((64, 64), (0, 0)),
        ((64 + 9, 64), (0, 1)),
        ((64, 64 + 7), (0, 0)),
        ((511, 511), (24, 24)),
        ((64 + 16 * 3, 64 + 16 * 5), (5, 3)),
    ],
)
def test_the_window_centred_nearest_is_found(point, place):
    found = nearest_window(*point, window=128, step=(16, 16), shape=(25, 25))
    assert found == place


def test_windows_and_cells():
    assert nearest_window(1, 1, window=8, step=(1, 1), shape=(0, 0)) is None
    assert window_box(2, 3, window=128, step=(16, 8)) == (48, 16, 128, 128)
    assert cell_at(17, 33, cell=(16, 16), shape=(4, 4)) == (2, 1)
    assert cell_at(64, 0, cell=(16, 16), shape=(4, 4)) is None
    assert cell_at(-0.5, 0, cell=(16, 16), shape=(4, 4)) is None


def test_zoom_stays_inside_its_limits():
    assert zoom_step(1.0, 100, low=0.1, high=32) == 32
    assert zoom_step(1.0, -100, low=0.1, high=32) == 0.1
    assert fit_scale((1000, 500), (524, 1000), margin=12) == pytest.approx(0.5)


def test_levels_of_a_diverging_map_are_symmetric():
    levels, limit = to_levels(np.array([[-2.0, 0.0, 2.0, 1.0]], np.float32), diverging=True)
    assert limit == 2.0
    assert levels.tolist() == [[1, 128, 255, 192]]


def test_levels_of_a_sequential_map_start_at_zero():
    levels, _ = to_levels(np.array([[-2.0, 0.0, 2.0, np.nan]], np.float32), diverging=False)
    assert levels.tolist() == [[0, 0, 255, 0]]


def test_a_map_of_zeros_has_no_limit():
    levels, limit = to_levels(np.zeros((2, 2), np.float32), diverging=True)
    assert limit == 0.0
    assert (levels == 128).all()


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_nothing_is_transparent_and_the_end_is_not(name):
    table = colour_table(name)
    assert len(table) == 256
    assert table[128 if name in DIVERGING else 0] >> 24 == 0
    assert table[255] >> 24 == 255


@pytest.mark.parametrize("width", [5, 8])
def test_images_point_into_the_array_whatever_its_width(width):
    array = np.arange(3 * width, dtype=np.uint8).reshape(3, width)
    array.flags.writeable = False
    image = as_qimage(array)
    assert image.bytesPerLine() == width
    assert image.pixelColor(1, 2).red() == array[2, 1]
    indexed = as_indexed(array, colour_table("grey"))
    assert indexed.pixelIndex(width - 1, 2) == array[2, width - 1]


def test_colour_images_keep_their_order():
    image = as_qimage(np.full((2, 3, 3), (10, 20, 30), dtype=np.uint8))
    assert image.pixelColor(2, 1).getRgb()[:3] == (10, 20, 30)


@pytest.mark.parametrize("bad", [np.zeros((2, 2), np.float32), np.zeros((2, 2, 4), np.uint8)])
def test_other_arrays_are_refused(bad):
    with pytest.raises(ValueError, match=r"needed|needs"):
        as_qimage(bad)


@pytest.fixture
def judged() -> tuple[tuple, dict[int, Prediction]]:
    world = World(images=12)
    return world.samples(), {index: world.prediction(index) for index in range(10)}


def test_outcomes(judged):
    samples, found = judged
    assert outcome(samples[5], found[5]) == "escape"
    assert outcome(samples[0], found[0]) == "overkill"
    assert outcome(samples[1], found[1]) == "correct"
    assert outcome(samples[11], None) == ""


def test_tally(judged):
    result = tally(*judged)
    assert (result.judged, result.normal, result.defective) == (10, 7, 3)
    assert (result.overkills, result.escapes) == (1, 1)
    assert result.accuracy == pytest.approx(0.8)
    assert result.baseline == pytest.approx(0.7)
    assert tally(judged[0], {}).accuracy is None


def test_no_baseline_without_a_normal_class():
    world = World(normal_known=False)
    result = tally(world.samples(), {0: world.prediction(0)})
    assert (result.overkill, result.escape, result.baseline) == (None, None, None)


@pytest.mark.parametrize(
    ("narrow", "rows"),
    [
        ("all", list(range(12))),
        ("judged", list(range(10))),
        ("escape", [5]),
        ("overkill", [0]),
        ("correct", [1, 2, 3, 4, 6, 7, 8, 9]),
        ("defective", [1, 5, 9]),
        ("normal", [0, 2, 3, 4, 6, 7, 8, 10, 11]),
    ],
)
def test_filters(judged, narrow, rows):
    assert select(*judged, narrow=narrow).tolist() == rows


def test_filter_by_class_and_text(judged):
    assert select(*judged, class_name="defective", text="0009").tolist() == [9]
    assert select(*judged, text="NOTHING").tolist() == []


def test_order_by_score_puts_unjudged_last(judged):
    down = select(*judged, order="score down").tolist()
    assert down[:3] == [0, 1, 9]
    assert down[-2:] == [10, 11]
    up = select(*judged, order="score up").tolist()
    assert up[0] == 2
    assert up[-2:] == [10, 11]


def test_curves_grow_and_keep_their_points():
    curve = Curve()
    for step in range(1000):
        curve.add_loss(step, 1 / (step + 1))
    assert len(curve.loss) == 1000
    assert curve.loss.x[999] == 999
    assert curve.loss.y[0] == 1.0
    assert curve.version == 1000


def test_a_curve_is_read_at_the_nearest_point():
    curve = Curve()
    assert curve.loss.near(3) is None
    for step in (1, 5, 9):
        curve.add_loss(step, step / 10)
    assert curve.loss.near(-4) == (1, 0.1)
    assert curve.loss.near(6) == (5, 0.5)
    assert curve.loss.near(7.5) == (9, 0.9)
    assert curve.loss.near(100) == (9, 0.9)


def test_curve_of_a_run_on_disk_leaves_out_what_is_undefined():
    curve = Curve.of(World().curve(20))
    assert len(curve.loss) == 20
    assert curve.figures["accuracy"].x.tolist() == [5, 10, 15, 20]
    assert len(curve.figures["escape"]) == 0


def test_moments_have_one_form_in_every_language(monkeypatch):
    # Sign-off, Review and Inspect folder each had their own.
    import time

    from gui.words.text import moment

    monkeypatch.setenv("TZ", "Asia/Seoul")
    time.tzset()
    try:
        assert moment("2026-11-29T04:21:03+00:00") == "2026-11-29 13:21"
        assert moment("2026-11-29T04:21:03") == "2026-11-29 04:21"
        assert moment("someday") == "someday"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_no_share_is_minus_nothing():
    """A board said "0.0 % against -0.0 %"."""
    assert percent(-0.0001, 1) == training_claims.percent(-0.0001) == "0.0 %"
    assert percent(-0.012, 1) == training_claims.percent(-0.012) == "-1.2 %"
