"""Random fields: white noise, noise with a given spectrum, grey values with a given histogram."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import fft
from scipy.special import ndtri

Field = NDArray[np.float32]

# Normal scores of the fractions 60, 70, 80, 90, 95, 97.5, 99 and 99.9 %, and of the end of the grey
# scale: one pixel in 70 000 lies beyond it.
_UPPER = np.array([0.2533, 0.5244, 0.8416, 1.2816, 1.6449, 1.96, 2.3263, 3.0902, 4.2])
_SCORES = np.concatenate([-_UPPER[::-1], [0.0], _UPPER])
_TABLE_SIZE = 2048
_TABLE_LIMIT = 4.5


def white(size: int, rng: np.random.Generator) -> Field:
    """Draw white Gaussian noise of unit variance, float32, ``size`` x ``size``."""
    return rng.standard_normal((size, size), dtype=np.float32)


@lru_cache(maxsize=16)
def frequency_grid(size: int) -> tuple[Field, Field]:
    """Give radius (cycles/px) and cos(2 angle) of each bin of a half spectrum.

    Returns
    -------
    tuple of numpy.ndarray
        Two read-only float32 arrays of shape (size, size // 2 + 1). The angle is 0 where the
        grey value changes along x.
    """
    fy = np.asarray(fft.fftfreq(size), dtype=np.float32)[:, None]
    fx = np.asarray(fft.rfftfreq(size), dtype=np.float32)[None, :]
    radius = np.hypot(fy, fx)
    cos2 = (fx**2 - fy**2) / np.maximum(radius**2, np.float32(1e-12))
    for grid in (radius, cos2):
        grid.flags.writeable = False
    return radius, cos2


def amplitude_response(
    size: int,
    frequencies: tuple[float, ...],
    amplitudes: tuple[float, ...],
    anisotropy: tuple[float, ...],
) -> Field:
    """Turn a measured amplitude spectrum into a filter for white noise.

    Parameters
    ----------
    size : int
        Side of the image in px.
    frequencies : tuple of float
        Knots in cycles/px, rising.
    amplitudes : tuple of float
        Root of the power at each knot, in grey values: 1 is white noise of standard deviation 1.
    anisotropy : tuple of float
        For each knot, ``(a0 - a90) / (a0 + a90)`` of the amplitudes along x and along y.

    Returns
    -------
    numpy.ndarray
        float32, shape (size, size // 2 + 1), zero at zero frequency.
    """
    radius, cos2 = frequency_grid(size)
    log_f = np.log(np.maximum(radius, np.float32(0.5 / size)))
    knots = np.log(frequencies)
    response = np.exp(np.interp(log_f, knots, np.log(amplitudes)))
    response *= 1.0 + np.interp(log_f, knots, anisotropy) * cos2
    response[0, 0] = 0.0
    return response.astype(np.float32)


def filtered(noise: Field, response: Field) -> Field:
    """Multiply the half spectrum of ``noise`` by ``response`` and go back to pixels (float32)."""
    spectrum = fft.rfft2(noise)
    spectrum *= response
    return np.asarray(fft.irfft2(spectrum, s=noise.shape), dtype=np.float32)


def standardised(field: Field) -> Field:
    """Shift and scale ``field`` to mean 0 and standard deviation 1 (float32)."""
    spread = max(float(field.std()), 1e-6)
    return np.asarray((field - field.mean()) / spread, dtype=np.float32)


def gaussianised(field: Field) -> Field:
    """Give a field the standard normal histogram, keeping the order of its values (float32)."""
    low, high = float(field.min()), float(field.max())
    scale = (_TABLE_SIZE - 1) / max(high - low, 1e-6)
    index = ((field - np.float32(low)) * np.float32(scale)).astype(np.int32)
    count = np.bincount(index.ravel(), minlength=_TABLE_SIZE)
    fraction = (np.cumsum(count) - 0.5 * count) / field.size
    table = ndtri(np.clip(fraction, 1e-6, 1 - 1e-6)).astype(np.float32)
    scores: Field = table[index]
    return scores


def mixed(low: tuple[float, ...], high: tuple[float, ...], mix: float) -> NDArray[np.float64]:
    """Blend two curves: ``low`` at mix 0, ``high`` at mix 1 (float64)."""
    return (1.0 - mix) * np.array(low) + mix * np.array(high)


def to_grey(scores: Field, quantiles: NDArray[np.float64]) -> Field:
    """Give a standard normal field the histogram described by ``quantiles``.

    Parameters
    ----------
    scores : numpy.ndarray
        float32 field of mean 0 and standard deviation 1.
    quantiles : numpy.ndarray
        17 grey values at 0.1, 1, 2.5, 5, 10, 20, ..., 80, 90, 95, 97.5, 99 and 99.9 %.

    Returns
    -------
    numpy.ndarray
        float32 grey values in 0..255, same shape as ``scores``.
    """
    knots = np.concatenate([[0.0], np.clip(quantiles, 0.0, 255.0), [255.0]])
    grid = np.linspace(-_TABLE_LIMIT, _TABLE_LIMIT, _TABLE_SIZE)
    table = np.interp(grid, _SCORES, knots).astype(np.float32)
    step = 2 * _TABLE_LIMIT / (_TABLE_SIZE - 1)
    index = (scores + np.float32(_TABLE_LIMIT)) * np.float32(1 / step) + np.float32(0.5)
    grey: Field = table[np.clip(index, 0, _TABLE_SIZE - 1).astype(np.int32)]
    return grey
