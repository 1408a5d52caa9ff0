"""The navigation rail: one button for each page, in groups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.style.guard import guarded
from gui.style.icons import icon
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.page import PageEntry, page_keys
from gui.toolkit.parts import set_property

DENSITIES = (("full", 22, 58), ("tight", 18, 47), ("icons", 22, 0))
"""Name, side of an icon, and the height of a button with its gap, from which it is used on."""


class NavRail(QFrame):
    """Buttons from top to bottom; a thin line between groups.

    Where the window is low the buttons come closer, and at last lose their names.

    Signals
    -------
    chosen(str)
        Key of the page the user went to.
    """

    chosen = Signal(str)

    def __init__(self, entries: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, SPACE, 6, SPACE)
        layout.setSpacing(4)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self._icons: dict[str, str] = {}
        self._rules, self._density = 0, ""
        last = entries[0].group if entries else 0
        for number, entry in enumerate(entries, start=1):
            if entry.group != last:
                last = entry.group
                layout.addWidget(self._rule())
                self._rules += 1
            button = self._button(entry, number)
            layout.addWidget(button)
        layout.addStretch(1)
        self._fit(10_000)
        self._paint()
        LOOK.changed.connect(self._paint)

    def show_page(self, key: str) -> None:
        """Mark the page that is shown."""
        self._buttons[key].setChecked(True)

    def _button(self, entry: PageEntry, number: int) -> QToolButton:
        title = entry.title()
        button = QToolButton()
        button.setText(title)
        button.setToolTip(f"{title}  ({page_keys(number)})")
        button.setAccessibleName(title)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(62)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.chosen.emit(entry.key))
        self._group.addButton(button)
        self._buttons[entry.key] = button
        self._icons[entry.key] = entry.icon
        return button

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how close the buttons stand."""
        super().resizeEvent(event)
        self._fit(event.size().height())

    def _fit(self, height: int) -> None:
        room = height - 2 * SPACE - 5 * self._rules
        each = room / max(1, len(self._buttons))
        name, side, _ = next(one for one in DENSITIES if each >= one[2])
        if name == self._density:
            return
        self._density = name
        style = Qt.ToolButtonStyle
        for button in self._buttons.values():
            button.setIconSize(QSize(side, side))
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if name == "icons" else style.ToolButtonTextUnderIcon
            )
            set_property(button, "density", name)

    def _rule(self) -> QFrame:
        line = QFrame()
        line.setProperty("role", "rail-rule")
        line.setFixedHeight(1)
        return line

    def _paint(self) -> None:
        for key, button in self._buttons.items():
            button.setIcon(icon(self._icons[key], "#FFFFFF", off=LOOK.colours.rail_text))
