"""Studies: the rules on cases whose answer is known beforehand, and one real, small study."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import linregress, t

import engine.study.run as study_run
from engine.core.command import Cancel, Stop
from engine.core.errors import RecipeError, RunError
from engine.core.recipe import Setting, default_recipe
from engine.core.values import (
    CurvePoint,
    LayerChange,
    Origin,
    Prediction,
    ReaderOptions,
    Sentence,
)
from engine.data.folds import Split
from engine.data.readers.detect import open_dataset
from engine.inspection.rates import exact_interval
from engine.measures.values import (
    Activity,
    ClassFlatness,
    Embedding,
    Flatness,
    LayerActivity,
    LayerOverlap,
    RunMeasures,
    RunOverlap,
    lower_layers,
    null_change,
)
from engine.project.runs import RunFolder
from engine.project.titles import keep_title
from engine.study import rules
from engine.study.board import rivals
from engine.study.compression_claim import compresses_better
from engine.study.domain_claim import domains_apart
from engine.study.effects import decide, effect, mean_interval, together
from engine.study.evidence import Evidence, RunEvidence, loss_slope, solved_alike
from engine.study.feature_claims import (
    features_flatter,
    less_overlap,
    upper_layers_sparse,
    weights_move,
)
from engine.study.fit import Fit, in_test_proportions
from engine.study.messages import ReadStudies, RunStudy, StudiesListed, StudyJudged, WriteReport
from engine.study.plan import StudyPlan, Task, learns_the_same
from engine.study.queue import find_run
from engine.study.store import StudyFolder, list_studies
from engine.study.tables import (
    _over_draws,
    defects_answer,
    enough_defects,
    first_reached,
    setting_row,
)
from engine.study.training_claims import (
    few_iterations,
    frozen_does_badly,
    many_iterations,
    over_fits,
)
from engine.study.values import CurveDot, CurveDraw, Reach, kaplan_meier
from engine.training.messages import RunFinished, StepDone, Train
from main import main
from tests.engine.conftest import Workspace, quick

T, S, A = Setting.TRANSFER, Setting.SCRATCH, Setting.SCRATCH_AUG


# ---------------------------------------------------------------- rules


def test_interval_over_folds_is_students_t():
    mean, low, high = mean_interval([0.9, 1.0, 1.1])
    assert mean == pytest.approx(1.0)
    assert high - mean == pytest.approx(4.3027 * 0.1 / 3**0.5, rel=1e-4)
    assert mean - low == pytest.approx(high - mean)
    assert mean_interval([0.5]) == (0.5, None, None)


@pytest.mark.parametrize(
    ("values", "outcome"),
    [
        ([0.30, 0.31, 0.29], "holds"),
        ([0.30, -0.30, 0.31], "open"),  # not steady
        ([0.01, 0.02, 0.01], "fails"),  # surely below the margin
        ([-0.3, -0.31], "fails"),
        ([0.12, 0.02], "open"),
        ([0.2], "holds"),
        ([0.05], "open"),
        ([-0.01], "fails"),
    ],
)
def test_an_effect_is_decided_as_written(values: list[float], outcome: str):
    assert decide(values, 0.1) == outcome


def test_a_claim_of_several_parts():
    assert together(["holds", "holds"]) == "holds"
    assert together(["holds", "fails", "open"]) == "fails"
    assert together(["holds", "open"]) == "open"
    assert together([]) == "open"


def test_margins_are_not_decided_by_rounding(base: RunFolder):
    assert decide([0.95 - 0.90], 0.05) == "holds"
    assert solved_alike(run_of(base, T, validation=1.0), run_of(base, A, validation=0.99))
    assert not solved_alike(run_of(base, T, validation=1.0), run_of(base, A, validation=0.98))


def test_training_accuracy_is_in_the_proportions_of_the_test_images(data):
    """A balanced sample looked 5 points better than the test images without any over-fitting."""
    bad = [i for i, s in enumerate(data.samples) if s.label.defective]
    good = [i for i, s in enumerate(data.samples) if not s.label.defective]
    split = Split((), (), tuple(good[:6] + bad[:2]))
    rows = [
        Prediction(
            i, data.files[i], 0.5, True, "", data.samples[i].label.texture, (0, 0, 1, 1), 1.0
        )
        for i in good[:4] + bad[:4]
    ]  # every image called defective: all defects right, no normal one
    assert in_test_proportions(rows, data, split) == pytest.approx(2 / 8)


# ---------------------------------------------------------------- plans


def test_a_plan_lists_every_run_and_the_unaugmented_ones_do_not_shift():
    plan = StudyPlan(data="d", run_folds=(1, 3), curve=(5, 0), draws=2)
    board = [task for task in plan.tasks if task.part == "board"]
    curve = [task for task in plan.tasks if task.part == "defects"]
    assert len(board) == 2 * 7
    assert len(curve) == 2 * 2 * 5
    assert not any(t.recipe.shift for t in board if t.setting in (T, Setting.FROZEN, S))
    assert all(t.recipe.rotate_flip for t in board if t.setting is A)
    assert {t.recipe.fold for t in curve} == {1, 2}
    assert curve[0].defects == 0  # all of them first: can the task be solved at all?
    # With all defects, filters, probe, scratch-aug and small on fold 1 are on the board already.
    assert len({t.recipe for t in plan.tasks}) == len(plan.tasks) - 4


@pytest.mark.parametrize(
    "values",
    [
        {"name": "a/b"},
        {"name": ""},
        {"run_folds": (6,)},
        {"run_folds": ()},
        {"target": 0.5},
        {"curve": (5,), "draws": 6},
        {"curve": (-2,)},
        {"images": 0},
        {"changes": ((T, "split", "official"),)},
    ],
)
def test_a_plan_that_cannot_be_run_is_refused(values: dict):
    with pytest.raises(RecipeError):
        StudyPlan(data="d", **values)


def test_a_plan_survives_its_file(tmp_path: Path):
    plan = StudyPlan(
        name="full", data="/d", options=ReaderOptions("csv", "good", (("image", "File"),)),
        settings=(T, A), changes=((A, "iterations", 6000), (T, "learning_rate", 1e-4)),
        curve=(1, 0), source="/photos", target=0.9,
    )  # fmt: skip
    folder = StudyFolder(tmp_path, "full")
    folder.write_plan(plan)
    assert folder.read_plan() == plan
    assert folder.read_plan().tasks == plan.tasks
    assert [found.name for found in list_studies(tmp_path)] == ["full"]


def test_a_damaged_plan_is_named(tmp_path: Path):
    folder = StudyFolder(tmp_path, "s")
    with pytest.raises(RunError, match="no study of this name"):
        folder.read_plan()
    folder.write_plan(StudyPlan(data="d"))
    file = folder.path / "plan.toml"
    file.write_text(file.read_text("utf-8") + "surprise = 1\n", "utf-8")
    with pytest.raises(RunError, match=r"plan\.toml: damaged"):
        folder.read_plan()
    assert folder.read_board() is None


def test_intervals_over_draws_admit_that_draws_depend_on_each_other():
    """Draws share training images, and one network judges all images of a draw."""
    aucs = [0.90, 0.95, 0.99]
    _, low, high = mean_interval(aucs)
    _, lower, higher = mean_interval(aucs, 1 / 4)
    assert (higher - lower) / (high - low) == pytest.approx((1 + 3 / 4) ** 0.5)
    alike = _over_draws([(5, 50), (5, 50), (5, 50)], 1 / 4)
    assert alike == exact_interval(15, 150)
    apart = _over_draws([(0, 50), (0, 50), (15, 50)], 1 / 4)
    assert apart is not None and apart[0] == 0 and apart[1] > exact_interval(15, 150)[1]
    assert _over_draws([], 0.25) is None and _over_draws([(1, 9)], 0.25) == exact_interval(1, 9)


def test_threads_do_not_make_another_run():
    recipe = default_recipe("small")
    assert learns_the_same(recipe, recipe.changed(threads=1))
    assert not learns_the_same(recipe, recipe.changed(seed=1))


# ---------------------------------------------------------------- evidence made by hand


@pytest.fixture(scope="module")
def base(trained: Path) -> RunFolder:
    return RunFolder.load(trained)


@pytest.fixture(scope="module")
def data(tiny_set: Path):
    return open_dataset(tiny_set)


def run_of(
    base: RunFolder,
    setting: Setting,
    fold: int = 1,
    *,
    accuracy: float = 0.9,
    auc: float = 0.99,
    validation: float | None = 0.99,
    curve: tuple[tuple[int, float], ...] = ((10, 0.5), (20, 0.96)),
    training: float | None = None,
    losses: tuple[float, ...] = (0.7, *(0.1,) * 49),
    live: int = 16,
    measures: RunMeasures | None = None,
    **recipe,
) -> RunEvidence:
    test = base.record.test
    values = {"fold": fold, "shift": False, "rotate_flip": False} | recipe
    record = replace(
        base.record,
        recipe=default_recipe(setting, **values),
        validation=None if validation is None else replace(test, auc=validation),
        test=replace(test, auc=auc, accuracy=accuracy),
    )
    end = max(i for i, _ in curve)
    points = tuple(
        sorted(
            [
                *(CurvePoint(i, float(i), None, 0.5, value) for i, value in curve),
                *(CurvePoint(end * (n + 1) / 50, 0.0, loss) for n, loss in enumerate(losses)),
            ],
            key=lambda point: point.iteration,
        )
    )
    folder = RunFolder(base.path.parent / f"{setting}-{fold}", record)
    return RunEvidence(
        folder,
        record.test,
        points,
        live,
        measures,
        None if training is None else Fit(training, 60, training),
    )


def taught(
    run: RunEvidence,
    accuracy: float,
    filters: int = 33,
    steps: int = 100,
    network: str = "student_separable",
    seed: int = 0,
) -> RunFolder:
    """A student that learned from a run."""
    record = run.folder.record
    details = {"filters": filters, "steps": steps, "made": 0, "normals": 4, "cells": True}
    details |= {"seed": seed, "cost": {"filters": filters // 8 * 8}}
    return RunFolder(
        run.folder.path.parent / f"student-of-{run.name}-{filters}",
        replace(
            record,
            recipe=replace(record.recipe, network=network),
            origin=Origin("student", run.name, details | {"lessons": "teacher"}),
            test=replace(record.test, accuracy=accuracy, auc=accuracy),
        ),
    )


def three(run: RunEvidence, accuracy: float, **terms) -> list[RunFolder]:
    """Students of three seeds."""
    return [taught(run, accuracy, seed=seed, **terms) for seed in range(3)]


def evidence(data, *runs: RunEvidence, **plan) -> Evidence:
    found = {(run.recipe.setting, run.recipe.fold): run for run in runs}
    return Evidence(StudyPlan(data="d", **plan), data, found)


def measured(
    gammas=(0.1, 0.1, 0.1),
    dead=(0.0, 0.0, 0.0),
    flat: float | None = 0.5,
    control: float = 0.8,
    before=(0.0, 0.0, 0.0),
    photographs: int = 30,
    accuracy: float = 0.98,
    held_against: float | None = 0.5,
) -> RunMeasures:
    """Three layers of 100 channels; flatness and domains as told."""

    def activity(shares) -> Activity:
        layers = []
        for number, share in enumerate(shares):
            marks = np.arange(100) < round(100 * share)
            none = np.zeros(100)
            layers.append(LayerActivity(f"conv{number}", marks, none, none, none, None))
        return Activity(100, 50, tuple(layers))

    classes = () if flat is None else (ClassFlatness("a", flat, 100, 50, 0, (flat,) * 5, control),)
    spread = Flatness(classes, (), 10, 0)
    embedding = Embedding(
        accuracy, "photographs in p", photographs, True, 20, np.zeros(40, np.int64),
        np.zeros(40, np.int64), np.zeros((40, 2), np.float32), np.zeros(2), None, held_against,
        "halves", np.zeros((40, 48, 48, 3), np.uint8),
    )  # fmt: skip
    # Initial weights of equal size: gamma leans as the displacement does.
    changes = tuple(
        LayerChange(f"conv{i}", g, None, True, 0.5, 0.5 * g) for i, g in enumerate(gammas)
    )
    head = LayerChange("head", 9.0, None, False)
    return RunMeasures(
        ("a.png",), 0, 10, False, (*changes, head), activity(dead), activity(before), spread,
        spread, embedding, None, "run", 1.0,
    )  # fmt: skip


# ---------------------------------------------------------------- claims


def test_claim_2_needs_a_network_that_learned(base: RunFolder, data):
    fit = evidence(data, run_of(base, S, training=0.98, accuracy=0.70))
    assert over_fits(fit).outcome == "holds"
    assert over_fits(fit).effects[0].mean == pytest.approx(0.28)
    blind = evidence(data, run_of(base, S, training=data.baseline - 0.1, accuracy=0.2))
    assert over_fits(blind).outcome == "open"
    assert "not learned" in str(over_fits(blind).reason)
    assert over_fits(evidence(data)).outcome == "open"


def test_claim_3_counts_censored_runs_as_bounds(base: RunFolder, data):
    quick_one = run_of(base, T, curve=((10, 0.5), (20, 0.96)))
    slow = run_of(base, A, curve=((100, 0.6), (400, 0.6), (500, 0.96)), rotate_flip=True)
    never = run_of(base, A, curve=((100, 0.6), (400, 0.7)), rotate_flip=True)
    soon = run_of(base, A, curve=((30, 0.97),), rotate_flip=True)
    held = many_iterations(evidence(data, quick_one, slow))
    assert held.outcome == "holds"
    assert held.effects[0].mean == pytest.approx(np.log10(20))
    bound = many_iterations(evidence(data, quick_one, never))
    assert bound.outcome == "open"
    assert "at least 20.0 times" in str(bound.reason)
    # Between its last miss and its first hit: 100 is all that is certain.
    coarse = run_of(base, A, curve=((100, 0.6), (400, 0.96)), rotate_flip=True)
    assert many_iterations(evidence(data, quick_one, coarse)).effects[0].mean == pytest.approx(
        np.log10(5)
    )
    few = run_of(base, A, curve=((400, 0.6), (500, 0.96)), rotate_flip=True, live=15)
    assert many_iterations(evidence(data, quick_one, few)).outcome == "open"
    # One fold and an effect above 0 but below tenfold: nothing is decided.
    assert many_iterations(evidence(data, quick_one, soon)).outcome == "open"


def test_claim_4_is_about_unaugmented_runs(base: RunFolder, data):
    plain = [run_of(base, T, fold) for fold in (1, 2)]
    assert few_iterations(evidence(data, *plain)).outcome == "holds"
    shifted = run_of(base, T, shift=True)
    assert few_iterations(evidence(data, shifted)).outcome == "open"
    weak = run_of(base, T, auc=0.9, curve=((3000, 0.9),))
    assert few_iterations(evidence(data, weak)).outcome == "fails"
    short = run_of(base, T, auc=0.9, curve=((100, 0.9),))
    assert few_iterations(evidence(data, short)).outcome == "open"
    late = run_of(base, T, curve=((3000, 0.99),))
    assert few_iterations(evidence(data, late)).outcome == "fails"
    one_late = [run_of(base, T, 1), run_of(base, T, 2, curve=((3000, 0.9),))]
    assert few_iterations(evidence(data, *one_late)).outcome == "fails"
    lucky = few_iterations(evidence(data, run_of(base, T, auc=0.9)))
    assert lucky.outcome == "open"
    assert "the live images are few" in str(lucky.reason)


def test_claims_5_to_7_stay_open_where_the_task_was_not_solved_alike(base: RunFolder, data):
    transfer = run_of(base, T, measures=measured((0.01, 0.02, 0.04), (0.5, 0.5, 0.9), 0.3))
    far = run_of(
        base, A, validation=0.9, measures=measured((0.8, 0.4, 0.2), (0, 0, 0.1), 0.6),
        rotate_flip=True,
    )  # fmt: skip
    near = run_of(
        base, A, validation=0.985, measures=measured((0.8, 0.4, 0.2), (0, 0, 0.1), 0.6),
        rotate_flip=True, optimizer="sgd", learning_rate=1e-3,
    )  # fmt: skip
    transfer = run_of(
        base, T, measures=measured((0.01, 0.02, 0.04), (0.5, 0.5, 0.9), 0.3), optimizer="sgd",
        learning_rate=1e-3,
    )  # fmt: skip
    falling = replace(near, curve=run_of(base, A, losses=tuple(np.linspace(1, 0.3, 50))).curve)
    for claim in (weights_move, upper_layers_sparse, features_flatter):
        unequal = claim(evidence(data, transfer, far))
        assert unequal.outcome == "open"
        assert unequal.effects, "the figures are shown all the same"
        assert claim(evidence(data, transfer, near)).outcome == "holds", claim
        unfinished = claim(evidence(data, transfer, falling))
        assert unfinished.outcome == "open"
        assert "Not converged" in str(unfinished.reason)
        assert claim(evidence(data)).outcome == "open"


def test_claim_5_fails_where_a_part_is_reversed(base: RunFolder, data):
    sgd = {"optimizer": "sgd", "learning_rate": 1e-3}
    transfer = run_of(base, T, measures=measured((0.04, 0.02, 0.01)), **sgd)
    scratch = run_of(base, A, measures=measured((0.8, 0.4, 0.2)), rotate_flip=True, **sgd)
    finding = weights_move(evidence(data, transfer, scratch))
    assert [part.outcome for part in finding.effects] == ["holds", "fails", "holds"]
    assert finding.outcome == "fails"


def test_claim_5_is_open_where_the_optimiser_equalises_steps_or_rates_differ(base, data):
    def finding(**recipe):
        transfer = run_of(
            base, T, measures=measured((0.01, 0.02, 0.04)), optimizer="sgd", learning_rate=1e-3
        )
        theirs = {"optimizer": "sgd", "learning_rate": 1e-3} | recipe
        scratch = run_of(base, A, measures=measured((0.8, 0.4, 0.2)), rotate_flip=True, **theirs)
        return weights_move(evidence(data, transfer, scratch))

    assert finding().outcome == "holds"
    adam = finding(optimizer="adamw")
    assert (adam.outcome, len(adam.effects)) == ("open", 3), "the figures are shown all the same"
    assert "equalises steps" in str(adam.reason)
    assert finding(learning_rate=2e-3).outcome == "open"


def test_claim_5_is_judged_beside_its_null(base: RunFolder, data):
    # Every weight moved equally far; small initial weights above make gamma lean all the same.
    even = tuple(LayerChange(f"c{i}", 0.1 / s, None, True, s, 0.1) for i, s in enumerate((4, 2, 1)))
    mine = replace(measured(), changes=even)
    sgd = {"optimizer": "sgd", "learning_rate": 1e-3}
    transfer = run_of(base, T, measures=mine, **sgd)
    scratch = run_of(base, A, measures=measured((0.8, 0.4, 0.2)), rotate_flip=True, **sgd)
    lean = weights_move(evidence(data, transfer, scratch)).effects[1]
    assert lean.mean == pytest.approx(0.0)
    assert lean.shown.values["plain"] == "4.00"
    null = null_change(even)
    assert [change.weight / null[change.layer] for change in even] == pytest.approx([1.0] * 3)


def test_networks_without_validation_images_are_compared_on_training_images(base, data):
    transfer = run_of(base, T, validation=None, training=0.99, measures=measured())
    near = run_of(base, A, validation=None, training=0.98, measures=measured(), rotate_flip=True)
    far = run_of(base, A, validation=None, training=0.90, measures=measured(), rotate_flip=True)
    held = upper_layers_sparse(evidence(data, transfer, near))
    assert "training AUC 0.9800 and 0.9900" in str(held.reason)
    apart = upper_layers_sparse(evidence(data, transfer, far))
    assert apart.outcome == "open" and "training AUC" in str(apart.reason)


def test_a_slope_is_that_of_a_line_through_the_last_fifth():
    rng = np.random.default_rng(0)
    losses = np.linspace(2.0, 0.5, 100) + 0.05 * rng.standard_normal(100)
    curve = tuple(CurvePoint(i + 1, 0.0, float(loss)) for i, loss in enumerate(losses))
    late = slice(79, None)
    line = linregress(np.arange(1, 101)[late] / 100, losses[late])
    assert loss_slope(curve) == pytest.approx(line.slope / 10 / losses[:10].mean())
    assert loss_slope(curve[:4]) is None
    assert loss_slope(()) is None


def test_intervals_over_folds_admit_that_they_share_training_images():
    # Nadeau & Bengio 2003: variance times 1/k + n_test / n_train.
    values = [0.10, 0.14, 0.09, 0.12, 0.11]
    spread = t.ppf(0.975, 4) * np.std(values, ddof=1) * np.sqrt(1 / 5 + 1 / 4)
    made = effect(Sentence("x"), values, 0.05, Sentence("y"), 1 / 4)
    assert made.high - made.low == pytest.approx(2 * spread)
    assert decide([0.03, 0.12, 0.11], 0.05) == "open"
    tight = [0.07, 0.10, 0.13]
    assert (decide(tight, 0.05), decide(tight, 0.05, 1 / 2)) == ("holds", "open")


def test_a_board_carries_the_hash_of_its_rules(monkeypatch):
    held = rules.rules_hash()
    text = (Path(__file__).parents[2] / "docs" / "claims.md").read_text(encoding="utf-8")
    assert held in text, "docs/claims.md names the hash of the rules it states"
    monkeypatch.setattr(rules, "OVERLAPPING", 0.04)
    assert rules.rules_hash() != held


def test_plain_rivals_stand_first(base: RunFolder, data):
    runs = [run_of(base, T, auc=0.99), run_of(base, Setting.FILTERS, auc=0.999)]
    runs += [run_of(base, Setting.PROBE, auc=0.8), run_of(base, Setting.SMALL, auc=0.9)]
    said = [str(each) for each in rivals(evidence(data, *runs))]
    assert [part in text for part, text in zip(
        ("Plain filters do as well", "The probe stays behind", "small network stays behind"),
        said, strict=True,
    )] == [True] * 3  # fmt: skip
    assert not rivals(evidence(data, runs[0]))


def test_claim_6_states_what_the_source_network_had(base: RunFolder, data):
    transfer = run_of(base, T, measures=measured(dead=(0.5, 0.5, 0.5), before=(0.4, 0.4, 0.4)))
    scratch = run_of(base, A, measures=measured(), rotate_flip=True)
    shown = str(upper_layers_sparse(evidence(data, transfer, scratch)).effects[0].shown)
    assert "source network 40.0 %" in shown


def test_claim_7_is_open_where_only_the_dimension_differs(base: RunFolder, data):
    transfer = run_of(base, T, measures=measured(flat=0.4, control=0.4))
    scratch = run_of(base, A, measures=measured(flat=0.8, control=0.8), rotate_flip=True)
    finding = features_flatter(evidence(data, transfer, scratch))
    assert [part.outcome for part in finding.effects] == ["holds", "fails"]
    assert finding.outcome == "open"
    none = run_of(base, T, measures=measured(flat=None))
    reason = features_flatter(evidence(data, none, scratch)).reason
    assert "Measure more images" in str(reason)


def test_claim_1_needs_photographs_and_a_control(base: RunFolder, data):
    def finding(**values):
        return domains_apart(evidence(data, run_of(base, T, measures=measured(**values))))

    assert finding().outcome == "holds"
    assert finding(photographs=19).outcome == "open"
    assert finding(held_against=0.9).outcome == "open"
    assert finding(held_against=None).outcome == "open"
    assert finding(accuracy=0.5).outcome == "fails"


def overlap_of(conv3: float, conv4: float) -> RunOverlap:
    shares = {"input": 0.4, "conv3_3": conv3, "conv4_3": conv4, "conv5_3": 0.9}
    layers = tuple(
        LayerOverlap(n, (v,) * 50, v, v, v, ((0.05, v + 0.1), (0.3, v - 0.1)))
        for n, v in shares.items()
    )
    return RunOverlap("run", ("Class1", "Class2"), (0.05, 0.3), 0, 20, layers)


def test_claim_8_counts_the_layers_below_the_last(base: RunFolder, data):
    def finding(ours, theirs, auc=0.985):
        transfer = replace(run_of(base, T, measures=measured()), overlap=ours)
        scratch = run_of(base, A, validation=auc, measures=measured(), rotate_flip=True)
        return less_overlap(evidence(data, transfer, replace(scratch, overlap=theirs)))

    held = finding(overlap_of(0.1, 0.1), overlap_of(0.2, 0.3))
    assert held.outcome == "holds"
    assert [part.mean for part in held.effects] == pytest.approx([0.1, 0.2])
    assert finding(overlap_of(0.3, 0.1), overlap_of(0.2, 0.3)).outcome == "fails"
    assert "two textures" in str(finding(None, None).reason)
    blind = overlap_of(0.1, 0.1)
    null = tuple(replace(each, pairs=(None,) * 41 + each.pairs[41:]) for each in blind.layers)
    few = finding(replace(blind, layers=null), overlap_of(0.2, 0.3))
    assert few.outcome == "open" and "Only 9 pairs" in str(few.reason)
    apart = finding(None, None, auc=0.8)
    assert apart.outcome == "open"
    assert "did not solve the task alike" in str(apart.reason)
    assert "Train scratch-aug longer" in str(apart.reason)
    behind = run_of(base, T, validation=0.8, measures=measured())
    ahead = run_of(base, A, validation=0.98, measures=measured(), rotate_flip=True)
    found = less_overlap(evidence(data, behind, ahead))
    assert found.outcome == "open"
    assert "Train transfer longer, or on more images" in str(found.reason)
    assert less_overlap(evidence(data)).outcome == "open"


def test_claim_9_compares_the_same_folds(base: RunFolder, data):
    runs = [run_of(base, T, fold, accuracy=0.99) for fold in (1, 2)]
    runs += [run_of(base, Setting.FROZEN, fold, accuracy=0.7) for fold in (2, 3)]
    finding = frozen_does_badly(evidence(data, *runs))
    assert finding.folds == 1
    assert finding.outcome == "holds"
    assert any("One fold" in str(caveat) for caveat in finding.caveats)
    weak = evidence(data, run_of(base, T, accuracy=0.2), run_of(base, Setting.FROZEN, accuracy=0.1))
    assert frozen_does_badly(weak).outcome == "open"
    probe = run_of(base, Setting.PROBE, 2, accuracy=0.98, auc=0.999)
    beside = frozen_does_badly(evidence(data, *runs, probe)).caveats
    assert "98.0 %, AUC 0.9990" in str(beside[0])


# ---------------------------------------------------------------- tables


def test_rows_pool_counts_over_folds(base: RunFolder):
    runs = [run_of(base, T, fold, accuracy=1.0, auc=auc) for fold, auc in ((1, 1.0), (2, 0.9))]
    row = setting_row(T, runs, 0.25)
    assert row.images == 2 * base.record.test.images
    assert row.accuracy == 1.0
    assert row.accuracy_interval[1] == 1.0
    assert row.auc == pytest.approx(0.95)
    assert row.auc_high == 1.0
    assert not row.augmented


def test_reaching_and_never_reaching(base: RunFolder):
    run = run_of(base, T, curve=((10, 0.5), (20, 0.96), (30, 0.7)))
    hit = first_reached(run, T, 1, 0.95)
    assert (hit.iteration, hit.reached) == (20, True)
    miss = first_reached(run, T, 1, 0.99)
    assert (miss.iteration, miss.reached) == (30, False)


def test_kaplan_meier_with_a_censored_run():
    # Worked out by hand: 4 runs; one arrives at 10, one leaves at 20, one arrives at 30.
    runs = [
        Reach(T, 1, 0.95, 10, True, 5, 8),
        Reach(T, 2, 0.95, 20, False, 5, 8),
        Reach(T, 3, 0.95, 30, True, 5, 8),
        Reach(T, 4, 0.95, 40, False, 5, 8),
    ]
    assert kaplan_meier(runs) == [(0, 1.0), (10, 0.75), (20, 0.75), (30, 0.375), (40, 0.375)]


def dot(setting: Setting, defects: int, auc: float, count: int = 2) -> CurveDot:
    draws = tuple(CurveDraw(number, auc, 0.9, 0, 10, 0, 10) for number in range(1, count + 1))
    return CurveDot(setting, defects, False, draws, auc, None, None, 0.0, 0.0, None, None)


def test_enough_defects_is_where_the_curve_stays_high():
    dots = [dot(T, n, a) for n, a in ((1, 0.995), (2, 0.97), (5, 0.992), (10, 0.999))]
    assert enough_defects(dots, T).defects == 5
    small = [dot(Setting.SMALL, n, a) for n, a in ((1, 0.6), (10, 0.9))]
    answer = str(defects_answer([*dots, *small]))
    fallen = [dot(T, 10, 0.995), dot(T, 20, 0.98)]
    assert "No setting stayed" in str(defects_answer(fallen))
    assert answer.startswith("5 labelled defects are enough for transfer")
    assert "small: not with 10" in answer
    assert "in the one draw made" in str(defects_answer([dot(T, 5, 0.995, 1)]))
    assert "No setting stayed" in str(defects_answer(small))
    assert defects_answer([]) is None


# ---------------------------------------------------------------- a real study


def small_plan(tiny_set: Path, **values) -> StudyPlan:
    entries = {
        "iterations": 8, "batch": 8, "window": 64, "crop": 128, "precision": "float32",
    }  # fmt: skip
    changes = tuple((Setting.SMALL, name, value) for name, value in entries.items())
    base = {
        "data": str(tiny_set), "settings": (Setting.SMALL,), "folds": 4, "changes": changes,
        "curve": (2, 0), "curve_settings": (Setting.SMALL,), "draws": 2, "curve_changes": changes,
    }  # fmt: skip
    return StudyPlan(**(base | values))


def test_a_study_runs_resumes_and_reports(workspace: Workspace, tiny_set: Path, tmp_path: Path):
    plan = small_plan(tiny_set)
    workspace.post(RunStudy(1, plan, str(tmp_path)))
    while not any(isinstance(event, RunFinished) for event in workspace.events):
        workspace.session.advance()
    workspace.post(Cancel(1))  # in the middle: one run is done
    workspace.run()
    assert workspace.end(1).outcome == "cancelled"
    assert len(list((tmp_path / "runs").iterdir())) == 1

    events = workspace.run(RunStudy(2, plan, str(tmp_path)))
    assert workspace.end(2).outcome == "done", workspace.end(2)
    # Two folds and 2 x 2 draws; the draws with all defects are the board's own runs.
    assert len(list((tmp_path / "runs").iterdir())) == 4
    boards = [event.board for event in events if isinstance(event, StudyJudged)]
    assert [finding.claim for finding in boards[-1].findings] == list(range(1, 11))
    assert all(finding.outcome == "open" for finding in boards[-1].findings)
    assert boards[-1].done == boards[-1].total == 6
    assert [(d.defects, d.everything, len(d.draws)) for d in boards[-1].curve] == [
        (2, False, 2),
        (boards[-1].curve[1].defects, True, 2),
    ]
    assert StudyFolder(tmp_path, "study").read_board() == boards[-1]

    before = sorted(path.name for path in (tmp_path / "runs").iterdir())
    workspace.run(RunStudy(3, plan, str(tmp_path)))
    assert sorted(path.name for path in (tmp_path / "runs").iterdir()) == before

    (listed,) = [
        event
        for event in workspace.run(ReadStudies(4, str(tmp_path)))
        if isinstance(event, StudiesListed)
    ]
    assert {task.state for task in listed.studies[0].tasks} == {"done"}

    named = before[0]
    keep_title(tmp_path / "runs" / named, "Shift two")
    first, *others = boards[-1].findings
    findings = (replace(first, runs=(named,)), *others)
    StudyFolder(tmp_path, "study").write_board(replace(boards[-1], findings=findings))
    for job, language, word in ((5, "en", "The settings"), (6, "ko", "설정")):
        out = tmp_path / f"{language}.html"
        workspace.run(WriteReport(job, str(tmp_path), "study", str(out), language))
        assert workspace.end(job).outcome == "done", workspace.end(job)
        html = out.read_text("utf-8")
        assert word in html
        assert f"Shift two ({named})" in html
        assert "<svg" in html
        assert boards[-1].fingerprint in html
        # Self-contained: nothing is fetched, nothing runs.
        for forbidden in ("<script", "src=", "@import", "url(http"):
            assert forbidden not in html


def test_a_run_that_fails_does_not_end_the_study(
    workspace: Workspace, tiny_set: Path, tmp_path: Path
):
    # VGG-16 is asked for with a crop that its images cannot give: refused when it starts.
    plan = small_plan(
        tiny_set,
        settings=(Setting.FROZEN, Setting.SMALL),
        run_folds=(1,),
        curve=(),
        changes=(
            *small_plan(tiny_set).changes,
            (Setting.FROZEN, "network", "resnet50"),  # no weights of it are here
        ),
    )
    events = workspace.run(RunStudy(1, plan, str(tmp_path)))
    assert workspace.end(1).outcome == "done", workspace.end(1)
    board = [event.board for event in events if isinstance(event, StudyJudged)][-1]
    assert len(board.failed) == 1
    assert [row.setting for row in board.rows] == [Setting.SMALL]


def test_an_error_nobody_expected_does_not_end_the_queue(
    workspace: Workspace, tiny_set: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Out of memory in the first run ended the job, and no board was written."""
    real, calls = study_run.train_new, []

    def train_new(*arguments):
        calls.append(arguments)
        if len(calls) == 1:
            raise MemoryError("no room")
        yield from real(*arguments)

    monkeypatch.setattr(study_run, "train_new", train_new)
    events = workspace.run(RunStudy(1, small_plan(tiny_set, curve=()), str(tmp_path)))
    assert workspace.end(1).outcome == "done", workspace.end(1)
    board = [event.board for event in events if isinstance(event, StudyJudged)][-1]
    assert [why for _, why in board.failed] == ["no room"]
    assert board.done == 1


