"""Reading and writing image files: the only place in the engine that uses OpenCV.

OpenCV's own path handling fails on non-ASCII names on Windows, so files go through
``numpy.fromfile`` / ``imdecode`` and ``imencode`` / ``tofile``.
"""

from __future__ import annotations

import os
import stat
import struct
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
from skimage.draw import polygon

from engine.core.errors import DataError
from engine.core.stopping import go_on
from engine.data.header import (
    ENDINGS,
    HEAD,
    LARGEST,
    format_of,
    jpeg_header,
    png_header,
    tiff_header,
)

EXTENSIONS = frozenset(ending for endings in ENDINGS.values() for ending in endings)

# The workbench decodes in its own worker threads; OpenCV's pool would fight torch's for cores.
cv2.setNumThreads(1)

# What is wrong with a file is said in a finding that names it.
if hasattr(cv2, "utils"):
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)


CUT_OFF = "{path}: the file is cut off. Copy it again from its source."

Grey = tuple[float, float]
"""Raw values that become 0 and 255 in files with more than 8 bits."""

FULL: Grey = (0.0, 65535.0)


def is_image(path: Path) -> bool:
    """Tell from its name whether `path` is an image file this program reads."""
    return path.suffix.lower() in EXTENSIONS and not path.name.startswith(".")


def _load(path: Path) -> bytes:
    try:
        # A pipe or a device would be waited for without end.
        with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise DataError("{path}: this is no file. Remove it.", path=path)
            raw = file.read()
    except OSError as error:
        raise DataError(
            "{path}: cannot be opened ({why}). Check that the file exists and that you may read "
            "it.",
            path=path,
            why=error.strerror,
        ) from error
    if not raw:
        raise DataError("{path}: the file is empty. Copy it again from its source.", path=path)
    return raw


def _check(path: Path, raw: bytes) -> str:
    """Refuse what a decoder would fill up in silence; returns the format.

    A JPEG takes at least a bit for a block of 64 pixels, even where all are alike: a header that
    claims more pixels than that is wrong.
    """
    kind = format_of(raw[:HEAD])
    size, enough = (0, 0), True
    if kind == "PNG":
        size = (png_header(raw[:HEAD]) or (0, 0, 0))[:2]
        enough = raw.rfind(b"IEND") >= 0
    elif kind == "JPEG":
        found = jpeg_header(raw)
        enough = found is not None and found.end >= 0
        if found is not None:
            size = (found.width, found.height)
            if size[0] * size[1] > 600 * len(raw) > 0:
                raise DataError(CLAIMS, path=path, size=f"{size[0]}x{size[1]}")
    elif kind == "TIFF":
        page = tiff_header(len(raw), lambda place, count: raw[place : place + count])
        enough = page is not None and page.ends <= len(raw)
        size = (page.width, page.height) if page is not None else size
    elif kind == "BMP":
        wide, high = struct.unpack("<ii", raw[18:26])
        size = (abs(wide), abs(high))
        start, bits, packed = *struct.unpack("<I", raw[10:14]), *struct.unpack("<HI", raw[28:34])
        row = (size[0] * bits + 31) // 32 * 4
        enough = packed not in (0, 3) or start + row * size[1] <= len(raw)
    elif kind == "":
        raise DataError("{path}: not a readable image. Copy it again or remove it.", path=path)
    elif kind not in ENDINGS:
        raise DataError(
            "{path}: a {kind} file, which is not read. Save it as PNG.", path=path, kind=kind
        )
    if size[0] * size[1] > LARGEST:
        raise DataError(CLAIMS, path=path, size=f"{size[0]}x{size[1]}")
    if not enough:
        raise DataError(CUT_OFF, path=path)
    return kind


CLAIMS = (
    "{path}: its header claims {size} pixels, more than the file can hold or this program decodes. "
    "Copy it again from its source, or cut it into smaller pictures."
)


def _decode(path: Path, raw: bytes, *, alpha: bool = False) -> NDArray[Any]:
    """Pixels as they are stored, turned as every viewer shows them, in OpenCV's colour order."""
    go_on()  # sets are decoded picture by picture
    kind = _check(path, raw)
    flags = cv2.IMREAD_ANYDEPTH | cv2.IMREAD_ANYCOLOR
    if alpha:
        flags = cv2.IMREAD_UNCHANGED
    try:
        image: NDArray[Any] | None = cv2.imdecode(np.frombuffer(raw, np.uint8), flags)
    except cv2.error:
        image = None
    if image is None and not alpha:
        # Some kinds of pixels come only as they are.
        return _decode(path, raw, alpha=True)
    if image is None or image.size == 0:
        raise DataError(
            "{path}: a {kind} file that cannot be decoded. Save it as PNG, or copy it again.",
            path=path,
            kind=kind,
        )
    return image


def read_raw(path: Path) -> NDArray[Any]:
    """Read an image file with the values that it holds.

    Returns
    -------
    ndarray of any number type, shape (height, width) or (height, width, 3) in RGB order

    Raises
    ------
    DataError
        The file is missing, empty, truncated or not an image; the message names it.
    """
    image = _decode(path, _load(path))
    if image.ndim == 3:
        channels = image.shape[2]
        if channels == 1:
            image = image[:, :, 0]
        elif channels >= 3:
            image = image[:, :, 2::-1]
        else:
            image = image[:, :, 0]
    return np.asarray(image)


