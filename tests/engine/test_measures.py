"""The measures, on cases whose answer is known beforehand."""

from __future__ import annotations

import copy
import itertools
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from scipy.spatial.distance import pdist
from sklearn.datasets import make_swiss_roll
from sklearn.neighbors import KNeighborsClassifier

from engine.core.errors import RunError
from engine.data.draw import sample_images
from engine.data.image import write_image
from engine.data.readers.detect import open_dataset
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.measures.classes import balanced_rows, class_map
from engine.measures.embedding import (
    Domain,
    balance,
    domain_accuracy,
    domain_right,
    embed,
    nearest_accuracy,
    principal,
    split_accuracy,
    standardise,
    two_domains,
)
from engine.measures.features import (
    Window,
    class_windows,
    find_photographs,
    photograph_windows,
    window_features,
    window_pictures,
    windows_of,
)
from engine.measures.flatness import (
    class_flatness,
    flatness,
    flatness_by_class,
    gaussian_like,
)
from engine.measures.initial import initial_network
from engine.measures.measure import measure_run
from engine.measures.sparsity import region_in_input
from engine.measures.survey import Subject, layer_strides, survey
from engine.measures.values import born, switched_off
from engine.network.catalogue import build
from engine.network.change import relative_change, weight_change, weight_layers
from engine.network.convolve import convolve, quicken, suits, transformed
from engine.network.layers import key_layers, named_layers, tap
from engine.network.values import UNIT, Numerics
from engine.network.weights import tensor_hash
from engine.project.runs import RunFolder
from main import main

VGG = [
    f"conv{b}_{p}" for b, count in enumerate((2, 2, 3, 3, 3), start=1) for p in range(1, count + 1)
]

PLAIN = Numerics("cpu", "float32", False, 8, 1)


def drain(work):
    """Run a generator to its end: what it yielded, and what it returned."""
    steps = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return steps, end.value


def hooks(network) -> int:
    return sum(len(module._forward_hooks) for module in network.modules())


# Weight change


def test_gamma_is_the_relative_change_of_each_layer():
    network = build("small", 2, 64, UNIT, 0)
    layers = weight_layers(network)
    assert list(layers) == ["conv1", "conv2", "conv3", "conv4", "head"]
    before = {name: value.clone() for name, value in network.state_dict().items()}
    after = {name: value.clone() for name, value in before.items()}
    after[f"{layers['conv2']}.weight"] *= 1.5
    after[f"{layers['conv3']}.weight"] *= -1
    after["head.bias"] += 1
    changes = {c.layer: c for c in weight_change(before, after, layers)}
    assert changes["conv1"].weight == 0
    assert changes["conv2"].weight == pytest.approx(0.5)
    assert changes["conv3"].weight == pytest.approx(2.0)
    assert changes["head"].bias is None, "biases that start at zero have no relative change"
    assert changes["conv2"].bias is None, "before batch norm there is no bias"
    assert [c.layer for c in changes.values() if not c.comparable] == ["head"]


def test_gamma_of_zero_weights_is_none_and_of_others_known():
    assert relative_change(torch.zeros(3), torch.ones(3)) is None
    assert relative_change(torch.tensor([3.0, 4.0]), torch.tensor([3.0, 5.0])) == pytest.approx(0.2)


