"""What every tab of Compress is: a task of the chosen run, how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.core.command import Command
from gui.compress.state import Compression
from gui.compress.store import TASKS
from gui.store.engine_client import Job
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.toolkit.empty import EmptyState
from gui.toolkit.job_strip import JobStrip
from gui.toolkit.parts import label
from gui.toolkit.picture_tab import MeasureTab

NOTHING = Compression()


class CompressTab(MeasureTab):
    """Base of the tabs; see `MeasureTab` for tables and pictures to take along.

    Attributes
    ----------
    tasks
        The tab's commands, each with its stage until it has told one.
    run
        The chosen run.
    strips
        How far each task is.
    form
        What the tab asks for, in the place of the runs; None if it is about the chosen run.
    problem
        Why the last task came to nothing, above what an earlier one found.

    Signals
    -------
    go(str)
        The user wants another page.
    """

    tasks: Sequence[tuple[type[Command], str]] = ()
    form: QWidget | None = None
    go = Signal(str)

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self.run: RunRecord | None = None
        self.stack.removeWidget(self.empty)
        self.empty.deleteLater()
        self.empty = EmptyState("compress", "", "")
        self.stack.insertWidget(0, self.empty)
        self.problem = label("", "warn", wrap=True, select=True)
        self.problem.hide()
        self.strips = {kind: self._strip(kind) for kind, _ in self.tasks}
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        for place, part in enumerate((*self.strips.values(), self.problem), start=1):
            outer.insertWidget(place, part)

    def _strip(self, kind: type[Command]) -> JobStrip:
        strip = JobStrip(self.task_name(kind), self.stop_words(kind))
        strip.stopped.connect(self.stores.client.stop)
        strip.cancelled.connect(self.stores.client.cancel)
        return strip

    # ------------------------------------------------------------------ for the tabs

    def task_name(self, kind: type[Command]) -> str:
        """Name a task for those who cannot see its bar."""
        raise NotImplementedError

    def stop_words(self, _kind: type[Command]) -> str:
        """Say what is kept when a task is stopped; "" if it can only be cancelled."""
        return ""

    def show_result(self) -> bool:
        """Show what came of the run; return False if nothing has."""
        raise NotImplementedError

    def show_waiting(self) -> None:
        """Say what the tab is for, or what is on its way."""
        raise NotImplementedError

    @property
    def kept(self) -> Compression:
        """What came of the chosen run."""
        path = self.run.path if self.run else ""
        return self.stores.compress.runs.get(path, NOTHING)

    def job(self, kind: type[Command]) -> Job | None:
        """Return the chosen run's job of a kind."""
        return self.stores.compress.job(kind, self.run.path) if self.run else None

    # ------------------------------------------------------------------ rendering

    def show_run(self, run: RunRecord | None) -> None:
        """Show another run, or the same one anew."""
        self.run = run
        self.refresh()

    def refresh(self) -> None:
        """Bring the tab up to date with the state."""
        self.show_jobs()
        failed = [
            words for kind, _ in self.tasks if (words := self.kept.failed.get(TASKS[kind], ""))
        ]
        there = self.show_result()
        self.problem.setText("\n".join(failed))
        self.problem.setVisible(bool(failed) and there)
        if failed and not there:
            self.show_empty(self.failed_title(), failed[0])
        elif not there:
            self.show_waiting()

    def failed_title(self) -> str:
        """Head what went wrong where there is nothing else to show."""
        return self.tr("Nothing came of it")

    def show_jobs(self) -> None:
        """Show how far the tasks are."""
        for kind, first in self.tasks:
            self.strips[kind].show_job(self.job(kind), first, self.more_words(kind))

    def more_words(self, _kind: type[Command]) -> str:
        """Say more about a task under way."""
        return ""

    def pulse(self) -> None:
        """Live figures moved."""
        self.show_jobs()
