"""Exact removal of dead channels: the same logits, the same verdicts, a run of its own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from engine.compress import compress, derived_run as writing
from engine.compress.compress import remove_dead
from engine.compress.cost import filters, multiply_adds, parameters
from engine.compress.latency import measure_latency
from engine.compress.learning import make_student
from engine.compress.removal import kept, remove, watch
from engine.core.errors import NotDefinedError, RunError
from engine.core.recipe import STUDENTS
from engine.data.readers.detect import open_dataset
from engine.inspection.dense import Judge
from engine.interpolate.many import measure_overlap
from engine.measures.measure import measure_run
from engine.network.catalogue import BACKBONES, blank, build
from engine.network.manifest import Manifest, describe, fit, read_manifest, write_manifest
from engine.network.narrow import narrow, width
from engine.network.values import UNIT, Numerics
from engine.network.window_classifier import WindowClassifier
from engine.project.runs import RunFolder, list_runs
from engine.project.store import PredictionStore
from engine.project.summaries import summarise
from engine.study.plan import Task
from engine.study.queue import find_run
from engine.training.checkpoint import load_weights, save_weights
from engine.training.run import load_network
from main import main

PLAIN = Numerics("cpu", "float32", False, 8, 1)


def drain(work):
    steps = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return steps, end.value


def made(name: str) -> WindowClassifier:
    """A network whose logits are far from 0, so that 1e-4 of them is little."""
    network = (
        make_student(33, 3, 64, 0, name) if name in STUDENTS else build(name, 3, 64, UNIT, 0)
    ).eval()
    source = torch.Generator().manual_seed(1)
    with torch.no_grad():
        network.head.weight.copy_(torch.randn(network.head.weight.shape, generator=source))
    return network


def plant(
    network: WindowClassifier, dead: dict[str, list[int]], norms: slice = slice(None)
) -> None:
    """Make channels of groups 0 on every image: a scale of 0 and a shift below 0.

    A student's goes on with both signs, so its shift must be 0 too.
    """
    for group in network.groups:
        for name in (group.norms or group.makers)[norms]:
            module = network.features.get_submodule(name)
            for channel in dead.get(group.name, []):
                with torch.no_grad():
                    module.weight[channel] = 0.0
                    module.bias[channel] = 0.0 if group.mirrored else -1.0


def images(count: int = 2) -> list[np.ndarray]:
    rng = np.random.default_rng(3)
    return [rng.integers(0, 256, (96, 64 + 32 * n)).astype(np.uint8) for n in range(count)]


def watched(network: WindowClassifier, shown: list[np.ndarray]):
    return drain(watch(Judge(network, PLAIN, ()), iter(shown), len(shown)))


PLANTED = {
    "vgg16": {"conv1_1": [0, 63], "conv3_3": [5], "conv5_3": [1, 2, 511]},
    "vgg16_bn": {"conv2_2": [7], "conv5_3": [0]},
    "small": {"conv1": [3], "conv4": [0, 23]},
    "student": {"conv1": [0, 7], "conv2": [4], "conv3": [0, 15]},
    "student_separable": {"conv1": [0, 7], "conv2": [4], "conv3": [0, 15]},
    "resnet18": {"layer1": [2], "layer2.0.conv1": [9], "layer3": [0, 200], "layer4": [511]},
}


@pytest.mark.parametrize("name", [n for n, each in BACKBONES.items() if not each.fitted])
def test_channel_groups_hold_every_convolution_once(name: str):
    network = blank(name, 2, 64, UNIT)
    features = network.features
    convolutions = {n for n, m in features.named_modules() if isinstance(m, nn.Conv2d)}
    found = network.groups
    made_here = [maker for group in found for maker in group.convolutions]
    assert sorted(made_here) == sorted(convolutions)
    depthwise = {n for n in convolutions if features.get_submodule(n).groups > 1}
    assert sorted(name for group in found for name in group.depthwise) == sorted(depthwise)
    readers = [reader for group in found for reader in group.readers]
    first = next(n for n, m in features.named_modules() if isinstance(m, nn.Conv2d))
    assert sorted(readers) == sorted(convolutions - depthwise - {first})
    norms = {n for n, m in features.named_modules() if isinstance(m, nn.BatchNorm2d)}
    assert sorted(norm for group in found for norm in group.norms) == sorted(norms)


@pytest.mark.parametrize("name", PLANTED)
def test_planted_dead_channels_are_found_and_removed_exactly(name: str):
    network = made(name)
    plant(network, PLANTED[name])
    state = {key: value.clone() for key, value in network.state_dict().items()}
    _, before = watched(network, images())
    for group, channels in PLANTED[name].items():
        assert before.dead[group][channels].all(), group
    smaller = remove(network, kept(before.dead)).eval()
    _, after = watched(smaller, images())
    assert max(np.abs(x).max() for x in before.logits) > 0.05, "logits must tell"
    for one, other in zip(before.logits, after.logits, strict=True):
        assert np.abs(one - other).max() <= 1e-4
    removed = sum(
        dead.sum() * len(group.makers)
        for group, dead in zip(network.groups, before.dead.values(), strict=False)
        if not dead.all()
    )
    assert filters(network) - filters(smaller) == removed > 0
    assert parameters(smaller) < parameters(network)
    assert all(torch.equal(value, state[key]) for key, value in network.state_dict().items())
    assert all(not m._forward_hooks for m in network.modules())


def test_a_residual_channel_stays_while_one_member_of_the_sum_lives():
    network = made("resnet18")
    # After layer2.0 channel 4 is 0; layer2.1 adds to it.
    plant(network, {"layer2": [4]}, norms=slice(0, 2))
    _, found = watched(network, images())
    assert not found.dead["layer2"][4]
    plant(network, {"layer2": [4]})
    _, found = watched(network, images())
    assert found.dead["layer2"][4]


def test_a_layer_without_life_keeps_one_channel():
    network = made("small")
    plant(network, {"conv2": list(range(12))})
    _, before = watched(network, images())
    assert before.dead["conv2"].all()
    keep = kept(before.dead)
    assert keep["conv2"] == [0]
    _, after = watched(remove(network, keep).eval(), images())
    assert np.abs(before.logits[0] - after.logits[0]).max() <= 1e-4


@pytest.mark.parametrize(
    "keep", [{"conv9": [0]}, {"conv1": []}, {"conv1": [8]}, {"conv1": [1, 0]}, {"conv1": [0, 0]}]
)
def test_what_cannot_be_kept_is_refused(keep: dict[str, list[int]]):
    with pytest.raises(ValueError, match="conv"):
        remove(made("small"), keep)


def test_cost_by_hand():
    network = made("small")
    # 64 x 64: 5x5 at 32x32, then 3x3 at 16x16, 8x8 and 8x8; the head on 8x8 cells.
    by_hand = (
        25 * 1 * 8 * 32 * 32 + 9 * 8 * 12 * 16 * 16 + 9 * 12 * 16 * 64 + 9 * 16 * 24 * 64
        + 24 * 3 * 64
    )  # fmt: skip
    assert multiply_adds(network, 64, 64) == by_hand
    assert filters(network) == 8 + 12 + 16 + 24
    assert filters(made("vgg16")) == 4224


def test_a_manifest_rebuilds_the_shape(tmp_path: Path):
    network = made("resnet18")
    narrow(network, {"layer1": range(60), "layer4": [0, 7], "layer3.0.conv1": [3]})
    manifest = describe(network, "resnet18", made("resnet18"))
    assert manifest.filters["features.conv1"] == 60
    write_manifest(tmp_path / "network.toml", manifest)
    save_weights(tmp_path / "w.safetensors", network)
    again = build("resnet18", 3, 64, UNIT, 5).eval()
    fit(again, read_manifest(tmp_path / "network.toml"), tmp_path)
    load_weights(tmp_path / "w.safetensors", again)
    pixels = torch.randint(0, 256, (1, 64, 96), dtype=torch.uint8)
    with torch.inference_mode():
        assert torch.equal(network.dense(pixels).logits, again.dense(pixels).logits)


@pytest.mark.parametrize(
    "text",
    [
        "format = 1",
        "format = 2\nbackbone = 'small'\n[filters]",
        "not toml",
        "format = 1\nbackbone = 'small'\n[filters]\n'features.0' = 'x'",
    ],
)
def test_a_damaged_manifest_is_named(tmp_path: Path, text: str):
    path = tmp_path / "network.toml"
    path.write_text(text)
    with pytest.raises(RunError, match=r"network\.toml: damaged"):
        read_manifest(path)


@pytest.mark.parametrize(
    ("name", "filters"),
    [
        ("small", {"features.0": 0}),
        ("small", {"features.0": 9}),
        ("small", {"features.1": 3}),
        # Two convolutions that are added up cannot differ.
        ("resnet18", {"features.layer4.1.conv2": 5}),
    ],
)
def test_impossible_manifests_are_refused(tmp_path: Path, name: str, filters: dict[str, int]):
    with pytest.raises(RunError, match="damaged"):
        fit(made(name), Manifest(name, filters), tmp_path / "network.toml")


@pytest.fixture
def own(trained: Path, tmp_path: Path) -> Path:
    """A copy of the trained run, with dead channels planted into its weights."""
    shutil.copytree(trained.parent.parent, tmp_path / "project")
    path = tmp_path / "project" / "runs" / trained.name
    network = load_network(RunFolder.load(path))
    plant(network, {"conv1": [2], "conv3": [1, 5], "conv4": [0]})
    save_weights(RunFolder.load(path).best, network)
    return path


def names(run: Path) -> list[str]:
    return sorted(path.name for path in run.parent.iterdir())


def test_a_pruned_network_is_a_run_of_its_own(own: Path, tiny_set: Path, capsys):
    steps, found = drain(remove_dead(own, images=6))
    assert {stage for stage, _, _ in steps} == {"finding", "comparing", "testing"}
    assert found.training_images + found.validation_images == 6
    assert found.max_logit_difference <= 1e-4
    assert found.verdict_changes == found.sample_changes == 0
    assert found.test_before.auc == found.test_after.auc
    assert found.channels >= 4
    assert found.after.filters == found.before.filters - found.channels
    assert found.after.parameters < found.before.parameters
    assert found.after.multiply_adds < found.before.multiply_adds
    assert found.after.weight_bytes < found.before.weight_bytes
    parent, run = RunFolder.load(own), RunFolder.load(Path(found.run))
    assert "-pruned-01" in run.path.name
    record = run.record
    assert (record.origin.kind, record.origin.parent) == ("pruned", own.name)
    assert record.origin.details["removed"]["conv3"] >= 2
    assert record.threshold == parent.record.threshold
    assert record.state == "done"
    assert record.test == found.test_after
    assert (run.path / "split.csv").read_bytes() == (own / "split.csv").read_bytes()
    assert parent.record.origin is None
    assert (summarise(run).state, summarise(run).parent) == ("done", own.name)
    assert {each.path.name for each in list_runs(own.parent.parent)} == {own.name, run.path.name}

    data = open_dataset(tiny_set)
    with PredictionStore(own.parent.parent) as store:
        kept_verdicts = store.of_run(run.path.name, {f: i for i, f in enumerate(data.files)})
    assert sorted(kept_verdicts) == sorted(run.read_split(data).test)

    # Loaded again, the weights and the logits are those that were compared.
    _, watching = watched(load_network(parent), images())
    again = load_network(run)
    assert filters(again) == found.after.filters
    _, after = watched(again, images())
    for one, other in zip(watching.logits, after.logits, strict=True):
        assert np.abs(one - other).max() <= 1e-4

    assert main(["inspect", str(run.path), str(tiny_set / "Class3" / "Test"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out.strip().splitlines()[-1])["images"] > 0
    _, overlap = drain(measure_overlap(run.path, pairs=2))
    assert overlap.run == run.path.name

    with pytest.raises(NotDefinedError, match=f"Measure the run it was made from, {own.name}"):
        drain(measure_run(run.path, images=2))
    assert main(["train", "--resume", str(run.path)]) == 2

    task = Task("board", record.recipe.setting, record.recipe.fold, 0, record.recipe)
    everything = list_runs(own.parent.parent)
    assert find_run(task, everything, data, own.parent.parent).path == own
    assert find_run(task, [run], data, own.parent.parent) is None

    # What was removed is gone: on the same images nothing more is dead.
    before = names(own)
    with pytest.raises(RunError, match="no channel is dead on 6 images"):
        drain(remove_dead(run.path, images=6))
    assert names(own) == before


def test_a_pruned_network_can_be_pruned_again(own: Path):
    _, first = drain(remove_dead(own, images=6))
    run = RunFolder.load(Path(first.run))
    network = load_network(run)
    plant(network, {"conv2": [0]})
    save_weights(run.best, network)
    _, second = drain(remove_dead(run.path, images=6))
    assert second.channels >= 1
    record = RunFolder.load(Path(second.run)).record
    assert record.origin.parent == run.path.name
    assert filters(load_network(RunFolder.load(Path(second.run)))) == second.after.filters
    run.manifest.unlink()
    with pytest.raises(RunError, match=r"network\.toml"):
        load_network(run)


@pytest.mark.parametrize("stage", ["finding", "comparing", "testing"])
def test_cancelled_half_way_leaves_nothing(own: Path, stage: str):
    before = names(own)
    work = remove_dead(own, images=4)
    for found in work:
        if found[0] == stage:
            break
    next(work)
    work.close()
    assert names(own) == before


def test_a_full_disk_leaves_no_half_run(own: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object, **__: object) -> None:
        raise RunError("{path}: cannot be written", path="best.safetensors")

    monkeypatch.setattr(writing, "save_weights", full)
    before = names(own)
    with pytest.raises(RunError, match="cannot be written"):
        drain(remove_dead(own, images=4))
    assert names(own) == before


def test_a_removal_that_changes_verdicts_is_not_kept(own: Path, monkeypatch: pytest.MonkeyPatch):
    def careless(dead):
        return {name: list(range(1, len(channels))) for name, channels in dead.items()}

    monkeypatch.setattr(compress, "kept", careless)
    network = load_network(RunFolder.load(own))
    with torch.no_grad():
        network.head.weight.mul_(50)
    save_weights(RunFolder.load(own).best, network)
    before = names(own)
    with pytest.raises(RunError, match="Nothing was written"):
        drain(remove_dead(own, images=12))
    assert names(own) == before


def test_unfinished_runs_and_no_images_are_refused(own: Path):
    with pytest.raises(RunError, match="1 or more"):
        drain(remove_dead(own, images=0))
    RunFolder.load(own).update(state="failed")
    with pytest.raises(RunError, match="not finished"):
        drain(remove_dead(own, images=4))


def test_latency_of_several_runs_in_one_table(own: Path):
    threads = torch.get_num_threads()
    work = measure_latency([own, own], size=(96, 96), batches=(1, 2), threads=1, passes=4)
    steps, found = drain(work)
    assert steps[-1][1:] == (2 * 2 * 7, 2 * 2 * 7)
    assert [(each.batch, each.passes, each.threads) for each in found] == [
        (1, 4, 1), (2, 4, 1), (1, 4, 1), (2, 4, 1),
    ]  # fmt: skip
    assert all(0 < each.median <= each.p95 <= each.p99 for each in found)
    assert torch.get_num_threads() == threads
    with pytest.raises(RunError, match="window is 64"):
        drain(measure_latency([own], size=(96, 32)))
    with pytest.raises(RunError, match="1 or more"):
        drain(measure_latency([own], batches=(0,)))


def test_command_line_compress_and_latency(own: Path, capsys):
    assert main(["compress", str(own), "--dead-only", "--images", "5", "--json"]) == 0
    said = capsys.readouterr().out
    assert "multiply-adds at 256x256" in said
    values = json.loads(said.strip().splitlines()[-1])
    for key in ("filters", "parameters", "multiply_adds"):
        assert values[key]["after"] < values[key]["before"]
    assert values["max_logit_difference"] <= 1e-4
    assert values["verdict_changes"] == 0
    assert values["test"]["before"]["auc"] == values["test"]["after"]["auc"]
    assert main(["compress", values["run"], "--dead-only", "--images", "5"]) == 2
    assert "no channel is dead" in capsys.readouterr().err
    assert main([
        "latency", str(own), values["run"], "--size", "64", "--passes", "2", "--json",
    ]) == 0  # fmt: skip
    listed = json.loads(capsys.readouterr().out.strip().splitlines()[-1])["runs"]
    assert [each["batch"] for each in listed] == [1, 1]
    assert width(load_network(RunFolder.load(own)), made("small").groups[0]) == 8
    with pytest.raises(SystemExit):
        main(["compress", str(own)])
