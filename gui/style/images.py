"""Arrays to pictures and back to numbers, without copies where the caller keeps the array."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage


def as_qimage(array: NDArray[np.uint8]) -> QImage:
    """Wrap a uint8 array, (h, w) grey or (h, w, 3) RGB, as an image.

    The image points into the array: keep the array as long as the image is in use, or copy.
    """
    if array.dtype != np.uint8 or array.ndim not in (2, 3) or not array.flags.c_contiguous:
        raise ValueError("A contiguous uint8 array of two or three dimensions is needed.")
    height, width = array.shape[:2]
    if array.ndim == 3 and array.shape[2] != 3:
        raise ValueError("A colour image needs three channels.")
    # Rows of numpy arrays are not padded to four bytes, so bytesPerLine must be told.
    kind = QImage.Format.Format_Grayscale8 if array.ndim == 2 else QImage.Format.Format_RGB888
    return QImage(array.data, width, height, array.strides[0], kind)


def as_indexed(levels: NDArray[np.uint8], table: list[int]) -> QImage:
    """Wrap levels as an image with a colour table; the same rule about keeping the array."""
    height, width = levels.shape
    image = QImage(levels.data, width, height, levels.strides[0], QImage.Format.Format_Indexed8)
    image.setColorTable(table)
    return image


def to_levels(
    values: NDArray[np.float32], *, diverging: bool, limit: float | None = None
) -> tuple[NDArray[np.uint8], float]:
    """Turn an overlay's values into rows of a colour table; return them and the limit.

    The limit is the largest |value| where none is given; values beyond it have its colour.

    For a diverging table, 0 lands on level 128 and +-limit on 255 and 1. For a sequential
    table, values from 0 to the limit fill 0 to 255 and negative ones are 0.
    """
    finite = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    if limit is None:
        limit = float(np.abs(finite).max(initial=0.0))
    scaled = np.clip(finite / limit, -1, 1) if limit > 0 else finite
    levels = 128 + 127 * scaled if diverging else 255 * np.clip(scaled, 0, 1)
    return np.ascontiguousarray(np.rint(levels), dtype=np.uint8), limit