def test_as_many_defects_as_there_are_is_all(workspace: Workspace, tiny_set: Path, tmp_path: Path):
    """20 of 12 was a point of its own, to the right of "all"."""
    plan = small_plan(tiny_set, run_folds=(1,), curve=(2, 20, 0), draws=1)
    events = workspace.run(RunStudy(1, plan, str(tmp_path)))
    board = [event.board for event in events if isinstance(event, StudyJudged)][-1]
    assert [(d.defects, d.everything) for d in board.curve] == [(2, False), (12, True)]
    assert board.done == board.total == 3


def scratch_plan(data: Path, **values) -> StudyPlan:
    """Scratch with a network that takes seconds, and whose weights are soon written."""
    entries = {"iterations": 2, "batch": 4, "window": 64, "crop": 0, "network": "mobilenet_v2",
               "precision": "float32"}  # fmt: skip
    changes = tuple((Setting.SCRATCH, name, value) for name, value in entries.items())
    base = {
        "data": str(data), "settings": (Setting.SCRATCH,), "folds": 4, "run_folds": (1,),
        "changes": changes, "images": 2,
    }  # fmt: skip
    return StudyPlan(**(base | values))


@pytest.mark.trial
def test_a_stopped_study_keeps_what_its_board_knew(
    workspace: Workspace, tiny_set: Path, tmp_path: Path
):
    plan = scratch_plan(tiny_set)
    workspace.run(RunStudy(1, plan, str(tmp_path)))
    before = StudyFolder(tmp_path, "study").read_board()
    assert before.findings[1].effects, before.findings[1]
    workspace.post(RunStudy(2, replace(plan, run_folds=(1, 2)), str(tmp_path)))
    while not any(isinstance(event, StepDone) and event.job == 2 for event in workspace.events):
        workspace.session.advance()
    workspace.post(Stop(2))
    workspace.run()
    after = StudyFolder(tmp_path, "study").read_board()
    assert after.findings[1].effects == before.findings[1].effects


