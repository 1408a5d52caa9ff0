"""Writing files so that a crash or a pulled plug never leaves half of one."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path

from engine.core.errors import RunError
from engine.core.stopping import go_on

REPLACE_TRIES = 20
"""On Windows a file that another thread reads cannot be replaced; it can a moment later."""

HASHED = 16 * 2**20
"""Bytes that are hashed at a time."""


def file_hash(path: Path) -> str:
    """SHA-256 of a file."""
    result = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(HASHED):
            go_on()
            result.update(block)
    return result.hexdigest()


def make_folder(path: Path) -> None:
    """Make a folder and those above it.

    Raises
    ------
    RunError
        It cannot be made; the message names it.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RunError(
            "{path}: cannot be made ({why}). Choose another folder.",
            path=path,
            why=error.strerror,
        ) from error


def put(part: Path, path: Path) -> None:
    """Give what is finished its name: a file takes another's place, a folder one that is free.

    Windows refuses it while a file is open, be it to a search index: it is tried for a second.

    Raises
    ------
    OSError
        It cannot be done; :func:`cannot_write` says it to people.
    """
    for _ in range(REPLACE_TRIES):
        try:
            os.replace(part, path)
            return
        except PermissionError:
            if sys.platform != "win32":
                raise
            time.sleep(0.05)
    os.replace(part, path)


def cannot_write(path: Path, error: OSError) -> RunError:
    """Why a file or folder cannot be written, with the cure."""
    if isinstance(error, PermissionError) and sys.platform == "win32" and path.exists():
        return RunError(
            "{path}: cannot be replaced while a program has it open. Close it there and try again.",
            path=path,
        )
    return RunError(
        "{path}: cannot be written ({why}). Check the folder's rights and free space.",
        path=path,
        why=error.strerror,
    )


def _drop(part: Path) -> None:
    """Remove what was begun, where that can be done: a read-only disk keeps its reason."""
    with suppress(OSError):
        part.unlink(missing_ok=True)


def write_atomic(path: Path, content: str | bytes) -> None:
    """Write `content` to a temporary file, flush it to the disk, and rename it to `path`.

    Raises
    ------
    RunError
        The folder cannot be written or the disk is full; the old file is untouched.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        put(part, path)
    except OSError as error:
        _drop(part)
        raise cannot_write(path, error) from error


def copy_atomic(source: Path, path: Path) -> None:
    """Copy a file of any size byte for byte, as :func:`write_atomic` writes one.

    Raises
    ------
    RunError
        The source cannot be read, the folder cannot be written or the disk is full.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with source.open("rb") as old, part.open("wb") as new:
            shutil.copyfileobj(old, new, 1 << 20)
            new.flush()
            os.fsync(new.fileno())
        put(part, path)
    except OSError as error:
        _drop(part)
        raise RunError(
            "{path}: cannot be copied ({why}). Check the folder's rights and free space.",
            path=source,
            why=error.strerror,
        ) from error


LEFT_SECONDS = 600.0
"""A file that was begun so long ago is nobody's any more, if its program is gone."""

DAY_SECONDS = 86_400.0
"""Numbers of programs are given again: after a day that number is another program's."""

_PART = re.compile(r"\.(\d+)\.part$")


def sweep(folder: Path) -> list[Path]:
    """Remove what killed programs began and never finished: ``NAME.PID.part`` below a folder.

    Only what is older than ten minutes, by programs that do not run on this computer any more; a
    program on another one takes seconds for a file. Returns what was removed.
    """
    gone = []
    now = time.time()
    for above, folders, names in os.walk(folder):
        for name in (*names, *folders):
            found = _PART.search(name)
            path = Path(above) / name
            if found is None:
                continue
            with suppress(OSError):
                age = now - path.stat().st_mtime
                if age < LEFT_SECONDS or (age < DAY_SECONDS and _runs(int(found[1]))):
                    continue
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path)
                else:
                    path.unlink()
                gone.append(path)
    return gone


def _runs(number: int) -> bool:
    """Whether a program of that number runs on this computer; where it cannot be asked, it may."""
    if sys.platform == "win32":  # there the same call ends the program
        return True
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
