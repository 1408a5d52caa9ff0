"""Nothing is cut off on any page: small and usual windows, both languages, and twice the size."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gui.shell.app import load_language
from tests.gui.cutting import cut
from tests.gui.walking import fill, open_day, walk

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

SIZES = ((1366, 768), (1000, 620))


@pytest.fixture(params=["", pytest.param("ko", marks=pytest.mark.trial)], ids=["en", "ko"])
def spoken(request, qapp):
    """The application speaks a language for a test."""
    font = QFont(qapp.font())
    translators = load_language(qapp, request.param)
    yield request.param
    for translator in translators:
        qapp.removeTranslator(translator)
    qapp.setFont(font)


def lay_out(qapp, parts, size) -> None:
    parts.window.resize(*size)
    for _ in range(3):
        qapp.processEvents()
        qapp.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def test_nothing_is_cut_off_on_any_page(qapp, spoken, parts, world):
    fill(world)
    open_day(qapp, parts)
    flaws: dict[str, list[str]] = {}
    for place in walk(qapp, parts):
        for size in SIZES:
            lay_out(qapp, parts, size)
            for flaw in cut(parts.window):
                flaws.setdefault(flaw, []).append(f"{place} at {size[0]}x{size[1]}")
    assert flaws == {}, "\n".join(f"{flaw}\n    {', '.join(at)}" for flaw, at in flaws.items())


def test_what_is_cut_off_is_found(qtbot):
    top = QWidget()
    qtbot.addWidget(top)
    layout = QHBoxLayout(top)
    for part in (QLabel("a long sentence that has no room"), QPushButton("so has this button")):
        part.setFixedWidth(30)
        layout.addWidget(part)
    wrapped = QLabel("words that need several lines where there is one")
    wrapped.setWordWrap(True)
    wrapped.setFixedSize(60, 16)
    layout.addWidget(wrapped)
    away = QWidget(top)
    away.setGeometry(5000, 0, 10, 10)
    top.show()
    assert len(cut(top)) == 4


@pytest.mark.trial
def test_nothing_is_cut_off_at_twice_the_size():
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", "-m", "", "-p",
         "no:cacheprovider",
         f"{__file__}::test_nothing_is_cut_off_on_any_page"],
        env=os.environ | {"QT_SCALE_FACTOR": "2"}, capture_output=True, text=True, timeout=200,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:]
