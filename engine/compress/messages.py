"""Commands and events of smaller networks."""

from __future__ import annotations

from dataclasses import dataclass

from engine.compress.values import Distilled, Exported, Latency, Pruned, PruningCurve, Removed
from engine.core.command import Command
from engine.core.event import Event
from engine.core.values import Rates


@dataclass(frozen=True, slots=True)
class RemoveDead(Command):
    """Remove a run's dead channels exactly, as a new run: Progress*, DeadRemoved. Long.

    Channels are dead on `images` of its training and validation images.
    """

    first_stage = "finding"

    run: str
    images: int = 100
    seed: int = 0


@dataclass(frozen=True, slots=True)
class DrawPruningCurve(Command):
    """How few filters will do: (Progress | PruningCurveGrown)*. Long; no run is written.

    `order` is "activity" or "contribution"; `shares` of the filters to keep, falling;
    `recovery` optimiser steps after each cut, 0: none. Stop keeps the points so far.
    """

    first_stage = "weighing"

    run: str
    order: str = "contribution"
    shares: tuple[float, ...] = (0.9, 0.75, 0.5, 0.35, 0.25, 0.15, 0.1)
    recovery: int = 20
    images: int = 24
    seed: int = 0


@dataclass(frozen=True, slots=True)
class PruneRun(Command):
    """Keep a share of a run's filters and recover, as a new run: Progress*, RunPruned. Long."""

    first_stage = "weighing"

    run: str
    share: float
    order: str = "contribution"
    recovery: int = 60
    images: int = 24
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Distil(Command):
    """Teach a student of so many filters, as a new run: (Progress | StudentStep)*, StudentReady.

    `lessons` is "teacher" or "labels". It sees at most `normals` normal images (0: all) and `made`
    ones with made defects (None: 120 where the teacher saw 20 defects or fewer). `cells`: it learns
    from cells as well as from windows. `cost_ratio` 0: the teacher's. Long; stop keeps the student
    as far as it came.
    """

    first_stage = "teaching"

    run: str
    filters: int = 33
    steps: int = 3000
    lessons: str = "teacher"
    seed: int = 0
    normals: int = 0
    made: int | None = None
    cells: bool = True
    cost_ratio: float = 0.0


@dataclass(frozen=True, slots=True)
class TimeRuns(Command):
    """How long runs take an image: Progress*, RunsTimed. Long.

    `size` is (height, width) in pixels; `threads` 0: torch's own choice.
    """

    first_stage = "timing"

    runs: tuple[str, ...]
    size: tuple[int, int] = (512, 512)
    batches: tuple[int, ...] = (1,)
    threads: int = 0


@dataclass(frozen=True, slots=True)
class ExportRun(Command):
    """Write a run as ONNX and compare the file with it: Progress*, RunExported. Long.

    `int8` is written only where it is accurate and quicker on this computer. `brief`: without the
    map of windows.
    """

    first_stage = "exporting"

    run: str
    path: str
    int8: bool = False
    images: int = 50
    brief: bool = False


@dataclass(frozen=True, slots=True)
class DeadRemoved(Event):
    """What removing dead channels came to; the new run is listed."""

    result: Removed


@dataclass(frozen=True, slots=True)
class PruningCurveGrown(Event):
    """All points so far, of which another one is new; the last has `done` == `total`."""

    result: PruningCurve
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class RunPruned(Event):
    """A network with fewer filters has become a run."""

    result: Pruned


@dataclass(frozen=True, slots=True)
class StudentStep(Event):
    """A student in training. `rates`: on a few validation images, None between them."""

    teacher: str
    step: int
    steps: int
    loss: float
    rates: Rates | None


@dataclass(frozen=True, slots=True)
class StudentReady(Event):
    """A student is taught, judged and kept as a run."""

    result: Distilled


@dataclass(frozen=True, slots=True)
class RunsTimed(Event):
    """One row a run and batch size, in the order asked for."""

    results: tuple[Latency, ...]


@dataclass(frozen=True, slots=True)
class RunExported(Event):
    """A file is written and compared with its network."""

    result: Exported
