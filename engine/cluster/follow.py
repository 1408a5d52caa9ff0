"""A job that follows its tasks on the workers, as it would follow a generator of its own."""

from __future__ import annotations

import pickle
import queue
import time
import uuid
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from engine.cluster.archives import Scattered
from engine.cluster.connect import Cluster
from engine.cluster.task import Order, ask_to_stop, at_work, perform
from engine.cluster.values import GPU, ClusterError, WorkerNow
from engine.core.event import Event

POLL = 0.05
"""Seconds a job waits for news at a time; between them it can be steered."""

ASKED_AGAIN = 1.0
"""Seconds after which workers are asked again to stop: one may have joined meanwhile."""

LETTING_GO = 60.0
"""Seconds that workers may take to let go of what is cancelled; a step of theirs takes less."""

RESUBMITTED = 10
"""How often a task is handed out again whose workers were all lost, or what was sent to them."""


@dataclass(frozen=True, slots=True)
class Call:
    """A task to be done.

    Attributes
    ----------
    name : unique in its job, for people
    function : "package.module:function", a generator function of (desk, *given)
    given : its arguments
    scattered : what is sent along, once for all tasks that need it; None: nothing in this place
    gpu : only for workers with a graphics card
    deaths : after so many workers that ended while they were at it, it comes back as `killed`;
        0: it is handed out again and again
    """

    name: str
    function: str
    given: tuple[Any, ...]
    scattered: tuple[Scattered | None, ...] = ()
    gpu: bool = False
    deaths: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """A task that has ended: what it came to, or why it did not.

    `early`: it had not begun when the job was asked to stop, and came to nothing; `killed`: it
    ended as many workers as it may.
    """

    name: str
    worker: str = ""
    result: Any = None
    error: Exception | None = None
    early: bool = False
    killed: bool = False


@dataclass
class Standing:
    """What every worker is at, as far as it was said."""

    calls: int
    now: dict[str, WorkerNow] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)
    begun: dict[str, str] = field(default_factory=dict)
    tried: dict[str, set[str]] = field(default_factory=dict)
    lost: int = 0

    def hear(self, words: dict[str, Any]) -> None:
        """Take what a worker said of its task."""
        name, worker = str(words["name"]), str(words["by"])
        if name in self.ended:
            return
        before = self.begun.get(name)
        if before not in (None, worker):
            # Dask has given it to another one, which goes on with it.
            self.lost += 1
            self.now.pop(str(before), None)
        self.begun[name] = worker
        self.tried.setdefault(name, set()).add(worker)
        stage, done, total = str(words["stage"]), int(words["done"]), int(words["total"])
        self.now[worker] = WorkerNow(worker, name, stage, done, total)

    def end(self, name: str) -> None:
        """A task is over."""
        self.ended.add(name)
        self.now = {key: now for key, now in self.now.items() if now.task != name}

    @property
    def workers(self) -> tuple[WorkerNow, ...]:
        """By name."""
        return tuple(self.now[name] for name in sorted(self.now))

    @property
    def waiting(self) -> int:
        """Tasks that no worker has begun."""
        return self.calls - len(self.begun.keys() | self.ended)


Said = Callable[[Standing], Event | None]


def follow(
    cluster: Cluster,
    calls: Sequence[Call],
    stop: Callable[[], bool],
    said: Said = lambda _standing: None,
) -> Generator[Event | Done | None, None, None]:
    """Have tasks done; yields a Done for each, in the order they end, and None or events between.

    Tasks are handed out in their order. Lost workers cost nothing but time: Dask gives their
    tasks to others. Closing the generator cancels all tasks, and waits until the workers have let
    them go.

    Parameters
    ----------
    stop
        Once it says True, tasks that are at work end early with what they have, and those that
        have not begun come to nothing.
    said
        Turns what the workers are at into an event, whenever there is news.
    """
    if not calls:
        return
    work = _Following(cluster, calls)
    try:
        yield from work.run(stop, said)
    finally:
        work.close()


