"""What a picture file says of itself in its first bytes: format, size, bits, pages.

Formats: PNG (W3C PNG 3rd edition), JPEG (ITU-T T.81), TIFF 6.0 and BigTIFF, BMP, WebP (RFC 9649),
GIF 89a, Netpbm, JPEG 2000 (ITU-T T.800).
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass

LARGEST = 2**30
"""Pixels that OpenCV decodes at most."""

ENDINGS = {
    "PNG": (".png",),
    "JPEG": (".jpg", ".jpeg", ".jfif", ".jpe"),
    "TIFF": (".tif", ".tiff"),
    "BMP": (".bmp", ".dib"),
    "WebP": (".webp",),
    "GIF": (".gif",),
    "Netpbm": (".pgm", ".ppm", ".pbm", ".pnm"),
    "JPEG 2000": (".jp2", ".j2k", ".jpf", ".jpx", ".j2c"),
}
"""Formats that are read, with the endings of their files."""

HEAD = 64
"""Bytes from which a format is told."""

_JPEG_2000 = b"\x00\x00\x00\x0cjP  \r\n\x87\n"


def format_of(head: bytes) -> str:
    """The format of a file by its first bytes; "" if it is none that is known here."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"):
        return "TIFF"
    if head.startswith(b"BM") and len(head) >= 26:
        return "BMP"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "WebP"
    if head[:6] in (b"GIF87a", b"GIF89a"):
        return "GIF"
    if head.startswith(_JPEG_2000) or head.startswith(b"\xff\x4f\xff\x51"):
        return "JPEG 2000"
    if len(head) > 2 and head[:1] == b"P" and head[1:2] in b"123456" and head[2:3].isspace():
        return "Netpbm"
    if head[4:8] == b"ftyp":
        return "AVIF" if head[8:12] in (b"avif", b"avis") else "HEIF"
    if head.startswith(b"%PDF"):
        return "PDF"
    return ""


def png_header(head: bytes) -> tuple[int, int, int] | None:
    """Width, height and bits a channel of a PNG by its first bytes."""
    if len(head) < 26 or head[12:16] != b"IHDR":
        return None
    width, height, bits = struct.unpack(">IIB", head[16:25])
    return width, height, bits


@dataclass(frozen=True, slots=True)
class Jpeg:
    """Size of a JPEG, where its pixels begin and where they end, -1 where they do not."""

    width: int
    height: int
    start: int
    end: int


def jpeg_header(raw: bytes) -> Jpeg | None:
    """Walk a JPEG's segments up to its pixels; None where they are damaged before that."""
    place, width, height = 2, 0, 0
    while place + 4 <= len(raw):
        if raw[place] != 0xFF:
            return None
        marker = raw[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker == 0x01 or 0xD0 <= marker <= 0xD8:
            place += 2
            continue
        size = int.from_bytes(raw[place + 2 : place + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", raw[place + 5 : place + 9].ljust(4, b"\0"))
        place += 2 + size
        if marker == 0xDA:
            return Jpeg(width, height, place, raw.find(b"\xff\xd9", place))
    return None


@dataclass(frozen=True, slots=True)
class Tiff:
    """What the first page of a TIFF says, and how many pages there are."""

    width: int
    height: int
    bits: int
    pages: int
    ends: int


def tiff_header(size: int, read: Callable[[int, int], bytes]) -> Tiff | None:
    """Read the directories of a TIFF or BigTIFF; None where they are damaged.

    Parameters
    ----------
    size
        Bytes of the file.
    read
        Returns so many bytes from a place.
    """
    head = read(0, 16)
    order = "<" if head[:2] == b"II" else ">"
    big = head[2:4] in (b"+\0", b"\0+")
    try:
        (place,) = struct.unpack(order + ("Q" if big else "I"), head[8:16] if big else head[4:8])
        first: dict[int, int] = {}
        pages, seen, ends = 0, set(), 0
        while place and place not in seen and place < size and pages < 10_000:
            seen.add(place)
            count, entries, after = _directory(read, place, order, big)
            tags = {tag: (kind, n, value) for tag, kind, n, value in entries}
            # Bit 0 of NewSubfileType: a smaller copy of another page, not a picture of its own.
            reduced = bool(tags.get(254, (0, 0, 0))[2] & 1)
            pages += not reduced
            if not first:
                first = {tag: value for tag, (_, _, value) in tags.items()}
                if 258 in tags and tags[258][1] > (4 if big else 2):
                    first[258] = _number(read(tags[258][2], 2), order)
                for at, sizes in ((273, 279), (324, 325)):
                    if at in tags and sizes in tags:
                        ends = _end(read, order, tags[at], tags[sizes], big)
            place = after
            del count
        if not first:
            return None
        # One bit a pixel where nothing is said.
        width, height = first.get(256, 0), first.get(257, 0)
        return Tiff(width, height, first.get(258, 1), max(pages, 1), ends)
    except (struct.error, OverflowError, MemoryError):
        return None


_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 16: 8, 17: 8}


def _directory(
    read: Callable[[int, int], bytes], place: int, order: str, big: bool
) -> tuple[int, list[tuple[int, int, int, int]], int]:
    """Entries of a directory as (tag, kind, count, value or place of the values), and the next."""
    (count,) = struct.unpack(order + ("Q" if big else "H"), read(place, 8 if big else 2))
    if count > 1000:
        raise struct.error("too many entries")
    each, start = (20, place + 8) if big else (12, place + 2)
    raw = read(start, count * each)
    entries = []
    for number in range(count):
        entry = raw[number * each : (number + 1) * each]
        tag, kind = struct.unpack(order + "HH", entry[:4])
        (n,) = struct.unpack(order + ("Q" if big else "I"), entry[4 : 12 if big else 8])
        cell = entry[12:] if big else entry[8:]
        if kind == 3 and n * 2 <= len(cell):
            value = _number(cell[:2], order)
        elif kind == 1 and n <= len(cell):
            value = cell[0]
        else:
            (value,) = struct.unpack(order + ("Q" if big else "I"), cell)
        entries.append((tag, kind, n, value))
    (after,) = struct.unpack(
        order + ("Q" if big else "I"), read(start + count * each, 8 if big else 4)
    )
    return count, entries, after


def _number(cell: bytes, order: str) -> int:
    return int(struct.unpack(order + "H", cell)[0])


def _end(
    read: Callable[[int, int], bytes],
    order: str,
    at: tuple[int, int, int],
    sizes: tuple[int, int, int],
    big: bool,
) -> int:
    """Where the last strip or tile of a page ends."""

    def last(entry: tuple[int, int, int]) -> int:
        kind, n, value = entry
        if n * _SIZES.get(kind, 4) <= (8 if big else 4):
            return value if n == 1 else 0
        size = _SIZES.get(kind, 4)
        code = {2: "H", 4: "I", 8: "Q"}.get(size, "I")
        (found,) = struct.unpack(order + code, read(value + (n - 1) * size, size))
        return int(found)

    start, size = last(at), last(sizes)
    return start + size if start and size else 0
