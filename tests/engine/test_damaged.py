"""One bad byte hides nothing else: each test is named after what was damaged or lacking."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from engine.core.errors import RunError, TransferLensError
from engine.core.files import LEFT_SECONDS, sweep
from engine.core.outside import check_depth, read_json
from engine.core.table import Column, Table
from engine.core.values import Prediction, Problem
from engine.data.messages import OpenData
from engine.data.sample import Label
from engine.folder.messages import FolderRow, ListFolders, OpenFolder
from engine.folder.results import CsvWriter
from engine.folder.store import OperationStore
from engine.project import database
from engine.project.database import NAME, Database
from engine.project.runs import RunFolder, survey_runs
from engine.project.store import PredictionStore
from engine.runs.messages import ListRuns, RunsListed
from engine.study.messages import ReadStudies
from engine.training.checkpoint import load_state, save_state
from engine.training.run import load_network, make_optimizer
from main import main
from tests.engine.conftest import Workspace, quick


@pytest.fixture
def two(own_run: Path) -> tuple[Path, Path]:
    """Two runs of one project."""
    other = own_run.with_name("2026-01-01-small-09")
    shutil.copytree(own_run, other)
    return own_run, other


def listed(run: Path) -> RunsListed:
    workspace = Workspace()
    events = workspace.run(ListRuns(1, str(run.parent.parent)))
    assert workspace.end(1).outcome == "done", workspace.end(1)
    (found,) = [event for event in events if isinstance(event, RunsListed)]
    return found


def spoil(path: Path) -> None:
    """A byte that is no UTF-8 in the middle of a file."""
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] = 0xFF
    path.write_bytes(bytes(raw))


# ---------------------------------------------------------------- runs


@pytest.mark.parametrize("name", ["metrics.csv", "layers.csv"])
def test_a_bad_byte_in_a_csv_of_one_run_hides_no_run(two: tuple[Path, Path], name: str):
    spoil(two[1] / name)
    found = listed(two[0])
    assert len(found.runs) == 2 and found.damaged == ()
    folder = RunFolder.load(two[1])
    whole, spoiled = len(RunFolder.load(two[0]).curve()), len(folder.curve())
    # Two where the byte was the end of a row: which it is depends on how often was validated.
    assert whole - 2 <= spoiled <= whole, "the rows at the byte are lost, not the others"
    assert folder.moved()


RUN_TOMLS = {
    "created is a date": lambda text: text.replace('created = "', "created = 2026-11-22 # "),
    "path is a number": lambda text: _line(text, "path = ", "path = 5"),
    "validation is no table": lambda text: "validation = 3\n" + _without(text, "[validation]"),
    "recipe is no table": lambda text: "recipe = 3\n" + _without(text, "[recipe]"),
    "data is no table": lambda text: "data = 3\n" + _without(text, "[data]"),
    "nested deep": lambda text: f"deep = {'[' * 5000}{']' * 5000}\n" + text,
    "threshold is NaN": lambda text: _line(text, "threshold = ", "threshold = nan"),
    "no UTF-8": lambda text: text + "# \udcff",
    "empty": lambda text: "",
}


def _line(text: str, start: str, other: str) -> str:
    return "\n".join(other if x.startswith(start) else x for x in text.splitlines())


def _without(text: str, head: str) -> str:
    """The text without a table of TOML."""
    kept, inside = [], False
    for line in text.splitlines():
        if line.startswith("["):
            inside = line.startswith((head, head.replace("]", ".")))
        if not inside:
            kept.append(line)
    return "\n".join(kept)


@pytest.mark.parametrize("what", RUN_TOMLS)
def test_a_damaged_run_is_listed_as_damaged_and_hides_no_other(two: tuple[Path, Path], what: str):
    file = two[1] / "run.toml"
    text = RUN_TOMLS[what](file.read_text("utf-8"))
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    found = listed(two[0])
    assert [run.name for run in found.runs if run.name == two[0].name] == [two[0].name]
    if len(found.runs) == 1:
        (problem,) = found.damaged
        assert str(two[1]) in problem.reason and "estore" in problem.reason
    else:
        assert found.damaged == (), "what does no harm is read"


def test_a_folder_that_a_killed_program_left_is_listed(two: tuple[Path, Path]):
    left = two[0].with_name("2026-11-29-small-77")
    left.mkdir()
    (left / "split.csv").write_text("file,class,part\n", "utf-8")
    assert listed(two[0]).damaged == (), "another program may be about to begin it"
    for path in (left / "split.csv", left):
        os.utime(path, (1e9, 1e9))
    (problem,) = listed(two[0]).damaged
    assert "ended before this run began" in problem.reason and str(left) in problem.reason
    assert len(survey_runs(two[0].parent.parent)[0]) == 2


def test_part_files_of_killed_programs_are_removed_at_the_next_start(own_run: Path):
    gone = own_run / "run.toml.999999999.part"
    mine = own_run / f"state.safetensors.{os.getpid()}.part"
    fresh = own_run / "split.csv.999999998.part"
    for path in (gone, mine, fresh):
        path.write_text("half", "utf-8")
    old = time.time() - 2 * LEFT_SECONDS
    for path in (gone, mine):
        os.utime(path, (old, old))
    listed(own_run)
    assert not gone.exists() and mine.exists() and fresh.exists()
    cache = own_run / "images" / "abc.999999999.part"
    cache.mkdir(parents=True)
    (cache / "pixels.bin").write_bytes(b"1")
    os.utime(cache, (old, old))
    assert sweep(own_run) == [cache] and not cache.exists()


@pytest.mark.parametrize("damage", ["byte", "row", "head"])
def test_a_damaged_split_says_so(own_run: Path, damage: str):
    file = own_run / "split.csv"
    if damage == "byte":
        spoil(file)
    elif damage == "row":
        file.write_text("file,class,part\n" + '"x' * 200_000, "utf-8")
    else:
        file.write_text("a,b\n1,2\n", "utf-8")
    folder = RunFolder.load(own_run)
    work = Workspace()
    work.run(OpenData(1, folder.record.data_path))
    data = work.session._workspace.images.data
    with pytest.raises(RunError, match=r"split\.csv is missing or damaged"):
        folder.read_split(data)


def test_the_checkpoint_of_another_network_says_so(own_run: Path, tmp_path: Path):
    folder = RunFolder.load(own_run)
    network = load_network(folder)
    optimizer = make_optimizer(network, folder.record.recipe)
    path = tmp_path / "state.safetensors"
    save_state(path, network, optimizer, iteration=1, seconds=1.0, best=[0, 0.5, None])
    load_state(path, network, optimizer)
    with pytest.raises(RunError, match="another network"):
        load_state(path, network.head, optimizer)  # type: ignore[arg-type]
    save_state(path, network, optimizer, iteration="x")
    with pytest.raises(RunError, match="another network, or is damaged"):
        load_state(path, network, optimizer)


# ---------------------------------------------------------------- the database


def add_inspection(project: Path, problem: str = "", about: str = "null") -> int:
    with PredictionStore(project) as store, store.writing() as db:
        number = db.execute(
            "INSERT INTO inspection (run, weights, folder, out, csv, heat, began, watched, "
            "threshold, fingerprint, has_normal, familiarity) VALUES "
            "('r','w','f','','','','2026',0,0.5,'x',1,?)", (about,),
        ).lastrowid  # fmt: skip
        for place, words in enumerate(("", problem)):
            db.execute(
                "INSERT INTO inspected VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                (number, place, f"{place}.png", "2026", None if words else 0.4, 0, "A", "A",
                 0, 0, 8, 8, 1.0, None, 0, words),
            )  # fmt: skip
    assert number is not None
    return number


@pytest.mark.parametrize("words", ["{", "[1]", "[" * 10_000, '["a", 5]'])
def test_a_bad_row_of_an_inspection_is_a_row_that_says_so(tmp_path: Path, words: str):
    number = add_inspection(tmp_path, words)
    with OperationStore(tmp_path) as store:
        good, bad = store.files(number)
    assert good.prediction is not None
    assert bad.problem is not None and "damaged" in bad.problem.reason


def test_a_bad_head_of_an_inspection_says_so(tmp_path: Path):
    number = add_inspection(tmp_path, about="{")
    workspace = Workspace()
    workspace.run(OpenFolder(1, str(tmp_path), number))
    assert "Inspect the folder anew" in workspace.end(1).message
    workspace.run(ListFolders(2, str(tmp_path)))
    assert workspace.end(2).outcome == "done"


def test_text_in_the_database_that_is_no_utf8_is_read_as_far_as_it_goes(own_run: Path):
    project = own_run.parent.parent
    with closing(sqlite3.connect(project / NAME)) as db, db:
        db.execute("INSERT INTO run_note VALUES (CAST(x'ff41' AS TEXT), 'hello', '', '')")
    with Database(project) as store:
        ((name, text),) = store.rows("SELECT run, text FROM run_note")
    assert (name, text) == ("\N{REPLACEMENT CHARACTER}A", "hello")


def test_a_locked_database_has_a_cure_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with PredictionStore(tmp_path) as store:
        with closing(sqlite3.connect(tmp_path / NAME)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(RunError, match="another program is using") as caught:
                store.add("r", [], alone=True)
        assert "free space" not in str(caught.value).lower()


def test_a_damaged_database_says_what_can_be_done(tmp_path: Path):
    (tmp_path / NAME).write_bytes(b"no database at all" * 100)
    with pytest.raises(RunError, match="Restore it from a copy"):
        PredictionStore(tmp_path)


@pytest.fixture
def unwritable(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every connection that could write fails as on a full or read-only disk."""
    connect, reasons = sqlite3.connect, ["attempt to write a readonly database"]

    def fake(path: Any, *values: Any, **named: Any) -> sqlite3.Connection:
        if not named.get("uri") and path != ":memory:":
            raise sqlite3.OperationalError(reasons[0])
        return connect(path, *values, **named)

    monkeypatch.setattr(database.sqlite3, "connect", fake)
    return reasons


