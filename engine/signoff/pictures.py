"""Which test images show a part of their own, and one that the network has not been shown.

Copies of a picture prove nothing twice, and a picture that was trained on proves nothing at all.
Files are compared byte for byte; what a check of the data set found alike counts too.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from engine.check.store import CheckStore
from engine.core.errors import RunError
from engine.data.sample import DataSet

BLOCK = 4096
"""Bytes at the start, in the middle and at the end of a file that are compared first."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Test images by what they show.

    Attributes
    ----------
    picture : of each test image, a number that its copies share
    seen : test images that show what a training or validation image shows
    checked : the data set was checked, so that near copies are known
    open : findings of that check that nobody has decided
    """

    picture: dict[int, int]
    seen: frozenset[int] = frozenset()
    checked: bool = False
    open: int = 0

    def distinct(self, images: Iterable[int]) -> list[list[int]]:
        """Images that the network has not been shown, one list a picture."""
        groups: dict[int, list[int]] = defaultdict(list)
        for index in images:
            if index not in self.seen:
                groups[self.picture[index]].append(index)
        return list(groups.values())


@dataclass
class _Union:
    """Numbers that belong together (union by path halving)."""

    parent: dict[int, int] = field(default_factory=dict)

    def find(self, a: int) -> int:
        self.parent.setdefault(a, a)
        while self.parent[a] != a:
            self.parent[a] = self.parent[self.parent[a]]
            a = self.parent[a]
        return a

    def join(self, a: int, b: int) -> None:
        a, b = self.find(a), self.find(b)
        self.parent[max(a, b)] = min(a, b)


def find_pictures(
    data: DataSet, project: Path, test: Sequence[int], shown: Sequence[int]
) -> Generator[tuple[int, int], None, Pictures]:
    """Find copies among test images, and between them and those a network was shown.

    Parameters
    ----------
    test
        Indices of the test images.
    shown
        Of training and validation images.

    Yields
    ------
    tuple of int
        (done, total) files looked at.
    """
    same = _Union()
    everywhere = [*test, *shown]
    by_size: dict[int, list[int]] = defaultdict(list)
    for done, index in enumerate(everywhere, start=1):
        by_size[_size(data.samples[index].path)].append(index)
        if done % 500 == 0:
            yield done, len(everywhere)
    tested = frozenset(test)
    for size, members in by_size.items():
        if size > 0 and len(members) > 1 and not tested.isdisjoint(members):
            for alike in _alike(data, members, _start):
                for equal in _alike(data, alike, _whole):
                    for other in equal[1:]:
                        same.join(equal[0], other)
            yield len(everywhere), len(everywhere)
    found, undecided = _checked(data, project)
    for a, b in found or ():
        same.join(a, b)
    root = {index: same.find(index) for index in everywhere}
    known = {root[index] for index in shown}
    return Pictures(
        {index: root[index] for index in test},
        frozenset(index for index in test if root[index] in known),
        found is not None,
        undecided,
    )


def _checked(data: DataSet, project: Path) -> tuple[list[tuple[int, int]] | None, int]:
    """Pairs that a check found alike, None if there was none; and open findings.

    Two pictures that a person called two parts that only look alike are two.
    """
    try:
        with CheckStore(project) as store:
            items = store.items(data)
            decisions = store.decisions(data.fingerprint)
    except RunError:
        return None, 0
    if items is None:
        return None, 0
    pairs = [
        (item.other, item.index)
        for item in items
        if item.other >= 0
        and item.index >= 0
        and (item.kind == "same" or decisions.get(item.key, "") != "fine")
    ]
    undecided = sum(not decisions.get(item.key) for item in items if item.kind != "lots")
    return pairs, undecided


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1  # judged already; it is like no other


def _alike(data: DataSet, members: Sequence[int], read: Callable[[Path], bytes]) -> list[list[int]]:
    groups: dict[bytes, list[int]] = defaultdict(list)
    for index in members:
        try:
            groups[read(data.samples[index].path)].append(index)
        except OSError:
            continue
    return [group for group in groups.values() if len(group) > 1]


def _start(path: Path) -> bytes:
    size = path.stat().st_size
    parts = []
    with path.open("rb") as file:
        for place in (0, max(0, size // 2), max(0, size - BLOCK)):
            file.seek(place)
            parts.append(file.read(BLOCK))
    return b"".join(parts)


def _whole(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
