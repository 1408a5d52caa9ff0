"""The one writer of the window's state, upper half: what the user wants becomes commands."""

from __future__ import annotations

import logging

from engine import messages as m
from gui.audit_writer import AuditWriter
from gui.inspect.state import Inspection
from gui.store.engine_client import Job

log = logging.getLogger(__name__)


class Controller(AuditWriter):
    """Turns what the user wants into commands. Attributes and signals: see `StateWriter`."""

    # ------------------------------------------------------------------ intents: project, runs

    def open_project(self, path: str) -> None:
        """Use a folder for new runs and list those it has."""
        self.state.open_project(path)

    def pause(self, job: int) -> None:
        """Hold a job until it is resumed."""
        self.client.pause(job)

    def resume(self, job: int) -> None:
        """Go on with a paused job."""
        self.client.resume(job)

    def stop(self, job: int) -> None:
        """End a job now and keep its best."""
        self.client.stop(job)

    def cancel(self, job: int) -> None:
        """Drop a job; a cancelled run can be resumed later."""
        self.client.cancel(job)

    # ------------------------------------------------------------------ intents: inspection

    def choose_run(self, path: str) -> None:
        """Look through another run's network."""
        look = self.state.inspection
        if path == look.run:
            return
        index, sample = look.index, look.sample
        self._forget("inspect", "channels", "channel")
        self.state.inspection = Inspection(run=path, index=index, sample=sample, layer=look.layer)
        if path and index >= 0:
            self._questions["inspect"].ask(m.InspectImage(self._next(), path, index))
        self.inspection_changed.emit()
        self.predictions_changed.emit()

    def inspect(self, index: int) -> None:
        """Judge one image: the picture comes first, the network's view follows."""
        look = self.state.inspection
        if index == look.index and (look.inspected is not None or not look.run):
            return
        self._forget("inspect", "channels", "channel")
        self.state.inspection = Inspection(run=look.run, index=index, layer=look.layer)
        self._questions["look"].ask(m.ShowSample(self._next(), index))
        if look.run:
            self._questions["inspect"].ask(m.InspectImage(self._next(), look.run, index))
        self.inspection_changed.emit()

    def list_channels(self, layer: str) -> None:
        """List a layer's channels for the inspected image."""
        look = self.state.inspection
        self._forget("channels", "channel")
        look.layer, look.channels, look.channel = layer, None, None
        if layer and look.inspected is not None:
            self._questions["channels"].ask(
                m.ListChannels(self._next(), look.run, look.index, layer)
            )
        self.channels_changed.emit()

    def show_channel(self, channel: int) -> None:
        """Show one channel of the chosen layer as the overlay."""
        look = self.state.inspection
        if look.layer and look.inspected is not None:
            self._questions["channel"].ask(
                m.ShowChannel(self._next(), look.run, look.index, look.layer, channel)
            )

    def predict(self, run: str, part: str = "test") -> None:
        """Judge a part of the data set with a run's network."""
        if not self.predicting(run):
            self.state.judge(run, part)

    def predicting(self, run: str) -> Job | None:
        """Return the job that judges images with this run, if one does."""
        return self.state.judging(run)

    # ------------------------------------------------------------------ closing

    @property
    def busy(self) -> bool:
        """Whether closing now would break off work worth keeping."""
        passing = (m.OpenData, m.Synthesise)
        return any(not isinstance(job.command, passing) for job in self.state.jobs.values())

    def wind_down(self) -> None:
        """Stop the run at work and keep it; drop everything else."""
        self.client.wind_down()

    def request_shut_down(self) -> None:
        """Ask both lanes to end without waiting for them."""
        self.client.request_shut_down()

    def shut_down(self) -> None:
        """End both lanes and wait for them. Never terminates a thread."""
        self.client.shut_down()

    @property
    def lanes_ended(self) -> bool:
        """Whether no lane runs."""
        return self.client.lanes_ended
