"""Made-up notes, and a bin that takes all runs but locked ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.core.command import Command
from engine.core.values import Problem
from engine.runs.messages import (
    BinRuns,
    FollowRuns,
    NoteRun,
    NotesRead,
    ReadNotes,
    RenameRun,
    RunNoted,
    RunRenamed,
    RunsBinned,
    RunsFollowed,
)
from tests.gui.answers import Emit, answers


@answers(ReadNotes, NoteRun, RenameRun, BinRuns, FollowRuns)
def answer(emit: Emit, world: Any, command: Command) -> None:
    """Answer a command about the history of runs."""
    job = command.job
    if isinstance(command, FollowRuns):
        names = frozenset(Path(run.path).name for run in world.runs)
        emit(RunsFollowed(job, command.project, (), names))
    elif isinstance(command, ReadNotes):
        emit(NotesRead(job, command.project, tuple(world.notes.values())))
    elif isinstance(command, NoteRun):
        world.notes[command.note.run] = command.note
        emit(RunNoted(job, command.project, command.note))
    elif isinstance(command, RenameRun):
        world.runs = [
            replace(run, title=command.title) if run.path == command.run else run
            for run in world.runs
        ]
        emit(RunRenamed(job, command.run, command.title))
    elif isinstance(command, BinRuns):
        gone = tuple(run for run in command.runs if run not in world.locked)
        world.runs = [run for run in world.runs if run.path not in gone]
        words = "{path}: this run is being trained. Wait for it, or stop it there."
        kept = [Problem(r, words, {"path": r}) for r in command.runs if r not in gone]
        emit(RunsBinned(job, gone, tuple(kept)))
