"""A CSV manifest: one row per image, columns found by name or assigned by the user."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from engine.core.errors import DataError
from engine.core.values import Problem
from engine.data.readers.listing import DEFECT_NAMES, NORMAL_NAMES, PARTS, folded, folders_in
from engine.data.sample import Ellipse, Label, Sample

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

_KOREAN_PARTS = {
    "학습": "train",
    "훈련": "train",
    "검증": "train",
    "테스트": "test",
    "시험": "test",
}

_MASK_WORDS = ("mask", "truth", "label", "annot", "region", "마스크")
"""What is part of the name of a folder of masks."""


def any_table(root: Path) -> Path | None:
    """The first CSV file of a folder, whatever its columns; None if there is none."""
    return next(iter(_tables(root)), None) if root.is_dir() else None


def _tables(root: Path) -> list[Path]:
    return sorted(path for path in root.glob("*.[cC][sS][vV]") if path.name[0] != ".")


def find_manifest(root: Path, given: Mapping[str, str] | None = None) -> Path | None:
    """The manifest at `root` (a CSV file itself, or a folder holding one with an image column).

    `given`: columns assigned by the user; a table that has the one for images is the manifest.
    """
    if root.is_file():
        return root if root.suffix.lower() == ".csv" else None
    for path in _tables(root):
        header = _rows(path)[0]
        if given and given.get("image") in header:
            return path
        # A list of verdicts, such as `inspect --csv` writes, is no list of labels.
        if "image" in assign_columns(header, {}) and not {"verdict", "score"} <= set(header):
            return path
    return None


def assign_columns(header: list[str], given: Mapping[str, str]) -> dict[str, str]:
    """Map roles to headings: those given by the user first, the rest by name."""
    lower = {name.strip().lower(): name for name in header}
    result: dict[str, str] = {}
    assigned = {heading for heading in given.values() if heading}
    for role, names in ROLES.items():
        if given.get(role):
            if given[role] not in header:
                raise DataError(
                    "The manifest has no column '{column}'. Its columns are: {header}.",
                    column=given[role],
                    header=", ".join(header),
                )
            result[role] = given[role]
            continue
        for name in names:
            if name in lower and lower[name] not in {*result.values(), *assigned}:
                result[role] = lower[name]
                break
    return result


def _rows(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DataError(
            "{path}: cannot be opened ({why}).", path=path, why=error.strerror
        ) from error
    try:
        # Excel's "Unicode text" is UTF-16; everything else it writes begins otherwise.
        wide = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
        text = raw.decode("utf-16" if wide else "utf-8-sig")
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
    lower = folded(text)
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
    # A mask is often called like its image: folders of masks are the last place for images.
    named = {Path(row[roles["mask"]].replace("\\", "/")).parent for row in rows if "mask" in roles}
    masks = {item for item in folders[1:] if _holds_masks(item) or Path(item.name) in named}
    image_folders = sorted(
        folders, key=lambda item: (item in masks, "image" not in item.name.lower())
    )
    mask_folders = sorted(folders, key=lambda item: item not in masks)
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
            mask = _locate(cell, mask_folders, image)
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
                str(image),
                label,
                mask if label.defective else None,
                _ellipse(row, roles) if label.defective else None,
                group=row[roles["group"]].strip() if "group" in roles else "",
                part=_part(row[roles["split"]]) if "split" in roles else "",
            )
        )
    if normal and samples and all(s.label.defective is not False for s in samples):
        problems.append(
            Problem(str(path), "No row is of the class '{normal}'.", {"normal": normal})
        )
    return samples, problems


def _label(texture: str, cell: str, has_defect_column: bool, normal: str) -> Label:
    if has_defect_column:
        if normal and folded(normal) in (folded(cell), folded(f"{texture} {cell}")):
            return Label(texture, "", False)
        defective, kind = _defective(cell)
        return Label(texture, kind, defective)
    if folded(texture) == folded(normal) if normal else folded(texture) in NORMAL_NAMES:
        return Label("", "", False)
    return Label("", texture, True)


def _ellipse(row: dict[str, str], roles: Mapping[str, str]) -> Ellipse | None:
    """The ellipse of a row; None if it has none, or no five numbers."""
    try:
        x, y, a, b, angle = (float(each) for each in row[roles["ellipse"]].split())
    except (KeyError, ValueError):
        return None
    return Ellipse(x, y, a, b, angle)


def _part(cell: str) -> str:
    name = folded(cell)
    return PARTS.get(name) or _KOREAN_PARTS.get(name, name)


def _holds_masks(folder: Path) -> bool:
    return any(word in folded(folder.name) for word in _MASK_WORDS)


def _locate(name: str, folders: list[Path], other: Path | None = None) -> Path | None:
    """The file of that name; `other` is one that it is not."""
    relative = Path(name.replace("\\", "/"))
    if relative.is_absolute():
        return relative if relative.is_file() else None
    plain = str(relative)
    composed, apart = (unicodedata.normalize(form, plain) for form in ("NFC", "NFD"))
    for each in dict.fromkeys((plain, composed, apart)):
        for folder in folders:
            if (folder / each).is_file() and folder / each != other:
                return folder / each
    return None
