"""What a worker does for measures: all measures of a run, or its lines between textures."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.cluster.access import Place, decoded, images_here, project_here
from engine.cluster.archives import pack, unpack
from engine.cluster.task import Desk
from engine.measures.measure import FOLDER, measure_run
from engine.measures.values import RunMeasures


@dataclass(frozen=True, slots=True)
class MeasureOrder:
    """A run to be measured; `how` are the arguments of :func:`measure_run`."""

    place: Place
    run: str
    how: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Taken:
    """A run's measures; `content` their files, where the worker does not see the project.

    `lacks`: nothing was taken, the images have to be sent along.
    """

    measures: RunMeasures | None = None
    content: bytes | None = None
    lacks: bool = False


def measure(desk: Desk, order: MeasureOrder) -> Generator[None, None, Taken]:
    """Take all measures of a run, or read them if they were taken on the same."""
    images, kept = desk.scattered
    opened = images_here(desk, order.place, images)
    if opened is None:
        return Taken(lacks=True)
    data, path = opened
    yield from decoded(desk, data)
    project, shared = project_here(desk, order.place)
    run = project / "runs" / order.run
    if not shared and not run.exists():
        if kept is None:
            return Taken(lacks=True)
        unpack(kept, run)
    work = measure_run(run, data_path=path, **order.how)
    while True:
        try:
            stage, done, total = next(work)
        except StopIteration as end:
            content = None if shared else pack(Path(run / FOLDER))
            return Taken(end.value, content)
        desk.tell(stage, done, total)
        yield None
