from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from scipy.stats import binom
from sklearn.metrics import roc_auc_score

from engine.data.sample import Label
from engine.inspection.rates import (
    choose_levels,
    choose_threshold,
    counted_from,
    exact_interval,
    overkill_bound,
    rates,
)
from engine.inspection.verdict import judge, logit, softmax, thresholds_of

A0, A1 = Label("A", "", False), Label("A", "defective", True)
B0, B1 = Label("B", "", False), Label("B", "defective", True)
LABELS = (A0, A1, B0, B1)


def logits_of(p: list[list[list[float]]]) -> np.ndarray:
    """Logits whose softmax over axis 0 is p (classes, h, w)."""
    return np.log(np.asarray(p)).astype(np.float32)


def test_verdict_by_hand():
    # Two windows. Textures: A has .6+.1=.7 and .2+.3=.5 -> mean .6; B has .3 and .5 -> .4.
    p = [[[0.6, 0.2]], [[0.1, 0.3]], [[0.2, 0.1]], [[0.1, 0.4]]]
    verdict = judge(logits_of(p), LABELS, threshold=0.5)
    assert verdict.texture == "A"
    assert verdict.score == pytest.approx(0.7)  # .3 + .4 in the second window
    assert verdict.window == (0, 1)
    assert LABELS[verdict.label] is A1
    assert verdict.scores.ravel() == pytest.approx([0.2, 0.7])
    assert LABELS[judge(logits_of(p), LABELS, threshold=0.7001).label] is A0


def test_defective_needs_more_than_the_threshold():
    p = [[[0.5]], [[0.5]]]
    assert not LABELS[judge(logits_of(p), (A0, A1), 0.5).label].defective


def test_without_a_normal_class_nothing_is_defective():
    labels = (Label("steel", "", None), Label("wood", "", None))
    verdict = judge(logits_of([[[0.1]], [[0.9]]]), labels, 0.5)
    assert verdict.texture == "wood"
    assert verdict.score == 0
    assert labels[verdict.label].name == "wood"


def test_softmax_keeps_the_order_of_scores_near_one():
    logits = np.zeros((2, 1, 2), np.float32)
    logits[1] = [[20.0, 21.0]]
    scores = softmax(logits)[1, 0]
    assert 1 > scores[1] > scores[0]
    assert logit(scores)[1] - logit(scores)[0] == pytest.approx(1.0, abs=1e-3)


# ---------------------------------------------------------------- intervals


def test_the_intervals_people_should_know():
    assert exact_interval(0, 75)[1] == pytest.approx(0.048, abs=0.0005)
    assert exact_interval(0, 5)[1] == pytest.approx(0.52, abs=0.005)
    assert exact_interval(5, 5)[0] == pytest.approx(0.48, abs=0.005)


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 200), st.data())
def test_the_interval_is_exact(trials: int, data: st.DataObject):
    events = data.draw(st.integers(0, trials))
    low, high = exact_interval(events, trials)
    if events < trials:  # at the upper end, so few events or fewer happen in 2.5 % of cases
        assert binom.cdf(events, trials, high) == pytest.approx(0.025, abs=1e-6)
    if events > 0:
        assert binom.sf(events - 1, trials, low) == pytest.approx(0.025, abs=1e-6)


@pytest.mark.parametrize(("events", "trials"), [(1, 0), (-1, 5), (6, 5)])
def test_no_rate_no_interval(events: int, trials: int):
    with pytest.raises(ValueError, match="is no rate"):
        exact_interval(events, trials)


# ---------------------------------------------------------------- rates


def test_rates_by_hand():
    truth = [A0, A0, A1, A1, B0]
    named = [A0, A1, A1, A0, A0]
    scores = np.array([0.1, 0.9, 0.8, 0.2, 0.3])
    found = rates(truth, named, scores, 0.5)
    assert found.accuracy == pytest.approx(2 / 5)
    assert (found.overkills, found.escapes) == (1, 1)
    assert found.overkill == pytest.approx(1 / 3)
    assert found.escape == pytest.approx(1 / 2)
    assert found.auc == roc_auc_score([0, 0, 1, 1, 0], scores)
    assert found.baseline == 3 / 5, "counted on these very images"


