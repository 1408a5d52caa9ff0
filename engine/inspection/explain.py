"""Why a verdict: the exact class-weighted heat map, and each channel's contribution."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from engine.core.runtime import host_array
from engine.core.values import Channel
from engine.data.sample import Label
from engine.inspection.dense import Judge
from engine.inspection.verdict import Verdict
from engine.network.layers import named_layers
from engine.network.numerics import autocast
from engine.network.window_classifier import WindowClassifier


@dataclass(frozen=True, slots=True)
class Question:
    """What is explained: the logit of `plus` minus the logit of `minus` (-1: the mean of all)."""

    plus: int
    minus: int


def question_for(verdict: Verdict, labels: tuple[Label, ...]) -> Question:
    """Defective minus normal of the verdict's texture; without them, its class minus the mean."""
    mine = [i for i, label in enumerate(labels) if label.texture == verdict.texture]
    bad = [i for i in mine if labels[i].defective is True]
    good = [i for i in mine if labels[i].defective is False]
    if bad and good:
        likeliest = max(bad, key=lambda i: verdict.probabilities[i])
        return Question(likeliest, good[0])
    return Question(verdict.label, -1)


def question_weights(network: WindowClassifier, question: Question) -> torch.Tensor:
    """Weight of each last-layer channel in the question's logit: float32 (channels,)."""
    weight = network.head.weight.detach().float()
    other = weight.mean(0) if question.minus < 0 else weight[question.minus]
    return weight[question.plus] - other


def heat_map(
    network: WindowClassifier, features: torch.Tensor, question: Question
) -> NDArray[np.float32]:
    """Class-weighted sum over the last layer's channels, in logits.

    This is the class activation map of Zhou, Khosla, Lapedriza, Oliva & Torralba, "Learning deep
    features for discriminative localization", CVPR 2016, of a difference of two classes. Exact:
    the mean of a window's cells plus the bias difference is that window's logit difference.

    Parameters
    ----------
    features
        (1, channels, hc, wc) of the dense pass.

    Returns
    -------
    ndarray of float32, shape (hc, wc)
    """
    weights = question_weights(network, question)
    return host_array(torch.einsum("c,chw->hw", weights, features[0].float()))


@dataclass(frozen=True, slots=True)
class LayerView:
    """One layer for one image.

    `activations`: float32 (channels, h, w) >= 0, on the host: after ReLU, absolute where a layer
    has none; `channels` sorted by contribution, largest first; `exact` for the last layer.
    """

    activations: NDArray[np.float32]
    channels: tuple[Channel, ...]
    exact: bool


def view_layer(
    judge: Judge, image: NDArray[np.uint8], layer: str, verdict: Verdict, question: Question
) -> LayerView:
    """Read a layer and what each of its channels contributes to the worst window's logit.

    For the last layer the contribution is exact: head weight times mean activation in the
    window. For layers below it is activation times gradient, summed over positions: exact to
    first order only.

    Parameters
    ----------
    image
        uint8 (H, W) or (H, W, 3).
    layer
        One of the network's layers.
    """
    layers = named_layers(judge.network)
    pixels, _ = judge.input(image)
    held: list[torch.Tensor] = []

    def cut(_module: torch.nn.Module, _inputs: object, output: torch.Tensor) -> torch.Tensor:
        # A leaf here keeps the backward pass from going deeper than this layer.
        held.append(output.detach().clone().requires_grad_(True))
        return held[-1]

    handle = layers[layer].register_forward_hook(cut)
    try:
        with torch.enable_grad(), autocast(judge.numerics):
            dense = judge.network.dense(pixels.to(judge.numerics.device))
            row, column = verdict.window
            at = dense.logits[0, :, row, column]
            other = at.mean() if question.minus < 0 else at[question.minus]
            (gradient,) = torch.autograd.grad(at[question.plus] - other, held[0])
    finally:
        handle.remove()
    values = held[0].detach().float()[0]
    shares = (values * gradient.float()[0]).sum((1, 2)).cpu().numpy()
    values = judge.network.layers[layer].strength(values)
    energy = values.square().mean((1, 2)).cpu().numpy()
    peak = values.amax((1, 2)).cpu().numpy()
    order = np.argsort(-shares, kind="stable")
    channels = tuple(
        Channel(int(c), float(shares[c]), float(energy[c]), bool(peak[c] <= 0)) for c in order
    )
    return LayerView(host_array(values), channels, layer == list(layers)[-1])
