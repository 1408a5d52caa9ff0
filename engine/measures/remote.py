"""Measures that workers take: one run a task; what comes back is kept as if taken here."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from engine.cluster.archives import unpack
from engine.cluster.follow import Call, Done, follow
from engine.cluster.workers import Workers
from engine.core.event import Event
from engine.core.files import make_folder, write_atomic
from engine.measures.measure import FOLDER
from engine.measures.values import RunMeasures
from engine.measures.worker import MeasureOrder, Taken
from engine.project.runs import RunFolder

Measured = tuple[str, RunMeasures | Exception]
"""A run's name, and its measures or why there are none."""


def measure_on(
    workers: Workers, runs: Sequence[RunFolder], how: dict[str, Any], stop: Callable[[], bool]
) -> Generator[Event | Measured | None, None, None]:
    """Measure runs of the workers' data set on them.

    Parameters
    ----------
    how
        Arguments of :func:`engine.measures.measure.measure_run`; its folders of photographs must
        be where all workers see them.

    Yields
    ------
    tuple
        (name, measures or error) when one has ended; events and None between.
    """
    waiting = {run.path.name: run for run in runs}
    send = not workers.shared
    while waiting and not stop():
        calls = []
        for name, run in waiting.items():
            scattered = (workers.images, workers.send_run(run.path) if send else None)
            order = MeasureOrder(workers.place, name, how)
            gpu = workers.cluster.gpus and run.record.numerics.device.startswith("cuda")
            calls.append(Call(name, "engine.measures.worker:measure", (order,), scattered, gpu))
        again: dict[str, RunFolder] = {}
        for item in follow(workers.cluster, calls, stop, workers.said):
            if not isinstance(item, Done):
                yield item
            elif item.error is not None:
                yield item.name, item.error
            elif isinstance(item.result, Taken) and item.result.lacks:
                again[item.name] = waiting[item.name]  # it came later and sees less
            elif isinstance(item.result, Taken) and item.result.measures is not None:
                if item.result.content is not None:
                    _keep(waiting[item.name], item.result.content)
                yield item.name, item.result.measures
        if again:
            workers.send_images()
            send = True
        waiting = again


def _keep(run: RunFolder, content: bytes) -> None:
    """Put the files of measures into the run, each atomically."""
    with TemporaryDirectory(prefix="transferlens-") as folder:
        unpack(content, Path(folder) / "m")
        make_folder(run.path / FOLDER)
        for file in sorted((Path(folder) / "m").iterdir()):
            write_atomic(run.path / FOLDER / file.name, file.read_bytes())
