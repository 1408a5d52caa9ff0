"""The words of comparing two runs. No widgets here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

tr = QCoreApplication.translate


def cell_name(cell: str, one: str, other: str) -> str:
    """Return who is right in a cell; "" is all images."""
    return {
        "both": tr("versus", "both right"),
        "one": tr("versus", "only {name} right").format(name=one),
        "other": tr("versus", "only {name} right").format(name=other),
        "neither": tr("versus", "both wrong"),
    }.get(cell, tr("versus", "all images"))


def cell_text(cell: str) -> str:
    """Return who is right in a few letters, for a button."""
    return {
        "both": tr("versus", "both right"),
        "one": tr("versus", "only the first"),
        "other": tr("versus", "only the second"),
        "neither": tr("versus", "both wrong"),
    }[cell]
