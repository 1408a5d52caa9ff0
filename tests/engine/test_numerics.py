"""Which number format a run takes, and that finding it out neither waits nor tries in vain."""

from __future__ import annotations

import pytest
import torch

from engine.core.recipe import default_recipe
from engine.network import numerics
from engine.network.catalogue import build
from engine.network.numerics import measure
from engine.network.values import UNIT, Numerics
from engine.network.window_classifier import WindowClassifier


@pytest.fixture(scope="module")
def large() -> WindowClassifier:
    return build("mobilenet_v2", 2, 64, UNIT, 0)


class Probe:
    """Steps that cost what is said: (format, patches) of each is kept."""

    def __init__(self) -> None:
        self.cost = {"float32": 1.0, "bfloat16": 0.5}
        self.steps: list[tuple[str, int]] = []

    def step(self, _network: object, pixels: torch.Tensor, option: Numerics) -> float:
        self.steps.append((option.precision, len(pixels)))
        return self.cost[option.precision] * len(pixels)


@pytest.fixture
def probe(monkeypatch: pytest.MonkeyPatch) -> Probe:
    found = Probe()
    monkeypatch.setattr(numerics, "_step_time", found.step)
    monkeypatch.setattr(numerics, "has_bfloat16_units", lambda _device: True)
    return found


def ended(network: WindowClassifier, **entries: object) -> tuple[Numerics, int]:
    """What the probe comes to, and how often it gave way."""
    work, gave_way = measure(default_recipe("transfer", **entries), network, (64, 64), "cpu"), 0
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value, gave_way
        gave_way += 1


def test_the_quicker_format_is_taken_and_every_step_gives_way(large, probe):
    found, gave_way = ended(large)
    assert found.precision == "bfloat16"
    assert gave_way == len(probe.steps) == 8
    probe.cost["bfloat16"] = 0.95
    assert ended(large)[0].precision == "float32", "a tenth faster at least"


def test_one_slow_patch_is_enough(large, probe):
    probe.cost["bfloat16"] = 12.0
    found, _ = ended(large)
    assert found.precision == "float32"
    assert [step for step in probe.steps if step[0] == "bfloat16"] == [("bfloat16", 1)]


def test_without_units_bfloat16_is_not_tried(large, probe, monkeypatch):
    monkeypatch.setattr(numerics, "has_bfloat16_units", lambda _device: False)
    assert ended(large) == (ended(large, precision="float32")[0], 0)
    assert probe.steps == []


def test_what_the_recipe_says_is_obeyed(large, probe):
    assert ended(large, precision="bfloat16")[0].precision == "bfloat16"
    assert probe.steps == []


def test_a_probe_that_is_broken_off_leaves_the_network_as_it_was(large, probe):
    large.train()
    work = measure(default_recipe("transfer"), large, (64, 64), "cpu")
    next(work)
    assert not large.training
    work.close()
    assert large.training
    assert all(p.grad is None for p in large.parameters())


def test_a_gpu_is_asked_and_an_unknown_processor_is_tried(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda: False)
    assert not numerics.has_bfloat16_units(torch.device("cuda"))
    monkeypatch.setattr(numerics.platform, "machine", lambda: "aarch64")
    assert numerics.has_bfloat16_units(torch.device("cpu"))
