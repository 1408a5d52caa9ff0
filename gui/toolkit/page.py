"""What every page is: a widget that reads the state and sends intents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.stores import Stores
from gui.toolkit.drops import Dropped


class Page(QWidget):
    """Base of the pages.

    Attributes
    ----------
    stores
        Takes intents and holds the state.

    Signals
    -------
    go(str)
        The user wants another page, named by its key.
    ask_data(), ask_project()
        The user wants to be asked for a folder.
    """

    go = Signal(str)
    ask_data = Signal()
    ask_project = Signal()

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stores = stores

    def recognise(self, _paths: Sequence[Path]) -> Dropped | None:
        """What a drag means on this page; None if the same as anywhere."""
        return None


def page_keys(number: int) -> str:
    """Return the keys that go to a page, by its place from 1."""
    if number <= 10:
        return f"Ctrl+{number % 10}"
    return f"Alt+{number - 10}"


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of the navigation rail. Entries of one `group` stand together.

    `title` is asked when the window is built, so that it is in the chosen language.
    """

    key: str
    group: int
    title: Callable[[], str]
    icon: str
    build: Callable[[Stores], Page]
