"""The command `measure`: what training changed in a run's network, and how its features lie."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from cli.places import use_place
from cli.terminal import Exit, Progress, follow, print_json, say, some, table
from engine.core.errors import RunError
from engine.core.table import Cell, Column, Columns, Table, listed
from engine.measures.flatness import FEWEST
from engine.measures.measure import measure_run
from engine.measures.values import (
    PHOTOGRAPHS_WANTED,
    ClassMap,
    Embedding,
    Flatness,
    LayerActivity,
    RunMeasures,
    born,
    switched_off,
)

STAGES = {
    "reading": "reading the run",
    "rebuilding": "rebuilding the initial weights",
    "channels": "channels at the end, image",
    "channels-before": "channels at iteration 0, image",
    "flatness": "flatness, class",
    "classes": "classes by layer,",
    "domains": "source and target features, window",
    "tsne": "t-SNE",
}


def measure(arguments: argparse.Namespace) -> int:
    """Measure runs one after another, and print a table and JSON of them."""
    if arguments.seed < 0:
        raise RunError("The seed must be 0 or more.")
    use_place(arguments.runs, arguments.place)
    progress = Progress()
    listed = []
    for path in arguments.runs:
        found = _run(path, arguments, progress)
        _show(path, found)
        listed.append(measures_json(path, found))
    if arguments.json:
        print_json({"runs": listed})
    return Exit.DONE


def _run(path: Path, arguments: argparse.Namespace, progress: Progress) -> RunMeasures:
    steps = measure_run(
        path,
        images=arguments.images,
        seed=arguments.seed,
        tsne=arguments.tsne,
        source=arguments.source,
        control=arguments.control,
    )
    return follow(progress, path.name, steps, STAGES)


def measures_json(path: Path, found: RunMeasures) -> dict[str, Any]:
    """A run's measures as scripts get them; undefined values are None."""
    pairs = list(zip(found.activity_before.layers, found.activity.layers, strict=True))
    embedding = found.embedding
    return {
        "run": str(path),
        "iteration": found.iteration,
        "images": len(found.images),
        "seed": found.seed,
        "frozen": found.frozen,
        "weight_change": {c.layer: c.weight for c in found.changes},
        "bias_change": {c.layer: c.bias for c in found.changes},
        "not_comparable": [c.layer for c in found.changes if not c.comparable],
        "sparsity": {after.layer: after.dead_share for _, after in pairs},
        "sparsity_before": {before.layer: before.dead_share for before, _ in pairs},
        "switched_off": {a.layer: int(switched_off(b, a).sum()) for b, a in pairs},
        "born": {a.layer: int(born(b, a).sum()) for b, a in pairs},
        "flatness": _flatness_json(found.flatness),
        "flatness_before": _flatness_json(found.flatness_before),
        "embedding": {
            "domain_accuracy": embedding.domain_accuracy if embedding else None,
            "source": embedding.source if embedding else None,
            "photographs": embedding.photographs if embedding else 0,
            "windows": embedding.windows if embedding else 0,
            "source_weights": embedding.from_source if embedding else None,
            "enough_photographs": embedding.enough if embedding else False,
            "control_accuracy": embedding.control_accuracy if embedding else None,
            "control": embedding.control if embedding else None,
        },
        "classes": _classes_json(found.classes),
        "seconds": found.seconds,
    }


def _classes_json(found: ClassMap | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "names": list(found.names),
        "windows": len(found.classes),
        "chance": found.chance,
        "accuracy": dict(zip(found.layers, found.accuracy_after, strict=True)),
        "accuracy_before": dict(zip(found.layers, found.accuracy_before, strict=True)),
    }


def _flatness_json(found: Flatness) -> dict[str, Any]:
    return {
        "index": found.index,
        "control": found.control,
        "n": found.n,
        "k": found.k,
        "spread": found.spread,
        "bridges": found.bridges,
        "seed": found.seed,
        "classes": {c.name: c.index for c in found.classes},
        "left_out": list(found.left_out),
    }


