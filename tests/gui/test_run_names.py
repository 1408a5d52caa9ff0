"""What runs are called: no date unless it takes one, and never cut without saying so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.core.recipe import default_recipe
from gui.runs.difference_card import DifferenceCard
from gui.store.run_names import run_choice, short_run, shown, shown_name, shown_names, two_lines
from gui.store.run_record import RunRecord, take_summary
from gui.toolkit.run_box import RunBox

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

NAMES = ("2026-11-22-transfer-01", "2026-11-23-transfer-01", "2026-11-23-student-06")


@pytest.fixture
def runs() -> list[RunRecord]:
    recipe = default_recipe("transfer")
    return [
        RunRecord(key, name, recipe, path=f"/p/runs/{name}")
        for key, name in enumerate(NAMES, start=1)
    ]


def test_a_date_is_shown_only_where_runs_of_two_days_would_look_alike(runs):
    assert [shown(name, NAMES) for name in NAMES] == [NAMES[0], NAMES[1], "student-06"]
    assert [shown_name(run, runs) for run in runs] == list(shown_names(runs).values())
    assert shown_name(runs[0], [runs[0], runs[2]]) == "transfer-01"
    assert len({run_choice(run, runs) for run in runs}) == len(runs)
    assert two_lines(NAMES[0]) == "2026-11-22\ntransfer-01"
    assert two_lines("transfer-01") == "transfer-01"


def test_setting_and_fold_alone_where_no_other_run_has_them(runs):
    other = replace(runs[2], recipe=default_recipe("small"))
    assert short_run(other, [*runs[:2], other]) == "Small rival, 1/5"
    assert short_run(runs[0], [*runs[:2], other]).endswith(NAMES[0])


def test_a_run_that_waits_is_called_by_what_it_will_be(runs):
    waiting = RunRecord(9, "", default_recipe("transfer"))
    assert shown_name(waiting, [*runs, waiting]) == "Transfer, 1/5"


def test_a_narrow_box_shortens_a_name_in_front_and_keeps_its_number(qtbot, runs):
    box = RunBox("Run")
    qtbot.addWidget(box)
    box.offer(runs, runs)
    box.choose(runs[2].path)
    box.resize(140, 27)
    box.show()
    fitting = box.fitting_text()
    assert fitting.startswith("\N{HORIZONTAL ELLIPSIS}") and fitting.endswith("student-06")
    assert box.fontMetrics().horizontalAdvance(fitting) < 140
    assert NAMES[2] in box.toolTip()
    box.resize(500, 27)
    assert box.fitting_text() == box.currentText() == "Transfer, 1/5  \N{MIDDLE DOT}  student-06"
    box.choose(runs[0].path)
    assert box.currentText().endswith(NAMES[0]) and NAMES[0] in box.toolTip()


def test_two_runs_of_one_name_and_different_days_differ_in_the_card(qtbot, runs):
    card = DifferenceCard()
    qtbot.addWidget(card)
    card.show_runs(runs[:2], runs)
    heads = [card.table.horizontalHeaderItem(column) for column in (1, 2)]
    assert [head.text() for head in heads] == ["2026-11-22\ntransfer-01", "2026-11-23\ntransfer-01"]
    assert [head.toolTip() for head in heads] == list(NAMES[:2])


def test_a_student_of_2000_steps_is_not_2000_of_its_teachers_120(world):
    trained = world.run(1, default_recipe("transfer"), "done")
    student = replace(trained, iteration=2000, kind="student", parent="transfer-01")
    for summary, total in ((trained, trained.recipe.iterations), (student, 2000)):
        record = RunRecord(1, "", summary.recipe)
        take_summary(record, summary)
        assert record.iterations == total
