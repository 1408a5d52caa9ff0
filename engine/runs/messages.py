"""Commands and events of a project's runs: listing, notes, and the bin."""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.command import Command, Priority
from engine.core.event import Event
from engine.core.values import (
    CurvePoint,
    Problem,
    RunNote,
    RunSummary,
)


@dataclass(frozen=True, slots=True)
class ListRuns(Command):
    """RunsListed: all runs of a project folder, newest first. Interactive."""

    priority = Priority.INTERACTIVE

    project: str


@dataclass(frozen=True, slots=True)
class RunsListed(Event):
    """A project's runs, the newest first; `damaged` are folders that cannot be read as runs.

    `line_share`: the share of defects on the line that the project keeps; None: nobody said.
    """

    project: str
    runs: tuple[RunSummary, ...]
    damaged: tuple[Problem, ...] = ()
    line_share: float | None = None


@dataclass(frozen=True, slots=True)
class FollowRuns(Command):
    """RunsFollowed: what runs that another program trains have written since. Interactive.

    `runs`: each run's folder, and the bytes of its metrics.csv that were read before.
    """

    priority = Priority.INTERACTIVE

    project: str
    runs: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class RunGrown:
    """What a run has written since.

    Attributes
    ----------
    path, state : its folder, and its state now
    points : new rows of its curve; all of them where it was `begun_anew`
    read : bytes of metrics.csv that were read by now
    """

    path: str
    state: str
    points: tuple[CurvePoint, ...]
    read: int
    begun_anew: bool = False


@dataclass(frozen=True, slots=True)
class RunsFollowed(Event):
    """What the followed runs have written, and the names of all runs that are there."""

    project: str
    runs: tuple[RunGrown, ...]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReadNotes(Command):
    """NotesRead: all notes of a project. Interactive."""

    priority = Priority.INTERACTIVE

    project: str


@dataclass(frozen=True, slots=True)
class NoteRun(Command):
    """RunNoted: keep a note with the project; an empty one takes it away. Interactive."""

    priority = Priority.INTERACTIVE

    project: str
    note: RunNote


@dataclass(frozen=True, slots=True)
class RenameRun(Command):
    """RunRenamed: give a run, by its folder, a name; "" takes it away. Interactive.

    Its folder keeps its own. A name that another run of the project has is refused.
    """

    priority = Priority.INTERACTIVE

    run: str
    title: str


@dataclass(frozen=True, slots=True)
class RunRenamed(Event):
    """What a run is called now, "" where nobody gave it a name."""

    run: str
    title: str


@dataclass(frozen=True, slots=True)
class BinRuns(Command):
    """RunsBinned: put runs, by folder, into the system's bin. Interactive.

    Their notes go along in their folders; their verdicts are forgotten. A run that is being trained
    stays. Their names are not used again.
    """

    priority = Priority.INTERACTIVE

    runs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotesRead(Event):
    """Notes of runs that have one."""

    project: str
    notes: tuple[RunNote, ...]


@dataclass(frozen=True, slots=True)
class RunNoted(Event):
    """A note as it is kept now."""

    project: str
    note: RunNote


@dataclass(frozen=True, slots=True)
class RunsBinned(Event):
    """Folders that are in the bin, and why others are not."""

    runs: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
