"""A list of runs to choose one from; the choice outlives a new list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.store.run_record import RunRecord
from gui.toolkit.run_box import RunBox


class RunChoice(RunBox):
    """Keeps the chosen run.

    Signals
    -------
    changed()
        The user chose another run.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, least=22)
        self._runs: tuple[RunRecord, ...] = ()
        # Narrower where the window is: the tooltip has the whole name.
        self.setMinimumWidth(140)
        self.activated.connect(lambda _: self.changed.emit())

    @property
    def run(self) -> RunRecord | None:
        """The chosen run."""
        path = self.currentData()
        return next((run for run in self._runs if run.path == path), None)

    def show_runs(
        self, runs: Sequence[RunRecord], among: Sequence[RunRecord], first: str = ""
    ) -> None:
        """Offer other runs; the chosen one stays, else `first`, else the first."""
        kept = self.currentData() or first
        self._runs = tuple(runs)
        if self.offer(runs, among):
            paths = [run.path for run in runs]
            places = [paths.index(path) for path in (kept, first) if path in paths]
            self.setCurrentIndex(places[0] if places else 0 if paths else -1)
