"""Finding the image that a table or a label file names, however it is written.

Names come with folders or without, from a folder above, with the separators of Windows, in other
case, without an ending, with Korean syllables composed or in pieces.
"""

from __future__ import annotations

import os
from collections import defaultdict
from functools import cached_property
from pathlib import Path

from engine.data.readers.listing import folded
from engine.data.readers.tree import Folder, Tree

LONGEST = 4096
"""Characters of a path; what is longer names no file."""


class Names:
    """Pictures of a tree by what they are called."""

    def __init__(self, tree: Tree, folders: list[Folder] | None = None) -> None:
        self.tree = tree
        self._places = tree.seen() if folders is None else folders
        self._folders = {folded(part) for parts in tree.folders for part in parts}
        self._nearness: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[int, int]] = {}

    @cached_property
    def _by_name(self) -> dict[str, list[tuple[Folder, str]]]:
        result: dict[str, list[tuple[Folder, str]]] = defaultdict(list)
        for folder in self._places:
            for name in folder.images:
                result[folded(name)].append((folder, name))
        return result

    @cached_property
    def _by_stem(self) -> dict[str, list[tuple[Folder, str]]]:
        result: dict[str, list[tuple[Folder, str]]] = defaultdict(list)
        for folder in self._places:
            for name, stem in zip(folder.images, folder.stems, strict=True):
                result[stem].append((folder, name))
        return result

    def find(self, written: str, start: Folder | None = None) -> list[str]:
        """Full paths of the pictures that a name may mean, one where it is clear.

        `start`: the folder of the file that names it; a name that leads to a picture from there
        means that one.
        """
        plain = written.strip().strip("\"'").replace("\\", "/")
        if not plain or len(plain) > LONGEST or "\0" in plain:
            return []
        parts = [folded(part) for part in plain.split("/") if part not in ("", ".")]
        if not parts:
            return []
        found = self._by_name.get(parts[-1]) or self._by_stem.get(parts[-1]) or []
        if not found:
            return []
        if ".." in parts:
            parts = parts[len(parts) - 1 - parts[::-1].index("..") + 1 :]
        if start is not None:
            exact = [*map(folded, start.parts), *parts]
            here = [item for item in found if self._path(item) == exact]
            if len(here) == 1:
                return [self._full(here[0])]
        found = self._longest([item for item in found if self._fits(item, parts)], parts)
        return [self._full(item) for item in found]

    def _fits(self, item: tuple[Folder, str], parts: list[str]) -> bool:
        """Whether the folders that are written may be those of a picture.

        Those that the tree does not have lie above its root; one that it has must be the picture's.
        """
        mine = list(map(folded, item[0].parts))
        return all(part in mine or part not in self._folders for part in parts[:-1])

    def _longest(
        self, found: list[tuple[Folder, str]], parts: list[str]
    ) -> list[tuple[Folder, str]]:
        """Those whose folders, from the last one up, agree with most of what is written."""
        if len(found) < 2:
            return found
        ranked = [(self._agree(item, parts), item) for item in found]
        most = max(score for score, _ in ranked)
        return [item for score, item in ranked if score == most]

    def _agree(self, item: tuple[Folder, str], parts: list[str]) -> int:
        mine = [folded(part) for part in item[0].parts]
        score = 0
        for part in reversed(parts[:-1]):
            if part in mine:
                place = len(mine) - 1 - mine[::-1].index(part)
                mine = mine[:place]
                score += 1
        return score

    @staticmethod
    def _path(item: tuple[Folder, str]) -> list[str]:
        path = [*map(folded, item[0].parts), folded(item[1])]
        return path

    @staticmethod
    def _full(item: tuple[Folder, str]) -> str:
        return item[0].at(item[1])

    def beside(self, folder: Folder, stem: str) -> str:
        """The picture with the name of a label file: in its folder, or in the one most alike.

        "" where there is none, or several lie equally near.
        """
        found = self._by_stem.get(folded(stem))
        if not found:
            return ""
        if len(found) == 1:
            return self._full(found[0])
        ranked = sorted(
            ((self._near(folder.parts, item[0].parts), item) for item in found),
            key=lambda pair: pair[0],
            reverse=True,
        )
        if ranked[0][0] == ranked[1][0]:
            return ""
        return self._full(ranked[0][1])

    def _near(self, mine: tuple[str, ...], other: tuple[str, ...]) -> tuple[int, int]:
        key = (mine, other)
        if key not in self._nearness:
            ours, theirs = [list(map(folded, parts)) for parts in key]
            common = sum(part in theirs for part in ours)
            self._nearness[key] = (common + (mine == other) * 100, -abs(len(ours) - len(theirs)))
        return self._nearness[key]


def outside(written: str, base: Path) -> Path | None:
    """A file that a name means and that lies outside the tree; None if there is none."""
    plain = written.strip().strip("\"'").replace("\\", "/")
    if not plain or len(plain) > LONGEST or "\0" in plain:
        return None
    try:
        path = base / plain
        return path if path.is_file() else None
    except (OSError, ValueError):
        return None


class Below:
    """Files below a folder whose tree was not listed, by paths that another computer wrote."""

    def __init__(self, base: Path) -> None:
        self._base = base
        self._listed: dict[str, dict[str, str]] = {}

    def find(self, written: str) -> Path | None:
        """The file that a path means in other case, or from folders above; None: there is none."""
        plain = written.strip().strip("\"'").replace("\\", "/")
        parts = [folded(part) for part in plain.split("/") if part not in ("", ".")]
        if len(plain) > LONGEST or ".." in parts or "\0" in plain:
            return None
        for start, part in enumerate(parts):
            # What is above the folder here has no name in it: else the path leads elsewhere.
            if part in self._names(str(self._base)):
                return self._walk(parts[start:])
        return None

    def _walk(self, parts: list[str]) -> Path | None:
        path = str(self._base)
        for part in parts:
            name = self._names(path).get(part)
            if name is None:
                return None
            path = os.path.join(path, name)  # noqa: PTH118 - of each of many rows
        return Path(path) if Path(path).is_file() else None

    def _names(self, folder: str) -> dict[str, str]:
        if folder not in self._listed:
            try:
                self._listed[folder] = {
                    folded(each.name): each.name for each in Path(folder).iterdir()
                }
            except OSError:
                self._listed[folder] = {}
        return self._listed[folder]
