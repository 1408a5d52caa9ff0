"""All label files of a tree: told by what is in them, and put to the images that they are of."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from engine.core.errors import DataError
from engine.core.values import Problem
from engine.data.marks import Mark
from engine.data.readers.annotations.coco import is_coco, read_coco
from engine.data.readers.annotations.cvat import read_cvat
from engine.data.readers.annotations.drawn import (
    LARGEST_OF_ALL,
    LARGEST_OF_ONE,
    Drawn,
    UnreadableError,
    load_json,
)
from engine.data.readers.annotations.label_studio import is_label_studio, read_label_studio
from engine.data.readers.annotations.labelme import is_labelme, read_labelme
from engine.data.readers.annotations.rle_table import is_region_table, read_region_table
from engine.data.readers.annotations.voc import parse, read_voc
from engine.data.readers.annotations.yolo import Names as Kinds, read_names, read_yaml, read_yolo
from engine.data.readers.file_names import ending_of, name_of, stem_of_file
from engine.data.readers.listing import split_name
from engine.data.readers.names import Names
from engine.data.readers.reading import LABEL, TABLE
from engine.data.readers.tables import SUFFIXES, read_table
from engine.data.readers.tree import Folder, Tree

NAMES_FILES = ("classes.txt", "obj.names", "labels.txt", "predefined_classes.txt")
"""Files with the names of YOLO's classes, one a line."""

FORMATS = {
    "coco": "COCO",
    "yolo": "YOLO",
    "voc": "Pascal VOC",
    "labelme": "labelme",
    "cvat": "CVAT for images",
    "label-studio": "Label Studio",
    "rle": "table of regions",
}
"""Formats by key."""

SMALL = 4096
"""Bytes read of a text at once: more than most have."""

SILENT = frozenset({"yolo", "rle"})
"""Formats in which an image without a label has no defect."""

DAMAGED = "A label file that cannot be read ({why}). Export it again."


NOTHING = Drawn("")
"""What an empty label file says: one for a hundred thousand."""


@dataclass(slots=True)
class Annotations:
    """What all label files of a tree say.

    Attributes
    ----------
    of : by full path of the image
    format_of : format of each image's labels
    used : label files that were read, and as what
    problems : files that are damaged, or whose image is missing
    whole : formats found as one file for the whole set
    """

    of: dict[str, Drawn] = field(default_factory=dict)
    format_of: dict[str, str] = field(default_factory=dict)
    used: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    whole: set[str] = field(default_factory=set)
    parts: dict[str, str] = field(default_factory=dict)
    twice: Counter[str] = field(default_factory=Counter)
    missing: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def put(self, kind: str, image: str, drawn: Drawn) -> bool:
        """Keep what is said of an image; False where another file said something before."""
        if image in self.of:
            old = self.of[image]
            if self.format_of[image] == kind and not old.marks and not old.labels:
                self.of[image] = drawn
                return True
            self.twice[kind] += 1
            return False
        self.of[image], self.format_of[image] = drawn, kind
        if drawn.part:
            self.parts[image] = drawn.part
        return True


def find_annotations(tree: Tree, names: Names) -> Annotations:
    """Read every label file of a tree."""
    result = Annotations()
    texts: list[tuple[Folder, str]] = []
    kinds = Kinds()
    for folder in tree.seen():
        for name in folder.others:
            if name[0] == ".":
                continue
            if name.endswith(".txt"):  # there may be one an image
                texts.append((folder, name))
                continue
            ending = ending_of(name).lower()
            if ending == ".txt":
                texts.append((folder, name))
            elif ending == ".xml":
                _xml(result, names, folder, name)
            elif ending == ".json":
                _json(result, names, folder, name)
            elif ending in SUFFIXES:
                _table(result, names, folder, name)
            elif ending in (".yaml", ".yml"):
                found = read_yaml(Path(folder.at(name)))
                if found is not None:
                    kinds = found
                    result.used[folder.at(name)] = LABEL
                    result.whole.add("yolo")
                    _yaml_parts(result, tree, names, folder, found)
            elif name.lower() == "obj.names":
                kinds.names = kinds.names or read_names(Path(folder.at(name)))
                result.used[folder.at(name)] = LABEL
    if texts:
        _yolo(result, names, texts, kinds)
        if "voc" in result.format_of.values():
            _image_sets(result, names, texts)
    _say_missing(result)
    return result


