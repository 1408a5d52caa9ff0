"""Public sets with ways of their own: DeepPCB's pairs, Real-IAD's JSON lists, NEU's file names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from engine.core.values import Problem
from engine.data.marks import Mark, box
from engine.data.readers.annotations.drawn import (
    LARGEST_OF_ALL,
    UnreadableError,
    finite,
    load_json,
)
from engine.data.readers.file_names import stem_of_file
from engine.data.readers.listing import split_name
from engine.data.readers.manifest import Manifest
from engine.data.readers.names import Names
from engine.data.readers.reading import LABEL, TABLE, Reading
from engine.data.readers.tables import Table
from engine.data.readers.tree import Folder, Tree
from engine.data.sample import Label, Sample

PCB_KINDS = {1: "open", 2: "short", 3: "mousebite", 4: "spur", 5: "copper", 6: "pin-hole"}
"""Types of defect by number, from DeepPCB's README."""

NEU_KINDS = {
    "cr": "crazing",
    "in": "inclusion",
    "pa": "patches",
    "ps": "pitted_surface",
    "rs": "rolled-in_scale",
    "sc": "scratches",
}
"""Kinds of defect by the beginning of the file name, in NEU's classification release."""

SEVERAL_KINDS = (
    "{count} images have regions of several kinds of defect. Each counts as the kind that covers "
    "most of it; all its regions are used."
)


def read_deep_pcb(tree: Tree) -> Reading | None:
    """DeepPCB: ``N_test.jpg`` with its template ``N_temp.jpg``, boxes in ``…_not/N.txt``; None for
    another layout.

    The template is the same board without a defect, a normal image.
    """
    texts: dict[str, tuple[Folder, str]] = {}
    pairs = 0
    for folder in tree.seen():
        stems = {name.rpartition(".")[0].lower() for name in folder.images}
        pairs += sum(s.endswith("_test") and f"{s[:-5]}_temp" in stems for s in stems)
        if folder.name.lower().endswith("_not"):
            texts |= {n[:-4].lower(): (folder, n) for n in folder.others if n.endswith(".txt")}
    if not pairs or not texts:
        return None
    result, parts, several = Reading(), _pcb_parts(tree), 0
    for folder in tree.seen():
        for name in folder.images:
            stem, _, kind = name.rpartition(".")[0].lower().rpartition("_")
            if kind not in ("test", "temp"):
                continue
            group, part = folder.name, parts.get(stem, "")
            label = Label("", "", False)
            marks: tuple[Mark, ...] = ()
            if kind == "test":
                if stem not in texts:
                    template = "Its text of boxes is missing. Copy the folder that ends in _not."
                    result.problems.append(Problem(folder.at(name), template, kind="mask", files=1))
                    continue
                place, file = texts.pop(stem)
                try:
                    marks = _pcb_marks(place.at(file))
                except (UnreadableError, OSError) as error:
                    template = "A label file that cannot be read ({why}). Export it again."
                    values = {"why": str(error)}
                    result.problems.append(Problem(place.at(file), template, values, files=1))
                    continue
                result.used[place.at(file)] = LABEL
                if marks:
                    largest = max(marks, key=lambda mark: mark.area)
                    label = Label("", largest.label, True)
                    several += len({mark.label for mark in marks}) > 1
            result.samples.append(
                Sample(folder.at(name), label, group=group, part=part, marks=marks)
            )
    for place, file in texts.values():
        template = "A label file without its image {name}. Copy the image or delete it."
        values = {"name": file[:-4]}
        result.problems.append(Problem(place.at(file), template, values, "mask", files=1))
    for folder in tree.seen():
        for name in folder.others:
            if name.lower() in ("trainval.txt", "test.txt", "train.txt"):
                result.used[folder.at(name)] = TABLE
    if several:
        values = {"count": str(several)}
        result.problems.append(Problem(str(tree.root), SEVERAL_KINDS, values, "note"))
    return result


