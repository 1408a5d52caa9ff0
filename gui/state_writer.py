"""The one writer of the window's state, lower half: what events do to it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from engine import messages as m
from gui.engine_thread import INSPECTION, EngineThread
from gui.inspect.state import Inspection
from gui.questions import Question
from gui.shell.stores import Stores
from gui.state import AppState
from gui.store.engine_client import EngineClient, Job, sentence
from gui.thumbnails import SIDE, Thumbnails

log = logging.getLogger(__name__)


class StateWriter(QObject):
    """Writes what the engine says into the state and tells the views.

    Attributes
    ----------
    state
        Read by the views, written only here.
    thumbnails
        Small pictures of the open data set.

    Signals
    -------
    sample_changed()
        That part of the state is new. Others are the world's and the client's.
    inspection_changed(), channels_changed(), channel_changed()
        The inspected image, its layer's channels, the shown channel.
    audited()
        Every file of the data set was checked; its problems are new.
    """

    sample_changed = Signal()
    inspection_changed = Signal()
    channels_changed = Signal()
    channel_changed = Signal()
    audited = Signal()

    def __init__(
        self, training: EngineThread, inspection: EngineThread, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.client = EngineClient(training, inspection, self)
        self.state = AppState(self.client, self)
        self.engine_ready, self.notice = self.client.ready, self.client.notice
        self.jobs_changed, self.pulse = self.client.jobs_changed, self.client.pulse
        self.data_changed = self.state.data_changed
        self.project_changed = self.state.project_changed
        self.runs_changed = self.state.runs_changed
        self.predictions_changed = self.state.predictions_changed
        self._lanes = self.client.lanes
        self.thumbnails = Thumbnails(self._load_thumbnails, parent=self)
        self._thumbnail_job = 0
        self._questions = {
            name: Question(self._post)
            for name in ("sample", "look", "inspect", "channels", "channel")
        }
        self.state.project_left.connect(self._leave_runs)
        self.state.project_changed.connect(self._use_regions)
        self.state.judged.connect(self._on_run_judged)
        self.stores = Stores(self.client, self.state)
        self.stores.runs.binned.connect(self._on_binned)
        self.state.verdicts_stale.connect(self._on_run_renewed)

    # ------------------------------------------------------------------ events

    @Slot(object)
    def apply(self, event: m.Event) -> None:
        """Write an event into the state. Events of ended or unknown jobs are dropped."""
        handler = HANDLERS.get(type(event))
        if handler is None:
            log.warning("No handler for %s", type(event).__name__)
            return
        handler(self, event)

    def _on_ended(self, event: m.JobEnded) -> None:
        if event.details:
            log.error("Job %d %s:\n%s", event.job, event.outcome, event.details)
        for name, question in self._questions.items():
            if question.in_flight == event.job:
                self._answer_failed(name, question, event)
                question.ended(event.job)
                return
        if event.job == self._thumbnail_job:
            self._thumbnail_job = 0
            self.thumbnails.ended()
            return
        job = self.state.jobs.pop(event.job, None)
        if job is None:
            return
        failed = event.outcome in (m.Outcome.FAILED, m.Outcome.REJECTED)
        if isinstance(job.command, m.OpenData) and self._opens(job):
            sentence = self._sentence(event) if failed else ""
            # Whoever has seen the data come need not show all of it once more.
            if self.state.opening or sentence != self.state.open_failed:
                self.state.opening, self.state.open_failed = "", sentence
                self.data_changed.emit()
        elif failed:
            self._tell(self._sentence(event), event.details)
        self.jobs_changed.emit()

    def _answer_failed(self, name: str, question: Question, event: m.JobEnded) -> None:
        if event.outcome not in (m.Outcome.FAILED, m.Outcome.REJECTED):
            return
        if not question.accepts(event.job):
            return
        if name == "inspect":
            self.state.inspection.failed = self._sentence(event)
            self.inspection_changed.emit()
        else:
            self._tell(self._sentence(event), event.details)

    def _on_state(self, event: m.JobState) -> None:
        job = self.state.jobs.get(event.job)
        if job is not None:
            self.client.acknowledge(job, event.state)

    def _on_progress(self, event: m.Progress) -> None:
        job = self.state.jobs.get(event.job)
        if job is not None:
            self.client.follow(job, event.stage, event.done, event.total)

    def _on_data(self, event: m.DataOpened) -> None:
        job = self.state.jobs.get(event.job)
        if job is None:
            return
        # Also an older request's set: the lane holds it now, and a newer one may still fail.
        self.thumbnails.clear()
        self._thumbnail_job = 0
        self._forget("sample", "look", "inspect", "channels", "channel")
        assert isinstance(job.command, m.OpenData)
        state = self.state
        state.data, state.options = event.data, job.command.options
        if self._opens(job):
            state.opening, state.open_failed = "", ""
        state.sample, state.audited = None, False
        state.predictions.clear()
        state.inspection = Inspection(run=state.inspection.run)
        # Stores let go of the old images before a view shows the new ones.
        state.data_opened.emit()
        self.data_changed.emit()
        self.sample_changed.emit()
        self.inspection_changed.emit()
        self.predictions_changed.emit()

    def _on_audited(self, event: m.DataAudited) -> None:
        # A set opened since has its own files; the lane did the check before it.
        if event.job in self.state.jobs and self.state.data is not None:
            self.state.data = replace(self.state.data, problems=event.problems)
            self.state.audited = True
            self.audited.emit()

    def _on_thumbnail(self, event: m.Thumbnail) -> None:
        if event.job == self._thumbnail_job:
            self.thumbnails.put(event.index, event.image)

    def _on_sample(self, event: m.SampleShown) -> None:
        if self._questions["sample"].accepts(event.job):
            self.state.sample = event
            self.sample_changed.emit()
        elif self._questions["look"].accepts(event.job):
            self.state.inspection.sample = event
            self.inspection_changed.emit()

    def _on_inspected(self, event: m.Inspected) -> None:
        if not self._questions["inspect"].accepts(event.job):
            return
        look = self.state.inspection
        if (event.run, event.index) != (look.run, look.index):
            return
        look.inspected, look.failed = event, ""
        self.inspection_changed.emit()

    def _on_channels(self, event: m.ChannelsListed) -> None:
        if self._questions["channels"].accepts(event.job):
            self.state.inspection.channels = event
            self.channels_changed.emit()

    def _on_channel(self, event: m.ChannelShown) -> None:
        if self._questions["channel"].accepts(event.job):
            self.state.inspection.channel = event
            self.channel_changed.emit()

    # ------------------------------------------------------------------ helpers

    def _next(self) -> int:
        return self.client.number()

    def _post(self, command: m.Command) -> None:
        self.client.send(INSPECTION, command, self.apply)

    def _start(self, lane: str, command: m.Command, run: int = 0) -> None:
        self.client.start(Job(command.job, lane, command, run=run), self.apply)

    def _forget(self, *names: str) -> None:
        for name in names:
            self._questions[name].forget()

    def _opens(self, job: Job) -> bool:
        """Whether a job reads the folder asked for last."""
        newest = max(
            (j.number for j in self.state.jobs.values() if isinstance(j.command, m.OpenData)),
            default=0,
        )
        return job.number >= newest

    def _load_thumbnails(self, indices: tuple[int, ...]) -> None:
        self._thumbnail_job = self._next()
        self._post(m.LoadThumbnails(self._thumbnail_job, indices, SIDE))

    def _sentence(self, event: m.JobEnded) -> str:
        return sentence(event)

    def _tell(self, text: str, details: str = "", kind: str = "error") -> None:
        self.client.tell(text, details, kind)

    def _on_run_judged(self, run: str, whole: bool) -> None:
        """Some of a run's images were judged."""

    def _on_run_renewed(self, run: str) -> None:
        """A run's weights are others; "": regions are."""
        look = self.state.inspection
        if run and look.run == run and look.index >= 0:
            # What is shown was said by the old ones.
            self._questions["inspect"].ask(m.InspectImage(self._next(), look.run, look.index))

    def _on_binned(self, gone: frozenset[str]) -> None:
        if self.state.inspection.run in gone:
            self._forget("inspect", "channels", "channel")
            self.state.inspection = Inspection()
            self.inspection_changed.emit()

    def _use_regions(self) -> None:
        """Let the open project's regions count."""

    def _leave_runs(self) -> None:
        """Runs belong to their project; another one is about to be opened."""


HANDLERS: dict[type[m.Event], Callable[[Any, Any], None]] = {
    m.JobEnded: StateWriter._on_ended,
    m.JobState: StateWriter._on_state,
    m.Progress: StateWriter._on_progress,
    m.DataOpened: StateWriter._on_data,
    m.DataAudited: StateWriter._on_audited,
    m.Thumbnail: StateWriter._on_thumbnail,
    m.SampleShown: StateWriter._on_sample,
    m.Inspected: StateWriter._on_inspected,
    m.ChannelsListed: StateWriter._on_channels,
    m.ChannelShown: StateWriter._on_channel,
}
