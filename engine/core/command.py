"""What every command to the engine has: its job, its priority, and how it is steered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar


class Priority(IntEnum):
    """What goes first in a lane: a click, what takes seconds while somebody waits, the rest."""

    INTERACTIVE = 0
    SOON = 1
    LONG = 2


@dataclass(frozen=True, slots=True)
class Command:
    """Base of all commands.

    Attributes
    ----------
    priority : which jobs of a lane it goes before
    kept_at_close : what a person did, which takes no time to keep: done even when the engine closes
    first_stage : what it is said to be at until its first Progress; "": nothing
    """

    priority: ClassVar[Priority] = Priority.LONG
    kept_at_close: ClassVar[bool] = False
    first_stage: ClassVar[str] = ""

    job: int


@dataclass(frozen=True, slots=True)
class Pause(Command):
    """Do not advance the job until Resume."""


@dataclass(frozen=True, slots=True)
class Resume(Command):
    """Go on with a paused job."""


@dataclass(frozen=True, slots=True)
class Stop(Command):
    """End the job now and keep its best (a training still judges its test set)."""


@dataclass(frozen=True, slots=True)
class Cancel(Command):
    """Drop the job. A cancelled training keeps its folder and can be resumed."""


@dataclass(frozen=True, slots=True)
class Shutdown:
    """End the session: every job is cancelled, then the session closes its files."""
