"""Several views in one place: a bar of names, and the one that is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar, QWidget

from gui.toolkit.take_along import offer_copies

V = TypeVar("V", bound=QWidget)


class Views(Mapping[str, V]):
    """Views by key, each made when it is first asked for: most sessions see half of them.

    Parameters
    ----------
    makers
        What makes each view.
    connect
        Is handed every view once it is made.
    """

    def __init__(self, makers: Mapping[str, Callable[[], V]], connect: Callable[[V], None]) -> None:
        self._makers, self._connect = dict(makers), connect
        self._made: dict[str, V] = {}

    def __getitem__(self, key: str) -> V:
        """Return a view, made now if it was not before."""
        if key not in self._made:
            self._made[key] = self._makers[key]()
            self._connect(self._made[key])
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys of all views."""
        return iter(self._makers)

    def __len__(self) -> int:
        """Return how many views there are, made or not."""
        return len(self._makers)


class Tabs(QTabBar):
    """The bar; a page puts it where it likes, and its `views` below.

    Tabs are told apart by keys: their places change when one is added.

    Attributes
    ----------
    views
        Holds the views, in the order of the tabs.

    Signals
    -------
    turned(str)
        The view of that key is looked at.
    made(object)
        That view was made after the bar.
    """

    turned = Signal(str)
    made = Signal(object)

    def __init__(self, name: str, what: str = "") -> None:
        super().__init__()
        self.setObjectName(f"{name}-tab")
        self.setAccessibleName(what)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.views = QStackedWidget()
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self.currentChanged.connect(self._turn)

    def add(self, key: str, title: str, view: QWidget | Callable[[], QWidget]) -> None:
        """Add a view, or what makes it once it is looked at."""
        if isinstance(view, QWidget):
            self.views.addWidget(view)
        else:
            self._makers[key] = view
            self.views.addWidget(QWidget())
        self.setTabData(self.addTab(title), key)

    @property
    def keys(self) -> list[str]:
        """Keys in the order of the tabs."""
        return [str(self.tabData(place)) for place in range(self.count())]

    @property
    def key(self) -> str:
        """Key of the view that is looked at."""
        return str(self.tabData(self.currentIndex()))

    @property
    def view(self) -> QWidget:
        """The view that is looked at."""
        self._make(self.key)
        return self.views.currentWidget()

    def make_next(self) -> bool:
        """Make one more view ahead of its time; return False if all are there."""
        for key in self._makers:
            self._make(key)
            return True
        return False

    def _make(self, key: str) -> None:
        make = self._makers.pop(key, None)
        if make is None:
            return
        place, view, shown = self.keys.index(key), make(), self.views.currentIndex()
        empty = self.views.widget(place)
        offer_copies(view)
        self.views.insertWidget(place, view)
        self.views.removeWidget(empty)
        self.views.setCurrentIndex(shown)
        empty.deleteLater()
        self.made.emit(view)

    def show_key(self, key: str) -> None:
        """Look at another view."""
        self.setCurrentIndex(self.keys.index(key))

    def _turn(self, place: int) -> None:
        if self.tabData(place) is not None:
            self._make(str(self.tabData(place)))
        self.views.setCurrentIndex(place)
        if self.tabData(place) is not None:  # the first one turns while it is added
            self.turned.emit(self.key)
