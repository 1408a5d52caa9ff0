"""The command `sources`: photographs to stand in for ImageNet, from a package that may be shared.

There is no ImageNet offline. Debian's `gcompris-qt-data` holds photographs of things, animals and
places in Qt resource files (public domain, CC BY, CC BY-SA; its copyright file names each). They
are put into two folders, one to be the source and one its control, and stay with who fetched them.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import lzma
import struct
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import numpy as np

from cli.arguments import json_flag
from cli.terminal import Exit, print_json, say
from engine.core.errors import DataError
from engine.core.files import make_folder, write_atomic
from engine.data.image import decode_stored

VERSION, DIGEST = (
    "gcompris-qt-data 3.1-2",
    "e9cf06ab2105529068df73085784e835d2ff03f870d2a8091f09125d40abac9f",
)
"""The package that the figures in the documents were made with."""

ROOMS = (
    "categorization", "explore_monuments", "erase", "explore_farm_animals",
    "explore_world_animals", "explore_world_music",
)  # fmt: skip
"""Resource files that hold photographs: things, places, animals, people."""

CONTROL = 4
"""One photograph of so many goes to the control. Drawn over all kinds: things held against animals
are two domains to a network that learned to tell them apart (1-NN accuracy 0.90).
"""

ENDINGS = (".webp", ".jpg", ".jpeg", ".png")

COMPRESSED, DIRECTORY = 1 | 4, 2
"""Flags of an entry of a Qt resource file: zlib or zstd, and a folder."""

MOST = 100_000
"""Entries of a resource file, at most."""

LEAST = 128
"""Pixels of the shorter side: a window's."""

GREY = 4.0
"""Mean spread of the colour channels, of 255, below which a picture counts as grey."""


def run(arguments: argparse.Namespace) -> int:
    """Unpack the photographs of a package into two folders."""
    package = arguments.package.expanduser()
    held = _read(package)
    known = hashlib.sha256(held).hexdigest() == DIGEST
    counts = {}
    with tempfile.TemporaryDirectory() as scratch:
        files = _unpack(held, package, Path(scratch))
        for folder in ("source", "control"):
            make_folder(arguments.folder / folder)
            counts[folder] = 0
        for room in ROOMS:
            if room not in files:
                raise DataError(
                    "{path}: holds no {name}.rcc. Fetch {version}.",
                    path=package,
                    name=room,
                    version=VERSION,
                )
            for name, data in photographs(files[room]):
                folder = folder_of(f"{room}-{name}")
                write_atomic(arguments.folder / folder / f"{room}-{name}", data)
                counts[folder] += 1
        write_atomic(arguments.folder / "copyright", files["copyright"].read_bytes())
    if not known:
        say(f"note: not {VERSION}, so figures may differ from those in the documents")
    say(f"{counts['source']} photographs in {arguments.folder / 'source'}")
    say(f"{counts['control']} photographs in {arguments.folder / 'control'}")
    say(f"Who made each, and under which licence: {arguments.folder / 'copyright'}")
    if arguments.json:
        print_json({"folder": str(arguments.folder), "known": known, **counts})
    return Exit.DONE


def folder_of(name: str) -> str:
    """Which folder a photograph belongs to: by its name alone, so the same everywhere."""
    drawn = hashlib.sha256(name.encode()).digest()[0] % CONTROL == 0
    return "control" if drawn else "source"


def _read(package: Path) -> bytes:
    try:
        return package.read_bytes()
    except OSError as error:
        raise DataError(
            "{path}: cannot be read ({why}). On Debian or Ubuntu: apt-get download "
            "gcompris-qt-data.",
            path=package,
            why=error.strerror,
        ) from error


def _unpack(held: bytes, package: Path, scratch: Path) -> dict[str, Path]:
    """Write the resource files and the copyright file of a package under plain names."""
    wanted = set(ROOMS)
    result: dict[str, Path] = {}
    try:
        data = next(body for name, body in members(held) if name.startswith("data.tar"))
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            for member in archive:
                path = PurePosixPath(member.name)
                kind = path.stem if path.suffix == ".rcc" else path.name
                file = archive.extractfile(member) if member.isfile() else None
                if file is None or kind not in wanted | {"copyright"}:
                    continue
                # Names are our own: nothing of the archive decides where a file is written.
                result[kind] = scratch / f"{kind}.bin"
                result[kind].write_bytes(file.read())
    except (StopIteration, ValueError, tarfile.TarError, lzma.LZMAError, OSError) as error:
        raise DataError(
            "{path}: is no Debian package that can be read. Fetch {version}.",
            path=package,
            version=VERSION,
        ) from error
    return result


def members(held: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and content of each member of an `ar` archive (deb(5)).

    Raises
    ------
    ValueError
        It is none.
    """
    if not held.startswith(b"!<arch>\n"):
        raise ValueError("no ar archive")
    place = 8
    while place + 60 <= len(held):
        head = held[place : place + 60]
        size = int(head[48:58])
        yield head[:16].decode("ascii").strip().rstrip("/"), held[place + 60 : place + 60 + size]
        place += 60 + size + size % 2


def resources(held: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file of a Qt resource file that is kept as it is (not compressed).

    The format is that of `rcc --binary`, versions 1 to 3: a head with the places of tree, contents
    and names; nodes of a name, flags and either the children or the content's place.

    Raises
    ------
    ValueError
        It is none.
    """
    if held[:4] != b"qres":
        raise ValueError("no Qt resource file")
    version, tree, contents, names = struct.unpack_from(">4I", held, 4)
    wide = 14 if version < 2 else 22  # since version 2 with a time of change
    seen, left = 0, [0]
    while left:
        node = tree + wide * left.pop()
        name, flags = struct.unpack_from(">IH", held, node)
        if flags & DIRECTORY:
            count, first = struct.unpack_from(">2I", held, node + 6)
            seen += count
            if seen > MOST:
                raise ValueError("more entries than such a file has")
            left += range(first, first + count)
        elif not flags & COMPRESSED:
            (place,) = struct.unpack_from(">I", held, node + 10)
            (size,) = struct.unpack_from(">I", held, contents + place)
            (letters,) = struct.unpack_from(">H", held, names + name)
            start = names + name + 6
            yield (
                held[start : start + 2 * letters].decode("utf-16-be"),
                held[contents + place + 4 : contents + place + 4 + size],
            )


def photographs(resource: Path) -> Iterator[tuple[str, bytes]]:
    """Name and file of each photograph in a Qt resource file: opaque, in colour, large enough."""
    try:
        files = sorted(resources(resource.read_bytes()))
    except (struct.error, ValueError, UnicodeDecodeError) as error:
        raise DataError("{path}: is no Qt resource file.", path=resource) from error
    for name, data in files:
        if PurePosixPath(name).suffix.lower() in ENDINGS and is_photograph(data):
            yield PurePosixPath(name).name, data


def is_photograph(data: bytes) -> bool:
    """Whether an image file is opaque, in colour and large enough; that it is no drawing is what
    its room says.
    """
    try:
        image = decode_stored(data)
    except DataError:
        return False
    if image.ndim != 3 or min(image.shape[:2]) < LEAST:
        return False
    if image.shape[2] == 4 and float((image[..., 3] < 250).mean()) > 0.01:
        return False
    colour = image[..., :3].astype(np.int16)
    return float((colour.max(2) - colour.min(2)).mean()) >= GREY


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "package", metavar="PACKAGE", type=Path, help=f"the Debian package {VERSION}"
    )
    parser.add_argument("folder", metavar="DIR", type=Path, help="gets source/ and control/")
    json_flag(parser)
