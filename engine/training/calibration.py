"""Refitting the head on dense maps: for runs whose windows never saw their surroundings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch.nn import functional as F

from engine.core.event import Progress
from engine.data.store import ImageStore
from engine.data.views import IGNORED, Sampler
from engine.inspection.dense import Judge
from engine.network.numerics import autocast
from engine.training.validation import live_subset

IMAGES = 48
"""Training images looked at, the classes as equal as they come."""

PULL = 1e-3
"""Weight of the squared distance to the trained head: windows are few, weights are many."""

STEPS = 100


def calibrate_head(
    job: int,
    judge: Judge,
    store: ImageStore,
    sampler: Sampler,
    indices: Sequence[int],
    seed: int,
) -> Iterator[Progress]:
    """Fit the head to the windows of dense passes over training images; the rest stays.

    Each image weighs the same, and within it each class. The network is changed in place.
    """
    chosen = live_subset(store.data, indices, max(IMAGES, len(store.data.labels)), seed + 1)
    features, targets, weights = [], [], []
    network = judge.network.eval()
    for number, index in enumerate(chosen, start=1):
        if store.data.samples[index].label.defective and store.region(index) is None:
            continue
        maps = judge.maps(store.image(index))
        with torch.inference_mode(), autocast(judge.numerics):
            maps = network.pool(maps.float())
        named = sampler.targets(index, (0, 0), (maps.shape[2], maps.shape[3])).ravel()
        known = torch.from_numpy(named != IGNORED)
        mine = torch.from_numpy(named)[known]
        classes, place, counts = torch.unique(mine, return_inverse=True, return_counts=True)
        features.append(maps[0].flatten(1).T.cpu()[known].clone())
        targets.append(mine)
        weights.append(1.0 / (counts[place] * len(classes)))
        yield Progress(job, "calibrating", number, len(chosen))
    _fit(network.head, torch.cat(features), torch.cat(targets), torch.cat(weights))


def _fit(
    head: torch.nn.Linear, features: torch.Tensor, targets: torch.Tensor, weights: torch.Tensor
) -> None:
    """Minimise the weighted cross-entropy plus the pull towards the trained head (L-BFGS)."""
    device = head.weight.device
    features, targets, weights = (x.to(device) for x in (features, targets, weights))
    weight = head.weight.detach().clone().requires_grad_(True)
    bias = head.bias.detach().clone().requires_grad_(True)
    optimizer = torch.optim.LBFGS([weight, bias], max_iter=STEPS, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        each = F.cross_entropy(F.linear(features, weight, bias), targets, reduction="none")
        loss = (each * weights).sum() / weights.sum()
        loss = loss + PULL * (weight - head.weight.detach()).square().sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimizer.step(closure)  # type: ignore[no-untyped-call]
    with torch.no_grad():
        head.weight.copy_(weight)
        head.bias.copy_(bias)
