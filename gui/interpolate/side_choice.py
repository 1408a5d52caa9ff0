"""Which run a side looks through; none is a choice too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from gui.measures.words import run_choice, short_run
from gui.state import RunRecord


class SideChoice(QComboBox):
    """Runs by setting, fold and folder, and none.

    Signals
    -------
    changed()
        The user chose another run.
    """

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._listed: list[tuple[str, str]] = []
        self.setAccessibleName(name)
        self.setMinimumContentsLength(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(lambda _: self.changed.emit())

    @property
    def path(self) -> str:
        """Folder of the chosen run, "" for none."""
        return self.currentData() or ""

    def show_runs(self, runs: Sequence[RunRecord], chosen: str) -> None:
        """Offer other runs and show which is chosen, without saying so."""
        short = [short_run(run) for run in runs]
        names = [
            # The folder only where it takes one to tell runs apart.
            run_choice(run) if short.count(name) > 1 else name
            for run, name in zip(runs, short, strict=True)
        ]
        paths = [run.path for run in runs]
        listed = [(self.tr("No run"), ""), *zip(names, paths, strict=True)]
        if listed != self._listed:
            self._listed = listed
            self.clear()
            for name, path in listed:
                self.addItem(name, path)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setToolTip(self.currentText())
