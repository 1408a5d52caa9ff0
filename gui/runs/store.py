"""The history of a project's runs: notes, and the bin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.core.event import JobEnded
from engine.core.values import RunNote
from engine.runs.messages import (
    BinRuns,
    NoteRun,
    NotesRead,
    ReadNotes,
    RenameRun,
    RunNoted,
    RunsBinned,
)
from gui.runs.follower import RunFollower
from gui.store.asking import Ask, Post, Task
from gui.store.engine_client import EngineClient
from gui.store.engine_thread import INSPECTION
from gui.store.run_names import called_already, shown_name
from gui.store.steps import Steps
from gui.store.world import World
from gui.words.text import problem_text


@dataclass(frozen=True, slots=True)
class Renamed:
    """A run's name before and after; `order` is larger for whatever was done later."""

    run: str
    before: str
    after: str
    order: int


class RunsStore(QObject):
    """What was written of runs, and runs that are put away.

    Attributes
    ----------
    notes
        What was written of runs, by name; None before they were read.

    steps
        Names given since the project was opened.
    follower
        Shows runs that another program trains.

    Signals
    -------
    notes_changed()
        Other notes or tags are known.
    binned(object)
        Folders of runs that are gone.
    """

    notes_changed = Signal()
    binned = Signal(object)

    def __init__(self, client: EngineClient, world: World, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client, self._world = client, world
        self.notes: dict[str, RunNote] | None = None
        self._read = Ask(client, self._on_notes)
        self._note = Task(client, INSPECTION, NoteRun, {RunNoted: self._on_noted})
        self.steps: Steps[Renamed] = Steps()
        self._rename = Post(client, self._on_refused)
        self._bin = Task(client, INSPECTION, BinRuns, {RunsBinned: self._on_binned})
        self.follower = RunFollower(client, world, self)
        world.project_left.connect(self._on_project_left)

    # ------------------------------------------------------------------ intents

    def read_notes(self) -> None:
        """Ask for the project's notes, unless they are known."""
        if self._world.project and self.notes is None and not self._read.in_flight:
            self._read(ReadNotes, self._world.project)

    def note_run(self, run: str, text: str, tags: Sequence[str]) -> None:
        """Write a note on a run, by its name; it is on screen at once."""
        note = RunNote(run, text, tuple(tags))
        if self.notes is None or self.notes.get(run, RunNote(run)) == note:
            return
        self.notes[run] = note
        self._note(self._world.project, note)
        self.notes_changed.emit()

    def rename_run(self, path: str, title: str) -> bool:
        """Call a run so, "" as its folder says; False where the name is refused, in words."""
        run, runs = self._world.run_of(path=path), self._world.runs
        title = " ".join(title.split())
        if run is None or not path or title == run.title:
            return False
        if title == shown_name(replace(run, title=""), runs):
            title = ""  # its own name in words is no name of its own
        other = called_already(title, run, runs) if title else None
        if other is not None:
            template = QCoreApplication.translate(
                "runs", "{name}: another run is called so already ({run}). Choose another name."
            )
            self._client.tell(template.format(name=title, run=other.name))
            return False
        if title != run.title:
            self.steps.add(Renamed(path, run.title, title, self._client.number()))
            self._call(path, title)
        return True

    def undo(self) -> None:
        """Take the last new name back."""
        if self.steps.place:
            step = self.steps.back()
            self._call(step.run, step.before)

    def redo(self) -> None:
        """Give the name again that was taken back."""
        if self.steps.next:
            step = self.steps.forth()
            self._call(step.run, step.after)

    def _call(self, path: str, title: str) -> None:
        run = self._world.run_of(path=path)
        if run is not None:
            run.title = title
            self._rename(RenameRun, path, title)
            self._world.runs_changed.emit()

    def _on_refused(self, _command: RenameRun, event: JobEnded) -> None:
        """The name could not be kept: what is on disk holds."""
        self.steps.clear()
        self._client.tell_failure(event)
        self._world.list_runs()

    def bin_runs(self, paths: Sequence[str]) -> None:
        """Put runs into the system's bin."""
        if paths:
            self._bin(tuple(paths))

    # ------------------------------------------------------------------ answers

    def _on_notes(self, event: NotesRead) -> None:
        if event.project == self._world.project:
            self.notes = {note.run: note for note in event.notes}
            self.notes_changed.emit()

    def _on_noted(self, event: RunNoted) -> None:
        if event.project != self._world.project or self.notes is None:
            return
        later = any(
            isinstance(job.command, NoteRun)
            and job.number > event.job
            and job.command.note.run == event.note.run
            for job in self._note.jobs
        )
        if not later:
            self.notes[event.note.run] = event.note
            self.notes_changed.emit()

    def _on_binned(self, event: RunsBinned) -> None:
        gone, world = frozenset(event.runs), self._world
        world.runs = [run for run in world.runs if run.path not in gone]
        for path in gone:
            world.predictions.pop(path, None)
        self.binned.emit(gone)
        world.runs_changed.emit()
        if event.problems:
            self._client.tell("\n".join(problem_text(problem) for problem in event.problems))
        elif gone:
            template = QCoreApplication.translate(
                "stores", "{n} runs are in the bin; they can be taken out there.", "", len(gone)
            )
            self._client.tell(template.format(n=len(gone)), kind="info")

    def _on_project_left(self) -> None:
        self._read.forget()
        self.steps.clear()
        self.notes = None
        self.notes_changed.emit()
