"""Networks fitted in closed form: each figure worked out once more, another way."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from scipy.spatial.distance import cdist

from engine.core.errors import RecipeError
from engine.core.recipe import NO_DEFECTS, Setting, default_recipe
from engine.data.sample import DataSet, Label, Sample
from engine.inspection.verdict import judge, softmax
from engine.network.backbones.filters import OCTAVES, STATISTICS, Bank, Deviations
from engine.network.backbones.probe import READINGS, SCALES, Evidence
from engine.network.catalogue import build
from engine.network.closed_form import Logits, best_window, compressed
from engine.network.values import RAW
from engine.training.closed_form import filters, probe
from engine.training.closed_form.calibrate import compress, probability, settle_logits
from engine.training.closed_form.discriminant import (
    Moments,
    directions,
    nearest_mean,
    pooled_covariance,
    whitening,
)
from engine.training.closed_form.material import FOLDS, Held, choose, held_out

ONE = (Label("", "", False), Label("", "hole", True))
TWO = (Label("a", "", False), Label("a", "hole", True), Label("a", "line", True),
       Label("b", "", False), Label("b", "hole", True))  # fmt: skip


# ------------------------------------------------------------------ mathematics


def test_the_covariance_is_pooled_within_groups_and_shrunk():
    rng = np.random.default_rng(0)
    one, other = rng.normal(size=(40, 5)) + 9, rng.normal(size=(30, 5)) * 2 - 4
    found = pooled_covariance([Moments.of(one), Moments.of(other)], 0.1)
    apart = np.concatenate([one - one.mean(0), other - other.mean(0)])
    plain = apart.T @ apart / 70
    assert np.allclose(found, plain + 0.1 * np.trace(plain) / 5 * np.eye(5))
    difference = rng.normal(size=(2, 5))
    assert np.allclose(directions(found, difference) @ found, difference)
    white = whitening(found)
    assert np.allclose(white @ found @ white.T, np.eye(5))


def test_moments_of_parts_add_up_and_come_apart():
    rows = np.random.default_rng(1).normal(size=(20, 3))
    whole, part = Moments.of(rows), Moments.of(rows[:7])
    rest = whole - part
    assert np.allclose(rest.mean, rows[7:].mean(0))
    assert np.allclose(rest.scatter, np.cov(rows[7:].T, bias=True) * 13)


def test_a_texture_is_the_one_with_the_nearest_mean():
    rng = np.random.default_rng(2)
    members = np.repeat([0, 1, 2], 15)
    rows = rng.normal(size=(45, 6)) * [1, 5, 0.2, 3, 1, 1] + rng.normal(size=(3, 6))[members] * 3
    weights, offsets = nearest_mean(rows, members, 0.1)
    named = (rows @ weights.T + offsets).argmax(1)
    groups = [Moments.of(rows[members == g]) for g in range(3)]
    inverse = np.linalg.inv(pooled_covariance(groups, 0.1))
    apart = cdist(rows, np.stack([g.mean for g in groups]), "mahalanobis", VI=inverse)
    assert (named == apart.argmin(1)).all()


def test_a_cell_has_the_best_of_the_windows_that_contain_it():
    values = torch.rand(1, 2, 6, 9)
    found = best_window(values, 4)
    for row, column in ((0, 0), (2, 4), (5, 8), (3, 1)):
        tops = range(max(0, row - 3), min(row, 2) + 1)
        lefts = range(max(0, column - 3), min(column, 5) + 1)
        best = max(values[0, 1, t : t + 4, c : c + 4].mean() for t in tops for c in lefts)
        assert found[0, 1, row, column] == pytest.approx(float(best), abs=1e-6)
    assert found.shape == values.shape
    assert found.amax() == pytest.approx(
        float(torch.nn.functional.avg_pool2d(values, 4, 1).amax()), abs=1e-6
    )


def test_logits_are_the_mixture_of_textures():
    step = Logits(len(TWO))
    settle_logits(step, TWO, Held((0, 1, 2), np.array([-1.0, 0.5, 2.0]), np.zeros(3, bool), {}))
    chance = torch.tensor([0.7, 0.3]).log()[None, :, None, None].expand(1, 2, 3, 4)
    evidence, kinds = torch.randn(1, 2, 3, 4), torch.randn(1, 5, 3, 4)
    p = softmax(step(torch.cat([chance, evidence, kinds], 1))[0].numpy())
    d = step.slope[:, None, None] * compressed(evidence[0]) + step.offset[:, None, None]
    bad = torch.sigmoid(d).numpy()
    assert np.allclose(p[[1, 2, 4]].sum(0), 0.7 * bad[0] + 0.3 * bad[1], atol=1e-6)
    # Among the kinds of a texture the softmax of their values decides.
    share = torch.softmax(kinds[0, 1:3], 0).numpy()
    assert np.allclose(p[1:3], share * 0.7 * bad[0], atol=1e-6)
    assert np.allclose(p[3], 0.3 * (1 - bad[1]), atol=1e-6)


def test_evidence_keeps_its_order_far_out():
    values = np.array([-1e6, -3.0, 0.0, 2.0, 1e4, 1e6])
    assert (np.diff(compress(values)) > 0).all()
    assert np.allclose(compress(values), compressed(torch.from_numpy(values)).numpy())
    step = Logits(2)
    settle_logits(step, ONE, Held((0, 1), np.array([0.0, 1.0]), np.zeros(2, bool), {}))
    assert (np.diff(probability(step, np.array([0.0, 5.0, 50.0, 1e4, 1e6]))) > 0).all()


def test_half_lies_between_held_out_normal_images_and_defects():
    step = Logits(2)
    evidence = np.array([-1.0, -0.5, 0.0, 0.2, 5.0, 6.0, 9.0])
    bad = np.arange(7) >= 4
    settle_logits(step, ONE, Held(tuple(range(7)), evidence, bad, {}))
    scores = probability(step, evidence)
    assert scores[:4].max() < 0.5 < scores[4:].min()


def test_a_single_defect_is_not_held_against_itself():
    held = held_out([3, 4, 5], [9], np.array([0.0, 1.0, 2.0, 8.0]), {})
    assert held.indices == (3, 4, 5)
    assert not held.defective.any()
    assert held_out([3], [8, 9], np.arange(3.0), {}).indices == (3, 8, 9)


# ------------------------------------------------------------------ which images


def images(groups: int = 0) -> DataSet:
    samples = [
        Sample(f"{n}.png", TWO[n % 5], group=f"g{n % groups}" if groups else "") for n in range(100)
    ]
    return DataSet(root=None, layout="", layout_name="", samples=tuple(samples))  # type: ignore


def test_images_are_drawn_evenly_and_groups_are_not_divided(monkeypatch):
    chosen = choose(images(), range(100), 20, 12, 0)
    data = images()
    counts = np.bincount([data.classes[i] for i in (*chosen.normal, *chosen.defective)])
    assert counts.tolist() == [10, 4, 4, 10, 4]
    assert set(chosen.folds.tolist()) == set(range(FOLDS))
    grouped = images(7)
    chosen = choose(grouped, range(100), 40, 0, 0)
    parts: dict[str, set[int]] = {}
    for index, fold in zip(chosen.normal, chosen.folds, strict=True):
        parts.setdefault(grouped.samples[index].group, set()).add(int(fold))
    assert all(len(part) == 1 for part in parts.values())


# ------------------------------------------------------------------ filters


def textured(seed: int, defect: bool) -> np.ndarray:
    """Noise; a defective one has a quiet patch of 48 pixels."""
    rng = np.random.default_rng(seed)
    picture = 128 + 30 * rng.standard_normal((160, 192))
    if defect:
        picture[60:108, 80:128] = 128 + 6 * rng.standard_normal((48, 48))
    return picture.clip(0, 255).astype(np.uint8)


def measured(network, seeds: range, defect: bool) -> list[filters.Measured]:
    bank, step = network.features[0], network.features[1]
    result = []
    for seed in seeds:
        pixels = torch.from_numpy(textured(seed, defect))[None]
        with torch.inference_mode():
            maps = bank(network.prepare(pixels))
            largest = step.statistics(maps).amax((2, 3))[0].double().numpy()
        result.append(filters.Measured(seed, 0, largest, np.zeros(15)))
    return result


def test_filters_find_a_quiet_patch_without_a_labelled_defect():
    network = build("filters", 2, 64, RAW, 0).eval()
    normal = measured(network, range(20), False)
    held = filters.fit_filters(network.features[1], normal, [], np.arange(20) % 5, 1, [])
    settle_logits(network.features[2], ONE, held)
    scores, places = [], []
    for seed in range(100, 106):
        for defect in (False, True):
            pixels = torch.from_numpy(textured(seed, defect))[None]
            with torch.inference_mode():
                logits = network.dense(pixels).logits[0].numpy()
            verdict = judge(logits, ONE, 0.5)
            scores.append((defect, verdict.score))
            places.append((defect, verdict.window))
    assert min(s for d, s in scores if d) > max(s for d, s in scores if not d)
    # The place is within a cell of the patch (rows 60 to 108, columns 80 to 128).
    assert all(2 <= r <= 7 and 4 <= c <= 8 for d, (r, c) in places if d)


def test_filters_say_which_statistic_decided():
    network = build("filters", 2, 64, RAW, 0).eval()
    normal, bad = measured(network, range(20), False), measured(network, range(50, 55), True)
    for rule in (filters.make_rule(normal, [], 1), filters.make_rule(normal, bad, 1)):
        (name, _, side, share), *_ = filters.decided(rule, bad)
        assert (name, side) == ("energy", "low")
        assert 0 < share <= 1


def test_a_texture_without_a_labelled_defect_keeps_the_rule_without_defects():
    network = build("filters", 2, 64, RAW, 0).eval()
    normal = measured(network, range(20), False)
    twins = [filters.Measured(m.index, 1, m.largest, m.means) for m in normal]
    bad = measured(network, range(50, 55), True)
    rule = filters.make_rule([*normal, *twins], bad, 2)
    assert rule.plain.tolist() == [False, True]
    alone = filters.make_rule(normal, [], 1)
    for item in measured(network, range(70, 73), True):
        twin = filters.Measured(item.index, 1, item.largest, item.means)
        assert rule.evidence(twin) == pytest.approx(alone.evidence(item))
        assert rule.evidence(twin) > max(rule.evidence(each) for each in twins)


def test_the_discriminants_heat_is_largest_where_its_statistics_come_from():
    network = build("filters", 2, 64, RAW, 0).eval()
    normal, bad = measured(network, range(20), False), measured(network, range(50, 55), True)
    step = network.features[1]
    filters.fit_filters(step, normal, bad, np.arange(20) % 5, 1, [1] * 5)
    with torch.inference_mode():
        pixels = torch.from_numpy(textured(77, True))[None]
        maps = network.features[0](network.prepare(pixels))
        evidence = step(maps)[0, 1]
    item = measured(network, range(77, 78), True)[0]
    rule = filters.make_rule(normal, bad, 1)
    assert float(evidence.max()) == pytest.approx(rule.evidence(item), rel=1e-3)
    row, column = divmod(int(evidence.argmax()), evidence.shape[1])
    assert 1 <= row <= 8
    assert 3 <= column <= 9


def test_the_bank_names_each_statistic_once():
    assert len(STATISTICS) == len(set(STATISTICS)) == 30
    bank = Bank()
    maps = bank(torch.rand(1, 1, 96, 130) * 255)
    assert maps.shape == (1, 45, 6, 9)
    third = 45 // 3
    assert (maps[:, :third] >= maps[:, 2 * third :] - 1e-3).all()
    assert (maps[:, third : 2 * third] <= maps[:, 2 * third :] + 1e-3).all()
    assert OCTAVES == 5


# ------------------------------------------------------------------ probe


def shown(seed: int, defect: bool, texture: int = 0) -> probe.Shown:
    """Made-up readings: noise of its texture; a defect shifts some channels in a region."""
    rng = np.random.default_rng(seed)
    maps = rng.standard_normal((READINGS, 12, 14)) + 3 * texture
    covered = None
    if defect:
        maps[:40, 3:7, 5:9] += 1.2
        maps[300:340, 3:7, 5:9] += 1.2
        covered = np.zeros((12, 14), np.float32)
        covered[3:7, 5:9] = 1
    return probe.Shown(seed, texture, maps.astype(np.float16), covered)


def fitted(normal, bad, textures=1, labels=ONE, kinds=None):
    step, last = Evidence(len(labels)), Logits(len(labels))
    names = list(dict.fromkeys(label.texture for label in labels))
    owners = [names.index(label.texture) for label in labels]
    folds = np.arange(len(normal)) % 5
    work = probe.fit_probe(step, normal, bad, folds, textures, kinds or [1] * len(bad), owners)
    while True:
        try:
            next(work)
        except StopIteration as end:
            held = end.value
            break
    settle_logits(last, labels, held)
    return step, last, held


def verdict(step, last, item, labels=ONE, threshold=0.5):
    with torch.inference_mode():
        maps = torch.from_numpy(item.readings.astype(np.float32))[None]
        return judge(last(step(maps))[0].numpy(), labels, threshold)


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_the_probe_ranks_unseen_defects_and_finds_their_place(count):
    normal = [shown(n, False) for n in range(10)]
    step, last, _ = fitted(normal, [shown(100 + n, True) for n in range(count)])
    good = [verdict(step, last, shown(200 + n, False)).score for n in range(6)]
    bad = [verdict(step, last, shown(300 + n, True)) for n in range(6)]
    assert min(v.score for v in bad) > max(good)
    if count:
        assert all(2 <= v.window[0] <= 7 and 4 <= v.window[1] <= 9 for v in bad)


def test_held_out_evidence_is_what_a_network_without_the_defect_says():
    normal = [shown(n, False) for n in range(10)]
    bad = [shown(100 + n, True) for n in range(3)]
    _, _, held = fitted(normal, bad)
    # By hand for one scale set: leave the second out, keep the spread of the whole fit.
    fit = probe.Fit(normal, bad, np.arange(10) % 5, 1)
    evidence, spreads = None, None
    work = probe._held_out(fit)
    while True:
        try:
            next(work)
        except StopIteration as end:
            evidence, spreads = end.value
            break
    total = np.zeros((12, 14))
    for scale in SCALES:
        known = fit.all[scale.name]
        each = fit.differences[scale.name]
        way = np.linalg.solve(known.covariance, (each[0] + each[2]) / 2)
        values = np.tensordot(way, bad[1].readings[scale.channels].astype(float), (0, 0))
        values -= way @ known.means[0]
        cells = best_window(torch.from_numpy(values)[None, None], scale.cells)[0, 0].numpy()
        total += (cells - spreads[scale.name][0, 0]) / spreads[scale.name][0, 1]
    assert held.evidence[11] == pytest.approx(total.max(), rel=1e-3)
    assert evidence[11] == held.evidence[11]


def test_a_defect_without_a_region_is_looked_for(monkeypatch):
    normal = [shown(n, False) for n in range(10)]
    bare = [probe.Shown(s.index, 0, s.readings) for s in (shown(100 + n, True) for n in range(4))]
    step, last, _ = fitted(normal, bare)
    assert (
        verdict(step, last, shown(300, True)).score > verdict(step, last, shown(200, False)).score
    )


def test_each_texture_has_its_own_rule_and_kinds_are_told_apart():
    normal = [shown(n, False, n % 2) for n in range(16)]

    def line(seed: int) -> probe.Shown:
        item = shown(seed, True)
        maps = item.readings.copy()
        maps[500:560, 3:7, 5:9] += 2
        return probe.Shown(seed, 0, maps, item.covered)

    bad = [shown(100 + n, True, 0) for n in range(3)] + [line(110 + n) for n in range(3)]
    bad += [shown(120 + n, True, 1) for n in range(3)]
    step, last, _ = fitted(normal, bad, 2, TWO, [1] * 3 + [2] * 3 + [4] * 3)
    for texture, name in ((0, "a"), (1, "b")):
        assert verdict(step, last, shown(400, False, texture), TWO).texture == name
        assert not TWO[verdict(step, last, shown(401, False, texture), TWO).label].defective
    assert TWO[verdict(step, last, shown(500, True, 0), TWO).label] == TWO[1]
    assert TWO[verdict(step, last, line(501), TWO).label] == TWO[2]
    plain = max(verdict(step, last, shown(600 + n, False, 1), TWO).score for n in range(4))
    found = verdict(step, last, shown(502, True, 1), TWO, plain)
    assert found.score > plain
    assert TWO[found.label] == TWO[4]


# ------------------------------------------------------------------ recipes


def test_only_what_is_fitted_needs_no_labelled_defect():
    assert default_recipe("probe", defects=NO_DEFECTS).defects == -1
    assert default_recipe("filters").fitted
    assert not default_recipe("frozen").fitted
    with pytest.raises(RecipeError, match="Label one"):
        default_recipe("transfer", defects=NO_DEFECTS)
    with pytest.raises(RecipeError, match="go together"):
        default_recipe("transfer", network="probe")
    with pytest.raises(RecipeError, match="go together"):
        default_recipe(Setting.FILTERS, network="vgg16")


def test_weights_of_other_numbers_of_textures_are_read_back():
    step = Deviations(2)
    step.put(mean=torch.rand(3, 30), deviation=torch.rand(3, 30), weights=torch.zeros(3, 30))
    other = Deviations(2)
    other.load_state_dict(step.state_dict())
    assert torch.equal(other.mean, step.mean)
    assert other.weights.shape == (3, 30)
    with pytest.raises(ValueError, match="has no slope"):
        step.put(slope=torch.zeros(1))


def test_a_runs_device_names_the_threads_that_it_used(tiny_set, tmp_path):
    # It named those of the run before: filters take one, and the next run was said to.
    import torch

    from engine.core.values import ReaderOptions
    from engine.project.runs import RunFolder
    from engine.training.run import train_new

    before = torch.get_num_threads()
    torch.set_num_threads(2)
    recipe = default_recipe("filters", folds=4)
    work = train_new(1, tiny_set, tmp_path, recipe, ReaderOptions(), "cpu", lambda: False)
    try:
        for _ in work:
            pass
    finally:
        torch.set_num_threads(before)
    (folder,) = (tmp_path / "runs").iterdir()
    record = RunFolder.load(folder).record
    assert record.numerics.threads == 1 and record.device_name == "CPU, 1 threads"
