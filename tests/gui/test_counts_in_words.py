"""One of something is not several: "1 file", and no text that counts forgets it."""

from __future__ import annotations

import re

import pytest

from engine.core.text import some
from engine.core.values import Problem
from gui.data.problem_list import ProblemList
from gui.words.text import count, either
from tools.extract_texts import texts

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

COUNTED = re.compile(
    r"^(?P<lead>.*?)\{(n|total|all|done|bad|d)\} (?P<kind>(?:\w+[- ]){0,2})"
    r"(?P<noun>file|image|run|pair|row|label|part|part|finding|window|group|channel)s\b"
)
LARGE = (
    "of {all} images", "newest {n} images", "blocks of {n}", "{n} windows of {images}", "SSIM",
    "S: {n} test", "more than {n}", "Put {n} runs", "{n} runs chosen", "({n} runs)",
    "The images of {n} runs", "{n} windows of each domain through", "From {n} validation",
    "importance on {n}", "{n} held-out images, ", "nearest of {n}", "up to "
    "{", "held-out images is judged", "held-out images are judged",
    "normal test images w", "The teacher learned from", "{d} defect", "A quantile of {n}",
    "this threshold was chosen at", "Weighed on {n}", "None of the {n}", "the maps of {n}", "windows of {n} test images",
)  # fmt: skip
"""Texts that are never said of one: what they count is more by what they are for."""


def test_numbers_choose_their_text():
    assert either(1, "one", "many") == either(count(1), "one", "many") == "one"
    for number in (0, 2, 11, 1000, None, "21"):
        assert either(number, "one", "many") == "many"
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
    for text in sorted(known):
        found = COUNTED.match(text)
        if found is None or any(words in text for words in LARGE):
            continue
        head = text[: found.end() - 1]  # without the "s"
        sisters = [other for other in known if other != text and other.startswith(head)
                   and not other.startswith(head + "s")]  # fmt: skip
        if not sisters:
            lacking.append(text)
    assert lacking == []
