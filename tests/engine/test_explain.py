from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.data.sample import Label
from engine.inspection.dense import Judge
from engine.inspection.explain import Question, heat_map, question_for, view_layer
from engine.network.catalogue import build
from engine.network.values import UNIT, Numerics

LABELS = (
    Label("A", "", False),
    Label("A", "defective", True),
    Label("B", "", False),
    Label("B", "spot", True),
)
NUMERICS = Numerics("cpu", "float32", False, 8, torch.get_num_threads())


@pytest.fixture(scope="module")
def network():
    made = build("small", 4, 64, UNIT, 3).eval()
    with torch.no_grad():  # give the head something to say
        made.head.weight.copy_(
            torch.randn(made.head.weight.shape, generator=torch.Generator().manual_seed(0))
        )
    return made


@pytest.fixture(scope="module")
def image():
    return np.random.default_rng(0).integers(0, 255, (160, 192)).astype(np.uint8)


@pytest.fixture(scope="module")
def judge(network):
    return Judge(network, NUMERICS, LABELS)


@pytest.fixture(scope="module")
def judged(judge, image):
    return judge.judge(image, keep_features=True)


def difference(judged, question: Question) -> np.ndarray:
    return judged.logits[question.plus] - judged.logits[question.minus]


def test_the_heat_map_is_exact_for_every_window(network, judged):
    question = question_for(judged.verdict, LABELS)
    heat = heat_map(network, judged.features, question)
    bias = float((network.head.bias[question.plus] - network.head.bias[question.minus]).detach())
    windows = np.lib.stride_tricks.sliding_window_view(heat, (8, 8)).mean((2, 3))
    assert windows + bias == pytest.approx(difference(judged, question), abs=1e-4)


def test_last_layer_contributions_add_up_to_the_logit(judge, network, image, judged):
    question = question_for(judged.verdict, LABELS)
    view = view_layer(judge, image, "conv4", judged.verdict, question)
    assert view.exact
    total = sum(channel.contribution for channel in view.channels)
    bias = float((network.head.bias[question.plus] - network.head.bias[question.minus]).detach())
    row, column = judged.verdict.window
    assert total + bias == pytest.approx(float(difference(judged, question)[row, column]), abs=1e-4)
    shares = [channel.contribution for channel in view.channels]
    assert shares == sorted(shares, reverse=True)


def test_a_dead_channel_is_called_dead_and_only_that(judge, network, image, judged):
    question = question_for(judged.verdict, LABELS)
    norm = network.features.get_submodule("10")  # batch norm before the last ReLU
    with torch.no_grad():
        before = norm.bias[5].item(), norm.weight[5].item()
        norm.weight[5], norm.bias[5] = 0.0, -1.0
    try:
        view = view_layer(judge, image, "conv4", judged.verdict, question)
    finally:
        with torch.no_grad():
            norm.bias[5], norm.weight[5] = before
    assert [c.number for c in view.channels if c.dead] == [5]


def test_lower_layers_are_first_order_only(judge, network, image, judged):
    question = question_for(judged.verdict, LABELS)
    view = view_layer(judge, image, "conv2", judged.verdict, question)
    assert not view.exact
    assert view.activations.shape == (12, 40, 48)
    assert view.activations.min() >= 0
    assert not view.activations.flags.writeable
    assert all(not m._forward_hooks for m in network.modules())


def test_the_question_names_defective_minus_normal_of_the_texture(judged):
    question = question_for(judged.verdict, LABELS)
    plus, minus = LABELS[question.plus], LABELS[question.minus]
    assert plus.texture == minus.texture == judged.verdict.texture
    assert (plus.defective, minus.defective) == (True, False)


def test_boxes_and_geometry(judge, network, image, judged):
    assert judged.logits.shape == (4, 13, 17)
    assert judged.geometry.box(12, 16) == (128, 96, 64, 64)