def _show(path: Path, found: RunMeasures) -> None:
    """Print a run's measures with sample, seed and caveats."""
    say(
        f"{path.name}: iteration {found.iteration}, {len(found.images)} test images, "
        f"seed {found.seed}"
    )
    before = {layer.layer: layer for layer in found.activity_before.layers}
    after = {layer.layer: layer for layer in found.activity.layers}
    rows: list[tuple[Cell, ...]] = []
    for change in found.changes:
        name = change.layer if change.comparable else f"{change.layer} *"
        cells: tuple[str, ...] = ("",) * 5
        if change.layer in after:
            cells = _channels(before.pop(change.layer), after.pop(change.layer))
        rows.append((name, _number(change.weight), _number(change.bias), *cells))
    # Residual networks: a block's output is a layer of several convolutions.
    rows += [(name, "", "", *_channels(before[name], layer)) for name, layer in after.items()]
    heads = ("layer", "weights", "biases", "dead", "at 0", "switched off", "born", "in region")
    say(table(listed(heads, rows)))
    say("weights, biases: ||w_end - w_0|| / ||w_0||; n/a where w_0 is zero. * new in every run:")
    say("  not comparable. dead: no output above 0 on these images; more images, fewer dead.")
    say("  in region: share of the channels' energy inside the defect, over images with one.")
    if found.frozen:
        say("The layers below the head were fixed: this run says nothing of claims 5 and 6.")
    for title, flat in (("at the end", found.flatness), ("at iteration 0", found.flatness_before)):
        say(f"flatness {title}: {_flatness_text(flat)}")
    say("  smaller is flatter; compare at equal n and k only, and with the control beside it.")
    _show_classes(found.classes)
    _show_domains(found.embedding)


def _show_classes(found: ClassMap | None) -> None:
    if found is None:
        say("classes: n/a (one class, or too few windows)")
        return
    say(
        f"classes: 1-NN accuracy of {some(len(found.names), 'class', 'classes')} in each layer, "
        f"{some(len(found.classes), 'window')}; chance {found.chance:.3g}"
    )
    columns: Columns[tuple[str, float, float]] = (
        Column("layer", lambda row: row[0]),
        Column("at the end", lambda row: row[1], "{:.3f}".format),
        Column("at iteration 0", lambda row: row[2], "{:.3f}".format),
    )
    rows = list(zip(found.layers, found.accuracy_after, found.accuracy_before, strict=True))
    say(table(Table(columns, rows)))


def _show_domains(embedding: Embedding | None) -> None:
    if embedding is None:
        say("domains: n/a (no windows)")
        return
    say(
        f"domains: 1-NN accuracy {_number(embedding.domain_accuracy)} at iteration 0, "
        f"{some(embedding.windows, 'window')} each; source: "
        f"{some(embedding.photographs, 'photograph')}, "
        f"{embedding.source}"
    )
    if embedding.control_accuracy is None:
        say("  control: n/a (too few photographs; --source DIR, --control DIR)")
    else:
        say(f"  control: {_number(embedding.control_accuracy)}, {embedding.control}")
    if not embedding.from_source:
        say("  random initial weights: says nothing of claim 1.")
    elif not embedding.enough:
        # Windows of one photograph are no neighbours, so few photographs leave source windows few
        # neighbours of their own domain.
        say(
            f"  under {PHOTOGRAPHS_WANTED} photographs it reads too low and claim 1 stays open "
            "(--source DIR)."
        )


def _channels(before: LayerActivity, after: LayerActivity) -> tuple[str, ...]:
    """Cells of one layer's channels."""
    live = np.isfinite(after.region_share)
    inside = (
        f"{float(after.region_share[live].mean()):.3f} of {after.region_area:.3f}"
        if live.any()
        else "n/a"
    )
    return (
        f"{int(after.dead.sum())}/{after.dead.size}",
        f"{int(before.dead.sum())}",
        f"{int(switched_off(before, after).sum())}",
        f"{int(born(before, after).sum())}",
        inside,
    )


def _flatness_text(found: Flatness) -> str:
    if found.index is None:
        return f"n/a (no class has {FEWEST} windows)"
    left = f", {some(len(found.left_out), 'class', 'classes')} left out" if found.left_out else ""
    return (
        f"{_number(found.index)} (spread {_number(found.spread)}), "
        f"control {_number(found.control)}; "
        f"n {found.n}, k {found.k}, {some(len(found.classes), 'class', 'classes')}{left}, "
        f"{some(found.bridges, 'bridge')}"
    )


def _number(value: float | None) -> str:
    return "n/a" if value is None else f"{value:.3g}"
