"""Large images piece by piece: the same maps, and no more memory."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.data.sample import Label
from engine.inspection import tiles
from engine.inspection.dense import Judge
from engine.inspection.tiles import features_in_tiles, in_cache, in_one_piece, reach, stages
from engine.network.catalogue import BACKBONES, build
from engine.network.values import UNIT, Numerics

LABELS = (Label("", "", False), Label("", "hole", True))


def image(*shape: int) -> np.ndarray:
    return np.random.default_rng(3).integers(0, 256, shape, dtype=np.uint8)


SLOW = {"student", "student_separable", "vgg16", "vgg16_bn", "resnet50"}


@pytest.mark.parametrize(
    "name",
    [pytest.param(n, marks=pytest.mark.trial) if n in SLOW else n for n in BACKBONES],
)
def test_every_backbone_gives_the_same_maps_in_tiles(name, monkeypatch):
    network = build(name, 2, 128, UNIT, 0).eval()
    pixels = torch.from_numpy(image(1, 229, 261))
    monkeypatch.setattr(tiles, "BUDGET", 200_000)
    monkeypatch.setattr(tiles, "ROOM", 0)
    monkeypatch.setattr(tiles, "CACHED", 0)
    parts, _ = stages(network, 229, 261)
    with torch.inference_mode():
        whole = network.features(network.prepare(pixels))
        pieces = features_in_tiles(network, pixels, 128)
    assert pieces.shape == whole.shape
    assert float((pieces - whole).abs().max()) <= 1e-5 * float(whole.abs().max())
    assert int(np.prod([part.stride for part in parts])) == network.stride


def test_maps_of_tiles_keep_the_order_of_their_channels(monkeypatch):
    # Turning them between two stages cost a large image a third more time a pixel.
    network = build("small", 2, 64, UNIT, 0).eval().to(memory_format=torch.channels_last)
    monkeypatch.setattr(tiles, "BUDGET", 200_000)
    monkeypatch.setattr(tiles, "ROOM", 0)
    monkeypatch.setattr(tiles, "CACHED", 0)
    with torch.inference_mode():
        pieces = features_in_tiles(network, torch.from_numpy(image(1, 256, 256)), 128)
    assert pieces.is_contiguous(memory_format=torch.channels_last)


def test_a_stage_ends_where_its_map_can_be_kept_whole(monkeypatch):
    network = build("vgg16", 2, 128, UNIT, 0)
    monkeypatch.setattr(tiles, "BUDGET", 1e12)
    early, _ = stages(network, 512, 512)
    monkeypatch.setattr(tiles, "BUDGET", 1)
    late, _ = stages(network, 512, 512)
    assert [part.stride for part in early] == [2, 2, 2, 2, 1]
    assert [(part.stride, len(part.steps)) for part in late] == [(16, 30)]
    # VGG-16 to conv5_3 sees 196 pixels: 180 beyond a cell of 16.
    assert reach(late[0].steps)[1] >= 180
    assert max(part.reach for part in early) < 16


def test_a_large_image_gets_the_verdict_it_gets_in_one_piece(monkeypatch):
    network = build("small", 2, 64, UNIT, 0).eval()
    judge = Judge(network, Numerics("cpu", "float32", False, 1, 1), LABELS)
    large = image(640, 700)
    whole = judge.judge(large, keep_features=True)
    monkeypatch.setattr(tiles, "WHOLE", 1000)
    monkeypatch.setattr(tiles, "CACHED", 8 * 300**2)
    pieces = judge.judge(large, keep_features=True)
    assert pieces.verdict.score == pytest.approx(whole.verdict.score, abs=1e-6)
    assert pieces.verdict.window == whole.verdict.window
    assert np.allclose(pieces.logits, whole.logits, atol=1e-5)
    assert torch.allclose(pieces.features, whole.features, atol=1e-5)
    assert torch.allclose(judge.maps(large), whole.features, atol=1e-5)


def test_a_light_network_passes_large_images_in_tiles_that_stay_in_the_cache():
    # Maps of many megabytes came from the system anew in every pass: 56 ns a pixel instead of 21.
    cpu = torch.device("cpu")
    small, large = build("small", 2, 64, UNIT, 0), build("vgg16", 2, 128, UNIT, 0)
    parts, _ = stages(small, 4096, 4096)
    found = in_cache(parts, cpu)
    assert found is not None
    stage, side = found
    assert stage.held * side**2 <= tiles.CACHED
    assert len(stage.steps) == len(small.features)
    assert in_cache(parts, torch.device("cuda")) is None
    assert in_cache(stages(large, 4096, 4096)[0], cpu) is None
    middle = torch.zeros((1, 1024, 1200), dtype=torch.uint8)
    assert not in_one_piece(small, middle)
    assert in_one_piece(large, middle)
    assert in_one_piece(small, middle[:, :, :1024])
    assert not in_one_piece(large, torch.zeros((1, 2048, 1200), dtype=torch.uint8))


def test_the_network_s_small_tiles_give_the_very_logits_of_one_piece(monkeypatch):
    network = build("small", 2, 64, UNIT, 0).eval()
    judge = Judge(network, Numerics("cpu", "float32", False, 1, 1), LABELS)
    for shape in ((1024, 1100), (1023, 1301)):
        pieces = judge.judge(image(*shape))
        monkeypatch.setattr(tiles, "PASS", 2**30)
        whole = judge.judge(image(*shape))
        monkeypatch.undo()
        assert np.array_equal(pieces.logits, whole.logits)
        assert pieces.verdict.score == whole.verdict.score
