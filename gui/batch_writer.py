"""The one writer of the window's state: what concerns folders that are inspected."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine import messages as m
from gui.batching import Batching, Operating
from gui.engine_thread import INSPECTION, EngineThread
from gui.place_writer import PlaceWriter
from gui.questions import Question
from gui.state_writer import HANDLERS
from gui.store.engine_client import Job
from gui.throttle import Throttle

ENDED = {
    m.Outcome.DONE: "done",
    m.Outcome.STOPPED: "stopped",
    m.Outcome.CANCELLED: "cancelled",
    m.Outcome.FAILED: "failed",
    m.Outcome.REJECTED: "failed",
}


class BatchWriter(PlaceWriter):
    """Inspects one folder at a time, and reads what the project keeps of others.

    Signals
    -------
    batch_changed()
        Another inspection is shown, or this one began or ended.
    batch_grown()
        More files are judged; at most five times a second.
    batches_changed()
        The project keeps other inspections.
    file_changed()
        Another file is looked at, or more is known of it.
    drift_changed()
        Another run's scores, or newer ones.
    batch_printed(object)
        A `engine.messages.BatchReported` whose pages are to be printed.
    """

    batch_changed = Signal()
    batch_grown = Signal()
    batches_changed = Signal()
    file_changed = Signal()
    drift_changed = Signal()
    batch_printed = Signal(object)

    def __init__(
        self, training: EngineThread, inspection: EngineThread, parent: QObject | None = None
    ) -> None:
        super().__init__(training, inspection, parent)
        for name in ("batch", "batches", "file", "drift"):
            self._questions[name] = Question(self._post)
        self._growing = Throttle(200, self)
        self._growing.fired.connect(self.batch_grown)

    # ------------------------------------------------------------------ intents

    def inspect_folder(
        self,
        run: str,
        folder: str,
        *,
        watch: bool = False,
        csv: bool = True,
        heat: bool = False,
        compare: bool = True,
        out: str = "",
    ) -> None:
        """Judge a folder with a run, one at a time; results go to a new folder below `out`."""
        if not run or not folder or self.batch_job is not None:
            return
        self._forget("batch", "file")
        command = m.InspectFolder(
            self._next(),
            run,
            folder,
            watch=watch,
            keep=True,
            out=out,
            csv="verdicts.csv" if csv else "",
            heat="heat" if heat else "",
            compare=compare,
        )
        self.state.batching = Batching(job=command.job)
        self._start(INSPECTION, command)
        self.batch_changed.emit()
        self.file_changed.emit()

    @property
    def batch_job(self) -> Job | None:
        """The job that inspects a folder, if one does."""
        for job in self.state.lane_jobs(INSPECTION):
            if isinstance(job.command, m.InspectFolder):
                return job
        return None

    def open_batch(self, number: int) -> None:
        """Show an inspection that the project keeps; the one at work is not left."""
        if self.state.project and not self.state.batching.job:
            self._forget("file")
            self.state.batching = Batching(outcome="kept")
            command = m.OpenBatch(self._next(), self.state.project, number)
            self._questions["batch"].ask(command)
            self.batch_changed.emit()
            self.file_changed.emit()

    def list_batches(self) -> None:
        """Read which inspections the open project keeps."""
        if self.state.project:
            self._questions["batches"].ask(m.ListBatches(self._next(), self.state.project))

    def show_file(self, file: str) -> None:
        """Look at a file of the inspection shown; "" at none."""
        look = self.state.batching
        if file == look.file:
            return
        self._forget("file")
        look.file, look.shown, look.file_failed = file, None, ""
        if file and look.head is not None:
            self._questions["file"].ask(m.ShowFile(self._next(), look.head.run, file))
        self.file_changed.emit()

    def read_drift(self, run: str) -> None:
        """Ask how a run's scores went, if that is not known."""
        held = self.state.operating
        if held.run != run:
            held.run, held.drift, held.stale, held.failed = run, None, True, ""
            self._forget("drift")
            self.drift_changed.emit()
        if run and held.stale:
            held.stale = False
            self._questions["drift"].ask(m.ReadDrift(self._next(), run))

    def report_batch(self, path: str, language: str, *, paper: bool = False) -> None:
        """Report on the inspection shown: as an HTML file, or as pages to print to `path`."""
        head = self.state.batching.head
        if head is not None and head.number and self.reporting is None:
            command = m.WriteBatchReport(
                self._next(), self.state.project, head.number, path, language, paper
            )
            self._start(INSPECTION, command)
            self.batch_changed.emit()

    @property
    def reporting(self) -> Job | None:
        """The job that reports on an inspection, if one does."""
        for job in self.state.lane_jobs(INSPECTION):
            if isinstance(job.command, m.WriteBatchReport):
                return job
        return None

    def note_report(self, path: str) -> None:
        """Remember where a report was printed to."""
        self.state.batching.report = path
        self.batch_changed.emit()

    # ------------------------------------------------------------------ events

    def _is_shown(self, job: int) -> bool:
        mine = bool(job) and job == self.state.batching.job
        return mine or self._questions["batch"].accepts(job)

    def _on_started(self, event: m.BatchStarted) -> None:
        if self._is_shown(event.job):
            self.state.batching.head = event.head
            self.batch_changed.emit()

    def _on_grown(self, event: m.BatchGrown) -> None:
        if not self._is_shown(event.job):
            return
        look = self.state.batching
        look.add(event.rows)
        look.done, look.total, look.seconds = event.done, event.total, event.seconds
        look.waiting, look.lost = event.waiting, event.lost
        job = self.state.jobs.get(event.job)
        if job is not None:
            job.stage = "waiting" if event.waiting else "judging"
            job.done, job.total = event.done, event.total
            self.client.beat()
        self.state.operating.stale = True
        self._growing.request()

    def _on_batches(self, event: m.BatchesListed) -> None:
        if self._questions["batches"].accepts(event.job) and event.project == self.state.project:
            held = self.state.operating
            held.project, held.batches = event.project, event.batches
            self.batches_changed.emit()

    def _on_file(self, event: m.FileShown) -> None:
        look = self.state.batching
        if self._questions["file"].accepts(event.job) and event.file == look.file:
            look.shown = event
            self.file_changed.emit()

    def _on_drift(self, event: m.DriftRead) -> None:
        held = self.state.operating
        if self._questions["drift"].accepts(event.job) and event.run == held.run:
            held.drift, held.failed = event.drift, ""
            self.drift_changed.emit()

    def _on_reported(self, event: m.BatchReported) -> None:
        job = self.state.jobs.get(event.job)
        if job is None or not isinstance(job.command, m.WriteBatchReport):
            return
        if job.command.paper:
            self.batch_printed.emit(event)
        elif self.state.batching.head is not None:
            self.note_report(event.path)

    def _on_ended(self, event: m.JobEnded) -> None:
        job, look = self.state.jobs.get(event.job), self.state.batching
        kind = type(job.command) if job is not None else None
        failed = event.outcome in (m.Outcome.FAILED, m.Outcome.REJECTED)
        if kind is m.InspectFolder and event.job == look.job:
            look.job, look.outcome, look.waiting = 0, ENDED[event.outcome], False
            look.failed = self._sentence(event) if failed else ""
            # What was judged last is shown before it is said that this is all.
            self.batch_grown.emit()
            self.list_batches()
            self.state.operating.stale = True
        super()._on_ended(event)
        if kind in (m.InspectFolder, m.WriteBatchReport):
            self.batch_changed.emit()

    def _answer_failed(self, name: str, question: Question, event: m.JobEnded) -> None:
        failed = event.outcome in (m.Outcome.FAILED, m.Outcome.REJECTED)
        if not failed or not question.accepts(event.job) or name not in ("file", "drift"):
            super()._answer_failed(name, question, event)
        elif name == "file":
            self.state.batching.file_failed = self._sentence(event)
            self.file_changed.emit()
        else:
            self.state.operating.failed = self._sentence(event)
            self.drift_changed.emit()

    # ------------------------------------------------------------------ helpers

    def _leave_runs(self) -> None:
        super()._leave_runs()
        job = self.batch_job
        if job is not None:
            # It belongs to the project that is left; what it has judged is kept there.
            self.client.stop(job.number)
        self._forget("batch", "batches", "file", "drift")
        self.state.batching, self.state.operating = Batching(), Operating()
        self.batch_changed.emit()
        self.batches_changed.emit()
        self.file_changed.emit()
        self.drift_changed.emit()


HANDLERS.update(
    {
        m.BatchStarted: BatchWriter._on_started,
        m.BatchGrown: BatchWriter._on_grown,
        m.BatchesListed: BatchWriter._on_batches,
        m.FileShown: BatchWriter._on_file,
        m.DriftRead: BatchWriter._on_drift,
        m.BatchReported: BatchWriter._on_reported,
        m.JobEnded: BatchWriter._on_ended,
    }
)
