"""The overlaps of runs as a table, in full precision. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.measures.values import RunOverlap
from gui.interpolate.looks import layer_name
from gui.store.run_record import RunRecord
from gui.toolkit.table import Table

tr = QCoreApplication.translate


def overlap_table(measured: Sequence[tuple[RunRecord, RunOverlap]]) -> Table:
    """Overlap of every layer of every run."""
    return Table(
        (
            tr("tables", "run"),
            tr("tables", "setting"),
            tr("tables", "fold"),
            tr("tables", "texture A"),
            tr("tables", "texture B"),
            tr("tables", "layer"),
            tr("tables", "mean share of the line"),
            tr("tables", "95 % from"),
            tr("tables", "95 % to"),
            tr("tables", "pairs"),
            tr("tables", "images"),
            tr("tables", "level"),
            tr("tables", "seed"),
        ),
        tuple(
            (
                run.name,
                str(run.recipe.setting),
                f"{run.recipe.fold}/{run.recipe.folds}",
                *found.textures,
                layer_name(layer.layer),
                layer.mean,
                layer.low,
                layer.high,
                len(layer.pairs),
                found.images,
                found.level,
                found.seed,
            )
            for run, found in measured
            for layer in found.layers
        ),
    )
