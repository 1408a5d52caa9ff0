"""The navigation rail: one button for each page, in groups with headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.style.guard import guarded
from gui.style.icons import icon
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.page import PageEntry, page_keys
from gui.toolkit.parts import set_property

DENSITIES = (
    ("full", 22, 40, True, True),
    ("tight", 18, 26, True, True),
    ("icons", 22, 29, False, True),
    ("bare", 18, 25, False, False),
)
"""Name; side of an icon; height of a button without its text; with text; with headings."""

GAP = 2


class NavRail(QFrame):
    """Buttons from top to bottom; a heading above each group.

    Where the window is low the buttons come closer, then lose their names, and at last a thin
    line stands for each heading. A page that cannot work yet is dimmed and says what it needs; it
    can be gone to all the same.

    Parameters
    ----------
    entries
        The pages.
    headings
        One for each group.

    Signals
    -------
    chosen(str)
        Key of the page the user went to.
    """

    chosen = Signal(str)

    def __init__(
        self,
        entries: Sequence[PageEntry],
        headings: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, SPACE // 2, 6, SPACE // 2)
        layout.setSpacing(GAP)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self._icons: dict[str, str] = {}
        self._tips: dict[str, str] = {}
        self._missing: dict[str, str] = {}
        self._headings: list[QLabel] = []
        self._rules: list[QFrame] = []
        self._density = ""
        group = -1
        for number, entry in enumerate(entries, start=1):
            if entry.group != group:
                group = entry.group
                self._head(headings[group], layout)
            layout.addWidget(self._button(entry, number))
        layout.addStretch(1)
        self._fit(10_000)
        # Icons come with `show_missing`: drawn twice they would cost the start 50 ms.
        LOOK.changed.connect(self._look_changed)

    def show_page(self, key: str) -> None:
        """Mark the page that is shown."""
        self._buttons[key].setChecked(True)

    def show_missing(self, missing: Mapping[str, str]) -> None:
        """Dim pages that wait for something, by key; "" for those that can work."""
        for key, why in missing.items():
            if self._missing.get(key) == why:
                continue
            self._missing[key] = why
            button, lines = self._buttons[key], (self._tips[key], why)
            button.setToolTip("\n".join(line for line in lines if line))
            button.setAccessibleDescription(why)
            set_property(button, "lacking", bool(why))
            self._paint_one(key)

    # ------------------------------------------------------------------ building

    def _head(self, text: str, layout: QVBoxLayout) -> None:
        line = QFrame()
        line.setProperty("role", "rail-rule")
        line.setFixedHeight(1)
        line.setVisible(bool(self._rules))
        heading = QLabel(text)
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(line)
        layout.addWidget(heading)
        self._rules.append(line)
        self._headings.append(heading)

    def _button(self, entry: PageEntry, number: int) -> QToolButton:
        title = entry.title()
        button = QToolButton()
        button.setText(title)
        self._tips[entry.key] = f"{title}  ({page_keys(number)})"
        button.setToolTip(self._tips[entry.key])
        button.setAccessibleName(title)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.chosen.emit(entry.key))
        self._group.addButton(button)
        self._buttons[entry.key] = button
        self._icons[entry.key] = entry.icon
        return button

    # ------------------------------------------------------------------ room

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how close the buttons stand."""
        super().resizeEvent(event)
        self._fit(event.size().height())

    def _look_changed(self) -> None:
        self._density = ""
        self._fit(self.height())
        self._paint()

    def _line(self, step: float) -> int:
        font = QFont(self.font())
        font.setPointSizeF(LOOK.points(step))
        return QFontMetrics(font).height()

    def _need(self, each: int, names: bool, headings: bool) -> int:
        """Height of all buttons and headings."""
        button = each + (self._line(-1) if names else 0) + GAP
        head = (self._line(-2) + GAP if headings else 0) + 1 + GAP
        return SPACE + len(self._buttons) * button + len(self._headings) * head

    def _fit(self, height: int) -> None:
        fitting = [place for place, one in enumerate(DENSITIES) if self._need(*one[2:]) <= height]
        for place in range(fitting[0] if fitting else len(DENSITIES) - 1, len(DENSITIES)):
            self._use(place)
            # What a style makes of a font is known only when it has done so.
            if sum(self._heights()) <= height:
                return

    def _heights(self) -> list[int]:
        """Heights that buttons and headings ask for, with their gaps, and the margins."""
        shown = [head for head in self._headings if not head.isHidden()]
        parts = [*self._buttons.values(), *shown]
        return [
            SPACE,
            *(p.sizeHint().height() + GAP for p in parts),
            *(1 + GAP for _ in self._rules),
        ]

    def _use(self, place: int) -> None:
        name, side, _, names, headings = DENSITIES[place]
        if name == self._density:
            return
        self._density = name
        style = Qt.ToolButtonStyle
        font = QFont(self.font())
        font.setPointSizeF(LOOK.points(-1))
        metrics = QFontMetrics(font)
        for button in self._buttons.values():
            button.setIconSize(QSize(side, side))
            button.setToolButtonStyle(
                style.ToolButtonTextUnderIcon if names else style.ToolButtonIconOnly
            )
            wide = metrics.horizontalAdvance(button.text()) + 6 if names else 0
            button.setMinimumWidth(max(62, wide))
            set_property(button, "density", name)
        for heading in self._headings:
            heading.setVisible(headings)

    def _paint(self) -> None:
        for key in self._buttons:
            self._paint_one(key)

    def _paint_one(self, key: str) -> None:
        colours = LOOK.colours
        off = colours.rail_faint if self._missing.get(key) else colours.rail_text
        self._buttons[key].setIcon(icon(self._icons[key], "#FFFFFF", off=off))
