"""The tab First answer over a scripted engine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.answer.messages import FindOut
from engine.core.recipe import NO_DEFECTS
from engine.core.values import Prediction
from gui.answer.line import AnswerLine
from gui.answer.mistakes import worst_miss
from gui.answer.opening import can_ask, opening_words
from gui.answer.tab import AnswerTab
from gui.answer.words import rung_table, statistic_name
from gui.shell.app import load_language
from tests.gui.scripted_answer import rung

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

DATA = "/data/leather"


@pytest.fixture
def tab(qtbot, stores):
    tab = AnswerTab(stores)
    qtbot.addWidget(tab)
    tab.resize(900, 600)
    tab.show()
    return tab


def opened(qtbot, stores) -> None:
    stores.world.open_project("/projects/line")
    stores.data.open(DATA)
    qtbot.waitUntil(lambda: stores.world.data is not None and not stores.client.jobs)


def answered(qtbot, stores) -> None:
    qtbot.waitUntil(lambda: stores.answer.state.answer is not None and not stores.client.jobs)


def test_nothing_is_asked_before_the_user_does(qtbot, stores, tab):
    opened(qtbot, stores)
    assert stores.answer.state.rungs == ()
    assert tab.begin.isEnabled()
    tab.begin.click()
    answered(qtbot, stores)
    assert "Plain filters see part of it (AUC 0.600)" in tab.headline.text()
    assert tab.rows.rowCount() == 2
    assert "1:30" in tab.cost.text()
    assert "local contrast too low, about 4 px and bright spots, about 16 px" in tab.said.text()


def test_it_begins_by_itself_where_the_program_says_so(qtbot, stores, tab):
    stores.answer.by_itself = True
    opened(qtbot, stores)
    answered(qtbot, stores)
    assert tab.headline.text()


def test_the_better_rungs_misses_are_shown_and_lead_to_the_image(qtbot, stores, tab):
    opened(qtbot, stores)
    tab.begin.click()
    answered(qtbot, stores)
    shown = [card for card in tab.cards if not card.isHidden()]
    assert [card.picture.example.index for card in shown] == [1, 2]  # the probe's
    assert "a defect that passes" in shown[0].words.text()
    assert "a good part rejected" in shown[1].words.text()
    with qtbot.waitSignal(tab.show_image) as heard:
        shown[1]._choose()
    assert heard.args == [2]


def test_the_number_of_defects_is_asked_for(qtbot, stores, tab, monkeypatch):
    opened(qtbot, stores)
    asked = []
    monkeypatch.setattr(stores.answer, "find_out", asked.append)
    values = [tab.defects.itemData(place) for place in range(tab.defects.count())]
    assert values[0] == NO_DEFECTS
    assert values[-1] == 0
    tab.begin.click()
    tab.defects.setCurrentIndex(0)
    tab.begin.click()
    assert asked == [0, NO_DEFECTS]


def test_another_data_set_forgets_the_answer(qtbot, stores, tab):
    opened(qtbot, stores)
    tab.begin.click()
    answered(qtbot, stores)
    stores.data.open("/data/other")
    qtbot.waitUntil(lambda: stores.answer.state.answer is None)
    assert tab.stack.currentIndex() == 0


def test_a_failure_is_said_in_the_tab(qtbot, stores, tab, world):
    world.broken[FindOut.__name__] = "{path}: gone."
    opened(qtbot, stores)
    tab.begin.click()
    qtbot.waitUntil(lambda: bool(stores.answer.state.failed))
    qtbot.waitUntil(lambda: "gone" in tab.empty._text.text())


def test_the_line_says_how_far_it_is_and_then_the_answer(qtbot, stores):
    line = AnswerLine(stores)
    qtbot.addWidget(line)
    assert line.isHidden()
    opened(qtbot, stores)
    qtbot.waitUntil(lambda: "40 seconds" in line.cost.text())
    assert not line.isHidden()
    assert "12 images" in line.words.whole
    assert "beat that" in line.words.whole
    assert not line.begin.isHidden()
    stores.answer.find_out()
    assert line.begin.isHidden()
    answered(qtbot, stores)
    line.refresh()
    assert "Plain filters" in line.words.whole
    assert not line.look.isHidden()


def test_the_strip_has_words_for_sets_that_cannot_be_asked_of(qtbot, stores):
    opened(qtbot, stores)
    data = stores.world.data
    assert can_ask(data)
    for defective, words in ((None, "Which class"), (0, "none labelled"), (12, "all of them")):
        other = replace(data, defective=defective)
        assert words in opening_words(other)
        assert can_ask(other) is (defective == 0)
    rows = tuple(replace(row, texture=f"t{row.index % 3}") for row in data.samples)
    assert "12 images of 3 textures, " in opening_words(replace(data, samples=rows))


def test_the_mistakes_are_looked_at_in_a_run_of_the_better_rung(qtbot, stores, tab, world):
    opened(qtbot, stores)
    assert tab.mistakes.isHidden()
    tab.begin.click()
    answered(qtbot, stores)
    assert not tab.mistakes.isHidden()
    with qtbot.waitSignal(tab.go) as heard:
        tab.mistakes.click()
        assert not tab.mistakes.isEnabled(), "it is being fitted"
    assert heard.args == ["inspect"]
    run = stores.world.run_of(path=stores.inspect.state.run)
    assert run.recipe.setting == "probe"
    assert stores.inspect.state.index >= 0
    # A second look fits nothing.
    number = len(stores.world.runs)
    with qtbot.waitSignal(tab.go):
        tab.mistakes.click()
    assert len(stores.world.runs) == number


def test_the_worst_miss_is_the_surest_wrong_verdict_else_the_closest_call(qtbot, stores):
    opened(qtbot, stores)
    rows = stores.world.samples
    bad = next(row for row in rows if row.defective)
    good = [row for row in rows if row.defective is False]

    def said(row, score):
        return Prediction(
            row.index, row.file, score, score > 0.5, row.class_name, row.texture, (0, 0, 1, 1), 1.0
        )

    right = {row.index: said(row, score) for row, score in zip(good, (0.1, 0.45), strict=False)}
    assert worst_miss(rows, {}, 0.5) == -1
    assert worst_miss(rows, right, 0.5) == good[1].index
    wrong = {bad.index: said(bad, 0.2), good[2].index: said(good[2], 0.6)}
    assert worst_miss(rows, right | wrong, 0.5) == bad.index


def test_figures_read_the_same_in_korean(qtbot, qapp, stores, tab):
    translators = load_language(qapp, "ko")
    try:
        table = rung_table((rung("filters", 0.6, 4, 3),))
        assert len(table.heads) == 9
        assert "4" in statistic_name("energy", 0, "low")
        assert "local" not in statistic_name("energy", 0, "low")
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
