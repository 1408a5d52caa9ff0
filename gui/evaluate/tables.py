"""The numbers behind the Evaluate page as tables, in full precision. No widgets here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.core.table import Column, Columns, Table, of
from engine.evaluate.values import (
    Calibration,
    Evaluation,
    Located,
    LocatedImage,
    ScoreCurve,
    Standing,
    Subset,
    standing,
)
from gui.evaluate.grid import Grid, texture_name
from gui.toolkit.table import yes_no

tr = QCoreApplication.translate


def _of_subset(found: Evaluation) -> Columns[Subset]:
    return (
        Column(tr("evaluate", "run"), lambda _: found.run),
        Column(tr("evaluate", "texture"), lambda subset: texture_name(subset.texture)),
    )


def standing_table(
    found: Evaluation, threshold: float, ratio: float, share: float | None
) -> Table[tuple[Subset, Standing]]:
    """Figures of every subset at a threshold, with exact intervals."""
    undefined = (None, None)
    figures: Columns[Standing] = (
        Column(tr("evaluate", "threshold"), lambda _: threshold),
        Column(tr("evaluate", "images"), lambda at: at.images),
        Column(tr("evaluate", "normal"), lambda at: at.normal),
        Column(tr("evaluate", "defective"), lambda at: at.defective),
        Column(tr("evaluate", "overkills"), lambda at: at.overkills),
        Column(tr("evaluate", "overkill"), lambda at: at.overkill),
        Column(tr("evaluate", "overkill low"), lambda at: (at.overkill_interval or undefined)[0]),
        Column(tr("evaluate", "overkill high"), lambda at: (at.overkill_interval or undefined)[1]),
        Column(tr("evaluate", "escapes"), lambda at: at.escapes),
        Column(tr("evaluate", "escape"), lambda at: at.escape),
        Column(tr("evaluate", "escape low"), lambda at: (at.escape_interval or undefined)[0]),
        Column(tr("evaluate", "escape high"), lambda at: (at.escape_interval or undefined)[1]),
        Column(tr("evaluate", "accuracy"), lambda at: at.accuracy),
        Column(tr("evaluate", "baseline"), lambda at: at.baseline),
        Column(tr("evaluate", "cost per 1,000 parts"), lambda at: at.cost(ratio, share)),
        Column(tr("evaluate", "cost of an escape"), lambda _: ratio),
        Column(
            tr("evaluate", "defective share in production"),
            lambda at: at.share if share is None else share,
        ),
    )
    return Table(
        (
            *of(lambda row: row[0], _of_subset(found)),
            *of(lambda row: row[1], figures),
            Column(tr("evaluate", "own threshold"), lambda row: row[0].own_threshold),
            Column(tr("evaluate", "AUC"), lambda row: row[0].roc.area if row[0].roc else None),
            Column(
                tr("evaluate", "average precision"),
                lambda row: row[0].precision.area if row[0].precision else None,
            ),
        ),
        [(subset, standing(found, subset, threshold)) for subset in found.subsets],
    )


def grid_table(found: Evaluation, grid: Grid, threshold: float) -> Table[tuple[int, int]]:
    """Cells of the confusion matrix."""

    def share(cell: tuple[int, int]) -> float | None:
        total = grid.total(cell[0])
        return grid.count(*cell) / total if total else None

    return Table(
        (
            Column(tr("evaluate", "run"), lambda _: found.run),
            Column(tr("evaluate", "threshold"), lambda _: threshold),
            Column(tr("evaluate", "label"), lambda cell: grid.rows[cell[0]]),
            Column(tr("evaluate", "verdict"), lambda cell: grid.columns[cell[1]]),
            Column(tr("evaluate", "images"), lambda cell: grid.count(*cell)),
            Column(tr("evaluate", "share of the row"), share),
        ),
        [(i, j) for i in range(len(grid.rows)) for j in range(len(grid.columns))],
    )


def curves_table(found: Evaluation) -> Table[tuple[Subset, str, ScoreCurve, int]]:
    """Points of both curves of every subset."""
    return Table(
        (
            *of(lambda row: row[0], _of_subset(found)),
            Column(tr("evaluate", "curve"), lambda row: row[1]),
            Column("x", lambda row: float(row[2].x[row[3]])),
            Column("y", lambda row: float(row[2].y[row[3]])),
            Column(tr("evaluate", "area"), lambda row: row[2].area),
        ),
        [
            (subset, name, curve, place)
            for subset in found.subsets
            for name, curve in (("ROC", subset.roc), ("PR", subset.precision))
            if curve is not None
            for place in range(len(curve.x))
        ],
    )


def calibration_table(found: Evaluation) -> Table[tuple[Subset, Calibration, int]]:
    """Bins of every subset."""
    return Table(
        (
            *of(lambda row: row[0], _of_subset(found)),
            Column(tr("evaluate", "score from"), lambda row: float(row[1].edges[row[2]])),
            Column(tr("evaluate", "score to"), lambda row: float(row[1].edges[row[2] + 1])),
            Column(tr("evaluate", "images"), lambda row: int(row[1].counts[row[2]])),
            Column(tr("evaluate", "defective"), lambda row: int(row[1].defective[row[2]])),
            Column(tr("evaluate", "mean score"), lambda row: float(row[1].mean[row[2]])),
            Column(tr("evaluate", "share low"), lambda row: float(row[1].low[row[2]])),
            Column(tr("evaluate", "share high"), lambda row: float(row[1].high[row[2]])),
            Column(tr("evaluate", "Brier score"), lambda row: row[1].brier),
        ),
        [
            (subset, held, place)
            for subset in found.subsets
            for held in (subset.calibration,)
            if held is not None
            for place in range(len(held.counts))
        ],
    )


def located_table(found: Located) -> Table[LocatedImage]:
    """Every image whose map was compared."""
    return Table(
        (
            Column(tr("evaluate", "run"), lambda _: found.run),
            Column(tr("evaluate", "threshold"), lambda _: found.threshold),
            Column(tr("evaluate", "texture"), lambda each: each.texture),
            Column(tr("evaluate", "image"), lambda each: each.file),
            Column(tr("evaluate", "pixel AUROC"), lambda each: each.pixel_auc),
            Column(tr("evaluate", "IoU"), lambda each: each.iou),
            Column(tr("evaluate", "highest cell in the region"), lambda each: yes_no(each.hit)),
        ),
        found.images,
    )
