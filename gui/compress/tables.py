"""What came of making networks smaller as tables, in full precision. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.compress.values import Cost, Exported, Latency, Pruned, PruningCurve, Removed
from engine.core.values import Rates
from engine.few_defects.messages import FastInspector
from gui.compress.found import Student
from gui.toolkit.table import Cell, Table
from gui.words.text import file_name

tr = QCoreApplication.translate


def _rate_heads() -> tuple[str, ...]:
    return (
        tr("tables", "accuracy"),
        tr("tables", "AUC"),
        tr("tables", "overkill"),
        tr("tables", "escape"),
        tr("tables", "images"),
    )


def _rate_cells(rates: Rates | None) -> tuple[Cell, ...]:
    if rates is None:
        return (None,) * 5
    return rates.accuracy, rates.auc, rates.overkill, rates.escape, rates.images


def _cost_heads() -> tuple[str, ...]:
    return (
        tr("tables", "filters"),
        tr("tables", "parameters"),
        tr("tables", "multiply-adds"),
        tr("tables", "file bytes"),
    )


def _cost_cells(cost: Cost | None) -> tuple[Cell, ...]:
    if cost is None:
        return (None,) * 4
    return cost.filters, cost.parameters, cost.multiply_adds, cost.weight_bytes


def removed_table(found: Removed) -> Table:
    """Both networks, then every layer of both."""
    head = (tr("tables", "what"), tr("tables", "before"), tr("tables", "after"))
    names = (*_cost_heads(), *_rate_heads())
    before = (*_cost_cells(found.before), *_rate_cells(found.test_before))
    after = (*_cost_cells(found.after), *_rate_cells(found.test_after))
    rows: list[tuple[Cell, ...]] = list(zip(names, before, after, strict=True))
    rows += [(item.name, item.before, item.after) for item in found.narrowed]
    rows += [
        (tr("tables", "largest logit difference"), None, found.max_logit_difference),
        (tr("tables", "verdict changes on S"), None, found.sample_changes),
        (tr("tables", "verdict changes on test images"), None, found.verdict_changes),
        (tr("tables", "images |S|"), None, found.training_images + found.validation_images),
        (tr("tables", "seed"), None, found.seed),
    ]
    return Table(head, tuple(rows))


def graded_table(run: str, found: PruningCurve | None, made: Sequence[Pruned]) -> Table:
    """Every point of the curve, straight after removal and recovered, and networks made."""
    heads = (
        tr("tables", "run"),
        tr("tables", "what"),
        tr("tables", "order"),
        tr("tables", "judged on"),
        tr("tables", "share of filters"),
        *_cost_heads(),
        *_rate_heads(),
        tr("tables", "verdict changes on test images"),
    )
    rows: list[tuple[Cell, ...]] = []
    for point in found.points if found else ():
        assert found is not None
        for what, rates in (
            (tr("tables", "after removal"), point.before),
            (tr("tables", "recovered"), point.after),
        ):
            if rates is not None:
                rows.append(
                    (
                        run,
                        what,
                        found.order,
                        found.judged,
                        point.share,
                        point.filters,
                        None,
                        None,
                        None,
                        *_rate_cells(rates),
                        None,
                    )
                )
    for one in made:
        share = one.after.filters / max(1, one.before.filters)
        rows.append(
            (
                file_name(one.run),
                tr("tables", "made"),
                one.order,
                "test",
                share,
                *_cost_cells(one.after),
                *_rate_cells(one.test_after),
                one.verdict_changes,
            )
        )
    return Table(heads, tuple(rows))


def students_table(found: Sequence[Student]) -> Table:
    """Every student of the project."""
    return Table(
        (
            tr("tables", "run"),
            tr("tables", "teacher"),
            tr("tables", "setting"),
            tr("tables", "lessons"),
            *_cost_heads(),
            *_rate_heads(),
            tr("tables", "verdict changes on test images"),
        ),
        tuple(
            (
                one.name,
                one.teacher,
                str(one.setting) if one.setting else None,
                one.lessons or None,
                *_cost_cells(one.cost),
                *_rate_cells(one.test),
                one.changes,
            )
            for one in found
        ),
    )


def faster(results: Sequence[Latency], one: Latency) -> float | None:
    """Return how many times faster than the first run an image passes, in equal batches."""
    first = next((x for x in results if x.batch == one.batch), None)
    return first.per_image / one.per_image if first and one.per_image > 0 else None


def speed_table(results: Sequence[Latency]) -> Table:
    """Every run and batch."""
    return Table(
        (
            tr("tables", "run"),
            tr("tables", "batch"),
            tr("tables", "median, ms"),
            tr("tables", "95 % quantile, ms"),
            tr("tables", "99 % quantile, ms"),
            tr("tables", "per image, ms"),
            tr("tables", "times faster than the first"),
            tr("tables", "passes"),
            tr("tables", "device"),
            tr("tables", "threads"),
            tr("tables", "format"),
            tr("tables", "height"),
            tr("tables", "width"),
        ),
        tuple(
            (
                x.run,
                x.batch,
                x.median,
                x.p95,
                x.p99,
                x.per_image,
                faster(results, x),
                x.passes,
                x.device,
                x.threads,
                x.precision,
                *x.size,
            )
            for x in results
        ),
    )


def exported_table(run: str, found: Exported) -> Table:
    """What an export was compared on, and how it compares."""
    return Table(
        (
            tr("tables", "run"),
            tr("tables", "file"),
            tr("tables", "format"),
            tr("tables", "images"),
            tr("tables", "largest score difference"),
            tr("tables", "tolerance"),
            tr("tables", "largest window difference"),
            tr("tables", "verdict changes"),
            tr("tables", "accepted"),
            tr("tables", "reason"),
        ),
        (
            (
                run,
                found.file,
                found.precision,
                found.images_compared,
                found.max_score_difference,
                found.tolerance,
                found.max_window_difference,
                found.verdict_changes,
                found.accepted,
                found.reason,
            ),
        ),
    )


def inspector_table(found: FastInspector, teacher: Cost | None, student: Cost | None) -> Table:
    """Teacher and student side by side, then what they were made from, the file and the times."""
    head = (tr("tables", "what"), tr("tables", "teacher"), tr("tables", "student"))
    names = (tr("tables", "run"), *_judged_heads(), *_cost_heads(), tr("tables", "per image, ms"))
    times = {one.run: one.per_image for one in found.latency if one.batch == 1}
    both = (
        (path, *_judged_cells(rates), *_cost_cells(cost), times.get(path))
        for path, rates, cost in (
            (file_name(found.teacher), found.teacher_test, teacher),
            (file_name(found.student), found.student_test, student),
        )
    )
    rows: list[tuple[Cell, ...]] = list(zip(names, *both, strict=True))
    exported = found.exported
    rows += [
        (tr("tables", "file, ms"), None, times.get(file_name(exported.file))),
        (tr("tables", "escape rate still possible"), None, found.escapes_possible),
        (tr("tables", "labelled defects"), found.defects, None),
        (tr("tables", "normal images seen"), None, found.normals),
        (tr("tables", "images with made defects"), None, found.made),
        (tr("tables", "normal images of the threshold"), None, found.threshold_images),
        (tr("tables", "defective images of the threshold"), None, found.threshold_defects),
        (tr("tables", "file"), None, exported.file),
        (tr("tables", "format"), None, exported.precision),
        (tr("tables", "images"), None, exported.images_compared),
        (tr("tables", "largest score difference"), None, exported.max_score_difference),
        (tr("tables", "tolerance"), None, exported.tolerance),
        (tr("tables", "verdict changes"), None, exported.verdict_changes),
        (tr("tables", "accepted"), None, exported.accepted),
        (tr("tables", "reason"), None, exported.reason),
    ]
    seconds = tr("tables", "seconds: {stage}")
    rows += [(seconds.format(stage=stage), None, took) for stage, took in found.seconds]
    return Table(head, tuple(rows))


def _judged_heads() -> tuple[str, ...]:
    return (
        *_rate_heads(),
        tr("tables", "defective images"),
        tr("tables", "overkills"),
        tr("tables", "overkill at least"),
        tr("tables", "overkill at most"),
        tr("tables", "escapes"),
        tr("tables", "escape at least"),
        tr("tables", "escape at most"),
        tr("tables", "baseline"),
        tr("tables", "threshold"),
    )


def _judged_cells(rates: Rates) -> tuple[Cell, ...]:
    nothing = (None, None)
    return (
        *_rate_cells(rates),
        rates.defective,
        rates.overkills,
        *(rates.overkill_interval or nothing),
        rates.escapes,
        *(rates.escape_interval or nothing),
        rates.baseline,
        rates.threshold,
    )
