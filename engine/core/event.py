"""What every answer of the engine has, and how jobs begin, go on and end."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    """How a job ended. `stopped`: ended early by the user, its results kept."""

    DONE = "done"
    STOPPED = "stopped"
    CANCELLED = "cancelled"
    FAILED = "failed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events; `job` is the command's number."""

    job: int


@dataclass(frozen=True, slots=True)
class EngineReady(Event):
    """The first event of a session, of no job (0).

    `device` is what it will compute on; `networks` the catalogue's (name, title).
    """

    device: str
    networks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class JobEnded(Event):
    """The last event of a job.

    `message` is the English sentence for people (empty when done), `template` and `values`
    the same for translation; `details` holds the traceback of a failure, for the log.
    """

    outcome: Outcome
    message: str = ""
    template: str = ""
    values: dict[str, str] = field(default_factory=dict)
    details: str = ""


@dataclass(frozen=True, slots=True)
class JobState(Event):
    """A job is now "queued", "running", "paused" or "stopping"."""

    state: str


@dataclass(frozen=True, slots=True)
class Progress(Event):
    """`done` of `total` steps of `stage` (a key such as "reading", "decoding", "testing")."""

    stage: str
    done: int
    total: int
