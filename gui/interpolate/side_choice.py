"""Which run a side looks through; none is a choice too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from gui.store.run_names import run_choice
from gui.store.run_record import RunRecord
from gui.toolkit.run_box import RunBox


class SideChoice(RunBox):
    """Runs by setting and fold, by name only where it takes one to tell them apart, and none.

    Signals
    -------
    changed()
        The user chose another run.
    """

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, least=14)
        self.activated.connect(lambda _: self.changed.emit())

    def name_of(self, run: RunRecord, among: Sequence[RunRecord]) -> str:
        """Return setting and fold, and the name where another run has the same."""
        return run_choice(run, among)

    def show_runs(self, runs: Sequence[RunRecord], among: Sequence[RunRecord], chosen: str) -> None:
        """Offer other runs and show which is chosen, without saying so."""
        self.offer(runs, among, first=[(self.tr("No run"), "")])
        self.choose(chosen if self.findData(chosen) >= 0 else "")
