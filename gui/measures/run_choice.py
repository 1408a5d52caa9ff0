"""A list of runs to choose one from; the choice outlives a new list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from gui.measures.words import run_choice
from gui.state import RunRecord


class RunChoice(QComboBox):
    """Runs by setting, fold and folder.

    Signals
    -------
    changed()
        The user chose another run.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[RunRecord, ...] = ()
        self._listed: list[tuple[str, str]] = []
        self.setAccessibleName(name)
        self.setMinimumContentsLength(22)
        # Narrower where the window is: the tooltip has the whole name.
        self.setMinimumWidth(140)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(lambda _: self.changed.emit())

    @property
    def run(self) -> RunRecord | None:
        """The chosen run."""
        path = self.currentData()
        return next((run for run in self._runs if run.path == path), None)

    def show_runs(self, runs: Sequence[RunRecord], first: str = "") -> None:
        """Offer other runs; the chosen one stays, else `first`, else the first."""
        kept = self.currentData() or first
        self._runs = tuple(runs)
        listed = [(run_choice(run), run.path) for run in runs]
        if listed != self._listed:
            self._listed = listed
            self.clear()
            for name, path in listed:
                self.addItem(name, path)
            places = [i for i, (_, path) in enumerate(listed) if path == kept]
            places += [i for i, (_, path) in enumerate(listed) if path == first]
            self.setCurrentIndex(places[0] if places else 0 if listed else -1)
        self.setToolTip(self.currentText())

    def choose(self, path: str) -> None:
        """Choose a run without saying so."""
        self.setCurrentIndex(self.findData(path))
