"""The network as it is exported: pixels in, verdict out, the rules of the verdict inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import nn
from torch.nn import functional as F

from engine.data.sample import Label
from engine.network.window_classifier import WindowClassifier

OUTPUTS = ("score", "label", "scores", "worst_window", "mean_window")
"""See :class:`VerdictGraph`."""

UNSEEN = 1e4
"""What a class that does not count is taken down by: its share is 0 in float32."""


class VerdictGraph(nn.Module):
    """A network and the rules of :func:`engine.inspection.verdict.judge`, for whole images.

    Images are as the network sees them: at least one window wide and high, or shrunk where it
    was trained on whole images. Probabilities are float32, which a verdict at a threshold next to
    0 or 1 may feel: therefore exports are compared.

    Parameters
    ----------
    network
        In evaluation mode.
    labels
        The classes in the network's order.
    threshold
        In [0, 1].
    levels
        Of each texture, in log-odds; scores are counted from that of the texture named.
    """

    bad: torch.Tensor
    member: torch.Tensor
    allowed: torch.Tensor
    level: torch.Tensor

    def __init__(
        self,
        network: WindowClassifier,
        labels: Sequence[Label],
        threshold: float,
        levels: Mapping[str, float] | None = None,
    ) -> None:
        super().__init__()
        self.network = network
        self.threshold = threshold
        textures = list(dict.fromkeys(label.texture for label in labels))
        bad = torch.tensor([label.defective is True for label in labels])
        member = torch.tensor([[label.texture == t for label in labels] for t in textures])
        # Row 2 t + d: the classes to choose from for texture t, judged defective (d = 1) or not.
        rows = []
        for own in member:
            for wanted in (~bad, bad):
                rows.append(own & wanted if bool((own & wanted).any()) else own)
        self.register_buffer("bad", bad.float()[None, :, None, None], persistent=False)
        self.register_buffer("member", member.float().T.contiguous(), persistent=False)
        self.register_buffer("allowed", torch.stack(rows), persistent=False)
        own = torch.tensor([(levels or {}).get(texture, 0.0) for texture in textures])
        self.register_buffer("level", own, persistent=False)
        self.counted = bool(levels)

    def forward(
        self, pixels: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """Judge images.

        Parameters
        ----------
        pixels
            uint8 (n, h, w) or (n, h, w, 3) in RGB order.

        Returns
        -------
        score : float32 (n,), max over windows of the probability of any defect; with levels, its
            log-odds are counted from that of the texture
        label : int64 (n,), number of the class named at the threshold
        scores : float32 (n, h', w'), score of every window; its corner lies `before`
            pixels left of and above (column * stride, row * stride)
        worst_window : float32 (n, classes), probabilities in the window with the score
        mean_window : float32 (n, classes), mean of the probabilities over windows
        """
        maps = self.network.features(self.network.prepare(pixels))
        logits = self._logits(maps)
        p = torch.softmax(logits, 1)
        texture = (p.mean((2, 3)) @ self.member).argmax(1)
        scores = (p * self.bad).sum(1)
        if self.counted:
            # From the logits themselves: probabilities next to 1 have no log-odds in float32.
            odds = self._sum(logits, self.bad) - self._sum(logits, 1 - self.bad)
            scores = torch.sigmoid(odds - self.level[texture][:, None, None])
        score, place = scores.flatten(1).max(1)
        windows = p.flatten(2)
        worst = windows.gather(2, place[:, None, None].expand(-1, p.shape[1], 1)).squeeze(2)
        mean = windows.mean(2)
        defective = score > self.threshold
        source = torch.where(defective[:, None], worst, mean)
        allowed = self.allowed[2 * texture + defective.long()]
        label = torch.where(allowed, source, -1.0).argmax(1)
        return score, label, scores, worst, mean

    @staticmethod
    def _sum(logits: torch.Tensor, chosen: torch.Tensor) -> torch.Tensor:
        """Logarithm of the summed exponentials of the classes chosen, those whose mask is 1."""
        return torch.logsumexp(logits + (chosen - 1) * UNSEEN, 1)

    def _logits(self, maps: torch.Tensor) -> torch.Tensor:
        """As :meth:`WindowClassifier.classify`, without asking how large the image is."""
        head = self.network.head
        scores = F.conv2d(maps, head.weight[:, :, None, None])
        if self.network.window == 0:
            pooled = scores.mean((2, 3), keepdim=True)
        else:
            pooled = F.avg_pool2d(scores, self.network.cells, stride=1)
        return pooled + head.bias[None, :, None, None]
