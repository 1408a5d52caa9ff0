"""Made-up notes, and a bin that takes all runs but locked ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine import messages as m

HISTORY = (m.ReadNotes, m.NoteRun, m.BinRuns)


def answer(emit: Callable[[m.Event], None], world: Any, command: m.Command) -> None:
    """Answer a command about the history of runs."""
    job = command.job
    if isinstance(command, m.ReadNotes):
        emit(m.NotesRead(job, command.project, tuple(world.notes.values())))
    elif isinstance(command, m.NoteRun):
        world.notes[command.note.run] = command.note
        emit(m.RunNoted(job, command.project, command.note))
    elif isinstance(command, m.BinRuns):
        gone = tuple(run for run in command.runs if run not in world.locked)
        world.runs = [run for run in world.runs if run.path not in gone]
        words = "{path}: this run is being trained. Wait for it, or stop it there."
        kept = [m.Problem(r, words, {"path": r}) for r in command.runs if r not in gone]
        emit(m.RunsBinned(job, gone, tuple(kept)))
