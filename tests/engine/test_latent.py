"""Lines between images: exact ends, overlap worked out by hand."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.core.errors import DataError, NotDefinedError, RunError
from engine.data.readers.detect import open_dataset
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.interpolate.line import Line
from engine.interpolate.many import _ends, kept_overlap, measure_overlap, overlap_layers
from engine.interpolate.overlap import WINDOW_LEVELS, layer_overlap, share_above
from engine.interpolate.split import INPUT, alike, cut, lerp
from engine.network.catalogue import build
from engine.network.layers import named_layers
from engine.network.values import UNIT
from engine.project.runs import RunFolder
from engine.study.rules import OVERLAP_LEVELS
from engine.training.run import load_network


def drain(work):
    steps = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return steps, end.value


@pytest.mark.parametrize("name", ["vgg16", "resnet18", "small"])
def test_both_halves_are_the_whole_network_at_every_layer(name: str):
    network = build(name, 4, 64, UNIT, 0).eval()
    pixels = torch.randint(0, 256, (1, 64, 96), dtype=torch.uint8)
    with torch.inference_mode():
        x = network.prepare(pixels)
        whole = network.features(x)
        for layer in (INPUT, *named_layers(network)):
            first, rest = cut(network, layer)
            assert torch.equal(rest(first(x)), whole), layer
    with pytest.raises(RunError, match="no layer conv9"):
        cut(network, "conv9")


def test_the_ends_of_a_line_are_the_ends_themselves():
    a, b = torch.tensor([0.1, 1e30, 3.0]), torch.tensor([0.7, -1.0, 3.0])
    assert torch.equal(lerp(a, b, 0.0), a)
    assert torch.equal(lerp(a, b, 1.0), b)
    assert torch.allclose(lerp(a[[0, 2]], b[[0, 2]], 0.25), torch.tensor([0.25, 3.0]))


@pytest.fixture(scope="module")
def opened(trained: Path, tiny_set: Path):
    folder = RunFolder.load(trained)
    data = open_dataset(tiny_set)
    return folder, data, ImageStore(data), load_network(folder)


def line_of(opened, layer: str, first: int, second: int) -> Line:
    folder, _, store, network = opened
    judge = folder.record.judge(network, folder.record.numerics)
    return Line.between(judge, layer, (store.image(first), store.image(second)))


def test_both_ends_give_the_images_own_features_and_verdicts_exactly(opened):
    folder, data, store, network = opened
    judge = folder.record.judge(network, folder.record.numerics)
    bad = [i for i, s in enumerate(data.samples) if s.label.defective]
    ends = (bad[0], bad[-1])
    for layer in (INPUT, *named_layers(network)):
        line = line_of(opened, layer, *ends)
        for t, index in zip((0.0, 1.0), ends, strict=True):
            own = judge.judge(store.image(index), keep_features=True)
            point = line.at(t)
            assert np.array_equal(point.logits, own.logits), (layer, t)
            assert torch.equal(point.maps, own.features[0].float())
            assert point.verdict.score == own.verdict.score
            assert point.verdict.label == own.verdict.label


def test_logits_on_a_last_layer_line_are_linear(opened):
    network = opened[3]
    line = line_of(opened, list(named_layers(network))[-1], 0, 25)
    a, m, b = (line.at(t).logits for t in (0.0, 0.5, 1.0))
    assert np.allclose(m, (a + b) / 2, atol=1e-4)


def test_images_of_different_size_are_refused(opened):
    folder, data, store, network = opened
    small = store.image(0)[:128]
    with pytest.raises(DataError, match="different sizes"):
        Line.between(
            Judge(network, folder.record.numerics, data.labels), INPUT, (store.image(0), small)
        )


def test_share_of_the_line_on_which_both_show():
    a = np.array([0.9, 0.8, 0.6, 0.4, 0.1])
    b = np.array([0.1, 0.4, 0.6, 0.8, 0.9])
    assert share_above(a, b, 0.5) == pytest.approx(0.2)
    assert share_above(a, b, 0.3) == pytest.approx(0.6)


def test_interval_over_pairs():
    every = np.ones(50, dtype=np.bool_)
    same = layer_overlap("x", np.full((1, 50), 0.2), every, (0.3,))
    assert (same.mean, same.low, same.high) == pytest.approx((0.2, 0.2, 0.2))
    wide = layer_overlap("x", np.array([[0.0, 1.0] * 25]), every, (0.3,))
    assert wide.low < 0.5 < wide.high
    # Binomial: 0.5 +- 1.96 * sqrt(0.25 / 50)
    assert wide.high - wide.low == pytest.approx(2 * 1.96 * (0.25 / 50) ** 0.5, rel=0.15)


@pytest.fixture
def own(trained: Path, tmp_path: Path) -> Path:
    """A copy of the run: other tests count the files of the shared one."""
    shutil.copytree(trained.parent.parent, tmp_path / "project")
    return tmp_path / "project" / "runs" / trained.name


def test_overlap_over_many_pairs_is_kept_with_the_run(own: Path):
    work = measure_overlap(own, pairs=6)
    next(work)
    work.close()
    assert not (own / "measures" / "overlap.json").exists()
    steps, found = drain(measure_overlap(own, pairs=6))
    assert found.layers[0].layer == INPUT
    assert all(len(layer.pairs) == 6 for layer in found.layers)
    assert len(steps) == 6 * len(found.layers)
    again, kept = drain(measure_overlap(own, pairs=6))
    assert again == []
    assert kept == found
    # Another pair of textures, or the other way round, takes nothing from the first.
    back = found.textures[1], found.textures[0]
    _, turned = drain(measure_overlap(own, back, pairs=6))
    assert turned.textures == back
    folder = RunFolder.load(own)
    assert kept_overlap(folder) == found
    assert kept_overlap(folder, back).textures in (back, found.textures)
    assert kept_overlap(folder, ("Class9", "Class1")) is None
    with pytest.raises(NotDefinedError, match="regions are known"):
        drain(measure_overlap(own, ("Class9", "Class1"), pairs=2))


def test_layers_of_vgg_are_those_of_the_definition():
    assert overlap_layers(build("vgg16", 2, 64, UNIT, 0)) == (
        "input", "conv3_3", "conv4_3", "conv5_3",
    )  # fmt: skip


def test_a_grey_and_a_coloured_texture_can_be_joined():
    """Stacking windows of different depth ended a whole study."""
    grey, colour = np.zeros((8, 8), np.uint8), np.ones((8, 8, 3), np.uint8)
    first, second = alike(grey, colour)
    assert first.shape == second.shape == (8, 8, 3)
    assert alike(grey, grey)[0] is grey


def test_ends_need_regions_and_take_a_kind_that_is_tested(opened):
    """Without regions the windows lay on background, and claim 8 was decided on it."""
    data = opened[1]
    bad = [i for i, s in enumerate(data.samples) if s.label.defective]
    ends = _ends(data, bad, None)
    assert list(ends) == ["Class3", "Class5"]
    blind = replace(data, samples=tuple(replace(s, ellipse=None, mask=None) for s in data.samples))
    with pytest.raises(NotDefinedError, match="here: none"):
        _ends(blind, bad, None)
    first_only = [i for i in bad if data.samples[i].label.texture == "Class3"]
    with pytest.raises(NotDefinedError, match="here: Class3"):
        _ends(data, first_only, None)


def test_levels_of_pairs_are_those_of_the_rules():
    assert WINDOW_LEVELS == OVERLAP_LEVELS


def test_pairs_with_an_end_called_normal_have_no_overlap_and_levels_stand_apart():
    shares = np.array([[0.8, 0.6, 0.4], [0.5, 0.2, 0.4]])
    counted = np.array([True, True, False])
    found = layer_overlap("x", shares, counted, (0.05, 0.3))
    assert found.pairs == pytest.approx((0.65, 0.4, None))
    assert found.mean == pytest.approx(0.525), "as the board has it: the mean over the levels"
    assert [level for level, _ in found.by_level] == [0.05, 0.3]
    assert [mean for _, mean in found.by_level] == pytest.approx([0.7, 0.35])
    none = layer_overlap("x", shares, np.zeros(3, dtype=np.bool_), (0.05, 0.3))
    assert (none.mean, none.pairs) == (0.0, (None,) * 3)
