"""Pages are built before they are visited, one page or tab at a time, and work the same."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from gui.shell.idle import Idle
from gui.toolkit.tabs import Tabs

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def test_pages_and_tabs_are_built_in_slices_while_nobody_needs_the_window(qtbot, parts):
    window, idle = parts.window, Idle(lambda: parts.window)
    parts.stores.world.opening = "/data"
    before = len(window.pages._built)
    idle._step()
    assert len(window.pages._built) == before, "a folder is read: that goes before"
    parts.stores.world.opening = ""
    slices = 0
    while idle._done is not window:
        built = len(window.pages._built)
        idle._step()
        assert len(window.pages._built) - built in (0, 1)
        slices += 1
        assert slices < 100
    assert len(window.pages._built) == len(window.pages)
    assert all(not bar._makers for bar in window.findChildren(Tabs))
    assert window.page == "data"
    # What is made later is dressed like the rest.
    assert not any(field.acceptDrops() for field in window._stack.findChildren(QLineEdit))


def test_a_tab_is_made_when_it_is_looked_at(qtbot, parts):
    page = parts.window.pages["compress"]
    assert "fewer" in page.bar._makers
    parts.window.show_page("compress")
    page.show_tab("fewer")
    assert "fewer" not in page.bar._makers and page.bar.view is page.fewer
    assert page.bar.views.count() == len(page.bar.keys)
