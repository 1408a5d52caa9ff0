"""One folder per class, with the lots below it; what belongs to no class is named, never dropped.

A class folder may hold pictures, folders of pictures (lots, days, parts), or both: those below are
of its class. Where the meaning is not clear - masks, copies, classes below something else - the
pictures are left out and counted in a finding with its cure.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from engine.core.values import Problem
from engine.data.readers.listing import (
    DEFECT_NAMES,
    NO_CLASS,
    NORMAL_NAMES,
    PARTS,
    PUT_AWAY,
    UNLABELLED,
    folded,
    natural_key,
)
from engine.data.readers.reading import Reading
from engine.data.readers.tree import Tree
from engine.data.sample import Label, Sample

LOT_DEPTH = 3
"""Levels of folders below a class folder that are read."""

ASIDE = frozenset(
    {"mask", "masks", "ground_truth", "groundtruth", "ground-truth", "gt", "label", "labels"}
    | {"annotation", "annotations", "segmentation", "thumb", "thumbs", "thumbnail", "thumbnails"}
    | {"preview", "previews", "overlay", "overlays", "heatmap", "heatmaps", "backup", "old"}
    | {"trash", "tmp", "temp", "마스크", "라벨", "백업"}
)
"""Folders whose pictures are made from others, or put away (compared in lower case)."""

NO_NAME = NO_CLASS | PUT_AWAY | UNLABELLED
"""Folders beside class folders that are no classes by their names."""

LEFT_OUT = {
    "aside": "{count} images in it are left out: by its name it holds masks, copies or what was "
    "put away. Rename it if they are parts of this class; masks are named in a labels.csv.",
    "classes": "{count} images in it are left out: it is not clear which of the two folders names "
    "their class. Move them into class folders side by side, or name their classes in a "
    "labels.csv.",
    "unclear": "{count} images in it are left out: it is not clear whether this folder is their "
    "class. Choose the layout 'One folder per class', or name their classes in a labels.csv.",
    "copies": "{count} images in it are left out: most have the name of a picture beside the "
    "folder, so they may be masks or copies. Rename them if they are other parts.",
    "name": "{count} images in it are left out: its name is not that of a class. Rename it if they "
    "are a class, or say which folder is what.",
    "deep": "{count} images in it are left out: it lies more than three folders below its class. "
    "Move it up.",
}
"""Why the pictures of a folder are not read, and what to do."""


@dataclass(slots=True)
class ClassFolders:
    """Pictures by what they are.

    Attributes
    ----------
    classes : (part, class name) to its pictures, those of the class folder itself first
    lots : folders below class folders whose pictures are read
    problems : what is left out, counted, with its cure
    """

    classes: dict[tuple[str, str], list[Path]] = field(default_factory=dict)
    lots: int = 0
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class _Folder:
    """What one look at a folder finds."""

    path: Path
    images: list[Path]
    below: list[Path]


def _look(tree: Tree, path: Path) -> _Folder:
    """What is listed of a folder, in natural order; hidden entries are left out as everywhere."""
    return _Folder(path, tree.images_in(path), tree.folders_in(path))


def find_class_folders(tree: Tree, normal: str = "", *, chosen: bool = False) -> ClassFolders:
    """Find class folders and all pictures at or below them; no class if it is no such layout.

    Accepts ``class/``, ``{train,test}/class/`` and up to three extra folder levels above.

    Parameters
    ----------
    normal
        The normal class as a user named it, "" if not said: its folder is one of a class.
    chosen
        The user said that this is the layout: folders of folders need no other sign.
    """
    base = _look(tree, tree.root)
    for _ in range(3):
        if len(base.below) != 1 or base.images:
            break
        inside = _look(tree, base.below[0])
        if inside.images:
            break
        base = inside
    result = ClassFolders()
    candidates: list[tuple[str, _Folder]] = []
    for path in base.below:
        part = PARTS.get(folded(path.name))
        folder = _look(tree, path)
        if folded(path.name) in NO_NAME and not (normal and folded(path.name) == folded(normal)):
            _ignore(result, tree, path, "name")
            continue
        if part is None:
            candidates.append(("", folder))
            continue
        candidates += [(part, _look(tree, inner)) for inner in folder.below]
        _outside(result, folder)
    clear = {folded(folder.path.name) for _, folder in candidates if folder.images}
    known = NORMAL_NAMES | DEFECT_NAMES | ({folded(normal)} if normal else frozenset())
    sure = chosen or bool(clear) or any(folded(f.path.name) in known for _, f in candidates)
    for part, folder in candidates:
        _take(result, tree, part, folder, known, clear=sure)
    _outside(result, base)
    return result if len({name for _, name in result.classes}) >= 2 else ClassFolders()


def _outside(result: ClassFolders, folder: _Folder) -> None:
    """Pictures beside the class folders belong to none."""
    if folder.images:
        result.problems.append(
            Problem(
                str(folder.path),
                "{count} images lie beside the class folders and are left out. Put them into a "
                "class folder, or name their classes in a labels.csv.",
                {"count": str(len(folder.images))},
                files=len(folder.images),
            )
        )


def _take(
    result: ClassFolders,
    tree: Tree,
    part: str,
    folder: _Folder,
    known: frozenset[str],
    *,
    clear: bool,
) -> None:
    """Read a folder as a class with what lies below it, or say why not."""
    name = folder.path.name
    if folded(name) in ASIDE and folded(name) not in known - NORMAL_NAMES - DEFECT_NAMES:
        _ignore(result, tree, folder.path, "aside")
        return
    classes_below = _holds_classes(folder, known)
    if not folder.images and (classes_below or not clear):
        _ignore(result, tree, folder.path, "classes" if classes_below else "unclear")
        return
    taken = list(folder.images)
    stems = {path.stem.lower() for path in folder.images} if folder.below else set()
    for path in folder.below:
        taken += _lot(result, tree, path, stems, known, LOT_DEPTH - 1)
    if taken:
        result.classes.setdefault((part, name), []).extend(taken)


def _holds_classes(folder: _Folder, known: frozenset[str]) -> bool:
    """Whether the folders below one are named like classes.

    0 and 1 are classes only side by side and alone; below a class they are numbered lots.
    """
    names = {folded(path.name) for path in folder.below}
    numbers = names == {"0", "1"} and folded(folder.path.name) not in known
    return numbers or any(name in known and not name.isdecimal() for name in names)


def _lot(
    result: ClassFolders,
    tree: Tree,
    path: Path,
    stems: set[str],
    known: frozenset[str],
    depth: int,
) -> list[Path]:
    """The pictures of a folder below a class, and of those below it; unclear ones are named."""
    name = folded(path.name)
    if name in ASIDE:
        _ignore(result, tree, path, "aside")
        return []
    if (name in known and not name.isdecimal()) or name in PARTS:
        _ignore(result, tree, path, "classes")
        return []
    folder = _look(tree, path)
    mine = {image.stem.lower() for image in folder.images} if stems or folder.below else set()
    if 2 * len(mine & stems) > len(mine):
        _ignore(result, tree, path, "copies")
        return []
    result.lots += bool(folder.images)
    found = list(folder.images)
    for below in folder.below:
        if depth:
            found += _lot(result, tree, below, mine, known, depth - 1)
        else:
            _ignore(result, tree, below, "deep")
    return found


def _ignore(result: ClassFolders, tree: Tree, path: Path, why: str) -> None:
    """Say how many pictures lie in a folder that is not read; one without any is not named."""
    count = tree.count_images(path)
    if count:
        values = {"count": str(count)}
        result.problems.append(Problem(str(path), LEFT_OUT[why], values, files=count))


def read_class_folders(found: ClassFolders, normal: str, name: str) -> Reading:
    """Read class folders; `normal` names the normal class, empty: found by its name.

    With a normal class the others are kinds of defect of one product called `name`; without
    one, every folder is a class of its own and nothing is called defective.
    """
    classes = sorted({item for _, item in found.classes}, key=natural_key)
    problems = list(found.problems)
    if found.lots:
        problems.append(
            Problem(
                name,
                "{count} folders below the class folders are read as their classes. If each is a "
                "lot, a day or a part, let a fold keep it whole: Data, Folds, the folder an image "
                "lies in.",
                {"count": str(found.lots)},
                "lots",
            )
        )
    normals = {item for item in classes if folded(item) == folded(normal)} if normal else set()
    if normal and not normals:
        problems.append(
            Problem(
                name,
                "There is no class '{normal}'. Choose one of: {classes}.",
                {"normal": normal, "classes": ", ".join(classes)},
            )
        )
    if not normals:
        normals = {item for item in classes if folded(item) in NORMAL_NAMES}
    samples = []
    for (part, item), paths in found.classes.items():
        if not normals:
            label = Label(item, "", None)
        elif item in normals:
            label = Label("", "", False)
        else:
            kind = "defective" if folded(item) in DEFECT_NAMES else item
            label = Label("", kind, True)
        samples += [Sample(str(path), label, part=part) for path in paths]
    return Reading(samples, problems)
