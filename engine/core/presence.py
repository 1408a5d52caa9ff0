"""Whether a project is open in another window: told, never forbidden."""

from __future__ import annotations

import getpass
import json
import os
import platform
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from engine.core.files import put

LOCK, NOTE = ".window.lock", ".window.json"
"""What is held while a project is open, and who holds it. A lock ends with its process."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a project open; "" and 0 where that cannot be read.

    `since` is local time in ISO 8601, to the minute.
    """

    computer: str = ""
    user: str = ""
    process: int = 0
    since: str = ""

    @property
    def here(self) -> bool:
        """Whether it is on this computer."""
        return self.computer == platform.node()


class Presence:
    """Holds one project for this window, as long as no other window does.

    Parameters
    ----------
    project
        Folder of the project.
    """

    def __init__(self, project: Path) -> None:
        self._project = project
        self._lock: FileLock | None = None

    @property
    def held(self) -> bool:
        """Whether this window has the lock."""
        return self._lock is not None

    def enter(self) -> Holder | None:
        """Take the project if nobody has it; return who has, None if nobody.

        A folder that holds no project yet, or where nothing can be locked or written, is nobody's.
        """
        if self.held or not self._is_project():
            return None
        lock = FileLock(self._project / LOCK, timeout=0)
        try:
            lock.acquire()
        except Timeout:
            return self._holder()
        except (OSError, NotImplementedError):
            return None
        self._lock = lock
        self._write()
        return None

    def leave(self) -> None:
        """Let the project go."""
        if self._lock is None:
            return
        with suppress(OSError):
            (self._project / NOTE).unlink(missing_ok=True)
        with suppress(OSError):
            self._lock.release()
        self._lock = None

    def _is_project(self) -> bool:
        try:
            return (self._project / "runs").is_dir() or any(self._project.glob("*.sqlite"))
        except OSError:
            return False

    def _write(self) -> None:
        try:
            user = getpass.getuser()
        except (OSError, KeyError, ImportError):
            user = ""
        since = datetime.now().astimezone().isoformat(timespec="minutes")
        holder = Holder(platform.node(), user, os.getpid(), since)
        part = self._project / f"{NOTE}.part"
        with suppress(OSError):
            part.write_text(json.dumps(asdict(holder)), encoding="utf-8", newline="\n")
            put(part, self._project / NOTE)

    def _holder(self) -> Holder:
        """Who wrote the note; another may be about to."""
        try:
            values = json.loads((self._project / NOTE).read_text("utf-8"))
            return Holder(
                str(values["computer"]),
                str(values["user"]),
                int(values["process"]),
                str(values["since"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return Holder()
