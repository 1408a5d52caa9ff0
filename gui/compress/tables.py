"""Networks made smaller as tables: to read beside pictures, and in full precision for files.

Names in a file stand alone, so they are other words than the heads over a table on the screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from engine.compress.values import (
    Cost,
    Exported,
    Latency,
    Pruned,
    PruningCurve,
    PruningPoint,
    Removed,
)
from engine.core.table import Cell, Column, Columns, Table, listed, of, side_by_side
from engine.core.values import Rates
from engine.few_defects.messages import FastInspector
from gui.compress.found import Student
from gui.compress.words import (
    DASH,
    amount,
    changes_text,
    figure_name,
    figure_text,
    judged_name,
    lessons_name,
    size_text,
    times,
)
from gui.store.run_names import shown
from gui.store.run_record import RunRecord
from gui.toolkit.table import dashed, yes_no
from gui.words.terms import setting_name
from gui.words.text import count, file_name, percent

tr = QCoreApplication.translate

# ------------------------------------------------------------------ columns of values


def figure_columns(*figures: str) -> Columns[Rates]:
    """Return figures to read, by their names in `Rates`."""

    def column(figure: str) -> Column[Rates]:
        return Column(figure_name(figure), lambda rates: figure_text(rates, figure), dashed(str))

    return tuple(column(figure) for figure in figures)


def cost_columns() -> Columns[Cost]:
    """Return what a network costs, to read."""
    return (
        Column(tr("compress", "Filters"), lambda cost: cost.filters, dashed(count)),
        Column(tr("compress", "Parameters"), lambda cost: cost.parameters, amount),
        Column(tr("compress", "Multiply-adds"), lambda cost: cost.multiply_adds, amount),
        Column(tr("compress", "File"), lambda cost: cost.weight_bytes, size_text),
    )


def _rates() -> Columns[Rates]:
    return (
        Column(tr("tables", "accuracy"), lambda rates: rates.accuracy),
        Column(tr("tables", "AUC"), lambda rates: rates.auc),
        Column(tr("tables", "overkill"), lambda rates: rates.overkill),
        Column(tr("tables", "escape"), lambda rates: rates.escape),
        Column(tr("tables", "images"), lambda rates: rates.images),
    )


def _judged() -> Columns[Rates]:
    nothing = (None, None)
    return (
        *_rates(),
        Column(tr("tables", "defective images"), lambda rates: rates.defective),
        Column(tr("tables", "overkills"), lambda rates: rates.overkills),
        Column(
            tr("tables", "overkill at least"), lambda rates: (rates.overkill_interval or nothing)[0]
        ),
        Column(
            tr("tables", "overkill at most"), lambda rates: (rates.overkill_interval or nothing)[1]
        ),
        Column(tr("tables", "escapes"), lambda rates: rates.escapes),
        Column(
            tr("tables", "escape at least"), lambda rates: (rates.escape_interval or nothing)[0]
        ),
        Column(tr("tables", "escape at most"), lambda rates: (rates.escape_interval or nothing)[1]),
        Column(tr("tables", "baseline"), lambda rates: rates.baseline),
        Column(tr("tables", "threshold"), lambda rates: rates.threshold),
    )


def _costs() -> Columns[Cost]:
    return (
        Column(tr("tables", "filters"), lambda cost: cost.filters),
        Column(tr("tables", "parameters"), lambda cost: cost.parameters),
        Column(tr("tables", "multiply-adds"), lambda cost: cost.multiply_adds),
        Column(tr("tables", "file bytes"), lambda cost: cost.weight_bytes),
    )


# ------------------------------------------------------------------ dead channels


def smaller_rows(found: Removed) -> list[tuple[Cell, ...]]:
    """Cost and figures of both networks, and how many times less it is, to read."""
    rows: list[tuple[Cell, ...]] = []
    filters, parameters, adds, size = cost_columns()
    for column in (filters, replace(parameters, show=count), adds, size):
        before, after = column.value(found.before), column.value(found.after)
        shown = column.shown(found.before), column.shown(found.after)
        rows.append((column.name, *shown, times(before, after)))
    figures = figure_columns("accuracy", "overkill", "escape")
    rows += [(*row, "") for row in side_by_side(figures, found.test_before, found.test_after)]
    return rows


def removed_table(found: Removed) -> Table[Sequence[Cell]]:
    """Both networks, then every layer of both."""
    images = found.training_images + found.validation_images
    return listed(
        (tr("tables", "what"), tr("tables", "before"), tr("tables", "after")),
        [
            *side_by_side(_costs(), found.before, found.after),
            *side_by_side(_rates(), found.test_before, found.test_after),
            *((item.name, item.before, item.after) for item in found.narrowed),
            (tr("tables", "largest logit difference"), None, found.max_logit_difference),
            (tr("tables", "verdict changes on S"), None, found.sample_changes),
            (tr("tables", "verdict changes on test images"), None, found.verdict_changes),
            (tr("tables", "images |S|"), None, images),
            (tr("tables", "seed"), None, found.seed),
        ],
    )


# ------------------------------------------------------------------ fewer filters


@dataclass(frozen=True, slots=True)
class _Cut:
    """A network of so many filters: on the curve, or made."""

    name: str
    what: str
    order: str
    judged: str
    share: float
    filters: int
    rates: Rates
    cost: Cost | None = None
    changes: int | None = None


def fewer_table(
    found: PruningCurve | None, point: PruningPoint | None, made: Sequence[Pruned]
) -> Table[_Cut]:
    """The whole network, the chosen point, and the network made last beside its parent."""
    rows = []
    whole = tr("compress", "Whole network")
    if found is not None and point is not None:
        first, judged = found.points[0], found.judged
        if first.share >= 1:
            rows.append(_Cut(whole, "", "", judged, 1, first.filters, first.before))
        if point.share < 1:
            share = percent(point.share, 0)
            name = tr("compress", "{share}, straight after removal").format(share=share)
            rows.append(_Cut(name, "", "", judged, point.share, point.filters, point.before))
            if point.after is not None:
                name = tr("compress", "{share}, recovered").format(share=share)
                rows.append(_Cut(name, "", "", judged, point.share, point.filters, point.after))
    if made:
        last = made[-1]
        kept = _share(last)
        template = tr("compress", "Made: {share}, {n} recovery steps")
        name = template.format(share=percent(kept, 0), n=count(last.recovery_steps))
        before, after = last.before, last.after
        rows += [
            _Cut(whole, "", "", "test", 1, before.filters, last.test_before, before),
            _Cut(
                name,
                "",
                "",
                "test",
                kept,
                after.filters,
                last.test_after,
                after,
                last.verdict_changes,
            ),
        ]
    filters, _, adds, size = cost_columns()
    return Table(
        (
            Column(tr("compress", "Network"), lambda row: row.name, text=True),
            Column(tr("compress", "Judged on"), lambda row: judged_name(row.judged)),
            Column(filters.name, lambda row: row.filters, count),
            *of(lambda row: row.cost, (adds, size)),
            *of(lambda row: row.rates, figure_columns("accuracy", "auc", "overkill", "escape")),
            Column(tr("compress", "Changes"), lambda x: changes_text(x.changes, x.rates.images)),
        ),
        rows,
    )


def graded_table(run: str, found: PruningCurve | None, made: Sequence[Pruned]) -> Table[_Cut]:
    """Every point of the curve, straight after removal and recovered, and networks made."""
    removal, recovered = tr("tables", "after removal"), tr("tables", "recovered")
    rows = [
        _Cut(run, what, found.order, found.judged, point.share, point.filters, rates)
        for point in (found.points if found else ())
        for what, rates in ((removal, point.before), (recovered, point.after))
        if found is not None and rates is not None
    ]
    rows += [
        _Cut(
            file_name(one.run),
            tr("tables", "made"),
            one.order,
            "test",
            _share(one),
            one.after.filters,
            one.test_after,
            one.after,
            one.verdict_changes,
        )
        for one in made
    ]
    filters, *others = _costs()
    return Table(
        (
            Column(tr("tables", "run"), lambda row: row.name),
            Column(tr("tables", "what"), lambda row: row.what),
            Column(tr("tables", "order"), lambda row: row.order),
            Column(tr("tables", "judged on"), lambda row: row.judged),
            Column(tr("tables", "share of filters"), lambda row: row.share),
            Column(filters.name, lambda row: row.filters),
            *of(lambda row: row.cost, others),
            *of(lambda row: row.rates, _rates()),
            Column(tr("tables", "verdict changes on test images"), lambda row: row.changes),
        ),
        rows,
    )


def _share(made: Pruned) -> float:
    return made.after.filters / max(1, made.before.filters)


# ------------------------------------------------------------------ students


def beside_table(
    run: RunRecord, cost: Cost | None, found: Sequence[Student], runs: Sequence[RunRecord]
) -> Table[Student | None]:
    """The chosen run (None), then its students, then those of other runs, to read.

    `runs` are all of the project.
    """
    students = sorted(found, key=lambda one: one.teacher != run.name)
    figures = figure_columns("accuracy", "overkill", "escape")
    return Table(
        (
            Column(
                tr("compress", "Network"),
                lambda one: shown(one.name if one else run.name, runs),
                text=True,
            ),
            Column(tr("compress", "Teacher"), lambda one: _teacher(one, run) if one else DASH),
            Column(
                tr("compress", "Lessons"), lambda one: lessons_name(one.lessons) if one else DASH
            ),
            *of(lambda one: one.cost if one else cost, cost_columns()[:3]),
            *of(lambda one: one.test if one else run.test, figures),
            Column(tr("compress", "Changes"), _changes),
        ),
        [None, *students],
    )


def _teacher(one: Student, run: RunRecord) -> str:
    """Name a teacher in short; the copied table has its folder's name."""
    if one.teacher == run.name:
        return tr("compress", "this run")
    return setting_name(one.setting) if one.setting else one.teacher


