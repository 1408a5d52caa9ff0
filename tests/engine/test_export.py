"""Exports: the same verdict from one file, compared before anybody believes it."""

from __future__ import annotations

import ast
import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.compress.export import export_run, script_path
from engine.compress.graph import VerdictGraph
from engine.compress.onnx_file import quantised, to_onnx
from engine.compress.runtimes import Session
from engine.compress.verify import Reference, compare
from engine.core.errors import RunError
from engine.data.readers.detect import open_dataset
from engine.data.sample import Label
from engine.data.store import ImageStore
from engine.inspection.verdict import judge, logit
from engine.network.catalogue import build
from engine.network.values import UNIT
from engine.project.runs import RunFolder
from engine.training.run import load_judge, load_network
from main import main

onnx = pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")
pytest.importorskip("onnxscript")

TWO = (
    Label("a", "", False), Label("a", "hole", True), Label("a", "line", True),
    Label("b", "", False), Label("b", "hole", True),
)  # fmt: skip
ONLY_BAD = (Label("a", "", False), Label("b", "hole", True))
NO_NORMAL = (Label("a", "", None), Label("b", "", None), Label("c", "", None))


def drain(work):
    steps = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return steps, end.value


def lively(labels: tuple[Label, ...], window: int, seed: int = 0):
    """A network that names every class now and then."""
    network = build("small", len(labels), window, UNIT, seed).eval()
    source = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        network.head.weight.copy_(3 * torch.randn(network.head.weight.shape, generator=source))
    return network


