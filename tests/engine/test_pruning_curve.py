"""Filters removed by importance, with recovery; the session's jobs that make networks smaller."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.compress import derived_run as writing, pruning_curve as graded
from engine.compress.cost import filters
from engine.compress.importance import Importance, choose, weigh
from engine.compress.messages import (
    DrawPruningCurve,
    ExportRun,
    PruneRun,
    PruningCurveGrown,
    RemoveDead,
    RunPruned,
    RunsTimed,
    TimeRuns,
)
from engine.compress.pruning_curve import falling, grade_run, prune_run
from engine.compress.recovery import rate_at, recover
from engine.compress.removal import remove
from engine.compress.values import PruningCurve
from engine.core.command import Cancel, Stop
from engine.core.errors import RunError
from engine.core.event import Progress
from engine.data.readers.detect import open_dataset
from engine.data.store import ImageStore
from engine.data.views import Sampler
from engine.inspection.dense import Judge
from engine.inspection.verdict import judge
from engine.network.catalogue import build
from engine.network.values import UNIT, Numerics
from engine.network.window_classifier import WindowClassifier
from engine.project.runs import RunFolder, list_runs
from engine.project.store import PredictionStore
from engine.study.plan import Task
from engine.study.queue import find_run
from engine.training.run import load_network, open_run_data
from engine.training.step import window_loss
from main import main
from tests.engine.conftest import Workspace

PLAIN = Numerics("cpu", "float32", False, 8, 1)


def drain(work):
    steps = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return steps, end.value


@pytest.fixture
def store(tiny_set: Path) -> ImageStore:
    return ImageStore(open_dataset(tiny_set))


def made(name: str, classes: int = 4) -> WindowClassifier:
    network = build(name, classes, 64, UNIT, 0).eval()
    source = torch.Generator().manual_seed(1)
    with torch.no_grad():
        network.head.weight.copy_(torch.randn(network.head.weight.shape, generator=source))
    return network


def weighed(network: WindowClassifier, store: ImageStore, images, order: str) -> Importance:
    return drain(weigh(Judge(network, PLAIN, store.data.labels), store, images, order))[1]


def layer(network: WindowClassifier, name: str, attribute: str):
    (group,) = [each for each in network.groups if each.name == name]
    return [network.features.get_submodule(each) for each in getattr(group, attribute)]


@torch.no_grad()
def test_planted_channels_are_told_apart(store: ImageStore):
    network = made("small")
    (reader,) = layer(network, "conv2", "readers")
    reader.weight[:, 3] = 0.0  # lives, but nobody listens
    for module in layer(network, "conv2", "norms") or layer(network, "conv2", "makers"):
        module.weight[5], module.bias[5] = 0.0, -1.0
    state = {key: value.clone() for key, value in network.state_dict().items()}
    images = [0, 12, 25]
    active = weighed(network, store, images, "activity")
    contributing = weighed(network, store, images, "contribution")
    assert active.scores["conv2"][3] > 0
    assert not active.dead["conv2"][3]
    assert contributing.scores["conv2"][3] == 0
    for found in (active, contributing):
        assert found.dead["conv2"][5]
        assert found.scores["conv2"][5] == 0
        for scores in found.scores.values():
            assert np.linalg.norm(scores) == pytest.approx(1.0)
    assert all(torch.equal(value, state[key]) for key, value in network.state_dict().items())
    assert all(not module._forward_hooks for module in network.modules())


@torch.no_grad()
def test_a_channel_scaled_up_and_read_scaled_down_is_more_active_but_worth_the_same(store):
    network = made("small")
    before = {order: weighed(network, store, [0, 25], order) for order in graded_orders()}
    maker = (layer(network, "conv2", "norms") or layer(network, "conv2", "makers"))[0]
    (reader,) = layer(network, "conv2", "readers")
    maker.weight[4] *= 3
    maker.bias[4] *= 3
    reader.weight[:, 4] /= 3
    after = {order: weighed(network, store, [0, 25], order) for order in graded_orders()}
    one, other = (found["contribution"].scores["conv2"] for found in (before, after))
    assert np.allclose(one, other, rtol=1e-3)
    one, other = (found["activity"].scores["conv2"] for found in (before, after))
    rest = [0, 1, 2, 3, 5]
    assert other[4] / other[rest].sum() == pytest.approx(3 * one[4] / one[rest].sum(), rel=1e-3)


def graded_orders() -> tuple[str, str]:
    return ("activity", "contribution")


@torch.no_grad()
def test_in_the_last_layer_a_contribution_is_what_the_margin_loses(store: ImageStore):
    network, index = made("small"), 25
    found = weighed(network, store, [index], "contribution").scores["conv4"]
    labels, own = store.data.labels, store.data.classes[index]
    pixels = torch.from_numpy(np.array(store.image(index)[None]))
    alike = np.asarray([label.texture == labels[own].texture for label in labels])
    mine = np.arange(len(labels)) == own
    logits = network.dense(pixels).logits[0].numpy()
    row, column = judge(logits, labels, 0.5).window

    def margin(logits: np.ndarray) -> float:
        worst, mean = logits[:, row, column], logits.mean((1, 2))
        return float(
            worst[mine].mean() - worst[~mine].mean() + mean[alike].mean() - mean[~alike].mean()
        )

    lost = []
    for channel in range(24):
        weight = network.head.weight.clone()
        network.head.weight[:, channel] = 0.0
        lost.append(abs(margin(logits) - margin(network.dense(pixels).logits[0].numpy())))
        network.head.weight.copy_(weight)
    assert np.allclose(found, np.asarray(lost) / np.linalg.norm(lost), atol=1e-4)


@torch.no_grad()
def test_importance_inside_residual_blocks(store: ImageStore):
    network = made("resnet18")
    (reader,) = layer(network, "layer2.0.conv1", "readers")
    reader.weight[:, 7] = 0.0
    found = weighed(network, store, [3], "contribution")
    assert found.scores["layer2.0.conv1"][7] == 0
    assert {name: len(scores) for name, scores in found.scores.items()} == {
        group.name: layer(network, group.name, "makers")[0].out_channels for group in network.groups
    }
    assert np.count_nonzero(found.scores["layer2"]) > 100


def importance(**scores: list[float]) -> Importance:
    arrays = {name: np.asarray(values, float) for name, values in scores.items()}
    return Importance(arrays, {name: np.zeros(len(x), bool) for name, x in arrays.items()})


def test_the_least_important_go_first_and_the_dead_before_them():
    found = importance(a=[0.5, 0.1, 0.9], b=[0.2, 0.3, 0.05])
    found.dead["a"][2] = True
    one = {"a": 1, "b": 1}
    assert choose(found, one, one, 5) == {"a": [0, 1], "b": [0, 1, 2]}
    assert choose(found, one, one, 3) == {"a": [0], "b": [0, 1]}
    assert choose(found, one, {"a": 2, "b": 3}, 1) == {"a": [0, 1], "b": [0, 1, 2]}
    assert choose(found, one, {"a": 0, "b": 0}, 0) == {"a": [0], "b": [1]}
    # Three convolutions a channel of `a`: what would take too much is passed over.
    assert choose(found, {"a": 3, "b": 1}, one, 11) == {"a": [0, 1, 2], "b": [0, 1]}


def test_shares_are_sorted_and_checked():
    assert falling([0.5, 0.9, 1.0, 0.5]) == (0.9, 0.5)
    for wrong in ([], [1.0], [0.0], [1.2], [float("nan")]):
        with pytest.raises(RunError):
            falling(wrong)


@pytest.fixture
def own(trained: Path, tmp_path: Path) -> Path:
    """A copy of the trained run: other tests count the files of the shared one."""
    shutil.copytree(trained.parent.parent, tmp_path / "project")
    return tmp_path / "project" / "runs" / trained.name


def names(run: Path) -> list[str]:
    return sorted(path.name for path in run.parent.iterdir())


def test_recovery_lowers_the_loss_on_training_images(own: Path):
    folder = RunFolder.load(own)
    data, store = open_run_data(folder)
    split, record = folder.read_split(data), folder.record
    network = load_network(folder)
    images = split.train[:6]
    found = weighed(network, store, images, "contribution")
    one = dict.fromkeys(found.scores, 1)
    network = remove(network, choose(found, one, one, 30)).eval()
    sampler = Sampler(store, split.train, record.recipe, record.view)
    batches = [sampler.batch(1000 + number) for number in range(6)]

    def loss() -> float:
        with torch.inference_mode():
            each = [
                window_loss(
                    network.dense(torch.from_numpy(batch.pixels)).logits,
                    torch.from_numpy(batch.targets),
                )
                for batch in batches
            ]
        return float(torch.cat(each).mean())

    before = loss()
    steps, losses = drain(recover(network, record, store, split, record.numerics, 0, 60))
    assert steps[-1] == ("recovering", 60, 60)
    assert len(losses) == 60
    assert loss() < 0.95 * before
    assert not network.training
    assert drain(recover(network, record, store, split, record.numerics, 0, 0)) == ([], [])


def test_the_rate_of_recovery_rises_and_falls():
    rates = [rate_at(step, 15) for step in range(15)]
    assert rates[:5] == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0])
    assert rates[4:] == sorted(rates[4:], reverse=True)
    assert rates[-1] > 0
    assert rate_at(0, 1) == 1.0
    assert min(rate_at(step, 2) for step in range(2)) > 0


@pytest.mark.parametrize("order", graded_orders())
def test_a_curve_of_falling_shares(own: Path, order: str):
    before = names(own)
    work = grade_run(own, order=order, shares=(0.8, 0.5, 0.01), recovery=3, images=4)
    steps, found = drain(work)
    grown = [step for step in steps if isinstance(step, PruningCurve)]
    assert [len(each.points) for each in grown] == [1, 2, 3, 4]
    assert grown[-1] == found
    assert (found.parent, found.order, found.images) == (str(own), order, 4)
    assert found.judged == "validation"
    # 1 and 2 % of 8, 12, 16 and 24 channels: one each.
    assert [point.filters for point in found.points] == [60, 48, 30, 4]
    assert [point.share for point in found.points] == [1.0, 0.8, 0.5, 4 / 60]
    assert found.points[0].after is None
    assert all(point.after is not None for point in found.points[1:])
    validation = RunFolder.load(own).record.validation
    assert found.points[0].before == validation
    stages = {step[0] for step in steps if isinstance(step, tuple)} - {"decoding"}
    assert stages == {"loading", "weighing", "grading", "recovering"}
    assert names(own) == before


def test_without_validation_images_the_test_images_judge(own: Path):
    split = own / "split.csv"
    split.write_text(split.read_text().replace('"validation"', '"train"'))
    _, found = drain(grade_run(own, shares=(0.5,), recovery=0, images=2))
    record = RunFolder.load(own).record
    assert found.judged == "test"
    assert found.points[0].before == record.test
    assert found.points[1].before.threshold == record.threshold
    assert found.points[1].after is None


def test_a_pruned_run(own: Path, tiny_set: Path, capsys):
    steps, found = drain(prune_run(own, 0.4, recovery=10, images=4))
    assert {step[0] for step in steps} - {"decoding"} == {
        "loading", "weighing", "recovering", "validating", "testing",
    }  # fmt: skip
    assert sum(1 for step in steps if step[0] == "weighing" and step[1] == step[2]) == 3, "cuts"
    parent, run = RunFolder.load(own), RunFolder.load(Path(found.run))
    record, origin = run.record, run.record.origin
    assert "-pruned-01" in run.path.name
    assert (origin.kind, origin.parent) == ("pruned", own.name)
    told = {name: origin.details[name] for name in ("order", "share", "recovery_steps", "filters")}
    assert told == {"order": "contribution", "share": 0.4, "recovery_steps": 10, "filters": 24}
    assert found.recovery_steps == 10
    assert found.before.filters == 60
    assert found.after.filters == filters(load_network(run)) == 24
    assert found.after.multiply_adds < found.before.multiply_adds
    assert found.after.weight_bytes == run.best.stat().st_size < found.before.weight_bytes
    assert found.test_before == parent.record.test
    assert record.test == found.test_after
    assert record.validation.threshold == record.threshold == found.test_after.threshold
    assert record.numerics == parent.record.numerics
    assert record.state == "done"
    assert parent.record.origin is None

    data = open_dataset(tiny_set)
    with PredictionStore(own.parent.parent) as verdicts:
        kept = verdicts.of_run(run.path.name, {f: i for i, f in enumerate(data.files)})
    assert sorted(kept) == sorted(run.read_split(data).test)
    assert main(["inspect", str(run.path), str(tiny_set / "Class3" / "Test"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out.strip().splitlines()[-1])["images"] > 0
    task = Task("board", record.recipe.setting, record.recipe.fold, 0, record.recipe)
    assert find_run(task, list_runs(own.parent.parent), data, own.parent.parent).path == own

    # Its weights on disk are those that were judged, and it can be pruned on.
    _, again = drain(prune_run(run.path, 0.75, order="activity", recovery=0, images=2))
    assert again.test_before == found.test_after
    assert again.after.filters == 18


@pytest.mark.parametrize("stage", ["weighing", "recovering", "validating", "testing"])
def test_cancelled_half_way_leaves_no_folder(own: Path, stage: str):
    before = names(own)
    work = prune_run(own, 0.6, recovery=4, images=2)
    for step in work:
        if step[0] == stage:
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
        drain(prune_run(own, 0.8, recovery=0, images=2))
    assert names(own) == before


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"order": "size"}, "activity, contribution"),
        ({"images": 0}, "1 or more"),
        ({"recovery": -1}, "0 or more"),
        ({"shares": (0.0,)}, "above 0"),
    ],
)
def test_what_makes_no_sense_is_refused(own: Path, values: dict, said: str):
    with pytest.raises(RunError, match=said):
        drain(grade_run(own, **({"shares": (0.5,)} | values)))


def test_unfinished_runs_are_refused(own: Path):
    RunFolder.load(own).update(state="failed")
    with pytest.raises(RunError, match="not finished"):
        drain(prune_run(own, 0.5))


def of(events, kind):
    return [event for event in events if isinstance(event, kind)]


def test_jobs_of_the_session(workspace: Workspace, own: Path):
    before = names(own)
    events = workspace.run(DrawPruningCurve(1, str(own), shares=(0.7, 0.4), recovery=2, images=2))
    assert workspace.end(1).outcome == "done"
    grown = of(events, PruningCurveGrown)
    assert [(each.done, each.total) for each in grown] == [(1, 3), (2, 3), (3, 3)]
    assert names(own) == before
    events = workspace.run(PruneRun(2, str(own), 0.5, recovery=2, images=2))
    assert workspace.end(2).outcome == "done"
    (pruned,) = of(events, RunPruned)
    assert pruned.result.after.filters == 30
    wanted = TimeRuns(3, (str(own), pruned.result.run), (64, 96), (2, 1), 1)
    (timed,) = of(workspace.run(wanted), RunsTimed)
    assert [(each.run, each.batch) for each in timed.results] == [
        (own.name, 2), (own.name, 1), (Path(pruned.result.run).name, 2),
        (Path(pruned.result.run).name, 1),
    ]  # fmt: skip
    assert timed.results[0].size == (64, 96)
    workspace.run(RemoveDead(4, str(own), images=4))
    assert workspace.end(4).outcome in ("done", "failed"), (
        "whether any is dead is the network's affair"
    )
    workspace.run(PruneRun(5, str(own), 1.5))
    assert "above 0" in workspace.end(5).message
    workspace.run(ExportRun(6, str(own), str(own.parent / "net.txt")))
    assert ".onnx" in workspace.end(6).message
    workspace.run(TimeRuns(7, ()))
    assert "no run to time" in workspace.end(7).message


def test_stop_keeps_the_points_so_far_and_cancel_drops_the_job(workspace: Workspace, own: Path):
    before = names(own)
    asked = {"shares": (0.8, 0.6, 0.4, 0.2), "recovery": 2, "images": 2}
    workspace.post(DrawPruningCurve(1, str(own), **asked))
    while len(of(workspace.events, PruningCurveGrown)) < 2:
        workspace.session.advance()
    workspace.post(Stop(1))
    workspace.run()
    assert workspace.end(1).outcome == "stopped"
    last = of(workspace.of(1), PruningCurveGrown)[-1]
    assert last.done == last.total == len(last.result.points) == 2
    workspace.post(DrawPruningCurve(2, str(own), **asked))
    while not of(workspace.of(2), PruningCurveGrown):
        workspace.session.advance()
    workspace.post(Cancel(2))
    assert workspace.end(2).outcome == "cancelled"
    workspace.post(PruneRun(3, str(own), 0.5, recovery=4, images=2))
    while not any(e.stage == "recovering" for e in of(workspace.of(3), Progress)):
        workspace.session.advance()
    workspace.post(Stop(3))
    workspace.run()
    assert workspace.end(3).outcome == "stopped"
    assert not of(workspace.events, RunPruned)
    assert names(own) == before


def test_command_line(own: Path, capsys):
    few = ["--recovery", "2", "--images", "2", "--json"]
    assert main(["compress", str(own), "--grade", "--shares", "0.5,0.8", *few]) == 0
    said = capsys.readouterr().out
    assert "| accuracy" in said
    values = json.loads(said.strip().splitlines()[-1])
    assert [point["filters"] for point in values["points"]] == [60, 48, 30]
    assert values["points"][1]["after"]["images"] == values["points"][0]["before"]["images"]
    assert main(["compress", str(own), "--keep", "0.5", "--order", "activity", *few]) == 0
    said = capsys.readouterr().out
    assert "multiply-adds at 256x256" in said
    values = json.loads(said.strip().splitlines()[-1])
    assert values["filters"] == {"before": 60, "after": 30}
    assert Path(values["run"]).is_dir()
    assert main(["compress", str(own), "--keep", "2"]) == 2
    assert "above 0" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["compress", str(own), "--keep", "0.5", "--grade"])


def test_points_are_judged_on_a_few_images_only(own: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(graded, "MOST_JUDGED", 4)
    _, found = drain(grade_run(own, shares=(0.5,), recovery=0, images=2))
    assert found.points[0].before.images == 4
