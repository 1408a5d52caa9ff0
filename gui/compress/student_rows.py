"""Students as rows of a table, and their sizes in words. No widgets here."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication

from engine.compress.values import Cost
from gui.compress.found import WHOLE, Student
from gui.compress.words import DASH, amount, changes_text, figure_name, figure_text
from gui.store.run_names import shown
from gui.store.run_record import RunRecord
from gui.words.terms import setting_name
from gui.words.text import count, either

tr = QCoreApplication.translate


def size_name(filters: int) -> str:
    """Return a size to choose: filters, and their share of VGG-16's."""
    template = either(
        filters, tr("compress", "{n} filter (1/{share})"), tr("compress", "{n} filters (1/{share})")
    )
    return template.format(n=count(filters), share=round(WHOLE / filters))


def size_words(filters: int, known: Cost | None) -> str:
    """Say what a student of so many filters costs: as measured, else as it is to be expected."""
    share = round(WHOLE / filters)
    if known is not None:
        template = tr(
            "compress",
            "{n} filters: 1/{share} of VGG-16's {whole}. Such a student has {parameters} "
            "parameters and takes {adds} multiply-adds for an image of {width} x {height} px.",
        )
        height, width = known.size
        return template.format(
            n=count(filters),
            share=share,
            whole=count(WHOLE),
            parameters=count(known.parameters),
            adds=amount(known.multiply_adds),
            width=width,
            height=height,
        )
    template = tr(
        "compress",
        "{n} filters: 1/{share} of VGG-16's {whole}. Twice the filters take about four times the "
        "parameters and multiply-adds.",
    )
    return template.format(n=count(filters), share=share, whole=count(WHOLE))


def lessons_name(lessons: str) -> str:
    """Return from what a student learned."""
    names = {
        "teacher": tr("compress", "teacher"),
        "labels": tr("compress", "labels"),
    }
    return names.get(lessons, DASH)


def student_heads() -> tuple[str, ...]:
    """Return the heads of the table."""
    return (
        tr("compress", "Network"),
        tr("compress", "Teacher"),
        tr("compress", "Lessons"),
        tr("compress", "Filters"),
        tr("compress", "Parameters"),
        tr("compress", "Multiply-adds"),
        figure_name("accuracy"),
        figure_name("overkill"),
        figure_name("escape"),
        tr("compress", "Changes"),
    )


def student_rows(
    run: RunRecord, cost: Cost | None, found: Sequence[Student], names: Collection[str]
) -> list[tuple[str, ...]]:
    """Return the chosen run, then its students, then those of other runs.

    `names` are those of all runs of the project.
    """
    figures = ("accuracy", "overkill", "escape")
    rows = [
        (
            shown(run.name, names),
            DASH,
            DASH,
            *_cost(cost),
            *(figure_text(run.test, f) for f in figures),
            DASH,
        )
    ]
    for one in sorted(found, key=lambda one: one.teacher != run.name):
        rows.append(
            (
                shown(one.name, names),
                _teacher(one, run),
                lessons_name(one.lessons),
                *_cost(one.cost),
                *(figure_text(one.test, figure) for figure in figures),
                changes_text(one.changes, one.test.images if one.test else None),
            )
        )
    return rows


def _teacher(one: Student, run: RunRecord) -> str:
    """Name a teacher in short; the copied table has its folder's name."""
    if one.teacher == run.name:
        return tr("compress", "this run")
    return setting_name(one.setting) if one.setting else one.teacher


def _cost(cost: Cost | None) -> tuple[str, str, str]:
    if cost is None:
        return DASH, DASH, DASH
    return count(cost.filters), amount(cost.parameters), amount(cost.multiply_adds)
