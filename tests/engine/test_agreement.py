"""Attribute agreement and the label budget."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score

from engine.core.recipe import Setting
from engine.data.messages import OpenData
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.review.agreement import agreement_of, kappa, kappa_interval
from engine.review.messages import KeepReview, Review
from engine.review.store import ReviewStore
from engine.study.budget import label_budget
from engine.study.effects import mean_interval
from engine.study.values import CurveDot, CurveDraw
from main import main
from tests.engine.conftest import Workspace


def test_kappa_is_scikit_learns():
    rng = np.random.default_rng(1)
    a = rng.random(60) < 0.3
    b = np.where(rng.random(60) < 0.8, a, ~a)
    assert kappa(a, b) == pytest.approx(cohen_kappa_score(a, b))
    low, high = kappa_interval(a, b)
    assert low < cohen_kappa_score(a, b) < high
    assert kappa(np.ones(9, bool), np.ones(9, bool)) is None, "one state alone tells nothing"
    assert kappa(a, a) == 1.0 and kappa_interval(a, a)[0] < 1.0, "full agreement is no certainty"


def test_people_the_network_and_labels_are_compared_each_with_each(own_run: Path):
    folder = RunFolder.load(own_run)
    workspace = Workspace()
    workspace.run(OpenData(1, folder.record.data_path, project=str(folder.project)))
    data = workspace.session._workspace.images.data
    test = folder.read_split(data).test
    with PredictionStore(folder.project) as store:
        known = store.of_run(own_run.name, {data.files[i]: i for i in test})
    history = []
    for place, index in enumerate(test):
        row = known[index]
        for hour, (who, said) in enumerate(
            (("Kim", "agree"), ("Lee", "overrule"), ("Kim", "agree" if place else "overrule"))
        ):
            history.append(
                Review(
                    data.files[index],
                    said,
                    "",
                    own_run.name,
                    row.score,
                    row.class_name,
                    "",
                    who,
                    f"2026-11-2{place % 9}T{hour:02d}:00:00",
                )
            )
    found = agreement_of(data, known, history, own_run.name)
    pairs = {(pair.one, pair.other): pair for pair in found.pairs}
    assert set(pairs) == {
        ("network", "Kim"), ("network", "Lee"), ("Kim", "Lee"), ("Kim", "Kim"), ("labels", "Kim"),
        ("labels", "Lee"),
    }  # fmt: skip
    wrong = sum(known[i].defective != data.samples[i].label.defective for i in test)
    assert pairs["labels", "Lee"].agreed == len(test), "to overrule is to say what the label says"
    assert pairs["network", "Lee"].agreed == len(test) - wrong
    first = known[test[0]].defective == data.samples[test[0]].label.defective
    assert pairs["Kim", "Kim"].agreed == len(test) - (not first)
    assert pairs["network", "Kim"].images == len(test)


def test_a_second_review_does_not_take_the_first_ones_place_in_the_history(tmp_path: Path):
    one = Review("a.png", "agree", "", "r", 0.9, "A", "", "Kim", "2026-01-01")
    two = replace(one, said="overrule", reviewer="Lee", time="2026-01-02")
    workspace = Workspace()
    for number, review in enumerate((one, two, None), start=1):
        workspace.run(KeepReview(number, str(tmp_path), "x", "a.png", review))
        with ReviewStore(tmp_path) as store:
            kept = [(each.reviewer, each.said) for each in store.history("x")]
        expected = [("Kim", "agree"), ("Lee", "overrule")][: 1 if review is None else number]
        assert kept == expected, "what is taken back was not said; what was said before it stays"


def test_the_terminal_lists_who_agrees_with_whom(own_run: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["agreement", str(own_run), "--json"]) == 0
    out = capsys.readouterr().out
    assert "nobody has reviewed" in out
    assert json.loads(out.strip().splitlines()[-1])["pairs"] == []


# ---------------------------------------------------------------- label budget


def curve(errors: dict[int, list[float]]) -> list[CurveDot]:
    """Points of a curve from (defects: 1 - AUC of each draw)."""
    return [
        CurveDot(
            Setting.TRANSFER, count, False,
            tuple(
                CurveDraw(n, 1 - e, 0.9, 0, 100, round(40 * e), 40) for n, e in enumerate(found, 1)
            ),
            None, None, None, None, None, None, None,
        )
        for count, found in errors.items()
    ]  # fmt: skip


def test_ten_more_labelled_defects_buy_so_much_with_this_interval():
    # Errors that halve with twice the defects, of three draws of different levels.
    levels = (0.4, 0.5, 0.6)
    dots = curve({n: [level / n for level in levels] for n in (5, 10, 20)})
    (found,) = label_budget(dots, 0.25)
    gains = [level / 20 - level / 30 for level in levels]
    mean, low, high = mean_interval(gains, 0.25)
    assert (found.defects, found.more, found.draws) == (20, 10, 3)
    assert found.auc == pytest.approx(mean)
    assert (found.auc_low, found.auc_high) == pytest.approx((low, high))
    assert "10 more labelled defects beyond 20" in str(found.words) and "3 draws" in str(
        found.words
    )
    assert found.escape is not None


def test_a_budget_of_one_draw_has_no_interval_and_of_one_point_there_is_none():
    (one,) = label_budget(curve({5: [0.1], 20: [0.05]}), 0.25)
    assert one.auc > 0 and one.auc_low is None and "no interval" in str(one.words)
    assert label_budget(curve({5: [0.1, 0.2]}), 0.25) == ()
