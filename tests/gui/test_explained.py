"""The result of a picture is read first; how it is read folds, and stays as it was left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.toolkit.explained import Explained, explanation
from gui.toolkit.settings import Memory

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def owner(qtbot) -> tuple[QWidget, Explained]:
    window, one = QWidget(), Explained("scores")
    layout = QVBoxLayout(window)
    layout.addWidget(one)
    layout.addWidget(one.text)
    qtbot.addWidget(window)
    return window, one


def test_a_caption_folds_where_a_result_is_told_and_is_taken_along_whole(qtbot):
    _, one = owner(qtbot)
    one.explain("How it is read.")
    assert one.isHidden() and not one.text.isHidden()
    one.explain("How it is read.", "No defect escapes.")
    assert not one.result.isHidden() and one.text.isHidden() and not one.button.isHidden()
    with one.unfolded():
        assert not one.text.isHidden() and one.button.isHidden()
    assert one.text.isHidden()
    one.button.click()
    assert not one.text.isHidden()


def test_it_stays_open_where_it_was_left_open(qtbot, tmp_path):
    memory = Memory(QSettings(f"{tmp_path}/x.ini", QSettings.Format.IniFormat))
    window, one = owner(qtbot)
    one.button.setChecked(True)
    memory.save_window(window, "evaluate")
    later, other = owner(qtbot)
    memory.restore_parts(later)
    assert other.button.isChecked()


def test_an_explanation_is_three_sentences_with_its_source():
    text = explanation("Drawn: a.", "Read: b.", "Not: c.", "Kaplan & Meier 1958", "", "Seed 3.")
    assert text == "Drawn: a. Read: b. Not: c. Seed 3.\nSource: Kaplan & Meier 1958."


def test_every_tab_of_evaluate_measures_and_compress_names_its_source():
    """Explanations were long captions without an origin."""
    root = Path(__file__).parents[2]
    tabs = [
        *(root / "gui/evaluate").glob("*_tab.py"),
        *(root / "gui/measures").glob("*_tab.py"),
        *(root / "gui/compress" / f"{name}_tab.py" for name in ("fewer", "student", "speed")),
        *(root / "gui/folder" / f"{name}_tab.py" for name in ("summary", "drift")),
        root / "gui/interpolate/overlap_tab.py",
        root / "gui/study/figures_tab.py",
    ]
    assert len(tabs) > 15
    lacking = [
        tab.name
        for tab in tabs
        if tab.name != "measure_tab.py" and "explanation(" not in tab.read_text("utf-8")
    ]
    assert lacking == []
