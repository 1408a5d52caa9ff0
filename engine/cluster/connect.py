"""Dask's client and, for ``local:N``, its workers on this computer.

Dask starts, watches and feeds the workers; here is only what the product asks of them: the same
versions everywhere, no worker ended for its memory, and nothing left behind.
"""

from __future__ import annotations

import logging
import os
import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, build_opener

from filelock import FileLock, Timeout

from engine.cluster.task import about
from engine.cluster.values import GPU, ClusterError, Scheduler, read_scheduler

SAME = ("transferlens", "torch", "numpy")
"""Packages whose version must be the same wherever a task runs."""

PATIENCE = 20.0
"""Seconds to wait for a scheduler to answer, and for a first worker."""

ALLOWED_FAILURES = 100
"""Workers that a task may lose before Dask takes it for the culprit (its own default is 3): a
computer that is switched off every night is no fault of the task."""

ANSWER = 4.0
"""Seconds in which something must listen at an address: Dask itself would go on trying for long."""

SCRATCH = "transferlens-workers-"
"""How the folders of local workers begin."""

FRESH = 60.0
"""Seconds in which a folder may not have its lock yet."""

LOOK = 2.0
"""Seconds to wait for Dask's page."""

POLL = 0.05
"""Seconds between two looks, in which a job can be steered."""

_SETTINGS: dict[str, Any] = {
    "distributed.worker.multiprocessing-method": "spawn",
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.memory.terminate": False,
    "distributed.worker.profile.enabled": False,
    # Dask lets workers give every freed piece of memory back at once: a small network's pass then
    # takes twice the processor time, most of it for the pages that it gets anew.
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": None,
    "distributed.admin.large-graph-warning-threshold": "1GB",
}


@dataclass
class Cluster:
    """Workers that wait for tasks; :meth:`close` it.

    Attributes
    ----------
    scheduler : what was asked for
    client : Dask's
    dashboard : address of Dask's own page, "" where there is none
    threads : that torch may use in a worker: the fewest of all
    gpus : whether a worker says that it has a graphics card
    """

    scheduler: str
    client: Any
    dashboard: str
    threads: int
    gpus: bool
    _stack: ExitStack

    @property
    def workers(self) -> int:
        """How many there are now."""
        return len(self.client.scheduler_info(n_workers=-1)["workers"])

    def close(self) -> None:
        """Let go of the workers; those that were started here end."""
        self._stack.close()


def connect(
    text: str,
    threads: int = 0,
    resources: dict[str, float] | None = None,
    failures: int = ALLOWED_FAILURES,
) -> Generator[None, None, Cluster]:
    """Find or start workers; gives way meanwhile.

    Parameters
    ----------
    text
        ``local:N``, ``tcp://HOST:PORT`` or ``tls://HOST:PORT`` (certificates as Dask's own
        configuration names them).
    threads
        Of torch on the whole computer, which local workers share; 0: one each.
    resources
        What local workers have, such as ``{"GPU": 1}``.
    failures
        Local workers that a task may lose.

    Returns
    -------
    Cluster
        Close it.

    Raises
    ------
    ClusterError
        The text names no computers, the extra is not installed, nobody answers, there are no
        workers, or one of them runs other versions.
    """
    scheduler = read_scheduler(text)
    if find_spec("distributed") is None:
        raise ClusterError(
            "Several processes need a further package. Install it: pip install "
            '"transferlens[cluster]"'
        )
    stack = ExitStack()
    made: list[Cluster] = []
    wrong: list[BaseException] = []

    def begin() -> None:
        try:
            made.append(_open(text.strip(), scheduler, threads, resources or {}, failures, stack))
        except BaseException as error:
            wrong.append(error)

    thread = threading.Thread(target=begin, name="cluster")
    thread.start()
    try:
        while thread.is_alive():
            thread.join(POLL)
            yield
        if wrong:
            raise wrong[0]
        return made[0]
    except BaseException:
        thread.join()
        stack.close()
        raise


