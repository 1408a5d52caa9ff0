"""The backbones in order, and networks made from them.

Adding one is one file in `engine.network.backbones`.
"""

from __future__ import annotations

import importlib
import pkgutil

import torch
from torch import nn

from engine.core.errors import RecipeError
from engine.core.runtime import generator
from engine.network import backbones
from engine.network.backbone import REGISTERED, Backbone
from engine.network.closed_form import Fitted
from engine.network.convolve import quicken
from engine.network.join import SeparableJoin
from engine.network.preprocess import Prepare
from engine.network.values import Preprocessing
from engine.network.window_classifier import WindowClassifier

for _family in pkgutil.iter_modules(backbones.__path__, f"{backbones.__name__}."):
    importlib.import_module(_family.name)

BACKBONES: dict[str, Backbone] = dict(
    sorted(REGISTERED.items(), key=lambda item: (item[1].rank, item[0]))
)


def backbone(name: str) -> Backbone:
    """Return a catalogue entry.

    Raises
    ------
    RecipeError
        There is no such backbone.
    """
    if name not in BACKBONES:
        raise RecipeError(
            "Unknown network '{name}'. Choose one of: {names}.",
            name=name,
            names=", ".join(key for key, entry in BACKBONES.items() if entry.offered),
        )
    return BACKBONES[name]


def build(
    name: str, classes: int, window: int, preprocessing: Preprocessing, seed: int
) -> WindowClassifier:
    """Build a network with Kaiming-initialised weights; the same seed gives the same weights.

    Parameters
    ----------
    name
        Catalogue name.
    classes
        Outputs of the head.
    window
        Side of a window in pixels; 0: the whole image.
    preprocessing
        Pixels to network input.
    seed
        Of the initial weights.
    """
    return fill(blank(name, classes, window, preprocessing), seed)


def blank(name: str, classes: int, window: int, preprocessing: Preprocessing) -> WindowClassifier:
    """A network whose backbone has shapes but no memory yet, to be narrowed and then filled.

    Parameters are those of :func:`build`.
    """
    entry = backbone(name)
    # Layers draw from the global generator while they are made; every weight is overwritten
    # later, so restore its state to leave other threads' runs alone.
    state = torch.get_rng_state()
    # Without memory first: torchvision's VGG-16 comes with 124 million weights of a classifier
    # that is thrown away, and every layer would be initialised twice.
    with torch.device("meta"):
        features = entry.steps(classes)
    quicken(features)
    network = WindowClassifier(
        Prepare(preprocessing, entry.inputs), features, entry, classes, window
    )
    torch.set_rng_state(state)
    return network


def fill(network: WindowClassifier, seed: int) -> WindowClassifier:
    """Give a blank network memory and Kaiming-initialised weights."""
    network.features.to_empty(device="cpu")
    initialise(network, seed)
    return network


def initialise(network: WindowClassifier, seed: int) -> None:
    """Kaiming initialisation (fan out, ReLU) of convolutions, zero biases, a small head."""
    source = generator(seed, 21)
    for module in network.modules():
        if isinstance(module, Fitted):
            module.clear()
        if isinstance(module, nn.Conv2d):
            # A depthwise filter has one output; torch would count those of all channels.
            nn.init.kaiming_normal_(
                module.weight,
                mode="fan_out" if module.groups == 1 else "fan_in",
                nonlinearity="relu",
                generator=source,
            )
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif isinstance(module, nn.BatchNorm2d):
            nn.init.ones_(module.weight)
            nn.init.zeros_(module.bias)
            module.reset_running_stats()
        elif isinstance(module, nn.Linear):
            nn.init.normal_(module.weight, 0.0, 0.01, generator=source)
            nn.init.zeros_(module.bias)
    for module in network.modules():
        if isinstance(module, SeparableJoin):
            module.begin()
    if network.backbone.fitted:
        nn.init.eye_(network.head.weight)  # its steps end in logits


def load_source(network: WindowClassifier, name: str, state: dict[str, torch.Tensor]) -> None:
    """Put source weights (torchvision's key names) into a network's backbone; all must fit."""
    entry = backbone(name)
    stripped = {key.removeprefix(entry.prefix): value for key, value in state.items()}
    if entry.adapt is not None:
        # What is fitted afterwards keeps its own values.
        stripped = network.features.state_dict() | entry.adapt(stripped)
    network.features.load_state_dict(stripped, strict=True)
