"""What runs on a worker: one generator, driven to its end, that can be stopped and given up.

Dask tells a worker when a task is not wanted any more: nobody asks for its result, be it that the
job was cancelled or that the program that asked is gone. A thread beside the task looks at that,
and a step in its midst is given up as one is when the window closes.
"""

from __future__ import annotations

import ctypes
import importlib
import os
import pickle
import platform
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from engine.core.stopping import listen

EVERY = 0.1
"""Seconds between two looks at whether a task is still wanted."""

TOLD = 0.25
"""Seconds between two words of how far a task is, at least."""

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""What mallopt(3) calls them."""

Work = Generator[Any, None, Any]

_at_work: dict[str, set[str]] = {}
_stopped: set[str] = set()
_one_at_a_time = threading.Lock()
"""Threads of torch, and files that are begun under a process's number, are the process's own."""


@dataclass(frozen=True, slots=True)
class Order:
    """A task as it travels.

    Attributes
    ----------
    job : token of the job it belongs to
    name : of the task, for people
    function : "package.module:function", a generator function of (desk, *given)
    given : its arguments, pickled here and unpickled on the worker, so that a scheduler needs
        nothing of what they are made of
    """

    job: str
    name: str
    function: str
    given: bytes


@dataclass
class Desk:
    """What a task has at hand on its worker.

    Attributes
    ----------
    worker : host and process
    folder : the worker's own folder, gone with it
    shared : folder of all workers on this computer
    scattered : what was sent along, None in the place of what was not
    """

    order: Order
    worker: str
    folder: Path
    shared: Path
    scattered: tuple[bytes | None, ...]
    _say: Callable[[dict[str, Any]], None]
    _last: tuple[str, float] = field(default=("", 0.0))

    def stop(self) -> bool:
        """Whether the job was asked to end now with what it has."""
        return self.order.job in _stopped

    def tell(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Say how far the task is; words that follow too soon are left out."""
        now = time.monotonic()
        if stage == self._last[0] and now - self._last[1] < TOLD and done != total:
            return
        self._last = (stage, now)
        self._say({"stage": stage, "done": done, "total": total})


def worker_name() -> str:
    """Host and process id of this process, as runs record it."""
    return f"{platform.node()}:{os.getpid()}"


def perform(order: Order, *scattered: bytes | None) -> tuple[str, Any]:
    """Do a task; returns (worker, what its generator came to). Runs on a worker.

    Raises
    ------
    TransferLensError
        What the task raises.
    """
    from distributed import get_worker

    keep_memory()
    worker = get_worker()
    key = worker.get_current_task()
    name = worker_name()

    def say(words: dict[str, Any]) -> None:
        worker.log_event(order.job, {"name": order.name, "by": name} | words)

    folder = Path(worker.local_directory)
    unwanted = threading.Event()
    with _watched(worker, key, unwanted), _turn(unwanted), _registered(order):
        say({"stage": "begun", "done": 0, "total": 0})
        desk = Desk(order, name, folder, folder.parent, scattered, say)
        return name, _drive(order, desk, unwanted)


@cache
def keep_memory() -> None:
    """Let this process keep what it frees, as a process has it that Dask did not start.

    Dask gives its workers MALLOC_TRIM_THRESHOLD_=65536, which also ends glibc's learning of sizes:
    every larger tensor is then taken from the system and given back, page by page, in each step
    (half of a small network's time). These are the sizes that glibc learns by itself at the most.
    """
    with suppress(OSError, AttributeError, TypeError):  # another system's
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_MMAP_THRESHOLD, 32 << 20)
        mallopt(_TRIM_THRESHOLD, 64 << 20)


def _drive(order: Order, desk: Desk, unwanted: threading.Event) -> Any:
    module, _, function = order.function.partition(":")
    begin = getattr(importlib.import_module(module), function)
    work: Work = begin(desk, *pickle.loads(order.given))  # noqa: S301  # Dask's own way of sending
    if "torch" in sys.modules:
        from engine.network import giving_up

        giving_up.install()
    listen(unwanted)
    try:
        with closing(work):
            while True:
                if unwanted.is_set():
                    return None  # nobody waits for it
                try:
                    next(work)
                except StopIteration as end:
                    return end.value
    except GeneratorExit:  # given up in the midst of a step
        return None
    finally:
        listen(None)


@contextmanager
def _watched(worker: Any, key: str, unwanted: threading.Event) -> Iterator[None]:
    """Set the event as soon as the scheduler has let a task go, or the worker is closing."""
    over = threading.Event()

    def look() -> None:
        while not over.wait(EVERY):
            state = worker.state.tasks.get(key)
            left = state is None or state.state in ("cancelled", "released", "forgotten")
            if left or str(worker.status.name) in ("closing", "closed", "failed"):
                unwanted.set()
                return

    thread = threading.Thread(target=look, name=f"wanted {key}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@contextmanager
def _turn(unwanted: threading.Event) -> Iterator[None]:
    """One task at a time in a process, however many threads its worker has."""
    while not _one_at_a_time.acquire(timeout=EVERY):
        if unwanted.is_set():
            break
    else:
        try:
            yield
        finally:
            _one_at_a_time.release()
        return
    yield  # it ends at its first look


@contextmanager
def _registered(order: Order) -> Iterator[None]:
    names = _at_work.setdefault(order.job, set())
    names.add(order.name)
    try:
        yield
    finally:
        names.discard(order.name)


# ---------------------------------------------------------------------- asked by the client


def ask_to_stop(job: str) -> None:
    """Let the tasks of a job end early, those too that begin from now on. Runs on a worker."""
    _stopped.add(job)


def warm_up(module: str) -> None:
    """Begin to load what tasks will need, all workers at the same time. Runs on a worker."""
    threading.Thread(target=importlib.import_module, args=(module,), daemon=True).start()


def at_work(job: str) -> list[str]:
    """Tasks of a job that this worker has not let go. Runs on a worker."""
    return sorted(_at_work.get(job, ()))


def about(packages: tuple[str, ...]) -> dict[str, Any]:
    """What a worker is: its versions and its threads. Runs on a worker."""
    versions = {}
    for package in packages:
        try:
            versions[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            versions[package] = "missing"
    threads = os.environ.get("OMP_NUM_THREADS", "")
    return {
        "name": worker_name(),
        "host": platform.node(),
        "versions": versions,
        "threads": int(threads) if threads.isdigit() and int(threads) else os.cpu_count() or 1,
    }
