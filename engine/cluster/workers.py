"""The workers of a job on a project: who sees it, and what has to be sent."""

from __future__ import annotations

import os
import uuid
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from engine.cluster.access import TOKEN, Place, sees
from engine.cluster.archives import Scattered, pack
from engine.cluster.connect import Cluster, connect
from engine.cluster.follow import Standing
from engine.cluster.messages import ClusterJoined, WorkersNow
from engine.cluster.task import warm_up
from engine.cluster.values import GPU, read_scheduler
from engine.core.event import Event, Progress
from engine.core.values import ReaderOptions
from engine.data.sample import DataSet

CARRY = "TRANSFERLENS_CARRY"
"""Environment variable: 1 sends project and images even where workers see them."""


@dataclass
class Workers:
    """A project's workers.

    Attributes
    ----------
    job : number of the job they work for
    cluster : Dask's
    place : project and images as they are told to the workers
    data : the data set
    shared : whether all workers see the project
    images : the data set to be sent; None while all workers see it
    """

    job: int
    cluster: Cluster
    place: Place
    data: DataSet
    shared: bool = True
    images: Scattered | None = None

    def said(self, standing: Standing) -> WorkersNow:
        """What the workers are at, as an event."""
        return WorkersNow(self.job, standing.workers, max(0, standing.waiting), standing.lost)

    def send_images(self) -> Scattered:
        """The data set, packed at most once."""
        if self.images is None:
            self.images = Scattered(self.cluster.client, self._packed())
        return self.images

    def _packed(self) -> bytes:
        """The data set's files; of a manifest, itself and what it names."""
        path = Path(self.place.data)
        if path.is_dir():
            return pack(path)
        files = {path}
        for sample in self.data.samples:
            files |= {sample.path, *sample.masks}
        return pack(path.parent, sorted(files))

    def send_run(self, run: Path) -> Scattered:
        """A run's files."""
        files = (path for path in run.rglob("*") if path.is_file())
        kept = [path for path in files if path.suffix not in (".lock", ".part")]
        return Scattered(self.cluster.client, pack(run, kept))


def join(
    job: int, scheduler: str, threads: int, *, graphics: bool = False
) -> Generator[Event | None, None, Cluster]:
    """Find or start the workers of a job, and say so; close what it comes to.

    Parameters
    ----------
    threads
        Of torch on this computer, which local workers share.
    graphics
        Whether local workers have a graphics card.
    """
    local = read_scheduler(scheduler).workers > 0
    yield Progress(job, "starting workers" if local else "asking workers", 0, 0)
    cluster = yield from connect(scheduler, threads, {GPU: 1} if graphics else None)
    yield ClusterJoined(job, cluster.scheduler, cluster.workers, cluster.dashboard)
    yield Progress(job, "on workers", 0, 0)
    return cluster


@contextmanager
def workers_of(
    job: int,
    cluster: Cluster,
    project: Path,
    data: DataSet,
    path: Path,
    options: ReaderOptions,
    module: str,
) -> Iterator[Workers]:
    """What workers are told of a project, which holds a token as long as it goes on.

    Parameters
    ----------
    data, path, options
        The data set with its groups and regions, where it lies, and how it is read.
    module
        That of the tasks' functions: workers load it meanwhile.
    """
    path, token = path.expanduser().absolute(), uuid.uuid4().hex
    place = Place(
        project=str(project.absolute()),
        token=token,
        data=str(path),
        options=options,
        fingerprint=data.fingerprint,
        entry="" if path.is_dir() else path.name,
        groups=tuple(sample.group for sample in data.samples),
        drawn={i: sample.drawn for i, sample in enumerate(data.samples) if sample.drawn},
        carry=os.environ.get(CARRY) == "1",
    )
    file = project / f"{TOKEN}{token}"
    file.write_bytes(token.encode())
    try:
        workers = Workers(job, cluster, place, data)
        cluster.client.run(warm_up, module, on_error="ignore")
        asked = cluster.client.run(sees, place, on_error="return").values()
        seen = [each if isinstance(each, tuple) else (False, False) for each in asked]
        workers.shared = all(shared for shared, _ in seen)
        if not all(images for _, images in seen):
            workers.send_images()
        yield workers
    finally:
        file.unlink(missing_ok=True)
