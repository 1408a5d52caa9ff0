"""Numbers as plain English text, for the terminal and for what is printed of results."""

from __future__ import annotations


def some(number: int, noun: str, many: str = "") -> str:
    """Return a number with its noun: "1 image", "2 images"; `many` where an "s" will not do."""
    return f"{number} {noun if number == 1 else many or noun + 's'}"


def figures(value: float | None) -> str:
    """Return a value with three significant digits; "n/a" if it is undefined."""
    return "n/a" if value is None else f"{value:.3g}"
