"""Regions a person drew, kept with the project: one small JSON file for each data set.

JSON and not the project's database, because this is a person's work that nothing can make again:
it can be read, compared and repaired with any editor, survives a damaged database, and is copied
with the folder. It is small (some 100 bytes an image) and written whole and atomically after each
change; a lock keeps two programs from losing each other's strokes. The images' own folder is never
written to: it may be read-only or shared.

A data set is found again by its place, so that regions stay when images are added or labels change;
elsewhere by its fingerprint, so that project and images can be copied to another computer. Within
the set an image is found by its relative name, and a region counts only for the picture it was
drawn on: each entry holds a hash of it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from engine.core.errors import RunError
from engine.core.files import make_folder, write_atomic
from engine.core.outside import DAMAGED, read_json
from engine.core.values import Problem, Shape
from engine.data.drawn import from_plain, to_plain
from engine.data.sample import DataSet, Sample, probe

FORMAT = 1
FOLDER = "regions"
ABOUT = "Regions drawn in TransferLens, in pixels of each image from its upper left corner."
WAIT = 5.0
"""Seconds to wait for another program that is writing."""


@dataclass
class Drawn:
    """One file: the drawn regions of a data set.

    Attributes
    ----------
    path : the file, which need not be there yet
    places : folders in which the data set was when something was drawn
    fingerprint : of the data set when something was drawn last
    images : by relative name: (hash of the picture, shapes)
    """

    path: Path
    places: list[str] = field(default_factory=list)
    fingerprint: str = ""
    images: dict[str, tuple[str, tuple[Shape, ...]]] = field(default_factory=dict)


def picture_key(sample: Sample) -> str:
    """Tells whether a file still holds the picture that was drawn on."""
    return hashlib.sha256(probe(sample.path)).hexdigest()[:16]


def read_drawn(data: DataSet, project: Path) -> tuple[dict[int, tuple[Shape, ...]], list[Problem]]:
    """What is drawn on a data set's images in a project, by index; and what cannot be used.

    Raises
    ------
    RunError
        The file is damaged; the message names it and the cure.
    """
    result: dict[int, tuple[Shape, ...]] = {}
    problems: list[Problem] = []
    images = _find(data, project).images
    if not images:
        return result, problems
    for index, (file, sample) in enumerate(zip(data.files, data.samples, strict=True)):
        if file not in images:
            continue
        picture, shapes = images[file]
        if picture != picture_key(sample):
            problems.append(
                Problem(
                    file,
                    "A region was drawn on another picture of this name, so it does not count. "
                    "Draw it again.",
                    kind="mask",
                )
            )
        elif sample.label.defective is not True:
            problems.append(
                Problem(
                    file,
                    "A region is drawn on it, but its label does not say defective, so it does "
                    "not count. Correct the label, or leave it.",
                    kind="mask",
                )
            )
        else:
            result[index] = shapes
    return result, problems


def with_drawn(data: DataSet, project: Path) -> DataSet:
    """A data set with what is drawn on it in a project.

    Raises
    ------
    RunError
        The file is damaged.
    """
    result, _ = read_drawn(data, project)
    return data.with_drawn(result) if result else data


def keep_drawn(data: DataSet, project: Path, index: int, shapes: tuple[Shape, ...]) -> None:
    """Write what is drawn on one image, () for nothing; the other images' regions stay.

    Raises
    ------
    RunError
        The project cannot be written, or the file is damaged: it is then left as it is.
    """
    keep_all_drawn(data, project, {index: shapes})


def keep_all_drawn(data: DataSet, project: Path, drawn_on: Mapping[int, tuple[Shape, ...]]) -> None:
    """As :func:`keep_drawn`, for several images at once.

    Raises
    ------
    RunError
        The project cannot be written, or the file is damaged: it is then left as it is.
    """
    folder = project / FOLDER
    make_folder(folder)
    with _held(folder):
        drawn = _find(data, project)
        before = dict(drawn.images)
        for index, shapes in drawn_on.items():
            file = data.files[index]
            if shapes:
                drawn.images[file] = (picture_key(data.samples[index]), shapes)
            else:
                drawn.images.pop(file, None)
        if not any(drawn_on.values()) and drawn.images == before:
            return
        place = str(data.root)
        if place not in drawn.places:
            drawn.places.append(place)
        drawn.fingerprint = data.fingerprint
        values = {
            "about": ABOUT,
            "format": FORMAT,
            "places": drawn.places,
            "fingerprint": drawn.fingerprint,
            "images": {
                name: {"picture": picture, "shapes": to_plain(shapes)}
                for name, (picture, shapes) in sorted(drawn.images.items())
            },
        }
        write_atomic(drawn.path, json.dumps(values, indent=1, ensure_ascii=False) + "\n")


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    lock = FileLock(folder / "regions.lock")
    try:
        lock.acquire(timeout=WAIT)
    except (Timeout, OSError) as error:
        raise RunError(
            "{path}: another program is writing here, or it cannot be written. Try again, or "
            "choose another project folder.",
            path=folder,
        ) from error
    try:
        yield
    finally:
        lock.release()


def _find(data: DataSet, project: Path) -> Drawn:
    """The file of a data set, or an empty one with the name it will have."""
    place = str(data.root)
    own = project / FOLDER / _name(data.root)
    copies: list[Drawn] = []
    damaged: RunError | None = None
    for path in sorted((project / FOLDER).glob("*.json")):
        try:
            drawn = _read(path)
        except RunError as error:
            if path == own:
                raise
            damaged = error
            continue
        if place in drawn.places:
            return drawn
        copies.append(drawn)
    for drawn in copies:
        if drawn.fingerprint == data.fingerprint:
            return drawn
    if damaged is not None:
        raise damaged  # it may well be this set's: nothing is drawn beside it
    return Drawn(own)


def _name(root: Path) -> str:
    plain = re.sub(r"[^\w.-]+", "-", root.name).strip("-.")[:40] or "images"
    return f"{plain}-{hashlib.sha256(str(root).encode()).hexdigest()[:8]}.json"


def _read(path: Path) -> Drawn:
    try:
        values = read_json(path)
        if not isinstance(values, dict) or values.get("format") != FORMAT:
            raise ValueError(f"not of format {FORMAT}")
        places, images = values["places"], values["images"]
        if not isinstance(places, list) or not isinstance(images, dict):
            raise ValueError("'places' or 'images' is missing")
        result = {name: _entry(entry) for name, entry in images.items()}
        return Drawn(path, [str(p) for p in places], str(values["fingerprint"]), result)
    except DAMAGED as error:
        why = f"no entry {error}" if isinstance(error, KeyError) else error
        raise RunError(
            "{path}: the drawn regions cannot be read ({why}). Restore this file from a copy, or "
            "give it another ending than .json to draw anew.",
            path=path,
            why=why,
        ) from error


def _entry(value: Any) -> tuple[str, tuple[Shape, ...]]:
    return str(value["picture"]), from_plain(value["shapes"])
