"""Tasks for the tests of workers: what a worker imports and runs."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import torch
from distributed import WorkerPlugin

from engine.core.stopping import leaving


def finished(work):
    """What a generator comes to."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def count(desk, to: int, pause: float):
    """Count, slowly; says how far it is, and heeds a stop."""
    for number in range(to):
        if desk.stop():
            return "stopped"
        desk.tell("counting", number + 1, to)
        time.sleep(pause)
        yield
    return to


def long_step(desk, note: str):
    """One step that takes forever, but for the layers that ask whether they are still wanted."""
    Path(note).write_text("began", "utf-8")
    layer = torch.nn.Identity()
    assert leaving() is not None
    try:
        while True:
            layer(torch.zeros(1))
            time.sleep(0.01)
    finally:
        Path(note).write_text(f"let go {threading.active_count()}", "utf-8")
    yield


def fail(desk):
    """A task that goes wrong."""
    yield
    raise ValueError("a reason")


class Deadly(WorkerPlugin):
    """Dask's plugin for workers: judging a file of a name ends the process, and is noted first."""

    def __init__(self, name: str, note: str) -> None:
        self.file, self.note = name, note

    def setup(self, worker: object) -> None:
        """In each worker, those too that are started again."""
        from engine.folder import judging

        real, note = judging.read_image, Path(self.note)

        def read(path: Path, *rest):
            if path.name == self.file:
                with note.open("a") as file:
                    file.write("x")
                os._exit(1)
            return real(path, *rest)

        self.real = real
        judging.read_image = read

    def teardown(self, worker: object) -> None:
        """When it is taken back."""
        from engine.folder import judging

        judging.read_image = self.real


def page_faults(desk):
    """Take and free tensors of a training step's size; how many pages came from the system."""
    import resource

    torch.zeros(1 << 20)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(50):
        torch.zeros(1 << 20)
        yield
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
