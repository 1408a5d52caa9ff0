"""What was asked of a run to make it smaller or faster, and what came of it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.compress.values import Distilled, Exported, Latency, Pruned, PruningCurve, Removed
from gui.store.curves import Curve


@dataclass(slots=True)
class Compression:
    """What was asked of a run to make it smaller or faster, and what came of it.

    Attributes
    ----------
    removed
        Its dead channels removed.
    graded, growing
        The curve of fewer and fewer filters; one that is being drawn takes its place at the end.
    pruned, students
        Networks made from it, the newest last.
    lesson
        Loss and figures of the student taught last.
    timed
        It and others in turn, as asked for last.
    exported
        Its newest export.
    failed
        Why a task came to nothing, translated, by task; see `gui.compress.store.TASKS`.
    """

    removed: Removed | None = None
    graded: PruningCurve | None = None
    growing: PruningCurve | None = None
    pruned: tuple[Pruned, ...] = ()
    students: tuple[Distilled, ...] = ()
    lesson: Curve | None = None
    timed: tuple[Latency, ...] = ()
    exported: Exported | None = None
    failed: dict[str, str] = field(default_factory=dict)
