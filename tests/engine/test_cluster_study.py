"""A study on workers of a real local cluster comes to the board of one that ran alone."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cattrs
import pytest

from engine.cluster.access import TOKEN
from engine.cluster.connect import connect
from engine.cluster.messages import ClusterJoined, WorkersNow
from engine.cluster.workers import CARRY
from engine.core.command import Cancel, Stop
from engine.core.event import Event
from engine.core.recipe import Setting
from engine.project.runs import RunFolder, list_runs
from engine.study.messages import RunStudy
from engine.study.plan import StudyPlan
from engine.study.store import StudyFolder
from tests.engine.conftest import Workspace

TIMES = ("seconds", "created")


def plan(data: Path, iterations: int = 30, *, whole: bool = False) -> StudyPlan:
    """Two folds of the small network and a draw of the curve; `whole`: plain filters too."""
    entries = {
        "iterations": iterations, "batch": 8, "window": 64, "crop": 128, "precision": "float32",
        "threads": 1,
    }  # fmt: skip
    changes = tuple((Setting.SMALL, name, value) for name, value in entries.items())
    return StudyPlan(
        data=str(data), settings=(Setting.FILTERS, Setting.SMALL) if whole else (Setting.SMALL,),
        folds=4, run_folds=(1, 2), changes=changes, curve=(2,), curve_settings=(Setting.SMALL,),
        draws=2 if whole else 1, curve_changes=changes,
    )  # fmt: skip


def done(
    project: Path,
    asked: StudyPlan,
    scheduler: str = "",
    watch: Callable[[Event, Workspace], None] | None = None,
) -> Workspace:
    work = Workspace()
    work.post(RunStudy(1, asked, str(project), True, scheduler))
    seen = 0
    while work.session.advance():
        for event in work.events[seen:]:
            if watch is not None:
                watch(event, work)
        seen = len(work.events)
    return work


def without(value: Any, names: tuple[str, ...]) -> Any:
    if isinstance(value, dict):
        return {name: without(item, names) for name, item in value.items() if name not in names}
    if isinstance(value, list | tuple):
        return [without(item, names) for item in value]
    return value


def board(project: Path, *but: str) -> Any:
    found = StudyFolder(project, "study").read_board()
    assert found is not None
    return without(cattrs.unstructure(found), (*TIMES, *but))


def weights(project: Path) -> dict[str, bytes]:
    return {run.path.name: run.best.read_bytes() for run in list_runs(project)}


@pytest.fixture(scope="module")
def two() -> Iterator[str]:
    """Address of a scheduler of two worker processes on this computer, for all tests here."""
    work = connect("local:2")
    while True:
        try:
            next(work)
        except StopIteration as end:
            cluster = end.value
            break
    yield cluster.client.scheduler.address
    cluster.close()


@pytest.fixture(scope="module")
def alone(tiny_set: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of a study that ran one after another in this process."""
    project = tmp_path_factory.mktemp("alone") / "p"
    assert done(project, plan(tiny_set)).end(1).outcome == "done"
    return project


def same(project: Path, alone: Path) -> None:
    assert board(project) == board(alone)
    assert weights(project) == weights(alone)
    left = [p.name for p in project.iterdir() if p.name.startswith(".")]
    assert left == []
    assert not list(project.rglob("*.part"))


@pytest.mark.trial
@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_two_workers_one_of_them_killed_come_to_the_same_board(
    tiny_set: Path, alone: Path, tmp_path: Path, two: str
):
    killed: list[int] = []

    def kill(event: Event, _work: Workspace) -> None:
        if isinstance(event, WorkersNow) and not killed:
            for each in event.workers:
                if each.stage == "training" and each.done >= 2:
                    killed.append(int(each.worker.split(":")[-1]))
                    os.kill(killed[0], signal.SIGKILL)
                    return

    work = done(tmp_path / "p", plan(tiny_set), two, kill)
    assert work.end(1).outcome == "done", work.end(1)
    assert killed
    same(tmp_path / "p", alone)
    (joined,) = [event for event in work.of(1) if isinstance(event, ClusterJoined)]
    assert joined.workers == 2
    made = {run.record.worker.process for run in list_runs(tmp_path / "p")}  # type: ignore[union-attr]
    assert os.getpid() not in made
    assert made - set(killed), "another one finished what the killed one had begun"


