"""Ctrl+K: everything that can be done, found by a few letters and done with Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget

from gui.shell.cover import Cover
from gui.shell.palette.entries import Entry, Ranked, ranked
from gui.shell.palette.rows import ITEM, PaletteRows, RowPainter
from gui.style.guard import guarded, guarded_to
from gui.style.theme import SPACE
from gui.toolkit.parts import IconLabel, label, row, rule
from gui.toolkit.settings import Memory

WIDTH, HEIGHT = 660, 470
KEY = Qt.Key


class Field(QLineEdit):
    """A search field whose keys steer a list first.

    Parameters
    ----------
    press
        Takes a key; False leaves it to the field.
    """

    def __init__(self, press: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._press = press

    @guarded_to(bool)
    def event(self, event: QEvent) -> bool:
        """Take Tab too, and Enter and Esc whatever shortcut the window has for them."""
        if isinstance(event, QKeyEvent):
            kind = event.type()
            if kind == QEvent.Type.KeyPress and self._press(event):
                return True
            if (
                kind == QEvent.Type.ShortcutOverride
                and event.key()
                in (
                    KEY.Key_Escape,
                    KEY.Key_Return,
                    KEY.Key_Enter,
                    KEY.Key_Tab,
                )
                and not event.modifiers()
            ):
                event.accept()
                return True
        return super().event(event)


class Palette(Cover):
    """A search field and a list over the window. All of it is done with the keyboard alone.

    Parameters
    ----------
    window
        What it lies over.
    memory
        Keeps recent choices.
    gather
        Returns what can be done now.
    """

    def __init__(
        self, window: QWidget, memory: Memory, gather: Callable[[], Sequence[Entry]]
    ) -> None:
        super().__init__(window, "palette")
        self._memory, self._gather = memory, gather
        self._entries: Sequence[Entry] = ()
        self._before: QWidget | None = None
        self.field = Field(self.press)
        self.field.setPlaceholderText(self.tr("Pages, runs, projects, actions, settings..."))
        self.field.setAccessibleName(self.tr("Search everything that can be done"))
        self.field.setAcceptDrops(False)
        self.field.textChanged.connect(self._search)
        self.rows = PaletteRows()
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(RowPainter(self.list))
        self.list.setUniformItemSizes(False)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("What can be done"))
        self.list.clicked.connect(self._do)
        self._nothing = label(self.tr("Nothing of that name"), "muted")
        self._nothing.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        self._help = label(
            self.tr("Arrow keys choose, Enter does it, Esc leaves. First letters are enough."),
            "small",
        )
        self._help.setContentsMargins(SPACE + 4, 3, SPACE, 3)
        layout = QVBoxLayout(self.panel)
        layout.setContentsMargins(SPACE // 2, SPACE // 2, SPACE // 2, SPACE // 2)
        layout.setSpacing(SPACE // 2)
        top = row(SPACE // 2, IconLabel("search", 18, "muted"), self.field, spacing=4)
        top.setStretch(2, 1)
        layout.addLayout(top)
        layout.addWidget(rule())
        layout.addWidget(self._nothing)
        layout.addWidget(self.list, 1)
        layout.addWidget(rule())
        layout.addWidget(self._help)

    # ------------------------------------------------------------------ showing

    def toggle(self) -> None:
        """Come, or go."""
        if self.isVisible():
            self.lift()
            return
        self._before = QApplication.focusWidget()
        self._entries = self._gather()
        self.lay()
        self._place()
        if self.field.text():
            self.field.clear()
        else:
            self._search()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def lift(self) -> None:
        """Go away; the keys belong again to what had them."""
        super().lift()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the panel in the upper middle."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width = min(WIDTH, self.width() - 4 * SPACE)
        height = min(HEIGHT, self.height() - 12 * SPACE)
        self.panel.setGeometry((self.width() - width) // 2, 8 * SPACE, width, height)

    # ------------------------------------------------------------------ searching, doing

    @property
    def shown(self) -> list[Ranked]:
        """What is listed now."""
        return [self.rows.index(place).data(ITEM) for place in range(self.rows.rowCount())]

    def _search(self) -> None:
        result = ranked(self._entries, self.field.text(), self._memory.recent("choice"))
        self.rows.show_rows(result)
        self._nothing.setVisible(not result)
        self.list.setVisible(bool(result))
        if result:
            self.list.setCurrentIndex(self.rows.index(0))
            self.list.scrollToTop()

    def _do(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        entry: Entry = index.data(ITEM).entry
        if entry.why:
            return  # it says why
        self._memory.remember("choice", entry.key)
        self.lift()
        entry.act()

    def _step(self, by: int) -> None:
        count = self.rows.rowCount()
        if count:
            # From the last one on to the first, as menus do; a page stops at the ends.
            place = self.list.currentIndex().row() + by
            place = place % count if abs(by) == 1 else min(max(0, place), count - 1)
            self.list.setCurrentIndex(self.rows.index(place))

    def press(self, event: QKeyEvent) -> bool:
        """Steer the list with a key pressed in the field; False leaves it to the field."""
        key, page = Qt.Key(event.key()), 8
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        steps = {
            KEY.Key_Down: 1,
            KEY.Key_Tab: 1,
            KEY.Key_Up: -1,
            KEY.Key_Backtab: -1,
            KEY.Key_PageDown: page,
            KEY.Key_PageUp: -page,
        }
        if key in steps:
            self._step(steps[key])
        elif control and key in (KEY.Key_Home, KEY.Key_End):
            self._step(10**6 if key == KEY.Key_End else -(10**6))
        elif key in (KEY.Key_Return, KEY.Key_Enter) and not control:
            self._do(self.list.currentIndex())
        elif key == KEY.Key_Escape:
            self.lift()
        else:
            return False
        return True
