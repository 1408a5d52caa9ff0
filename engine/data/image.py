"""Reading and writing image files: the only place in the engine that uses OpenCV.

OpenCV's own path handling fails on non-ASCII names on Windows, so files go through
``numpy.fromfile`` / ``imdecode`` and ``imencode`` / ``tofile``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

# Importing OpenCV's desktop wheel points Qt at OpenCV's own plugins and fonts. The window
# would then fail to start, so both variables are put back as they were.
_QT_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_before = {name: os.environ.get(name) for name in _QT_VARIABLES}
import cv2

for _name, _value in _before.items():
    if _value is None:
        os.environ.pop(_name, None)
    else:
        os.environ[_name] = _value

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError

EXTENSIONS = frozenset({".png", ".bmp", ".tif", ".tiff", ".jpg", ".jpeg"})

# The workbench decodes in its own worker threads; OpenCV's pool would fight torch's for cores.
cv2.setNumThreads(1)


CUT_OFF = "{path}: the file is cut off. Copy it again from its source."


def is_image(path: Path) -> bool:
    """Tell from its name whether `path` is an image file this program reads."""
    return path.suffix.lower() in EXTENSIONS and not path.name.startswith(".")


def _load(path: Path) -> NDArray[np.uint8]:
    try:
        raw = np.fromfile(path, dtype=np.uint8)
    except OSError as error:
        raise DataError(
            "{path}: cannot be opened ({why}). Check that the file exists and that you may read "
            "it.",
            path=path,
            why=error.strerror,
        ) from error
    if raw.size == 0:
        raise DataError("{path}: the file is empty. Copy it again from its source.", path=path)
    return raw


def _is_truncated(suffix: str, raw: NDArray[np.uint8]) -> bool:
    """Tell whether a PNG or JPEG lacks its end marker; some decoders fill the rest in silence."""
    if suffix == ".png":
        return b"IEND" not in raw[-64:].tobytes()
    if suffix in (".jpg", ".jpeg"):
        return b"\xff\xd9" not in raw[-4096:].tobytes()
    return False


def read_image(path: Path) -> NDArray[np.uint8]:
    """Read an image file as 8 bits.

    Sixteen-bit files are scaled by 1/257, so full range stays full range and two images of
    one camera stay comparable; nothing is stretched per image.

    Parameters
    ----------
    path
        PNG, BMP, TIFF (8 or 16 bit) or JPEG; grey or colour, an alpha channel is dropped.

    Returns
    -------
    ndarray of uint8, shape (height, width) for grey or (height, width, 3) in RGB order

    Raises
    ------
    DataError
        The file is missing, empty, truncated or not an image; the message names it.
    """
    raw = _load(path)
    if _is_truncated(path.suffix.lower(), raw):
        raise DataError(CUT_OFF, path=path)
    image: NDArray[Any] | None = cv2.imdecode(raw, cv2.IMREAD_UNCHANGED)
    if image is None:
        raise DataError("{path}: not a readable image. Copy it again or remove it.", path=path)
    if image.dtype == np.uint16:
        image = np.round(image.astype(np.float32) / 257.0).astype(np.uint8)
    elif image.dtype != np.uint8:
        raise DataError(
            "{path}: pixels are {kind}, but 8- or 16-bit integers are needed. Convert the file "
            "to 8-bit PNG.",
            path=path,
            kind=image.dtype,
        )
    if image.ndim == 3:
        channels = image.shape[2]
        if channels == 4:
            image = cv2.cvtColor(image, cv2.COLOR_BGRA2RGB)
        elif channels == 3:
            image = cv2.cvtColor(image, cv2.COLOR_BGR2RGB)
        else:
            image = image[:, :, 0]
        # Grey images saved as colour are common; keeping one plane saves two thirds of the cache.
        if image.ndim == 3 and bool(np.all(image == image[:, :, :1])):
            image = image[:, :, 0]
    return np.ascontiguousarray(image, dtype=np.uint8)


def read_mask(path: Path) -> NDArray[np.bool_]:
    """Read a region mask: any non-zero pixel belongs to the region.

    Returns
    -------
    ndarray of bool, shape (height, width)
    """
    image = read_image(path)
    return np.asarray(image.any(axis=2) if image.ndim == 3 else image > 0)


def write_image(path: Path, image: NDArray[np.uint8]) -> None:
    """Write `image` as PNG (or by the ending of `path`); grey (H, W) or RGB (H, W, 3), uint8.

    Raises
    ------
    DataError
        The array has another type or shape, or the folder cannot be written.
    """
    if image.dtype != np.uint8 or image.ndim not in (2, 3):
        raise DataError(
            "{path}: only uint8 grey or RGB can be written, got {kind}.",
            path=path,
            kind=image.dtype,
        )
    pixels = cv2.cvtColor(image, cv2.COLOR_RGB2BGR) if image.ndim == 3 else image
    ending = path.suffix or ".png"
    # Level 1: twice as fast as the default and within 5 % of its size on textures.
    how = [cv2.IMWRITE_PNG_COMPRESSION, 1] if ending.lower() == ".png" else []
    ok, encoded = cv2.imencode(ending, pixels, how)
    if not ok:
        raise DataError("{path}: this ending cannot be written. Use .png.", path=path)
    try:
        encoded.tofile(path)
    except OSError as error:
        raise DataError(
            "{path}: cannot be written ({why}). Check the folder and free space.",
            path=path,
            why=error.strerror,
        ) from error


def encoded(image: NDArray[np.uint8], ending: str) -> bytes:
    """The file of an image, grey (H, W) or RGB (H, W, 3), uint8; `ending` is .png or .jpg."""
    pixels = cv2.cvtColor(image, cv2.COLOR_RGB2BGR) if image.ndim == 3 else image
    png = ending == ".png"
    how = [cv2.IMWRITE_PNG_COMPRESSION, 1] if png else [cv2.IMWRITE_JPEG_QUALITY, 88]
    return cv2.imencode(ending, pixels, how)[1].tobytes()


def write_words(
    image: NDArray[np.uint8], words: str, x: int, y: int, *, align: float = 0.0, high: float = 0.4
) -> None:
    """Write a line of ASCII in black into an RGB image.

    Parameters
    ----------
    x, y
        Where the line's base stands, in pixels; `align` 0 begins it there, 0.5 centres it, 1 ends.
    high
        Size, in OpenCV's units: 0.4 is about 9 pixels.
    """
    font = cv2.FONT_HERSHEY_SIMPLEX
    width = cv2.getTextSize(words, font, high, 1)[0][0]
    place = (round(x - align * width), y)
    cv2.putText(image, words, place, font, high, (20, 20, 20), 1, cv2.LINE_AA)


def shrink(image: NDArray[np.uint8], longest: int) -> NDArray[np.uint8]:
    """Shrink `image` so that its longest side is at most `longest` pixels (area average).

    Never enlarges. Used for thumbnails and, where a recipe says so in plain sight, for
    training on whole images.
    """
    height, width = image.shape[:2]
    scale = longest / max(height, width)
    if scale >= 1.0:
        return image
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def resize(image: NDArray[np.uint8], height: int, width: int) -> NDArray[np.uint8]:
    """Resize to exactly (height, width): area average when shrinking, linear when enlarging."""
    shrinking = height < image.shape[0] or width < image.shape[1]
    method = cv2.INTER_AREA if shrinking else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(image, (width, height), interpolation=method), dtype=np.uint8)


def outline(mask: NDArray[np.bool_]) -> tuple[NDArray[np.float32], ...]:
    """Trace the outer borders of a region mask.

    Returns
    -------
    tuple of ndarray of float32, each (n, 2): x, y in pixels, closed implicitly
    """
    result, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    return tuple(contour[:, 0, :].astype(np.float32) for contour in result)


def warp(
    image: NDArray[Any], move: NDArray[np.float64], side: int, *, reflect: bool
) -> NDArray[Any]:
    """Move an image by an affine map (2, 3) into a square; outside it is mirrored or 0."""
    border = cv2.BORDER_REFLECT if reflect else cv2.BORDER_CONSTANT
    return np.asarray(
        cv2.warpAffine(image, move, (side, side), flags=cv2.INTER_LINEAR, borderMode=border)
    )


def blur(image: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    """Gaussian blur with a kernel of an odd number of pixels."""
    return np.asarray(cv2.GaussianBlur(image, (side, side), 0))


def clone(
    piece: NDArray[np.uint8], into: NDArray[np.uint8], mask: NDArray[np.bool_]
) -> NDArray[np.uint8]:
    """Put a masked piece into an image by its gradients (Poisson's equation); uint8 (H, W) all.

    The mask must not touch the border and holds at least one pixel.
    """
    ys, xs = np.nonzero(mask)
    # OpenCV centres the mask's box there, so this puts it where it is.
    centre = int((xs.min() + xs.max() + 1) // 2), int((ys.min() + ys.max() + 1) // 2)
    three = [np.repeat(each[..., None], 3, 2) for each in (piece, into)]
    mixed = cv2.seamlessClone(
        three[0], three[1], np.where(mask, 255, 0).astype(np.uint8), centre, cv2.NORMAL_CLONE
    )
    return np.ascontiguousarray(mixed[..., 0], dtype=np.uint8)
