"""What the session does for the history of runs."""

from __future__ import annotations

import logging
from pathlib import Path

from send2trash import send2trash

from engine.core.errors import RunError, TransferLensError
from engine.core.files import sweep
from engine.core.job import Steps, job
from engine.core.values import Problem, RunNote, RunSummary
from engine.project.line import FILE as LINE, kept_line_share
from engine.project.notes import NoteStore
from engine.project.places import Places
from engine.project.run_index import RunIndex
from engine.project.runs import RunFolder, survey_runs
from engine.project.summaries import summarise
from engine.project.titles import keep_title
from engine.runs.following import grown, run_names
from engine.runs.messages import (
    BinRuns,
    FollowRuns,
    ListRuns,
    NoteRun,
    NotesRead,
    ReadNotes,
    RenameRun,
    RunNoted,
    RunRenamed,
    RunsBinned,
    RunsFollowed,
    RunsListed,
)


@job(FollowRuns)
def follow_runs(command: FollowRuns) -> Steps:
    """Read what runs of other programs have written."""
    runs = tuple(grown(Path(path), read) for path, read in command.runs)
    yield RunsFollowed(command.job, command.project, runs, run_names(Path(command.project)))


@job(ReadNotes)
def read_notes(command: ReadNotes) -> Steps:
    """Read all notes of a project; one without any run has none."""
    project = Path(command.project)
    notes: tuple[RunNote, ...] = ()
    if (project / "runs").is_dir():
        with NoteStore(project) as store:
            notes = store.all()
    yield NotesRead(command.job, command.project, notes)


@job(NoteRun)
def note_run(command: NoteRun) -> Steps:
    """Keep a note."""
    with NoteStore(Path(command.project)) as store:
        note = store.keep(command.note)
    yield RunNoted(command.job, command.project, note)


@job(RenameRun)
def rename_run(command: RenameRun) -> Steps:
    """Give a run a name."""
    title = keep_title(Path(command.run), command.title)
    yield RunRenamed(command.job, command.run, title)


@job(BinRuns)
def bin_runs(command: BinRuns) -> Steps:
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
        with NoteStore(folder.project) as store:
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
    with NoteStore(folder.project) as store:
        store.forget(path.name)


log = logging.getLogger(__name__)


@job(ListRuns)
def list_project_runs(command: ListRuns) -> Steps:
    """Read all runs of a project."""
    project = Path(command.project)
    sweep(project)
    places = Places(project)
    folders, damaged = survey_runs(project)
    runs: list[RunSummary] = []
    for folder in folders:
        try:
            runs.append(summarise(folder, places))
        except Exception as error:  # one strange run must not hide the others
            log.exception("%s cannot be shown", folder.path)
            template = "{path}: cannot be read ({why}). Restore it from a copy."
            values = {"path": str(folder.path), "why": f"{type(error).__name__}: {error}"}
            damaged.append(Problem(str(folder.path), template, values))
    if runs:
        try:
            with RunIndex(project) as index:
                index.update(runs)
        except RunError as error:
            log.warning("the runs are listed, but not in the database: %s", error)
    share = None
    try:
        share = kept_line_share(project)
    except RunError as error:
        damaged.append(Problem(str(project / LINE), error.template, error.values))
    yield RunsListed(command.job, command.project, tuple(runs), tuple(damaged), share)
