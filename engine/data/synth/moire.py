"""Texture 1: fine moire, mirrored about a vertical and a horizontal axis."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter

from engine.data.synth.measured import MOIRE
from engine.data.synth.noise import Field, gaussianised, standardised, to_grey, white

# Measured on 350 real images of class 1: grey mean 64.5..75.9 and standard deviation 23.3..31.6
# (5 to 95 %).
_MEAN = (65.0, 75.5)
_SPREAD = (23.5, 31.5)
# The two mirror axes cross on the diagonal of the image.
_CENTRE = (0.25, 0.80)


def moire(size: int, rng: np.random.Generator) -> Field:
    """Draw one normal image of texture 1.

    Rings and chirps whose frequency lies above the sampling limit fold back into visible moire;
    that is what makes the real texture look woven at every scale.

    Parameters
    ----------
    size : int
        Side in px, >= 1.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    numpy.ndarray
        float32, shape (size, size), grey values in 0..255.
    """
    centre = size * rng.uniform(*_CENTRE)
    # A centre on a whole or half pixel keeps the mirrored grain exact, as in the real images.
    centre = round(2 * centre) / 2
    offset = np.abs(np.arange(size, dtype=np.float32) - np.float32(centre))
    u, v = offset[None, :], offset[:, None]

    waves = np.zeros((size, size), dtype=np.float32)
    for _ in range(int(rng.integers(4, 7))):
        waves += np.float32(rng.uniform(0.4, 1.0)) * _weave(offset, rng)
    waves += np.float32(rng.uniform(0.1, 0.6)) * _rings(u, v, rng)
    # The square turns beats between gratings into light and dark bands.
    waves = standardised(waves)
    waves += np.float32(rng.uniform(0.15, 0.4)) * waves**2
    fold = offset.astype(np.int64)
    grain = gaussian_filter(white(size, rng), rng.uniform(0.3, 0.7), mode="wrap")
    slow = _slow(u, v, rng)
    field = standardised(waves) + np.float32(rng.uniform(0.5, 1.0)) * standardised(
        grain[np.ix_(fold, fold)]
    )
    field *= 1.0 + np.float32(rng.uniform(0.15, 0.35)) * slow
    field = standardised(field) + np.float32(rng.uniform(0.08, 0.40)) * slow
    field += np.float32(rng.uniform(0.25, 0.5)) * white(size, rng)
    quantiles = rng.uniform(*_MEAN) + rng.uniform(*_SPREAD) * np.array(MOIRE)
    return to_grey(gaussianised(field), quantiles)


def _weave(offset: Field, rng: np.random.Generator) -> Field:
    """Draw a bundle of nearly equal gratings, float32 (size, size); their beats are the moire.

    A grating with a slight chirp is a product of a function of x and one of y, so a whole bundle
    is one small matrix product.
    """
    count = 6
    length = rng.uniform(0.15, 0.95)  # cycles/px; above 0.5 it folds back
    tilt = rng.uniform(0.0, 0.5 * np.pi)
    spread = rng.uniform(0.003, 0.03)
    chirp = rng.normal(0.0, 0.12, 2) / 512  # the frequency changes by this per px
    turns_x = length * np.cos(tilt) + rng.normal(0.0, spread, count)
    turns_y = length * np.sin(tilt) + rng.normal(0.0, spread, count)
    away = offset[None, :].astype(np.float64)
    across = np.exp(2j * np.pi * (turns_x[:, None] * away + chirp[0] * away**2))
    phase = rng.uniform(0, 1, (count, 1))
    down = np.exp(2j * np.pi * (turns_y[:, None] * away + chirp[1] * away**2 + phase))
    # einsum keeps this in one thread and in one fixed order of additions.
    bundle = np.einsum("ky,kx->yx", down.astype(np.complex64), across.astype(np.complex64))
    return standardised(np.ascontiguousarray(bundle.real))


def _rings(u: Field, v: Field, rng: np.random.Generator) -> Field:
    """Draw rings round the centre that show only far from it, as in the corners of real images."""
    distance = np.sqrt(u**2 + np.float32(rng.uniform(0.5, 2.0)) * v**2)
    cycles = np.float32(rng.uniform(0.05, 0.9)) * distance
    rings = np.cos(_TWO_PI * (cycles - np.floor(cycles)))
    return standardised(rings * np.clip(distance / np.float32(250.0) - 0.2, 0.0, 1.0))


def _slow(u: Field, v: Field, rng: np.random.Generator) -> Field:
    """Draw the mirrored large-scale pattern: diamonds and bright corners, mean 0, deviation 1."""
    total = np.zeros((v.shape[0], u.shape[1]), dtype=np.float32)
    for _ in range(3):
        period = rng.uniform(90.0, 420.0)
        tilt = rng.uniform(0.0, 1.571)
        a = np.float32(np.cos(tilt) * 6.283 / period)
        b = np.float32(np.sin(tilt) * 6.283 / period)
        total += np.cos(a * u + b * v + np.float32(rng.uniform(0, 6.283)))
    # Fine arcs far from the centre, as in the corners of the real images.
    distance = np.sqrt(u**2 + np.float32(rng.uniform(0.5, 2.0)) * v**2)
    arcs = np.cos(np.float32(6.283 / rng.uniform(7.0, 20.0)) * distance)
    corner = np.clip(distance / np.float32(260.0) - np.float32(0.4), 0.0, None) ** 2
    total += np.float32(rng.uniform(0.5, 3.0)) * corner * (1.0 + arcs)
    return standardised(total)


_TWO_PI = np.float32(2 * np.pi)
