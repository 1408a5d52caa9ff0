"""Inspects one folder at a time, and reads what the project keeps of others."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.cluster.messages import ClusterJoined, WorkersNow
from engine.core.event import JobEnded, Outcome
from engine.folder.messages import (
    DriftRead,
    FileShown,
    FolderGrown,
    FolderReported,
    FoldersListed,
    FolderStarted,
    InspectFolder,
    ListFolders,
    OpenFolder,
    ReadDrift,
    ShowFile,
    WriteFolderReport,
)
from gui.folder.state import FolderState, KeptFolders
from gui.store.asking import Answers, Ask, Task
from gui.store.engine_client import EngineClient, Job, ended_badly, sentence
from gui.store.engine_thread import INSPECTION
from gui.store.throttle import Throttle
from gui.store.world import World

ENDED = {
    Outcome.DONE: "done",
    Outcome.STOPPED: "stopped",
    Outcome.CANCELLED: "cancelled",
    Outcome.FAILED: "failed",
    Outcome.REJECTED: "failed",
}


class FolderStore(QObject):
    """The folder inspected, at work or kept, and the project's others.

    Attributes
    ----------
    state
        The inspection that is shown.
    others
        What the project keeps, and how one run's scores went.
    joined, workers
        Whose workers the inspection at work has, and what they are at; None if it has none.

    Signals
    -------
    changed()
        Another inspection is shown, or this one began or ended.
    grown()
        More files are judged; at most five times a second.
    listed()
        The project keeps other inspections.
    file_changed()
        Another file is looked at, or more is known of it.
    drift_changed()
        Another run's scores, or newer ones.
    printed(object)
        A `FolderReported` whose pages are to be printed.
    workers_changed()
        The workers of the inspection at work have said something.
    """

    changed = Signal()
    grown = Signal()
    listed = Signal()
    file_changed = Signal()
    drift_changed = Signal()
    printed = Signal(object)
    workers_changed = Signal()

    def __init__(self, client: EngineClient, world: World, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client, self._world = client, world
        self.state, self.others = FolderState(), KeptFolders()
        self.joined: ClusterJoined | None = None
        self.workers: WorkersNow | None = None
        answers: Answers = {FolderStarted: self._on_started, FolderGrown: self._on_grown}
        self._inspect = Task(
            client,
            INSPECTION,
            InspectFolder,
            {**answers, ClusterJoined: self._on_joined, WorkersNow: self._on_workers},
            failed=self._on_failed,
            ended=self._on_ended,
        )
        self._report = Task(
            client,
            INSPECTION,
            WriteFolderReport,
            {FolderReported: self._on_reported},
            ended=lambda _event, _job: self.changed.emit(),
        )
        self._open = Ask(client, answers)
        self._list = Ask(client, self._on_listed)
        self._file = Ask(client, self._on_file, self._on_file_failed)
        self._drift = Ask(client, self._on_drift, self._on_drift_failed)
        self._growing = Throttle(200, self)
        self._growing.fired.connect(self.grown)
        world.project_left.connect(self._on_project_left)

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
        go_on: bool = False,
        scheduler: str = "",
    ) -> None:
        """Judge a folder with a run, one at a time; results go to a new folder below `out`.

        `go_on`: with the last inspection of that folder by the run, where its results are.
        `scheduler`: whose workers judge, as on the command line; "": this process.
        """
        if not run or not folder or self.job is not None:
            return
        for ask in (self._open, self._file):
            ask.forget()
        self.state = FolderState()
        self.state.job = self._inspect(
            run,
            folder,
            watch=watch,
            keep=True,
            out=out,
            csv="verdicts.csv" if csv else "",
            heat="heat" if heat else "",
            compare=compare,
            scheduler=scheduler,
            go_on=go_on,
        ).number
        self.changed.emit()
        self.file_changed.emit()

    @property
    def job(self) -> Job | None:
        """The job that inspects a folder, if one does."""
        return self._inspect.job()

    def open(self, number: int) -> None:
        """Show an inspection that the project keeps; the one at work is not left."""
        if self._world.project and not self.state.job:
            self._file.forget()
            self.state = FolderState(outcome="kept")
            self._open(OpenFolder, self._world.project, number)
            self.changed.emit()
            self.file_changed.emit()

    def list_kept(self) -> None:
        """Read which inspections the open project keeps."""
        if self._world.project:
            self._list(ListFolders, self._world.project)

    def show_file(self, file: str) -> None:
        """Look at a file of the inspection shown; "" at none."""
        state = self.state
        if file == state.file:
            return
        self._file.forget()
        state.file, state.shown, state.file_failed = file, None, ""
        if file and state.head is not None:
            self._file(ShowFile, state.head.run, file)
        self.file_changed.emit()

    def read_drift(self, run: str) -> None:
        """Ask how a run's scores went, if that is not known."""
        held = self.others
        if held.run != run:
            held.run, held.drift, held.stale, held.failed = run, None, True, ""
            self._drift.forget()
            self.drift_changed.emit()
        if run and held.stale:
            held.stale = False
            self._drift(ReadDrift, run)

    def report(self, path: str, language: str, *, paper: bool = False) -> None:
        """Report on the inspection shown: as an HTML file, or as pages to print to `path`."""
        head = self.state.head
        if head is not None and head.number and self.reporting is None:
            self._report(self._world.project, head.number, path, language, paper)
            self.changed.emit()

    @property
    def reporting(self) -> Job | None:
        """The job that reports on an inspection, if one does."""
        return self._report.job()

    def note_report(self, path: str) -> None:
        """Remember where a report was printed to."""
        self.state.report = path
        self.changed.emit()

    # ------------------------------------------------------------------ answers

    def _is_shown(self, job: int) -> bool:
        return job == self.state.job or self._open.accepts(job)

    def _on_started(self, event: FolderStarted) -> None:
        if self._is_shown(event.job):
            self.state.head = event.head
            self.changed.emit()

    def _on_grown(self, event: FolderGrown) -> None:
        if not self._is_shown(event.job):
            return
        state = self.state
        state.add(event.rows)
        state.done, state.total, state.seconds = event.done, event.total, event.seconds
        state.waiting, state.lost = event.waiting, event.lost
        state.left_out = event.left_out
        job = self._client.jobs.get(event.job)
        if job is not None:
            stage = "waiting" if event.waiting else "judging"
            self._client.follow(job, stage, event.done, event.total)
        self.others.stale = True
        self._growing.request()

    def _on_joined(self, event: ClusterJoined) -> None:
        self.joined, self.workers = event, None
        self.workers_changed.emit()

    def _on_workers(self, event: WorkersNow) -> None:
        self.workers = event
        self.workers_changed.emit()

    def _on_failed(self, event: JobEnded) -> None:
        if event.job == self.state.job:
            self.state.failed = sentence(event)
        self._client.tell_failure(event)

    def _on_ended(self, event: JobEnded, _job: Job) -> None:
        state = self.state
        self.joined = self.workers = None
        self.workers_changed.emit()
        if event.job == state.job:
            state.job, state.outcome, state.waiting = 0, ENDED[event.outcome], False
            if not ended_badly(event):
                state.failed = ""
            # What was judged last is shown before it is said that this is all.
            self.grown.emit()
            self.list_kept()
            self.others.stale = True
        self.changed.emit()

    def _on_listed(self, event: FoldersListed) -> None:
        if event.project == self._world.project:
            self.others.project, self.others.inspections = event.project, event.inspections
            self.listed.emit()

    def _on_file(self, event: FileShown) -> None:
        if event.file == self.state.file:
            self.state.shown = event
            self.file_changed.emit()

    def _on_file_failed(self, event: JobEnded) -> None:
        self.state.file_failed = sentence(event)
        self.file_changed.emit()

    def _on_drift(self, event: DriftRead) -> None:
        if event.run == self.others.run:
            self.others.drift, self.others.failed = event.drift, ""
            self.drift_changed.emit()

    def _on_drift_failed(self, event: JobEnded) -> None:
        self.others.failed = sentence(event)
        self.drift_changed.emit()

    def _on_reported(self, event: FolderReported) -> None:
        command = self._client.jobs[event.job].command
        if isinstance(command, WriteFolderReport) and command.paper:
            self.printed.emit(event)
        elif self.state.head is not None:
            self.note_report(event.path)

    # ------------------------------------------------------------------ the world

    def _on_project_left(self) -> None:
        job = self.job
        if job is not None:
            # It belongs to the project that is left; what it has judged is kept there.
            self._client.stop(job.number)
        for ask in (self._open, self._list, self._file, self._drift):
            ask.forget()
        self.state, self.others = FolderState(), KeptFolders()
        for signal in (self.changed, self.listed, self.file_changed, self.drift_changed):
            signal.emit()
