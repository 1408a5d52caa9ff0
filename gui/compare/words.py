"""The words of comparing two runs. No widgets here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

tr = QCoreApplication.translate


def cell_name(cell: str, one: str, other: str) -> str:
    """Return who is right in a cell; "" is all images."""
    return {
        "both": tr("compare", "both right"),
        "one": tr("compare", "only {name} right").format(name=one),
        "other": tr("compare", "only {name} right").format(name=other),
        "neither": tr("compare", "both wrong"),
    }.get(cell, tr("compare", "all images"))


def cell_text(cell: str) -> str:
    """Return who is right in a few letters, for a button."""
    return {
        "both": tr("compare", "both right"),
        "one": tr("compare", "only the first"),
        "other": tr("compare", "only the second"),
        "neither": tr("compare", "both wrong"),
    }[cell]
