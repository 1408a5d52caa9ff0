"""Folders that travel: packed into bytes, checked and unpacked whole or not at all."""

from __future__ import annotations

import io
import os
import shutil
import stat
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from filelock import FileLock

from engine.cluster.values import ClusterError
from engine.core.files import put

LARGEST = 8 * 2**30
"""Bytes of what is sent at the most: more belongs where all computers see it."""


def files_below(folder: Path) -> Iterator[Path]:
    """All plain files of a folder and those below it; links to folders are not followed."""
    for above, _, names in os.walk(folder):
        for name in sorted(names):
            path = Path(above) / name
            if path.is_file():
                yield path


def pack(folder: Path, files: Iterable[Path] | None = None) -> bytes:
    """A folder's files (all, or these) as one archive; images do not shrink, so nothing is.

    Raises
    ------
    ClusterError
        A file lies outside the folder, or it is too much to be sent.
    """
    packed, total = io.BytesIO(), 0
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for path in files_below(folder) if files is None else files:
            total += path.stat().st_size
            try:
                name = path.relative_to(folder).as_posix()
            except ValueError:
                name = ""
            if not name or total > LARGEST:
                raise ClusterError(
                    "{path}: cannot be sent to the other computers ({why}). Put it into a folder "
                    "that all of them see under the same name.",
                    path=path if not name else folder,
                    why="it lies elsewhere" if not name else f"over {LARGEST >> 30} GB",
                )
            archive.write(path, name)
    return packed.getvalue()


def unpack(content: bytes, folder: Path) -> None:
    """Unpack an archive of :func:`pack` into a new folder.

    Raises
    ------
    ClusterError
        It is damaged, or names a place outside the folder; nothing is written then.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            for member in members:
                _check(member)
            folder.mkdir(parents=True)
            for member in members:
                path = folder / member.filename
                path.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(member) as source, path.open("xb") as file:
                    shutil.copyfileobj(source, file, 1 << 20)
    except (zipfile.BadZipFile, EOFError, FileExistsError, NotImplementedError) as error:
        raise ClusterError("What a worker sent is damaged ({why}).", why=error) from error


def _check(member: zipfile.ZipInfo) -> None:
    """Refuse what would be written anywhere but below the folder, or is no plain file."""
    name = member.filename
    posix, windows = PurePosixPath(name), PureWindowsPath(name)
    plain = not stat.S_IFMT(member.external_attr >> 16) or stat.S_ISREG(member.external_attr >> 16)
    if (
        not name
        or posix.is_absolute()
        or windows.anchor
        or ".." in windows.parts
        or "\\" in name
        or "\0" in name
        or not plain
    ):
        raise ClusterError(
            "What a worker sent names a place outside its folder: {name}.", name=name
        )


def unpacked_once(content: bytes, folder: Path) -> Path:
    """Unpack into a folder of that name, once for all workers of a computer; returns it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_name(f"{folder.name}.lock")):
        if not folder.is_dir():
            part = folder.with_name(f"{folder.name}.{os.getpid()}.part")
            shutil.rmtree(part, ignore_errors=True)
            unpack(content, part)
            put(part, folder)
    return folder


class Scattered:
    """Bytes that many tasks need, sent to every worker once.

    Workers that come later fetch them from the others; they are sent again if all that had them
    were lost.
    """

    def __init__(self, client: Any, content: bytes) -> None:
        self._client, self._content = client, content
        self._future: Any = None

    def future(self) -> Any:
        """What a task depends on."""
        if self._future is None or self._future.status != "finished":
            self._future = self._client.scatter(self._content, broadcast=True, hash=False)
        return self._future
