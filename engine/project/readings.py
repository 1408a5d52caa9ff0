"""How a data set is read as a person said it, kept with the project: ``readings.json``.

Roles of folders, answers, columns, the normal class and the grey window count again whenever the
set is opened in this project, in the window and in the terminal.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.core.errors import RunError
from engine.core.files import make_folder, write_atomic
from engine.core.values import AS_FOUND, ReaderOptions

FORMAT = 1
FILE = "readings.json"


def kept_reading(project: Path | str | None, data: Path, options: ReaderOptions) -> ReaderOptions:
    """How a set is to be read: as is said now, else as was said in a project, else as found.

    Raises
    ------
    RunError
        The project's file is damaged: without it the set would be another one in silence.
    """
    if not project or options != AS_FOUND:
        return options
    entries = _read(Path(project))
    for key in _keys(Path(project), data):
        if key in entries:
            return _options(entries[key], Path(project))
    return options


def keep_reading(project: Path | str, data: Path, options: ReaderOptions) -> None:
    """Remember how a set is read; as found forgets what was said before.

    Raises
    ------
    RunError
        The project cannot be written, or its file is damaged.
    """
    folder = Path(project)
    entries = _read(folder)
    keys = _keys(folder, data)
    if options == AS_FOUND and not set(keys) & set(entries):
        return
    for key in keys:
        entries.pop(key, None)
    if options != AS_FOUND:
        entries[keys[0]] = asdict(options)
    make_folder(folder)
    text = json.dumps({"format": FORMAT, "sets": entries}, ensure_ascii=False, indent=1)
    write_atomic(folder / FILE, text + "\n")


def _keys(project: Path, data: Path) -> tuple[str, ...]:
    """What a set is called in the file: from the project where it lies near, and in full."""
    full = Path(os.path.abspath(data.expanduser()))  # noqa: PTH100  # links stay as they are named
    base = Path(os.path.abspath(project))  # noqa: PTH100
    if full.anchor == base.anchor:
        relative = os.path.relpath(full, base)
        if relative.count("..") <= 2:
            return Path(relative).as_posix(), str(full)
    return (str(full),)


def _read(project: Path) -> dict[str, Any]:
    path = project / FILE
    try:
        values = json.loads(path.read_text("utf-8"))
        if values["format"] != FORMAT:
            raise ValueError(f"not of format {FORMAT}")
        entries = values["sets"]
        if not isinstance(entries, dict):
            raise ValueError("no sets")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise _damaged(path, error) from error
    return dict(entries)


def _options(values: Any, project: Path) -> ReaderOptions:
    try:
        pairs = {
            name: tuple((str(a), str(b)) for a, b in values[name])
            for name in ("columns", "roles", "answers")
        }
        return ReaderOptions(
            layout=str(values["layout"]),
            normal=str(values["normal"]),
            grey=tuple(float(value) for value in values["grey"]),
            **pairs,
        )
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(project / FILE, error) from error


def _damaged(path: Path, why: Exception) -> RunError:
    return RunError(
        "{path}: damaged ({why}). Delete it and say again how its data sets are read.",
        path=path,
        why=why,
    )