@pytest.mark.parametrize(
    "reason",
    ["attempt to write a readonly database", "disk I/O error", "unable to open database file"],
)
def test_a_project_on_a_full_or_read_only_disk_can_be_read(
    own_run: Path, unwritable: list[str], reason: str
):
    unwritable[0] = reason
    with Database(own_run.parent.parent) as store:
        assert store.read_only
        assert store.rows("SELECT COUNT(*) FROM prediction")[0][0]
        with pytest.raises(RunError, match="can still be read"), store.writing():
            pass
    found = listed(own_run)
    assert len(found.runs) == 1 and found.damaged == ()


def test_a_read_only_project_can_be_evaluated_reviewed_and_its_proof_read(
    own_run: Path, unwritable: list[str], capsys: pytest.CaptureFixture[str]
):
    for words in (["evaluate"], ["review"], ["sign-off", "--limit", "0.9"]):
        assert main([words[0], str(own_run), *words[1:]]) in (0, 1)
    out = capsys.readouterr()
    assert "test images" in out.out and "can still be read" not in out.err


def test_a_read_only_project_without_a_database_has_none(tmp_path: Path, unwritable: list[str]):
    with Database(tmp_path) as store:
        assert store.read_only and store.rows("SELECT * FROM prediction") == []


# ---------------------------------------------------------------- tables


