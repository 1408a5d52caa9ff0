"""A CSV manifest: one row per image, columns found by name or assigned by the user."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from engine.data.readers.listing import DEFECT_NAMES, NORMAL_NAMES, folders_in
from engine.data.sample import Ellipse, Label, Sample
from engine.errors import DataError
from engine.messages import Problem

STATE = "label_state"
"""Heading of a column that says "normal" or "defective" whatever the kind of defect is called.
Manifests of data versions have it: a kind may be called like a word that means a state."""

ELLIPSE = "region_ellipse"
"""Heading of a column with a region given as an ellipse: x, y, half axes, angle in radians."""

ROLES: dict[str, tuple[str, ...]] = {
    "image": ("file", "path", "image", "filename", "file_name", "image_path", "img"),
    "class": ("class", "texture", "product", "category", "dagm_class"),
    "defect": ("defect", "defective", "label", "is_defect", "anomaly", "target", "result"),
    "mask": ("mask", "mask_path", "region", "ground_truth"),
    "group": ("group", "part", "lot", "date", "batch", "serial"),
    "split": ("split", "subset", "set"),
    "state": (STATE,),
    "ellipse": (ELLIPSE,),
}
"""Headings understood for each role, in order of preference."""


def find_manifest(root: Path) -> Path | None:
    """The manifest at `root` (a CSV file itself, or a folder holding one with an image column)."""
    if root.is_file():
        return root if root.suffix.lower() == ".csv" else None
    for path in sorted(root.glob("*.csv")) + sorted(root.glob("*.CSV")):
        header = _rows(path)[0]
        # A list of verdicts, such as `inspect --csv` writes, is no list of labels.
        if "image" in assign_columns(header, {}) and not {"verdict", "score"} <= set(header):
            return path
    return None


def assign_columns(header: list[str], given: Mapping[str, str]) -> dict[str, str]:
    """Map roles to headings: those given by the user first, the rest by name."""
    lower = {name.strip().lower(): name for name in header}
    found: dict[str, str] = {}
    for role, names in ROLES.items():
        if given.get(role):
            if given[role] not in header:
                raise DataError(
                    "The manifest has no column '{column}'. Its columns are: {header}.",
                    column=given[role],
                    header=", ".join(header),
                )
            found[role] = given[role]
            continue
        for name in names:
            if name in lower and lower[name] not in found.values():
                found[role] = lower[name]
                break
    return found


def _rows(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DataError(
            "{path}: cannot be opened ({why}).", path=path, why=error.strerror
        ) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp949", errors="replace")  # Korean Excel writes this
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    rows = [{key: value or "" for key, value in row.items() if key is not None} for row in reader]
    return list(reader.fieldnames or []), rows


def _defective(value: str) -> tuple[bool | None, str]:
    """Read a defect cell: (defective, kind of defect)."""
    text = value.strip()
    lower = text.lower()
    if lower in ("", "none", "false", "no", "0.0") or lower in NORMAL_NAMES:
        return False, ""
    if lower in ("true", "yes", "1.0") or lower in DEFECT_NAMES:
        return True, "defective"
    return True, text


def read_manifest(
    path: Path, columns: Mapping[str, str], normal: str
) -> tuple[list[Sample], list[Problem]]:
    """Read a manifest.

    Image and mask names are looked up beside the manifest and in the folders beside it, so
    ``images/`` and ``masks/`` need not be written into every row.
    """
    header, rows = _rows(path)
    roles = assign_columns(header, columns)
    if "image" not in roles:
        raise DataError(
            "{path}: no column names the images. Call it 'file' or assign one of: {header}.",
            path=path,
            header=", ".join(header),
        )
    if "class" not in roles and "defect" not in roles:
        raise DataError(
            "{path}: no column says what is defective. Call it 'defect' or assign one of: "
            "{header}.",
            path=path,
            header=", ".join(header),
        )
    base = path.parent
    folders = [base, *folders_in(base)]
    image_folders = sorted(folders, key=lambda item: "image" not in item.name.lower())
    mask_folders = sorted(folders, key=lambda item: "mask" not in item.name.lower())
    samples: list[Sample] = []
    problems: list[Problem] = []
    used: set[Path] = set()
    for row in rows:
        name = row[roles["image"]].strip()
        if not name:
            continue
        image = _locate(name, image_folders)
        if image is None:
            problems.append(Problem(name, "Listed in the manifest, but the file is missing."))
            continue
        if image in used:
            problems.append(Problem(name, "Listed twice. The first row counts."))
            continue
        used.add(image)
        texture = row[roles["class"]].strip() if "class" in roles else ""
        mask = None
        if "mask" in roles and (cell := row[roles["mask"]].strip()):
            mask = _locate(cell, mask_folders)
            if mask is None:
                problems.append(
                    Problem(cell, "Its mask is listed, but the file is missing.", kind="mask")
                )
        cell = row.get(roles.get("defect", ""), "")
        label = _label(texture, cell, "defect" in roles, normal)
        state = row[roles["state"]].strip().lower() if "state" in roles else ""
        if state in ("normal", "defective"):
            bad = state == "defective"
            label = Label(texture, (cell.strip() or "defective") if bad else "", bad)
        samples.append(
            Sample(
                image,
                label,
                mask if label.defective else None,
                _ellipse(row, roles) if label.defective else None,
                group=row[roles["group"]].strip() if "group" in roles else "",
                part=row[roles["split"]].strip().lower() if "split" in roles else "",
            )
        )
    if samples and all(s.label.defective is not False for s in samples):
        # No image is called normal: nothing can be called defective.
        if normal:
            problems.append(
                Problem(str(path), "No row is of the class '{normal}'.", {"normal": normal})
            )
        samples = [
            Sample(s.path, Label(_plain_name(s.label), "", None), group=s.group, part=s.part)
            for s in samples
        ]
    return samples, problems


def _label(texture: str, cell: str, has_defect_column: bool, normal: str) -> Label:
    if has_defect_column:
        kind = cell.strip().casefold()
        if normal and normal.casefold() in (kind, f"{texture} {kind}".strip().casefold()):
            return Label(texture, "", False)
        defective, kind = _defective(cell)
        return Label(texture, kind, defective)
    if texture.lower() == normal.lower() if normal else texture.lower() in NORMAL_NAMES:
        return Label("", "", False)
    return Label("", texture, True)


def _ellipse(row: dict[str, str], roles: Mapping[str, str]) -> Ellipse | None:
    """The ellipse of a row; None if it has none, or no five numbers."""
    try:
        x, y, a, b, angle = (float(each) for each in row[roles["ellipse"]].split())
    except (KeyError, ValueError):
        return None
    return Ellipse(x, y, a, b, angle)


def _plain_name(label: Label) -> str:
    kind = "" if label.defect == "defective" else label.defect
    return f"{label.texture} {kind}".strip() or "defective"


def _locate(name: str, folders: list[Path]) -> Path | None:
    relative = Path(name.replace("\\", "/"))
    if relative.is_absolute():
        return relative if relative.is_file() else None
    for folder in folders:
        if (folder / relative).is_file():
            return folder / relative
    return None