def test_undefined_rates_are_none():
    only_good = rates([A0], [A0], np.array([0.1]), 0.5)
    assert (only_good.escape, only_good.auc) == (None, None)
    plain = Label("steel", "", None)
    found = rates([plain], [plain], np.array([0.0]), 0.5)
    assert (found.overkill, found.escape, found.auc, found.accuracy) == (None, None, None, 1.0)


# ---------------------------------------------------------------- threshold


MANY = np.repeat([0.01, 0.02, 0.03, 0.9, 0.95, 0.99], 8)
MANY_BAD = np.repeat([False, False, False, True, True, True], 8)
"""As many as can be weighed without the bound."""


def test_at_even_cost_the_threshold_is_the_middle_of_the_widest_cheapest_gap():
    assert logit(choose_threshold(MANY, MANY_BAD, 1.0)) == pytest.approx(
        (logit(0.03) + logit(0.9)) / 2
    )


def test_a_dear_escape_moves_the_threshold_towards_the_normals():
    scale = (logit(MANY[MANY_BAD]).std() + logit(MANY[~MANY_BAD]).std()) / 2
    middle = (logit(0.03) + logit(0.9)) / 2
    assert logit(choose_threshold(MANY, MANY_BAD, 20.0)) == pytest.approx(
        middle - scale / 2 * np.log(20)
    )
    assert 0.03 < choose_threshold(MANY, MANY_BAD, 1e9) < 0.9, "never beyond the gap"


def test_the_share_expected_on_the_line_weighs_the_cost():
    """Half of these images are defective; with one part in a hundred an escape weighs 1 / 99."""
    rare = choose_threshold(MANY, MANY_BAD, 20.0, 0.01)
    assert rare == pytest.approx(choose_threshold(MANY, MANY_BAD, 20.0 / 99))
    assert rare > choose_threshold(MANY, MANY_BAD, 20.0)
    assert choose_threshold(MANY, MANY_BAD, 20.0, 0.5) == choose_threshold(MANY, MANY_BAD, 20.0)


def test_few_images_take_the_smaller_of_cost_and_bound():
    scores = np.array([0.01, 0.02, 0.03, 0.9, 0.95, 0.99])
    bad = np.array([False] * 3 + [True] * 3)
    bound, promised = overkill_bound(scores, bad)
    assert promised == pytest.approx(1 / 4)  # above the highest of three: one in four
    assert logit(bound) == pytest.approx(logit(0.03) + 0.5)
    assert choose_threshold(scores, bad, 1.0) == pytest.approx(bound)
    near = np.array([0.01, 0.02, 0.03, 0.02, 0.95, 0.99])
    assert choose_threshold(near, bad, 20.0) < 0.02, "the cheapest, which is smaller"


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=12),
    st.sampled_from([1.0, 20.0, 1000.0]),
    st.sampled_from([None, 0.001, 0.3]),
)
def test_it_never_rejects_everything_for_want_of_images(
    items: list[tuple[float, bool]], ratio: float, share: float | None
):
    scores = np.array([s for s, _ in items])
    bad = np.array([b for _, b in items])
    chosen = choose_threshold(scores, bad, ratio, share)
    assert 0 <= chosen <= 1
    if not bad.all():
        assert (scores[~bad] <= chosen).any()
    textures = ["A" if place % 3 else "B" for place in range(len(items))]
    threshold, levels = choose_levels(scores, bad, textures, ratio, share)
    own = [levels.get(texture, 0.0) for texture in textures]
    counted = counted_from(scores, own) if levels else scores
    if not bad.all():
        assert (counted[~bad] <= threshold + 1e-9).any()


def test_the_bound_keeps_the_overkill_that_it_promises():
    rng = np.random.default_rng(4)
    for count in (9, 30, 99):
        seen, promised = [], 0.0
        for _ in range(300):
            bound, promised = overkill_bound(rng.beta(1, 30, count), np.zeros(count, bool))
            seen.append((rng.beta(1, 30, 400) > bound).mean())
        error = np.std(seen) / np.sqrt(len(seen))
        assert np.mean(seen) <= promised + 3 * error, count


