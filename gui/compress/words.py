"""Names and numbers of smaller networks as people read them. No widgets here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.compress.values import Cost
from engine.core.values import Rates
from gui.store.run_names import made_words
from gui.store.run_record import RunRecord
from gui.words.terms import setting_name
from gui.words.text import count, fixed, percent

tr = QCoreApplication.translate
DASH = "\N{EN DASH}"


def amount(value: float | None) -> str:
    """Return a large number in short: 80,100,000,000 -> "80.1 G"."""
    if value is None:
        return DASH
    for step, letter in ((1e9, "G"), (1e6, "M")):
        if value >= step:
            return f"{value / step:,.1f} {letter}"
    return count(round(value))


def size_text(size: int | None) -> str:
    """Return a file's size: 58,900,000 -> "58.9 MB"."""
    if size is None:
        return DASH
    for step, unit in ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")):
        if size >= step:
            return f"{size / step:.1f} {unit}"
    return f"{size} B"


def times(before: float, after: float) -> str:
    """Return how many times smaller something is: 2.31 times."""
    if after <= 0:
        return DASH
    ratio = before / after
    digits = 2 if ratio < 10 else 1 if ratio < 100 else 0
    return f"{ratio:,.{digits}f}\N{MULTIPLICATION SIGN}"


def milliseconds(value: float) -> str:
    """Return a time with three digits that count."""
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def figure_name(figure: str) -> str:
    """Return the name of a figure of `Rates`."""
    return {
        "accuracy": tr("compress", "Accuracy"),
        "auc": tr("compress", "AUC"),
        "escape": tr("compress", "Escape"),
        "overkill": tr("compress", "Overkill"),
    }[figure]


def figure_text(rates: Rates | None, figure: str) -> str:
    """Return a figure of `Rates`."""
    if rates is None:
        return DASH
    value = getattr(rates, figure)
    return fixed(value, 4) if figure == "auc" else percent(value)


def order_name(order: str) -> str:
    """Return in which order filters are removed."""
    return {
        "contribution": tr("compress", "Least contribution first"),
        "activity": tr("compress", "Least activity first"),
    }[order]


def judged_name(judged: str) -> str:
    """Return on which images figures were taken, for a column."""
    names = {"validation": tr("compress", "validation"), "test": tr("compress", "test")}
    return names.get(judged, judged)


def judged_words(judged: str) -> str:
    """Return on which images figures were taken, for a sentence."""
    names = {
        "validation": tr("compress", "validation images"),
        "test": tr("compress", "test images"),
    }
    return names.get(judged, judged)


def run_words(run: RunRecord) -> str:
    """Return what a run is: its setting and fold, or how it was made of another."""
    recipe = run.recipe
    return made_words(run) or f"{setting_name(recipe.setting)}, {recipe.fold}/{recipe.folds}"


def changes_text(changes: int | None, images: int | None) -> str:
    """Return how many verdicts changed, of how many images."""
    if changes is None:
        return DASH
    return f"{count(changes)} / {count(images)}" if images is not None else count(changes)


def cost_rows(before: Cost, after: Cost) -> list[tuple[str, ...]]:
    """Return what both networks cost, and the ratio."""
    rows = (
        (tr("compress", "Filters"), before.filters, after.filters, count),
        (tr("compress", "Parameters"), before.parameters, after.parameters, count),
        (tr("compress", "Multiply-adds"), before.multiply_adds, after.multiply_adds, amount),
        (tr("compress", "File"), before.weight_bytes, after.weight_bytes, size_text),
    )
    return [(name, show(a), show(b), times(a, b)) for name, a, b, show in rows]


def rate_rows(before: Rates, after: Rates) -> list[tuple[str, ...]]:
    """Return the figures of both networks."""
    return [
        (figure_name(figure), figure_text(before, figure), figure_text(after, figure), "")
        for figure in ("accuracy", "overkill", "escape")
    ]
