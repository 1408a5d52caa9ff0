"""What every page is: a widget that reads the state and sends intents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from gui.stores import Stores
from gui.style.guard import guarded
from gui.style.theme import SPACE
from gui.toolkit.drops import Dropped


class Page(QWidget):
    """Base of the pages: its content, or what says why there is none yet.

    Attributes
    ----------
    stores
        Takes intents and holds the state.

    Signals
    -------
    go(str)
        The user wants another page, named by its key.
    ask_data(), ask_table(), ask_project()
        The user wants to be asked for a folder, or a table.
    ask_sample()
        The user wants the sample parts.
    """

    go = Signal(str)
    ask_data = Signal()
    ask_table = Signal()
    ask_sample = Signal()
    ask_project = Signal()

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stores = stores
        self._stack = QStackedLayout(self)

    def recognise(self, _paths: Sequence[Path]) -> Dropped | None:
        """What a drag means on this page; None if the same as anywhere."""
        return None

    # ------------------------------------------------------------------ undoing

    def undoable(self) -> tuple[str, str]:
        """Name what an undo and a redo would take back and make again now, "" where nothing."""
        return "", ""

    def undo(self) -> None:
        """Take back what was done last on this page."""

    def redo(self) -> None:
        """Make again what was taken back last."""

    # ------------------------------------------------------------------ for the pages

    def _put(self, content: QWidget, *instead: QWidget) -> None:
        """Fill the page; `instead` is what its place may be taken by while something is missing."""
        self._main = content
        for place in (*instead, content):
            self._stack.addWidget(place)

    def _turn_to(self, place: QWidget | None = None) -> None:
        """Show one of `instead`, or the content."""
        self._stack.setCurrentWidget(self._main if place is None else place)

    @property
    def _shown(self) -> bool:
        """Whether the content is seen: a hidden one costs nothing."""
        return self.isVisible() and self._stack.currentWidget() is self._main

    def _keep_up(self, *signals: SignalInstance) -> None:
        """Catch up now, and whenever one of these says that something moved."""
        for signal in signals:
            signal.connect(self._catch_up)
        self._catch_up()

    def _catch_up(self) -> None:
        """Show what the state holds."""

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another page was shown."""
        super().showEvent(event)
        self._catch_up()


def framed(*parts: QWidget, wide: int = -1) -> QWidget:
    """Return a page's content: parts side by side, that at `wide` as wide as it can be."""
    result = QWidget()
    layout = QHBoxLayout(result)
    layout.setContentsMargins(2 * SPACE, SPACE + 4, 2 * SPACE, 2 * SPACE)
    layout.setSpacing(SPACE)
    for part in parts:
        layout.addWidget(part, 1 if part is parts[wide] else 0)
    return result


def page_keys(number: int) -> str:
    """Return the keys that go to a page, by its place from 1."""
    if number <= 10:
        return f"Ctrl+{number % 10}"
    return f"Alt+{number - 10}"


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of the navigation rail. Entries of one `group` stand together.

    `title` is asked when the window is built, so that it is in the chosen language. `needs` says
    what must be there before the page can work: "data", "project", "run" (a finished one) or
    "runs" (two of them); "" for nothing.
    """

    key: str
    group: int
    title: Callable[[], str]
    icon: str
    build: Callable[[Stores], Page]
    needs: str = ""
