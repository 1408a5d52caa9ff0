"""One optimiser step: the loss of windows, the rate, passes in parts that memory holds."""

from __future__ import annotations

import math
from collections.abc import Generator
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from engine.core.recipe import Recipe
from engine.data.views import IGNORED, Batch
from engine.network.giving_up import statistics_kept
from engine.network.numerics import autocast
from engine.network.values import Numerics
from engine.network.window_classifier import WindowClassifier

if TYPE_CHECKING:
    from engine.training.process_group import Shared


def window_loss(logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Loss of each crop: the mean over its classes of the mean cross-entropy of their windows.

    So the few windows on a defect weigh as much as the many beside it.

    Parameters
    ----------
    logits
        float32 (n, classes, rows, columns).
    targets
        int64 (n, rows, columns); windows with IGNORED do not count.

    Returns
    -------
    tensor of float32, shape (n,)
    """
    each = F.cross_entropy(logits.float(), targets, ignore_index=IGNORED, reduction="none")
    each, flat = each.flatten(1), targets.flatten(1)
    present = F.one_hot(flat.clamp_min(0), logits.shape[1]).float() * (flat >= 0)[..., None]
    counts = present.sum(1)
    means = torch.einsum("nw,nwc->nc", each, present) / counts.clamp_min(1)
    return means.sum(1) / (counts > 0).sum(1).clamp_min(1)


def rate_share(schedule: str, done: float, late_from: float) -> float:
    """Learning rate as a share of the recipe's, when a share `done` of the run is over.

    All three arguments and the result but `schedule` lie in [0, 1].
    """
    if schedule == "constant":
        return 1.0
    if schedule == "late":
        done = 0.0 if done < late_from else (done - late_from) / max(1e-9, 1.0 - late_from)
    return 0.5 * (1 + math.cos(math.pi * done))


def descend(
    network: WindowClassifier,
    optimizer: torch.optim.Optimizer,
    batch: Batch,
    micro: int,
    recipe: Recipe,
    numerics: Numerics,
    shared: Shared | None = None,
) -> Generator[None, None, float]:
    """One optimiser step, giving way between forward passes; returns the batch's mean loss.

    Where that is not a finite number, the weights stay as they are. Closing the generator leaves
    them so too, with all statistics, and so does giving a pass up in its midst.

    Parameters
    ----------
    batch
        What is learned.
    micro
        Crops a forward pass.
    shared
        The network's passes where several processes train it: `batch` is this one's share.
    """
    pixels = torch.from_numpy(batch.pixels).to(numerics.device)
    targets = torch.from_numpy(batch.targets).to(numerics.device)
    optimizer.zero_grad(set_to_none=True)
    total = 0.0
    with statistics_kept(network):
        for start in range(0, len(targets), micro):
            part = slice(start, start + micro)
            more = part.stop < len(targets)
            network.train()
            if shared is None:
                with autocast(numerics):
                    logits = logits_of(network, pixels[part], recipe)
                loss = window_loss(logits, targets[part]).sum() / len(targets)
                loss.backward()  # type: ignore[no-untyped-call]
            else:
                with shared.passing(last=not more):
                    with autocast(numerics):
                        logits = shared.module(pixels[part])
                    loss = window_loss(logits, targets[part]).sum() / shared.whole
                    (loss * shared.weight).backward()  # type: ignore[no-untyped-call]
            total += float(loss.detach())
            if more:
                yield
    if shared is not None:
        total = shared.sum(total)
    if math.isfinite(total):
        if recipe.clip > 0:
            trained = [p for group in optimizer.param_groups for p in group["params"]]
            torch.nn.utils.clip_grad_norm_(trained, recipe.clip)
        optimizer.step()
    return total


def logits_of(network: WindowClassifier, pixels: torch.Tensor, recipe: Recipe) -> torch.Tensor:
    """Logits (n, classes, h, w) of crops as they are trained on; a frozen backbone has no part."""
    if recipe.trains_backbone:
        return network.dense(pixels).logits
    network.features.eval()  # frozen also means frozen batch-norm statistics
    with torch.no_grad():
        maps = network.features(network.prepare(pixels))
    return network.classify(maps)


def set_rate(optimizer: torch.optim.Optimizer, rate: float) -> None:
    """Let the next step be made with this learning rate."""
    for group in optimizer.param_groups:
        group["lr"] = rate


def out_of_memory(error: BaseException) -> bool:
    """Whether an error is that there was not enough memory, on whichever device."""
    words = str(error).lower()
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or (
        "out of memory" in words or "can't allocate memory" in words or "not enough memory" in words
    )