def shape_of(path: Path) -> tuple[int, int, bool] | None:
    """Height, width and whether it is in colour, where a file's first bytes say so.

    None for all but plain PNG files in grey or colour: those have to be decoded.

    Raises
    ------
    DataError
        The file cannot be read, or is none of a picture.
    """
    raw = _load(path)
    found = png_header(raw[:HEAD])
    if _check(path, raw) != "PNG" or found is None or b"eXIf" in raw:
        return None  # what follows may turn the picture
    kind = raw[25]
    return (found[1], found[0], kind == 2) if kind in (0, 2) else None


def read_image(path: Path, grey: Grey = FULL) -> NDArray[np.uint8]:
    """Read an image file as 8 bits, turned as every viewer shows it.

    Parameters
    ----------
    path
        PNG, BMP, TIFF (8 or 16 bit, or floating), JPEG, WebP, JPEG 2000, GIF or Netpbm; grey or
        colour, an alpha channel is dropped. Of several pages the first.
    grey
        Raw values that become 0 and 255 in files with more than 8 bits: one pair for a whole set,
        so that two images of one camera stay comparable. Nothing is stretched per image.

    Returns
    -------
    ndarray of uint8, shape (height, width) for grey or (height, width, 3) in RGB order

    Raises
    ------
    DataError
        The file is missing, empty, truncated or not an image; the message names it.
    """
    image = read_raw(path)
    if image.dtype == np.int8:
        image = image.view(np.uint8)
    elif image.dtype != np.uint8:
        image = in_window(image, grey)
    # Grey images saved as colour are common; keeping one plane saves two thirds of the cache.
    if image.ndim == 3 and bool(np.all(image == image[:, :, :1])):
        image = image[:, :, 0]
    return np.ascontiguousarray(image, dtype=np.uint8)


def in_grey(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A colour image (h, w, 3) in grey (h, w): the mean of its channels."""
    return np.asarray(image.mean(axis=2).round().astype(np.uint8))


def in_window(image: NDArray[Any], grey: Grey) -> NDArray[np.uint8]:
    """Values of any type as 8 bits: the ends of a grey window become 0 and 255."""
    low, high = grey
    scaled = (image.astype(np.float32) - np.float32(low)) * np.float32(255.0 / (high - low))
    rounded = np.clip(np.round(np.nan_to_num(scaled)), 0, 255)
    return np.asarray(rounded, dtype=np.uint8)


def deep_maximum(path: Path) -> float | None:
    """The largest value of a file with more than 8 bits; None for one with 8 bits."""
    image = read_raw(path)
    if image.dtype in (np.uint8, np.int8):
        return None
    return float(np.nan_to_num(image.astype(np.float64)).max())


def read_mask(path: Path) -> NDArray[np.bool_]:
    """Read a region mask: any value but 0 belongs to the region, whatever its number type.

    A mask that is drawn in its transparency alone is that.

    Returns
    -------
    ndarray of bool, shape (height, width)
    """
    return np.asarray(read_mask_values(path) != 0)


def decode_stored(raw: bytes) -> NDArray[Any]:
    """Pixels of a picture's bytes as they are stored, alpha included, in OpenCV's colour order.

    Raises
    ------
    DataError
        It is no picture.
    """
    return _decode(Path("picture"), raw, alpha=True)


def decode_mask(raw: bytes) -> NDArray[Any]:
    """Values of a mask that lies in another file as bytes of a picture; shape (height, width).

    Raises
    ------
    DataError
        It is no picture.
    """
    image = _decode(Path("mask"), raw)
    return np.ascontiguousarray(image.max(axis=2) if image.ndim == 3 else image)


def read_mask_values(path: Path) -> NDArray[Any]:
    """Values of a mask, never scaled; of colours the largest channel; shape (height, width)."""
    raw = _load(path)
    image = _decode(path, raw)
    if format_of(raw[:HEAD]) in ("PNG", "TIFF", "WebP"):
        whole = _decode(path, raw, alpha=True)
        if whole.ndim == 3 and whole.shape[2] == 4 and not whole[:, :, :3].any():
            opaque = whole[:, :, 3]
            if opaque.min() != opaque.max():
                return np.ascontiguousarray(opaque)
    return np.ascontiguousarray(image.max(axis=2) if image.ndim == 3 else image)


def fill(mask: NDArray[np.bool_], points: NDArray[np.float64]) -> None:
    """Set the pixels whose middle lies in a closed polygon (n, 2) of x, y."""
    rows, columns = polygon(points[:, 1] - 0.5, points[:, 0] - 0.5, mask.shape)
    mask[rows, columns] = True


def stroke(mask: NDArray[np.bool_], points: NDArray[np.float64], wide: float) -> None:
    """Set the pixels of a line (n, 2) of x, y, at least one wide."""
    drawn = np.zeros(mask.shape, np.uint8)
    places = np.round((points - 0.5) * 16).astype(np.int32)[:, None, :]
    thick = max(1, round(wide))
    cv2.polylines(drawn, [places], False, 1, thickness=thick, lineType=cv2.LINE_8, shift=4)
    mask |= drawn > 0


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
