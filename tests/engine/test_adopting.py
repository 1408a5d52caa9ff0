"""A threshold for other costs, taken over as a run of its own."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from dataclasses import fields, replace
from pathlib import Path

import pytest

from engine.compare.messages import CompareRuns, RunsCompared
from engine.compress.export import export_run
from engine.core.errors import NotDefinedError, RunError
from engine.core.values import Prediction, ReaderOptions
from engine.data.messages import OpenData
from engine.data.readers.detect import open_dataset
from engine.data.sample import Label
from engine.evaluate.messages import (
    AdoptThreshold,
    Evaluated,
    EvaluateRun,
    ProposeThreshold,
    ThresholdAdopted,
    ThresholdProposed,
)
from engine.evaluate.other_costs import adopt_threshold
from engine.evaluate.values import standing
from engine.folder.messages import FolderStarted, InspectFolder
from engine.inspect.messages import Inspected, InspectImage, PredictRun
from engine.inspection.verdict import judge
from engine.measures.initial import initial_network
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.runs.messages import ListRuns, RunsListed
from engine.signoff.proof import prove
from engine.training.messages import Train
from main import main
from tests.engine.conftest import Workspace, quick

RATIO = 0.5


@pytest.fixture(scope="module")
def weighable(tiny_set: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished run that holds out enough defects to weigh costs on; returns its folder."""
    project, work = tmp_path_factory.mktemp("weighable"), Workspace()
    recipe = quick(iterations=40, validation=0.5)
    with pytest.MonkeyPatch.context() as patch:
        # However quick the computer is just now, the same iterations are validated.
        patch.setattr("engine.training.trainer.live_plan", lambda *_: (8, 10))
        work.run(Train(1, str(tiny_set), str(project), recipe, ReaderOptions()))
    assert work.end(1).outcome == "done", work.end(1)
    (run,) = (project / "runs").iterdir()
    return run


@pytest.fixture
def project(weighable: Path, tmp_path: Path) -> Path:
    """A copy of the trained run's project; returns the run."""
    shutil.copytree(weighable.parent.parent, tmp_path / "project")
    return tmp_path / "project" / "runs" / weighable.name


@pytest.fixture
def judged(workspace, tiny_set, project):
    workspace.run(OpenData(100, str(tiny_set), project=str(project.parent.parent)))
    workspace.run(PredictRun(101, str(project), "validation"))
    return workspace


def of_kind(events, kind):
    return [event for event in events if isinstance(event, kind)]


