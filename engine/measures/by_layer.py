"""What training changed, layer by layer: weights, and channels that died or were born."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from engine.core.table import listed
from engine.core.text import figures
from engine.measures.entry import Ground, Line, Measure, Stages
from engine.measures.values import (
    HARDLY,
    LayerActivity,
    RunMeasures,
    born,
    lower_layers,
    null_change,
    switched_off,
)
from engine.network.change import weight_change, weight_layers


def _take(ground: Ground) -> Stages[dict[str, Any]]:
    """Both come from what is there already: the networks, and the passes over the sample."""
    yield from ()
    before, after = ground.before.network, ground.after.network
    return {
        "changes": weight_change(before.state_dict(), after.state_dict(), weight_layers(after)),
        "activity": ground.survey_after.activity,
        "activity_before": ground.survey_before.activity,
    }


def _json(found: RunMeasures) -> dict[str, Any]:
    pairs = list(zip(found.activity_before.layers, found.activity.layers, strict=True))
    return {
        "weight_change": {c.layer: c.weight for c in found.changes},
        "bias_change": {c.layer: c.bias for c in found.changes},
        "null_change": null_change(found.changes),
        "lower_layers": _lower_json(found),
        "decay_change": found.decay,
        "displacement": {c.layer: c.moved for c in found.changes},
        "not_comparable": [c.layer for c in found.changes if not c.comparable],
        "sparsity": {after.layer: after.dead_share for _, after in pairs},
        "sparsity_before": {before.layer: before.dead_share for before, _ in pairs},
        "switched_off": {a.layer: int(switched_off(b, a).sum()) for b, a in pairs},
        "born": {a.layer: int(born(b, a).sum()) for b, a in pairs},
    }


def _lower_json(found: RunMeasures) -> dict[str, Any] | None:
    lower = lower_layers(found.changes)
    if lower is None:
        return None
    return {
        "first": lower.first,
        "last": lower.last,
        "ratio": lower.mean,
        "largest": max(lower.ratios),
        "above": lower.above,
        "hardly_updated": lower.hardly,
    }


def _lines(found: RunMeasures) -> Iterator[Line]:
    before = {layer.layer: layer for layer in found.activity_before.layers}
    after = {layer.layer: layer for layer in found.activity.layers}
    null = null_change(found.changes)
    heads = (
        "layer",
        "weights",
        "null",
        "biases",
        "dead",
        "at 0",
        "switched off",
        "born",
        "in region",
    )
    rows: list[list[str]] = []
    for change in found.changes:
        name = change.layer if change.comparable else f"{change.layer} *"
        expected = figures(null.get(change.layer)) if change.comparable else ""
        rows.append([name, figures(change.weight), expected, figures(change.bias)] + 5 * [""])
        if change.layer in after:
            rows[-1][4:] = _channels(before.pop(change.layer), after.pop(change.layer))
    # Residual networks: a block's output is a layer of several convolutions.
    rows += [[name, "", "", "", *_channels(before[name], layer)] for name, layer in after.items()]
    yield listed(heads, rows)
    yield "weights, biases: ||w_end - w_0|| / ||w_0||; n/a where w_0 is zero. * new in every run:"
    yield "  not comparable. null: the same if every weight had moved equally far, which is what"
    yield "  Adam's steps come to whatever the data. dead: no output above 0 on these images;"
    yield "  more images, fewer dead."
    yield "  in region: share of the channels' energy inside the defect, over images with one."
    if found.decay:
        yield f"weight decay alone moves every layer by {figures(found.decay)}"
    lower = lower_layers(found.changes)
    if lower is not None and not found.frozen:
        hardly = "hardly updated" if lower.hardly else "not 'hardly updated'"
        yield (
            f"{lower.first} to {lower.last}: weights / null {figures(lower.mean)} (largest "
            f"{figures(max(lower.ratios))}), layers above {figures(lower.above)}: {hardly}"
        )
        yield f"  (that would be {HARDLY} or less of each; of AdamW it says nothing)."
    if found.frozen:
        yield "The layers below the head were fixed: this run says nothing of claims 5 and 6."


def _channels(before: LayerActivity, after: LayerActivity) -> list[str]:
    """Cells of one layer's channels."""
    live = np.isfinite(after.region_share)
    inside = (
        f"{float(after.region_share[live].mean()):.3f} of {after.region_area:.3f}"
        if live.any()
        else "n/a"
    )
    return [
        f"{int(after.dead.sum())}/{after.dead.size}",
        f"{int(before.dead.sum())}",
        f"{int(switched_off(before, after).sum())}",
        f"{int(born(before, after).sum())}",
        inside,
    ]


BY_LAYER = Measure(_take, _json, _lines, {})
