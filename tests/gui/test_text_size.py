"""Text in four sizes, at once and kept; and nothing that moves by itself where that is wished."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel

from gui.shell.registry import PAGES
from gui.style.look import LOOK
from gui.style.theme import Mode, Motion
from gui.toolkit.settings import Memory

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def usual():
    yield
    LOOK.scale = 1.0
    LOOK.apply(Mode.LIGHT)
    LOOK.move(Motion.SYSTEM)


def test_text_is_larger_at_once_and_every_page_fits_a_small_screen(qtbot, parts, memory, usual):
    window = parts.window
    for entry in PAGES:
        window.pages[entry.key]
    title = next(part for part in window.findChildren(QLabel) if part.property("role") == "h1")
    before = title.fontMetrics().height()
    window.menus.actions["text/130"].trigger()
    assert title.fontMetrics().height() > 1.2 * before
    assert memory.text_size == 130 and Memory(memory._settings).text_size == 130
    for entry in PAGES:
        window.show_page(entry.key)
        least = window.pages[entry.key].minimumSizeHint()
        assert least.width() <= 1366 - window._rail.sizeHint().width(), entry.key
        bars = window.menuBar().sizeHint().height() + window.statusBar().sizeHint().height()
        assert least.height() <= 768 - bars, entry.key
    rail = window._rail
    for height in (768, 620):
        window.resize(1000, height)
        qtbot.waitUntil(lambda: rail.layout().sizeHint().height() <= rail.height())
    window.menus.actions["text/100"].trigger()
    assert title.fontMetrics().height() == before
    memory._settings.setValue("look/text-size", "nonsense")
    assert memory.text_size == 100


def test_what_moves_by_itself_is_still_where_that_is_wished(qtbot, parts, memory, usual):
    window = parts.window
    general = Qt.UIEffect.UI_General
    system = QApplication.isEffectEnabled(general)
    window.menus.actions["motion/none"].trigger()
    assert LOOK.calm and memory.motion is Motion.NONE
    assert not QApplication.isEffectEnabled(general)
    window.menus.actions["motion/all"].trigger()
    assert not LOOK.calm
    window.menus.actions["motion/system"].trigger()
    assert QApplication.isEffectEnabled(general) == system
    assert Memory(QSettings("/nowhere/at.ini", QSettings.Format.IniFormat)).motion is Motion.SYSTEM