def bytes_of(run: Path) -> dict[str, str]:
    return {
        str(path.relative_to(run)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(run.rglob("*"))
        if path.is_file() and path.name != "run.lock"
    }


def adopted(workspace, run: Path, ratio: float = RATIO, job: int = 1) -> tuple[RunFolder, int]:
    (event,) = of_kind(workspace.run(AdoptThreshold(job, str(run), ratio)), ThresholdAdopted)
    assert workspace.end(job).outcome == "done"
    return RunFolder.load(Path(event.run)), event.verdict_changes


def kept(run: RunFolder, indices, data) -> dict[int, Prediction]:
    with PredictionStore(run.path.parent.parent) as store:
        return store.of_run(run.path.name, {data.files[i]: i for i in indices})


def test_the_new_run_judges_the_same_scores_at_the_proposed_threshold(judged, project):
    parent, before = RunFolder.load(project), bytes_of(project)
    (said,) = of_kind(judged.run(ProposeThreshold(2, str(project), RATIO)), ThresholdProposed)
    made, changes = adopted(judged, project)
    assert bytes_of(project) == before, "the run it was made from is not touched"
    assert made.path.parent == project.parent
    assert made.path.name.endswith("-threshold-01")
    record = made.record
    assert record.threshold == said.proposal.threshold != parent.record.threshold
    assert record.state == "done"
    assert record.recipe == replace(parent.record.recipe, cost_ratio=RATIO)
    same = {f.name for f in fields(record)} - {
        "recipe", "threshold", "validation", "test", "origin", "created", "note",
    }  # fmt: skip
    for name in same:
        assert getattr(record, name) == getattr(parent.record, name), name
    assert made.best.read_bytes() == parent.best.read_bytes()
    data = open_dataset(Path(record.data_path), record.options)
    split = parent.read_split(data)
    assert made.read_split(data) == split
    for part in (split.test, split.validation):
        old, new = kept(parent, part, data), kept(made, part, data)
        assert new.keys() == old.keys() == set(part)
        for index, found in new.items():
            assert found.score == old[index].score
            assert found.defective == (found.score > record.threshold)
            label = next(each for each in data.labels if each.name == found.class_name)
            assert (label.texture, label.defective) == (found.texture, found.defective)
    old, new = kept(parent, split.test, data), kept(made, split.test, data)
    assert changes == sum(new[i].class_name != old[i].class_name for i in split.test)
    origin = record.origin
    assert (origin.kind, origin.parent) == ("threshold", project.name)
    assert origin.details["cost_ratio"] == RATIO
    assert origin.details["cost_ratio_before"] == parent.record.recipe.cost_ratio
    held = origin.details["validation_normals"] + origin.details["validation_defects"]
    assert held == len(split.validation)
    assert made.record.validation.images == held


@pytest.mark.trial
def test_every_page_finds_what_it_needs(judged, project, tmp_path):
    made, changes = adopted(judged, project)
    run, record = str(made.path), made.record
    (event,) = of_kind(judged.run(EvaluateRun(2, run)), Evaluated)
    found = event.evaluation
    at = standing(found, found.whole, record.threshold)
    assert (at.overkills, at.escapes) == (record.test.overkills, record.test.escapes)
    assert at.accuracy == pytest.approx(record.test.accuracy)
    assert len(found.validation) == found.validation.total > 0
    assert found.adopted.parent == project.name
    assert found.adopted.threshold_before == RunFolder.load(project).record.threshold
    assert found.adopted.verdict_changes == changes
    (listed,) = of_kind(judged.run(ListRuns(3, str(project.parent.parent))), RunsListed)
    summary = {each.name: each for each in listed.runs}[made.path.name]
    assert (summary.kind, summary.parent, summary.state) == ("threshold", project.name, "done")
    # What it says of an image now is what is kept of it.
    index = int(found.test.indices[0])
    (shown,) = of_kind(judged.run(InspectImage(4, run, index)), Inspected)
    assert shown.threshold == record.threshold
    assert shown.prediction.score == pytest.approx(float(found.test.scores[0]), abs=1e-5)
    data = open_dataset(Path(record.data_path), record.options)
    proof, _ = ended(prove(made, data, 0.05, 0.95))
    assert (proof.threshold, proof.unjudged) == (record.threshold, 0)
    assert proof.escapes == record.test.escapes
    work = export_run(made.path, tmp_path / "net.onnx", images=2)
    assert ended(work).accepted
    card = json.loads((tmp_path / "net.json").read_text("utf-8"))
    assert record.threshold in _numbers(card)
    (head,) = of_kind(judged.run(InspectFolder(5, run, record.data_path)), FolderStarted)
    assert judged.end(5).outcome == "done"
    assert head.head.threshold == record.threshold
    (pair,) = of_kind(judged.run(CompareRuns(6, str(project), run)), RunsCompared)
    old = RunFolder.load(project).record.threshold
    assert pair.pairing.thresholds == (old, record.threshold)
    assert initial_network(made) is not None, "it began as the run it was made from"
    again, _ = adopted(judged, made.path, ratio=30.0, job=7)
    assert again.path.name.endswith("-threshold-02")
    assert again.record.origin.parent == made.path.name


def ended(work):
    """What a generator returns."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def _numbers(value) -> list[float]:
    if isinstance(value, dict):
        return [n for each in value.values() for n in _numbers(each)]
    if isinstance(value, list):
        return [n for each in value for n in _numbers(each)]
    return [value] if isinstance(value, float) else []


def test_test_images_have_no_say(judged, project):
    names = {field.name for field in fields(AdoptThreshold)}
    assert names == {"job", "run", "cost_ratio", "share"}, "no threshold can be handed in"
    first, _ = adopted(judged, project)
    record = first.record
    data = open_dataset(Path(record.data_path), record.options)
    base = sqlite3.connect(project.parent.parent / "workbench.sqlite")
    with base:
        for index in first.read_split(data).test:
            base.execute(
                "UPDATE prediction SET score = 1 - score WHERE file = ? AND run = ?",
                (data.files[index], project.name),
            )
    base.close()
    second, _ = adopted(judged, project, job=2)
    assert second.record.threshold == record.threshold
    assert second.record.test.escapes != record.test.escapes


def refused(workspace, run: Path, job: int, ratio: float = RATIO) -> str:
    before = sorted(path.name for path in run.parent.iterdir())
    workspace.run(AdoptThreshold(job, str(run), ratio))
    assert workspace.end(job).outcome == "failed"
    assert sorted(path.name for path in run.parent.iterdir()) == before, "nothing half made"
    return workspace.end(job).message


def test_what_cannot_be_taken_over_is_said(judged, project):
    folder = RunFolder.load(project)
    assert "Nothing would change" in refused(judged, project, 1, folder.record.recipe.cost_ratio)
    assert "above 0" in refused(judged, project, 2, 0.0)
    base = sqlite3.connect(project.parent.parent / "workbench.sqlite")
    data = open_dataset(Path(folder.record.data_path), folder.record.options)
    split = folder.read_split(data)
    with base:
        base.execute("DELETE FROM prediction WHERE file = ?", (data.files[split.test[0]],))
    assert "1 of its validation and test images" in refused(judged, project, 3)
    with base:
        base.execute("DELETE FROM prediction")
    base.close()
    assert "judge them first" in refused(judged, project, 4)
    rows = (project / "split.csv").read_text("utf-8")
    (project / "split.csv").write_text(rows.replace('"validation"', '"train"'), "utf-8")
    assert "no validation images" in refused(judged, project, 5)
    (project / "split.csv").write_text(rows, "utf-8")
    folder.update(test=None)
    assert "not finished" in refused(judged, project, 6)


def test_an_image_is_never_both_chosen_on_and_reported_on(judged, project):
    path = project / "split.csv"
    rows = path.read_text("utf-8").splitlines()
    doubled = next(row for row in rows if row.endswith('"test"')).replace('"test"', '"validation"')
    path.write_text("\n".join([*rows, doubled]) + "\n", "utf-8")
    assert "for validation and for testing" in refused(judged, project, 1)


def test_only_unclear_kinds_of_defect_are_asked_of_the_network(judged, project):
    """With two kinds of defect a flagged image's kind is not in its score."""
    folder, _ = adopted(judged, project)  # which passes more than its parent
    data = open_dataset(Path(folder.record.data_path), folder.record.options)
    names = {label.name: label for label in data.labels}
    two = Label("Class3", "scratch", True)
    samples = tuple(
        replace(s, label=two) if s.label.texture == "Class3" and s.label.defective and n % 2 else s
        for n, s in enumerate(data.samples)
    )
    split = folder.read_split(data)
    other = replace(data, samples=samples)
    assert two.name in [label.name for label in other.labels]
    asked: list[tuple[int, bool]] = []

    def name(index: int, bad: bool) -> str:
        asked.append((index, bad))
        return two.name if bad else "Class3 normal"

    # An overkill is so cheap that nearly everything is flagged.
    work = adopt_threshold(folder, other, 1e6, None, name)
    steps = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            made, _ = end.value
            break
    assert steps[-1] == (len(asked), len(asked))
    before = kept(folder, (*split.test, *split.validation), data)
    turned = {
        i for i, old in before.items() if old.defective != (old.score > made.record.threshold)
    }
    wanted = {i for i in turned if before[i].texture == "Class3" and not before[i].defective}
    assert {index for index, _ in asked} == wanted != set()
    after = kept(made, (*split.test, *split.validation), data)
    assert all(after[i].class_name == two.name for i in wanted)
    assert all(names[after[i].class_name].defective for i in turned - wanted)


def test_a_failure_leaves_no_folder(judged, project, monkeypatch):
    def broken(*_):
        raise RunError("{path}: the disk is full.", path="x")

    monkeypatch.setattr("engine.evaluate.other_costs.copy_atomic", broken)
    assert "disk is full" in refused(judged, project, 1)


def test_the_command_line_makes_the_run(project, capsys):
    ratio = ["--cost-ratio", str(RATIO)]
    assert main(["evaluate", str(project), *ratio, "--adopt", "--json"]) == 0
    out = capsys.readouterr().out.strip().splitlines()
    found = json.loads(out[-1])
    made = RunFolder.load(Path(found["adopted"]["run"]))
    assert made.record.threshold == found["proposal"]["threshold"] == found["adopted"]["threshold"]
    assert any("new run" in line and "the same weights" in line for line in out)
    assert main(["evaluate", str(project), "--adopt"]) == 2
    assert "Nothing would change" in capsys.readouterr().err
    assert main(["evaluate", str(project), *ratio, "--json"]) == 0
    assert "adopted" not in json.loads(capsys.readouterr().out.strip().splitlines()[-1])


def test_naming_agrees_with_the_judge():
    """A forced side names as the engine's judge does at any threshold between."""
    import numpy as np

    labels = (Label("A", "", False), Label("A", "x", True), Label("A", "y", True))
    logits = np.log(np.array([0.6, 0.1, 0.3]))[:, None, None].astype(np.float32)
    assert labels[judge(logits, labels, -1.0).label].defect == "y"
    assert labels[judge(logits, labels, 0.2).label].defect == "y"
    assert labels[judge(logits, labels, 2.0).label].defective is False


def test_a_run_without_a_normal_class_is_refused(judged, project):
    folder = RunFolder.load(project)
    data = open_dataset(Path(folder.record.data_path), folder.record.options)
    bare = replace(
        data, samples=tuple(replace(s, label=Label("A", "", None)) for s in data.samples)
    )
    with pytest.raises(NotDefinedError, match="normal class"):
        next(adopt_threshold(folder, bare, RATIO, None, lambda *_: ""))
