"""Tab goes to every control of a page and away again, and what has the focus is seen to have it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QToolButton, QWidget

from gui.shell.nav_rail import NavRail
from gui.shell.registry import PAGES
from tests.gui.test_names import path
from tests.gui.walking import fill, open_day, settle

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

MOST = 200
"""Presses after which the rail must have been reached again."""


def around(window: QWidget) -> list[QWidget]:
    """Return what Tab goes through from where the focus is until it is there again."""
    seen: list[QWidget] = []
    for _ in range(MOST):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now in seen:
            return seen
        seen.append(now)
    raise AssertionError("Tab goes round and round")


def looks_alike(widget: QWidget) -> bool:
    """Tell whether a widget looks the same with and without the focus."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    focused = widget.grab().toImage()
    widget.clearFocus()
    QApplication.processEvents()
    return focused == widget.grab().toImage()


def test_tab_goes_through_every_page_and_out_of_it(qapp, parts, world):
    fill(world)
    open_day(qapp, parts)
    window = parts.window
    window.activateWindow()
    unseen: set[str] = set()
    for entry in PAGES:
        window.show_page(entry.key)
        settle(qapp, parts)
        stops = around(window)
        rail = [one for one in stops if isinstance(one.parentWidget(), NavRail)]
        inside = [one for one in stops if window.pages[entry.key].isAncestorOf(one)]
        assert rail, f"{entry.key}: Tab never leaves it"
        assert inside, f"{entry.key}: Tab never enters it"
        for stop in inside:
            # A field has its caret, which blinks.
            if not isinstance(stop, QLineEdit | QPlainTextEdit) and looks_alike(stop):
                unseen.add(f"{type(stop).__name__} {stop.accessibleName()!r} in {path(stop)}")
    assert unseen == set(), "\n".join(sorted(unseen))


def test_a_control_that_does_not_show_its_focus_is_found(qtbot):
    bare = QWidget()
    qtbot.addWidget(bare)
    quiet = QToolButton(bare)
    quiet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    quiet.setStyleSheet("QToolButton, QToolButton:focus { border: none; outline: none; }")
    bare.show()
    assert looks_alike(quiet)
