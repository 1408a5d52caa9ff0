"""The numbers behind the pictures as tables, in full precision. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.core.table import Column, Table, of
from engine.core.values import LayerChange, LayerPulse
from engine.measures.messages import ChannelsPictured
from engine.measures.values import (
    ClassFlatness,
    ClassMap,
    Embedding,
    Flatness,
    LayerActivity,
    RunMeasures,
    born,
    null_change,
    switched_off,
)
from gui.measures.layer_log import LayerLog
from gui.store.run_record import RunRecord
from gui.toolkit.run_groups import Pairs
from gui.toolkit.table import run_columns, yes_no

tr = QCoreApplication.translate


def change_table(measured: Pairs) -> Table[tuple[RunRecord, RunMeasures, LayerChange]]:
    """Weight change of every layer of every run, the head included."""
    return Table(
        (
            *of(lambda row: row[0], run_columns()),
            Column(tr("tables", "layer"), lambda row: row[2].layer),
            Column(tr("tables", "weight change"), lambda row: row[2].weight),
            Column(
                tr("tables", "weight change, if even"),
                lambda row: null_change(row[1].changes).get(row[2].layer),
            ),
            Column(tr("tables", "weight change of biases"), lambda row: row[2].bias),
            Column(tr("tables", "comparable"), lambda row: yes_no(row[2].comparable)),
            Column(tr("tables", "layers frozen"), lambda row: row[1].frozen),
            Column(tr("tables", "iteration"), lambda row: row[1].iteration),
        ),
        [(run, result, change) for run, result in measured for change in result.changes],
    )


def dead_table(
    measured: Pairs,
) -> Table[tuple[RunRecord, RunMeasures, LayerActivity, LayerActivity]]:
    """Dead channels of every layer of every run, at the end and at iteration 0."""
    return Table(
        (
            *of(lambda row: row[0], run_columns()),
            Column(tr("tables", "layer"), lambda row: row[3].layer),
            Column(tr("tables", "channels"), lambda row: len(row[3].dead)),
            Column(tr("tables", "dead"), lambda row: int(row[3].dead.sum())),
            Column(tr("tables", "dead share"), lambda row: row[3].dead_share),
            Column(tr("tables", "dead at iteration 0"), lambda row: int(row[2].dead.sum())),
            Column(tr("tables", "dead share at iteration 0"), lambda row: row[2].dead_share),
            Column(
                tr("tables", "switched off"), lambda row: int(switched_off(row[2], row[3]).sum())
            ),
            Column(tr("tables", "born"), lambda row: int(born(row[2], row[3]).sum())),
            Column(tr("tables", "images |S|"), lambda row: row[1].activity.images),
            Column(tr("tables", "seed"), lambda row: row[1].seed),
            Column(tr("tables", "iteration"), lambda row: row[1].iteration),
        ),
        [
            (run, result, before, after)
            for run, result in measured
            for before, after in zip(
                result.activity_before.layers, result.activity.layers, strict=True
            )
        ],
    )


def live_table(run: RunRecord, log: LayerLog) -> Table[tuple[int, LayerPulse]]:
    """What each live validation of a run logged."""
    return Table(
        (
            *of(lambda _: run, run_columns()),
            Column(tr("tables", "iteration"), lambda row: row[0]),
            Column(tr("tables", "layer"), lambda row: row[1].layer),
            Column(tr("tables", "weight change"), lambda row: row[1].change),
            Column(tr("tables", "live dead share"), lambda row: row[1].dead),
        ),
        log.rows(),
    )


def channels_table(
    sides: Sequence[tuple[RunRecord, ChannelsPictured]], file: str
) -> Table[tuple[RunRecord, ChannelsPictured, int]]:
    """Every channel of a layer for one image, of the runs beside each other."""
    return Table(
        (
            *of(lambda row: row[0], run_columns()),
            Column(tr("tables", "image"), lambda _: file),
            Column(tr("tables", "layer"), lambda row: row[1].layer),
            Column(tr("tables", "channel"), lambda row: row[2]),
            Column(
                tr("tables", "contribution"),
                lambda row: float(row[1].pictures.contribution[row[2]]),
            ),
            Column(tr("tables", "contribution exact"), lambda row: yes_no(row[1].pictures.exact)),
            Column(tr("tables", "peak"), lambda row: float(row[1].pictures.peak[row[2]])),
            Column(
                tr("tables", "energy inside the region"),
                lambda row: float(row[1].pictures.region_share[row[2]]),
            ),
            Column(
                tr("tables", "dead on this image"),
                lambda row: yes_no(bool(row[1].pictures.dead[row[2]])),
            ),
            Column(
                tr("tables", "dead on this image at iteration 0"),
                lambda row: yes_no(bool(row[1].pictures.dead_before[row[2]])),
            ),
        ),
        [
            (run, event, number)
            for run, event in sides
            for number in range(len(event.pictures.dead))
        ],
    )


def embedding_table(run: RunRecord, found: Embedding) -> Table[int]:
    """Every window of both domains."""
    tsne = found.tsne
    source, target = tr("tables", "source"), tr("tables", "target")
    return Table(
        (
            *of(lambda _: run, run_columns()),
            Column(tr("tables", "domain"), lambda i: target if found.domains[i] else source),
            Column(tr("tables", "photograph"), lambda i: int(found.groups[i])),
            Column("PC1", lambda i: float(found.pca[i, 0])),
            Column("PC2", lambda i: float(found.pca[i, 1])),
            Column("t-SNE 1", lambda i: None if tsne is None else float(tsne[i, 0])),
            Column("t-SNE 2", lambda i: None if tsne is None else float(tsne[i, 1])),
            Column(tr("tables", "1-NN domain accuracy"), lambda _: found.domain_accuracy),
        ),
        range(len(found.domains)),
    )


def classes_table(run: RunRecord, found: ClassMap) -> Table[tuple[str, float, float]]:
    """1-NN class accuracy layer by layer, before training and after."""
    return Table(
        (
            *of(lambda _: run, run_columns()),
            Column(tr("tables", "layer"), lambda row: row[0]),
            Column(tr("tables", "1-NN class accuracy at iteration 0"), lambda row: row[1]),
            Column(tr("tables", "1-NN class accuracy at the end"), lambda row: row[2]),
            Column(tr("tables", "chance"), lambda _: found.chance),
            Column(tr("tables", "windows"), lambda _: len(found.classes)),
        ),
        list(zip(found.layers, found.accuracy_before, found.accuracy_after, strict=True)),
    )


def flatness_table(
    measured: Pairs,
) -> Table[tuple[RunRecord, str, Flatness, ClassFlatness | None]]:
    """Flatness of every class and their mean, at iteration 0 and at the end."""
    mean = tr("tables", "mean of the classes")
    return Table(
        (
            *of(lambda row: row[0], run_columns()),
            Column(tr("tables", "when"), lambda row: row[1]),
            Column(tr("tables", "class"), lambda row: row[3].name if row[3] else mean),
            Column("D", lambda row: (row[3] or row[2]).index),
            Column(tr("tables", "control"), lambda row: (row[3] or row[2]).control),
            Column(tr("tables", "D / control"), lambda row: _ratio(row[3] or row[2])),
            Column(tr("tables", "standard error"), lambda row: None if row[3] else row[2].spread),
            Column("n", lambda row: (row[3] or row[2]).n),
            Column(tr("tables", "images"), lambda row: row[3].images if row[3] else None),
            Column(tr("tables", "bridges"), lambda row: (row[3] or row[2]).bridges),
            Column("k", lambda row: row[2].k),
            Column(tr("tables", "seed"), lambda row: row[2].seed),
        ),
        [
            (run, when, flat, each)
            for run, result in measured
            for when, flat in (
                (tr("tables", "iteration 0"), result.flatness_before),
                (tr("tables", "end"), result.flatness),
            )
            for each in (None, *flat.classes)
        ],
    )


def _ratio(found: Flatness | ClassFlatness) -> float | None:
    return found.index / found.control if found.index is not None and found.control else None
