"""A folder judged by the workers of a real local cluster, and inspections that are gone on with."""

from __future__ import annotations

import csv
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from engine.cluster.connect import Cluster, connect
from engine.cluster.task import about
from engine.cluster.workers import CARRY
from engine.core.command import Stop
from engine.folder import many
from engine.folder.inspection import FolderInspection
from engine.folder.many import DEATHS, FolderWorkers
from engine.folder.messages import FolderGrown, FolderHead, FolderRow, InspectFolder
from engine.project.runs import RunFolder
from engine.training.familiarity import kept_reference
from main import main
from tests.engine.cluster_tasks import Deadly, finished
from tests.engine.conftest import Workspace

ROOT = Path(__file__).parent.parent.parent
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="kills processes by number")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    # Two processes that load torch: started once for all tests. Each lost worker is told.
    made = finished(connect("local:2", failures=0))
    yield made
    made.close()


@pytest.fixture
def run(trained: Path, tmp_path: Path) -> Path:
    project = tmp_path / "project"
    shutil.copytree(trained.parent.parent, project)
    return project / "runs" / trained.name


@pytest.fixture
def folder(tiny_set: Path, tmp_path: Path) -> Path:
    """Parts in two folders, one of them cut off."""
    result = tmp_path / "부품 parts"
    (result / "below").mkdir(parents=True)
    files = sorted((tiny_set / "Class3").glob("T*/*.PNG"))
    for number, file in enumerate(files):
        shutil.copy(file, result / ("below" if number % 3 else ".") / f"{number:02d}.png")
    (result / "torn.png").write_bytes(files[0].read_bytes()[:900])
    return result


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{k: v for k, v in row.items() if k != "ms"} for row in csv.DictReader(file)]


def head_of(run: RunFolder, folder: Path, where: Path, *, watched: bool = False) -> FolderHead:
    reference = kept_reference(run)
    return FolderHead(
        0, str(run.path), str(folder), "", str(where / "v.csv"), str(where / "heat"), "", watched,
        run.record.threshold, run.record.fingerprint, True, reference and reference.about,
    )  # fmt: skip


def by_workers(
    cluster: Cluster, run: Path, folder: Path, where: Path, **options
) -> Iterator[FolderRow]:
    """Judge a folder, or watch it, on the workers; rows as they come."""
    loaded = RunFolder.load(run)
    head = head_of(loaded, folder, where, watched="watch" in options)
    files = sorted(folder.rglob("*.png"))
    with FolderInspection(loaded, head) as inspection:
        workers = FolderWorkers(
            1, cluster, loaded, inspection.head, kept_reference(loaded), lambda: False
        )
        watch, stop = options.get("watch"), options.get("stop", lambda: False)
        with closing(inspection.judge_all(files, watch, stop, workers)) as work:
            yield from (row for row in work if isinstance(row, FolderRow))


@pytest.mark.parametrize(
    "carry", [pytest.param(False, marks=pytest.mark.trial), True], ids=["seen", "sent"]
)
def test_workers_write_the_table_and_the_maps_of_one_process(
    cluster, run: Path, folder: Path, tmp_path: Path, monkeypatch, carry: bool
):
    if carry:
        monkeypatch.setenv(CARRY, "1")
    one, many = tmp_path / "one", tmp_path / "many"
    alone = ["inspect", str(run), str(folder), "--csv", str(one / "v.csv")]
    assert main([*alone, "--heat", str(one / "heat")]) == 4
    rows = list(by_workers(cluster, run, folder, many))
    assert table(many / "v.csv") == table(one / "v.csv")
    assert len(rows) == 21
    assert [row.number for row in rows] == list(range(21))
    assert all(row.distance is not None for row in rows if row.prediction)
    pictures = [sorted((each / "heat").rglob("*.png")) for each in (one, many)]
    assert [p.relative_to(one) for p in pictures[0]] == [p.relative_to(many) for p in pictures[1]]
    assert len(pictures[0]) == 20
    for a, b in zip(*pictures, strict=True):
        assert a.read_bytes() == b.read_bytes()


@LINUX
def test_a_worker_that_is_killed_loses_no_file(cluster, run: Path, folder: Path, tmp_path: Path):
    names: list[str] = []
    for row in by_workers(cluster, run, folder, tmp_path):
        names.append(row.file)
        if len(names) == 2:
            worker = next(iter(cluster.client.run(about, ()).values()))
            os.kill(int(worker["name"].split(":")[-1]), signal.SIGKILL)
    assert names == [str(path) for path in sorted(folder.rglob("*.png"))]