# ---------------------------------------------------------------- one file an image


def _put_own(
    result: Annotations, names: Names, kind: str, place: tuple[Folder, str], drawn: Drawn
) -> None:
    """Keep what a label file of one image says."""
    folder, name = place
    path = folder.at(name)
    stem = stem_of_file(name)
    found = [names.beside(folder, stem)]
    if drawn.image and not found[0]:
        found = names.find(drawn.image, folder)
    if len(found) != 1 or not found[0]:
        template = (
            "A label file without its image {name}. Copy the image or delete it."
            if not found or found == [""]
            else "A label file that may be of several images called {name}. Put it beside its own."
        )
        values = {"name": drawn.image or stem}
        result.problems.append(Problem(path, template, values, "mask", files=1))
        return
    if result.put(kind, found[0], drawn):
        result.used[path] = LABEL
    else:
        values = {"image": name_of(found[0])}
        template = "A second label file of {image}. The first one counts."
        result.problems.append(Problem(path, template, values, "mask", files=1))


def _xml(result: Annotations, names: Names, folder: Folder, name: str) -> None:
    path = Path(folder.at(name))
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_OF_ALL + 1)
        root = parse(raw)
        if root is None or root.tag not in ("annotation", "annotations"):
            return
        if root.tag == "annotation":
            _put_own(result, names, "voc", (folder, name), read_voc(root))
        elif root.find("image") is not None:
            _put_all(result, names, "cvat", (folder, name), read_cvat(root))
    except (UnreadableError, OSError) as error:
        _damaged(result, str(path), error)


def _json(result: Annotations, names: Names, folder: Folder, name: str) -> None:
    path = Path(folder.at(name))
    try:
        values = load_json(path, LARGEST_OF_ALL)
        if is_coco(values):
            _put_all(result, names, "coco", (folder, name), read_coco(values))
        elif is_labelme(values):
            if path.stat().st_size > LARGEST_OF_ONE:
                raise UnreadableError("too large")
            _put_own(result, names, "labelme", (folder, name), read_labelme(values))
        elif is_label_studio(values):
            _put_all(result, names, "label-studio", (folder, name), read_label_studio(values))
    except (UnreadableError, OSError) as error:
        _damaged(result, str(path), error)


def _damaged(result: Annotations, path: str, error: Exception) -> None:
    result.problems.append(Problem(path, DAMAGED, {"why": str(error)}, files=1))


def _yolo(result: Annotations, names: Names, texts: list[tuple[Folder, str]], kinds: Kinds) -> None:
    """Texts that are called like images and hold numbers."""
    sure = "yolo" in result.whole
    listed = {name.lower(): (folder, name) for folder, name in texts}
    lists = [listed[name] for name in NAMES_FILES if name in listed]
    found: list[tuple[str, str, tuple[Mark, ...] | None]] = []
    unmatched: list[str] = []
    if not kinds.names and lists:
        kinds.names = read_names(Path(lists[0][0].at(lists[0][1])))
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0)
    for folder, name in texts:
        path = folder.at(name)
        image = names.beside(folder, name[:-4])
        if not image:
            if any(part.lower() == "labels" for part in folder.parts):
                unmatched.append(path)
            continue
        try:
            file = os.open(path, flags)
            try:
                raw = os.read(file, SMALL)
                if len(raw) == SMALL:
                    raw += _rest(file)
            finally:
                os.close(file)
            marks = read_yolo(raw, kinds)
        except (OSError, UnreadableError) as error:
            _damaged(result, path, error)
            continue
        found.append((path, image, marks))
    read = sum(bool(marks) for _, _, marks in found)
    odd = sum(marks is None for _, _, marks in found)
    if not (sure or (read and read >= odd)):
        return
    for path, image, marks in found:
        if marks is None:
            _damaged(result, path, UnreadableError("its lines are not class, box or polygon"))
        elif result.put("yolo", image, Drawn("", marks) if marks else NOTHING):
            result.used[path] = LABEL
        else:
            template = "A second label file of {image}. The first one counts."
            values = {"image": name_of(image)}
            result.problems.append(Problem(path, template, values, "mask", files=1))
    if lists:
        result.used[lists[0][0].at(lists[0][1])] = LABEL
    for path in unmatched:
        if path not in result.used:
            template = "A label file without its image {name}. Copy the image or delete it."
            values = {"name": stem_of_file(path)}
            result.problems.append(Problem(path, template, values, "mask", files=1))