def pictures(shape: tuple[int, ...], count: int = 1) -> np.ndarray:
    """Images of different brightness and grain."""
    rng = np.random.default_rng(4)
    level = rng.integers(0, 200, (count, *(1,) * len(shape)))
    grain = rng.integers(1, 80, level.shape)
    return np.clip(level + grain * rng.standard_normal((count, *shape)), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("labels", [TWO, ONLY_BAD, NO_NORMAL])
@pytest.mark.parametrize("window", [64, 0])
def test_the_graphs_verdict_is_that_of_judge(labels: tuple[Label, ...], window: int):
    named = set()
    for seed in range(6):
        network = lively(labels, window, seed)
        pixels = torch.from_numpy(pictures((96, 104), 8))
        for threshold in (0.1, 0.5, 0.99):
            with torch.inference_mode():
                score, label, scores, worst, _ = VerdictGraph(network, labels, threshold)(pixels)
                logits = network.dense(pixels).logits.numpy()
            for place in range(len(pixels)):
                verdict = judge(logits[place], labels, threshold)
                assert label[place] == verdict.label
                assert float(score[place]) == pytest.approx(verdict.score, abs=1e-5)
                assert np.allclose(scores[place], verdict.scores, atol=1e-5)
                assert np.allclose(worst[place], verdict.probabilities, atol=1e-5)
                named.add(verdict.label)
    assert len(named) > 1


@pytest.mark.trial
@pytest.mark.parametrize(("window", "colour"), [(64, False), (0, True)])
def test_batch_and_size_stay_free(window: int, colour: bool):
    """Output names must not meet the exporter's own: "mean" did, where the window is the image."""
    network = lively(TWO, window)
    graph = VerdictGraph(network, TWO, 0.4).eval()
    model = to_onnx(graph, 64, colour, {"threshold": "0.4"})
    session = Session(model, "x.onnx")
    for shape in ((64, 64), (96, 128), (131, 77)):
        pixels = pictures((*shape, *((3,) if colour else ())), 3)
        with torch.inference_mode():
            wanted = graph(torch.from_numpy(pixels))
        found = session.run(pixels, ("score", "label", "scores", "worst_window", "mean_window"))
        for one, other in zip(found, wanted, strict=True):
            assert one.shape == tuple(other.shape)
            assert np.allclose(one, other, atol=1e-5)
    read = onnx.load_from_string(model)
    assert {item.key: item.value for item in read.metadata_props} == {"threshold": "0.4"}
    assert str(Path(__file__).parents[2]).encode() not in model, "no paths of this computer"
    assert len(quantised(model, iter(pixels))) < len(model)


@pytest.fixture(scope="module")
def exported(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The trained run as an ONNX file, made by the command line."""
    path = tmp_path_factory.mktemp("out") / "sub" / "부품.onnx"
    assert main(["export", str(trained), "--onnx", str(path), "--images", "6", "--json"]) == 0
    return path


@pytest.fixture(scope="module")
def references(trained: Path, tiny_set: Path) -> list[Reference]:
    """The run's verdicts on some images."""
    folder, data = RunFolder.load(trained), open_dataset(tiny_set)
    store, record = ImageStore(data), folder.record
    judge = record.judge(load_network(folder), record.numerics)
    found = []
    for index in range(0, 40, 5):
        image = store.image(index)
        found.append(Reference(judge.input(image)[0][0].numpy(), judge.judge(image).verdict))
    return found


def held(trained: Path, model: bytes, references: list[Reference], precision: str = "float32"):
    record = RunFolder.load(trained).record
    return drain(compare(model, references, record.labels, record.threshold, precision, "x"))[1]


def test_an_export_says_what_it_is(exported: Path, trained: Path):
    record = RunFolder.load(trained).record
    about = json.loads(exported.with_suffix(".json").read_text("utf-8"))
    assert about["accepted"] is True
    assert about["reason"] == ""
    assert about["images_compared"] == 6
    assert about["max_score_difference"] <= 1e-4
    assert about["verdict_changes"] == 0
    assert about["sha256"] == hashlib.sha256(exported.read_bytes()).hexdigest()
    assert [item["name"] for item in about["classes"]] == [x.name for x in record.labels]
    assert (about["window"], about["stride"]) == (64, 8)
    assert about["threshold"] == record.threshold
    read = onnx.load_from_string(exported.read_bytes())
    inside = {item.key: json.loads(item.value) for item in read.metadata_props}
    assert inside == {name: about[name] for name in inside}
    assert {"classes", "threshold", "recipe_hash", "window", "stride"} <= set(inside)
    onnx.checker.check_model(read)


def test_the_command_line_tells(trained: Path, tmp_path: Path, capsys):
    path = tmp_path / "x.onnx"
    arguments = ["export", str(trained), "--onnx", str(path), "--images", "4", "--int8", "--json"]
    assert main(arguments) == 0
    values = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert values["images_compared"] == 4
    assert values["int8"] in ("offered", "slower", "inexact")
    assert (values["precision"] == "int8") is (values["int8"] == "offered")
    assert values["accepted"] is (values["reason"] == "")
    assert (
        values["accepted"] is json.loads(path.with_suffix(".json").read_text("utf-8"))["accepted"]
    )
    assert main(["export", str(trained), "--onnx", str(tmp_path / "x.bin")]) == 2
    assert "ends in .onnx" in capsys.readouterr().err
    assert main(["export", str(trained), "--onnx", str(path), "--images", "0"]) == 2


def test_the_true_export_is_accepted_and_a_damaged_one_refused(
    exported: Path, trained: Path, references: list[Reference]
):
    model = exported.read_bytes()
    assert held(trained, model, references).reason == ""
    read = onnx.load_from_string(model)
    biases = [item for item in read.graph.initializer if list(item.dims) == [24]]
    values = onnx.numpy_helper.to_array(biases[-1]) + 0.5
    biases[-1].CopyFrom(onnx.numpy_helper.from_array(values, biases[-1].name))
    found = held(trained, read.SerializeToString(), references)
    assert "differs" in found.reason
    values[:] = np.nan
    biases[-1].CopyFrom(onnx.numpy_helper.from_array(values, biases[-1].name))
    found = held(trained, read.SerializeToString(), references)
    assert "differs" in found.reason
    assert found.score == 1.0
    with pytest.raises(RunError, match=r"x: ONNX Runtime cannot use it .* Export it again"):
        held(trained, model[: len(model) // 2], references)


def test_a_changed_verdict_is_excused_near_the_threshold_in_int8_only(
    exported: Path, trained: Path, references: list[Reference]
):
    model, record = exported.read_bytes(), RunFolder.load(trained).record
    one = references[0]
    session = Session(model, "x")
    score, label, scores = session.run(one.pixels[None], ("score", "label", "scores"))
    own = record.labels[int(label[0])]
    other = next(
        number for number, x in enumerate(record.labels)
        if x.texture == own.texture and x.defective is not own.defective
    )  # fmt: skip

    def judged(precision: str, threshold: float, **changes):
        verdict = replace(
            one.verdict, score=float(score[0]), scores=scores[0], texture=own.texture, label=other
        )
        changed = [Reference(one.pixels, replace(verdict, **changes))]
        return drain(compare(model, changed, record.labels, threshold, precision, "x"))[1]

    near = float(score[0]) + 0.04
    assert judged("int8", near).reason == ""
    assert judged("int8", near).changes == 1
    assert "verdicts" in judged("int8", near + 0.02).reason
    assert "verdicts" in judged("float32", near).reason
    assert "verdicts" in judged("int8", near, texture="another").reason
    assert "map" in judged("float32", near, scores=np.zeros((1, 1), np.float32)).reason


@pytest.mark.trial
def test_an_export_that_differs_is_written_as_not_accepted(
    trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from engine.compress import export

    def damaged(graph: VerdictGraph, *rest: object) -> bytes:
        with torch.no_grad():
            graph.cells.bias += torch.arange(4.0)
        return to_onnx(graph, *rest)

    monkeypatch.setattr(export, "to_onnx", damaged)
    path = tmp_path / "x.onnx"
    _, found = drain(export_run(trained, path, images=3))
    assert not found.accepted
    about = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert about["accepted"] is False
    assert about["reason"] == found.reason != ""
    done = subprocess.run(
        [sys.executable, "-I", str(script_path(path)), "nothing.png"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "not accepted" in done.stderr


def test_the_script_needs_nothing_of_ours_and_gives_the_same(
    exported: Path, trained: Path, tiny_set: Path
):
    script = script_path(exported)
    tree = ast.parse(script.read_text("utf-8"))
    names = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    assert names == {"hashlib", "json", "sys", "cv2", "numpy", "onnxruntime", "openvino"}
    folder, data = RunFolder.load(trained), open_dataset(tiny_set)
    store, record = ImageStore(data), folder.record
    test = folder.read_split(data).test[:3]
    done = subprocess.run(
        [sys.executable, "-I", str(script), *(str(data.samples[i].path) for i in test)],
        capture_output=True, encoding="utf-8", check=False, cwd=exported.parent,
        env={"PYTHONIOENCODING": "utf-8", "PATH": ""},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    lines = [line.split("\t") for line in done.stdout.strip().splitlines()]
    for index, (file, name, score) in zip(test, lines, strict=True):
        verdict = load_judge(folder).judge(store.image(index)).verdict
        assert file == str(data.samples[index].path)
        assert name == record.labels[verdict.label].name
        assert float(score) == pytest.approx(verdict.score, abs=1e-4)


def test_a_threshold_per_texture_is_in_the_file_and_its_example(
    own_run: Path, tiny_set: Path, tmp_path: Path
):
    folder = RunFolder.load(own_run)
    judge, data = load_judge(folder), open_dataset(tiny_set)
    store, test = ImageStore(data), folder.read_split(data).test[:4]
    # Levels that turn verdicts: half a logit above and below what was scored.
    scores = [judge.judge(store.image(i)).verdict for i in test]
    levels = {}
    for place, verdict in enumerate(scores):
        levels[verdict.texture] = float(logit(verdict.score)) + (0.5 if place % 2 else -0.5)
    folder.update(threshold=0.5, levels=levels, test=replace(folder.record.test, auc=0.5))
    file = tmp_path / "own.onnx"
    _, exported = drain(export_run(own_run, file, images=4))
    assert exported.accepted, exported.reason
    about = json.loads(file.with_suffix(".json").read_text("utf-8"))
    assert about["thresholds"] == folder.record.thresholds and about["levels"] == levels
    assert "better than chance" in about["caution"]
    done = subprocess.run(
        [sys.executable, "-I", str(script_path(file)), *(str(data.samples[i].path) for i in test)],
        capture_output=True, encoding="utf-8", check=False, cwd=tmp_path,
        env={"PYTHONIOENCODING": "utf-8", "PATH": ""},
    )  # fmt: skip
    for texture, own in folder.record.thresholds.items():
        assert f"{texture} {own:.6f}" in done.stderr, "each texture's threshold is named"
    assert "better than chance" in done.stderr
    lines = [line.split("\t") for line in done.stdout.strip().splitlines()]
    for index, (_, name, score) in zip(test, lines, strict=True):
        verdict = load_judge(folder).judge(store.image(index)).verdict
        assert name == folder.record.labels[verdict.label].name
        assert float(score) == pytest.approx(verdict.score, abs=1e-4)


def test_cancelled_half_way_writes_nothing(trained: Path, tmp_path: Path):
    work = export_run(trained, tmp_path / "x.onnx", images=3)
    for stage, _, _ in work:
        if stage == "exporting":
            break
    work.close()
    assert list(tmp_path.iterdir()) == []


def test_a_missing_package_is_named(trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "onnxscript", None)
    with pytest.raises(RunError, match=r"'onnxscript' is missing.*transferlens\[export\]"):
        next(export_run(trained, tmp_path / "x.onnx"))
