"""`--data DIR`: where the images of runs are now, for commands that look at them again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engine.project.places import Places, say_where
from engine.project.runs import RunFolder


def use_place(runs: Sequence[Path], data: Path | None) -> None:
    """Remember where the images of runs are; nothing is done where the user did not say.

    Raises
    ------
    DataError, RunError
        They are not the runs' images, or a project cannot be written.
    """
    if data is not None:
        for run in runs:
            say_where(RunFolder.load(run), data)


def images_of(folder: RunFolder) -> str:
    """Where a run's images are now, as far as is known."""
    return str(Places(folder.project).of(folder.record) or folder.record.data_path)
