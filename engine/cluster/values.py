"""Where work is done besides this process, as plain values: the standard library only."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.core.errors import TransferLensError

MOST_LOCAL = 256
"""Worker processes on one computer at the most: more is a slip of the finger."""

GPU = "GPU"
"""What a worker that owns a graphics card says it has: ``dask worker ... --resources "GPU=1"``."""

_ADDRESS = re.compile(r"(tcp|tls)://(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+):([0-9]{1,5})")


class ClusterError(TransferLensError):
    """A scheduler or its workers cannot be used as they are."""


@dataclass(frozen=True, slots=True)
class Scheduler:
    """Where tasks are handed out.

    Attributes
    ----------
    workers : processes to start on this computer; 0: those that wait at `address`
    address : such as "tcp://192.168.1.5:8786"; "" with local workers
    """

    workers: int = 0
    address: str = ""


def read_scheduler(text: str) -> Scheduler:
    """What ``--scheduler`` says: ``local:N``, ``tcp://HOST:PORT`` or ``tls://HOST:PORT``.

    Raises
    ------
    ClusterError
        It is none of these.
    """
    said = text.strip()
    kind, _, number = said.partition(":")
    if kind == "local" and number.isascii() and number.isdigit():
        if 1 <= int(number[:6]) <= MOST_LOCAL:
            return Scheduler(workers=int(number))
    elif (found := _ADDRESS.fullmatch(said)) and 1 <= int(found[3]) <= 65535:
        return Scheduler(address=said)
    raise ClusterError(
        "'{text}' names no computers. Say local:2 (two processes on this one), or the address "
        "that 'dask scheduler' printed, such as tcp://192.168.1.5:8786.",
        text=text,
    )


@dataclass(frozen=True, slots=True)
class WorkerNow:
    """What one worker is at.

    Attributes
    ----------
    worker : its host and process, such as "plant-pc:4711"
    task : what it does, for people
    stage : key of the part it is at, such as "training" or "decoding"
    done, total : of that part
    """

    worker: str
    task: str
    stage: str = ""
    done: int = 0
    total: int = 0
