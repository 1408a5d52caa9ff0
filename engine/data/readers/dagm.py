"""DAGM 2007, both releases, and the mirrors that add a folder level or change the case.

Ten-class release: ``ClassN/{Train,Test}/NNNN.PNG`` with ``Label/NNNN_label.PNG`` and
``Label/Labels.txt``. Six-class release: ``ClassN/NNN.png`` (normal), ``ClassN_def/NNN.png``
(defective) and ``ClassN_def/labels.txt`` with one ellipse a line.
"""

from __future__ import annotations

import re
from pathlib import Path

from engine.core.values import Problem
from engine.data.readers.listing import children, images_in, walk_folders
from engine.data.sample import Ellipse, Label, Sample

_CLASS = re.compile(r"^class[ _-]?(\d+)$", re.IGNORECASE)
_CLASS_DEF = re.compile(r"^class[ _-]?(\d+)[ _-]?def$", re.IGNORECASE)
_LABEL_FILE = re.compile(r"^(.*?)_?label$", re.IGNORECASE)


def _texture(number: str) -> str:
    return f"Class{int(number)}"


def find_ten_class(root: Path) -> list[Path]:
    """Class folders of the ten-class release at or below `root`; empty if it is another layout."""
    return [
        folder
        for folder in walk_folders(root)
        if _CLASS.match(folder.name) and {"train", "test"} & set(children(folder))
    ]


def read_ten_class(folders: list[Path]) -> tuple[list[Sample], list[Problem]]:
    """Read the class folders found by :func:`find_ten_class`."""
    samples: list[Sample] = []
    problems: list[Problem] = []
    for folder in folders:
        match = _CLASS.match(folder.name)
        assert match is not None
        texture = _texture(match.group(1))
        for part in ("train", "test"):
            half = children(folder).get(part)
            if half is None or not half.is_dir():
                continue
            _read_half(half, texture, part, samples, problems)
    return samples, problems


def _read_half(
    half: Path, texture: str, part: str, samples: list[Sample], problems: list[Problem]
) -> None:
    label_folder = children(half).get("label")
    masks: dict[str, Path] = {}
    defective: dict[str, bool] = {}
    if label_folder is not None and label_folder.is_dir():
        for path in images_in(label_folder):
            match = _LABEL_FILE.match(path.stem)
            masks[(match.group(1) if match else path.stem).lower()] = path
        listing = children(label_folder).get("labels.txt")
        if listing is not None:
            defective = _read_labels(listing)
    images = images_in(half)
    for path in images:
        stem = path.stem.lower()
        mask = masks.pop(stem, None)
        bad = defective.get(stem, mask is not None)
        if bad and mask is None:
            problems.append(
                Problem(
                    str(path),
                    "Labels.txt calls it defective, but its mask is missing.",
                    kind="mask",
                )
            )
        if not bad and mask is not None:
            problems.append(
                Problem(
                    str(mask), "A mask exists, but Labels.txt calls the image normal.", kind="mask"
                )
            )
            mask = None
        samples.append(
            Sample(str(path), Label(texture, "", False), part=part)
            if not bad
            else Sample(str(path), Label(texture, "defective", True), mask, part=part)
        )
    for path in masks.values():
        problems.append(
            Problem(
                str(path), "A mask without its image. Copy the image or delete it.", kind="mask"
            )
        )


def _read_labels(path: Path) -> dict[str, bool]:
    """Parse Labels.txt: number, defect flag, image name, 0, mask name; by image stem."""
    result: dict[str, bool] = {}
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        cells = line.split()
        if len(cells) >= 3 and cells[1] in ("0", "1"):
            result[Path(cells[2]).stem.lower()] = cells[1] == "1"
    return result


def find_six_class(root: Path) -> list[tuple[Path | None, Path]]:
    """Pairs (normal folder or None, defective folder) of the six-class release."""
    pairs = []
    for folder in walk_folders(root):
        match = _CLASS_DEF.match(folder.name)
        if match is None:
            continue
        siblings = [
            item
            for item in folder.parent.iterdir()
            if (other := _CLASS.match(item.name)) and int(other.group(1)) == int(match.group(1))
        ]
        pairs.append((siblings[0] if siblings else None, folder))
    return pairs


def read_six_class(pairs: list[tuple[Path | None, Path]]) -> tuple[list[Sample], list[Problem]]:
    """Read the folders found by :func:`find_six_class`; regions are the listed ellipses."""
    samples: list[Sample] = []
    problems: list[Problem] = []
    for normal, defective in pairs:
        match = _CLASS_DEF.match(defective.name)
        assert match is not None
        texture = _texture(match.group(1))
        if normal is None:
            problems.append(
                Problem(str(defective), "Its normal images are missing. Copy that folder too.")
            )
        else:
            samples += [Sample(str(path), Label(texture, "", False)) for path in images_in(normal)]
        listing = children(defective).get("labels.txt")
        ellipses = _read_ellipses(listing) if listing else {}
        if listing is None:
            problems.append(
                Problem(str(defective), "labels.txt is missing: regions unknown.", kind="mask")
            )
        for path in images_in(defective):
            digits = re.search(r"\d+", path.stem)
            ellipse = ellipses.pop(int(digits.group()), None) if digits else None
            if ellipse is None and listing is not None:
                problems.append(
                    Problem(str(path), "labels.txt has no ellipse for it.", kind="mask")
                )
            samples.append(Sample(str(path), Label(texture, "defective", True), ellipse=ellipse))
        for number in ellipses:
            problems.append(
                Problem(
                    str(listing), "Image {number} is listed but missing.", {"number": str(number)}
                )
            )
    return samples, problems


def _read_ellipses(path: Path) -> dict[int, Ellipse]:
    """Parse labels.txt: number, semi-major, semi-minor, rotation (radians), x, y."""
    result: dict[int, Ellipse] = {}
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            number, a, b, angle, x, y = (float(cell) for cell in line.split()[:6])
        except ValueError:
            continue
        result[int(number)] = Ellipse(x=x, y=y, a=a, b=b, angle=angle)
    return result
