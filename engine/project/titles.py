"""What a person calls a run: one line in its folder, whose own name stays.

It lies in the folder so that it goes along into the bin, into copies and other projects.
"""

from __future__ import annotations

from pathlib import Path

from engine.core.errors import DataError, RunError
from engine.core.files import write_atomic

FILE = "name.txt"
LONGEST = 60
"""Characters."""


def title_of(folder: Path) -> str:
    """Return what a person calls a run, "" if nobody gave it a name that can be read."""
    try:
        words = (folder / FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""  # a name is no reason to hide a run
    return " ".join(words.split())[:LONGEST]


def named(folder: Path) -> str:
    """Return how a run is told of in text: its given name before that of its folder."""
    title = title_of(folder)
    return f"{title} ({folder.name})" if title else folder.name


def keep_title(folder: Path, title: str) -> str:
    """Give a run a name; "" takes it away again.

    Returns
    -------
    str
        The name as it is kept, with single spaces.

    Raises
    ------
    DataError
        It is too long, or another run of the project is called so.
    RunError
        The folder is no run, or cannot be written.
    """
    if not (folder / "run.toml").is_file():
        raise RunError(
            "{path}: not a run (no run.toml). Choose a folder below a project's 'runs'.",
            path=folder,
        )
    clean = " ".join(title.split())
    if len(clean) > LONGEST:
        raise DataError("The name is too long: {n} characters at most.", n=LONGEST)
    if clean:
        _refuse_twice(folder, clean)
    try:
        if clean:
            write_atomic(folder / FILE, clean + "\n")
        else:
            (folder / FILE).unlink(missing_ok=True)
    except OSError as error:
        raise RunError(
            "{path}: cannot be written ({why}). The run keeps its name.",
            path=folder / FILE,
            why=error.strerror or error,
        ) from error
    return clean


def _refuse_twice(folder: Path, title: str) -> None:
    wanted = title.casefold()
    for other in folder.parent.iterdir():
        if other == folder or not other.is_dir():
            continue
        if wanted in (other.name.casefold(), title_of(other).casefold()):
            raise DataError(
                "{name}: another run is called so already ({run}). Choose another name.",
                name=title,
                run=other.name,
            )
