"""The overlaps of runs as a table, in full precision. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.core.table import Column, Columns, Table, of
from engine.measures.values import LayerOverlap, RunOverlap
from gui.interpolate.looks import layer_name
from gui.store.run_record import RunRecord
from gui.toolkit.table import run_columns

tr = QCoreApplication.translate


def overlap_table(
    measured: Sequence[tuple[RunRecord, RunOverlap]],
) -> Table[tuple[RunRecord, RunOverlap, LayerOverlap]]:
    """Overlap of every layer of every run."""
    run, setting, _, _, fold = run_columns()
    layer: Columns[LayerOverlap] = (
        Column(tr("tables", "layer"), lambda layer: layer_name(layer.layer)),
        Column(tr("tables", "mean share of the line"), lambda layer: layer.mean),
        Column(tr("tables", "95 % from"), lambda layer: layer.low),
        Column(tr("tables", "95 % to"), lambda layer: layer.high),
        Column(tr("tables", "pairs"), lambda layer: len(layer.pairs)),
    )
    return Table(
        (
            *of(lambda row: row[0], (run, setting, fold)),
            Column(tr("tables", "texture A"), lambda row: row[1].textures[0]),
            Column(tr("tables", "texture B"), lambda row: row[1].textures[1]),
            *of(lambda row: row[2], layer),
            Column(tr("tables", "images"), lambda row: row[1].images),
            Column(
                tr("tables", "levels"),
                lambda row: " ".join(f"{level:g}" for level in row[1].levels),
            ),
            Column(
                tr("tables", "mean share at each level"),
                lambda row: " ".join(f"{mean:.4f}" for _, mean in row[2].by_level),
            ),
            Column(tr("tables", "seed"), lambda row: row[1].seed),
        ),
        [(run, result, layer) for run, result in measured for layer in result.layers],
    )