@LINUX
@pytest.mark.trial
@pytest.mark.parametrize("deaths", [1, DEATHS])
def test_a_file_that_ends_its_worker_is_unreadable_and_the_others_are_judged(
    cluster, run: Path, folder: Path, tmp_path: Path, monkeypatch, deaths: int
):
    # It was handed out a hundred times, and no file after it was judged.
    monkeypatch.setattr(many, "DEATHS", deaths)
    note = tmp_path / "deaths"
    cluster.client.register_plugin(Deadly("09.png", str(note)), name="deadly")
    try:
        rows = list(by_workers(cluster, run, folder, tmp_path))
    finally:
        cluster.client.unregister_worker_plugin("deadly")
    assert [row.file for row in rows] == [str(path) for path in sorted(folder.rglob("*.png"))]
    bad = [row for row in rows if row.problem is not None]
    assert [Path(row.file).name for row in bad] == ["09.png", "torn.png"]
    assert "its judging ended the worker" in str(bad[0].problem)
    # As part of its part, and on its own; once more each time that word of a beginning was lost.
    assert 2 * deaths <= len(note.read_text()) <= 4 * deaths


def test_the_command_judges_with_workers(run: Path, folder: Path, tmp_path: Path, capsys):
    words = ["inspect", str(run), str(folder), "--csv", str(tmp_path / "v.csv")]
    assert main([*words, "--workers", "2", "--scheduler", "local:2"]) == 2
    assert main([*words, "--scheduler", "nowhere"]) == 2
    assert not (tmp_path / "v.csv").exists()
    capsys.readouterr()


# ------------------------------------------------------------------ going on


def new_rows(events) -> list[FolderRow]:
    return [r for e in events if isinstance(e, FolderGrown) and not e.kept for r in e.rows]


def test_what_was_judged_is_not_judged_again_unless_it_changed(
    run: Path, folder: Path, tmp_path: Path, capsys
):
    file = tmp_path / "v.csv"
    workspace = Workspace()

    def go_on(job: int) -> list[FolderRow]:
        order = InspectFolder(job, str(run), str(folder), csv=str(file), go_on=True)
        rows = new_rows(workspace.run(order))
        assert workspace.end(job).outcome == "done"
        return rows

    assert len(go_on(1)) == 21
    before = table(file)
    assert go_on(2) == []
    assert table(file) == before
    # A row that was written, and of which nothing was kept, is not there twice in the end.
    with file.open("a") as out:
        out.write("half a row")
    changed = folder / "torn.png"
    shutil.copy(folder / "00.png", changed)
    shutil.copy(folder / "00.png", folder / "new.png")
    assert [(Path(r.file).name, r.number) for r in go_on(3)] == [("new.png", 21), ("torn.png", 22)]
    names = Counter(Path(row["file"]).name for row in table(file))
    assert names["torn.png"] == 2
    assert names["new.png"] == 1
    assert len(names) == 22
    # A table of something else is not written over, nor is one without --continue.
    other = tmp_path / "other.csv"
    other.write_text("mine")
    words = ["inspect", str(run), str(folder), "--csv", str(other)]
    assert main([*words, "--continue"]) == 2
    assert main(words) == 2
    assert other.read_text() == "mine"
    capsys.readouterr()


def test_one_program_at_a_time_goes_on_with_an_inspection(run: Path, folder: Path, tmp_path: Path):
    workspace = Workspace()
    order = InspectFolder(1, str(run), str(folder), csv=str(tmp_path / "v.csv"), go_on=True)
    workspace.run(order)
    (number,) = {e.inspection for e in workspace.events if isinstance(e, FolderGrown)}
    with FileLock(run.parent.parent / f".inspection-{number}.lock"):
        workspace.run(replace(order, job=2))
        assert "another program goes on" in workspace.end(2).message
    workspace.run(replace(order, job=3))
    assert workspace.end(3).outcome == "done"


def test_a_watch_that_is_begun_again_goes_on_in_its_own_folder(run: Path, folder: Path):
    workspace = Workspace()

    def watch(job: int, rows: int) -> list[FolderRow]:
        order = InspectFolder(
            job, str(run), str(folder), watch=True, keep=True, csv="v.csv", go_on=True
        )
        workspace.post(order)
        until = time.monotonic() + 60
        while time.monotonic() < until and len(new_rows(workspace.of(job))) < rows:
            workspace.session.advance()
        for _ in range(200):
            workspace.session.advance()
            time.sleep(0.005)
        workspace.post(Stop(job))
        while workspace.session.advance():
            pass
        return new_rows(workspace.of(job))

    assert len(watch(1, 20)) >= 20
    shutil.copy(folder / "00.png", folder / "arrived.png")
    again = [Path(row.file).name for row in watch(2, 1)]
    assert set(again) <= {"arrived.png", "torn.png"}
    assert len(list((run.parent.parent / "inspections").iterdir())) == 1


