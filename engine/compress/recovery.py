"""Some more steps of a run's own training, for a network that has lost channels."""

from __future__ import annotations

import math
from collections.abc import Generator

from torch import nn

from engine.core.errors import RunError
from engine.core.job import always, relay
from engine.data.folds import Split
from engine.data.store import ImageStore
from engine.data.views import Sampler
from engine.network.numerics import settle
from engine.network.values import Numerics
from engine.network.window_classifier import WindowClassifier
from engine.project.run_record import RunRecord
from engine.training.run import make_optimizer, mine
from engine.training.step import descend

RATE_SHARE = 0.5
"""Highest learning rate of recovery as a share of the recipe's."""

WARM_SHARE = 1 / 3
"""Of the steps, in which the rate rises."""

QUICK_PIXELS = 4 * 128 * 128
"""Pixels a forward pass on a CPU where batches may be parted: a second for the way there and back
through VGG-16. The run's own parts may take five."""


def rate_at(step: int, steps: int) -> float:
    """Learning rate of a step (0-based) as a share of the highest, in (0, 1].

    It rises in a line over the first third of the steps and falls along a cosine. An optimiser
    without memory scales even the tiny gradients of a network that makes no mistakes to steps of
    full length: at a constant rate VGG-16, cut to 75 % and as good as before, lost its verdicts.
    """
    warm = max(1, int(WARM_SHARE * steps))
    if step < warm:
        return (step + 1) / warm
    return 0.5 * (1 + math.cos(math.pi * (step - warm + 1) / (steps - warm + 1)))


def recover(
    network: WindowClassifier,
    record: RunRecord,
    store: ImageStore,
    split: Split,
    numerics: Numerics,
    first: int,
    steps: int,
) -> Generator[tuple[str, int, int], None, list[float]]:
    """Take optimiser steps as the run took its last ones, at half its learning rate and below.

    Loss, optimiser, batches, clipping and number format are the run's; the batches go on where
    it ended, and are large crops where it ended with these. The optimiser starts without memory:
    the weights it knew are gone.

    Parameters
    ----------
    network
        Changed in place; in evaluation mode afterwards, and when the generator is closed.
    record
        The run whose recipe counts.
    first
        Steps taken before of this recovery: the batches go on behind them.
    steps
        To take; 0: none.

    Yields
    ------
    tuple
        ("recovering", steps done, steps) after each forward pass. Weights change in whole steps.

    Returns
    -------
    list of float
        Mean loss of each step's batch, before the step.

    Raises
    ------
    RunError
        The loss became not-a-number.
    """
    if steps <= 0:
        return []
    recipe = record.recipe
    sampler = Sampler(store, split.train, recipe, record.view, network.stride)
    mine(sampler, record.view, record.judge(network, numerics), store)
    large = sampler.crop > 0 and recipe.crop_from < 1
    micro = max(1, numerics.micro_batch * sampler.batch_size(large) // recipe.batch)
    if numerics.device == "cpu" and not any(
        isinstance(module, nn.BatchNorm2d) for module in network.modules()
    ):
        height, width = (sampler.crop, sampler.crop) if large else sampler.size
        micro = min(micro, max(1, QUICK_PIXELS // (height * width)))
    network = settle(network, numerics).requires_grad_(True)
    optimizer = make_optimizer(network, recipe)
    losses = []
    try:
        for step in range(steps):
            for group in optimizer.param_groups:
                group["lr"] = recipe.learning_rate * RATE_SHARE * rate_at(step, steps)
            batch = sampler.batch(record.iteration + first + step, large)
            work = descend(network, optimizer, batch, micro, recipe, numerics)
            loss = yield from relay(work, always(("recovering", step, steps)))
            if not math.isfinite(loss):
                raise RunError(
                    "With so few filters the loss became not-a-number while recovering. Keep a "
                    "larger share, or ask for no recovery."
                )
            losses.append(loss)
            yield "recovering", step + 1, steps
    finally:
        network.zero_grad(set_to_none=True)
        network.eval()
    return losses