@pytest.mark.trial
def test_a_study_goes_on_where_its_data_moved_to(
    workspace: Workspace, tiny_set: Path, tmp_path: Path
):
    first, second = tmp_path / "first", tmp_path / "second"
    shutil.copytree(tiny_set, first)
    plan = scratch_plan(first)
    workspace.run(Train(1, str(first), str(tmp_path / "p"), plan.tasks[0].recipe))
    first.rename(second)
    moved = scratch_plan(second)
    events = workspace.run(RunStudy(2, moved, str(tmp_path / "p")))
    board = [event.board for event in events if isinstance(event, StudyJudged)][-1]
    assert board.failed == ()
    assert len(list((tmp_path / "p" / "runs").iterdir())) == 1


def test_a_mistyped_folder_of_photographs_is_found_before_training(
    workspace: Workspace, tiny_set: Path, tmp_path: Path
):
    workspace.run(
        RunStudy(1, small_plan(tiny_set, source=str(tmp_path / "no")), str(tmp_path / "p"))
    )
    assert workspace.end(1).outcome == "failed"
    assert "no such folder of photographs" in workspace.end(1).message
    assert not (tmp_path / "p" / "runs").exists()


def test_stop_ends_the_queue_after_the_run_at_work(
    workspace: Workspace, tiny_set: Path, tmp_path: Path
):
    workspace.post(RunStudy(1, small_plan(tiny_set), str(tmp_path)))
    while not any(isinstance(event, StepDone) for event in workspace.events):
        workspace.session.advance()
    workspace.post(Stop(1))
    workspace.run()
    assert workspace.end(1).outcome == "stopped"
    (run,) = (tmp_path / "runs").iterdir()
    assert RunFolder.load(run).record.state == "stopped"
    # Another time it goes on with that very run.
    workspace.run(RunStudy(2, small_plan(tiny_set), str(tmp_path)))
    assert RunFolder.load(run).record.state == "done"
    assert len(list((tmp_path / "runs").iterdir())) == 4


