"""Notes, tags, the copy of runs in SQLite, and runs that go into the bin."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from engine.core.errors import DataError
from engine.core.values import LONGEST_NOTE, ReaderOptions, RunNote
from engine.project.notes import NoteStore, names_in_bin
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.project.summaries import summarise
from engine.project.titles import LONGEST, keep_title, named, title_of
from engine.runs.messages import (
    BinRuns,
    ListRuns,
    NoteRun,
    NotesRead,
    ReadNotes,
    RenameRun,
    RunNoted,
    RunRenamed,
    RunsBinned,
    RunsListed,
)
from engine.training.messages import Train
from main import main
from tests.engine.conftest import Workspace, quick


@pytest.fixture
def run(trained: Path, tmp_path: Path) -> Path:
    shutil.copytree(trained.parent.parent, tmp_path / "project")
    return tmp_path / "project" / "runs" / trained.name


@pytest.fixture
def bin_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bin of the test's own."""
    folder = tmp_path / "bin"
    folder.mkdir()

    def send(path: Path) -> None:
        shutil.move(path, folder / Path(path).name)

    monkeypatch.setattr("engine.runs.jobs.send2trash", send)
    return folder


def notes_of(workspace: Workspace, project: Path) -> tuple[RunNote, ...]:
    (found,) = [e for e in workspace.run(ReadNotes(90, str(project))) if isinstance(e, NotesRead)]
    return found.notes


def test_notes_are_kept_cleaned_and_taken_away(run: Path, workspace: Workspace):
    project = run.parent.parent
    note = RunNote(run.name, "  better light \n", ("line 3", "best", "best", " "))
    (kept,) = [
        e.note for e in workspace.run(NoteRun(1, str(project), note)) if isinstance(e, RunNoted)
    ]
    assert kept == RunNote(run.name, "better light", ("best", "line-3"))
    assert notes_of(Workspace(), project) == (kept,)
    workspace.run(NoteRun(2, str(project), RunNote(run.name)))
    assert notes_of(workspace, project) == ()


def test_a_note_that_is_too_long_is_refused(run: Path, workspace: Workspace):
    long = RunNote(run.name, "x" * (LONGEST_NOTE + 1))
    workspace.run(NoteRun(1, str(run.parent.parent), long))
    assert "too long" in workspace.end(1).message


def test_a_project_without_runs_gets_no_database(tmp_path: Path, workspace: Workspace):
    assert notes_of(workspace, tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_listing_runs_copies_them_into_the_database(run: Path, workspace: Workspace):
    project = run.parent.parent
    workspace.run(ListRuns(1, str(project)))
    record = RunFolder.load(run).record
    assert record.test is not None
    with sqlite3.connect(project / "workbench.sqlite") as db:
        query = "SELECT name, setting, auc, escapes, threshold FROM run"
        assert db.execute(query).fetchall() == [
            (run.name, "small", record.test.auc, record.test.escapes, record.threshold)
        ]
        RunFolder.load(run).update(threshold=0.25)
        workspace.run(ListRuns(2, str(project)))
        assert db.execute("SELECT threshold FROM run").fetchall() == [(0.25,)]
        shutil.copytree(run, run.with_name("2026-01-01-small-09"))
        shutil.rmtree(run)
        workspace.run(ListRuns(3, str(project)))
        assert db.execute("SELECT name FROM run").fetchall() == [("2026-01-01-small-09",)]


def test_runs_are_listed_though_the_database_is_damaged(run: Path, workspace: Workspace):
    project = run.parent.parent
    (project / "workbench.sqlite").write_bytes(b"nonsense" * 200)
    for side in ("-wal", "-shm"):
        (project / f"workbench.sqlite{side}").unlink(missing_ok=True)
    (found,) = [e for e in workspace.run(ListRuns(1, str(project))) if isinstance(e, RunsListed)]
    assert [each.name for each in found.runs] == [run.name]


def test_a_run_goes_into_the_bin_with_its_note_and_comes_back(
    run: Path, workspace: Workspace, bin_: Path
):
    project = run.parent.parent
    note = RunNote(run.name, "keep", ("best",))
    workspace.run(NoteRun(1, str(project), note))
    (found,) = [e for e in workspace.run(BinRuns(2, (str(run),))) if isinstance(e, RunsBinned)]
    assert found.runs == (str(run),) and found.problems == ()
    assert not run.exists() and (bin_ / run.name / "best.safetensors").is_file()
    assert notes_of(workspace, project) == ()
    with PredictionStore(project) as store:
        assert store.rows("SELECT COUNT(*) FROM prediction") == [(0,)]
    shutil.move(bin_ / run.name, run)
    assert notes_of(workspace, project) == (note,)
    assert not (run / "note.json").exists()


def test_the_name_of_a_binned_run_is_not_used_again(
    run: Path, workspace: Workspace, bin_: Path, tiny_set: Path
):
    project = run.parent.parent
    workspace.run(BinRuns(1, (str(run),)))
    assert names_in_bin(project) == {run.name}
    workspace.run(Train(2, str(tiny_set), str(project), quick(iterations=1), ReaderOptions()))
    (fresh,) = (project / "runs").iterdir()
    assert fresh.name != run.name


def test_a_run_being_trained_stays_and_the_others_go(run: Path, workspace: Workspace, bin_: Path):
    other = run.with_name("2026-01-01-small-09")
    shutil.copytree(run, other)
    lock = RunFolder.load(run).hold()
    try:
        (found,) = [
            e
            for e in workspace.run(BinRuns(1, (str(run), str(other))))
            if isinstance(e, RunsBinned)
        ]
    finally:
        lock.release()
    assert found.runs == (str(other),) and run.is_dir() and not other.exists()
    assert "is being trained" in found.problems[0].reason


def test_a_bin_that_refuses_is_said(
    run: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    def refuse(path: Path) -> None:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr("engine.runs.jobs.send2trash", refuse)
    (found,) = [e for e in workspace.run(BinRuns(1, (str(run),))) if isinstance(e, RunsBinned)]
    assert found.runs == () and run.is_dir()
    assert "by hand" in found.problems[0].reason
    with NoteStore(run.parent.parent) as store:
        assert store.binned() == frozenset()


def test_a_run_is_called_otherwise_and_its_folder_stays(
    run: Path, workspace: Workspace, capsys: pytest.CaptureFixture[str]
):
    (event,) = [
        e
        for e in workspace.run(RenameRun(1, str(run), "  the new   lamp "))
        if isinstance(e, RunRenamed)
    ]
    assert event.title == title_of(run) == summarise(RunFolder.load(run)).title == "the new lamp"
    assert run.is_dir() and named(run) == f"the new lamp ({run.name})"
    with pytest.raises(DataError):
        keep_title(run, "x" * (LONGEST + 1))
    assert main(["rename", str(run), ""]) == 0
    assert title_of(run) == "" and capsys.readouterr().out.strip() == run.name


def test_a_name_that_another_run_has_is_refused(run: Path):
    other = run.parent / "2026-01-01-small-01"
    shutil.copytree(run, other)
    keep_title(other, "lamp")
    try:
        for taken in ("LAMP", other.name):
            with pytest.raises(DataError, match="another run"):
                keep_title(run, taken)
        assert title_of(run) == ""
    finally:
        shutil.rmtree(other)
