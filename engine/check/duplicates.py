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

    Time grows with the square of a group: two products of (n, 256) and (256, n).
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
    for start in range(0, len(members), _BLOCK):
        likeness = coarse[start : start + _BLOCK] @ coarse.T
        likeness[np.arange(len(likeness)), np.arange(start, start + len(likeness))] = -1
        count = min(NEAREST, len(members) - 1)
        near = np.argpartition(-likeness, count - 1, axis=1)[:, :count]
        for row, columns in enumerate(near):
            for column in columns:
                if likeness[row, column] < COARSE_LIKE:
                    continue
                first, second = sorted((start + row, int(column)))
                if (first, second) in seen:
                    continue
                seen.add((first, second))
                a, b = int(members[first]), int(members[second])
                one, other = (_standard(pictures.fine[index]) for index in (a, b))
                rest = (everything - one - other) / others  # what the two do not share alone
                result = correlation(one - rest, other - rest)
                if result >= LIKE:
                    yield Pair(a, b, result)
        yield min(start + _BLOCK, len(members))


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
