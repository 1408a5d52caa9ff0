"""How a data version is written down: one row an image, files named so that they are found."""

from __future__ import annotations

import json
import os
from pathlib import Path

from engine.core.table import Column, Columns, Table
from engine.data.readers.columns import ELLIPSE, MORE, REGION_MARKS, STATE
from engine.data.sample import DataSet, Label, Sample
from engine.project.places import beside

STATES = {True: "defective", False: "normal", None: ""}


def manifest_text(data: DataSet, project: Path, folder: Path) -> str:
    """The manifest of a data set, one row an image, as it is to lie in a folder of a project."""
    names = _Names(project, folder)
    columns: Columns[Sample] = (
        Column("image", lambda sample: names.of(sample.path)),
        Column("class", lambda sample: sample.label.texture),
        Column("defect", lambda sample: _kind(sample.label)),
        Column(STATE, lambda sample: STATES[sample.label.defective]),
        Column("mask", lambda sample: names.of(sample.mask) if sample.mask else ""),
        Column(ELLIPSE, _ellipse),
        Column(REGION_MARKS, _marks),
        Column(MORE, lambda sample: "|".join(names.of(path) for path in sample.more)),
        Column("group", lambda sample: sample.group),
        Column("split", lambda sample: sample.part),
    )
    return Table(columns, data.samples).written("\n")


def _kind(label: Label) -> str:
    return "defective" if label.defective is None else label.defect or "normal"


def _ellipse(sample: Sample) -> str:
    e = sample.ellipse
    return "" if e is None else " ".join(repr(float(v)) for v in (e.x, e.y, e.a, e.b, e.angle))


def _marks(sample: Sample) -> str:
    marks = [[m.kind, m.values, m.label, m.relative] for m in sample.marks]
    return json.dumps(marks, ensure_ascii=False, separators=(",", ":")) if marks else ""


class _Names:
    """How a manifest names files: from its own folder where they lie near, else by full path."""

    def __init__(self, project: Path, folder: Path) -> None:
        self._project, self._folder = project, folder
        self._folders: dict[Path, str] = {}

    def of(self, path: Path) -> str:
        """The name of a file."""
        if path.parent not in self._folders:
            self._folders[path.parent] = self._of_folder(path.parent)
        return f"{self._folders[path.parent]}/{path.name}"

    def _of_folder(self, folder: Path) -> str:
        plain = Path(os.path.normpath(folder.absolute()))
        if not _same(plain, folder):  # ".." after a link is not what it looks like
            plain = folder.resolve()
        if beside(plain, self._project):
            relative = Path(os.path.relpath(plain, self._folder))
            if _same(self._folder / relative, folder):
                return relative.as_posix()
        return plain.as_posix()


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
