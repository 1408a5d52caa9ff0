"""The number format is measured once a computer and network."""

from __future__ import annotations

import pytest
import torch

from engine.core.recipe import default_recipe
from engine.network import kept_format, numerics
from engine.network.catalogue import build
from engine.network.kept_format import FILE, measured
from engine.network.values import UNIT


@pytest.fixture
def steps(monkeypatch, tmp_path):
    """Steps of the probe so far; bfloat16 takes half as long."""
    monkeypatch.setenv("TRANSFERLENS_CACHE", str(tmp_path))
    taken: list[str] = []

    def step(_network: object, pixels: torch.Tensor, option: numerics.Numerics) -> float:
        taken.append(option.precision)
        return len(pixels) * (0.5 if option.precision == "bfloat16" else 1.0)

    monkeypatch.setattr(numerics, "_step_time", step)
    monkeypatch.setattr(numerics, "has_bfloat16_units", lambda _device: True)
    return taken


def found(recipe=None):
    network = build("mobilenet_v2", 2, 64, UNIT, 0)
    work = measured(recipe or default_recipe("transfer", network="mobilenet_v2"), network, (64, 64))
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def test_a_format_is_measured_once_for_a_computer_and_network(steps, tmp_path, monkeypatch):
    assert found().precision == "bfloat16"
    count = len(steps)
    assert count > 0
    assert found().precision == "bfloat16"
    assert len(steps) == count, "it is known"
    monkeypatch.setattr(kept_format, "processor_name", lambda: "another processor")
    found()
    assert len(steps) > count


def test_a_damaged_memory_of_formats_is_measured_anew(steps, tmp_path):
    found()
    count = len(steps)
    for content in (b"\xff", b"[1]", b"{}", b"[" * 100_000):
        (tmp_path / FILE).write_bytes(content)
        assert found().precision == "bfloat16"
        assert len(steps) > count
        count = len(steps)


def test_a_recipe_that_names_its_format_is_not_measured(steps):
    assert found(default_recipe("transfer", precision="float32")).precision == "float32"
    assert found(default_recipe("probe")).precision == "float32"
    assert steps == []
