"""Several views in one place: a bar of names, and the one that is looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar, QWidget

from gui.toolkit.take_along import offer_copies


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
    """

    turned = Signal(str)

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
        make = self._makers.pop(self.key, None)
        if make is not None:
            place, view, empty = self.currentIndex(), make(), self.views.currentWidget()
            offer_copies(view)
            self.views.insertWidget(place, view)
            self.views.setCurrentIndex(place)
            self.views.removeWidget(empty)
            empty.deleteLater()
        return self.views.currentWidget()

    def show_key(self, key: str) -> None:
        """Look at another view."""
        self.setCurrentIndex(self.keys.index(key))

    def _turn(self, place: int) -> None:
        self.views.setCurrentIndex(place)
        if self.tabData(place) is not None:  # the first one turns while it is added
            self.turned.emit(self.key)
