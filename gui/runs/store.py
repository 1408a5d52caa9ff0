"""The history of a project's runs: notes, and the bin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.core.values import RunNote
from engine.runs.messages import BinRuns, NoteRun, NotesRead, ReadNotes, RunNoted, RunsBinned
from gui.store.asking import Ask, Task
from gui.store.engine_client import EngineClient
from gui.store.engine_thread import INSPECTION
from gui.store.world import World
from gui.words.text import problem_text


class RunsStore(QObject):
    """What was written of runs, and runs that are put away.

    Attributes
    ----------
    notes
        What was written of runs, by name; None before they were read.

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
        self._bin = Task(client, INSPECTION, BinRuns, {RunsBinned: self._on_binned})
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
        self.notes = None
        self.notes_changed.emit()
