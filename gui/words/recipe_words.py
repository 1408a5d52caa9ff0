"""A recipe in one or two sentences, for people who do not unfold all its entries."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.core.recipe import Recipe


def recipe_words(recipe: Recipe) -> str:
    """Say how a run learns: optimiser, batches, augmentation, validation."""
    names = {"sgd": "SGD", "adamw": "AdamW"}
    first = QCoreApplication.translate(
        "recipe", "{optimizer}, learning rate {rate}, batches of {batch}, {mix}."
    ).format(
        optimizer=names.get(recipe.optimizer, recipe.optimizer),
        rate=f"{recipe.learning_rate:g}",
        batch=recipe.batch,
        mix=QCoreApplication.translate("recipe", "half of them defective")
        if recipe.balanced
        else QCoreApplication.translate("recipe", "in the proportions of the data"),
    )
    return " ".join((first, _augmentation(recipe), _validation(recipe)))


def _augmentation(recipe: Recipe) -> str:
    parts = []
    if recipe.shift:
        parts.append(QCoreApplication.translate("recipe", "shifted"))
    if recipe.rotate_flip:
        parts.append(QCoreApplication.translate("recipe", "rotated and flipped"))
    if not parts:
        return QCoreApplication.translate("recipe", "Windows stay fixed.")
    return QCoreApplication.translate("recipe", "Windows are {how}.").format(how=", ".join(parts))


def _validation(recipe: Recipe) -> str:
    if recipe.validation == 0:
        return QCoreApplication.translate(
            "recipe",
            "No validation images: the last iteration counts, at threshold 0.5, and the live "
            "curve is measured on the test fold.",
        )
    words = QCoreApplication.translate(
        "recipe",
        "{share} % of the other images decide the checkpoint and the threshold; an escape "
        "costs {ratio} overkills.",
    ).format(share=f"{100 * recipe.validation:g}", ratio=f"{recipe.cost_ratio:g}")
    if not recipe.line_share:
        return words
    line = QCoreApplication.translate("recipe", "On the line {share} % of parts are defective.")
    return f"{words} {line.format(share=f'{100 * recipe.line_share:g}')}"
