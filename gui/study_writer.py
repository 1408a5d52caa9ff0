"""The one writer of the window's state: what concerns studies.

A study trains many runs under one job; each is shown in the table of runs while it is at work.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine import messages as m
from gui.engine_thread import INSPECTION, TRAINING, EngineThread
from gui.measure_writer import MeasureWriter
from gui.questions import Question
from gui.state_writer import HANDLERS
from gui.store.engine_client import Job


class StudyWriter(MeasureWriter):
    """Runs studies, reads their boards, writes their reports.

    Signals
    -------
    studies_changed()
        A study's queue or board is new, or there are other studies.
    report_written(str)
        A report lies at that path.
    """

    studies_changed = Signal()
    report_written = Signal(str)

    def __init__(
        self, training: EngineThread, inspection: EngineThread, parent: QObject | None = None
    ) -> None:
        super().__init__(training, inspection, parent)
        self._questions["studies"] = Question(self._post)

    # ------------------------------------------------------------------ intents

    def list_studies(self) -> None:
        """Read the project's studies."""
        if self.state.project:
            self._questions["studies"].ask(m.ReadStudies(self._next(), self.state.project))

    def run_study(self, plan: m.StudyPlan, *, train: bool = True) -> None:
        """Queue a study, or go on with it; the same study is never queued twice."""
        if not self.state.project or self.studying(plan.name) is not None:
            return
        self.state.study = plan.name
        held = self.state.studies.get(plan.name)
        self.state.studies[plan.name] = m.StudySummary(
            plan, held.tasks if held else (), held.board if held else None
        )
        self._start(TRAINING, m.RunStudy(self._next(), plan, self.state.project, train))
        self.studies_changed.emit()

    def studying(self, name: str = "") -> Job | None:
        """The job that runs a study of the open project (of that name), if one does."""
        for job in self.state.lane_jobs(TRAINING):
            if (
                isinstance(job.command, m.RunStudy)
                and job.command.project == self.state.project
                and name in ("", job.command.plan.name)
            ):
                return job
        return None

    def _leave_runs(self) -> None:
        super()._leave_runs()
        self.state.studies, self.state.study = {}, ""
        self._forget("studies")

    def choose_study(self, name: str) -> None:
        """Look at another study."""
        if name != self.state.study:
            self.state.study = name
            self.studies_changed.emit()

    def write_report(self, language: str, path: str = "") -> None:
        """Write the chosen study's report."""
        if self.state.study and self.state.project:
            command = m.WriteReport(
                self._next(), self.state.project, self.state.study, path, language
            )
            self._start(INSPECTION, command)

    # ------------------------------------------------------------------ events

    def _on_studies(self, event: m.StudiesListed) -> None:
        if not self._questions["studies"].accepts(event.job):
            return
        if event.project != self.state.project:
            return
        found = {study.plan.name: study for study in event.studies}
        # What studies at work have told is newer than what was read from the disk.
        for name, study in self.state.studies.items():
            if self.studying(name) is not None:
                found[name] = study
        self.state.studies = found
        if self.state.study not in found:
            self.state.study = next(iter(found), "")
        self.studies_changed.emit()

    def _study_of(self, event: m.Event) -> m.StudySummary | None:
        job = self.state.jobs.get(event.job)
        if job is None or not isinstance(job.command, m.RunStudy):
            return None
        if job.command.project != self.state.project:
            return None
        plan = job.command.plan
        held = self.state.studies.get(plan.name)
        return m.StudySummary(plan, held.tasks if held else (), held.board if held else None)

    def _on_advanced(self, event: m.StudyAdvanced) -> None:
        study = self._study_of(event)
        if study is not None:
            self.state.studies[event.study] = replace(study, tasks=event.tasks)
            self.studies_changed.emit()

    def _on_judged(self, event: m.StudyJudged) -> None:
        study = self._study_of(event)
        if study is not None:
            self.state.studies[event.board.study] = replace(study, board=event.board)
            self.studies_changed.emit()

    def _on_report(self, event: m.ReportWritten) -> None:
        if event.job in self.state.jobs:
            self.report_written.emit(event.path)

    def _on_run(self, event: Any) -> None:
        self.stores.train.follow_inner(event)

    def _on_ended(self, event: m.JobEnded) -> None:
        job = self.state.jobs.get(event.job)
        super()._on_ended(event)
        if job is not None and isinstance(job.command, m.RunStudy):
            self.list_studies()
            self.studies_changed.emit()


HANDLERS.update(
    {
        m.StudiesListed: StudyWriter._on_studies,
        m.StudyAdvanced: StudyWriter._on_advanced,
        m.StudyJudged: StudyWriter._on_judged,
        m.ReportWritten: StudyWriter._on_report,
        m.JobEnded: StudyWriter._on_ended,
        m.RunStarted: StudyWriter._on_run,
        m.StepDone: StudyWriter._on_run,
        m.Validated: StudyWriter._on_run,
        m.RunFinished: StudyWriter._on_run,
    }
)
