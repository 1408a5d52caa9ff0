"""The six textures by number; streaks and the three cloudy grains live here."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy import fft

from engine.core.errors import DataError
from engine.data.synth import measured
from engine.data.synth.moire import moire
from engine.data.synth.noise import (
    Field,
    amplitude_response,
    filtered,
    frequency_grid,
    mixed,
    standardised,
    to_grey,
    white,
)
from engine.data.synth.wrinkles import wrinkles

#: Side of the real images. A smaller image is a window of one this large.
NATIVE_SIZE = 512


def texture(number: int, size: int, rng: np.random.Generator) -> Field:
    """Draw one normal image.

    Parameters
    ----------
    number : int
        Texture, 1..6.
    size : int
        Side in px, >= 1. The pixel scale does not change with it: below 512 px the result is a
        window, at a random place, of an image of 512 px.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    numpy.ndarray
        float32, shape (size, size), grey values in 0..255.

    Raises
    ------
    DataError
        If there is no texture of that number.
    """
    if number not in _MAKERS:
        raise DataError("There is no texture {number}; choose from 1 to 6.", number=number)
    image = _MAKERS[number](max(size, NATIVE_SIZE), rng)
    y, x = rng.integers(0, image.shape[0] - size + 1, 2)
    return np.ascontiguousarray(image[y : y + size, x : x + size])


def _streaks(size: int, rng: np.random.Generator) -> Field:
    """Texture 2: white noise blurred along a line much thinner than a pixel."""
    slope = np.clip(rng.normal(0.0, 0.10), -0.18, 0.18)  # px across per px down
    along = rng.uniform(7.4, 9.0)  # px; the correlation along a real streak is 0.4 at 16 px
    across = rng.uniform(0.20, 0.28)  # px; a line this thin breaks into dots where it is oblique
    reach = 30
    down = np.arange(-reach, reach + 1)[:, None]
    side = np.arange(-7, 8)[None, :]
    weight = np.exp(-0.5 * (((side - slope * down) / across) ** 2 + (down / along) ** 2))
    kernel = np.zeros((size, size), dtype=np.float32)
    kernel[down, side] = weight
    field = filtered(white(size, rng), np.abs(fft.rfft2(kernel)))
    mix = rng.uniform(0.0, 1.0)
    return to_grey(standardised(field), mixed(measured.STREAK_DARK, measured.STREAK_BRIGHT, mix))


@lru_cache(maxsize=8)
def _shared_light(number: int, size: int) -> tuple[Field, Field]:
    """Give the part all images of texture 3 or 5 share, and the filter of the part they do not.

    In the real classes 3 and 5 the pattern above about 60 px is the same in every image, and the
    pattern below about 20 px is drawn afresh.
    """
    cloth = number == 3
    response = amplitude_response(
        size,
        measured.FREQUENCIES,
        measured.CLOTH if cloth else measured.GRAIN,
        measured.CLOTH_ANISOTROPY if cloth else measured.GRAIN_ANISOTROPY,
    )
    radius, _ = frequency_grid(size)
    common = 1.0 / (1.0 + (radius / np.float32(0.023)) ** 4)
    own = np.random.default_rng([20070, number])
    shared = filtered(white(size, own), response * np.sqrt(common))
    columns = measured.CLOTH_COLUMNS if cloth else measured.GRAIN_COLUMNS
    rows = measured.CLOTH_ROWS if cloth else measured.GRAIN_ROWS
    # The measured profiles take the place of most of the drawn ones.
    shared -= np.float32(0.8) * (shared.mean(axis=0) + shared.mean(axis=1, keepdims=True))
    shared += _profile(columns, size) + _profile(rows, size)[:, None]
    fresh = response * np.sqrt(1.0 - common)
    return shared, fresh.astype(np.float32)


def _profile(knots: tuple[float, ...], size: int) -> Field:
    """Stretch a measured profile over the image, float32 (size,)."""
    places = np.linspace(0.0, size, len(knots), endpoint=False)
    return np.asarray(np.interp(np.arange(size), places, knots), dtype=np.float32)


def _cloudy(number: int, size: int, rng: np.random.Generator) -> Field:
    """Textures 3 and 5: light that all images share, and fresh cloud and grain."""
    shared, fresh = _shared_light(number, size)
    mean = rng.uniform(126.0, 134.5) if number == 3 else rng.uniform(120.0, 130.0)
    thread = 2.5 if number == 3 else 1.5  # deviation of single columns, measured
    columns = rng.normal(0.0, thread, size).astype(np.float32)
    rows = rng.normal(0.0, 0.5 * thread, (size, 1)).astype(np.float32)
    image = np.float32(mean) + shared + columns + rows
    image += np.float32(rng.uniform(0.95, 1.05)) * filtered(white(size, rng), fresh)
    return np.asarray(np.clip(image, 0.0, 255.0), dtype=np.float32)


@lru_cache(maxsize=4)
def _speckle_response(size: int) -> Field:
    return amplitude_response(
        size, measured.FREQUENCIES, measured.SPECKLE, measured.SPECKLE_ANISOTROPY
    )


def _speckle(size: int, rng: np.random.Generator) -> Field:
    """Texture 6: isotropic grain pushed towards black and white."""
    field = filtered(white(size, rng), _speckle_response(size))
    mix = rng.uniform(-0.1, 1.1)
    quantiles = mixed(measured.SPECKLE_DARK, measured.SPECKLE_BRIGHT, mix)
    return to_grey(standardised(field), quantiles)


_MAKERS = {
    1: moire,
    2: _streaks,
    3: lambda size, rng: _cloudy(3, size, rng),
    4: wrinkles,
    5: lambda size, rng: _cloudy(5, size, rng),
    6: _speckle,
}
