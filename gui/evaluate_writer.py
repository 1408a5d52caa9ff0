"""The one writer of the window's state: what concerns the evaluation of a run.

Nothing here changes a run: verdicts are judged and kept as on every page, a proposed threshold is
shown, and taken over only by a new run.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine import messages as m
from gui.engine_thread import INSPECTION, EngineThread
from gui.evaluating import Evaluating
from gui.inspector_writer import InspectorWriter
from gui.questions import Question
from gui.state_writer import HANDLERS
from gui.store.engine_client import Job
from gui.store.run_record import RunRecord


class EvaluateWriter(InspectorWriter):
    """Evaluates one run at a time.

    Signals
    -------
    evaluation_changed()
        Another run is evaluated, or more is known of it, or what was known no longer holds.
    """

    evaluation_changed = Signal()

    def __init__(
        self, training: EngineThread, inspection: EngineThread, parent: QObject | None = None
    ) -> None:
        super().__init__(training, inspection, parent)
        for name in ("evaluate", "propose"):
            self._questions[name] = Question(self._post)
        self.runs_changed.connect(self._on_coming)

    # ------------------------------------------------------------------ intents

    def choose_evaluated_run(self, path: str) -> None:
        """Evaluate another run; what comes of the one before is not shown any more."""
        if path != self.state.evaluating.run:
            self._forget("evaluate", "propose")
            self.state.evaluating = Evaluating(run=path)
            self.evaluation_changed.emit()

    def refresh_evaluation(self) -> None:
        """Ask for the chosen run's figures, if those known do not hold."""
        look, state = self.state.evaluating, self.state
        if look.stale and self.fits_data(look.run) and not state.opening:
            look.stale = False
            self._questions["evaluate"].ask(m.EvaluateRun(self._next(), look.run))

    def fits_data(self, path: str) -> bool:
        """Whether a run was trained on the open data set."""
        return self.state.fits_data(path)

    def finished_runs(self) -> list[RunRecord]:
        """Return finished runs with test figures; those of the open images first."""
        return self.state.finished_runs()

    def propose_threshold(self, cost_ratio: float, share: float | None) -> None:
        """Ask for the threshold that is cheapest on validation images, judging them first."""
        look = self.state.evaluating
        if look.found is None or not look.found.validation.total:
            return
        if len(look.found.validation) < look.found.validation.total:
            look.wanted = (cost_ratio, share)
            self.state.judge(look.run, "validation")
            self.evaluation_changed.emit()
        else:
            self._propose(cost_ratio, share)

    def _propose(self, cost_ratio: float, share: float | None) -> None:
        run = self.state.evaluating.run
        self._questions["propose"].ask(m.ProposeThreshold(self._next(), run, cost_ratio, share))

    def adopt_threshold(self) -> None:
        """Make a run with the threshold proposed last and go over to it.

        The engine works it out anew from validation images: no other threshold can be taken over.
        """
        look = self.state.evaluating
        if look.proposal is not None and self.adopting(look.run) is None:
            asked = look.proposal
            self._start(
                INSPECTION,
                m.AdoptThreshold(self._next(), look.run, asked.cost_ratio, asked.share),
            )
            self.evaluation_changed.emit()

    def adopting(self, run: str) -> Job | None:
        """Return the job that makes a run of this one for other costs, if one does."""
        for job in self.state.lane_jobs(INSPECTION):
            if isinstance(job.command, m.AdoptThreshold) and job.command.run == run:
                return job
        return None

    def locate_defects(self) -> None:
        """Hold the chosen run's maps against the regions of its defective test images."""
        run = self.state.evaluating.run
        if run and self.locating(run) is None:
            self._start(INSPECTION, m.LocateDefects(self._next(), run))
            self.evaluation_changed.emit()

    def judging(self, run: str, part: str) -> Job | None:
        """Return the job that judges a part of a run's images, if one does."""
        return self.state.judging(run, part)

    def locating(self, run: str) -> Job | None:
        """Return the job that locates a run's defects, if one does."""
        for job in self.state.lane_jobs(INSPECTION):
            if isinstance(job.command, m.LocateDefects) and job.command.run == run:
                return job
        return None

    # ------------------------------------------------------------------ events

    def _on_evaluated(self, event: m.Evaluated) -> None:
        look = self.state.evaluating
        if self._questions["evaluate"].accepts(event.job) and event.run == look.run:
            # What is kept of its maps follows, if they still hold.
            look.found, look.located, look.failed = event.evaluation, None, ""
            wanted, judged = look.wanted, event.evaluation.validation
            self.evaluation_changed.emit()
            if wanted is not None and self.judging(look.run, "validation") is None:
                look.wanted = None
                if len(judged) == judged.total:
                    self._propose(*wanted)

    def _on_proposed(self, event: m.ThresholdProposed) -> None:
        look = self.state.evaluating
        if self._questions["propose"].accepts(event.job) and event.run == look.run:
            look.proposal = event.proposal
            self.evaluation_changed.emit()

    def _on_adopted(self, event: m.ThresholdAdopted) -> None:
        if event.job not in self.state.jobs:
            return
        look = self.state.evaluating
        if look.run == event.parent:
            look.coming = event.run
        if self.state.project:
            # There is another run; every page offers it from here on.
            self.state.list_runs()

    def _on_coming(self) -> None:
        coming = self.state.evaluating.coming
        if coming and self.state.run_of(path=coming) is not None:
            self.choose_evaluated_run(coming)

    def _on_located(self, event: m.DefectsLocated) -> None:
        look = self.state.evaluating
        known = event.job in self.state.jobs or self._questions["evaluate"].accepts(event.job)
        if known and event.run == look.run:
            look.located = event.located
            self.evaluation_changed.emit()

    def _on_ended(self, event: m.JobEnded) -> None:
        job = self.state.jobs.get(event.job)
        super()._on_ended(event)
        command = job.command if job is not None else None
        if isinstance(command, m.LocateDefects | m.AdoptThreshold):
            self.evaluation_changed.emit()

    def _on_run_judged(self, run: str, whole: bool) -> None:
        super()._on_run_judged(run, whole)
        if run == self.state.evaluating.run:
            if not whole and self.judging(run, "validation") is None:
                self.state.evaluating.wanted = None
            self._evaluate_anew()

    def _answer_failed(self, name: str, question: Question, event: m.JobEnded) -> None:
        failed = event.outcome in (m.Outcome.FAILED, m.Outcome.REJECTED)
        if name != "evaluate":
            super()._answer_failed(name, question, event)
        elif failed and question.accepts(event.job):
            self.state.evaluating.failed = self._sentence(event)
            self.state.evaluating.wanted = None
            self.evaluation_changed.emit()

    def _on_data(self, event: m.DataOpened) -> None:
        known = event.job in self.state.jobs
        super()._on_data(event)
        if known:
            # An index means another image from here on.
            self._evaluate_anew(keep=False)

    def _on_regions(self, event: m.RegionsChanged) -> None:
        super()._on_regions(event)
        self._evaluate_anew()
        self.state.verdicts_stale.emit("")

    def _on_run_renewed(self, path: str) -> None:
        super()._on_run_renewed(path)
        if path and path == self.state.evaluating.run:
            self._evaluate_anew(keep=False)

    # ------------------------------------------------------------------ helpers

    def _evaluate_anew(self, *, keep: bool = True) -> None:
        """What is known may not hold; without `keep` it certainly does not."""
        look = self.state.evaluating
        look.stale = True
        if not keep:
            self._forget("evaluate", "propose")
            self.state.evaluating = Evaluating(run=look.run)
        self.evaluation_changed.emit()

    def _leave_runs(self) -> None:
        super()._leave_runs()
        self.choose_evaluated_run("")


HANDLERS.update(
    {
        m.Evaluated: EvaluateWriter._on_evaluated,
        m.ThresholdProposed: EvaluateWriter._on_proposed,
        m.ThresholdAdopted: EvaluateWriter._on_adopted,
        m.DefectsLocated: EvaluateWriter._on_located,
        m.JobEnded: EvaluateWriter._on_ended,
        m.DataOpened: EvaluateWriter._on_data,
        m.RegionsChanged: EvaluateWriter._on_regions,
    }
)
