"""The tab First answer over a scripted engine."""

from __future__ import annotations

import pytest

from engine.answer.messages import FindOut
from engine.core.recipe import NO_DEFECTS
from gui.answer.line import AnswerLine
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
    stores.answer.find_out()
    assert not line.isHidden()
    answered(qtbot, stores)
    line.refresh()
    assert "Plain filters" in line.words.whole


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
