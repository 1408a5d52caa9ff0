"""The one writer of the window's state: what concerns signing off."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine import messages as m
from gui.engine_thread import INSPECTION, EngineThread
from gui.questions import Question
from gui.review_writer import ReviewWriter
from gui.signing import Signing
from gui.state_writer import HANDLERS


class SignOffWriter(ReviewWriter):
    """Proves and signs for one run at a time.

    Signals
    -------
    signing_changed()
        Another run, another limit, more is known, or a record was signed.
    page_written(str)
        The page of a record was written to that file.
    """

    signing_changed = Signal()
    page_written = Signal(str)

    def __init__(
        self, training: EngineThread, inspection: EngineThread, parent: QObject | None = None
    ) -> None:
        super().__init__(training, inspection, parent)
        for name in ("sign-check", "sign-offs", "sign-page"):
            self._questions[name] = Question(self._post)

    # ------------------------------------------------------------------ intents

    def choose_signed_run(self, path: str) -> None:
        """Look at another run."""
        look = self.state.signing
        if path != look.run:
            look.run, look.signed = path, ""
            self._prove_anew()

    def limit_escape(self, limit: float) -> None:
        """State another limit of the escape rate, in (0, 1)."""
        if limit != self.state.signing.limit:
            self.state.signing.limit = limit
            self._prove_anew(keep=True)

    def refresh_signing(self) -> None:
        """Ask for what is not known or does not hold."""
        look, state = self.state.signing, self.state
        if state.project and look.records is None and not self._questions["sign-offs"].in_flight:
            self._questions["sign-offs"].ask(m.ReadSignOffs(self._next(), state.project))
        if look.stale and look.run and state.fits_data(look.run) and not state.opening:
            look.stale = False
            command = m.CheckSignOff(self._next(), look.run, look.limit)
            self._questions["sign-check"].ask(command)

    def sign_run(self, name: str, comment: str) -> None:
        """Sign what is shown, with a name."""
        look = self.state.signing
        if look.job or look.proof is None or look.proof.blocked is not None or not name.strip():
            return
        command = m.SignRun(self._next(), look.run, look.limit, name, comment)
        look.job = command.job
        self._start(INSPECTION, command)
        self.signing_changed.emit()

    def write_sign_off(self, record: str, language: str, path: str = "") -> None:
        """Write the page of a record."""
        self._questions["sign-page"].ask(m.WriteSignOff(self._next(), record, path, language))

    # ------------------------------------------------------------------ events

    def _on_sign_check(self, event: m.SignOffChecked) -> None:
        look = self.state.signing
        if self._questions["sign-check"].accepts(event.job) and event.proof.run == look.run:
            look.proof, look.curve, look.failed = event.proof, event.curve, ""
            self.signing_changed.emit()

    def _on_signed(self, event: m.RunSigned) -> None:
        look = self.state.signing
        if event.job == look.job:
            look.signed = event.record.path
            look.records = (event.record, *(look.records or ()))
            self.signing_changed.emit()

    def _on_sign_offs(self, event: m.SignOffsRead) -> None:
        look = self.state.signing
        if event.project == self.state.project:
            look.records, look.damaged = event.records, event.damaged
            self.signing_changed.emit()

    def _on_page(self, event: m.SignOffWritten) -> None:
        if self._questions["sign-page"].accepts(event.job):
            self.page_written.emit(event.path)

    def _on_ended(self, event: m.JobEnded) -> None:
        super()._on_ended(event)
        if event.job == self.state.signing.job:
            self.state.signing.job = 0
            self.signing_changed.emit()

    def _on_run_judged(self, run: str, whole: bool) -> None:
        super()._on_run_judged(run, whole)
        if run == self.state.signing.run:
            self._prove_anew(keep=True)

    def _answer_failed(self, name: str, question: Question, event: m.JobEnded) -> None:
        failed = event.outcome in (m.Outcome.FAILED, m.Outcome.REJECTED)
        if name != "sign-check":
            super()._answer_failed(name, question, event)
        elif failed and question.accepts(event.job):
            look = self.state.signing
            look.proof, look.curve, look.failed = None, (), self._sentence(event)
            self.signing_changed.emit()

    def _on_data(self, event: m.DataOpened) -> None:
        known = event.job in self.state.jobs
        super()._on_data(event)
        if known:
            self._prove_anew()

    def _on_run_renewed(self, run: str) -> None:
        """What verdicts rest on has changed; so has what they prove."""
        super()._on_run_renewed(run)
        if run in ("", self.state.signing.run):
            self._prove_anew(keep=not run)

    # ------------------------------------------------------------------ helpers

    def _prove_anew(self, *, keep: bool = False) -> None:
        look = self.state.signing
        look.stale = True
        if not keep:
            self._forget("sign-check")
            look.proof, look.curve, look.failed = None, (), ""
        self.signing_changed.emit()

    def _leave_runs(self) -> None:
        super()._leave_runs()
        self._forget("sign-check", "sign-offs")
        self.state.signing = Signing(limit=self.state.signing.limit)
        self.signing_changed.emit()


HANDLERS.update(
    {
        m.SignOffChecked: SignOffWriter._on_sign_check,
        m.RunSigned: SignOffWriter._on_signed,
        m.SignOffsRead: SignOffWriter._on_sign_offs,
        m.SignOffWritten: SignOffWriter._on_page,
        m.DataOpened: SignOffWriter._on_data,
        m.JobEnded: SignOffWriter._on_ended,
    }
)
