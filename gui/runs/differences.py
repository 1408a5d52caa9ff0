"""How two runs differ: recipe, images, computer, and what they came to. No widgets here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.core.values import Maker
from gui.store.run_record import RunRecord
from gui.toolkit.recipe_entries import entry_name
from gui.words.terms import preset_name, setting_name, view_name
from gui.words.text import device_name, file_name, fixed, percent

tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Difference:
    """One line: a name and what each run says. `outcome`: it came out, it was not put in."""

    name: str
    one: str
    other: str
    outcome: bool = False


def differences(one: RunRecord, other: RunRecord) -> list[Difference]:
    """Return what was put in differently, then what came out."""
    result = []
    mine, theirs = one.recipe.to_dict(), other.recipe.to_dict()
    for key in dict.fromkeys([*mine, *theirs]):
        pair = [_value(key, recipe.get(key)) for recipe in (mine, theirs)]
        if pair[0] != pair[1]:
            result.append(Difference(_name(key), pair[0], pair[1]))
    for name, left, right in _around(one, other):
        if left != right:
            result.append(Difference(name, left, right))
    for name, left, right in _outcomes(one, other):
        result.append(Difference(name, left, right, outcome=True))
    return result


def _name(key: str) -> str:
    """Return the name of a recipe's entry; those of the form have names of their own."""
    names = {
        "setting": tr("runs", "Setting"),
        "preset": tr("runs", "Preset"),
        "network": tr("runs", "Network"),
        "view": tr("runs", "Training view"),
        "iterations": tr("runs", "Iterations"),
        "fold": tr("runs", "Fold"),
        "folds": tr("runs", "Folds"),
    }
    return names.get(key) or entry_name(key)


def _value(key: str, value: Any) -> str:
    if value is None:
        return "\N{EN DASH}"
    if key == "setting":
        return setting_name(value)
    if key == "preset":
        return preset_name(value)
    if key == "view":
        return view_name(value)
    if isinstance(value, bool):
        return tr("runs", "yes") if value else tr("runs", "no")
    return f"{value:g}" if isinstance(value, float) else str(value)


def _maker(worker: Maker | None) -> str:
    return "\N{EN DASH}" if worker is None else str(worker)


def _around(one: RunRecord, other: RunRecord) -> list[tuple[str, str, str]]:
    """What is not in the recipe: images, what it was made from, computer."""
    a, b = one.summary, other.summary
    if a is None or b is None:
        return []
    rows = [
        (tr("runs", "Images"), file_name(a.data_path), file_name(b.data_path)),
        (tr("runs", "Data fingerprint"), a.fingerprint[:12], b.fingerprint[:12]),
        (tr("runs", "View used"), view_name(a.view), view_name(b.view)),
        (tr("runs", "Made from"), a.parent or "\N{EN DASH}", b.parent or "\N{EN DASH}"),
        (tr("runs", "Goes on from"), a.begun_as or "\N{EN DASH}", b.begun_as or "\N{EN DASH}"),
        (tr("runs", "Device"), device_name(a.device), device_name(b.device)),
        (tr("runs", "Precision"), a.precision, b.precision),
        (tr("runs", "Made by process"), _maker(a.worker), _maker(b.worker)),
    ]
    return rows


def _outcomes(one: RunRecord, other: RunRecord) -> list[tuple[str, str, str]]:
    tests = [run.test for run in (one, other)]

    def pair(name: str, digits: int | None = None) -> tuple[str, str]:
        values = [getattr(test, name) if test else None for test in tests]
        left, right = (percent(v) if digits is None else fixed(v, digits) for v in values)
        return left, right

    return [
        (tr("runs", "Accuracy"), *pair("accuracy")),
        (tr("runs", "AUC"), *pair("auc", 4)),
        (tr("runs", "Overkill"), *pair("overkill")),
        (tr("runs", "Escape"), *pair("escape")),
        (tr("runs", "Threshold"), *pair("threshold", 4)),
    ]
