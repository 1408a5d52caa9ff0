"""How much each channel matters: two measures of Molchanov et al., taken on dense passes.

P. Molchanov, S. Tyree, T. Karras, T. Aila, J. Kautz: Pruning Convolutional Neural Networks for
Resource Efficient Inference, ICLR 2017.
"""

from __future__ import annotations

import copy
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from engine.core.errors import RunError
from engine.core.runtime import host_array
from engine.data.sample import Label
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.inspection.verdict import judge
from engine.network.layers import leave_inputs_alone, passes
from engine.network.numerics import autocast
from engine.network.values import Numerics
from engine.network.window_classifier import WindowClassifier

ORDERS = ("activity", "contribution")

MOST_SIDE = 1024
"""Larger images are cut to this side around the defect, else around their middle: the way back
needs all maps of the way there, two gigabytes for VGG-16 in float32 at this size."""


@dataclass(frozen=True, slots=True, eq=False)
class Importance:
    """What every channel of every channel group is worth.

    Attributes
    ----------
    scores : channel group to float64 (channels,), 0 or more, of L2 norm 1 (or all of them 0)
    dead : channel group to bool (channels,), 0 at every position of every image
    """

    scores: dict[str, NDArray[np.float64]]
    dead: dict[str, NDArray[np.bool_]]


def weigh(
    judge: Judge, store: ImageStore, images: Sequence[int], order: str
) -> Generator[tuple[int, int], None, Importance]:
    """Measure every channel's importance on images; the network stays as it is.

    "activity": the mean of the channel after ReLU over positions and images (the paper's "mean
    activation"). "contribution": the paper's first-order Taylor criterion,
    ``|sum over positions of z * df/dz|`` for each image, then the mean over images; the paper's
    1/M, the same for all channels of a layer, falls away in the norm. Its f is a loss; ours is the
    margin that the verdict is made of, since the loss of a network that has learned its task is
    next to 0 and so are its gradients. f = (logit of the image's class less the mean of the other
    classes' logits) in the worst window, plus (mean logit of the classes of its texture less the
    mean of the others) in the mean over windows.

    Both are divided by the L2 norm of their group's scores, as in the paper, so that layers
    compare. A channel of a residual stage's sum counts with the largest of its scores after the
    blocks of that stage. Costs of channels are not weighed in (the paper's FLOPs term).

    Parameters
    ----------
    images
        One or more, of the store.
    order
        "activity" or "contribution".

    Yields
    ------
    tuple of int
        (images done, total) after each convolution or block, on the way back too.

    Raises
    ------
    RunError
        The order is unknown.
    """
    check_order(order)
    probe = _probe(judge.network)
    sums: dict[str, torch.Tensor] = {}
    alive: dict[str, torch.Tensor] = {}

    of = {name: group for group in probe.groups for name in group.watched}

    def add(name: str, values: torch.Tensor, found: torch.Tensor) -> None:
        above = of[name].strength(values.detach()[0]).amax((1, 2)) > 0
        alive[name] = above | alive[name] if name in alive else above
        found = found.detach().double()
        sums[name] = sums[name] + found if name in sums else found

    for number, index in enumerate(images):
        pixels, _ = judge.input(_part(store, index, probe))
        one = _Pass(probe, pixels, judge.numerics)
        for _ in one.forward(keep_graph=order == "contribution"):
            yield number, len(images)
        if order == "activity":
            for name, values in one.watched():
                add(name, values, of[name].strength(values[0].float()).mean((1, 2)))
        else:
            with torch.enable_grad():
                margin = _margin(one.last, probe, store.data.labels, store.data.classes[index])
            for name, values, gradient in one.backward(margin):
                if name:
                    add(name, values, (values[0].float() * gradient[0].float()).sum((1, 2)).abs())
                else:
                    yield number, len(images)
        yield number + 1, len(images)
    scores, dead = {}, {}
    for group in probe.groups:
        found = torch.stack([sums[name] for name in group.watched]).amax(0).cpu().numpy()
        norm = float(np.linalg.norm(found))
        scores[group.name] = found / norm if norm > 0 else found
        living = torch.stack([alive[name] for name in group.watched]).any(0)
        dead[group.name] = ~living.cpu().numpy()
    return Importance(scores, dead)


def check_order(order: str) -> None:
    """Refuse an order that is none of `ORDERS`."""
    if order not in ORDERS:
        raise RunError("'{order}' is not one of activity, contribution.", order=order)


def _probe(network: WindowClassifier) -> WindowClassifier:
    """A copy whose weights need no gradient and whose ReLUs leave their input alone."""
    return leave_inputs_alone(copy.deepcopy(network).eval().requires_grad_(False))


def _part(store: ImageStore, index: int, network: WindowClassifier) -> NDArray[np.uint8]:
    """An image, or as much of it as a pass with its way back has memory for."""
    image = store.image(index)
    side = max(MOST_SIDE, network.window)
    if network.window == 0 or max(image.shape[:2]) <= side:
        return image
    region = store.region(index)
    height, width = image.shape[:2]
    y, x = (height / 2, width / 2) if region is None else (region.ellipse.y, region.ellipse.x)
    top = int(np.clip(round(y - side / 2), 0, max(0, height - side)))
    left = int(np.clip(round(x - side / 2), 0, max(0, width - side)))
    return image[top : top + side, left : left + side]


