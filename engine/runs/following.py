"""Following runs that another program trains: what they have written since the last look.

A look costs one `stat` a run where nothing is new, and reads only what is.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path

from engine.core.errors import TransferLensError
from engine.core.values import CurvePoint
from engine.project.rows import METRICS, point_of
from engine.project.runs import RunFolder
from engine.runs.messages import RunGrown


def run_names(project: Path) -> frozenset[str]:
    """Names of the folders of a project's runs; those that have no record yet are left out."""
    try:
        with os.scandir(project / "runs") as entries:
            return frozenset(e.name for e in entries if os.path.isfile(f"{e.path}/run.toml"))  # noqa: PTH113
    except OSError:
        return frozenset()


def grown(path: Path, read: int) -> RunGrown:
    """What a run has written after its first `read` bytes; a run that was resumed is read anew."""
    points, read, anew = _new_points(path / "metrics.csv", read)
    try:
        state = RunFolder.load(path).state_now
    except TransferLensError:
        state = "interrupted"  # it was thrown away, or its record is damaged: a list says more
    return RunGrown(str(path), state, points, read, anew)


def _new_points(table: Path, read: int) -> tuple[tuple[CurvePoint, ...], int, bool]:
    try:
        with table.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            anew = read == 0 or size < read
            file.seek(0 if anew else read)
            content = file.read()
    except OSError:
        return (), read, False
    # A row that is still being written waits for the next look.
    whole = content.rfind(b"\n") + 1
    lines = content[:whole].decode("utf-8", "replace").splitlines()
    points = []
    for cells in csv.reader(lines[1:] if anew else lines):
        try:
            points.append(point_of(dict(zip(METRICS, cells, strict=True))))
        except ValueError:
            continue
    return tuple(points), (0 if anew else read) + whole, anew
