"""The first answer to the open data set, and the asking for it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from engine.answer.messages import Answered, AnswerExpected, ExpectAnswer, FindOut, RungDone
from engine.answer.values import Answer, Rung
from engine.core.event import JobEnded
from engine.training.values import Expected
from gui.store.asking import Ask, Task
from gui.store.engine_client import EngineClient, Job, ended_badly, sentence
from gui.store.engine_thread import INSPECTION
from gui.store.world import World
from gui.words.pace import expected_words


@dataclass(slots=True)
class Found:
    """What is known so far.

    Attributes
    ----------
    rungs
        Those that are done.
    answer
        What they come to; None before the last one.
    failed
        Why there is none, translated.
    """

    rungs: tuple[Rung, ...] = ()
    answer: Answer | None = None
    failed: str = ""


class AnswerStore(QObject):
    """Finds out what plain filters and the probe make of the open data set.

    Attributes
    ----------
    state
        Of the open data set.
    by_itself
        Whether it begins when a data set is opened in a project.
    expected
        What it will take here; None while that is not known.

    Signals
    -------
    changed()
        Another rung is done, it is over, or another data set is open.
    """

    changed = Signal()

    def __init__(self, client: EngineClient, world: World, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client, self._world = client, world
        self.state = Found()
        self.by_itself = False
        self.expected: Expected | None = None
        self._find = Task(
            client,
            INSPECTION,
            FindOut,
            {RungDone: self._on_rung, Answered: self._on_answered},
            failed=self._on_failed,
            ended=self._on_ended,
            passing=True,
        )
        # An estimate that cannot be had is no news.
        self._expect = Ask(client, self._on_expected, failed=lambda _event: None)
        world.data_opened.connect(self._on_opened)

    @property
    def job(self) -> Job | None:
        """The job that finds out, if one does."""
        return next(iter(self._find.jobs), None)

    def find_out(self, defects: int = 0) -> None:
        """Ask anew; `defects`: labelled ones to learn from, 0 for all, -1 for none."""
        if self._world.data is None:
            return
        self._drop()
        self.state = Found()
        self._find(defects=defects)
        self.changed.emit()

    def cost_words(self) -> str:
        """How long it will take here; "" while that is not known."""
        return expected_words(self.expected) if self.expected is not None else ""

    def stop(self) -> None:
        """End it and keep what is there."""
        if self.job is not None:
            self._client.stop(self.job.number)

    # ------------------------------------------------------------------ answers

    def _on_opened(self) -> None:
        self._drop()
        self.state, self.expected = Found(), None
        self._expect.forget()
        data = self._world.data
        if data is not None and data.defective is not None:
            self._expect(ExpectAnswer)
            # Without a project the user is asked for its place first: that is Find out.
            if self.by_itself and self._world.project:
                self.find_out()
        self.changed.emit()

    def _drop(self) -> None:
        for job in self._find.jobs:
            self._client.cancel(job.number)

    def _current(self, job: int) -> bool:
        return self.job is not None and self._find.jobs[-1].number == job

    def _on_expected(self, event: AnswerExpected) -> None:
        self.expected = event.answer
        self.changed.emit()

    def _on_rung(self, event: RungDone) -> None:
        if self._current(event.job):
            self.state.rungs = (*self.state.rungs, event.rung)
            self.changed.emit()

    def _on_answered(self, event: Answered) -> None:
        if self._current(event.job):
            self.state.answer, self.state.rungs = event.answer, event.answer.rungs
            self.changed.emit()

    def _on_failed(self, event: JobEnded) -> None:
        self.state.failed = sentence(event)

    def _on_ended(self, event: JobEnded, _job: Job) -> None:
        if not ended_badly(event):
            self.state.failed = ""
        self.changed.emit()
