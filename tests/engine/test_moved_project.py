"""A project that is copied to another place, with or without its images, and used there."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from engine.core.command import Cancel
from engine.core.errors import DataError
from engine.core.event import Outcome
from engine.core.values import ReaderOptions, RunSummary
from engine.data.messages import DataPlaced, OpenData, PlaceData
from engine.inspect.messages import Inspected, InspectImage
from engine.project.places import FILE, Places, beside, open_where_it_is, say_where
from engine.project.runs import RunFolder
from engine.runs.messages import ListRuns, RunsListed
from engine.study.plan import StudyPlan
from engine.study.store import StudyFolder
from engine.training.messages import ResumeRun, RunFinished, Train, Validated
from engine.training.run import open_run_data
from main import main
from tests.engine.conftest import Workspace, quick


@pytest.fixture
def home(tiny_set: Path, tmp_path: Path) -> Path:
    """A folder with images, and a project beside them with a finished and a cancelled run."""
    home = tmp_path / "first"
    shutil.copytree(tiny_set, home / "images")
    work = Workspace()
    for job in (1, 2):
        recipe = quick(iterations=8 * job, seed=job)
        options = ReaderOptions()
        work.post(Train(job, str(home / "images"), str(home / "project"), recipe, options))
        while work.session.advance():
            if job == 2 and any(isinstance(event, Validated) for event in work.of(2)):
                work.post(Cancel(2))
    assert [work.end(job).outcome for job in (1, 2)] == [Outcome.DONE, Outcome.CANCELLED]
    return home


def runs_of(project: Path) -> list[RunFolder]:
    return [RunFolder.load(path) for path in sorted((project / "runs").iterdir())]


def a_picture(root: Path) -> Path:
    return next(path for path in sorted(root.rglob("*")) if path.suffix.lower() == ".png")


def listed(project: Path) -> dict[str, RunSummary]:
    (event,) = [e for e in Workspace().run(ListRuns(1, str(project))) if isinstance(e, RunsListed)]
    return {run.name: run for run in event.runs}


# ------------------------------------------------------------------ what is written


def test_a_path_near_the_project_is_kept_twice(tmp_path: Path):
    project = tmp_path / "work" / "project"
    assert beside(project / "images", project) == "images"
    assert beside(tmp_path / "work" / "images", project) == "../images"
    assert beside(tmp_path / "images", project) == "../../images"
    assert beside(tmp_path.parent / "images", project) == ""
    assert beside(Path("/images"), Path("/project")) == "", "the drive is nothing in common"


def test_a_run_keeps_both_paths(home: Path):
    for run in runs_of(home / "project"):
        assert run.record.data_path == str(home / "images")
        assert run.record.data_relative == "../images"


# ------------------------------------------------------------------ moved together


def test_project_and_images_copied_elsewhere_open_resume_and_inspect(home: Path, tmp_path: Path):
    there = tmp_path / "other computer" / "다른 곳"
    shutil.copytree(home, there)
    shutil.rmtree(home)
    found = listed(there / "project")
    assert all(run.data_path == str(there / "images") for run in found.values())
    assert not any(run.data_missing for run in found.values())

    workspace = Workspace()
    done, cancelled = sorted(found.values(), key=lambda run: run.name)
    workspace.run(ResumeRun(1, cancelled.path))
    assert workspace.end(1).outcome == Outcome.DONE, workspace.end(1)
    (finished,) = [event for event in workspace.events if isinstance(event, RunFinished)]
    assert finished.run.iteration == 16

    workspace.run(OpenData(2, done.data_path, project=str(there / "project")))
    workspace.run(InspectImage(3, done.path, 0))
    assert any(isinstance(event, Inspected) for event in workspace.of(3)), workspace.end(3)
    # What was written before is still what stands there.
    assert str(home / "images") in (Path(done.path) / "run.toml").read_text("utf-8")
    assert not (there / "project" / FILE).exists()


def test_other_images_under_the_old_name_are_not_taken_for_the_runs(home: Path, tmp_path: Path):
    there = tmp_path / "there"
    shutil.copytree(home, there)
    victim = a_picture(home / "images")
    victim.write_bytes(victim.read_bytes() + b"changed")
    (run, _) = runs_of(there / "project")
    assert open_where_it_is(run).root == there / "images"
    shutil.rmtree(there / "images")
    with pytest.raises(DataError, match="have changed"):
        open_where_it_is(run)


# ------------------------------------------------------------------ images gone


@pytest.fixture
def alone(home: Path, tmp_path: Path) -> Path:
    """The project alone, at another place; the images lie in `tmp_path / "disk"`."""
    there = tmp_path / "usb" / "deep" / "project"
    shutil.copytree(home / "project", there)
    shutil.copytree(home / "images", tmp_path / "disk" / "wood" / "images")
    shutil.rmtree(home)
    return there


def test_lost_images_are_said_with_the_cure(alone: Path):
    found = listed(alone)
    assert all(run.data_missing for run in found.values())
    assert all(run.data_path.endswith("images") for run in found.values())
    with pytest.raises(DataError, match=r"no such folder any more.*--data DIR"):
        open_run_data(runs_of(alone)[0])


@pytest.mark.parametrize("chosen", ["disk/wood/images", "disk/wood"])
def test_the_answer_is_checked_and_kept_for_all_runs(alone: Path, tmp_path: Path, chosen: str):
    workspace = Workspace()
    workspace.run(PlaceData(1, str(runs_of(alone)[0].path), str(tmp_path / chosen)))
    (placed,) = [event for event in workspace.of(1) if isinstance(event, DataPlaced)]
    images = tmp_path / "disk" / "wood" / "images"
    assert placed.path == str(images)
    assert not any(run.data_missing for run in listed(alone).values())
    assert open_run_data(runs_of(alone)[1])[0].root == images
    # A person's answer counts, and so does its path from the project after the next move.
    kept = json.loads((alone / FILE).read_text("utf-8"))["places"]
    assert [one["path"] for one in kept.values()] == [str(images)]


def test_other_images_are_refused_and_nothing_is_kept(alone: Path, tmp_path: Path, tiny_set: Path):
    other = tmp_path / "disk" / "other"
    shutil.copytree(tiny_set, other)
    a_picture(other).write_bytes(b"no picture")
    run = str(runs_of(alone)[0].path)
    workspace = Workspace()
    workspace.run(PlaceData(1, run, str(other)))
    assert workspace.end(1).outcome == Outcome.FAILED
    assert "not the images" in workspace.end(1).message
    workspace.run(PlaceData(2, run, str(tmp_path / "nowhere")))
    assert "no such folder" in workspace.end(2).message
    assert not (alone / FILE).exists()


def test_runs_that_read_the_same_folder_in_another_way_are_helped_too(alone: Path, tmp_path: Path):
    one, two = runs_of(alone)
    images = tmp_path / "disk" / "wood" / "images"
    two.update(fingerprint="of another way to read it")
    say_where(one, images)
    assert set(Places(alone)._kept) == {one.record.fingerprint}, "it could not be proven"
    two.update(fingerprint=one.record.fingerprint)
    assert Places(alone).of(two.record) == images


def test_a_damaged_answer_is_asked_again(alone: Path):
    for text in ("", "[]", "{", '{"format": 1, "places": {"a": 3}}'):
        (alone / FILE).write_text(text, "utf-8")
        assert Places(alone).of(runs_of(alone)[0].record) is None


def test_the_next_move_of_both_needs_no_answer(alone: Path, tmp_path: Path):
    images = alone.parent / "images"
    shutil.copytree(tmp_path / "disk" / "wood" / "images", images)
    say_where(runs_of(alone)[0], images)
    shutil.move(alone.parent, tmp_path / "third")
    (first, _) = runs_of(tmp_path / "third" / "project")
    assert open_where_it_is(first).root == tmp_path / "third" / "images"


# ------------------------------------------------------------------ old projects, studies


def test_an_old_project_still_opens(home: Path):
    for run in runs_of(home / "project"):
        file = run.path / "run.toml"
        lines = file.read_text("utf-8").splitlines()
        file.write_text("\n".join(x for x in lines if not x.startswith("relative = ")), "utf-8")
        again = RunFolder.load(run.path)
        assert again.record.data_relative == ""
        assert open_run_data(again)[0].root == home / "images"


def test_a_study_is_found_where_its_images_are_now(home: Path, tmp_path: Path):
    plan = StudyPlan(name="line 3", data=str(home / "images"), source=str(home / "photos"))
    (home / "photos").mkdir()
    StudyFolder(home / "project", plan.name).write_plan(plan)
    assert StudyFolder(home / "project", plan.name).read_plan() == plan
    there = tmp_path / "there"
    shutil.move(home, there)
    moved = StudyFolder(there / "project", plan.name).read_plan()
    assert moved.data == str(there / "images")
    assert moved.source == str(there / "photos")
    shutil.move(there / "images", tmp_path / "elsewhere")
    assert StudyFolder(there / "project", plan.name).read_plan().data == plan.data
    say_where(runs_of(there / "project")[0], tmp_path / "elsewhere")
    assert StudyFolder(there / "project", plan.name).read_plan().data == str(tmp_path / "elsewhere")


# ------------------------------------------------------------------ command line


def test_the_command_line_is_told_once(alone: Path, tmp_path: Path, capsys):
    done, cancelled = (str(run.path) for run in runs_of(alone))
    assert main(["train", "--resume", cancelled]) == 2
    assert "--data DIR" in capsys.readouterr().err
    images = tmp_path / "disk" / "wood" / "images"
    assert main(["train", "--resume", cancelled, "--data", str(images)]) == 0
    # From now on the project knows.
    assert main(["compress", done, "--grade", "--shares", "0.5", "--recovery", "0"]) == 0
    assert main(["compress", done, "--dead-only", "--data", str(tmp_path)]) == 2
    assert "Choose another folder" in capsys.readouterr().err
