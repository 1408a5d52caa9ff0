"""Evaluation of a run: counting at any threshold, curves, calibration, proposals, maps."""

from __future__ import annotations

import json
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sklearn.calibration import calibration_curve
from sklearn.metrics import (
    average_precision_score,
    brier_score_loss,
    confusion_matrix as sk_confusion,
    roc_auc_score,
)

from engine.core.command import Cancel
from engine.core.errors import NotDefinedError, RunError
from engine.core.event import Progress
from engine.core.values import Prediction, Shape
from engine.data.messages import OpenData
from engine.data.readers.detect import open_dataset
from engine.data.sample import DataSet, Label, Sample
from engine.evaluate.curves import calibration, precision_recall, roc
from engine.evaluate.evaluate import evaluate_run, gather, propose_for_run, subset_of
from engine.evaluate.intervals import all_intervals
from engine.evaluate.messages import (
    DefectsLocated,
    Evaluated,
    EvaluateRun,
    LocateDefects,
    ProposeThreshold,
    ThresholdProposed,
)
from engine.evaluate.overlay import cell_odds, overlay
from engine.evaluate.proposal import propose_threshold
from engine.evaluate.values import ClassState, Evaluation, confusion, right_cells, standing
from engine.inspect.messages import PredictRun
from engine.inspection.rates import choose_threshold, exact_interval, rates
from engine.inspection.verdict import judge, logit
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.regions.messages import DrawRegion
from main import main

# ------------------------------------------------------------------ a set made by hand

KINDS = (("A", "", False), ("A", "scratch", True), ("A", "hole", True), ("B", "", False),
         ("B", "scratch", True))  # fmt: skip


def made_set(rows: list[tuple[int, int, float]], labels=KINDS) -> tuple[DataSet, Evaluation]:
    """Rows of (label, label named, score); returns the set and its evaluation."""
    kinds = [Label(*each) for each in labels]
    samples = tuple(Sample(f"/x/{n}.png", kinds[row[0]]) for n, row in enumerate(rows))
    extra = tuple(Sample(f"/x/label{n}.png", each) for n, each in enumerate(kinds))
    data = DataSet(Path("/x"), "folders", "", samples + extra)
    textures = tuple(dict.fromkeys(each.texture for each in data.labels))
    found = {
        n: Prediction(n, "", score, score > 0.5, kinds[named].name, kinds[named].texture,
                      (0, 0, 1, 1), 1.0)
        for n, (_, named, score) in enumerate(rows)
    }  # fmt: skip
    classes = tuple(ClassState(each.name, each.texture, each.defective) for each in data.labels)
    test = gather(data, found, textures, "test", len(rows))
    whole = subset_of(test, classes, np.arange(len(rows)), "")
    nothing = gather(data, {}, textures, "validation", 0)
    return data, Evaluation("run", 0.5, 20.0, classes, textures, test, nothing, (whole,))


def random_rows(seed: int, count: int = 200) -> list[tuple[int, int, float]]:
    rng = np.random.default_rng(seed)
    truth = rng.integers(0, len(KINDS), count)
    # Two decimals only, so that many scores are equal.
    scores = np.round(rng.beta(1 + 2 * np.asarray([KINDS[t][2] for t in truth]), 2), 2)
    rows = []
    for t, s in zip(truth, scores, strict=True):
        texture = KINDS[t][0] if rng.random() < 0.9 else "AB".replace(KINDS[t][0], "")
        fits = [n for n, each in enumerate(KINDS) if each[0] == texture and each[2] == (s > 0.5)]
        rows.append((int(t), fits[int(rng.integers(len(fits)))], float(s)))
    return rows


def test_counts_at_any_threshold_are_those_of_the_rates():
    rows = random_rows(1)
    data, found = made_set(rows)
    truth = [data.samples[n].label for n in range(len(rows))]
    scores = np.asarray([row[2] for row in rows])
    for threshold in (0.0, 0.13, 0.5, 0.77, 1.0):
        named = []
        for row in rows:
            texture, bad = KINDS[row[1]][0], row[2] > threshold
            named.append(next(Label(*e) for e in KINDS if (e[0], e[2]) == (texture, bad)))
        expected = rates(truth, named, scores, threshold)
        mine = standing(found, found.whole, threshold)
        assert (mine.overkills, mine.escapes) == (expected.overkills, expected.escapes)
        assert mine.accuracy == pytest.approx(expected.accuracy)
        assert mine.overkill_interval == pytest.approx(expected.overkill_interval)
        assert mine.escape_interval == pytest.approx(expected.escape_interval)
        assert found.whole.roc.area == pytest.approx(expected.auc)