def test_a_run_on_other_images_does_not_count(trained: Path, data):
    folder = RunFolder.load(trained)
    project = trained.parent.parent
    task = Task("board", Setting.SMALL, 1, 0, quick(iterations=200))
    assert find_run(task, [folder], data, project) is folder
    fewer = replace(data, samples=data.samples[:-1])
    assert find_run(task, [folder], fewer, project) is None


def test_a_run_from_before_the_lots_were_named_does_not_count(trained: Path, data):
    """Groups are not in the fingerprint, but they put other images into the fold."""
    folder = RunFolder.load(trained)
    task = Task("board", Setting.SMALL, 1, 0, quick(iterations=200))
    lots = tuple(
        replace(sample, group=f"lot{index // 5}") for index, sample in enumerate(data.samples)
    )
    assert find_run(task, [folder], replace(data, samples=lots), trained.parent.parent) is None


def test_a_report_needs_a_board(workspace: Workspace, tmp_path: Path):
    StudyFolder(tmp_path, "empty").write_plan(StudyPlan(name="empty", data="d"))
    workspace.run(WriteReport(1, str(tmp_path), "empty"))
    assert workspace.end(1).outcome == "failed"
    assert "Run the study first" in workspace.end(1).message
    workspace.run(WriteReport(2, str(tmp_path), "none"))
    assert "no study of this name" in workspace.end(2).message


