"""Events of work that is done by several processes."""

from __future__ import annotations

from dataclasses import dataclass

from engine.cluster.values import WorkerNow
from engine.core.event import Event


@dataclass(frozen=True, slots=True)
class ClusterJoined(Event):
    """A job has its workers.

    `scheduler` is what was asked for, `dashboard` the address of Dask's own page ("": it has none).
    """

    scheduler: str
    workers: int
    dashboard: str = ""


@dataclass(frozen=True, slots=True)
class WorkersNow(Event):
    """What every worker is at, by name; `waiting` tasks have none yet, `lost` workers went away."""

    workers: tuple[WorkerNow, ...]
    waiting: int = 0
    lost: int = 0