def test_the_confusion_matrix_is_that_of_scikit_learn():
    rows = random_rows(2)
    data, found = made_set(rows)
    for threshold in (0.2, 0.5):
        cells = confusion(found, found.test, threshold)
        assert cells.shape == (5, 4), "kinds of defects are rows, but no verdict of their own"
        assert cells.sum() == len(rows)
        truth = [data.samples[n].label for n in range(len(rows))]
        state = {("A", False): 0, ("A", True): 1, ("B", False): 2, ("B", True): 3}
        expected = sk_confusion(
            [state[t.texture, t.defective] for t in truth],
            [state[KINDS[r[1]][0], r[2] > threshold] for r in rows],
        )
        merged = np.zeros((4, 4), dtype=int)
        for number, each in enumerate(found.classes):
            merged[state[each.texture, each.defective]] += cells[number]
        assert np.array_equal(merged, expected)
        right = int(cells[right_cells(found)].sum())
        assert right == standing(found, found.whole, threshold).right


def test_a_verdict_is_above_the_threshold_never_on_it():
    _, found = made_set([(0, 0, 0.3), (0, 0, 0.3), (1, 1, 0.3), (1, 1, 0.9)])
    at = standing(found, found.whole, 0.3)
    assert (at.overkills, at.escapes) == (0, 1), "equal scores stand on one side together"
    below = standing(found, found.whole, np.nextafter(0.3, 0))
    assert (below.overkills, below.escapes) == (2, 0)


def test_a_texture_known_in_one_state_is_named_in_it():
    labels = (("A", "", False), ("A", "x", True), ("B", "", False))
    data, found = made_set([(0, 0, 0.1), (1, 1, 0.9), (2, 2, 0.8)], labels)
    assert [(c.texture, c.defective) for c in found.columns] == [
        ("A", False), ("A", True), ("B", False),
    ]  # fmt: skip
    # As the engine's judge does: its class is B normal, and yet the part would be rejected.
    logits = np.log(np.array([0.01, 0.09, 0.9]) + 1e-9, dtype=np.float64)[:, None, None]
    named = judge(logits.astype(np.float32), data.labels, 0.05)
    assert data.labels[named.label].name == "B normal"
    assert named.score > 0.05
    at = standing(found, found.whole, 0.5)
    assert (at.right, at.overkills) == (3, 1)


def test_one_state_only_leaves_figures_out():
    _, normal = made_set([(0, 0, 0.1), (0, 0, 0.7), (3, 3, 0.2)])
    at = standing(normal, normal.whole, 0.5)
    assert (at.overkill, at.escape, at.escape_interval) == (pytest.approx(1 / 3), None, None)
    assert at.cost(20) == pytest.approx(1000 / 3), "no defective part, so none is dear"
    assert at.cost(20, 0.1) is None, "nothing is known about escapes"
    assert normal.whole.roc is None
    assert normal.whole.precision is None
    assert normal.whole.calibration.base == 0
    _, bad = made_set([(1, 1, 0.1), (1, 1, 0.7)])
    at = standing(bad, bad.whole, 0.5)
    assert (at.overkill, at.escape, at.precision) == (None, 0.5, 1.0)
    _, nothing = made_set([])
    at = standing(nothing, nothing.whole, 0.5)
    assert (at.accuracy, at.baseline, at.cost(20), at.precision) == (None, None, None, None)
    assert nothing.whole.calibration is None


def test_without_a_normal_class_only_the_class_counts():
    labels = (("A", "", None), ("B", "", None), ("C", "", None))
    rows = [(0, 0, 0.0), (0, 0, 0.0), (1, 2, 0.0), (2, 2, 0.0)]
    _, found = made_set(rows, labels)
    at = standing(found, found.whole, 0.5)
    assert (at.accuracy, at.baseline) == (0.75, 0.5)
    assert (at.overkill, at.escape, at.cost(20), found.whole.roc) == (None, None, None, None)
    assert found.columns == found.classes
    assert confusion(found, found.test, 0.9).tolist() == [[2, 0, 0], [0, 0, 1], [0, 0, 1]]


def test_the_expected_cost_follows_ratio_and_share():
    rows = [(0, 0, 0.1)] * 8 + [(0, 0, 0.9)] * 2 + [(1, 1, 0.9)] * 3 + [(1, 1, 0.2)]
    _, found = made_set(rows)
    at = standing(found, found.whole, 0.5)
    assert at.share == pytest.approx(4 / 14)
    assert at.cost(20) == pytest.approx(1000 * (2 + 20 * 1) / 14)
    assert at.cost(20, 0.01) == pytest.approx(1000 * (0.01 * 0.25 * 20 + 0.99 * 0.2))
    assert at.cost(5, 1.0) == pytest.approx(1000 * 0.25 * 5)


