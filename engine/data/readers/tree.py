"""All that lies in a folder, listed once: pictures, texts, odd things, and what cannot be entered.

Readers look names up here in place of asking the disk again; the account compares what they took
with what is listed. Nothing is opened.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from engine.core.stopping import go_on
from engine.data.image import EXTENSIONS
from engine.data.readers.listing import MAX_DEPTH, folded, natural_key

DEEPEST = 40
"""Levels of folders below the root that are entered."""


@dataclass(slots=True)
class Folder:
    """One folder as it is listed.

    Attributes
    ----------
    path : its full path as text
    parts : names of the folders from the root to it, () for the root
    images : names of files with an ending of a picture, in natural order
    others : names of the other regular files, in natural order
    odd : names of what cannot be read as a file: why, by name
    below : names of the folders in it, in natural order
    """

    path: str
    parts: tuple[str, ...]
    images: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    odd: dict[str, str] = field(default_factory=dict)
    below: list[str] = field(default_factory=list)
    _base: str = field(default="", repr=False)
    _stems: list[str] = field(default_factory=list, repr=False)

    @property
    def stems(self) -> list[str]:
        """The names of its images without their endings, as names are compared; made once."""
        if len(self._stems) != len(self.images):
            self._stems = [folded(name).rpartition(".")[0] for name in self.images]
        return self._stems

    def __post_init__(self) -> None:
        self._base = self.path if self.path.endswith(os.sep) else self.path + os.sep

    def at(self, name: str) -> str:
        """The full path of something in it."""
        return self._base + name

    @property
    def name(self) -> str:
        """Its own name; "" for the root."""
        return self.parts[-1] if self.parts else ""


@dataclass(slots=True)
class Tree:
    """A root with every folder below it, hidden ones too.

    Attributes
    ----------
    root : the folder that was listed
    folders : by their parts, those above before those below
    """

    root: Path
    folders: dict[tuple[str, ...], Folder] = field(default_factory=dict)
    _names: dict[tuple[str, ...], set[str]] = field(default_factory=dict, repr=False)
    _by_path: dict[str, Folder] = field(default_factory=dict, repr=False)

    @property
    def images(self) -> int:
        """Number of pictures by their endings."""
        return sum(len(folder.images) for folder in self.folders.values())

    def of(self, path: Path) -> Folder | None:
        """What is listed of a folder; None if it is none of those."""
        try:
            return self.folders.get(path.relative_to(self.root).parts)
        except ValueError:
            return None

    def images_in(self, path: Path) -> list[Path]:
        """Pictures directly inside a folder, in natural order."""
        folder = self.of(path)
        return [path / name for name in folder.images] if folder else []

    def folders_in(self, path: Path) -> list[Path]:
        """Folders directly inside a folder, in natural order; hidden ones left out."""
        folder = self.of(path)
        return [path / name for name in folder.below if not is_hidden(name)] if folder else []

    def children(self, path: Path) -> dict[str, Path]:
        """Entries of a folder by lower-case name, in natural order; hidden ones left out."""
        folder = self.of(path)
        if folder is None:
            return {}
        names = sorted((*folder.images, *folder.others, *folder.below), key=natural_key)
        return {name.lower(): path / name for name in names if not is_hidden(name)}

    def walk(self, path: Path, depth: int = MAX_DEPTH) -> Iterator[Path]:
        """The folder itself and the folders below it, level by level, `depth` levels down."""
        level = [path]
        for _ in range(depth + 1):
            yield from level
            level = [child for folder in level for child in self.folders_in(folder)]

    def count_images(self, path: Path) -> int:
        """Pictures in a folder and all below it."""
        folder = self.of(path)
        if folder is None:
            return 0
        return len(folder.images) + sum(self.count_images(path / name) for name in folder.below)

    def seen(self) -> list[Folder]:
        """The folders that readers look into: those that are not hidden."""
        return [f for f in self.folders.values() if not any(map(is_hidden, f.parts))]

    def __contains__(self, path: str) -> bool:
        place = self.place(path)
        if place is None:
            return False
        folder, name = place
        if folder.parts not in self._names:
            self._names[folder.parts] = {*folder.images, *folder.others}
        return name in self._names[folder.parts]

    def place(self, path: str) -> tuple[Folder, str] | None:
        """The listed folder of a path and the name in it; None if it is not below the root."""
        if not self._by_path:
            self._by_path = {folder.path: folder for folder in self.folders.values()}
        above, _, name = path.rpartition(os.sep)
        folder = self._by_path.get(above) or self._by_path.get(above + os.sep)
        return (folder, name) if folder is not None else None


SYSTEM = frozenset({"thumbs.db", "desktop.ini", "$recycle.bin", "system volume information"})
"""Files and folders that systems leave (compared in lower case)."""


def is_hidden(name: str) -> bool:
    """Whether a name is of the system or of a program's own things."""
    return name.startswith((".", "__")) or name.lower() in (
        "thumbs.db",
        "desktop.ini",
        "$recycle.bin",
    )


