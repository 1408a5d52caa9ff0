"""Filters and probe as runs like any other, and the first answer."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.answer import rung as rungs
from engine.answer.answer import conclude, cost, sentence
from engine.answer.messages import Answered, FindOut, RungDone
from engine.answer.values import Rung
from engine.compress.export import export_run
from engine.core.command import Stop
from engine.core.event import JobEnded
from engine.core.recipe import NO_DEFECTS, Setting, default_recipe
from engine.data.messages import OpenData
from engine.data.readers.detect import open_dataset
from engine.data.store import ImageStore
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.training.closed_form import probe
from engine.training.familiarity import kept_reference
from engine.training.messages import Train
from engine.training.run import load_judge
from main import main
from tests.engine.conftest import Workspace


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("ladder")


@pytest.fixture(scope="module")
def trained(tiny_set, project) -> dict[str, Path]:
    """A run of each setting, and one without labelled defects; the probe looks at fewer images."""
    workspace = Workspace()
    held, probe.NORMAL = probe.NORMAL, 10
    result = {}
    for number, (name, recipe) in enumerate(
        {
            "filters": default_recipe("filters", folds=4),
            "none": default_recipe("filters", folds=4, defects=NO_DEFECTS),
            "probe": default_recipe("probe", folds=4, defects=3),
        }.items(),
        start=1,
    ):
        workspace.run(Train(number, str(tiny_set), str(project), recipe))
        assert workspace.end(number).outcome == "done", workspace.end(number).message
        result[name] = max((project / "runs").iterdir(), key=lambda path: path.stat().st_mtime_ns)
    probe.NORMAL = held
    return result


def test_a_fitted_run_is_a_run_like_any_other(trained, tiny_set, project):
    data = open_dataset(tiny_set)
    store = ImageStore(data)
    for name in ("filters", "none", "probe"):
        folder = RunFolder.load(trained[name])
        record = folder.record
        assert record.state == "done"
        assert record.test is not None
        assert 0 <= record.threshold <= 1
        split = folder.read_split(data)
        bad = [data.samples[i].label.defective for i in (*split.train, *split.validation)]
        if name == "none":
            assert not any(bad)
        judge = load_judge(folder)
        with PredictionStore(project) as kept:
            places = {file: index for index, file in enumerate(data.files)}
            said = {i: p.score for i, p in kept.of_run(folder.path.name, places).items()}
        for index in split.test[:3]:
            verdict = judge.judge(store.image(index)).verdict
            assert verdict.score == pytest.approx(said[index], abs=1e-5)
        assert kept_reference(folder) is not None, "familiarity comes with the judging"


def test_the_probe_separates_the_generated_textures(trained):
    test = RunFolder.load(trained["probe"]).record.test
    assert test.auc >= 0.95
    assert test.images == 10


@pytest.mark.trial
@pytest.mark.parametrize("name", ["filters", "probe"])
def test_a_fitted_run_is_exported_and_verified(trained, tmp_path, name):
    pytest.importorskip("onnxruntime")
    pytest.importorskip("onnxscript")
    work = export_run(trained[name], tmp_path / f"{name}.onnx", images=4)
    while True:
        try:
            next(work)
        except StopIteration as end:
            found = end.value
            break
    assert found.accepted, found.reason
    about = json.loads((tmp_path / f"{name}.json").read_text("utf-8"))
    assert about["before"] == (about["window"] - about["stride"]) / 2


def test_training_without_defects_is_refused_where_it_cannot_be(tiny_set, tmp_path, capsys):
    wanted = ["train", str(tiny_set), "--project", str(tmp_path), "--defects", "0"]
    assert main([*wanted, "--setting", "small"]) == 2
    assert "Label one" in capsys.readouterr().err


# ------------------------------------------------------------------ the first answer


@pytest.fixture(scope="module")
def quick_rungs():
    held = dict(rungs.NORMAL), dict(rungs.DEFECTIVE)
    rungs.NORMAL[Setting.PROBE] = rungs.DEFECTIVE[Setting.PROBE] = 6
    yield
    rungs.NORMAL.update(held[0])
    rungs.DEFECTIVE.update(held[1])


def test_the_answer_has_both_rungs_and_one_sentence(tiny_set, quick_rungs, capsys):
    assert main(["answer", str(tiny_set), "--defects", "2", "--json"]) == 0
    said = capsys.readouterr().out
    found = json.loads(said.splitlines()[-1])
    assert found["images"] == 40
    assert [each["setting"] for each in found["answers"]] == ["filters", "probe"]
    for each in found["answers"]:
        assert each["defects_used"] == 2
        assert each["auc_low"] <= each["auc"] <= each["auc_high"]
        assert each["seconds"] > 0
        assert {"overkill", "escape", "threshold", "misses"} <= set(each)
    assert found["defects_used"] == 2
    assert found["sentence"] in said
    assert found["training_seconds"] > 0


def test_a_stop_answers_with_what_is_there(tiny_set, quick_rungs):
    workspace = Workspace()
    workspace.run(OpenData(1, str(tiny_set)))
    workspace.post(FindOut(2))
    while not any(isinstance(event, RungDone) for event in workspace.of(2)):
        workspace.session.advance()
    workspace.post(Stop(2))
    workspace.run()
    (answered,) = [event for event in workspace.of(2) if isinstance(event, Answered)]
    assert [rung.setting for rung in answered.answer.rungs] == ["filters"]
    assert workspace.end(2).outcome == "stopped"


def test_a_set_without_a_normal_class_is_told_the_cure(tiny_set, tmp_path):
    folder = tmp_path / "kinds"
    for number, path in enumerate(sorted((tiny_set / "Class3" / "Test").glob("*.PNG"))[:4]):
        place = folder / ("one" if number % 2 else "two")
        place.mkdir(parents=True, exist_ok=True)
        (place / path.name).write_bytes(path.read_bytes())
    workspace = Workspace()
    workspace.run(OpenData(1, str(folder)))
    workspace.run(FindOut(2))
    ended = workspace.end(2)
    assert isinstance(ended, JobEnded)
    assert "normal" in ended.message


def a_rung(setting: str, auc: float | None, low: float = 0.95, used: int = 5) -> Rung:
    pair = None if auc is None else (low, 1.0)
    return Rung(
        setting, used, 20, 10, auc, pair, 0.1, 0.1, (0, 0.2), (0, 0.3), 2, 1, 0.5, 10.0, 20.0
    )


@pytest.mark.parametrize(
    ("filters", "probe", "words"),
    [
        (0.999, 1.0, "A plain filter already separates"),
        (0.7, 0.99, "labelled defects are enough for the probe"),
        (0.7, 0.85, "The probe sees part of it"),
        (0.88, 0.85, "Plain filters see part of it"),
        (0.6, 0.7, "Neither sees it"),
        (None, None, "No held-out defect"),
    ],
)
def test_the_sentence_follows_from_the_figures(filters, probe, words):
    assert words in str(sentence((a_rung("filters", filters), a_rung("probe", probe)), 10))


def test_an_unsure_auc_is_not_enough():
    assert "enough" not in str(sentence((a_rung("probe", 1.0, low=0.7),), 10))
    assert "needs no labelled defect" in str(sentence((a_rung("probe", 1.0, used=0),), 10))


def test_no_image_chooses_the_threshold_it_is_judged_at(tiny_set):
    data = open_dataset(tiny_set)
    bad = [i for i, s in enumerate(data.samples) if s.label.defective]
    good = [i for i, s in enumerate(data.samples) if not s.label.defective]
    indices = [*good[:10], *bad[:10]]
    # One normal image far above all others: whatever the others choose, it is rejected.
    scores = np.r_[np.linspace(0.1, 0.2, 9), 0.99, np.linspace(0.7, 0.9, 10)]
    found = rungs._figures(data, Setting.FILTERS, indices, scores, 10, 20.0)
    assert found.overkills >= 1
    assert found.auc < 1
    assert found.auc_interval[0] < found.auc < found.auc_interval[1]


def test_what_a_training_would_take_is_said_of_the_probe_alone(tiny_set):
    probe = a_rung("probe", 0.9)
    assert cost((a_rung("filters", 0.9),)) is None
    assert cost((replace(probe, seconds=20.0),)) == pytest.approx(2 * cost((probe,)))
    store = ImageStore(open_dataset(tiny_set))
    answer = conclude(store, (probe,), (), NO_DEFECTS)
    assert any("only test" in str(each) for each in answer.remarks)
