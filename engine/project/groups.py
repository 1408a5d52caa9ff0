"""Groups and folds a person chose for a data set, kept with the project: one JSON file for each.

Runs trained from then on have folds that keep the groups whole; folds are another file for other
groups (see :mod:`engine.data.folds`), and what was trained before keeps its own split.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from engine.core.errors import RunError
from engine.core.files import make_folder, write_atomic
from engine.core.outside import DAMAGED, read_json
from engine.data.sample import DataSet
from engine.data.values import GroupRule
from engine.project.regions import with_drawn

FORMAT = 1
FOLDER = "groups"
FEWEST, MOST = 2, 100
"""Folds there can be, as in a recipe."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How many folds a data set is spread over, and the seed they are drawn with."""

    folds: int = 5
    seed: int = 0


def read_groups(data: DataSet, project: Path) -> tuple[GroupRule, tuple[str, ...]] | None:
    """The rule chosen for a data set and the group of each image; None if none was chosen.

    Raises
    ------
    RunError
        The file is damaged: without it folds would be others in silence.
    """
    result = _read(data, project)
    # The set's own groups are those that its reader names now.
    return None if result is None or result[0] == GroupRule() else result[:2]


def read_spread(data: DataSet, project: Path) -> Spread:
    """How many folds were chosen for a data set, and their seed; 5 and 0 where nothing was.

    Raises
    ------
    RunError
        As for :func:`read_groups`.
    """
    result = _read(data, project)
    return Spread() if result is None else result[2]


def spread_of(data: DataSet, project: str, folds: int | None, seed: int | None) -> Spread:
    """The folds to be shown: those asked for, else those chosen in a project ("": none is open).

    A damaged file is told where the groups are read.
    """
    spread = Spread()
    if project:
        with suppress(RunError):
            spread = read_spread(data, Path(project))
    return Spread(spread.folds if folds is None else folds, spread.seed if seed is None else seed)


def _read(data: DataSet, project: Path) -> tuple[GroupRule, tuple[str, ...], Spread] | None:
    path = _path(data, project)
    if not path.is_file():
        return None
    try:
        values = read_json(path)
        if values["format"] != FORMAT:
            raise ValueError(f"not of format {FORMAT}")
        rule = GroupRule(**{k: values["rule"][k] for k in ("source", "pattern", "alike")})
        groups = values["groups"]
        spread = Spread(int(values.get("folds", 5)), int(values.get("seed", 0)))
        if not FEWEST <= spread.folds <= MOST or spread.seed < 0:
            raise ValueError(f"{spread.folds} folds, seed {spread.seed}")
        return rule, tuple(str(groups.get(file, "")) for file in data.files), spread
    except DAMAGED as error:
        raise RunError(
            "{path}: the groups cannot be read ({why}). Restore this file from a copy, or delete "
            "it to use the data set's own.",
            path=path,
            why=error,
        ) from error


def keep_groups(
    data: DataSet,
    project: Path,
    rule: GroupRule,
    groups: tuple[str, ...],
    spread: Spread | None = None,
) -> None:
    """Use groups and folds for a data set from now on; where nothing is chosen no file is needed.

    Raises
    ------
    RunError
        The project cannot be written.
    """
    path, spread = _path(data, project), spread or Spread()
    if rule == GroupRule() and spread == Spread():
        path.unlink(missing_ok=True)
        return
    values = {
        "about": "Images that folds keep together, chosen in TransferLens.",
        "format": FORMAT,
        "rule": asdict(rule),
        **asdict(spread),
        "groups": {file: g for file, g in zip(data.files, groups, strict=True) if g},
    }
    make_folder(path.parent)
    write_atomic(path, json.dumps(values, indent=1, ensure_ascii=False) + "\n")


def with_groups(data: DataSet, project: Path) -> DataSet:
    """A data set with the groups a project has chosen for it, if any.

    Raises
    ------
    RunError
        The file is damaged.
    """
    result = read_groups(data, project)
    return data if result is None else data.with_groups(result[1])


def as_kept(data: DataSet, project: Path) -> DataSet:
    """A data set as a project uses it: its groups chosen, its regions drawn there.

    Raises
    ------
    RunError
        What the project keeps is damaged.
    """
    return with_drawn(with_groups(data, project), project)


def _path(data: DataSet, project: Path) -> Path:
    return project / FOLDER / f"groups-{data.fingerprint[:12]}.json"
