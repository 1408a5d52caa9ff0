"""The pages of a window, each built when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtWidgets import QStackedWidget

from gui.toolkit.carry import Filled, fill_in, filled_in
from gui.toolkit.page import Page, PageEntry


class Pages(Mapping[str, Page]):
    """Pages by key.

    Thirteen pages with their plots take most of the time a window takes to build, and most
    sessions see half of them. A page built late shows what the state holds by then.

    Parameters
    ----------
    entries
        All pages.
    build
        Builds a page and connects it.
    stack
        Where a built page goes.
    """

    def __init__(
        self,
        entries: tuple[PageEntry, ...],
        build: Callable[[PageEntry], Page],
        stack: QStackedWidget,
    ) -> None:
        self._entries = {entry.key: entry for entry in entries}
        self._build = build
        self._stack = stack
        self._built: dict[str, Page] = {}
        self._awaited: dict[str, tuple[Filled, ...]] = {}

    def __getitem__(self, key: str) -> Page:
        """Return a page, built now if it was not before."""
        if key not in self._built:
            self._built[key] = self._build(self._entries[key])
            self._stack.addWidget(self._built[key])
            if key in self._awaited:
                fill_in(self._built[key], self._awaited.pop(key))
        return self._built[key]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys of all pages, in the order of a day."""
        return iter(self._entries)

    def __len__(self) -> int:
        """Return how many pages there are, built or not."""
        return len(self._entries)

    def __contains__(self, key: object) -> bool:
        """Tell whether there is such a page, without building it."""
        return key in self._entries

    def take_over(self, old: Pages) -> None:
        """Let forms say what those of other pages say; of a page not built yet, once it is."""
        self._awaited = old._awaited | {key: filled_in(page) for key, page in old._built.items()}
        for key in [key for key in self._awaited if key in self._built]:
            fill_in(self._built[key], self._awaited.pop(key))

    def make_next(self) -> bool:
        """Build one more page; return False if all are built."""
        for key in self._entries:
            if key not in self._built:
                self[key]
                return True
        return False

    @property
    def shown(self) -> str:
        """Key of the page that is shown."""
        widget = self._stack.currentWidget()
        return next(key for key, page in self._built.items() if page is widget)
