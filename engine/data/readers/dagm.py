"""DAGM 2007, both releases, and the mirrors that add a folder level or change the case.

Ten-class release: ``ClassN/{Train,Test}/NNNN.PNG`` with ``Label/NNNN_label.PNG`` and
``Label/Labels.txt``. Six-class release: ``ClassN/NNN.png`` (normal), ``ClassN_def/NNN.png``
(defective) and ``ClassN_def/labels.txt`` with one ellipse a line.
"""

from __future__ import annotations

import re
from pathlib import Path

from engine.core.values import Problem
from engine.data.readers.masks import Blanks, mask_stem, stem_of
from engine.data.readers.reading import LABEL, MASK, Reading
from engine.data.readers.tree import Tree
from engine.data.sample import Ellipse, Label, Sample

_CLASS = re.compile(r"^class[ _-]?(\d+)$", re.IGNORECASE)
_CLASS_DEF = re.compile(r"^class[ _-]?(\d+)[ _-]?def$", re.IGNORECASE)
_INSIDE = {"image": ("image", "images", "img"), "label": ("label", "labels", "mask", "masks")}


def _texture(number: str) -> str:
    return f"Class{int(number)}"


def find_ten_class(tree: Tree) -> list[Path]:
    """Class folders of the ten-class release in a tree; empty if it is another layout."""
    return [
        folder
        for folder in tree.walk(tree.root)
        if _CLASS.match(folder.name) and {"train", "test"} & set(tree.children(folder))
    ]


def read_ten_class(tree: Tree, folders: list[Path]) -> Reading:
    """Read the class folders found by :func:`find_ten_class`.

    Mirrors put the images of a half into a folder beside its labels, and have a mask that marks
    nothing for each normal image.
    """
    result, blanks = Reading(), Blanks()
    for folder in folders:
        match = _CLASS.match(folder.name)
        assert match is not None
        texture = _texture(match.group(1))
        for part in ("train", "test"):
            half = tree.children(folder).get(part)
            if half is not None and tree.of(half) is not None:
                _read_half(tree, half, texture, part, result, blanks)
    return result


def _inside(tree: Tree, half: Path, what: str) -> Path | None:
    below = {path.name.lower(): path for path in tree.folders_in(half)}
    return next((below[name] for name in _INSIDE[what] if name in below), None)


def _read_half(
    tree: Tree, half: Path, texture: str, part: str, result: Reading, blanks: Blanks
) -> None:
    label_folder = _inside(tree, half, "label")
    masks: dict[str, Path] = {}
    defective: dict[str, bool] = {}
    if label_folder is not None:
        for path in tree.images_in(label_folder):
            masks[mask_stem(stem_of(path.name))] = path
        listing = tree.children(label_folder).get("labels.txt")
        if listing is not None:
            defective = _read_labels(listing)
            result.used[str(listing)] = LABEL
    apart = _inside(tree, half, "image")
    images = tree.images_in(half) + (tree.images_in(apart) if apart is not None else [])
    for path in images:
        stem = stem_of(path.name)
        mask = masks.pop(stem, None)
        bad = defective.get(stem, mask is not None)
        if mask is not None and stem not in defective and blanks.blank(str(mask)):
            bad = False
            result.used[str(mask)], mask = MASK, None
        if bad and mask is None:
            result.problems.append(
                Problem(
                    str(path),
                    "Labels.txt calls it defective, but its mask is missing.",
                    kind="mask",
                )
            )
        if not bad and mask is not None:
            if not blanks.blank(str(mask)):
                result.problems.append(
                    Problem(
                        str(mask),
                        "A mask exists, but Labels.txt calls the image normal.",
                        kind="mask",
                    )
                )
            result.used[str(mask)], mask = MASK, None
        result.samples.append(
            Sample(str(path), Label(texture, "", False), part=part)
            if not bad
            else Sample(str(path), Label(texture, "defective", True), mask, part=part)
        )
    for path in masks.values():
        result.problems.append(
            Problem(
                str(path),
                "A mask without its image. Copy the image or delete it.",
                kind="mask",
                files=1,
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


def find_six_class(tree: Tree) -> list[tuple[Path | None, Path]]:
    """Pairs (normal folder or None, defective folder) of the six-class release."""
    pairs = []
    for folder in tree.walk(tree.root):
        match = _CLASS_DEF.match(folder.name)
        if match is None:
            continue
        siblings = [
            item
            for item in tree.folders_in(folder.parent)
            if (other := _CLASS.match(item.name)) and int(other.group(1)) == int(match.group(1))
        ]
        pairs.append((siblings[0] if siblings else None, folder))
    return pairs


def read_six_class(tree: Tree, pairs: list[tuple[Path | None, Path]]) -> Reading:
    """Read the folders found by :func:`find_six_class`; regions are the listed ellipses."""
    result = Reading()
    samples, problems = result.samples, result.problems
    for normal, defective in pairs:
        match = _CLASS_DEF.match(defective.name)
        assert match is not None
        texture = _texture(match.group(1))
        if normal is None:
            problems.append(
                Problem(str(defective), "Its normal images are missing. Copy that folder too.")
            )
        else:
            found = tree.images_in(normal)
            samples += [Sample(str(path), Label(texture, "", False)) for path in found]
        listing = tree.children(defective).get("labels.txt")
        if listing is not None:
            result.used[str(listing)] = LABEL
        ellipses = _read_ellipses(listing) if listing else {}
        if listing is None:
            problems.append(
                Problem(str(defective), "labels.txt is missing: regions unknown.", kind="mask")
            )
        for path in tree.images_in(defective):
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
    return result


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