# ------------------------------------------------------------------ curves, intervals


@pytest.mark.parametrize("trials", [0, 1, 5, 75, 400])
def test_all_intervals_are_the_exact_ones(trials):
    found = all_intervals(trials)
    assert found.shape == (trials + 1, 2)
    for events in range(trials + 1 if trials else 0):
        assert found[events] == pytest.approx(exact_interval(events, trials))
    if trials == 75:
        assert found[0, 1] == pytest.approx(0.048, abs=5e-4), "as the glossary has it"


def test_curves_have_the_areas_of_scikit_learn():
    rng = np.random.default_rng(4)
    bad = rng.random(300) < 0.2
    scores = np.round(np.clip(rng.normal(0.3 + 0.3 * bad, 0.2), 0, 1), 2)
    one, two = roc(scores, bad), precision_recall(scores, bad)
    assert one.area == pytest.approx(roc_auc_score(bad, scores))
    assert np.trapezoid(one.y, one.x) == pytest.approx(one.area)
    assert two.area == pytest.approx(average_precision_score(bad, scores))
    assert (one.x[0], one.y[0], one.x[-1], one.y[-1]) == (0, 0, 1, 1)
    assert np.all(np.diff(two.x) >= 0)
    assert two.y[-1] == pytest.approx(bad.mean()), "with all rejected, precision is the share"


def test_tied_scores_make_one_step_of_the_curve():
    curve = roc(np.array([0.5, 0.5, 0.5, 0.5]), np.array([True, False, True, False]))
    assert curve.area == 0.5
    assert curve.x.tolist() == [0, 1]


def test_calibration_counts_every_image_once():
    rng = np.random.default_rng(5)
    scores = np.concatenate([rng.random(500), [0.0, 1.0, 0.1, 0.3]])
    bad = rng.random(504) < scores
    found = calibration(scores, bad)
    assert found.counts.sum() == 504
    share, mean = calibration_curve(bad, scores, n_bins=10)
    held = found.counts > 0
    # scikit-learn puts a score on an edge into the bin below it; few lie there.
    assert (found.defective[held] / found.counts[held]) == pytest.approx(share, abs=0.02)
    assert found.mean[held] == pytest.approx(mean, abs=0.01)
    assert found.brier == pytest.approx(brier_score_loss(bad, scores))
    assert np.all(found.low <= found.defective / found.counts)
    empty = calibration(np.array([0.05, 0.95]), np.array([False, True]))
    assert np.isnan(empty.mean[4])
    assert empty.counts.tolist() == [1] + 8 * [0] + [1]


# ------------------------------------------------------------------ proposals


def test_a_proposal_is_the_runs_own_choice_at_the_same_cost():
    rng = np.random.default_rng(6)
    bad = rng.random(120) < 0.2
    scores = 1 / (1 + np.exp(-rng.normal(-3 + 5 * bad, 2)))
    found = propose_threshold(scores, bad, 20.0)
    assert found.threshold == choose_threshold(scores, bad, 20.0)
    assert found.weighed
    same = propose_threshold(scores, bad, 20.0, float(bad.mean()))
    assert same.threshold == pytest.approx(found.threshold)
    even, rare = propose_threshold(scores, bad, 1.0), propose_threshold(scores, bad, 20.0, 1e-5)
    assert found.threshold < even.threshold < rare.threshold
    assert found.escapes < even.escapes <= rare.escapes


def test_few_defects_are_said_and_nonsense_is_refused():
    scores, bad = np.array([0.1, 0.2, 0.9]), np.array([False, False, True])
    assert not propose_threshold(scores, bad, 20).weighed
    with pytest.raises(NotDefinedError):
        propose_threshold(np.empty(0), np.empty(0, dtype=bool), 20)
    for ratio, share in ((0.0, None), (20.0, 0.0), (20.0, 1.0)):
        with pytest.raises(NotDefinedError):
            propose_threshold(scores, bad, ratio, share)


# ------------------------------------------------------------------ maps


def test_cell_odds_are_those_of_the_score():
    rng = np.random.default_rng(7)
    logits = rng.normal(0, 3, (5, 4, 6)).astype(np.float32)
    labels = tuple(Label(*each) for each in KINDS)
    bad = np.asarray([label.defective for label in labels])
    odds = cell_odds(logits, bad)
    assert odds == pytest.approx(logit(judge(logits, labels, 0.5).scores.astype(float)), abs=1e-3)


