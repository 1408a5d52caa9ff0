"""Which pictures of a set are nearly the same: saved again, brightened, resized, with more noise.

Parts under one camera all look alike, so what every image of a texture has in common is taken away
before two are compared. Candidates are each image's nearest by a coarse picture; whether two are
the same is decided by the normalised cross-correlation of finer ones, at the best shift. A picture
that moved by some per cent of its side is often missed, a turned or cropped one always.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.data.image import blur, resize

COARSE, FINE = 16, 64
"""Sides of the pictures that are compared, in pixels."""

LIKE = 0.7
"""Pictures that correlate at least so much are said to be nearly the same."""

COARSE_LIKE = 0.5
"""Below this no two pictures are compared in detail."""

NEAREST = 3
"""Neighbours of an image that are compared in detail."""

SHIFT = FINE // 8
"""A picture may have moved by so many fine pixels: an eighth of its sides."""

_BLOCK = 256

LARGE = 4096
"""Images of a texture up to which each is compared with all others; above, with those that share a
leaf of a tree with it.
"""

LEAF, TREES = 1024, 12
"""Images of a leaf at the most, and how many trees are grown: a pair that one of them parts meets
in another. Of 431 pairs in two real sets, four halvings lost none, five (30,000 images) lost 2.
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two images that are nearly the same; `likeness` in [-1, 1]. `first` < `second`."""

    first: int
    second: int
    likeness: float


@dataclass
class Pictures:
    """Small grey pictures of a set's images, as they are decoded one after another.

    Attributes
    ----------
    fine : by index, uint8 (FINE, FINE)
    """

    fine: dict[int, NDArray[np.uint8]] = field(default_factory=dict)

    def add(self, index: int, image: NDArray[np.uint8]) -> None:
        """Keep an image, uint8 (H, W) or (H, W, 3)."""
        small = resize(image, FINE, FINE)
        if small.ndim == 3:
            small = np.asarray(small.mean(axis=2).round(), dtype=np.uint8)
        self.fine[index] = small


def find_pairs(
    pictures: Pictures, groups: Sequence[Sequence[int]]
) -> Iterator[tuple[int, int] | Pair]:
    """Find pairs within each group of images (a texture), yielding (done, total) between them.

    Of a group of more than `LARGE` images not all pairs are compared, so time grows with its size,
    not with the square of it.
    """
    total = sum(len(members) for members in groups)
    done = 0
    for members in groups:
        known = np.asarray([i for i in members if _has_detail(pictures.fine.get(i))], np.int64)
        if len(known) > 2:  # of two images nobody knows what is common
            for step in _pairs_of(pictures, known):
                if isinstance(step, Pair):
                    yield step
                else:
                    yield done + step, total
        done += len(members)
        yield done, total


def _has_detail(picture: NDArray[np.uint8] | None) -> bool:
    """Flat pictures are like no other; those that could not be read are not compared."""
    return picture is not None and bool(_standard(picture).any())


def _pairs_of(pictures: Pictures, members: NDArray[np.int64]) -> Iterator[int | Pair]:
    everything = np.zeros((FINE, FINE), dtype=np.float32)
    for index in members:
        everything += _standard(pictures.fine[int(index)])
    common = everything / np.float32(len(members))
    others = np.float32(len(members) - 2)
    coarse = _unit(np.stack([_coarse(_standard(pictures.fine[int(i)]) - common) for i in members]))
    seen: set[tuple[int, int]] = set()
    for candidates, done in _candidates(coarse):
        for pair in candidates:
            if pair in seen:
                continue
            seen.add(pair)
            a, b = (int(members[place]) for place in pair)
            one, other = (_standard(pictures.fine[index]) for index in (a, b))
            rest = (everything - one - other) / others  # what the two do not share alone
            result = correlation(one - rest, other - rest)
            if result >= LIKE:
                yield Pair(a, b, result)
        yield done


def _candidates(
    coarse: NDArray[np.float32],
) -> Iterator[tuple[list[tuple[int, int]], int]]:
    """Pairs of rows (smaller, larger) worth a look in detail, some at a time, and rows done."""
    count = len(coarse)
    everyone = np.arange(count)
    best = _Nearest(count)
    if count <= LARGE:
        for start in range(0, count, _BLOCK):
            part = everyone[start : start + _BLOCK]
            best.compare(coarse, part, everyone)
            yield best.pairs(part), int(part[-1]) + 1
        return
    for tree in range(TREES):
        compared = 0
        for leaf in _leaves(coarse, tree):
            best.compare(coarse, leaf, leaf)
            compared += len(leaf)
            yield [], (count * tree + compared) // (2 * TREES)
    for start in range(0, count, _BLOCK):
        part = everyone[start : start + _BLOCK]
        yield best.pairs(part), (count + int(part[-1]) + 1) // 2


def _leaves(coarse: NDArray[np.float32], seed: int) -> Iterator[NDArray[np.int64]]:
    """Rows in leaves of at most `LEAF`: halved again and again along the line through two of them,
    on which those that are alike lie close together.
    """
    rng = np.random.default_rng(seed)
    left = [np.arange(len(coarse))]
    while left:
        rows = left.pop()
        if len(rows) <= LEAF:
            yield rows
            continue
        one, other = rng.choice(rows, 2, replace=False)
        along = coarse[rows] @ (coarse[one] - coarse[other])
        order = np.argpartition(along, len(rows) // 2)
        left += np.array_split(rows[order], 2)


class _Nearest:
    """The `NEAREST` rows found so far that are most like each row."""

    def __init__(self, count: int) -> None:
        self._like = np.full((count, NEAREST), -1, dtype=np.float32)
        self._row = np.full((count, NEAREST), -1, dtype=np.int64)

    def compare(
        self, coarse: NDArray[np.float32], rows: NDArray[np.int64], others: NDArray[np.int64]
    ) -> None:
        """Compare rows with others; rows themselves may be among them."""
        likeness = coarse[rows] @ coarse[others].T
        likeness[rows[:, None] == others] = -1
        found = np.flatnonzero(likeness.max(axis=1) >= COARSE_LIKE)
        if not len(found):
            return
        count = min(NEAREST, len(others))
        near = np.argpartition(-likeness[found], count - 1, axis=1)[:, :count]
        like, row = np.take_along_axis(likeness[found], near, axis=1), others[near]
        known = rows[found]
        again = (row[:, :, None] == self._row[known][:, None, :]).any(axis=2)
        like = np.concatenate([self._like[known], np.where(again, -1, like)], axis=1)
        row = np.concatenate([self._row[known], row], axis=1)
        order = np.argsort(-like, axis=1, kind="stable")[:, :NEAREST]
        self._like[known] = np.take_along_axis(like, order, axis=1)
        self._row[known] = np.take_along_axis(row, order, axis=1)

    def pairs(self, rows: NDArray[np.int64]) -> list[tuple[int, int]]:
        """Pairs of rows with what is most like them, as far as that is like them at all."""
        result = []
        for row in rows:
            for like, other in zip(self._like[row], self._row[row], strict=True):
                if like >= COARSE_LIKE:
                    result.append((int(min(row, other)), int(max(row, other))))
        return result


def _standard(picture: NDArray[np.uint8]) -> NDArray[np.float32]:
    """A picture with mean 0 and deviation 1, so that brightness and contrast do not matter."""
    plain = picture.astype(np.float32)
    spread = float(plain.std())
    return np.asarray((plain - plain.mean()) / spread if spread > 0.5 else plain * 0, np.float32)


def _coarse(picture: NDArray[np.float32]) -> NDArray[np.float32]:
    side = FINE // COARSE
    means = picture.reshape(COARSE, side, COARSE, side).mean(axis=(1, 3))
    return np.asarray((means - means.mean()).ravel(), dtype=np.float32)


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows of length 1; a flat picture is like no other."""
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(np.where(length > 1e-3, rows / np.maximum(length, 1e-3), 0), np.float32)


def correlation(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    """Highest normalised cross-correlation of two pictures' details over small shifts.

    Parameters
    ----------
    a, b
        float32 (FINE, FINE). Slow changes of brightness are taken away first. Shifts are cyclic,
        up to `SHIFT` pixels either way.

    Returns
    -------
    float
        In [-1, 1]; 0 where one of them is flat.
    """
    first, second = (x - blur(np.ascontiguousarray(x, np.float32), 17) for x in (a, b))
    norm = float(np.linalg.norm(first) * np.linalg.norm(second))
    if norm < 1e-3:
        return 0.0
    product = np.fft.rfft2(first) * np.conj(np.fft.rfft2(second))
    field_ = np.fft.irfft2(product, s=first.shape)
    reach = np.r_[0 : SHIFT + 1, FINE - SHIFT : FINE]
    return float(np.clip(field_[np.ix_(reach, reach)].max() / norm, -1, 1))