def test_each_texture_has_a_threshold_of_its_own():
    """Texture B's normal images score where A's defects do: one threshold cannot serve both."""
    rng = np.random.default_rng(1)
    z = np.concatenate([rng.normal(-6, 0.5, 30), rng.normal(-2, 0.5, 12),
                        rng.normal(-1, 0.5, 30), rng.normal(3, 0.5, 12)])  # fmt: skip
    bad = np.repeat([False, True, False, True], [30, 12, 30, 12])
    textures = ["A"] * 42 + ["B"] * 42
    scores = 1 / (1 + np.exp(-z))
    one = choose_threshold(scores, bad, 20.0)
    assert ((scores > one) != bad).sum() > 10
    threshold, levels = choose_levels(scores, bad, textures, 20.0)
    assert threshold == 0.5 and -6 < levels["A"] < -2 and -1 < levels["B"] < 3
    counted = counted_from(scores, [levels[texture] for texture in textures])
    assert ((counted > threshold) == bad).all()
    own = thresholds_of(threshold, levels)
    assert logit(own["A"]) == pytest.approx(levels["A"])
    assert choose_levels(scores[:42], bad[:42], textures[:42], 20.0) == (
        choose_threshold(scores[:42], bad[:42], 20.0), {},
    )  # fmt: skip


def test_a_verdict_counts_its_score_from_its_textures_level():
    p = [[[0.6, 0.2]], [[0.1, 0.3]], [[0.2, 0.1]], [[0.1, 0.4]]]
    plain = judge(logits_of(p), LABELS, 0.5)
    counted = judge(logits_of(p), LABELS, 0.5, {"A": 1.2, "B": -9.0})
    assert plain.texture == counted.texture == "A"
    assert logit(counted.score) == pytest.approx(logit(plain.score) - 1.2)
    assert LABELS[plain.label] is A1 and LABELS[counted.label] is A0
    assert counted.window == plain.window
    assert np.argmax(counted.scores) == np.argmax(plain.scores)


def test_an_escape_costs_as_much_as_many_overkills():
    scores = np.array([0.1, 0.2, 0.3, 0.4, 0.5, 0.15, 0.8, 0.9])
    bad = np.array([False] * 5 + [True] * 3)
    assert choose_threshold(scores, bad, 20) < 0.15  # four overkills are cheaper than one escape
    assert choose_threshold(scores, bad, 2) > 0.5  # one escape is cheaper than four overkills


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 1000), st.booleans()), min_size=50, max_size=80),
    st.sampled_from([1.0, 5.0, 20.0]),
)
def test_no_other_threshold_is_cheaper(items: list[tuple[int, bool]], ratio: float):
    scores = np.array([s / 1000 for s, _ in items])
    bad = np.array([b for _, b in items])
    if bad.sum() < 10 or (~bad).sum() < 20:
        return

    def cost(threshold: float) -> float:
        flagged = scores > threshold
        return float((flagged & ~bad).sum() + ratio * (~flagged & bad).sum())

    chosen = choose_threshold(scores, bad, ratio)
    # Thresholds closer to a score than rounding can tell are no choice at all.
    near = np.clip(scores, 1e-9, 1 - 1e-9)
    others = np.concatenate([[1e-9, 1 - 1e-9], (near[:-1] + near[1:]) / 2])
    passing = [float(t) for t in others if (scores[~bad] <= t).any()]
    assert cost(chosen) <= min(cost(t) for t in passing) + 1e-9


def test_a_threshold_above_all_passes_a_score_of_one():
    # Clipped in log-odds, 1 lay above the threshold that was meant to flag nothing.
    scores = np.r_[np.zeros(30), np.full(12, 0.4), 1.0]
    bad = np.r_[np.zeros(30, bool), np.repeat([True, False], [5, 7]), False]
    assert choose_threshold(scores, bad, 1.0) == 1.0


def test_too_few_defects_pass_nearly_all_normals():
    scores = np.linspace(0.001, 0.2, 50)
    chosen = choose_threshold(scores, np.zeros(50, bool), 20)
    assert (scores > chosen).mean() <= 0.02
    assert choose_threshold(np.array([]), np.array([], bool), 20) == 0.5
