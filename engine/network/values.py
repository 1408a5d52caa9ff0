"""How a run computes and what its network is shown, as plain values: no torch here."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

MANIFEST = "network.toml"
"""What a run whose network differs from the catalogue's has beside its weights."""


@dataclass(frozen=True, slots=True)
class Numerics:
    """How a run computes; the same on resume, so that it goes on exactly.

    Attributes
    ----------
    device : "cpu", "cuda", ...
    precision : "float32" or "bfloat16" (autocast; weights stay float32)
    channels_last : memory format
    micro_batch : patches per forward pass; gradients are summed over a batch
    threads : CPU threads of torch
    """

    device: str
    precision: str
    channels_last: bool
    micro_batch: int
    threads: int

    def to_dict(self) -> dict[str, Any]:
        """Plain values for TOML."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Preprocessing:
    """x in [0, 255] becomes ``(x - mean) / std``; three values each, in RGB order."""

    mean: tuple[float, float, float]
    std: tuple[float, float, float]


OXFORD = Preprocessing((255 * 0.48235, 255 * 0.45882, 255 * 0.40784), (1.0, 1.0, 1.0))
"""The original VGG weights: mean subtracted, not divided (torchvision's IMAGENET1K_FEATURES:
255 * (x/255 - (0.48235, 0.45882, 0.40784)))."""

TORCHVISION = Preprocessing(
    (0.485 * 255, 0.456 * 255, 0.406 * 255), (0.229 * 255, 0.224 * 255, 0.225 * 255)
)
"""torchvision's own ImageNet weights (IMAGENET1K_V1, V2)."""

UNIT = Preprocessing((127.5, 127.5, 127.5), (63.75, 63.75, 63.75))
"""Networks without source weights: about zero mean and unit variance."""

RAW = Preprocessing((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
"""The named variant `raw_input`: 0-255 as it is."""
