from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.core.errors import RecipeError
from engine.network.catalogue import BACKBONES, build
from engine.network.layers import tap
from engine.network.preprocess import Prepare
from engine.network.values import OXFORD, UNIT
from engine.network.weights import tensor_hash
from engine.network.window_classifier import WindowClassifier

VGG_LAYERS = [
    "conv1_1", "conv1_2", "conv2_1", "conv2_2", "conv3_1", "conv3_2", "conv3_3",
    "conv4_1", "conv4_2", "conv4_3", "conv5_1", "conv5_2", "conv5_3",
]  # fmt: skip


def small(window: int = 64, seed: int = 0) -> WindowClassifier:
    return build("small", 4, window, UNIT, seed).eval()


def pixels(*shape: int) -> torch.Tensor:
    rng = np.random.default_rng(1)
    return torch.from_numpy(rng.integers(0, 255, shape).astype(np.uint8))


@pytest.mark.parametrize("name", [name for name in BACKBONES if BACKBONES[name].offered])
def test_every_backbone_builds_and_judges_densely(name: str):
    network = build(name, 3, 64, UNIT, 0).eval()
    with torch.inference_mode():
        dense = network.dense(pixels(1, 128, 160))
    cells = (128 // network.stride, 160 // network.stride)
    assert dense.features.shape[2:] == cells
    count = 64 // network.stride
    assert dense.logits.shape == (1, 3, cells[0] - count + 1, cells[1] - count + 1)
    assert dense.features.shape[1] == BACKBONES[name].channels
    assert dense.features.min() >= 0, "the last layer must be after its ReLU"


def test_layers_are_named_as_the_article_counts_them():
    with torch.device("meta"):
        features = BACKBONES["vgg16"].make()
    layers = list(BACKBONES["vgg16"].layers(features))
    assert [layer.name for layer in layers] == VGG_LAYERS
    assert all(isinstance(features.get_submodule(x.module), torch.nn.ReLU) for x in layers)


def test_vgg_has_4224_filters_and_no_pool5():
    with torch.device("meta"):
        features = BACKBONES["vgg16"].make()
    convolutions = [m for m in features.modules() if isinstance(m, torch.nn.Conv2d)]
    assert sum(c.out_channels for c in convolutions) == 4224
    assert sum(isinstance(m, torch.nn.MaxPool2d) for m in features.modules()) == 4


def test_small_has_a_few_thousand_weights():
    assert 2_000 < sum(p.numel() for p in small().parameters()) < 10_000


def test_one_window_gives_the_same_logits_densely():
    network = small()
    x = pixels(2, 64, 64)
    with torch.inference_mode():
        assert torch.allclose(network(x), network.dense(x).logits[:, :, 0, 0], atol=1e-5)


def test_each_dense_window_is_the_head_of_its_cells_mean():
    network = small()
    with torch.inference_mode():
        dense = network.dense(pixels(1, 128, 128))
        by_hand = network.head(dense.features[0, :, 3:11, 5:13].mean((1, 2)))
    assert torch.allclose(dense.logits[0, :, 3, 5], by_hand, atol=1e-5)


def test_window_zero_is_the_whole_image():
    network = small(window=0)
    with torch.inference_mode():
        assert network.dense(pixels(1, 96, 128)).logits.shape == (1, 4, 1, 1)


def test_the_seed_decides_the_initial_weights():
    assert tensor_hash(small(seed=1).state_dict()) == tensor_hash(small(seed=1).state_dict())
    assert tensor_hash(small(seed=1).state_dict()) != tensor_hash(small(seed=2).state_dict())


def test_building_leaves_the_global_generator_alone():
    torch.manual_seed(5)
    before = torch.get_rng_state()
    small()
    assert torch.equal(before, torch.get_rng_state())


def test_grey_becomes_three_channels_and_oxford_is_not_divided():
    prepared = Prepare(OXFORD, 3)(torch.full((1, 2, 2), 200, dtype=torch.uint8))
    assert prepared[0, :, 0, 0].tolist() == pytest.approx(
        [200 - 255 * m for m in (0.48235, 0.45882, 0.40784)], abs=1e-4
    )


def test_colour_into_a_grey_network_is_averaged():
    colour = torch.tensor([[[[0, 30, 60]]]], dtype=torch.uint8)
    grey = torch.tensor([[[30]]], dtype=torch.uint8)
    prepare = Prepare(UNIT, 1)
    assert torch.allclose(prepare(colour), prepare(grey))


def test_taps_read_layers_and_are_gone_afterwards():
    network = small()
    with torch.inference_mode(), tap(network, ["conv1", "conv4"]) as held:
        dense = network.dense(pixels(1, 64, 64))
    assert torch.equal(held["conv4"], dense.features)
    assert held["conv1"].shape[1] == 8
    assert held["conv1"].min() >= 0
    assert all(not m._forward_hooks for m in network.modules())


def test_taps_are_gone_after_an_error_too():
    network = small()
    with pytest.raises(ZeroDivisionError), tap(network, ["conv2"]):
        raise ZeroDivisionError
    assert all(not m._forward_hooks for m in network.modules())


def test_an_unknown_backbone_is_refused_with_the_choices():
    with pytest.raises(RecipeError, match="vgg16"):
        build("alexnet", 2, 64, UNIT, 0)


def test_state_names_do_not_depend_on_the_preprocessing(tmp_path: Path):
    assert not [name for name in small().state_dict() if name.startswith("prepare")]
