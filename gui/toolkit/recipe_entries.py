"""Every entry of a recipe that the short form does not show, as plain fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from engine.core.recipe import SCHEDULES, Precision, Recipe
from gui.style.theme import SPACE
from gui.toolkit.parts import form_row, set_property

FORM: Final = frozenset({"setting", "preset", "network", "view", "iterations", "fold", "folds"})
"""Entries that have a place of their own in the form, or on the Data page."""

CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "split": ("folds", "official"),
    "optimizer": ("sgd", "adamw"),
    "schedule": SCHEDULES,
    "precision": tuple(item.value for item in Precision),
}


def _known() -> dict[str, tuple[str, str]]:
    """Return name and explanation of each entry, translated."""
    return {
        "window": (
            QCoreApplication.translate("recipe", "Window, px"),
            QCoreApplication.translate(
                "recipe", "Side of a window in pixels of the original image."
            ),
        ),
        "crop": (
            QCoreApplication.translate("recipe", "Training crop, px"),
            QCoreApplication.translate(
                "recipe", "A crop larger than the window shows many windows at once; 0: one."
            ),
        ),
        "crop_from": (
            QCoreApplication.translate("recipe", "Crops from"),
            QCoreApplication.translate(
                "recipe", "Share of the run after which larger crops replace single windows."
            ),
        ),
        "whole_side": (
            QCoreApplication.translate("recipe", "Shrunk side, px"),
            QCoreApplication.translate(
                "recipe", "Longest side of an image in the view of whole images."
            ),
        ),
        "split": (
            QCoreApplication.translate("recipe", "Split"),
            QCoreApplication.translate(
                "recipe", "Folds over all images, or the set's own Train and Test."
            ),
        ),
        "validation": (
            QCoreApplication.translate("recipe", "Validation share"),
            QCoreApplication.translate(
                "recipe", "Share of non-test images kept for the best checkpoint."
            ),
        ),
        "defects": (
            QCoreApplication.translate("recipe", "Labelled defects"),
            QCoreApplication.translate(
                "recipe", "How many defective images training may use; 0: all, -1: none."
            ),
        ),
        "seconds": (
            QCoreApplication.translate("recipe", "Time limit, s"),
            QCoreApplication.translate(
                "recipe", "Seconds of training after which the run ends; 0: none."
            ),
        ),
        "enough": (
            QCoreApplication.translate("recipe", "Enough, AUC"),
            QCoreApplication.translate(
                "recipe", "Live AUC that ends the run when reached twice in a row; 0: never."
            ),
        ),
        "batch": (
            QCoreApplication.translate("recipe", "Batch"),
            QCoreApplication.translate("recipe", "Windows in one optimiser step."),
        ),
        "optimizer": (
            QCoreApplication.translate("recipe", "Optimiser"),
            QCoreApplication.translate("recipe", "Plain gradient descent, or AdamW."),
        ),
        "learning_rate": (
            QCoreApplication.translate("recipe", "Learning rate"),
            QCoreApplication.translate("recipe", "Step length of the optimiser."),
        ),
        "momentum": (
            QCoreApplication.translate("recipe", "Momentum"),
            QCoreApplication.translate("recipe", "From 0 to below 1."),
        ),
        "weight_decay": (
            QCoreApplication.translate("recipe", "Weight decay"),
            QCoreApplication.translate("recipe", "0 to 1."),
        ),
        "clip": (
            QCoreApplication.translate("recipe", "Gradient limit"),
            QCoreApplication.translate("recipe", "Largest gradient norm; 0: no limit."),
        ),
        "schedule": (
            QCoreApplication.translate("recipe", "Schedule"),
            QCoreApplication.translate("recipe", "Constant rate, or a cosine down to zero."),
        ),
        "balanced": (
            QCoreApplication.translate("recipe", "Balanced batches"),
            QCoreApplication.translate("recipe", "Half of each batch defective, half normal."),
        ),
        "rotate_flip": (
            QCoreApplication.translate("recipe", "Rotate and flip"),
            QCoreApplication.translate("recipe", "Augment with the eight flips and quarter turns."),
        ),
        "shift": (
            QCoreApplication.translate("recipe", "Shift windows"),
            QCoreApplication.translate("recipe", "Augment with random window positions."),
        ),
        "raw_input": (
            QCoreApplication.translate("recipe", "Raw 0-255 input"),
            QCoreApplication.translate(
                "recipe", "A named variant that handicaps scratch networks."
            ),
        ),
        "calibrate": (
            QCoreApplication.translate("recipe", "Refit the head"),
            QCoreApplication.translate(
                "recipe", "Refit the head on dense maps of training images at the end."
            ),
        ),
        "cost_ratio": (
            QCoreApplication.translate("recipe", "Cost of an escape"),
            QCoreApplication.translate(
                "recipe", "In units of one overkill; decides the threshold."
            ),
        ),
        "line_share": (
            QCoreApplication.translate("recipe", "Defects on the line"),
            QCoreApplication.translate(
                "recipe",
                "Share of parts that are defective there, 0 to 0.5; weighs the cost of an escape. "
                "0: as many as among the validation images.",
            ),
        ),
        "precision": (
            QCoreApplication.translate("recipe", "Number format"),
            QCoreApplication.translate("recipe", "auto: a short probe decides."),
        ),
        "micro_batch": (
            QCoreApplication.translate("recipe", "Micro-batch"),
            QCoreApplication.translate("recipe", "Windows in one pass; 0: measured."),
        ),
        "threads": (
            QCoreApplication.translate("recipe", "Threads"),
            QCoreApplication.translate("recipe", "0: measured."),
        ),
        "seed": (
            QCoreApplication.translate("recipe", "Seed"),
            QCoreApplication.translate(
                "recipe", "Of folds, windows, initial weights and sampling."
            ),
        ),
    }


def entry_name(name: str) -> str:
    """Return an entry's translated name; a new entry shows its plain name."""
    known = _known().get(name)
    return known[0] if known else name.replace("_", " ").capitalize()


