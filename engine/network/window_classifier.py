"""The network: a backbone without its last pooling, a mean over a window's cells, a linear head.

One object serves both uses. On patches it gives one set of logits a patch. Run densely over a
whole image it gives the logits of every window at once, and the class-weighted sum of its last
channels is an exact map of where they come from.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

from engine.network.backbone import Backbone, ChannelGroup, Layer
from engine.network.preprocess import Prepare


@dataclass(frozen=True, slots=True)
class DenseLogits:
    """A dense pass over images.

    Attributes
    ----------
    logits : float32 (n, classes, h, w), one value a window
    features : (n, channels, hc, wc), last layer after ReLU
    """

    logits: torch.Tensor
    features: torch.Tensor


class WindowClassifier(nn.Module):
    """Backbone, window mean and head.

    Attributes
    ----------
    prepare : Prepare
        Pixels to network input.
    features : nn.Sequential
        Backbone up to its last ReLU.
    backbone : Backbone
        What is known of it; its channels may be fewer by now.
    head : nn.Linear
        Channels to classes.
    stride : int
        Pixels of the image per cell of the last layer.
    window : int
        Side of a window in pixels; 0: the window is the whole image.
    """

    def __init__(
        self,
        prepare: Prepare,
        features: nn.Sequential,
        backbone: Backbone,
        classes: int,
        window: int,
    ) -> None:
        super().__init__()
        self.prepare = prepare
        self.features = features
        self.backbone = backbone
        self.head = nn.Linear(backbone.channels or classes, classes)
        self.stride = backbone.stride
        self.window = window

    @property
    def layers(self) -> dict[str, Layer]:
        """The layers that are looked at, by name, first to last."""
        return {layer.name: layer for layer in self.backbone.layers(self.features)}

    @property
    def groups(self) -> tuple[ChannelGroup, ...]:
        """Channels that can only be removed together, first to last."""
        return tuple(self.backbone.groups(self.features))

    @property
    def cells(self) -> int:
        """Cells along the side of a window."""
        # What is fitted concludes cell by cell, from the windows around.
        return 1 if self.backbone.fitted else max(1, self.window // self.stride)

    @property
    def before(self) -> float:
        """Pixels of a window that lie above and left of the cell it is numbered by."""
        return (self.window - self.stride) / 2 if self.backbone.fitted else 0.0

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """Logits (n, classes) of patches: uint8 (n, h, w) or (n, h, w, 3)."""
        maps = self.features(self.prepare(pixels))
        logits: torch.Tensor = self.head(maps.mean((2, 3)))
        return logits

    def pool(self, maps: torch.Tensor) -> torch.Tensor:
        """Mean over each window's cells: (n, channels, h, w) from (n, channels, hc, wc)."""
        if self.window == 0:
            return maps.mean((2, 3), keepdim=True)
        cells = min(self.cells, maps.shape[2], maps.shape[3])
        # Rows first, then columns: the same mean, and a small network's time is not spent on it.
        return F.avg_pool2d(F.avg_pool2d(maps, (cells, 1), stride=1), (1, cells), stride=1)

    def dense(self, pixels: torch.Tensor) -> DenseLogits:
        """Logits of every window of whole images, and the maps they come from."""
        maps = self.features(self.prepare(pixels))
        return DenseLogits(self.classify(maps), maps)

    def classify(self, maps: torch.Tensor) -> torch.Tensor:
        """Logits (n, classes, h, w) of every window from the last layer's maps."""
        # The head after the mean equals the mean after the head; 1x1 first is cheaper, since
        # there are fewer classes than channels.
        return self.pool(self._scores(maps)) + self.head.bias.float()[None, :, None, None]

    def cell_logits(self, maps: torch.Tensor) -> torch.Tensor:
        """What each cell says, (n, classes, hc, wc): a window's logits are their mean."""
        return self._scores(maps) + self.head.bias.float()[None, :, None, None]

    def _scores(self, maps: torch.Tensor) -> torch.Tensor:
        return F.conv2d(maps.float(), self.head.weight.float()[:, :, None, None])
