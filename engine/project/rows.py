"""Rows of a run's metrics.csv and layers.csv."""

from __future__ import annotations

import csv
from pathlib import Path

from engine.core.values import CurvePoint, LayerPulse

METRICS = ("iteration", "seconds", "loss", "accuracy", "auc", "overkill", "escape")
LAYERS = ("iteration", "layer", "change", "dead")

Moved = tuple[int, tuple[LayerPulse, ...]]
"""An iteration with a live validation, and its layers, first to last."""


def cell(value: float | None) -> str:
    """A number as it is written; "" for None."""
    return "" if value is None else f"{value:.9g}"


def value_of(text: str) -> float | None:
    """A number as it was written; ValueError if it is none."""
    return float(text) if text else None


def point_of(row: dict[str, str]) -> CurvePoint:
    """A row of metrics.csv; ValueError or TypeError if a crash cut it off."""

    def value(name: str) -> float | None:
        return value_of(row[name])

    return CurvePoint(
        iteration=int(float(row["iteration"])),
        seconds=float(row["seconds"]),
        loss=value("loss"),
        accuracy=value("accuracy"),
        auc=value("auc"),
        overkill=value("overkill"),
        escape=value("escape"),
    )


def read_moved(path: Path) -> tuple[Moved, ...]:
    """Read layers.csv, in the order of iterations; rows that a crash cut off are left out."""
    result: dict[int, list[LayerPulse]] = {}
    try:
        with path.open(encoding="utf-8", errors="replace", newline="") as file:
            for row in csv.DictReader(file):
                try:
                    pulse = LayerPulse(row["layer"], value_of(row["change"]), value_of(row["dead"]))
                    result.setdefault(int(row["iteration"]), []).append(pulse)
                except (TypeError, ValueError, KeyError):
                    continue
    except OSError:
        return ()
    except csv.Error:
        pass  # what was read so far stands
    return tuple((iteration, tuple(layers)) for iteration, layers in sorted(result.items()))
