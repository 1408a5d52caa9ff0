"""The one writer of the window's state, lower half: what events do to it."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from engine import messages as m
from gui import run_events
from gui.engine_thread import INSPECTION, TRAINING, EngineThread
from gui.questions import Question
from gui.state import AppState, Inspection, Job
from gui.text import engine_text
from gui.throttle import Throttle
from gui.thumbnails import SIDE, Thumbnails

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the user: `kind` is info or error, `details` is for the log."""

    kind: str
    text: str
    details: str = ""


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
    engine_ready()
        The engine has loaded; what it computes on and offers is known.
    data_changed(), sample_changed(), project_changed(), runs_changed(), jobs_changed()
        That part of the state is new. `runs_changed` is about rows and their state.
    pulse()
        Live figures moved; at most five times a second.
    predictions_changed()
        More verdicts; at most three times a second.
    inspection_changed(), channels_changed(), channel_changed()
        The inspected image, its layer's channels, the shown channel.
    measures_changed()
        Measures of some run are known, or no longer hold.
    comparison_changed()
        The channels of two runs side by side.
    audited()
        Every file of the data set was checked; its problems are new.
    notice(object)
        A `Notice`.
    """

    engine_ready = Signal()
    data_changed = Signal()
    sample_changed = Signal()
    project_changed = Signal()
    runs_changed = Signal()
    jobs_changed = Signal()
    pulse = Signal()
    predictions_changed = Signal()
    inspection_changed = Signal()
    channels_changed = Signal()
    channel_changed = Signal()
    measures_changed = Signal()
    comparison_changed = Signal()
    audited = Signal()
    notice = Signal(object)

    def __init__(
        self, training: EngineThread, inspection: EngineThread, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.state = AppState()
        self._lanes = {TRAINING: training, INSPECTION: inspection}
        self._numbers = itertools.count(1)
        self._keys = itertools.count(1)
        self.thumbnails = Thumbnails(self._load_thumbnails, parent=self)
        self._thumbnail_job = 0
        self._questions = {
            name: Question(inspection.post)
            for name in ("runs", "sample", "look", "inspect", "channels", "channel")
        }
        self._live = Throttle(200, self)
        self._live.fired.connect(self.pulse)
        self._judged = Throttle(350, self)
        self._judged.fired.connect(self.predictions_changed)
        for lane in self._lanes.values():
            lane.arrived.connect(self.apply)

    # ------------------------------------------------------------------ events

    @Slot(object)
    def apply(self, event: m.Event) -> None:
        """Write an event into the state. Events of ended or unknown jobs are dropped."""
        handler = HANDLERS.get(type(event))
        if handler is None:
            log.warning("No handler for %s", type(event).__name__)
            return
        handler(self, event)

    def _on_ready(self, event: m.EngineReady) -> None:
        self.state.device, self.state.networks = event.device, event.networks
        self.engine_ready.emit()

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
        record = self.state.run_of(key=job.run) if job.run else None
        if record is not None:
            run_events.ended(record, event)
            if not record.path and event.outcome is m.Outcome.CANCELLED:
                self.state.runs.remove(record)
            self.runs_changed.emit()
        self.jobs_changed.emit()
        if isinstance(job.command, m.PredictRun):
            self.predictions_changed.emit()

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
        if job is None or job.state in ("stopping", "cancelling"):
            return
        if job.state == "pausing" and event.state == "running":
            return
        self._set_state(job, event.state)

    def _on_progress(self, event: m.Progress) -> None:
        job = self.state.jobs.get(event.job)
        if job is not None:
            job.stage, job.done, job.total = event.stage, event.done, event.total
            self._live.request()

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

    def _on_runs(self, event: m.RunsListed) -> None:
        if not self._questions["runs"].accepts(event.job):
            return
        known = {run.path: run for run in self.state.runs if run.path}
        busy = [run for run in self.state.runs if run.job]
        listed = []
        for summary in event.runs:
            record = known.get(summary.path)
            if record is not None and record.job:
                continue
            key = record.key if record else next(self._keys)
            listed.append(run_events.record_of(key, summary))
        self.state.runs = busy + listed
        self.runs_changed.emit()

    def _on_predicted(self, event: m.Predicted) -> None:
        job = self.state.jobs.get(event.job)
        if job is None:
            return
        job.stage, job.done, job.total = "judging", event.done, event.total
        found = self.state.predictions.setdefault(event.run, {})
        found.update((prediction.index, prediction) for prediction in event.predictions)
        self._judged.request()
        self._live.request()

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

    def _on_run(self, event: Any) -> None:
        job = self.state.jobs.get(event.job)
        record = self.state.run_of(key=job.run) if job else None
        if job is None or record is None:
            return
        if isinstance(event, m.RunStarted):
            run_events.started(record, event)
            # A list asked for just before may have brought the same folder already.
            self.state.runs = [
                run for run in self.state.runs if run is record or run.path != record.path
            ]
            if job.state == "queued":
                job.state = record.state = "running"
        elif isinstance(event, m.StepDone):
            run_events.stepped(record, event)
            # What came before the steps - decoding, measuring, validating - is over.
            job.stage, job.done, job.total = "training", event.iteration, event.iterations
            self._live.request()
            return
        elif isinstance(event, m.Validated):
            run_events.validated(record, event)
            self._live.request()
            return
        else:
            run_events.finished(record, event)
            look = self.state.inspection
            if look.run == record.path and look.index >= 0:
                # Its weights are new: what is shown was said by the old ones.
                self._questions["inspect"].ask(m.InspectImage(self._next(), look.run, look.index))
        self.runs_changed.emit()
        self.jobs_changed.emit()

    # ------------------------------------------------------------------ helpers

    def _next(self) -> int:
        return next(self._numbers)

    def _start(self, lane: str, command: m.Command, run: int = 0) -> None:
        self.state.jobs[command.job] = Job(command.job, lane, command, run=run)
        self._lanes[lane].post(command)
        self.jobs_changed.emit()

    def _steer(self, number: int, kind: Callable[[int], m.Command], state: str) -> None:
        """Acknowledge in the window at once; the engine obeys at its next step."""
        job = self.state.jobs.get(number)
        if job is None or job.state == "cancelling":
            return
        if job.state == "stopping" and state != "cancelling":
            return
        self._set_state(job, state)
        self._lanes[job.lane].post(kind(number))

    def _set_state(self, job: Job, state: str) -> None:
        job.state = state
        record = self.state.run_of(key=job.run) if job.run else None
        if record is not None:
            record.state = state
            self.runs_changed.emit()
        self.jobs_changed.emit()

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
        self._lanes[INSPECTION].post(m.LoadThumbnails(self._thumbnail_job, indices, SIDE))

    def _sentence(self, event: m.JobEnded) -> str:
        text = engine_text(event.template, event.values) if event.template else event.message
        return text or QCoreApplication.translate("Controller", "The engine gave no reason.")

    def _tell(self, text: str, details: str = "", kind: str = "error") -> None:
        self.notice.emit(Notice(kind, text, details))


HANDLERS: dict[type[m.Event], Callable[[Any, Any], None]] = {
    m.EngineReady: StateWriter._on_ready,
    m.JobEnded: StateWriter._on_ended,
    m.JobState: StateWriter._on_state,
    m.Progress: StateWriter._on_progress,
    m.DataOpened: StateWriter._on_data,
    m.DataAudited: StateWriter._on_audited,
    m.Thumbnail: StateWriter._on_thumbnail,
    m.SampleShown: StateWriter._on_sample,
    m.RunsListed: StateWriter._on_runs,
    m.Predicted: StateWriter._on_predicted,
    m.Inspected: StateWriter._on_inspected,
    m.ChannelsListed: StateWriter._on_channels,
    m.ChannelShown: StateWriter._on_channel,
    m.RunStarted: StateWriter._on_run,
    m.StepDone: StateWriter._on_run,
    m.Validated: StateWriter._on_run,
    m.RunFinished: StateWriter._on_run,
}
