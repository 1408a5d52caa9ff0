"""Proves and signs for one run at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.core.event import JobEnded
from engine.signoff.messages import (
    CheckSignOff,
    PlanSignOff,
    ReadSignOffs,
    RunSigned,
    SignOffChecked,
    SignOffPlanned,
    SignOffsRead,
    SignOffWritten,
    SignRun,
    WriteSignOff,
)
from gui.runs.store import RunsStore
from gui.signoff.state import Signing
from gui.store.asking import Ask, Task
from gui.store.engine_client import EngineClient, Job, sentence
from gui.store.engine_thread import INSPECTION
from gui.store.world import World


class SignoffStore(QObject):
    """The run that is to be signed off, what its images prove, and what was signed before.

    Signals
    -------
    changed()
        Another run, another limit, more is known, or a record was signed.
    page_written(str)
        The page of a record was written to that file.
    """

    changed = Signal()
    page_written = Signal(str)

    def __init__(
        self, client: EngineClient, world: World, runs: RunsStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._world = world
        self.state = Signing()
        self._check = Ask(client, self._on_checked, self._on_failed)
        self._records = Ask(client, self._on_records)
        self._plan = Ask(client, self._on_planned)
        self._page = Ask(client, self._on_page)
        self._sign = Task(
            client, INSPECTION, SignRun, {RunSigned: self._on_signed}, ended=self._on_ended
        )
        runs.binned.connect(self._on_binned)
        world.project_left.connect(self._on_project_left)
        world.data_opened.connect(self._prove_anew)
        world.judged.connect(self._on_judged)
        world.verdicts_stale.connect(self._on_stale)

    # ------------------------------------------------------------------ intents

    def choose(self, path: str) -> None:
        """Look at another run."""
        if path != self.state.run:
            self.state.run, self.state.signed = path, ""
            self._prove_anew()

    def limit_escape(self, limit: float) -> None:
        """State another limit of the escape rate, in (0, 1)."""
        if limit != self.state.limit:
            self.state.limit = limit
            self._prove_again()

    def limit_overkill(self, limit: float) -> None:
        """State above which overkill nothing is proven, in (0, 1]."""
        if limit != self.state.overkill_limit:
            self.state.overkill_limit = limit
            self._prove_again()

    def plan(self, kind: str, amount: int) -> None:
        """Write down how many looks or parts there will be."""
        if self.state.run:
            self._plan(PlanSignOff, self.state.run, kind, amount, self.state.limit)

    def refresh(self) -> None:
        """Ask for what is not known or does not hold."""
        state, world = self.state, self._world
        if world.project and state.records is None and not self._records.in_flight:
            self._records(ReadSignOffs, world.project)
        if state.stale and state.run and world.fits_data(state.run) and not world.opening:
            state.stale = False
            self._check(CheckSignOff, state.run, state.limit, overkill_limit=state.overkill_limit)

    def sign(self, name: str, comment: str) -> None:
        """Sign what is shown, with a name."""
        state = self.state
        if state.job or state.proof is None or state.proof.blocked is not None or not name.strip():
            return
        state.job = self._sign(
            state.run, state.limit, name, comment, overkill_limit=state.overkill_limit
        ).number
        self.changed.emit()

    def write_page(self, record: str, language: str, path: str = "") -> None:
        """Write the page of a record."""
        self._page(WriteSignOff, record, path, language)

    # ------------------------------------------------------------------ answers

    def _on_checked(self, event: SignOffChecked) -> None:
        state = self.state
        if event.proof.run == state.run:
            state.proof, state.curve, state.failed = event.proof, event.curve, ""
            self.changed.emit()

    def _on_planned(self, _event: SignOffPlanned) -> None:
        self._prove_anew()

    def _on_failed(self, event: JobEnded) -> None:
        self.state.proof, self.state.curve, self.state.failed = None, (), sentence(event)
        self.changed.emit()

    def _on_signed(self, event: RunSigned) -> None:
        state = self.state
        if event.job == state.job:
            state.signed = event.record.path
            state.records = (event.record, *(state.records or ()))
            self.changed.emit()

    def _on_ended(self, event: JobEnded, _job: Job) -> None:
        if event.job == self.state.job:
            self.state.job = 0
            self.changed.emit()

    def _on_records(self, event: SignOffsRead) -> None:
        if event.project == self._world.project:
            self.state.records, self.state.damaged = event.records, event.damaged
            self.changed.emit()

    def _on_page(self, event: SignOffWritten) -> None:
        self.page_written.emit(event.path)

    # ------------------------------------------------------------------ the world

    def _on_judged(self, run: str, _whole: bool) -> None:
        if run == self.state.run:
            self._prove_again()

    def _on_stale(self, run: str) -> None:
        if not run:
            self._prove_again()
        elif run == self.state.run:
            self._prove_anew()

    def _on_binned(self, gone: frozenset[str]) -> None:
        if self.state.run in gone:
            self.choose("")

    def _prove_again(self) -> None:
        """What is shown may not hold; it stays until it is known better."""
        self.state.stale = True
        self.changed.emit()

    def _prove_anew(self) -> None:
        """What is shown does not hold."""
        self._check.forget()
        self.state.proof, self.state.curve, self.state.failed = None, (), ""
        self._prove_again()

    def _on_project_left(self) -> None:
        for ask in (self._check, self._records):
            ask.forget()
        self.state = Signing(limit=self.state.limit, overkill_limit=self.state.overkill_limit)
        self.changed.emit()
