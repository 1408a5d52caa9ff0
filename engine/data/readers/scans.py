"""What reading a large folder found, kept so that it opens quickly the next time.

A scan counts only while nothing has changed: names, sizes, times of writing and of change, and
inode numbers of every file below the folder are compared, which takes a fraction of a second for a
hundred thousand files; reading them and sampling their bytes takes many. Small sets are always read
anew. The scans lie in the user's cache folder and may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import time
from dataclasses import astuple
from pathlib import Path
from typing import Any

from engine.core.errors import TransferLensError
from engine.core.files import write_atomic
from engine.core.folders import cache_folder
from engine.core.values import Account, Problem, ReaderOptions
from engine.data.marks import Mark
from engine.data.sample import DataSet, Ellipse, Label, Sample

log = logging.getLogger(__name__)

FORMAT = 4
FEWEST = 5_000
"""Images from which on a scan is kept."""

SETTLED_SECONDS = 2.0
"""A file written so shortly before a scan may be written again within the clock's grain."""


class Stamp:
    """A hash over a folder's files that changes when any of them does.

    Attributes
    ----------
    value : hex digits
    newest : time of the last change, seconds since 1970
    """

    def __init__(self, root: Path, others: list[Path]) -> None:
        digest = hashlib.blake2b(digest_size=20)
        newest = 0
        level = [str(root)]
        while level:
            below: list[str] = []
            for folder in level:
                names = []
                with os.scandir(folder) as entries:
                    for entry in entries:
                        if entry.is_dir(follow_symlinks=False):
                            below.append(entry.path)
                            continue
                        try:
                            status = entry.stat()
                        except OSError:  # a link that leads nowhere
                            status = entry.stat(follow_symlinks=False)
                        written, changed = status.st_mtime_ns, status.st_ctime_ns
                        if written > newest or changed > newest:
                            newest = max(written, changed)
                        names.append(
                            f"{entry.name}\0{status.st_size} {written} {changed} {status.st_ino}"
                        )
                names.sort()
                digest.update(f"{folder}\0{len(names)}\n".encode())
                digest.update("\n".join(names).encode("utf-8", "surrogateescape"))
            level = sorted(below)
        for path in others:
            status = path.stat()
            newest = max(newest, status.st_mtime_ns, status.st_ctime_ns)
            digest.update(f"{path}\0{_of(status)}\n".encode("utf-8", "surrogateescape"))
        self.value, self.newest = digest.hexdigest(), newest / 1e9


