"""Whether this program is one of several that `torchrun` started to train one run together.

Asked before torch is loaded; what they do together is in :mod:`engine.training.process_group`.
"""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from typing import TYPE_CHECKING

from engine.core.errors import RunError
from engine.project.runs import RunFolder, list_runs

if TYPE_CHECKING:
    from pathlib import Path

    from engine.training.process_group import ProcessGroup

NEEDED = ("RANK", "WORLD_SIZE", "LOCAL_RANK", "MASTER_ADDR", "MASTER_PORT")
"""What torchrun tells each process that it starts."""

_groups: list[ProcessGroup] = []


def by_torchrun() -> bool:
    """Whether torchrun started this program."""
    return all(name in os.environ for name in NEEDED)


def join() -> ProcessGroup:
    """Meet the other processes; each calls it once, and it returns when all are there."""
    from engine.training.process_group import ProcessGroup

    _groups[:] = [ProcessGroup()]
    return _groups[0]


def process_group() -> ProcessGroup | None:
    """The processes that train together with this one; None: it trains alone."""
    return _groups[0] if _groups else None


def launch() -> str:
    """What names this start of torchrun, the same in all its restarts; "" without torchrun.

    Where no name was given (`--rdzv-id`), the process of torchrun itself is what stays.
    """
    if not by_torchrun():
        return ""
    given = os.environ.get("TORCHELASTIC_RUN_ID", "none")
    own = given if given != "none" else f"{platform.node()} {os.getppid()}"
    return hashlib.sha256(repr((own, sys.argv[1:])).encode()).hexdigest()[:16]


def restarted() -> bool:
    """Whether torchrun starts its processes again, for one of them had died."""
    return os.environ.get("TORCHELASTIC_RESTART_COUNT", "0") not in ("", "0")


def begun(place: Path, *, resumed: bool = False) -> RunFolder | None:
    """The run that this start of torchrun had begun before it was restarted.

    None: it had begun none, its first checkpoint was not written, or this is no restart.

    Parameters
    ----------
    place
        The project, or where it `resumed` a run, this run.
    """
    if not restarted():
        return None
    for run in [RunFolder.load(place)] if resumed else list_runs(place):
        if resumed or run.record.launch == launch():
            return run if run.record.state == "done" or run.state.is_file() else None
    return None


def check_device(wanted: str) -> None:
    """Refuse one GPU for all processes.

    Raises
    ------
    RunError
        The device has a number.
    """
    if ":" in wanted:
        raise RunError(
            "Under torchrun each process takes the GPU of its own number. Say --device cuda, not "
            "{device}.",
            device=wanted,
        )