@pytest.mark.trial
def test_what_workers_do_not_see_is_carried(
    tiny_set: Path, alone: Path, tmp_path: Path, two: str, monkeypatch: pytest.MonkeyPatch
):
    """Workers that are to see neither project nor images: both travel, whole."""
    monkeypatch.setenv(CARRY, "1")
    work = done(tmp_path / "p", plan(tiny_set), two)
    assert work.end(1).outcome == "done", work.end(1)
    same(tmp_path / "p", alone)
    for run in list_runs(tmp_path / "p"):
        assert run.record.data_path == str(tiny_set)


@pytest.mark.trial
@pytest.mark.parametrize("carry", ["", "1"])
def test_a_cancelled_study_goes_on_to_the_same_board(
    carry: str, tiny_set: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(CARRY, carry)
    asked = plan(tiny_set, whole=True)
    assert done(tmp_path / "alone", asked).end(1).outcome == "done"

    def cancel(event: Event, work: Workspace) -> None:
        if isinstance(event, WorkersNow) and any(w.stage == "training" for w in event.workers):
            work.session.handle(Cancel(1))

    first = done(tmp_path / "p", asked, "local:2", cancel)
    assert first.end(1).outcome == "cancelled"
    assert not list((tmp_path / "p").glob(f"{TOKEN}*"))
    work = done(tmp_path / "p", asked, "local:2")
    assert work.end(1).outcome == "done", work.end(1)
    # A run that was cancelled before its first checkpoint keeps its name, and another is trained.
    assert board(tmp_path / "p", "runs") == board(tmp_path / "alone", "runs")
    made = {run.best.read_bytes() for run in list_runs(tmp_path / "p") if run.record.test}
    assert made == {run.best.read_bytes() for run in list_runs(tmp_path / "alone")}


def test_every_run_names_the_process_that_made_it(alone: Path):
    for run in list_runs(alone):
        assert run.record.worker is not None
        assert run.record.worker.process == os.getpid()
        text = (run.path / "run.toml").read_text("utf-8")
        assert "[worker]" in text
        # Runs from before read as they were.
        before = text[: text.index("[worker]")]
        (run.path / "run.toml").write_text(before, "utf-8")
        assert RunFolder.load(run.path).record.worker is None
        (run.path / "run.toml").write_text(text, "utf-8")


@pytest.mark.trial
@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_ten_kills_lose_nothing(tiny_set: Path, tmp_path: Path):
    asked = plan(tiny_set, 200, whole=True)
    assert done(tmp_path / "alone", asked).end(1).outcome == "done"
    killed: list[int] = []

    def kill(event: Event, _work: Workspace) -> None:
        if not isinstance(event, WorkersNow) or len(killed) == 10:
            return
        for each in event.workers:
            number = int(each.worker.split(":")[-1])
            # Every kill at another iteration, in the middle of a run.
            deep = each.stage == "training" and each.done >= 20 * (1 + len(killed) % 5)
            if deep and number not in killed:
                killed.append(number)
                os.kill(number, signal.SIGKILL)
                return

    work = done(tmp_path / "p", asked, "local:2", kill)
    assert work.end(1).outcome == "done", work.end(1)
    assert len(killed) == 10
    same(tmp_path / "p", tmp_path / "alone")


@pytest.mark.trial
def test_a_stop_keeps_what_workers_have(tiny_set: Path, tmp_path: Path):
    def stop(event: Event, work: Workspace) -> None:
        if isinstance(event, WorkersNow) and any(
            w.stage == "training" and w.done > 5 for w in event.workers
        ):
            work.session.handle(Stop(1))

    work = done(tmp_path / "p", plan(tiny_set, 2000), "local:2", stop)
    assert work.end(1).outcome == "stopped", work.end(1)
    stopped = [run for run in list_runs(tmp_path / "p") if run.record.state == "stopped"]
    assert stopped
    assert all(run.best.is_file() and 0 < run.record.iteration < 2000 for run in stopped)
