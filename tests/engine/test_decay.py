"""How far weight decay alone moves weights, against torch's own optimisers."""

from __future__ import annotations

import pytest
import torch

from engine.core.recipe import default_recipe
from engine.training.decay import decay_change
from engine.training.step import rate_share


@pytest.mark.parametrize("optimizer", ["sgd", "adamw"])
@pytest.mark.parametrize("schedule", ["constant", "late"])
def test_weights_without_a_gradient_move_as_far_as_is_said(optimizer: str, schedule: str):
    recipe = default_recipe(
        "transfer", "article", iterations=300, optimizer=optimizer, schedule=schedule,
        learning_rate=0.02, momentum=0.9, weight_decay=5e-3,
    )  # fmt: skip
    weight = torch.nn.Parameter(torch.ones(3, dtype=torch.float64))
    made = (
        torch.optim.AdamW([weight], lr=0.02, weight_decay=5e-3)
        if optimizer == "adamw"
        else torch.optim.SGD([weight], lr=0.02, momentum=0.9, weight_decay=5e-3)
    )
    for step in range(240):
        for group in made.param_groups:
            group["lr"] = 0.02 * rate_share(schedule, step / 300, recipe.crop_from)
        weight.grad = torch.zeros_like(weight)
        made.step()
    assert decay_change(recipe, 240) == pytest.approx(1.0 - float(weight[0].detach()), rel=1e-9)


def test_of_the_articles_length_a_hundredth_is_decay():
    # Transfer on magnetic tiles: the biases of every layer had moved by 0.0111.
    article = {"momentum": 0.9, "weight_decay": 5e-4}
    recipe = default_recipe("transfer", "article", **article)
    assert decay_change(recipe, 2242) == pytest.approx(0.0111, abs=5e-5)
    assert decay_change(default_recipe("transfer", "article"), 2242) == 0
    assert decay_change(default_recipe("frozen", "article", **article), 2242) == 0
