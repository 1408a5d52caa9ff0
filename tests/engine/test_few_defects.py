"""From few defects to a quick inspector, in one job."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from unittest import mock

import onnxruntime
import pytest

from engine.compress.messages import RunExported, RunsTimed, StudentReady, StudentStep
from engine.core.command import Cancel, Stop
from engine.core.event import JobState, Progress
from engine.core.stopping import StopAsked
from engine.few_defects.messages import InspectorMade, MakeInspector
from engine.inspection.rates import exact_interval
from engine.project.runs import RunFolder
from engine.training.messages import RunFinished
from main import main
from tests.engine.conftest import Workspace, quick

pytestmark = pytest.mark.trial


@pytest.fixture
def own(trained: Path, tmp_path: Path) -> Path:
    """A copy of the run: other tests count the files of the shared one."""
    shutil.copytree(trained.parent.parent, tmp_path / "project")
    return tmp_path / "project" / "runs" / trained.name


def asked(own: Path, data: Path, **values) -> MakeInspector:
    base = {"teacher": str(own), "filters": 16, "steps": 40, "normals": 4, "made": 3}
    return MakeInspector(1, str(data), str(own.parent.parent), **(base | values))


def test_a_teacher_becomes_a_verified_file(own: Path, tiny_set: Path, workspace: Workspace):
    workspace.run(asked(own, tiny_set))
    assert workspace.end(1).outcome == "done", workspace.end(1)
    kinds = [type(event) for event in workspace.of(1)]
    order = [StudentStep, StudentReady, RunExported, RunsTimed, InspectorMade]
    assert sorted(order, key=kinds.index) == order
    (made,) = [event.result for event in workspace.of(1) if isinstance(event, InspectorMade)]
    student = RunFolder.load(Path(made.student))
    assert student.record.origin.parent == own.name
    assert made.made == 3
    assert 0 < made.normals <= 4
    assert made.exported.accepted
    assert made.exported.precision == "float32"
    assert Path(made.exported.file) == student.path / "export" / "inspector.onnx"
    onnxruntime.InferenceSession(made.exported.file)
    assert [each.run for each in made.latency] == [own.name, student.path.name, "inspector.onnx"]
    assert all(each.median > 0 for each in made.latency)
    assert [stage for stage, _ in made.seconds] == [
        "lessons", "made", "teaching", "judging", "exporting", "timing",
    ]  # fmt: skip
    test = made.student_test
    assert made.escapes_possible == exact_interval(test.escapes, test.defective)[1]
    assert made.teacher_test == RunFolder.load(own).record.test


def test_it_trains_its_teacher_with_few_defects(
    tiny_set: Path, tmp_path: Path, workspace: Workspace
):
    # The small network stands in for VGG-16, whose weights are not on every computer.
    with mock.patch("engine.few_defects.jobs.recipe_of") as recipe:
        recipe.return_value = quick(iterations=40, defects=2)
        workspace.run(MakeInspector(
            1, str(tiny_set), str(tmp_path / "p"), defects=2, filters=16, steps=20, normals=2,
            made=2,
        ))  # fmt: skip
    assert workspace.end(1).outcome == "done", workspace.end(1)
    (made,) = [event.result for event in workspace.of(1) if isinstance(event, InspectorMade)]
    assert made.defects == 2
    assert made.threshold_defects == 0
    finished = [event.run.path for event in workspace.of(1) if isinstance(event, RunFinished)]
    assert finished == [made.teacher]


def test_a_stop_ends_one_step_and_goes_on(own: Path, tiny_set: Path, workspace: Workspace):
    workspace.post(asked(own, tiny_set, steps=5000))
    while not any(isinstance(event, StudentStep) for event in workspace.events):
        workspace.session.advance()
    workspace.post(Stop(1))
    workspace.run()
    assert workspace.end(1).outcome == "stopped"
    (made,) = [event.result for event in workspace.of(1) if isinstance(event, InspectorMade)]
    assert RunFolder.load(Path(made.student)).record.iteration < 5000
    states = [event.state for event in workspace.of(1) if isinstance(event, JobState)]
    assert states == ["queued", "running", "stopping", "running"]


def test_a_stop_during_the_lessons_does_not_end_the_student_before_it_began(
    own: Path, tiny_set: Path, workspace: Workspace
):
    workspace.post(asked(own, tiny_set))
    while not any(isinstance(e, Progress) and e.stage == "lessons" for e in workspace.events):
        workspace.session.advance()
    workspace.post(Stop(1))
    workspace.run()
    (made,) = [event.result for event in workspace.of(1) if isinstance(event, InspectorMade)]
    assert RunFolder.load(Path(made.student)).record.iteration == 40


def test_a_cancel_ends_all(own: Path, tiny_set: Path, workspace: Workspace):
    before = sorted(own.parent.iterdir())
    workspace.post(asked(own, tiny_set, steps=5000))
    while not any(isinstance(event, StudentStep) for event in workspace.events):
        workspace.session.advance()
    workspace.post(Cancel(1))
    workspace.run()
    assert workspace.end(1).outcome == "cancelled"
    assert sorted(own.parent.iterdir()) == before


def test_images_without_regions_are_refused_before_anything_is_trained(
    own: Path, tiny_set: Path, tmp_path: Path, workspace: Workspace
):
    bare = tmp_path / "bare"
    shutil.copytree(tiny_set, bare)
    for labels in bare.rglob("Label"):
        shutil.rmtree(labels)
    workspace.run(MakeInspector(1, str(bare), str(tmp_path / "new")))
    assert workspace.end(1).outcome == "failed"
    assert not (tmp_path / "new").exists()


def test_the_command_line_says_what_is_proven(own: Path, tiny_set: Path, tmp_path: Path, capsys):
    file = tmp_path / "out.onnx"
    code = main([
        "fast", str(tiny_set), "--project", str(own.parent.parent), "--teacher", str(own),
        "--filters", "16", "--steps", "20", "--normals", "3", "--made", "2", "--onnx", str(file),
        "--json",
    ])  # fmt: skip
    assert code == 0
    said = capsys.readouterr().out
    assert "still allow" in said
    values = json.loads(said.strip().splitlines()[-1])
    assert file.is_file()
    assert values["exported"]["accepted"] is True
    assert values["total_seconds"] > 0


def test_stop_is_asked_again_only_when_asked_again():
    stop = StopAsked()
    assert not stop()
    stop.heed()
    assert stop.heeded == 0
    stop.ask()
    assert stop()
    stop.heed()
    assert not stop()
    assert stop.heeded == 1
