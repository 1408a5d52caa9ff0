"""Measures as a session gives them: jobs, what is kept, channels, and layers while a run trains."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.core.command import Cancel, Stop
from engine.core.event import JobEnded, Progress
from engine.core.recipe import default_recipe
from engine.core.values import LayerPulse, ReaderOptions
from engine.data.messages import OpenData
from engine.inspect.messages import ChannelsListed, ListChannels
from engine.inspection.explain import LayerView
from engine.measures.channels import picture_channels, small_maps
from engine.measures.measure import FORMAT
from engine.measures.messages import (
    ChannelsPictured,
    Measured,
    MeasureRun,
    ReadMeasures,
    ShowChannels,
)
from engine.network import initial
from engine.network.catalogue import build
from engine.network.layers import named_layers
from engine.network.values import UNIT
from engine.project.runs import RunFolder
from engine.training import pulse as pulses, trainer
from engine.training.checkpoint import load_weights, save_weights
from engine.training.messages import LayersMoved, StepDone, Train, Validated
from engine.training.pulse import Alive, Pulse, start_pulse
from engine.training.run import resume
from tests.engine.conftest import Workspace, quick
from tests.engine.test_training import fixed_plan, start

LAYERS = ["conv1", "conv2", "conv3", "conv4", "head"]


def kept(events, kind):
    return [event for event in events if isinstance(event, kind)]


@pytest.fixture
def run(trained: Path, tmp_path: Path) -> Path:
    """A copy of the trained run, free to be changed."""
    copy = tmp_path / "runs" / trained.name
    shutil.copytree(trained, copy, ignore=shutil.ignore_patterns("measures"))
    return copy


# Jobs


def test_measures_come_with_progress_and_are_read_again(workspace: Workspace, run: Path):
    events = workspace.run(MeasureRun(1, str(run), images=6))
    assert workspace.end(1).outcome == "done"
    (taken,) = kept(events, Measured)
    found = taken.measures
    assert taken.run == str(run) and found.run == run.name and found.seconds > 0
    progress = kept(events, Progress)
    assert all(one != other for one, other in pairwise(progress)), "nothing is said twice"
    assert {"reading", "rebuilding", "channels", "channels-before", "domains"} <= {
        each.stage for each in progress
    }
    read = workspace.run(ReadMeasures(2, str(run)))
    (again,) = kept(read, Measured)
    assert again.measures.changes == found.changes and again.measures.images == found.images
    assert (again.measures.embedding.pictures == found.embedding.pictures).all()
    moved = kept(read, LayersMoved)
    assert moved, "the live validations it logged"
    assert [each.layer for each in moved[0].layers] == LAYERS
    assert [each.iteration for each in moved] == sorted(each.iteration for each in moved)


def test_measures_of_before_another_joined_are_shown_but_taken_again(
    workspace: Workspace, run: Path, monkeypatch: pytest.MonkeyPatch
):
    workspace.run(MeasureRun(1, str(run), images=4))
    monkeypatch.setattr("engine.measures.measure.FORMAT", FORMAT + 1)
    assert kept(workspace.run(ReadMeasures(2, str(run))), Measured)
    again = kept(workspace.run(MeasureRun(3, str(run), images=4)), Progress)
    assert "channels" in {each.stage for each in again}
    monkeypatch.setattr("engine.measures.measure.TRUE_SINCE", FORMAT + 2)
    assert kept(workspace.run(ReadMeasures(4, str(run))), Measured) == []


def test_measures_of_other_weights_are_not_read(workspace: Workspace, run: Path):
    workspace.run(MeasureRun(1, str(run), images=4))
    shutil.copyfile(run / "last.safetensors", run / "best.safetensors")
    network = build("small", 4, 64, UNIT, 1)
    save_weights(run / "best.safetensors", network)
    assert not kept(workspace.run(ReadMeasures(2, str(run))), Measured)
    assert workspace.end(2).outcome == "done"


def test_a_run_without_measures_and_layers_still_reads(workspace: Workspace, run: Path):
    (run / "layers.csv").unlink()
    events = workspace.run(ReadMeasures(1, str(run)))
    assert not kept(events, Measured) and not kept(events, LayersMoved)
    assert workspace.end(1).outcome == "done"
    RunFolder.load(run).rewind(10)
    assert not (run / "layers.csv").exists()


@pytest.mark.parametrize("stage", ["rebuilding", "channels", "channels-before", "domains"])
@pytest.mark.parametrize("command", [Cancel, Stop])
def test_a_measurement_ended_half_way_keeps_nothing(
    workspace: Workspace, run: Path, stage: str, command
):
    before = sorted(file.name for file in run.rglob("*"))
    workspace.post(MeasureRun(1, str(run), images=4))
    while not any(event.stage == stage for event in kept(workspace.events, Progress)):
        workspace.session.advance()
    workspace.post(command(1))
    workspace.run()
    assert workspace.end(1).outcome == ("cancelled" if command is Cancel else "stopped")
    assert not kept(workspace.events, Measured)
    assert sorted(file.name for file in run.rglob("*")) == before


def test_reading_goes_before_the_next_step_of_a_measurement(workspace: Workspace, run: Path):
    workspace.post(MeasureRun(1, str(run), images=4))
    while not kept(workspace.events, Progress):
        workspace.session.advance()
    workspace.post(ReadMeasures(2, str(run)))
    while workspace.session.advance() and not any(
        isinstance(event, JobEnded) for event in workspace.of(2)
    ):
        pass
    assert not any(isinstance(event, JobEnded) for event in workspace.of(1))
    workspace.post(Cancel(1))


def test_weights_that_change_while_they_are_measured_are_not_kept(workspace: Workspace, run: Path):
    workspace.post(MeasureRun(1, str(run), images=4))
    while not any(event.stage == "domains" for event in kept(workspace.events, Progress)):
        workspace.session.advance()
    save_weights(run / "best.safetensors", build("small", 4, 64, UNIT, 1))
    workspace.run()
    assert workspace.end(1).outcome == "failed" and "changed" in workspace.end(1).message
    assert not (run / "measures").exists()


# Channels of one image


def test_channels_switched_off_and_born_are_told(workspace: Workspace, tiny_set: Path, run: Path):
    workspace.run(OpenData(1, str(tiny_set)))
    (first,) = kept(workspace.run(ShowChannels(2, str(run), 15, "conv3")), ChannelsPictured)
    plain = first.pictures
    assert (first.run, first.index, first.layer) == (str(run), 15, "conv3")
    assert plain.maps.shape == (16, 32, 32) and plain.maps.dtype == np.uint8
    assert not plain.exact
    assert not plain.maps.flags.writeable
    quiet = int(np.flatnonzero(~plain.dead & ~plain.dead_before)[0])
    network = build("small", 4, 64, UNIT, 0)
    load_weights(run / "best.safetensors", network)
    modules = list(network.features)
    norm = modules[modules.index(named_layers(network)["conv3"]) - 1]
    with torch.no_grad():
        norm.bias[quiet] = -1e6
    save_weights(run / "best.safetensors", network)
    (after,) = kept(workspace.run(ShowChannels(3, str(run), 15, "conv3")), ChannelsPictured)
    changed = after.pictures.switched_off & ~plain.switched_off
    assert np.flatnonzero(changed).tolist() == [quiet]
    assert (after.pictures.born == plain.born).all()
    assert (after.pictures.dead_before == plain.dead_before).all()
    assert not after.pictures.maps[quiet].any() and after.pictures.peak[quiet] == 0
    assert np.isnan(after.pictures.region_share[quiet])


def test_contributions_are_those_of_the_list(workspace: Workspace, tiny_set: Path, run: Path):
    workspace.run(OpenData(1, str(tiny_set)))
    (shown,) = kept(workspace.run(ShowChannels(2, str(run), 15, "conv4")), ChannelsPictured)
    (listed,) = kept(workspace.run(ListChannels(3, str(run), 15, "conv4")), ChannelsListed)
    assert shown.pictures.exact
    for channel in listed.channels:
        assert shown.pictures.contribution[channel.number] == np.float32(channel.contribution)
        assert shown.pictures.dead[channel.number] == channel.dead
    workspace.run(ShowChannels(4, str(run), 15, "conv9_9"))
    assert "no layer conv9_9" in workspace.end(4).message


def test_pictures_keep_what_is_small_and_say_what_lies_in_the_region():
    maps = np.zeros((3, 100, 200), np.float32)
    maps[0, 37, 91] = 8.0
    maps[0, 5, 5] = 1e-6
    maps[1, :50] = 2.0
    small = small_maps(maps)
    assert small.shape == (3, 25, 50)
    assert small[0].max() == 255 and (small[0] > 0).sum() == 2 and not small[2].any()
    region = np.zeros((100, 200), bool)
    region[:25] = True
    network = build("small", 2, 64, UNIT, 0)
    before = np.array([True, False, False])
    made = picture_channels(LayerView(maps, (), False), before, region, (100, 200), network)
    assert made.region_area == pytest.approx(0.25)
    assert made.region_share[0] == pytest.approx(0, abs=1e-9)
    assert made.region_share[1] == pytest.approx(0.5)
    assert np.isnan(made.region_share[2])
    assert made.born.tolist() == [True, False, False]
    assert made.switched_off.tolist() == [False, False, True]
    assert made.peak.tolist() == [8.0, 2.0, 0.0]
    unknown = picture_channels(LayerView(maps, (), False), before, None, (100, 200), network)
    assert unknown.region_area is None and np.isnan(unknown.region_share).all()


# While a run trains


def test_layers_move_at_each_validation(
    workspace: Workspace, tiny_set: Path, tmp_path: Path, monkeypatch
):
    monkeypatch.setattr(trainer.Loop, "_plan_validation", fixed_plan)
    events = workspace.run(Train(1, str(tiny_set), str(tmp_path), quick(iterations=12)))
    validated, moved = kept(events, Validated), kept(events, LayersMoved)
    assert (
        [each.iteration for each in moved] == [each.iteration for each in validated] == [5, 10, 12]
    )
    for each in moved:
        assert isinstance(events[events.index(each) - 1], Validated)
        assert [layer.layer for layer in each.layers] == LAYERS
        assert all(layer.change > 0 for layer in each.layers)
        assert each.layers[-1].dead is None
        assert all(0 <= layer.dead <= 1 for layer in each.layers[:-1])
    (folder,) = (RunFolder.load(path) for path in (tmp_path / "runs").iterdir())
    read = folder.moved()
    assert [iteration for iteration, _ in read] == [5, 10, 12]
    for (_, layers), each in zip(read, moved, strict=True):
        for was, said in zip(layers, each.layers, strict=True):
            assert was.layer == said.layer and was.change == pytest.approx(said.change)
            assert was.dead == (None if said.dead is None else pytest.approx(said.dead))


def test_layers_survive_a_resume(tiny_set: Path, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(trainer, "CHECKPOINT_SECONDS", 0.0)
    monkeypatch.setattr(trainer.Loop, "_plan_validation", fixed_plan)
    list(start(tiny_set, tmp_path / "whole", iterations=12))
    (whole,) = (tmp_path / "whole" / "runs").iterdir()
    steps = start(tiny_set, tmp_path / "killed", iterations=12)
    for event in steps:
        if isinstance(event, StepDone) and event.iteration == 7:
            break
    (killed,) = (tmp_path / "killed" / "runs").iterdir()
    steps.close()
    with (killed / "layers.csv").open("a") as file:
        file.write("99,conv1,0.5,0\n99,conv")  # of a later iteration, and cut off
    events = list(resume(2, killed, lambda: False))
    assert [each.iteration for each in kept(events, LayersMoved)] == [10, 12]
    assert RunFolder.load(killed).moved() == RunFolder.load(whole).moved()


def test_a_resumed_run_whose_start_cannot_be_had_goes_on_without(
    tiny_set: Path, tmp_path: Path, monkeypatch, caplog
):
    monkeypatch.setattr(trainer.Loop, "_plan_validation", fixed_plan)
    steps = start(tiny_set, tmp_path, iterations=8)
    for event in steps:
        if isinstance(event, StepDone) and event.iteration == 3:
            break
    steps.close()
    (run,) = (tmp_path / "runs").iterdir()
    monkeypatch.setattr(initial, "tensor_hash", lambda state: "other")
    with caplog.at_level("INFO"):
        events = list(resume(2, run, lambda: False))
    assert not kept(events, LayersMoved) and kept(events, Validated)
    assert "no layers while it trains" in caplog.text
    assert RunFolder.load(run).record.state == "done"


def test_a_frozen_network_has_not_moved():
    network = build("small", 2, 64, UNIT, 0)
    pulse = Pulse(network, network.state_dict())
    with torch.no_grad():
        network.head.weight *= 3
    layers = pulse.layers()
    assert [layer.change for layer in layers] == [0, 0, 0, 0, pytest.approx(2)]
    assert all(layer.dead is None for layer in layers), "nothing was passed yet"


@pytest.mark.parametrize("name", ["small", "resnet18"])
def test_dead_shares_agree_with_the_maps_and_the_hooks_go(name: str):
    network = build(name, 2, 64, UNIT, 0).eval()
    rng = np.random.default_rng(0)
    # Far below zero, so that some channels are silent and some speak at few places only.
    norms = [module for module in network.modules() if isinstance(module, torch.nn.BatchNorm2d)]
    with torch.no_grad():
        for norm in norms:
            norm.bias -= torch.from_numpy(rng.random(len(norm.bias)).astype(np.float32)) * 4
    images = [torch.from_numpy(rng.integers(0, 255, (1, 96, 96)).astype(np.uint8)) for _ in "abc"]
    alive: dict[str, torch.Tensor] = {}
    held = Alive(network)
    with torch.inference_mode(), held.watch():
        for image in images:
            network.dense(image)
    assert sum(len(module._forward_hooks) for module in network.modules()) == 0
    with torch.inference_mode():
        for layer, module in named_layers(network).items():
            handle = module.register_forward_hook(
                lambda _m, _i, out, layer=layer: alive.update(
                    {layer: alive.get(layer, 0) + (out.amax((0, 2, 3)) > 0)}
                )
            )
            for image in images:
                network.dense(image)
            handle.remove()
    found = held.dead_shares()
    assert found == {layer: float((each == 0).float().mean()) for layer, each in alive.items()}
    assert max(found.values()) > 0
    names = [layer.layer for layer in Pulse(network, network.state_dict()).layers()]
    assert names[-1] == "head"


def test_a_pulse_of_a_run_at_its_start_needs_no_rebuilding(monkeypatch):
    monkeypatch.setattr(pulses, "made_again", None)
    network = build("small", 2, 64, UNIT, 0)
    assert start_pulse(network, None, 0).layers()[0] == LayerPulse("conv1", 0.0, None)


def test_a_fitted_run_says_that_there_is_no_training_to_measure(
    workspace: Workspace, tiny_set: Path, tmp_path: Path
):
    # A probe's run ended with an unexpected error, a run of filters with figures of nothing.
    recipe = default_recipe("filters", folds=4)
    workspace.run(Train(1, str(tiny_set), str(tmp_path), recipe, ReaderOptions()))
    (run,) = (tmp_path / "runs").iterdir()
    workspace.run(MeasureRun(2, str(run)))
    end = workspace.end(2)
    assert end.outcome == "failed" and "fitted, not trained" in end.message
