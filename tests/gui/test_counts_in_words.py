"""One of something is not several: "1 file", and no text that counts forgets it."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QCoreApplication

from engine.core.text import some
from engine.core.values import Problem
from gui.toolkit.problem_list import ProblemList
from tools.extract_texts import BETWEEN, FOLDER, plurals, read_ts, texts

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

COUNTED = re.compile(
    r"^(?P<lead>.*?)\{(n|total|all|done|bad|d)\} (?P<kind>(?:\w+[- ]){0,2})"
    r"(?P<noun>file|image|run|pair|row|label|part|part|finding|window|group|channel)s\b"
)
LARGE = (
    "of {all} images", "of {all} files", "Of {n} images like", "newest {n} images", "blocks of {n}", "{n} windows of {images}", "SSIM",
    "S: {n} test", "more than {n}", "Put {n} runs", "{n} runs chosen", "({n} runs)",
    "The images of {n} runs", "{n} windows of each domain", "quartiles over {n}", "channels answer", "{share} of {n} windows", "of {all} runs; the others", "From {n} validation",
    "importance on {n}", "{n} held-out images, ", "nearest of {n}", "up to "
    "{", "held-out images is judged", "held-out images are judged",
    "normal test images w", "The teacher learned from", "{d} defect", "A quantile of {n}",
    "this threshold was chosen at", "Weighed on {n}", "None of the {n}", "the maps of {n}", "windows of {n} test images",
)  # fmt: skip
"""Texts that are never said of one: what they count is more by what they are for."""


def test_numbers_choose_their_text(qapp):
    text = "{n} runs are in the bin; they can be taken out there."

    def said(number: int) -> str:
        return QCoreApplication.translate("stores", text, "", number)

    assert said(1) == "{n} run is in the bin; it can be taken out there."
    assert [said(number) for number in (0, 2, 11, 21, 1000)] == [text] * 5


def test_what_is_said_of_one_is_another_text_with_the_same_fields():
    forms = read_ts(FOLDER / "transferlens_en.ts")
    assert set(forms) == plurals()
    for (_, text), both in forms.items():
        one, many = both.split(BETWEEN)
        assert many == text != one
        assert set(re.findall(r"\{\w+\}", one)) <= set(re.findall(r"\{\w+\}", many))


def test_the_engine_counts_too():
    assert [some(n, "image") for n in (0, 1, 2)] == ["0 images", "1 image", "2 images"]
    assert some(1, "class", "classes") == "1 class" and some(3, "class", "classes") == "3 classes"


def test_one_file_needs_a_look(qtbot):
    box = ProblemList()
    qtbot.addWidget(box)
    one = Problem("a.png", "It is cut off.")
    box.show_problems((one,))
    assert box._count.text() == "1 file needs a look"
    box.show_problems((one, one))
    assert box._count.text() == "2 files need a look"


def test_every_text_that_counts_has_one_for_one():
    """A text of `{n} files` has a sister of `{n} file`, so that nobody reads "1 files"."""
    known = {text for context, text in texts() if context != "engine"}
    lacking = []
    for text in sorted(known - {text for _, text in plurals()}):
        found = COUNTED.match(text)
        if found is None or any(words in text for words in LARGE):
            continue
        head = text[: found.end() - 1]  # without the "s"
        sisters = [other for other in known if other != text and other.startswith(head)
                   and not other.startswith(head + "s")]  # fmt: skip
        if not sisters:
            lacking.append(text)
    assert lacking == []
