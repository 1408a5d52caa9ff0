"""The drawn regions a run was trained with, kept in its folder as ``regions.json``.

A person draws on; a run does not change with it. Resuming it, measuring it and teaching a student
from it use exactly these. Runs without drawn regions have no such file.
"""

from __future__ import annotations

import json
from pathlib import Path

from engine.core.errors import RunError
from engine.core.files import write_atomic
from engine.core.outside import DAMAGED, read_json
from engine.data.drawn import from_plain, to_plain
from engine.data.sample import DataSet

FILE = "regions.json"


def write_run_regions(folder: Path, data: DataSet) -> None:
    """Keep what is drawn on a data set with a run; nothing is written where nothing is.

    Raises
    ------
    RunError
        The folder cannot be written.
    """
    if data.drawn:
        plain = {file: to_plain(shapes) for file, shapes in sorted(data.drawn.items())}
        write_atomic(folder / FILE, json.dumps(plain, indent=1, ensure_ascii=False) + "\n")


def with_run_regions(data: DataSet, folder: Path, drawn: str) -> DataSet:
    """A run's data set with the regions it was trained with, whatever is drawn by now.

    Parameters
    ----------
    drawn
        The short hash in the run's record; "": it was trained without.

    Raises
    ------
    RunError
        The file is missing, damaged or not what the run was trained with.
    """
    bare = data.with_drawn({i: () for i, sample in enumerate(data.samples) if sample.drawn})
    if not drawn:
        return bare
    try:
        values = read_json(folder / FILE)
        place = {file: index for index, file in enumerate(bare.files)}
        result = bare.with_drawn({place[f]: from_plain(shapes) for f, shapes in values.items()})
        if result.drawn_hash != drawn:
            raise ValueError("not those it was trained with")
    except DAMAGED as error:
        raise RunError(
            "{path}: the regions this run was trained with cannot be read ({why}). Restore this "
            "file from a copy, or train again.",
            path=folder / FILE,
            why=error,
        ) from error
    return result
