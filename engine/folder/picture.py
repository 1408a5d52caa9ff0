"""An image with its heat map and the worst window, and what the colours stand for."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.data.image import write_words

ANCHORS = (
    (14, 60, 150), (35, 105, 205), (80, 150, 230), (250, 165, 75), (240, 120, 20), (195, 55, 0),
)  # fmt: skip
"""From what speaks against a defect to what speaks for one: the window's own colours."""

STRENGTH = 0.7
"""Most that a colour hides of the image below."""

BOX = (255, 216, 74)
LEAST_WIDTH, STRIP = 240, 30
"""Pixels: room for the legend's numbers, and its height."""


def heat_picture(
    image: NDArray[np.uint8],
    heat: NDArray[np.float32],
    cell: tuple[float, float],
    box: tuple[int, int, int, int] | None,
) -> NDArray[np.uint8]:
    """Lay a heat map over an image; a strip below says what the colours stand for.

    The scale is the image's own: its ends are minus and plus the largest absolute value, which the
    strip names. Cells are shown as they are.

    Parameters
    ----------
    image
        uint8 (H, W) or (H, W, 3).
    heat
        float32 (h, w) in logits, each value for `cell` = (x, y) pixels.
    box
        The worst window (x, y, width, height).

    Returns
    -------
    ndarray of uint8, shape (H + 30, max(W, 240), 3)
    """
    height, width = image.shape[:2]
    colour = image if image.ndim == 3 else np.repeat(image[:, :, None], 3, axis=2)
    limit = float(np.abs(heat).max(initial=0.0))
    rows = np.minimum((np.arange(height) / cell[1]).astype(np.int64), heat.shape[0] - 1)
    columns = np.minimum((np.arange(width) / cell[0]).astype(np.int64), heat.shape[1] - 1)
    share = (heat / limit if limit > 0 else heat)[rows[:, None], columns[None, :]]
    shown = _blend(colour, share)
    if box is not None:
        _frame(shown, box)
    result = np.full((height + STRIP, max(width, LEAST_WIDTH), 3), 255, dtype=np.uint8)
    result[:height, :width] = shown
    _legend(result[height:], limit)
    return result


def _blend(colour: NDArray[np.uint8], share: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Colours by share in [-1, 1], the stronger the less of the image shows through."""
    places = np.linspace(-1, 1, len(ANCHORS))
    ink = np.stack(
        [np.interp(share, places, [anchor[i] for anchor in ANCHORS]) for i in range(3)], axis=2
    )
    weight = STRENGTH * np.clip(1.35 * np.abs(share), 0, 1)[:, :, None]
    return np.rint(weight * ink + (1 - weight) * colour).astype(np.uint8)


def _frame(image: NDArray[np.uint8], box: tuple[int, int, int, int]) -> None:
    x, y, width, height = box
    thick = max(1, min(image.shape[:2]) // 200)
    # Cut from the image, so that a line at its border stays inside.
    inside = image[y : y + height, x : x + width]
    for side in (inside[:thick], inside[-thick:], inside[:, :thick], inside[:, -thick:]):
        side[:] = BOX


def _legend(strip: NDArray[np.uint8], limit: float) -> None:
    width = strip.shape[1]
    share = np.linspace(-1, 1, width - 12, dtype=np.float32)[None].repeat(8, axis=0)
    grey = np.full((*share.shape, 3), 128, dtype=np.uint8)
    strip[4:12, 6 : width - 6] = _blend(grey, share)
    base = STRIP - 5
    write_words(strip, f"-{limit:.3g}", 6, base)
    write_words(strip, "0  logits", width // 2, base, align=0.5)
    write_words(strip, f"+{limit:.3g}", width - 6, base, align=1.0)
