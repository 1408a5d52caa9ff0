"""Few defects: from a handful of labelled defects to a fast inspector, in one go."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.core.command import Command
from engine.core.table import Table
from engine.few_defects.messages import FastInspector, MakeInspector
from gui.compress.found import cost_of
from gui.compress.tab import CompressTab
from gui.compress.tables import inspector_table
from gui.few_defects.form import FewForm
from gui.few_defects.live import FewLive
from gui.few_defects.result import FewResult
from gui.few_defects.state import STOPPABLE, Making
from gui.store.engine_client import Job
from gui.stores import Stores
from gui.style.guard import guarded
from gui.words.text import duration, file_name

TICK = 500
"""Milliseconds between two looks at the clock."""


class FewTab(CompressTab):
    """Make an inspector, follow its stages, and see what the result proves.

    It belongs to the open data set and not to the chosen run.

    Attributes
    ----------
    form
        What it is made from and how; the page puts it on its left side.
    live, result
        What is shown while it is made, and what came of it.
    """

    form: FewForm
    key = "few-defects"
    tasks = (MakeInspector,)

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self.form = FewForm(stores)
        self.form.go.connect(self.go)
        self.form.changed.connect(self.refresh)
        self.strips[MakeInspector].stop.setText(self.tr("End this step"))
        self.live, self.result = FewLive(), FewResult(stores)
        self.result.go.connect(self.go)
        self._views = QStackedWidget()
        for view in (self.live, self.result):
            self._views.addWidget(view)
        self.body.addWidget(self._views, 1)
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK)
        self._ticks.timeout.connect(self.pulse)

    # ------------------------------------------------------------------ what there is

    @property
    def making(self) -> Making:
        """The inspector on its way, or the one made last."""
        return self.stores.few_defects.state

    def job(self, _kind: type[Command]) -> Job | None:
        """Return the job that makes an inspector; it is no run's."""
        return self.stores.few_defects.job

    def task_name(self, _kind: type[Command]) -> str:
        """Name the task."""
        return self.tr("Making the inspector")

    def stop_words(self, _kind: type[Command]) -> str:
        """Say what a stop does."""
        return self.tr("While a network learns: end that and go on with what it has learned")

    def show_jobs(self) -> None:
        """Show how far it is; only what learns step by step can end early."""
        super().show_jobs()
        stop = self.strips[MakeInspector].stop
        stop.setEnabled(stop.isEnabled() and self.making.stage in STOPPABLE)

    def more_words(self, _kind: type[Command]) -> str:
        """Say how long it has taken, and of which images it is made."""
        making = self.making
        if making.command is None or not making.job:
            return ""
        took = self.tr("{time} in all").format(
            time=duration(making.elapsed(self.stores.few_defects.clock()))
        )
        data = self.stores.world.data
        if data is not None and data.path == making.command.data:
            return took
        template = self.tr("{time}, of the images in {folder}")
        return template.format(time=took, folder=file_name(making.command.data))

    def table(self) -> Table[Any] | None:
        """Return both networks, the file and the times."""
        result, store = self.making.made, self.stores.compress
        if result is None:
            return None
        return inspector_table(
            result, cost_of(store, result.teacher), cost_of(store, result.student)
        )

    # ------------------------------------------------------------------ rendering

    def refresh(self) -> None:
        """Bring the tab up to date with the state."""
        making = self.making
        self.form.refresh()
        self.show_jobs()
        running = self.stores.few_defects.job is not None
        self._tick(running)
        failed = self._failed_words() if making.failed else ""
        self.problem.setText(failed)
        self.problem.setVisible(bool(failed) and making.made is not None and not running)
        if running:
            self._views.setCurrentWidget(self.live)
            self._show_live()
            self.show_picture(self._live_caption())
            self._offer_table(False)
        elif making.made is not None:
            self.result.show_found(making.made)
            self._views.setCurrentWidget(self.result)
            self.show_picture(self._caption(making.made))
        elif failed:
            self.show_empty(self.tr("No inspector was made"), failed)
        else:
            self.show_waiting()

    def pulse(self) -> None:
        """Live figures moved, or the clock did."""
        self.show_jobs()
        if self.stores.few_defects.job is not None:
            self._show_live()

    def _show_live(self) -> None:
        self.live.show_making(self.making, self.stores.few_defects.clock())

    def _tick(self, running: bool) -> None:
        wanted = running and self.isVisible()
        if wanted != self._ticks.isActive():
            (self._ticks.start if wanted else self._ticks.stop)()

    def _failed_words(self) -> str:
        making = self.making
        if not making.kept:
            return making.failed
        template = self.tr("{why} Its teacher is finished and stays: choose {name} and go on.")
        return template.format(why=making.failed, name=file_name(making.kept))

    def _live_caption(self) -> str:
        return self.tr(
            "Runs that are finished stay in the project, also after a cancel. What learns can be "
            "ended early; the next step goes on with what it gave."
        )

    def _caption(self, found: FastInspector) -> str:
        asked = self.making.of
        folder = file_name(asked.data) if asked is not None else ""
        return self.tr(
            "Made of the images in {folder}. Both networks judged the same {n} held-out images, "
            "each at its own threshold; intervals are exact 95 %. Times: median of single images, "
            "both networks in turn, the file in {runtime}."
        ).format(folder=folder, n=found.student_test.images, runtime=found.exported.runtime)

    def show_waiting(self) -> None:
        """Say what is to be done, in which order."""
        kept = self.making.kept
        if kept:
            template = self.tr("Its teacher {name} is finished and stays: choose it to go on.")
            self.show_empty(self.tr("Cancelled"), template.format(name=file_name(kept)))
            return
        self.live.show_plan(self.form.asked)
        self._views.setCurrentWidget(self.live)
        self.show_picture("")
        self._offer_table(False)

    def _offer_table(self, there: bool) -> None:
        for button in (self._copy, self._save):
            button.setEnabled(there)

    # ------------------------------------------------------------------ Qt

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        """Follow the clock."""
        super().showEvent(event)
        self._tick(self.stores.few_defects.job is not None)

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the clock alone."""
        super().hideEvent(event)
        self._tick(False)
