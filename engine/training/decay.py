"""How far weight decay alone moves the weights: what a change by learning is to be held against."""

from __future__ import annotations

from engine.core.recipe import Recipe
from engine.training.step import rate_share


def decay_change(recipe: Recipe, iterations: int) -> float:
    """||w - w_0|| / ||w_0|| of weights that no gradient has moved, in [0, 1].

    It is the same for every layer: the layers that learn least show little else after a long run
    with decay. Plain SGD adds decay times the weight to the gradient, with its momentum; AdamW
    takes rate times decay off the weight itself (Loshchilov & Hutter 2019).

    Parameters
    ----------
    recipe
        Its optimiser, rate, schedule, momentum and decay.
    iterations
        Steps that were made. A run with a time limit is taken to have had its rates by steps.
    """
    if recipe.weight_decay <= 0 or not recipe.trains_backbone:
        return 0.0
    weight, speed = 1.0, 0.0
    for step in range(iterations):
        share = rate_share(
            recipe.schedule, min(1.0, step / max(1, recipe.iterations)), recipe.crop_from
        )
        rate = recipe.learning_rate * share
        if recipe.optimizer == "adamw":
            weight *= 1.0 - rate * recipe.weight_decay
        else:
            speed = recipe.momentum * speed + recipe.weight_decay * weight
            weight -= rate * speed
    return 1.0 - weight