def _pcb_marks(path: str) -> tuple[Mark, ...]:
    """Boxes ``x1 y1 x2 y2 type``, with blanks or commas between."""
    marks = []
    for line in Path(path).read_text("utf-8", errors="replace").splitlines():
        cells = re.split(r"[\s,]+", line.strip())
        if cells == [""]:
            continue
        if len(cells) != 5:
            raise UnreadableError("a line without five numbers")
        left, top, right, bottom, kind = finite(cells)
        label = PCB_KINDS.get(int(kind), str(int(kind)))
        marks.append(box(left, top, right - left, bottom - top, label))
    return tuple(marks)


def _pcb_parts(tree: Tree) -> dict[str, str]:
    """Train or test by number, from the lists of the release."""
    result: dict[str, str] = {}
    for folder in tree.seen():
        for name in folder.others:
            if name.lower() not in ("trainval.txt", "test.txt", "train.txt"):
                continue
            part = split_name(name[:-4])
            try:
                lines = Path(folder.at(name)).read_text("utf-8", errors="replace").splitlines()
            except OSError:
                continue
            for line in lines:
                cells = line.split()
                if cells:
                    stem = stem_of_file(cells[0]).lower()
                    result[stem.removesuffix("_test")] = part
    return result


def real_iad_tables(tree: Tree, names: Names) -> list[Manifest]:
    """Real-IAD's JSON lists, one a product, as tables."""
    result = []
    for folder in tree.seen():
        for name in folder.others:
            if not name.lower().endswith(".json") or name[0] == ".":
                continue
            path = Path(folder.at(name))
            try:
                if path.stat().st_size < 40 or b'"anomaly_class"' not in _head(path):
                    continue
                values = load_json(path, LARGEST_OF_ALL)
            except (UnreadableError, OSError):
                continue
            table = _real_iad(path, values, names)
            if table is not None:
                roles = {
                    "image": "image", "class": "class", "defect": "defect", "mask": "mask",
                    "group": "group", "split": "split",
                }  # fmt: skip
                result.append(Manifest(table, roles, set(), folder))
    return result


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(65536)


def _real_iad(path: Path, values: Any, names: Names) -> Table | None:
    """A list with `meta` (normal_class, prefix), `train` and `test`, each entry one image."""
    if not isinstance(values, dict) or not isinstance(values.get("meta"), dict):
        return None
    normal = str(values["meta"].get("normal_class", "OK"))
    prefix = str(values["meta"].get("prefix", ""))
    rows = []
    for part in ("train", "test"):
        for each in values.get(part) or []:
            if not isinstance(each, dict) or not isinstance(each.get("image_path"), str):
                return None
            product, kind = str(each.get("category", path.stem)), str(each.get("anomaly_class", ""))
            image, mask = prefix + each["image_path"], each.get("mask_path") or ""
            if len(names.find(image)) != 1:
                image = f"{product}/{each['image_path']}"
            sample = Path(each["image_path"]).parent.name
            group = f"{product}/{kind}/{sample}" if sample else ""
            rows.append(
                [image, product, "ok" if kind == normal else kind,
                 f"{product}/{mask}" if mask else "", group, part]
            )  # fmt: skip
    header = ["image", "class", "defect", "mask", "group", "split"]
    return Table(path, header, rows) if rows else None


def read_named(tree: Tree) -> Reading | None:
    """NEU's classification release: ``Cr_1.bmp``, six kinds by the beginning of the name; None for
    anything else.
    """
    samples = []
    kinds: set[str] = set()
    total = 0
    for folder in tree.seen():
        for name in folder.images:
            total += 1
            match = re.fullmatch(r"([A-Za-z]{2})_\d+", name.rpartition(".")[0])
            kind = NEU_KINDS.get(match[1].lower()) if match else None
            if kind is not None:
                kinds.add(kind)
                samples.append(Sample(folder.at(name), Label("", kind, True)))
    if len(kinds) < 2 or len(samples) < 0.9 * total:
        return None
    return Reading(samples)
