"""The network as it is exported: pixels in, verdict out, the rules of the verdict inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import nn
from torch.nn import functional as F

from engine.data.sample import Label
from engine.network.join import Folded, Join
from engine.network.window_classifier import WindowClassifier

OUTPUTS = ("score", "label", "scores", "worst_window", "mean_window")
BRIEF = ("score", "label", "window")
"""See :class:`VerdictGraph`: with the map of windows, and without it."""

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
    brief
        Gives the score, the class and where the worst window lies, and no map of windows.
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
        *,
        brief: bool = False,
    ) -> None:
        super().__init__()
        self.cells = CellScores(network)
        self.window = network.cells if network.window else 0
        self.threshold = threshold
        self.brief = brief
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
        self.pair = -1
        if len(labels) == 2 and len(textures) == 1 and int(bad.sum()) == 1:
            # Normal or defective and nothing else: the difference of both logits says it all.
            self.pair = int(bad.int().argmax())
            self.cells.subtract(self.pair)

    @property
    def outputs(self) -> tuple[str, ...]:
        """Names of what it gives, in this order."""
        return BRIEF if self.brief else OUTPUTS

    def forward(self, pixels: torch.Tensor) -> tuple[torch.Tensor, ...]:
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

        Brief, in place of the last three:

        window : int64 (n, 2), row and column of the window with the score
        """
        logits = self._pooled(self.cells(pixels))
        return self._of_two(logits) if self.pair >= 0 else self._of_many(logits)

    def _of_two(self, odds: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """From the log-odds of a defect, (n, 1, h', w')."""
        level = self.level[0]
        shown = odds[:, 0] - level if self.counted else odds[:, 0]
        most, window = _worst(shown)
        score = torch.sigmoid(most)
        above = (score > self.threshold).long()
        label = above if self.pair == 1 else 1 - above
        if self.brief:
            return score, label, window
        p = torch.sigmoid(odds[:, 0])
        worst = torch.sigmoid(most + level) if self.counted else score
        scores = torch.sigmoid(shown) if self.counted else p
        return score, label, scores, self._both(worst), self._both(p.mean((1, 2)))

    def _both(self, p: torch.Tensor) -> torch.Tensor:
        """Probabilities (n, 2) of both classes from (n,) of the defect."""
        return torch.stack([1 - p, p] if self.pair == 1 else [p, 1 - p], 1)

    def _of_many(self, logits: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """From the logits of all classes, (n, classes, h', w')."""
        # Spelt out: runtimes turn the maps about for a softmax that is not of the last axis.
        shares = torch.exp(logits - logits.amax(1, keepdim=True))
        p = shares / shares.sum(1, keepdim=True)
        mean = p.mean((2, 3))
        texture = (mean @ self.member).argmax(1)
        scores = (p * self.bad).sum(1)
        if self.counted:
            # From the logits themselves: probabilities next to 1 have no log-odds in float32.
            odds = self._sum(logits, self.bad) - self._sum(logits, 1 - self.bad)
            scores = torch.sigmoid(odds - self.level[texture][:, None, None])
        score, window = _worst(scores)
        number = window[:, :1] * scores.shape[2] + window[:, 1:]
        worst = p.flatten(2).gather(2, number[:, None].expand(-1, p.shape[1], 1)).squeeze(2)
        defective = score > self.threshold
        source = torch.where(defective[:, None], worst, mean)
        allowed = self.allowed[2 * texture + defective.long()]
        label = torch.where(allowed, source, -1.0).argmax(1)
        if self.brief:
            return score, label, window
        return score, label, scores, worst, mean

    @staticmethod
    def _sum(logits: torch.Tensor, chosen: torch.Tensor) -> torch.Tensor:
        """Logarithm of the summed exponentials of the classes chosen, those whose mask is 1."""
        return torch.logsumexp(logits + (chosen - 1) * UNSEEN, 1)

    def _pooled(self, scores: torch.Tensor) -> torch.Tensor:
        """As :meth:`WindowClassifier.pool`, without asking how large the image is."""
        if self.window == 0:
            pooled = scores.mean((2, 3), keepdim=True)
        else:
            # Rows first, then columns: two short sums for each window instead of a long one.
            pooled = F.avg_pool2d(
                F.avg_pool2d(scores, (self.window, 1), stride=1), (1, self.window), stride=1
            )
        return pooled


def _worst(scores: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Largest score of a map, (n,), and its row and column, (n, 2)."""
    # Each row's own first: no step asks how wide the map is.
    largest, columns = scores.max(2)
    score, row = largest.max(1)
    column = columns.gather(1, row[:, None])
    return score, torch.cat([row[:, None], column], 1)


class CellScores(nn.Module):
    """What each cell of the last layer says: (n, classes, hc, wc) from pixels.

    A window's logits are the mean of its cells', so the head's bias is added here and needs no
    step of its own. A student's layers are computed in as few steps as may be.
    """

    weight: torch.Tensor
    bias: torch.Tensor

    def __init__(self, network: WindowClassifier) -> None:
        super().__init__()
        self.prepare = network.prepare
        self.features = network.features
        joins = [module for module in network.features if isinstance(module, Join)]
        whole = len(joins) == len(network.features)
        self.folded = (
            Folded([join.steps() for join in joins], network.prepare.std) if whole else None
        )
        weight = network.head.weight.detach().float()[:, :, None, None]
        self.register_buffer("weight", weight, persistent=False)
        self.register_buffer("bias", network.head.bias.detach().float(), persistent=False)

    def subtract(self, plus: int) -> None:
        """Give the logit of one of two classes less that of the other, (n, 1, hc, wc)."""
        self.weight = self.weight[plus, None] - self.weight[1 - plus, None]
        self.bias = self.bias[plus, None] - self.bias[1 - plus, None]

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """Map uint8 (n, h, w) or (n, h, w, 3)."""
        if self.folded is None:
            maps = self.features(self.prepare(pixels))
        else:
            maps = self.folded(self.prepare.centred(pixels))
        return F.conv2d(maps, self.weight, self.bias)
