"""The one writer of the window's state: what concerns two runs side by side."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine import messages as m
from gui.engine_thread import EngineThread
from gui.history_writer import HistoryWriter
from gui.pairing import PLACES, Versus
from gui.questions import Question
from gui.state_writer import HANDLERS


class VersusWriter(HistoryWriter):
    """Compares two runs at a time, image by image.

    Signals
    -------
    versus_changed()
        Other runs, or more is known of how they compare.
    versus_looked()
        Another image, or what a network says of it.
    """

    versus_changed = Signal()
    versus_looked = Signal()

    def __init__(
        self, training: EngineThread, inspection: EngineThread, parent: QObject | None = None
    ) -> None:
        super().__init__(training, inspection, parent)
        for name in ("versus", "versus-sample", *(f"versus-{place}" for place in PLACES)):
            self._questions[name] = Question(self._post)

    # ------------------------------------------------------------------ intents

    def compare_runs(self, one: str, other: str) -> None:
        """Put two other runs side by side; the image looked at stays."""
        look = self.state.versus
        if (one, other) == (look.one, look.other):
            return
        index, sample = look.index, look.sample
        self._forget("versus", *(f"versus-{place}" for place in PLACES))
        self.state.versus = Versus(one, other, index=index, sample=sample)
        self.versus_changed.emit()
        self._look_again_with_both()

    def refresh_versus(self) -> None:
        """Ask for what is not known or does not hold."""
        look, state = self.state.versus, self.state
        ready = look.one and look.other and not state.opening
        if look.stale and ready and state.fits_data(look.one) and state.fits_data(look.other):
            look.stale = False
            self._questions["versus"].ask(m.CompareRuns(self._next(), look.one, look.other))

    def look_with_both(self, index: int) -> None:
        """Look at an image with both networks: the picture comes first."""
        look = self.state.versus
        if index == look.index and look.sample is not None:
            return
        look.index, look.sample = index, None
        self._questions["versus-sample"].ask(m.ShowSample(self._next(), index))
        self._look_again_with_both()

    def _look_again_with_both(self) -> None:
        look = self.state.versus
        look.looks = {}
        if look.index >= 0:
            for place in PLACES:
                run = getattr(look, place)
                if run and self.state.fits_data(run):
                    command = m.InspectImage(self._next(), run, look.index)
                    self._questions[f"versus-{place}"].ask(command)
        self.versus_looked.emit()

    def judge_both(self) -> None:
        """Judge the test images of both runs."""
        for run in (self.state.versus.one, self.state.versus.other):
            self.state.judge(run, "test")

    # ------------------------------------------------------------------ events

    def _on_compared(self, event: m.RunsCompared) -> None:
        look = self.state.versus
        if self._questions["versus"].accepts(event.job):
            look.pairing, look.failed = event.pairing, ""
            self.versus_changed.emit()

    def _on_inspected(self, event: m.Inspected) -> None:
        look = self.state.versus
        for place in PLACES:
            if self._questions[f"versus-{place}"].accepts(event.job):
                if event.index == look.index and event.run == getattr(look, place):
                    look.looks[place] = event
                    self.versus_looked.emit()
                return
        super()._on_inspected(event)

    def _on_sample(self, event: m.SampleShown) -> None:
        if self._questions["versus-sample"].accepts(event.job):
            if event.index == self.state.versus.index:
                self.state.versus.sample = event
                self.versus_looked.emit()
            return
        super()._on_sample(event)

    def _answer_failed(self, name: str, question: Question, event: m.JobEnded) -> None:
        failed = event.outcome in (m.Outcome.FAILED, m.Outcome.REJECTED)
        if name != "versus":
            super()._answer_failed(name, question, event)
        elif failed and question.accepts(event.job):
            self.state.versus.pairing, self.state.versus.failed = None, self._sentence(event)
            self.versus_changed.emit()

    def _on_data(self, event: m.DataOpened) -> None:
        known = event.job in self.state.jobs
        super()._on_data(event)
        if known:
            look = self.state.versus
            look.index, look.sample, look.looks, look.pairing = -1, None, {}, None
            self._versus_anew()
            self.versus_looked.emit()

    def _on_run_renewed(self, run: str) -> None:
        super()._on_run_renewed(run)
        if run in ("", self.state.versus.one, self.state.versus.other):
            self._versus_anew()

    def _on_run_judged(self, run: str, whole: bool) -> None:
        super()._on_run_judged(run, whole)
        if run in (self.state.versus.one, self.state.versus.other):
            self._versus_anew()

    def _versus_anew(self) -> None:
        self.state.versus.stale = True
        self.versus_changed.emit()

    def _leave_runs(self) -> None:
        super()._leave_runs()
        self.compare_runs("", "")


HANDLERS.update(
    {
        m.RunsCompared: VersusWriter._on_compared,
        m.Inspected: VersusWriter._on_inspected,
        m.SampleShown: VersusWriter._on_sample,
        m.DataOpened: VersusWriter._on_data,
    }
)
