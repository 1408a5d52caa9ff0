"""`main.py` with one more network, "plain": small, without batch norm, quick enough for tests."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from torch import nn

from engine.network import catalogue
from engine.network.backbone import Backbone, Layer, register


def plain_features() -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(1, 8, 5, 4, 2), nn.ReLU(), nn.Conv2d(8, 16, 3, 2, 1), nn.ReLU())


def _layers(_features: nn.Module) -> Iterator[Layer]:
    yield Layer("conv1", "1", "conv1", "0")
    yield Layer("conv2", "3", "conv2", "2")


def add_plain() -> None:
    register(
        "plain",
        Backbone(
            "Plain", plain_features, _layers, lambda _: (), channels=16, stride=8, rank=99, inputs=1
        ),
    )
    catalogue.BACKBONES["plain"] = catalogue.REGISTERED["plain"]


if __name__ == "__main__":
    from main import main

    add_plain()
    sys.exit(main())
