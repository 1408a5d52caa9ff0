"""What runs are called: one name each, its date only where it takes one, never cut unsaid."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.core.recipe import default_recipe
from gui.runs.difference_card import DifferenceCard
from gui.store.run_names import (
    called_already,
    run_choice,
    shown,
    shown_name,
    shown_names,
    worded,
)
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


def test_a_run_has_one_name_and_its_date_only_where_two_would_look_alike(runs):
    assert [shown_name(run, runs) for run in runs] == [
        "Transfer 1 (2026-11-22)", "Transfer 1 (2026-11-23)", "Student 6"
    ]  # fmt: skip
    assert [shown_name(run, runs) for run in runs] == list(shown_names(runs).values())
    assert [run_choice(run, runs) for run in runs] == list(shown_names(runs).values())
    assert [shown(name, runs) for name in NAMES] == list(shown_names(runs).values())
    assert shown_name(runs[0], [runs[0], runs[2]]) == "Transfer 1"
    assert worded("2026-11-22-scratch-aug-02") == "Scratch, augmented 2"
    assert worded("a copy of mine") == "a copy of mine"


def test_a_name_of_ones_own_is_shown_everywhere_and_taken_once(runs):
    runs[0].title = "the new lamp"
    assert shown_name(runs[0], runs) == shown_names(runs)[1] == "the new lamp"
    assert run_choice(runs[0], runs) == shown(NAMES[0], runs) == "the new lamp"
    assert called_already("The  new LAMP", runs[1], runs) is runs[0]
    assert called_already("student 6", runs[1], runs) is runs[2]
    assert called_already("the new lamp", runs[0], runs) is None


def test_a_run_that_waits_is_called_by_what_it_will_be(runs):
    waiting = RunRecord(9, "", default_recipe("transfer"))
    assert shown_name(waiting, [*runs, waiting]) == "Transfer, 1/5"


def test_a_narrow_box_shortens_a_name_in_front_and_keeps_its_number(qtbot, runs):
    runs[2].title = "the student that was taught by the new lamp 06"
    box = RunBox("Run")
    qtbot.addWidget(box)
    box.offer(runs, runs)
    box.choose(runs[2].path)
    box.resize(140, 27)
    box.show()
    fitting = box.fitting_text()
    assert fitting.startswith("\N{HORIZONTAL ELLIPSIS}") and fitting.endswith("06")
    assert box.fontMetrics().horizontalAdvance(fitting) < 140
    assert NAMES[2] in box.toolTip() and "Transfer, 1/5" in box.toolTip()
    box.resize(500, 27)
    assert box.fitting_text() == box.currentText() == runs[2].title


def test_two_runs_of_one_name_and_different_days_differ_in_the_card(qtbot, runs):
    card = DifferenceCard()
    qtbot.addWidget(card)
    card.show_runs(runs[:2], runs)
    heads = [card.table.horizontalHeaderItem(column) for column in (1, 2)]
    assert [head.text() for head in heads] == ["Transfer 1 (2026-11-22)", "Transfer 1 (2026-11-23)"]
    assert all(name in head.toolTip() for name, head in zip(NAMES, heads, strict=False))


def test_a_student_of_2000_steps_is_not_2000_of_its_teachers_120(world):
    trained = world.run(1, default_recipe("transfer"), "done")
    student = replace(trained, iteration=2000, kind="student", parent="transfer-01")
    for summary, total in ((trained, trained.recipe.iterations), (student, 2000)):
        record = RunRecord(1, "", summary.recipe)
        take_summary(record, summary)
        assert record.iterations == total
