"""Defects made from a user's own few: cut out, warped, and blended into normal images.

A student that learns from five defect pictures alone has seen five shapes at five places. Its
teacher generalises, so it is shown many more: it judges them, and the student learns what it says.
A made defect that the teacher does not see teaches the student nothing wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.data.image import blur, clone, warp
from engine.data.store import ImageStore

SCALES = (0.7, 1.4)
CONTRASTS = (0.6, 1.2)
"""Ranges from which a warp is drawn (ours)."""

MARGIN = 1.5
"""Side of the piece cut out, as a multiple of its region's."""

_DRAW = 111
"""Stream of random numbers."""


def make_defects(
    store: ImageStore,
    defective: Sequence[int],
    normal: Sequence[int],
    count: int,
    seed: int,
) -> list[NDArray[np.uint8]]:
    """Blend warped pieces of defective images into normal ones of the same texture.

    Half are blended with a soft edge after their brightness was matched; half by Poisson's
    equation (Perez, Gangnet & Blake, SIGGRAPH 2003), which keeps the piece's gradients.

    Parameters
    ----------
    defective
        Images with a known region.
    normal
        Images to blend into.
    count
        How many to make.

    Returns
    -------
    list of ndarray of uint8, (H, W)

    Raises
    ------
    DataError
        No region is known, or no texture has both normal images and defects with regions.
    """
    return [image for image, _, _ in each_defect(store, defective, normal, count, seed)]


def each_defect(
    store: ImageStore,
    defective: Sequence[int],
    normal: Sequence[int],
    count: int,
    seed: int,
    *,
    scales: tuple[float, float] = SCALES,
    contrasts: tuple[float, float] = CONTRASTS,
) -> Iterator[tuple[NDArray[np.uint8], NDArray[np.uint8], int]]:
    """Made defects one by one: the image, the normal image it was, and whose defect it is.

    Other `scales` and `contrasts` than a student learns from show what is still found.

    Raises
    ------
    DataError
        As for :func:`make_defects`.
    """
    samples = store.data.samples
    known = [number for number in defective if store.region(number) is not None]
    pairs = {
        number: [n for n in normal if samples[n].label.texture == samples[number].label.texture]
        for number in known
    }
    known = [number for number in known if pairs[number]]
    if not known:
        raise DataError(
            "No defect has both a known region and normal images of its texture to be blended into."
        )
    rng = np.random.default_rng([seed, _DRAW])
    for place in range(count):
        # Each of the user's defects equally often.
        number = known[place % len(known)]
        piece, soft = _warped(store, number, rng, scales)
        targets = pairs[number]
        before = _grey(store.image(targets[int(rng.integers(len(targets)))]))
        # Poisson's equation keeps the piece's own contrast: it makes no fainter ones.
        poisson = bool(rng.integers(2)) and contrasts == CONTRASTS
        image = _blended(before.copy(), piece, soft, rng, contrasts, poisson=poisson)
        yield image, before, number


def _grey(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return image if image.ndim == 2 else image.mean(axis=2).round().astype(np.uint8)


def _warped(
    store: ImageStore, number: int, rng: np.random.Generator, scales: tuple[float, float]
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """A piece around a defect, turned, scaled, mirrored, and its soft mask in [0, 1]."""
    image, region = _grey(store.image(number)), store.region(number)
    assert region is not None
    ys, xs = np.nonzero(region.mask)
    height, width = int(np.ptp(ys)) + 1, int(np.ptp(xs)) + 1
    side = int(np.ceil(MARGIN * np.hypot(height, width) * SCALES[1]))
    side = max(16, min(side, *image.shape))
    scale, angle = float(rng.uniform(*scales)), float(rng.uniform(0, 360))
    turned = np.deg2rad(angle)
    mirror = -1.0 if rng.integers(2) else 1.0
    linear = scale * np.array(
        [[mirror * np.cos(turned), np.sin(turned)], [-mirror * np.sin(turned), np.cos(turned)]]
    )
    centre = np.array([xs.mean(), ys.mean()])
    move = np.column_stack([linear, side / 2 - linear @ centre])
    piece = warp(image, move, side, reflect=True)
    mask = warp(region.mask.astype(np.float32), move, side, reflect=False)
    edge = max(3, round(0.12 * min(height, width) * scale) | 1)
    return np.asarray(piece, np.uint8), blur(np.asarray(mask, np.float32), edge)


def _blended(
    image: NDArray[np.uint8],
    piece: NDArray[np.uint8],
    soft: NDArray[np.float32],
    rng: np.random.Generator,
    contrasts: tuple[float, float],
    *,
    poisson: bool,
) -> NDArray[np.uint8]:
    side = len(piece)
    top, left = (int(rng.integers(0, size - side + 1)) for size in image.shape)
    hole = image[top : top + side, left : left + side]
    if poisson:
        mask = soft > 0.3
        # Its own border must not touch the piece's: the equation needs values around.
        mask[[0, 1, -2, -1], :] = False
        mask[:, [0, 1, -2, -1]] = False
        if mask.any():
            image[top : top + side, left : left + side] = clone(piece, hole, mask)
            return image
    outside = soft < 0.05
    around = piece[outside] if outside.any() else piece
    shift = float(hole.mean()) - float(around.mean())
    strength = float(rng.uniform(*contrasts))
    moved = (piece - piece.mean()) * strength + piece.mean() + shift
    mixed = (1 - soft) * hole + soft * moved
    image[top : top + side, left : left + side] = mixed.round().clip(0, 255).astype(np.uint8)
    return image
