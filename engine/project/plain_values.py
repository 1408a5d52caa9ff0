"""Values of a run's record as TOML holds them, and back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

import cattrs

from engine.core.recipe import Recipe
from engine.core.values import Rates
from engine.data.sample import Label

T = TypeVar("T")

# Errors as Python raises them: their texts are shown to people.
_converter = cattrs.Converter(detailed_validation=False)
_converter.register_structure_hook(Recipe, lambda values, _: Recipe.from_dict(values))


def _sparse(kind: type[Any]) -> None:
    """Values that TOML left out are None again."""
    plainly = _converter.get_structure_hook(kind)
    empty = dict.fromkeys(kind.__slots__)
    _converter.register_structure_hook(kind, lambda values, _: plainly(empty | values, kind))


def _baseline(values: Any, plainly: Any) -> Rates:
    """Figures; their baseline once was that of the whole set and is now of the images counted."""
    result: Rates = plainly(values, Rates)
    if result.log_loss is None or not result.images:
        return result
    return replace(result, baseline=(result.images - result.defective) / result.images)


_sparse(Label)
_sparse(Rates)
_sparse_rates = _converter.get_structure_hook(Rates)
_converter.register_structure_hook(Rates, lambda values, _: _baseline(values, _sparse_rates))


def structured(values: Any, kind: type[T]) -> T:
    """Values of TOML as an object of that class.

    Raises
    ------
    KeyError, TypeError, ValueError, RecipeError
        Something is missing or of another kind.
    """
    return _converter.structure(values, kind)


def plain(value: Any) -> Any:
    """Drop None, which TOML lacks, and turn tuples into lists."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value
