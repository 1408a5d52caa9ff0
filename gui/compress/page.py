"""Compress: how small the network can get, and whether it is still the same inspector."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from gui.compress.dead_tab import DeadTab
from gui.compress.export_tab import ExportTab
from gui.compress.fewer_tab import FewerTab
from gui.compress.found import families
from gui.compress.run_panel import RunPanel
from gui.compress.speed_tab import SpeedTab
from gui.compress.student_tab import StudentTab
from gui.compress.tab import CompressTab
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.empty import EmptyState
from gui.toolkit.page import Page
from gui.toolkit.parts import name_tabs

FEW, DEAD, FEWER, STUDENT, SPEED, EXPORT = range(6)


class CompressPage(Page):
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
        self._stack = QStackedLayout(self)
        self._empty_states()
        for page in (self.no_project, self._content()):
            self._stack.addWidget(page)
        for signal in (
            stores.world.project_changed,
            stores.world.runs_changed,
            stores.world.data_changed,
            stores.regions.changed,
            stores.compress.changed,
            stores.few_defects.changed,
        ):
            signal.connect(self._catch_up)
        stores.client.jobs_changed.connect(self._pulse)
        stores.client.pulse.connect(self._pulse)
        self._catch_up()

    def _empty_states(self) -> None:
        self.no_project = EmptyState(
            "compress",
            self.tr("No project is open"),
            self.tr("Finished runs of a project are made smaller here."),
            self.tr("Open a project..."),
        )
        self.no_project.asked.connect(self.ask_project)
        self.no_run = EmptyState(
            "compress",
            self.tr("No finished run yet"),
            self.tr(
                "Train one first; then see how small its network can get. The tab Few defects "
                "needs none."
            ),
            self.tr("Go to Train"),
        )
        self.no_run.asked.connect(lambda: self.go.emit("train"))

    def _content(self) -> QWidget:
        result = QWidget()
        layout = QVBoxLayout(result)
        layout.setContentsMargins(2 * SPACE, SPACE + 4, 2 * SPACE, 2 * SPACE)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("compress")
        split.setHandleWidth(SPACE)
        split.setChildrenCollapsible(False)
        self.panel = RunPanel(self.stores)
        self.panel.picked.connect(self.stores.compress.choose)
        right = self._right()
        self._left = QStackedWidget()
        self._left.setMinimumWidth(256)
        for part in (*(tab.form for tab in self.tabs if tab.form is not None), self.panel):
            self._left.addWidget(part)
        split.addWidget(self._left)
        split.addWidget(right)
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        split.setSizes([268, 1000])
        layout.addWidget(split)
        return result

    def _right(self) -> QWidget:
        right = QWidget()
        layout = QVBoxLayout(right)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self.bar = QTabBar()
        self.bar.setObjectName("compress-tab")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)
        self.bar.setAccessibleName(self.tr("Ways to a smaller network"))
        self.bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        for name in (
            self.tr("Few defects"),
            self.tr("Dead channels"),
            self.tr("Fewer filters"),
            self.tr("Student"),
            self.tr("Speed"),
            self.tr("Export"),
        ):
            self.bar.addTab(name)
        name_tabs(self.bar, ("few", "dead", "fewer", "student", "speed", "export"))
        layout.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignLeft)
        self.dead, self.fewer = DeadTab(self.stores), FewerTab(self.stores)
        self.student, self.speed = StudentTab(self.stores), SpeedTab(self.stores)
        self.export = ExportTab(self.stores)
        self._pages = QStackedWidget()
        for tab in self.tabs:
            tab.go.connect(self.go)
            self._pages.addWidget(tab)
        self._pages.addWidget(self.no_run)
        self.bar.currentChanged.connect(self._choose_tab)
        layout.addWidget(self._pages, 1)
        return right

    @property
    def tabs(self) -> tuple[CompressTab, ...]:
        """All tabs in their order."""
        return self.few, self.dead, self.fewer, self.student, self.speed, self.export

    # ------------------------------------------------------------------ rendering

    def _catch_up(self) -> None:
        """Show what can be shown, and choose the newest trained run if none is chosen."""
        state = self.stores.world
        members = families(state.runs)
        self._stack.setCurrentIndex(1 if state.project else 0)
        if not self._shown:
            return
        if members and all(member.run.path != self.stores.compress.run for member in members):
            self.stores.compress.choose(members[0].run.path)
            return
        self.panel.show_runs()
        self._show_tab()

    @property
    def _shown(self) -> bool:
        return self.isVisible() and self._stack.currentIndex() == 1

    def _show_tab(self) -> None:
        """Bring the tab that is looked at up to date; the others catch up when they are."""
        state, tab = self.stores.world, self.tabs[self.bar.currentIndex()]
        self._left.setCurrentWidget(self.panel if tab.form is None else tab.form)
        lacking = tab.form is None and not families(state.runs)
        self._pages.setCurrentWidget(self.no_run if lacking else tab)
        if not lacking:
            tab.show_run(state.run_of(path=self.stores.compress.run))

    def _pulse(self) -> None:
        tab = self.tabs[self.bar.currentIndex()]
        if self._shown and self._pages.currentWidget() is tab:
            tab.pulse()

    # ------------------------------------------------------------------ intents

    def show_tab(self, place: int) -> None:
        """Go to a tab."""
        self.bar.setCurrentIndex(place)

    def _choose_tab(self) -> None:
        if self._shown:
            self._show_tab()

    # ------------------------------------------------------------------ Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another page was shown."""
        super().showEvent(event)
        self.stores.compress.watch(True)
        self._catch_up()

    def hideEvent(self, event: QHideEvent) -> None:
        """Failures are told as notices again."""
        super().hideEvent(event)
        self.stores.compress.watch(False)
