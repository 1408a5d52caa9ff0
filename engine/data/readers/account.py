"""What became of every file: read, named by a reader, or counted here; nothing is passed over.

The sum is exact: files that were read and files that findings stand for are all that is there.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

from engine.core.values import Account, Problem
from engine.data.readers.file_names import ending_of, stem_of_file
from engine.data.readers.listing import folded
from engine.data.readers.reading import LABEL, MASK, TABLE, Reading
from engine.data.readers.tables import SUFFIXES
from engine.data.readers.tree import Folder, Tree, is_hidden, printable
from engine.data.sample import Sample

LABELS = (".json", ".xml", ".txt", ".csv", ".tsv", ".yaml", ".yml", ".mat", ".npy", ".npz", ".pkl")
"""Endings of files that may say something of the pictures beside them."""

FEW = 3
"""Files of one ending in one folder from which on they may be labels, whatever they are called."""

OTHER_PICTURES = (
    *(".heic", ".heif", ".avif", ".raw", ".cr2", ".cr3", ".nef", ".arw", ".dng", ".orf", ".rw2"),
    *(".psd", ".svg", ".exr", ".hdr", ".czi", ".nd2", ".lif", ".dcm", ".fits", ".ico", ".pcx"),
    *(".tga", ".jxl", ".jxr", ".eps", ".pdf"),
)
"""Endings of pictures that are not read."""

LEFT_PICTURES = (
    "{count} images in it are in no class, no table and no label file. They are not read."
)
NOT_DECODED = (
    "{count} pictures in it are {endings} files, which are not read. Save them as PNG or TIFF."
)
UNKNOWN_LABELS = (
    "Files beside the images in no format of labels or tables that is known here: {count} "
    "({endings}). They are not read; see docs/data-formats.md."
)
OTHERS = "Other files that are not read: {count} ({endings})."
HIDDEN = "Hidden files, and files in hidden folders, that are not read: {count}."

MOST_FOLDERS = 30
"""Folders that are named one by one; of more, those above them are."""


def account(
    tree: Tree, samples: list[Sample], reading: Reading, problems: list[Problem]
) -> tuple[Account, list[Problem]]:
    """Count what was read and name the rest.

    Parameters
    ----------
    samples
        Those that are kept.
    problems
        All that readers and the glance at each file said; those with `files` stand for some.

    Returns
    -------
    tuple
        The account, and findings for what nothing was said of and what needs a look.
    """
    images = {sample.location for sample in samples}
    masks = {str(mask) for sample in samples for mask in sample.masks} - images
    samples_and_masks = images | masks
    used = {path: kind for path, kind in reading.used.items() if path not in samples_and_masks}
    counts = Counter(used.values())
    named = [problem for problem in problems if problem.files]
    alone = {problem.file for problem in named if problem.files == 1}
    below: Counter[str] = Counter()
    for problem in named:
        below[problem.file] += problem.files
    left: dict[str, list[tuple[Folder, str]]] = defaultdict(list)
    made: list[Problem] = []
    there = 0
    owed: Counter[str] = Counter()
    for folder in tree.folders.values():
        there += len(folder.images) + len(folder.others)
        for name, why in folder.odd.items():
            is_file = bool(name) and not Path(folder.at(name)).is_dir()
            there += is_file
            path = printable(folder.at(name) if name else folder.path)
            made.append(Problem(path, why, files=int(is_file)))
        for name in (*folder.images, *folder.others):
            path = folder.at(name)
            if path in images or path in masks or path in used:
                continue
            if path in alone and path not in owed:
                owed[path] += 1
                continue
            left["picture" if name in folder.images else "other"].append((folder, name))
    outside = sum(path not in tree for path in images)
    rest = _covered(tree, left["picture"], below)
    made += _name_pictures(tree, rest)
    made += _name_others(tree, left["other"])
    total = Account(
        there,
        len(images) - outside,
        len([m for m in masks if m in tree]) + counts[MASK],
        counts[LABEL],
        counts[TABLE],
        sum(problem.files for problem in (*named, *made)),
        tuple(problem for problem in made if problem.template in (OTHERS, HIDDEN)),
    )
    return total, [problem for problem in made if problem not in total.beside]


def _covered(
    tree: Tree, left: list[tuple[Folder, str]], below: Counter[str]
) -> list[tuple[Folder, str]]:
    """Pictures that no finding about a folder above them stands for."""
    rest = []
    for folder, name in left:
        path = folder.path
        for parts in [folder.parts[:k] for k in range(len(folder.parts), -1, -1)]:
            path = tree.folders[parts].path
            if below[path]:
                below[path] -= 1
                break
        else:
            rest.append((folder, name))
    return rest


def _name_pictures(tree: Tree, left: list[tuple[Folder, str]]) -> list[Problem]:
    hidden = [place for place in left if any(map(is_hidden, place[0].parts))]
    seen = [place for place in left if place not in hidden] if hidden else left
    result = [
        Problem(path, LEFT_PICTURES, {"count": str(len(names))}, files=len(names))
        for path, names in _by_folder(tree, seen).items()
    ]
    if hidden:
        values = {"count": str(len(hidden))}
        result.append(Problem(str(tree.root), HIDDEN, values, "unread", files=len(hidden)))
    return result


def _name_others(tree: Tree, left: list[tuple[Folder, str]]) -> list[Problem]:
    kinds: dict[str, list[tuple[Folder, str]]] = defaultdict(list)
    alike = Counter((folder.parts, ending_of(name).lower()) for folder, name in left)
    stems = {stem for f in tree.folders.values() for stem in f.stems} if left else set()
    for folder, name in left:
        ending = ending_of(name).lower()
        if is_hidden(name) or any(map(is_hidden, folder.parts)):
            kinds["hidden"].append((folder, name))
        elif ending in OTHER_PICTURES:
            kinds["picture"].append((folder, name))
        elif (
            ending in LABELS
            and not _is_paper(name)
            and (
                folded(stem_of_file(name)) in stems
                or alike[folder.parts, ending] >= FEW
                or re.search("label|annot", folder.name.lower())
                or ending in SUFFIXES
            )
        ):
            kinds["label"].append((folder, name))
        else:
            kinds["other"].append((folder, name))
    result = []
    for kind, text in (("picture", NOT_DECODED), ("label", UNKNOWN_LABELS)):
        for path, names in _by_folder(tree, kinds[kind]).items():
            values = {"count": str(len(names)), "endings": _endings(names)}
            what = "file" if kind == "picture" else "unread"
            result.append(Problem(path, text, values, what, files=len(names)))
    for kind, text in (("other", OTHERS), ("hidden", HIDDEN)):
        names = [name for _, name in kinds[kind]]
        if names:
            values = {"count": str(len(names))}
            if kind == "other":
                values["endings"] = _endings(names)
            result.append(Problem(str(tree.root), text, values, "unread", files=len(names)))
    return result


def _is_paper(name: str) -> bool:
    """Whether a file's name says that it is to be read by people."""
    stem = name.lower().partition(".")[0]
    return bool(re.search("readme|licen[cs]e|copying|notice|citation|terms", stem))


def _endings(names: list[str]) -> str:
    counts = Counter(ending_of(name).lower() or "-" for name in names)
    shown = ", ".join(f"{ending} {count}" for ending, count in counts.most_common(5))
    return f"{shown}, ..." if len(counts) > 5 else shown


def _by_folder(tree: Tree, left: list[tuple[Folder, str]]) -> dict[str, list[str]]:
    """Names by the folder that is named: their own, or of very many those above."""
    depth = max((len(folder.parts) for folder, _ in left), default=0)
    while True:
        result: dict[str, list[str]] = defaultdict(list)
        for folder, name in left:
            result[tree.folders[folder.parts[:depth]].path].append(name)
        if len(result) <= MOST_FOLDERS or depth == 0:
            return result
        depth -= 1
