"""Folders of the user that the program writes to."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

APP = "TransferLens"


def cache_folder() -> Path:
    """The user's cache folder for this program (``TRANSFERLENS_CACHE`` overrides it)."""
    named = os.environ.get("TRANSFERLENS_CACHE")
    return Path(named) if named else Path(platformdirs.user_cache_dir(APP, appauthor=False))


def log_folder() -> Path:
    """The user's folder for log files, made if need be."""
    named = os.environ.get("TRANSFERLENS_CACHE")
    folder = Path(named) / "log" if named else Path(platformdirs.user_log_dir(APP, appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
