"""The numbers behind the pictures as tables, in full precision. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.measures.messages import ChannelsPictured
from engine.measures.values import ClassMap, Embedding, Flatness, born, switched_off
from gui.measures.layer_log import LayerLog
from gui.store.run_record import RunRecord
from gui.toolkit.run_groups import Pairs
from gui.toolkit.table import Cell, Table

tr = QCoreApplication.translate


def _run_heads() -> tuple[str, ...]:
    return (
        tr("tables", "run"),
        tr("tables", "setting"),
        tr("tables", "preset"),
        tr("tables", "network"),
        tr("tables", "fold"),
    )


def _run_cells(run: RunRecord) -> tuple[Cell, ...]:
    recipe = run.recipe
    return (
        run.name,
        str(recipe.setting),
        str(recipe.preset),
        recipe.network,
        f"{recipe.fold}/{recipe.folds}",
    )


def _sample_heads() -> tuple[str, ...]:
    return tr("tables", "images |S|"), tr("tables", "seed"), tr("tables", "iteration")


def change_table(measured: Pairs) -> Table:
    """Weight change of every layer of every run, the head included."""
    return Table(
        (
            *_run_heads(),
            tr("tables", "layer"),
            tr("tables", "weight change"),
            tr("tables", "weight change of biases"),
            tr("tables", "comparable"),
            tr("tables", "layers frozen"),
            tr("tables", "iteration"),
        ),
        tuple(
            (
                *_run_cells(run),
                change.layer,
                change.weight,
                change.bias,
                change.comparable,
                found.frozen,
                found.iteration,
            )
            for run, found in measured
            for change in found.changes
        ),
    )


def dead_table(measured: Pairs) -> Table:
    """Dead channels of every layer of every run, at the end and at iteration 0."""
    return Table(
        (
            *_run_heads(),
            tr("tables", "layer"),
            tr("tables", "channels"),
            tr("tables", "dead"),
            tr("tables", "dead share"),
            tr("tables", "dead at iteration 0"),
            tr("tables", "dead share at iteration 0"),
            tr("tables", "switched off"),
            tr("tables", "born"),
            *_sample_heads(),
        ),
        tuple(
            (
                *_run_cells(run),
                after.layer,
                len(after.dead),
                int(after.dead.sum()),
                after.dead_share,
                int(before.dead.sum()),
                before.dead_share,
                int(switched_off(before, after).sum()),
                int(born(before, after).sum()),
                found.activity.images,
                found.seed,
                found.iteration,
            )
            for run, found in measured
            for before, after in zip(
                found.activity_before.layers, found.activity.layers, strict=True
            )
        ),
    )


def live_table(run: RunRecord, log: LayerLog) -> Table:
    """What each live validation of a run logged."""
    return Table(
        (
            *_run_heads(),
            tr("tables", "iteration"),
            tr("tables", "layer"),
            tr("tables", "weight change"),
            tr("tables", "live dead share"),
        ),
        tuple(
            (*_run_cells(run), iteration, pulse.layer, pulse.change, pulse.dead)
            for iteration, pulse in log.rows()
        ),
    )


def channels_table(sides: Sequence[tuple[RunRecord, ChannelsPictured]], file: str) -> Table:
    """Every channel of a layer for one image, of the runs beside each other."""
    return Table(
        (
            *_run_heads(),
            tr("tables", "image"),
            tr("tables", "layer"),
            tr("tables", "channel"),
            tr("tables", "contribution"),
            tr("tables", "contribution exact"),
            tr("tables", "peak"),
            tr("tables", "energy inside the region"),
            tr("tables", "dead on this image"),
            tr("tables", "dead on this image at iteration 0"),
        ),
        tuple(
            (
                *_run_cells(run),
                file,
                event.layer,
                number,
                float(found.contribution[number]),
                found.exact,
                float(found.peak[number]),
                float(found.region_share[number]),
                bool(found.dead[number]),
                bool(found.dead_before[number]),
            )
            for run, event in sides
            for found in (event.pictures,)
            for number in range(len(found.dead))
        ),
    )


def embedding_table(run: RunRecord, found: Embedding) -> Table:
    """Every window of both domains."""
    tsne = found.tsne
    return Table(
        (
            *_run_heads(),
            tr("tables", "domain"),
            tr("tables", "photograph"),
            "PC1",
            "PC2",
            "t-SNE 1",
            "t-SNE 2",
            tr("tables", "1-NN domain accuracy"),
        ),
        tuple(
            (
                *_run_cells(run),
                tr("tables", "target") if found.domains[i] else tr("tables", "source"),
                int(found.groups[i]),
                float(found.pca[i, 0]),
                float(found.pca[i, 1]),
                float(tsne[i, 0]) if tsne is not None else None,
                float(tsne[i, 1]) if tsne is not None else None,
                found.domain_accuracy,
            )
            for i in range(len(found.domains))
        ),
    )


def classes_table(run: RunRecord, found: ClassMap) -> Table:
    """1-NN class accuracy layer by layer, before training and after."""
    return Table(
        (
            *_run_heads(),
            tr("tables", "layer"),
            tr("tables", "1-NN class accuracy at iteration 0"),
            tr("tables", "1-NN class accuracy at the end"),
            tr("tables", "chance"),
            tr("tables", "windows"),
        ),
        tuple(
            (*_run_cells(run), layer, before, after, found.chance, len(found.classes))
            for layer, before, after in zip(
                found.layers, found.accuracy_before, found.accuracy_after, strict=True
            )
        ),
    )


def flatness_table(measured: Pairs) -> Table:
    """Flatness of every class and their mean, at iteration 0 and at the end."""

    def rows(run: RunRecord, when: str, flat: Flatness, seed: int) -> list[tuple[Cell, ...]]:
        mean = tr("tables", "mean of the classes")
        head = (*_run_cells(run), when)
        result: list[tuple[Cell, ...]] = [
            (
                *head,
                mean,
                flat.index,
                flat.control,
                _ratio(flat.index, flat.control),
                flat.spread,
                flat.n,
                None,
                flat.bridges,
                flat.k,
                seed,
            )
        ]
        result += [
            (
                *head,
                c.name,
                c.index,
                c.control,
                _ratio(c.index, c.control),
                None,
                c.n,
                c.images,
                c.bridges,
                flat.k,
                seed,
            )
            for c in flat.classes
        ]
        return result

    return Table(
        (
            *_run_heads(),
            tr("tables", "when"),
            tr("tables", "class"),
            "D",
            tr("tables", "control"),
            tr("tables", "D / control"),
            tr("tables", "standard error"),
            "n",
            tr("tables", "images"),
            tr("tables", "bridges"),
            "k",
            tr("tables", "seed"),
        ),
        tuple(
            row
            for run, found in measured
            for when, flat in (
                (tr("tables", "iteration 0"), found.flatness_before),
                (tr("tables", "end"), found.flatness),
            )
            for row in rows(run, when, flat, flat.seed)
        ),
    )


def _ratio(value: float | None, control: float | None) -> float | None:
    return value / control if value is not None and control else None
