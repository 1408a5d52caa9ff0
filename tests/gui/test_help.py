"""Help: the guide, the glossary and the keys are read in the window, offline."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QKeySequence

from gui.help.reader import folder, page_text
from gui.help.window import GLOSSARY, GUIDE, KEYS
from gui.shell.shortcuts import shortcuts
from tests.gui.test_translations import HANGUL
from tools.copy_help import DOCS, differing

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def test_what_travels_with_the_program_is_what_docs_say():
    assert differing() == [], "run python tools/copy_help.py"


def test_the_korean_guide_has_the_same_sections_pictures_and_commands():
    english, korean = page_text(GUIDE, ""), page_text(GUIDE, "ko")
    for pattern in (r"^#+ (\d*)", r"\]\((\S+)\)", r"`([a-z-]+ [^`]*)`", r"Ctrl\+\S", r"^\|"):
        there = [re.findall(pattern, text, re.M) for text in (english, korean)]
        assert len(there[0]) == len(there[1]), pattern
    pictures = re.findall(r"\]\((images/\S+)\)", english)
    assert pictures == re.findall(r"\]\((images/\S+)\)", korean)
    assert all((folder() / name).is_file() and (DOCS / name).is_file() for name in pictures)


def test_the_guide_opens_with_f1_is_searched_and_read_by_headings(qtbot, parts):
    window = parts.window
    action = window.menus.actions["guide"]
    assert action.shortcut() == QKeySequence("F1")
    action.trigger()
    help_ = window.help.window
    assert help_.isVisible() and help_.bar.key == GUIDE
    titles = [help_.headings.item(n).text() for n in range(help_.headings.count())]
    assert "9. Evaluate, and move the threshold" in titles
    help_.headings.setCurrentRow(titles.index("9. Evaluate, and move the threshold"))
    assert help_.reader.verticalScrollBar().value() > 1000
    help_.field.setText("MCNEMAR")
    assert help_.found.text() == "1 of 1"
    assert help_.reader.textCursor().selectedText() == "McNemar"
    help_.field.setText("baseline")
    many = int(help_.found.text().split()[-1])
    help_.field.returnPressed.emit()
    assert help_.found.text() == f"2 of {many}"
    help_._step(-1)
    help_._step(-1)
    assert help_.found.text() == f"{many} of {many}"
    help_.field.setText("nobody wrote this")
    assert help_.found.text() == "Not found"
    window.menus.actions["glossary"].trigger()
    assert help_.bar.key == GLOSSARY and "overkill" in help_.reader.toPlainText()


def test_every_action_with_a_shortcut_is_in_the_list_of_keys(qtbot, parts):
    window = parts.window
    window.menus.actions["keys"].trigger()
    assert window.help.window.bar.key == KEYS
    text = window.help.window.reader.toPlainText()
    native = QKeySequence.SequenceFormat.NativeText
    for action in window.menus.actions.values():
        assert action.shortcut().toString(native) in text, action.text()
    listed = [keys for _, rows in shortcuts(window.menus.menus) for _, keys in rows]
    assert len(listed) == len(window.menus.actions)
    assert "Theme: Dark" in text


def test_pictures_are_found_offline_and_fit_the_text(qtbot, parts):
    window = parts.window
    window.menus.actions["guide"].trigger()
    image = window.help.window.reader.loadResource(2, QUrl("images/day-data.png"))
    assert 0 < image.width() <= 700


def test_the_korean_glossary_has_every_section_and_word_of_the_english_one():
    def parts_of(name: str) -> tuple[list[int], int]:
        lines = page_text(*name).splitlines()
        sections, row, rows = [], 0, 0
        for line in lines:
            if line.startswith("#"):
                sections.append(row)
                row = 0
            elif line.startswith("| "):
                row += 1
                rows += 1
        return [*sections, row], rows

    english, korean = parts_of((GLOSSARY, "")), parts_of((GLOSSARY, "ko"))
    assert english == korean, "a section or a row of a table is missing"
    assert HANGUL.search(page_text(GLOSSARY, "ko"))