class _Following:
    def __init__(self, cluster: Cluster, calls: Sequence[Call]) -> None:
        self.cluster, self.client = cluster, cluster.client
        self.job = f"transferlens-{uuid.uuid4().hex}"
        self.news: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self.standing = Standing(len(calls))
        self.futures: dict[str, Any] = {}
        self.tries: dict[str, int] = {}
        self.calls = {call.name: call for call in calls}
        self.order = {call.name: number for number, call in enumerate(calls)}
        self.lost: set[str] = set()
        """Tasks whose result went with its worker before it was fetched: they are done again."""
        self.client.subscribe_topic(self.job, self._hear)
        for call in calls:
            self._submit(call)

    def _hear(self, event: Any) -> None:
        """In Dask's thread: keep what a worker said for the job."""
        self.news.put(event[1])

    def _submit(self, call: Call) -> None:
        number = self.tries[call.name] = self.tries.get(call.name, 0) + 1
        order = Order(self.job, call.name, call.function, pickle.dumps(call.given))
        scattered = [None if each is None else each.future() for each in call.scattered]
        future = self.client.submit(
            perform,
            order,
            *scattered,
            key=f"{call.function.rpartition(':')[2]}-{self.job[-12:]}-{self.order[call.name]}-{number}",
            priority=-self.order[call.name],
            resources={GPU: 1} if call.gpu else None,
            pure=False,
        )
        self.futures[call.name] = future
        future.add_done_callback(lambda _future, name=call.name: self.news.put(name))

    def run(
        self, stop: Callable[[], bool], said: Said
    ) -> Generator[Event | Done | None, None, None]:
        asked = 0.0
        while self.futures:
            if stop() and time.monotonic() - asked > ASKED_AGAIN:
                asked = time.monotonic()
                yield from self._ask_to_stop()
            self._check()
            try:
                item = self.news.get(timeout=POLL)
            except queue.Empty:
                yield None
                # Dask says once that a future is done, also where it is done a second time.
                for name in self.lost & self.futures.keys():
                    self.news.put(name)
                self.lost.clear()
                continue
            if isinstance(item, dict):
                self.standing.hear(item)
                yield said(self.standing)
            elif item in self.futures:
                done = self._taken(item)
                if done is not None:
                    self.standing.end(item)
                    yield done
                    yield said(self.standing)

    def _check(self) -> None:
        """Raise where nobody hands tasks out any more."""
        if self.client.status != "running":
            raise ClusterError(
                "{address}: the scheduler has gone. Start it again; finished tasks are kept.",
                address=self.cluster.scheduler,
            )

    def _ask_to_stop(self) -> Generator[Done, None, None]:
        """Tasks at work are asked; the others are withdrawn."""
        with suppress(Exception):  # a worker that is being lost is asked again
            self.client.run(ask_to_stop, self.job, on_error="ignore")
        for name in [name for name in self.futures if name not in self.standing.begun]:
            self.client.cancel([self.futures.pop(name)])
            self.standing.end(name)
            yield Done(name, early=True)

    def _taken(self, name: str) -> Done | None:
        """What has become of a task; None if it has to be done again."""
        from distributed import CancelledError, KilledWorker

        future = self.futures[name]
        if not future.done():
            self.lost.add(name)
            return None
        try:
            worker, result = future.result(timeout=60)
        except (KilledWorker, CancelledError) as error:
            # Its workers were lost again and again, or whoever held its data was.
            self._check()
            deaths = self.calls[name].deaths
            # Dask suspects all tasks a lost worker held; those that it had begun count here.
            if 0 < deaths <= len(self.standing.tried.get(name, ())):
                del self.futures[name]
                return Done(name, killed=True)
            if self.tries[name] <= RESUBMITTED:
                self._submit(self.calls[name])
                return None
            del self.futures[name]
            why = ClusterError(
                "{task}: its workers were lost {times} times. Look at their memory and their logs.",
                task=name,
                times=self.tries[name],
            )
            why.__cause__ = error
            return Done(name, error=why)
        except Exception as error:
            if isinstance(error, TimeoutError) and not future.done():
                self.lost.add(name)
                return None
            del self.futures[name]
            return Done(name, self.standing.begun.get(name, ""), error=error)
        del self.futures[name]
        return Done(name, worker, result)

    def close(self) -> None:
        """Withdraw what is not finished, and wait until no worker is at it."""
        with suppress(Exception):
            self.client.unsubscribe_topic(self.job)
        if not self.futures:
            return
        with suppress(Exception):
            self.client.cancel(list(self.futures.values()), force=True)
        self.futures.clear()
        until = time.monotonic() + LETTING_GO
        with suppress(Exception):  # without a scheduler there is nobody to wait for
            while time.monotonic() < until:
                busy = self.client.run(at_work, self.job, on_error="ignore")
                if not any(busy.values()):
                    return
                time.sleep(POLL)
