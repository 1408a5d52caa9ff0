"""A folder that is inspected, and what came of it. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.core.values import Problem
from engine.folder.messages import Drift, FileShown, FolderEntry, FolderHead, FolderRow


@dataclass(slots=True)
class FolderState:
    """One inspection, at work or kept, and the project's others.

    Attributes
    ----------
    job
        The job that inspects; 0 once it has ended or where a kept inspection is shown.
    head
        What is inspected; None before it is known.
    rows
        Files in the order of inspection; only ever added to.
    defective, unreadable, compared, unlike
        How many of them, counted as they come.
    done, total, seconds, waiting, lost, left_out
        As the engine said last.
    outcome
        How it ended: "done", "stopped", "cancelled", "failed"; "" before, "kept" for one that was
        read from the project.
    failed
        Why it could not begin or go on, translated.
    file, shown, file_failed
        The file looked at, what the engine said of it, or why it cannot be shown, translated.
    report
        The report written last.
    """

    job: int = 0
    head: FolderHead | None = None
    rows: list[FolderRow] = field(default_factory=list)
    defective: int = 0
    unreadable: int = 0
    compared: int = 0
    unlike: int = 0
    done: int = 0
    total: int = 0
    seconds: float = 0.0
    waiting: bool = False
    lost: bool = False
    left_out: Problem | None = None
    outcome: str = ""
    failed: str = ""
    file: str = ""
    shown: FileShown | None = None
    file_failed: str = ""
    report: str = ""

    def add(self, rows: Sequence[FolderRow]) -> None:
        """Take in more files."""
        self.rows += rows
        for row in rows:
            self.defective += row.prediction is not None and row.prediction.defective
            self.unreadable += row.prediction is None
            self.compared += row.distance is not None
            self.unlike += row.unlike

    @property
    def rate(self) -> float | None:
        """Images a second; None before there is one to speak of."""
        return self.done / self.seconds if self.done and self.seconds > 0 else None

    @property
    def left(self) -> float | None:
        """Seconds until all files that are there are judged."""
        return (self.total - self.done) / self.rate if self.rate else None


@dataclass(slots=True)
class KeptFolders:
    """The project's inspections, newest first, and how one run's scores went.

    `stale`: more was judged since `drift` was read. `project` is whose `inspections` are known.
    """

    project: str = ""
    inspections: tuple[FolderEntry, ...] = ()
    run: str = ""
    drift: Drift | None = None
    stale: bool = True
    failed: str = ""