def entry_tip(name: str) -> str:
    """Return an entry's translated explanation."""
    known = _known().get(name)
    return known[1] if known else ""


def number(text: str, kind: type) -> Any:
    """Read a whole or decimal number; ValueError if it is none."""
    return kind(text.strip().replace(",", "."))


class RecipeEntries(QWidget):
    """One field for each entry: a check box, a choice or a number.

    Signals
    -------
    changed()
        The user edited a field.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QFormLayout(self)
        layout.setContentsMargins(0, SPACE // 2, 0, 0)
        layout.setHorizontalSpacing(SPACE)
        layout.setVerticalSpacing(SPACE - 3)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._fields: dict[str, QWidget] = {}
        self._kinds: dict[str, type] = {}
        for field in fields(Recipe):
            if field.name in FORM:
                continue
            self._kinds[field.name] = type(field.default)
            widget = self._field(field.name)
            widget.setToolTip(entry_tip(field.name))
            widget.setAccessibleName(entry_name(field.name))
            self._fields[field.name] = widget
            if isinstance(widget, QCheckBox):
                layout.addRow(widget)
            else:
                text = form_row(layout, entry_name(field.name), widget)
                text.setToolTip(entry_tip(field.name))

    def show_recipe(self, recipe: Recipe) -> None:
        """Fill the fields without telling anyone."""
        self.blockSignals(True)
        values = recipe.to_dict()
        for name, widget in self._fields.items():
            set_property(widget, "invalid", "false")
            if isinstance(widget, QCheckBox):
                widget.setChecked(values[name])
            elif isinstance(widget, QComboBox):
                widget.setCurrentIndex(widget.findData(values[name]))
            elif isinstance(widget, QLineEdit):
                value = values[name]
                widget.setText(f"{value:g}" if isinstance(value, float) else str(value))
        self.blockSignals(False)

    def show_entry(self, name: str, value: object) -> None:
        """Fill one field that is a number, without telling anyone."""
        field = self._fields[name]
        assert isinstance(field, QLineEdit)
        field.setText(f"{value:g}" if isinstance(value, float) else str(value))

    def values(self) -> dict[str, Any]:
        """Return what the fields say.

        Raises
        ------
        ValueError
            A field holds no number; its argument is the entry's name.
        """
        result: dict[str, Any] = {}
        for name, widget in self._fields.items():
            if isinstance(widget, QCheckBox):
                result[name] = widget.isChecked()
            elif isinstance(widget, QComboBox):
                result[name] = widget.currentData()
            elif isinstance(widget, QLineEdit):
                try:
                    result[name] = number(widget.text(), self._kinds[name])
                except ValueError:
                    raise ValueError(name) from None
        return result

    def mark(self, wrong: Mapping[str, bool]) -> None:
        """Frame the fields whose value is not accepted."""
        for name, widget in self._fields.items():
            set_property(widget, "invalid", "true" if wrong.get(name) else "false")

    def _field(self, name: str) -> QWidget:
        if name in CHOICES:
            combo = QComboBox()
            for choice in CHOICES[name]:
                combo.addItem(choice, choice)
            combo.currentIndexChanged.connect(lambda: self.changed.emit())
            return combo
        if self._kinds[name] is bool:
            box = QCheckBox(entry_name(name))
            box.toggled.connect(lambda: self.changed.emit())
            return box
        line = QLineEdit()
        line.textEdited.connect(lambda: self.changed.emit())
        return line
