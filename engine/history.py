"""The history of a project's runs: notes, tags, and runs put into the bin.

Values, commands and events; rules: :mod:`engine.messages`. Nothing here imports torch or Qt.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.commands import Command, Priority
from engine.events import Event
from engine.values import Problem

LONGEST_NOTE = 10_000
"""Characters."""


@dataclass(frozen=True, slots=True)
class RunNote:
    """What a person wrote of a run. `run` is its folder's name; tags are without spaces."""

    run: str
    text: str = ""
    tags: tuple[str, ...] = ()


# ------------------------------------------------------------------ commands


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
class BinRuns(Command):
    """RunsBinned: put runs, by folder, into the system's bin. Interactive.

    Their notes go along in their folders; their verdicts are forgotten. A run that is being trained
    stays. Their names are not used again.
    """

    priority = Priority.INTERACTIVE

    runs: tuple[str, ...]


# ------------------------------------------------------------------ events


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
