"""Writing files so that a crash or a pulled plug never leaves half of one."""

from __future__ import annotations

import os
from pathlib import Path

from engine.errors import RunError


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
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise RunError(
            "{path}: cannot be written ({why}). Check the folder's rights and free space.",
            path=path,
            why=error.strerror,
        ) from error
