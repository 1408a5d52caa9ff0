"""The short part of the trial: `python -m benchmarks.faults` is the whole of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.faults import ground as grounds
from benchmarks.faults.ground import Ground, Tally, command, hashes
from benchmarks.faults.hostile import hostile
from benchmarks.faults.images import images
from benchmarks.faults.kills import commands
from benchmarks.faults.resumes import compare, end_of, killed_at_a_checkpoint, runs_of, training
from engine.project.runs import RunFolder, survey_runs

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def ground(own_run: Path, tiny_set: Path, tmp_path: Path) -> Ground:
    return Ground(tmp_path, tiny_set, own_run.parent.parent, own_run)


def test_damaged_images_are_read_or_refused_in_one_line(ground: Ground):
    tally = images(ground, 3, short=True, inspect=False)
    assert tally.tried == 150 and tally.failed == []


def test_hostile_files_say_so_and_hide_nothing_else(ground: Ground):
    tally = hostile(ground, 3, short=True)
    assert tally.tried == 60 and tally.failed == []


@pytest.mark.skipif(sys.platform == "win32", reason="forks and kills as POSIX does")
def test_a_killed_training_leaves_the_finished_run_as_it_was(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(grounds, "FORK", False)  # this process has computed with torch
    here = ground.copy("killed")
    before = hashes(here.run)
    for moment in (4.0,):
        command(commands(here)["train"], kill_after=moment)
        assert hashes(here.run) == before
        listed, damaged = survey_runs(here.project)
        assert here.run in [run.path for run in listed]
        assert all("before this run began" in problem.reason for problem in damaged)


@pytest.mark.trial
@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_a_killed_training_ends_as_one_that_nobody_killed(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(grounds, "FORK", False)
    kind, here, tally = "to the last iteration", ground.copy("resumes"), Tally("resumes")
    known = runs_of(here)
    assert command(training(here, kind)).code == 0
    (whole,) = runs_of(here) - known
    ended = command(training(here, kind), before=killed_at_a_checkpoint)
    assert ended.code == -9
    (killed,) = runs_of(here) - known - {whole}
    assert RunFolder.load(killed).state_now == "interrupted"
    assert command(["train", "--resume", str(killed)]).code == 0
    compare(end_of(whole), end_of(killed), kind, tally)
    assert tally.failed == []


@pytest.mark.trial
@pytest.mark.timeout(1200)
@pytest.mark.skipif(sys.platform == "win32", reason="forks and kills as POSIX does")
def test_the_short_trial_of_everything(tmp_path: Path):
    words = [sys.executable, "-m", "benchmarks.faults", "--short", "--out", str(tmp_path)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout[-3000:]
