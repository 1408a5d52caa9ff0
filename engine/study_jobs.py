"""What the session does for a study: one generator a command, as in :mod:`engine.jobs`."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from engine.data.readers.detect import open_dataset
from engine.desk import Desk
from engine.errors import TransferLensError
from engine.findings import StudyTask
from engine.messages import (
    Command,
    Event,
    Progress,
    ReadStudies,
    ReportWritten,
    RunStudy,
    StudiesListed,
    StudySummary,
    WriteReport,
)
from engine.plan import StudyPlan
from engine.project.runs import list_runs
from engine.report.write import write_report
from engine.study.queue import standing
from engine.study.run import run_study
from engine.study.store import list_studies

Stop = Callable[[], bool]
Steps = Generator[Event | None, None, None]


def study(desk: Desk, command: RunStudy, stop: Stop) -> Steps:
    """Run a study to its end."""
    yield from run_study(command.job, Path(command.project), command.plan, stop, command.train)


def read_studies(desk: Desk, command: ReadStudies, stop: Stop) -> Steps:
    """List a project's studies; one with a damaged plan is left out."""
    project = Path(command.project)
    found = []
    for folder in list_studies(project):
        try:
            plan = folder.read_plan()
        except TransferLensError:
            continue
        board = folder.read_board()
        found.append(StudySummary(plan, _standing(plan, project), board))
    yield StudiesListed(command.job, command.project, tuple(found))


def _standing(plan: StudyPlan, project: Path) -> tuple[StudyTask, ...]:
    """The plan's runs as they stand; none where the data set is not at its place."""
    try:
        data = open_dataset(Path(plan.data), plan.options)
    except TransferLensError:
        return ()
    return standing(plan.tasks, list_runs(project), data.fingerprint)


def report(desk: Desk, command: WriteReport, stop: Stop) -> Steps:
    """Write a study's report."""
    path = Path(command.path) if command.path else None
    steps = write_report(Path(command.project), command.study, path, command.language)
    while True:
        try:
            stage, done, total = next(steps)
        except StopIteration as end:
            yield ReportWritten(command.job, str(end.value))
            return
        yield Progress(command.job, stage, done, total)


STUDY_HANDLERS: dict[type[Command], Callable[[Desk, Any, Stop], Steps]] = {
    RunStudy: study,
    ReadStudies: read_studies,
    WriteReport: report,
}
