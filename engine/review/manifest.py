"""How a data version is written down: one row an image, files named so that they are found."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

from engine.data.readers.manifest import ELLIPSE, STATE
from engine.data.sample import DataSet, Sample
from engine.project.places import beside

HEADINGS = ("image", "class", "defect", STATE, "mask", ELLIPSE, "group", "split")


def manifest_text(data: DataSet, project: Path, folder: Path) -> str:
    """The manifest of a data set, one row an image, as it is to lie in a folder of a project."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADINGS)
    names = _Names(project, folder)
    for sample in data.samples:
        label = sample.label
        state = {True: "defective", False: "normal", None: ""}[label.defective]
        kind = "defective" if label.defective is None else label.defect or "normal"
        writer.writerow(
            (
                names.of(sample.path),
                label.texture,
                kind,
                state,
                names.of(sample.mask) if sample.mask else "",
                _ellipse(sample),
                sample.group,
                sample.part,
            )
        )
    return text.getvalue()


def _ellipse(sample: Sample) -> str:
    e = sample.ellipse
    return "" if e is None else " ".join(repr(float(v)) for v in (e.x, e.y, e.a, e.b, e.angle))


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
