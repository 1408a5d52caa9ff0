"""The one writer of the window's state: what concerns images that were moved."""

from __future__ import annotations

from PySide6.QtCore import Signal

from engine import messages as m
from gui.data.lost import Placing
from gui.engine_thread import INSPECTION
from gui.region_writer import RegionWriter
from gui.state_writer import HANDLERS


class PlaceWriter(RegionWriter):
    """Takes the answer to "where are the images now?", and opens the images of a run.

    Signals
    -------
    placing_changed()
        An answer is being looked at, was good, or was refused.
    """

    placing_changed = Signal()

    def place_data(self, run: str, folder: str) -> None:
        """Say where a run's images are now; the engine looks whether they are the same."""
        record = self.state.run_of(path=run)
        if record is None or record.summary is None or self.state.placing.job:
            return
        command = m.PlaceData(self._next(), run, folder)
        self.state.placing = Placing(command.job, record.summary.data_path)
        self._start(INSPECTION, command)
        self.placing_changed.emit()

    def open_images_of(self, run: str) -> None:
        """Open the data set a run was trained on, read as it was then."""
        record = self.state.run_of(path=run)
        if record is not None and record.summary is not None and not self.stores.train.lost(run):
            self.open_data(record.summary.data_path, record.summary.options)

    # ------------------------------------------------------------------ events

    def _on_placed(self, event: m.DataPlaced) -> None:
        job = self.state.jobs.get(event.job)
        if job is None or not self.state.project:
            return
        self.state.placing = Placing()
        # The runs say themselves where their images are; studies are read anew with them.
        self.state.list_runs()
        self.stores.study.read()
        self.placing_changed.emit()
        record = self.state.run_of(path=event.run)
        if self.state.data is None and not self.state.opening:
            options = record.summary.options if record and record.summary else None
            self.open_data(event.path, options)

    def _on_ended(self, event: m.JobEnded) -> None:
        job = self.state.jobs.get(event.job)
        if job is None or not isinstance(job.command, m.PlaceData):
            super()._on_ended(event)
            return
        del self.state.jobs[event.job]
        if self.state.placing.job == event.job:
            failed = event.outcome in (m.Outcome.FAILED, m.Outcome.REJECTED)
            self.state.placing.job = 0
            self.state.placing.failed = self._sentence(event) if failed else ""
        self.placing_changed.emit()
        self.jobs_changed.emit()


HANDLERS.update({m.DataPlaced: PlaceWriter._on_placed, m.JobEnded: PlaceWriter._on_ended})