def _open(
    text: str,
    scheduler: Scheduler,
    threads: int,
    resources: dict[str, float],
    failures: int,
    stack: ExitStack,
) -> Cluster:
    import dask
    import distributed

    for name in ("distributed", *logging.root.manager.loggerDict):
        if name == "distributed" or name.startswith("distributed."):  # each has a level of its own
            logger = logging.getLogger(name)
            stack.callback(logger.setLevel, logger.level)
            logger.setLevel(logging.CRITICAL)  # what matters is said as an error with its cure
    if scheduler.workers:
        each = max(1, threads // scheduler.workers)
        own: dict[str, Any] = {
            f"distributed.nanny.pre-spawn-environ.{name}_NUM_THREADS": each
            for name in ("OMP", "MKL", "OPENBLAS")
        }
        before, touched = dict(os.environ), set[str]()
        stack.callback(_restore, before, touched)
        folder = stack.enter_context(_scratch())
        own["distributed.scheduler.allowed-failures"] = failures
        with dask.config.set(_SETTINGS | own):
            try:
                place: Any = distributed.LocalCluster(
                    n_workers=scheduler.workers,
                    threads_per_worker=1,
                    processes=True,
                    memory_limit=0,
                    dashboard_address="127.0.0.1:0",  # Dask's own port may be taken
                    local_directory=str(folder),
                    silence_logs=logging.CRITICAL,
                    resources=resources,
                    preload="engine.cluster.quiet",
                )
            except (RuntimeError, OSError, TimeoutError) as error:
                raise ClusterError(
                    "{address}: the workers could not be started ({why}). Name fewer, for each "
                    "needs the memory of a run, or leave it away to work in this program.",
                    address=text,
                    why=error,
                ) from error
        stack.callback(_quietly, place.close)
        now = dict(os.environ)
        touched |= {name for name in before.keys() | now if before.get(name) != now.get(name)}
        _restore(before, touched)  # what else this program starts meanwhile keeps its threads
    else:
        place = scheduler.address
        if place.startswith("tls:") and not _has_certificates(distributed):
            raise ClusterError(
                "{address}: needs certificates. Name them as docs/scale.md says, or in Dask's own "
                "configuration (distributed.comm.tls).",
                address=text,
            )
        _wait_for_ear(text, place)
    try:
        client = distributed.Client(place, timeout=PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError, TypeError, RuntimeError) as error:
        raise ClusterError(
            "{address}: what answers there is no Dask scheduler of this version. Look at the port, "
            "and start one with 'dask scheduler'.",
            address=text,
        ) from error
    stack.callback(_quietly, client.close)
    try:
        client.wait_for_workers(scheduler.workers or 1, timeout=PATIENCE)
    except TimeoutError as error:
        raise ClusterError(
            "{address}: no worker has reported there. Start one: dask worker {address} "
            "--nthreads 1",
            address=text,
        ) from error
    workers = _checked(client)
    info = client.scheduler_info(n_workers=-1)["workers"].values()
    return Cluster(
        text,
        client,
        _dashboard(client),
        min(worker["threads"] for worker in workers),
        any(worker.get("resources", {}).get(GPU, 0) >= 1 for worker in info),
        stack,
    )


@contextmanager
def _scratch() -> Iterator[Path]:
    """A folder for local workers, gone afterwards; one whose program was killed goes at the next.

    It is locked as long as its program lives.
    """
    for old in Path(tempfile.gettempdir()).glob(f"{SCRATCH}*"):
        with suppress(OSError, Timeout):
            if time.time() - old.stat().st_mtime > FRESH:
                with FileLock(old / "lock", timeout=0):
                    pass
                shutil.rmtree(old, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=SCRATCH))
    try:
        with FileLock(folder / "lock", timeout=0):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _restore(before: dict[str, str], names: set[str]) -> None:
    """Give this process back what stood in its environment under these names.

    Dask writes what its workers are to find there (threads, a hash seed) into the environment of
    the program that starts them, each time it starts one, and leaves it there.
    """
    for name in names:
        if name in before:
            os.environ[name] = before[name]
        else:
            os.environ.pop(name, None)


def _wait_for_ear(text: str, address: str) -> None:
    """Return once something listens at an address.

    Raises
    ------
    ClusterError
        Nothing does.
    """
    place, until = urlsplit(address), time.monotonic() + ANSWER
    while True:
        try:
            socket.create_connection((place.hostname, place.port), ANSWER).close()
            return
        except OSError as error:
            if time.monotonic() + POLL < until and isinstance(error, ConnectionRefusedError):
                time.sleep(POLL)  # it may be starting
                continue
            raise ClusterError(
                "{address}: no Dask scheduler answers there. Start one with 'dask scheduler', "
                "and look at the address and the firewall.",
                address=text,
            ) from error


def _has_certificates(distributed: Any) -> bool:
    try:
        found = distributed.Security().get_connection_args("client").get("ssl_context")
    except (OSError, ValueError):
        return False
    return found is not None


def _dashboard(client: Any) -> str:
    """Address of Dask's own page; "" where there is none.

    A scheduler names its port even without bokeh or with ``--no-dashboard``: only looking there
    tells. What is behind a firewall from here is not offered either.
    """
    try:
        address = str(client.dashboard_link or "")
        if not address.startswith(("http://", "https://")):
            return ""
        own = build_opener(ProxyHandler({}))  # the plant's own network, not the world
        with own.open(address, timeout=LOOK) as answer:
            page = answer.read(65536)
    except (KeyError, OSError, ValueError, HTTPException):
        return ""
    return "" if b"Dask needs bokeh" in page else address


def _checked(client: Any) -> list[dict[str, Any]]:
    """Ask all workers what they are.

    Raises
    ------
    ClusterError
        One of them cannot do the product's tasks, or runs other versions.
    """
    here = about(SAME)["versions"]
    workers = []
    for address, worker in client.run(about, SAME, on_error="return").items():
        if isinstance(worker, BaseException):
            raise ClusterError(
                "Worker {worker} does not know this product ({why}). Start it, and the scheduler, "
                'from an environment with "transferlens[cluster]".',
                worker=address,
                why=worker,
            )
        for package, version in worker["versions"].items():
            if version != here[package]:
                raise ClusterError(
                    "Worker {worker} has {package} {theirs}; here it is {ours}. Install the same "
                    "version there.",
                    worker=worker["name"],
                    package=package,
                    theirs=version,
                    ours=here[package],
                )
        workers.append(worker)
    return workers


def _quietly(close: Any) -> None:
    """A scheduler that is gone needs no goodbye."""
    with suppress(Exception):
        close()