def _changes(one: Student | None) -> str:
    if one is None:
        return DASH
    return changes_text(one.changes, one.test.images if one.test else None)


def students_table(found: Sequence[Student]) -> Table[Student]:
    """Every student of the project."""
    return Table(
        (
            Column(tr("tables", "run"), lambda one: one.name),
            Column(tr("tables", "teacher"), lambda one: one.teacher),
            Column(tr("tables", "setting"), lambda one: str(one.setting) if one.setting else None),
            Column(tr("tables", "lessons"), lambda one: one.lessons or None),
            *of(lambda one: one.cost, _costs()),
            *of(lambda one: one.test, _rates()),
            Column(tr("tables", "verdict changes on test images"), lambda one: one.changes),
        ),
        found,
    )


# ------------------------------------------------------------------ speed


def faster(results: Sequence[Latency], one: Latency) -> float | None:
    """Return how many times faster than the first run an image passes, in equal batches."""
    first = next((x for x in results if x.batch == one.batch), None)
    return first.per_image / one.per_image if first and one.per_image > 0 else None


def speed_table(results: Sequence[Latency]) -> Table[Latency]:
    """Every run and batch."""
    return Table(
        (
            Column(tr("tables", "run"), lambda x: x.run),
            Column(tr("tables", "batch"), lambda x: x.batch),
            Column(tr("tables", "median, ms"), lambda x: x.median),
            Column(tr("tables", "95 % quantile, ms"), lambda x: x.p95),
            Column(tr("tables", "99 % quantile, ms"), lambda x: x.p99),
            Column(tr("tables", "per image, ms"), lambda x: x.per_image),
            Column(tr("tables", "times faster than the first"), lambda x: faster(results, x)),
            Column(tr("tables", "passes"), lambda x: x.passes),
            Column(tr("tables", "device"), lambda x: x.device),
            Column(tr("tables", "threads"), lambda x: x.threads),
            Column(tr("tables", "format"), lambda x: x.precision),
            Column(tr("tables", "height"), lambda x: x.size[0]),
            Column(tr("tables", "width"), lambda x: x.size[1]),
        ),
        results,
    )