def is_text(name: str) -> bool:
    """Whether a name is valid Unicode; names from other systems' archives may not be."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def printable(path: str) -> str:
    """A path that can be shown and kept whatever bytes its names have."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def list_tree(root: Path, depth: int = DEEPEST) -> Tree:
    """List a folder and all below it, each folder once, however links run."""
    tree = Tree(root)
    try:
        entered = {_identity(str(root))}
    except OSError:
        entered = set()
    real = f"{os.path.realpath(root)}{os.sep}"
    level: list[Folder] = [Folder(str(root), ())]
    while level:
        below: list[Folder] = []
        for folder in level:
            go_on()
            tree.folders[folder.parts] = folder
            _list(folder, real, entered)
            if len(folder.parts) >= depth:
                folder.odd |= dict.fromkeys(folder.below, TOO_DEEP)
                folder.below.clear()
            below += [Folder(folder.at(name), (*folder.parts, name)) for name in folder.below]
        level = below
    return tree


def _identity(path: str) -> tuple[int, int]:
    status = Path(path).stat()
    return status.st_dev, status.st_ino


def _list(folder: Folder, root: str, entered: set[tuple[int, int]]) -> None:
    try:
        entries = os.scandir(folder.path)
    except OSError as error:
        folder.odd[""] = f"Cannot be opened ({error.strerror}). Check its rights."
        return
    links: list[tuple[str, str]] = []
    with entries:
        for entry in entries:
            name = entry.name
            if not is_text(name):
                folder.odd[name] = NOT_TEXT
            elif entry.is_symlink():
                links.append((name, entry.path))
            elif entry.is_file(follow_symlinks=False):
                _sort_in(folder, name)
            elif entry.is_dir(follow_symlinks=False):
                folder.below.append(name)
            else:
                folder.odd[name] = NO_FILE
    for name, path in sorted(links):
        _follow(folder, name, path, root, entered)
    folder.others.sort()  # nobody sees the order of what is no picture
    for names in (folder.images, folder.below):
        names.sort(key=natural_key)


def _follow(folder: Folder, name: str, path: str, root: str, entered: set[tuple[int, int]]) -> None:
    """Take what a link leads to; a folder only once, and never one that it lies in."""
    try:
        target = Path(path)
        if target.is_file():
            _sort_in(folder, name)
        elif target.is_dir():
            mine, real = _identity(path), f"{os.path.realpath(path)}{os.sep}"
            above = f"{os.path.realpath(folder.path)}{os.sep}".startswith(real)
            if mine in entered or above or real.startswith(root):
                folder.odd[name] = LOOP
            else:
                entered.add(mine)
                folder.below.append(name)
        else:
            folder.odd[name] = DEAD_LINK if not target.exists() else NO_FILE
    except OSError:
        folder.odd[name] = DEAD_LINK


def _sort_in(folder: Folder, name: str) -> None:
    _, dot, ending = name.rpartition(".")
    picture = bool(dot) and f".{ending.lower()}" in EXTENSIONS and name[0] != "."
    (folder.images if picture else folder.others).append(name)


NOT_TEXT = (
    "Its name is not valid Unicode, as after unpacking an archive of another system. Rename it; "
    "it is not read."
)
NO_FILE = "It is a device, a pipe or a socket and no file. It is not read."
LOOP = "It is a link to a folder that is read already, or that it lies in. It is not followed."
DEAD_LINK = "It is a link that leads nowhere. Copy the file it means, or delete it."
TOO_DEEP = "It lies more than forty folders deep. Move it up; it is not read."
"""Why something that is listed cannot be read."""
