"""A finished run as the beginning of a longer one."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

import main
from engine.cluster.connect import connect
from engine.core.errors import RunError
from engine.core.recipe import Recipe, Setting
from engine.core.values import ReaderOptions
from engine.project.runs import RunFolder, list_runs
from engine.project.summaries import summarise
from engine.study.messages import RunStudy
from engine.study.plan import StudyPlan, less_what_is_there
from engine.training import longer
from engine.training.longer import begin_longer, check_longer
from engine.training.messages import RunFinished, Train, TrainLonger
from tests.engine.cluster_tasks import finished
from tests.engine.conftest import Workspace, quick

STEADY = {
    "optimizer": "sgd", "learning_rate": 1e-3, "weight_decay": 5e-4, "schedule": "constant", "crop": 0,
    "validation": 0.0, "threads": 1,
}  # fmt: skip


def steady(**values: object) -> Recipe:
    """A recipe of which every step is the same however many follow."""
    return quick(**(STEADY | values))


def trained_by(data: Path, project: Path, recipe: Recipe) -> RunFolder:
    work = Workspace()
    events = work.run(Train(1, str(data), str(project), recipe, ReaderOptions(), "cpu"))
    (finished,) = [event for event in events if isinstance(event, RunFinished)]
    return RunFolder.load(Path(finished.run.path))


def files(run: RunFolder) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in run.path.iterdir()
        if path.is_file() and path.name != "run.lock"
    }


@pytest.fixture(scope="module")
def short(tiny_set: Path, tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    return trained_by(tiny_set, tmp_path_factory.mktemp("short"), steady(iterations=5))


@pytest.fixture(scope="module")
def whole(tiny_set: Path, tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    """What was asked for as many steps from the start."""
    return trained_by(tiny_set, tmp_path_factory.mktemp("whole"), steady(iterations=9))


def losses(run: RunFolder) -> list[float]:
    return [point.loss for point in run.curve() if point.loss is not None]


def the_same(made: RunFolder, whole: RunFolder) -> None:
    """To the bit what was trained for as long from the start."""
    assert made.record.state == "done"
    assert made.last.read_bytes() == whole.last.read_bytes()
    assert made.best.read_bytes() == whole.best.read_bytes()
    assert losses(made) == losses(whole)
    assert made.record.test == whole.record.test
    assert made.record.recipe == whole.record.recipe


def test_a_longer_run_is_to_the_bit_the_one_that_was_asked_for_at_once(
    short: RunFolder, whole: RunFolder
):
    before = files(short)
    work = Workspace()
    (finished,) = [
        event
        for event in work.run(TrainLonger(1, str(short.path), 9))
        if isinstance(event, RunFinished)
    ]
    made = RunFolder.load(Path(finished.run.path))
    assert made.path != short.path
    assert made.record.begun_as == short.path.name
    assert made.record.iteration == 9
    the_same(made, whole)
    assert files(short) == before, "what it goes on from stays as it is"
    assert RunFolder.load(short.path).record.begun_as == ""


def test_the_command_line_trains_a_run_for_longer(
    short: RunFolder, whole: RunFolder, capsys: pytest.CaptureFixture[str]
):
    assert main.main(["train", "--longer", str(short.path)]) == 2
    assert "--iterations" in capsys.readouterr().err
    known = {run.path for run in list_runs(short.project)}
    assert main.main(["train", "--longer", str(short.path), "--iterations", "9"]) == 0
    (made,) = [run for run in list_runs(short.project) if run.path not in known]
    the_same(made, whole)
    assert main.main(["train", "--longer", str(short.path), "--iterations", "5"]) == 2
    assert "5 iterations already" in capsys.readouterr().err


def test_one_that_was_cancelled_goes_on(short: RunFolder, whole: RunFolder):
    made = begin_longer(short, check_longer(short, 9))
    assert made.state_now == "stopped"
    assert made.record.test is None
    assert made.record.iteration == 5
    assert main.main(["train", "--resume", str(made.path)]) == 0
    the_same(RunFolder.load(made.path), whole)


def test_a_full_disk_leaves_no_half_of_a_longer_run(
    short: RunFolder, monkeypatch: pytest.MonkeyPatch
):
    before = {path.name for path in short.path.parent.iterdir()}

    def full(source: Path, path: Path) -> None:
        if path.name == "state.safetensors":
            raise RunError("{path}: cannot be copied (no space left).", path=source)
        path.write_bytes(source.read_bytes())

    monkeypatch.setattr(longer, "copy_atomic", full)
    with pytest.raises(RunError, match="no space left"):
        begin_longer(short, check_longer(short, 9))
    assert {path.name for path in short.path.parent.iterdir()} == before


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ({"schedule": "cosine"}, "more iterations"),
        ({"schedule": "late"}, "more iterations"),
        ({"crop": 128}, "more iterations"),
        ({"enough": 0.99}, "more iterations"),
        ({"calibrate": True}, "more iterations"),
    ],
)
def test_what_follows_from_a_runs_length_cannot_be_lengthened(
    entries: dict[str, object], why: str, short: RunFolder
):
    """Its learning rate would have been another one at every step."""
    record = replace(short.record, recipe=steady(iterations=5, **entries))
    with pytest.raises(RunError, match=why):
        check_longer(RunFolder(short.path, record), 9)


def test_a_run_that_broke_is_not_gone_on_with(short: RunFolder):
    broken = replace(short.record, note="loss not-a-number at iteration 6; best kept")
    with pytest.raises(RunError, match="lower learning rate"):
        check_longer(RunFolder(short.path, broken), 9)


def test_no_time_that_has_passed_already_is_allowed(short: RunFolder):
    with pytest.raises(RunError, match="already"):
        check_longer(short, 9, seconds=short.record.seconds / 2)
    assert check_longer(short, 9, seconds=3600.0).seconds == 3600.0


def study(data: Path, iterations: int, **more: object) -> StudyPlan:
    entries = {
        "iterations": iterations, "batch": 8, "window": 64, "precision": "float32", **STEADY, **more,
    }  # fmt: skip
    return StudyPlan(
        name=f"for {iterations}", data=str(data), settings=(Setting.SMALL,), folds=4,
        run_folds=(1, 2), changes=tuple((Setting.SMALL, *entry) for entry in entries.items()),
    )  # fmt: skip


def carried_out(plan: StudyPlan, project: Path, scheduler: str = "") -> list[RunFolder]:
    work = Workspace()
    work.run(RunStudy(1, plan, str(project), True, scheduler))
    assert work.end(1).outcome == "done", work.end(1)
    return list_runs(project)


@pytest.mark.parametrize("workers", [False, pytest.param(True, marks=pytest.mark.trial)])
def test_a_longer_study_goes_on_where_the_shorter_one_ended(
    workers: bool, tiny_set: Path, tmp_path: Path
):
    carried_out(study(tiny_set, 4), tmp_path / "p")
    scheduler = ""
    if workers:
        cluster = finished(connect("local:1"))
        scheduler = cluster.client.scheduler.address
    try:
        runs = carried_out(study(tiny_set, 8), tmp_path / "p", scheduler)
    finally:
        if workers:
            cluster.close()
    assert len(runs) == 4
    made = {run.record.recipe.fold: run for run in runs if run.record.recipe.iterations == 8}
    short = {run.record.recipe.fold: run for run in runs if run.record.recipe.iterations == 4}
    fresh = {r.record.recipe.fold: r for r in carried_out(study(tiny_set, 8), tmp_path / "fresh")}
    for fold in (1, 2):
        assert made[fold].record.begun_as == short[fold].path.name
        assert losses(made[fold]) == losses(fresh[fold])
        assert made[fold].last.read_bytes() == fresh[fold].last.read_bytes()
        assert short[fold].record.iteration == 4


def test_a_longer_study_goes_on_from_one_that_was_killed_at_its_end(tiny_set: Path, tmp_path: Path):
    """Its last checkpoint holds all its steps, though it was never judged."""
    runs = carried_out(study(tiny_set, 4), tmp_path / "p")
    for run in runs:
        run.update(state="running", test=None)
    made = [r for r in carried_out(study(tiny_set, 8), tmp_path / "p") if r.record.begun_as]
    assert {run.record.begun_as for run in made} == {run.path.name for run in runs}
    assert {run.record.iteration for run in made} == {8}


def test_a_longer_study_of_falling_rates_begins_anew(tiny_set: Path, tmp_path: Path):
    carried_out(study(tiny_set, 4, schedule="cosine"), tmp_path)
    runs = carried_out(study(tiny_set, 6, schedule="cosine"), tmp_path)
    assert len(runs) == 4
    assert {run.record.begun_as for run in runs} == {""}


def test_the_time_of_a_study_leaves_out_what_its_runs_have_already(short: RunFolder):
    done = summarise(short)
    asked = steady(iterations=9)
    assert less_what_is_there(asked, [done]).iterations == 9 - done.iteration == 4
    limited = less_what_is_there(asked.changed(seconds=100.0), [done])
    assert (limited.iterations, limited.seconds) == (4, 100.0 - done.seconds)
    spent = replace(done, seconds=200.0)
    assert less_what_is_there(asked.changed(seconds=100.0), [spent]).seconds == 1.0
    # What is not gone on with counts whole: a falling rate, a failed run, a student, other images.
    for recipe, run in (
        (
            asked.changed(schedule="cosine"),
            replace(done, recipe=done.recipe.changed(schedule="cosine")),
        ),
        (asked, replace(done, state="failed")),
        (asked, replace(done, kind="student")),
        (asked.changed(learning_rate=1e-2), done),
    ):
        assert less_what_is_there(recipe, [run]) == recipe
    # The same run, interrupted, goes on whatever its rate does.
    falling = asked.changed(schedule="cosine")
    broken_off = replace(done, recipe=falling, state="interrupted")
    assert less_what_is_there(falling, [broken_off]).iterations == 4