# ------------------------------------------------------------------ kills


def kept(run: Path, folder: Path) -> list[tuple[bytes, int, int]]:
    """Every version of a file in the folder that the project keeps a row of, unreadable ones left
    out. Other tests have inspected other folders with the run it was copied from.
    """
    with closing(sqlite3.connect(run.parent.parent / "workbench.sqlite", timeout=30)) as db:
        rows = db.execute(
            "SELECT v.path, v.size, v.changed FROM inspected_version v JOIN inspected i ON "
            "i.inspection = v.inspection AND i.number = v.number"
        ).fetchall()
    return [row for row in rows if Path(os.fsdecode(row[0])).parent == folder]


def killed_again_and_again(
    run: Path, tiny_set: Path, where: Path, kills: int, files: int, workers: int
) -> None:
    """Watch a folder that fills, and kill whoever watches; in the end each version has one row."""
    folder, out, rng = where / "line", where / "v.csv", random.Random(kills)
    folder.mkdir()
    parts = sorted((tiny_set / "Class3").glob("T*/*.PNG"))
    words = ["inspect", str(run), str(folder), "--watch", "--csv", str(out), "--continue"]
    words += ["--workers", str(workers)] if workers else []

    def start() -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "main.py", *words],
            cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"},
            # A program begun in the background of a script is deaf to SIGINT, and so is this one.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )  # fmt: skip

    watching = start()
    arrived = 0

    def arrive() -> None:
        nonlocal arrived
        part = parts[rng.randrange(len(parts))].read_bytes()
        # Every eighth takes the name of one before: another version of that file.
        name = arrived - 5 if arrived % 8 == 7 else arrived
        (folder / f"{name:04d}.png").write_bytes(part)
        arrived += 1

    try:
        for kill in range(kills + 1):
            seen = (
                len(kept(run, folder)) if (run.parent.parent / "workbench.sqlite").exists() else 0
            )
            until = time.monotonic() + 90
            while arrived < files * (kill + 1) // (kills + 1):
                arrive()
                time.sleep(rng.random() * 0.05)
            while len(kept(run, folder)) <= seen and time.monotonic() < until:
                time.sleep(0.02)
            assert watching.poll() is None
            if kill == kills:
                break
            time.sleep(rng.random())
            victims = [watching.pid]
            if workers and kill % 2:
                victims = _workers(watching.pid)[:1] or victims
            os.kill(victims[0], signal.SIGKILL)
            if victims[0] == watching.pid:
                watching.wait()
                arrive()  # while nobody watches
                watching = start()
        there = {
            (os.fsencode(path), path.stat().st_size, path.stat().st_mtime_ns)
            for path in folder.iterdir()
        }
        until = time.monotonic() + 90
        while not there <= set(kept(run, folder)) and time.monotonic() < until:
            time.sleep(0.1)
        time.sleep(1.2)
        watching.send_signal(signal.SIGINT)
        watching.wait(timeout=60)
    finally:
        watching.kill()
        watching.wait()
    rows = kept(run, folder)
    assert there <= set(rows), "a file was lost"
    assert len(rows) == len(set(rows)), "a version of a file was judged twice"
    written = Counter(row["file"] for row in table(out))
    assert written == Counter(os.fsdecode(path) for path, _, _ in rows)


def _workers(parent: int) -> list[int]:
    """Processes below another that judge: those that have torch's threads and sockets."""
    below = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            above = int((place / "stat").read_text().rpartition(")")[2].split()[1])
            words = (place / "cmdline").read_bytes()
        except (OSError, ValueError):
            continue
        if above == parent and b"spawn_main" in words:
            below.append(int(place.name))
    return below


@pytest.mark.trial
@LINUX
def test_a_watch_that_is_killed_loses_nothing_and_judges_nothing_twice(
    run: Path, tiny_set: Path, tmp_path: Path
):
    killed_again_and_again(run, tiny_set, tmp_path, kills=1, files=16, workers=0)


@LINUX
@pytest.mark.trial
def test_a_watch_with_workers_is_killed_ten_times(run: Path, tiny_set: Path, tmp_path: Path):
    killed_again_and_again(run, tiny_set, tmp_path, kills=10, files=200, workers=2)
