"""What is known of the run that is evaluated, and the asking for it.

Nothing here changes a run: verdicts are judged and kept as on every page, a proposed threshold is
shown, and taken over only by a new run.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.core.event import JobEnded
from engine.evaluate.messages import (
    AdoptThreshold,
    DefectsLocated,
    Evaluated,
    EvaluateRun,
    LocateDefects,
    ProposeThreshold,
    ThresholdAdopted,
    ThresholdProposed,
)
from gui.evaluate.state import Evaluating
from gui.runs.store import RunsStore
from gui.store.asking import Answers, Ask, Task
from gui.store.engine_client import EngineClient, Job, sentence
from gui.store.engine_thread import INSPECTION
from gui.store.world import World


class EvaluateStore(QObject):
    """Evaluates one run at a time.

    Attributes
    ----------
    state
        The run and what is known of it.

    Signals
    -------
    changed()
        Another run is evaluated, or more is known of it, or what was known no longer holds.
    """

    changed = Signal()

    def __init__(
        self, client: EngineClient, world: World, runs: RunsStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._world = world
        self.state = Evaluating()
        answers: Answers = {Evaluated: self._on_evaluated, DefectsLocated: self._on_located}
        self._evaluate = Ask(client, answers, self._on_failed)
        self._propose = Ask(client, self._on_proposed)
        self._adopt = Task(
            client,
            INSPECTION,
            AdoptThreshold,
            {ThresholdAdopted: self._on_adopted},
            ended=self._on_work_ended,
        )
        self._locate = Task(
            client,
            INSPECTION,
            LocateDefects,
            {DefectsLocated: self._on_located},
            ended=self._on_work_ended,
        )
        runs.binned.connect(self._on_binned)
        world.project_left.connect(self._leave)
        world.data_opened.connect(self._forget_all)
        world.verdicts_stale.connect(self._on_stale)
        world.judged.connect(self._on_judged)
        world.runs_changed.connect(self._on_coming)

    # ------------------------------------------------------------------ intents

    def choose(self, path: str) -> None:
        """Evaluate another run; what comes of the one before is not shown any more."""
        if path != self.state.run:
            self._renew(path)

    def refresh(self) -> None:
        """Ask for the chosen run's figures, if those known do not hold."""
        state, world = self.state, self._world
        if state.stale and world.fits_data(state.run) and not world.opening:
            state.stale = False
            self._evaluate(EvaluateRun, state.run)

    def propose(self, cost_ratio: float, share: float | None) -> None:
        """Ask for the threshold that is cheapest on validation images, judging them first."""
        state = self.state
        if state.found is None or not state.found.validation.total:
            return
        if len(state.found.validation) < state.found.validation.total:
            state.wanted = (cost_ratio, share)
            self._world.judge(state.run, "validation")
            self.changed.emit()
        else:
            self._propose(ProposeThreshold, state.run, cost_ratio, share)

    def adopt(self) -> None:
        """Make a run with the threshold proposed last and go over to it.

        The engine works it out anew from validation images: no other threshold can be taken over.
        """
        run, asked = self.state.run, self.state.proposal
        if asked is not None and self.adopting(run) is None:
            self._adopt(run, asked.cost_ratio, asked.share)
            self.changed.emit()

    def adopting(self, run: str) -> Job | None:
        """Return the job that makes a run of this one for other costs, if one does."""
        return self._adopt.job(run=run)

    def locate(self, made: int = 0) -> None:
        """Hold the chosen run's maps against the regions of its defective test images.

        So many made defects are judged as well.
        """
        run = self.state.run
        if run and self.locating(run) is None:
            self._locate(run, made)
            self.changed.emit()

    def locating(self, run: str) -> Job | None:
        """Return the job that locates a run's defects, if one does."""
        return self._locate.job(run=run)

    # ------------------------------------------------------------------ answers

    def _on_evaluated(self, event: Evaluated) -> None:
        state = self.state
        # What is kept of its maps follows, if they still hold.
        state.found, state.located, state.failed = event.evaluation, None, ""
        wanted, judged = state.wanted, event.evaluation.validation
        self.changed.emit()
        if wanted is not None and self._world.judging(state.run, "validation") is None:
            state.wanted = None
            if len(judged) == judged.total:
                self._propose(ProposeThreshold, state.run, *wanted)

    def _on_failed(self, event: JobEnded) -> None:
        self.state.failed, self.state.wanted = sentence(event), None
        self.changed.emit()

    def _on_proposed(self, event: ThresholdProposed) -> None:
        self.state.proposal = event.proposal
        self.changed.emit()

    def _on_adopted(self, event: ThresholdAdopted) -> None:
        if self.state.run == event.parent:
            self.state.coming = event.run
        # There is another run; every page offers it from here on.
        self._world.list_runs()

    def _on_coming(self) -> None:
        coming = self.state.coming
        if coming and self._world.run_of(path=coming) is not None:
            self.choose(coming)

    def _on_located(self, event: DefectsLocated) -> None:
        if event.run == self.state.run:
            self.state.located = event.located
            self.changed.emit()

    def _on_work_ended(self, _event: JobEnded, _job: Job) -> None:
        self.changed.emit()

    # ------------------------------------------------------------------ what others changed

    def _on_judged(self, run: str, whole: bool) -> None:
        if run == self.state.run:
            if not whole and self._world.judging(run, "validation") is None:
                self.state.wanted = None
            self._doubt()

    def _on_binned(self, gone: frozenset[str]) -> None:
        if self.state.run in gone:
            self.choose("")

    def _on_stale(self, run: str) -> None:
        if not run:
            self._doubt()
        elif run == self.state.run:
            self._forget_all()

    def _doubt(self) -> None:
        """What is known may not hold; it stays until it is known anew."""
        self.state.stale = True
        self.changed.emit()

    def _forget_all(self) -> None:
        """What is known of the run holds no longer."""
        self._renew(self.state.run)

    def _renew(self, run: str) -> None:
        self._evaluate.forget()
        self._propose.forget()
        self.state = Evaluating(run=run)
        self.changed.emit()

    def _leave(self) -> None:
        self.choose("")
