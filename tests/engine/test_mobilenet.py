"""A family that is neither VGG nor ResNet, from its one file through all that is done with a run:
depthwise convolutions, ReLU6, sums without a ReLU.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.compress.cost import filters, parameters
from engine.compress.export import export_run
from engine.compress.messages import DeadRemoved, RemoveDead
from engine.compress.pruning_curve import prune_run
from engine.compress.removal import kept, remove, watch
from engine.core.recipe import default_recipe
from engine.data.messages import OpenData
from engine.inspect.messages import ChannelsListed, Inspected, InspectImage, ListChannels
from engine.inspection.dense import Judge
from engine.inspection.explain import heat_map, question_for, view_layer
from engine.measures.messages import ChannelsPictured, Measured, MeasureRun, ShowChannels
from engine.network.backbone import torchvision_network
from engine.network.catalogue import BACKBONES, build
from engine.network.change import weight_layers
from engine.network.values import UNIT, Numerics
from engine.network.window_classifier import WindowClassifier
from engine.project.runs import RunFolder
from engine.training.checkpoint import save_weights
from engine.training.messages import Train
from engine.training.run import load_judge, load_network
from tests.engine.conftest import Workspace

NAME = "mobilenet_v2"
PLAIN = Numerics("cpu", "float32", False, 8, 1)
DEAD = {"conv1": [3], "bottleneck3": [0, 7], "bottleneck3.1.widened": [5, 180], "conv2": [1279]}


def drain(work):
    steps = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return steps, end.value


def plant(network: WindowClassifier) -> None:
    """Make channels 0 on every image: a scale of 0, and a shift of 0 where both signs go on."""
    for group in network.groups:
        for name in group.norms:
            norm = network.features.get_submodule(name)
            with torch.no_grad():
                for channel in DEAD.get(group.name, []):
                    norm.weight[channel] = 0.0
                    norm.bias[channel] = 0.0 if group.signed else -1.0


@pytest.fixture(scope="module")
def network() -> WindowClassifier:
    made = build(NAME, 4, 64, UNIT, 0).eval()
    source = torch.Generator().manual_seed(1)
    with torch.no_grad():
        made.head.weight.copy_(0.1 * torch.randn(made.head.weight.shape, generator=source))
    plant(made)
    return made


@pytest.fixture(scope="module")
def lane(tiny_set: Path) -> Workspace:
    work = Workspace()
    work.run(OpenData(1, str(tiny_set)))
    return work


@pytest.fixture(scope="module")
def shorter() -> Iterator[None]:
    """Six blocks in place of seventeen: the same structure in a third of the time."""
    stages = [[1, 16, 1, 1], [6, 24, 1, 2], [6, 32, 2, 2], [6, 64, 1, 2], [6, 160, 1, 2]]

    def make() -> torch.nn.Sequential:
        return torchvision_network(NAME, inverted_residual_setting=stages).features

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(BACKBONES, NAME, replace(BACKBONES[NAME], make=make))
        yield


@pytest.fixture(scope="module")
def run(
    lane: Workspace, tiny_set: Path, tmp_path_factory: pytest.TempPathFactory, shorter: None
) -> Path:
    """A run of two steps whose weights have dead channels."""
    recipe = default_recipe(
        "scratch", network=NAME, iterations=2, batch=4, window=64, crop=0, folds=4,
        precision="float32",
    )  # fmt: skip
    project = tmp_path_factory.mktemp("mobile")
    lane.run(Train(2, str(tiny_set), str(project), recipe))
    assert lane.end(2).outcome == "done", lane.end(2)
    (path,) = (project / "runs").iterdir()
    folder = RunFolder.load(path)
    trained = load_network(folder)
    plant(trained)
    save_weights(folder.best, trained)
    return path


def test_a_depthwise_convolution_goes_with_what_widens_for_it(network: WindowClassifier):
    groups = {group.name: group for group in network.groups}
    assert groups["conv1"].depthwise == ("1.conv.0.0",), "the first block widens nothing"
    assert groups["bottleneck2.0.widened"].convolutions == ("2.conv.0.0", "2.conv.1.0")
    assert groups["bottleneck4"].watched == ("7", "8", "9", "10"), "what four blocks add up"
    assert [group.name for group in groups.values() if group.headed] == ["conv2"]
    names = list(network.layers)
    assert (len(names), names[0], names[-1]) == (19, "conv1", "conv2")
    assert list(weight_layers(network))[-2:] == ["conv2", "head"]
    assert BACKBONES[NAME].weights[0].file_hash == "b0353104"


def test_dead_channels_are_removed_exactly(network: WindowClassifier):
    rng = np.random.default_rng(3)
    images = [rng.integers(0, 256, (96, 64 + 32 * n)).astype(np.uint8) for n in range(2)]

    def watched(seen: WindowClassifier):
        return drain(watch(Judge(seen, PLAIN, ()), iter(images), len(images)))[1]

    before = watched(network)
    for group, channels in DEAD.items():
        assert before.dead[group][channels].all(), group
    smaller = remove(network, kept(before.dead)).eval()
    after = watched(smaller)
    assert max(np.abs(x).max() for x in before.logits) > 0.05, "logits must tell"
    for one, other in zip(before.logits, after.logits, strict=True):
        assert np.abs(one - other).max() <= 1e-4
    gone = sum(len(g.convolutions) * before.dead[g.name].sum() for g in network.groups)
    assert filters(network) - filters(smaller) == gone > 0
    assert parameters(smaller) < parameters(network)


def test_its_heat_map_is_exact(lane: Workspace, run: Path):
    judge = load_judge(RunFolder.load(run))
    image = lane.session._workspace.images.image(15)
    judged = judge.judge(image, keep_features=True)
    question = question_for(judged.verdict, judge.labels)
    heat = heat_map(judge.network, judged.features, question)
    bias = judge.network.head.bias.detach().numpy()
    windows = np.lib.stride_tricks.sliding_window_view(heat, (2, 2)).mean((2, 3))
    difference = judged.logits[question.plus] - judged.logits[question.minus]
    assert windows + bias[question.plus] - bias[question.minus] == pytest.approx(
        difference, abs=1e-4
    )
    view = view_layer(judge, image, "bottleneck3.1", judged.verdict, question)
    assert view.activations.min() >= 0, "strength, where both signs go on"
    assert [c.number for c in view.channels if c.dead] == DEAD["bottleneck3"]


def test_a_window_shows_it(lane: Workspace, run: Path):
    events = lane.run(InspectImage(10, str(run), 15))
    (inspected,) = [event for event in events if isinstance(event, Inspected)]
    assert inspected.layers == tuple(load_network(RunFolder.load(run)).layers)
    for job, layer, exact in ((11, "conv2", True), (12, "bottleneck5.0", False)):
        events = lane.run(ListChannels(job, str(run), 15, layer))
        (listed,) = [event for event in events if isinstance(event, ChannelsListed)]
        assert listed.exact is exact
        assert len(listed.channels) == (1280 if exact else 160)
    events = lane.run(ShowChannels(13, str(run), 15, "bottleneck3.1"))
    (shown,) = [event for event in events if isinstance(event, ChannelsPictured)]
    assert list(np.flatnonzero(shown.pictures.dead)) == DEAD["bottleneck3"]
    assert not shown.pictures.dead_before.any()


def test_it_is_measured(lane: Workspace, run: Path):
    events = lane.run(MeasureRun(20, str(run), images=2))
    assert lane.end(20).outcome == "done", lane.end(20)
    (measures,) = [event.measures for event in events if isinstance(event, Measured)]
    changes = {change.layer: change.weight for change in measures.changes}
    assert len(changes) == 20 and min(changes.values()) > 0, "19 convolutions and the head"
    dead = {layer.layer: np.flatnonzero(layer.dead) for layer in measures.activity.layers}
    assert set(DEAD["bottleneck3"]) <= set(dead["bottleneck3.1"])
    assert set(DEAD["conv2"]) <= set(dead["conv2"])


def test_it_loses_its_dead_channels_and_its_least_important_ones(lane: Workspace, run: Path):
    events = lane.run(RemoveDead(30, str(run), images=2))
    assert lane.end(30).outcome == "done", lane.end(30)
    (found,) = [event.result for event in events if isinstance(event, DeadRemoved)]
    assert found.max_logit_difference <= 1e-4
    assert found.verdict_changes == found.sample_changes == 0
    assert found.after.filters < found.before.filters
    assert filters(load_network(RunFolder.load(Path(found.run)))) == found.after.filters
    _, pruned = drain(prune_run(run, 0.8, recovery=1, images=1))
    assert pruned.after.filters == pytest.approx(0.8 * pruned.before.filters, abs=2)
    assert filters(load_network(RunFolder.load(Path(pruned.run)))) == pruned.after.filters


@pytest.mark.trial
def test_its_export_is_verified(run: Path, tmp_path: Path):
    _, exported = drain(export_run(run, tmp_path / "mobile.onnx", images=3))
    assert exported.accepted, exported.reason
    assert exported.verdict_changes == 0
