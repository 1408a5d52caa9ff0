"""The way from a result to the run that was made."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.parts import ElidedLabel, IconButton
from gui.words.text import file_name


class NewRun(QWidget):
    """The new run's name, and buttons to look at it.

    Signals
    -------
    go(str)
        The user wants to see it on another page.
    """

    go = Signal(str)

    def __init__(self, stores: Stores) -> None:
        super().__init__()
        self.stores = stores
        self.path = ""
        self.name = ElidedLabel("", "h3")
        self.inspect = IconButton(self.tr("Inspect"), "inspect")
        self.inspect.setToolTip(self.tr("Look at images through the new run's network"))
        self.compare = IconButton(self.tr("Compare in Measures"), "measures")
        self.inspect.clicked.connect(self._inspect)
        self.compare.clicked.connect(lambda: self.go.emit("measures"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.name, 1)
        layout.addWidget(self.inspect)
        layout.addWidget(self.compare)

    def show_path(self, path: str) -> None:
        """Lead to another run."""
        self.path = path
        self.name.set_whole(self.tr("New run: {name}").format(name=file_name(path)))

    def _inspect(self) -> None:
        self.stores.inspect.choose_run(self.path)
        self.go.emit("inspect")
