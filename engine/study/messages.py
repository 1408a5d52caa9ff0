"""Commands and events of studies."""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.command import Command, Priority
from engine.core.event import Event
from engine.core.values import Problem
from engine.study.plan import StudyPlan
from engine.study.values import Board, StudySummary, StudyTask


@dataclass(frozen=True, slots=True)
class RunStudy(Command):
    """Run a study: for each missing run the events of Train, then Progress* of the measures.

    StudyAdvanced whenever a run has ended, StudyJudged when the board was filled. Long. Stop ends
    the run at work early and keeps it; the study goes on from there another time.
    `train`: False to measure and judge what is there. `scheduler`: whose workers train the runs,
    ``local:N`` or an address (""; this process): then ClusterJoined, and WorkersNow in place of the
    events of Train.
    """

    plan: StudyPlan
    project: str
    train: bool = True
    scheduler: str = ""


@dataclass(frozen=True, slots=True)
class ReadStudies(Command):
    """StudiesListed: the studies of a project, newest first. Interactive."""

    priority = Priority.INTERACTIVE

    project: str


@dataclass(frozen=True, slots=True)
class WriteReport(Command):
    """Write a study's board as one self-contained HTML file: Progress*, ReportWritten. Long.

    `path` "" means the study's folder; `language` is "en" or "ko".
    """

    project: str
    study: str
    path: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class StudyAdvanced(Event):
    """Every run of a study as it stands, in the order of the queue."""

    project: str
    study: str
    tasks: tuple[StudyTask, ...]


@dataclass(frozen=True, slots=True)
class StudyJudged(Event):
    """What a study says of the claims by now."""

    board: Board


@dataclass(frozen=True, slots=True)
class StudiesListed(Event):
    """A project's studies; `damaged` are those whose plan cannot be read."""

    project: str
    studies: tuple[StudySummary, ...]
    damaged: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportWritten(Event):
    """`path`: the HTML file."""

    path: str
