"""The one writer of the window's state: what concerns the history of runs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine import messages as m
from gui.engine_thread import INSPECTION, EngineThread
from gui.questions import Question
from gui.signoff_writer import SignOffWriter
from gui.state import Inspection
from gui.state_writer import HANDLERS
from gui.text import either, problem_text


class HistoryWriter(SignOffWriter):
    """Notes, repeating, and the bin.

    Signals
    -------
    notes_changed()
        Other notes or tags are known.
    """

    notes_changed = Signal()

    def __init__(
        self, training: EngineThread, inspection: EngineThread, parent: QObject | None = None
    ) -> None:
        super().__init__(training, inspection, parent)
        self._questions["notes"] = Question(self._post)

    # ------------------------------------------------------------------ intents

    def read_notes(self) -> None:
        """Ask for the project's notes, unless they are known."""
        state = self.state
        if state.project and state.notes is None and not self._questions["notes"].in_flight:
            self._questions["notes"].ask(m.ReadNotes(self._next(), state.project))

    def note_run(self, run: str, text: str, tags: Sequence[str]) -> None:
        """Write a note on a run, by its name; it is on screen at once."""
        note = m.RunNote(run, text, tuple(tags))
        if self.state.notes is None or self.state.notes.get(run, m.RunNote(run)) == note:
            return
        self.state.notes[run] = note
        self._start(INSPECTION, m.NoteRun(self._next(), self.state.project, note))
        self.notes_changed.emit()

    def bin_runs(self, paths: Sequence[str]) -> None:
        """Put runs into the system's bin."""
        if paths:
            self._start(INSPECTION, m.BinRuns(self._next(), tuple(paths)))

    # ------------------------------------------------------------------ events

    def _on_notes(self, event: m.NotesRead) -> None:
        if event.project == self.state.project:
            self.state.notes = {note.run: note for note in event.notes}
            self.notes_changed.emit()

    def _on_noted(self, event: m.RunNoted) -> None:
        if event.project == self.state.project and self.state.notes is not None:
            later = any(
                isinstance(job.command, m.NoteRun)
                and job.number > event.job
                and job.command.note.run == event.note.run
                for job in self.state.jobs.values()
            )
            if not later:
                self.state.notes[event.note.run] = event.note
                self.notes_changed.emit()

    def _on_binned(self, event: m.RunsBinned) -> None:
        gone = set(event.runs)
        self.state.runs = [run for run in self.state.runs if run.path not in gone]
        for path in gone:
            self.state.predictions.pop(path, None)
        if self.state.inspection.run in gone:
            self._forget("inspect", "channels", "channel")
            self.state.inspection = Inspection()
            self.inspection_changed.emit()
        if self.stores.evaluate.state.run in gone:
            self.stores.evaluate.choose("")
        if self.state.signing.run in gone:
            self.choose_signed_run("")
        self.runs_changed.emit()
        if event.problems:
            self._tell("\n".join(problem_text(problem) for problem in event.problems))
        elif gone:
            template = either(
                len(gone),
                QCoreApplication.translate(
                    "Controller", "{n} run is in the bin; it can be taken out there."
                ),
                QCoreApplication.translate(
                    "Controller", "{n} runs are in the bin; they can be taken out there."
                ),
            )
            self._tell(template.format(n=len(gone)), kind="info")

    def _leave_runs(self) -> None:
        super()._leave_runs()
        self._forget("notes")
        self.state.notes = None
        self.notes_changed.emit()


HANDLERS.update(
    {
        m.NotesRead: HistoryWriter._on_notes,
        m.RunNoted: HistoryWriter._on_noted,
        m.RunsBinned: HistoryWriter._on_binned,
    }
)
