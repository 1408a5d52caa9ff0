"""The six kinds of defect, one for each texture."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter

from engine.core.errors import DataError
from engine.data.synth.noise import Field, white
from engine.data.synth.shapes import (
    Ellipse,
    Points,
    blob,
    ellipse_radius,
    enclosing_ellipse,
    placed,
    stroke,
)

_GAP = 4.0  # px between the defect and the rim of the image
_WHOLE = 512  # px; a smaller image is a window that may not show the hub


def add_defect(number: int, image: Field, rng: np.random.Generator) -> tuple[Field, Ellipse]:
    """Draw the defect that belongs to a texture at a random place.

    Parameters
    ----------
    number : int
        Texture, 1..6.
    image : numpy.ndarray
        float32, shape (size, size), grey values in 0..255, size >= 128. Not changed.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    tuple
        The image with the defect (float32, same shape and range) and the ellipse round it.

    Raises
    ------
    DataError
        If there is no texture of that number.
    """
    if number not in _MAKERS:
        raise DataError("There is no texture {number}; choose from 1 to 6.", number=number)
    changed, ellipse = _MAKERS[number](image, rng)
    return np.clip(changed, 0.0, 255.0).astype(np.float32), ellipse


def _smear(image: Field, rng: np.random.Generator) -> tuple[Field, Ellipse]:
    """Texture 1: a spot without grain.

    71 real spots: area 740..3400 px (median 1650), deviation inside 5.2..7.7 grey values, edge
    sharp, shape of one to three merged discs; the ellipse has about five times the area.
    """
    size = image.shape[0]
    area = int(rng.uniform(850, 2000))
    reach = 0.5 * np.sqrt(area)
    count = int(rng.integers(1, 4))
    heading = rng.uniform(0, 2 * np.pi) + np.cumsum(rng.normal(0.0, 0.9, count))
    pace = reach * rng.uniform(0.5, 0.9)
    knots = pace * np.cumsum(np.stack([np.cos(heading), np.sin(heading)], axis=1), axis=0)
    cloud = np.concatenate([knot + rng.normal(0.0, reach * 0.25, (40, 2)) for knot in knots])
    points = placed(cloud, size, _GAP + 0.6 * reach, rng)
    alpha = blob(points, 0.33 * reach, area, size)
    rows, columns = np.nonzero(alpha > 0.0)
    pad = 30  # px, beyond the reach of the blur
    part = np.s_[
        max(rows.min() - pad, 0) : rows.max() + pad,
        max(columns.min() - pad, 0) : columns.max() + pad,
    ]
    flat = gaussian_filter(image[part], 9.0, mode="nearest") + np.float32(rng.normal(0.0, 2.2))
    flat += np.float32(rng.uniform(4.8, 6.0)) * white(size, rng)[: flat.shape[0], : flat.shape[1]]
    changed = image.copy()
    changed[part] += alpha[part] * (flat - image[part])
    rows, columns = np.nonzero(alpha > 0.5)
    tight = enclosing_ellipse(np.stack([columns, rows], axis=1).astype(np.float64), 0.0)
    loose = rng.uniform(1.4, 2.0)
    extra = rng.uniform(4.0, 12.0)
    ellipse = Ellipse(
        tight.x, tight.y, tight.major * loose + extra, tight.minor * loose + extra, tight.angle
    )
    return changed, ellipse


def _arc_points(length: float, turn: float, rng: np.random.Generator) -> Points:
    """Give the points of an arc of ``length`` px that turns by ``turn`` radians."""
    steps = max(int(length * 4), 2)
    heading = rng.uniform(0, 2 * np.pi) + turn * np.linspace(-0.5, 0.5, steps)
    return np.cumsum(0.25 * np.stack([np.cos(heading), np.sin(heading)], axis=1), axis=0)


def _arc(image: Field, rng: np.random.Generator) -> tuple[Field, Ellipse]:
    """Texture 2: a thin dark arc.

    Real arcs: chord 70..150 px, from nearly straight to a third of a circle, about 3 px wide,
    nearly black; the ellipse touches the arc.
    """
    size = image.shape[0]
    length = min(rng.uniform(75.0, 130.0), 0.65 * size)
    points = placed(_arc_points(length, rng.uniform(0.2, 2.5), rng), size, _GAP, rng)
    depth = np.float32(rng.uniform(0.93, 1.0))
    dark = np.minimum(stroke(points, rng.uniform(1.55, 1.8), size) * depth, 1.0)
    return image * (1.0 - dark), enclosing_ellipse(points, rng.uniform(3.0, 8.0), 14.0)


def _fleck(image: Field, rng: np.random.Generator) -> tuple[Field, Ellipse]:
    """Texture 3: a bright fleck of crumbs.

    Real flecks: 30 px across, up to white, ragged; ellipse axes 50..56 by 78..175 px.
    """
    size = image.shape[0]
    steps = rng.normal(0.0, 1.7, (int(rng.integers(170, 260)), 2))
    walk = np.cumsum(steps, axis=0) * rng.uniform(0.7, 1.0, 2)
    walk *= min(1.0, 34.0 / float((walk.max(axis=0) - walk.min(axis=0)).max()))
    points = placed(walk, size, _GAP + 8.0, rng)
    alpha = blob(points, 1.2, int(rng.uniform(170, 300)), size)
    alpha *= np.clip(1.0 + np.float32(0.25) * white(size, rng), 0.4, 1.2)
    bright = np.float32(rng.uniform(97.0, 112.0)) * alpha
    tight = enclosing_ellipse(points, 0.0)
    minor = rng.uniform(24.0, 29.0)
    major = max(rng.uniform(36.0, 70.0), tight.major + 6.0)
    return image + bright, Ellipse(tight.x, tight.y, major, max(minor, tight.minor), tight.angle)


def _scratch(image: Field, rng: np.random.Generator) -> tuple[Field, Ellipse]:
    """Texture 4: a long dark line with a slight bend.

    Real lines: 115..175 px long, profile 1.7 px, up to 40 % darker than the ground, 175 px or more
    from the hub; ellipse axes 55..61 px by the length of the line.
    """
    size = image.shape[0]
    length = min(rng.uniform(112.0, 165.0), 0.75 * size)
    arc = _arc_points(length, rng.uniform(-0.45, 0.45), rng)
    points = placed(arc, size, _GAP, rng)
    for _ in range(20):
        # In a whole image the middle of a line is never near the hub, where it would be lost.
        away = float(np.hypot(*(points.mean(axis=0) - size / 2)))
        if size < _WHOLE or away > 0.29 * size:
            break
        points = placed(arc, size, _GAP, rng)
    depth = np.float32(rng.uniform(0.35, 0.4))
    dark = depth * stroke(points, rng.uniform(1.5, 1.8), size)
    return image * (1.0 - dark), enclosing_ellipse(points, 2.5, rng.uniform(27.5, 30.5))


def _hatch(image: Field, rng: np.random.Generator) -> tuple[Field, Ellipse]:
    """Texture 5: a small patch of parallel dark strokes.

    Real patches: 26..32 px wide, 6..8 strokes 4.2 px apart; ellipse axes 60 by 105 px.
    """
    size = image.shape[0]
    count = int(rng.integers(5, 9))
    pitch = rng.uniform(3.9, 4.5)
    half = rng.uniform(11.0, 14.5)
    skew = rng.uniform(-0.15, 0.15)
    along = np.arange(-half, half, 0.25)
    lines = []
    for k in range(count):
        offset = (k - (count - 1) / 2) * pitch
        lines.append(np.stack([along + skew * offset, np.full_like(along, offset)], axis=1))
    angle = rng.uniform(0, np.pi)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    points = placed(np.concatenate(lines) @ turn, size, _GAP, rng)
    depth = np.float32(rng.uniform(0.58, 0.74))
    dark = np.minimum(stroke(points, rng.uniform(0.72, 0.88), size) * depth, 0.95)
    x, y = points.mean(axis=0) + rng.uniform(-2.0, 2.0, 2)
    axes = rng.uniform(45.0, 55.0), rng.uniform(27.0, 31.0)
    return image * (1.0 - dark), Ellipse(float(x), float(y), *axes, rng.uniform(0, np.pi))


def _band(image: Field, rng: np.random.Generator) -> tuple[Field, Ellipse]:
    """Texture 6: a broad band in which only the brightest grain stays bright.

    Real bands: 45..59 px wide and up to the whole image long; their ellipse is tight.
    """
    size = image.shape[0]
    major = 0.5 * min(rng.uniform(300.0, 490.0), 1.0 * size)
    minor = rng.uniform(23.0, 29.5)
    angle = rng.uniform(0, np.pi)
    axis = np.array([[-1.0], [1.0]]) * major * np.array([[np.cos(angle), np.sin(angle)]])
    ends = placed(axis, size, _GAP, rng)
    x, y = ends.mean(axis=0)
    ellipse = Ellipse(float(x), float(y), major, minor, angle)
    inside = np.clip((1.0 - ellipse_radius(ellipse, size)) * np.float32(2.5), 0.0, 1.0)
    # Darken before the point where the grain saturates: move the grey values along a logistic.
    level = np.clip(image / np.float32(255.0), 0.004, 0.996)
    logit = np.log(level / (1.0 - level)) - np.float32(rng.uniform(1.6, 2.2)) * inside
    darkened = np.float32(255.0) / (1.0 + np.exp(-logit))
    return np.where(inside > 0, darkened, image), ellipse


_MAKERS = {1: _smear, 2: _arc, 3: _fleck, 4: _scratch, 5: _hatch, 6: _band}
