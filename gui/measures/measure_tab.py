"""What every tab of measures is: one picture of what was measured of the ticked runs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.measures.messages import MeasureRun
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.toolkit.picture_tab import PictureTab
from gui.toolkit.run_groups import Pairs


class MeasureTab(PictureTab):
    """Base of the tabs; see `PictureTab` for tables and pictures to take along.

    Attributes
    ----------
    runs
        Runs that are ticked, finished ones.
    """

    icon = "measures"

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self.runs: tuple[RunRecord, ...] = ()

    def show_runs(self, runs: tuple[RunRecord, ...]) -> None:
        """Show other runs, or the same ones anew."""
        self.runs = runs
        self.refresh()

    @property
    def measured(self) -> Pairs:
        """The ticked runs that have measures."""
        known = self.stores.measures.runs
        return [(run, known[run.path]) for run in self.runs if run.path in known]

    def show_unmeasured(self) -> None:
        """Say why there is no picture of the ticked runs."""
        if not self.runs:
            if any(run.measurable for run in self.stores.world.runs):
                self.show_empty(
                    self.tr("No run is ticked"), self.tr("Tick one or more runs on the left.")
                )
            else:
                self.show_empty(
                    self.tr("No trained run has finished yet"),
                    self.tr("Until then, the tab While training shows how its layers move."),
                )
        elif any(map(self._measuring, self.runs)):
            self.show_empty(
                self.tr("Measuring..."), self.tr("The picture appears with the first run measured.")
            )
        elif any(not self.stores.measures.was_read(run.path) for run in self.runs):
            self.show_empty(self.tr("Reading..."), self.tr("Looking for measures kept earlier."))
        else:
            self.show_empty(
                self.tr("Not measured yet"),
                self.tr(
                    "Press Measure on the left. It looks at the ticked runs' test images with "
                    "their networks as they are now and as they began."
                ),
            )

    def _measuring(self, run: RunRecord) -> bool:
        commands = (job.command for job in self.stores.measures.jobs)
        return any(isinstance(one, MeasureRun) and one.run == run.path for one in commands)