def test_command_line_study(tiny_set: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    entries = [f"--set=small:{e}" for e in ("iterations=4", "batch=4", "window=64", "crop=0")]
    code = main(
        [
            "study", str(tiny_set), "--project", str(tmp_path), "--settings", "small",
            "--folds", "1/4", *entries, "--json", "--report", str(tmp_path / "r.html"),
        ]
    )  # fmt: skip
    out = capsys.readouterr().out
    assert code == 0
    assert "never a defect" in out
    said = json.loads(out.strip().splitlines()[-1])
    assert said["done"] == 1
    assert [claim["number"] for claim in said["claims"]] == list(range(1, 11))
    for claim, finding in zip(said["claims"], said["findings"], strict=True):
        assert claim["finding"] == finding["outcome"] == "open"
        assert claim["evidence"], "what is missing, in words"
    assert said["report"] == str(tmp_path / "r.html")
    assert (tmp_path / "r.html").is_file()
    assert main(["report", str(tmp_path), "--language", "ko"]) == 0
    assert (tmp_path / "studies" / "study" / "report-ko.html").is_file()
    assert main(["report", str(tmp_path / "nowhere")]) == 2
    capsys.readouterr()
    assert main(["study", "--project", str(tmp_path), "--source", str(tmp_path)]) == 2
    assert "To change --source, name the data set too" in capsys.readouterr().err


# ---------------------------------------------------------------- claim 10


def test_the_picture_of_claim_10_has_a_mark_for_every_student(base: RunFolder, data):
    """The report had no picture of this claim alone."""
    from engine.core.report_words import Words
    from engine.study.board import fill_board
    from engine.study.report import drawings

    run = run_of(base, T)
    board = fill_board(evidence(data, run), [], [], [])
    known = {run.name: run.folder} | {
        f"s{n}": taught(run, 0.9 + 0.01 * n, filters=filters, seed=n)
        for n, filters in enumerate((33, 33, 66))
    }
    svg = drawings(board, known, Words("en"))["claim10"]()
    assert svg is not None
    assert svg.count("<use") >= 6, "accuracy and AUC of three"
    assert ">32<" in svg and ">64<" in svg, "filters that were built, not those asked for"
    assert drawings(board, {run.name: run.folder}, Words("en"))["claim10"]() is None


def test_students_of_equal_size_decide_which_compresses_better(base: RunFolder, data):
    runs = [run_of(base, setting, fold) for setting in (T, A) for fold in (1, 2, 3)]
    known = evidence(data, *runs)
    assert compresses_better(known).outcome == "open"
    assert "page Compress" in compresses_better(known).reason.template
    for run in runs:
        good = run.recipe.setting is T
        mean = 0.89 if good else 0.80 + 0.01 * run.recipe.fold
        known.students[run.name] = [
            *(taught(run, mean + d, seed=n) for n, d in enumerate((-0.01, 0.0, 0.01))),
            *(taught(run, 0.5, filters=16, seed=n) for n in (0, 1)),
            *(taught(run, 0.5, filters=66, seed=n) for n in (0, 1, 2)),
        ]
    found = compresses_better(known)
    assert (found.outcome, found.folds) == ("holds", 3)
    part, ranking = found.effects
    assert part.folds == pytest.approx((0.08, 0.07, 0.06))
    assert ranking.folds == pytest.approx((0.08, 0.07, 0.06))
    found_filters = part.shown.values["filters"]
    assert found_filters == "32", "two seeds are too few for the smaller ones; of 33, 32 were built"
    for run in runs:
        known.students[run.name] = [taught(run, 0.89, seed=n) for n in range(3)]
    assert compresses_better(known).outcome == "fails"


def test_students_that_learned_otherwise_are_not_compared(base: RunFolder, data):
    ours, theirs = run_of(base, T), run_of(base, A)
    known = evidence(data, ours, theirs)
    known.students[ours.name] = three(ours, 0.9, steps=100)
    known.students[theirs.name] = three(theirs, 0.5, steps=200)
    assert compresses_better(known).outcome == "open"
    known.students[theirs.name] = three(theirs, 0.5, network="student")
    known.students[ours.name] = three(ours, 0.9)
    assert compresses_better(known).outcome == "open", "a student of the other form"
    unlike = evidence(data, ours, run_of(base, A, validation=0.8))
    unlike.students.update({ours.name: three(ours, 0.9), theirs.name: three(theirs, 0.5)})
    assert compresses_better(unlike).outcome == "open"


def said_plainly(text: str, **values: object) -> str:
    return text.format(**values)


def test_every_bar_of_weight_change_has_its_null_across_it():
    from engine.study.report_figures import per_layer

    layers = {"conv1_1": 0.02, "conv1_2": 0.01}
    held = {Setting.TRANSFER: [1, 2], Setting.SCRATCH_AUG: [3]}
    bare = per_layer(held, lambda _: layers, "weight change", said_plainly)
    full = per_layer(
        held,
        lambda _: layers,
        "weight change",
        said_plainly,
        null=lambda k: dict.fromkeys(layers, k),
    )
    assert full.count("null: every weight equally far") == 1
    strokes = full.count("LineCollection"), bare.count("LineCollection")
    assert strokes[0] - strokes[1] == len(held)


def test_the_controls_windows_are_drawn_where_there_are_any():
    from types import SimpleNamespace

    from engine.study.report_figures import domains

    plane = np.zeros((4, 2), np.float32)
    embedding = SimpleNamespace(
        pca=plane,
        domains=np.array([0, 0, 1, 1]),
        explained=np.array([0.5, 0.2]),
        control_pca=plane[:3],
    )
    with_control = domains(SimpleNamespace(embedding=embedding), said_plainly)
    embedding.control_pca = plane[:0]
    without = domains(SimpleNamespace(embedding=embedding), said_plainly)
    assert ">control<" in with_control and ">control<" not in without


def test_no_picture_of_live_curves_where_no_run_has_any():
    from engine.core.values import CurvePoint
    from engine.study.report_figures import live_auc

    fitted = {(Setting.FILTERS, 1): [CurvePoint(1, 0.5, loss=0.1)]}
    assert live_auc(fitted, [Setting.FILTERS], 0.95, str) is None
    trained = {(T, 1): [CurvePoint(5, 1.0, auc=0.9), CurvePoint(10, 2.0, auc=0.97)]}
    svg = live_auc(fitted | trained, [Setting.FILTERS, T], 0.95, str)
    assert svg is not None
    assert "transfer" in svg


def test_lower_layers_are_hardly_updated_only_where_each_stays_behind_the_null():
    # 13 layers as VGG-16 has; the lower seven move 0.03, the others 0.1, on weights of any size.
    rng = np.random.default_rng(0)
    sizes = rng.uniform(0.01, 0.1, 13)
    moved = np.where(np.arange(13) < 7, 0.03, 0.1)

    def layers(moves):
        return tuple(
            LayerChange(f"c{i}", m / s, None, True, s, m)
            for i, (m, s) in enumerate(zip(moves, sizes, strict=True))
        )

    found = lower_layers((*layers(moved), LayerChange("head", 9.0, None, False, 1e-9, 1.0)))
    even = np.sqrt((moved**2).mean())  # an independent way to the same ratios
    assert found is not None
    assert (found.first, found.last) == ("c0", "c6")
    assert found.ratios == pytest.approx([0.03 / even] * 7)
    assert found.above == pytest.approx(0.1 / even)
    assert found.hardly
    one_moves = np.where(np.arange(13) == 3, 0.1, moved)
    assert not lower_layers(layers(one_moves)).hardly, "one of the seven moved like the upper ones"
    assert not lower_layers(layers(np.full(13, 0.1))).hardly, "even steps, as AdamW's"
    assert lower_layers(layers(moved)[:7]) is None, "there is nothing above them"
