"""Every control says by Qt's accessibility interface what it is and what it is called."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollBar,
    QTabBar,
    QWidget,
)

from engine.review.messages import VersionPlan
from gui.evaluate.score_bars import ScoreBars
from gui.review.version_dialog import VersionDialog
from gui.shell.registry import PAGES
from tests.gui.walking import fill, make_all, open_day, settle

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

Role = QAccessible.Role
ACTED_ON = (
    QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QTabBar,
)  # fmt: skip
ROLELESS = {Role.NoRole, Role.Client, Role.LayeredPane, Role.Pane}
"""What says nothing of what a thing is."""


def is_part(widget: QWidget) -> bool:
    """Tell whether a widget is an inner part of one that is named itself."""
    parent = widget.parent()
    return (
        widget.focusProxy() is not None
        or isinstance(widget, QScrollBar | QMenu)
        or widget.objectName().startswith("qt_")
        or isinstance(parent, QComboBox | QAbstractSpinBox | QTabBar | QLineEdit)
        or (parent is not None and parent.inherits("QTableView"))
        or (parent is not None and parent.inherits("QComboBoxPrivateContainer"))
    )


def controls(top: QWidget) -> Iterator[QWidget]:
    """Yield what can be acted on, shown or not."""
    for widget in top.findChildren(QWidget):
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        selectable = isinstance(widget, QLabel)  # it is its own name
        if (isinstance(widget, ACTED_ON) or reached) and not is_part(widget) and not selectable:
            yield widget


def flaws(top: QWidget) -> list[str]:
    """Return what lacks a name or a role, in words."""
    result = []
    for widget in controls(top):
        spoken = QAccessible.queryAccessibleInterface(widget)
        where = f"{type(widget).__name__} {widget.objectName()!r} in {path(widget)}"
        if spoken is None or not spoken.isValid():
            result.append(f"no interface: {where}")
            continue
        if not spoken.text(QAccessible.Text.Name).strip():
            result.append(f"no name: {where}")
        if spoken.role() in ROLELESS and not isinstance(widget, QAbstractScrollArea):
            result.append(f"role {spoken.role().name}: {where}")
    return result


def path(widget: QWidget) -> str:
    names, parent = [], widget.parentWidget()
    while parent is not None:
        if type(parent).__module__.startswith("gui."):
            names.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join(names)


def test_every_control_of_the_window_has_a_name_and_a_role(qapp, parts, world):
    fill(world)
    open_day(qapp, parts)
    make_all(parts.window)
    for entry in PAGES:
        parts.window.show_page(entry.key)
        settle(qapp, parts)
    found = flaws(parts.window)
    assert len(list(controls(parts.window))) > 200
    assert found == [], "\n".join(found)


def test_every_control_of_windows_beside_it_has_a_name_and_a_role(qapp, qtbot, parts, world):
    fill(world)
    open_day(qapp, parts)
    parts.window.show_help("keys")
    parts.window._toggle_palette()
    plan = VersionPlan((("normal", "defective", 3),), 2)
    VersionDialog("set", plan, [], "/p/data-versions", parts.window)
    parts.window.show_page("measures")
    measures = parts.window.pages["measures"]
    measures.show_tab("channels")
    settle(qapp, parts)
    measures.tab.enlarge("left", 0)
    others = [widget for widget in QApplication.topLevelWidgets() if widget is not parts.window]
    found = [flaw for top in others if not isinstance(top, QMenu) for flaw in flaws(top)]
    assert {"HelpWindow", "VersionDialog", "ChannelWindow"} <= {
        type(top).__name__ for top in others
    }
    assert found == [], "\n".join(found)


def test_a_control_without_a_name_is_found(qtbot):
    bare = QWidget()
    qtbot.addWidget(bare)
    QLineEdit(bare)
    assert len(flaws(bare)) == 1


def test_what_qt_does_not_know_says_what_it_is(qapp, parts, world):
    fill(world)
    open_day(qapp, parts)
    tab = parts.window.pages["evaluate"].tab
    spoken = QAccessible.queryAccessibleInterface(tab.findChild(ScoreBars))
    assert spoken.role() is Role.Slider
    assert spoken.text(QAccessible.Text.Name) == "Scores of normal and defective images"
    canvas = QAccessible.queryAccessibleInterface(parts.window.pages["review"].drawing.canvas)
    assert canvas.role() is Role.Graphic  # by the class it is derived from
