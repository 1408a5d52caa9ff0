"""Where a project's data sets are now, though project or images were moved or copied.

A run keeps the path its images were read from, and that path as seen from the project where both
lie together: a project that is copied with its images finds them. Where neither leads anywhere, a
person says once where the images are; the answer is kept in the project, by fingerprint, and counts
before the run's own paths. Whatever a path leads to, the fingerprint decides whether it is the set.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path, PureWindowsPath

import cattrs

from engine.core.errors import DataError
from engine.core.files import write_atomic
from engine.core.outside import DAMAGED, read_json
from engine.data.readers.detect import open_dataset
from engine.data.sample import DataSet
from engine.project.run_record import RunRecord
from engine.project.runs import RunFolder, list_runs

FILE = "data-places.json"
FORMAT = 1
ABOUT = "Where the data sets of this project's runs are now, by their fingerprint."
UP = 2
"""Folders a relative path may go up: images below the project, beside it, or beside its folder."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a data set was found, and the path its runs were made with."""

    path: str
    relative: str
    written: str


def _plain(path: Path) -> Path:
    """An absolute path without "..", links left as they are: people know them by these names."""
    return Path(os.path.normpath(path.absolute()))


def beside(data: Path, project: Path) -> str:
    """The path from a project to data near it, with forward slashes; "" if they lie far apart."""
    data, project = _plain(data), _plain(project)
    if data.anchor.lower() != project.anchor.lower():
        return ""  # another drive
    relative = Path(os.path.relpath(data, project))
    up = relative.parts.count("..")
    # What they share must be more than the drive itself.
    return relative.as_posix() if up <= UP and len(project.parts) - up > 1 else ""


class Places:
    """Answers where data sets are, for one project; what is asked twice is looked up once.

    Attributes
    ----------
    project : the project's folder
    """

    def __init__(self, project: Path) -> None:
        self.project = _plain(project)
        self._kept = _read(self.project / FILE)
        self._there: dict[Path, bool] = {}

    def candidates(self, written: str, relative: str = "", fingerprint: str = "") -> list[Path]:
        """Existing places of a data set, the likeliest first.

        Parameters
        ----------
        written
            The path it was read from.
        relative
            The same from the project; "" where that was not kept.
        fingerprint
            Of the set; without it, what was said of other sets from the same path counts.
        """
        result: list[Path] = []
        for key, place in self._kept.items():
            if key == fingerprint or (not fingerprint and place.written == written):
                result += [Path(place.path), *self._near(place.relative)]
        result += [Path(written), *self._near(relative)]
        return [path for path in dict.fromkeys(result) if path.is_absolute() and self._is(path)]

    def of(self, record: RunRecord) -> Path | None:
        """Where a run's images are, by name alone; None: nowhere that is known."""
        result = self.candidates(record.data_path, record.data_relative, record.fingerprint)
        return result[0] if result else None

    def keep(self, found: dict[str, Path], written: str) -> None:
        """Remember where sets are that were read from one path, by fingerprint.

        Raises
        ------
        RunError
            The project cannot be written.
        """
        for fingerprint, path in found.items():
            self._kept[fingerprint] = Place(str(path), beside(path, self.project), written)
        values = {
            "about": ABOUT,
            "format": FORMAT,
            "places": {key: asdict(place) for key, place in sorted(self._kept.items())},
        }
        text = json.dumps(values, indent=1, ensure_ascii=False)
        write_atomic(self.project / FILE, text + "\n")
        self._there.clear()

    def _near(self, relative: str) -> list[Path]:
        return [_plain(self.project / relative)] if relative else []

    def _is(self, path: Path) -> bool:
        if path not in self._there:
            try:
                self._there[path] = path.exists()
            except OSError:  # a drive that does not answer
                self._there[path] = False
        return self._there[path]


def open_where_it_is(folder: RunFolder) -> DataSet:
    """Open the data set a run was trained on, wherever it is now.

    Raises
    ------
    DataError
        It is nowhere that is known, or none of these places holds the same set.
    """
    record = folder.record
    places = Places(folder.project)
    error: DataError | None = None
    for path in places.candidates(record.data_path, record.data_relative, record.fingerprint):
        try:
            data = open_dataset(path, record.reading)
        except DataError as why:
            error = error or why
            continue
        if data.fingerprint == record.fingerprint:
            return data
        error = error or changed(path)
    raise error or DataError(
        "{path}: no such folder any more, and {run} needs its images. Say where they are now "
        "(--data DIR).",
        path=record.data_path,
        run=folder.path.name,
    )


def place_of(folder: RunFolder) -> Path:
    """Where :func:`open_where_it_is` finds a run's data set.

    Raises
    ------
    DataError
        As there.
    """
    record = folder.record
    data = open_where_it_is(folder)
    places = Places(folder.project)
    for path in places.candidates(record.data_path, record.data_relative, record.fingerprint):
        if path == data.root or path.parent == data.root:
            return path
    return data.root


def changed(path: Path) -> DataError:
    """The error that a folder holds another set than a run has seen."""
    return DataError(
        "{path}: the images or labels have changed since the run started. Start a new run, "
        "or restore the data.",
        path=path,
    )


def say_where(folder: RunFolder, where: Path) -> Path:
    """Remember where a run's images are now; returns the set's own folder or manifest.

    Other runs of the project that read the same path in another way are helped too.

    Parameters
    ----------
    where
        The folder, or the one it lies in.

    Raises
    ------
    DataError
        It is not the set the run was trained on.
    RunError
        The project cannot be written.
    """
    record, project = folder.record, folder.project
    path = _find(folder, _plain(where.expanduser()))
    result = {record.fingerprint: path}
    others = {
        (run.record.fingerprint, run.record.reading)
        for run in list_runs(project)
        if run.record.data_path == record.data_path
    }
    for fingerprint, options in others:
        if fingerprint in result:
            continue
        try:
            if open_dataset(path, options).fingerprint == fingerprint:
                result[fingerprint] = path
        except DataError:
            continue  # this one was read in a way that no longer works
    Places(project).keep(result, record.data_path)
    return path


def _find(folder: RunFolder, where: Path) -> Path:
    """A run's set at a place: a file of its old name, a folder of it, or the place itself."""
    record = folder.record
    inner = where / PureWindowsPath(record.data_path).name  # reads both kinds of separators
    if not where.exists():
        open_dataset(where, record.reading)  # says so
    for path in (inner, where):
        try:
            if path.exists() and open_dataset(path, record.reading).fingerprint == (
                record.fingerprint
            ):
                return path
        except DataError:
            continue
    raise DataError(
        "{path}: not the images {run} was trained on: names, labels or pictures differ. Choose "
        "another folder.",
        path=where,
        run=folder.path.name,
    )


def _read(file: Path) -> dict[str, Place]:
    """What was remembered; a damaged file is an unanswered question, no more."""
    try:
        values = read_json(file)
        if values["format"] != FORMAT:
            return {}
        return cattrs.structure(values["places"], dict[str, Place])
    except DAMAGED:
        return {}
