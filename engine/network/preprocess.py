"""How pixels become the numbers a network expects: fixed by the weights it starts from."""

from __future__ import annotations

import torch
from torch import nn

from engine.network.values import Preprocessing


class Prepare(nn.Module):
    """Turn uint8 pixels into the network's input.

    Attributes
    ----------
    channels : int
        1 or 3: what the first layer takes.
    mean, std : float32 buffers (1, channels, 1, 1)
    """

    mean: torch.Tensor
    std: torch.Tensor

    def __init__(self, preprocessing: Preprocessing, channels: int) -> None:
        super().__init__()
        self.channels = channels
        shape = (1, 3, 1, 1)
        mean, std = (torch.tensor(v).view(shape) for v in (preprocessing.mean, preprocessing.std))
        if channels == 1:
            mean, std = mean.mean(1, keepdim=True), std.mean(1, keepdim=True)
        # Not in the state: they follow from the weight set, which the run records.
        self.register_buffer("mean", mean, persistent=False)
        self.register_buffer("std", std, persistent=False)

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """Map uint8 (n, h, w) or (n, h, w, 3) to float32 (n, channels, h, w)."""
        return self.centred(pixels) / self.std

    def centred(self, pixels: torch.Tensor) -> torch.Tensor:
        """The same, not yet divided: for a network whose weights are divided instead."""
        x = pixels.float()
        x = x.unsqueeze(1) if x.ndim == 3 else x.permute(0, 3, 1, 2)
        if self.channels == 3 and x.shape[1] == 1:
            x = x.expand(-1, 3, -1, -1)
        elif self.channels == 1 and x.shape[1] == 3:
            x = x.mean(1, keepdim=True)
        return x - self.mean