def test_pixel_auc_is_that_of_all_pixels():
    rng = np.random.default_rng(8)
    odds = rng.normal(size=(5, 7))
    mask = rng.random((37, 52)) < 0.3  # no whole number of cells
    found = overlay(odds, mask, (8.0, 8.0), 0.4)
    rows = np.minimum(np.arange(37) // 8, 4)
    columns = np.minimum(np.arange(52) // 8, 6)
    pixels = odds[rows[:, None], columns[None, :]]
    assert found.pixel_auc == pytest.approx(roc_auc_score(mask.ravel(), pixels.ravel()))


def test_the_best_region_is_the_one_with_the_highest_cell():
    odds = np.full((8, 8), -5.0)
    odds[1:3, 1:3] = 2.0
    odds[1, 1] = 3.0
    odds[5:8, 5:8] = 2.5  # larger and right, but not where the map is highest
    mask = np.zeros((64, 64), dtype=bool)
    mask[40:64, 40:64] = True
    found = overlay(odds, mask, (8.0, 8.0), 0.0)
    assert (found.iou, found.hit) == (0.0, False)
    odds[6, 6] = 4.0
    found = overlay(odds, mask, (8.0, 8.0), 0.0)
    assert (found.iou, found.hit) == (1.0, True)
    mask[:] = False
    mask[40:64, 40:52] = True  # half the pixels of the region
    assert overlay(odds, mask, (8.0, 8.0), 0.0).iou == pytest.approx(0.5)


def test_maps_without_anything_above_the_threshold_or_with_everything_inside():
    odds = np.linspace(-3, -1, 16).reshape(4, 4)
    mask = np.zeros((32, 32), dtype=bool)
    mask[24:, 24:] = True
    found = overlay(odds, mask, (8.0, 8.0), 0.0)
    assert (found.iou, found.hit, found.pixel_auc) == (0.0, True, 1.0)
    mask[:] = True
    assert overlay(odds, mask, (8.0, 8.0), 0.0).pixel_auc is None
    # Cells of a padded border stand for no pixel and count for nothing.
    odds[3, 3] = 9.0
    small = overlay(odds, np.ones((24, 24), dtype=bool), (8.0, 8.0), 0.0)
    assert small.iou == 0.0


# ------------------------------------------------------------------ a real run


@pytest.fixture
def project(own_run: Path) -> Path:
    """A copy of the trained run's project; returns the run."""
    return own_run


def of_kind(events, kind):
    return [event for event in events if isinstance(event, kind)]


@pytest.fixture
def opened(workspace, tiny_set, project):
    workspace.run(OpenData(100, str(tiny_set)))
    return workspace


def test_a_finished_run_stands_as_its_record_says(opened, project):
    (event,) = of_kind(opened.run(EvaluateRun(1, str(project))), Evaluated)
    assert opened.end(1).outcome == "done"
    found, record = event.evaluation, RunFolder.load(project).record
    at = standing(found, found.whole, record.threshold)
    test = record.test
    assert (at.images, at.defective) == (test.images, test.defective)
    assert (at.overkills, at.escapes) == (test.overkills, test.escapes)
    assert at.accuracy == pytest.approx(test.accuracy)
    assert found.whole.roc.area == pytest.approx(test.auc)
    assert [each.texture for each in found.subsets] == ["", "Class3", "Class5"]
    assert sum(len(each.rows) for each in found.subsets[1:]) == len(found.test)
    assert np.all(np.diff(found.test.scores) >= 0)
    assert len(found.validation) == 0, "validation images have not been judged yet"
    assert found.validation.total > 0


def test_the_proposal_never_sees_the_test_images(opened, project):
    record = RunFolder.load(project).record
    opened.run(ProposeThreshold(1, str(project)))
    assert opened.end(1).outcome == "failed", "there is nothing to propose from yet"
    opened.run(PredictRun(2, str(project), "validation"))
    (first,) = of_kind(opened.run(ProposeThreshold(3, str(project))), ThresholdProposed)
    assert first.proposal.threshold == pytest.approx(record.threshold, abs=1e-6)
    data = open_dataset(Path(record.data_path), record.options)
    split = RunFolder.load(project).read_split(data)
    base = sqlite3.connect(project.parent.parent / "workbench.sqlite")
    with base:
        # Every test score turned round: a proposal that saw one would move.
        for index in split.test:
            base.execute("UPDATE prediction SET score = 1 - score WHERE file = ?",
                         (data.files[index],))  # fmt: skip
    (turned,) = of_kind(opened.run(ProposeThreshold(4, str(project))), ThresholdProposed)
    assert turned.proposal == first.proposal
    with base:
        for index in split.test:
            base.execute("DELETE FROM prediction WHERE file = ?", (data.files[index],))
    base.close()
    (without,) = of_kind(opened.run(ProposeThreshold(5, str(project))), ThresholdProposed)
    assert without.proposal == first.proposal
    assert RunFolder.load(project).record == record, "nothing is written to the run"


def test_verdicts_of_older_weights_are_dropped(tmp_path):
    def row(file: str, score: float) -> Prediction:
        return Prediction(0, file, score, False, "c", "t", (0, 0, 1, 1), 1.0)

    with PredictionStore(tmp_path) as store:
        store.add("one", [row("a", 0.1), row("b", 0.2)])
        store.add("two", [row("a", 0.3)])
        store.add("one", [row("a", 0.9)], alone=True)
        places = {"a": 0, "b": 1}
        assert {i: p.score for i, p in store.of_run("one", places).items()} == {0: 0.9}
        assert len(store.of_run("two", places)) == 1


def test_unfinished_runs_and_other_images_are_refused(opened, project, tmp_path, tiny_set):
    folder = RunFolder.load(project)
    with pytest.raises(RunError):
        evaluate_run(RunFolder(project, replace(folder.record, test=None)), None)
    with pytest.raises(RunError):
        propose_for_run(RunFolder(project, replace(folder.record, test=None)), None, 20, None)
    shutil.copytree(tiny_set, tmp_path / "other")
    next((tmp_path / "other").rglob("*.PNG")).unlink()
    opened.run(OpenData(1, str(tmp_path / "other")))
    for job, command in ((2, EvaluateRun), (3, LocateDefects), (4, ProposeThreshold)):
        opened.run(command(job, str(project)))
        assert opened.end(job).outcome == "failed"
        assert "other images" in opened.end(job).message


def test_maps_are_located_once_and_kept_for_these_weights(opened, project):
    events = opened.run(LocateDefects(1, str(project)))
    (first,) = of_kind(events, DefectsLocated)
    told = [(e.done, e.total) for e in of_kind(events, Progress) if e.stage == "locating"]
    found = first.located
    assert told[-1] == (len(found.images), found.defective)
    assert all(0 <= each.iou <= 1 for each in found.images)
    assert (project / "measures" / "located.json").is_file()
    again = opened.run(LocateDefects(2, str(project)))
    assert not [e for e in of_kind(again, Progress) if e.stage == "locating"]
    assert of_kind(again, DefectsLocated)[0].located == found
    kept = of_kind(opened.run(EvaluateRun(3, str(project))), DefectsLocated)
    assert kept[0].located == found
    index = found.images[0].index
    opened.run(DrawRegion(4, str(project.parent.parent), index, (Shape("box", 4, 4, 20, 20),)))
    assert opened.end(4).outcome == "done"
    assert not of_kind(opened.run(EvaluateRun(5, str(project))), DefectsLocated), (
        "another region, so what was located is of another truth"
    )


def test_a_cancelled_location_keeps_nothing(opened, project):
    opened.post(LocateDefects(1, str(project)))
    while not any(isinstance(e, Progress) and e.done == 1 for e in opened.of(1)):
        opened.session.advance()
    opened.post(Cancel(1))
    assert opened.end(1).outcome == "cancelled"
    assert not (project / "measures" / "located.json").exists()


def test_the_command_line_says_the_same(project, capsys):
    record = RunFolder.load(project).record
    assert main(["evaluate", str(project), "--locate", "--json"]) == 0
    out = capsys.readouterr().out.strip().splitlines()
    found = json.loads(out[-1])
    whole = found["rows"][0]
    assert whole["texture"] is None
    assert [row["texture"] for row in found["rows"][1:]] == ["Class3", "Class5"]
    assert whole["auc"] == pytest.approx(record.test.auc)
    assert whole["overkills"] == record.test.overkills
    assert whole["escape_interval"] == pytest.approx(list(record.test.escape_interval))
    assert sum(map(sum, found["confusion"]["images"])) == whole["images"]
    assert found["proposal"]["threshold"] == pytest.approx(record.threshold, abs=1e-6)
    assert found["localisation"]["images"] == whole["defective"]
    assert any("validation images alone" in line for line in out)
    assert main(["evaluate", str(project), "--cost-ratio", "0"]) == 2
    assert "above 0" in capsys.readouterr().err
    assert main(["evaluate", str(project.parent)]) == 2
