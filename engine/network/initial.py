"""A run's network at iteration 0: made when it begins, and made again when somebody asks."""

from __future__ import annotations

from engine.core.errors import RecipeError
from engine.core.recipe import Recipe, Setting, View
from engine.data.sample import Label
from engine.network.catalogue import backbone, build, load_source
from engine.network.values import RAW, UNIT, Preprocessing
from engine.network.weights import Found, find_weights, tensor_hash
from engine.network.window_classifier import WindowClassifier


def preprocessing_for(recipe: Recipe, found: Found | None) -> Preprocessing:
    """Pixels to network input: what the source weights demand, else unit variance or raw."""
    if found:
        return found.weights.preprocessing
    # Plain filters' logarithms are of grey levels.
    return RAW if recipe.raw_input or recipe.setting is Setting.FILTERS else UNIT


def make_network(
    recipe: Recipe, view: View, labels: tuple[Label, ...]
) -> tuple[WindowClassifier, Found | None]:
    """Build a run's network at iteration 0, and return the source weights it starts from.

    Raises
    ------
    WeightsError
        The setting needs source weights and none are here.
    RecipeError
        The network is not one to be trained by itself.
    """
    if not (backbone(recipe.network).offered or recipe.fitted):
        raise RecipeError("A student is taught by a run: use 'compress RUN --filters N'.")
    result = find_weights(recipe.network) if recipe.from_source else None
    window = 0 if view is View.WHOLE else recipe.window
    preprocessing = preprocessing_for(recipe, result)
    network = build(recipe.network, len(labels), window, preprocessing, recipe.seed)
    if result is not None:
        load_source(network, recipe.network, result.state)
    return network, result


def made_again(
    recipe: Recipe, view: View, labels: tuple[Label, ...], initial_hash: str
) -> WindowClassifier | None:
    """The network a run began with, proved by the hash of its weights; None if it comes out
    otherwise: by other versions, or from other source weights.

    Raises
    ------
    WeightsError
        The source weights are not here any more.
    """
    network, _ = make_network(recipe, view, labels)
    return network if tensor_hash(network.state_dict()) == initial_hash else None