@pytest.mark.parametrize("name", ["vgg16", "vgg16_bn"])
def test_vgg_layers_are_counted_as_in_the_article(name: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("engine.network.catalogue.initialise", lambda network, seed: None)
    network = build(name, 2, 64, UNIT, 0)
    layers, state = weight_layers(network), network.state_dict()
    assert list(layers) == [*VGG, "head"]
    widths = [len(state[f"{prefix}.weight"]) for prefix in layers.values()]
    assert widths == [64] * 2 + [128] * 2 + [256] * 3 + [512] * 6 + [2]
    assert all(state[f"{prefix}.weight"].ndim == 4 for prefix in list(layers.values())[:-1])


def test_residual_layers_have_torchvisions_names():
    network = build("resnet18", 2, 64, UNIT, 0)
    layers, state = weight_layers(network), network.state_dict()
    assert {"conv1", "layer1.0.conv1", "layer2.0.downsample.0", "layer4.1.conv2"} <= set(layers)
    assert list(layers)[-1] == "head"
    assert all(f"{prefix}.weight" in state for prefix in layers.values())


def test_initial_weights_are_rebuilt_and_proved(trained: Path):
    folder = RunFolder.load(trained)
    network = initial_network(folder)
    assert tensor_hash(network.state_dict()) == folder.record.initial_hash
    other = RunFolder(
        folder.path, folder.record.__class__(**vars(folder.record) | {"initial_hash": "0" * 64})
    )
    with pytest.raises(RunError, match=trained.name):
        initial_network(other)


# Dead channels


def judging(network, whole_side=224):
    return Judge(network, PLAIN, (), whole_side=whole_side)


def activity(network, pictures, total, whole_side):
    """The channels of a survey, and how many images were done at each of its steps."""
    subjects = (Subject(image, region) for image, region in pictures)
    found = yield from survey(judging(network, whole_side), subjects, total)
    return found.activity


@pytest.fixture
def network():
    return build("small", 2, 64, UNIT, 3).eval()


@pytest.fixture
def pictures():
    rng = np.random.default_rng(0)
    return [(rng.integers(0, 255, (96, 128)).astype(np.uint8), None) for _ in range(3)]


def norm_after(network, layer: str):
    """The batch norm before a layer's ReLU."""
    modules = list(network.features)
    return modules[modules.index(named_layers(network)[layer]) - 1]


def layer_of(found, name: str):
    return next(layer for layer in found.layers if layer.layer == name)


def test_a_planted_dead_channel_is_found_and_only_that(network, pictures):
    steps, before = drain(activity(network, iter(pictures), 3, 224))
    assert list(dict.fromkeys(steps)) == [(0, 3), (1, 3), (2, 3), (3, 3)]
    alive = np.flatnonzero(~layer_of(before, "conv2").dead)[:2]
    norm = norm_after(network, "conv2")
    with torch.no_grad():
        norm.bias[alive[0]] = -1e6
    _, after = drain(activity(network, iter(pictures), 3, 224))
    changed = switched_off(layer_of(before, "conv2"), layer_of(after, "conv2"))
    assert np.flatnonzero(changed).tolist() == [alive[0]]
    assert not born(layer_of(before, "conv2"), layer_of(after, "conv2")).any()
    assert np.flatnonzero(born(layer_of(after, "conv2"), layer_of(before, "conv2"))).tolist() == [
        alive[0]
    ]
    dead = layer_of(after, "conv2")
    assert dead.zeros[alive[0]] == 1 and dead.energy[alive[0]] == 0
    assert dead.zeros[alive[1]] < 1 and dead.energy[alive[1]] > 0
    assert dead.dead_share == dead.dead.sum() / 12
    assert (layer_of(before, "conv1").dead == layer_of(after, "conv1").dead).all()
    assert not dead.dead.flags.writeable


def test_one_live_pixel_in_one_image_keeps_a_channel_alive(network):
    dark = np.full((96, 96), 127, np.uint8)
    with torch.no_grad():  # channel 0 of conv1: the middle pixel, above a high bar
        network.features[0].weight[0] = 0
        network.features[0].weight[0, 0, 2, 2] = 1
        norm_after(network, "conv1").bias[0] = -1.5
    spot = dark.copy()
    spot[48, 48] = 255
    _, without = drain(activity(network, iter([(dark, None)] * 2), 2, 224))
    _, with_spot = drain(activity(network, iter([(dark, None), (spot, None)]), 2, 224))
    assert layer_of(without, "conv1").dead[0] and not layer_of(with_spot, "conv1").dead[0]
    assert layer_of(with_spot, "conv1").zeros[0] == pytest.approx(1 - 1 / (2 * 48 * 48))


def test_energy_inside_the_region(network):
    image = np.full((96, 96), 127, np.uint8)
    image[40:56, 40:56] = 255
    with torch.no_grad():
        network.features[0].weight[:2] = 0
        network.features[0].weight[0, 0, 2, 2] = 1  # sees the bright square only
        norm_after(network, "conv1").bias[1] = 1.0  # sees nothing, fires everywhere
        norm_after(network, "conv1").bias[0] = -0.5
    region = image > 200
    _, found = drain(activity(network, iter([(image, region), (image, None)]), 2, 224))
    layer = layer_of(found, "conv1")
    assert (found.images, found.regions) == (2, 1)
    assert layer.region_area == pytest.approx((16 / 96) ** 2)
    assert layer.region_share[0] == pytest.approx(1.0)
    assert layer.region_share[1] == pytest.approx(layer.region_area)
    _, unknown = drain(activity(network, iter([(image, None)]), 1, 224))
    assert np.isnan(layer_of(unknown, "conv1").region_share).all()
    assert layer_of(unknown, "conv1").region_area is None


def test_a_small_image_is_padded_without_region(network):
    region = np.ones((40, 50), bool)
    padded = region_in_input(region, (64, 64), network)
    assert padded.shape == (64, 64) and padded.sum() == region.sum() and padded[:40, :50].all()


def test_a_cancelled_pass_leaves_no_hooks_and_the_mode_as_it_was(network, pictures):
    network.train()
    work = activity(network, iter(pictures), 3, 224)
    next(work)
    assert hooks(network) == 0, "between images the network is free for others"
    work.close()
    assert network.training and hooks(network) == 0

    def broken():
        yield pictures[0]
        raise RuntimeError("unreadable")

    with pytest.raises(RuntimeError, match="unreadable"):
        drain(activity(network, broken(), 2, 224))
    assert network.training and hooks(network) == 0


# Flatness


def test_points_on_a_line_are_flat():
    rng = np.random.default_rng(0)
    line = rng.random((80, 1)) * np.array([[1.0, -2.0, 0.5]]) + 7
    found = flatness(line, 10)
    assert found.value == pytest.approx(0, abs=1e-9)


def test_a_bent_line_is_as_long_as_its_arc():
    angle = np.linspace(0, np.pi, 61)
    circle = np.stack([np.cos(angle), np.sin(angle)], 1)
    pairs = list(itertools.combinations(range(61), 2))
    chord = sum(2 * np.sin(abs(angle[i] - angle[j]) / 2) for i, j in pairs)
    arc = sum(abs(i - j) * 2 * np.sin(np.pi / 120) for i, j in pairs)  # along neighbours, k = 2
    assert flatness(circle, 2).value == pytest.approx(arc / chord - 1, rel=1e-3)


def test_gaussian_points_have_the_recorded_values():
    rng = np.random.default_rng(0)
    for dimensions, recorded in ((2, 0.04), (10, 0.55), (20, 0.71), (50, 0.93)):
        found = flatness(rng.standard_normal((600, dimensions)))
        assert found.value == pytest.approx(recorded, abs=0.01 + 0.06 * recorded)
    assert flatness(rng.standard_normal((30, 20))).value == pytest.approx(0.30, abs=0.06)


def test_a_swiss_roll_has_its_true_value_at_any_scale():
    # Dense enough that no edge cuts from one winding to the next.
    roll, t = make_swiss_roll(1500, random_state=1)
    along = (t * np.sqrt(1 + t**2) + np.arcsinh(t)) / 2  # arc length of the spiral
    unrolled = np.stack([along, roll[:, 1]], 1)
    true = pdist(unrolled).sum() / pdist(roll).sum() - 1
    found = flatness(roll).value
    assert found == pytest.approx(true, rel=0.08)
    assert flatness(unrolled * 1000).value < 0.1 * found
    part = roll[:300]
    assert flatness(1000 * part + 5).value == pytest.approx(flatness(part).value, rel=1e-6)


def test_separate_parts_are_joined_by_their_shortest_bridges_and_counted():
    rng = np.random.default_rng(0)
    part = np.sort(rng.random(30))[:, None]
    line = np.concatenate([part, part + 50, part + 200])
    found = flatness(line, 5)
    assert found.bridges == 2
    assert found.value == pytest.approx(0, abs=1e-9), "the shortest bridges lie on the line"
    assert flatness(part, 5).bridges == 0


def test_exact_duplicates_stay_in_the_graph():
    rng = np.random.default_rng(0)
    plane = rng.standard_normal((70, 2))
    twice = np.concatenate([plane, plane])
    found = flatness(twice, 10)
    assert found.n == 140
    assert found.value is not None and 0 < found.value < 0.5
    # Each point has 14 copies, so its 10 neighbours are copies of itself: 5 parts, 4 bridges.
    crowd = np.repeat(np.array([[0.0], [1.0], [2.0], [3.0], [4.0]]), 15, axis=0)
    assert flatness(crowd, 10).bridges == 4
    assert flatness(crowd, 10).value == pytest.approx(0, abs=1e-6)
    assert flatness(np.ones((70, 3)), 10).value is None


def test_control_has_the_mean_and_covariance_of_the_points():
    rng = np.random.default_rng(0)
    points = rng.standard_normal((20_000, 3)) @ np.array([[2.0, 0, 0], [1, 1, 0], [0, 0, 0.1]]) + 4
    drawn = gaussian_like(points, np.random.default_rng(1))
    assert drawn.mean(0) == pytest.approx(points.mean(0), abs=0.1)
    assert np.cov(drawn.T) == pytest.approx(np.cov(points.T), abs=0.2)
    few = rng.standard_normal((60, 200))
    assert gaussian_like(few, rng).shape == few.shape


def test_class_flatness_has_a_spread_and_a_control_and_needs_sixty():
    # A spiral is far from flat; Gaussian points of its covariance fill the plane.
    t = np.sqrt(np.linspace(20, 200, 100))
    spiral = np.stack([t * np.cos(t), t * np.sin(t)], 1)
    groups = np.arange(100) // 4
    found = class_flatness("spiral", spiral, groups, 0, 4)
    assert found.index > 1.0 > 2 * found.control
    assert found.images == 25
    assert len(set(found.resamples)) == 5
    assert found == class_flatness("spiral", spiral, groups, 0, 4)
    assert class_flatness("few images", spiral, np.arange(100) // 25, 0, 4).resamples == ()
    assert class_flatness("few", spiral[:59], groups[:59], 0) is None
    assert class_flatness("sixty", spiral[:60], groups[:60], 0) is not None
    points = {"spiral": (spiral, groups), "few": (spiral[:30], groups[:30])}
    steps, whole = drain(flatness_by_class(points, 0, 4))
    assert steps == [(1, 2), (2, 2)]
    assert whole.left_out == ("few",)
    assert whole.index == found.index and whole.n == 100
    assert whole.spread == pytest.approx(np.sqrt(4) * np.std(found.resamples))
    _, none = drain(flatness_by_class({"few": (spiral[:30], groups[:30])}, 0))
    assert none.index is none.control is none.spread is none.n is None


# Embedding


def test_one_domain_split_at_random_cannot_be_told_apart():
    rng = np.random.default_rng(0)
    points = rng.standard_normal((800, 20))
    domains, groups = np.arange(800) % 2, np.arange(800)
    assert domain_accuracy(points, domains, groups) == pytest.approx(0.5, abs=0.06)


def test_far_domains_are_told_apart():
    rng = np.random.default_rng(0)
    domains = np.arange(200) % 2
    points = standardise(rng.standard_normal((200, 20)) + 50 * domains[:, None])
    assert domain_accuracy(points, domains, np.arange(200)) == 1.0


def test_a_tight_cloud_is_not_everybodys_neighbour():
    # By Euclidean distance the tight cloud takes the wide one's points; by cosine it does not.
    rng = np.random.default_rng(0)
    wide = rng.standard_normal((60, 40)) * 4 + 2
    tight = rng.standard_normal((60, 40)) * 0.3
    points = standardise(np.concatenate([wide, tight]))
    domains, groups = np.repeat([0, 1], 60), np.arange(120)
    right = domain_right(points, domains, groups)
    by_hand = KNeighborsClassifier(1, metric="cosine", algorithm="brute")
    guessed = [
        by_hand.fit(np.delete(points, n, 0), np.delete(domains, n)).predict(points[n : n + 1])[0]
        for n in range(120)
    ]
    assert right.tolist() == (np.array(guessed) == domains).tolist()
    assert nearest_accuracy(points, domains, groups) < right.mean()


def test_neighbours_of_the_same_photograph_do_not_count():
    # Four tight heaps, one a photograph; each lies nearer to one of the other domain.
    angles = np.array([0.0, 1.5, 0.2, 1.7])
    heaps = np.stack([np.cos(angles), np.sin(angles)], 1)
    rng = np.random.default_rng(0)
    points = np.repeat(heaps, 10, axis=0) + 0.001 * rng.standard_normal((40, 2))
    groups, domains = np.repeat(np.arange(4), 10), np.repeat([0, 0, 1, 1], 10)
    assert domain_accuracy(points, domains, np.arange(40)) == 1.0
    assert domain_accuracy(points, domains, groups) == 0.0
    assert domain_accuracy(points[:30], domains[:30], groups[:30]) is None, "one photograph only"


def test_domains_are_balanced():
    domains = np.array([0] * 30 + [1] * 7)
    kept = balance(domains, 0)
    assert np.bincount(domains[kept]).tolist() == [7, 7]
    assert kept.tolist() == balance(domains, 0).tolist() != balance(domains, 1).tolist()


def test_standardised_features_ignore_units_and_constants():
    rng = np.random.default_rng(0)
    points = np.column_stack([rng.random(50), np.full(50, 0.1), 1e6 * rng.random(50)])
    done = standardise(points)
    assert done.mean(0) == pytest.approx(0, abs=1e-9)
    assert done.std(0) == pytest.approx([1, 0, 1])
    _, explained = principal(done)
    assert explained.sum() == pytest.approx(1) and explained[0] < 0.7


def domain(features, groups) -> Domain:
    pictures = np.zeros((len(groups), 48, 48, 3), np.uint8)
    return Domain("photographs", features, np.asarray(groups), pictures)


def test_embedding_of_two_domains_with_pictures():
    rng = np.random.default_rng(0)
    source = domain(rng.standard_normal((60, 8)), -1 - np.arange(60) % 2)
    target = domain(rng.standard_normal((40, 8)) + 9, np.arange(40) % 20)
    made = embed(source, target, from_source=True, seed=0, tsne=True)
    assert made.windows == 40 and made.photographs == 2 and not made.enough
    assert made.domain_accuracy == 1.0
    assert made.pca.shape == made.tsne.shape == (80, 2)
    assert made.control_accuracy is None and made.control == ""
    assert made.pictures.shape == (80, 48, 48, 3)
    again = embed(source, target, from_source=True, seed=0, tsne=True)
    assert (made.tsne == again.tsne).all()
    few = domain(source.features[:9], source.groups[:9])
    few = embed(few, target, from_source=True, seed=0, tsne=True)
    assert few.domain_accuracy is None and few.tsne is None
    none = domain(source.features[:0], source.groups[:0])
    assert embed(none, target, from_source=True, seed=0, tsne=False) is None


def test_a_control_split_at_random_is_near_a_half_and_two_far_ones_are_told_apart():
    rng = np.random.default_rng(0)
    source = domain(rng.standard_normal((200, 8)), -1 - np.arange(200) // 2)
    target = domain(rng.standard_normal((100, 8)) + 9, np.arange(100))
    split = embed(source, target, from_source=True, seed=0, tsne=False)
    assert split.control_accuracy == pytest.approx(0.5, abs=0.08)
    assert "at random" in split.control
    assert split.control_accuracy == split_accuracy(source, 0)
    far = domain(rng.standard_normal((60, 8)) - 30, -300 - np.arange(60))
    told = embed(source, target, from_source=True, seed=0, tsne=False, control=far)
    assert told.control_accuracy == 1.0 and told.control == "photographs"
    alike = domain(rng.standard_normal((200, 8)), -300 - np.arange(200))
    near = embed(source, target, from_source=True, seed=0, tsne=False, control=alike)
    assert near.control_accuracy == pytest.approx(0.5, abs=0.1)


def test_a_control_needs_four_photographs_and_windows_enough():
    rng = np.random.default_rng(0)
    points = rng.standard_normal((60, 8))
    assert split_accuracy(domain(points, np.arange(60) % 3), 0) is None
    assert split_accuracy(domain(points, np.arange(60) % 4), 0) is not None
    assert split_accuracy(domain(points[:19], np.arange(19)), 0) is None
    assert two_domains(domain(points[:9], np.arange(9)), domain(points, np.arange(60)), 0) is None
    # The same photographs in both folders: their own copies do not count as neighbours.
    same = domain(points, np.arange(60))
    assert two_domains(same, same, 0) == pytest.approx(0.5, abs=0.2)


# Classes


def test_classes_on_planted_clusters():
    rng = np.random.default_rng(0)
    classes = np.repeat([0, 2], 30)
    mixed = rng.standard_normal((60, 6))
    apart = mixed + 40 * (classes == 2)[:, None]
    files = np.arange(60) // 2
    pictures = np.zeros((60, 48, 48, 3), np.uint8)
    steps, found = drain(
        class_map(
            {"low": mixed, "high": mixed}, {"low": mixed, "high": apart},
            classes, ("a", "none", "b"), files, pictures,
        )
    )  # fmt: skip
    assert steps[-1] == (2, 2)
    assert found.layers == ("low", "high") and found.names == ("a", "b")
    assert found.accuracy_after[1] == 1.0
    for chancy in (found.accuracy_before[0], found.accuracy_before[1], found.accuracy_after[0]):
        assert chancy == pytest.approx(0.5, abs=0.2)
    assert found.chance == 0.5 and np.unique(found.classes).tolist() == [0, 1]
    assert found.before.shape == found.after.shape == (2, 60, 2)
    assert (
        found.explained.shape == (2, 2) and (found.explained[:, 0] >= found.explained[:, 1]).all()
    )
    assert not found.before.flags.writeable


def test_neighbours_of_the_same_image_do_not_tell_a_class():
    # Pairs from one image each lie together, nearer to an image of the other class.
    points = np.repeat(np.array([[0.0], [1.0], [10.0], [11.0]]), 2, axis=0)
    labels, images = np.repeat([0, 1, 0, 1], 2), np.repeat(np.arange(4), 2)
    assert nearest_accuracy(points, labels, np.arange(8)) == 1.0
    assert nearest_accuracy(points, labels, images) == 0.0


def test_class_windows_are_balanced_over_classes_and_images():
    images = np.concatenate([np.repeat(np.arange(10), 8), 10 + np.arange(12), [30] * 20, [40] * 4])
    classes = np.concatenate([[0] * 80, [1] * 12, [2] * 20, [3] * 4])
    rows = balanced_rows(classes, images)
    assert np.bincount(classes[rows]).tolist() == [12, 12], "the others: one image, few windows"
    assert len(np.unique(images[rows][classes[rows] == 0])) == 10
    many = np.repeat([0, 1], 100)
    assert np.bincount(many[balanced_rows(many, np.arange(200))]).tolist() == [40, 40]
    assert balanced_rows(np.zeros(50, int), np.arange(50)) is None


# Windows


def test_windows_are_fixed_different_and_on_the_defect(tiny_set: Path):
    store = ImageStore(open_dataset(tiny_set))
    bad = next(i for i, s in enumerate(store.data.samples) if s.label.defective)
    windows = windows_of(store, bad, 64, 0)
    assert windows == windows_of(store, bad, 64, 0) != windows_of(store, bad, 64, 1)
    assert len(set(windows)) == 8
    mask = store.region(bad).mask
    assert all(mask[w.top : w.top + 64, w.left : w.left + 64].any() for w in windows)
    assert [w.side for w in windows_of(store, bad, 0, 0)] == [0]
    assert len(windows_of(store, bad, 512, 0)) == 1, "an image smaller than the window has one"


def test_every_class_gets_equally_many_windows_and_flatness_at_iteration_0(tiny_set: Path, network):
    store = ImageStore(open_dataset(tiny_set))
    sample = sample_images(store.data, range(40), 40, 0)
    windows = class_windows(store, sample, 64, 0, 60, 100)
    assert {name: len(w) for name, w in windows.items()} == dict.fromkeys(windows, 64)
    half = sample_images(store.data, range(40), 20, 0)
    assert np.bincount([store.data.classes[i] for i in half]).tolist() == [5, 5, 5, 5]
    assert {len(w) for w in class_windows(store, half, 64, 0, 60, 100).values()} == {40}
    name, places = next(iter(windows.items()))
    _, features = drain(window_features(judging(network), places, store.image))
    assert features.shape == (64, 24)
    cut = store.image(places[5].image)[
        places[5].top : places[5].top + 64, places[5].left : places[5].left + 64
    ]
    with torch.inference_mode():
        maps = network.features(network.prepare(torch.from_numpy(cut.copy())[None]))
    assert features[5] == pytest.approx(maps.mean((2, 3))[0].numpy(), abs=1e-5)
    found = class_flatness(name, features, np.array([w.image for w in places]), 0)
    assert found.n == 64 and found.index > 0 and found.control > 0


@pytest.mark.parametrize("name", ["small", "vgg16", "resnet18"])
def test_strides_of_layers_and_the_layers_looked_at(name: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("engine.network.catalogue.initialise", lambda network, seed: None)
    network = build(name, 2, 64, UNIT, 0).eval()
    strides = layer_strides(network)
    looked_at = {layer: strides[layer] for layer in key_layers(network)}
    assert list(strides) == list(named_layers(network))
    assert (
        looked_at
        == {
            "small": {"conv1": 2, "conv2": 4, "conv3": 8, "conv4": 8},
            "vgg16": {"conv1_2": 1, "conv2_2": 2, "conv3_3": 4, "conv4_3": 8, "conv5_3": 16},
            "resnet18": {"conv1": 2, "layer1.1": 4, "layer2.1": 8, "layer3.1": 16, "layer4.1": 32},
        }[name]
    )


def test_windows_are_pooled_from_the_dense_map_by_whole_cells(network):
    rng = np.random.default_rng(0)
    image = rng.integers(0, 255, (100, 140)).astype(np.uint8)
    windows = (Window(0, 0, 8, 64), Window(0, 32, 72, 64))
    subjects = [Subject(image, None, windows), Subject(image[:50], None, (Window(1, 0, 0, 64),))]
    _, found = drain(survey(judging(network), iter(subjects), 2, ("conv1", "conv4")))
    with torch.inference_mode(), tap(network, ["conv1", "conv4"]) as held:
        network.dense(torch.from_numpy(image)[None])
    maps = {layer: values[0].numpy() for layer, values in held.items()}
    first, second = maps["conv4"][:, 0:8, 1:9], maps["conv4"][:, 4:12, 9:17]
    assert found.features["conv4"].shape == (3, 24) and found.features["conv1"].shape == (3, 8)
    assert found.features["conv4"][0] == pytest.approx(first.mean((1, 2)), abs=1e-6)
    assert found.features["conv4"][1] == pytest.approx(second.mean((1, 2)), abs=1e-6)
    low = maps["conv1"][:, 16:48, 36:68].mean((1, 2))
    assert found.features["conv1"][1] == pytest.approx(low, abs=1e-6)
    # The window's own logits are the head of these features: they are what verdicts come from.
    with torch.inference_mode():
        logits = network.dense(torch.from_numpy(image)[None]).logits[0, :, 4, 9]
        mine = network.head(torch.from_numpy(found.features["conv4"][1]))
    assert mine.numpy() == pytest.approx(logits.numpy(), abs=1e-5)


@pytest.mark.parametrize("shape", [(1, 12, 20), (3, 7, 9), (1, 2, 1), (2, 18, 34)])
def test_quick_convolutions_are_nearer_to_the_exact_ones_than_torchs(shape):
    count, height, width = shape
    torch.manual_seed(0)
    direct = torch.nn.Conv2d(128, 256, 3, padding=1).to(memory_format=torch.channels_last)
    maps = torch.rand(count, 128, height, width).to(memory_format=torch.channels_last)
    quickened = copy.deepcopy(direct)
    quicken(torch.nn.Sequential(quickened))
    with torch.inference_mode():
        assert suits(direct, maps)
        found, usual = quickened(maps), direct(maps)
        exact = torch.nn.functional.conv2d(
            maps.double(), direct.weight.double(), direct.bias.double(), padding=1
        )
        assert found.shape == usual.shape
        assert (found - exact).abs().max() <= (usual - exact).abs().max() + 2e-7
        assert convolve(maps, transformed(direct.weight), None) == pytest.approx(
            (exact - direct.bias[:, None, None]).float(), abs=1e-5
        )


def test_only_convolutions_that_gain_are_done_another_way():
    maps = torch.zeros(1, 128, 8, 8)
    fitting = {"in_channels": 128, "out_channels": 256, "kernel_size": 3, "padding": 1}
    assert suits(torch.nn.Conv2d(**fitting), maps)
    for other in (
        {"stride": 2},
        {"padding": 0},
        {"dilation": 2},
        {"groups": 2},
        {"out_channels": 64},
    ):
        assert not suits(torch.nn.Conv2d(**fitting | other), maps)
    assert not suits(torch.nn.Conv2d(**fitting), maps.double())
    assert not suits(torch.nn.ReLU(), maps)


def test_a_whole_image_network_has_one_window():
    network = build("small", 2, 0, UNIT, 3).eval()
    image = np.random.default_rng(0).integers(0, 255, (300, 200)).astype(np.uint8)
    subject = Subject(image, None, (Window(0, 0, 0, 0),))
    _, found = drain(survey(judging(network, 64), iter([subject]), 1, ("conv4",)))
    with torch.inference_mode():
        maps = network.features(network.prepare(judging(network, 64).input(image)[0]))
    assert found.features["conv4"][0] == pytest.approx(maps[0].mean((1, 2)).numpy(), abs=1e-6)


def test_aligned_windows_lie_on_the_grid_and_inside(tiny_set: Path):
    store = ImageStore(open_dataset(tiny_set))
    for index in range(0, 40, 5):
        for side, step in ((64, 8), (128, 16), (96, 32)):
            windows = windows_of(store, index, side, 0, step)
            assert windows
            assert all(w.top % step == w.left % step == 0 for w in windows)
            assert all(max(w.top, w.left) + side <= 256 for w in windows)


def test_pictures_of_windows_are_small_and_keep_proportions():
    image = np.zeros((200, 400), np.uint8)
    image[:, 200:] = 255
    windows = [Window(0, 0, 0, 0), Window(0, 0, 168, 64), Window(0, 0, 0, 30)]
    _, found = drain(window_pictures(windows, lambda number: image))
    assert found.shape == (3, 48, 48, 3) and not found.flags.writeable
    assert not found[0, :12].any() and found[0, 24, 40].tolist() == [255] * 3
    assert found[1, 24, 12].tolist() == [0] * 3 and found[1, 24, 36].tolist() == [255] * 3
    assert not found[2].any()


def test_shipped_photographs_stand_in_and_are_named_so(network):
    photographs = find_photographs(None)
    assert {file.name for file in photographs.files} == {"china.jpg", "flower.jpg"}
    assert "not ImageNet" in photographs.name
    windows = photograph_windows(photographs, 64, 30, 0)
    assert len(windows) == 30 and {w.image for w in windows} == {0, 1}


# A whole run


@pytest.fixture(scope="module")
def measured(trained: Path, tmp_path_factory):
    """A copy of the run, so that other tests see theirs untouched."""
    run = tmp_path_factory.mktemp("measured") / "runs" / trained.name
    shutil.copytree(trained, run)
    steps, found = drain(measure_run(run, images=8, seed=1, tsne=True))
    return run, steps, found


def test_measures_of_a_run(measured):
    run, steps, found = measured
    assert [c.layer for c in found.changes] == ["conv1", "conv2", "conv3", "conv4", "head"]
    assert all(c.weight > 0 for c in found.changes), "the run has learned"
    assert found.activity.images == found.activity_before.images == len(found.images) == 8
    assert found.activity.regions == 4
    assert [layer.layer for layer in found.activity.layers] == ["conv1", "conv2", "conv3", "conv4"]
    assert found.flatness.index is None and len(found.flatness.left_out) == 4
    assert 0 <= found.embedding.domain_accuracy <= 1
    assert not found.embedding.from_source and not found.embedding.enough
    assert found.embedding.tsne.shape == (2 * found.embedding.windows, 2)
    assert found.run == run.name and found.seconds > 0
    classes = found.classes
    assert classes.layers == ("conv1", "conv2", "conv3", "conv4") and len(classes.names) == 4
    assert len(set(np.bincount(classes.classes))) == 1, "balanced"
    assert classes.files.min() >= 0 and classes.files.max() < len(found.images)
    assert classes.chance == 0.25 and classes.pictures.shape == (len(classes.files), 48, 48, 3)
    assert found.embedding.control_accuracy is None, "two photographs"
    assert ("channels", 8, 8) in steps and ("channels-before", 8, 8) in steps
    # Other tests of the same run may have kept what they need beside them.
    kept = {file.name for file in (run / "measures").iterdir()}
    assert {"measures.json", "measures.npz"} <= kept


def again_measured(work) -> bool:
    return any(stage == "rebuilding" for stage, _, _ in work)


def test_measures_are_read_again_only_if_nothing_differs(measured):
    run, _, found = measured
    steps, again = drain(measure_run(run, images=8, seed=1))
    assert set(steps) == {("reading", 0, 1)}
    for old, new in zip(found.activity.layers, again.activity.layers, strict=True):
        assert old.layer == new.layer and old.region_area == new.region_area
        assert (old.dead == new.dead).all() and np.array_equal(old.energy, new.energy)
        assert np.array_equal(old.region_share, new.region_share, equal_nan=True)
    assert again.changes == found.changes and again.flatness == found.flatness
    assert (again.embedding.tsne == found.embedding.tsne).all()
    work = measure_run(run, images=8, seed=2)
    assert again_measured(work), "another seed"
    work.close()
    weights = run / "best.safetensors"
    before = weights.read_bytes()
    weights.write_bytes((run / "last.safetensors").read_bytes())
    changed = weights.read_bytes() != before
    work = measure_run(run, images=8, seed=1)
    assert changed and again_measured(work), "other weights"
    work.close()
    weights.write_bytes(before)
    npz = run / "measures" / "measures.npz"
    kept = npz.read_bytes()
    npz.write_bytes(kept[: len(kept) // 2])
    work = measure_run(run, images=8, seed=1)
    assert again_measured(work), "a damaged file"
    work.close()
    npz.write_bytes(kept)


@pytest.mark.parametrize("stage", ["rebuilding", "channels", "channels-before", "domains"])
def test_a_cancelled_measurement_writes_nothing(trained: Path, tmp_path: Path, stage: str):
    run = tmp_path / "runs" / "copy"
    shutil.copytree(trained, run)
    before = sorted(file.name for file in run.rglob("*"))
    work = measure_run(run, images=4)
    assert any(step[0] == stage for step in work)
    work.close()
    assert sorted(file.name for file in run.rglob("*")) == before


def test_the_command_prints_a_table_and_json(measured, capsys):
    run, _, found = measured
    assert main(["measure", str(run), str(run), "--images", "8", "--seed", "1", "--json"]) == 0
    lines = capsys.readouterr().out.strip().splitlines()
    first, second = json.loads(lines[-1])["runs"]
    assert first == second
    assert first["run"] == str(run) and first["images"] == 8 and first["seed"] == 1
    assert list(first["weight_change"]) == ["conv1", "conv2", "conv3", "conv4", "head"]
    assert first["weight_change"]["conv1"] == found.changes[0].weight
    assert first["bias_change"]["head"] is None
    assert list(first["sparsity"]) == ["conv1", "conv2", "conv3", "conv4"]
    assert first["sparsity"]["conv4"] == found.activity.layers[3].dead_share
    assert {"index": None, "control": None, "n": None, "k": 10}.items() <= first["flatness"].items()
    assert first["embedding"]["domain_accuracy"] == found.embedding.domain_accuracy
    assert first["embedding"]["control_accuracy"] is None
    assert first["classes"]["accuracy"] == dict(
        zip(found.classes.layers, found.classes.accuracy_after, strict=True)
    )
    assert first["classes"]["chance"] == 0.25
    text = "\n".join(lines)
    assert (
        "8 test images, seed 1" in text
        and "not comparable" in text
        and "flatness at the end: n/a" in text
        and "1-NN accuracy of 4 classes in each layer" in text
        and "control: n/a (too few photographs" in text
    )


def test_the_command_takes_photographs_and_a_control(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    run = tmp_path / "runs" / "copy"
    shutil.copytree(trained, run)
    rng = np.random.default_rng(0)
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        for number in range(5):
            write_image(
                tmp_path / name / f"{number}.png",
                rng.integers(0, 255, (80, 80, 3)).astype(np.uint8),
            )
    call = ["measure", str(run), "--images", "4", "--json", "--source", str(tmp_path / "first")]
    assert main(call) == 0
    (split,) = json.loads(capsys.readouterr().out.strip().splitlines()[-1])["runs"]
    assert 0 <= split["embedding"]["control_accuracy"] <= 1
    assert "at random" in split["embedding"]["control"]
    assert main([*call, "--control", str(tmp_path / "second")]) == 0
    (held,) = json.loads(capsys.readouterr().out.strip().splitlines()[-1])["runs"]
    assert held["embedding"]["control"].startswith("photographs in second")
    assert held["seconds"] > 0


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        (["--control", "/nowhere"], "no such folder"),
        (["--images", "0"], "at least one image"),
        (["--seed", "-1"], "0 or more"),
        (["--source", "/nowhere"], "no such folder"),
    ],
)
def test_unusable_input_gives_one_line(trained: Path, capsys, extra: list[str], expected: str):
    assert main(["measure", str(trained), *extra]) == 2
    (line,) = [
        text for text in capsys.readouterr().err.splitlines() if text.startswith("transferlens:")
    ]
    assert expected in line


def test_a_folder_that_is_no_run_is_named(tmp_path: Path, capsys):
    assert main(["measure", str(tmp_path)]) == 2
    assert "not a run" in capsys.readouterr().err


def test_a_second_folder_of_photographs_is_drawn_beside_the_domains():
    rng = np.random.default_rng(0)

    def domain(name: str, shift: float, first: int) -> Domain:
        return Domain(
            name,
            (rng.standard_normal((30, 12)) + shift).astype(np.float32),
            first + np.arange(30),
            np.full((30, 48, 48, 3), first % 256, dtype=np.uint8),
        )

    source, target, control = domain("a", 0, 0), domain("", 9, 100), domain("b", 0.5, 200)
    found = embed(source, target, from_source=True, seed=0, tsne=False, control=control)
    alone = embed(source, target, from_source=True, seed=0, tsne=False)
    assert found is not None and alone is not None
    assert found.pca.tolist() == alone.pca.tolist(), "the control does not change the axes"
    assert found.control_pca.shape == (30, 2) and len(alone.control_pca) == 0
    assert found.control_pictures.shape == (30, 48, 48, 3)
    # It lies with the source.
    centres = [found.pca[found.domains == d].mean(0) for d in (0, 1)]
    middle = found.control_pca.mean(0)
    assert np.linalg.norm(middle - centres[0]) < np.linalg.norm(middle - centres[1])
    assert (found.source_right, found.target_right, found.domain_accuracy) == (1.0, 1.0, 1.0)
