"""The question "where are the images now?", asked once for each data set that was moved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui.data.lost import Lost, lost_data
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.parts import ElidedLabel, IconButton, IconLabel, label, row
from gui.words.text import count


class PlaceBar(QFrame):
    """Stands above the pages while a run's images are gone; "Later" is an answer too.

    Signals
    -------
    asked(str)
        The user wants to name the folder of this run's images.
    """

    asked = Signal(str)

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stores = stores
        self.setProperty("role", "question")
        self._shown: Lost | None = None
        self._later: set[tuple[str, str]] = set()
        self._title = label(self.tr("Where are the images now?"), "h3")
        self._text = label("", wrap=True)
        self._path = ElidedLabel("", "small")
        self._failed = label("", "error", wrap=True, select=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        for part in (self._title, self._text, self._path, self._failed):
            words.addWidget(part)
        self._choose = IconButton(self.tr("Choose the folder..."), "folder", primary=True)
        self._choose.clicked.connect(self._ask)
        self._wait = IconButton(self.tr("Later"))
        self._wait.clicked.connect(self._put_off)
        layout = row(IconLabel("search", 22, "accent"), 4)
        layout.addLayout(words, 1)
        layout.addWidget(self._wait)
        layout.addWidget(self._choose)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        self.setLayout(layout)
        for signal in (
            stores.world.runs_changed,
            stores.world.project_changed,
            stores.data.placing_changed,
        ):
            signal.connect(self._show_lost)
        self.hide()

    def ask_again(self, run: str) -> None:
        """Somebody needs a run's images: put the question even if it was put off."""
        record = self.stores.world.run_of(path=run)
        if record is not None and record.summary is not None:
            self._later.discard((self.stores.world.project, record.summary.data_path))
            self._show_lost()

    def _show_lost(self) -> None:
        state = self.stores.world
        lost = [
            each for each in lost_data(state.runs) if (state.project, each.path) not in self._later
        ]
        self._shown = lost[0] if lost else None
        self.setVisible(bool(lost))
        if not lost:
            return
        first, placing = lost[0], self.stores.data.placing
        template = (
            self.tr("The images of one run of this project are no longer at:")
            if first.runs == 1
            else self.tr("The images of {n} runs of this project are no longer at:")
        )
        self._text.setText(template.format(n=count(first.runs)))
        self._path.set_whole(first.path)
        failed = placing.failed if placing.path == first.path else ""
        self._failed.setText(failed)
        self._failed.setVisible(bool(failed))
        self._choose.setEnabled(not placing.job)
        self._choose.setText(
            self.tr("Looking...") if placing.job else self.tr("Choose the folder...")
        )

    def _ask(self) -> None:
        if self._shown is not None:
            self.asked.emit(self._shown.run)

    def _put_off(self) -> None:
        if self._shown is not None:
            self._later.add((self.stores.world.project, self._shown.path))
            self._show_lost()