def _margin(
    maps: torch.Tensor, network: WindowClassifier, labels: Sequence[Label], own: int
) -> torch.Tensor:
    """F of :func:`weigh`, a scalar, from the last layer's maps."""
    logits = network.classify(maps)[0]
    row, column = judge(host_array(logits), labels, 0.5).window
    mine = torch.tensor([number == own for number in range(len(labels))])
    alike = torch.tensor([label.texture == labels[own].texture for label in labels])
    return _lead(logits[:, row, column], mine) + _lead(logits.mean((1, 2)), alike)


def _lead(logits: torch.Tensor, ours: torch.Tensor) -> torch.Tensor:
    """Mean of our classes' logits less the mean of the others'; 0 where there are no others."""
    ours = ours.to(logits.device)
    if bool(ours.all()):
        return 0.0 * logits.sum()
    return logits[ours].mean() - logits[~ours].mean()


class _Pass:
    """One image through a network, step by step, and back.

    Each step starts from a leaf of its own, so that the way back gives way between steps too.

    Attributes
    ----------
    last : (1, channels, h, w), the last layer
    """

    def __init__(self, probe: WindowClassifier, pixels: torch.Tensor, numerics: Numerics) -> None:
        self._probe, self._numerics = probe, numerics
        with torch.no_grad():
            self.last = probe.prepare(pixels.to(next(probe.parameters()).device))
        self._names = {
            probe.features.get_submodule(name): name
            for group in probe.groups
            for name in group.watched
        }
        self._held: list[tuple[torch.Tensor, torch.Tensor, dict[str, torch.Tensor]]] = []

    def forward(self, keep_graph: bool) -> Iterator[None]:
        """Go there, giving way after each step."""
        for module, _ in passes(self._probe):
            # Modes are the thread's, so they must not outlast a step.
            with (
                torch.set_grad_enabled(keep_graph),
                autocast(self._numerics),
                self._watching(module) as taken,
            ):
                leaf = self.last.detach().requires_grad_(keep_graph)
                self.last = module(leaf)
            if keep_graph:
                self._held.append((leaf, self.last, taken))
            elif taken:
                # Nothing but what is watched outlives its step.
                self._held.append((self.last, self.last, taken))
            yield

    @contextmanager
    def _watching(self, step: nn.Module) -> Iterator[dict[str, torch.Tensor]]:
        """Take the outputs of a step's watched modules; the hooks are gone afterwards."""
        taken: dict[str, torch.Tensor] = {}
        handles = []
        try:
            for module in step.modules():
                if module in self._names:

                    def take(
                        _m: nn.Module,
                        _i: object,
                        out: torch.Tensor,
                        name: str = self._names[module],
                    ) -> None:
                        taken[name] = out

                    handles.append(module.register_forward_hook(take))
            yield taken
        finally:
            for handle in handles:
                handle.remove()

    def watched(self) -> Iterator[tuple[str, torch.Tensor]]:
        """Watched modules' outputs, before or after ReLU, by name."""
        for _, _, taken in self._held:
            yield from taken.items()

    def backward(self, margin: torch.Tensor) -> Iterator[tuple[str, torch.Tensor, torch.Tensor]]:
        """Go back: (name, output, its gradient) of watched modules, and an empty name a step.

        Whether an output is taken before or after ReLU does not matter to output times gradient.
        """
        (gradient,) = torch.autograd.grad(margin, self.last)
        while self._held:
            leaf, output, taken = self._held.pop()
            wanted = [leaf, *taken.values()]
            gradient, *result = torch.autograd.grad(output, wanted, gradient)
            for (name, values), slope in zip(taken.items(), result, strict=True):
                yield name, values, slope
            yield "", leaf, gradient


def choose(
    importance: Importance, taken: dict[str, int], fewest: dict[str, int], filters: int
) -> dict[str, list[int]]:
    """Choose the channels that stay, so that so many filters are left of the whole network.

    The dead go first, then the least important, wherever they are.

    Parameters
    ----------
    importance
        Of the network as it is.
    taken
        Channel group to the filters that go with one of its channels.
    fewest
        Channel group to the channels it keeps at least.
    filters
        To be left; where the groups' least numbers are more, as few as they allow. A channel
        that would take more than this asks for is passed over.

    Returns
    -------
    dict
        Channel group to the numbers of its channels that stay, ascending, one or more.
    """
    kept = {name: np.ones(len(scores), bool) for name, scores in importance.scores.items()}
    left = sum(taken[name] * len(scores) for name, scores in importance.scores.items())
    candidates = sorted(
        (not importance.dead[name][channel], float(score), place, channel, name)
        for place, (name, scores) in enumerate(importance.scores.items())
        for channel, score in enumerate(scores)
    )
    for _, _, _, channel, name in candidates:
        if left - taken[name] >= filters and kept[name].sum() > max(1, fewest[name]):
            kept[name][channel] = False
            left -= taken[name]
    return {name: [int(n) for n in np.flatnonzero(mask)] for name, mask in kept.items()}