def _of(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def kept_scan(root: Path, options: ReaderOptions) -> DataSet | None:
    """The data set as it was read before; None if it was not, or anything has changed since."""
    path = _path(root, options)
    if not path.is_file():
        return None
    try:
        values = json.loads(path.read_text("utf-8"))
        if values["format"] != FORMAT:
            return None
        outside = [Path(name) for name in values["outside"]]
        if Stamp(root, outside).value != values["stamp"]:
            return None
        return _data(root, values)
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        log.warning("%s: a scan that cannot be used: %s", path, error)
        return None


def keep_scan(root: Path, options: ReaderOptions, data: DataSet) -> None:
    """Keep what was read of a large folder; a cache that cannot be written is no misfortune."""
    if len(data.samples) < FEWEST or root.is_file():
        return
    began = time.time()
    try:
        base = f"{root / '_'}"[:-1]
        outside = sorted(
            {sample.path for sample in data.samples if not sample.location.startswith(base)}
            | {mask for s in data.samples for mask in s.masks if not mask.is_relative_to(root)}
        )
        stamp = Stamp(root, outside)
        if stamp.newest > began - SETTLED_SECONDS:
            return
        path = _path(root, options)
        path.parent.mkdir(parents=True, exist_ok=True)
        values = _values(data) | {
            "format": FORMAT,
            "stamp": stamp.value,
            "outside": [str(each) for each in outside],
        }
        write_atomic(path, json.dumps(values, ensure_ascii=False, separators=(",", ":")))
    except (OSError, UnicodeEncodeError, TransferLensError) as error:
        log.warning("%s: its scan is not kept: %s", root, error)


def _path(root: Path, options: ReaderOptions) -> Path:
    key = hashlib.sha256(f"{root}\0{options}".encode("utf-8", "surrogateescape")).hexdigest()
    return cache_folder() / "scans" / f"{key[:24]}.json"


def _values(data: DataSet) -> dict[str, Any]:
    labels = data.labels
    return {
        "layout": [data.layout, data.layout_name],
        "fingerprint": data.fingerprint,
        "place": data.place_key,
        "labels": [astuple(label) for label in labels],
        "problems": [_said(p) for p in data.problems],
        "account": [*astuple(data.account)[:-1], [_said(p) for p in data.account.beside]],
        "grey": data.grey,
        "answer": data.masks_answer,
        "marks": {
            i: [[m.kind, m.values, m.label, m.relative] for m in s.marks]
            for i, s in enumerate(data.samples)
            if s.marks
        },
        "more": {
            i: [data.relative(Sample(str(path), s.label)) for path in s.more]
            for i, s in enumerate(data.samples)
            if s.more
        },
        "files": data.files,
        "classes": data.classes,
        "masks": {
            i: data.relative(Sample(str(s.mask), s.label))
            for i, s in enumerate(data.samples)
            if s.mask is not None
        },
        "ellipses": {
            i: astuple(s.ellipse) for i, s in enumerate(data.samples) if s.ellipse is not None
        },
        "groups": {i: s.group for i, s in enumerate(data.samples) if s.group},
        "parts": {i: s.part for i, s in enumerate(data.samples) if s.part},
    }


def _said(problem: Problem) -> list[Any]:
    return [problem.file, problem.template, problem.values, problem.kind, problem.files]


def _problems(plain: list[Any]) -> tuple[Problem, ...]:
    return tuple(Problem(f, t, dict(v), k, n) for f, t, v, k, n in plain)


def _locations(root: Path, files: list[str], outside: list[str]) -> list[str]:
    """The files' paths as text, as the readers give them."""
    if outside:
        return [str(root / file) for file in files]
    base = f"{root / '_'}"[:-1]  # ends in one separator, the root of a disk too
    return [base + file.replace("/", os.sep) for file in files]


def _data(root: Path, values: dict[str, Any]) -> DataSet:
    labels = [Label(*each) for each in values["labels"]]
    masks, ellipses = values["masks"], values["ellipses"]
    groups, parts = values["groups"], values["parts"]
    marks, more = values["marks"], values["more"]
    files, classes = values["files"], values["classes"]
    if len(files) != len(classes):
        raise ValueError("as many labels as files")
    samples = []
    locations = _locations(root, files, values["outside"])
    for place, (location, number) in enumerate(zip(locations, classes, strict=True)):
        key = str(place)
        mask, ellipse = masks.get(key), ellipses.get(key)
        samples.append(
            Sample(
                location,
                labels[number],
                root / mask if mask is not None else None,
                Ellipse(*ellipse) if ellipse is not None else None,
                groups.get(key, ""),
                parts.get(key, ""),
                (),
                tuple(Mark(k, tuple(v), n, r) for k, v, n, r in marks.get(key, ())),
                tuple(root / name for name in more.get(key, ())),
            )
        )
    problems = _problems(values["problems"])
    layout, name = values["layout"]
    low, high = values["grey"]
    *counts, beside = values["account"]
    there, images, masks, labels, tables, named = counts
    told = Account(there, images, masks, labels, tables, named, _problems(beside))
    data = DataSet(
        root, layout, name, tuple(samples), problems, told, (low, high), values["answer"]
    )
    data.__dict__.update(
        labels=tuple(labels),
        classes=tuple(classes),
        files=tuple(files),
        fingerprint=values["fingerprint"],
        place_key=values["place"],
    )
    return data