LABELS = (Label("A", "", False), Label("A", "defective", True))


def row_of(name: str, number: int = 0) -> FolderRow:
    made = Prediction(number, name, 0.5, False, "=1+1", "A", (0, 0, 8, 8), 1.0)
    return FolderRow(number, name, "2026", made)


def test_cells_that_a_spreadsheet_would_run_are_written_as_text(tmp_path: Path):
    path = tmp_path / "t.csv"
    with CsvWriter(path, LABELS) as table:
        for name in ("=cmd|' /C calc'!A0.png", "+1.png", "-1.png", "@x.png", "a.png"):
            table.add(row_of(name))
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["file"][0] for row in rows] == ["'", "'", "'", "'", "a"]
    assert {row["class"] for row in rows} == {"'=1+1"}
    table = Table((Column("x", lambda r: r[0]), Column("y", lambda r: r[1])), [("=1+1", -2.5)])
    assert table.csv == "x,y\r\n'=1+1,-2.5\r\n", "numbers stay numbers"
    assert table.tsv == "x\ty\n'=1+1\t-2.5"
    assert table.written("\n") == "x,y\n=1+1,-2.5\n", "what we read again stays as it is"


def test_a_file_without_a_verdict_has_a_row_that_says_why(tmp_path: Path):
    problem = Problem("a.png", "{path}: cannot be read.", {"path": "a.png"})
    with CsvWriter(tmp_path / "t.csv", LABELS) as table:
        table.add(FolderRow(0, "a.png", "2026", problem=problem))
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["verdict"], row["score"], row["class"]) == (
        "unreadable", "", "a.png: cannot be read.",
    )  # fmt: skip


