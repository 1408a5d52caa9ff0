"""What an export offers: no map where nobody asks for it, int8 and OpenVINO where they win."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.compress.export import script_path
from engine.compress.graph import BRIEF, OUTPUTS, VerdictGraph
from engine.compress.offer import Made, pick
from engine.compress.onnx_file import to_onnx
from engine.compress.runtimes import OpenVino, Session, runtimes
from engine.compress.values import ONNX_RUNTIME, OPENVINO
from engine.compress.verify import Comparison, Reference, compare
from engine.core.recipe import STUDENTS
from engine.data.readers.detect import open_dataset
from engine.data.sample import Label
from engine.data.store import ImageStore
from engine.inspection.verdict import judge
from engine.project.runs import RunFolder
from engine.training.run import load_judge
from main import main
from tests.engine.test_student_forms import drain, lively, pixels

pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")
pytest.importorskip("onnxscript")

ONE = (Label("a", "", False), Label("a", "hole", True))
TURNED = (ONE[1], ONE[0])
TWO = (*ONE, Label("b", "", False), Label("b", "hole", True))


@pytest.mark.parametrize("labels", [ONE, TURNED, TWO])
@pytest.mark.parametrize("levels", [{}, {"a": 1.5, "b": -0.5}])
@pytest.mark.parametrize("form", STUDENTS)
def test_both_graphs_of_a_student_give_the_verdict_of_judge(
    labels: tuple[Label, ...], levels: dict[str, float], form: str
):
    network, shown = lively(form, len(labels)), pixels(6, 96, 104)
    with torch.inference_mode():
        logits = network.dense(shown).logits.numpy()
        for threshold in (0.2, 0.9):
            whole, brief = (
                dict(zip(graph.outputs, graph(shown), strict=True))
                for graph in (
                    VerdictGraph(network, labels, threshold, levels, brief=short).eval()
                    for short in (False, True)
                )
            )
            for place in range(len(shown)):
                verdict = judge(logits[place], labels, threshold, levels)
                for found in (whole, brief):
                    assert float(found["score"][place]) == pytest.approx(verdict.score, abs=1e-4)
                    assert int(found["label"][place]) == verdict.label
                row, column = (int(v) for v in brief["window"][place])
                assert verdict.scores[row, column] >= verdict.scores.max() - 1e-4
                assert np.allclose(whole["scores"][place], verdict.scores, atol=1e-4)
                assert np.allclose(whole["worst_window"][place], verdict.probabilities, atol=1e-4)
                assert float(whole["mean_window"][place].sum()) == pytest.approx(1, abs=1e-5)


def test_a_students_file_has_no_batch_norm_and_no_negatives():
    import onnx

    model = to_onnx(VerdictGraph(lively(STUDENTS[1]), ONE, 0.5, brief=True).eval(), 64, False, {})
    kinds = [node.op_type for node in onnx.load_from_string(model).graph.node]
    assert kinds.count("Conv") == 6, "three layers, two of them in halves, and the head"
    assert not {"BatchNormalization", "Neg", "Softmax", "Resize"} & set(kinds)
    session = Session(model, "x.onnx")
    for size in ((64, 64), (131, 77)):
        score, _, window = session.run(pixels(3, *size).numpy(), BRIEF)
        assert score.shape == (3,) and window.shape == (3, 2)


@pytest.mark.trial
def test_a_file_without_the_map_is_compared_and_says_so(trained: Path, tmp_path: Path, capsys):
    file = tmp_path / "brief.onnx"
    assert main(["export", str(trained), "--onnx", str(file), "--score-only", "--images", "4"]) == 0
    assert "accepted" in capsys.readouterr().out
    about = json.loads(file.with_suffix(".json").read_text("utf-8"))
    assert about["accepted"] is True
    assert list(about["outputs"]) == list(BRIEF)
    data = open_dataset(Path(RunFolder.load(trained).record.data_path))
    shown = str(data.samples[0].path)
    done = subprocess.run(
        [sys.executable, "-I", str(script_path(file)), shown],
        capture_output=True, encoding="utf-8", check=False, env={"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    verdict = load_judge(RunFolder.load(trained)).judge(ImageStore(data).image(0)).verdict
    assert float(done.stdout.split("\t")[2]) == pytest.approx(verdict.score, abs=1e-4)


def test_a_wrong_place_of_the_worst_window_is_refused():
    network, shown = lively(STUDENTS[1]), pixels(1, 96, 104)
    with torch.inference_mode():
        verdict = judge(network.dense(shown).logits[0].numpy(), ONE, 0.5)
    model = to_onnx(VerdictGraph(network, ONE, 0.5, brief=True).eval(), 64, False, {})

    def held(scores: np.ndarray) -> Comparison:
        from dataclasses import replace

        reference = Reference(shown[0].numpy(), replace(verdict, scores=scores))
        return drain(compare(model, [reference], ONE, 0.5, "float32", "x", brief=True))

    assert held(verdict.scores).reason == ""
    lower = verdict.scores.copy()
    lower[verdict.window] -= 0.01
    lower[0 if verdict.window[0] else 1, 0] = verdict.score
    assert "below the worst" in held(lower).reason


FINE, BAD = Comparison(5, 0.0, 0.0, 0, ""), Comparison(5, 0.9, 0.9, 5, "A score differs.")


def made(*kinds: tuple[str, str], bad: str = "") -> list[Made]:
    return [Made(b"", p, r, BAD if p == bad else FINE) for p, r in kinds]


F, Q = "float32", "int8"


@pytest.mark.parametrize(
    ("median", "wanted"),
    [
        ({(F, ONNX_RUNTIME): 5.0, (Q, ONNX_RUNTIME): 6.0}, (F, ONNX_RUNTIME, "slower")),
        ({(F, ONNX_RUNTIME): 5.0, (Q, ONNX_RUNTIME): 4.9}, (F, ONNX_RUNTIME, "slower")),
        ({(F, ONNX_RUNTIME): 5.0, (Q, ONNX_RUNTIME): 4.0}, (Q, ONNX_RUNTIME, "offered")),
        ({(F, ONNX_RUNTIME): 5.0, (F, OPENVINO): 4.0}, (F, OPENVINO, "")),
        ({(F, ONNX_RUNTIME): 4.0, (F, OPENVINO): 3.9}, (F, ONNX_RUNTIME, "")),
        (
            {
                (F, ONNX_RUNTIME): 5.0,
                (F, OPENVINO): 4.0,
                (Q, ONNX_RUNTIME): 4.5,
                (Q, OPENVINO): 4.2,
            },
            (F, OPENVINO, "slower"),
        ),
    ],
)
def test_only_what_is_quicker_is_offered(median, wanted):
    chosen, int8 = pick(made(*median), median)
    assert (chosen.precision, chosen.runtime, int8) == wanted


def test_int8_that_differs_is_not_offered():
    found = made((F, ONNX_RUNTIME), (Q, ONNX_RUNTIME), bad=Q)
    assert pick(found, {}) == (found[0], "inexact")


def test_openvino_says_the_same():
    pytest.importorskip("openvino")
    assert OPENVINO in runtimes()
    for brief, outputs in ((False, OUTPUTS), (True, BRIEF)):
        model = to_onnx(VerdictGraph(lively(STUDENTS[1]), ONE, 0.5, brief=brief), 64, False, {})
        one, other = Session(model, "x", 1), OpenVino(model, "x", 1)
        for size in ((64, 64), (131, 77)):
            shown = pixels(2, *size).numpy()
            for a, b in zip(one.run(shown, outputs), other.run(shown, outputs), strict=True):
                assert a.shape == b.shape
                assert np.allclose(a, b, atol=1e-4)
