"""What the session does for a study: one generator a command."""

from __future__ import annotations

from pathlib import Path

from engine.core.errors import TransferLensError
from engine.core.event import Progress
from engine.core.job import Steps, Stop, job, relay
from engine.core.values import Problem, ReaderOptions
from engine.data.readers.detect import open_dataset
from engine.data.sample import DataSet
from engine.project.groups import as_kept
from engine.project.readings import kept_reading
from engine.project.runs import list_runs
from engine.study.messages import ReadStudies, ReportWritten, RunStudy, StudiesListed, WriteReport
from engine.study.plan import StudyPlan
from engine.study.queue import standing, useful_tasks
from engine.study.report import write_report
from engine.study.run import run_study
from engine.study.store import list_studies
from engine.study.values import StudySummary


@job(RunStudy)
def study(command: RunStudy, stop: Stop) -> Steps:
    """Run a study to its end."""
    yield from run_study(
        command.job, Path(command.project), command.plan, stop, command.train, command.scheduler
    )


@job(ReadStudies)
def read_studies(command: ReadStudies) -> Steps:
    """List a project's studies; one with a damaged plan is listed as that."""
    project = Path(command.project)
    result, damaged = [], []
    runs = list_runs(project)
    opened: dict[tuple[str, ReaderOptions], DataSet | None] = {}
    for folder in list_studies(project):
        try:
            plan = folder.read_plan()
        except TransferLensError as error:
            damaged.append(Problem(str(folder.path), error.template, error.values))
            continue
        key = (plan.data, plan.options)
        if key not in opened:
            yield None  # a large set takes a while; a click may come in between
            opened[key] = _open(plan, project)
        data = opened[key]
        tasks = (
            () if data is None else standing(useful_tasks(plan, data, project), runs, data, project)
        )
        result.append(StudySummary(plan, tasks, folder.read_board()))
    yield StudiesListed(command.job, command.project, tuple(result), tuple(damaged))


def _open(plan: StudyPlan, project: Path) -> DataSet | None:
    """A plan's data set with what is drawn on it; None where it is not at its place."""
    try:
        options = kept_reading(project, Path(plan.data), plan.options)
        return as_kept(open_dataset(Path(plan.data), options), project)
    except TransferLensError:
        return None


@job(WriteReport)
def report(command: WriteReport) -> Steps:
    """Write a study's report."""
    path = Path(command.path) if command.path else None
    work = write_report(Path(command.project), command.study, path, command.language)
    made = yield from relay(work, lambda step: Progress(command.job, *step))
    yield ReportWritten(command.job, str(made))