# ------------------------------------------------------------------ export


def exported_table(run: str, found: Exported) -> Table[Exported]:
    """What an export was compared on, and how it compares."""
    file, kind, images, difference, tolerance, changes, accepted, reason = _compared()
    return Table(
        (
            Column(tr("tables", "run"), lambda _: run),
            file,
            kind,
            images,
            difference,
            tolerance,
            Column(tr("tables", "largest window difference"), lambda x: x.max_window_difference),
            changes,
            accepted,
            reason,
        ),
        [found],
    )


def _compared() -> Columns[Exported]:
    return (
        Column(tr("tables", "file"), lambda found: found.file),
        Column(tr("tables", "format"), lambda found: found.precision),
        Column(tr("tables", "images"), lambda found: found.images_compared),
        Column(tr("tables", "largest score difference"), lambda found: found.max_score_difference),
        Column(tr("tables", "tolerance"), lambda found: found.tolerance),
        Column(tr("tables", "verdict changes"), lambda found: found.verdict_changes),
        Column(tr("tables", "accepted"), lambda found: yes_no(found.accepted)),
        Column(tr("tables", "reason"), lambda found: found.reason),
    )


# ------------------------------------------------------------------ few defects


def inspector_table(
    found: FastInspector, teacher: Cost | None, student: Cost | None
) -> Table[Sequence[Cell]]:
    """Teacher and student side by side, then what they were made from, the file and the times."""
    times = {one.run: one.per_image for one in found.latency if one.batch == 1}
    runs = file_name(found.teacher), file_name(found.student)
    costs: Columns[Cost | None] = of(lambda cost: cost, _costs())
    seconds = tr("tables", "seconds: {stage}")
    return listed(
        (tr("tables", "what"), tr("tables", "teacher"), tr("tables", "student")),
        [
            (tr("tables", "run"), *runs),
            *side_by_side(_judged(), found.teacher_test, found.student_test),
            *side_by_side(costs, teacher, student),
            (tr("tables", "per image, ms"), *(times.get(run) for run in runs)),
            (tr("tables", "file, ms"), None, times.get(file_name(found.exported.file))),
            (tr("tables", "escape rate still possible"), None, found.escapes_possible),
            (tr("tables", "labelled defects"), found.defects, None),
            (tr("tables", "normal images seen"), None, found.normals),
            (tr("tables", "images with made defects"), None, found.made),
            (tr("tables", "normal images of the threshold"), None, found.threshold_images),
            (tr("tables", "defective images of the threshold"), None, found.threshold_defects),
            *((name, None, cell) for name, cell in side_by_side(_compared(), found.exported)),
            *((seconds.format(stage=stage), None, took) for stage, took in found.seconds),
        ],
    )
