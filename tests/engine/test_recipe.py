from __future__ import annotations

import pytest

from engine.core.errors import RecipeError
from engine.core.recipe import Preset, Recipe, Setting, View, default_recipe


@pytest.mark.parametrize("setting", list(Setting))
@pytest.mark.parametrize("preset", list(Preset))
def test_every_default_survives_a_round_trip(setting: Setting, preset: Preset):
    recipe = default_recipe(setting, preset, fold=2, seed=7)
    assert Recipe.from_dict(recipe.to_dict()) == recipe


def test_article_preset_is_the_article():
    recipe = default_recipe("transfer", "article")
    assert (recipe.optimizer, recipe.batch, recipe.learning_rate) == ("sgd", 32, 1e-3)
    assert recipe.iterations == 2242
    assert not (recipe.balanced or recipe.shift or recipe.rotate_flip)
    assert recipe.validation == 0
    assert recipe.crop == 0


def test_settings_differ_where_they_should():
    assert not default_recipe("scratch").shift, "no augmentation means fixed windows"
    assert default_recipe("scratch-aug").rotate_flip
    assert not default_recipe("frozen").trains_backbone
    assert default_recipe("frozen").from_source
    assert default_recipe("small").network == "small"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("setting", "magic"), ("view", "sideways"), ("fold", 6), ("folds", 1), ("batch", 0),
        ("learning_rate", 0), ("validation", 0.9), ("window", 100), ("iterations", 0),
        ("micro_batch", 64), ("crop", 64), ("optimizer", "lion"), ("seed", -1), ("network", "small"),
    ],
)  # fmt: skip
def test_a_wrong_entry_is_refused_by_name(name: str, value: object):
    values: dict[str, object] = {"setting": "transfer", name: value}
    with pytest.raises(RecipeError, match=name):
        Recipe(**values)  # type: ignore[arg-type]


def test_unknown_entries_are_refused():
    with pytest.raises(RecipeError, match="learning_rte"):
        Recipe.from_dict({"setting": "transfer", "learning_rte": 1})
    with pytest.raises(RecipeError, match="lacks its setting"):
        Recipe.from_dict({})


def test_names_become_their_kinds():
    recipe = Recipe(setting="transfer", view="whole")  # type: ignore[arg-type]
    assert recipe.view is View.WHOLE
    assert recipe.changed(view="bags").view is View.BAGS


def test_entries_that_older_runs_carry_are_left_out():
    values = default_recipe("transfer").to_dict() | {"normal": "good"}
    assert Recipe.from_dict(values) == default_recipe("transfer")
