"""Groups a person chose for a data set, kept with the project: one JSON file for each set.

Runs trained from then on have folds that keep the groups whole; folds are another file for other
groups (see :mod:`engine.data.folds`), and what was trained before keeps its own split.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from engine.data.sample import DataSet
from engine.errors import RunError
from engine.files import make_folder, write_atomic
from engine.messages import GroupRule
from engine.project.regions import with_drawn

FORMAT = 1
FOLDER = "groups"


def read_groups(data: DataSet, project: Path) -> tuple[GroupRule, tuple[str, ...]] | None:
    """The rule chosen for a data set and the group of each image; None if none was chosen.

    Raises
    ------
    RunError
        The file is damaged: without it folds would be others in silence.
    """
    path = _path(data, project)
    if not path.is_file():
        return None
    try:
        values = json.loads(path.read_text("utf-8"))
        if values["format"] != FORMAT:
            raise ValueError(f"not of format {FORMAT}")
        rule = GroupRule(**{k: values["rule"][k] for k in ("source", "pattern", "alike")})
        groups = values["groups"]
        return rule, tuple(str(groups.get(file, "")) for file in data.files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RunError(
            "{path}: the groups cannot be read ({why}). Restore this file from a copy, or delete "
            "it to use the data set's own.",
            path=path,
            why=error,
        ) from error


def keep_groups(data: DataSet, project: Path, rule: GroupRule, groups: tuple[str, ...]) -> None:
    """Use groups for a data set from now on; those of the set itself need no file.

    Raises
    ------
    RunError
        The project cannot be written.
    """
    path = _path(data, project)
    if rule == GroupRule():
        path.unlink(missing_ok=True)
        return
    values = {
        "about": "Images that folds keep together, chosen in TransferLens.",
        "format": FORMAT,
        "rule": asdict(rule),
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
    found = read_groups(data, project)
    return data if found is None else data.with_groups(found[1])


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
