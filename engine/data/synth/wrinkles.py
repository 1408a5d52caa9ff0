"""Texture 4: radial wrinkles round a dark hub, lit from the lower right."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy import fft
from scipy.ndimage import map_coordinates

from engine.data.synth.noise import Field, filtered, frequency_grid, white

# Measured on 7 real images: mean 165..185, the lower right about 8 % brighter than the rest, the
# hub within 3 px of the same place, hub grey 0.57 of the mean, a dark rim one pixel wide.
_MEAN = (165.0, 185.0)
_HUB = 0.508
_HUB_GREY = 0.57
_RIM_GREY = 0.37
_ANGLES = 2048
_COUNT = (210, 260)


def wrinkles(size: int, rng: np.random.Generator) -> Field:
    """Draw one normal image of texture 4.

    A height map of radial ridges and fine grain is shaded by one light, so ridges along the light
    show as a faint dark line and ridges across it as a dark and a bright line, as in the real
    images.

    Parameters
    ----------
    size : int
        Side in px, >= 64.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    numpy.ndarray
        float32, shape (size, size), grey values in 0..255.
    """
    mean = rng.uniform(*_MEAN)
    hub_x, hub_y = size * _HUB + rng.uniform(-3.0, 3.0, 2)
    axis = np.arange(size, dtype=np.float32)
    dx, dy = axis[None, :] - np.float32(hub_x), axis[:, None] - np.float32(hub_y)
    radius = np.hypot(dx, dy)
    angle = np.arctan2(dy, dx)

    polar = _ridges(int(radius.max()) + 3, rng)
    column = (angle + np.float32(np.pi)) * np.float32(_ANGLES / (2 * np.pi))
    ridges = map_coordinates(polar, np.stack([radius, column]), order=1, mode="grid-wrap")
    height = ridges + filtered(white(size, rng), _relief(size))
    slope_y, slope_x = np.gradient(height)

    # Lambert shading with the light 45 degrees to the image axes.
    facing = np.float32(0.36) * (slope_x + slope_y)
    shade = (1.0 - facing) / np.sqrt(1.0 + np.float32(0.30) * (slope_x**2 + slope_y**2))
    diagonal = (dx + dy) / np.float32(size)
    shade *= 1.0 + np.float32(0.045) * diagonal + np.float32(0.025) * diagonal**2

    # The ground darkens towards the hub: 0.85 of the mean at 20 px, measured.
    shade *= 1.0 - np.float32(0.25) * np.exp(-radius / np.float32(30.0))
    lobes = rng.uniform(0, 6.283, 3)
    edge = 12.5 + sum(
        np.float32(1.3) * np.cos(np.float32(n) * angle + np.float32(p))
        for n, p in zip((2, 5, 9), lobes, strict=True)
    )
    inside = np.clip((edge - radius) / 2 + 0.5, 0.0, 1.0)
    shade += inside * (np.float32(_HUB_GREY) - shade)

    image = shade * np.float32(mean) + np.float32(5.2) * white(size, rng)
    for side in (np.s_[0, :], np.s_[-1, :], np.s_[:, 0], np.s_[:, -1]):
        image[side] *= np.float32(_RIM_GREY)
    return np.asarray(np.clip(image, 0.0, 255.0), dtype=np.float32)


@lru_cache(maxsize=4)
def _relief(size: int) -> Field:
    """Give the filter from white noise to the fine relief: slopes spread over 3 to 60 px."""
    radius, _ = frequency_grid(size)
    slope = np.exp(-((radius / np.float32(0.16)) ** 2)) / (radius + np.float32(0.06))
    return np.asarray(np.float32(0.024) * slope / (radius + np.float32(0.06)), dtype=np.float32)


def _ridges(length: int, rng: np.random.Generator) -> Field:
    """Draw the ridge heights in polar coordinates, float32 (length, angles)."""
    count = int(rng.integers(*_COUNT))
    r = np.arange(length, dtype=np.float32)[:, None]
    start = rng.uniform(0, _ANGLES, count).astype(np.float32)
    bend = rng.normal(0.0, 0.16, count).astype(np.float32) * np.float32(_ANGLES / 6.283 / 300)
    reach = rng.uniform(150.0, 600.0, count).astype(np.float32)
    height = (rng.uniform(0.2, 1.0, count) ** 2).astype(np.float32)
    fade = np.clip((reach - r) / (np.float32(0.35) * reach), 0.0, 1.0)
    weight = height * fade * np.float32(5.8)
    column = np.floor(start + bend * r).astype(np.int64) % _ANGLES
    cell = np.arange(length)[:, None] * _ANGLES + column
    polar = np.bincount(cell.ravel(), weight.ravel(), minlength=length * _ANGLES)
    polar = polar.reshape(length, _ANGLES).astype(np.float32)
    # Blur along the arc to a ridge of constant width in px: narrower in angle further out.
    width = (np.float32(1.5) + r / np.float32(300.0)) / np.maximum(r, np.float32(6.0))
    order = np.arange(_ANGLES // 2 + 1, dtype=np.float32)[None, :]
    spectrum = fft.rfft(polar, axis=1) * np.exp(np.float32(-0.5) * (order * width) ** 2)
    arc = np.maximum(r, np.float32(6.0)) * np.float32(2 * np.pi / _ANGLES)
    return np.asarray(fft.irfft(spectrum, n=_ANGLES, axis=1) / arc, dtype=np.float32)
