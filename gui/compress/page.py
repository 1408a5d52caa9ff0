"""Compress: how small the network can get, and whether it is still the same inspector."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.compress.dead_tab import DeadTab
from gui.compress.export_tab import ExportTab
from gui.compress.fewer_tab import FewerTab
from gui.compress.found import families
from gui.compress.run_panel import RunPanel
from gui.compress.speed_tab import SpeedTab
from gui.compress.student_tab import StudentTab
from gui.compress.tab import CompressTab
from gui.stores import Stores
from gui.style.guard import guarded
from gui.toolkit.page import framed
from gui.toolkit.parts import column, row, split_of
from gui.toolkit.run_page import RunPage
from gui.toolkit.tabs import Tabs, Views

FEW, DEAD, FEWER, STUDENT, SPEED, EXPORT = "few", "dead", "fewer", "student", "speed", "export"


class CompressPage(RunPage):
    """Runs on the left; ways to make the chosen one smaller on the right.

    The first tab needs no run: it begins with the open data set, and its form takes the runs'
    place. The others say so while no run is finished.

    Parameters
    ----------
    few
        Makes the first tab, which is a feature of its own that leans on this one.

    Attributes
    ----------
    panel
        Which run, and its facts.
    few, dead, fewer, student, speed, export
        The tabs.
    """

    def __init__(
        self, stores: Stores, few: Callable[[Stores], CompressTab], parent: QWidget | None = None
    ) -> None:
        super().__init__(stores, parent)
        self.few = few(stores)
        self._fill(
            "compress",
            self.tr("Finished runs of a project are made smaller here."),
            self.tr("No finished run yet"),
            self.tr(
                "Train one first; then see how small its network can get. The tab Few defects "
                "needs none."
            ),
            self._content(),
        )
        self._right.addWidget(self.no_run)  # beside the form of the tab that needs none
        stores.client.jobs_changed.connect(self._pulse)
        stores.client.pulse.connect(self._pulse)
        self._keep_up(
            stores.world.project_changed,
            stores.world.runs_changed,
            stores.world.data_changed,
            stores.regions.changed,
            stores.compress.changed,
            stores.few_defects.changed,
        )

    def _content(self) -> QWidget:
        self.panel = RunPanel(self.stores)
        self.panel.picked.connect(self.stores.compress.choose)
        stores = self.stores
        self.tabs: Views[CompressTab] = Views(
            {
                FEW: lambda: self.few,
                DEAD: lambda: DeadTab(stores),
                FEWER: lambda: FewerTab(stores),
                STUDENT: lambda: StudentTab(stores),
                SPEED: lambda: SpeedTab(stores),
                EXPORT: lambda: ExportTab(stores),
            },
            self._connect_tab,
        )
        self.bar = Tabs("compress", self.tr("Ways to a smaller network"))
        self.bar.add(FEW, self.tr("Few defects"), self.tabs[FEW])
        for key, title in (
            (DEAD, self.tr("Dead channels")),
            (FEWER, self.tr("Fewer filters")),
            (STUDENT, self.tr("Student")),
            (SPEED, self.tr("Speed")),
            (EXPORT, self.tr("Export")),
        ):
            self.bar.add(key, title, partial(self._tab, key))
        self.bar.turned.connect(self._choose_tab)
        self._left, self._right = QStackedWidget(), QStackedWidget()
        for part in (self.few.form, self.panel):
            if part is not None:
                self._left.addWidget(part)
        self._right.addWidget(self.bar.views)
        right = column(row(self.bar, None), self._right)
        split = split_of("compress", (self._left, 256, 0), (right, 0, 1))
        split.setSizes([268, 1000])
        return framed(split)

    def _connect_tab(self, tab: CompressTab) -> None:
        tab.go.connect(self.go)

    def _tab(self, key: str) -> CompressTab:
        return self.tabs[key]

    @property
    def dead(self) -> DeadTab:
        """The tab of dead channels."""
        return cast(DeadTab, self.tabs[DEAD])

    @property
    def fewer(self) -> FewerTab:
        """The tab of fewer filters."""
        return cast(FewerTab, self.tabs[FEWER])

    @property
    def student(self) -> StudentTab:
        """The tab of students."""
        return cast(StudentTab, self.tabs[STUDENT])

    @property
    def speed(self) -> SpeedTab:
        """The tab of times per image."""
        return cast(SpeedTab, self.tabs[SPEED])

    @property
    def export(self) -> ExportTab:
        """The tab of exported files."""
        return cast(ExportTab, self.tabs[EXPORT])

    # ------------------------------------------------------------------ rendering

    def _catch_up(self) -> None:
        """Show what can be shown, and choose the newest trained run if none is chosen."""
        state = self.stores.world
        members = families(state.runs)
        self._show_content(bool(state.project))
        if not self._shown:
            return
        if members and all(member.run.path != self.stores.compress.run for member in members):
            self.stores.compress.choose(members[0].run.path)
            return
        self.panel.show_runs()
        self._show_tab()

    @property
    def tab(self) -> CompressTab:
        """The tab that is looked at."""
        return self.tabs[self.bar.key]

    def _show_tab(self) -> None:
        """Bring the tab that is looked at up to date; the others catch up when they are."""
        state, tab = self.stores.world, self.tab
        self._left.setCurrentWidget(self.panel if tab.form is None else tab.form)
        lacking = tab.form is None and not families(state.runs)
        self._right.setCurrentWidget(self.no_run if lacking else self.bar.views)
        if not lacking:
            tab.show_run(state.run_of(path=self.stores.compress.run))

    def _pulse(self) -> None:
        if self._shown and self._right.currentWidget() is self.bar.views:
            self.tab.pulse()

    # ------------------------------------------------------------------ intents

    def show_tab(self, key: str) -> None:
        """Go to a tab."""
        self.bar.show_key(key)

    def _choose_tab(self) -> None:
        if self._shown:
            self._show_tab()

    # ------------------------------------------------------------------ Qt

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another page was shown."""
        self.stores.compress.watch(True)
        super().showEvent(event)

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        """Failures are told as notices again."""
        super().hideEvent(event)
        self.stores.compress.watch(False)
