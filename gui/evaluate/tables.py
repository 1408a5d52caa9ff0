"""The numbers behind the Evaluate page as tables, in full precision. No widgets here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.evaluate.values import Evaluation, Located, standing
from gui.evaluate.grid import Grid, texture_name
from gui.toolkit.table import Table

tr = QCoreApplication.translate


def standing_table(found: Evaluation, threshold: float, ratio: float, share: float | None) -> Table:
    """Figures of every subset at a threshold, with exact intervals."""
    rows = []
    for subset in found.subsets:
        at = standing(found, subset, threshold)
        low, high = at.overkill_interval or (None, None)
        least, most = at.escape_interval or (None, None)
        rows.append(
            (
                found.run,
                texture_name(subset.texture),
                threshold,
                at.images,
                at.normal,
                at.defective,
                at.overkills,
                at.overkill,
                low,
                high,
                at.escapes,
                at.escape,
                least,
                most,
                at.accuracy,
                at.baseline,
                at.cost(ratio, share),
                ratio,
                at.share if share is None else share,
                subset.roc.area if subset.roc else None,
                subset.precision.area if subset.precision else None,
            )
        )
    return Table(
        (
            tr("evaluate", "run"),
            tr("evaluate", "texture"),
            tr("evaluate", "threshold"),
            tr("evaluate", "images"),
            tr("evaluate", "normal"),
            tr("evaluate", "defective"),
            tr("evaluate", "overkills"),
            tr("evaluate", "overkill"),
            tr("evaluate", "overkill low"),
            tr("evaluate", "overkill high"),
            tr("evaluate", "escapes"),
            tr("evaluate", "escape"),
            tr("evaluate", "escape low"),
            tr("evaluate", "escape high"),
            tr("evaluate", "accuracy"),
            tr("evaluate", "baseline"),
            tr("evaluate", "cost per 1,000 parts"),
            tr("evaluate", "cost of an escape"),
            tr("evaluate", "defective share in production"),
            tr("evaluate", "AUC"),
            tr("evaluate", "average precision"),
        ),
        tuple(rows),
    )


def grid_table(found: Evaluation, grid: Grid, threshold: float) -> Table:
    """Cells of the confusion matrix."""
    return Table(
        (
            tr("evaluate", "run"),
            tr("evaluate", "threshold"),
            tr("evaluate", "label"),
            tr("evaluate", "verdict"),
            tr("evaluate", "images"),
            tr("evaluate", "share of the row"),
        ),
        tuple(
            (
                found.run,
                threshold,
                row,
                column,
                grid.count(i, j),
                grid.count(i, j) / grid.total(i) if grid.total(i) else None,
            )
            for i, row in enumerate(grid.rows)
            for j, column in enumerate(grid.columns)
        ),
    )


def curves_table(found: Evaluation) -> Table:
    """Points of both curves of every subset."""
    rows = []
    for subset in found.subsets:
        for name, curve in (("ROC", subset.roc), ("PR", subset.precision)):
            if curve is None:
                continue
            for x, y in zip(curve.x, curve.y, strict=True):
                rows.append(
                    (found.run, texture_name(subset.texture), name, float(x), float(y), curve.area)
                )
    return Table(
        (
            tr("evaluate", "run"),
            tr("evaluate", "texture"),
            tr("evaluate", "curve"),
            "x",
            "y",
            tr("evaluate", "area"),
        ),
        tuple(rows),
    )


def calibration_table(found: Evaluation) -> Table:
    """Bins of every subset."""
    rows = []
    for subset in found.subsets:
        held = subset.calibration
        if held is None:
            continue
        for i, images in enumerate(held.counts):
            rows.append(
                (
                    found.run,
                    texture_name(subset.texture),
                    float(held.edges[i]),
                    float(held.edges[i + 1]),
                    int(images),
                    int(held.defective[i]),
                    float(held.mean[i]),
                    float(held.low[i]),
                    float(held.high[i]),
                    held.brier,
                )
            )
    return Table(
        (
            tr("evaluate", "run"),
            tr("evaluate", "texture"),
            tr("evaluate", "score from"),
            tr("evaluate", "score to"),
            tr("evaluate", "images"),
            tr("evaluate", "defective"),
            tr("evaluate", "mean score"),
            tr("evaluate", "share low"),
            tr("evaluate", "share high"),
            tr("evaluate", "Brier score"),
        ),
        tuple(rows),
    )


def located_table(found: Located) -> Table:
    """Every image whose map was compared."""
    return Table(
        (
            tr("evaluate", "run"),
            tr("evaluate", "threshold"),
            tr("evaluate", "texture"),
            tr("evaluate", "image"),
            tr("evaluate", "pixel AUROC"),
            tr("evaluate", "IoU"),
            tr("evaluate", "highest cell in the region"),
        ),
        tuple(
            (
                found.run,
                found.threshold,
                each.texture,
                each.file,
                each.pixel_auc,
                each.iou,
                each.hit,
            )
            for each in found.images
        ),
    )
