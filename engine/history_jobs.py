"""What the session does for the history of runs, as in :mod:`engine.jobs`."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from send2trash import send2trash

from engine.desk import Desk
from engine.errors import RunError, TransferLensError
from engine.messages import (
    BinRuns,
    Command,
    Event,
    NoteRun,
    NotesRead,
    Problem,
    ReadNotes,
    RunNote,
    RunNoted,
    RunsBinned,
)
from engine.project.notes import NoteStore
from engine.project.runs import RunFolder

Stop = Callable[[], bool]
Steps = Generator[Event | None, None, None]


def read_notes(desk: Desk, command: ReadNotes, stop: Stop) -> Steps:
    """Read all notes of a project; one without any run has none."""
    project = Path(command.project)
    notes: tuple[RunNote, ...] = ()
    if (project / "runs").is_dir():
        with NoteStore(project) as store:
            notes = store.all()
    yield NotesRead(command.job, command.project, notes)


def note_run(desk: Desk, command: NoteRun, stop: Stop) -> Steps:
    """Keep a note."""
    with NoteStore(Path(command.project)) as store:
        note = store.keep(command.note)
    yield RunNoted(command.job, command.project, note)


def bin_runs(desk: Desk, command: BinRuns, stop: Stop) -> Steps:
    """Put runs into the bin, one after another; one that cannot go does not hold up the others."""
    gone, problems = [], []
    for run in command.runs:
        try:
            _bin(Path(run))
            gone.append(run)
        except TransferLensError as error:
            problems.append(Problem(run, error.template, error.values))
    yield RunsBinned(command.job, tuple(gone), tuple(problems))


def _bin(path: Path) -> None:
    folder = RunFolder.load(path)
    lock = folder.hold()  # says so if it is being trained
    try:
        with NoteStore(path.parent.parent) as store:
            store.send_along(path)
    finally:
        lock.release()
    try:
        send2trash(path)
    except OSError as error:
        raise RunError(
            "{path}: cannot be put into the bin ({why}). Delete the folder by hand.",
            path=path,
            why=error.strerror or error,
        ) from error
    with NoteStore(path.parent.parent) as store:
        store.forget(path.name)


HISTORY_HANDLERS: dict[type[Command], Callable[[Desk, Any, Stop], Steps]] = {
    ReadNotes: read_notes,
    NoteRun: note_run,
    BinRuns: bin_runs,
}
"""Which function does which command."""
