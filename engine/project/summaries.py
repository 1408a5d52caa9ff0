"""Runs as messages: what a window or a JSON line shows of them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import cattrs
import torch

from engine.compress.values import Cost
from engine.core.recipe import View
from engine.core.values import Origin, RunSummary
from engine.network.catalogue import backbone
from engine.project.places import Places
from engine.project.runs import RunFolder
from engine.project.titles import title_of


@lru_cache(maxsize=16)
def layer_names(network: str) -> tuple[str, ...]:
    """Names of a backbone's layers, first to last."""
    entry = backbone(network)
    with torch.device("meta"):  # names only: no memory, no initial weights
        return tuple(layer.name for layer in entry.layers(entry.steps(2)))


def summarise(folder: RunFolder, places: Places | None = None) -> RunSummary:
    """Describe a run as it stands on disk; `places` of its project, if many are described."""
    record = folder.record
    place = (places or Places(folder.project)).of(record)
    return RunSummary(
        path=str(folder.path),
        name=folder.path.name,
        state=folder.state_now,
        recipe=record.recipe,
        view=View(record.view).value,
        classes=tuple(label.name for label in record.labels),
        data_path=record.data_path if place is None else str(place),
        data_missing=place is None,
        options=record.options,
        live_baseline=record.live_baseline or None,
        fingerprint=record.fingerprint,
        device=record.device_name,
        precision=record.numerics.precision,
        iteration=record.iteration,
        seconds=record.seconds,
        threshold=record.threshold,
        baseline=record.baseline,
        on_test=record.on_test,
        test=record.test,
        curve=folder.curve(),
        layers=layer_names(record.recipe.network),
        note=record.note,
        title=title_of(folder.path),
        worker=record.worker,
        begun_as=record.begun_as,
        **_made(record.origin),
    )


def _made(origin: Origin | None) -> dict[str, Any]:
    """What a summary says of a run that was made from another."""
    if origin is None:
        return {}
    details = origin.details
    kind = "dead" if origin.kind == "pruned" and "removed" in details else origin.kind
    try:
        cost = cattrs.structure(details["cost"], Cost)
    except (KeyError, TypeError, ValueError, cattrs.BaseValidationError):
        cost = None
    return {
        "parent": origin.parent,
        "kind": kind,
        "lessons": str(details.get("lessons", "")),
        "cost": cost,
    }
