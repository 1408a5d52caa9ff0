"""Names and numbers of smaller networks as people read them. No widgets here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.compress.values import OPENVINO, Cost, Exported
from engine.core.student_size import VGG_FILTERS
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


def ratio_text(ratio: float | None) -> str:
    """Return how many times as fast something is."""
    return DASH if ratio is None else f"{ratio:,.2f}\N{MULTIPLICATION SIGN}"


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


def offer_words(found: Exported) -> str:
    """Say what was chosen on this computer for an exported file; empty where nothing was."""
    int8 = {
        "inexact": tr(
            "compress",
            "int8 is not offered: it differs too much from the run. The file is float32.",
        ),
        "slower": tr(
            "compress",
            "int8 is not offered: it is no quicker on this computer. The file is float32.",
        ),
        "offered": tr("compress", "int8 is accurate, and quicker on this computer."),
    }
    said = [int8.get(found.int8, "")]
    if found.runtime == OPENVINO:
        said.append(tr("compress", "OpenVINO runs it more quickly on this computer."))
    return " ".join(part for part in said if part)


def size_name(filters: int) -> str:
    """Return a size to choose: filters, and their share of VGG-16's."""
    template = tr("compress", "{n} filters (1/{share})", "", filters)
    return template.format(n=count(filters), share=round(VGG_FILTERS / filters))


def size_words(filters: int, known: Cost | None) -> str:
    """Say what a student of so many filters costs: as measured, else as it is to be expected."""
    share = round(VGG_FILTERS / filters)
    if known is not None:
        template = tr(
            "compress",
            "{n} filters of VGG-16's {whole}: such a student has {parameters} "
            "parameters and takes {adds} multiply-adds for an image of {width} x {height} px.",
        )
        height, width = known.size
        return template.format(
            n=count(known.filters),
            whole=count(VGG_FILTERS),
            parameters=count(known.parameters),
            adds=amount(known.multiply_adds),
            width=width,
            height=height,
        )
    template = tr(
        "compress",
        "At most {n} filters, 1/{share} of VGG-16's {whole}. Twice the filters take about four "
        "times the parameters and multiply-adds.",
    )
    return template.format(n=count(filters), share=share, whole=count(VGG_FILTERS))


def lessons_name(lessons: str) -> str:
    """Return from what a student learned."""
    names = {
        "teacher": tr("compress", "teacher"),
        "labels": tr("compress", "labels"),
    }
    return names.get(lessons, DASH)