class FullAfter:
    """A file on a disk that is full after so many writes; the last one comes through by half."""

    def __init__(self, file: Any, writes: int) -> None:
        self._file, self._left = file, writes

    def write(self, data: bytes) -> int:
        self._left -= 1
        if self._left < 0:
            self._file.write(data[: len(data) // 2])
            self._file.flush()
            raise OSError(28, "No space left on device")
        return self._file.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@pytest.mark.parametrize("rows", [0, 2])
def test_a_table_on_a_full_disk_is_whole_and_blocks_no_next_try(
    tmp_path: Path, rows: int, monkeypatch: pytest.MonkeyPatch
):
    path, opened = tmp_path / "t.csv", Path.open
    writes = rows + 1 if rows else 0
    monkeypatch.setattr(Path, "open", lambda self, *a, **k: FullAfter(opened(self, *a, **k), writes)
                        if a and a[0] == "xb" else opened(self, *a, **k))  # fmt: skip

    def write() -> None:
        with CsvWriter(path, LABELS) as table:
            for number in range(5):
                table.add(row_of(f"{number}.png"))

    with pytest.raises(TransferLensError, match="Free some space"):
        write()
    monkeypatch.undo()
    if not rows:
        assert not path.exists(), "an empty file would say 'exists already' at the next try"
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    assert [row["file"] for row in found] == ["0.png", "1.png"]
    assert all(row["verdict"] == "normal" for row in found)


# ---------------------------------------------------------------- sizes, depths, studies


def test_depth_and_size_are_bounded_before_anything_is_parsed(tmp_path: Path):
    check_depth('{"a": "' + "[" * 500 + '", "b": [' + "1, " * 500 + "1]}")
    with pytest.raises(ValueError, match="nested deeper"):
        check_depth("[" * 500 + "]" * 500)
    file = tmp_path / "big.json"
    file.write_text(json.dumps(["x" * 2000]), "utf-8")
    assert len(read_json(file)[0]) == 2000
    with pytest.raises(ValueError, match="larger than"):
        read_json(file, largest=1000)


def test_a_damaged_study_does_not_hide_the_others(own_run: Path):
    from engine.study.messages import StudiesListed
    from engine.study.plan import StudyPlan
    from engine.study.store import StudyFolder

    project = own_run.parent.parent
    data = RunFolder.load(own_run).record.data_path
    for name in ("good", "bad", "deep"):
        StudyFolder(project, name).write_plan(StudyPlan(name=name, data=data))
    spoil(project / "studies" / "bad" / "plan.toml")
    (project / "studies" / "deep" / "plan.toml").write_text("a = " + "[" * 9999, "utf-8")
    workspace = Workspace()
    events = workspace.run(ReadStudies(1, str(project)))
    assert workspace.end(1).outcome == "done", workspace.end(1)
    (found,) = [event for event in events if isinstance(event, StudiesListed)]
    assert [study.plan.name for study in found.studies] == ["good"]
    assert len(found.damaged) == 2
    assert all("estore" in problem.reason for problem in found.damaged)


def test_a_killed_note_is_no_reason_to_hide_a_run(own_run: Path):
    (own_run / "note.json").write_text("[" * 100_000, "utf-8")
    (own_run.parent.parent / "data-places.json").write_text("{" * 100_000, "utf-8")
    assert len(listed(own_run).runs) == 1
    assert quick() is not None
