"""The navigation rail: one button for each page, in groups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.icons import icon
from gui.look import LOOK
from gui.pages.page import PageEntry
from gui.theme import SPACE


class NavRail(QFrame):
    """Buttons from top to bottom; a thin line between groups.

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
        last = entries[0].group if entries else 0
        for number, entry in enumerate(entries, start=1):
            if entry.group != last:
                last = entry.group
                layout.addWidget(self._rule())
            button = self._button(entry, number)
            layout.addWidget(button)
        layout.addStretch(1)
        self._paint()
        LOOK.changed.connect(self._paint)

    def show_page(self, key: str) -> None:
        """Mark the page that is shown."""
        self._buttons[key].setChecked(True)

    def _button(self, entry: PageEntry, number: int) -> QToolButton:
        title = entry.title()
        button = QToolButton()
        button.setText(title)
        button.setToolTip(f"{title}  (Ctrl+{number})")
        button.setAccessibleName(title)
        button.setCheckable(True)
        button.setIconSize(QSize(22, 22))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(62)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.chosen.emit(entry.key))
        self._group.addButton(button)
        self._buttons[entry.key] = button
        self._icons[entry.key] = entry.icon
        return button

    def _rule(self) -> QFrame:
        line = QFrame()
        line.setProperty("role", "rail-rule")
        line.setFixedHeight(1)
        return line

    def _paint(self) -> None:
        for key, button in self._buttons.items():
            button.setIcon(icon(self._icons[key], "#FFFFFF", off=LOOK.colours.rail_text))
