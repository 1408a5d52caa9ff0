"""A menu of folders that were open before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from gui.toolkit.drops import is_there
from gui.toolkit.settings import Memory
from gui.words.text import file_name

WIDE = 420
"""Pixels that a folder's place may take."""


class RecentMenu(QMenu):
    """The last folders of a kind; those that are gone are grey, say so, and can be removed.

    Looks at the disk only when it is opened: a network drive may take its time.

    Signals
    -------
    edited()
        Folders were removed from the list.
    """

    edited = Signal()

    def __init__(
        self, title: str, kind: str, memory: Memory, act: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self._kind, self._memory, self._act = kind, memory, act
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)
        self.refresh()

    def refresh(self) -> None:
        """Be usable if there is anything to show."""
        self.setEnabled(bool(self._memory.recent(self._kind)))

    def fill(self) -> None:
        """Show the folders as they are now."""
        self.clear()
        gone = []
        for number, path in enumerate(self._memory.recent(self._kind), start=1):
            there = is_there(path)
            name = file_name(path).replace("&", "&&")
            parent = str(Path(path).parent)
            place = self.fontMetrics().elidedText(parent, Qt.TextElideMode.ElideMiddle, WIDE)
            action = self.addAction(
                f"&{number}  {name}\t{place if there else self.tr('not there any more')}"
            )
            action.setToolTip(path)
            action.setEnabled(there)
            action.triggered.connect(lambda _=False, p=path: self._act(p))
            if not there:
                gone.append(path)
        self.addSeparator()
        if gone:
            remove = self.addAction(self.tr("&Remove those that are gone"))
            remove.triggered.connect(lambda: self._forget(gone))
        self.addAction(self.tr("&Clear list")).triggered.connect(self._clear)

    def _forget(self, gone: list[str]) -> None:
        self._memory.forget(self._kind, *gone)
        self.refresh()
        self.edited.emit()

    def _clear(self) -> None:
        self._memory.clear(self._kind)
        self.refresh()
        self.edited.emit()
