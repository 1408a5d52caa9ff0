"""What networks that are fitted in closed form have in common: the last steps of their backbones.

Such a network reads an image with steps that nobody trains (filters, or frozen convolutions) and
then tells, cell by cell, how much a place speaks for a defect. What it learns are means, directions
and scales that are worked out at once; they are buffers, and there is no gradient.

Where there are several textures, the image's own is recognised first, by its mean reading; each
texture has its own evidence. The last step turns both into logits: per texture t with probability
P_t and evidence d_t of a cell, log P_t + log sigmoid(-d_t) for normal and log P_t +
log sigmoid(d_t) for defective. So a cell's probability of any defect is the mixture
sum_t P_t sigmoid(d_t), as :func:`engine.inspection.verdict.judge` computes it.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import nn
from torch.nn import functional as F

FAR = 1e30
"""Taken from the logits of what does not count."""


class Fitted(nn.Module):
    """A step whose buffers take the shape of what is put into them.

    Attributes
    ----------
    whole : whether a cell of its output depends on the whole image
    """

    whole = False

    def put(self, **values: torch.Tensor) -> None:
        """Replace buffers by values of any shape.

        Raises
        ------
        ValueError
            There is no such buffer.
        """
        for name, value in values.items():
            if name not in self._buffers:
                raise ValueError(f"{type(self).__name__} has no {name}")
            setattr(self, name, value.detach().clone())

    def clear(self) -> None:
        """Back to what it is before it is fitted: it says nothing of any image."""
        raise NotImplementedError

    def _load_from_state_dict(self, state: Any, prefix: str, *rest: Any) -> None:
        for name, held in self._buffers.items():
            value = state.get(prefix + name)
            if held is not None and value is not None and value.shape != held.shape:
                setattr(self, name, value.detach().clone())
        super()._load_from_state_dict(state, prefix, *rest)


def around(maps: torch.Tensor, reach: int) -> torch.Tensor:
    """The largest value within `reach` cells of each cell, of (n, channels, h, w)."""
    return F.max_pool2d(maps, 2 * reach + 1, stride=1, padding=reach) if reach else maps


def best_window(values: torch.Tensor, cells: int) -> torch.Tensor:
    """For each cell, the largest value of the windows of `cells` x `cells` that contain it.

    Parameters
    ----------
    values
        (n, channels, h, w), one value a cell; a window's is their mean. Sides of `cells` or more.

    Returns
    -------
    tensor of shape (n, channels, h, w)
    """
    means = F.avg_pool2d(F.avg_pool2d(values, (cells, 1), 1), (1, cells), 1)
    edge = cells - 1
    lowest = torch.finfo(values.dtype).min
    wide = F.pad(means, (edge, edge, edge, edge), value=lowest)
    return F.max_pool2d(F.max_pool2d(wide, (cells, 1), 1), (1, cells), 1)


class Logits(Fitted):
    """Evidence and texture of each cell to the logits of classes.

    Takes maps of T texture probabilities (logarithms), T evidences and as many kind values as there
    are classes; see the module's text. Where a texture has several kinds of defect, log sigmoid(d)
    is shared out among them by the softmax of their kind values.

    Attributes
    ----------
    slope, offset : float32 (textures,), d = slope * compressed(evidence) + offset
    member : float32 (classes, textures), 1 where a class is of a texture
    bad : float32 (classes,), 1 for defective classes
    """

    whole = True
    slope: torch.Tensor
    offset: torch.Tensor
    member: torch.Tensor
    bad: torch.Tensor

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.classes = classes
        self.register_buffer("slope", torch.zeros(1))
        self.register_buffer("offset", torch.zeros(1))
        self.register_buffer("member", torch.zeros(classes, 1))
        self.register_buffer("bad", torch.zeros(classes))
        self.clear()

    def clear(self) -> None:
        """One texture; its classes are equally likely."""
        self.put(
            slope=torch.zeros(1),
            offset=torch.zeros(1),
            member=torch.ones(self.classes, 1),
            bad=torch.zeros(self.classes),
        )

    def forward(self, maps: torch.Tensor) -> torch.Tensor:
        """Logits (n, classes, h, w) of (n, 2 T + classes, h, w)."""
        count = self.slope.numel()
        textures, evidence, kinds = (
            maps[:, :count],
            maps[:, count : 2 * count],
            maps[:, 2 * count :],
        )
        shape = (1, -1, 1, 1)
        d = self.slope.view(shape) * compressed(evidence) + self.offset.view(shape)
        normal, defective = textures + F.logsigmoid(-d), textures + F.logsigmoid(d)
        member = self.member[None, :, :, None, None]
        share = kinds - self._log_sum(kinds)
        bad = self.bad.view(shape)
        mine_normal = (member * normal[:, None]).sum(2)
        mine_defective = (member * defective[:, None]).sum(2)
        return (1 - bad) * mine_normal + bad * (mine_defective + share)

    def _log_sum(self, kinds: torch.Tensor) -> torch.Tensor:
        """For each class, the log-sum-exp of the kind values of its texture's defective classes."""
        same = self.member @ self.member.T * self.bad[None] * self.bad[:, None]
        # What is of another texture must not even set the scale: values differ by hundreds.
        apart = (same - 1) * FAR
        return torch.logsumexp(kinds[:, None] + apart[None, :, :, None, None], 2)


def compressed(evidence: torch.Tensor) -> torch.Tensor:
    """sign(e) log(1 + |e|): keeps the order, and no evidence is so strong that scores tie at 1."""
    return torch.log1p(F.relu(evidence)) - torch.log1p(F.relu(-evidence))
