"""The writer's part that opens data sets and shows their images."""

from __future__ import annotations

from dataclasses import replace

from engine import messages as m
from gui.engine_thread import INSPECTION
from gui.state_writer import StateWriter
from gui.store.engine_client import Job


class DataWriter(StateWriter):
    """Turns what the user wants of data sets into commands."""

    # ------------------------------------------------------------------ intents: data

    def open_data(self, path: str, options: m.ReaderOptions | None = None) -> None:
        """Read a folder of images; a newer folder takes the place of one being read."""
        for job in self.state.lane_jobs(INSPECTION):
            if isinstance(job.command, m.OpenData | m.AuditData):
                self.client.cancel(job.number)
        self.state.opening, self.state.open_failed = path, ""
        command = m.OpenData(
            self._next(), path, options or m.ReaderOptions(), project=self.state.project
        )
        self._start(INSPECTION, command)
        self.data_changed.emit()

    def draw_data(self, command: m.Synthesise) -> None:
        """Draw a generated set, then open it: the same lane does both, in this order."""
        drawing = replace(command, job=self._next())
        self._start(INSPECTION, drawing)
        self.open_data(drawing.path)

    def choose_normal(self, class_name: str) -> None:
        """Say which class is the normal one; the set is read again."""
        if self.state.data is not None:
            self.open_data(self.state.data.path, replace(self.state.options, normal=class_name))

    def audit(self) -> None:
        """Decode every image and mask of the data set."""
        if self.state.data is not None and self.auditing is None:
            self._start(INSPECTION, m.AuditData(self._next()))

    @property
    def auditing(self) -> Job | None:
        """The job that checks every file, if one does."""
        for job in self.state.lane_jobs(INSPECTION):
            if isinstance(job.command, m.AuditData):
                return job
        return None

    def show_sample(self, index: int) -> None:
        """Show an image of the data set as it is."""
        self._questions["sample"].ask(m.ShowSample(self._next(), index))
