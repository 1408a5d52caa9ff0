"""What a person said of the line a project is for, kept with it: ``line.json``.

How many parts are defective there is true of the line, not of a run: it is asked once, and weighs
the thresholds of runs from then on, in the window and in the terminal.
"""

from __future__ import annotations

import json
from pathlib import Path

from engine.core.errors import RunError
from engine.core.files import make_folder, write_atomic
from engine.core.outside import DAMAGED, read_json
from engine.project.runs import RunFolder

FILE = "line.json"
FORMAT = 1
ABOUT = "What is true of the line that this project's runs are for, said in TransferLens."
MOST = 0.5
"""Largest share that is taken, as in a recipe."""


def kept_line_share(project: Path | str) -> float | None:
    """The share of defective parts expected on the line, in [0, 0.5]; None: nobody said.

    0 is an answer too: as many as among the images.

    Raises
    ------
    RunError
        The file is damaged: without it thresholds would be weighed otherwise in silence.
    """
    path = Path(project) / FILE
    try:
        values = read_json(path)
        if values["format"] != FORMAT:
            raise ValueError(f"not of format {FORMAT}")
        share = float(values["line_share"])
        if not 0 <= share <= MOST:
            raise ValueError(f"a share of {share:g}")
    except FileNotFoundError:
        return None
    except DAMAGED as error:
        raise RunError(
            "{path}: damaged ({why}). Delete it and say again how many parts on the line are "
            "defective.",
            path=path,
            why=error,
        ) from error
    return share


def keep_line_share(project: Path | str, share: float) -> None:
    """Remember the share; a damaged file is replaced, for this is the answer it lacks.

    Raises
    ------
    RunError
        The project cannot be written.
    """
    folder = Path(project)
    try:
        if kept_line_share(folder) == share:
            return
    except RunError:
        pass
    make_folder(folder)
    values = {"about": ABOUT, "format": FORMAT, "line_share": share}
    write_atomic(folder / FILE, json.dumps(values, indent=1) + "\n")


def line_share_of(folder: RunFolder) -> float | None:
    """The share that weighs a run's costs: its own, else its project's; None: nobody said one.

    Raises
    ------
    RunError
        What the project keeps is damaged.
    """
    return folder.record.recipe.line_share or kept_line_share(folder.project) or None
