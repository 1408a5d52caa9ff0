"""The command `desktop`: an entry in the menu of a Linux desktop, and taking it away again."""

from __future__ import annotations

import argparse
import os
import re
import sys
from importlib import resources
from pathlib import Path
from typing import Final

from cli.arguments import json_flag
from cli.terminal import Exit, print_json, say
from engine.core.errors import RunError
from engine.core.files import make_folder, write_atomic

ENTRY: Final = "applications/transferlens.desktop"
ICON: Final = "icons/hicolor/scalable/apps/transferlens.svg"


def share() -> Path:
    """The user's folder that desktops read (``XDG_DATA_HOME``)."""
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"


def program() -> list[str]:
    """The words that start this very program, wherever it was installed."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    script = Path(sys.argv[0]).absolute()
    if script.suffix == ".py":
        return [sys.executable, str(script)]
    return [str(script)]


def quoted(words: list[str]) -> str:
    """A command as the value of Exec: both the entry's own and the argument's escapes."""
    cells = []
    for word in words:
        word = re.sub(r'(["`$\\])', r"\\\1", word).replace("\\", "\\\\").replace("%", "%%")
        cells.append(f'"{word}"')
    return " ".join(cells)


def run(arguments: argparse.Namespace) -> int:
    """Write entry and icon for this user, or remove them."""
    if sys.platform in ("win32", "darwin"):
        raise RunError(
            "Only Linux desktops read such entries. Here, make a shortcut to the program."
        )
    files = [share() / ENTRY, share() / ICON]
    if arguments.remove:
        for path in files:
            _remove(path)
    else:
        held = resources.files("resources")
        text = (held / "transferlens.desktop").read_text("utf-8")
        entry = text.replace("Exec=transferlens\n", f"Exec={quoted(program())}\n")
        for path, content in zip(files, (entry, _icon()), strict=True):
            make_folder(path.parent)
            write_atomic(path, content)
    for path in files:
        say(f"{'removed' if arguments.remove else 'written'}: {path}")
    if arguments.json:
        print_json({"files": [str(path) for path in files], "removed": arguments.remove})
    return Exit.DONE


def _icon() -> str:
    return (resources.files("resources") / "icons" / "app.svg").read_text("utf-8")


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise RunError(
            "{path}: cannot be removed ({why}). Check the folder's rights.",
            path=path,
            why=error.strerror,
        ) from error


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--remove", action="store_true", help="take entry and icon away again")
    json_flag(parser)
