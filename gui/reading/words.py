"""The words of how a folder is read. No widgets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.core.values import FOLDER_ROLES

tr = QCoreApplication.translate

KEYS = {"T": "through", "C": "class", "P": "product", "S": "split", "L": "lot", "M": "mask",
        "I": "ignore"}  # fmt: skip
"""Keys that give the chosen folders a role."""

COLUMN_ROLES = ("image", "class", "defect", "mask", "group", "split")
"""Roles that a person gives to columns."""


def role_name(role: str) -> str:
    """Return the words for a folder's role."""
    return {
        "through": tr("reading", "no meaning of its own"),
        "class": tr("reading", "class"),
        "product": tr("reading", "product"),
        "split": tr("reading", "part of the split"),
        "lot": tr("reading", "lot"),
        "mask": tr("reading", "masks"),
        "ignore": tr("reading", "not read"),
    }[role]


def role_key(role: str) -> str:
    """Return the key that gives a role."""
    return next(key for key, each in KEYS.items() if each == role)


def column_name(role: str) -> str:
    """Return the words for a column's role."""
    return {
        "image": tr("reading", "Image"),
        "class": tr("reading", "Product"),
        "defect": tr("reading", "Defect or normal"),
        "mask": tr("reading", "Mask"),
        "group": tr("reading", "Lot"),
        "split": tr("reading", "Part of the split"),
    }[role]


def question_name(question: str) -> str:
    """Return a question in words."""
    return {
        "masks": tr("reading", "Masks in doubt"),
        "cut": tr("reading", "Defective from this probability on"),
        "unlabelled": tr("reading", "Images that nothing is said of"),
    }[question]


def answer_name(said: str) -> str:
    """Return the words for an answer."""
    return {
        "": tr("reading", "not answered"),
        "as-they-are": tr("reading", "as they are"),
        "inverted": tr("reading", "inverted"),
        "unused": tr("reading", "not used"),
        "normal": tr("reading", "are normal"),
        "out": tr("reading", "are left out"),
    }[said]


def key_words() -> str:
    """Return which key gives which role, in one line."""
    return ", ".join(f"{role_key(role)} {role_name(role)}" for role in FOLDER_ROLES)
