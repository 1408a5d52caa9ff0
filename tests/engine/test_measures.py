"""The measures, on cases whose answer is known beforehand."""

from __future__ import annotations

import itertools
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from scipy.spatial.distance import pdist
from sklearn.datasets import make_swiss_roll

from engine.data.readers.detect import open_dataset
from engine.data.store import ImageStore
from engine.errors import RunError
from engine.measures.embedding import balance, domain_accuracy, embed, principal, standardise
from engine.measures.features import (
    class_windows,
    find_photographs,
    photograph_windows,
    sample_images,
    window_features,
    windows_of,
)
from engine.measures.flatness import (
    class_flatness,
    flatness,
    flatness_by_class,
    gaussian_like,
)
from engine.measures.measure import measure_run
from engine.measures.sparsity import activity, born, region_in_input, switched_off
from engine.measures.weight_change import (
    initial_network,
    relative_change,
    weight_change,
    weight_layers,
)
from engine.network.catalogue import build
from engine.network.layers import named_layers
from engine.network.preprocess import UNIT
from engine.network.weights import tensor_hash
from engine.project.runs import RunFolder
from main import main

VGG = [
    f"conv{b}_{p}" for b, count in enumerate((2, 2, 3, 3, 3), start=1) for p in range(1, count + 1)
]


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
    return modules[modules.index(named_layers(network.features)[layer]) - 1]


def layer_of(found, name: str):
    return next(layer for layer in found.layers if layer.layer == name)


def test_a_planted_dead_channel_is_found_and_only_that(network, pictures):
    steps, before = drain(activity(network, iter(pictures), 3, 224))
    assert steps == [(1, 3), (2, 3), (3, 3)]
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
    points = rng.standard_normal((200, 20)) + 50 * (np.arange(200) % 2)[:, None]
    assert domain_accuracy(points, np.arange(200) % 2, np.arange(200)) == 1.0


def test_neighbours_of_the_same_photograph_do_not_count():
    # Four tight heaps, one a photograph; each lies nearer to one of the other domain.
    heaps = np.array([[0.0, 0], [10, 0], [0, 1], [10, 1]])
    rng = np.random.default_rng(0)
    points = np.repeat(heaps, 10, axis=0) + 0.01 * rng.standard_normal((40, 2))
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


def test_embedding_of_two_domains_with_pictures():
    rng = np.random.default_rng(0)
    source = (rng.standard_normal((60, 8)), np.arange(60) % 2)
    target = (rng.standard_normal((40, 8)) + 9, np.arange(40) % 20)
    made = embed(source, target, name="two photographs", from_source=True, seed=0, tsne=True)
    assert made.windows == 40 and made.photographs == 2 and not made.enough
    assert made.domain_accuracy == 1.0
    assert made.pca.shape == made.tsne.shape == (80, 2)
    again = embed(source, target, name="two photographs", from_source=True, seed=0, tsne=True)
    assert (made.tsne == again.tsne).all()
    few = embed(
        (source[0][:9], source[1][:9]), target, name="", from_source=True, seed=0, tsne=True
    )
    assert few.domain_accuracy is None and few.tsne is None
    assert (
        embed((source[0][:0], source[1][:0]), target, name="", from_source=True, seed=0, tsne=False)
        is None
    )


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
    _, features = drain(window_features(network, places, store.image, 224))
    assert features.shape == (64, 24)
    cut = store.image(places[5].image)[
        places[5].top : places[5].top + 64, places[5].left : places[5].left + 64
    ]
    with torch.inference_mode():
        maps = network.features(network.prepare(torch.from_numpy(cut.copy())[None]))
    assert features[5] == pytest.approx(maps.mean((2, 3))[0].numpy(), abs=1e-5)
    found = class_flatness(name, features, np.array([w.image for w in places]), 0)
    assert found.n == 64 and found.index > 0 and found.control > 0


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
    assert ("channels", 8, 8) in steps and ("channels-before", 8, 8) in steps
    assert sorted(file.name for file in (run / "measures").iterdir()) == [
        "measures.json",
        "measures.npz",
    ]


def test_measures_are_read_again_only_if_nothing_differs(measured):
    run, _, found = measured
    steps, again = drain(measure_run(run, images=8, seed=1))
    assert steps == [("reading", 0, 1)]
    for old, new in zip(found.activity.layers, again.activity.layers, strict=True):
        assert old.layer == new.layer and old.region_area == new.region_area
        assert (old.dead == new.dead).all() and np.array_equal(old.energy, new.energy)
        assert np.array_equal(old.region_share, new.region_share, equal_nan=True)
    assert again.changes == found.changes and again.flatness == found.flatness
    assert (again.embedding.tsne == found.embedding.tsne).all()
    work = measure_run(run, images=8, seed=2)
    assert [next(work)[0], next(work)[0]] == ["reading", "rebuilding"], "another seed"
    work.close()
    weights = run / "best.safetensors"
    before = weights.read_bytes()
    weights.write_bytes((run / "last.safetensors").read_bytes())
    changed = weights.read_bytes() != before
    work = measure_run(run, images=8, seed=1)
    assert changed and [next(work)[0], next(work)[0]] == ["reading", "rebuilding"], "other weights"
    work.close()
    weights.write_bytes(before)
    npz = run / "measures" / "measures.npz"
    kept = npz.read_bytes()
    npz.write_bytes(kept[: len(kept) // 2])
    work = measure_run(run, images=8, seed=1)
    assert [next(work)[0], next(work)[0]] == ["reading", "rebuilding"], "a damaged file"
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
    text = "\n".join(lines)
    assert (
        "8 test images, seed 1" in text
        and "not comparable" in text
        and "flatness at the end: n/a" in text
    )


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
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