def _rest(file: int) -> bytes:
    """What follows of a text that is longer than most."""
    parts, size = [], 0
    while more := os.read(file, 2**20):
        parts.append(more)
        size += len(more)
        if size > LARGEST_OF_ONE:
            raise UnreadableError("too large")
    return b"".join(parts)


# ---------------------------------------------------------------- one file for many images


def _put_all(
    result: Annotations, names: Names, kind: str, place: tuple[Folder, str], found: list[Drawn]
) -> None:
    """Keep what a label file of many images says."""
    folder, name = place
    path = folder.at(name)
    part = split_name(stem_of_file(name).removesuffix(".coco"))
    for drawn in found:
        images = names.find(drawn.image, folder)
        if len(images) > 1:
            images = [image for image in images if os.path.split(image)[0].startswith(folder.path)]
        if len(images) == 1:
            if result.put(kind, images[0], drawn) and part and not drawn.part:
                result.parts[images[0]] = part
        else:
            result.missing[path].append(drawn.image)
    result.whole.add(kind)
    result.used[path] = TABLE if kind == "rle" else LABEL


def _table(result: Annotations, names: Names, folder: Folder, name: str) -> None:
    path = Path(folder.at(name))
    try:
        table = read_table(path)
        if is_region_table(table) and "submission" not in name.lower():
            _put_all(result, names, "rle", (folder, name), read_region_table(table))
    except UnreadableError as error:
        _damaged(result, str(path), error)
    except DataError:
        return  # whoever reads it as a list of images says so


def _say_missing(result: Annotations) -> None:
    for path, images in result.missing.items():
        if len(images) <= 10:
            for image in images:
                template = "{file} lists it, but there is no such image, or there are several."
                result.problems.append(Problem(image, template, {"file": name_of(path)}))
        else:
            template = "{count} images that it lists are missing, such as {first}. Copy them too."
            values = {"count": str(len(images)), "first": images[0]}
            result.problems.append(Problem(path, template, values))


# ---------------------------------------------------------------- parts of the official split


def _yaml_parts(
    result: Annotations, tree: Tree, names: Names, folder: Folder, found: Kinds
) -> None:
    """Which images data.yaml puts into which part."""
    for part, entries in found.parts.items():
        for entry in entries:
            steps = [
                step for step in entry.replace("\\", "/").split("/") if step not in ("", ".", "..")
            ]
            if not steps:
                continue
            if steps[-1].lower().endswith(".txt"):
                _listed(result, names, folder, steps, part)
                continue
            for other in tree.seen():
                if _ends(other.parts, steps):
                    for name in other.images:
                        result.parts.setdefault(other.at(name), part)


def _ends(parts: tuple[str, ...], steps: list[str]) -> bool:
    """Whether a folder is the one that is written: what it has of the steps are the last ones."""
    if not parts:
        return False
    count = min(len(parts), len(steps))
    return list(parts[-count:]) == steps[-count:]


def _listed(result: Annotations, names: Names, folder: Folder, steps: list[str], part: str) -> None:
    if steps[-1] not in folder.others:
        return
    path = folder.at(steps[-1])
    try:
        lines = Path(path).read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        images = names.find(line, folder)
        if len(images) == 1:
            result.parts.setdefault(images[0], part)
    result.used[path] = TABLE


def _image_sets(result: Annotations, names: Names, texts: list[tuple[Folder, str]]) -> None:
    """VOC's ImageSets: names of images without endings, one list a part."""
    order = {"train": 0, "val": 1, "test": 2, "trainval": 3}
    lists = [
        (folder, name)
        for folder, name in texts
        if "imagesets" in map(str.lower, folder.parts) and name[:-4].lower() in order
    ]
    for folder, name in sorted(lists, key=lambda item: order[item[1][:-4].lower()]):
        path = folder.at(name)
        try:
            lines = Path(path).read_text("utf-8", errors="replace").splitlines()
        except OSError:
            continue
        result.used[path] = TABLE
        for line in lines:
            cells = line.split()
            images = names.find(cells[0]) if cells else []
            if len(images) == 1:
                result.parts.setdefault(images[0], split_name(name[:-4]))
